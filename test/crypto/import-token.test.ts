import { describe, expect, it } from "vitest";
import { sealMaterial } from "../../src/crypto/at-rest.ts";
import { openImportToken, sealImportToken, TOKEN_LIFETIME_MS } from "../../src/crypto/import-token.ts";
import { RootKey } from "../../src/crypto/root-key.ts";
import { hex } from "./bytes.ts";
import { freshMaterial, must } from "./materials.ts";

const root = must(RootKey.from(new Uint8Array(32).fill(1)));
const otherRoot = must(RootKey.from(new Uint8Array(32).fill(2)));
const nonce = new Uint8Array(24).fill(3);

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
