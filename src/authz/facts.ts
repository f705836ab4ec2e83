import type { ConditionKey } from "../catalog/condition-key.ts";
import type { Caller } from "../iam/principal.ts";
import type { Grant, KeyFacts } from "../iam/request.ts";
import { type Lookup, SEVERAL, UNKNOWN } from "../iam/variables.ts";
import type { ActionFacts, ResourceFacts } from "./target.ts";
import type { Tri } from "./tri.ts";

/** The value of a condition key in one request: one text, several, none, or not known. */
export type Fact = string | readonly string[] | undefined | typeof UNKNOWN;

/** A condition key that some policy of a set reads, with the way to its value where the request does not give it. */
export type Slot = {
  readonly index: number;
  readonly name: string; // lower case
  readonly key: ConditionKey | undefined; // undefined: a key the catalog does not know
  readonly derive: (facts: Facts) => Fact;
};

/** Not yet worked out: most requests need few of the keys that the policies read. */
export const PENDING: unique symbol = Symbol("pending");

/** Values of the condition keys of a set, by place; PENDING where not yet worked out. */
export type Values = (Fact | typeof PENDING)[];

/** What one request says, as the policies of one set can see it: a snapshot, so that a trace made later tells of the same request. */
export type Told = {
  readonly caller: Caller;
  readonly action: ActionFacts;
  readonly resource: ResourceFacts;
  readonly account: string; // of the resource; of the caller where it has none
  readonly encryptionContext: readonly string[]; // key, value, key, value…
  readonly viaService: string | undefined;
  readonly forwarded: Tri; // a service calls on the principal's behalf: viaService, or aws:ViaAWSService given as true
  readonly time: string | undefined;
  readonly grantTokens: readonly string[];
  readonly unknown: readonly string[]; // lower case
  readonly unknownAs: readonly string[]; // as the request spells them
  readonly key: KeyFacts | undefined; // only where the resource is a KMS key
};

/** Values of condition keys for one request, worked out when first read. */
export class Facts {
  readonly told: Told;
  readonly retiring: Grant | undefined; // the grant that kms:RetireGrant is asked for: it carries the encryption context then
  private readonly slots: readonly Slot[];
  private readonly available: Uint8Array;
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly values: Values;

  constructor(told: Told, scope: Scope, values: Values, retiring?: Grant) {
    this.told = told;
    this.retiring = retiring;
    this.slots = scope.slots;
    this.available = scope.available;
    this.indexes = scope.indexes;
    this.values = values;
  }

  value(index: number): Fact {
    const known = this.values[index] as Fact | typeof PENDING;
    if (known !== PENDING) return known;
    const found = this.work(index);
    this.values[index] = found;
    return found;
  }

  private work(index: number): Fact {
    const slot = this.slots[index] as Slot;
    const isSent = this.available[index] !== 0;
    if (!isSent && slot.name.startsWith("kms:")) return undefined;
    if (this.told.unknown.length > 0 && isUnknown(slot.name, this.told.unknown)) return UNKNOWN;
    return isSent ? slot.derive(this) : undefined;
  }

  /** The value of a key by its name in lower case: absent where no policy and no grant of the set reads it. */
  named(name: string): Fact {
    const index = this.indexes.get(name);
    return index === undefined ? undefined : this.value(index);
  }

  /** The value for a policy variable: a multi-valued key cannot be one (IAM User Guide, policy variables). */
  get lookup(): Lookup {
    return (key) => {
      const value = this.named(key);
      return typeof value === "object" ? SEVERAL : value;
    };
  }
}

/** The condition keys a set of policies reads, and which of them AWS can send with the action asked. */
export type Scope = {
  readonly slots: readonly Slot[];
  readonly indexes: ReadonlyMap<string, number>; // by name in lower case
  readonly available: Uint8Array; // 1: can be sent
};

const CONTEXT = "kms:encryptioncontext:";
const CONTEXT_KEYS = "kms:encryptioncontextkeys";
const FORWARDED = new Set(["aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "kms:grantisforawsresource"]);

/** Whether a key is among the unknown ones, by its name or because it follows from one of them. Names in lower case. Our own rule. */
export function isUnknown(name: string, unknown: readonly string[]): boolean {
  return unknown.includes(name) || causeOf(name, unknown) !== undefined;
}

/** The listed key that makes `name` unknown. */
export function causeOf(name: string, unknown: readonly string[]): string | undefined {
  if (unknown.includes(name)) return name;
  const among = (listed: string) => (unknown.includes(listed) ? listed : undefined);
  if (name.startsWith(CONTEXT)) return among(CONTEXT_KEYS);
  if (name === CONTEXT_KEYS) return unknown.find((listed) => listed.startsWith(CONTEXT));
  if (FORWARDED.has(name)) return among("kms:viaservice");
  if (name === "aws:currenttime") return among("aws:epochtime");
  return name === "aws:epochtime" ? among("aws:currenttime") : undefined;
}
