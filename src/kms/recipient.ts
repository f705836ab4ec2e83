import { fail, ok, type Result } from "../base/result.ts";
import { type AttestationDocument, type Freshness, verifyAttestation } from "../crypto/attestation.ts";
import { toHex } from "../crypto/byte-text.ts";
import { AWS_NITRO_ROOT, TrustedRoots } from "../crypto/certificate-chain.ts";
import { envelopFor } from "../crypto/cms-enveloped.ts";
import { error, type KmsError } from "./errors.ts";
import type { Ports } from "./ports.ts";

/** What a verified attestation document says, and the way to answer its holder alone (KMS Developer Guide, "Cryptographic attestation"). */
export type Attestation = {
  /** `kms:RecipientAttestation:…` condition keys. */
  readonly keys: Readonly<Record<string, string>>;
  /** CiphertextForRecipient: CMS EnvelopedData for the public key of the document. */
  readonly seal: (plaintext: Uint8Array) => Uint8Array;
  /** `recipient` of additionalEventData. */
  readonly audit: Readonly<Record<string, string>>;
};

/** Whose documents a KMS takes, and for how long after they were made. */
export type AttestationTrust = { readonly roots: TrustedRoots; readonly freshness: Freshness };

const MINUTE_MS = 60_000;

/** @throws {TypeError} where a text holds anything else than roots in PEM. */
export function attestationTrust(options: {
  readonly attestationRoots?: readonly string[];
  readonly attestationAgeMs?: number;
}): AttestationTrust {
  const roots = TrustedRoots.from(options.attestationRoots ?? [AWS_NITRO_ROOT]);
  if (!roots.ok) {
    throw new TypeError(
      `attestationRoots[${roots.error}] is not PEM of P-384 certificate authorities, each signed by itself with ECDSA and SHA-384`,
    );
  }
  return { roots: roots.value, freshness: { maxAgeMs: options.attestationAgeMs ?? 5 * MINUTE_MS, maxAheadMs: MINUTE_MS } };
}

/** Both are optional in the service's model; without either there is nothing to answer to. */
const INCOMPLETE = error("ValidationException", "Recipient must have KeyEncryptionAlgorithm and AttestationDocument.");
/** One text for all that can be wrong; AWS documents none. */
const NOT_VERIFIED = error("ValidationException", "The attestation document in the request could not be verified.");

/**
 * Reads and verifies the Recipient of a request; undefined where it has none. A document is verified whether or not a policy asks for it, in a dry run
 * too.
 */
export function readRecipient(
  input: object,
  service: { readonly attestation: AttestationTrust; readonly ports: Pick<Ports, "randomBytes"> },
  nowMs: number,
): Result<Attestation | undefined, KmsError> {
  const { Recipient: recipient } = input as { Recipient?: RecipientMember };
  if (recipient === undefined) return ok(undefined);
  if (recipient.KeyEncryptionAlgorithm === undefined || recipient.AttestationDocument === undefined) return fail(INCOMPLETE);
  const verified = verifyAttestation({ document: recipient.AttestationDocument, nowMs, ...service.attestation });
  if (!verified.ok) return fail(NOT_VERIFIED);
  const document = verified.value;
  return ok({
    keys: keysOf(document),
    seal: (plaintext) => envelopFor(document.publicKey, plaintext, service.ports.randomBytes),
    audit: auditOf(document),
  });
}

type RecipientMember = {
  readonly KeyEncryptionAlgorithm?: "RSAES_OAEP_SHA_256" | undefined;
  readonly AttestationDocument?: Uint8Array | undefined;
};

/** KMS Developer Guide, condition keys for attested platforms: lower-case hex; an enclave's PCR0 has two names. */
function keysOf({ kind, pcrs }: AttestationDocument): Readonly<Record<string, string>> {
  const name = kind === "enclave" ? "PCR" : "NitroTPMPCR";
  const keys = Object.fromEntries([...pcrs].map(([register, value]) => [`kms:RecipientAttestation:${name}${register}`, toHex(value)]));
  const image = kind === "enclave" ? pcrs.get(0) : undefined;
  return image === undefined ? keys : { "kms:RecipientAttestation:ImageSha384": toHex(image), ...keys };
}

/** KMS Developer Guide, "Monitoring attested requests"; the names of the registers but the first are ours. */
function auditOf({ kind, moduleId, pcrs }: AttestationDocument): Readonly<Record<string, string>> {
  const audit: Record<string, string> = { attestationDocumentModuleId: moduleId };
  for (const [register, value] of pcrs) {
    const enclave = register === 0 ? "EnclaveImageDigest" : `EnclavePCR${register}`;
    audit[`attestationDocument${kind === "enclave" ? enclave : `NitroTPMPCR${register}`}`] = toHex(value);
  }
  return audit;
}
