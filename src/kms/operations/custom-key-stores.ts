import { ok, type Result } from "../../base/result.ts";
import { onAnything } from "../checks.ts";
import { error, type KmsError, refuse } from "../errors.ts";
import { newKeyStoreId } from "../ids.ts";
import * as member from "../input.ts";
import { connecting, disconnecting } from "../key-stores/connection.ts";
import { checkCluster, checkClusterIsFree, checkRelated, checkTrustAnchor } from "../key-stores/hsm-rules.ts";
import { type KeyStore, keyStoresOf, noPort, notInThisState, ownKeyStore, Secrets } from "../key-stores/key-store.ts";
import { checkComplete, checkForeign, checkProxyIsFree, checkProxySettings, type StoreWish, settingsAfter } from "../key-stores/rules.ts";
import { storeError } from "../key-stores/xks-faults.ts";
import { checkHealth } from "../key-stores/xks-proxy.ts";
import { andThen, type Later } from "../later.ts";
import { type Call, type Checks, type Ended, operation } from "../operation.ts";
import { pageOf } from "../paging.ts";
import type { Ports } from "../ports.ts";
import { QUOTAS } from "../quotas.ts";

/** Custom key stores: AWS CloudHSM key stores and external key stores (KMS Developer Guide, "Key stores"). */

const storeId = () => member.text(1, 64);
const storeName = () => member.text(1, 256);
const VPC_SERVICE = String.raw`^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$`;

const settingMembers = {
  KeyStorePassword: member.text(7, 32).optional(),
  CloudHsmClusterId: member.text(19, 24, "cluster-[2-7a-zA-Z]{11,16}").optional(),
  XksProxyUriEndpoint: member.text(10, 128, "^https://[a-zA-Z0-9.-]+$").optional(),
  XksProxyUriPath: member.text(10, 128, String.raw`^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$`).optional(),
  XksProxyVpcEndpointServiceOwner: member.text(12, 12, "[0-9]{12}").optional(),
  XksProxyAuthenticationCredential: member
    .request({ AccessKeyId: member.text(20, 30, "^[A-Z2-7]+$"), RawSecretAccessKey: member.text(43, 64, "^[A-Za-z0-9/+=]+$") })
    .optional(),
  XksProxyConnectivity: member.oneOf(["PUBLIC_ENDPOINT", "VPC_ENDPOINT_SERVICE"]).optional(),
};

/** A call of this family, as far as the functions below ask. */
type StoreCall = Pick<Call<object, Checks>, "caller" | "home" | "state" | "requestId" | "operation">;

const askedOf = ({ requestId, operation }: StoreCall) => ({ kmsRequestId: requestId, kmsOperation: operation });
const put = (store: KeyStore) => ({ kind: "put-key-store" as const, store });

/** additionalEventData of the calls that name a store. */
const auditOf = ({ name, settings }: KeyStore): Readonly<Record<string, string>> => ({
  customKeyStoreName: name,
  ...(settings.CloudHsmClusterId !== undefined && { clusterId: settings.CloudHsmClusterId }),
});

/** KMS API Reference, CreateCustomKeyStore. A new store is not connected, and its password or credential not tried, but for a proxy with a public endpoint. */
export const CreateCustomKeyStore = operation({
  name: "CreateCustomKeyStore",
  input: member.request({
    CustomKeyStoreName: storeName(),
    ...settingMembers,
    TrustAnchorCertificate: member.text(1, 5000).optional(),
    CustomKeyStoreType: member.oneOf(["AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]).default("AWS_CLOUDHSM"),
    XksProxyVpcEndpointServiceName: member.text(20, 64, VPC_SERVICE).optional(),
  }),
  checks: { service: onAnything("kms:CreateCustomKeyStore") },
  validate: (input) => {
    const { CustomKeyStoreType: type } = input;
    const fault = checkComplete(input, type);
    return fault !== undefined || type === "AWS_CLOUDHSM" ? fault : checkProxySettings(settingsAfter({}, input, ""), {}, input);
  },
  run: (call, ports): Ended<{ readonly CustomKeyStoreId: string }> => {
    const { input, home, now, state } = call;
    const store: KeyStore = {
      id: newKeyStoreId(ports.randomBytes),
      account: home.account,
      region: home.region,
      partition: home.partition,
      name: input.CustomKeyStoreName,
      type: input.CustomKeyStoreType,
      connection: "DISCONNECTED",
      createdAt: now,
      settings: settingsAfter({}, input, home.account),
      secrets: secretsAfter(undefined, input),
    };
    const fits = () => {
      const others = keyStoresOf(state, home);
      if (others.length >= QUOTAS.customKeyStores)
        return error("LimitExceededException", "An account has at most 10 custom key stores in a Region.");
      return checkName(store.name, others) ?? checkNewSettings(store, others, ports);
    };
    const fault = fits();
    if (fault !== undefined) return { ok: false, error: fault };
    return andThen(tryProxy(store, ports, call), () => ok({ reply: { CustomKeyStoreId: store.id }, changes: [put(store)], recheck: fits }));
  },
  log: {
    parameters: ["CustomKeyStoreName", "CloudHsmClusterId"],
    names: { CloudHsmClusterId: "ClusterId" },
    response: (reply) => reply,
  },
});

const checkName = (name: string, others: readonly KeyStore[]): KmsError | undefined =>
  others.some((other) => other.name === name)
    ? error("CustomKeyStoreNameInUseException", `Another custom key store is called ${name}.`)
    : undefined;

function checkNewSettings({ type, settings }: KeyStore, others: readonly KeyStore[], { hsm }: Ports): KmsError | undefined {
  if (type === "EXTERNAL_KEY_STORE") return checkProxyIsFree(settings, others);
  if (hsm === undefined) return error("UnsupportedOperationException", noPort(type));
  const { CloudHsmClusterId: clusterId = "", TrustAnchorCertificate: certificate = "" } = settings;
  return checkClusterIsFree(hsm, clusterId, others) ?? checkCluster(hsm, clusterId, 2) ?? checkTrustAnchor(hsm, clusterId, certificate);
}

function secretsAfter(before: Secrets | undefined, wish: StoreWish): Secrets {
  const { KeyStorePassword: password, XksProxyAuthenticationCredential: credential } = wish;
  if (password !== undefined) return new Secrets({ KeyStorePassword: password });
  if (credential !== undefined) return new Secrets({ RawSecretAccessKey: credential.RawSecretAccessKey });
  return before ?? new Secrets({});
}

/** KMS asks a proxy with a public endpoint for its health before it takes its settings; one behind a VPC endpoint service only when it connects. */
function tryProxy(store: KeyStore, { xks, now }: Ports, call: StoreCall): Later<undefined, KmsError> {
  if (store.type === "AWS_CLOUDHSM") return ok(undefined);
  if (xks === undefined) return refuse("UnsupportedOperationException", noPort(store.type));
  if (store.settings.XksProxyConnectivity !== "PUBLIC_ENDPOINT") return ok(undefined);
  const health = checkHealth({ transport: xks, store, now }, askedOf(call));
  return health.then((answer): Result<undefined, KmsError> => (answer.ok ? answer : { ok: false, error: storeError(answer.error) }));
}

/** An entry of DescribeCustomKeyStores (KMS API Reference, CustomKeyStoresListEntry): no password and no secret access key. */
function entryOf({ id, name, type, settings, connection, failure, createdAt }: KeyStore) {
  const of = (member: string, called = member) => (settings[member] === undefined ? {} : { [called]: settings[member] });
  return {
    CustomKeyStoreId: id,
    CustomKeyStoreName: name,
    ...of("CloudHsmClusterId"),
    ...of("TrustAnchorCertificate"),
    ConnectionState: connection,
    ...(connection === "FAILED" && failure !== undefined && { ConnectionErrorCode: failure }),
    CreationDate: new Date(createdAt),
    CustomKeyStoreType: type,
    ...(type === "EXTERNAL_KEY_STORE" && {
      XksProxyConfiguration: {
        ...of("XksProxyConnectivity", "Connectivity"),
        ...of("AccessKeyId"),
        ...of("XksProxyUriEndpoint", "UriEndpoint"),
        ...of("XksProxyUriPath", "UriPath"),
        ...of("XksProxyVpcEndpointServiceName", "VpcEndpointServiceName"),
        ...of("XksProxyVpcEndpointServiceOwner", "VpcEndpointServiceOwner"),
      },
    }),
  };
}

export type DescribeCustomKeyStoresReply = {
  readonly CustomKeyStores: readonly ReturnType<typeof entryOf>[];
  readonly NextMarker?: string;
  readonly Truncated: boolean;
};

/** KMS API Reference, DescribeCustomKeyStores: one by its id or its name, or all. */
export const DescribeCustomKeyStores = operation({
  name: "DescribeCustomKeyStores",
  input: member.request({
    CustomKeyStoreId: storeId().optional(),
    CustomKeyStoreName: storeName().optional(),
    Limit: member.limit(),
    Marker: member.marker(),
  }),
  checks: { service: onAnything("kms:DescribeCustomKeyStores") },
  validate: ({ CustomKeyStoreId, CustomKeyStoreName }) =>
    CustomKeyStoreId !== undefined && CustomKeyStoreName !== undefined
      ? error("ValidationException", "CustomKeyStoreId and CustomKeyStoreName cannot be used together.")
      : undefined,
  run: ({ input, home, state }): Ended<DescribeCustomKeyStoresReply> => {
    const { CustomKeyStoreId: id, CustomKeyStoreName: name } = input;
    if (id === undefined && name === undefined) {
      const page = pageOf(state.keyStoresOf(home), input, { usual: 100, most: 1000, listing: "custom key stores" });
      if (!page.ok) return page;
      const { names, ...rest } = page.value;
      return ok({ reply: { CustomKeyStores: names.flatMap((each) => describe(state.keyStore(each))), ...rest }, changes: [] });
    }
    const found = keyStoresOf(state, home).filter((store) => store.id === id || store.name === name);
    if (found.length === 0) return refuse("CustomKeyStoreNotFoundException", `Custom key store ${id ?? name} does not exist`);
    return ok({ reply: { CustomKeyStores: found.map(entryOf), Truncated: false }, changes: [] });
  },
  log: { parameters: ["CustomKeyStoreId"] },
});

const describe = (store: KeyStore | undefined) => (store === undefined ? [] : [entryOf(store)]);

/** KMS API Reference, UpdateCustomKeyStore: while connected a name, and of an external key store its path and credential; the rest when disconnected. */
export const UpdateCustomKeyStore = operation({
  name: "UpdateCustomKeyStore",
  input: member.request({
    CustomKeyStoreId: storeId(),
    NewCustomKeyStoreName: storeName().optional(),
    ...settingMembers,
    XksProxyVpcEndpointServiceName: member.text(0, 64, `^$|${VPC_SERVICE}`).optional(),
  }),
  checks: { service: onAnything("kms:UpdateCustomKeyStore") },
  run: (call, ports): Ended<object> => {
    const { input, home, state } = call;
    const { CustomKeyStoreId: id, NewCustomKeyStoreName: name, ...wish } = input;
    const own = ownKeyStore(state, home, id);
    if (!own.ok) return own;
    const before = own.value;
    const store: KeyStore = {
      ...before,
      name: name ?? before.name,
      settings: settingsAfter(before.settings, wish, home.account),
      secrets: secretsAfter(before.secrets, wish),
    };
    const others = () => keyStoresOf(state, home).filter((other) => other.id !== id);
    const fault = checkUpdate(before, store, wish) ?? checkName(store.name, others()) ?? checkChanged(before, store, wish, others(), ports);
    if (fault !== undefined) return { ok: false, error: fault };
    const recheck = () => {
      if (state.keyStore(id) !== before)
        return error("CustomKeyStoreInvalidStateException", `Custom key store ${id} was changed meanwhile. Retry.`);
      return checkName(store.name, others()) ?? (isProxyWish(wish) ? checkProxyIsFree(store.settings, others()) : undefined);
    };
    return andThen(isProxyWish(wish) ? tryProxy(store, ports, call) : ok(undefined), () =>
      ok({ reply: {}, changes: [put(store)], additional: auditOf(store), recheck }),
    );
  },
  log: { parameters: ["CustomKeyStoreId", "CloudHsmClusterId"], names: { CloudHsmClusterId: "ClusterId" } },
});

const isProxyWish = (wish: StoreWish): boolean =>
  Object.entries(wish).some(([name, value]) => name.startsWith("XksProxy") && value !== undefined);

const WHILE_CONNECTED: readonly string[] = ["XksProxyUriPath", "XksProxyAuthenticationCredential"] satisfies readonly (keyof StoreWish)[];

function checkUpdate(before: KeyStore, store: KeyStore, wish: StoreWish): KmsError | undefined {
  const foreign = checkForeign(wish, before.type);
  if (foreign !== undefined) return foreign;
  const told = Object.keys(wish).filter((name) => wish[name as keyof StoreWish] !== undefined);
  const isFree =
    before.connection === "DISCONNECTED" || (before.connection === "CONNECTED" && told.every((name) => WHILE_CONNECTED.includes(name)));
  if (!isFree) return notInThisState(before);
  return before.type === "EXTERNAL_KEY_STORE" ? checkProxySettings(store.settings, before.settings, wish) : undefined;
}

function checkChanged(
  before: KeyStore,
  store: KeyStore,
  wish: StoreWish,
  others: readonly KeyStore[],
  { hsm }: Ports,
): KmsError | undefined {
  if (isProxyWish(wish)) return checkProxyIsFree(store.settings, others);
  const { CloudHsmClusterId: clusterId } = wish;
  if (clusterId === undefined) return undefined;
  if (hsm === undefined) return error("UnsupportedOperationException", noPort(before.type));
  return checkCluster(hsm, clusterId, 1) ?? checkRelated(hsm, before.settings.CloudHsmClusterId ?? "", clusterId);
}

/** KMS API Reference, DeleteCustomKeyStore: of a store that is disconnected, and has no keys, in whatever state. */
export const DeleteCustomKeyStore = operation({
  name: "DeleteCustomKeyStore",
  input: member.request({ CustomKeyStoreId: storeId() }),
  checks: { service: onAnything("kms:DeleteCustomKeyStore") },
  run: ({ input: { CustomKeyStoreId: id }, home, state }) => {
    const own = ownKeyStore(state, home, id);
    if (!own.ok) return own;
    if (own.value.connection !== "DISCONNECTED") return { ok: false, error: notInThisState(own.value) };
    if (state.keysInStore(id).size > 0) return refuse("CustomKeyStoreHasCMKsException", `Custom key store ${id} has KMS keys.`);
    return ok({ reply: {}, changes: [{ kind: "delete-key-store" as const, id }], additional: auditOf(own.value) });
  },
  log: { parameters: ["CustomKeyStoreId"] },
});

/**
 * KMS API Reference, ConnectCustomKeyStore: answers at once; whether the connection was made shows in DescribeCustomKeyStores. One that failed is to be
 * disconnected first; one that is connected or connecting stays so.
 */
export const ConnectCustomKeyStore = operation({
  name: "ConnectCustomKeyStore",
  input: member.request({ CustomKeyStoreId: storeId() }),
  checks: { service: onAnything("kms:ConnectCustomKeyStore") },
  run: (call, ports) => {
    const { input, home, state, requestId } = call;
    const own = ownKeyStore(state, home, input.CustomKeyStoreId);
    if (!own.ok) return own;
    const { connection, type, settings } = own.value;
    if (connection === "FAILED" || connection === "DISCONNECTING") return { ok: false, error: notInThisState(own.value) };
    if (connection !== "DISCONNECTED") return ok({ reply: {}, changes: [], additional: auditOf(own.value) });
    const fault = checkConnectable(settings, type, ports);
    if (fault !== undefined) return { ok: false, error: fault };
    const store: KeyStore = { ...own.value, connection: "CONNECTING", attempt: requestId };
    return ok({ reply: {}, changes: [put(store)], additional: auditOf(store), after: connecting(store, ports, state, askedOf(call)) });
  },
  log: { parameters: ["CustomKeyStoreId"] },
});

/** A cluster that is gone is told when the connection fails, and not by the call. */
function checkConnectable(settings: KeyStore["settings"], type: KeyStore["type"], { hsm, xks }: Ports): KmsError | undefined {
  if ((type === "AWS_CLOUDHSM" ? hsm : xks) === undefined) return error("UnsupportedOperationException", noPort(type));
  const clusterId = settings.CloudHsmClusterId;
  return hsm === undefined || clusterId === undefined || hsm.cluster(clusterId) === undefined ? undefined : checkCluster(hsm, clusterId, 1);
}

/** KMS API Reference, DisconnectCustomKeyStore: answers at once; the keys of the store are unavailable from then on. */
export const DisconnectCustomKeyStore = operation({
  name: "DisconnectCustomKeyStore",
  input: member.request({ CustomKeyStoreId: storeId() }),
  checks: { service: onAnything("kms:DisconnectCustomKeyStore") },
  run: ({ input, home, state, requestId }, ports) => {
    const own = ownKeyStore(state, home, input.CustomKeyStoreId);
    if (!own.ok) return own;
    const { connection } = own.value;
    if (connection === "DISCONNECTED" || connection === "DISCONNECTING") return { ok: false, error: notInThisState(own.value) };
    const store: KeyStore = { ...own.value, connection: "DISCONNECTING", failure: undefined, attempt: requestId };
    return ok({ reply: {}, changes: [put(store)], additional: auditOf(store), after: disconnecting(store, ports, state) });
  },
  log: { parameters: ["CustomKeyStoreId"] },
});
