import { describe, expect, it } from "vitest";
import { openMaterial, sealMaterial } from "../../src/crypto/at-rest.ts";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { KeySpec } from "../../src/crypto/key-spec.ts";
import { importMaterial } from "../../src/crypto/perform.ts";
import { RootKey } from "../../src/crypto/root-key.ts";
import { damaged, hex, toHex, vectors } from "./bytes.ts";
import { freshMaterial, must, SPECS } from "./materials.ts";

const root = must(RootKey.from(new Uint8Array(32).fill(1)));
const otherRoot = must(RootKey.from(new Uint8Array(32).fill(2)));
const nonce = new Uint8Array(24).fill(3);

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

it("material is refused when its id is not the one its own bytes give", () => {
  const materialId = "00".repeat(32);
  const sealed = root.seal("key-material", { nonce, boundTo: `SYMMETRIC_DEFAULT ${materialId} k1`, plaintext: new Uint8Array(32) });
  const record = { spec: "SYMMETRIC_DEFAULT", keyId: "k1", materialId } as const;
  expect(openMaterial({ root, sealed, record })).toEqual({ ok: false, error: "damaged-key-material" });
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
