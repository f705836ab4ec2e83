import { CALL_COLUMNS, type CallColumn } from "./calls.ts";
import type { Dialect } from "./dialect.ts";

/** A query that makes a table of calls of files as CloudTrail delivers them (`.json`, `.json.gz`), or with one record a line (any other name). */
export function callsOf(dialect: Dialect, pattern: string): string {
  const isDocument = /\.json(?:\.gz)?$/i.test(pattern);
  const read = dialect.name === "duckdb" ? DUCKDB : CLICKHOUSE;
  const columns = CALL_COLUMNS.map((name) => `    ${read.columns[name]} AS ${name}`).join(",\n");
  return `  SELECT\n${columns}\n  FROM (${read.records}\n    FROM (${isDocument ? read.documents(dialect.literal(pattern)) : read.lines(dialect.literal(pattern))}))`;
}

type Reader = {
  readonly columns: Readonly<Record<CallColumn, string>>;
  readonly records: string; // of `line`s: `r` is the record with its members, `odd` whether it has another form
  readonly lines: (file: string) => string;
  readonly documents: (file: string) => string;
};

const TEXTS: readonly CallColumn[] = [
  ...([
    "eventID",
    "eventTime",
    "eventSource",
    "eventName",
    "eventType",
    "eventCategory",
    "awsRegion",
    "errorCode",
    "errorMessage",
  ] as const),
  ...(["sourceIPAddress", "userAgent", "vpcEndpointId", "sharedEventID", "recipientAccountId"] as const),
];
const IDENTITY: Readonly<Partial<Record<CallColumn, string>>> = {
  identityType: "type",
  identityArn: "arn",
  identityAccount: "accountId",
  invokedBy: "invokedBy",
  principalId: "principalId",
  accessKeyId: "accessKeyId",
  issuerType: "sessionContext.sessionIssuer.type",
  issuerArn: "sessionContext.sessionIssuer.arn",
  creationDate: "sessionContext.attributes.creationDate",
  mfaAuthenticated: "sessionContext.attributes.mfaAuthenticated",
  sourceIdentity: "sessionContext.sourceIdentity",
  roleDelivery: "sessionContext.ec2RoleDelivery",
};

const plain = (unless: (path: string) => string): Partial<Record<CallColumn, string>> =>
  Object.fromEntries([
    ...TEXTS.map((name) => [name, unless(name)]),
    ...Object.entries(IDENTITY).map(([name, path]) => [name, unless(`userIdentity.${path}`)]),
  ]);

// biome-ignore format: a table reads as a table
const DUCKDB: Reader = {
  columns: {
    ...plain((path) => `r.${path}`),
    hasSession: "r.userIdentity.sessionContext IS NOT NULL",
    federation: "CAST(r.userIdentity.sessionContext.webIdFederationData AS VARCHAR)",
    resources: "list_transform(r.resources, lambda x: coalesce(x->>'ARN', x->>'arn', ''))",
    keyId: "CASE WHEN json_type(r.requestParameters, '$.keyId') = 'VARCHAR' THEN r.requestParameters->>'keyId' END",
    parameters: "CASE WHEN json_type(r.requestParameters) = 'OBJECT' THEN CAST(json_merge_patch(r.requestParameters, CASE WHEN plain THEN CASE WHEN json_type(r.requestParameters, '$.keyId') = 'VARCHAR' THEN '{\"keyId\":null,\"encryptionContext\":null}' ELSE '{\"encryptionContext\":null}' END WHEN json_type(r.requestParameters, '$.keyId') = 'VARCHAR' THEN '{\"keyId\":null}' ELSE '{}' END) AS VARCHAR) END",
    hasContext: "plain",
    encryptionContext: "CASE WHEN plain THEN CAST(r.requestParameters->'encryptionContext' AS MAP(VARCHAR, VARCHAR)) END",
    recipient: "CAST(r.additionalEventData.recipient AS VARCHAR)",
    eventContext: "CAST(r.eventContext AS VARCHAR)",
    line: "CASE WHEN r IS NULL THEN json END",
  } as Reader["columns"],
  records: `SELECT json, CASE WHEN r.eventSource IS NOT NULL AND coalesce(json_type(r.requestParameters), 'NULL') IN ('OBJECT', 'NULL') THEN r END AS r,
      coalesce(json_type(r.requestParameters, '$.encryptionContext') = 'OBJECT' AND list_unique(json_type(r.requestParameters, '$.encryptionContext.*')) <= 1
        AND coalesce(json_type(r.requestParameters, '$.encryptionContext.*')[1], 'VARCHAR') = 'VARCHAR', false) AS plain
    FROM (SELECT json, CASE WHEN json_valid(json) THEN from_json(json, '{"eventID":"VARCHAR","eventTime":"VARCHAR","eventSource":"VARCHAR","eventName":"VARCHAR","eventType":"VARCHAR","eventCategory":"VARCHAR","awsRegion":"VARCHAR","errorCode":"VARCHAR","errorMessage":"VARCHAR","sourceIPAddress":"VARCHAR","userAgent":"VARCHAR","vpcEndpointId":"VARCHAR","sharedEventID":"VARCHAR","recipientAccountId":"VARCHAR","userIdentity":{"type":"VARCHAR","arn":"VARCHAR","accountId":"VARCHAR","invokedBy":"VARCHAR","principalId":"VARCHAR","accessKeyId":"VARCHAR","sessionContext":{"sessionIssuer":{"type":"VARCHAR","arn":"VARCHAR"},"attributes":{"creationDate":"VARCHAR","mfaAuthenticated":"VARCHAR"},"sourceIdentity":"VARCHAR","ec2RoleDelivery":"VARCHAR","webIdFederationData":"JSON"}},"resources":["JSON"],"requestParameters":"JSON","additionalEventData":{"recipient":"JSON"},"eventContext":"JSON"}') END AS r`,
  lines: (file) => `SELECT json FROM read_csv(${file}, columns={'json': 'VARCHAR'}, delim=chr(1), quote='', escape='', header=false, auto_detect=false, max_line_size=16777216, strict_mode=false) WHERE regexp_matches(json, '\\S'))`,
  documents: (file) => `SELECT CAST(unnest(Records) AS VARCHAR) AS json FROM read_json(${file}, columns={'Records': 'JSON[]'}, maximum_object_size=268435456))`,
};

const JSON_OF = (path: string): string => `nullIf(nullIf(JSONExtractRaw(json, ${path}), ''), 'null')`;
const PARAMETERS = "nullIf(nullIf(JSONExtractRaw(json, 'requestParameters'), ''), 'null')";

// biome-ignore format: a table reads as a table
const CLICKHOUSE: Reader = {
  columns: {
    ...plain((path) => `if(odd, NULL, r.${path})`),
    hasSession: "NOT odd AND JSONType(json, 'userIdentity', 'sessionContext') = 'Object'",
    federation: `if(odd, NULL, ${JSON_OF("'userIdentity', 'sessionContext', 'webIdFederationData'")})`,
    resources: "if(odd, [], arrayMap(x -> if(x.ARN != '', x.ARN, x.arn), r.resources))",
    keyId: "if(odd OR JSONType(json, 'requestParameters', 'keyId') != 'String', NULL, r.requestParameters.keyId)",
    parameters: `if(odd OR isNull(${PARAMETERS}), NULL, '{' || arrayStringConcat(arrayMap(x -> toJSONString(x.1) || ':' || x.2, arrayFilter(x -> NOT (x.1 = 'encryptionContext' AND plain) AND NOT (x.1 = 'keyId' AND startsWith(x.2, '"')), JSONExtractKeysAndValuesRaw(json, 'requestParameters'))), ',') || '}')`,
    hasContext: "NOT odd AND plain",
    encryptionContext: "if(odd OR NOT plain, CAST(map(), 'Map(String, String)'), r.requestParameters.encryptionContext)",
    recipient: `if(odd, NULL, ${JSON_OF("'additionalEventData', 'recipient'")})`,
    eventContext: `if(odd, NULL, ${JSON_OF("'eventContext'")})`,
    line: "if(odd, json, NULL)",
  } as Reader["columns"],
  records: `SELECT json, JSONExtract(json, 'Tuple(eventID Nullable(String), eventTime Nullable(String), eventSource Nullable(String), eventName Nullable(String), eventType Nullable(String), eventCategory Nullable(String), awsRegion Nullable(String), errorCode Nullable(String), errorMessage Nullable(String), sourceIPAddress Nullable(String), userAgent Nullable(String), vpcEndpointId Nullable(String), sharedEventID Nullable(String), recipientAccountId Nullable(String), userIdentity Tuple(type Nullable(String), arn Nullable(String), accountId Nullable(String), invokedBy Nullable(String), principalId Nullable(String), accessKeyId Nullable(String), sessionContext Tuple(sessionIssuer Tuple(type Nullable(String), arn Nullable(String)), attributes Tuple(creationDate Nullable(String), mfaAuthenticated Nullable(String)), sourceIdentity Nullable(String), ec2RoleDelivery Nullable(String))), resources Array(Tuple(ARN String, arn String)), requestParameters Tuple(keyId Nullable(String), encryptionContext Map(String, String)))') AS r,
      NOT isValidJSON(json) OR isNull(r.eventSource) OR NOT (JSONType(json, 'requestParameters') IN ('Object', 'Null')) AS odd,
      JSONType(json, 'requestParameters', 'encryptionContext') = 'Object' AND arrayAll(x -> startsWith(x.2, '"'), JSONExtractKeysAndValuesRaw(json, 'requestParameters', 'encryptionContext')) AS plain`,
  lines: (file) => `SELECT json FROM file(${file}, 'LineAsString', 'json String') WHERE match(json, '\\\\S')`,
  documents: (file) => `SELECT arrayJoin(JSONExtractArrayRaw(document, 'Records')) AS json FROM file(${file}, 'JSONAsString', 'document String')`,
};
