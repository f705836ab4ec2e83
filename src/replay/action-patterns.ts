import { KMS_ACTIONS, kmsAction } from "../catalog/actions.ts";
import { foldCase } from "../iam/values.ts";
import { matchesPattern, parsePattern } from "../iam/wildcard.ts";

/** Actions that are cryptography: others are administration, which is rare in any log. */
export const CRYPTOGRAPHY: ReadonlySet<string> = new Set(
  KMS_ACTIONS.filter(({ grantOperation, action }) => grantOperation !== undefined && !/Grant$|DescribeKey$|GetPublicKey$/.test(action)).map(
    ({ action }) => action,
  ),
);

/** Others have no effect in a key policy. */
const ON_KEYS = KMS_ACTIONS.filter(({ resources }) => resources.includes("key"));

/** The actions that one stands for as a policy writes it. */
export function actionsOf(text: string): readonly string[] {
  const exact = kmsAction(text);
  if (exact !== undefined) return [exact.action];
  const pattern = parsePattern(foldCase(text));
  return ON_KEYS.filter(({ action }) => matchesPattern(pattern, foldCase(action))).map(({ action }) => action);
}
