import type { Result } from "../base/result.ts";
import { KEY_STATE_TABLE, type KeyOperationName } from "../catalog/key-states.ts";
import { operation as catalogOperation, type KeyFit } from "../catalog/operations.ts";
import { memberName, type Shown } from "./audit.ts";
import type { KmsError } from "./errors.ts";
import type { AnyOperation, Check } from "./operation.ts";
import type { Freshness } from "./store.ts";
import { inputReader } from "./validation.ts";

/** What every call of an operation needs to know of its row and of the catalog, looked up once. */
export type RowPlan = {
  readonly row: EvenRow;
  readonly read: (given: unknown) => Result<object, KmsError>; // its request
  readonly checks: readonly { readonly role: string; readonly check: Check }[];
  readonly readOnly: boolean;
  readonly freshness: Freshness; // of the state it needs, where others change it too
  readonly fit: Even<KeyFit>;
  readonly inState: readonly string[]; // roles whose key is looked at
  readonly asksState: KeyOperationName | undefined; // undefined: any state will do
  readonly shown: readonly Shown[] | undefined; // the members that CloudTrail shows
};

/** With every member it could have, so that all rows are of one shape: the pipeline, which runs any of them, then finds members at once. */
type Even<T> = { readonly [K in keyof Required<T>]: T[K] | undefined };
export type EvenRow = Pick<AnyOperation, "name" | "input" | "checks" | "run"> &
  Even<Pick<AnyOperation, "context" | "validate" | "wrongUsage" | "usesKeys">> & { readonly log: Even<AnyOperation["log"]> };

const PLANS = new WeakMap<AnyOperation, RowPlan>();

export function planOf(row: AnyOperation): RowPlan {
  let plan = PLANS.get(row);
  if (plan === undefined) {
    plan = makePlan(row);
    PLANS.set(row, plan);
  }
  return plan;
}

function makePlan(row: AnyOperation): RowPlan {
  const { name, input, checks, states, log } = row;
  const catalog = catalogOperation(name);
  const roles = Object.keys(checks);
  const other: Readonly<Record<string, string | undefined>> = log.names ?? {};
  return {
    row: uniformRow(row),
    read: inputReader(input),
    checks: Object.entries(checks).map(([role, check]) => ({ role, check })),
    readOnly: catalog?.readOnly ?? false,
    freshness: row.usesKeys === true || name === "GenerateRandom" ? "recent" : "latest",
    fit: { keyUsages: catalog?.keyUsages, keySpecs: catalog?.keySpecs, origins: catalog?.origins },
    inState: roles.filter((role) => states?.includes(role) ?? true),
    asksState: isKeyOperation(name) ? name : undefined,
    shown: log.parameters?.map((member: string) => ({ member, name: memberName(other[member] ?? member) })),
  };
}

function uniformRow({ name, input, checks, context, validate, wrongUsage, usesKeys, run, log }: AnyOperation): EvenRow {
  const { parameters, implied, on, names, response } = log;
  return {
    name,
    input,
    checks,
    context,
    validate,
    wrongUsage,
    usesKeys,
    run,
    log: { parameters, implied, on, names, response },
  };
}

const isKeyOperation = (name: string): name is KeyOperationName => Object.hasOwn(KEY_STATE_TABLE, name);
