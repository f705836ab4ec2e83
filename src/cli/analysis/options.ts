import type { Unlisted } from "../../analysis/own-policies.ts";
import { listed, shown } from "../../base/text.ts";
import { KMS_ACTIONS, kmsAction } from "../../catalog/actions.ts";
import { similarActions } from "../../catalog/similar-actions.ts";
import { foldCase } from "../../iam/values.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import type { OptionSpec } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";

export const UNLISTED: OptionSpec = {
  name: "unlisted",
  value: "nothing|anything",
  choices: ["nothing", "anything"],
  help: "what principals that the world does not list may hold in identity policies; by default anything where it lists nobody of their account, else nothing",
};

export const unlistedIn = (options: Options): { readonly unlisted?: Unlisted } => {
  const given = options.get("unlisted");
  return given === undefined ? {} : { unlisted: given as Unlisted };
};

export const VIA_ROLES: OptionSpec = {
  name: "via-roles",
  help: "also what is come by in steps, each by assuming a role of the world (sts:AssumeRole)",
};

/** Actions as people type them: with the service or without, in any case, with wildcards. */
export function actionsNamed(names: readonly string[], place: string): readonly string[] | undefined {
  if (names.length === 0) return undefined;
  return [...new Set(names.flatMap((name) => actionsLike(name, place)))];
}

function actionsLike(name: string, place: string): readonly string[] {
  const full = name.includes(":") ? name : `kms:${name}`;
  if (full.includes("*") && !full.includes("?")) {
    const pattern = parsePattern(foldCase(full));
    const found = KMS_ACTIONS.filter(({ action }) => matchesPattern(pattern, foldCase(action))).map(({ action }) => action);
    if (found.length > 0) return found;
  }
  const action = kmsAction(full);
  if (action !== undefined) return [action.action];
  const near = similarActions(full).map((one) => `\`${one}\``);
  throw refuse("KW402", place, `AWS KMS has no action ${shown(name)}`, near.length > 0 ? `did you mean ${listed(near, "or")}?` : undefined);
}
