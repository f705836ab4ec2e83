import { BoundedCache } from "../base/bounded-cache.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { parsePrincipal } from "../iam/principal.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import { parseInstant } from "../iam/values.ts";
import { readDenial } from "./denial-text.ts";
import { isObject, type LogObject, memberOf, textAt } from "./member.ts";

/** Who called, by a record; or why it cannot be told. `context` are the condition keys that the caller's session tells. */
export type RecordedCaller = {
  readonly principal: PrincipalFacts;
  readonly account: string;
  readonly context: Readonly<Record<string, string>>;
  readonly unknown: readonly string[];
};
export type NoCaller = { readonly lacking: string; readonly account: string | undefined };

/**
 * CloudTrail User Guide, "userIdentity element". `isForwarded`: the attributes of the session are then those of the service's own, and tell nothing of the
 * caller's.
 */
export function callerOf(record: LogObject, isForwarded: boolean): RecordedCaller | NoCaller {
  const identity = memberOf(record, "userIdentity");
  const account = textAt(identity, "accountId");
  const type = textAt(identity, "type");
  if (type === "AWSService") {
    const service = textAt(identity, "invokedBy");
    if (service === undefined || !parsePrincipal(service).ok) return { lacking: "the service that called", account };
    return { principal: { arn: service }, account: "", context: {}, unknown: OF_SERVICES };
  }
  const facts = factsOf(identity, type) ?? told(record);
  if (facts === undefined) return { lacking: lackingOf(type), account };
  const principal = withId(facts, textAt(identity, "principalId"));
  const session = sessionOf(identity, isForwarded);
  const isTemporary = type === "AssumedRole" || type === "Role" || type === "FederatedUser" || session.isTemporary;
  const sourceIdentity = textAt(memberOf(identity, "sessionContext"), "sourceIdentity");
  return {
    principal: { ...principal, ...(sourceIdentity !== undefined && { sourceIdentity }) },
    account: parseArn(principal.arn)?.account ?? "",
    context: session.context,
    unknown: [
      ...session.unknown,
      ...(isTemporary ? ["aws:PrincipalTag/"] : []),
      ...(principal.userId === undefined && type !== "Root" ? ["aws:userid"] : []),
    ],
  };
}

const OF_SERVICES = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

const lackingOf = (type: string | undefined): string =>
  type === "AWSAccount" ? "who of the account called: its own log tells" : `who called (identity of type ${type ?? "that is not told"})`;

function factsOf(identity: unknown, type: string | undefined): PrincipalFacts | undefined {
  const arn = textAt(identity, "arn");
  const issuer = memberOf(memberOf(identity, "sessionContext"), "sessionIssuer");
  const issuerArn = isObject(issuer) ? textAt(issuer, "arn") : undefined;
  const resource = arn === undefined ? undefined : parseArn(arn)?.resource;
  if (arn !== undefined && resource?.startsWith("assumed-role/")) {
    const roleArn = textAt(issuer, "type") === "Role" ? issuerArn : undefined;
    return (
      readable({ arn, ...(roleArn !== undefined && { roleArn }) }) ??
      readable({ arn }) ??
      (roleArn === undefined ? undefined : readable({ arn: roleArn }))
    );
  }
  if (arn !== undefined && resource?.startsWith("federated-user/"))
    return readable({ arn, ...(issuerArn !== undefined && { userArn: issuerArn }) }) ?? readable({ arn });
  if (arn !== undefined) return readable({ arn });
  const account = textAt(identity, "accountId");
  return type === "Root" && account !== undefined && isAccountId(account) ? { arn: `arn:aws:iam::${account}:root` } : undefined;
}

/** By the text of a denial, where the record is cut short. */
function told(record: LogObject): PrincipalFacts | undefined {
  const { principal } = readDenial(textAt(record, "errorMessage"));
  return principal === undefined ? undefined : readable({ arn: principal });
}

const READ = new BoundedCache<string, boolean>(2000, 1000); // the same few call again and again

const readable = (facts: PrincipalFacts): PrincipalFacts | undefined => {
  const { arn, roleArn, userArn, userId } = facts;
  return READ.of([arn, roleArn, userArn, userId].join("\n"), () => parsePrincipal(facts).ok) ? facts : undefined;
};

/** With the unique id, where it is one of its kind: of records that were made anonymous it may be anything. */
function withId(facts: PrincipalFacts, userId: string | undefined): PrincipalFacts {
  if (userId === undefined) return facts;
  const session = facts.arn.includes(":assumed-role/") ? facts.arn.slice(facts.arn.lastIndexOf("/") + 1) : undefined;
  const isTheirs =
    /^\d{12}(?::.{1,64})?$/.test(userId) || UNIQUE_ID.test(session === undefined ? userId : userId.slice(0, -session.length - 1));
  return isTheirs && (session === undefined || userId.endsWith(`:${session}`)) ? (readable({ ...facts, userId }) ?? facts) : facts;
}

const UNIQUE_ID = /^A(?:ID|RO)A[A-Z0-9]{12,124}$/;

type Session = { readonly context: Readonly<Record<string, string>>; readonly unknown: readonly string[]; readonly isTemporary: boolean };

const OF_SESSIONS = ["aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:TokenIssueTime"];

/** Long-term credentials carry none of these keys; of temporary ones the record tells when they were made and whether by a second factor. */
function sessionOf(identity: unknown, isForwarded: boolean): Session {
  const session = memberOf(identity, "sessionContext");
  const isTemporary = isObject(session) || textAt(identity, "accessKeyId")?.startsWith("ASIA") === true;
  if (isForwarded) return { context: {}, unknown: OF_SESSIONS, isTemporary };
  if (!isTemporary) return { context: {}, unknown: [], isTemporary };
  const attributes = memberOf(session, "attributes");
  const factor = memberOf(attributes, "mfaAuthenticated");
  const made = timeOf(textAt(attributes, "creationDate"));
  const isKnown = factor === "true" || factor === "false" || typeof factor === "boolean";
  const more = {
    "aws:FederatedProvider": textAt(memberOf(session, "webIdFederationData"), "federatedProvider"),
    "ec2:RoleDelivery": textAt(session, "ec2RoleDelivery"),
  };
  return {
    context: {
      ...(isKnown && { "aws:MultiFactorAuthPresent": String(factor) }),
      ...(made !== undefined && { "aws:TokenIssueTime": made }),
      ...Object.fromEntries(Object.entries(more).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    },
    unknown: [
      ...(isKnown ? [] : ["aws:MultiFactorAuthPresent"]),
      "aws:MultiFactorAuthAge",
      ...(made === undefined ? ["aws:TokenIssueTime"] : []),
    ],
    isTemporary,
  };
}

/** `2013-11-02T01:06:28Z`, in older records `20131102T010628Z`. */
function timeOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return parseInstant(iso) === undefined ? undefined : iso;
}
