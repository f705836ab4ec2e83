import { scopeOf } from "../authz/link.ts";
import { actionMatches } from "../authz/plan.ts";
import { type ActionFacts, beyondPolicies, type ResourceFacts, readAction, readResource } from "../authz/target.ts";
import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { REQUEST_DEFAULTS } from "../catalog/request-defaults.ts";
import { foldCase } from "../iam/values.ts";
import type { Prepared } from "./side.ts";

/** Every action that AWS checks on a key. */
export const KEY_ACTIONS: readonly KmsAction[] = KMS_ACTIONS.filter(({ resources }) => resources.includes("key"));

/** Actions that the policy sets treat alike on a key: the first stands for all of them. */
export function actionClasses(
  sets: readonly Prepared[],
  actions: readonly KmsAction[],
  resource: string,
): readonly (readonly KmsAction[])[] {
  const on = readResource(resource);
  if (on === undefined) return [];
  const classes = new Map<string, KmsAction[]>();
  for (const action of actions) {
    const signature = `${ALONE.has(action.action) ? action.action : ""}|${action.crossAccount}|${sets.map((set) => treatment(set, action, on)).join("|")}`;
    const found = classes.get(signature);
    if (found) found.push(action);
    else classes.set(signature, [action]);
  }
  return [...classes.values()];
}

/** With rules of their own (authz/grants.ts, authz/retire.ts). */
const ALONE: ReadonlySet<string> = new Set(["kms:RetireGrant", "kms:CreateGrant", "kms:DescribeKey"]);

const TREATMENTS = new WeakMap<Prepared, Map<KmsAction, string>>();

/** How a set treats an action: which statements and grants are about it, which keys come with it, and what these are when left out. */
function treatment(set: Prepared, action: KmsAction, on: ResourceFacts): string {
  const known = TREATMENTS.get(set) ?? new Map<KmsAction, string>();
  TREATMENTS.set(set, known);
  const found = known.get(action);
  if (found !== undefined) return found;
  const { linked } = set;
  const facts = readAction(action.action) as ActionFacts;
  let text = "";
  for (const { statements } of linked.policies) for (const statement of statements) text += actionMatches(statement, facts) ? "1" : "0";
  text += "/";
  const { grantOperation } = action;
  for (const { operations } of linked.grants) text += grantOperation !== undefined && operations.has(grantOperation) ? "1" : "0";
  text += `/${scopeOf(linked, facts, on).available.join("")}/`;
  text += beyondPolicies(facts, on, on.arn?.partition ?? "", linked.set.key?.managedBy)?.rule ?? "";
  for (const { name } of linked.slots) text += DEFAULTS.get(name)?.get(action.action) ?? "";
  known.set(action, text);
  return text;
}

/** What a key says when the parameter behind it was left out, by key in lower case and action. */
const DEFAULTS = new Map<string, Map<string, string>>();
for (const { key, actions, value } of REQUEST_DEFAULTS) {
  const name = foldCase(key);
  const byAction = DEFAULTS.get(name) ?? new Map<string, string>();
  DEFAULTS.set(name, byAction);
  for (const action of actions) byAction.set(`kms:${action}`, value);
}
