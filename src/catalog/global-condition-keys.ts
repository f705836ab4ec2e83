import type { ConditionKey, ConditionKeyType } from "./condition-key.ts";

const many = { multiValued: true } as const;

type Row = readonly [string, ConditionKeyType, Partial<ConditionKey>?];

/**
 * IAM User Guide, "AWS global condition context keys", in its groups; KMS takes them all. The three for tags on resources and requests are with
 * the keys of KMS, which says what carries them. A session also brings keys of the service that gave it its credentials.
 */
// biome-ignore format: a table reads as a table
const ROWS: readonly Row[] = [
  // the principal
  ["aws:PrincipalAccount",               "String"],
  ["aws:PrincipalArn",                   "ARN"],
  ["aws:PrincipalIsAWSService",          "Bool"],
  ["aws:PrincipalOrgID",                 "String"],
  ["aws:PrincipalOrgPaths",              "String",  many],
  ["aws:PrincipalServiceName",           "String"],
  ["aws:PrincipalServiceNamesList",      "String",  many],
  ["aws:PrincipalTag/",                  "String"],
  ["aws:PrincipalType",                  "String"],
  ["aws:userid",                         "String"],
  ["aws:username",                       "String"],
  // its session
  ["aws:AssumedRoot",                    "Bool"],
  ["aws:ChatbotSourceArn",               "ARN"],
  ["aws:Ec2InstanceSourcePrivateIPv4",   "IP"],
  ["aws:Ec2InstanceSourceVpc",           "String"],
  ["aws:FederatedProvider",              "String"],
  ["aws:MultiFactorAuthAge",             "Numeric"], // seconds
  ["aws:MultiFactorAuthPresent",         "Bool"],
  ["aws:SignInSessionArn",               "ARN"],
  ["aws:SourceIdentity",                 "String"],
  ["aws:TokenIssueTime",                 "Date"],
  ["codebuild:",                         "String",  { alsoType: "ARN" }],
  ["ec2:RoleDelivery",                   "Numeric"], // 1.0 or 2.0: the version of the instance metadata service
  ["ec2:SourceInstanceArn",              "ARN"],
  ["glue:",                              "String",  { alsoType: "ARN" }],
  ["identitystore:UserId",               "String"],
  ["lambda:SourceFunctionArn",           "ARN"],
  ["ssm:SourceInstanceArn",              "ARN"],
  // the network
  ["aws:SourceIp",                       "IP"],
  ["aws:SourceVpc",                      "String"],
  ["aws:SourceVpcArn",                   "ARN"],
  ["aws:SourceVpce",                     "String"],
  ["aws:VpceAccount",                    "String"],
  ["aws:VpceOrgID",                      "String"],
  ["aws:VpceOrgPaths",                   "String",  many],
  ["aws:VpcSourceIp",                    "IP"],
  // the resource
  ["aws:ResourceAccount",                "String"],
  ["aws:ResourceOrgID",                  "String"],
  ["aws:ResourceOrgPaths",               "String",  many],
  // the request
  ["aws:CalledVia",                      "String",  many],
  ["aws:CalledViaAWSMCP",                "String"],
  ["aws:CalledViaFirst",                 "String"],
  ["aws:CalledViaLast",                  "String"],
  ["aws:CurrentTime",                    "Date"],
  ["aws:EpochTime",                      "Date",    { alsoType: "Numeric" }], // seconds
  ["aws:IsMcpServiceAction",             "Bool"],
  ["aws:referer",                        "String"],
  ["aws:RequestedRegion",                "String"],
  ["aws:SecureTransport",                "Bool"],
  ["aws:SourceAccount",                  "String"],
  ["aws:SourceArn",                      "ARN"],
  ["aws:SourceOrgID",                    "String"],
  ["aws:SourceOrgPaths",                 "String",  many],
  ["aws:UserAgent",                      "String"],
  ["aws:ViaAWSMCPService",               "Bool"],
  ["aws:ViaAWSService",                  "Bool"],
];

export const GLOBAL_CONDITION_KEYS: readonly ConditionKey[] = ROWS.map(([name, type, more]) => ({
  name,
  type,
  multiValued: false,
  availability: { on: "any" },
  ...more,
}));
