import { fail, ok, type Result } from "../../base/result.ts";
import { readBlob } from "../../crypto/ciphertext.ts";
import { parseArn } from "../../iam/arn.ts";
import { onKey } from "../checks.ts";
import { CIPHERTEXT_OF_HIDDEN_KEY } from "../dispatch.ts";
import { error, invalid, type KmsError, wrongKey } from "../errors.ts";
import * as member from "../input.ts";
import { then } from "../later.ts";
import { type Check, type Desk, type LocatedKey, operation } from "../operation.ts";
import { resolveKey } from "../resolve.ts";
import { DAMAGED, open, seal } from "../sealing.ts";

export const Encrypt = operation({
  name: "Encrypt",
  input: member.request({
    KeyId: member.keyId(),
    Plaintext: member.blob(1, 4096),
    EncryptionContext: member.encryptionContext(),
    GrantTokens: member.grantTokens(),
    EncryptionAlgorithm: member.encryptionAlgorithm().default(member.DEFAULT_ALGORITHM),
    DryRun: member.dryRun(),
  }),
  checks: { key: onKey("kms:Encrypt", "KeyId", "any") },
  context: (input) => contextOf(input.EncryptionAlgorithm, input.EncryptionContext),
  usesKeys: true,
  run: ({ input, found: { key: { key } } }, ports) =>
    then(seal(key, input.Plaintext, { algorithm: input.EncryptionAlgorithm, context: input.EncryptionContext }, ports), ({ bytes, materialId }) =>
      ok({
        reply: { CiphertextBlob: bytes, KeyId: key.arn, EncryptionAlgorithm: input.EncryptionAlgorithm },
        changes: [],
        ...(materialId !== undefined && { additional: { keyMaterialId: materialId } }),
      }),
    ),
  log: { parameters: ["EncryptionContext", "KeyId", "EncryptionAlgorithm"] },
});

export const Decrypt = operation({
  name: "Decrypt",
  input: member.request({
    CiphertextBlob: member.blob(1, 6144).optional(),
    EncryptionContext: member.encryptionContext(),
    GrantTokens: member.grantTokens(),
    KeyId: member.keyId().optional(),
    EncryptionAlgorithm: member.encryptionAlgorithm().default(member.DEFAULT_ALGORITHM),
    Recipient: member.recipient(),
    DryRun: member.dryRun(),
    DryRunModifiers: member.dryRunModifiers(),
  }),
  checks: {
    key: onCiphertext("kms:Decrypt", (input: DecryptNames) => ({ keyId: input.KeyId, algorithm: input.EncryptionAlgorithm, ...input })),
  },
  context: (input) => contextOf(input.EncryptionAlgorithm, input.EncryptionContext),
  wrongUsage: wrongKey,
  usesKeys: true,
  run: ({ input, found: { key: { key } }, state, attestation }) => {
    if (input.CiphertextBlob === undefined) return ok({ reply: {}, changes: [] }); // a dry run that ignores the ciphertext
    const sealing = { algorithm: input.EncryptionAlgorithm, context: input.EncryptionContext };
    return then(open(key, input.CiphertextBlob, sealing, state), ({ bytes, materialId }) =>
      ok({
        reply: {
          KeyId: key.arn,
          ...(attestation === undefined ? { Plaintext: bytes } : { CiphertextForRecipient: attestation.seal(bytes) }),
          EncryptionAlgorithm: input.EncryptionAlgorithm,
          ...(attestation === undefined && materialId !== undefined && { KeyMaterialId: materialId }),
        },
        changes: [],
        additional: { ...(materialId !== undefined && { keyMaterialId: materialId }), ...(attestation && { recipient: attestation.audit }) },
      }),
    );
  },
  log: { parameters: ["EncryptionAlgorithm", "KeyId", "EncryptionContext"] },
});
