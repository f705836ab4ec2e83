import { invariant } from "../../base/invariant.ts";
import { ok } from "../../base/result.ts";
import type { KeyOrigin } from "../../catalog/key-specs.ts";
import { deriveSharedSecret } from "../../crypto/perform.ts";
import { onKey } from "../checks.ts";
import { refuse } from "../errors.ts";
import * as member from "../input.ts";
import { secretOf } from "../key.ts";
import { type Ended, operation } from "../operation.ts";

export type DeriveSharedSecretReply = {
  readonly KeyId: string;
  readonly SharedSecret?: Uint8Array; // absent where the answer is for a Recipient
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyAgreementAlgorithm: "ECDH";
  readonly KeyOrigin: KeyOrigin;
};

/**
 * KMS API Reference, DeriveSharedSecret: the raw x coordinate (32, 48 or 66 bytes), which callers put through a key derivation function. The peer's
 * key is DER SPKI of the same curve; any other is answered without a message (observed).
 */
export const DeriveSharedSecret = operation({
  name: "DeriveSharedSecret",
  input: member.request({
    KeyId: member.keyId(),
    KeyAgreementAlgorithm: member.oneOf(["ECDH"]),
    PublicKey: member.blob(1, 8192),
    GrantTokens: member.grantTokens(),
    DryRun: member.dryRun(),
    Recipient: member.recipient(),
  }),
  checks: { key: onKey("kms:DeriveSharedSecret", "KeyId", "any") },
  context: ({ KeyAgreementAlgorithm }) => ({ keys: { "kms:KeyAgreementAlgorithm": KeyAgreementAlgorithm } }),
  usesKeys: true,
  run: ({ input, found, attestation }): Ended<DeriveSharedSecretReply> => {
    const { key } = found.key;
    const derived = deriveSharedSecret(secretOf(key), input.PublicKey);
    if (!derived.ok) {
      invariant(derived.error === "invalid-public-key", "a key for agreement agrees");
      return refuse("ValidationException");
    }
    const common = { KeyId: key.arn, KeyAgreementAlgorithm: input.KeyAgreementAlgorithm, KeyOrigin: key.origin };
    if (attestation === undefined) return ok({ reply: { ...common, SharedSecret: derived.value }, changes: [] });
    const reply = { ...common, CiphertextForRecipient: attestation.seal(derived.value) };
    return ok({ reply, changes: [], additional: { recipient: attestation.audit } });
  },
  log: { parameters: ["KeyAgreementAlgorithm", "PublicKey", "KeyId"] },
});
