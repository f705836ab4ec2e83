import { KMS_ACTIONS } from "../../catalog/actions.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";

/** Whether a statement is about an action, whatever else it asks for. */
export function covers({ action }: Pick<Statement, "action">, name: string): boolean {
  if (action === undefined) return false;
  const isNamed = action.members.some((member) => matchesPattern(parsePattern(foldCase(member)), foldCase(name)));
  return isNamed === (action.mode === "only");
}

/** Whether a statement is about anything of KMS. */
export const isOfKms = (statement: Pick<Statement, "action">): boolean => KMS_ACTIONS.some(({ action }) => covers(statement, action));

/** Whether a policy has a say in anything of KMS. */
export const isAboutKms = ({ statements }: Policy): boolean => statements.some(isOfKms);
