import { expect, it } from "vitest";
import { hasNativeMlDsa, hasNativeMlKem, lattice } from "../../src/crypto/native-lattice.ts";

it("knows what this Node can do", () => {
  const makes = (type: string) => {
    try {
      return lattice.generateKeyPairSync(type).privateKey.asymmetricKeyType === type;
    } catch {
      return false;
    }
  };
  expect([hasNativeMlDsa(), hasNativeMlKem()]).toEqual([makes("ml-dsa-44"), makes("ml-kem-512")]);
});
