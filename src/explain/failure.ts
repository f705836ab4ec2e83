import type { Failure, HeldCondition } from "../authz/decision.ts";
import { abridged, printable } from "../base/text.ts";
import { parseOperatorName } from "../iam/operators.ts";
import { isUniqueId } from "../iam/principal.ts";
import { foldCase } from "../iam/values.ts";
import { matchesPattern, parsePattern } from "../iam/wildcard.ts";
import { quoted } from "./wording.ts";

/** One failing part, in words: `condition` `StringEquals kms:ViaService` wanted `"s3.*"` got `nothing (absent)`. */
export type FailureWords = {
  readonly part: string;
  readonly what?: string; // which condition or constraint
  readonly wanted?: string;
  readonly got?: string;
  readonly note?: string; // instead of wanted and got
};

export function wordFailure(failure: Failure, of: "statement" | "grant"): FailureWords {
  const { part, operator, key } = failure;
  if (part === "no-effect")
    return { part: "no effect", note: "a key policy statement without Action or Resource allows and denies nothing" };
  if (part === "token")
    return { part: "grant token", note: "the grant is not in effect everywhere yet: the request must present its grant token" };
  if (part === "condition")
    return { part, what: join(operator, key), ...voided(failure, wantedCondition(failure), gotValue(failure, quoted)) };
  if (part === "constraint")
    return { part, what: join(operator, key), wanted: abridged(failure.wanted.map(quoted), "and"), got: gotPairs(failure) };
  if (part === "principal") return wordPrincipal(failure, of === "grant" ? "grantee" : part);
  return { part, wanted: `${wantedNames(failure, matchesName(part))}${aliasNote(failure)}`, got: gotValue(failure, plain) };
}

/**
 * A value that is no ARN, or no address, decides by itself (recorded, radkawar/stackd, testdata/aws/iam, 2026-09): of the request, neither the operator nor
 * its negation holds; of the policy, the condition fails in an Allow and holds in a Deny.
 */
function voided({ operator = "", void: whose }: Failure, wanted: string, got: string): { readonly wanted: string; readonly got: string } {
  const kind = kindOf(operator);
  if (whose === "request") return { wanted, got: `${got}, which is not ${kind}: no condition with ${plain(operator)} holds then` };
  return { wanted: whose === "policy" ? `${wanted}, which is not ${kind}: such a condition never holds in an Allow` : wanted, got };
}

const kindOf = (operator: string): string => (parseOperatorName(operator)?.base === "IpAddress" ? "an IP address" : "an ARN");

/** Most actions are checked on the key, by its ARN (KMS Developer Guide, aliases in policies). */
const aliasNote = ({ part, wanted, got = [] }: Failure): string =>
  part === "resource" && wanted.some((text) => text.includes(":alias/")) && got.some((text) => text.includes(":key/"))
    ? " (an alias, which never means its key)"
    : "";

/** Why a condition holds: `aws:PrincipalOrgID is absent (wanted anything but "o-abc123")`. */
export function wordHeld(held: HeldCondition): string {
  const { key, got } = held;
  const value = got === undefined ? "absent" : got.length === 0 ? "an empty list" : abridged(got.map(quoted), "and");
  if (held.void === "policy") {
    const wanted = abridged(held.wanted.map(quoted), "or");
    return `${plain(held.operator)} compares ${plain(key)}, ${value}, with ${wanted}, which is not ${kindOf(held.operator)}: in a Deny such a condition holds`;
  }
  const wanted = wantedCondition({ part: "condition", ...held });
  return `${plain(key)} is ${value}${wanted === value ? "" : ` (wanted ${wanted})`}`;
}

/** The first name of a caller is its own ARN, the second its role's. Only a role whose session is not told can be unknown here. */
function wordPrincipal(failure: Failure, part: string): FailureWords {
  const [own, role] = failure.got ?? [];
  const gone = failure.wanted.some(isUniqueId) ? " (a unique id: its principal was deleted)" : "";
  const got = own === undefined ? gotValue(failure, plain) : `${plain(own)}${role === undefined ? "" : ` (${plain(role)})`}`;
  const wanted = `${wantedNames(failure, (wanted, name) => wanted === name)}${gone}`;
  return { part, wanted, got: failure.unknown ? `${got}, session not given` : got };
}

/** Names that match and still fail are those that NotAction, NotResource or NotPrincipal excludes. */
function wantedNames({ wanted, got = [], unknown }: Failure, matches: (wanted: string, name: string) => boolean): string {
  const excluded = !unknown && got.some((name) => wanted.some((one) => matches(one, name)));
  return excluded ? `anything but ${abridged(wanted.map(plain), "and")}` : orNothing(wanted, plain);
}

/** Action names ignore case, ARNs do not. */
const matchesName = (part: Failure["part"]): ((wanted: string, name: string) => boolean) => {
  const fold = part === "action" ? foldCase : (text: string) => text;
  return (wanted, name) => matchesPattern(parsePattern(fold(wanted)), fold(name));
};

const gotPairs = ({ got, unknown }: Failure): string =>
  got === undefined || got.length === 0 ? (unknown ? "not known" : "nothing") : abridged(got.map(quoted), "and");

const plain = (text: string): string => printable(text);

const join = (operator: string | undefined, key: string | undefined): string =>
  [operator, key]
    .filter((word) => word !== undefined)
    .map(plain)
    .join(" ");

const orNothing = (values: readonly string[], show: (text: string) => string): string =>
  values.length === 0 ? "nothing" : abridged(values.map(show), "or");

function gotValue({ got, unknown }: Failure, show: (text: string) => string): string {
  if (got === undefined) return unknown ? "not known" : "nothing (absent)";
  if (got.length === 0) return "an empty list";
  return abridged(got.map(show), "and");
}

/** What a condition asks for, by the meaning of its operator (IAM User Guide, condition operators). */
function wantedCondition({ operator = "", wanted }: Failure): string {
  const name = parseOperatorName(operator);
  if (name === undefined || wanted.length === 0) return orNothing(wanted, quoted);
  const { base, negated, quantifier, ifExists } = name;
  if (base === "Null") return wanted.some((value) => foldCase(value) === "true") ? "the key to be absent" : "the key to be present";
  const compared = COMPARISONS[base];
  const values = wanted.map(compared === undefined ? quoted : plain);
  if (base === "IpAddress" && negated)
    return `${QUANTIFIERS[quantifier]}an address outside ${abridged(values, "or")}${ifExists ? ", if present" : ""}`;
  const choice = negated ? `anything but ${abridged(values, "or")}` : `${compared ?? ""}${abridged(values, "or")}`;
  return `${QUANTIFIERS[quantifier]}${choice}${ifExists ? ", if present" : ""}`;
}

const QUANTIFIERS = { single: "", "for-any-value": "at least one value of ", "for-all-values": "every value to be " } as const;

const COMPARISONS: Readonly<Record<string, string>> = {
  NumericEquals: "",
  NumericLessThan: "less than ",
  NumericLessThanEquals: "at most ",
  NumericGreaterThan: "more than ",
  NumericGreaterThanEquals: "at least ",
  DateEquals: "",
  DateLessThan: "before ",
  DateLessThanEquals: "at or before ",
  DateGreaterThan: "after ",
  DateGreaterThanEquals: "at or after ",
  Bool: "",
  IpAddress: "an address in ",
};
