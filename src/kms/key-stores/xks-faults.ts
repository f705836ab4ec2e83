import { type ErrorName, error, type KmsError } from "../errors.ts";

/** What can be wrong between KMS and the proxy of an external key store. Those that end in Exception are the proxy's own (External Key Store Proxy API, "Errors"). */
export type XksFault = keyof typeof FAULTS;

type Row = {
  readonly store: ErrorName; // of CreateCustomKeyStore and UpdateCustomKeyStore
  readonly connection: string; // ConnectionErrorCode of ConnectCustomKeyStore
  readonly createKey: ErrorName; // CreateKey; a cryptographic operation always answers KMSInvalidStateException
  readonly message: string; // ours: AWS's sentences say the same
};

const [BAD, UNREACHABLE, KEY, INVALID_KEY] = [
  "XksProxyInvalidResponseException",
  "XksProxyUriUnreachableException",
  "CustomKeyStoreInvalidStateException",
  "XksKeyInvalidConfigurationException",
] as const;
const UNREADABLE =
  "KMS cannot interpret the response of the external key store proxy. If this happens again, tell the administrator of the proxy.";

/**
 * External Key Store Proxy API, "KMS exceptions", and the ConnectionErrorCode of KMS API Reference, CustomKeyStoresListEntry. An error that is not
 * documented for the call it answers counts as a response that cannot be interpreted; for the code of a connection our reading.
 */
// biome-ignore format: a table reads as a table
const FAULTS = {
  malformed:                     { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: KEY, message: UNREADABLE },
  unreachable:                   { store: UNREACHABLE, connection: "XKS_PROXY_NOT_REACHABLE", createKey: KEY, message: "KMS cannot communicate with the external key store proxy. Check its network and the endpoint." },
  tls:                           { store: UNREACHABLE, connection: "XKS_PROXY_INVALID_TLS_CONFIGURATION", createKey: KEY, message: "KMS cannot make a TLS connection to the external key store proxy. Check its TLS configuration and certificate." },
  timeout:                       { store: UNREACHABLE, connection: "XKS_PROXY_TIMED_OUT", createKey: KEY, message: "The external key store proxy did not respond in time. Retry; if this happens again, tell its administrator." },
  "no key manager":              { store: UNREACHABLE, connection: "XKS_PROXY_NOT_REACHABLE", createKey: KEY, message: "Every external key manager behind the external key store proxy is unavailable." },
  "corrupted plaintext":         { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: KEY, message: "The ciphertext that the external key store proxy submitted, or the encryption context, is corrupted." },
  AccessDeniedException:         { store: BAD, connection: "XKS_PROXY_ACCESS_DENIED", createKey: "KMSInvalidStateException", message: "The external key store proxy denied access. Check that the user and the external key are authorized there." },
  AuthenticationFailedException: { store: "XksProxyIncorrectAuthenticationCredentialException", connection: "INVALID_CREDENTIALS", createKey: KEY, message: "The external key store proxy could not authenticate KMS. Check the proxy authentication credential." },
  DependencyTimeoutException:    { store: UNREACHABLE, connection: "XKS_PROXY_TIMED_OUT", createKey: KEY, message: "The external key store proxy did not respond in the time allotted. Retry the request." },
  InternalException:             { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: KEY, message: "The external key store proxy cannot reach the external key manager." },
  InvalidCiphertextException:    { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: KEY, message: "The external key store proxy refused the request: the ciphertext or the encryption context is corrupted, missing or invalid." },
  InvalidKeyUsageException:      { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: INVALID_KEY, message: "The external key does not support this operation." },
  InvalidStateException:         { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: INVALID_KEY, message: "The external key is not enabled in its external key manager. Enable it and retry." },
  InvalidUriPathException:       { store: "XksProxyInvalidConfigurationException", connection: "XKS_PROXY_INVALID_CONFIGURATION", createKey: KEY, message: "The URI path of the external key store proxy is invalid. Check it." },
  KeyNotFoundException:          { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: "XksKeyNotFoundException", message: "The external key was not found. Create a KMS key with the right id of an external key." },
  ThrottlingException:           { store: UNREACHABLE, connection: "XKS_PROXY_NOT_REACHABLE", createKey: KEY, message: "The request rate is too high for the external key store proxy. Slow down and retry." },
  UnsupportedOperationException: { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: KEY, message: "The external key store proxy does not support this operation." },
  ValidationException:           { store: BAD, connection: "XKS_PROXY_INVALID_RESPONSE", createKey: KEY, message: UNREADABLE },
} as const satisfies Record<string, Row>;

/** The error that the body of an answer names; anything else is malformed. */
export const faultNamed = (name: unknown): XksFault =>
  typeof name === "string" && name.endsWith("Exception") && Object.hasOwn(FAULTS, name) ? (name as XksFault) : "malformed";

export const storeError = (fault: XksFault): KmsError => error(FAULTS[fault].store, FAULTS[fault].message);
export const createKeyError = (fault: XksFault): KmsError => error(FAULTS[fault].createKey, FAULTS[fault].message);
export const cryptoError = (fault: XksFault): KmsError => error("KMSInvalidStateException", FAULTS[fault].message);
export const connectionErrorCode = (fault: XksFault): string => FAULTS[fault].connection;
