import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Member, type Members, mapOf, TEXT } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";
import { writeCborArray, writeCborBytes } from "./cbor.ts";
import { BIT_STRING, INTEGER, OCTET_STRING, SEQUENCE, writeDer } from "./der.ts";
import { openEnvelope } from "./open-envelope.ts";

export type TestEnclaveOptions = {
  /** Its measurements, 48 bytes in hexadecimal digits, by register; all zeros, as those of an enclave in debug mode, for 0 to 4 and 8 unless told. */
  readonly pcrs?: Readonly<Record<number, string>>;
  readonly moduleId?: string;
};

export type TestEnclave = {
  /** PEM of the certificate authority that nobody trusts but who is told to: `createKms({ attestationRoots: [enclave.rootCertificate] })`. */
  readonly rootCertificate: string;
  /** `Recipient` of Decrypt, GenerateDataKey, GenerateDataKeyPair, GenerateRandom and DeriveSharedSecret, made at this time (milliseconds since the epoch). */
  readonly recipient: (nowMs: number) => {
    readonly KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_256";
    readonly AttestationDocument: Uint8Array;
  };
  /** Reads `CiphertextForRecipient`. @throws {Error} for what was not made for this enclave. */
  readonly open: (envelope: Uint8Array) => Uint8Array;
};

const OPTIONS: Members = {
  pcrs: mapOf({ is: (value) => typeof value === "string" && /^(?:[0-9a-f]{2})+$/i.test(value), words: "hexadecimal digits" }),
  moduleId: TEXT,
} satisfies Record<keyof TestEnclaveOptions, Member>;

/**
 * A Nitro Enclave that is none, to test what talks to KMS from one: it has a root certificate, attestation documents and a key of its own making. Attests
 * nothing: a KMS that trusts its root gives keys to anyone who has this object. Makes an RSA key, which takes some tenths of a second.
 *
 * - Source: AWS Nitro Enclaves User Guide, "Verifying the root of trust"; RFC 9052; RFC 5280.
 */
export function dangerousTestEnclave(options: TestEnclaveOptions = {}): TestEnclave {
  assertOptions(options, OPTIONS, "dangerousTestEnclave");
  const { pcrs = DEBUG_MODE, moduleId = MODULE_ID } = options;
  const measured = Object.entries(pcrs).map(
    ([register, value]) => [cborNumber(Number(register)), writeCborBytes(hexToBytes(value))] as const,
  );
  const [root, leaf] = [generateKeyPairSync("ec", CURVE), generateKeyPairSync("ec", CURVE)];
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const rootRaw = certificate({ subject: ROOT_NAME, key: root.publicKey, signer: root.privateKey, extensions: AUTHORITY });
  const leafRaw = certificate({ subject: moduleId, key: leaf.publicKey, signer: root.privateKey, extensions: SIGNER });
  const documentAt = (nowMs: number): Uint8Array => {
    const payload = cborMap([
      [cborText("module_id"), cborText(moduleId)],
      [cborText("digest"), cborText("SHA384")],
      [cborText("timestamp"), cborNumber(nowMs)],
      [cborText("pcrs"), cborMap(measured)],
      [cborText("certificate"), writeCborBytes(leafRaw)],
      [cborText("cabundle"), writeCborArray(writeCborBytes(rootRaw))],
      [cborText("public_key"), writeCborBytes(spkiOf(publicKey))],
    ]);
    const parts = [writeCborBytes(ES384_HEADER), writeCborBytes(payload)] as const;
    const signed = writeCborArray(cborText("Signature1"), parts[0], writeCborBytes(new Uint8Array()), parts[1]);
    const signature = sign("sha384", signed, { key: leaf.privateKey, dsaEncoding: "ieee-p1363" });
    return writeCborArray(parts[0], cborMap([]), parts[1], writeCborBytes(Uint8Array.from(signature)));
  };
  return {
    rootCertificate: pemOf(rootRaw),
    recipient: (nowMs) => ({ KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_256", AttestationDocument: documentAt(nowMs) }),
    open: (envelope) => openEnvelope(envelope, privateKey),
  };
}

const CURVE = { namedCurve: "secp384r1" } as const;
const ROOT_NAME = "kmsward test enclaves: trust nothing";
const MODULE_ID = "i-0123456789abcdef0-enc0123456789abcdef";
const DEBUG_MODE = Object.fromEntries([0, 1, 2, 3, 4, 8].map((register) => [register, "00".repeat(48)]));
const ES384_HEADER = hexToBytes("a1013822"); // { 1: -35 }

const ECDSA_SHA_384 = hexToBytes("300a06082a8648ce3d040303");
const VERSION_3 = hexToBytes("a003020102");
const COMMON_NAME = hexToBytes("0603550403");
const SET = 0x31;
const UTF8_STRING = 0x0c;
const EXTENSIONS = 0xa3;
const ALWAYS = writeDer(SEQUENCE, utcTime("700101000000Z"), utcTime("491231235959Z")); // 1970 to 2049: for tests of any date

const extension = (id: string, value: string): Uint8Array =>
  writeDer(SEQUENCE, hexToBytes(id), hexToBytes("0101ff"), writeDer(OCTET_STRING, hexToBytes(value)));
const BASIC_CONSTRAINTS = "0603551d13";
const KEY_USAGE = "0603551d0f";
const AUTHORITY = [extension(BASIC_CONSTRAINTS, "30030101ff"), extension(KEY_USAGE, "03020106")];
const SIGNER = [extension(KEY_USAGE, "03020780")];

function certificate(parts: {
  readonly subject: string;
  readonly key: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Uint8Array[];
}): Uint8Array {
  const spki = spkiOf(parts.key);
  const serial = createHash("sha256").update(spki).digest().subarray(0, 16);
  serial[0] = ((serial[0] as number) & 0x3f) | 0x40; // positive, and none shorter than it is
  const signed = writeDer(
    SEQUENCE,
    VERSION_3,
    writeDer(INTEGER, serial),
    ECDSA_SHA_384,
    nameOf(ROOT_NAME),
    ALWAYS,
    nameOf(parts.subject),
    spki,
    writeDer(EXTENSIONS, writeDer(SEQUENCE, ...parts.extensions)),
  );
  return writeDer(SEQUENCE, signed, ECDSA_SHA_384, writeDer(BIT_STRING, Uint8Array.of(0), sign("sha384", signed, parts.signer)));
}

const nameOf = (name: string): Uint8Array =>
  writeDer(SEQUENCE, writeDer(SET, writeDer(SEQUENCE, COMMON_NAME, writeDer(UTF8_STRING, utf8ToBytes(name)))));
function utcTime(text: string): Uint8Array {
  return writeDer(0x17, utf8ToBytes(text));
}
const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: "spki", format: "der" }));
const pemOf = (raw: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(raw).toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

/** CBOR (RFC 8949) of what an attestation document has beside byte strings and arrays. */
const cborHead = (major: number, argument: number): Uint8Array => {
  if (argument < 24) return Uint8Array.of((major << 5) | argument);
  const wide = Buffer.alloc(9);
  wide[0] = (major << 5) | 27;
  wide.writeBigUInt64BE(BigInt(argument), 1);
  return Uint8Array.from(wide);
};
const cborNumber = (value: number): Uint8Array => cborHead(0, value);
function cborText(text: string): Uint8Array {
  const encoded = utf8ToBytes(text);
  return concatBytes(cborHead(3, encoded.length), encoded);
}
const cborMap = (pairs: readonly (readonly [Uint8Array, Uint8Array])[]): Uint8Array =>
  concatBytes(cborHead(5, pairs.length), ...pairs.flat());
