import { fail, ok, type Result } from "../base/result.ts";
import type { HashName, MessageType } from "./key-spec.ts";

type SigningAlgorithmRow = {
  readonly hash: HashName | undefined; // what the signature is over; undefined where the algorithm hashes inside
  readonly RAW: boolean; // whether the message itself may be given
  readonly DIGEST: number | undefined; // how many bytes a digest has, where one may be given
  readonly EXTERNAL_MU: number | undefined; // how many bytes mu has, where it may be given
};

/** KMS API Reference, Sign, SigningAlgorithm and MessageType. */
// biome-ignore format: a table reads as a table
export const SIGNING_ALGORITHMS = {
  RSASSA_PSS_SHA_256:        { hash: "sha256",  RAW: true,  DIGEST: 32,        EXTERNAL_MU: undefined },
  RSASSA_PSS_SHA_384:        { hash: "sha384",  RAW: true,  DIGEST: 48,        EXTERNAL_MU: undefined },
  RSASSA_PSS_SHA_512:        { hash: "sha512",  RAW: true,  DIGEST: 64,        EXTERNAL_MU: undefined },
  RSASSA_PKCS1_V1_5_SHA_256: { hash: "sha256",  RAW: true,  DIGEST: 32,        EXTERNAL_MU: undefined },
  RSASSA_PKCS1_V1_5_SHA_384: { hash: "sha384",  RAW: true,  DIGEST: 48,        EXTERNAL_MU: undefined },
  RSASSA_PKCS1_V1_5_SHA_512: { hash: "sha512",  RAW: true,  DIGEST: 64,        EXTERNAL_MU: undefined },
  ECDSA_SHA_256:             { hash: "sha256",  RAW: true,  DIGEST: 32,        EXTERNAL_MU: undefined },
  ECDSA_SHA_384:             { hash: "sha384",  RAW: true,  DIGEST: 48,        EXTERNAL_MU: undefined },
  ECDSA_SHA_512:             { hash: "sha512",  RAW: true,  DIGEST: 64,        EXTERNAL_MU: undefined },
  ED25519_SHA_512:           { hash: undefined, RAW: true,  DIGEST: undefined, EXTERNAL_MU: undefined },
  ED25519_PH_SHA_512:        { hash: undefined, RAW: false, DIGEST: 64,        EXTERNAL_MU: undefined },
  ML_DSA_SHAKE_256:          { hash: undefined, RAW: true,  DIGEST: undefined, EXTERNAL_MU: 64 },
} as const satisfies Record<string, SigningAlgorithmRow>;

export type SigningAlgorithm = keyof typeof SIGNING_ALGORITHMS;

/** What is signed or verified. `message` is the message, its digest or its mu, as `messageType` says. */
export type SigningInput<A extends SigningAlgorithm = SigningAlgorithm> = {
  readonly algorithm: A;
  readonly messageType: MessageType;
  readonly message: Uint8Array;
};

export type SigningInputError = "unsupported-message-type" | "wrong-digest-length";

/** A digest must have the length of the algorithm's hash, mu 64 bytes; a message may have any (the API's 4096 bytes are the caller's to keep). */
export function checkSigningInput({ algorithm, messageType, message }: SigningInput): Result<undefined, SigningInputError> {
  const row: SigningAlgorithmRow = SIGNING_ALGORITHMS[algorithm];
  if (messageType === "RAW") return row.RAW ? ok(undefined) : fail("unsupported-message-type");
  const length = row[messageType];
  if (length === undefined) return fail("unsupported-message-type");
  return message.length === length ? ok(undefined) : fail("wrong-digest-length");
}
