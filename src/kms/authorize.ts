import { provenanceOf } from "../authz/answer.ts";
import { type Engine, engine } from "../authz/authorizer.ts";
import type { CompiledPolicy } from "../authz/compile.ts";
import type { Answer } from "../authz/decision.ts";
import type { PolicySet } from "../authz/link.ts";
import { readsOf } from "../authz/reads.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import { LAST_TIME } from "../base/time.ts";
import type { ContextValue, Request } from "../iam/request.ts";
import { type Caller, granteeSpellings } from "./caller.ts";
import type { Callers } from "./callers.ts";
import { type AskedKeys, DecisionMemo, MemoBudget } from "./decision-memo.ts";
import { grantFactsOf } from "./grants/grant.ts";
import { factsOf, type Key } from "./key.ts";
import { type KeyKind, KeyKinds, speaksOfAllKeys } from "./key-kind.ts";
import type { Located, RequestContext } from "./operation.ts";
import { aliasArn, type StateView } from "./state.ts";

/** One permission to ask the engine for. */
export type Ask = {
  readonly action: string;
  readonly on: Located;
  readonly context: RequestContext;
  readonly grantIds: readonly string[]; // that the tokens of the request point at
  readonly now: number;
};

/** What the estate says of keys and of the accounts they are in. */
export type KeySide = Pick<Callers, "resourceControl" | "accountKeys" | "keyPolicy">;

const KEY_POLICIES = 4096; // compiled, by their text: keys share few
const ENGINES = 4096; // of each caller

/** Gathers what has a say about a call and asks the engine. What it compiled it keeps while the key, its grants and the caller stay the same. */
export class Authority {
  readonly #state: StateView;
  readonly #estate: KeySide;
  readonly #keyPolicies = new BoundedCache<string, CompiledPolicy | undefined>(KEY_POLICIES);
  readonly #kinds = new KeyKinds();
  readonly #engines = new WeakMap<Caller, CallerEngines>();
  readonly #budget = new MemoBudget();

  #last: { readonly caller: Caller | undefined; readonly engines: CallerEngines | undefined } = { caller: undefined, engines: undefined };
  #time = { at: Number.NaN, text: "" };

  constructor(state: StateView, estate: KeySide) {
    this.#state = state;
    this.#estate = estate;
  }

  /**
   * Why a call is not allowed, in full; undefined where it is. What was allowed before is allowed again, without asking, while nothing differs that a
   * policy or a grant reads. `permissions` gets what was asked for, so that it can be asked again.
   */
  refusal(caller: Caller, asked: Ask, permissions: Permission[] = []): Answer | undefined {
    const found = this.#memoFor(caller, asked);
    if (found?.memo.admits(found.keysAsked)) {
      permissions.push({ engine: found.engine, asking: askingOf(caller, asked, found.kindContext) });
      return undefined;
    }
    const answer = this.ask(caller, asked, permissions);
    if (answer.decision !== "Allow") return answer;
    const from = found && provenanceOf(answer);
    const reads = from && readsOf(from.plan);
    if (reads !== undefined) found?.memo.remember(found.keysAsked, reads);
    return undefined;
  }

  /** Undefined where nothing is remembered: for who brings grant tokens, for who retires a grant, and in times that policies cannot read. */
  #memoFor(
    caller: Caller,
    { action, on, context, grantIds, now }: Ask,
  ):
    | { readonly memo: DecisionMemo; readonly keysAsked: AskedKeys; readonly engine: Engine; readonly kindContext: Asking["kindContext"] }
    | undefined {
    if (grantIds.length > 0 || now < 0 || now > LAST_TIME) return undefined;
    const { keys, encryptionContext } = context;
    const engines = this.#enginesOf(caller);
    if (on.kind !== "key") {
      const region = on.kind === "*" ? { "aws:RequestedRegion": on.region ?? caller.home.region } : undefined;
      const memo = this.#memoOf(engines.memosElsewhere, action, on.kind === "alias" ? on.name : "*");
      return { memo, keysAsked: { keys: [keys, region], encryptionContext }, engine: this.#otherEngine(caller), kindContext: undefined };
    }
    if (on.grant !== undefined) return undefined;
    const alias = on.alias === undefined ? undefined : { "kms:RequestAlias": on.alias };
    const alike = this.#state.grantsOn(on.key.arn).order.size === 0 ? this.#kinds.of(on.key) : undefined;
    if (alike === undefined) {
      const { engine, memos } = this.#keyEngine(caller, on.key, now);
      const memo = this.#memoOf(memos, action, "");
      return { memo, keysAsked: { keys: [keys, alias], encryptionContext }, engine, kindContext: undefined };
    }
    const { engine, memos, uniform } = this.#kindEngine(caller, alike.kind);
    const memo = this.#memoOf(memos, action, uniform ? "" : on.key.arn);
    return { memo, keysAsked: { keys: [keys, alias, alike.context], encryptionContext }, engine, kindContext: alike.context };
  }

  #memoOf(memos: Memos, action: string, resource: string): DecisionMemo {
    let ofAction = memos.get(action);
    if (ofAction === undefined) {
      ofAction = new BoundedCache(ENGINES);
      memos.set(action, ofAction);
    }
    return ofAction.of(resource, () => new DecisionMemo(this.#budget));
  }

  ask(caller: Caller, asked: Ask, permissions: Permission[] = []): Answer {
    const { on, now } = asked;
    if (on.kind !== "key") return this.#decide({ engine: this.#otherEngine(caller), asking: askingOf(caller, asked) }, permissions);
    if (on.grant !== undefined) {
      const own = engine(this.#set(caller, on.key, [grantFactsOf(on.grant, now)]));
      return this.#decide({ engine: own, asking: askingOf(caller, asked) }, permissions);
    }
    const alike = this.#state.grantsOn(on.key.arn).order.size === 0 ? this.#kinds.of(on.key) : undefined;
    if (alike === undefined)
      return this.#decide({ engine: this.#keyEngine(caller, on.key, now).engine, asking: askingOf(caller, asked) }, permissions);
    const { engine: decide, uniform } = this.#kindEngine(caller, alike.kind);
    const permission = { engine: decide, asking: askingOf(caller, asked, alike.context) };
    if (!uniform) return this.#decide(permission, permissions);
    permissions.push(permission);
    const request = this.#requestOf(permission.asking);
    const answer = decide({ ...request, resource: alike.kind.key.arn }, caller.said);
    return answer.decision === "Allow" ? answer : decide(request, caller.said); // a denial names the key
  }

  /** The same of a key as it would be, without its grants. */
  askHypothetically(caller: Caller, action: string, key: Key, now: number, permissions: Permission[] = []): Answer {
    const asked = { action, on: { kind: "key", key } as const, context: {}, grantIds: [], now };
    return this.#decide({ engine: engine(this.#set(caller, key, [])), asking: askingOf(caller, asked), would: true }, permissions);
  }

  #decide(permission: Permission, permissions: Permission[]): Answer {
    permissions.push(permission);
    return this.again(permission);
  }

  /** The answer to a permission that was asked for, once more: the same, whatever happened to policies, keys and grants since. */
  again({ engine: decide, asking }: Permission): Answer {
    return decide(this.#requestOf(asking), asking.caller.said);
  }

  /** Many calls are made in one millisecond. */
  #timeOf(now: number): string {
    if (this.#time.at !== now) this.#time = { at: now, text: new Date(now).toISOString() };
    return this.#time.text;
  }

  /** For keys without grants: one engine for all that are of a kind. */
  #kindEngine(caller: Caller, kind: KeyKind): KindEngine {
    return this.#enginesOf(caller).onKinds.of(kind, () => {
      const set = this.#set(caller, { ...kind.key, aliases: [], tags: [] }, []);
      const single = [set.resource, set.boundary, set.endpoint].filter((policy) => policy !== undefined);
      const policies = [...single, ...set.identity, ...(set.session ?? []), ...set.serviceControl.flat(), ...set.resourceControl.flat()];
      return { engine: engine(set), uniform: speaksOfAllKeys(policies), memos: new Map() };
    });
  }

  #keyEngine(caller: Caller, key: Key, now: number): KeyEngine {
    const engines = this.#enginesOf(caller);
    const { revision } = this.#state.grantsOn(key.arn);
    const known = engines.onKeys.get(key.arn);
    if (known !== undefined && known.key === key && known.revision === revision && now >= known.since && now < known.until) return known;
    return this.#makeKeyEngine(caller, engines, key, revision, now);
  }

  #makeKeyEngine(caller: Caller, engines: CallerEngines, key: Key, revision: number, now: number): KeyEngine {
    const grants = this.#state.grantsOn(key.arn).of(engines.spellings);
    const times = grants.map(({ effectiveAt }) => effectiveAt);
    const since = Math.max(...times.filter((at) => at <= now)); // a clock of a machine may be set back
    const until = Math.min(...times.filter((at) => at > now));
    const made = engine(
      this.#set(
        caller,
        key,
        grants.map((grant) => grantFactsOf(grant, now)),
      ),
    );
    return engines.onKeys.set(key.arn, { key, revision, since, until, engine: made, memos: new Map() });
  }

  #otherEngine(caller: Caller): Engine {
    const engines = this.#enginesOf(caller);
    engines.elsewhere ??= engine({
      ...caller.side,
      resource: undefined,
      resourceControl: this.#estate.resourceControl(caller.home.account), // rule authz.rcp.no-key
      grants: [],
      key: undefined,
    });
    return engines.elsewhere;
  }

  /** A session whose credentials nobody issued begins with its first call. */
  #firstCallOf(caller: Caller, now: number): string {
    const engines = this.#enginesOf(caller);
    engines.firstCall ??= this.#timeOf(now);
    return engines.firstCall;
  }

  /** Calls of one caller mostly follow each other. */
  #enginesOf(caller: Caller): CallerEngines {
    if (caller !== this.#last.caller) this.#last = { caller, engines: this.#findEngines(caller) };
    return this.#last.engines as CallerEngines;
  }

  #findEngines(caller: Caller): CallerEngines {
    let engines = this.#engines.get(caller);
    if (engines === undefined) {
      engines = {
        onKeys: new BoundedCache(ENGINES),
        onKinds: new BoundedCache(ENGINES),
        elsewhere: undefined,
        firstCall: undefined,
        memosElsewhere: new Map(),
        spellings: granteeSpellings(caller),
      };
      this.#engines.set(caller, engines);
    }
    return engines;
  }

  #set(caller: Caller, key: Key, grants: PolicySet["grants"]): PolicySet {
    return {
      ...caller.side,
      resource: this.#keyPolicies.of(key.policy, this.#estate.keyPolicy),
      resourceControl: this.#estate.resourceControl(key.account),
      grants,
      key: factsOf(key),
    };
  }

  #requestOf({
    caller,
    action,
    resource,
    account: owner,
    alias,
    region,
    keys,
    kindContext,
    encryptionContext,
    grantIds,
    now,
  }: Asking): Request {
    const { principal, viaService, home } = caller;
    const account = this.#estate.accountKeys(owner);
    const context = { ...account.context, ...caller.context, ...keys } as Record<string, never>;
    if (alias !== undefined) context["kms:RequestAlias"] = alias as never;
    if (caller.startsSession) context["aws:TokenIssueTime"] = this.#firstCallOf(caller, now) as never;
    if (region !== undefined) context["aws:RequestedRegion"] = region as never;
    if (kindContext !== undefined) Object.assign(context, kindContext);
    const unknown = account.unknown.length + caller.unknown.length > 0 ? [...account.unknown, ...caller.unknown] : undefined;
    return {
      principal,
      action,
      resource,
      ...(region !== undefined && caller.account === "" && { resourceAccount: home.account }),
      context,
      ...(encryptionContext !== undefined && { encryptionContext }),
      ...(viaService !== undefined && { viaService }),
      ...(grantIds.length > 0 && { grantTokens: [...grantIds] }),
      ...(unknown !== undefined && { unknown }),
      time: this.#timeOf(now),
    };
  }
}

/** A permission that was asked for, and what decides about it. Neither holds key material, or changes when keys, policies and grants do. */
export type Permission = {
  readonly engine: Engine;
  readonly asking: Asking;
  readonly would?: true; // of a key as it would be after the call
};

/** All that one request says. */
type Asking = {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly account: string; // whose the resource is
  readonly alias: string | undefined; // by which a key was named
  readonly region: string | undefined; // of what has no resource
  readonly keys: RequestContext["keys"];
  readonly kindContext: Readonly<Record<string, ContextValue>> | undefined; // aliases and tags of one key among many of a kind
  readonly encryptionContext: RequestContext["encryptionContext"];
  readonly grantIds: readonly string[];
  readonly now: number;
};

function askingOf(caller: Caller, { action, on, context, grantIds, now }: Ask, kindContext?: Asking["kindContext"]): Asking {
  const { home } = caller;
  return {
    caller,
    action,
    resource: on.kind === "key" ? on.key.arn : on.kind === "alias" ? aliasArn(home, on.name) : "*",
    account: on.kind === "key" ? on.key.account : home.account,
    alias: on.kind === "key" ? on.alias : undefined,
    region: on.kind === "*" ? (on.region ?? home.region) : undefined,
    keys: context.keys,
    kindContext,
    encryptionContext: context.encryptionContext,
    grantIds,
    now,
  };
}

/** By action, and by resource where one does not stand for all. */
type Memos = Map<string, BoundedCache<string, DecisionMemo>>;

/** `uniform`: whichever key of the kind is asked about, the answer is one. */
type KindEngine = { readonly engine: Engine; readonly uniform: boolean; readonly memos: Memos };

/** Good from `since` on and before `until`: between these no grant begins to count. */
type KeyEngine = {
  readonly key: Key;
  readonly revision: number;
  readonly since: number;
  readonly until: number;
  readonly engine: Engine;
  readonly memos: Memos;
};

type CallerEngines = {
  readonly onKeys: BoundedCache<string, KeyEngine>;
  readonly onKinds: BoundedCache<KeyKind, KindEngine>;
  elsewhere: Engine | undefined;
  firstCall: string | undefined; // ISO 8601
  readonly memosElsewhere: Memos;
  readonly spellings: readonly string[];
};
