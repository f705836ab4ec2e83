import { describe, expect, it } from "vitest";
import { readRootKeyFile, writeRootKeyFile } from "../../src/crypto/root-key-file.ts";
import { must, randomBytes } from "./materials.ts";

const key = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
const passphrase = new TextEncoder().encode("correct horse");
const cost = { N: 2 ** 10, r: 8, p: 1 };
const write = (more: object = {}) => writeRootKeyFile({ key, randomBytes, cost, ...more });
const sealed = write({ passphrase });
const notOne = { ok: false, error: "not-a-root-key-file" };

describe("a root key file", () => {
  it("holds the key", async () => {
    const text = await write();
    expect(must(await readRootKeyFile(text))).toEqual(key);
    expect(await readRootKeyFile(text, passphrase)).toEqual({ ok: false, error: "passphrase-unused" });
  });

  it("holds it sealed, for whoever has the passphrase", async () => {
    expect(must(await readRootKeyFile(await sealed, passphrase))).toEqual(key);
    expect(await readRootKeyFile(await sealed, new TextEncoder().encode("correct horsf"))).toEqual({
      ok: false,
      error: "wrong-passphrase",
    });
    expect(await readRootKeyFile(await sealed)).toEqual({ ok: false, error: "passphrase-missing" });
    expect(await sealed).not.toContain(Buffer.from(key).toString("base64").slice(0, 20));
  });

  it("is another one every time", async () => {
    expect(await write({ passphrase })).not.toBe(await sealed);
  });

  it("is sealed at a cost of 128 MiB unless told otherwise", async () => {
    const text = await writeRootKeyFile({ key, passphrase, randomBytes });
    expect(JSON.parse(text)).toMatchObject({ kmsward: "root key", version: 1, scrypt: { N: 131072, r: 8, p: 1 } });
    expect(must(await readRootKeyFile(text, passphrase))).toEqual(key);
  });

  it("opens for ever as it was written", async () => {
    const frozen = `{"kmsward":"root key","version":1,"scrypt":{"N":1024,"r":8,"p":1,"salt":"${btoa("s".repeat(32))}"},"sealed":"bm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5uV/B3tMAgBrWsGUPSv8o+8+C1lUAQinfMjYDtzTJhfkq8AZ/sUG3iVzpICmutgGmc"}`;
    expect(must(await readRootKeyFile(frozen, passphrase))).toEqual(key);
    const again = await writeRootKeyFile({ key, passphrase, cost, randomBytes: (n) => new Uint8Array(n).fill(n === 32 ? 0x73 : 0x6e) });
    expect(JSON.parse(again)).toEqual(JSON.parse(frozen));
  });

  it("is refused with anything in it changed", async () => {
    const file = JSON.parse(await sealed) as { scrypt: object; sealed: string };
    const flipped = Buffer.from(file.sealed, "base64");
    flipped[30]! ^= 1;
    const changed = [
      { ...file, sealed: flipped.toString("base64") },
      { ...file, scrypt: { ...file.scrypt, N: 2 ** 11 } },
      { ...file, scrypt: { ...file.scrypt, p: 2 } },
      { ...file, scrypt: { ...file.scrypt, salt: btoa("x".repeat(32)) } },
      { ...file, sealed: file.sealed.slice(0, -4) },
    ];
    for (const other of changed)
      expect(await readRootKeyFile(JSON.stringify(other), passphrase)).toEqual({ ok: false, error: "wrong-passphrase" });
  });

  it("asks for no more memory and time than it may", async () => {
    const file = JSON.parse(await sealed) as { scrypt: object };
    for (const greedy of [
      { N: 2 ** 40 },
      { N: 2 ** 20, r: 9 },
      { p: 17 },
      { N: 1000 },
      { N: 1 },
      { N: 0 },
      { r: -1 },
      { r: 1.5 },
      { N: "1024" },
    ]) {
      expect(await readRootKeyFile(JSON.stringify({ ...file, scrypt: { ...file.scrypt, ...greedy } }), passphrase)).toEqual(notOne);
    }
  });

  it.each([
    "",
    "null",
    "5",
    "[]",
    "{}",
    '{"kmsward":"root key","version":2,"key":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="}',
    '{"kmsward":"root key","version":1,"key":"AQID"}',
    '{"kmsward":"root key","version":1,"key":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHy A="}',
    '{"kmsward":"root key","version":1,"scrypt":null,"sealed":"AQID"}',
  ])("%j is none", async (text) => expect(await readRootKeyFile(text, passphrase)).toEqual(notOne));
});
