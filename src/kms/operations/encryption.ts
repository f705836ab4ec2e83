import { ok } from "../../base/result.ts";
import { onKey } from "../checks.ts";
import { onCiphertext } from "../ciphertext-check.ts";
import { wrongKey, wrongUsage } from "../errors.ts";
import * as member from "../input.ts";
import { andThen } from "../later.ts";
import { type Ended, operation, type RequestContext } from "../operation.ts";
import { auditOf, open, type Sealed, seal } from "../sealing.ts";

type EncryptionAlgorithm = "SYMMETRIC_DEFAULT" | "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256" | "SM2PKE";

/** What a check of an operation that encrypts or decrypts carries. */
const contextOf = (algorithm: EncryptionAlgorithm, encryptionContext: Readonly<Record<string, string>> | undefined): RequestContext => ({
  keys: { "kms:EncryptionAlgorithm": algorithm },
  encryptionContext,
});

/** KMS API Reference, Encrypt. */
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
  run: (call, ports) => {
    const { input, found } = call;
    const { key } = found.key;
    const { EncryptionAlgorithm: algorithm, EncryptionContext: context } = input;
    return andThen(seal(key, input.Plaintext, { algorithm, context }, ports, call), (sealed) => {
      const additional = auditOf(sealed);
      const reply = { CiphertextBlob: sealed.bytes, KeyId: key.arn, EncryptionAlgorithm: algorithm };
      return ok(additional === undefined ? { reply, changes: [] } : { reply, changes: [], additional });
    });
  },
  log: { parameters: ["EncryptionContext", "KeyId", "EncryptionAlgorithm"] },
});

export type DecryptReply = {
  readonly KeyId: string;
  readonly Plaintext?: Uint8Array; // absent where the answer is for a Recipient
  readonly CiphertextForRecipient?: Uint8Array;
  readonly EncryptionAlgorithm: EncryptionAlgorithm;
  readonly KeyMaterialId?: string; // of a symmetric key
};

/** KMS API Reference, Decrypt. A key of another usage is answered with IncorrectKeyException (observed). */
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
  checks: { key: onCiphertext("kms:Decrypt", { key: "KeyId", algorithm: "EncryptionAlgorithm" }) },
  context: (input) => contextOf(input.EncryptionAlgorithm, input.EncryptionContext),
  wrongUsage: wrongKey,
  usesKeys: true,
  run: (call, ports): Ended<DecryptReply> => {
    const { input, found, attestation } = call;
    const { key } = found.key;
    const { CiphertextBlob: blob, EncryptionAlgorithm: algorithm, EncryptionContext: context } = input;
    const common = { KeyId: key.arn, EncryptionAlgorithm: algorithm };
    if (blob === undefined || ignoresCiphertext(input)) return ok({ reply: common, changes: [] });
    return andThen(open(key, blob, { algorithm, context }, ports, call), (opened): Ended<DecryptReply> => {
      const additional = auditOf(opened);
      if (attestation !== undefined) {
        const reply = { ...common, CiphertextForRecipient: attestation.seal(opened.bytes) };
        return ok({ reply, changes: [], additional: { ...additional, recipient: attestation.audit } });
      }
      const reply = openedReply(key.arn, algorithm, opened);
      return ok(additional === undefined ? { reply, changes: [] } : { reply, changes: [], additional });
    });
  },
  log: { parameters: ["EncryptionAlgorithm", "KeyId", "EncryptionContext"] },
});

function openedReply(KeyId: string, EncryptionAlgorithm: EncryptionAlgorithm, { bytes: Plaintext, materialId: KeyMaterialId }: Sealed) {
  return KeyMaterialId === undefined ? { KeyId, EncryptionAlgorithm, Plaintext } : { KeyId, EncryptionAlgorithm, Plaintext, KeyMaterialId };
}

/** A dry run that asks about permissions and states only. */
const ignoresCiphertext = (input: { readonly DryRunModifiers?: readonly string[] | undefined }): boolean =>
  input.DryRunModifiers?.includes("IGNORE_CIPHERTEXT") ?? false;

export type ReEncryptReply = {
  readonly CiphertextBlob?: Uint8Array;
  readonly SourceKeyId: string;
  readonly KeyId: string;
  readonly SourceEncryptionAlgorithm: EncryptionAlgorithm;
  readonly DestinationEncryptionAlgorithm: EncryptionAlgorithm;
  readonly SourceKeyMaterialId?: string;
  readonly DestinationKeyMaterialId?: string;
};

/** KMS API Reference, ReEncrypt: two permissions, each with its side's context; the plaintext never leaves. */
export const ReEncrypt = operation({
  name: "ReEncrypt",
  input: member.request({
    CiphertextBlob: member.blob(1, 6144).optional(),
    SourceEncryptionContext: member.encryptionContext(),
    SourceKeyId: member.keyId().optional(),
    DestinationKeyId: member.keyId(),
    DestinationEncryptionContext: member.encryptionContext(),
    SourceEncryptionAlgorithm: member.encryptionAlgorithm().default(member.DEFAULT_ALGORITHM),
    DestinationEncryptionAlgorithm: member.encryptionAlgorithm().default(member.DEFAULT_ALGORITHM),
    GrantTokens: member.grantTokens(),
    DryRun: member.dryRun(),
    DryRunModifiers: member.dryRunModifiers(),
  }),
  checks: {
    source: onCiphertext("kms:ReEncryptFrom", { key: "SourceKeyId", algorithm: "SourceEncryptionAlgorithm" }),
    destination: onKey("kms:ReEncryptTo", "DestinationKeyId", "any"),
  },
  context: (input, role, found) => {
    const { keys, encryptionContext } =
      role === "source"
        ? contextOf(input.SourceEncryptionAlgorithm, input.SourceEncryptionContext)
        : contextOf(input.DestinationEncryptionAlgorithm, input.DestinationEncryptionContext);
    const isSame = found.source.key.arn === found.destination.key.arn;
    return { keys: { ...keys, "kms:ReEncryptOnSameKey": isSame }, encryptionContext };
  },
  wrongUsage: (key, role) => (role === "source" ? wrongKey() : wrongUsage(key, "ReEncrypt")),
  usesKeys: true,
  run: (call, ports): Ended<ReEncryptReply> => {
    const { input, found } = call;
    const [from, to] = [found.source.key, found.destination.key];
    const source = { algorithm: input.SourceEncryptionAlgorithm, context: input.SourceEncryptionContext };
    const destination = { algorithm: input.DestinationEncryptionAlgorithm, context: input.DestinationEncryptionContext };
    const common = {
      SourceKeyId: from.arn,
      KeyId: to.arn,
      SourceEncryptionAlgorithm: source.algorithm,
      DestinationEncryptionAlgorithm: destination.algorithm,
    };
    if (input.CiphertextBlob === undefined || ignoresCiphertext(input)) return ok({ reply: common, changes: [] });
    return andThen(open(from, input.CiphertextBlob, source, ports, call), (opened) =>
      andThen(seal(to, opened.bytes, destination, ports, call), (sealed): Ended<ReEncryptReply> => {
        opened.bytes.fill(0);
        const [old, now] = [opened.materialId, sealed.materialId];
        return ok({
          reply: {
            CiphertextBlob: sealed.bytes,
            ...common,
            ...(old !== undefined && { SourceKeyMaterialId: old }),
            ...(now !== undefined && { DestinationKeyMaterialId: now }),
          },
          changes: [],
          additional: {
            ...(old !== undefined && { sourceKeyMaterialId: old }),
            ...(now !== undefined && { destinationKeyMaterialId: now }),
          },
        });
      }),
    );
  },
  log: {
    parameters: [
      "SourceKeyId",
      "SourceEncryptionAlgorithm",
      "SourceEncryptionContext",
      "DestinationKeyId",
      "DestinationEncryptionAlgorithm",
      "DestinationEncryptionContext",
    ],
  },
});
