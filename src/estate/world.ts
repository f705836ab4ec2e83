import type { Said } from "../authz/answer.ts";
import { type Diagnosed, type Engine, engine, faultFinder, unread } from "../authz/authorizer.ts";
import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { Answer } from "../authz/decision.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { isPlainObject } from "../base/json-source.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { Policy } from "../iam/policy.ts";
import { parsePrincipal } from "../iam/principal.ts";
import type { Request } from "../iam/request.ts";
import { changedEstate, changedGathered, type Gathered, type WorldChange } from "./change.ts";
import { limited } from "./data/bucket-limits.ts";
import { type Estate, policiesOf } from "./estate.ts";
import { keysRead } from "./keys-read.ts";
import type { Assumption } from "./knowledge.ts";
import { WorldLookup } from "./lookup.ts";
import { readFor } from "./open-names.ts";
import { compileSet } from "./policy-documents.ts";
import { type Question, type ResolvedQuestion, resolveQuestion } from "./question.ts";
import { accountsOf, amongAll, isUncertain, undetermined, withAssumptions } from "./uncertain.ts";

/** A question that can be decided. */
export type ReadQuestion = Pick<ResolvedQuestion, "request" | "notes"> & { readonly warnings: readonly Diagnostic[] };

/**
 * An answer, and what was taken for granted because the world does not tell it: `notes` in words, and of a world that says what it does not know
 * `assumptions`, which its answers rest on.
 */
export type WorldAnswer = Answer & { readonly notes?: readonly string[]; readonly assumptions?: readonly Assumption[] };

/** A question that was looked up: the ARN it is about, its request, what has a say in it, and the answer. */
export type Posed = {
  readonly resource: string;
  readonly request: () => Request;
  readonly gathered: () => Omit<ResolvedQuestion, "identity">; // its request is the question's own
  readonly authorize: () => WorldAnswer;
};

/**
 * What a world may be besides: where something that is not known turns out so, an account id or a condition of a template. `names`: what that is; `values`: of
 * accounts, what was taken and what it is.
 */
export type Otherwise = {
  readonly text: string;
  readonly names: readonly string[];
  readonly values: readonly (readonly [taken: string, value: string])[];
  readonly world: World;
};

/**
 * An estate that can be asked: who may do what, by all policies and grants it has. It is closed: what it does not tell is not there, save that a
 * question may name principals and keys by ARNs it does not have. Policies are compiled when first needed, and then kept.
 */
export class World {
  readonly #estate: () => Estate;
  readonly #lookup: () => WorldLookup;
  readonly #compiled: WeakMap<Policy, CompiledPolicy>;
  readonly #engines = new BoundedCache<string, Engine>(512);
  readonly #faultOf = once(() => faultFinder(() => keysRead(policiesOf(this.estate).keys())));
  readonly #origin: Origin | undefined;
  readonly #otherwise: ((accounts: readonly string[]) => readonly Otherwise[] | undefined) | undefined;
  #open: boolean | undefined;
  #strict: World | undefined;

  /** Of an estate; worlds that are derived from another one come of `changed`. */
  constructor(from: Estate | Origin, otherwise?: (accounts: readonly string[]) => readonly Otherwise[] | undefined) {
    this.#otherwise = otherwise;
    const origin = "change" in from ? from : undefined;
    this.#origin = origin;
    this.#estate = "change" in from ? once(() => changedEstate(from.world.estate, from.change)) : () => from;
    this.#lookup = once(() => new WorldLookup(this.estate));
    this.#compiled = origin === undefined ? new WeakMap() : origin.world.#compiled;
  }

  /** Whether a value is a world, and no copy of one such as test frameworks make to show differences: that has nothing of it. */
  static is(value: unknown): value is World {
    return typeof value === "object" && value !== null && #estate in value;
  }

  get estate(): Estate {
    return this.#estate();
  }

  /** What its names stand for. */
  get lookup(): WorldLookup {
    return this.#lookup();
  }

  /**
   * The world with some policies, grants or levels of its organization otherwise. This one stays as it is; the two share what they have in common, so
   * that a change costs some microseconds, and a question only the compilation of what is new to it.
   */
  changed(change: WorldChange): World {
    return new World({ world: this, change });
  }

  /**
   * The request that a question is, and the policies and grants that have a say in it, as the objects of the estate that they are; or what of it leads
   * nowhere: an unknown short name, say.
   */
  gather(question: Question): Result<Omit<ResolvedQuestion, "identity">, readonly Diagnostic[]> {
    const resolved = this.#resolve(question);
    return resolved.ok ? ok(this.#told(resolved.value, copyOf(resolved.value.request))) : resolved; // nothing of it is the question's
  }

  #told(resolved: ResolvedQuestion, request: Request): Omit<ResolvedQuestion, "identity"> {
    const { key, notes, open } = resolved;
    const { documents: told, grants } = this.#gathered(resolved);
    const common = { grants, request, key, notes };
    return open === undefined ? { ...common, documents: told } : { ...common, documents: readFor(told, open), open, told };
  }

  /** A question looked up once, for who wants all of these of it. The question must stay as it is for as long as they are asked for. */
  pose(question: Question): Result<Posed, readonly Diagnostic[]> {
    const resolved = this.#resolve(question);
    if (!resolved.ok) return resolved;
    const { request } = resolved.value;
    return ok({
      resource: request.resource,
      request: () => copyOf(request),
      gathered: () => this.#told(resolved.value, request),
      authorize: () => this.#authorized(question, resolved.value, question),
    });
  }

  /** Reads a question as it is read before it is decided, and decides nothing: fails as `authorize` answers `invalid`. */
  read(question: Question): Result<ReadQuestion, readonly Diagnostic[]> {
    if (this.#origin !== undefined) return this.#origin.world.read(question);
    const resolved = this.#resolve(question);
    if (!resolved.ok) return resolved;
    const { request, notes } = resolved.value;
    const { fault, warnings } = this.diagnose(request);
    return fault === undefined ? ok({ request: copyOf(request), notes, warnings }) : fail([fault]);
  }

  /** What every decision about a request would refuse, and what is strange about it, by all that its policies read. */
  diagnose(request: Request): Diagnosed {
    return this.#faultOf()(request);
  }

  /**
   * Decides a question. Pure and total: one that cannot be resolved is answered with `invalid`, and never allowed. `said`: what of the question who asks
   * said himself, for the explanation.
   */
  authorize(question: Question, said: Said = question): WorldAnswer {
    const resolved = this.#resolve(question);
    return resolved.ok ? this.#authorized(question, resolved.value, said) : this.#elsewhere(question, resolved.error);
  }

  #authorized(question: Question, resolved: ResolvedQuestion, said: Said): WorldAnswer {
    const { notes, owner } = resolved;
    if (owner !== undefined) return this.#ofAnyOwner(question, resolved, owner, said);
    const decided = limited(this.#decide(resolved, said), resolved, () => this.#gathered(resolved).documents.resource);
    const answer = notes.length === 0 ? decided : Object.assign(decided, { notes });
    const open = this.#known;
    if (open === undefined && this.#otherwise === undefined) return answer;
    const strictly = () => this.#strictly().#decide(resolved, said);
    const known = open === undefined ? answer : withAssumptions(answer, resolved, open, strictly);
    if (this.#otherwise === undefined) return known;
    return amongAll(known, this.otherwise(accountsOf(question)), (world) => world.authorize(question));
  }

  /** What is not there may be there in another way in which the world may be. */
  #elsewhere(question: Question, errors: readonly Diagnostic[]): WorldAnswer {
    const found = (this.otherwise() ?? []).flatMap((other) => {
      const now = other.world.authorize(question);
      return now.invalid === undefined ? [{ other, now }] : [];
    });
    const [first] = found;
    if (first === undefined) return unread(errors);
    const notes = found.map(({ other, now }) => `if ${other.text}, it is ${now.outcome}; else it is not there`);
    return { ...undetermined(first.now, [...new Set(found.flatMap(({ other }) => other.names))]), notes };
  }

  /** Of a resource of which nobody told whose it is: the caller's account may have it, or another one. */
  #ofAnyOwner(question: Question, { request, notes }: ResolvedQuestion, owner: string, said: Said): WorldAnswer {
    const caller = parsePrincipal(request.principal);
    const own = caller.ok ? caller.value.account : "";
    const owners = own === "" ? [NOBODYS] : [own, own === NOBODYS ? "000000000001" : NOBODYS];
    const [first, ...others] = owners.map((resourceAccount) => this.authorize({ ...question, resourceAccount }, said));
    if (first === undefined || others.every(({ decision, outcome }) => decision === first.decision && outcome !== "undetermined"))
      return first ?? unread([]);
    const missing = [...new Set([owner, ...(first.missing ?? []), ...others.flatMap((other) => other.missing ?? [])])];
    return notes.length === 0 ? undetermined(first, missing) : { ...undetermined(first, missing), notes };
  }

  /**
   * The worlds that it may be besides, where it has account ids that are not known: such an id may be one that is named, in it or in `accounts`. Undefined:
   * there are too many to look at. A world derived from another one is looked at as it is.
   */
  otherwise(accounts: readonly string[] = []): readonly Otherwise[] | undefined {
    return this.#otherwise === undefined ? [] : this.#otherwise(accounts);
  }

  #decide(resolved: ResolvedQuestion, said: Said): Answer {
    return this.#engineOf(resolved)(resolved.request, copied(said));
  }

  /** The estate, where it leaves anything open. */
  get #known(): Estate | undefined {
    if (this.#origin !== undefined) return this.#origin.world.#known;
    this.#open ??= isUncertain(this.estate);
    return this.#open ? this.estate : undefined;
  }

  /** The world without its assumptions: what rests on one is not known. */
  #strictly(): World {
    this.#strict ??= this.changed({ policies: this.estate.knowledge?.strict ?? new Map() });
    return this.#strict;
  }

  /** A derived world poses as its origin does: a change is none of who there is, and what it is called. */
  #resolve(question: Question): Result<ResolvedQuestion, readonly Diagnostic[]> {
    if (this.#origin !== undefined) return this.#origin.world.#resolve(question);
    const resolved = resolveQuestion(question, this.estate, this.#lookup());
    return resolved.ok ? resolved : fail(resolved.error);
  }

  #gathered(resolved: ResolvedQuestion): Gathered {
    return this.#origin === undefined ? resolved : changedGathered(this.#origin.world.#gathered(resolved), this.#origin.change);
  }

  #engineOf(resolved: ResolvedQuestion): Engine {
    if (resolved.identity === undefined) return this.#make(resolved);
    return this.#engines.get(resolved.identity) ?? this.#engines.set(resolved.identity, this.#make(resolved));
  }

  #make(resolved: ResolvedQuestion): Engine {
    const gathered = this.#gathered(resolved);
    const origin = this.#origin?.world;
    if (origin !== undefined && gathered === origin.#gathered(resolved)) return origin.#engineOf(resolved);
    const documents = resolved.open === undefined ? gathered.documents : readFor(gathered.documents, resolved.open);
    return engine(compileSet(documents, gathered.grants, resolved.key, (policy) => this.compiled(policy)));
  }

  /** The compiled form of one of its policies, kept as long as the policy. */
  compiled(policy: Policy): CompiledPolicy {
    const known = this.#compiled.get(policy);
    if (known !== undefined) return known;
    const compiled = compile(policy);
    this.#compiled.set(policy, compiled);
    return compiled;
  }
}

/** An account that no caller is of. */
const NOBODYS = "000000000000";

/** What somebody said, as it is now: explanations are worked out later. */
const copied = ({ context, unknown, time, endpoint }: Said): Said => copyOf({ context, unknown, time, endpoint } as Said);

const DEEPEST = 3; // a request, its context, a list of values

/** The same in objects and lists of its own, without what is undefined. */
function copyOf<T>(value: T, depth = 0): T {
  if (Array.isArray(value)) return (depth > DEEPEST ? [] : value.map((one) => copyOf(one, depth + 1))) as T;
  if (depth > DEEPEST || !isPlainObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, copyOf(member, depth + 1)])) as T;
}

type Origin = { readonly world: World; readonly change: WorldChange };

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
