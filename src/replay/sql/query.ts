import type { Alike } from "../alike.ts";
import { type Atom, PAIR, PAIR_NAMES } from "../atoms.ts";
import { CONTEXTS } from "../forwarder.ts";
import type { Reads } from "../reads.ts";
import { CALL_COLUMNS } from "./calls.ts";
import { addressSql, codeSql, type Known, setCodeSql, TIME } from "./code.ts";
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
    ...seenOfCalls(dialect, reads, alike).map(({ name, sql }) => ({ name, sql: `CASE WHEN decided THEN ${sql} END` })),
  ];
  const names = seen.map(({ name }) => name);
  const log = ["log_account", "log_region", "log_hour"];
  const columns = (list: readonly Seen[]): string => list.map(({ name, sql }) => `    ${sql} AS ${name}`).join(",\n");
  return `WITH
calls AS (
  SELECT
    ${CALL_COLUMNS.join(", ")},
${columns(toldOfCalls(dialect, reads, alike))}
  FROM ${calls}
),
seen AS (
  SELECT
    ${CALL_COLUMNS.join(", ")},
    coalesce(nullIf(recipientAccountId, ''), nullIf(identityAccount, ''), '') AS log_account,
    coalesce(awsRegion, '') AS log_region,
    CASE WHEN is_time THEN substr(eventTime, 1, 13) || ':00:00Z' ELSE coalesce(eventTime, '') END AS log_hour,
${columns(seen)}
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
  (${names.join(", ")}),
  (${log.join(", ")}),
  ()
)`;
}

/** What several columns need of a call, worked out once. */
function toldOfCalls(dialect: Dialect, reads: Reads, alike: Alike): readonly Seen[] {
  const address = addressSql(dialect, "sourceIPAddress");
  return [
    {
      name: "decided",
      sql: `coalesce(eventSource IN ('kms.amazonaws.com', 'kms.amazonaws.com.cn') AND coalesce(errorCode, '') IN ('', 'AccessDenied', 'AccessDeniedException'), false)`,
    },
    { name: "is_time", sql: `coalesce(${dialect.matches("eventTime", TIME)}, false)` },
    { name: "ipv4", sql: address.ipv4 },
    { name: "ipv6", sql: address.ipv6 },
    { name: "is_role", sql: alike.namesMatter ? "false" : `coalesce(${alikeRole(dialect, alike)}, false)` },
    { name: "is_user", sql: alike.namesMatter || !alike.usersAreAlike ? "false" : `coalesce(${alikeUser(dialect, alike)}, false)` },
    { name: "is_map", sql: `hasContext AND NOT ${dialect.isOddMap("encryptionContext")}` },
    ...reads.pairs.flatMap((name, i) =>
      isWritable(name) ? [{ name: `pair_${i + 1}`, sql: dialect.pair("encryptionContext", name) }] : [],
    ),
  ];
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
    ...codesOf(dialect, reads, "aws:SourceIp", "sourceIPAddress", "s_ip", "(ipv4 IS NOT NULL OR ipv6 IS NOT NULL)", {
      ipv4: "ipv4",
      ipv6: "ipv6",
    }),
    ...(isRead("aws:UserAgent") ? codesOf(dialect, reads, "aws:UserAgent", "userAgent", "s_agent", "userAgent <> ''") : []),
    ...momentsOf(dialect, reads),
    ...callerOf(dialect, reads),
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
function codesOf(dialect: Dialect, reads: Reads, key: string, value: string, name: string, isOne: string, known?: Known): readonly Seen[] {
  const atoms = reads.key(key) ? reads.atoms(key) : [];
  const kept = `CASE WHEN ${value} IS NULL THEN '-' WHEN ${atoms === undefined ? "false" : isOne} THEN '+' ELSE 'raw:' || ${value} END`;
  return [
    { name, sql: kept },
    ...(atoms ?? []).map((atom, i) => ({
      name: `${name}_${i + 1}`,
      sql: `CASE WHEN ${isOne} THEN ${codeSql(dialect, atom, value, known)} END`,
    })),
  ];
}

/** aws:EpochTime is the same moment in seconds: compared as a date it is told by the same text. */
function momentsOf(dialect: Dialect, reads: Reads): readonly Seen[] {
  const atoms = ["aws:CurrentTime", "aws:EpochTime"].filter((key) => reads.key(key)).map((key) => reads.atoms(key));
  const isTold = atoms.every((list) => list?.every(({ base }) => base.startsWith("Date")));
  if (!isTold) return [{ name: "s_time", sql: "eventTime" }];
  const codes = (atoms as (readonly Atom[])[]).flat();
  return [
    { name: "s_time", sql: "CASE WHEN is_time THEN '+' ELSE 'raw:' || coalesce(eventTime, '') END" },
    ...codes.map((atom, i) => ({
      name: `s_time_${i + 1}`,
      sql: `CASE WHEN is_time THEN ${codeSql(dialect, atom, "eventTime", { isTime: true })} END`,
    })),
  ];
}

const SESSION = "^(arn:[^:]*:sts::[^:]*:assumed-role/[^/]*)/[\\w+=,.@-]{2,64}$";
const ROLE_ARN = "^arn:[a-z-]{1,20}:iam::[0-9]{12}:role/[!-~]+$";
const ROLE_PARTS = "^arn:([a-z-]{1,20}):iam::([0-9]{12}):role/(?:[!-~]*/)?([!-.0-~]+)$";
const USER_ARN = "^arn:[a-z-]{1,20}:iam::[0-9]{12}:user/[!-~]+$";

/**
 * Sessions of a role that policies do not tell from others, and say which role it is. Most is asked of the role alone: engines answer that once for each
 * value of a column. CASE keeps what costs more behind what costs less.
 */
const alikeRole = (dialect: Dialect, alike: Alike): string =>
  `CASE WHEN ${["issuerType = 'Role'", dialect.matches("issuerArn", ROLE_ARN), unnamed(dialect, alike, "issuerArn")].join(" AND ")} THEN ${[
    dialect.begins("identityArn", dialect.replaced("issuerArn", ROLE_PARTS, "arn:\\1:sts::\\2:assumed-role/\\3/")),
    dialect.matches("identityArn", SESSION),
  ].join(" AND ")} END`;

const alikeUser = (dialect: Dialect, alike: Alike): string =>
  `CASE WHEN issuerArn IS NULL AND ${dialect.has("identityArn", ":user/")} THEN ${[
    dialect.matches("identityArn", USER_ARN),
    unnamed(dialect, alike, "identityArn"),
  ].join(" AND ")} END`;

/** Who called: the name of a session left out, and of those that policies do not tell apart what they see of them. */
function callerOf(dialect: Dialect, reads: Reads): readonly Seen[] {
  const key = { name: "s_accessKeyId", sql: "substr(accessKeyId, 1, 4)" };
  if (reads.userIds)
    return [key, ...["identityArn", "principalId", "issuerType", "issuerArn"].map((name) => ({ name: `s_${name}`, sql: name }))];
  const atoms = reads.key("aws:PrincipalArn") ? (reads.atoms("aws:PrincipalArn") ?? []) : [];
  const kind = (value: string): string =>
    [
      dialect.part(value, ":", 2),
      "' '",
      dialect.part(value, ":", 5),
      ...atoms.flatMap((atom) => ["' '", codeSql(dialect, atom, value)]),
    ].join(" || ");
  const id = "substr(principalId, 1, 4)";
  const isId = dialect.matches("principalId", "^A(?:ID|RO)A[A-Z0-9]{12,124}(?::|$)");
  const session = dialect.replaced("principalId", "^[^:]*:", "");
  return [
    key,
    {
      name: "s_who",
      sql: `CASE WHEN is_role THEN 'any role of ' || ${kind("issuerArn")} WHEN is_user THEN 'any user of ' || ${kind("identityArn")} ELSE ${dialect.replaced("identityArn", SESSION, "\\1")} END`,
    },
    { name: "s_issuerType", sql: "CASE WHEN NOT is_role THEN issuerType END" },
    { name: "s_issuerArn", sql: "CASE WHEN NOT is_role THEN issuerArn END" },
    {
      name: "s_principalId",
      sql: `CASE WHEN identityType = 'AWSAccount' AND identityArn IS NULL AND errorCode IS NULL THEN '' WHEN NOT ${isId} THEN principalId WHEN NOT ${dialect.has("principalId", ":")} THEN ${id} WHEN ${dialect.endsWith("identityArn", `'/' || ${session}`)} THEN ${id} || ':theirs' ELSE ${id} || ':' || ${session} END`,
    },
  ];
}

/** That nothing names this role or user. */
function unnamed(dialect: Dialect, alike: Alike, arn: string): string {
  const named = alike.named.filter(isWritable).map(dialect.literal);
  const ofAws = ["aws-service-role", "AWSServiceRoleFor", "AWSReservedSSO", "aws-reserved"].map((text) => `NOT ${dialect.has(arn, text)}`);
  const names =
    named.length === 0
      ? []
      : [
          `${arn} NOT IN (${named.join(", ")})`,
          `${dialect.part(arn, ":", 5)} || '/' || ${dialect.lastPart(arn, "/")} NOT IN (${named.join(", ")})`,
        ];
  return [...ofAws, ...names].join(" AND ");
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
  const names = dialect.keys(map);
  const sets = reads.names === "compared" ? (reads.atoms(PAIR_NAMES) ?? []) : [];
  const setCodes = sets.map((atom) => setCodeSql(dialect, atom, names));
  const isWhole = reads.names === "whole" || setCodes.includes(undefined);
  const hints = dialect.countIn(names, (name) => `lower(${name}) IN (${Object.keys(CONTEXTS).map(dialect.literal).join(", ")})`);
  return [
    {
      name: "s_context",
      sql: `CASE WHEN parameters IS NULL THEN '?' WHEN NOT hasContext THEN '-' WHEN NOT is_map THEN 'raw:' || ${dialect.json(map)} WHEN ${dialect.size(names)} = 0 THEN 'E' ELSE '+' END`,
    },
    { name: "s_names", sql: `CASE WHEN is_map AND (${isWhole} OR ${hints} > 0) THEN ${dialect.sorted(names)} END` },
    ...(isWhole ? [] : setCodes.map((sql, i) => ({ name: `s_names_${i + 1}`, sql: `CASE WHEN is_map THEN ${sql} END` }))),
    ...reads.pairs.flatMap((name, i) => pairCodes(dialect, reads, name, i + 1)),
  ];
}

function pairCodes(dialect: Dialect, reads: Reads, pair: string, n: number): readonly Seen[] {
  const [name, value] = [`s_pair_${n}`, `pair_${n}`];
  const atoms = reads.atoms(PAIR + pair);
  if (!isWritable(pair)) return [{ name, sql: `CASE WHEN hasContext THEN ${dialect.json("encryptionContext")} END` }];
  if (atoms === undefined) return [{ name, sql: `CASE WHEN is_map THEN coalesce('=' || ${value}, '-') END` }];
  return [
    { name, sql: `CASE WHEN is_map THEN ${value} IS NULL END` },
    ...atoms.map((atom, i) => ({
      name: `${name}_${i + 1}`,
      sql: `CASE WHEN is_map AND ${value} IS NOT NULL THEN ${codeSql(dialect, atom, value)} END`,
    })),
  ];
}
