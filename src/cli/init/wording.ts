import type { Outcome } from "../../authz/decision.ts";
import { abridged, listed } from "../../base/text.ts";
import { kmsAction } from "../../catalog/actions.ts";
import type { CaseEntry } from "../../tester/document.ts";

/** What everybody is asked for, by what it is for. */
export const ASKED: Readonly<Record<Purpose, readonly string[]>> = {
  use: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
  share: ["kms:CreateGrant"],
  manage: ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
  "look at": ["kms:DescribeKey"],
};

type Purpose = "use" | "share" | "manage" | "look at";

/** Of a request, what a case says besides who asks what of which key. */
export type Circumstances = Pick<CaseEntry, "context" | "encryptionContext" | "viaService" | "time">;

type CaseParts = {
  readonly outcome: Outcome;
  readonly by: readonly string[]; // names of statements
  readonly who: readonly string[];
  readonly actions: readonly string[];
  readonly key: string;
  readonly circumstances: Circumstances;
};

const MOST = 3;

/** The name of a case, a sentence: "Root lets account-administrator use key logs". */
export function nameOfCase({ outcome, by, who, actions, key, circumstances }: CaseParts): string {
  const them = who.length > MOST ? `${who.length} principals` : listed(who, "and");
  const verb = VERBS[outcome][by.length > 1 ? 1 : 0];
  const subject = by.length > 0 ? abridged(by, "and", MOST) : SILENT[outcome];
  return `${subject} ${verb} ${them}${LINKS[outcome]} ${deed(actions, key)}${wordsOf(circumstances)}`;
}

const VERBS: Readonly<Record<Outcome, readonly [one: string, several: string]>> = {
  allowed: ["lets", "let"],
  explicitDeny: ["forbids", "forbid"],
  implicitDeny: ["lets", "let"],
  undetermined: ["may let", "may let"],
};
/** Who does it, where no statement has a name. */
const SILENT: Readonly<Record<Outcome, string>> = {
  allowed: "a statement",
  explicitDeny: "a statement",
  implicitDeny: "nothing",
  undetermined: "something",
};
const LINKS: Readonly<Record<Outcome, string>> = { allowed: "", explicitDeny: " to", implicitDeny: "", undetermined: "" };

/** "use and manage key orders", "call Decrypt and Sign on key orders", "look at key orders, and call Decrypt on it". */
function deed(actions: readonly string[], key: string): string {
  const whole = (Object.keys(ASKED) as Purpose[]).filter((purpose) => ASKED[purpose].every((action) => actions.includes(action)));
  const left = actions.filter((action) => !whole.includes(purposeOf(action))).map((action) => action.replace(/^kms:/, ""));
  const calls = left.length > MOST ? `${left.length} operations` : listed(left, "and");
  const it = /^(?:key|mrk)-/.test(key) ? key : `key ${key}`;
  if (whole.length === 0) return `call ${calls} on ${it}`;
  return `${listed(whole, "and")} ${it}${left.length > 0 ? `, and call ${calls} on it` : ""}`;
}

function purposeOf(name: string): Purpose {
  const action = kmsAction(name);
  if (action?.accessLevel === "Read" || action?.accessLevel === "List") return "look at";
  if (/Grant$/.test(name)) return "share";
  return action?.crossAccount ? "use" : "manage"; // what is for the key's own account alone changes the key
}

function wordsOf({ context = {}, encryptionContext = {}, viaService, time }: Circumstances): string {
  const pairs = Object.entries(encryptionContext).map(([name, value]) => `${name} = ${value}`);
  const facts = Object.entries(context).map(([name, value]) =>
    name === "aws:MultiFactorAuthPresent" && String(value) === "true" ? undefined : `${name} is ${[value].flat().join(" and ")}`,
  );
  const others = facts.filter((fact) => fact !== undefined);
  return [
    viaService === undefined ? "" : ` through ${viaService}`,
    others.length < facts.length ? " with MFA" : "",
    pairs.length === 0 ? "" : ` with ${listed(pairs, "and")} in the encryption context`,
    others.length === 0 ? "" : ` when ${listed(others, "and")}`,
    time === undefined ? "" : ` at ${time}`,
  ].join("");
}
