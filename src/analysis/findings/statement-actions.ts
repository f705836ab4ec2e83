import type { KmsAction } from "../../catalog/actions.ts";
import type { Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { held, matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { KEY_ACTIONS } from "../actions.ts";

/** The actions on a key that a statement is about. */
export function actionsOf({ action }: Statement): readonly KmsAction[] {
  const patterns = (action?.members ?? []).map((text) => parsePattern(foldCase(text)));
  return KEY_ACTIONS.filter((row) => {
    const subject = held(foldCase(row.action));
    return patterns.some((pattern) => matchesPattern(pattern, subject)) === (action?.mode === "only");
  });
}
