import { describe, expect, it } from "vitest";
import { hex, vectors } from "../../crypto/bytes.ts";
import { refusal } from "../lab.ts";
import { oneKey } from "./one-key.ts";

type Blob = {
  name: string;
  keyId: string;
  material: string;
  context: Record<string, string>;
  plaintext: string;
  materialId: string;
  blob: string;
};
const { blobs } = vectors<{ blobs: Blob[] }>("ciphertext-v1");

describe("ciphertexts of earlier versions", () => {
  it.each(blobs)("are opened by the key they name themselves: $name", async ({ keyId, material, context, plaintext, materialId, blob }) => {
    const { app, arn } = await oneKey({ id: keyId, dangerousKeyMaterial: hex(material) });
    const decrypted = app.decrypt({ CiphertextBlob: hex(blob), EncryptionContext: context });
    expect(decrypted).toEqual({
      KeyId: arn,
      Plaintext: hex(plaintext),
      EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      KeyMaterialId: materialId,
    });
    const other = { CiphertextBlob: hex(blob), EncryptionContext: { ...context, more: "" } };
    expect(refusal(() => app.decrypt(other))).toEqual({ name: "InvalidCiphertextException", message: "" });
  });
});
