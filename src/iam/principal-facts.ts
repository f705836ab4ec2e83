import { shown } from "../base/text.ts";
import { parseArn } from "./arn.ts";
import type { Principal } from "./principal.ts";
import type { PrincipalFacts } from "./request.ts";
import { printsPlainly } from "./values.ts";

/**
 * What facts of a principal say against its ARN; undefined where they agree (rule context.contradictions). Facts that contradict each other are refused and not reconciled: whichever of
 * them a decision took, it could be about somebody else.
 *
 * Source: IAM User Guide, "IAM identifiers" (unique ids), "Policy variables" (aws:userid by kind of principal), "Service-linked roles"; STS API Reference,
 * GetFederationToken (who issues a session, and for which account).
 */
export function contradictionOf(caller: Principal, facts: PrincipalFacts): string | undefined {
  return (
    ageFault(facts) ?? roleAgainst(caller, facts) ?? issuerAgainst(caller, facts) ?? idAgainst(caller, facts) ?? linkAgainst(caller, facts)
  );
}

/** Seconds are a number of digits. */
export function ageFault({ mfaAgeSeconds: age }: PrincipalFacts): string | undefined {
  return age === undefined || (age >= 0 && printsPlainly(age)) ? undefined : `\`mfaAgeSeconds\` ${age} is no number of seconds`;
}

/** The role of a session is looked at where the session is read. */
function roleAgainst({ kind, arn, session }: Principal, { roleArn }: PrincipalFacts): string | undefined {
  if (roleArn === undefined || roleArn === arn || (kind === "role-session" && session !== undefined)) return undefined;
  return `\`roleArn\` ${shown(roleArn)} is not the role of ${shown(arn)}`;
}

/** A federated session is issued by a user, or the root user, of its own account. */
function issuerAgainst({ kind, arn, partition, account }: Principal, { userArn }: PrincipalFacts): string | undefined {
  if (userArn === undefined) return undefined;
  const issuer = parseArn(userArn);
  const isPerson = issuer?.service === "iam" && issuer.region === "" && /^(?:root|user\/[^*?]+)$/.test(issuer.resource);
  if (kind === "federated-user" && isPerson && issuer.partition === partition && issuer.account === account) return undefined;
  if (kind !== "federated-user") return `\`userArn\` is of federated-user sessions, and ${shown(arn)} is none`;
  return `\`userArn\` ${shown(userArn)} is no user of account ${account}, and so did not issue ${shown(arn)}`;
}

function idAgainst({ kind, arn, account, name, session }: Principal, { userId }: PrincipalFacts): string | undefined {
  if (userId === undefined) return undefined;
  const [id = "", ...rest] = userId.split(":");
  const tail = rest.length === 0 ? undefined : rest.join(":");
  if (kind === "role-session") {
    if (USER.test(id)) return `\`userId\` ${shown(userId)} is a user's, and ${shown(arn)} is a role or its session`;
    if (tail === undefined || session === undefined || tail === session) return undefined;
    return `\`userId\` ${shown(userId)} is that of another session than ${shown(arn)}`;
  }
  if (kind === "user") {
    return tail === undefined && !ROLE.test(id) ? undefined : `\`userId\` ${shown(userId)} is a role's, and ${shown(arn)} is a user`;
  }
  const only = { root: account, "federated-user": `${account}:${name}`, service: undefined, anonymous: undefined }[kind];
  if (userId === only) return undefined;
  return only === undefined
    ? `\`userId\` is of principals of an account, and ${shown(arn)} is none`
    : `\`userId\` of ${shown(arn)} is \`${only}\`, not ${shown(userId)}`;
}

const ROLE = /^AROA[A-Z0-9]/;
const USER = /^AIDA[A-Z0-9]/;

/** Service-linked roles, and they alone, are below `role/aws-service-role/`. */
function linkAgainst({ kind, arn, principalArn, pathKnown }: Principal, { serviceLinkedRole }: PrincipalFacts): string | undefined {
  if (serviceLinkedRole === undefined || (kind === "role-session" && !pathKnown)) return undefined;
  const isLinked = kind === "role-session" && /^arn:[^:]*:iam::[0-9]*:role\/aws-service-role\//.test(principalArn ?? "");
  if (isLinked === serviceLinkedRole) return undefined;
  return `\`serviceLinkedRole\` is ${serviceLinkedRole}, and ${shown(principalArn ?? arn)} is ${isLinked ? "one by its path" : "none"}`;
}
