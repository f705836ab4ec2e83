/** How requests reach the proxy of an external key store. A port: this room does no I/O. */

/** One POST of the External Key Store Proxy API, version 1: signed by whoever sends it (SigV4, service `kms-xks-proxy`). */
export type XksRequest = {
  readonly endpoint: string; // https://, a host name, no port
  readonly path: string; // begins with a slash
  readonly region: string;
  readonly credential: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly now: number; // when it is sent, as the signature says: milliseconds since the Unix epoch, by the clock of the KMS
  readonly body: object;
};

/** What came back within the time that KMS waits; a body that is too long is `malformed`. */
export type XksAnswer =
  | { readonly kind: "answer"; readonly status: number; readonly body: string }
  | { readonly kind: "malformed" | "timeout" | "tls" | "unreachable" };

/** Never rejects, never retries, never follows a redirect. */
export type XksTransport = (request: XksRequest) => Promise<XksAnswer>;
