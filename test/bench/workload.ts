import type { Case } from "../../src/cases/case.ts";

/** The policy set that the benches decide on: a key as a company would have it, and twelve requests of mixed outcome. */
const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:role/${name}`;
const session = (name: string, account = ACCOUNT) => `arn:aws:sts::${account}:assumed-role/${name}/i-0ab`;

const keyPolicy = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "EnableIAM", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
    {
      Sid: "Admins",
      Effect: "Allow",
      Principal: { AWS: [role("key-admin"), role("break-glass")] },
      Action: [
        "kms:Create*",
        "kms:Describe*",
        "kms:Enable*",
        "kms:List*",
        "kms:Put*",
        "kms:Update*",
        "kms:Revoke*",
        "kms:Disable*",
        "kms:Get*",
        "kms:Delete*",
        "kms:ScheduleKeyDeletion",
        "kms:CancelKeyDeletion",
      ],
      Resource: "*",
    },
    {
      Sid: "Users",
      Effect: "Allow",
      Principal: { AWS: [role("orders-app"), role("billing-app")] },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "kms:EncryptionContext:tenant": ["t1", "t2"] } },
    },
    {
      Sid: "ThroughRds",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": "rds.us-east-1.amazonaws.com", "kms:CallerAccount": ACCOUNT } },
    },
    {
      Sid: "Partner",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::444455556666:root" },
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: "*",
    },
    {
      Sid: "OnlyOurOrganization",
      Effect: "Deny",
      Principal: "*",
      Action: "kms:*",
      Resource: "*",
      Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-abc123" }, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } },
    },
  ],
};

const identity = [
  {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Use", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: KEY },
      { Sid: "Tagged", Effect: "Allow", Action: "kms:*", Resource: "*", Condition: { StringEquals: { "aws:ResourceTag/team": "orders" } } },
      { Sid: "Logs", Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" },
      { Sid: "NoDelete", Effect: "Deny", Action: ["kms:ScheduleKeyDeletion", "kms:DisableKey"], Resource: "*" },
    ],
  },
  {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Bucket", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::orders/*" },
      { Sid: "List", Effect: "Allow", Action: ["kms:ListKeys", "kms:ListAliases"], Resource: "*" },
      { Sid: "Queue", Effect: "Allow", Action: "sqs:*", Resource: `arn:aws:sqs:us-east-1:${ACCOUNT}:orders` },
      {
        Sid: "Network",
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: { NotIpAddressIfExists: { "aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } },
      },
    ],
  },
  {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Describe", Effect: "Allow", Action: "kms:Describe*", Resource: "arn:aws:kms:*:111122223333:key/*" },
      { Sid: "Own", Effect: "Allow", Action: "kms:Encrypt", Resource: "arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/keyid}" },
      { Sid: "Metrics", Effect: "Allow", Action: "cloudwatch:PutMetricData", Resource: "*" },
      { Sid: "Tls", Effect: "Deny", Action: "*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ],
  },
];

export const workload = {
  policies: {
    resource: keyPolicy,
    identity,
    serviceControl: [
      [
        {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "*", Resource: "*" },
            { Sid: "NoLeave", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
          ],
        },
      ],
    ],
  },
  grants: [
    {
      GrantId: "g1",
      GranteePrincipal: role("exporter"),
      Operations: ["Decrypt", "RetireGrant"],
      Constraints: { EncryptionContextSubset: { purpose: "export" } },
    },
    { GrantId: "g2", GranteePrincipal: session("batch"), Operations: ["GenerateDataKey", "Decrypt"] },
  ],
  key: {
    managedBy: "customer",
    aliases: ["alias/orders"],
    tags: { team: "orders" },
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
  },
} satisfies Omit<Case, "request">;

const inside = { "aws:PrincipalOrgID": "o-abc123", "aws:SourceIp": "203.0.113.7", "aws:SecureTransport": "true" };

export const requests: readonly Case["request"][] = [
  { principal: session("orders-app"), action: "kms:Decrypt", resource: KEY, context: inside, encryptionContext: { tenant: "t1" } },
  {
    principal: session("orders-app"),
    action: "kms:GenerateDataKey",
    resource: KEY,
    context: inside,
    encryptionContext: { tenant: "t2", file: "a" },
  },
  { principal: session("orders-app"), action: "kms:Encrypt", resource: KEY, context: inside, encryptionContext: { tenant: "t9" } },
  { principal: session("key-admin"), action: "kms:PutKeyPolicy", resource: KEY, context: inside },
  { principal: session("key-admin"), action: "kms:ScheduleKeyDeletion", resource: KEY, context: inside },
  { principal: session("exporter"), action: "kms:Decrypt", resource: KEY, context: inside, encryptionContext: { purpose: "export" } },
  { principal: session("batch"), action: "kms:GenerateDataKey", resource: KEY, context: inside },
  { principal: session("anyone"), action: "kms:Decrypt", resource: KEY, context: inside, viaService: "rds.us-east-1.amazonaws.com" },
  { principal: session("reader", "444455556666"), action: "kms:Decrypt", resource: KEY, context: inside },
  {
    principal: session("reader", "777788889999"),
    action: "kms:Decrypt",
    resource: KEY,
    context: { ...inside, "aws:PrincipalOrgID": "o-else" },
  },
  { principal: `arn:aws:iam::${ACCOUNT}:root`, action: "kms:EnableKey", resource: KEY, context: inside },
  { principal: session("orders-app"), action: "kms:ListKeys", resource: "*", context: { ...inside, "aws:SourceIp": "198.51.100.9" } },
];
