import { scrypt } from "node:crypto";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fail, ok, type Result } from "../base/result.ts";
import { XAES_NONCE_LENGTH, Xaes256Gcm } from "./aes-gcm.ts";
import type { RandomBytes } from "./key-spec.ts";

/** What is wrong with a root key file, or with the passphrase it was opened with. Damage and a wrong passphrase cannot be told apart. */
export type RootKeyFault = "not-a-root-key-file" | "passphrase-missing" | "passphrase-unused" | "wrong-passphrase";

/** What scrypt costs (RFC 7914): 128 · N · r bytes of memory, and time in proportion to N · r · p. */
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };

/** 128 MiB, and some tenths of a second (OWASP Password Storage Cheat Sheet, scrypt). */
const COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };
const MOST_BYTES = 2 ** 30; // a file that asks for more is not obeyed
const MOST_PASSES = 16;

const KEY_LENGTH = 32;
const SALT_LENGTH = 32;
const KIND = "root key";

/**
 * The text of a file that holds a root key, sealed where there is a passphrase.
 *
 * - Shape: JSON, `{ kmsward: "root key", version: 1, key }`; or `{ …, scrypt: { N, r, p, salt }, sealed }`, of which `sealed` is a nonce of 24 bytes and
 *   XAES-256-GCM of the key under scrypt of the passphrase, with the kind, version and cost as associated data. Bytes are base64. Source: our own.
 */
export async function writeRootKeyFile(parts: {
  readonly key: Uint8Array;
  readonly passphrase?: Uint8Array | undefined;
  readonly randomBytes: RandomBytes;
  readonly cost?: ScryptCost;
}): Promise<string> {
  const { key, passphrase, randomBytes, cost = COST } = parts;
  const head = { kmsward: KIND, version: 1 };
  if (passphrase === undefined) return textOf({ ...head, key: base64(key) });
  const [salt, nonce] = [randomBytes(SALT_LENGTH), randomBytes(XAES_NONCE_LENGTH)];
  const cipher = await cipherOf(passphrase, salt, cost);
  const sealed = Buffer.concat([nonce, cipher.seal(nonce, associated(cost), key)]);
  return textOf({ ...head, scrypt: { ...cost, salt: base64(salt) }, sealed: base64(sealed) });
}

/** The 32 bytes of the root key. */
export async function readRootKeyFile(text: string, passphrase?: Uint8Array): Promise<Result<Uint8Array, RootKeyFault>> {
  const file = parse(text);
  if (file === undefined) return fail("not-a-root-key-file");
  if (file.kind === "plain") return passphrase === undefined ? ok(file.key) : fail("passphrase-unused");
  if (passphrase === undefined) return fail("passphrase-missing");
  const { cost, salt, sealed } = file;
  const cipher = await cipherOf(passphrase, salt, cost);
  const key = cipher.open(sealed.subarray(0, XAES_NONCE_LENGTH), associated(cost), sealed.subarray(XAES_NONCE_LENGTH));
  return key?.length === KEY_LENGTH ? ok(key) : fail("wrong-passphrase");
}

type ParsedFile =
  | { readonly kind: "plain"; readonly key: Uint8Array }
  | { readonly kind: "sealed"; readonly cost: ScryptCost; readonly salt: Uint8Array; readonly sealed: Uint8Array };

function parse(text: string): ParsedFile | undefined {
  const file = record(json(text));
  if (file?.kmsward !== KIND || file.version !== 1) return undefined;
  const key = bytes(file.key);
  if (key !== undefined) return key.length === KEY_LENGTH && file.scrypt === undefined ? { kind: "plain", key } : undefined;
  const { N, r, p, salt: saltText } = record(file.scrypt) ?? {};
  const [salt, sealed, cost] = [bytes(saltText), bytes(file.sealed), { N, r, p }];
  if (salt?.length !== SALT_LENGTH || sealed === undefined || sealed.length <= XAES_NONCE_LENGTH || !isAffordable(cost)) return undefined;
  return { kind: "sealed", cost, salt, sealed };
}

/** N is a power of two (RFC 7914, section 2). */
function isAffordable(cost: { readonly [C in keyof ScryptCost]: unknown }): cost is ScryptCost {
  const { N, r, p } = cost as ScryptCost;
  if (![N, r, p].every((part) => Number.isSafeInteger(part) && part > 0)) return false;
  return N > 1 && Number.isInteger(Math.log2(N)) && 128 * N * r <= MOST_BYTES && p <= MOST_PASSES;
}

function cipherOf(passphrase: Uint8Array, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Xaes256Gcm> {
  const maxmem = 128 * r * (N + p + 2); // what the algorithm needs
  return new Promise((resolve, reject) =>
    scrypt(passphrase, salt, KEY_LENGTH, { N, r, p, maxmem }, (error, derived) => {
      if (error !== null) return reject(error);
      const cipher = new Xaes256Gcm(derived);
      derived.fill(0);
      return resolve(cipher);
    }),
  );
}

const associated = ({ N, r, p }: ScryptCost): Uint8Array => utf8ToBytes(`kmsward ${KIND} 1 scrypt ${N} ${r} ${p}`);

const textOf = (file: object): string => `${JSON.stringify(file, null, 2)}\n`;
const base64 = (data: Uint8Array): string => Buffer.from(data).toString("base64");

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;

/** Base64 as it is written here, and no other. */
function bytes(value: unknown): Uint8Array | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const decoded = Buffer.from(value, "base64");
  return decoded.toString("base64") === value ? Uint8Array.from(decoded) : undefined;
}
