import { listed } from "../../base/text.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Condition, Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { contentOf, type Evidence, statementName } from "./evidence.ts";
import type { Draft } from "./finding.ts";

/** What statements ask of calls that services make, and no such call has. */
export function forwardedCalls({ key: { policy, arn } }: Evidence): readonly Draft[] {
  return policy.statements.flatMap((statement) => forwardingFault(statement, arn) ?? []);
}

/** Why a statement never matches a call of a service, if that is so: then nothing else need be said of it. */
export function forwardingFault(statement: Statement, keyArn: string): Draft | undefined {
  return elsewhere(statement, keyArn) ?? byItself(statement);
}

/** kms:ViaService names the service in the Region of the key (KMS Developer Guide, kms:ViaService): in any other it is never sent. */
function elsewhere(statement: Statement, keyArn: string): Draft | undefined {
  const { region = "" } = parseArn(keyArn) ?? {};
  const asked = statement.conditions.find(
    (condition) =>
      isAsking(condition, ["kms:viaservice"]) &&
      condition.values.length > 0 &&
      condition.values.every((value) => isElsewhere(value, region)),
  );
  if (asked === undefined) return undefined;
  return {
    code: "KW776",
    level: statement.effect === "Deny" ? "high" : "medium",
    text: `${statementName(statement)} never ${statement.effect === "Deny" ? "denies" : "allows"}: it waits for ${listed(asked.values)}, and services use a key of ${region} as of ${region}`,
    at: asked.at,
    same: [contentOf(statement)],
  };
}

/** `s3.eu-west-1.amazonaws.com` for a key of another Region. Patterns and variables may be anything. */
function isElsewhere(value: string, region: string): boolean {
  const [, ...rest] = foldCase(value).split(".");
  const [named = "", domain = ""] = rest;
  if (domain !== "amazonaws" || /[*?$]/.test(named) || !/^[a-z]{2}(?:-[a-z]+)+-\d+$/.test(named)) return false;
  return named !== region;
}

const OF_PRINCIPALS = ["kms:calleraccount", "kms:viaservice", "aws:principalaccount", "aws:principalorgid"];

/** A service that calls as itself sends neither an account of its own nor another service that calls for it. */
function byItself(statement: Statement): Draft | undefined {
  const { principal, conditions, effect } = statement;
  if (principal?.mode !== "only" || principal.members.length === 0 || !principal.members.every(({ kind }) => kind === "Service"))
    return undefined;
  const asked = conditions.find((condition) => isAsking(condition, OF_PRINCIPALS));
  if (asked === undefined) return undefined;
  const whom = listed(principal.members.map(({ value }) => value));
  return {
    code: "KW777",
    level: effect === "Deny" ? "high" : "medium",
    text: `${statementName(statement)} never ${effect === "Deny" ? "denies" : "allows"}: ${whom} calls as itself, and then sends no ${asked.key}`,
    at: asked.at,
    same: [contentOf(statement)],
  };
}

/** Whether a condition holds of no request that lacks its key. */
const isAsking = ({ key, operator }: Condition, names: readonly string[]): boolean =>
  names.includes(foldCase(key)) && !/Not|IfExists|^ForAllValues:|^Null$/i.test(operator);
