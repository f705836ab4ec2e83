import type { AddressInfo } from "node:net";
import { RootKey } from "../crypto/root-key.ts";
import type { World } from "../estate/world.ts";
import type { AuditEvent } from "../kms/audit.ts";
import type { Ports } from "../kms/ports.ts";
import type { Store } from "../kms/store.ts";
import { answerAwsJson } from "./aws-json.ts";
import type { Endpoint } from "./exchange.ts";
import { makeFront } from "./front.ts";
import { type Listening, type ListenOptions, listen, type TlsFiles } from "./listener.ts";
import { PageTokens } from "./page-token.ts";
import { type Authentication, Standing } from "./standing.ts";
import { answerSts, type StsCall } from "./sts/answer-sts.ts";
import { answerTrail } from "./trail/answer-trail.ts";
import { stsEvent } from "./trail/events.ts";

export type ServerOptions = {
  readonly world: World;
  readonly hasSeed: boolean; // the world is one that somebody told
  readonly store: Store;
  readonly ports: Ports;
  /** The machine's clock, in milliseconds, whatever that of `ports` says: signatures are looked at by it, for clients follow the time that we send. */
  readonly realNow: () => number;
  readonly root?: RootKey | undefined;
  readonly authentication?: Authentication | undefined;
  readonly host?: string | undefined; // both loopback addresses
  readonly port: number;
  readonly tls?: TlsFiles | undefined;
  readonly corsOrigins?: readonly string[] | undefined;
  readonly auditLimit: number; // calls that are remembered
  readonly onEvent?: ((event: AuditEvent) => void) | undefined;
  readonly onCrash: (error: unknown, requestId: string) => void;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  readonly standing: Standing;
  readonly stop: (timeoutMs: number) => Promise<void>;
};

/**
 * Starts the endpoint: it answers when the promise is kept.
 *
 * @throws {InvalidWorldError} for a world that no KMS can start with.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ports, realNow, world, store, hasSeed, authentication, auditLimit, onCrash } = options;
  const root = options.root ?? randomRoot(ports);
  const standing = await Standing.open(world, { ports, store, root, auditLimit, authentication, hasSeed, onEvent: options.onEvent });
  const signing = { standing, realNow };
  const tokens = new PageTokens(root, ports.randomBytes);
  const awsJson: Endpoint = (exchange) =>
    answerAwsJson(exchange, { ...signing, answerTrail: (operation, it) => answerTrail(operation, it, signing, tokens) });
  const onStsCall = (call: StsCall) => {
    const { service } = standing.site;
    service.audit.record(stsEvent(call, service.newId(), service.ports.now()));
  };
  const answer = makeFront({
    awsJson,
    query: (exchange) => answerSts(exchange, { ...signing, onCall: onStsCall }),
    own: () => undefined,
    origins: new Set(options.corsOrigins?.map((origin) => origin.toLowerCase())),
  });
  const newId = () => standing.site.service.newId();
  const listening = await listenAll(options.host, { port: options.port, tls: options.tls, answer, newId, onCrash });
  const { port } = (listening[0] as Listening).address;
  return {
    url: `${options.tls === undefined ? "http" : "https"}://${urlHost((listening[0] as Listening).address)}:${port}`,
    port,
    standing,
    stop: async (timeoutMs) => {
      await Promise.all(listening.map((one) => one.stop(timeoutMs)));
    },
  };
}

/** Unless told, on both loopback addresses: `localhost` is either of them. A machine without IPv6 has one. */
async function listenAll(host: string | undefined, options: Omit<ListenOptions, "host">): Promise<readonly Listening[]> {
  const first = await listen({ ...options, host: host ?? "127.0.0.1" });
  if (host !== undefined) return [first];
  const second = await listen({ ...options, host: "::1", port: first.address.port }).catch(() => undefined);
  return second === undefined ? [first] : [first, second];
}

const urlHost = ({ address, family }: AddressInfo): string => (family === "IPv6" ? `[${address}]` : address);

function randomRoot(ports: Ports): RootKey {
  const root = RootKey.from(ports.randomBytes(32));
  if (!root.ok) throw new Error("a root key has 32 bytes");
  return root.value;
}
