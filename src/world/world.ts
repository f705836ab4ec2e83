import { type Engine, engine, unread } from "../authz/authorizer.ts";
import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { Answer } from "../authz/decision.ts";
import type { PolicySet } from "../authz/link.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { Policy } from "../iam/policy.ts";
import type { Estate } from "./estate.ts";
import { compileSet } from "./policy-set.ts";
import { WorldLookup } from "./world-lookup.ts";
import { type Posed, pose, type Question } from "./world-question.ts";

/** A case out of a world: its request, and everything that has a say, parsed and compiled. */
export type WorldCase = Omit<Posed, "identity"> & { readonly set: PolicySet };

/** An answer, and what was taken for granted because the world does not tell it. */
export type WorldAnswer = Answer & { readonly notes?: readonly string[] };

/**
 * An estate that can be asked: who may do what, by all policies and grants it has. It is closed: what it does not tell is not there, save that a
 * question may name principals and keys by ARNs it does not have. Policies are compiled when first needed, and then kept.
 */
export class World {
  readonly estate: Estate;
  readonly #lookup: WorldLookup;
  readonly #compiled = new WeakMap<Policy, CompiledPolicy>();
  readonly #engines = new BoundedCache<string, { readonly set: PolicySet; readonly engine: Engine }>(512);

  constructor(estate: Estate) {
    this.estate = estate;
    this.#lookup = new WorldLookup(estate);
  }

  /** The case that a question poses, or what of it leads nowhere: an unknown short name, say. */
  case(question: Question): Result<WorldCase, readonly Diagnostic[]> {
    const posed = this.#pose(question);
    if (!posed.ok) return posed;
    const { identity, ...rest } = posed.value;
    return ok({ ...rest, set: this.#made(posed.value).set });
  }

  /** Decides a question. Pure and total: one that cannot be posed is answered with `invalid`, and never allowed. */
  authorize(question: Question): WorldAnswer {
    const posed = this.#pose(question);
    if (!posed.ok) return unread(posed.error);
    const { request, notes } = posed.value;
    const answer = this.#made(posed.value).engine(request);
    if ("code" in answer) return unread([answer]);
    return notes.length === 0 ? answer : Object.assign(answer, { notes });
  }

  #pose(question: Question): Result<Posed, readonly Diagnostic[]> {
    const posed = pose(question, this.estate, this.#lookup);
    return posed.ok ? posed : fail(posed.error);
  }

  #made(posed: Posed): { readonly set: PolicySet; readonly engine: Engine } {
    if (posed.identity === undefined) return this.#make(posed);
    return this.#engines.get(posed.identity) ?? this.#engines.set(posed.identity, this.#make(posed));
  }

  #make({ documents, grants, key }: Posed): { readonly set: PolicySet; readonly engine: Engine } {
    const set = compileSet(documents, grants, key, (policy) => this.#compile(policy));
    return { set, engine: engine(set) };
  }

  #compile(policy: Policy): CompiledPolicy {
    const known = this.#compiled.get(policy);
    if (known !== undefined) return known;
    const compiled = compile(policy);
    this.#compiled.set(policy, compiled);
    return compiled;
  }
}
