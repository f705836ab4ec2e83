import { CALL_COLUMNS } from "../../../src/replay/sql/calls.ts";
import { ACCOUNT, keyArn } from "../../generators/trail.ts";

/** A query of calls that an engine makes itself, as many as wanted and nothing stored: made like the records of `trail.ts`, and other ones. */
export function madeCalls(engine: "duckdb" | "clickhouse", count: number): string {
  const isDuck = engine === "duckdb";
  const bits = (salt: number, most: number): string =>
    isDuck ? `(hash(i * 64 + ${salt}) % ${most})` : `(sipHash64(i, ${salt}) % ${most})`;
  const text = (sql: string): string => (isDuck ? `CAST(${sql} AS VARCHAR)` : `toString(${sql})`);
  const nullable = (sql: string): string => (isDuck ? sql : `toNullable(${sql})`);
  const zipf = (salt: number, most: number): string =>
    `(CAST(floor(pow(${most + 1}, ${bits(salt, 1_000_000)} / 1000000.0)) AS ${isDuck ? "BIGINT" : "Int64"}) - 1)`;
  const padded = (sql: string, length: number): string =>
    isDuck ? `lpad(${text(sql)}, ${length}, '0')` : `leftPad(${text(sql)}, ${length}, '0')`;
  const time = isDuck
    ? `strftime(make_timestamp(1785542400000000 + CAST(${bits(1, 7_776_000)} AS BIGINT) * 1000000), '%Y-%m-%dT%H:%M:%SZ')`
    : `formatDateTime(toDateTime(1785542400 + ${bits(1, 7_776_000)}, 'UTC'), '%Y-%m-%dT%H:%i:%SZ')`;
  const key = `'${keyArn(0).slice(0, -36)}' || ${padded(zipf(4, 40), 8)} || '${keyArn(0).slice(-28)}'`;
  const role = `CASE WHEN role % 3 = 0 THEN 'app-' ELSE 'job-' END || ${text("role")}`;
  const map = (pairs: string): string => (isDuck ? `MAP {${pairs.replaceAll(" => ", ": ")}}` : `map(${pairs.replaceAll(" => ", ", ")})`);
  const made: Readonly<Record<string, string>> = {
    eventID: padded("i", 12),
    eventTime: time,
    eventSource: "'kms.amazonaws.com'",
    eventName: `CASE ${bits(7, 5)} WHEN 0 THEN 'Encrypt' WHEN 1 THEN 'GenerateDataKey' ELSE 'Decrypt' END`,
    eventType: "'AwsApiCall'",
    eventCategory: "'Management'",
    awsRegion: "'us-east-1'",
    errorCode: `CASE WHEN ${bits(17, 1000)} < 15 THEN 'AccessDenied' END`,
    sourceIPAddress: `CASE WHEN kind < 60 THEN 's3.amazonaws.com' WHEN kind < 75 THEN 'secretsmanager.amazonaws.com' WHEN ${bits(10, 3)} = 0 THEN '203.0.113.' || ${text(bits(11, 256))} WHEN ${bits(10, 3)} = 1 THEN '198.51.100.' || ${text(bits(11, 256))} ELSE '2001:db8:' || ${text(bits(11, 16))} || '::' || ${text(bits(12, 9999))} END`,
    userAgent: "'aws-sdk-js/3'",
    vpcEndpointId: `CASE WHEN kind >= 90 THEN 'vpce-0' || ${text(bits(22, 8))} || 'aabbccddeeff001' END`,
    recipientAccountId: `'${ACCOUNT}'`,
    identityType: "'AssumedRole'",
    identityArn: `'arn:aws:sts::${ACCOUNT}:assumed-role/' || ${role} || '/s-' || ${text(bits(14, 4096))}`,
    identityAccount: `'${ACCOUNT}'`,
    invokedBy: "CASE WHEN kind < 60 THEN 's3.amazonaws.com' WHEN kind < 75 THEN 'secretsmanager.amazonaws.com' END",
    accessKeyId: "'ASIAIOSFODNN7EXAMPLE'",
    hasSession: "true",
    issuerType: "'Role'",
    issuerArn: `'arn:aws:iam::${ACCOUNT}:role/' || CASE WHEN role % 7 = 3 THEN 'teams/' ELSE '' END || ${role}`,
    creationDate: `substr(${time}, 1, 10) || 'T00:00:00Z'`,
    mfaAuthenticated: `CASE WHEN ${bits(16, 10)} = 0 THEN 'true' ELSE 'false' END`,
    resources: `[${key}]`,
    parameters: `'{"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}'`,
    hasContext: "true",
    encryptionContext: `CASE WHEN kind < 60 THEN ${map(`'aws:s3:arn' => 'arn:aws:s3:::t' || ${text(zipf(5, 50))} || '-bucket'`)} WHEN kind < 75 THEN ${map(`'SecretARN' => 'arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:t' || ${text(zipf(5, 50))}`)} ELSE ${map(`'tenant' => 't' || ${text(zipf(5, 50))}, 'Purpose' => CASE WHEN ${bits(9, 2)} = 0 THEN 'billing' ELSE 'Billing' END`)} END`,
  };
  const columns = CALL_COLUMNS.map((name) => {
    const sql = made[name];
    if (sql === undefined) return `${isDuck ? "CAST(NULL AS VARCHAR)" : "CAST(NULL AS Nullable(String))"} AS ${name}`;
    return `${["resources", "hasSession", "hasContext", "encryptionContext"].includes(name) ? sql : nullable(sql)} AS ${name}`;
  });
  const numbers = isDuck ? `(SELECT range AS i FROM range(${count}))` : `(SELECT number AS i FROM numbers_mt(${count}))`;
  return `(SELECT ${columns.join(",\n  ")}\n  FROM (SELECT i, ${zipf(3, 200)} AS role, ${bits(2, 100)} AS kind FROM ${numbers}))`;
}
