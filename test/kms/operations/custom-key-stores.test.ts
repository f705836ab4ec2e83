import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Hsm, HsmFault } from "../../../src/kms/key-stores/hsm.ts";
import type { XksAnswer } from "../../../src/kms/key-stores/xks-transport.ts";
import { certificateFor } from "../../clients/xks-proxy/certificate.ts";
import { CREDENTIAL, ENDPOINT, type ProxyProcess, startProxy } from "../../clients/xks-proxy/process.ts";
import { NOVEMBER, refused } from "../lab.ts";
import { clientOf, connectedStore, HEALTHY, METADATA, storeOf, type WithKeyStores, withKeyStores, XKS_STORE } from "../with-key-stores.ts";

const json = (body: object, status = 200): XksAnswer => ({ kind: "answer", status, body: JSON.stringify(body) });
const named = (errorName: string, status: number): XksAnswer => json({ errorName }, status);

/** A way to proxies that answers what it is told to. */
const answering = (answer: (path: string) => XksAnswer = (path) => json(path.endsWith("/health") ? HEALTHY : METADATA)) => ({
  xks: async ({ path }: { readonly path: string }) => answer(path),
});

const CLUSTER = "cluster-2a3b4c5d6e7f2";
const CERTIFICATE = certificateFor("cluster").cert;
const HSM_STORE = {
  CustomKeyStoreName: "hsm",
  CloudHsmClusterId: CLUSTER,
  TrustAnchorCertificate: CERTIFICATE,
  KeyStorePassword: "1234567",
} as const;

/** A module that makes keys of names only. */
function hsm(cluster: object = {}, fault: { now: HsmFault | undefined } = { now: undefined }): Hsm & { readonly keys: Set<string> } {
  const keys = new Set<string>();
  const answer = async <T>(value: T) => (fault.now === undefined ? { ok: true as const, value } : { ok: false as const, error: fault.now });
  const clusters = new Map([
    [CLUSTER, {}],
    ["cluster-2a3b4c5d6e7f3", { backups: "same" }],
    ["cluster-2a3b4c5d6e7f4", {}],
  ]);
  return {
    keys,
    cluster: (id) =>
      clusters.has(id)
        ? { active: true, modules: 2, trustAnchor: CERTIFICATE, backups: "same", ...(id.endsWith("4") && { backups: "other" }), ...cluster }
        : undefined,
    connect: () => answer(undefined),
    disconnect: async () => undefined,
    generateKey: async (_, label) => {
      const made = await answer(undefined);
      if (made.ok) keys.add(label);
      return made;
    },
    destroyKey: async (_, label) => (keys.delete(label) ? answer(undefined) : { ok: false, error: "key not found" }),
    encrypt: (_, __, plaintext) => answer({ iv: new Uint8Array(12), tag: new Uint8Array(16), ciphertext: plaintext }),
    decrypt: (_, __, { ciphertext }) => answer(ciphertext),
    random: (_, length) => answer(new Uint8Array(length).fill(9)),
  };
}

describe("external key stores, over a proxy that is a process of its own", () => {
  let proxy: ProxyProcess;
  let one: WithKeyStores;
  beforeAll(async () => {
    proxy = await startProxy({ now: NOVEMBER });
  });
  afterAll(() => proxy.stop());
  beforeEach(async () => {
    await proxy.tell({ fault: null, health: ["ACTIVE"], credentials: { [CREDENTIAL.AccessKeyId]: CREDENTIAL.RawSecretAccessKey } });
    one = await withKeyStores({ xks: clientOf(proxy) });
  });

  it("are made, described, connected, disconnected and deleted", async () => {
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(XKS_STORE);
    expect(id).toMatch(/^cks-[0-9a-f]{17}$/);
    const entry = {
      CustomKeyStoreId: id,
      CustomKeyStoreName: "external",
      CustomKeyStoreType: "EXTERNAL_KEY_STORE",
      CreationDate: new Date(Date.UTC(2026, 10, 1)),
      ConnectionState: "DISCONNECTED",
      XksProxyConfiguration: {
        Connectivity: "PUBLIC_ENDPOINT",
        AccessKeyId: CREDENTIAL.AccessKeyId,
        UriEndpoint: ENDPOINT,
        UriPath: "/kms/xks/v1",
      },
    };
    expect(await one.app.describeCustomKeyStores({ CustomKeyStoreName: "external" })).toEqual({
      CustomKeyStores: [entry],
      Truncated: false,
    });
    expect(await one.app.connectCustomKeyStore({ CustomKeyStoreId: id })).toEqual({});
    expect(await storeOf(one, id)).toEqual({ ...entry, ConnectionState: "CONNECTING" });
    await one.kms.idle();
    expect(await storeOf(one, id)).toEqual({ ...entry, ConnectionState: "CONNECTED" });
    expect(await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id })).toEqual({});
    await one.kms.idle();
    expect(await storeOf(one, id)).toEqual(entry);
    expect(await one.app.deleteCustomKeyStore({ CustomKeyStoreId: id })).toEqual({});
    expect((await refused(one.app.describeCustomKeyStores({ CustomKeyStoreId: id }))).name).toBe("CustomKeyStoreNotFoundException");
    expect((await one.app.describeCustomKeyStores({})).CustomKeyStores).toEqual([]);
  });

  it("the proxy is asked for its health, with the name of the operation", async () => {
    await proxy.tell({});
    const before = proxy.requests.length;
    await connectedStore(one);
    await proxy.tell({});
    expect(proxy.requests.slice(before).map(({ path, body }) => [path, body.requestMetadata.kmsOperation])).toEqual([
      ["/kms/xks/v1/health", "CreateCustomKeyStore"],
      ["/kms/xks/v1/health", "ConnectCustomKeyStore"],
    ]);
    expect(proxy.requests.at(-1)?.body.requestMetadata).not.toHaveProperty("awsPrincipalArn");
  });

  it("a wrong credential is refused before the store exists, and no secret is ever told", async () => {
    const wrong = { ...CREDENTIAL, RawSecretAccessKey: "x".repeat(43) };
    expect((await refused(one.app.createCustomKeyStore({ ...XKS_STORE, XksProxyAuthenticationCredential: wrong }))).name).toBe(
      "XksProxyIncorrectAuthenticationCredentialException",
    );
    expect((await one.app.describeCustomKeyStores({})).CustomKeyStores).toEqual([]);
    const id = await connectedStore(one);
    const told = JSON.stringify([one.kms.auditEvents(), await storeOf(one, id), one.snapshot()]);
    expect(told).not.toContain(CREDENTIAL.RawSecretAccessKey);
    expect(told).not.toContain("xxxxxxxx");
  });

  it("the credential is changed while the store is connected", async () => {
    const id = await connectedStore(one);
    const { KeyMetadata } = await one.app.createKey({ Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: id, XksKeyId: "external" });
    const next = { AccessKeyId: "NEXT2BUAFNDMBCMSQVWLGCEXAMPLE", RawSecretAccessKey: "N".repeat(50) };
    const update = () => one.app.updateCustomKeyStore({ CustomKeyStoreId: id, XksProxyAuthenticationCredential: next });
    expect((await refused(update())).name).toBe("XksProxyIncorrectAuthenticationCredentialException");
    await proxy.tell({ credentials: { [next.AccessKeyId]: next.RawSecretAccessKey } });
    await update();
    expect(await storeOf(one, id)).toMatchObject({
      ConnectionState: "CONNECTED",
      XksProxyConfiguration: { AccessKeyId: next.AccessKeyId },
    });
    await one.app.encrypt({ KeyId: KeyMetadata.Arn, Plaintext: new Uint8Array(3) });
  });

  it("a connection that fails says why, and is to be disconnected before another is tried", async () => {
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(XKS_STORE);
    await proxy.tell({ health: ["UNAVAILABLE", "UNAVAILABLE"] });
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect(await storeOf(one, id)).toMatchObject({ ConnectionState: "FAILED", ConnectionErrorCode: "XKS_PROXY_NOT_REACHABLE" });
    expect((await refused(one.app.connectCustomKeyStore({ CustomKeyStoreId: id }))).name).toBe("CustomKeyStoreInvalidStateException");
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect(await storeOf(one, id)).not.toHaveProperty("ConnectionErrorCode");
    await proxy.tell({ health: ["UNAVAILABLE", "DEGRADED"] });
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect((await storeOf(one, id)).ConnectionState).toBe("CONNECTED");
  });
});

describe("what the proxy answers", () => {
  const OTHER = "response";
  // External Key Store Proxy API, "KMS exceptions": Create and Update; CreateKey; ConnectionErrorCode.
  // biome-ignore format: a table reads as a table
  it.each<[string, XksAnswer, string, string, string]>([
    ["a ValidationException",           named("ValidationException", 400),           "XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["an InvalidStateException",        named("InvalidStateException", 400),         "XksProxyInvalidResponseException",                   "XksKeyInvalidConfigurationException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["an InvalidKeyUsageException",     named("InvalidKeyUsageException", 400),      "XksProxyInvalidResponseException",                   "XksKeyInvalidConfigurationException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["an AuthenticationFailed",         named("AuthenticationFailedException", 401), "XksProxyIncorrectAuthenticationCredentialException", "CustomKeyStoreInvalidStateException",  "INVALID_CREDENTIALS"],
    ["an AccessDeniedException",        named("AccessDeniedException", 403),         "XksProxyInvalidResponseException",                   "KMSInvalidStateException",             "XKS_PROXY_ACCESS_DENIED"],
    ["a KeyNotFoundException",          named("KeyNotFoundException", 404),          "XksProxyInvalidResponseException",                   "XksKeyNotFoundException",              "XKS_PROXY_INVALID_RESPONSE"],
    ["an InvalidUriPathException",      named("InvalidUriPathException", 404),       "XksProxyInvalidConfigurationException",              "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_CONFIGURATION"],
    ["an UnsupportedOperation",         named("UnsupportedOperationException", 501), "XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["a DependencyTimeoutException",    named("DependencyTimeoutException", 503),    "XksProxyUriUnreachableException",                    "CustomKeyStoreInvalidStateException",  "XKS_PROXY_TIMED_OUT"],
    ["a ThrottlingException",           named("ThrottlingException", 429),           "XksProxyUriUnreachableException",                    "CustomKeyStoreInvalidStateException",  "XKS_PROXY_NOT_REACHABLE"],
    ["an InternalException",            named("InternalException", 500),             "XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["an error of no known name",       named("toString", 400),                      "XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["an error name of ours",           named("timeout", 400),                       "XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["something else than JSON",        { kind: "answer", status: 200, body: "<p>" },"XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["null",                            { kind: "answer", status: 500, body: "null"},"XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["another shape",                   json({ ...HEALTHY, ekmFleetDetails: [] }),   "XksProxyInvalidResponseException",                   "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_RESPONSE"],
    ["nothing",                         { kind: "unreachable" },                     "XksProxyUriUnreachableException",                    "CustomKeyStoreInvalidStateException",  "XKS_PROXY_NOT_REACHABLE"],
    ["nothing in time",                 { kind: "timeout" },                         "XksProxyUriUnreachableException",                    "CustomKeyStoreInvalidStateException",  "XKS_PROXY_TIMED_OUT"],
    ["no TLS that KMS takes",           { kind: "tls" },                             "XksProxyUriUnreachableException",                    "CustomKeyStoreInvalidStateException",  "XKS_PROXY_INVALID_TLS_CONFIGURATION"],
  ])("%s", async (_, answer, onStore, onKey, code) => {
    let bad = false;
    const one = await withKeyStores(answering((path) => (bad ? answer : json(path.endsWith("/health") ? HEALTHY : METADATA))));
    const id = await connectedStore(one);
    bad = true;
    const before = one.snapshot();
    const another = { ...XKS_STORE, CustomKeyStoreName: OTHER, XksProxyUriPath: "/other/kms/xks/v1" };
    expect((await refused(one.app.createCustomKeyStore(another))).name).toBe(onStore);
    expect((await refused(one.app.updateCustomKeyStore({ CustomKeyStoreId: id, XksProxyUriPath: "/x/kms/xks/v1" }))).name).toBe(onStore);
    expect((await refused(one.app.createKey({ Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: id, XksKeyId: "k" }))).name).toBe(onKey);
    expect(one.snapshot()).toEqual(before);
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect((await storeOf(one, id)).ConnectionErrorCode).toBe(code);
  });
});

describe("members that do not go together", () => {
  const { XksProxyUriPath: _, ...WITHOUT_PATH } = XKS_STORE;
  const VPC_NAME = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
  it.each<[string, object]>([
    ["a cluster's, missing", { CustomKeyStoreName: "n" }],
    ["a proxy's, missing", WITHOUT_PATH],
    ["both", { ...XKS_STORE, KeyStorePassword: "1234567" }],
    ["a proxy's for a cluster", { ...HSM_STORE, XksProxyUriPath: "/kms/xks/v1" }],
    ["a VPC without its service", { ...XKS_STORE, XksProxyConnectivity: "VPC_ENDPOINT_SERVICE" }],
    ["a service without a VPC", { ...XKS_STORE, XksProxyVpcEndpointServiceName: VPC_NAME }],
    ["an address for a name", { ...XKS_STORE, XksProxyUriEndpoint: "https://127.0.0.1" }],
    ["a port", { ...XKS_STORE, XksProxyUriEndpoint: "https://xks.example.com:8443" }],
    ["another version", { ...XKS_STORE, XksProxyUriPath: "/kms/xks/v2" }],
    ["half a credential", { ...XKS_STORE, XksProxyAuthenticationCredential: { AccessKeyId: CREDENTIAL.AccessKeyId } }],
    ["a short password", { ...HSM_STORE, KeyStorePassword: "123456" }],
    ["no cluster id", { ...HSM_STORE, CloudHsmClusterId: "cluster-1111111111111" }],
  ])("CreateCustomKeyStore with %s", async (_name, input) => {
    const one = await withKeyStores({ ...answering(), hsm: hsm() });
    expect((await refused(one.app.createCustomKeyStore(input as never))).name).toBe("ValidationException");
  });

  it("no message holds a password or a credential", async () => {
    const one = await withKeyStores(answering());
    const { message } = await refused(one.app.createCustomKeyStore({ ...HSM_STORE, KeyStorePassword: "s3cr3t" }));
    expect(message).toContain("keyStorePassword");
    expect(message).not.toContain("s3cr3t");
  });

  it.each<[string, object, string]>([
    ["no store", { Origin: "EXTERNAL_KEY_STORE", XksKeyId: "k" }, "ValidationException"],
    ["no external key", { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "STORE" }, "ValidationException"],
    ["an external key of another origin", { XksKeyId: "k" }, "ValidationException"],
    ["a store of another origin", { CustomKeyStoreId: "STORE" }, "ValidationException"],
    ["a store of another type", { Origin: "AWS_CLOUDHSM", CustomKeyStoreId: "STORE" }, "ValidationException"],
    ["a name that a path loses", { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "STORE", XksKeyId: ".." }, "ValidationException"],
    ["a name of other characters", { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "STORE", XksKeyId: "a/b" }, "ValidationException"],
    [
      "an unknown store",
      { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "cks-00000000000000000", XksKeyId: "k" },
      "CustomKeyStoreNotFoundException",
    ],
    [
      "another spec",
      { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "STORE", XksKeyId: "k", KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" },
      "UnsupportedOperationException",
    ],
    [
      "several Regions",
      { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: "STORE", XksKeyId: "k", MultiRegion: true },
      "UnsupportedOperationException",
    ],
  ])("CreateKey with %s", async (_name, input, error) => {
    const one = await withKeyStores(answering());
    const id = await connectedStore(one);
    const call = { ...input, ...("CustomKeyStoreId" in input && input.CustomKeyStoreId === "STORE" && { CustomKeyStoreId: id }) };
    expect((await refused(one.app.createKey(call as never))).name).toBe(error);
  });

  it.each([{ keySpec: "AES_128" }, { keyUsage: ["ENCRYPT"] }, { keyUsage: ["DECRYPT", "SIGN"] }, { keyStatus: "DISABLED" }])(
    "an external key with %o does not fit",
    async (other) => {
      const one = await withKeyStores(answering((path) => json(path.endsWith("/health") ? HEALTHY : { ...METADATA, ...other })));
      const id = await connectedStore(one);
      expect((await refused(one.app.createKey({ Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: id, XksKeyId: "k" }))).name).toBe(
        "XksKeyInvalidConfigurationException",
      );
    },
  );
});

describe("what stores must not share", () => {
  it("names, URIs, endpoints and VPC endpoint services", async () => {
    const one = await withKeyStores({ ...answering(), hsm: hsm() });
    const vpc = (n: number) =>
      ({
        XksProxyConnectivity: "VPC_ENDPOINT_SERVICE",
        XksProxyVpcEndpointServiceName: `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef${n}`,
      }) as const;
    const make = (other: object) =>
      one.app.createCustomKeyStore({ ...XKS_STORE, CustomKeyStoreName: JSON.stringify(other).slice(0, 256), ...other });
    await make({ CustomKeyStoreName: "a" });
    await make({ CustomKeyStoreName: "b", XksProxyUriPath: "/second/kms/xks/v1" });
    await make({ CustomKeyStoreName: "c", XksProxyUriEndpoint: "https://vpc.example.com", ...vpc(1) });
    expect((await refused(make({ CustomKeyStoreName: "a", XksProxyUriPath: "/n/kms/xks/v1" }))).name).toBe(
      "CustomKeyStoreNameInUseException",
    );
    expect((await refused(make({ XksProxyUriEndpoint: "https://XKS.example.com" }))).name).toBe("XksProxyUriInUseException");
    expect((await refused(make({ XksProxyUriPath: "/n/kms/xks/v1", ...vpc(2) }))).name).toBe("XksProxyUriEndpointInUseException");
    expect((await refused(make({ XksProxyUriEndpoint: "https://vpc.example.com", XksProxyUriPath: "/n/kms/xks/v1" }))).name).toBe(
      "XksProxyUriEndpointInUseException",
    );
    expect((await refused(make({ XksProxyUriEndpoint: "https://vpc2.example.com", ...vpc(1) }))).name).toBe(
      "XksProxyVpcEndpointServiceInUseException",
    );
    expect(
      (await storeOf(one, (await one.app.describeCustomKeyStores({ CustomKeyStoreName: "c" })).CustomKeyStores[0]!.CustomKeyStoreId))
        .XksProxyConfiguration,
    ).toMatchObject({
      VpcEndpointServiceOwner: "111122223333",
    });
    // Another account has names of its own.
    await one.partner.createCustomKeyStore(XKS_STORE);
    expect((await one.partner.describeCustomKeyStores({})).CustomKeyStores).toHaveLength(1);
  });

  it("of two calls that wait at the same time one is refused", async () => {
    const one = await withKeyStores(answering());
    const made = await Promise.allSettled([
      one.app.createCustomKeyStore(XKS_STORE),
      one.app.createCustomKeyStore({ ...XKS_STORE, XksProxyUriPath: "/n/kms/xks/v1" }),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const id = (await one.app.describeCustomKeyStores({})).CustomKeyStores[0]!.CustomKeyStoreId;
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    const key = { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: id, XksKeyId: "k" } as const;
    const keys = await Promise.allSettled([one.app.createKey(key), one.app.createKey(key)]);
    expect(keys.flatMap((each) => (each.status === "rejected" ? each.reason.name : []))).toEqual(["XksKeyAlreadyInUseException"]);
    expect((await one.app.listKeys({})).Keys).toHaveLength(1);
    expect((await refused(one.app.createKey(key))).name).toBe("XksKeyAlreadyInUseException");
  });

  it("ten stores are enough, and come in pages", async () => {
    const one = await withKeyStores(answering());
    for (let i = 0; i < 10; i++)
      await one.app.createCustomKeyStore({ ...XKS_STORE, CustomKeyStoreName: `store ${i}`, XksProxyUriPath: `/${i}/kms/xks/v1` });
    expect((await refused(one.app.createCustomKeyStore(XKS_STORE))).name).toBe("LimitExceededException");
    const page = await one.app.describeCustomKeyStores({ Limit: 7 });
    const rest = await one.app.describeCustomKeyStores({ Limit: 7, Marker: page.NextMarker! });
    expect([...page.CustomKeyStores, ...rest.CustomKeyStores].map(({ CustomKeyStoreName }) => CustomKeyStoreName)).toEqual(
      Array.from({ length: 10 }, (_, i) => `store ${i}`),
    );
    expect((await refused(one.app.describeCustomKeyStores({ Marker: "nonsense" }))).name).toBe("InvalidMarkerException");
    expect((await refused(one.app.describeCustomKeyStores({ CustomKeyStoreId: "x", CustomKeyStoreName: "y" }))).name).toBe(
      "ValidationException",
    );
  });
});

describe("the states of a connection", () => {
  type State = "CONNECTED" | "CONNECTING" | "FAILED" | "DISCONNECTING" | "DISCONNECTED";
  const STATES: readonly State[] = ["CONNECTED", "CONNECTING", "FAILED", "DISCONNECTING", "DISCONNECTED"];
  /** A store in that state, with nothing to end it. */
  async function inState(state: State) {
    let answer: XksAnswer | Promise<XksAnswer> = json(HEALTHY);
    const one = await withKeyStores({ xks: async ({ path }) => (path.endsWith("/health") ? answer : json(METADATA)) });
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(XKS_STORE);
    if (state === "FAILED") answer = { kind: "tls" };
    if (state === "CONNECTING") answer = new Promise(() => undefined);
    if (state !== "DISCONNECTED") await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    if (state !== "CONNECTING") await one.kms.idle();
    answer = json(HEALTHY);
    const at = one.kms.as("app");
    const { store } = one;
    if (state === "DISCONNECTING") store.commit([{ kind: "put-key-store", store: { ...store.state.keyStore(id)!, connection: state } }]);
    return { one, id, at };
  }
  const ok = "ok";
  const no = "CustomKeyStoreInvalidStateException";

  // KMS API Reference: CONNECTED, CONNECTING, FAILED, DISCONNECTING, DISCONNECTED
  // biome-ignore format: a table reads as a table
  const TABLE: readonly [string, object, readonly string[]][] = [
    ["connectCustomKeyStore",    {},                                                       [ok, ok, no, no, ok]],
    ["disconnectCustomKeyStore", {},                                                       [ok, ok, ok, no, no]],
    ["deleteCustomKeyStore",     {},                                                       [no, no, no, no, ok]],
    ["updateCustomKeyStore",     { NewCustomKeyStoreName: "another" },                     [ok, no, no, no, ok]],
    ["updateCustomKeyStore",     { XksProxyUriPath: "/n/kms/xks/v1" },                     [ok, no, no, no, ok]],
    ["updateCustomKeyStore",     { XksProxyAuthenticationCredential: CREDENTIAL },         [ok, no, no, no, ok]],
    ["updateCustomKeyStore",     { XksProxyUriEndpoint: "https://n.example.com" },         [no, no, no, no, ok]],
    ["createKey",                { Origin: "EXTERNAL_KEY_STORE", XksKeyId: "k" },          [ok, no, no, no, no]],
    ["describeCustomKeyStores",  {},                                                       [ok, ok, ok, ok, ok]],
  ];
  const CASES = TABLE.flatMap(([operation, input, results]) => STATES.map((state, i) => [operation, input, state, results[i]!] as const));

  it.each(CASES)("%s %o of a store that is %s: %s", async (operation, input, state, expected) => {
    const { one, id, at } = await inState(state);
    expect(at.describeCustomKeyStores({ CustomKeyStoreId: id }).CustomKeyStores[0]?.ConnectionState).toBe(state);
    const call = (one.app as unknown as Record<string, (input: object) => Promise<object>>)[operation]!({ CustomKeyStoreId: id, ...input });
    if (expected === ok) await call;
    else expect((await refused(call)).name).toBe(expected);
  });

  it("a store that is disconnected while it connects stays so", async () => {
    let answer: (value: XksAnswer) => void = () => undefined;
    let wait = false;
    const one = await withKeyStores({ xks: () => (wait ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(json(HEALTHY))) });
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(XKS_STORE);
    wait = true;
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id });
    answer(json(HEALTHY));
    await one.kms.idle();
    expect((await storeOf(one, id)).ConnectionState).toBe("DISCONNECTED");
  });

  it("a store with a key, even one that waits for its deletion, is not deleted", async () => {
    const one = await withKeyStores(answering());
    const id = await connectedStore(one);
    const { KeyMetadata } = await one.app.createKey({ Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId: id, XksKeyId: "k" });
    expect(KeyMetadata).toMatchObject({
      CustomKeyStoreId: id,
      XksKeyConfiguration: { Id: "k" },
      Origin: "EXTERNAL_KEY_STORE",
      KeyState: "Enabled",
      MultiRegion: false,
    });
    expect(KeyMetadata).not.toHaveProperty("CurrentKeyMaterialId");
    await one.app.scheduleKeyDeletion({ KeyId: KeyMetadata.Arn, PendingWindowInDays: 7 });
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect((await refused(one.app.deleteCustomKeyStore({ CustomKeyStoreId: id }))).name).toBe("CustomKeyStoreHasCMKsException");
    one.kms.advance({ days: 8 });
    await one.app.deleteCustomKeyStore({ CustomKeyStoreId: id });
  });
});

describe("changes of a store", () => {
  it("between a public endpoint and a VPC", async () => {
    const one = await withKeyStores(answering());
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(XKS_STORE);
    const update = (members: object) => one.app.updateCustomKeyStore({ CustomKeyStoreId: id, ...members });
    const service = { XksProxyVpcEndpointServiceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0" };
    expect((await refused(update({ XksProxyConnectivity: "VPC_ENDPOINT_SERVICE", ...service }))).name).toBe("ValidationException");
    expect(
      (await refused(update({ XksProxyConnectivity: "VPC_ENDPOINT_SERVICE", XksProxyUriEndpoint: "https://v.example.com" }))).name,
    ).toBe("ValidationException");
    await update({ XksProxyConnectivity: "VPC_ENDPOINT_SERVICE", XksProxyUriEndpoint: "https://v.example.com", ...service });
    expect((await storeOf(one, id)).XksProxyConfiguration).toMatchObject({
      Connectivity: "VPC_ENDPOINT_SERVICE",
      VpcEndpointServiceName: service.XksProxyVpcEndpointServiceName,
    });
    await update({ XksProxyConnectivity: "PUBLIC_ENDPOINT", XksProxyUriEndpoint: ENDPOINT, XksProxyVpcEndpointServiceName: "" });
    expect((await storeOf(one, id)).XksProxyConfiguration).toEqual({
      Connectivity: "PUBLIC_ENDPOINT",
      AccessKeyId: CREDENTIAL.AccessKeyId,
      UriEndpoint: ENDPOINT,
      UriPath: "/kms/xks/v1",
    });
    expect((await refused(update({ KeyStorePassword: "1234567" }))).name).toBe("ValidationException");
  });

  it("a name of another store is refused; its own is not", async () => {
    const one = await withKeyStores(answering());
    const id = await connectedStore(one);
    await one.app.createCustomKeyStore({ ...XKS_STORE, CustomKeyStoreName: "taken", XksProxyUriPath: "/n/kms/xks/v1" });
    expect((await refused(one.app.updateCustomKeyStore({ CustomKeyStoreId: id, NewCustomKeyStoreName: "taken" }))).name).toBe(
      "CustomKeyStoreNameInUseException",
    );
    await one.app.updateCustomKeyStore({ CustomKeyStoreId: id, NewCustomKeyStoreName: "external" });
  });
});

describe("AWS CloudHSM key stores", () => {
  it.each<[string, object, object, string]>([
    ["that is unknown", {}, { CloudHsmClusterId: "cluster-2a3b4c5d6e7f9" }, "ValidationException"],
    ["that does not exist", {}, { CloudHsmClusterId: "cluster-2a3b4c5d6e7f7" }, "CloudHsmClusterNotFoundException"],
    ["that is not active", { active: false }, {}, "CloudHsmClusterNotActiveException"],
    ["of one HSM", { modules: 1 }, {}, "CloudHsmClusterInvalidConfigurationException"],
    ["of another certificate", {}, { TrustAnchorCertificate: certificateFor("other").cert }, "IncorrectTrustAnchorException"],
  ])("a cluster %s", async (_, cluster, members, error) => {
    const one = await withKeyStores({ hsm: hsm(cluster) });
    expect((await refused(one.app.createCustomKeyStore({ ...HSM_STORE, ...members }))).name).toBe(error);
  });

  it("a cluster, and its relatives, belong to one store; a store may move to a relative only", async () => {
    const one = await withKeyStores({ hsm: hsm() });
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(HSM_STORE);
    for (const CloudHsmClusterId of [CLUSTER, "cluster-2a3b4c5d6e7f3"]) {
      expect((await refused(one.app.createCustomKeyStore({ ...HSM_STORE, CustomKeyStoreName: "second", CloudHsmClusterId }))).name).toBe(
        "CloudHsmClusterInUseException",
      );
    }
    const move = (CloudHsmClusterId: string) => one.app.updateCustomKeyStore({ CustomKeyStoreId: id, CloudHsmClusterId });
    expect((await refused(move("cluster-2a3b4c5d6e7f4"))).name).toBe("CloudHsmClusterNotRelatedException");
    await move("cluster-2a3b4c5d6e7f3");
    expect(await storeOf(one, id)).toMatchObject({
      CloudHsmClusterId: "cluster-2a3b4c5d6e7f3",
      CustomKeyStoreType: "AWS_CLOUDHSM",
      TrustAnchorCertificate: CERTIFICATE,
    });
  });

  it("keys are made in the module, and destroyed there when they are deleted", async () => {
    const module = hsm();
    const one = await withKeyStores({ hsm: module });
    const id = await connectedStore(one, HSM_STORE);
    const { KeyMetadata } = await one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: id });
    expect(KeyMetadata).toMatchObject({ CustomKeyStoreId: id, CloudHsmClusterId: CLUSTER, Origin: "AWS_CLOUDHSM" });
    expect([...module.keys]).toEqual([`kms-${KeyMetadata.KeyId}`]);
    await one.app.scheduleKeyDeletion({ KeyId: KeyMetadata.Arn, PendingWindowInDays: 7 });
    one.kms.advance({ days: 7 });
    await one.kms.idle();
    expect([...module.keys]).toEqual([]);
  });

  it.each<[HsmFault, string]>([
    ["INVALID_CREDENTIALS", "INVALID_CREDENTIALS"],
    ["USER_LOCKED_OUT", "USER_LOCKED_OUT"],
    ["INSUFFICIENT_CLOUDHSM_HSMS", "INSUFFICIENT_CLOUDHSM_HSMS"],
    ["key not found", "INTERNAL_ERROR"],
  ])("a connection that fails for %s", async (reason, code) => {
    const one = await withKeyStores({ hsm: hsm({}, { now: reason }) });
    const id = await connectedStore(one, HSM_STORE);
    expect(await storeOf(one, id)).toMatchObject({ ConnectionState: "FAILED", ConnectionErrorCode: code });
  });

  it("a module's faults become errors of the calls", async () => {
    const fault: { now: HsmFault | undefined } = { now: undefined };
    const one = await withKeyStores({ hsm: hsm({}, fault) });
    const id = await connectedStore(one, HSM_STORE);
    const { Arn: KeyId } = (await one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: id })).KeyMetadata;
    const { CiphertextBlob } = await one.app.encrypt({ KeyId, Plaintext: new Uint8Array(5) });
    fault.now = "NETWORK_ERRORS";
    expect((await refused(one.app.encrypt({ KeyId, Plaintext: new Uint8Array(5) }))).name).toBe("KMSInvalidStateException");
    expect((await refused(one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: id }))).name).toBe(
      "CustomKeyStoreInvalidStateException",
    );
    expect((await refused(one.app.generateRandom({ NumberOfBytes: 4, CustomKeyStoreId: id }))).name).toBe(
      "CustomKeyStoreInvalidStateException",
    );
    fault.now = "not authentic";
    expect(await refused(one.app.decrypt({ CiphertextBlob }))).toEqual({ name: "InvalidCiphertextException", message: "" });
  });

  it("random bytes come from the module of a connected store, and from no external one", async () => {
    const one = await withKeyStores({ ...answering(), hsm: hsm() });
    const draw = (CustomKeyStoreId: string) => one.app.generateRandom({ NumberOfBytes: 4, CustomKeyStoreId });
    const { CustomKeyStoreId: id } = await one.app.createCustomKeyStore(HSM_STORE);
    expect((await refused(draw(id))).name).toBe("CustomKeyStoreInvalidStateException");
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect(await draw(id)).toEqual({ Plaintext: Uint8Array.of(9, 9, 9, 9) });
    expect((await refused(draw(await connectedStore(one)))).name).toBe("UnsupportedOperationException");
    expect((await refused(one.partner.generateRandom({ NumberOfBytes: 4, CustomKeyStoreId: id }))).name).toBe(
      "CustomKeyStoreNotFoundException",
    );
  });

  it("a KMS without modules says what it needs", async () => {
    const one = await withKeyStores({});
    const { name, message } = await refused(one.app.createCustomKeyStore(HSM_STORE));
    expect([name, message]).toEqual(["UnsupportedOperationException", expect.stringContaining("`hsm`")]);
  });
});

describe("permissions and audit", () => {
  const CALLS = [
    ["ConnectCustomKeyStore", {}],
    ["DisconnectCustomKeyStore", {}],
    ["UpdateCustomKeyStore", { NewCustomKeyStoreName: "other" }],
    ["DescribeCustomKeyStores", {}],
    ["DeleteCustomKeyStore", {}],
  ] as const;
  const call = (client: object, name: string, input: object) =>
    (client as Record<string, (input: object) => Promise<object>>)[name.charAt(0).toLowerCase() + name.slice(1)]!(input);

  it("each call needs its own action, allowed by an identity policy, in the caller's account", async () => {
    for (const [name, input] of [["CreateCustomKeyStore", XKS_STORE], ...CALLS] as const) {
      const one = await withKeyStores(answering(), {
        Action: [`kms:${name}`],
        Condition: { StringEquals: { "kms:CallerAccount": "111122223333" } },
      });
      const { name: denied, message } = await refused(call(one.nobody, name, { CustomKeyStoreId: "cks-1", ...input }));
      expect([denied, message]).toEqual(["AccessDeniedException", expect.stringContaining(`kms:${name}`)]);
      const allowed = call(one.app, name, { ...(name !== "CreateCustomKeyStore" && { CustomKeyStoreId: "cks-1" }), ...input });
      if (name === "CreateCustomKeyStore") await allowed;
      else expect((await refused(allowed)).name).toBe("CustomKeyStoreNotFoundException");
    }
  });

  it("a store of another account does not exist", async () => {
    const one = await withKeyStores(answering());
    const { CustomKeyStoreId } = await one.app.createCustomKeyStore(XKS_STORE);
    for (const [name, input] of CALLS)
      expect((await refused(call(one.partner, name, { CustomKeyStoreId, ...input }))).name).toBe("CustomKeyStoreNotFoundException");
  });

  it("CloudTrail shows the store, and the cluster by its name there", async () => {
    const one = await withKeyStores({ hsm: hsm() });
    const { CustomKeyStoreId: customKeyStoreId } = await one.app.createCustomKeyStore(HSM_STORE);
    expect(one.kms.auditEvents().at(-1)).toMatchObject({
      eventName: "CreateCustomKeyStore",
      readOnly: false,
      requestParameters: { customKeyStoreName: "hsm", clusterId: CLUSTER },
      responseElements: { customKeyStoreId },
      resources: [],
    });
    await one.app.connectCustomKeyStore({ CustomKeyStoreId: customKeyStoreId });
    expect(one.kms.auditEvents().at(-1)).toMatchObject({
      requestParameters: { customKeyStoreId },
      responseElements: null,
      additionalEventData: { customKeyStoreName: "hsm", clusterId: CLUSTER },
    });
    expect(JSON.stringify(one.kms.auditEvents())).not.toContain("1234567");
  });
});
