import { carries } from "../authz/circumstance.ts";
import { ABSENT, ALWAYS, type Fact, Facts, isUnknown, NEVER, PENDING, type RequestFacts, type Slot, type Values } from "../authz/facts.ts";
import { type LinkedSet, link, type PolicySet } from "../authz/link.ts";
import type { Plan } from "../authz/plan.ts";
import { type ReadRequest, RequestReader } from "../authz/request-reader.ts";
import { Untold } from "../authz/untold.ts";
import type { Grant, Request } from "../iam/request.ts";
import type { Shape } from "../iam/shape.ts";
import { foldCase } from "../iam/values.ts";

/** What is known of a condition key before a request tells it: its value, or that it may have many, of some forms perhaps, and may be absent. */
export type Standing =
  | { readonly fixed: true; readonly value: string | readonly string[] | undefined }
  | { readonly fixed: false; readonly mayBeAbsent: boolean; readonly forms: readonly Shape[] | undefined };

/**
 * Which of the requests a side is about: those to retire this grant, and none through these endpoints. `open`: condition keys whose value is one, and not
 * known. `mayHold`: the caller may hold identity policies besides those told.
 */
export type About = {
  readonly retiring?: Grant | undefined;
  readonly notThrough?: readonly string[];
  readonly open?: readonly string[];
  readonly mayHold?: boolean;
};

/** One policy set, read for every request of one caller for one action on one resource. */
export class Side {
  readonly linked: LinkedSet;
  readonly plan: Plan;
  readonly request: RequestFacts;
  readonly base: Request;
  readonly values: Values; // where the classes under examination are set, by place
  readonly facts: Facts;
  readonly retiring: Grant | undefined;
  readonly notThrough: readonly string[]; // VPC endpoints that are asked about by themselves
  readonly open: readonly string[];
  readonly mayHold: boolean;
  readonly strict: PolicySet | undefined;
  readonly #open: readonly string[]; // in lower case
  readonly #given: Values;
  readonly #start: Facts;

  private constructor(linked: LinkedSet, { plan, request, given }: ReadRequest, base: Request, about: About, strict?: PolicySet) {
    this.strict = strict;
    const { retiring, notThrough = [], open = [], mayHold = false } = about;
    this.open = open;
    this.#open = open.map(foldCase);
    this.mayHold = mayHold;
    this.linked = linked;
    this.plan = plan;
    this.request = request;
    this.base = base;
    this.retiring = retiring;
    this.notThrough = notThrough;
    this.#given = given;
    this.#start = new Facts(request, plan.scope, [...given], retiring);
    this.values = [...given];
    this.facts = new Facts(request, plan.scope, this.values, retiring);
  }

  /**
   * `base` tells who asks what of which key, and what is the same in all their requests; of kms:RetireGrant also which grant is meant. Undefined for a
   * request that the evaluator does not take.
   */
  static of({ linked, reader, strict }: Prepared, base: Request, about: About = {}): Side | undefined {
    const read = reader.read(base);
    return "code" in read ? undefined : new Side(linked, read, base, about, strict);
  }

  /** Whether the value of a key is not known, although all requests have the same. */
  isOpen(name: string): boolean {
    return isUnknown(name, this.#open);
  }

  slot(name: string): Slot | undefined {
    const index = this.linked.indexes.get(name);
    return index === undefined ? undefined : this.linked.slots[index];
  }

  /** Undefined for a key that this set does not read. */
  standing(name: string): Standing | undefined {
    const slot = this.slot(name);
    if (slot === undefined) return undefined;
    const availability = this.plan.scope.available[slot.index];
    if (availability === NEVER) return { fixed: true, value: undefined };
    if (this.isOpen(name)) return { fixed: false, mayBeAbsent: true, forms: undefined };
    const given = this.#given[slot.index];
    if (given !== PENDING && !(given instanceof Untold)) return { fixed: true, value: given };
    const told: Fact | typeof ABSENT = slot.derived(this.#start);
    if (told instanceof Untold) return { fixed: false, mayBeAbsent: told.mayBeAbsent, forms: told.values };
    if (told !== undefined) return { fixed: true, value: told === ABSENT ? undefined : told };
    const carried = slot.key?.when === undefined ? "yes" : carries(slot.key.when, this.request);
    if (carried === "no") return { fixed: true, value: undefined };
    const usual = slot.usual?.(this.#start);
    if (slot.key?.untold === "follows" && !FORWARDING.has(name) && !SECOND_FACTOR.has(name)) return { fixed: true, value: usual };
    const isSent = availability === ALWAYS && carried === "yes";
    return { fixed: false, mayBeAbsent: !isSent && usual === undefined, forms: undefined };
  }

  /** Puts a value where the conditions read it; nothing where this set does not read the key, or knows its value. */
  set(name: string, value: string | readonly string[] | undefined): void {
    const index = this.linked.indexes.get(name);
    if (index !== undefined) this.values[index] = value;
  }
}

/** A policy set made ready once for many requests. */
export type Prepared = {
  readonly set: PolicySet;
  readonly linked: LinkedSet;
  readonly reader: RequestReader;
  readonly strict?: PolicySet | undefined; // the same without assumptions, where it rests on some
};

export function prepare(set: PolicySet, strict?: PolicySet): Prepared {
  const linked = link(set);
  return { set, linked, reader: new RequestReader(linked), ...(strict && { strict }) };
}

/** The keys that tell whether a service forwards a call, and which. */
export const FORWARDING: ReadonlySet<string> = new Set([
  "kms:viaservice",
  "aws:viaawsservice",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
  "kms:grantisforawsresource",
]);

export const SECOND_FACTOR: ReadonlySet<string> = new Set(["aws:multifactorauthpresent", "aws:multifactorauthage"]);

/** The keys that tell where a request comes from. It has those of one way, so that each may be absent: `wellFormed` tells which go together. */
export const NETWORK: ReadonlySet<string> = new Set([
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpcarn",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  "aws:vpcsourceip",
]);

export const MOMENT: ReadonlySet<string> = new Set(["aws:currenttime", "aws:epochtime"]);
