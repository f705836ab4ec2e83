import type { Agent, RequestOptions } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { COUNT, type Member, type Members, mapOf, NUMBER, objectOf, TEXT, TRUTH } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";
import type { XksAnswer, XksRequest, XksTransport } from "../kms/key-stores/xks-transport.ts";
import { signatureHeaders } from "../wire/sigv4.ts";

/** Where a proxy is really found: for proxies that are not at port 443 of a public address, and for tests. */
export type ProxyAddress = {
  readonly address?: string; // in place of what the name service says
  readonly port?: number;
  readonly ca?: string; // PEM of the authority that vouches for its certificate, in place of the public ones
};

export type XksClientOptions = {
  /** By endpoint (`https://xks.example.com`). */
  readonly addresses?: Readonly<Record<string, ProxyAddress>>;
  /** For how long KMS waits for an answer, connection and all; 250, as AWS documents. */
  readonly timeoutMs?: number;
  /** Whether names may resolve to loopback, private and link-local addresses. An address that `addresses` gives always may. */
  readonly allowPrivateAddresses?: boolean;
};

const ADDRESS: Members = { address: TEXT, port: COUNT, ca: TEXT } satisfies Record<keyof ProxyAddress, Member>;

const OPTIONS: Members = {
  addresses: mapOf(objectOf(ADDRESS)),
  timeoutMs: NUMBER,
  allowPrivateAddresses: TRUTH,
} satisfies Record<keyof XksClientOptions, Member>;

const TIMEOUT_MS = 250;
const LONGEST_ANSWER = 65_536;

/**
 * The way to the proxies of external key stores: HTTPS with SigV4, as AWS KMS calls them (External Key Store Proxy API, "Transport"). TLS 1.2 or 1.3 and
 * its four suites; the certificate must name the host. Connections are kept; no redirect is followed, no call repeated, no proxy setting of the
 * environment read.
 */
export function xksClient(options: XksClientOptions = {}): XksTransport & { readonly close: () => void } {
  assertOptions(options, OPTIONS, "xksClient");
  const agents = new Map<string, Promise<Agent>>();
  const addressOf = (endpoint: string): ProxyAddress | undefined =>
    options.addresses !== undefined && Object.hasOwn(options.addresses, endpoint) ? options.addresses[endpoint] : undefined;
  const agentOf = (endpoint: string): Promise<Agent> => {
    let agent = agents.get(endpoint);
    if (agent === undefined) {
      agent = newAgent(addressOf(endpoint), options.allowPrivateAddresses ?? false);
      agents.set(endpoint, agent);
    }
    return agent;
  };
  const send = async (request: XksRequest): Promise<XksAnswer> => {
    const [{ request: open }, agent] = await Promise.all([import("node:https"), agentOf(request.endpoint)]);
    return exchange(open, { ...requestOptions(request, addressOf(request.endpoint)), agent }, options.timeoutMs ?? TIMEOUT_MS);
  };
  const close = () => {
    for (const agent of agents.values()) agent.then((made) => made.destroy()).catch(() => undefined);
    agents.clear();
  };
  return Object.assign((request: XksRequest) => send(request).catch(() => ({ kind: "unreachable" }) as const), { close });
}

const SUITES = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
].join(":");

async function newAgent(place: ProxyAddress | undefined, allowPrivate: boolean): Promise<Agent> {
  const { Agent } = await import("node:https");
  const { lookup } = await import("node:dns");
  const resolve: LookupFunction = (host, wanted, done) => {
    if (place?.address !== undefined) {
      const family = isIP(place.address);
      return wanted.all === true ? done(null, [{ address: place.address, family }]) : done(null, place.address, family);
    }
    lookup(host, { ...wanted, all: true }, (fault, found) => {
      const allowed = found?.filter(({ address }) => allowPrivate || !isPrivate(address)) ?? [];
      const [first] = allowed;
      if (fault !== null || first === undefined)
        return done(fault ?? Object.assign(new Error("no public address"), { code: "ENOTFOUND" }), "", 4);
      return wanted.all === true ? done(null, allowed) : done(null, first.address, first.family);
    });
  };
  return new Agent({
    keepAlive: true,
    maxSockets: 64,
    timeout: 60_000,
    minVersion: "TLSv1.2",
    ciphers: SUITES,
    lookup: resolve,
    ...(place?.ca !== undefined && { ca: place.ca }),
  });
}

/** Loopback, private, link-local (where clouds keep the credentials of machines), shared and multicast addresses. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPrivate(mapped);
  if (isIP(address) === 6) return /^(::1?$|::ffff:|64:ff9b:|f[cd]|fe[89ab]|ff)/i.test(address);
  const [a = 0, b = 0] = address.split(".").map(Number);
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

function requestOptions(
  { endpoint, path, region, credential, now, body }: XksRequest,
  place: ProxyAddress | undefined,
): RequestOptions & { readonly payload: string } {
  const { hostname: host } = new URL(endpoint);
  const payload = JSON.stringify(body);
  const signed = signatureHeaders({ host, path, region, service: "kms-xks-proxy", credential, body: payload, now });
  const headers = { host, "content-type": "application/json", "content-length": Buffer.byteLength(payload), ...signed };
  return { method: "POST", host, servername: host, port: place?.port ?? 443, path, headers, payload };
}

type Open = typeof import("node:https").request;

function exchange(open: Open, options: RequestOptions & { readonly payload: string }, timeoutMs: number): Promise<XksAnswer> {
  return new Promise((resolve) => {
    const { payload, ...rest } = options;
    const request = open(rest);
    const end = (answer: XksAnswer) => {
      clearTimeout(timer);
      resolve(answer); // the first one counts
      if (answer.kind !== "answer") request.destroy();
    };
    const timer = setTimeout(() => end({ kind: "timeout" }), timeoutMs);
    request.on("error", (fault) => end({ kind: isTlsFault(fault) ? "tls" : "unreachable" }));
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > LONGEST_ANSWER) end({ kind: "malformed" });
        else chunks.push(chunk);
      });
      response.on("error", () => end({ kind: "unreachable" }));
      response.on("end", () => end({ kind: "answer", status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }));
    });
    request.end(payload);
  });
}

/** Faults of the handshake and of the certificate, by the codes that Node gives them (Node.js, "TLS" and "Errors"). */
function isTlsFault(fault: Error & { readonly code?: string }): boolean {
  const { code = "" } = fault;
  return /^(ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/.test(
    code,
  );
}
