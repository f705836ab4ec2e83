import { type Engine, engine, unread } from "../authz/authorizer.ts";
import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { Answer } from "../authz/decision.ts";
import type { PolicySet } from "../authz/link.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { Policy } from "../iam/policy.ts";
import { changedEstate, changedGathered, type Gathered, type WorldChange } from "./change.ts";
import type { Estate } from "./estate.ts";
import { WorldLookup } from "./lookup.ts";
import { compileSet } from "./policy-documents.ts";
import { type Question, type ResolvedQuestion, resolveQuestion } from "./question.ts";

/** A case out of a world: its request, and everything that has a say, parsed and compiled. */
export type WorldCase = Omit<ResolvedQuestion, "identity"> & { readonly set: PolicySet };

/** An answer, and what was taken for granted because the world does not tell it. */
export type WorldAnswer = Answer & { readonly notes?: readonly string[] };

/**
 * An estate that can be asked: who may do what, by all policies and grants it has. It is closed: what it does not tell is not there, save that a
 * question may name principals and keys by ARNs it does not have. Policies are compiled when first needed, and then kept.
 */
export class World {
  readonly #estate: () => Estate;
  readonly #lookup: () => WorldLookup;
  readonly #compiled: WeakMap<Policy, CompiledPolicy>;
  readonly #engines = new BoundedCache<string, Made>(512);
  readonly #origin: Origin | undefined;

  /** Of an estate; worlds that are derived from another one come of `changed`. */
  constructor(from: Estate | Origin) {
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

  /** The request that a question is, and the policies and grants that have a say in it, as the objects of the estate that they are. */
  gather(question: Question): Result<Gathered & Pick<ResolvedQuestion, "request" | "key">, readonly Diagnostic[]> {
    const resolved = this.#resolve(question);
    if (!resolved.ok) return resolved;
    const { request, key } = resolved.value;
    return ok({ ...this.#gathered(resolved.value), request, key });
  }

  /** The case that a question poses, or what of it leads nowhere: an unknown short name, say. */
  case(question: Question): Result<WorldCase, readonly Diagnostic[]> {
    const resolved = this.#resolve(question);
    if (!resolved.ok) return resolved;
    const { identity, ...rest } = resolved.value;
    return ok({ ...rest, ...this.#gathered(resolved.value), set: this.#made(resolved.value).set });
  }

  /** Decides a question. Pure and total: one that cannot be resolved is answered with `invalid`, and never allowed. */
  authorize(question: Question): WorldAnswer {
    const resolved = this.#resolve(question);
    if (!resolved.ok) return unread(resolved.error);
    const { request, notes } = resolved.value;
    const answer = this.#made(resolved.value).engine(request);
    return notes.length === 0 ? answer : Object.assign(answer, { notes });
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

  #made(resolved: ResolvedQuestion): Made {
    if (resolved.identity === undefined) return this.#make(resolved);
    return this.#engines.get(resolved.identity) ?? this.#engines.set(resolved.identity, this.#make(resolved));
  }

  #make(resolved: ResolvedQuestion): Made {
    const gathered = this.#gathered(resolved);
    const origin = this.#origin?.world;
    if (origin !== undefined && gathered === origin.#gathered(resolved)) return origin.#made(resolved);
    const set = compileSet(gathered.documents, gathered.grants, resolved.key, (policy) => this.compiled(policy));
    return { set, engine: engine(set) };
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

type Made = { readonly set: PolicySet; readonly engine: Engine };
type Origin = { readonly world: World; readonly change: WorldChange };

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
