import { nearest } from "../base/nearest.ts";
import { foldCase } from "../iam/values.ts";
import { KMS_ACTIONS } from "./actions.ts";

const NAMES = KMS_ACTIONS.map(({ action }) => action);

/** The actions that may be meant by a name that is none: those it is the beginning of (the API's ReEncrypt is two actions), or the nearest in spelling. */
export function similarActions(name: string): readonly string[] {
  const folded = foldCase(name);
  const longer = folded.length > "kms:".length ? NAMES.filter((action) => foldCase(action).startsWith(folded)) : [];
  if (longer.length > 0) return longer;
  const near = nearest(name, NAMES);
  return near === undefined ? [] : [near];
}
