import type { Result } from "../../base/result.ts";

/** The hardware security modules that a CloudHSM key store keeps its keys in. A port: this room does no I/O. */
export type Hsm = {
  /** What is known of a cluster without logging in; undefined where there is none of that id. */
  readonly cluster: (clusterId: string) => HsmCluster | undefined;
  /** Logs in as the crypto user `kmsuser`, once; the calls below do so by themselves where it was not done. */
  readonly connect: (login: HsmLogin) => Promise<Result<undefined, HsmFault>>;
  readonly disconnect: (clusterId: string) => Promise<void>;
  /** A new AES key of 256 bits that never leaves the module. The label names one key, or the call fails. */
  readonly generateKey: (login: HsmLogin, label: string) => Promise<Result<undefined, HsmFault>>;
  readonly destroyKey: (login: HsmLogin, label: string) => Promise<Result<undefined, HsmFault>>;
  readonly encrypt: (login: HsmLogin, label: string, plaintext: Uint8Array, aad: Uint8Array) => Promise<Result<HsmCiphertext, HsmFault>>;
  readonly decrypt: (login: HsmLogin, label: string, sealed: HsmCiphertext, aad: Uint8Array) => Promise<Result<Uint8Array, HsmFault>>;
  readonly random: (login: HsmLogin, length: number) => Promise<Result<Uint8Array, HsmFault>>;
};

export type HsmLogin = { readonly clusterId: string; readonly password: string };

/** AES-256-GCM: 12 or 16 bytes of iv, 16 of tag, as many of ciphertext as of plaintext. */
export type HsmCiphertext = { readonly iv: Uint8Array; readonly tag: Uint8Array; readonly ciphertext: Uint8Array };

export type HsmCluster = {
  readonly active: boolean;
  readonly modules: number; // that are active; AWS KMS wants two, in different zones, to make anything
  readonly trustAnchor?: string; // PEM of customerCA.crt
  readonly backups: string; // the same for clusters that share a backup history
};

/** The ConnectionErrorCodes that a module can cause, and what can be wrong with one call. */
export type HsmFault =
  | "CLUSTER_NOT_FOUND"
  | "INSUFFICIENT_CLOUDHSM_HSMS"
  | "INTERNAL_ERROR"
  | "INVALID_CREDENTIALS"
  | "NETWORK_ERRORS"
  | "USER_LOCKED_OUT"
  | "USER_LOGGED_IN"
  | "USER_NOT_FOUND"
  | "key not found"
  | "not authentic";
