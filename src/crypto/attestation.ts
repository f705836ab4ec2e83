import { verify } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import { type Cbor, type CborMap, isCborMap, readCbor, writeCborArray, writeCborBytes } from "./cbor.ts";
import type { ChainFault, TrustedRoots } from "./certificate-chain.ts";
import type { RsaSpec } from "./key-spec.ts";
import { importRsaPublic, MODULUS_BITS } from "./rsa/key.ts";

/** What a verified attestation document says. */
export type AttestationDocument = {
  readonly moduleId: string;
  readonly kind: "enclave" | "tpm"; // a Nitro Enclave, or an EC2 instance with NitroTPM: their measurements are not the same
  readonly pcrs: ReadonlyMap<number, Uint8Array>;
  readonly publicKey: RecipientKey;
};
export type RecipientKey = { readonly spec: RsaSpec; readonly spki: Uint8Array };

export type AttestationFault = "malformed" | ChainFault | "wrong-signature" | "not-fresh" | "no-public-key";

/** How long a document serves, and how far its clock may be ahead. Whether AWS KMS looks is not documented: nothing else binds a document to a time. */
export type Freshness = { readonly maxAgeMs: number; readonly maxAheadMs: number };

/**
 * Reads and verifies an attestation document: its form, its certificates, its signature, its time, its key, in this order. Documents differ in who
 * signed what: all of it is said by one fault. Source: Nitro Enclaves, attestation process; EC2 User Guide, "NitroTPM Attestation Document".
 */
export function verifyAttestation(parts: {
  readonly document: Uint8Array;
  readonly roots: TrustedRoots;
  readonly nowMs: number;
  readonly freshness: Freshness;
}): Result<AttestationDocument, AttestationFault> {
  const { document, roots, nowMs, freshness } = parts;
  const signed = readSigned(document);
  const claims = signed && readClaims(signed.payload);
  if (!signed || !claims) return fail("malformed");

  const leaf = roots.leafKey(claims.chain, nowMs);
  if (!leaf.ok) return leaf;
  const signedBytes = writeCborArray(
    SIGNATURE_1,
    writeCborBytes(signed.protectedHeader),
    writeCborBytes(EMPTY),
    writeCborBytes(signed.payload),
  );
  if (!verify("sha384", signedBytes, { key: leaf.value, dsaEncoding: "ieee-p1363" }, signed.signature)) return fail("wrong-signature");

  const ageMs = nowMs - claims.timestampMs;
  if (!(ageMs <= freshness.maxAgeMs && -ageMs <= freshness.maxAheadMs)) return fail("not-fresh");

  const publicKey = claims.publicKey && readRecipientKey(claims.publicKey);
  return publicKey ? ok({ moduleId: claims.moduleId, kind: claims.kind, pcrs: claims.pcrs, publicKey }) : fail("no-public-key");
}

const EMPTY = new Uint8Array();
const SIGNATURE_1 = Uint8Array.of(0x6a, ...Buffer.from("Signature1")); // RFC 9052, 4.4
const SIGN1_TAG = 18;
const ALGORITHM = 1;
const ES384 = -35;
const SIGNATURE_LENGTH = 96; // r and s
const LONGEST_PAYLOAD = 16_384;
const LONGEST_MEMBER = 1024;
const LONGEST_CHAIN = 8;
const DIGEST_LENGTHS: readonly number[] = [32, 48, 64];

type Signed = { readonly protectedHeader: Uint8Array; readonly payload: Uint8Array; readonly signature: Uint8Array };

/** COSE_Sign1 (RFC 9052, 4.2), tagged or not, with ES384 and no other header. */
function readSigned(document: Uint8Array): Signed | undefined {
  const item = readCbor(document);
  const untagged = isTagged(item) && item.tag === SIGN1_TAG ? item.tagged : item;
  if (!Array.isArray(untagged)) return undefined;
  const [header, unprotected, payload, signature, ...more] = untagged as readonly Cbor[];
  if (
    !isBytes(header, 1, LONGEST_MEMBER) ||
    !isBytes(payload, 1, LONGEST_PAYLOAD) ||
    !isBytes(signature, SIGNATURE_LENGTH, SIGNATURE_LENGTH)
  )
    return undefined;
  const algorithm = readCbor(header);
  if (!isCborMap(algorithm) || algorithm.size !== 1 || algorithm.get(ALGORITHM) !== ES384) return undefined;
  if (!isCborMap(unprotected) || unprotected.size > 0 || more.length > 0) return undefined;
  return { protectedHeader: header, payload, signature };
}

type Claims = Omit<AttestationDocument, "publicKey"> & {
  readonly timestampMs: number;
  readonly chain: readonly Uint8Array[]; // from the root to the leaf
  readonly publicKey: Uint8Array | undefined;
};

/** Members that are null are absent: the document's makers write both. Members of other names pass. */
function readClaims(payload: Uint8Array): Claims | undefined {
  const members = readCbor(payload);
  if (!isCborMap(members)) return undefined;
  const of = (name: string): Cbor | undefined => members.get(name) ?? undefined;
  const [moduleId, timestampMs, certificate, bundle, publicKey] = [
    of("module_id"),
    of("timestamp"),
    of("certificate"),
    of("cabundle"),
    of("public_key"),
  ];
  const measured = readMeasurements(members);
  if (typeof moduleId !== "string" || moduleId === "" || of("digest") !== "SHA384" || measured === undefined) return undefined;
  if (typeof timestampMs !== "number" || timestampMs <= 0) return undefined;
  if (!Array.isArray(bundle) || bundle.length === 0 || bundle.length >= LONGEST_CHAIN) return undefined;
  const chain = [...(bundle as readonly Cbor[]), certificate].filter((raw) => isBytes(raw, 1, LONGEST_MEMBER));
  if (chain.length !== bundle.length + 1) return undefined;
  if (publicKey !== undefined && !isBytes(publicKey, 1, LONGEST_MEMBER)) return undefined;
  if (![of("user_data"), of("nonce")].every((extra) => extra === undefined || isBytes(extra, 0, LONGEST_MEMBER))) return undefined;
  return { moduleId, ...measured, timestampMs, chain, publicKey };
}

/** The member that holds the measurements tells whose they are. */
const MEASUREMENTS = [
  { kind: "enclave", member: "pcrs", registers: 32 },
  { kind: "tpm", member: "nitrotpm_pcrs", registers: 24 },
] as const;

function readMeasurements(members: CborMap): Pick<AttestationDocument, "kind" | "pcrs"> | undefined {
  const [found, ...more] = MEASUREMENTS.filter(({ member }) => (members.get(member) ?? undefined) !== undefined);
  const entries = found && members.get(found.member);
  if (found === undefined || more.length > 0 || !isCborMap(entries) || entries.size === 0) return undefined;
  const pcrs = new Map<number, Uint8Array>();
  for (const [register, value] of entries) {
    if (typeof register !== "number" || register < 0 || register >= found.registers) return undefined;
    if (!(value instanceof Uint8Array) || !DIGEST_LENGTHS.includes(value.length)) return undefined;
    pcrs.set(register, value);
  }
  return { kind: found.kind, pcrs };
}

const RSA_SPECS = Object.keys(MODULUS_BITS) as readonly RsaSpec[];

function readRecipientKey(spki: Uint8Array): RecipientKey | undefined {
  const spec = RSA_SPECS.find((candidate) => importRsaPublic(candidate, spki) !== undefined);
  return spec && { spec, spki };
}

const isTagged = (item: Cbor | undefined): item is Extract<Cbor, { readonly tag: number }> =>
  typeof item === "object" && item !== null && Object.hasOwn(item, "tagged");

const isBytes = (item: Cbor | undefined, min: number, max: number): item is Uint8Array =>
  item instanceof Uint8Array && item.length >= min && item.length <= max;
