import { error, type KmsError } from "../errors.ts";
import type { HsmFault } from "./hsm.ts";

/** What a hardware security module's fault means to a call on a key: a wrong ciphertext is told as everywhere, all else is the key store's state. */
export const moduleError = (fault: HsmFault): KmsError =>
  fault === "not authentic" ? error("InvalidCiphertextException") : error("KMSInvalidStateException", MESSAGES[fault]);

/** To CreateKey and GenerateRandom (KMS API Reference, their errors). */
export const moduleStoreError = (fault: HsmFault): KmsError =>
  fault === "not authentic" ? moduleError(fault) : error("CustomKeyStoreInvalidStateException", MESSAGES[fault]);

/** The codes of a connection are told as they are; what only one call can meet is none of them. */
export const moduleErrorCode = (fault: HsmFault): string =>
  fault === "key not found" || fault === "not authentic" ? "INTERNAL_ERROR" : fault;

// biome-ignore format: a table reads as a table
const MESSAGES = {
  CLUSTER_NOT_FOUND:          "The CloudHSM cluster of the custom key store was not found.",
  INSUFFICIENT_CLOUDHSM_HSMS: "The CloudHSM cluster of the custom key store has no active HSM.",
  INTERNAL_ERROR:             "The CloudHSM cluster of the custom key store failed to answer.",
  INVALID_CREDENTIALS:        "The password of kmsuser in the CloudHSM cluster is not the one that the custom key store has.",
  NETWORK_ERRORS:             "KMS cannot communicate with the CloudHSM cluster of the custom key store.",
  USER_LOCKED_OUT:            "The kmsuser account of the CloudHSM cluster is locked out.",
  USER_LOGGED_IN:             "The kmsuser account of the CloudHSM cluster is logged in elsewhere.",
  USER_NOT_FOUND:             "The CloudHSM cluster of the custom key store has no kmsuser account.",
  "key not found":            "The key material of the KMS key was not found in the CloudHSM cluster.",
} as const satisfies Record<Exclude<HsmFault, "not authentic">, string>;
