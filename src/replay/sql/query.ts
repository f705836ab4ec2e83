import type { Alike } from "../alike.ts";
import { type Atom, PAIR, PAIR_NAMES } from "../atoms.ts";
import { CONTEXTS } from "../forwarder.ts";
import type { Reads } from "../reads.ts";
import { CALL_COLUMNS } from "./calls.ts";
import { codeSql, isIpv4Sql, isIpv6Sql, setCodeSql, TIME } from "./code.ts";
import { type Dialect, isWritable } from "./dialect.ts";

/** What a query groups by: a column of its own, and what of a call it holds. */
type Seen = { readonly name: string; readonly sql: string };

/**
 * The query that groups calls by what policies see of them. Its rows are of three kinds: `calls` of one shape, with the earliest of them; `hours` in which
 * an account has records in a Region; and one `end`, which has the number of all records, so that rows that were lost are noticed.
 *
 * @param calls what stands behind FROM: a table of calls, or a query of one in brackets
 */
export function groupingQuery(dialect: Dialect, reads: Reads, alike: Alike, worlds: string, calls: string): string {
  const seen = [
    ...alwaysSeen(),
    ...seenOfCalls(dialect, reads, alike).map((one) => ({ ...one, sql: `CASE WHEN decided THEN ${one.sql} END` })),
  ];
  const names = seen.map(({ name }) => name);
  const log = ["log_account", "log_region", "log_hour"];
  const sets = [names, log, []].map((set) => `(${set.join(", ")})`).join(",\n  ");
  const isDecided = `coalesce(eventSource IN ('kms.amazonaws.com', 'kms.amazonaws.com.cn') AND coalesce(errorCode, '') IN ('', 'AccessDenied', 'AccessDeniedException'), false)`;
  return `WITH
calls AS (SELECT *, ${isDecided} AS decided FROM ${calls}),
seen AS (
  SELECT
    ${CALL_COLUMNS.join(", ")},
    coalesce(nullIf(recipientAccountId, ''), nullIf(identityAccount, ''), '') AS log_account,
    coalesce(awsRegion, '') AS log_region,
    CASE WHEN ${dialect.matches("eventTime", TIME)} THEN substr(eventTime, 1, 13) || ':00:00Z' ELSE coalesce(eventTime, '') END AS log_hour,
${seen.map(({ name, sql }) => `    ${sql} AS ${name}`).join(",\n")}
  FROM calls
)
SELECT
  CASE WHEN grouping(${names[0]}) = 0 THEN 'calls' WHEN grouping(log_hour) = 0 THEN 'hours' ELSE 'end' END AS kind,
  ${dialect.literal(worlds)} AS worlds,
  count(*) AS n,
  max(eventTime) AS last,
  log_account AS account,
  log_region AS region,
  log_hour AS hour,
  ${dialect.earliest(CALL_COLUMNS, "eventTime", "eventID")} AS call
FROM seen
GROUP BY GROUPING SETS (
  ${sets}
)`;
}

/** Of what no policy decided, no more than why. */
function alwaysSeen(): readonly Seen[] {
  const kms = (sql: string): string => `CASE WHEN eventSource IN ('kms.amazonaws.com', 'kms.amazonaws.com.cn') THEN ${sql} END`;
  return [
    { name: "s_line", sql: "line" },
    { name: "s_source", sql: "eventSource" },
    ...["eventName", "eventType", "eventCategory", "errorCode", "identityType", "invokedBy"].map((name) => ({
      name: `s_${name}`,
      sql: kms(name),
    })),
    { name: "s_hasArn", sql: kms(`coalesce(identityArn, '') <> ''`) },
    { name: "s_hasName", sql: `coalesce(eventName, '') <> ''` },
  ];
}

function seenOfCalls(dialect: Dialect, reads: Reads, alike: Alike): readonly Seen[] {
  const isRead = (name: string): boolean => reads.key(name);
  const column = (name: string, sql = name): Seen => ({ name: `s_${name}`, sql });
  return [
    column("awsRegion"),
    column("vpcEndpointId"),
    column("sharedEventID"),
    column("identityAccount"),
    ...codesOf(
      dialect,
      reads,
      "aws:SourceIp",
      "sourceIPAddress",
      "s_ip",
      `${isIpv4Sql(dialect, "sourceIPAddress")} OR (${isIpv6Sql(dialect, "sourceIPAddress")})`,
    ),
    ...(isRead("aws:UserAgent") ? codesOf(dialect, reads, "aws:UserAgent", "userAgent", "s_agent", "userAgent <> ''") : []),
    ...momentsOf(dialect, reads),
    ...callerOf(dialect, reads, alike),
    column("mfa", isRead("aws:MultiFactorAuthPresent") ? "mfaAuthenticated" : "CAST(mfaAuthenticated IS NULL AS VARCHAR)"),
    ...(isRead("aws:TokenIssueTime")
      ? codesOf(dialect, reads, "aws:TokenIssueTime", "creationDate", "s_made", dialect.matches("creationDate", TIME))
      : [column("made", "creationDate IS NULL")]),
    ...(isRead("aws:SourceIdentity") ? [column("sourceIdentity")] : []),
    ...["hasSession", "roleDelivery", "federation", "parameters", "recipient", "eventContext"].map((name) => column(name)),
    column("resource", resourceOf(dialect, alike)),
    column(
      "keyId",
      `CASE WHEN ${dialect.size("resources")} = 1 AND ${dialect.has(dialect.joined("resources"), ":key/")} AND NOT ${dialect.has("keyId", "alias/")} THEN '' ELSE keyId END`,
    ),
    column("message", messageOf(dialect, reads)),
    ...contextOf(dialect, reads),
  ];
}

/** The codes of a value that is one of its kind where `isOne` holds; what is none, and what is compared with nothing that is written out, is kept. */
function codesOf(dialect: Dialect, reads: Reads, key: string, value: string, name: string, isOne: string): readonly Seen[] {
  const atoms = reads.key(key) ? reads.atoms(key) : [];
  const kept = `CASE WHEN ${value} IS NULL THEN '-' WHEN ${atoms === undefined ? "false" : isOne} THEN '+' ELSE 'raw:' || ${value} END`;
  return [
    { name, sql: kept },
    ...(atoms ?? []).map((atom, i) => ({ name: `${name}_${i + 1}`, sql: `CASE WHEN ${isOne} THEN ${codeSql(dialect, atom, value)} END` })),
  ];
}

/** aws:EpochTime is the same moment in seconds: compared as a date it is told by the same text. */
function momentsOf(dialect: Dialect, reads: Reads): readonly Seen[] {
  const isTime = dialect.matches("eventTime", TIME);
  const read = ["aws:CurrentTime", "aws:EpochTime"].filter((key) => reads.key(key));
  const atoms = read.map((key) => reads.atoms(key));
  const isTold = atoms.every((list) => list?.every(({ base }) => base.startsWith("Date")));
  if (!isTold) return [{ name: "s_time", sql: "eventTime" }];
  const codes = (atoms as (readonly Atom[])[]).flat();
  return [
    { name: "s_time", sql: `CASE WHEN ${isTime} THEN '+' ELSE 'raw:' || coalesce(eventTime, '') END` },
    ...codes.map((atom, i) => ({ name: `s_time_${i + 1}`, sql: `CASE WHEN ${isTime} THEN ${codeSql(dialect, atom, "eventTime")} END` })),
  ];
}

const SESSION = "^(arn:[^:]*:sts::[^:]*:assumed-role/[^/]*)/[\\w+=,.@-]{2,64}$";
const ROLE_ARN = "^arn:[a-z-]{1,20}:iam::[0-9]{12}:role/[!-~]+$";
const USER_ARN = "^arn:[a-z-]{1,20}:iam::[0-9]{12}:user/[!-~]+$";

/** Who called: the name of a session left out, and of those that policies do not tell apart what they see of them. */
function callerOf(dialect: Dialect, reads: Reads, alike: Alike): readonly Seen[] {
  const issuer = ["issuerType", "issuerArn"];
  if (reads.userIds)
    return ["identityArn", "principalId", "accessKeyId", ...issuer].map((name) => ({
      name: `s_${name}`,
      sql: name === "accessKeyId" ? "substr(accessKeyId, 1, 4)" : name,
    }));
  const role = lastOf(dialect, "issuerArn", "/");
  const isTheirs = [
    dialect.matches("identityArn", SESSION),
    "issuerType = 'Role'",
    dialect.matches("issuerArn", ROLE_ARN),
    `${dialect.part("identityArn", ":", 5)} = ${dialect.part("issuerArn", ":", 5)}`,
    `${dialect.part("identityArn", ":", 2)} = ${dialect.part("issuerArn", ":", 2)}`,
    `${dialect.part("identityArn", "/", 2)} = ${role}`,
    unnamed(dialect, alike, "issuerArn"),
  ].join(" AND ");
  const isUser = alike.usersAreAlike
    ? `(${dialect.matches("identityArn", USER_ARN)} AND issuerArn IS NULL AND ${unnamed(dialect, alike, "identityArn")})`
    : "false";
  const isAlike = alike.namesMatter ? "false" : `coalesce(${isTheirs}, false)`;
  const atoms = reads.key("aws:PrincipalArn") ? (reads.atoms("aws:PrincipalArn") ?? []) : [];
  const codes = (value: string): string =>
    [
      `${dialect.part(value, ":", 2)}`,
      `' '`,
      `${dialect.part(value, ":", 5)}`,
      ...atoms.flatMap((atom) => ["' '", codeSql(dialect, atom, value)]),
    ].join(" || ");
  const isAlikeUser = alike.namesMatter ? "false" : `coalesce(${isUser}, false)`;
  const whole = dialect.replaced("identityArn", SESSION, "\\1");
  const id = `substr(principalId, 1, 4)`;
  const colon = dialect.has("principalId", ":");
  return [
    {
      name: "s_who",
      sql: `CASE WHEN ${isAlike} THEN 'any role of ' || ${codes("issuerArn")} WHEN ${isAlikeUser} THEN 'any user of ' || ${codes("identityArn")} ELSE ${whole} END`,
    },
    { name: "s_issuerType", sql: `CASE WHEN NOT ${isAlike} THEN issuerType END` },
    { name: "s_issuerArn", sql: `CASE WHEN NOT ${isAlike} THEN issuerArn END` },
    {
      name: "s_principalId",
      sql: `CASE WHEN identityType = 'AWSAccount' AND identityArn IS NULL AND errorCode IS NULL THEN '' WHEN NOT ${dialect.matches("principalId", "^A(?:ID|RO)A[A-Z0-9]{12,124}(?::|$)")} THEN principalId WHEN NOT ${colon} THEN ${id} WHEN ${dialect.endsWith("identityArn", `'/' || ${dialect.replaced("principalId", "^[^:]*:", "")}`)} THEN ${id} || ':theirs' ELSE ${id} || ${dialect.replaced("principalId", "^[^:]*", "")} END`,
    },
    { name: "s_accessKeyId", sql: "substr(accessKeyId, 1, 4)" },
  ];
}

const lastOf = (dialect: Dialect, value: string, separator: string): string => dialect.replaced(value, `^.*${separator}`, "");

/** That nothing names this role or user. */
function unnamed(dialect: Dialect, alike: Alike, arn: string): string {
  const named = alike.named.filter(isWritable).map(dialect.literal);
  const names =
    named.length === 0
      ? "true"
      : `${arn} NOT IN (${named.join(", ")}) AND ${dialect.part(arn, ":", 5)} || '/' || ${lastOf(dialect, arn, "/")} NOT IN (${named.join(", ")})`;
  return `NOT ${dialect.matches(arn, "aws-service-role|AWSServiceRoleFor|AWSReservedSSO|aws-reserved")} AND ${names}`;
}

/** Of one key the first of its kind. */
function resourceOf(dialect: Dialect, alike: Alike): string {
  const one = "resources[1]";
  const kinds = [...alike.kinds].map(
    ([first, others]) => `WHEN ${one} IN (${[first, ...others].map(dialect.literal).join(", ")}) THEN ${dialect.literal(first)}`,
  );
  const elsewhere = `WHEN ${dialect.matches(one, "^arn:[a-z-]{1,20}:kms:[a-z0-9-]{1,40}:[0-9]{12}:key/[A-Za-z0-9_-]+$")} THEN 'another key'`;
  const all = dialect.joined("resources");
  return `CASE WHEN ${dialect.size("resources")} = 1 THEN CASE ${[...kinds, elsewhere].join(" ")} ELSE ${one} END ELSE ${all} END`;
}

/** The text of a denial is read where the record is cut short. */
function messageOf(dialect: Dialect, reads: Reads): string {
  const text = reads.userIds
    ? "errorMessage"
    : dialect.replaced("errorMessage", "(:assumed-role/[^/ ]{1,64})/[\\w+=,.@-]{2,64} is not", "\\1 is not");
  return `CASE WHEN errorCode IS NOT NULL AND (coalesce(identityArn, '') = '' OR ${dialect.joined("resources")} = '') THEN ${text} END`;
}

/** Of the encryption context what policies and grants compare: its names, and the values of pairs. */
function contextOf(dialect: Dialect, reads: Reads): readonly Seen[] {
  const map = "encryptionContext";
  const isRead = `hasContext AND NOT ${dialect.isOddMap(map)}`;
  const names = dialect.keys(map);
  const sets = reads.names === "compared" ? (reads.atoms(PAIR_NAMES) ?? []) : [];
  const setCodes = sets.map((atom) => setCodeSql(dialect, atom, names));
  const isWhole = reads.names === "whole" || setCodes.includes(undefined);
  const hints = `${dialect.countIn(names, (name) => `lower(${name}) IN (${Object.keys(CONTEXTS).map(dialect.literal).join(", ")})`)}`;
  return [
    {
      name: "s_context",
      sql: `CASE WHEN parameters IS NULL THEN '?' WHEN NOT hasContext THEN '-' WHEN ${dialect.isOddMap(map)} THEN 'raw:' || ${dialect.json(map)} WHEN ${dialect.size(names)} = 0 THEN 'E' ELSE '+' END`,
    },
    { name: "s_names", sql: `CASE WHEN ${isRead} AND (${isWhole} OR ${hints} > 0) THEN ${dialect.sorted(names)} END` },
    ...(isWhole ? [] : setCodes.map((sql, i) => ({ name: `s_names_${i + 1}`, sql: `CASE WHEN ${isRead} THEN ${sql} END` }))),
    ...reads.pairs.flatMap((name, i) => pairCodes(dialect, reads, name, `s_pair_${i + 1}`, isRead)),
  ];
}

function pairCodes(dialect: Dialect, reads: Reads, pair: string, name: string, isRead: string): readonly Seen[] {
  const value = isWritable(pair) ? dialect.pair("encryptionContext", pair) : undefined;
  if (value === undefined) return [{ name, sql: `CASE WHEN hasContext THEN ${dialect.json("encryptionContext")} END` }];
  const atoms = reads.atoms(PAIR + pair);
  if (atoms === undefined) return [{ name, sql: `CASE WHEN ${isRead} THEN coalesce('=' || ${value}, '-') END` }];
  return [
    { name, sql: `CASE WHEN ${isRead} THEN ${value} IS NULL END` },
    ...atoms.map((atom, i) => ({
      name: `${name}_${i + 1}`,
      sql: `CASE WHEN ${isRead} AND ${value} IS NOT NULL THEN ${codeSql(dialect, atom, value)} END`,
    })),
  ];
}
