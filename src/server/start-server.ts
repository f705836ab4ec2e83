import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { RootKey } from "../crypto/root-key.ts";
import type { World } from "../estate/world.ts";
import type { AuditEvent } from "../kms/audit.ts";
import type { KmsError } from "../kms/errors.ts";
import { LenientAuthority, type Overlooked } from "../kms/lenient.ts";
import type { Ports } from "../kms/ports.ts";
import type { ImmediateStore, Store } from "../kms/store.ts";
import { splitTarget } from "../wire/raw-request.ts";
import type { WireCall } from "../wire/wire.ts";
import { type AwsJsonOptions, answerAwsJson, type Signer } from "./aws-json.ts";
import { CallFeed } from "./call-feed.ts";
import { CallTally } from "./call-tally.ts";
import { DecisionLog } from "./decision-log.ts";
import type { Endpoint } from "./exchange.ts";
import { makeFront } from "./front.ts";
import { Faults, type InjectedFault } from "./limits/faults.ts";
import { Quotas } from "./limits/quotas.ts";
import { type Listening, type ListenOptions, listen, type TlsFiles } from "./listener.ts";
import { LiveWorld, watched } from "./live-world.ts";
import type { Metrics } from "./metrics.ts";
import type { ObservedCall, Observer } from "./observed-call.ts";
import type { Clock, ConsolePage, OwnDeps } from "./own/deps.ts";
import { isAdminPath, isDecisionPath, isPageRequest } from "./own/paths.ts";
import { PageTokens } from "./page-token.ts";
import type { PeerQuestion, Peers } from "./peers.ts";
import type { AuthorizingProxy } from "./proxy/proxy.ts";
import { type Authentication, Standing, type StandingOptions } from "./standing.ts";
import { answerSts, type StsCall } from "./sts/answer-sts.ts";
import { answerTrail } from "./trail/answer-trail.ts";
import { stsEvent } from "./trail/events.ts";

export type ServerOptions = {
  readonly world: World;
  readonly hasSeed: boolean; // the world is one that somebody told
  readonly store: Store | ImmediateStore;
  readonly ports: Ports;
  /** The machine's clock, in milliseconds, whatever that of `ports` says: signatures are looked at by it, for clients follow the time that we send. */
  readonly realNow: () => number;
  readonly clock?: Clock | undefined; // of `ports`, where it can be moved
  readonly root?: RootKey | undefined;
  readonly authentication?: Authentication | undefined;
  readonly host?: string | undefined; // both loopback addresses
  readonly port: number;
  readonly isExposed?: boolean | undefined; // others than this machine reach the address; unless told, where it is no loopback one
  readonly adminPort?: number | undefined; // of its own for what is not for clients of AWS
  readonly tls?: TlsFiles | undefined;
  readonly corsOrigins?: readonly string[] | undefined;
  readonly adminToken?: string | undefined;
  readonly decisionToken?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly version?: string | undefined;
  readonly consolePage?: (() => Promise<ConsolePage | undefined>) | undefined; // what `GET /` shows in a browser
  readonly upstream?: string | undefined; // URL of the KMS that does what is allowed here
  readonly enforce?: Enforcement | undefined;
  readonly onOverlooked?: ((overlooked: Overlooked) => void) | undefined; // what would be refused, were policies enforced
  readonly hasQuotas?: boolean | undefined;
  readonly peers?: Peers | undefined; // other processes on the same port, over the same store
  readonly faults?: { readonly list: readonly InjectedFault[]; readonly seed: number } | undefined;
  readonly auditLimit: number; // calls that are remembered
  readonly pastEvents?: readonly AuditEvent[] | undefined; // of a process before, which LookupEvents goes on to tell
  readonly onEvent?: ((event: AuditEvent) => void) | undefined;
  readonly onCall?: Observer | undefined;
  readonly onCrash: (error: unknown, requestId: string) => void;
};

/** `log`: answers as if everything were allowed, and tells what is not; `off`: does not ask. */
export type Enforcement = "on" | "log" | "off";

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  readonly adminUrl: string | undefined;
  readonly standing: Standing;
  /** What another process asks of this one. */
  readonly answerPeer: (question: PeerQuestion) => Promise<unknown>;
  /** Other certificates for connections to come. @throws {Error} for files that are none; it goes on as before then. */
  readonly renewTls: (tls: TlsFiles) => void;
  readonly stop: (timeoutMs: number) => Promise<void>;
};

/**
 * Starts the endpoint: it answers when the promise is kept.
 *
 * @throws {InvalidWorldError} for a world that no KMS can start with.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ports, onCrash, host, tls } = options;
  const root = options.root ?? options.store.root ?? randomRoot(ports);
  const { store, changes } = watched(options.store);
  const standing = await Standing.open(options.world, { ...standingOptions(options), store, root });
  const live = new LiveWorld(() => standing.site, changes);
  standing.site.service.audit.recall(options.pastEvents ?? []);
  const tokens = new PageTokens(root, ports.randomBytes);
  const meter = meterOf(options);
  const calls = new CallFeed(standing.site.service.newId().replaceAll("-", ""), options.auditLimit);
  const observe: Observer = (call) => {
    options.onCall?.(call);
    meter.observe(call);
    const { service } = standing.site;
    calls.tell(call, service.ports.now(), call.resources ?? service.calls.touchedBy(call.requestId));
  };
  const newId = () => standing.site.service.newId();
  const awsJson = jsonEndpoint(options, standing, tokens, observe, await proxyOf(options, standing));
  const query = queryEndpoint(options, standing, observe);
  const scheme = tls === undefined ? "http" : "https";
  const origins = new Set(options.corsOrigins?.map((origin) => origin.toLowerCase()));
  let isReady = true;
  const decisions = new DecisionLog(options.auditLimit);
  const own = ownEndpoints(
    {
      standing,
      live,
      tokens,
      newId,
      calls,
      decisions,
      peers: options.peers,
      isReady: () => isReady,
      clock: options.clock,
      metrics: meter.text,
      publicUrl: options.publicUrl,
      consolePage: options.consolePage,
      observe,
      isProxy: options.upstream !== undefined,
      access: {
        isLoopback: !(options.isExposed ?? (host !== undefined && !isLoopback(host))),
        adminToken: options.adminToken,
        decisionToken: options.decisionToken,
        origins,
        names: new Set(
          [...(options.corsOrigins ?? []), options.publicUrl].flatMap((url) => (url && URL.canParse(url) ? new URL(url).hostname : [])),
        ),
      },
    },
    onCrash,
  );
  const hasAdminPort = options.adminPort !== undefined;
  const isOwn = (path: string, request: IncomingMessage) =>
    isDecisionPath(path) || (!hasAdminPort && (isAdminPath(path) || isPageRequest(request)));
  const answer = makeFront({ awsJson, query, origins, isOpen: () => standing.identity.isOpen });
  const listening = await listenAll(host, { port: options.port, tls, newId, onCrash, answer, stream: own(isOwn) });
  const admin = hasAdminPort
    ? await listenAll(host, { port: options.adminPort as number, tls, newId, onCrash, answer: nowhere, stream: own(() => true) })
    : [];
  const { port } = (listening[0] as Listening).address;
  return {
    url: urlOf(scheme, listening),
    port,
    adminUrl: hasAdminPort ? urlOf(scheme, admin) : undefined,
    standing,
    answerPeer: peerAnswers(standing, { decisions, calls }, meter),
    renewTls: (files) => {
      for (const one of [...listening, ...admin]) one.renew(files);
    },
    stop: async (timeoutMs) => {
      isReady = false;
      calls.close();
      await Promise.all([...listening, ...admin].map((one) => one.stop(timeoutMs)));
    },
  };
}

function standingOptions(options: ServerOptions): Omit<StandingOptions, "store" | "root"> {
  const { ports, auditLimit, authentication, hasSeed, onEvent, enforce = "on", onOverlooked = () => undefined } = options;
  const authority: StandingOptions["authority"] =
    enforce === "on" ? undefined : (state, callers) => new LenientAuthority(state, callers, enforce === "log" ? onOverlooked : undefined);
  return { ports, auditLimit, authentication, hasSeed, onEvent, authority };
}

/** Loaded where there is one. */
async function proxyOf({ upstream, realNow }: ServerOptions, standing: Standing): Promise<AuthorizingProxy | undefined> {
  if (upstream === undefined) return undefined;
  const [{ AuthorizingProxy: Made }, { Upstream }] = await Promise.all([import("./proxy/proxy.ts"), import("./proxy/upstream.ts")]);
  return new Made(new Upstream(upstream), standing, realNow);
}

function jsonEndpoint(
  options: ServerOptions,
  standing: Standing,
  tokens: PageTokens,
  observe: Observer,
  proxy: AuthorizingProxy | undefined,
): Endpoint {
  const signing = { standing, realNow: options.realNow };
  const stopped = stopperOf(options, standing);
  const how: AwsJsonOptions = {
    ...signing,
    before: stopped,
    forward: proxy?.forward,
    observe,
    answerTrail: (operation, it) => answerTrail(operation, it, signing, tokens, options.peers),
  };
  return (exchange) => answerAwsJson(exchange, how);
}

/** What stops a call before it is made. */
function stopperOf({ hasQuotas, faults, realNow }: ServerOptions, standing: Standing) {
  if (!hasQuotas && faults === undefined) return undefined;
  const quotas = hasQuotas ? new Quotas() : undefined;
  const drawn = faults && new Faults(faults.list, faults.seed);
  return async (call: WireCall, { caller }: Signer): Promise<KmsError | undefined> => {
    const fault = drawn?.draw(call.row.name);
    if (fault !== undefined && fault.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    return fault?.error ?? quotas?.refusal(call, caller.home, standing.site.service.store.state, realNow());
  };
}

function queryEndpoint({ realNow }: ServerOptions, standing: Standing, observe: Observer): Endpoint {
  return (exchange) => {
    const started = performance.now();
    let ended: StsCall | undefined;
    const answer = answerSts(exchange, {
      standing,
      realNow,
      onCall: (call) => {
        ended = call;
        const { service } = standing.site;
        service.audit.record(stsEvent(call, service.newId(), service.ports.now()));
      },
    });
    observe({
      service: "sts",
      operation: ended?.action,
      requestId: exchange.requestId,
      region: ended?.request.region,
      accessKeyId: ended?.request.holder.accessKeyId,
      principal: ended?.request.caller.principal.arn,
      isAuthenticated: ended !== undefined,
      status: answer.status,
      error: ended === undefined ? "NotAuthenticated" : ended.error?.code,
      resources: ended?.told?.resources?.map(({ ARN }) => ARN) ?? [],
      seconds: (performance.now() - started) / 1000,
      bytes: exchange.body.length,
      userAgent: exchange.headers.get("user-agent"),
    });
    return answer;
  };
}

/** Hono and what is behind our own endpoints are loaded when one is asked for the first time: most who start an endpoint never ask. */
function ownEndpoints(deps: OwnDeps, onCrash: ServerOptions["onCrash"]) {
  type Listener = (request: IncomingMessage, response: ServerResponse) => void;
  let loaded: Promise<Listener> | undefined;
  return (isOwn: (path: string, request: IncomingMessage) => boolean) =>
    (request: IncomingMessage, response: ServerResponse): boolean => {
      if (!isOwn(splitTarget(request.url ?? "/").path, request)) return false;
      loaded ??= import("./own/app.ts").then(({ ownListener }) => ownListener(deps, (error) => onCrash(error, "")));
      loaded.then(
        (listener) => listener(request, response),
        (error) => {
          onCrash(error, "");
          response.destroy();
        },
      );
      return true;
    };
}

const nowhere: Endpoint = () => ({ status: 404, headers: {}, body: "" });

/** What writes metrics is loaded when they are asked for the first time: most who start an endpoint never ask. */
function meterOf({ version = "unknown" }: ServerOptions) {
  const tally = new CallTally();
  let loading: Promise<Metrics> | undefined;
  const load = (): Promise<Metrics> => {
    loading ??= import("./metrics.ts").then(({ Metrics: Loaded }) => new Loaded(version, tally));
    return loading;
  };
  return {
    observe: (call: ObservedCall) => tally.observe(call),
    text: async (others: readonly unknown[]) => (await load()).text(others),
    values: async () => (await load()).values(),
  };
}

/** What is asked of all who serve on the port, answered for this process alone. */
function peerAnswers(
  standing: Standing,
  { decisions, calls }: Pick<OwnDeps, "decisions" | "calls">,
  meter: ReturnType<typeof meterOf>,
): RunningServer["answerPeer"] {
  return async (question) => {
    switch (question.ask) {
      case "events": {
        const { account, region } = question;
        const { audit } = standing.site.service;
        return audit.events().filter((event) => event.recipientAccountId === account && event.awsRegion === region);
      }
      case "why":
        return (await import("./own/why.ts")).whyOf(question, { standing, decisions });
      case "metrics":
        return meter.values();
      case "calls":
        return calls.page(question.after, question.most);
      case "world": {
        const { readSentWorld, takenBy } = await import("./own/world.ts");
        const { world } = await readSentWorld(question);
        return world === undefined ? undefined : takenBy(standing, world);
      }
      default:
        return question satisfies never;
    }
  };
}

/** Unless told, on both loopback addresses: `localhost` is either of them. A machine without IPv6 has one. */
async function listenAll(host: string | undefined, options: Omit<ListenOptions, "host">): Promise<readonly Listening[]> {
  const first = await listen({ ...options, host: host ?? "127.0.0.1" });
  if (host !== undefined) return [first];
  const second = await listen({ ...options, host: "::1", port: first.address.port }).catch(() => undefined);
  return second === undefined ? [first] : [first, second];
}

const urlOf = (scheme: string, [first]: readonly Listening[]): string => {
  const { address, family, port } = (first as Listening).address as AddressInfo;
  return `${scheme}://${family === "IPv6" ? `[${address}]` : address}:${port}`;
};

/** Nobody but this machine reaches such an address. */
const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);

function randomRoot(ports: Ports): RootKey {
  const root = RootKey.from(ports.randomBytes(32));
  if (!root.ok) throw new Error("a root key has 32 bytes");
  return root.value;
}
