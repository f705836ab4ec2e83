import {
  constants,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  sign,
} from "node:crypto";
import { BIT_STRING, INTEGER, OCTET_STRING, SEQUENCE, writeDer } from "../../src/crypto/der.ts";
import { hex, utf8 } from "./bytes.ts";
import { rsaTestKey } from "./materials.ts";

/** An enclave that is none: root, chain, document and key of our own, each part of which a test may get wrong. */

const ALGORITHM = hex("300a06082a8648ce3d040303"); // ecdsa-with-SHA384

export const BASIC_CONSTRAINTS = "551d13";
export const KEY_USAGE = "551d0f";
export const extension = (id: string, value: Uint8Array, critical = true): Uint8Array =>
  writeDer(SEQUENCE, writeDer(6, hex(id)), ...(critical ? [hex("0101ff")] : []), writeDer(OCTET_STRING, value));
export const caExtension = (pathLength?: number): Uint8Array =>
  extension(
    BASIC_CONSTRAINTS,
    writeDer(SEQUENCE, hex("0101ff"), ...(pathLength === undefined ? [] : [writeDer(INTEGER, Uint8Array.of(pathLength))])),
  );
export const mayCertify = (): Uint8Array => extension(KEY_USAGE, hex("03020106"));
export const maySign = (): Uint8Array => extension(KEY_USAGE, hex("03020780"));

export type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
export const pair = (namedCurve = "secp384r1"): Pair => generateKeyPairSync("ec", { namedCurve });

export type CertificateParts = {
  readonly subject: string;
  readonly issuer: string;
  readonly keys: Pair;
  readonly signer: Pair;
  readonly fromMs: number;
  readonly toMs: number;
  readonly extensions: readonly Uint8Array[];
  readonly algorithm: Uint8Array;
  readonly hash: string;
};

const nameOf = (name: string) => writeDer(SEQUENCE, writeDer(0x31, writeDer(SEQUENCE, hex("0603550403"), writeDer(0x0c, utf8(name)))));
const timeOf = (ms: number) => writeDer(0x17, utf8(`${new Date(ms).toISOString().slice(2, 19).replace(/\D/g, "")}Z`));
const spkiOf = (key: KeyObject) => Uint8Array.from(key.export({ type: "spki", format: "der" }));

export function certificate({ subject, issuer, keys, signer, fromMs, toMs, extensions, algorithm, hash }: CertificateParts): Uint8Array {
  const tbs = writeDer(
    SEQUENCE,
    hex("a003020102"),
    writeDer(INTEGER, Uint8Array.of(7)),
    algorithm,
    nameOf(issuer),
    writeDer(SEQUENCE, timeOf(fromMs), timeOf(toMs)),
    nameOf(subject),
    spkiOf(keys.publicKey),
    writeDer(0xa3, writeDer(SEQUENCE, ...extensions)),
  );
  return writeDer(SEQUENCE, tbs, algorithm, writeDer(BIT_STRING, Uint8Array.of(0), sign(hash, tbs, signer.privateKey)));
}

export const pemOf = (raw: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(raw).toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

export type Tweaks = {
  readonly root?: Partial<CertificateParts>;
  readonly authority?: Partial<CertificateParts>;
  readonly leaf?: Partial<CertificateParts>;
  readonly chain?: (raws: readonly Uint8Array[]) => readonly Uint8Array[];
};

export type Chain = { readonly raws: readonly Uint8Array[]; readonly rootPem: string; readonly leafKeys: Pair };

const HOUR = 3_600_000;
export const NOW = Date.UTC(2026, 10, 1);

/** Root, one authority between, leaf. */
export function chainOf(tweaks: Tweaks = {}): Chain {
  const [rootKeys, authorityKeys, leafKeys] = [pair(), pair(), tweaks.leaf?.keys ?? pair()];
  const always = { fromMs: NOW - HOUR, toMs: NOW + 3 * HOUR, algorithm: ALGORITHM, hash: "sha384" };
  const root = certificate({
    ...always,
    subject: "root",
    issuer: "root",
    keys: rootKeys,
    signer: rootKeys,
    extensions: [caExtension(), mayCertify()],
    ...tweaks.root,
  });
  const authority = {
    subject: "authority",
    issuer: "root",
    keys: authorityKeys,
    signer: rootKeys,
    extensions: [caExtension(0), mayCertify()],
  };
  const leaf = { subject: "leaf", issuer: "authority", keys: leafKeys, signer: authorityKeys, extensions: [maySign()] };
  const raws = [root, certificate({ ...always, ...authority, ...tweaks.authority }), certificate({ ...always, ...leaf, ...tweaks.leaf })];
  return { raws: tweaks.chain?.(raws) ?? raws, rootPem: pemOf(root), leafKeys };
}

/** CBOR of what a test says it in. */
export function cbor(value: unknown): Uint8Array {
  if (value === null) return Uint8Array.of(0xf6);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), utf8(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  const pairs = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

function head(major: number, argument: number): Uint8Array {
  if (argument < 24) return Uint8Array.of((major << 5) | argument);
  const wide = Buffer.alloc(9);
  wide[0] = (major << 5) | 27;
  wide.writeBigUInt64BE(BigInt(argument), 1);
  return argument < 0x10000 ? Uint8Array.of((major << 5) | 25, argument >> 8, argument & 0xff) : wide;
}

const enclaveKey = createPrivateKey({ key: Buffer.from(rsaTestKey("RSA_2048")), type: "pkcs8", format: "der" });
export const ENCLAVE_PEM = enclaveKey.export({ type: "pkcs8", format: "pem" }).toString();
export const ENCLAVE_SPKI = spkiOf(createPublicKey(enclaveKey));
export const pcr = (n: number): Uint8Array => new Uint8Array(48).fill(0xa0 + n);
export const MODULE_ID = "i-0123456789abcdef0-enc0123456789abcdef";

export const claimsOf = ({ raws }: Chain, nowMs = NOW): Map<string, unknown> =>
  new Map<string, unknown>([
    ["module_id", MODULE_ID],
    ["digest", "SHA384"],
    ["timestamp", nowMs],
    ["pcrs", new Map([0, 1, 2, 3, 4, 8].map((n) => [n, pcr(n)]))],
    ["certificate", raws.at(-1)],
    ["cabundle", raws.slice(0, -1)],
    ["public_key", ENCLAVE_SPKI],
    ["user_data", null],
    ["nonce", null],
  ]);

export type Signing = {
  readonly header?: unknown;
  readonly unprotected?: unknown;
  readonly key?: KeyObject;
  readonly payload?: Uint8Array;
  readonly hash?: string;
};

export function documentOf(chain: Chain, claims: ReadonlyMap<string, unknown> = claimsOf(chain), signing: Signing = {}): Uint8Array {
  const header = cbor(signing.header ?? new Map([[1, -35]]));
  const payload = signing.payload ?? cbor(claims);
  const signed = cbor(["Signature1", header, new Uint8Array(), payload]);
  const signature = sign(signing.hash ?? "sha384", signed, { key: signing.key ?? chain.leafKeys.privateKey, dsaEncoding: "ieee-p1363" });
  return Uint8Array.from(cbor([header, signing.unprotected ?? new Map(), payload, Uint8Array.from(signature)]));
}

type Ber = { readonly tag: number; readonly content: Uint8Array; readonly children: readonly Ber[] };

/** BER as the envelope has it: definite lengths up to two bytes, and indefinite ones. */
function readBer(bytes: Uint8Array, from: number): { readonly element: Ber; readonly end: number } {
  const [tag = 0, first = 0] = bytes.subarray(from, from + 2);
  const octets = first > 0x80 ? first & 0x7f : 0;
  const start = from + 2 + octets;
  const length = first < 0x80 ? first : Number.parseInt(Buffer.from(bytes.subarray(from + 2, start)).toString("hex") || "0", 16);
  const children: Ber[] = [];
  const isOver = (at: number) => (first === 0x80 ? bytes[at] === 0 && bytes[at + 1] === 0 : at >= start + length);
  let at = start;
  while ((tag & 0x20) !== 0 && !isOver(at)) {
    const { element, end } = readBer(bytes, at);
    children.push(element);
    at = end;
  }
  const end = first === 0x80 ? at + 2 : start + length;
  return { element: { tag, content: bytes.subarray(start, end), children }, end };
}

/** What the enclave does with CiphertextForRecipient. */
export function openEnvelope(envelope: Uint8Array): Uint8Array {
  const { element, end } = readBer(envelope, 0);
  if (end !== envelope.length) throw new Error("bytes after the envelope");
  const [, recipients, encrypted] = element.children[1]!.children[0]!.children;
  const sealedKey = recipients!.children[0]!.children[3]!.content;
  const iv = encrypted!.children[1]!.children[1]!.content;
  const content = encrypted!.children[2]!.children[0]!.content;
  const key = privateDecrypt({ key: enclaveKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, sealedKey);
  const decipher = createDecipheriv("aes-256-cbc", key, iv);
  return Uint8Array.from(Buffer.concat([decipher.update(content), decipher.final()]));
}
