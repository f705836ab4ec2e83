import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Hsm } from "../../../src/kms/key-stores/hsm.ts";
import type { KeyStore } from "../../../src/kms/key-stores/key-store.ts";
import type { XksAnswer, XksRequest } from "../../../src/kms/key-stores/xks-transport.ts";
import { memoryStore, type Ports } from "../../../src/kms.ts";
import { type ProxyProcess, startProxy } from "../../clients/xks-proxy/process.ts";
import { NOVEMBER, refused, startKms } from "../lab.ts";
import { keyStore } from "../records.ts";
import { clientOf, connectedStore, storeOf, withKeyStores } from "../with-key-stores.ts";

const HEALTHY: XksAnswer = {
  kind: "answer",
  status: 200,
  body: JSON.stringify({
    xksProxyFleetSize: 1,
    xksProxyVendor: "v",
    xksProxyModel: "m",
    ekmVendor: "e",
    ekmFleetDetails: [{ id: "1", model: "m", healthStatus: "ACTIVE" }],
  }),
};

/** A KMS that finds this store in its state, as one that has ended left it. */
async function after(found: Partial<KeyStore>, ports: Partial<Ports>) {
  const store = memoryStore();
  const left = keyStore({ attempt: "the request of a KMS that is no more", ...found });
  store.commit([{ kind: "put-key-store", store: left }]);
  const kms = await startKms({ startMs: NOVEMBER, store, ports });
  const before = store.state.keyStore(left.id)?.connection;
  await kms.idle();
  const { connection, failure, attempt } = store.state.keyStore(left.id)!;
  return { before, connection, failure, attempt };
}

describe("a store that was connecting when its KMS ended", () => {
  const asked: string[] = [];
  const xks = (answer: XksAnswer) => async (request: XksRequest) => {
    asked.push((request.body as { readonly requestMetadata: { readonly kmsOperation: string } }).requestMetadata.kmsOperation);
    return answer;
  };

  it("is connected by the next one", async () => {
    expect(await after({ connection: "CONNECTING" }, { xks: xks(HEALTHY) })).toEqual({
      before: "CONNECTING",
      connection: "CONNECTED",
      failure: undefined,
      attempt: undefined,
    });
    expect(asked).toEqual(["ConnectCustomKeyStore"]);
  });

  it.each<[string, Partial<KeyStore>, Partial<Ports>, string]>([
    ["its proxy does not answer", {}, { xks: xks({ kind: "unreachable" }) }, "XKS_PROXY_NOT_REACHABLE"],
    [
      "nothing leads to its modules",
      { type: "AWS_CLOUDHSM", settings: { CloudHsmClusterId: "cluster-2a3b4c5d6e7f2" } },
      {},
      "INTERNAL_ERROR",
    ],
    [
      "its modules take no login",
      { type: "AWS_CLOUDHSM", settings: { CloudHsmClusterId: "cluster-2a3b4c5d6e7f2" } },
      { hsm: { connect: async () => ({ ok: false, error: "INVALID_CREDENTIALS" }) } as unknown as Hsm },
      "INVALID_CREDENTIALS",
    ],
  ])("has failed where %s, and says why", async (_, found, ports, failure) => {
    expect(await after({ connection: "CONNECTING", ...found }, ports)).toMatchObject({ connection: "FAILED", failure, attempt: undefined });
  });

  it.each(["DISCONNECTED", "CONNECTED", "FAILED"] as const)("others are left alone: %s", async (connection) => {
    const failure = connection === "FAILED" ? "NETWORK_ERRORS" : undefined;
    asked.length = 0;
    expect(await after({ connection, failure, attempt: undefined }, { xks: xks(HEALTHY) })).toMatchObject({ connection, failure });
    expect(asked).toEqual([]);
  });

  it("and one that was disconnecting is disconnected", async () => {
    expect(await after({ connection: "DISCONNECTING" }, { xks: xks(HEALTHY) })).toMatchObject({
      connection: "DISCONNECTED",
      attempt: undefined,
    });
  });
});

describe("the health of external key stores", () => {
  let proxy: ProxyProcess;
  beforeAll(async () => {
    proxy = await startProxy({ now: NOVEMBER });
  });
  afterAll(() => proxy.stop());

  it("is asked for every five minutes by the clock of the KMS, once however far that is moved, and signed at its time", async () => {
    let now = NOVEMBER;
    const clock = {
      now: () => now,
      advance: (by: number) => {
        now += by;
      },
    };
    const one = await withKeyStores({ xks: clientOf(proxy), ...clock });
    const id = await connectedStore(one);
    await proxy.tell({}); // what it has been asked so far is told by now
    const before = proxy.requests.length;
    const checks = async (minutes: number) => {
      await proxy.tell({ now: now + minutes * 60_000 });
      one.kms.advance({ minutes });
      await one.kms.idle();
      await proxy.tell({});
      return proxy.requests.slice(before).map(({ path, body }) => [path, body.requestMetadata.kmsOperation]);
    };
    const check = ["/kms/xks/v1/health", "KmsHealthCheck"];
    expect(await checks(4)).toEqual([]);
    expect(await checks(1)).toEqual([check]);
    expect(await checks(4)).toEqual([check]);
    expect(await checks(60 * 24 * 30)).toEqual([check, check]);
    expect(proxy.requests.at(-1)?.body.requestMetadata).toEqual({ kmsRequestId: expect.any(String), kmsOperation: "KmsHealthCheck" });
    expect((await storeOf(one, id)).ConnectionState).toBe("CONNECTED");
    await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id });
    await one.kms.idle();
    expect(await checks(10)).toHaveLength(2); // not of a store that is disconnected
  });

  it("leaves a store whose proxy fails connected, and tells nobody", async () => {
    const one = await withKeyStores({ xks: clientOf(proxy) });
    await proxy.tell({ now: NOVEMBER });
    const id = await connectedStore(one);
    const events = one.kms.auditEvents().length;
    const before = one.snapshot();
    await proxy.tell({ fault: "InternalException" });
    one.kms.advance({ minutes: 6 });
    await one.kms.idle();
    await proxy.tell({ fault: null });
    expect(one.snapshot()).toEqual(before);
    expect(one.kms.auditEvents()).toHaveLength(events);
    expect((await storeOf(one, id)).ConnectionState).toBe("CONNECTED");
  });

  it("what is signed by another clock than the proxy's is refused", async () => {
    await proxy.tell({ now: NOVEMBER + 600_000 });
    const one = await withKeyStores({ xks: clientOf(proxy) });
    expect((await refused(connectedStore(one))).name).toBe("XksProxyIncorrectAuthenticationCredentialException");
  });
});
