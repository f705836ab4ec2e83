import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { importMaterial, publicKeyOf } from "../../src/crypto/perform.ts";
import { readSpki } from "../../src/crypto/spki.ts";
import { hex, vectors } from "./bytes.ts";
import { freshMaterial, must } from "./materials.ts";

describe("keys made from a seed", () => {
  type Vector = { spec: "ML_DSA_44" | "ML_KEM_512"; seed: string; publicKeySha256: string; publicKeyLength: number };
  it.each(vectors<{ vectors: Vector[] }>("lattice-keys").vectors)("$spec", ({ spec, seed, publicKeySha256, publicKeyLength }) => {
    const bytes = hex(seed);
    const algorithm = must(publicKeyOf(freshMaterial(spec))).slice(4, 17);
    const inner = Uint8Array.of(0x80, bytes.length, ...bytes);
    const body = Uint8Array.of(2, 1, 0, ...algorithm, 4, inner.length, ...inner);
    const material = must(importMaterial({ spec, keyId: "k", bytes: Uint8Array.of(0x30, body.length, ...body) }));
    const key = readSpki(spec, must(publicKeyOf(material)))!;
    expect([key.length, createHash("sha256").update(key).digest("hex")]).toEqual([publicKeyLength, publicKeySha256]);
  });
});
