import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { openMaterial, sealMaterial } from "../../src/crypto/at-rest.ts";
import { openImportToken, sealImportToken, TOKEN_LIFETIME_MS } from "../../src/crypto/import-token.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { KeySpec } from "../../src/crypto/key-spec.ts";
import { importMaterial } from "../../src/crypto/perform.ts";
import { RootKey } from "../../src/crypto/root-key.ts";
import { damaged, hex, toHex, vectors } from "./bytes.ts";
import { freshMaterial, must, SPECS } from "./materials.ts";

const root = must(RootKey.from(new Uint8Array(32).fill(1)));
const otherRoot = must(RootKey.from(new Uint8Array(32).fill(2)));
const nonce = new Uint8Array(24).fill(3);

it("a root key has 32 bytes and shows none", () => {
  for (const length of [0, 16, 31, 33]) expect(RootKey.from(new Uint8Array(length))).toEqual({ ok: false, error: "wrong-root-key-length" });
  const shown = inspect(must(RootKey.from(new Uint8Array(32).fill(0x53))), { showHidden: true, depth: 9 }) + JSON.stringify(root);
  expect(shown).not.toMatch(/83|53 53|SSSS/);
});

describe.each(SPECS)("%s at rest", (spec) => {
  const material = freshMaterial(spec, "k1");
  const sealed = sealMaterial({ root, material, keyId: "k1", nonce });
  const record = { spec, keyId: "k1", materialId: material.id };

  it("comes back as it was", () => {
    const opened = must(openMaterial({ root, sealed, record }));
    expect(dangerouslyExportMaterial(opened)).toEqual(dangerouslyExportMaterial(material));
    expect([opened.id, opened.spec]).toEqual([material.id, spec]);
  });

  it("shows nothing of itself", () => expect(toHex(sealed)).not.toContain(toHex(dangerouslyExportMaterial(material)).slice(-32)));

  it("is refused under another root, and in another record", () => {
    const refused = { ok: false, error: "damaged-key-material" };
    expect(openMaterial({ root: otherRoot, sealed, record })).toEqual(refused);
    expect(openMaterial({ root, sealed, record: { ...record, keyId: "k2" } })).toEqual(refused);
    expect(openMaterial({ root, sealed, record: { ...record, materialId: "00".repeat(32) } })).toEqual(refused);
    const otherSpec = spec === "HMAC_256" ? "SYMMETRIC_DEFAULT" : "HMAC_256";
    expect(openMaterial({ root, sealed, record: { ...record, spec: otherSpec } })).toEqual(refused);
  });
});

it("material at rest is refused with any bit flipped, cut or extended", () => {
  const material = freshMaterial("SYMMETRIC_DEFAULT", "k1");
  const record = { spec: material.spec, keyId: "k1", materialId: material.id };
  for (const sealed of damaged(sealMaterial({ root, material, keyId: "k1", nonce })))
    expect(openMaterial({ root, sealed, record }).ok).toBe(false);
});

describe("material sealed by version 1", () => {
  type Frozen = { spec: KeySpec; keyId: string; imported: string; materialId: string; nonce: string; sealed: string };
  const frozen = vectors<{ rootKey: string; vectors: Frozen[] }>("at-rest-v1");

  it.each(frozen.vectors)("opens for ever, and seals to the same bytes: $spec", ({ spec, keyId, imported, materialId, nonce, sealed }) => {
    const root = must(RootKey.from(hex(frozen.rootKey)));
    const material = must(importMaterial({ spec, keyId, bytes: hex(imported) }));
    expect(material.id).toBe(materialId);
    expect(toHex(sealMaterial({ root, material, keyId, nonce: hex(nonce) }))).toBe(sealed);
    const opened = must(openMaterial({ root, sealed: hex(sealed), record: { spec, keyId, materialId } }));
    expect(dangerouslyExportMaterial(opened)).toEqual(dangerouslyExportMaterial(material));
  });
});

describe("an import token", () => {
  const nowMs = 1_700_000_000_123;
  const notAfterMs = nowMs + TOKEN_LIFETIME_MS;
  const boundTo = "arn:aws:kms:us-east-1:111122223333:key/k1";
  const parametersOf = (spec: "RSA_2048" | "RSA_3072" | "RSA_4096") =>
    ({ wrappingKey: freshMaterial(spec, boundTo), algorithm: "RSA_AES_KEY_WRAP_SHA_256", notAfterMs }) as const;
  const tokenOf = (spec: "RSA_2048" | "RSA_3072" | "RSA_4096") => sealImportToken({ root, parameters: parametersOf(spec), boundTo, nonce });

  it.each(["RSA_2048", "RSA_3072", "RSA_4096"] as const)("carries its parameters, with %s within 6144 bytes", (spec) => {
    const token = tokenOf(spec);
    expect(token.length).toBeLessThanOrEqual(6144);
    const opened = must(openImportToken({ root, token, boundTo, nowMs }));
    expect(opened).toMatchObject({ algorithm: "RSA_AES_KEY_WRAP_SHA_256", notAfterMs });
    expect(opened.wrappingKey.id).toBe(parametersOf(spec).wrappingKey.id);
  });

  it("serves until its last millisecond", () => {
    const token = tokenOf("RSA_2048");
    expect(openImportToken({ root, token, boundTo, nowMs: notAfterMs }).ok).toBe(true);
    const expired = { ok: false, error: "expired-import-token" };
    expect(openImportToken({ root, token, boundTo, nowMs: notAfterMs + 1 })).toEqual(expired);
    expect(openImportToken({ root, token, boundTo, nowMs: Number.NaN })).toEqual(expired);
  });

  it("is refused for another key, under another root, damaged, and expired or not all the same", () => {
    const token = tokenOf("RSA_2048");
    const invalid = { ok: false, error: "invalid-import-token" };
    expect(openImportToken({ root, token, boundTo: `${boundTo}2`, nowMs })).toEqual(invalid);
    expect(openImportToken({ root: otherRoot, token, boundTo, nowMs })).toEqual(invalid);
    for (let at = 0; at < token.length; at += 7) {
      const other = token.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(openImportToken({ root, token: other, boundTo, nowMs: notAfterMs + 1 })).toEqual(invalid);
    }
    for (const other of [hex(""), token.subarray(0, 31), token.subarray(0, -1), Uint8Array.of(...token, 0)]) {
      expect(openImportToken({ root, token: other, boundTo, nowMs })).toEqual(invalid);
    }
  });

  it("is no key material, nor is key material a token", () => {
    const material = freshMaterial("SYMMETRIC_DEFAULT", "k1");
    const sealed = sealMaterial({ root, material, keyId: "k1", nonce });
    const relabelled = Uint8Array.of(...tokenOf("RSA_2048").subarray(0, 8), ...sealed.subarray(8));
    const binding = `${material.spec} ${material.id} k1`;
    for (const token of [sealed, relabelled]) {
      expect(openImportToken({ root, token, boundTo: binding, nowMs })).toEqual({ ok: false, error: "invalid-import-token" });
    }
  });
});
