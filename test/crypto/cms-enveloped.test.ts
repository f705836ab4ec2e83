import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { envelopFor } from "../../src/crypto/cms-enveloped.ts";
import { countedBytes, toHex } from "./bytes.ts";
import { ENCLAVE_PEM, ENCLAVE_SPKI, openEnvelope } from "./enclave.ts";

const recipient = { spec: "RSA_2048", spki: ENCLAVE_SPKI } as const;
const folder = mkdtempSync(join(tmpdir(), "kmsward-cms-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hasOpenssl = (() => {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" }).startsWith("OpenSSL");
  } catch {
    return false;
  }
})();

describe("an envelope", () => {
  const contents = [0, 1, 15, 16, 32, 1024, 6144, 65_000].map((length) => Uint8Array.from({ length }, (_, at) => at & 0xff));

  it("opens for whoever has the key", () => {
    for (const content of contents) expect(openEnvelope(envelopFor(recipient, content, countedBytes()))).toEqual(content);
  });

  it.runIf(hasOpenssl)("opens for OpenSSL", () => {
    const [key, file] = [join(folder, "key.pem"), join(folder, "envelope")];
    writeFileSync(key, ENCLAVE_PEM, { mode: 0o600 });
    for (const content of contents) {
      writeFileSync(file, envelopFor(recipient, content, countedBytes()));
      const opened = execFileSync("openssl", ["cms", "-decrypt", "-binary", "-inform", "DER", "-in", file, "-inkey", key], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(Uint8Array.from(opened)).toEqual(content);
    }
  });

  it("has the form and length of KMS's own", () => {
    const envelope = toHex(envelopFor(recipient, new Uint8Array(32), countedBytes()));
    expect(envelope).toHaveLength(2 * 493);
    expect(envelope).toMatch(/^308006092a864886f70d010703a080308002010231[0-9a-f]+000000000000$/);
  });

  it("is sealed under a key and an IV of its own", () => {
    const draws: number[] = [];
    const counted = countedBytes();
    const randomBytes = (length: number) => {
      draws.push(length);
      return counted(length);
    };
    const [one, two] = [envelopFor(recipient, new Uint8Array(16), randomBytes), envelopFor(recipient, new Uint8Array(16), randomBytes)];
    expect(draws).toEqual([32, 16, 32, 16]);
    expect(toHex(one).slice(-80)).not.toBe(toHex(two).slice(-80));
  });

  it("leaves its key nowhere", () => {
    const drawn: Uint8Array[] = [];
    envelopFor(recipient, new Uint8Array(1), (length) => drawn[drawn.push(new Uint8Array(length).fill(9)) - 1]!);
    expect(drawn[0]).toEqual(new Uint8Array(32));
  });
});
