import { constants } from "node:fs";
import { type FileHandle, link, open, rm } from "node:fs/promises";
import { type Members, memberFaults, needed, TEXT } from "../base/members.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { RandomBytes } from "../crypto/key-spec.ts";
import { RootKey } from "../crypto/root-key.ts";
import { type RootKeyFault, readRootKeyFile, writeRootKeyFile } from "../crypto/root-key-file.ts";

/**
 * Where a root key comes from:
 *
 * - `keyFile`: a file beside the store. Where there is none a new root key is generated and written to it, readable by its owner alone (mode 0600).
 * - `keyFile` and `passphraseFile`: the same, sealed under the passphrase that the other file holds (scrypt); a newline at its end does not count.
 * - `environment`: an environment variable, with 32 bytes in base64 or as 64 hexadecimal digits.
 */
export type RootKeySource = { readonly keyFile: string; readonly passphraseFile?: string } | { readonly environment: string };

/** Thrown where the root key cannot be had. Says which file or variable, and never what is in it. */
export class RootKeyError extends Error {
  override readonly name = "RootKeyError";
  readonly code = "KW006";

  constructor(message: string, options?: ErrorOptions) {
    super(`KW006: ${message}`, options);
  }
}

const OF_FILE: Members = { keyFile: needed(TEXT), passphraseFile: TEXT };
const OF_ENVIRONMENT: Members = { environment: needed(TEXT) };

/**
 * The root key of a source; `make: false`: one that must be there. Any number of processes may ask for one that does not exist yet: one of them makes it, and all get the same.
 *
 * @throws {RootKeyError} for a file that others may read, a wrong passphrase, and the like.
 */
export async function openRootKey(
  source: RootKeySource,
  randomBytes: RandomBytes,
  { make = true }: { readonly make?: boolean } = {},
): Promise<RootKey> {
  const [fault] = memberFaults(source, "environment" in Object(source) ? OF_ENVIRONMENT : OF_FILE, { file: "openRootKey", pointer: "" });
  if (fault !== undefined) throw new RootKeyError(`${fault.message}${fault.help === undefined ? "" : `: ${fault.help}`}`);
  if ("environment" in source) return ofEnvironment(source.environment);
  const { keyFile, passphraseFile } = source;
  const passphrase = passphraseFile === undefined ? undefined : await readPassphrase(passphraseFile);
  const known = await readPrivate(keyFile);
  if (known === undefined && !make)
    throw new RootKeyError(`there is no root key file ${keyFile}, and nothing else opens what was sealed under its key`);
  const text = known ?? (await generate(keyFile, passphrase, randomBytes));
  const read = await readRootKeyFile(Buffer.from(text).toString("utf8"), passphrase);
  text.fill(0);
  passphrase?.fill(0);
  if (!read.ok) throw new RootKeyError(FAULTS[read.error](keyFile, passphraseFile ?? ""));
  return rootKeyOf(read.value);
}

const FAULTS: Readonly<Record<RootKeyFault, (keyFile: string, passphraseFile: string) => string>> = {
  "not-a-root-key-file": (keyFile) => `${keyFile} is no root key file, or is damaged`,
  "passphrase-missing": (keyFile) => `${keyFile} is sealed under a passphrase: give \`passphraseFile\``,
  "passphrase-unused": (keyFile) => `${keyFile} is not sealed under any passphrase: leave \`passphraseFile\` out`,
  "wrong-passphrase": (keyFile, passphraseFile) => `the passphrase in ${passphraseFile} does not open ${keyFile}, or that file is damaged`,
};

function rootKeyOf(bytes: Uint8Array): RootKey {
  const root = RootKey.from(bytes);
  bytes.fill(0);
  if (!root.ok) throw new RootKeyError("a root key has 32 bytes");
  return root.value;
}

function ofEnvironment(variable: string): RootKey {
  const text = process.env[variable]?.trim() ?? "";
  if (text === "") throw new RootKeyError(`the environment variable ${variable} is not set`);
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  if (!isHex && !/^[A-Za-z0-9+/]{43}=$/.test(text))
    throw new RootKeyError(`the environment variable ${variable} does not hold 32 bytes in base64 or as 64 hexadecimal digits`);
  return rootKeyOf(Uint8Array.from(Buffer.from(text, isHex ? "hex" : "base64")));
}

const LARGEST = 65_536;

async function readPassphrase(path: string): Promise<Uint8Array> {
  const bytes = await readPrivate(path);
  if (bytes === undefined) throw new RootKeyError(`there is no passphrase file ${path}`);
  const end = bytes.at(-1) !== 0x0a ? bytes.length : bytes.at(-2) === 0x0d ? bytes.length - 2 : bytes.length - 1;
  if (end === 0) throw new RootKeyError(`the passphrase file ${path} is empty`);
  return bytes.subarray(0, end);
}

/** The bytes of a file that its owner alone may read and write; undefined where there is none. Asked of the open file: no other can take its place. */
async function readPrivate(path: string): Promise<Uint8Array | undefined> {
  const opened = await attempt(() => open(path, constants.O_RDONLY), "ENOENT");
  if (!opened.ok) return undefined;
  const file = opened.value;
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw new RootKeyError(`${path} is a folder`);
    const mode = stats.mode & 0o777;
    if ((mode & 0o077) !== 0 && process.platform !== "win32") {
      throw new RootKeyError(`${path} may be read or written by others (mode ${mode.toString(8).padStart(4, "0")}): chmod 600 ${path}`);
    }
    if (stats.size > LARGEST) throw new RootKeyError(`${path} is too large`);
    return Uint8Array.from(await file.readFile());
  } catch (cause) {
    throw cause instanceof RootKeyError ? cause : new RootKeyError(`${path} cannot be read`, { cause });
  } finally {
    await file.close();
  }
}

/** Written whole under another name, and linked to its own: whoever comes second finds the whole file of the first. */
async function generate(path: string, passphrase: Uint8Array | undefined, randomBytes: RandomBytes): Promise<Uint8Array> {
  const key = randomBytes(32);
  const text = Buffer.from(await writeRootKeyFile({ key, passphrase, randomBytes }), "utf8");
  key.fill(0);
  const draft = `${path}.${process.pid}.${Buffer.from(randomBytes(8)).toString("hex")}`;
  try {
    await writePrivate(draft, text);
    const linked = await attempt(() => link(draft, path), "EEXIST");
    if (linked.ok) return Uint8Array.from(text);
  } catch (cause) {
    throw cause instanceof RootKeyError ? cause : new RootKeyError(`${path} cannot be written`, { cause });
  } finally {
    text.fill(0);
    await rm(draft, { force: true });
  }
  const first = await readPrivate(path);
  if (first === undefined) throw new RootKeyError(`${path} is gone`);
  return first;
}

async function writePrivate(path: string, text: Uint8Array): Promise<void> {
  const file: FileHandle = await open(path, "wx", 0o600);
  try {
    await file.chmod(0o600); // whatever the umask
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What happens, but for the one thing that may go wrong. */
async function attempt<T>(run: () => Promise<T>, expected: string): Promise<Result<T, undefined>> {
  try {
    return ok(await run());
  } catch (cause) {
    const { code } = cause as { readonly code?: string };
    if (code === expected) return fail(undefined);
    throw new RootKeyError(`${(cause as Error).message}`, { cause });
  }
}
