import type { Diagnostic } from "../base/diagnostic.ts";
import {
  ANYTHING,
  COUNT,
  either,
  FUNCTION,
  listOf,
  type Member,
  type Members,
  memberFaults,
  OBJECT,
  objectOf,
  TEXT,
} from "../base/members.ts";
import { LAST_TIME } from "../base/time.ts";
import type { FlowParameters } from "../catalog/flow-requests.ts";
import { RootKey } from "../crypto/root-key.ts";
import { EMPTY_ESTATE } from "../estate/estate.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import type { Question } from "../estate/question.ts";
import { World } from "../estate/world.ts";
import type { ExplainOptions } from "../explain/explain.ts";
import { isMoment, parseInstant } from "../iam/values.ts";
import { type AskedCall, askedCall } from "../kms/asked-call.ts";
import type { AuditEvent } from "../kms/audit.ts";
import type { Credentials } from "../kms/caller.ts";
import { type CallerRequest, DEFAULT_HOME } from "../kms/callers.ts";
import { type KmsClient, makeClient } from "../kms/client.ts";
import { NOT_KEPT, type Service } from "../kms/dispatch.ts";
import { settleDue } from "../kms/due.ts";
import { type FlowCaller, type FlowReply, FlowRunner } from "../kms/flow-run.ts";
import { type SdkErrors, sdkExceptions, type ToException, toException } from "../kms/kms-exception.ts";
import { type Ports, standingClock } from "../kms/ports.ts";
import { startService } from "../kms/service.ts";
import type { ImmediateStore, Store } from "../kms/store.ts";
import { openRootKey, type RootKeySource } from "../stores/root-key-source.ts";
import { AccessKeys } from "../wire/access-keys.ts";
import { makeRequestHandler, type RequestHandler } from "../wire/request-handler.ts";
import type { WorldObject } from "../world/document.ts";
import type { ReadWorld } from "../world/document-reader.ts";
import { readable } from "../world/load-world.ts";
import { type DataFlowCaller, type DataFlowReply, runDataFlow } from "./data-flow.ts";
import { type Duration, millisecondsOf } from "./duration.ts";
import { type CallExplanation, explainCall } from "./explain-call.ts";
import { systemPorts } from "./system-ports.ts";

export type KmsOptions = {
  /** Who may call it and which keys there are: what `loadWorld` reads, or an object of a world document's shape. Without it an empty account. */
  readonly world?: WorldObject | World;
  /**
   * When it begins, as ISO 8601 with a time of day (`2026-01-01T00:00:00Z`) or a `Date`: time then stands still until `kms.advance` moves it. Everything
   * else stays real, such as randomness and RSA keys. Without it the clock is the machine's, or that of `ports`.
   */
  readonly clock?: string | Date;
  /** Its clock, randomness, and ways out; those of the machine unless told. With `fixedPorts` the same calls give the same bytes, too. */
  readonly ports?: Partial<Ports>;
  /** Where keys, aliases and grants are kept; in memory unless told. With one that has to be waited for see `LaterKms`. */
  readonly store?: ImmediateStore;
  /**
   * What import tokens are sealed under, or where that is to be had; random unless given, for as long as the KMS is there. Key material is not: it
   * stays in memory.
   */
  readonly root?: RootKey | RootKeySource;
  /** How many calls are remembered, by the audit log and for `explain`; 1,000 unless told. */
  readonly auditLimit?: number;
  /** Called with every audit event, as it happens. */
  readonly onEvent?: (event: AuditEvent) => void;
  /** How long a new grant counts only for requests that bring its token; not at all unless told. */
  readonly grantDelay?: Duration;
  /** PEM of the certificate authorities whose attestation documents count, in place of that of AWS Nitro Enclaves. */
  readonly attestationRoots?: readonly string[];
  /** How long an attestation document serves; five minutes unless told. */
  readonly attestationAge?: Duration;
  /**
   * `import * as sdk from "@aws-sdk/client-kms"`: refused calls then throw errors of these very classes. Without it they throw `KmsException`s, for which
   * `instanceof` of the SDK's classes holds too, by name.
   */
  readonly errors?: SdkErrors;
};

/** Runs a flow under a key, or on a resource of the world. */
export type RunFlow = {
  (name: string, parameters: FlowParameters, caller: FlowCaller): Promise<FlowReply>;
  (name: string, parameters: FlowParameters, caller: DataFlowCaller): Promise<DataFlowReply>;
};

export type Kms = {
  /** The operations as this caller may call them: a short name of the world, an ARN or a service principal, with what its session and way add. */
  readonly as: (caller: CallerRequest) => KmsClient;
  /**
   * Credentials for a client of the AWS SDK that is to call as this caller, the same each time they are asked for; `requestHandler` knows them, and
   * AWS does not.
   */
  readonly credentials: (caller: CallerRequest) => Credentials;
  /**
   * What answers a client of the AWS SDK for JavaScript v3 in this process, without a socket, in the client's Region:
   * `new KMSClient({ region, credentials: kms.credentials("app"), requestHandler: kms.requestHandler() })`.
   */
  readonly requestHandler: () => RequestHandler;
  /**
   * Calls an integrated service as far as KMS is concerned: all that AWS documents it to ask of KMS is asked, in the caller's name and in order, with real
   * keys: `kms.flow("s3.PutObject", { bucket: "b", key: "k" }, { principal: "app", key: "orders" })`. What a flow encrypted, later ones decrypt. Of a resource
   * of the world, `kms.flow("s3.GetObject", {}, { principal: "app", on: "orders-bucket/k" })`, the service first decides by the policies of both.
   *
   * @throws {TypeError} for a flow that is none, or has not its parameters.
   */
  readonly flow: RunFlow;
  /**
   * How somebody makes the KMS ask itself a question that its world can be asked: `const { caller, input } = kms.asks(question)`, and then
   * `kms.as(caller).decrypt({ ...input, CiphertextBlob })`.
   *
   * @throws {InvalidWorldError} for a question that names what is not there.
   */
  readonly asks: (question: Question) => AskedCall;
  /** Warnings: about the policies of a world that was given as an object, what a KMS cannot start with, such as keys in custom key stores, and names of condition keys that callers gave and nobody knows. */
  readonly diagnostics: readonly Diagnostic[];
  /** The ARNs of the world's keys by their short names. */
  readonly keys: Readonly<Record<string, string>>;
  /**
   * Moves a clock that was given with `clock` or `ports`, and lets all happen that is due by then, in its order: rotation, expiry of material, deletion.
   *
   * @throws {TypeError} where the clock is the machine's, and for what is no duration.
   * @throws {RangeError} beyond the year 9999, which is the last that policies can read.
   */
  readonly advance: (by: Duration) => void;
  /** The last calls, and what KMS did by itself, in the shape of CloudTrail's records. */
  readonly auditEvents: () => readonly AuditEvent[];
  /**
   * Why a call got its answer: what `kmsward eval` tells, for each permission that the call asked for, as text or with `format: "json"` as a tree. For the
   * error that a call threw (one of the AWS SDK, too) or the request id of any call, allowed or denied; also what is wrong with a malformed policy. Policies,
   * keys and grants are those of the moment of the call. As many calls are kept as the audit log remembers (`auditLimit`), without plaintext and keys.
   *
   * @throws {TypeError} for what is neither an error of a call nor a request id.
   * @throws {RangeError} for a call that is not among those that are kept.
   */
  readonly explain: ExplainCall;
  /** When nothing goes on any more that was begun by calls already answered, such as connecting a custom key store. */
  readonly idle: () => Promise<void>;
};

export type ExplainCall = {
  (call: Error | string, options: ExplainOptions & { readonly format: "json" }): CallExplanation;
  (call: Error | string, options?: ExplainOptions & { readonly format?: "text" }): string;
};

/** A KMS over a store that has to be waited for, such as a database: its operations are those of `later`. */
export type LaterKms = Omit<Kms, "as" | "advance"> & {
  readonly as: (caller: CallerRequest) => Pick<KmsClient, "later">;
  /** As that of `Kms`; to be waited for. */
  readonly advance: (by: Duration) => void | Promise<void>;
};

const PORTS: Members = {
  now: FUNCTION,
  advance: FUNCTION,
  randomBytes: FUNCTION,
  generateRsaKey: FUNCTION,
  xks: FUNCTION,
  hsm: OBJECT,
} satisfies Record<keyof Ports, Member>;

const ROOT_KEY: Member = either(
  { is: (root) => root instanceof RootKey, words: "a root key" },
  { ...OBJECT, words: "where one is to be had" },
);

const OPTIONS: Members = {
  world: { ...OBJECT, words: "a world, or an object of a world's shape" },
  ports: objectOf(PORTS),
  clock: ANYTHING, // a moment, which is read where the clock is made
  store: { is: (store) => OBJECT.is(store) && typeof (store as Partial<Store>).commit === "function", words: "a store" },
  root: ROOT_KEY,
  auditLimit: COUNT,
  onEvent: FUNCTION,
  grantDelay: ANYTHING, // a duration, which is read where it is counted
  attestationRoots: listOf(TEXT),
  attestationAge: ANYTHING,
  errors: {
    is: (sdk) => OBJECT.is(sdk) && typeof (sdk as Partial<SdkErrors>).KMSServiceException === "function",
    words: 'what `import * as sdk from "@aws-sdk/client-kms"` gives',
  },
} satisfies Record<keyof KmsOptions, Member>;

/**
 * Starts a KMS in this process.
 *
 * @throws {InvalidWorldError} for a world that cannot be, and for options that it does not have.
 * @throws {TypeError} for a clock that tells no moment, or two clocks.
 * @throws {RootKeyError} for a root key that cannot be had: a file that others may read, a wrong passphrase.
 */
export function createKms(options?: KmsOptions): Promise<Kms>;
export function createKms(options: Omit<KmsOptions, "store"> & { readonly store: Store }): Promise<LaterKms>;
export async function createKms(all: Omit<KmsOptions, "store"> & { readonly store?: Store } = {}): Promise<Kms> {
  const faults = memberFaults(all, OPTIONS, { file: "createKms", pointer: "" });
  if (faults.length > 0) throw new InvalidWorldError("createKms has no such options", faults);
  const { root: given, ...options } = all;
  const ports = portsOf(options);
  const root = given === undefined || given instanceof RootKey ? given : await openRootKey(given, ports.randomBytes);
  const { world, diagnostics } = await worldOf(options.world);
  const { service, callers, seed, seeded } = startService({
    ...options,
    ...(root !== undefined && { root }),
    world,
    ports,
    grantDelayMs: millisecondsOf("grantDelay", options.grantDelay ?? {}),
    attestationAgeMs: millisecondsOf("attestationAge", options.attestationAge ?? { minutes: 5 }),
  });
  await seeded;
  const toThrow = options.errors === undefined ? toException : sdkExceptions(options.errors);
  const flows = new FlowRunner(service, callers, seed.arns, toThrow);
  const accessKeys = new AccessKeys(callers, ports.randomBytes);
  return {
    as: (caller) => makeClient(service, callers.caller(caller), toThrow),
    credentials: (caller) => accessKeys.issue(caller),
    requestHandler: () => makeRequestHandler(service, accessKeys.authenticate),
    flow: ((name: string, parameters: FlowParameters, caller: FlowCaller | DataFlowCaller) =>
      OBJECT.is(caller) && "on" in caller
        ? runDataFlow(world, { flows, callers }, name, parameters, caller as DataFlowCaller, ports.now())
        : flows.run(name, parameters, caller as FlowCaller)) as RunFlow,
    asks: (question) => askedCall(world, question),
    get diagnostics() {
      return [...diagnostics, ...seed.diagnostics, ...callers.warnings];
    },
    keys: seed.arns,
    advance: (by) => {
      const milliseconds = millisecondsOf("advance", by);
      if (ports.advance === undefined)
        throw new TypeError(
          'the clock is the machine\'s: start the KMS with one that can be moved, `createKms({ clock: "2026-01-01T00:00:00Z" })`',
        );
      if (ports.now() + milliseconds > LAST_TIME) throw new RangeError("advance: the clock ends with the year 9999");
      ports.advance(milliseconds);
      return settled(service, toThrow);
    },
    auditEvents: () => service.audit.events(),
    explain: ((call: unknown, told: ExplainOptions = {}) => explainCall(service, call, told)) as ExplainCall,
    idle: () => service.background.idle(),
  };
}

/** The machine's, but for what was given. */
function portsOf({ clock, ports = {} }: Pick<KmsOptions, "clock" | "ports">): Ports {
  if (clock === undefined) return { ...systemPorts(), ...ports };
  if (ports.now !== undefined || ports.advance !== undefined)
    throw new TypeError("`clock` and the clock of `ports` are two: give one of them");
  return { ...systemPorts(), ...ports, ...standingClock(startOf(clock)) };
}

function startOf(clock: string | Date): number {
  const start = clock instanceof Date ? clock.getTime() : momentOf(clock);
  if (start !== undefined && start >= 0 && start <= LAST_TIME) return start;
  throw new TypeError("clock: write the moment as ISO 8601 with its time of day, from 1970 to 9999: `2026-01-01T00:00:00Z`");
}

function momentOf(text: unknown): number | undefined {
  const instant = typeof text === "string" && isMoment(text) ? parseInstant(text) : undefined;
  return instant && instant.seconds * 1000 + instant.milliseconds;
}

async function worldOf(given: WorldObject | World | undefined): Promise<Required<ReadWorld>> {
  if (given === undefined) return { world: new World(EMPTY_ESTATE), diagnostics: [] };
  if (World.is(given)) return { world: given, diagnostics: [] };
  const { readWorldValue } = await import("../world/document-reader.ts"); // brings the schema along
  return readable(readWorldValue(given, DEFAULT_HOME));
}

/** Lets all happen that is due by now. A promise where the store has to be waited for. */
function settled(service: Service, toThrow: ToException): void | Promise<void> {
  const check = (isSettled: boolean) => {
    if (!isSettled) throw toThrow(NOT_KEPT, service.newId());
  };
  const done = service.turns.take(() => settleDue(service, service.ports.now()));
  return done instanceof Promise ? done.then(check) : check(done);
}
