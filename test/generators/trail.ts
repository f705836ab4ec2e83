/**
 * Records of CloudTrail by the million, for tests and benchmarks: record i hangs on seed and i only, so that any worker makes any part of a log, and totals
 * are known before they are read. And the worlds that they are put to.
 */

export const ACCOUNT = "111122223333";
const OTHER_ACCOUNT = "444455556666";
const REGION = "us-east-1";
const [KEYS, ROLES, TENANTS] = [40, 200, 50];
const START = Date.UTC(2026, 7, 1);
const SPAN = 90 * 86_400; // seconds

export const keyArn = (n: number): string =>
  `arn:aws:kms:${REGION}:${ACCOUNT}:key/${String(n).padStart(8, "0")}-12ab-34cd-56ef-1234567890ab`;
const rolePath = (n: number): string => (n % 7 === 3 ? "teams/" : "");
const roleName = (n: number): string => `${n % 3 === 0 ? "app" : "job"}-${n}`;

/** 32 well-mixed bits of three numbers. */
function mixed(seed: number, i: number, salt: number): number {
  let h =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(i + 1, 0xc2b2ae35) ^ Math.imul(salt + 1, 0x27d4eb2f) ^ Math.floor(i / 2 ** 32);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One record, as CloudTrail would deliver it to the owner of the keys. */
export function madeRecord(seed: number, i: number): Record<string, unknown> {
  const bits = (salt: number): number => mixed(seed, i, salt);
  const unit = (salt: number): number => bits(salt) / 2 ** 32;
  const zipf = (salt: number, most: number): number => Math.floor((most + 1) ** unit(salt)) - 1;
  const hex = (salt: number, length: number): string => bits(salt).toString(16).padStart(8, "0").slice(0, length);

  const time = `${new Date(START + Math.floor(unit(1) * SPAN) * 1000).toISOString().slice(0, 19)}Z`;
  const kind = unit(2);
  const role = zipf(3, ROLES);
  const key = keyArn(zipf(4, KEYS));
  const tenant = `t${zipf(5, TENANTS)}`;
  const forwarder =
    kind < 0.6 ? "s3.amazonaws.com" : kind < 0.7 ? "secretsmanager.amazonaws.com" : kind < 0.73 ? "AWS Internal" : undefined;
  const isService = kind >= 0.73 && kind < 0.75;
  const isForeign = !isService && unit(6) < 0.03;
  const operation = ["Decrypt", "Decrypt", "Decrypt", "GenerateDataKey", "Encrypt"][bits(7) % 5] ?? "Decrypt";

  const context: Record<string, string> =
    kind < 0.6
      ? { "aws:s3:arn": `arn:aws:s3:::${tenant}-bucket${bits(8) % 2 === 0 ? "" : `/object-${hex(9, 8)}`}` }
      : kind < 0.7
        ? { SecretARN: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${tenant}-${hex(8, 2)}`, SecretVersionId: hex(9, 8) }
        : kind < 0.73
          ? { PARAMETER_ARN: `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/${tenant}` }
          : {
              [bits(8) % 11 === 0 ? "Tenant" : "tenant"]: tenant,
              ...(bits(9) % 3 > 0 && { Purpose: bits(9) % 2 ? "billing" : "Billing" }),
            };

  const way = forwarder !== undefined || isService ? 4 : bits(10) % 4;
  const address = [
    `10.${bits(11) % 256}.${bits(12) % 256}.${bits(13) % 256}`,
    `203.0.113.${bits(11) % 256}`,
    `198.51.100.${bits(11) % 256}`,
    `2001:db8:${(bits(11) % 16).toString(16)}::${(bits(12) % 65536).toString(16)}`,
    forwarder ?? "logs.amazonaws.com",
  ][way];
  const session = `s-${hex(14, 3)}`;
  const account = isForeign ? OTHER_ACCOUNT : ACCOUNT;
  const identity = isService
    ? { type: "AWSService", invokedBy: "logs.amazonaws.com" }
    : isForeign
      ? { type: "AWSAccount", principalId: `AROAIOSFODNN7${role}:${session}`, accountId: account }
      : {
          type: "AssumedRole",
          principalId: `AROAIOSFODNN7EXAMPLE${role}:${session}`,
          arn: `arn:aws:sts::${account}:assumed-role/${roleName(role)}/${session}`,
          accountId: account,
          accessKeyId: `ASIA${hex(15, 8).toUpperCase()}`,
          sessionContext: {
            sessionIssuer: {
              type: "Role",
              principalId: `AROAIOSFODNN7EXAMPLE${role}`,
              arn: `arn:aws:iam::${account}:role/${rolePath(role)}${roleName(role)}`,
              accountId: account,
              userName: roleName(role),
            },
            attributes: { creationDate: time.replace(/T.*/, "T00:00:00Z"), mfaAuthenticated: String(bits(16) % 10 === 0) },
          },
          ...(forwarder !== undefined && { invokedBy: forwarder }),
        };
  const luck = unit(17);
  const code = luck < 0.015 ? "AccessDenied" : luck < 0.02 ? "KMSInvalidStateException" : undefined;
  const isCut = code === "AccessDenied" && bits(18) % 2 === 0 && "arn" in identity;
  const message =
    code === "AccessDenied"
      ? `User: ${"arn" in identity ? identity.arn : account} is not authorized to perform: kms:${operation} on resource: ${key} because no resource-based policy allows the kms:${operation} action`
      : `${key} is pending deletion.`;
  return {
    eventVersion: "1.11",
    userIdentity: identity,
    eventTime: time,
    eventSource: "kms.amazonaws.com",
    eventName: operation,
    awsRegion: REGION,
    sourceIPAddress: address,
    userAgent: forwarder ?? "aws-sdk-js/3.1162.0 os/linux",
    ...(code !== undefined && { errorCode: code, errorMessage: message }),
    requestParameters: isCut
      ? null
      : {
          encryptionContext: context,
          ...(operation === "Decrypt" ? { encryptionAlgorithm: "SYMMETRIC_DEFAULT" } : { keyId: key }),
          ...(operation === "GenerateDataKey" && { keySpec: "AES_256" }),
        },
    responseElements: null,
    requestID: `${hex(19, 8)}-0000-4000-8000-${hex(20, 8)}0000`,
    eventID: `${hex(21, 8)}-${String(i % 10000).padStart(4, "0")}-4000-8000-${i.toString(16).padStart(12, "0")}`,
    readOnly: true,
    resources: isCut ? null : [{ accountId: ACCOUNT, type: "AWS::KMS::Key", ARN: key }],
    eventType: "AwsApiCall",
    ...(way === 0 && { vpcEndpointId: `vpce-0${bits(22) % 8}aabbccddeeff001` }),
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: "Management",
    ...(way !== 4 && {
      tlsDetails: { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_256_GCM_SHA384", clientProvidedHostHeader: `kms.${REGION}.amazonaws.com` },
    }),
  };
}

/** Lines of records from one to another, the last one left out. */
export function* madeLines(seed: number, from: number, to: number): Generator<string> {
  for (let i = from; i < to; i++) yield `${JSON.stringify(madeRecord(seed, i))}\n`;
}

const allow = (sid: string, action: string | string[], condition: object) => ({
  Sid: sid,
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: action,
  Resource: "*",
  Condition: condition,
});
const deny = (sid: string, condition: object) => ({ ...allow(sid, ["kms:Decrypt", "kms:GenerateDataKey"], condition), Effect: "Deny" });

const ours = { StringEquals: { "aws:PrincipalAccount": ACCOUNT } };

/** What a key allows: every kind of comparison that policies of keys are full of. */
const statements = [
  allow("Storage", ["kms:Decrypt", "kms:GenerateDataKey*", "kms:Encrypt"], {
    ...ours,
    StringLike: {
      "kms:ViaService": "s3.*.amazonaws.com",
      "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::t1*", "arn:aws:s3:::t?-bucket/*"],
    },
  }),
  allow("Secrets", "kms:Decrypt", {
    StringEquals: { ...ours.StringEquals, "kms:ViaService": `secretsmanager.${REGION}.amazonaws.com` },
    ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/app-*` },
  }),
  allow("Tenants", "kms:*", {
    StringEquals: { ...ours.StringEquals, "kms:EncryptionContext:tenant": ["t0", "t1", "t2", "t3"] },
    StringEqualsIgnoreCase: { "kms:EncryptionContext:Purpose": "BILLING" },
    "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["tenant", "Purpose"] },
  }),
  allow("Office", "kms:*", { ...ours, IpAddress: { "aws:SourceIp": ["203.0.113.0/25", "2001:db8:4::/46"] } }),
  allow("Network", "kms:*", {
    StringEquals: { ...ours.StringEquals, "aws:SourceVpce": ["vpce-00aabbccddeeff001", "vpce-03aabbccddeeff001"] },
  }),
  allow("Teams", "kms:Encrypt", { ...ours, ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/teams/*` } }),
  { Sid: "Logs", Effect: "Allow", Principal: { Service: "logs.amazonaws.com" }, Action: "kms:*", Resource: "*" },
];
const autumn = deny("Frozen", {
  DateGreaterThan: { "aws:CurrentTime": "2026-10-15T00:00:00Z" },
  Bool: { "aws:MultiFactorAuthPresent": "false" },
});
const strangers = deny("NotFrom", { IpAddress: { "aws:SourceIp": "198.51.100.128/25" } });

const worldOf = (first: readonly object[], others: readonly object[]): string =>
  JSON.stringify({
    version: 1,
    account: ACCOUNT,
    region: REGION,
    keys: Object.fromEntries(
      Array.from({ length: KEYS - 1 }, (_, n) => [
        `k${n}`,
        { arn: keyArn(n), policy: { Version: "2012-10-17", Statement: n === 0 ? first : others } },
      ]),
    ),
  });

/** The policies of then, and those that are proposed. */
export const BEFORE = worldOf(statements, statements);
export const AFTER = worldOf([...statements, autumn, strangers], [...statements, autumn]);
