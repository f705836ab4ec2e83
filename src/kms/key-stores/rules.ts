import { error, type KmsError } from "../errors.ts";
import type { KeyStore } from "./key-store.ts";

/** What the members of CreateCustomKeyStore and UpdateCustomKeyStore may be together (KMS API Reference; the words are ours). */
export type StoreWish = {
  readonly CloudHsmClusterId?: string | undefined;
  readonly TrustAnchorCertificate?: string | undefined;
  readonly KeyStorePassword?: string | undefined;
  readonly XksProxyConnectivity?: "PUBLIC_ENDPOINT" | "VPC_ENDPOINT_SERVICE" | undefined;
  readonly XksProxyUriEndpoint?: string | undefined;
  readonly XksProxyUriPath?: string | undefined;
  readonly XksProxyAuthenticationCredential?: { readonly AccessKeyId: string; readonly RawSecretAccessKey: string } | undefined;
  readonly XksProxyVpcEndpointServiceName?: string | undefined; // "" takes it away
  readonly XksProxyVpcEndpointServiceOwner?: string | undefined;
};

type Type = KeyStore["type"];

const OF_TYPE: Readonly<Record<Type, readonly (keyof StoreWish)[]>> = {
  AWS_CLOUDHSM: ["CloudHsmClusterId", "TrustAnchorCertificate", "KeyStorePassword"],
  EXTERNAL_KEY_STORE: [
    "XksProxyConnectivity",
    "XksProxyUriEndpoint",
    "XksProxyUriPath",
    "XksProxyAuthenticationCredential",
    "XksProxyVpcEndpointServiceName",
    "XksProxyVpcEndpointServiceOwner",
  ],
};
const OPTIONAL: ReadonlySet<string> = new Set(["XksProxyVpcEndpointServiceName", "XksProxyVpcEndpointServiceOwner"]);

const invalid = (message: string): KmsError => error("ValidationException", message);

/** Every member that the type needs. */
export function checkComplete(wish: StoreWish, type: Type): KmsError | undefined {
  const missing = OF_TYPE[type].find((name) => !OPTIONAL.has(name) && wish[name] === undefined);
  return missing === undefined ? checkForeign(wish, type) : invalid(`${missing} is required for a custom key store of type ${type}.`);
}

/** And none of the other. */
export function checkForeign(wish: StoreWish, type: Type): KmsError | undefined {
  const other: Type = type === "AWS_CLOUDHSM" ? "EXTERNAL_KEY_STORE" : "AWS_CLOUDHSM";
  const foreign = OF_TYPE[other].find((name) => wish[name] !== undefined);
  return foreign === undefined ? undefined : invalid(`${foreign} is not valid for a custom key store of type ${type}.`);
}

type Settings = KeyStore["settings"];

/** The settings that a wish makes of those before, without the secrets. */
export function settingsAfter(before: Settings, wish: StoreWish, account: string): Settings {
  const { XksProxyAuthenticationCredential: credential, KeyStorePassword: _, ...members } = wish;
  const told = Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const settings: Record<string, string> = {
    ...before,
    ...Object.fromEntries(told),
    ...(credential && { AccessKeyId: credential.AccessKeyId }),
  };
  if (settings.XksProxyConnectivity === "VPC_ENDPOINT_SERVICE") settings.XksProxyVpcEndpointServiceOwner ??= account;
  if (settings.XksProxyConnectivity === "PUBLIC_ENDPOINT" && before.XksProxyConnectivity === "VPC_ENDPOINT_SERVICE") {
    if (wish.XksProxyVpcEndpointServiceName === undefined) delete settings.XksProxyVpcEndpointServiceName;
    if (wish.XksProxyVpcEndpointServiceOwner === undefined) delete settings.XksProxyVpcEndpointServiceOwner;
  }
  if (settings.XksProxyVpcEndpointServiceName === "") delete settings.XksProxyVpcEndpointServiceName;
  return settings;
}

/** Whether the settings of an external key store go together. `wish` is what made them of those `before`, which are empty for a new store. */
export function checkProxySettings(settings: Settings, before: Settings, wish: StoreWish): KmsError | undefined {
  const { XksProxyConnectivity: connectivity, XksProxyUriEndpoint: endpoint = "", XksProxyUriPath: path = "" } = settings;
  const host = endpoint.slice("https://".length);
  if (/(^|\.)\d+\.?$/.test(host) || !host.includes(".")) return invalid("XksProxyUriEndpoint must name a host, and not an IP address.");
  if (!path.endsWith("/kms/xks/v1")) return invalid("XksProxyUriPath must end in /kms/xks/v1, the version of the proxy API.");
  if (before.XksProxyConnectivity !== undefined && before.XksProxyConnectivity !== connectivity && wish.XksProxyUriEndpoint === undefined) {
    return invalid("XksProxyUriEndpoint is required when XksProxyConnectivity is changed.");
  }
  const name = settings.XksProxyVpcEndpointServiceName;
  if (connectivity === "VPC_ENDPOINT_SERVICE") {
    return name === undefined ? invalid("XksProxyVpcEndpointServiceName is required with VPC_ENDPOINT_SERVICE connectivity.") : undefined;
  }
  const isForVpc = name !== undefined || settings.XksProxyVpcEndpointServiceOwner !== undefined;
  return isForVpc ? invalid("A VPC endpoint service is not valid with PUBLIC_ENDPOINT connectivity.") : undefined;
}

/** What two external key stores of an account in a Region must not share (KMS API Reference, CreateCustomKeyStore). Host names ignore letter case. */
export function checkProxyIsFree(settings: Settings, others: readonly KeyStore[]): KmsError | undefined {
  const isVpc = settings.XksProxyConnectivity === "VPC_ENDPOINT_SERVICE";
  const stores = others.filter(({ type }) => type === "EXTERNAL_KEY_STORE").map((store) => store.settings);
  const sharing = stores.filter((other) => other.XksProxyUriEndpoint?.toLowerCase() === settings.XksProxyUriEndpoint?.toLowerCase());
  if (sharing.some((other) => other.XksProxyUriPath === settings.XksProxyUriPath)) {
    return error("XksProxyUriInUseException", "Another custom key store has this proxy URI endpoint and path.");
  }
  if (sharing.some((other) => isVpc || other.XksProxyConnectivity === "VPC_ENDPOINT_SERVICE")) {
    return error("XksProxyUriEndpointInUseException", "Another custom key store has this proxy URI endpoint.");
  }
  if (isVpc && stores.some((other) => other.XksProxyVpcEndpointServiceName === settings.XksProxyVpcEndpointServiceName)) {
    return error("XksProxyVpcEndpointServiceInUseException", "Another custom key store has this VPC endpoint service.");
  }
  return undefined;
}
