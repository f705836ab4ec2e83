import { execFileSync } from "node:child_process";
import * as crypto from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { NO_CONTEXT } from "../../src/crypto/context-encoding.ts";
import { decrypt, encrypt, generateMac } from "../../src/crypto/perform.ts";
import { utf8 } from "./bytes.ts";
import { freshMaterial, must, randomBytes } from "./materials.ts";

vi.mock("node:crypto", async (original) => {
  const real = await original<typeof crypto>();
  const watched = Object.fromEntries(
    (["createCipheriv", "createDecipheriv", "createHmac"] as const).map((name) => [name, vi.fn(real[name] as never)]),
  );
  return { ...real, ...watched };
});

const keysGiven = (used: unknown) => vi.mocked(used as typeof crypto.createHmac).mock.calls.map((call) => call[1] as unknown);

/** Traps of node:crypto that need a look at Node itself; the others are tested beside the code that avoids them. */
describe("node:crypto", () => {
  it("gets key objects, never raw keys, which Node 24 takes three times as long to start from (trap 11)", () => {
    const material = freshMaterial("SYMMETRIC_DEFAULT");
    const ciphertext = must(encrypt(material, { algorithm: "SYMMETRIC_DEFAULT", plaintext: utf8("x"), context: NO_CONTEXT }, randomBytes));
    must(decrypt(material, { algorithm: "SYMMETRIC_DEFAULT", ciphertext, context: NO_CONTEXT }));
    must(generateMac(freshMaterial("HMAC_256"), "HMAC_SHA_256", utf8("x")));
    for (const used of [crypto.createCipheriv, crypto.createDecipheriv, crypto.createHmac]) {
      const keys = keysGiven(used);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(key).toBeInstanceOf(crypto.KeyObject);
    }
  });

  it("is told the length of the tag, without which some versions take 4 bytes of it (trap 3)", () => {
    const gcm = vi.mocked(crypto.createDecipheriv).mock.calls.filter(([name]) => name === "aes-256-gcm");
    expect(gcm.length).toBeGreaterThan(0);
    for (const [, , , options] of gcm) expect(options).toEqual({ authTagLength: 16 });
  });

  it("keeps no symmetric key on its secure heap, so nothing here relies on that (trap 13)", () => {
    const script = `
      const { createSecretKey, createPrivateKey, generateKeyPairSync, secureHeapUsed } = require("node:crypto");
      const before = secureHeapUsed().used;
      globalThis.secret = createSecretKey(Buffer.alloc(32, 1));
      const afterSecret = secureHeapUsed().used;
      globalThis.pair = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
      console.log(JSON.stringify([afterSecret - before, secureHeapUsed().used - afterSecret > 0]));
    `;
    const out = execFileSync(process.execPath, ["--secure-heap=65536", "-e", script], { encoding: "utf8", env: {} });
    expect(JSON.parse(out)).toEqual([0, true]);
  });
});
