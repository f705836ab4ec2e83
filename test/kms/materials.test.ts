import { expect, it } from "vitest";
import { KEY_SPECS } from "../../src/catalog/key-specs.ts";
import { isSpecSupported, newMaterial } from "../../src/kms/materials.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { rsaTestKey } from "../crypto/materials.ts";

const ports = fixedPorts({
  startMs: 0,
  rsaKeys: { RSA_2048: rsaTestKey("RSA_2048"), RSA_3072: rsaTestKey("RSA_3072"), RSA_4096: rsaTestKey("RSA_4096") },
});

it("makes material of every spec but SM2", () => {
  const [supported, not] = [KEY_SPECS.filter(({ spec }) => isSpecSupported(spec)), KEY_SPECS.filter(({ spec }) => !isSpecSupported(spec))];
  expect(not.map(({ spec }) => spec)).toEqual(["SM2"]);
  for (const { spec } of supported) expect(newMaterial(spec, "k1", ports).spec).toBe(spec);
  expect(() => newMaterial("SM2", "k1", ports)).toThrow("SM2 material can be made");
});

it("names it by the key that it is for", () => {
  expect(newMaterial("RSA_2048", "k1", ports).id).not.toBe(newMaterial("RSA_2048", "k2", ports).id);
});
