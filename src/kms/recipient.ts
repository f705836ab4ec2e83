import { fail, ok, type Result } from "../base/result.ts";
import { type KmsError, notBuilt } from "./errors.ts";

/** What a verified attestation document says, and the way to answer its holder alone (KMS Developer Guide, "Cryptographic attestation"). */
export type Attestation = {
  /** `kms:RecipientAttestation:…` condition keys. */
  readonly keys: Readonly<Record<string, string>>;
  /** CiphertextForRecipient: CMS EnvelopedData for the public key of the document. */
  readonly seal: (plaintext: Uint8Array) => Uint8Array;
  /** `recipient` of additionalEventData. */
  readonly audit: Readonly<Record<string, string>>;
};

/** Reads and verifies the Recipient of a request; undefined where it has none. */
export function readRecipient(input: object): Result<Attestation | undefined, KmsError> {
  return (input as { Recipient?: unknown }).Recipient === undefined ? ok(undefined) : fail(notBuilt("Recipient (attestation documents)"));
}
