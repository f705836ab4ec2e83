import type { Diagnostic } from "../base/diagnostic.ts";
import type { ConditionKey } from "../catalog/condition-key.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import type { Principal } from "../iam/principal.ts";
import type { ContextValue, Grant, KeyFacts, Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { type Lookup, SEVERAL, UNKNOWN } from "../iam/variables.ts";
import { type Carried, carries } from "./circumstance.ts";
import type { ActionFacts, ResourceFacts } from "./target.ts";
import type { Tri } from "./tri.ts";
import { SENT, UNTOLD, Untold } from "./untold.ts";

/** The value of a condition key in one request: one text, several, none, or what is known of one that nobody told. */
export type Fact = string | readonly string[] | undefined | Untold;

/** Known to be absent, in contrast to what nobody told. */
export const ABSENT: unique symbol = Symbol("absent");

/** A condition key that some policy of a set reads, with the way to its value where the request does not give it. */
export type Slot = {
  readonly index: number;
  readonly name: string; // lower case
  readonly key: ConditionKey | undefined; // undefined: a key the catalog does not know
  readonly derived: (facts: Facts) => Fact | typeof ABSENT; // what follows from what is told; undefined: nothing does
  readonly usual: ((facts: Facts) => string | undefined) | undefined; // what it is taken to be where nothing is told
  readonly possible: ((facts: Facts) => Untold | undefined) | undefined; // and what it may be instead
  readonly settledBy: number | undefined; // the slot of the key that tells the same fact
  readonly insteadOf: number | undefined; // the slot of the key that stands in its place
};

/** Not yet worked out: most requests need few of the keys that the policies read. */
export const PENDING: unique symbol = Symbol("pending");

/** Values of the condition keys of a set, by place; PENDING where not yet worked out. */
export type Values = (Fact | typeof PENDING)[];

/** What of a request is read into other facts, as it was written: an explanation shows that. */
export type AskedAs = {
  readonly principal: Request["principal"];
  readonly resourceAccount: string | undefined;
  readonly keys: readonly string[] | undefined; // of its context, in order; undefined where it has none
  readonly values: readonly ContextValue[]; // of these keys
};

/** What one request says, as the policies of one set can see it: a snapshot, so that a trace made later tells of the same request. */
export type RequestFacts = {
  readonly caller: Principal;
  readonly action: ActionFacts;
  readonly resource: ResourceFacts;
  readonly account: string; // of the resource; of the caller where it has none
  readonly encryptionContext: readonly string[] | undefined; // key, value, key, value…; undefined: not told
  readonly viaService: string | undefined;
  readonly forwarded: Tri; // a service calls on the principal's behalf: viaService, or aws:ViaAWSService given as true
  readonly saysForwarded: boolean; // false: nobody said that none does
  readonly given: number; // the circumstances of the keys that its context gives, as `Way` has them
  readonly open: number; // and of those that it says are unknown
  readonly time: string | undefined;
  readonly grantTokens: readonly string[];
  readonly unknown: readonly string[]; // lower case
  readonly unknownAs: readonly string[]; // as the request spells them
  readonly opened: ReadonlySet<string> | "all"; // in lower case: not known, where they are taken to be absent or usual otherwise
  readonly warnings: readonly Diagnostic[]; // about names that the request gives, and nobody knows
  readonly asked: AskedAs;
  readonly key: KeyFacts | undefined; // only where the resource is a KMS key, and something is told of it
};

/** Values of condition keys for one request, worked out when first read. */
export class Facts {
  readonly request: RequestFacts;
  readonly retiring: Grant | undefined; // the grant that kms:RetireGrant is asked for: it carries the encryption context then
  readonly scope: Scope;
  private readonly slots: readonly Slot[];
  private readonly available: Uint8Array;
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly values: Values;

  constructor(request: RequestFacts, scope: Scope, values: Values, retiring?: Grant) {
    this.request = request;
    this.retiring = retiring;
    this.scope = scope;
    this.slots = scope.slots;
    this.available = scope.available;
    this.indexes = scope.indexes;
    this.values = values;
  }

  /** What the request gave wins (rule context.given.wins). */
  value(index: number): Fact {
    const known = this.values[index] as Fact | typeof PENDING;
    if (known !== PENDING) return known;
    const found = this.work(index);
    this.values[index] = found;
    return found;
  }

  private work(index: number): Fact {
    const slot = this.slots[index] as Slot;
    const availability = this.available[index] as Availability;
    if (availability === NEVER && slot.name.startsWith("kms:")) return undefined;
    if (this.request.unknown.length > 0 && isUnknown(slot.name, this.request.unknown)) {
      return availability === ALWAYS && this.carried(slot) === "yes" ? SENT : UNTOLD;
    }
    if (availability === NEVER) return undefined;
    const derived = slot.derived(this);
    if (derived !== undefined) return derived === ABSENT ? undefined : derived;
    return this.untold(slot, availability);
  }

  /** What nobody told: sent with a value, or taken to be usual, or absent (rule context.untold.sent, rule context.untold.optional). */
  private untold(slot: Slot, availability: Availability): Fact {
    const { key, usual, possible } = slot;
    const isOpened = this.request.opened === "all" || (this.request.opened.size > 0 && this.isOpened(slot));
    const instead = isOpened && possible !== undefined ? possible(this) : undefined;
    if (instead !== undefined) return instead;
    if (usual !== undefined) {
      const value = usual(this);
      if (value !== undefined) return value;
    }
    if (key?.untold === "follows") return undefined;
    const carried = this.carried(slot);
    const other = this.other(slot);
    if (carried === "no" || other === "given") return undefined;
    if (availability === ALWAYS && carried === "yes" && other === "absent") return SENT;
    return isOpened || (availability === ALWAYS && carried !== "perhaps") ? UNTOLD : undefined;
  }

  private isOpened({ name, settledBy }: Slot): boolean {
    const { opened } = this.request;
    if (opened === "all" || opened.has(name)) return true;
    return settledBy !== undefined && opened.has((this.slots[settledBy] as Slot).name);
  }

  /** The values that the request itself gave, without those that were worked out; `names`, in lower case, tells where the two are alike. */
  given(names: ReadonlySet<string>): Values {
    const isWorkedOut = (value: Fact, { index, name }: Slot) =>
      value instanceof Untold || (!names.has(name) && String(value) === String(this.work(index)));
    return this.values.map((value, index) => (value === PENDING || isWorkedOut(value, this.slots[index] as Slot) ? PENDING : value));
  }

  /** Whether the key is taken to be absent, or to be usual, and might be otherwise: nobody told. */
  isAssumed(index: number): boolean {
    const slot = this.slots[index] as Slot;
    const availability = this.available[index] as Availability;
    if (availability === NEVER || slot.derived(this) !== undefined) return false;
    if (slot.usual?.(this) !== undefined) return true;
    if (slot.key?.untold === "follows" || this.other(slot) === "given") return false;
    const carried = this.carried(slot);
    return carried === "perhaps" || (carried === "yes" && availability !== ALWAYS);
  }

  private carried({ key }: Slot): Carried {
    return key?.when === undefined ? "yes" : carries(key.when, this.request);
  }

  /** What is told of the key that a request may have in the place of another. */
  private other({ insteadOf }: Slot): "given" | "unknown" | "absent" {
    if (insteadOf === undefined) return "absent";
    return typeof this.values[insteadOf] === "string"
      ? "given"
      : isUnknown((this.slots[insteadOf] as Slot).name, this.request.unknown)
        ? "unknown"
        : "absent";
  }

  /** Whether a key holds several values; undefined where nobody can tell. */
  isMultiValued(index: number): boolean | undefined {
    return this.slots[index]?.key?.multiValued;
  }

  /** The value of a key by its name in lower case: absent where no policy and no grant of the set reads it. */
  named(name: string): Fact {
    const index = this.indexes.get(name);
    return index === undefined ? undefined : this.value(index);
  }

  /** The value for a policy variable: a multi-valued key cannot be one (rule iam.variables.several). */
  get lookup(): Lookup {
    return (key) => {
      const value = this.named(key);
      if (value instanceof Untold) return UNKNOWN;
      return typeof value === "object" ? SEVERAL : value;
    };
  }
}

/** The condition keys a set of policies reads, and which of them AWS can send with the action asked. */
export type Scope = {
  readonly slots: readonly Slot[];
  readonly indexes: ReadonlyMap<string, number>; // by name in lower case
  readonly available: Uint8Array; // an `Availability` for each slot
};

/** Whether AWS sends a key with an action: never, perhaps, or always where the circumstances are those of the key. */
export type Availability = typeof NEVER | typeof PERHAPS | typeof ALWAYS;
export const NEVER = 0;
export const PERHAPS = 1;
export const ALWAYS = 2;

const CONTEXT = "kms:encryptioncontext:";
const CONTEXT_KEYS = "kms:encryptioncontextkeys";

/** Whether a key is among the unknown ones, by its name or because it follows from one of them (rule context.untold.listed). Names in lower case. */
export const isUnknown = (name: string, unknown: readonly string[]): boolean =>
  unknown.length > 0 && (unknown.includes(name) || causeOf(name, unknown) !== undefined);

/** The listed key that makes `name` unknown: itself, its family, or one that tells the same fact (rule context.untold.listed). */
export function causeOf(name: string, unknown: readonly string[]): string | undefined {
  if (unknown.includes(name)) return name;
  if (unknown.length === 0) return undefined;
  if (name === CONTEXT_KEYS) return unknown.find((listed) => listed.startsWith(CONTEXT));
  const family = foldCase(conditionKey(name)?.name ?? "");
  const head = headOf(name);
  return unknown.find((listed) => listed === family || (name.startsWith(CONTEXT) ? listed === CONTEXT_KEYS : headOf(listed) === head));
}

/** The key by which a fact goes that several keys tell. */
export const headOf = (name: string): string => foldCase(conditionKey(name)?.settledBy ?? name);
