import { type XksClientOptions, xksClient } from "../../src/keystores/xks-client.ts";
import type { Kms, KmsClient, Ports, Store } from "../../src/kms.ts";
import { CREDENTIAL, ENDPOINT, type ProxyProcess } from "../clients/xks-proxy/process.ts";
import { ACCOUNT, APP, allowing, NOVEMBER, startKms } from "./lab.ts";
import { PARTNER } from "./operations/one-key.ts";

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
  const principals = {
    app: { arn: APP, policies: [allowing(may)] },
    nobody: { arn: `arn:aws:iam::${ACCOUNT}:user/nobody` },
    partner: PARTNER,
  };
  const kms = await startKms({ startMs: NOVEMBER, ports, world: { principals } });
  const later = (name: keyof typeof principals) => kms.as(name).later;
  return { kms, app: later("app"), nobody: later("nobody"), partner: later("partner"), store: kms.store, snapshot: kms.snapshot };
}

export const XKS_STORE = {
  CustomKeyStoreName: "external",
  CustomKeyStoreType: "EXTERNAL_KEY_STORE",
  XksProxyConnectivity: "PUBLIC_ENDPOINT",
  XksProxyUriEndpoint: ENDPOINT,
  XksProxyUriPath: "/kms/xks/v1",
  XksProxyAuthenticationCredential: CREDENTIAL,
} as const;

/** What a proxy answers that is in order. */
export const HEALTHY = {
  xksProxyFleetSize: 1,
  xksProxyVendor: "v",
  xksProxyModel: "m",
  ekmVendor: "e",
  ekmFleetDetails: [{ id: "1", model: "m", healthStatus: "ACTIVE" }],
};
export const METADATA = { keySpec: "AES_256", keyUsage: ["ENCRYPT", "DECRYPT"], keyStatus: "ENABLED" };

/** The client of the KMS, for a proxy at its port of this machine. It waits longer than KMS does: the machine of a test may be busy. */
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
