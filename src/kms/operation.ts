import type { Answer } from "../authz/decision.ts";
import type { Result } from "../base/result.ts";
import type { ActionName } from "../catalog/actions.ts";
import type { OperationName } from "../catalog/operations.ts";
import type { RootKey } from "../crypto/root-key.ts";
import type { ContextValue } from "../iam/request.ts";
import type { AuditEvent } from "./audit.ts";
import type { Work } from "./background.ts";
import type { Caller } from "./caller.ts";
import type { KmsError } from "./errors.ts";
import type { GrantRecord } from "./grants/grant.ts";
import type { Key } from "./key.ts";
import type { Later } from "./later.ts";
import type { Member, ReadBy } from "./member.ts";
import type { Ports } from "./ports.ts";
import type { Attestation } from "./recipient.ts";
import type { Alias, Change, Home, StateView } from "./state.ts";

/**
 * One KMS operation: what it reads, what it touches and needs for that, what it tells the policy engine, and what it does. The pipeline
 * (`dispatch.ts`) does the rest, the same for all: the checks of key state, key usage and origin come from the catalog by the operation's name.
 */
export type Operation<I extends object, C extends Checks, O extends object> = {
  readonly name: OperationName;
  readonly input: Member<I, unknown>;
  /** Every permission the call needs, by a name of the row's own: `run` finds what was located under the same name. */
  readonly checks: C;
  /** Condition keys that the call adds to a check; the keys of the key, the alias asked for, time and caller are there already. */
  context?(input: I, role: keyof C & string, found: Found<C>): RequestContext;
  /** What the members may not be together, or not with this key. Asked after authorization, before the key's state. */
  validate?(input: I, found: Found<C>): KmsError | undefined;
  /** The roles whose key must be in a fitting state; all keys unless told. */
  readonly states?: readonly (keyof C & string)[];
  /** The answer to a key of another usage or spec; InvalidKeyUsageException unless told. `undefined`: the call does nothing to such a key, and succeeds. */
  wrongUsage?(key: Key, role: keyof C & string): KmsError | undefined;
  /** Whether success counts as a use of its keys (KMS API Reference, GetKeyLastUsage). */
  readonly usesKeys?: boolean;
  /** Pure but for what it draws from the ports; stores nothing. A promise where it must wait for a key store outside. */
  run(call: Call<I, C>, ports: Ports): Ended<O>;
  /** What CloudTrail shows of the call (AWS CloudTrail logs of KMS): never plaintext, ciphertext, messages, tokens or material. */
  readonly log: Log<I, O>;
};

/** Any row, as the pipeline sees it. */
export type AnyOperation = Operation<object, Checks, object>;

/** Infers the types of a row: those of its input from its members alone. */
export const operation = <S extends Member<object, unknown>, const C extends Checks, O extends object>(
  row: { readonly input: S } & Omit<Operation<NoInfer<ReadBy<S>>, C, O>, "input">,
): Operation<ReadBy<S>, C, O> & { readonly input: S } => row as Operation<ReadBy<S>, C, O> & { readonly input: S };

/** One permission check: the action, and the way to the resource it is made on. `undefined` found: this call does not need the check. */
export type Check<F extends Located | undefined = Located | undefined> = {
  readonly action: `kms:${ActionName}`;
  locate(input: object, site: CallSite): Result<F, KmsError>;
};
export type Checks = Readonly<Record<string, Check>>;
export type Found<C extends Checks> = { readonly [R in keyof C]: C[R] extends Check<infer F> ? F : never };

/** What a check is made on. */
export type Located = LocatedKey | LocatedAlias | Anywhere;
export type LocatedKey = {
  readonly kind: "key";
  readonly key: Key;
  readonly alias?: string | undefined; // `alias/app`, where the caller named the key by it: kms:RequestAlias
  readonly byCiphertext?: boolean; // the caller did not name the key: another answer to one who may not use it
  readonly grant?: GrantRecord; // RetireGrant: the one grant it is about
  readonly firstUse?: FirstUse; // the key is not there yet: it is made if the call succeeds
};
export type LocatedAlias = { readonly kind: "alias"; readonly arn: string; readonly name: string; readonly alias: Alias | undefined };
/** Operations that name no resource; `region` where the check is made in another Region than the call. */
export type Anywhere = { readonly kind: "*"; readonly region?: string };

/** Where a call is made: what a name in it means depends on the account and Region of the caller. */
export type CallSite = {
  readonly state: StateView;
  readonly caller: Caller;
  readonly home: Home;
  readonly now: number;
  readonly action: string; // of the check that is being located, for the answer about keys that must not be told of
  readonly ports?: Ports; // to make what the call needs; absent: nothing is made
};

export type RequestContext = {
  readonly keys?: Readonly<Record<string, ContextValue>>;
  readonly encryptionContext?: Readonly<Record<string, string>> | undefined;
};

/** One authorized call, on keys in a fitting state. */
export type Call<I extends object, C extends Checks> = {
  readonly input: I;
  readonly found: Found<C>;
  readonly caller: Caller;
  readonly home: Home;
  readonly now: number; // the call happens at one moment: rows read no clock
  readonly requestId: string;
  readonly operation: OperationName;
  readonly state: StateView;
  readonly root: RootKey;
  readonly attestation: Attestation | undefined; // of a call with a Recipient, verified
  /** What the engine would answer were the caller to ask this of such a key, existing or not: no grants, no request-specific context. */
  readonly wouldAllow: (action: `kms:${ActionName}`, key: Key) => Answer;
  /** Whether every principal that a key policy names exists, as far as the world tells. */
  readonly knowsPrincipal: (principal: string) => boolean;
  readonly grantDelayMs: number; // how long a new grant counts only for requests that bring its token
};

export type Outcome<O extends object> = {
  readonly reply: O;
  readonly changes: readonly Change[];
  readonly additional?: Readonly<Record<string, unknown>>; // additionalEventData of the audit event
  readonly made?: Key; // the key that CloudTrail tells of, where the call named none
  readonly elsewhere?: Elsewhere; // what happened in another Region by it
  /** Asked when the changes are made: whether they still fit, after a wait in which other calls were answered. */
  readonly recheck?: () => KmsError | undefined;
  /** Takes back what was done outside of this process, where its changes are not made. */
  readonly undo?: () => void;
  readonly after?: Work; // what goes on when the call has been answered
};

/** An audit event of its own, in another Region than the call's. */
export type Elsewhere = { readonly name: OperationName; readonly eventId: string; readonly on: LocatedKey; readonly response: object };

/** What `run` gives: what happened, or why not; a promise where a key store outside this process was asked. */
export type Ended<O extends object> = Later<Outcome<O>, KmsError>;

export type Log<I extends object, O extends object> = {
  /** The members of the request that are logged, as the caller sent them or as their defaults; none: requestParameters is null. */
  readonly parameters?: readonly (keyof I & string)[];
  /** What members that were left out are logged as, where only the log knows a default of theirs. */
  implied?(input: I): Readonly<Partial<Record<keyof I & string, unknown>>>;
  /** The roles whose keys and aliases are the event's resources, in order; all, in the order of the checks, unless told. */
  readonly on?: readonly string[];
  /** What CloudTrail calls a member where it does not take its name. */
  readonly names?: Readonly<Partial<Record<keyof I & string, string>>>;
  /** responseElements; null unless told. `located` is what the call was made on. */
  response?(reply: O, located: readonly Located[]): object | null;
};

/** A key that is there from the call on that needs it, if that call succeeds. */
export type FirstUse = { readonly key: Key; readonly changes: readonly Change[]; readonly event: AuditEvent };
