import { match } from "ts-pattern";
import { fail, ok } from "../../base/result.ts";
import { SPECS_BY_USAGE } from "../../catalog/key-specs.ts";
import { type SignError, sign, verify } from "../../crypto/perform.ts";
import type { SigningAlgorithm } from "../../crypto/signing-algorithms.ts";
import { onKey } from "../checks.ts";
import { error, type KmsError, wrongAlgorithm } from "../errors.ts";
import * as member from "../input.ts";
import { type Key, secretOf } from "../key.ts";
import { operation } from "../operation.ts";

/** KMS API Reference, Sign, SigningAlgorithm. SM2DSA fits no key that kmsward can have. */
const ALGORITHMS = [
  "RSASSA_PSS_SHA_256",
  "RSASSA_PSS_SHA_384",
  "RSASSA_PSS_SHA_512",
  "RSASSA_PKCS1_V1_5_SHA_256",
  "RSASSA_PKCS1_V1_5_SHA_384",
  "RSASSA_PKCS1_V1_5_SHA_512",
  "ECDSA_SHA_256",
  "ECDSA_SHA_384",
  "ECDSA_SHA_512",
  "SM2DSA",
  "ML_DSA_SHAKE_256",
  "ED25519_SHA_512",
  "ED25519_PH_SHA_512",
] as const;

const members = {
  KeyId: member.keyId(),
  Message: member.blob(1, 4096),
  MessageType: member.oneOf(["RAW", "DIGEST", "EXTERNAL_MU"]).default("RAW"),
  SigningAlgorithm: member.oneOf(ALGORITHMS),
  GrantTokens: member.grantTokens(),
  DryRun: member.dryRun(),
};

type SigningRequest = {
  readonly Message: Uint8Array;
  readonly MessageType: "RAW" | "DIGEST" | "EXTERNAL_MU";
  readonly SigningAlgorithm: (typeof ALGORITHMS)[number];
};

/** What both checks carry. An omitted MessageType is RAW, to policies too. */
const contextOf = ({ MessageType, SigningAlgorithm }: SigningRequest) => ({
  keys: { "kms:MessageType": MessageType, "kms:SigningAlgorithm": SigningAlgorithm },
});

const inputOf = ({ Message, MessageType, SigningAlgorithm }: SigningRequest) => ({
  algorithm: SigningAlgorithm as SigningAlgorithm, // of any other, the cryptography says that the key has none such
  messageType: MessageType,
  message: Message,
});

/** KMS API Reference, Sign. */
export const Sign = operation({
  name: "Sign",
  input: member.request(members),
  checks: { key: onKey("kms:Sign", "KeyId", "any") },
  context: contextOf,
  usesKeys: true,
  run: ({ input, found }, ports) => {
    const { key } = found.key;
    const signed = sign(secretOf(key), inputOf(input), ports.randomBytes);
    if (!signed.ok) return fail(refusal(signed.error, input, key));
    return ok({ reply: { KeyId: key.arn, Signature: signed.value, SigningAlgorithm: input.SigningAlgorithm }, changes: [] });
  },
  log: { parameters: ["MessageType", "KeyId", "SigningAlgorithm"] },
});

/** KMS API Reference, Verify. A signature that is not valid is an exception: there is no `SignatureValid: false`. */
export const Verify = operation({
  name: "Verify",
  input: member.request({ ...members, Signature: member.blob(1, 6144) }),
  checks: { key: onKey("kms:Verify", "KeyId", "any") },
  context: contextOf,
  usesKeys: true,
  run: ({ input, found }) => {
    const { key } = found.key;
    const verified = verify(secretOf(key), inputOf(input), input.Signature);
    if (!verified.ok) return fail(refusal(verified.error, input, key));
    return ok({ reply: { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm }, changes: [] });
  },
  log: { parameters: ["SigningAlgorithm", "KeyId", "MessageType"] },
});

const refusal = (failure: SignError | "invalid-signature", { MessageType, SigningAlgorithm }: SigningRequest, key: Key): KmsError =>
  match(failure)
    .with("unsupported-algorithm", () => wrongAlgorithm(SigningAlgorithm, key))
    .with("unsupported-message-type", () => wrongMessageType(MessageType, SigningAlgorithm, key))
    .with("wrong-digest-length", () => error("ValidationException", `Digest is invalid length for algorithm ${SigningAlgorithm}.`))
    .with("invalid-signature", () => error("KMSInvalidSignatureException"))
    .exhaustive();

/** Recorded from AWS for key specs. Ed25519 takes each of two types with one algorithm only: for that the words are ours. */
function wrongMessageType(type: string, algorithm: string, { spec }: Key): KmsError {
  const rows: Readonly<Record<string, { readonly messageTypes: readonly string[] }>> = SPECS_BY_USAGE.SIGN_VERIFY;
  const misfit = rows[spec]?.messageTypes.includes(type) ? `algorithm ${algorithm}` : `key spec ${spec}`;
  return error("ValidationException", `Message type ${type} is incompatible with ${misfit}.`);
}
