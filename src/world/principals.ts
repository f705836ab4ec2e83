import { pointerSteps } from "../base/text.ts";
import { otherPolicies, unknownPolicy } from "../estate/doubts.ts";
import type { WorldCredentials, WorldPrincipal } from "../estate/estate.ts";
import { mayBeMore } from "../estate/knowledge.ts";
import type { Policy } from "../iam/policy.ts";
import { parsePrincipal } from "../iam/principal.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { PolicyEntry, PrincipalEntry } from "./document.ts";
import type { Source } from "./files.ts";
import type { WorldParts } from "./parts.ts";

/** One principal of a world; undefined, and told, where it is none. */
export function readPrincipal(
  name: string,
  entry: PrincipalEntry,
  source: Source,
  pointer: string,
  parts: WorldParts,
): WorldPrincipal | undefined {
  const { files, policies } = parts;
  const list = (member: "policies" | "session", type: "identity" | "session", word: string) =>
    policies.list(source, `${pointer}/${member}`, entry[member], type, (number) => `${name}/${word} ${number}`);
  const one = (member: "boundary" | "trust", type: "boundary" | "trust", called: string, always: boolean) =>
    policyAt(entry[member], (found) => policies.one(source, `${pointer}/${member}`, found, type, called, always)?.policy);
  const told = {
    policies: list("policies", "identity", "inline") ?? [],
    boundary: one("boundary", "boundary", `${name}/boundary`, false),
    session: list("session", "session", "session policy"),
    trust: one("trust", "trust", "trust policy", true),
  };

  const facts = factsOf(entry, source, pointer, parts);
  const caller = parsePrincipal(facts);
  if (!caller.ok) return files.tell("KW504", source.placeOf(`${pointer}/arn`), caller.error);
  const { account, kind } = caller.value;
  if (entry.trust !== undefined && kind !== "role-session") {
    files.tell("KW505", source.placeOf(`${pointer}/trust`), "only a role has a trust policy");
  }
  if (entry.maxSessionDuration !== undefined && kind !== "role-session")
    files.tell("KW505", source.placeOf(`${pointer}/maxSessionDuration`), "only a role has a longest session");
  if ((kind === "service" || kind === "anonymous" || kind === "root") && (entry.policies ?? entry.boundary) !== undefined) {
    const member = entry.policies === undefined ? "boundary" : "policies";
    files.tell(
      "KW505",
      source.placeOf(`${pointer}/${member}`),
      `${CALLED[kind]} has no identity policies`,
      "it gets access from key policies and grants",
    );
  }
  const credentials = readCredentials(entry, source, `${pointer}/credentials`, parts);
  const at = source.placeOf(pointer);
  const isSession = /:(?:assumed-role|federated-user)\//.test(entry.arn);
  const isUnknown = (fact: "boundary" | "trust" | "session"): boolean => entry.unknown?.includes(fact) === true && told[fact] === undefined;
  const not = (type: Policy["type"], what: string): Policy =>
    unknownPolicy(type, `${what} of ${name}`, { id: `${what}:${entry.arn}`, text: `${what} of ${name}`, at }, type === "trust");
  const holds = kind === "user" || kind === "role-session" || kind === "federated-user";
  const knows = entry.knows?.policies ?? (mayBeMore(parts.knowledge, "policies", account) ? "some" : "all");
  return {
    name,
    at,
    facts,
    account,
    policies: holds && knows === "some" ? [...told.policies, otherPolicies(entry.arn, name)] : told.policies,
    boundary: isUnknown("boundary") && holds ? not("boundary", "boundary") : told.boundary,
    session: isUnknown("session") && isSession ? [not("session", "session policies")] : told.session, // of a role they are each session's own
    trust: isUnknown("trust") && kind === "role-session" && !isSession ? not("trust", "trust policy") : told.trust,
    credentials: () => credentials,
    ...(entry.unknown !== undefined && entry.unknown.length > 0 && { untold: entry.unknown }),
    ...(entry.maxSessionDuration !== undefined && { maxSessionSeconds: entry.maxSessionDuration }),
    ...(entry.retained !== undefined && entry.retained !== false && { retained: entry.retained }),
    ...openNameOf(name, source, pointer, entry.arn),
    ...leftOpen(source, pointer, entry.unknown?.includes("tags") === true && entry.tags === undefined ? ["aws:PrincipalTag/"] : []),
  };
}

/** A principal whose ARN is of a form, as far as it is known. */
function openNameOf(name: string, { leaves }: Source, pointer: string, own: string): Pick<WorldPrincipal, "openName"> {
  const may = leaves?.get(`${pointer}/arn`)?.may;
  if (may === undefined) return {};
  const form = "pattern" in may ? may.pattern : "*";
  return { openName: { own, form, fresh: false, text: `the ARN of ${name}` } };
}

/** What an entry leaves open: condition keys of tags whose values are not known, and assumptions. */
function leftOpen({ leaves }: Source, pointer: string, keys: readonly string[]): Pick<WorldPrincipal, "unknown" | "assumes"> {
  const own = [...(leaves ?? [])].filter(([at]) => at.startsWith(`${pointer}/`));
  const isOpen = own.some(([at, { may }]) => at === `${pointer}/arn` && may !== undefined);
  const unknown = [
    ...keys,
    ...(isOpen ? ["aws:PrincipalArn", "aws:username"] : []),
    ...own.flatMap(([at, { may }]) => {
      const [, , member, tag] = pointerSteps(at);
      return member === "tags" && may !== undefined ? [`aws:PrincipalTag/${tag}`] : [];
    }),
  ];
  const assumes = own.flatMap(([, { assumed }]) => assumed ?? []);
  return { ...(unknown.length > 0 && { unknown }), ...(assumes.length > 0 && { assumes }) };
}

/** What a client that is configured with them signs with (IAM API Reference, AccessKey). Said of what is wrong: never what stands there. */
function readCredentials(
  { credentials }: PrincipalEntry,
  source: Source,
  pointer: string,
  { files }: WorldParts,
): WorldCredentials | undefined {
  if (credentials === undefined) return undefined;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  if (!/^[A-Za-z0-9_]{16,128}$/.test(accessKeyId))
    files.tell("KW504", source.placeOf(`${pointer}/accessKeyId`), "this is no access key id", "16 to 128 letters, digits and `_`");
  if (secretAccessKey === "") files.tell("KW504", source.placeOf(`${pointer}/secretAccessKey`), "the secret access key is empty");
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}

const CALLED = { service: "a service principal", anonymous: "an unsigned caller", root: "a root user" } as const;

const policyAt = <T>(entry: PolicyEntry | undefined, read: (entry: PolicyEntry) => T): T | undefined =>
  entry === undefined ? undefined : read(entry);

const FACTS = ["userId", "tags", "serviceLinkedRole", "mfaAgeSeconds", "sourceIdentity"] as const;

function factsOf(entry: PrincipalEntry, source: Source, pointer: string, { names }: WorldParts): PrincipalFacts {
  const roleArn = entry.roleArn && names.principal(source, `${pointer}/roleArn`, entry.roleArn);
  const userArn = entry.userArn && names.principal(source, `${pointer}/userArn`, entry.userArn);
  const told = FACTS.flatMap((member) => (entry[member] === undefined ? [] : [[member, entry[member]] as const]));
  return { arn: entry.arn, ...(roleArn && { roleArn }), ...(userArn && { userArn }), ...Object.fromEntries(told) };
}
