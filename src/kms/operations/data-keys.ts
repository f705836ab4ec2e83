import { invariant } from "../../base/invariant.ts";
import { ok } from "../../base/result.ts";
import { DATA_KEY_PAIR_SPECS } from "../../catalog/key-specs.ts";
import { dangerouslyExportMaterial } from "../../crypto/key-material.ts";
import { publicKeyOf } from "../../crypto/perform.ts";
import { onKey } from "../checks.ts";
import { error, type KmsError, notBuilt } from "../errors.ts";
import * as member from "../input.ts";
import { andThen } from "../later.ts";
import { isSpecSupported, newMaterial } from "../materials.ts";
import { type Ended, operation } from "../operation.ts";
import { auditOf, type Sealed, seal } from "../sealing.ts";

/** Data keys and data key pairs: made here, sealed under a symmetric key, kept nowhere (KMS Developer Guide, "Data keys"). */

const dataKeyMembers = {
  KeyId: member.keyId(),
  EncryptionContext: member.encryptionContext(),
  NumberOfBytes: member.integer(1, 1024).optional(),
  KeySpec: member.oneOf(["AES_256", "AES_128"]).optional(),
  GrantTokens: member.grantTokens(),
  DryRun: member.dryRun(),
};

const pairMembers = {
  EncryptionContext: member.encryptionContext(),
  KeyId: member.keyId(),
  KeyPairSpec: member.oneOf(DATA_KEY_PAIR_SPECS),
  GrantTokens: member.grantTokens(),
  DryRun: member.dryRun(),
};

type DataKeyInput = { readonly NumberOfBytes?: number | undefined; readonly KeySpec?: "AES_256" | "AES_128" | undefined };

const contextOf = (input: { readonly EncryptionContext?: Readonly<Record<string, string>> | undefined }) => ({
  keys: { "kms:EncryptionAlgorithm": member.DEFAULT_ALGORITHM },
  encryptionContext: input.EncryptionContext,
});

const oneLength = ({ NumberOfBytes, KeySpec }: DataKeyInput): KmsError | undefined =>
  (NumberOfBytes === undefined) === (KeySpec === undefined)
    ? error("ValidationException", "Please specify either number of bytes or key spec.")
    : undefined;

const lengthOf = ({ NumberOfBytes, KeySpec }: DataKeyInput): number => NumberOfBytes ?? (KeySpec === "AES_128" ? 16 : 32);

const sealingOf = (input: { readonly EncryptionContext?: Readonly<Record<string, string>> | undefined }) => ({
  algorithm: member.DEFAULT_ALGORITHM,
  context: input.EncryptionContext,
});

const toldOf = (sealed: Sealed): Readonly<Record<string, unknown>> => auditOf(sealed) ?? NOTHING;
const NOTHING = {};
const materialMember = ({ materialId }: Sealed) => (materialId === undefined ? {} : { KeyMaterialId: materialId });

export type GenerateDataKeyReply = {
  readonly CiphertextBlob: Uint8Array;
  readonly Plaintext?: Uint8Array; // absent where the answer is for a Recipient
  readonly KeyId: string;
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyMaterialId?: string;
};

/** KMS API Reference, GenerateDataKey. */
export const GenerateDataKey = operation({
  name: "GenerateDataKey",
  input: member.request({ ...dataKeyMembers, Recipient: member.recipient() }),
  checks: { key: onKey("kms:GenerateDataKey", "KeyId", "any") },
  context: contextOf,
  validate: oneLength,
  usesKeys: true,
  run: (call, ports): Ended<GenerateDataKeyReply> => {
    const { input, found, attestation } = call;
    const { key } = found.key;
    const plaintext = ports.randomBytes(lengthOf(input));
    return andThen(seal(key, plaintext, sealingOf(input), ports, call), (sealed): Ended<GenerateDataKeyReply> => {
      const common = { CiphertextBlob: sealed.bytes, KeyId: key.arn };
      if (attestation === undefined) {
        const reply = { CiphertextBlob: sealed.bytes, KeyId: key.arn, Plaintext: plaintext };
        const { materialId } = sealed;
        return ok({
          reply: materialId === undefined ? reply : { ...reply, KeyMaterialId: materialId },
          changes: [],
          additional: toldOf(sealed),
        });
      }
      const reply = { ...common, CiphertextForRecipient: attestation.seal(plaintext) };
      return ok({ reply, changes: [], additional: { ...toldOf(sealed), recipient: attestation.audit } });
    });
  },
  log: { parameters: ["KeyId", "KeySpec", "NumberOfBytes", "EncryptionContext"] },
});

/** KMS API Reference, GenerateDataKeyWithoutPlaintext. */
export const GenerateDataKeyWithoutPlaintext = operation({
  name: "GenerateDataKeyWithoutPlaintext",
  input: member.request(dataKeyMembers),
  checks: { key: onKey("kms:GenerateDataKeyWithoutPlaintext", "KeyId", "any") },
  context: contextOf,
  validate: oneLength,
  usesKeys: true,
  run: (call, ports) => {
    const { input, found } = call;
    const { key } = found.key;
    return andThen(seal(key, ports.randomBytes(lengthOf(input)), sealingOf(input), ports, call), (sealed) =>
      ok({ reply: { CiphertextBlob: sealed.bytes, KeyId: key.arn, ...materialMember(sealed) }, changes: [], additional: toldOf(sealed) }),
    );
  },
  log: { parameters: ["KeyId", "KeySpec", "NumberOfBytes", "EncryptionContext"] },
});

type PairSpec = (typeof DATA_KEY_PAIR_SPECS)[number];
type Pair = { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array };

/** PKCS #8 and SPKI, both DER. */
function makePair(spec: PairSpec, ports: Parameters<typeof newMaterial>[2]): Pair {
  const material = newMaterial(spec, "", ports);
  const publicKey = publicKeyOf(material);
  invariant(publicKey.ok, "a pair has a public key");
  return { privateKey: dangerouslyExportMaterial(material), publicKey: publicKey.value };
}

/** The spec of the pair is for policies too (KMS Developer Guide, kms:DataKeyPairSpec). */
const pairContextOf = (input: Parameters<typeof contextOf>[0] & { readonly KeyPairSpec: PairSpec }) => {
  const { keys, encryptionContext } = contextOf(input);
  return { keys: { ...keys, "kms:DataKeyPairSpec": input.KeyPairSpec }, encryptionContext };
};

const isPairSupported = ({ KeyPairSpec }: { readonly KeyPairSpec: PairSpec }): KmsError | undefined =>
  isSpecSupported(KeyPairSpec) ? undefined : notBuilt(`data key pairs of spec ${KeyPairSpec}`);

export type GenerateDataKeyPairReply = {
  readonly PrivateKeyCiphertextBlob: Uint8Array;
  readonly PrivateKeyPlaintext?: Uint8Array; // absent where the answer is for a Recipient
  readonly PublicKey: Uint8Array;
  readonly KeyId: string;
  readonly KeyPairSpec: PairSpec;
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyMaterialId?: string;
};

/** KMS API Reference, GenerateDataKeyPair. */
export const GenerateDataKeyPair = operation({
  name: "GenerateDataKeyPair",
  input: member.request({ ...pairMembers, Recipient: member.recipient() }),
  checks: { key: onKey("kms:GenerateDataKeyPair", "KeyId", "any") },
  context: pairContextOf,
  validate: isPairSupported,
  usesKeys: true,
  run: (call, ports): Ended<GenerateDataKeyPairReply> => {
    const { input, found, attestation } = call;
    const { key } = found.key;
    const { privateKey, publicKey } = makePair(input.KeyPairSpec, ports);
    return andThen(seal(key, privateKey, sealingOf(input), ports, call), (sealed): Ended<GenerateDataKeyPairReply> => {
      const common = { PrivateKeyCiphertextBlob: sealed.bytes, PublicKey: publicKey, KeyId: key.arn, KeyPairSpec: input.KeyPairSpec };
      if (attestation === undefined) {
        return ok({
          reply: { ...common, PrivateKeyPlaintext: privateKey, ...materialMember(sealed) },
          changes: [],
          additional: toldOf(sealed),
        });
      }
      const reply = { ...common, CiphertextForRecipient: attestation.seal(privateKey), ...materialMember(sealed) };
      return ok({ reply, changes: [], additional: { ...toldOf(sealed), recipient: attestation.audit } });
    });
  },
  log: { parameters: ["KeyPairSpec", "EncryptionContext", "KeyId"] },
});

/** KMS API Reference, GenerateDataKeyPairWithoutPlaintext. */
export const GenerateDataKeyPairWithoutPlaintext = operation({
  name: "GenerateDataKeyPairWithoutPlaintext",
  input: member.request(pairMembers),
  checks: { key: onKey("kms:GenerateDataKeyPairWithoutPlaintext", "KeyId", "any") },
  context: pairContextOf,
  validate: isPairSupported,
  usesKeys: true,
  run: (call, ports) => {
    const { input, found } = call;
    const { key } = found.key;
    const { privateKey, publicKey } = makePair(input.KeyPairSpec, ports);
    return andThen(seal(key, privateKey, sealingOf(input), ports, call), (sealed) => {
      const common = { PrivateKeyCiphertextBlob: sealed.bytes, PublicKey: publicKey, KeyId: key.arn, KeyPairSpec: input.KeyPairSpec };
      return ok({ reply: { ...common, ...materialMember(sealed) }, changes: [], additional: toldOf(sealed) });
    });
  },
  log: { parameters: ["KeyPairSpec", "EncryptionContext", "KeyId"] },
});
