import { BoundedCache } from "../base/bounded-cache.ts";
import { either, type Member, type Members, needed, OBJECT, TEXT } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";
import { forwardedKeys } from "../catalog/data/condition-keys.ts";
import { type FlowParameters, type FlowRequest, flowRequests } from "../catalog/flow-requests.ts";
import { namedParameters } from "../estate/flow.ts";
import { parseArn } from "../iam/arn.ts";
import type { Grant } from "../iam/request.ts";
import type { Caller } from "./caller.ts";
import type { CallerOptions, CallerRequest, Callers } from "./callers.ts";
import { invoke } from "./client.ts";
import { NOT_KEPT, type Service } from "./dispatch.ts";
import { type KmsException, type ToException, toException } from "./kms-exception.ts";
import type { FirstUse } from "./operation.ts";
import { resolveKey } from "./resolve.ts";
import { seal } from "./sealing.ts";
import { ATTEMPTS, type Fate, keep } from "./store.ts";

/** Who calls the service, and what it is told to encrypt under. */
export type FlowCaller = {
  readonly principal: CallerRequest;
  /**
   * A short name, ARN, id or alias. `alias/aws/s3` and its like are the keys of the services themselves, made when a flow first names them. There is no
   * name for a key that AWS owns: a service that encrypts under one asks KMS nothing of its caller, so there is no flow to run.
   */
  readonly key: string;
  readonly region?: string; // default: the key's
  readonly account?: string; // of what the service encrypts; default: the principal's
};

/** One call that a service made. ReEncrypt is permitted by two checks, every other operation by one. */
export type FlowCall = {
  readonly operation: string; // "GenerateDataKey"
  readonly principal: string; // ARN, or the name of a service
  readonly input: Readonly<Record<string, unknown>>;
  readonly reply?: object; // as the operation answers
  readonly error?: KmsException;
  readonly checks: readonly FlowRequest[]; // what it needs, and why the service makes it
};

/** What a service call came to. A call that is refused ends it, and the grants and ciphertexts made before it stay. */
export type FlowReply = { readonly outcome: "done" | "refused"; readonly calls: readonly FlowCall[]; readonly refused?: FlowCall };

const CALLER: Members = {
  principal: needed(either(TEXT, OBJECT)),
  key: needed(TEXT),
  region: TEXT,
  account: TEXT,
} satisfies Record<keyof FlowCaller, Member>;

const CIPHERTEXTS = 4096;

/** Service calls end to end: what an integrated service asks of KMS is really asked, as AWS documents it, in the name of its caller. */
export class FlowRunner {
  readonly #service: Service;
  readonly #callers: Callers;
  readonly #arns: Readonly<Record<string, string>>;
  readonly #toException: ToException;
  readonly #kept = new BoundedCache<string, Uint8Array>(CIPHERTEXTS); // what the services store beside the data: by key and encryption context

  constructor(service: Service, callers: Callers, arns: Readonly<Record<string, string>>, toThrow: ToException = toException) {
    this.#service = service;
    this.#callers = callers;
    this.#arns = arns;
    this.#toException = toThrow;
  }

  /**
   * @throws {TypeError} for a flow, parameters or a caller that are none.
   * @throws {InvalidWorldError} for a principal nobody knows.
   * @throws {KmsException} for a key that is not there, and one that cannot be kept.
   */
  async run(flow: string, parameters: FlowParameters, caller: FlowCaller): Promise<FlowReply> {
    assertOptions(caller, CALLER, "flow");
    const { principal, ...place } = caller;
    const asked = typeof principal === "string" ? { principal } : principal;
    const requests = await this.#service.turns.take(() => this.#begin(flow, parameters, asked, place));
    const tokens = new Map<string, string>();
    const calls: FlowCall[] = [];
    for (const checks of callsOf(requests)) {
      const call = await this.#call(checks, asked, tokens);
      calls.push(call);
      if (call.error !== undefined) return { outcome: "refused", calls, refused: call };
    }
    return { outcome: "done", calls };
  }

  /** What the service asks. The keys that it names for the first time are made before it asks anything. */
  #begin(
    flow: string,
    parameters: FlowParameters,
    asked: CallerOptions,
    at: Omit<FlowCaller, "principal">,
    attempts = ATTEMPTS,
  ): Requests | Promise<Requests> {
    const { key, region, account } = at;
    const { store, audit, newId } = this.#service;
    const caller = this.#callers.caller(asked);
    const made: FirstUses = new Map();
    const place = {
      principal: caller.principal.arn,
      key: this.#keyArn(key, caller, made),
      ...(region && { region }),
      ...(account && { account }),
    };
    const named = namedParameters(flow, parameters, { key: (name) => this.#keyArn(name, caller, made), principal: this.#callers.arnOf });
    const requests = flowRequests(flow, named, place);
    if (!requests.ok) throw new TypeError(requests.error.map(({ message, help }) => (help ? `${message}; ${help}` : message)).join("\n"));
    const firstUses = [...made.values()];
    const begun = (fate: Fate): Requests => {
      if (fate !== "kept") throw this.#toException(NOT_KEPT, newId());
      for (const { event } of firstUses) audit.record(event);
      return requests.value;
    };
    const kept = keep(
      store,
      firstUses.flatMap(({ changes }) => changes),
    );
    if (!(kept instanceof Promise)) return begun(kept);
    return kept.then((fate) => (fate === "stale" && attempts > 1 ? this.#begin(flow, parameters, asked, at, attempts - 1) : begun(fate)));
  }

  async #call(checks: Checks, asked: CallerOptions, tokens: Map<string, string>): Promise<FlowCall> {
    const caller = this.#callers.caller(callerOf(checks, asked));
    const operation = operationOf(checks);
    const [first] = checks;
    const token = first.uses === undefined ? undefined : tokens.get(first.uses);
    const input = { ...(await this.#inputOf(operation, checks, caller)), ...(token !== undefined && { GrantTokens: [token] }) };
    const about = { operation, principal: caller.principal.arn, input, checks };
    const { result, requestId } = await invoke(this.#service, caller, operation, input);
    if (!result.ok) return { ...about, error: this.#toException(result.error, requestId) };
    const { GrantToken, CiphertextBlob } = result.value as { readonly GrantToken?: string; readonly CiphertextBlob?: Uint8Array };
    if (first.creates !== undefined && GrantToken !== undefined) tokens.set(first.creates.GrantId, GrantToken);
    const last = checks.at(-1) ?? first;
    if (CiphertextBlob !== undefined) this.#kept.set(nameOf(last), CiphertextBlob);
    return { ...about, reply: result.value };
  }

  async #inputOf(operation: string, checks: Checks, caller: Caller): Promise<Readonly<Record<string, unknown>>> {
    const [first, second] = checks;
    const { resource: KeyId, encryptionContext: EncryptionContext } = first.request;
    const withContext = { KeyId, ...(EncryptionContext && { EncryptionContext }) };
    switch (operation) {
      case "GenerateDataKey":
      case "GenerateDataKeyWithoutPlaintext":
        return { ...withContext, KeySpec: "AES_256" };
      case "Encrypt":
        return { ...withContext, Plaintext: this.#service.ports.randomBytes(32) };
      case "Decrypt":
        return { ...withContext, CiphertextBlob: await this.#ciphertext(first, caller) };
      case "ReEncrypt":
        return {
          SourceKeyId: KeyId,
          DestinationKeyId: second?.request.resource,
          CiphertextBlob: await this.#ciphertext(first, caller),
          ...(EncryptionContext && { SourceEncryptionContext: EncryptionContext }),
          ...(second?.request.encryptionContext && { DestinationEncryptionContext: second.request.encryptionContext }),
        };
      case "CreateGrant":
        return { KeyId, ...(first.creates && wishOf(first.creates)) };
      default:
        return { KeyId };
    }
  }

  /** What an earlier call left, of this flow or one before; where there was none, a data key as such a call would have left it. */
  async #ciphertext(check: FlowRequest, caller: Caller): Promise<Uint8Array> {
    const name = nameOf(check);
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const { ports, store, newId } = this.#service;
    const key = store.state.key(check.request.resource);
    const sealing = { algorithm: "SYMMETRIC_DEFAULT", context: check.request.encryptionContext };
    const asker = { caller, state: store.state, requestId: newId(), operation: "GenerateDataKey" as const };
    const made = key && (await seal(key, ports.randomBytes(32), sealing, ports, asker));
    return made?.ok ? this.#kept.set(name, made.value.bytes) : new Uint8Array(1); // such a key has no ciphertexts: KMS says why
  }

  /** The alias of a service's own key serves before there is the key: the service makes it when it has to encrypt something. */
  #keyArn(name: string, caller: Caller, made: FirstUses): string {
    if (Object.hasOwn(this.#arns, name)) return this.#arns[name] as string;
    if (parseArn(name)?.resource.startsWith("key/")) return name;
    const { store, ports, newId } = this.#service;
    const site = { state: store.state, caller, home: caller.home, now: ports.now(), action: "kms:DescribeKey", ports };
    const found = resolveKey(name, "any", site);
    if (!found.ok) throw this.#toException(found.error, newId());
    const { key, alias = "", firstUse } = found.value;
    if (firstUse === undefined) return key.arn;
    const known = made.get(alias) ?? firstUse;
    made.set(alias, known);
    return known.key.arn;
  }
}

type Requests = readonly FlowRequest[];

type FirstUses = Map<string, FirstUse>; // by alias

type Checks = readonly [FlowRequest, ...FlowRequest[]];

/** The checks of one call each: those of ReEncrypt stand behind each other (KMS API Reference, ReEncrypt). */
function callsOf(requests: readonly FlowRequest[]): readonly Checks[] {
  return requests.flatMap((check, i): readonly Checks[] => {
    const { action } = check.request;
    const [before, after] = [requests[i - 1], requests[i + 1]];
    if (action === "kms:ReEncryptTo" && before?.request.action === "kms:ReEncryptFrom") return [];
    return [action === "kms:ReEncryptFrom" && after !== undefined ? [check, after] : [check]];
  });
}

const operationOf = ([{ request }]: Checks): string => request.action.slice("kms:".length).replace(/^ReEncrypt.*$/, "ReEncrypt");

/** What the service adds to its caller's name. Condition keys of the call itself follow from the call. */
function callerOf(checks: Checks, asked: CallerOptions): CallerOptions {
  const [{ request, who }] = checks;
  const own = Object.entries(request.context ?? {}).filter(([name]) => name.startsWith("aws:"));
  const { principal } = request;
  const region = parseArn(request.resource)?.region;
  const said = asked.context !== undefined && request.viaService !== undefined ? forwardedKeys(asked.context) : asked.context;
  const { endpoint: _, ...forwarded } = asked; // what the service asks does not come by it
  return {
    ...(who === "caller"
      ? request.viaService === undefined
        ? asked
        : forwarded
      : { principal: typeof principal === "string" ? principal : principal.arn }),
    context: { ...(who === "caller" && said), ...Object.fromEntries(own) },
    ...(request.viaService !== undefined && { viaService: request.viaService }),
    ...(region && { region }),
  };
}

/** Services may name a service as GranteePrincipal, others may not (KMS Developer Guide, grants for AWS services). */
const wishOf = ({ GranteePrincipal, RetiringPrincipal, Operations, Constraints }: Grant): Readonly<Record<string, unknown>> => ({
  ...(GranteePrincipal !== undefined && { GranteePrincipal }),
  ...(RetiringPrincipal !== undefined && { RetiringPrincipal }),
  Operations,
  ...(Constraints && { Constraints }),
});

const nameOf = ({ request }: FlowRequest): string =>
  JSON.stringify([request.resource, Object.entries(request.encryptionContext ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]);
