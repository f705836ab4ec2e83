import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { dangerouslyExportMaterial, KeyMaterial, perMaterial } from "../../src/crypto/key-material.ts";
import { toHex, utf8 } from "./bytes.ts";

const secret = utf8("SECRETSECRETSECRETSECRETSECRETSE");
const material = new KeyMaterial({ spec: "SYMMETRIC_DEFAULT", keyId: "k1", bytes: secret });

describe("key material", () => {
  it("shows its id and spec, and never its bytes", () => {
    const shown = [
      JSON.stringify(material),
      inspect(material, { showHidden: true, depth: 9, getters: true }),
      inspect({ deep: [material] }, { showHidden: true, customInspect: false, depth: 9 }),
      String(material),
      JSON.stringify({ ...material }),
      inspect(structuredClone({ ...material })),
      Reflect.ownKeys(material).join(),
    ].join("\n");
    expect(shown).toContain(material.id);
    for (const form of ["SECRET", toHex(secret), Buffer.from(secret).toString("base64"), "83, 69, 67", "53 45 43"])
      expect(shown).not.toContain(form);
  });

  it("gives its bytes to those who say it is dangerous, as a copy", () => {
    const copy = dangerouslyExportMaterial(material);
    expect(copy).toEqual(secret);
    copy.fill(0);
    expect(dangerouslyExportMaterial(material)).toEqual(secret);
  });

  it("keeps a copy of what it was made from", () => {
    const given = Uint8Array.from(secret);
    const made = new KeyMaterial({ spec: "SYMMETRIC_DEFAULT", keyId: "k1", bytes: given });
    given.fill(0);
    expect(dangerouslyExportMaterial(made)).toEqual(secret);
  });

  it("has an id that commits to bytes, key id and spec", () => {
    const id = (keyId: string, bytes: Uint8Array, spec: "SYMMETRIC_DEFAULT" | "HMAC_256" = "SYMMETRIC_DEFAULT") =>
      new KeyMaterial({ spec, keyId, bytes }).id;
    expect(material.id).toMatch(/^[0-9a-f]{64}$/);
    expect(id("k1", secret)).toBe(material.id);
    expect(
      new Set([
        material.id,
        id("k2", secret),
        id(
          "k1",
          secret.map((b) => b ^ 1),
        ),
        id("k1", secret, "HMAC_256"),
      ]).size,
    ).toBe(4);
  });

  it("computes what is derived once per material", () => {
    let made = 0;
    const derived = perMaterial((bytes) => ({ length: bytes.length, made: ++made }));
    expect(derived(material)).toBe(derived(material));
    expect(derived(new KeyMaterial({ spec: "SYMMETRIC_DEFAULT", keyId: "k1", bytes: secret })).made).toBe(2);
  });
});
