import type { Circumstance } from "../catalog/condition-key.ts";
import { CONDITION_KEYS, conditionKey } from "../catalog/condition-keys.ts";
import { foldCase } from "../iam/values.ts";
import type { TemplatePart } from "../iam/variables.ts";
import { GRANT_KEYS } from "./grants.ts";
import { type Plan, statementsOf } from "./plan.ts";

/**
 * What of a request can change the decision of a plan: caller, action and resource are the plan's own, and whatever else no statement and no grant of it
 * reads makes no difference, as long as the request can be read at all.
 */
export type Reads = {
  readonly names: ReadonlySet<string>; // condition keys that a request may give, in lower case
  readonly encryptionContext: "all" | ReadonlySet<string>; // keys of pairs, in lower case
  readonly time: boolean;
};

/** Undefined for a plan that reads more than can be told here: to retire a grant is decided grant by grant. Grant tokens are read by any with grants. */
export function readsOf(plan: Plan): Reads | undefined {
  if (plan.retires) return undefined;
  const names = new Set<string>(["aws:viaawsservice"]); // says that a service calls on the principal's behalf: no endpoint policy then
  for (const { statement } of statementsOf(plan)) {
    for (const { template } of statement.resource?.members ?? []) addVariables(names, template);
    for (const { name, operands } of statement.conditions) {
      names.add(name);
      for (const operand of operands) if ("template" in operand) addVariables(names, operand.template);
    }
  }
  if (plan.grants.length > 0) for (const name of GRANT_KEYS) names.add(foldCase(name));
  for (const name of [...names]) for (const other of tellingOf(name)) names.add(other);
  const constrained = plan.grants.some(({ linked }) => linked.pairs !== undefined);
  return {
    names,
    encryptionContext: constrained || names.has("kms:encryptioncontextkeys") ? "all" : pairsAmong(names),
    time: names.has("aws:currenttime") || names.has("aws:epochtime"),
  };
}

/** The keys that tell something of another one: of its circumstances, or that it is not there because they are. */
function tellingOf(name: string): readonly string[] {
  const key = conditionKey(name);
  if (key === undefined) return [];
  const settling = key.settledBy === undefined ? key : conditionKey(key.settledBy);
  const isCircumstantial = settling?.when !== undefined && CIRCUMSTANCES.includes(settling.when);
  return [...(key.insteadOf === undefined ? [] : [key.insteadOf]), ...(isCircumstantial ? CIRCUMSTANTIAL : [])].map(foldCase);
}

const CIRCUMSTANCES: readonly Circumstance[] = ["session", "public", "endpoint"]; // that keys of the context tell
const CIRCUMSTANTIAL = CONDITION_KEYS.filter(({ when }) => when !== undefined && CIRCUMSTANCES.includes(when)).map(({ name }) => name);

function addVariables(names: Set<string>, template: readonly TemplatePart[] | undefined): void {
  for (const part of template ?? []) if (part.kind === "variable") names.add(part.key);
}

const PAIR = "kms:encryptioncontext:";

const pairsAmong = (names: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...names].flatMap((name) => (name.startsWith(PAIR) ? [name.slice(PAIR.length)] : [])));
