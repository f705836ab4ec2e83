import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect, promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createKms } from "../../src/kms.ts";
import { openRootKey, RootKeyError, type RootKeySource } from "../../src/stores/root-key-source.ts";
import { ROOT } from "../sources.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-root-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const random = (length: number) => Uint8Array.from(randomBytes(length));
const at = (name: string) => join(folder, name);
const put = (name: string, text: string, mode = 0o600) => {
  writeFileSync(at(name), text);
  chmodSync(at(name), mode);
  return at(name);
};
const modeOf = (path: string) => statSync(path).mode & 0o777;

/** Two root keys are the same if one opens what the other sealed. */
async function areSame(...sources: readonly RootKeySource[]): Promise<boolean> {
  const roots = await Promise.all(sources.map((source) => openRootKey(source, random)));
  const sealed = roots[0]!.seal("key-material", { nonce: random(24), boundTo: "k", plaintext: new Uint8Array(4) });
  return roots.every((root) => root.open("key-material", { sealed, boundTo: "k" }) !== undefined);
}

const failure = (source: RootKeySource): Promise<RootKeyError> =>
  openRootKey(source, random).then(
    () => expect.unreachable("it did not fail"),
    (thrown: RootKeyError) => {
      expect(thrown).toBeInstanceOf(RootKeyError);
      expect(thrown.message).toMatch(/^KW006: /);
      return thrown;
    },
  );

describe("a key file", () => {
  it("is made where there is none, for its owner alone, whatever the umask", async () => {
    const keyFile = at("store.root");
    const before = process.umask(0o000);
    try {
      expect(await areSame({ keyFile }, { keyFile })).toBe(true);
    } finally {
      process.umask(before);
    }
    expect(modeOf(keyFile)).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["store.root"]);
    expect(await areSame({ keyFile }, { keyFile: at("other.root") })).toBe(false);
  });

  it.each([0o640, 0o604, 0o660, 0o620, 0o601])("that others may read or write is refused: mode %o", async (mode) => {
    const keyFile = at("store.root");
    await openRootKey({ keyFile }, random);
    chmodSync(keyFile, mode);
    expect((await failure({ keyFile })).message).toBe(
      `KW006: ${keyFile} may be read or written by others (mode 0${mode.toString(8)}): chmod 600 ${keyFile}`,
    );
    chmodSync(keyFile, 0o400);
    expect(await areSame({ keyFile }, { keyFile })).toBe(true);
  });

  it("may be a link to one, as secrets of containers are", async () => {
    await openRootKey({ keyFile: at("a") }, random);
    symlinkSync(at("a"), at("b"));
    expect(await areSame({ keyFile: at("a") }, { keyFile: at("b") })).toBe(true);
  });

  it("that is damaged, a folder, too large or nowhere is refused, and nothing is made in its place", async () => {
    const damaged = put("damaged", '{"kmsward":"root key"');
    mkdirSync(at("folder"), { mode: 0o700 });
    expect((await failure({ keyFile: damaged })).message).toBe(`KW006: ${damaged} is no root key file, or is damaged`);
    expect(readFileSync(damaged, "utf8")).toBe('{"kmsward":"root key"');
    expect((await failure({ keyFile: at("folder") })).message).toContain("is a folder");
    expect((await failure({ keyFile: put("large", " ".repeat(70_000)) })).message).toContain("is too large");
    expect((await failure({ keyFile: put("empty", "") })).message).toContain("is no root key file");
    expect((await failure({ keyFile: at("no/such/folder/root") })).message).toContain("cannot be written");
    expect(existsSync(at("no"))).toBe(false);
  });
});

describe("a passphrase file", () => {
  it("opens the key file that it was made with, with or without a newline at its end", async () => {
    const keyFile = at("store.root");
    const sources = [put("p1", "correct horse"), put("p2", "correct horse\n"), put("p3", "correct horse\r\n")];
    expect(await areSame(...sources.map((passphraseFile) => ({ keyFile, passphraseFile })))).toBe(true);
    expect(modeOf(keyFile)).toBe(0o600);
    expect(readFileSync(keyFile, "utf8")).toMatch(/"N": 131072/);
  });

  it("with another passphrase is refused, and says nothing of either", async () => {
    const [keyFile, right, wrong] = [at("store.root"), put("right", "correct horse"), put("wrong", "battery staple")];
    await openRootKey({ keyFile, passphraseFile: right }, random);
    const thrown = await failure({ keyFile, passphraseFile: wrong });
    expect(thrown.message).toBe(`KW006: the passphrase in ${wrong} does not open ${keyFile}, or that file is damaged`);
    expect(inspect(thrown, { depth: 9, showHidden: true })).not.toMatch(/battery|horse/);
    expect((await failure({ keyFile })).message).toContain("is sealed under a passphrase: give `passphraseFile`");
    await openRootKey({ keyFile: at("plain.root") }, random);
    expect((await failure({ keyFile: at("plain.root"), passphraseFile: right })).message).toContain("is not sealed under any passphrase");
  });

  it("that is not there, empty or open to others is refused, and no key file is made", async () => {
    const keyFile = at("store.root");
    const messages = await Promise.all(
      [at("none"), put("empty", "\n"), put("open", "x", 0o644)].map(
        async (passphraseFile) => (await failure({ keyFile, passphraseFile })).message,
      ),
    );
    expect(messages).toEqual([
      `KW006: there is no passphrase file ${at("none")}`,
      `KW006: the passphrase file ${at("empty")} is empty`,
      `KW006: ${at("open")} may be read or written by others (mode 0644): chmod 600 ${at("open")}`,
    ]);
    expect(existsSync(keyFile)).toBe(false);
  });
});

describe("an environment variable", () => {
  const KEY = random(32);
  const environment = "KMSWARD_TEST_ROOT";

  it("holds the key in base64 or hexadecimal digits", async () => {
    vi.stubEnv("KMSWARD_TEST_ROOT_2", Buffer.from(KEY).toString("hex").toUpperCase());
    vi.stubEnv(environment, ` ${Buffer.from(KEY).toString("base64")}\n`);
    expect(await areSame({ environment }, { environment: "KMSWARD_TEST_ROOT_2" })).toBe(true);
  });

  it.each(["", "  ", "correct horse battery staple", "00".repeat(31), "00".repeat(33), btoa("x".repeat(31)), `${btoa("x".repeat(32))}=`])(
    "%j is none",
    async (text) => {
      vi.stubEnv(environment, text);
      const { message } = await failure({ environment });
      expect(message).toContain(environment);
      if (text.trim() !== "") expect(message).not.toContain(text);
    },
  );

  it("that is not set is told", async () => {
    expect((await failure({ environment })).message).toBe(`KW006: the environment variable ${environment} is not set`);
  });
});

describe("processes that start at once", () => {
  const PROCESSES = 4;

  it.each(process.env.KMSWARD_LONG === "1" ? ["without a passphrase", "with one"] : ["without a passphrase"])(
    "get one key, %s",
    { timeout: 60_000 },
    async (which) => {
      const script = at("start.mjs");
      await build({
        stdin: {
          contents: `import { openRootKey } from "./src/stores/root-key-source.ts"; import { randomFillSync } from "node:crypto";
          const root = await openRootKey(JSON.parse(process.argv[2]), (n) => randomFillSync(new Uint8Array(n)));
          process.stdout.write(Buffer.from(root.seal("key-material", { nonce: new Uint8Array(24), boundTo: "", plaintext: new Uint8Array(8) })).toString("hex"));`,
          resolveDir: ROOT,
        },
        outfile: script,
        bundle: true,
        format: "esm",
        platform: "node",
      });
      mkdirSync(at("beside"));
      const keyFile = at("beside/store.root");
      const source = which === "with one" ? { keyFile, passphraseFile: put("p", "correct horse") } : { keyFile };
      const run = promisify(execFile);
      const started = Array.from({ length: PROCESSES }, () => run(process.execPath, [script, JSON.stringify(source)]));
      const printed = (await Promise.all(started)).map(({ stdout }) => stdout);
      expect(printed[0]).toMatch(/^d26b6d72/);
      expect(new Set(printed).size).toBe(1);
      expect(readdirSync(at("beside"))).toEqual(["store.root"]);
    },
  );
});

describe("createKms", () => {
  it("takes a source in place of a root key: what one sealed the next opens", async () => {
    const keyFile = at("store.root");
    const world = { keys: { k: { id: "1234abcd-12ab-34cd-56ef-1234567890ab", origin: "EXTERNAL" as const } } };
    const start = async (name: string) => (await createKms({ world, root: { keyFile: at(name) } })).as("arn:aws:iam::111122223333:root");
    const wish = { KeyId: world.keys.k.id, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
    const { ImportToken } = (await start("store.root")).getParametersForImport(wish);
    expect(modeOf(keyFile)).toBe(0o600);
    const attempt = (kms: Awaited<ReturnType<typeof start>>) => () =>
      kms.importKeyMaterial({
        KeyId: wish.KeyId,
        ImportToken,
        EncryptedKeyMaterial: new Uint8Array(256),
        ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
      });
    expect(attempt(await start("store.root"))).toThrow(expect.objectContaining({ name: "InvalidCiphertextException" })); // the token is read
    expect(attempt(await start("other.root"))).toThrow(expect.objectContaining({ name: "InvalidImportTokenException" }));
  });

  it("does not start without the root key it is told", async () => {
    await expect(createKms({ root: { environment: "KMSWARD_NO_SUCH" } })).rejects.toThrow(RootKeyError);
  });
});
