import type { Answer } from "../authz/decision.ts";
import { invariant } from "../base/invariant.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { KEY_STATE_TABLE, type KeyOperationName, keyStateMessage, keyStateResult } from "../catalog/key-states.ts";
import { type Operation as CatalogOperation, operation as catalogOperation } from "../catalog/operations.ts";
import type { RootKey } from "../crypto/root-key.ts";
import { logged, memberName, touchedBy } from "./audit.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Authority } from "./authorize.ts";
import type { Background } from "./background.ts";
import type { Caller } from "./caller.ts";
import { settleDue } from "./due.ts";
import { error, isErrorName, type KmsError, wrongOrigin, wrongUsage } from "./errors.ts";
import { readGrantTokens } from "./grant-tokens.ts";
import { type Key, keyStateOf } from "./key.ts";
import type { AnyOperation, Desk, Found, Located, LocatedKey, Outcome } from "./operation.ts";
import type { Ports } from "./ports.ts";
import { type Attestation, type AttestationTrust, readRecipient } from "./recipient.ts";
import { CIPHERTEXT_OF_HIDDEN_KEY, hidden } from "./resolve.ts";
import type { Change } from "./state.ts";
import type { Store } from "./store.ts";
import { parseInput } from "./validation.ts";

/** A running KMS: its state, and all it needs of the world. */
export type Service = {
  readonly store: Store;
  readonly ports: Ports;
  readonly root: RootKey;
  readonly authority: Authority;
  readonly audit: AuditLog;
  readonly newId: () => string; // of requests and events
  readonly background: Background;
  readonly knowsPrincipal: (principal: string) => boolean;
  readonly grantDelayMs: number;
  readonly attestation: AttestationTrust; // which attestation documents count
};

export type Reply<O extends object = object> = { readonly requestId: string; readonly result: Result<O, KmsError> };

/**
 * One call, from what the caller sent to the reply. The order of the steps decides which error a caller sees first (observed from AWS KMS where it
 * could be; the rest is our reading):
 *
 * 1. constraints of the request's members; 2. the keys and aliases it names; 3. permission for each; 4. members that do not go together;
 * 5. key state; 6. key usage, spec and origin; 7. the operation itself; 8. DryRun, which therefore still finds a wrong ciphertext or signature.
 *
 * A call that fails at any step changes nothing, and every call is told to the audit log.
 */
export function dispatch(service: Service, row: AnyOperation, caller: Caller, given: unknown): Reply | Promise<Reply> {
  const running = new RunningCall(service, row, caller);
  settleDue(service, running.now);
  const ended = running.begin(given);
  return ended instanceof Promise ? ended.then((outcome) => running.end(outcome)) : running.end(ended);
}

type Step = Result<Outcome<object>, KmsError>;

/** A call under way: what is known of it so far is what its audit event tells. */
class RunningCall {
  readonly now: number;
  readonly #service: Service;
  readonly #row: AnyOperation;
  readonly #catalog: CatalogOperation | undefined;
  readonly #caller: Caller;
  readonly #requestId: string;
  readonly #eventId: string;
  #input: object | undefined;
  #located: readonly Located[] = [];

  constructor(service: Service, row: AnyOperation, caller: Caller) {
    this.now = service.ports.now();
    this.#service = service;
    this.#row = row;
    this.#catalog = catalogOperation(row.name);
    this.#caller = caller;
    this.#requestId = service.newId();
    this.#eventId = service.newId();
  }

  begin(given: unknown): Step | Promise<Step> {
    const row = this.#row;
    const input = parseInput(row.input, given);
    if (!input.ok) return input;
    this.#input = input.value;

    const found = this.#locate(input.value);
    if (!found.ok) return found;
    this.#located = Object.values(found.value).filter((located) => located !== undefined);

    const attestation = readRecipient(input.value, this.#service, this.now);
    if (!attestation.ok) return attestation;
    const denied = this.#authorize(input.value, found.value, attestation.value);
    if (denied !== undefined) return fail(denied);

    const misfit = row.validate?.(input.value, found.value) ?? this.#checkKeys(found.value);
    if (misfit !== undefined) return fail(misfit);
    return this.#run(input.value, found.value, attestation.value);
  }

  end(step: Step): Reply {
    const isDry = step.ok && (this.#input as { DryRun?: boolean } | undefined)?.DryRun === true;
    const stale = step.ok && !isDry ? step.value.recheck?.() : undefined;
    const outcome: Step = isDry ? fail(DRY_RUN) : stale === undefined ? step : fail(stale);
    if (outcome.ok) this.#commit(outcome.value);
    this.#tell(outcome);
    return { requestId: this.#requestId, result: outcome.ok ? ok(outcome.value.reply) : outcome };
  }

  #commit({ changes, after }: Outcome<object>): void {
    const { store, background } = this.#service;
    store.commit([...changes, ...this.#uses()]);
    if (after !== undefined) background.start(after, store);
  }

  #locate(input: object): Result<Found<AnyOperation["checks"]>, KmsError> {
    const found: Record<string, Located | undefined> = {};
    for (const role in this.#row.checks) {
      const check = this.#row.checks[role];
      invariant(check !== undefined, "a role has its check");
      const located = check.locate(input, this.#desk(check.action));
      if (!located.ok) return located;
      found[role] = located.value;
    }
    return ok(found);
  }

  #desk(action: string): Desk {
    return { state: this.#service.store.state, caller: this.#caller, home: this.#caller.home, now: this.now, action };
  }

  #authorize(input: object, found: Found<AnyOperation["checks"]>, attestation: Attestation | undefined): KmsError | undefined {
    const grantIds = readGrantTokens(input);
    if (!grantIds.ok) return grantIds.error;
    for (const role in this.#row.checks) {
      const [check, on] = [this.#row.checks[role], found[role]];
      if (check === undefined || on === undefined) continue;
      const asked = this.#row.context?.(input, role, found) ?? {};
      const context = attestation === undefined ? asked : { ...asked, keys: { ...attestation.keys, ...asked.keys } };
      const answer = this.#service.authority.ask(this.#caller, {
        action: check.action,
        on,
        context,
        grantIds: grantIds.value,
        now: this.now,
      });
      if (answer.decision !== "Allow") return this.#denial(answer, check.action, on);
    }
    return undefined;
  }

  /** A caller of another account who did not name the key learns even less about it. */
  #denial(answer: Answer, action: string, on: Located): KmsError {
    if (on.kind === "key" && on.byCiphertext === true && on.key.account !== this.#caller.home.account) return CIPHERTEXT_OF_HIDDEN_KEY;
    const { error: told, invalid } = answer;
    if (invalid?.[0] !== undefined) return error("ValidationException", invalid[0].message); // an encryption context no ciphertext can be bound to
    if (told === undefined || !isErrorName(told.name)) return hidden({ caller: this.#caller, action });
    return error(told.name, told.message);
  }

  /** Key state, then usage, spec and origin, of every key the row does not except. */
  #checkKeys(found: Found<AnyOperation["checks"]>): KmsError | undefined {
    const keys = Object.entries(found).filter((entry): entry is [string, LocatedKey] => entry[1]?.kind === "key");
    const inState = keys.filter(([role]) => this.#row.states?.includes(role) ?? true);
    for (const [, { key }] of inState) {
      const misfit = this.#checkState(key);
      if (misfit !== undefined) return misfit;
    }
    for (const [role, { key }] of inState) {
      const misfit = this.#checkFit(key, role);
      if (misfit !== undefined) return misfit;
    }
    return undefined;
  }

  #checkState(key: Key): KmsError | undefined {
    const { name } = this.#row;
    if (!isKeyOperation(name)) return undefined;
    const { state } = this.#service.store;
    const keyState = keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED");
    const result = keyStateResult(name, keyState);
    if (result === "ok") return undefined;
    return error(result === "never" ? "KMSInvalidStateException" : result, keyStateMessage(name, keyState, key));
  }

  #checkFit(key: Key, role: string): KmsError | undefined {
    const fit = this.#catalog;
    if (fit?.keyUsages?.includes(key.usage) === false || fit?.keySpecs?.includes(key.spec) === false) {
      return this.#row.wrongUsage === undefined ? wrongUsage(key, this.#row.name) : this.#row.wrongUsage(key, role);
    }
    return fit?.origins?.includes(key.origin) === false ? wrongOrigin(key) : undefined;
  }

  #run(input: object, found: Found<AnyOperation["checks"]>, attestation: Attestation | undefined): Step | Promise<Step> {
    const { store, ports, root, authority, knowsPrincipal, grantDelayMs } = this.#service;
    const caller = this.#caller;
    const wouldAllow = (action: string, key: Key) => authority.askHypothetically(caller, action, key, this.now);
    return this.#row.run(
      {
        input,
        found,
        caller,
        home: caller.home,
        now: this.now,
        requestId: this.#requestId,
        operation: this.#row.name,
        state: store.state,
        root,
        attestation,
        wouldAllow,
        knowsPrincipal,
        grantDelayMs,
      },
      ports,
    );
  }

  #uses(): readonly Change[] {
    if (this.#row.usesKeys !== true) return NONE;
    const use = { operation: this.#row.name, at: this.now, eventId: this.#eventId, requestId: this.#requestId };
    return this.#located.flatMap((on) => (on.kind === "key" ? [{ kind: "use-key", arn: on.key.arn, use }] : []));
  }

  #tell(outcome: Step): void {
    const { log, name } = this.#row;
    const reply = outcome.ok ? outcome.value.reply : undefined;
    const response = reply === undefined ? undefined : log.response?.(reply, this.#located);
    this.#service.audit.tell({
      name,
      readOnly: this.#catalog?.readOnly ?? false,
      caller: this.#caller,
      now: this.now,
      requestId: this.#requestId,
      eventId: this.#eventId,
      parameters: this.#parameters(),
      response: response === undefined || response === null ? null : (logged(response) as Readonly<Record<string, unknown>>),
      additional: outcome.ok ? outcome.value.additional : undefined,
      elsewhere: outcome.ok ? outcome.value.elsewhere : undefined,
      touched: this.#located.flatMap((on) => touchedBy(on, this.#caller.home) ?? NONE),
      error: outcome.ok ? undefined : outcome.error,
    });
  }

  #parameters(): Readonly<Record<string, unknown>> | null {
    const [input, names] = [this.#input, this.#row.log.parameters];
    if (input === undefined || names === undefined) return null;
    const shown: Record<string, unknown> = {};
    const other: Readonly<Record<string, string | undefined>> = this.#row.log.names ?? NO_NAMES;
    for (const name of names) {
      const value = (input as Record<string, unknown>)[name];
      if (value !== undefined) shown[memberName(other[name] ?? name)] = typeof value === "string" ? value : logged(value, name);
    }
    return shown;
  }
}

const NONE: readonly never[] = [];
const NO_NAMES = {};
const DRY_RUN = error("DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");

const isKeyOperation = (name: string): name is KeyOperationName => Object.hasOwn(KEY_STATE_TABLE, name);
