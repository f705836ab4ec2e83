import type { Place } from "../base/diagnostic.ts";
import { pointerStep } from "../base/text.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { Element, Policy, PrincipalEntry, Statement } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import type { CoverageItem, CoveredPolicy } from "./report.ts";

/** What is counted of one item; `Coverage` makes the item of the report from it. */
export type Counter = Pick<CoverageItem, "kind" | "statement" | "name" | "sid" | "effect" | "except"> & {
  readonly spot: Spot;
  decided: number;
  matched: number;
  failed: number;
  unknown: number;
};

/** Where an item is: the element it is in, and which of its entries it is. */
export type Spot = { readonly at: Place; readonly entry?: readonly (string | number)[] };

export type StatementRecord = {
  readonly whole: Counter;
  readonly actions: readonly Counter[];
  readonly resources: readonly Counter[];
  readonly principals: readonly Counter[];
  readonly conditions: readonly Counter[];
};
export type GrantRecord = { readonly whole: Counter; readonly operations: readonly Counter[]; readonly constraints: readonly Counter[] };

/** One policy, or the grants of one key, with a counter for everything in it. */
export type PolicyRecord = Pick<CoveredPolicy, "name" | "type" | "file" | "pointer" | "text"> & {
  readonly hasLines: boolean;
  readonly counters: readonly Counter[];
  readonly statements: readonly StatementRecord[]; // one for each of the policy's
  readonly grants: readonly GrantRecord[];
  requests: number;
};

const counter = (of: Omit<Counter, "decided" | "matched" | "failed" | "unknown">): Counter => ({
  ...of,
  decided: 0,
  matched: 0,
  failed: 0,
  unknown: 0,
});

/** The counters of a policy. `text` is that of one which no file has. */
export function recordPolicy(policy: Policy, text: string | undefined): PolicyRecord {
  const at = policy.statements[0]?.at ?? { file: policy.name, pointer: "" };
  const statements = policy.statements.map(recordStatement);
  const hasLines = at.line !== undefined;
  return {
    name: policy.name,
    type: policy.type,
    file: at.file,
    pointer: at.pointer.replace(/\/Statement(?:\/\d+)?$/, ""),
    hasLines,
    ...(!hasLines && text !== undefined && { text }),
    statements,
    grants: [],
    counters: statements.flatMap((one) => [one.whole, ...one.principals, ...one.actions, ...one.resources, ...one.conditions]),
    requests: 0,
  };
}

function recordStatement({ ref, effect, principal, action, resource, conditions, at }: Statement): StatementRecord {
  const { statement, sid } = ref;
  const entries = <T>(kind: Counter["kind"], element: Element<T> | undefined, nameOf: (entry: T) => string, stepOf: StepOf<T>): Counter[] =>
    (element?.members ?? []).map((entry, i, all) =>
      counter({
        kind,
        statement,
        name: nameOf(entry),
        ...(element?.mode === "except" && { except: true }),
        spot: { at: element?.at ?? at, entry: stepOf(all, i) },
      }),
    );
  return {
    whole: counter({ kind: "statement", statement, name: sid ?? `#${statement}`, ...(sid !== undefined && { sid }), effect, spot: { at } }),
    principals: entries("principal", principal, ({ value }) => value, principalStep),
    actions: entries("action", action, String, listStep),
    resources: entries("resource", resource, String, listStep),
    conditions: conditions.map((condition) =>
      counter({ kind: "condition", statement, name: `${condition.operator} ${condition.key}`, spot: { at: condition.at } }),
    ),
  };
}

/** The way from an element to one of its entries, so far as there are lists and maps on it. */
type StepOf<T> = (members: readonly T[], index: number) => readonly (string | number)[];

const listStep = (_: unknown, index: number): readonly number[] => [index];

/** Principals stand under their kinds, each counted for itself. */
function principalStep(members: readonly PrincipalEntry[], index: number): readonly (string | number)[] {
  const { kind = "AWS" } = members[index] ?? {};
  return [kind, members.slice(0, index).filter((other) => other.kind === kind).length];
}

/** The counters of the grants of one key. Undefined where it has none. */
export function recordGrants({ name, at, grants }: Pick<WorldKey, "name" | "at" | "grants">): PolicyRecord | undefined {
  if (grants.length === 0) return undefined;
  const pointer = pointerStep(at.pointer, "grants");
  const records = grants.map((grant, i) => recordGrant(grant, i, { ...at, pointer: pointerStep(pointer, i) }));
  return {
    name: `grants of ${name}`,
    type: "grants",
    file: at.file,
    pointer,
    hasLines: at.line !== undefined,
    statements: [],
    grants: records,
    counters: records.flatMap((one) => [one.whole, ...one.operations, ...one.constraints]),
    requests: 0,
  };
}

function recordGrant({ GrantId, Name, Operations, Constraints = {} }: Grant, statement: number, at: Place): GrantRecord {
  const inside = (...steps: readonly (string | number)[]): Spot => ({
    at: { ...at, pointer: steps.reduce<string>(pointerStep, at.pointer) },
  });
  const constraints = Object.entries(Constraints).filter(([, value]) => value !== undefined);
  return {
    whole: counter({ kind: "grant", statement, name: Name ?? GrantId, spot: { at } }),
    operations: Operations.map((name, i) => counter({ kind: "operation", statement, name, spot: inside("operations", i) })),
    constraints: constraints.map(([name]) => counter({ kind: "constraint", statement, name, spot: inside("constraints", name) })),
  };
}

/**
 * What makes two records one: of one place, and saying the same. Policies that tests make in code may share a place, and shards of a run may have seen
 * a file before and after a change.
 */
export const identityOf = ({
  file,
  pointer,
  type,
  items,
}: Pick<CoveredPolicy, "file" | "pointer" | "type"> & {
  readonly items: readonly Pick<CoverageItem, "kind" | "statement" | "name" | "effect">[];
}): string =>
  JSON.stringify([file, pointer, type, ...items.flatMap(({ kind, statement, name, effect = "" }) => [kind, statement, name, effect])]);

/** Policies of AWS's own, which nobody can change: FullAWSAccess and the like, and the policy that a key has when none is told. */
export const isOfAws = ({ name, statements }: Policy): boolean =>
  statements[0]?.at.file === name && /^(?:key policy|FullAWSAccess|arn:aws[a-z-]*:(?:iam|organizations)::aws:policy\/.*)$/s.test(name);
