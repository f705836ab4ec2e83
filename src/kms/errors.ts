import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, type Result } from "../base/result.ts";
import type { Key } from "./key.ts";

/**
 * What a call answers when it does not do what it was asked. `message` is absent where AWS sends none. `diagnostics`, of a policy that is malformed, are
 * no part of the answer: they are for who asks why.
 */
export type KmsError = { readonly name: ErrorName; readonly message?: string; readonly diagnostics?: readonly Diagnostic[] };

export type ErrorName = keyof typeof ERRORS;

/**
 * KMS API Reference, "Common errors" and the errors of each operation. Every error of the client's answers 400 on the wire, whatever the service
 * model says; a fault is the service's own.
 */
// biome-ignore format: a table reads as a table
export const ERRORS = {
  AccessDeniedException:                  400,
  AlreadyExistsException:                 400,
  CloudHsmClusterInUseException:          400,
  CloudHsmClusterInvalidConfigurationException: 400,
  CloudHsmClusterNotActiveException:      400,
  CloudHsmClusterNotFoundException:       400,
  CloudHsmClusterNotRelatedException:     400,
  ConflictException:                      400,
  CustomKeyStoreHasCMKsException:         400,
  CustomKeyStoreInvalidStateException:    400,
  CustomKeyStoreNameInUseException:       400,
  CustomKeyStoreNotFoundException:        400,
  DependencyTimeoutException:             503,
  DisabledException:                      400,
  DryRunOperationException:               400,
  ExpiredImportTokenException:            400,
  ExpiredTokenException:                  400,
  IncompleteSignatureException:           400,
  IncorrectKeyException:                  400,
  IncorrectKeyMaterialException:          400,
  IncorrectTrustAnchorException:          400,
  InternalFailure:                        500,
  InvalidAliasNameException:              400,
  InvalidArnException:                    400,
  InvalidCiphertextException:             400,
  InvalidGrantIdException:                400,
  InvalidGrantTokenException:             400,
  InvalidImportTokenException:            400,
  InvalidKeyUsageException:               400,
  InvalidMarkerException:                 400,
  InvalidSignatureException:              400,
  KMSInternalException:                   500,
  KMSInvalidMacException:                 400,
  KMSInvalidSignatureException:           400,
  KMSInvalidStateException:               400,
  KeyUnavailableException:                500,
  LimitExceededException:                 400,
  MalformedPolicyDocumentException:       400,
  MissingAuthenticationTokenException:    400,
  NotFoundException:                      400,
  SerializationException:                 400,
  TagException:                           400,
  ThrottlingException:                    400,
  UnknownOperationException:              400,
  UnrecognizedClientException:            400,
  UnsupportedOperationException:          400,
  ValidationException:                    400,
  XksKeyAlreadyInUseException:            400,
  XksKeyInvalidConfigurationException:    400,
  XksKeyNotFoundException:                400,
  XksProxyIncorrectAuthenticationCredentialException: 400,
  XksProxyInvalidConfigurationException:  400,
  XksProxyInvalidResponseException:       400,
  XksProxyUriEndpointInUseException:      400,
  XksProxyUriInUseException:              400,
  XksProxyUriUnreachableException:        400,
  XksProxyVpcEndpointServiceInUseException: 400,
  XksProxyVpcEndpointServiceInvalidConfigurationException: 400,
  XksProxyVpcEndpointServiceNotFoundException: 400,
} as const satisfies Record<string, number>;

export const isErrorName = (name: string): name is ErrorName => Object.hasOwn(ERRORS, name);

export const error = (name: ErrorName, message?: string): KmsError => (message === undefined ? { name } : { name, message });

/** The same as the answer of a step: `return refuse("NotFoundException", …)`. */
export const refuse = (name: ErrorName, message?: string): Result<never, KmsError> => fail(error(name, message));

export const invalid = (message: string): Result<never, KmsError> => refuse("ValidationException", message);

/** Texts of KMS as recorded from the service, or as documented (KMS API Reference). Those that one operation alone says are with that operation. */
export const wrongUsage = (key: Key, operation: string): KmsError =>
  error("InvalidKeyUsageException", `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`);

export const wrongOrigin = (key: Key): KmsError =>
  error("UnsupportedOperationException", `${key.arn} origin is ${key.origin} which is not valid for this operation.`);

export const wrongKey = (): KmsError =>
  error("IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.");

export const wrongAlgorithm = (algorithm: string, key: Key): KmsError =>
  error("InvalidKeyUsageException", `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`);

/** What kmsward itself cannot do, though AWS can. Never silence, never a pretended answer. */
export const notBuilt = (what: string): KmsError => error("UnsupportedOperationException", `kmsward does not have ${what} yet`);
