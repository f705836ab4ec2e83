import type { Diagnostic } from "../base/diagnostic.ts";
import type { ConditionKey } from "../catalog/condition-key.ts";
import { conditionKey, isAvailable } from "../catalog/condition-keys.ts";
import { operatorOf } from "../iam/operators.ts";
import type { Grant, KeyFacts } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { TemplatePart } from "../iam/variables.ts";
import type { CompiledPolicy, CompiledStatement } from "./compile.ts";
import type { Layer } from "./decision.ts";
import { deriveKey } from "./derive.ts";
import { ALWAYS, type Availability, NEVER, PERHAPS, type Scope, type Slot } from "./facts.ts";
import { GRANT_KEYS, type LinkedGrant, linkGrant } from "./grants.ts";
import type { LinkedCondition } from "./match.ts";
import type { ActionFacts, ResourceFacts } from "./target.ts";

/** Everything that has a say about requests to one resource. The caller gathers it; the engine fetches nothing. */
export type PolicySet = {
  readonly resource: CompiledPolicy | undefined; // the key policy, or another service's resource or trust policy
  readonly identity: readonly CompiledPolicy[];
  readonly boundary: CompiledPolicy | undefined;
  readonly session: readonly CompiledPolicy[] | undefined; // undefined: the session has none
  readonly serviceControl: readonly (readonly CompiledPolicy[])[]; // a list per level, root first
  readonly resourceControl: readonly (readonly CompiledPolicy[])[];
  readonly endpoint: CompiledPolicy | undefined; // undefined: the request passes no endpoint
  readonly grants: readonly Grant[];
  readonly key: KeyFacts | undefined;
};

/** Nobody has a say. */
export const NO_POLICIES: PolicySet = {
  resource: undefined,
  identity: [],
  boundary: undefined,
  session: undefined,
  serviceControl: [],
  resourceControl: [],
  endpoint: undefined,
  grants: [],
  key: undefined,
};

export type LinkedStatement = Omit<CompiledStatement, "conditions"> & {
  readonly conditions: readonly LinkedCondition[];
  readonly hasTemplates: boolean; // its resource element has variables
};
export type LinkedPolicy = {
  readonly layer: Layer;
  readonly level: number | undefined;
  readonly policy: CompiledPolicy;
  readonly statements: readonly LinkedStatement[];
};

/** A policy set made ready for requests: its condition keys have places, its grants are read. */
export type LinkedSet = {
  readonly set: PolicySet;
  readonly policies: readonly LinkedPolicy[]; // in the order in which a denial is reported
  readonly grants: readonly LinkedGrant[];
  readonly slots: readonly Slot[];
  readonly indexes: ReadonlyMap<string, number>;
  readonly warnings: readonly Diagnostic[] | undefined; // of its policies, each once; undefined: none
};

export function link(set: PolicySet): LinkedSet {
  const keys = new KeyPlaces();
  const layer = (name: Layer, policies: readonly CompiledPolicy[], level?: number): LinkedPolicy[] =>
    policies.map((policy) => ({
      layer: name,
      level,
      policy,
      statements: policy.statements.map((statement) => linkStatement(statement, keys)),
    }));
  const one = (policy: CompiledPolicy | undefined) => (policy === undefined ? [] : [policy]);
  // rule authz.deny.order
  const policies = [
    ...set.serviceControl.flatMap((level, i) => layer("service-control", level, i)),
    ...set.resourceControl.flatMap((level, i) => layer("resource-control", level, i)),
    ...layer("endpoint", one(set.endpoint)),
    ...layer("boundary", one(set.boundary)),
    ...layer("session", set.session ?? []),
    ...layer("resource", one(set.resource)),
    ...layer("identity", set.identity),
  ];
  if (set.grants.length > 0) for (const name of GRANT_KEYS) keys.place(name);
  if (set.endpoint !== undefined) keys.place("kms:ViaService"); // a forwarded call passes no endpoint
  return {
    set,
    policies,
    grants: set.grants.map((grant) => linkGrant(grant)),
    slots: keys.slots,
    indexes: keys.indexes,
    warnings: warningsIn(policies),
  };
}

function warningsIn(policies: readonly LinkedPolicy[]): readonly Diagnostic[] | undefined {
  const warnings = new Set(policies.flatMap(({ policy }) => policy.warnings));
  return warnings.size === 0 ? undefined : [...warnings];
}

function linkStatement(statement: CompiledStatement, keys: KeyPlaces): LinkedStatement {
  for (const member of statement.resource?.members ?? []) keys.placeVariables(member.template);
  return {
    ...statement,
    conditions: statement.conditions.map((condition) => {
      for (const operand of condition.operands) if ("template" in operand) keys.placeVariables(operand.template);
      const compare = condition.base === "Null" ? undefined : operatorOf(condition.base);
      return { ...condition, slot: keys.place(condition.key), compare };
    }),
    hasTemplates: statement.resource?.members.some(({ template }) => template !== undefined) ?? false,
  };
}

/** Gives each condition key that a policy set reads a number. */
class KeyPlaces {
  readonly slots: Slot[] = [];
  readonly indexes = new Map<string, number>();

  place(spelled: string): number {
    const name = foldCase(spelled); // rule context.keys.case
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    const index = this.slots.length;
    this.indexes.set(name, index);
    const key = conditionKey(name);
    this.slots.push({ index, name, key, ...deriveKey(name), settledBy: undefined, insteadOf: undefined });
    const beside = (other: string | undefined) => (other === undefined ? undefined : this.place(other));
    Object.assign(this.slots[index] as Slot, { settledBy: beside(key?.settledBy), insteadOf: beside(key?.insteadOf) });
    return index;
  }

  placeVariables(template: readonly TemplatePart[] | undefined): void {
    for (const part of template ?? []) if (part.kind === "variable") this.place(part.key);
  }
}

/** Which of the keys AWS can send with this action on this resource: on other services' actions those of KMS are never sent (rule context.keys.not-sent). */
export function scopeOf({ slots, indexes }: LinkedSet, action: ActionFacts, resource: ResourceFacts): Scope {
  const kind = resource.kind === "other" ? "*" : resource.kind;
  const sent = (key: ConditionKey | undefined): Availability => {
    if (key === undefined) return PERHAPS;
    const isSent = key.availability.on === "any" || (action.kms !== undefined && isAvailable(key, action.kms, kind));
    if (!isSent) return NEVER;
    const always = key.untold === "sent" && (key.sentBy === undefined || key.sentBy.some((name) => `kms:${name}` === action.kms?.action));
    return always ? ALWAYS : PERHAPS;
  };
  return { slots, indexes, available: Uint8Array.from(slots, ({ key }) => sent(key)) };
}
