import type { Circumstance, ConditionKey, ConditionKeyType, Untold } from "./condition-key.ts";

const many = { multiValued: true } as const;
const forwarding = { settledBy: "kms:ViaService" } as const;

/** What an untold key means, and in whose requests. */
type Means = Untold | `${Exclude<Untold, "follows">} ${Circumstance}`;
type Row = readonly [string, ConditionKeyType, Means, Partial<ConditionKey>?];

/**
 * IAM User Guide, "AWS global condition context keys", in its groups; KMS takes them all. The three for tags on resources and requests are with
 * the keys of KMS, which says what carries them. A session also brings keys of the service that gave it its credentials.
 */
// biome-ignore format: a table reads as a table
const ROWS: readonly Row[] = [
  // the principal
  ["aws:PrincipalAccount",                "String",   "follows"],
  ["aws:PrincipalArn",                    "ARN",      "follows"],
  ["aws:PrincipalIsAWSService",           "Bool",     "follows"],
  ["aws:PrincipalOrgID",                  "String",   "optional principal"],
  ["aws:PrincipalOrgPaths",               "String",   "optional principal", many],
  ["aws:PrincipalServiceName",            "String",   "follows"],
  ["aws:PrincipalServiceNamesList",       "String",   "follows", many],
  ["aws:PrincipalTag/",                   "String",   "optional principal"],
  ["aws:PrincipalType",                   "String",   "follows"],
  ["aws:userid",                          "String",   "sent principal"],
  ["aws:username",                        "String",   "follows"],
  // its session
  ["aws:AssumedRoot",                     "Bool",     "optional session"],
  ["aws:ChatbotSourceArn",                "ARN",      "optional session"],
  ["aws:Ec2InstanceSourcePrivateIPv4",    "IP",       "optional session"],
  ["aws:Ec2InstanceSourceVpc",            "String",   "optional session"],
  ["aws:FederatedProvider",               "String",   "optional session"],
  ["aws:MultiFactorAuthAge",              "Numeric",  "optional session"], // seconds
  ["aws:MultiFactorAuthPresent",          "Bool",     "follows", { settledBy: "aws:MultiFactorAuthAge" }],
  ["aws:SignInSessionArn",                "ARN",      "optional session"],
  ["aws:SourceIdentity",                  "String",   "optional session"],
  ["aws:TokenIssueTime",                  "Date",     "sent session"],
  ["codebuild:",                          "String",   "optional session", { alsoType: "ARN" }],
  ["ec2:RoleDelivery",                    "Numeric",  "optional session"], // 1.0 or 2.0: the version of the instance metadata service
  ["ec2:SourceInstanceArn",               "ARN",      "optional session"],
  ["glue:",                               "String",   "optional session", { alsoType: "ARN" }],
  ["identitystore:UserId",                "String",   "optional session"],
  ["lambda:SourceFunctionArn",            "ARN",      "optional session"],
  ["ssm:SourceInstanceArn",               "ARN",      "optional session"],
  // the network
  ["aws:SourceIp",                        "IP",       "sent public"],
  ["aws:SourceVpc",                       "String",   "sent endpoint"],
  ["aws:SourceVpcArn",                    "ARN",      "sent endpoint"],
  ["aws:SourceVpce",                      "String",   "sent endpoint"],
  ["aws:VpceAccount",                     "String",   "sent endpoint"],
  ["aws:VpceOrgID",                       "String",   "optional endpoint"],
  ["aws:VpceOrgPaths",                    "String",   "optional endpoint", many],
  ["aws:VpcSourceIp",                     "IP",       "sent endpoint"],
  // the resource
  ["aws:ResourceAccount",                 "String",   "follows"],
  ["aws:ResourceOrgID",                   "String",   "optional"],
  ["aws:ResourceOrgPaths",                "String",   "optional", many],
  // the request
  ["aws:CalledVia",                       "String",   "follows", { ...many, ...forwarding }],
  ["aws:CalledViaAWSMCP",                 "String",   "optional"],
  ["aws:CalledViaFirst",                  "String",   "follows", forwarding],
  ["aws:CalledViaLast",                   "String",   "follows", forwarding],
  ["aws:CurrentTime",                     "Date",     "sent"],
  ["aws:EpochTime",                       "Date",     "sent", { alsoType: "Numeric", settledBy: "aws:CurrentTime" }], // seconds
  ["aws:IsMcpServiceAction",              "Bool",     "optional"],
  ["aws:referer",                         "String",   "optional"],
  ["aws:RequestedRegion",                 "String",   "sent"],
  ["aws:SecureTransport",                 "Bool",     "sent"],
  ["aws:SourceAccount",                   "String",   "optional service"],
  ["aws:SourceArn",                       "ARN",      "optional service"],
  ["aws:SourceOrgID",                     "String",   "optional service"],
  ["aws:SourceOrgPaths",                  "String",   "optional service", many],
  ["aws:UserAgent",                       "String",   "sent"],
  ["aws:ViaAWSMCPService",                "Bool",     "optional"],
  ["aws:ViaAWSService",                   "Bool",     "follows", forwarding],
];

export const GLOBAL_CONDITION_KEYS: readonly ConditionKey[] = ROWS.map(([name, type, means, more]) => {
  const [untold, when] = means.split(" ") as [Untold, Circumstance?];
  return { name, type, multiValued: false, availability: { on: "any" }, untold, ...(when && { when }), ...more };
});
