import { actionMatches } from "../authz/plan.ts";
import { scopeOf } from "../authz/link.ts";
import { readAction, readResource, type ActionFacts } from "../authz/target.ts";
import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { REQUEST_DEFAULTS } from "../catalog/request-defaults.ts";
import { foldCase } from "../iam/values.ts";
import type { Prepared } from "./side.ts";

/** Every action that AWS checks on a key. */
export const KEY_ACTIONS: readonly KmsAction[] = KMS_ACTIONS.filter(({ resources }) => resources.includes("key"));

/** Actions that the policy sets treat alike on a key: the first stands for all of them. */
export function actionClasses(sides: readonly Prepared[], actions: readonly KmsAction[], resource: string): readonly (readonly KmsAction[])[] {
  const on = readResource(resource);
  if (on === undefined) return [];
  const classes = new Map<string, KmsAction[]>();
  for (const action of actions) {
    const facts = readAction(action.action) as ActionFacts;
    const parts = sides.map(({ linked }) => {
      const statements = linked.policies.flatMap(({ statements }) => statements.map((one) => (actionMatches(one, facts) ? "1" : "0")));
      const grants = linked.grants.map(({ operations }) => (action.grantOperation !== undefined && operations.has(action.grantOperation) ? "1" : "0"));
      const defaults = linked.slots.flatMap(({ name }) =>
        REQUEST_DEFAULTS.flatMap(({ key, actions: of, value }) => (foldCase(key) === name && of.some((one) => `kms:${one}` === action.action) ? [value] : [])),
      );
      return `${statements.join("")}/${grants.join("")}/${scopeOf(linked, facts, on).available.join("")}/${defaults.join()}`;
    });
    const own = action.action === "kms:RetireGrant" || action.action === "kms:CreateGrant" || action.action === "kms:DescribeKey" ? action.action : "";
    const signature = `${own}|${action.crossAccount}|${parts.join("|")}`;
    const found = classes.get(signature);
    if (found) found.push(action);
    else classes.set(signature, [action]);
  }
  return [...classes.values()];
}
