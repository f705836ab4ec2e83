import { readJson } from "../../../src/base/json-source.ts";
import { parsePolicy } from "../../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { edited } from "../../../src/mutation/mutants/edits.ts";
import type { Draft } from "../../../src/mutation/mutants/mutator.ts";
import { type Site, type Surroundings, sitesOf } from "../../../src/mutation/mutants/site.ts";

/** Statements as mutators see them, and what a mutator makes of one. */

export const [HOME, AWAY] = ["111122223333", "444455556666"];
export const ROLE = `arn:aws:iam::${HOME}:role/app`;
export const OPS = `arn:aws:iam::${HOME}:role/ops`;
export const ROOT = `arn:aws:iam::${HOME}:root`;
export const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const OTHER = `arn:aws:kms:us-east-1:${HOME}:key/9999abcd-12ab-34cd-56ef-1234567890ab`;
export const AROUND: Surroundings = { accounts: [HOME, AWAY], principals: [ROLE, OPS], keys: [KEY, OTHER] };

export type Asked = { readonly type?: PolicyType; readonly others?: readonly object[]; readonly around?: Surroundings };

/** The first statement of a policy that has these members; a member that is undefined is left out. */
export function siteOf(statement: object, { type = "key-policy", others = [], around = AROUND }: Asked = {}): Site {
  const principal = type === "key-policy" && !("NotPrincipal" in statement) ? { Principal: "*" } : {};
  const action = "NotAction" in statement ? {} : { Action: "kms:*" };
  const resource = "NotResource" in statement ? {} : { Resource: "*" };
  const whole = { Effect: "Allow", ...principal, ...action, ...resource, ...statement };
  return siteIn(JSON.stringify({ Version: "2012-10-17", Statement: [whole, ...others] }), type, around);
}

/** The first statement of a policy that is written so. */
export function siteIn(text: string, type: PolicyType = "key-policy", around: Surroundings = AROUND): Site {
  const { policy, diagnostics } = parsePolicy(text, { type, name: "p" });
  const root = readJson(text).node;
  const [site] = policy === undefined || root === undefined ? [] : sitesOf(text, root, policy, around);
  if (site === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return site;
}

/** What becomes of one member of the statement, of each draft. */
export const made = ({ text }: Site, drafts: readonly Draft[], member: string): readonly unknown[] =>
  drafts.map(({ edits }) => {
    const list = [JSON.parse(edited(text, edits)).Statement].flat();
    return list[0]?.[member];
  });

export const said = (drafts: readonly Draft[]): readonly string[] => drafts.map(({ what }) => what);
