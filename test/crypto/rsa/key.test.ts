import { expect, it } from "vitest";
import { dangerouslyExportMaterial } from "../../../src/crypto/key-material.ts";
import { generateMaterial, importMaterial } from "../../../src/crypto/perform.ts";
import { must, randomBytes } from "../materials.ts";

const imported = (spec: string, bytes: Uint8Array) => importMaterial({ spec, keyId: "k1", bytes });

it("freshly made RSA keys can be imported", () => {
  const made = must(generateMaterial({ spec: "RSA_2048", keyId: "k1", randomBytes }));
  expect(imported("RSA_2048", dangerouslyExportMaterial(made))).toEqual({ ok: true, value: made });
  expect(generateMaterial({ spec: "SM2", keyId: "k1", randomBytes })).toEqual({ ok: false, error: "unsupported-key-spec" });
});
