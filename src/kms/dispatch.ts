import type { Answer } from "../authz/decision.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { keyStateMessage, keyStateResult } from "../catalog/key-states.ts";
import type { RootKey } from "../crypto/root-key.ts";
import { logged, type Shown, type Touched, touchedBy, touchedKey } from "./audit.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Authority, Permission } from "./authorize.ts";
import type { Background } from "./background.ts";
import type { CallLog } from "./call-log.ts";
import type { Caller } from "./caller.ts";
import { settleDue } from "./due.ts";
import { error, isErrorName, type KmsError, wrongOrigin, wrongUsage } from "./errors.ts";
import { readGrantTokens } from "./grants/tokens.ts";
import { type Key, keyStateOf } from "./key.ts";
import type { HealthChecks } from "./key-stores/upkeep.ts";
import type { AnyOperation, Call, CallSite, Checks, FirstUse, Found, Located, Outcome, RequestContext } from "./operation.ts";
import type { Ports } from "./ports.ts";
import { type Attestation, type AttestationTrust, readRecipient } from "./recipient.ts";
import { hidden, ofCiphertext } from "./resolve.ts";
import { type EvenRow, planOf, type RowPlan } from "./row-plan.ts";
import { aliasArn, type Change, type Home, type StateView } from "./state.ts";
import { ATTEMPTS, type Fate, keep, type Store, StoreFailure } from "./store.ts";
import { synchronizationEvent, synchronized } from "./synchronization.ts";
import type { Turns } from "./turns.ts";

/** A running KMS: its state, and all it needs of the world. */
export type Service = {
  readonly store: Store;
  readonly turns: Turns; // at the store
  readonly ports: Ports;
  readonly root: RootKey;
  readonly authority: Authority;
  readonly audit: AuditLog;
  readonly calls: CallLog;
  readonly newId: () => string; // of requests and events
  readonly background: Background;
  readonly healthChecks: HealthChecks;
  readonly knowsPrincipal: (principal: string) => boolean;
  readonly grantDelayMs: number;
  readonly attestation: AttestationTrust; // which attestation documents count
};

export type Reply<O extends object = object> = { readonly requestId: string; readonly result: Result<O, KmsError> };

/**
 * One call, from what the caller sent to the reply. The order of the steps decides which error a caller sees first (observed from AWS KMS where it
 * could be; the rest is our reading):
 *
 * 1. constraints of the request's members; 2. the keys and aliases it names; 3. the attestation document it brings; 4. permission for each; 5. members that
 * do not go together; 6. key state (rule kms.key-state.after); 7. key usage, spec and origin; 8. the operation itself; 9. DryRun, which therefore still finds a wrong ciphertext or
 * signature, and a permission that is missing (rule kms.dry-run.authorized).
 *
 * A call that fails at any step changes nothing, and every call is told to the audit log. One that succeeds is answered when its changes are kept; where
 * they cannot be kept, it fails with KMSInternalException. Where others who share the store were faster, it is made again on what they made of it. A call that waits for a key store outside of this process gives up its turn, and takes another
 * for its end.
 */
export function dispatch(service: Service, row: AnyOperation, caller: Caller, given: unknown): Reply | Promise<Reply> {
  const { turns } = service;
  const first = turns.free ? turns.hold(begin(service, row, caller, given)) : turns.take(() => begin(service, row, caller, given));
  return first instanceof Promise ? first.then(whole) : whole(first);
}

/** A call that is made elsewhere, and how it is told to the audit log once it was: `requestId` and `error` are what the other one answered. */
export type Passing = { readonly tell: (requestId: string | undefined, error: KmsError | undefined) => void };

/**
 * The first four steps alone, for a call that is made elsewhere: the reply to one that is refused by them, which is told to the audit log; or how to tell
 * of one that is not. Nothing is changed by either.
 */
export function refuseOnly(service: Service, row: AnyOperation, caller: Caller, given: unknown): Reply | Promise<Reply> | Passing {
  return new RunningCall(service, row, caller).refuse(given);
}

/** Tells of a call that was made elsewhere and failed there before anything was known of its key. */
export function tellPassed(service: Service, row: AnyOperation, caller: Caller, given: unknown): Passing {
  return new RunningCall(service, row, caller).passing(given);
}

function begin(service: Service, row: AnyOperation, caller: Caller, given: unknown): Begun | Promise<Begun> {
  const running = new RunningCall(service, row, caller);
  try {
    const fresh = service.store.refresh?.(planOf(row).freshness);
    const begun = fresh === undefined ? beginSettled(service, running, given) : fresh.then(() => beginSettled(service, running, given));
    return begun instanceof Promise ? begun.catch((thrown: unknown) => running.fail(thrown)) : begun;
  } catch (thrown) {
    return running.fail(thrown);
  }
}

function beginSettled(service: Service, running: RunningCall, given: unknown): Begun | Promise<Begun> {
  const settled = settleDue(service, running.now);
  if (settled instanceof Promise) return settled.then((isSettled) => (isSettled ? running.begin(given) : running.end(UNKEPT)));
  return settled ? running.begin(given) : running.end(UNKEPT);
}

/** The reply, or what waits for a key store and gives it then. */
type Begun = Reply | (() => Promise<Reply>);

const whole = (begun: Begun): Reply | Promise<Reply> => (typeof begun === "function" ? begun() : begun);

type Step = Result<Outcome<object>, KmsError>;
type AnyCall = Call<object, Checks>;
type AnyFound = Found<Checks>;

/** A call under way: what is known of it so far is what its audit event tells, and what its row is given to run with. */
class RunningCall implements AnyCall {
  readonly now: number;
  readonly caller: Caller;
  readonly requestId: string;
  input: object = UNREAD;
  found: AnyFound = NOT_FOUND;
  attestation: Attestation | undefined;
  readonly #service: Service;
  readonly #operation: AnyOperation;
  readonly #row: EvenRow;
  readonly #plan: RowPlan;
  readonly #eventId: string;
  #located: readonly Located[] = NONE;
  readonly #permissions: Permission[] = []; // that were asked for

  constructor(service: Service, row: AnyOperation, caller: Caller) {
    this.now = service.ports.now();
    this.caller = caller;
    this.requestId = service.newId();
    this.attestation = undefined;
    this.#service = service;
    this.#operation = row;
    this.#plan = planOf(row);
    this.#row = this.#plan.row;
    this.#eventId = service.newId();
  }

  get home(): Home {
    return this.caller.home;
  }

  get operation(): AnyOperation["name"] {
    return this.#row.name;
  }

  get state(): StateView {
    return this.#service.store.state;
  }

  get root(): RootKey {
    return this.#service.root;
  }

  get knowsPrincipal(): (principal: string) => boolean {
    return this.#service.knowsPrincipal;
  }

  get grantDelayMs(): number {
    return this.#service.grantDelayMs;
  }

  get wouldAllow(): AnyCall["wouldAllow"] {
    return (action, key) => this.#service.authority.askHypothetically(this.caller, action, key, this.now, this.#permissions);
  }

  begin(given: unknown): Begun | Promise<Begun> {
    const read = this.#plan.read(given);
    return read.ok ? this.#beginWith(read.value, ATTEMPTS) : this.end(read);
  }

  refuse(given: unknown): Reply | Promise<Reply> | Passing {
    const read = this.#plan.read(given);
    if (!read.ok) return this.end(read);
    this.input = read.value;
    const refused = this.#locate(read.value) ?? this.#authorize(read.value);
    return refused === undefined ? this.passing(given) : this.end(fail(refused));
  }

  /** The reply of who makes the call is not told: what it says of secrets is not known here. */
  passing(given: unknown): Passing {
    if (this.input === UNREAD) {
      const read = this.#plan.read(given);
      if (read.ok) this.input = read.value;
    }
    const values = this.#shownValues();
    return {
      tell: (requestId = this.requestId, failed) => {
        const touched = this.#touched(UNTOLD);
        this.#tell(failed === undefined ? UNTOLD : fail(failed), values, touched, { requestId, response: null });
        const { operation } = this;
        this.#service.calls.keep({ requestId, operation, permissions: this.#permissions, error: failed, touched });
      },
    };
  }

  #beginWith(input: object, attempts: number): Begun | Promise<Begun> {
    this.input = input;
    const step = this.#run(input);
    if (!(step instanceof Promise)) return (step.ok ? undefined : this.#asOfNow(attempts)) ?? this.end(step, attempts);
    return () => step.then((ended) => this.#service.turns.take(() => this.#endLater(ended)));
  }

  /** A turn of its own, after a wait: what was found then is looked at again. */
  #endLater(step: Step): Reply | Promise<Reply> {
    const lost = (thrown: unknown): Reply => {
      if (step.ok && thrown instanceof StoreFailure) step.value.undo?.();
      return this.fail(thrown);
    };
    try {
      const fresh = this.#service.store.refresh?.("latest");
      return fresh === undefined ? this.end(step) : fresh.then(() => this.end(step)).catch(lost);
    } catch (thrown) {
      return lost(thrown);
    }
  }

  /** Where the store fails, the call does. */
  fail(thrown: unknown): Reply {
    if (!(thrown instanceof StoreFailure)) throw thrown;
    return this.#answer(UNKEPT, UNKEPT, this.#shownValues(), NONE);
  }

  #run(input: object): Step | Promise<Step> {
    const row = this.#row;
    const lost = this.#locate(input);
    if (lost !== undefined) return fail(lost);

    const attestation = readRecipient(input, this.#service, this.now);
    if (!attestation.ok) return attestation;
    this.attestation = attestation.value;
    const denied = this.#authorize(input);
    if (denied !== undefined) return fail(denied);

    const misfit = row.validate?.(input, this.found) ?? this.#checkKeys();
    if (misfit !== undefined) return fail(misfit);
    return row.run(this, this.#service.ports);
  }

  /** `attempts`: how often it may be made again, from the beginning of its turn; not where it has waited for a key store. */
  end(step: Step, attempts = 0): Reply | Promise<Reply> {
    const isDry = step.ok && (this.input as { DryRun?: boolean }).DryRun === true;
    const stale = step.ok && !isDry ? (step.value.recheck?.() ?? this.#madeMeanwhile()) : undefined;
    const outcome: Step = isDry ? fail(DRY_RUN) : stale === undefined ? step : fail(stale);
    const values = this.#shownValues();
    if (!outcome.ok) return this.#answer(step, outcome, values, NONE);
    const copied = outcome.value.changes.length > 0 ? this.#copied(outcome.value.changes) : NONE;
    const kept = keep(this.#service.store, this.#changes(outcome.value));
    const answer = (fate: Fate) => this.#answer(step, fate === "kept" ? outcome : UNKEPT, values, copied);
    if (!(kept instanceof Promise)) return answer(kept);
    return kept.then((fate) =>
      fate === "stale" && attempts > 1 && outcome.value.undo === undefined ? this.#again(attempts - 1) : answer(fate),
    );
  }

  /** What is refused on a state that others may have changed within the last second is decided on what it is now: a key that was just made is there. */
  #asOfNow(attempts: number): Promise<Begun> | undefined {
    if (this.#plan.freshness === "latest" || attempts < ATTEMPTS) return undefined;
    return this.#service.store.refresh?.("latest")?.then(() => this.#again(attempts - 1));
  }

  /** Others were faster: the same call on the state as it is now. */
  #again(attempts: number): Reply | Promise<Reply> {
    const again = new RunningCall(this.#service, this.#operation, this.caller);
    const replyOf = (begun: Begun) => (typeof begun === "function" ? again.#answer(UNKEPT, UNKEPT, again.#shownValues(), NONE) : begun); // no waiting in a turn
    const begun = again.#beginWith(this.input, attempts);
    return begun instanceof Promise ? begun.then(replyOf) : replyOf(begun);
  }

  #changes({ changes }: Outcome<object>): readonly Change[] {
    const first = this.#firstUse();
    const uses = this.#uses();
    return first === undefined && changes.length === 0 ? uses : [...(first?.changes ?? NONE), ...changes, ...uses];
  }

  /** `step`: what was done before it was known what becomes of it. */
  #answer(step: Step, outcome: Step, values: readonly unknown[] | undefined, copied: readonly Key[]): Reply {
    const { store, background, audit, calls, ports } = this.#service;
    if (outcome.ok) {
      const first = this.#firstUse();
      if (first !== undefined) audit.record(first.event);
      if (outcome.value.after !== undefined) background.start(outcome.value.after, store);
    } else if (step.ok) {
      step.value.undo?.();
    }
    const touched = this.#touched(outcome);
    this.#tell(outcome, values, touched);
    const { requestId, operation } = this;
    calls.keep({ requestId, operation, permissions: this.#permissions, error: outcome.ok ? undefined : outcome.error, touched });
    if (!outcome.ok) return { requestId: this.requestId, result: outcome };
    for (const key of copied) audit.record(synchronizationEvent(key, this.now, ports));
    return { requestId: this.requestId, result: ok(outcome.value.reply) };
  }

  /** Why one of the keys and aliases that the request names is not there; undefined where all are. */
  #locate(input: object): KmsError | undefined {
    const found: Record<string, Located | undefined> = {};
    let all: readonly Located[] = NONE;
    for (const { role, check } of this.#plan.checks) {
      const located = check.locate(input, this.#site(check.action));
      if (!located.ok) return located.error;
      found[role] = located.value;
      if (located.value !== undefined) all = all.length === 0 ? [located.value] : [...all, located.value];
    }
    this.found = found;
    this.#located = all;
    return undefined;
  }

  #site(action: string): CallSite {
    return { state: this.state, caller: this.caller, home: this.caller.home, now: this.now, action, ports: this.#service.ports };
  }

  #authorize(input: object): KmsError | undefined {
    const { found, attestation } = this;
    const grantIds = readGrantTokens(input, this.#service.store.state);
    if (!grantIds.ok) return grantIds.error;
    for (const { role, check } of this.#plan.checks) {
      const on = found[role];
      if (on === undefined) continue;
      const asked = this.#row.context?.(input, role, found) ?? NO_CONTEXT;
      const context = attestation === undefined ? asked : { ...asked, keys: { ...attestation.keys, ...asked.keys } };
      const ask = { action: check.action, on, context, grantIds: grantIds.value, now: this.now };
      const refused = this.#service.authority.refusal(this.caller, ask, this.#permissions);
      if (refused !== undefined) return this.#denial(refused, check.action, on);
    }
    return undefined;
  }

  /** A caller of another account who did not name the key is not told its name. */
  #denial(answer: Answer, action: string, on: Located): KmsError {
    const { error: told, invalid } = answer;
    if (invalid?.[0] !== undefined) {
      this.#permissions.pop(); // nothing was decided
      return error("ValidationException", invalid[0].message); // an encryption context no ciphertext can be bound to
    }
    const why = told === undefined || !isErrorName(told.name) ? hidden({ caller: this.caller, action }) : error(told.name, told.message);
    return on.kind === "key" && on.byCiphertext === true ? ofCiphertext(why) : why;
  }

  /** Key state, then usage, spec and origin, of every key the row does not except. */
  #checkKeys(): KmsError | undefined {
    const { found } = this;
    for (const role of this.#plan.inState) {
      const on = found[role];
      const misfit = on?.kind === "key" ? this.#checkState(on.key) : undefined;
      if (misfit !== undefined) return misfit;
    }
    for (const role of this.#plan.inState) {
      const on = found[role];
      const misfit = on?.kind === "key" ? this.#checkFit(on.key, role) : undefined;
      if (misfit !== undefined) return misfit;
    }
    return undefined;
  }

  #checkState(key: Key): KmsError | undefined {
    const name = this.#plan.asksState;
    if (name === undefined) return undefined;
    const { state } = this.#service.store;
    const keyState = keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED");
    const result = keyStateResult(name, keyState);
    if (result === "ok") return undefined;
    return error(result === "never" ? "KMSInvalidStateException" : result, keyStateMessage(name, keyState, key));
  }

  #checkFit(key: Key, role: string): KmsError | undefined {
    const { fit } = this.#plan;
    if (fit.keyUsages?.includes(key.usage) === false || fit.keySpecs?.includes(key.spec) === false) {
      return this.#row.wrongUsage === undefined ? wrongUsage(key, this.#row.name) : this.#row.wrongUsage(key, role);
    }
    return fit.origins?.includes(key.origin) === false ? wrongOrigin(key) : undefined;
  }

  /** At most one key is made by a call: of the two that ReEncrypt names, the first has sealed a ciphertext already. */
  #firstUse(): FirstUse | undefined {
    for (const on of this.#located) if (on.kind === "key" && on.firstUse !== undefined) return on.firstUse;
    return undefined;
  }

  /** Two calls that waited for key stores may both have found the key of a service not made yet: the second is to be made again. */
  #madeMeanwhile(): KmsError | undefined {
    const key = this.#firstUse()?.key;
    return key?.aliases.some((name) => this.state.alias(aliasArn(key, name))?.keyArn !== undefined) ? NOT_KEPT : undefined;
  }

  /** Related keys in other Regions that have a part in what the call changes. */
  #copied(changes: readonly Change[]): readonly Key[] {
    const asked = this.#located.flatMap((on) => (on.kind === "key" ? on.key.arn : NONE));
    return synchronized(changes, this.#service.store.state, asked);
  }

  #uses(): readonly Change[] {
    if (this.#row.usesKeys !== true) return NONE;
    const use = { operation: this.#row.name, at: this.now, eventId: this.#eventId, requestId: this.requestId };
    const only = this.#located.length === 1 ? this.#located[0] : undefined;
    if (only?.kind === "key") return [{ kind: "use-key", arn: only.key.arn, use }];
    return this.#located.flatMap((on) => (on.kind === "key" ? [{ kind: "use-key", arn: on.key.arn, use }] : []));
  }

  #tell(
    outcome: Step,
    values: readonly unknown[] | undefined,
    touched: readonly Touched[],
    passed?: { readonly requestId: string; readonly response: null },
  ): void {
    const { log, name } = this.#row;
    const reply = outcome.ok && passed === undefined ? outcome.value.reply : undefined;
    const response = reply === undefined ? undefined : log.response?.(reply, this.#located);
    this.#service.audit.tell({
      name,
      readOnly: this.#plan.readOnly,
      caller: this.caller,
      now: this.now,
      requestId: passed?.requestId ?? this.requestId,
      eventId: this.#eventId,
      shown: this.#plan.shown,
      values,
      response: response === undefined || response === null ? null : (logged(response) as Readonly<Record<string, unknown>>),
      additional: outcome.ok ? outcome.value.additional : undefined,
      elsewhere: outcome.ok ? outcome.value.elsewhere : undefined,
      touched,
      error: outcome.ok ? undefined : outcome.error,
    });
  }

  #touched(outcome: Step): readonly Touched[] {
    const only = this.#located.length === 1 ? this.#located[0] : undefined;
    if (only?.kind === "key") return touchedKey(only.key);
    const made = outcome.ok ? outcome.value.made : undefined;
    if (made !== undefined) return touchedKey(made);
    const named = this.#row.log.on?.flatMap((role) => this.found[role] ?? NONE) ?? this.#located;
    return named.flatMap((on) => (on.kind === "*" ? NONE : touchedBy(on, this.caller.home)));
  }

  /** As they are now: what the caller does to its request later is not told. */
  #shownValues(): readonly unknown[] | undefined {
    const { shown } = this.#plan;
    if (this.input === UNREAD || shown === undefined) return undefined;
    const input = this.input as Readonly<Record<string, unknown>>;
    const implied: Readonly<Record<string, unknown>> | undefined = this.#row.log.implied?.(input);
    const values = new Array<unknown>(shown.length);
    for (let i = 0; i < shown.length; i++) {
      const { member } = shown[i] as Shown;
      const value = input[member] ?? implied?.[member];
      values[i] = value === undefined || typeof value === "string" ? value : logged(value, member);
    }
    return values;
  }
}

const NONE: readonly never[] = [];
const UNREAD = {};
const NOT_FOUND: AnyFound = {};
const NO_CONTEXT: RequestContext = {};
const UNTOLD = ok({ reply: {}, changes: [] });
const DRY_RUN = error("DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");

/** KMS API Reference, KMSInternalException. */
export const NOT_KEPT = error(
  "KMSInternalException",
  "The request was rejected because an internal error occurred. The request can be retried.",
);
const UNKEPT = fail(NOT_KEPT);
