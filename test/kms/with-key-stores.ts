import { type XksClientOptions, xksClient } from "../../src/keystores/xks-client.ts";
import { createKms, fixedPorts, type Kms, type KmsClient, KmsException, memoryStore, type Ports, type Store } from "../../src/kms.ts";
import { CREDENTIAL, ENDPOINT, type ProxyProcess } from "../clients/xks-proxy/process.ts";
import { APP, allow, PARTNER_USER } from "./operations/one-key.ts";

export const START = Date.UTC(2026, 10, 1);

/** A KMS with the way to key stores outside, for tests of custom key stores. */
export type WithKeyStores = {
  readonly kms: Kms;
  readonly app: KmsClient["later"];
  readonly nobody: KmsClient["later"];
  readonly partner: KmsClient["later"];
  readonly snapshot: () => unknown;
  readonly store: Store;
};

export async function withKeyStores(ports: Partial<Ports>, may: object = { Action: "kms:*" }): Promise<WithKeyStores> {
  const store = memoryStore();
  const kms = await createKms({
    store,
    ports: { ...fixedPorts({ startMs: START }), ...ports },
    world: {
      principals: {
        app: { arn: APP, policies: [allow(may)] },
        nobody: { arn: "arn:aws:iam::111122223333:user/nobody" },
        partner: { arn: PARTNER_USER, policies: [allow({ Action: "kms:*" })] },
      },
    },
  });
  const [app, nobody, partner] = ["app", "nobody", "partner"].map((name) => kms.as(name).later) as [
    KmsClient["later"],
    KmsClient["later"],
    KmsClient["later"],
  ];
  return { kms, app, nobody, partner, store, snapshot: () => store.state.snapshot() };
}

export const XKS_STORE = {
  CustomKeyStoreName: "external",
  CustomKeyStoreType: "EXTERNAL_KEY_STORE",
  XksProxyConnectivity: "PUBLIC_ENDPOINT",
  XksProxyUriEndpoint: ENDPOINT,
  XksProxyUriPath: "/kms/xks/v1",
  XksProxyAuthenticationCredential: CREDENTIAL,
} as const;

/** The client of the KMS, for a proxy at its port of this machine. It waits longer than KMS does: the machine of a test may be busy. */
/** What a proxy answers that is in order. */
export const HEALTHY = {
  xksProxyFleetSize: 1,
  xksProxyVendor: "v",
  xksProxyModel: "m",
  ekmVendor: "e",
  ekmFleetDetails: [{ id: "1", model: "m", healthStatus: "ACTIVE" }],
};
export const METADATA = { keySpec: "AES_256", keyUsage: ["ENCRYPT", "DECRYPT"], keyStatus: "ENABLED" };

export const clientOf = ({ port, cert }: Pick<ProxyProcess, "port" | "cert">, options: XksClientOptions = {}) =>
  xksClient({ timeoutMs: 10_000, addresses: { [ENDPOINT]: { address: "127.0.0.1", port, ca: cert } }, ...options });

/** A store that is connected to the proxy. */
export async function connectedStore(
  { kms, app }: WithKeyStores,
  store: Parameters<KmsClient["later"]["createCustomKeyStore"]>[0] = XKS_STORE,
): Promise<string> {
  const { CustomKeyStoreId } = await app.createCustomKeyStore(store);
  await app.connectCustomKeyStore({ CustomKeyStoreId });
  await kms.idle();
  return CustomKeyStoreId;
}

export async function storeOf({ app }: WithKeyStores, CustomKeyStoreId: string) {
  const { CustomKeyStores } = await app.describeCustomKeyStores({ CustomKeyStoreId });
  return CustomKeyStores[0]!;
}

/** What a refused call answers; a call that is not refused fails the test. */
export async function refused(call: Promise<unknown>): Promise<{ readonly name: string; readonly message: string }> {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof KmsException) return { name: thrown.name, message: thrown.message };
    throw thrown;
  }
  throw new Error("the call was not refused");
}
