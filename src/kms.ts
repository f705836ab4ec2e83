/**
 * The embedded KMS: the operations of AWS KMS over real keys, behind the policy engine, in this process.
 *
 * @packageDocumentation
 */
import type {
  AccountEntry,
  EndpointEntry,
  GrantEntry,
  KeyObject,
  WorldObject as KmsWorld,
  Plain,
  PolicyEntry,
  PrincipalEntry,
} from "./world/document.ts";

export type { Diagnostic } from "./base/diagnostic.ts";
export type { FlowParameters, FlowRequest } from "./catalog/flow-requests.ts";
export { verifyWithPublicKey } from "./crypto/perform.ts";
export { RootKey } from "./crypto/root-key.ts";
export { dangerousTestEnclave, type TestEnclave, type TestEnclaveOptions } from "./crypto/test-enclave.ts";
export { createKms, type ExplainCall, type Kms, type KmsOptions, type LaterKms } from "./embedded/create-kms.ts";
export type { DataFlowCaller, DataFlowReply, ServiceDecision } from "./embedded/data-flow.ts";
export type { Duration } from "./embedded/duration.ts";
export type { CallExplanation, CallPermission } from "./embedded/explain-call.ts";
export { type LoadOptions, loadWorld } from "./embedded/load-world.ts";
export { systemPorts } from "./embedded/system-ports.ts";
export { InvalidWorldError } from "./estate/invalid-world.ts";
export type { Question } from "./estate/question.ts";
export { World } from "./estate/world.ts";
export type { ExplainOptions } from "./explain/explain.ts";
export type { Explanation } from "./explain/explanation.ts";
export { MissingModuleError, type Pkcs11Cluster, type Pkcs11Options, pkcs11Hsm } from "./keystores/pkcs11-hsm.ts";
export { type ProxyAddress, type XksClientOptions, xksClient } from "./keystores/xks-client.ts";
export type { AskedCall } from "./kms/asked-call.ts";
export type { AuditEvent } from "./kms/audit.ts";
export type { Credentials } from "./kms/caller.ts";
export type { CallerOptions, CallerPolicy, CallerRequest } from "./kms/callers.ts";
export type { KmsClient } from "./kms/client.ts";
export type { Collection, Entry } from "./kms/collection.ts";
export type { FlowCall, FlowCaller, FlowReply } from "./kms/flow-run.ts";
export type { Hsm, HsmCiphertext, HsmCluster, HsmFault, HsmLogin } from "./kms/key-stores/hsm.ts";
export type { XksAnswer, XksRequest, XksTransport } from "./kms/key-stores/xks-transport.ts";
export { exceptions, KmsException, type SdkErrors } from "./kms/kms-exception.ts";
export { fixedPorts, type Ports } from "./kms/ports.ts";
export { type Freshness, type ImmediateStore, memoryStore, StaleState, type Store, StoreFailure } from "./kms/store.ts";
export { MissingPackageError } from "./stores/missing-package.ts";
export { type FileStore, openStore, type SharedStore, type StoreOptions } from "./stores/open-store.ts";
export { openRootKey, RootKeyError, type RootKeySource } from "./stores/root-key-source.ts";
export { StoreError } from "./stores/store-error.ts";
export type { RequestHandler } from "./wire/request-handler.ts";
export type { WorldDocument } from "./world/document.ts";
export type { WorldOptions } from "./world/document-reader.ts";

/** What `createKms` takes as its world, part by part: the shape of a world document (`schemas/world.schema.json`). */
export type { KmsWorld };
export type WorldAccount = Plain<AccountEntry>;
export type WorldEndpoint = Plain<EndpointEntry>;
export type WorldGrant = Plain<GrantEntry>;
export type WorldKey = KeyObject;
export type WorldPolicy = Plain<PolicyEntry>;
export type WorldPrincipal = Plain<PrincipalEntry>;
