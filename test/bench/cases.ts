const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });

const KEY_POLICY = policy(
  { Sid: "EnableIAM", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
  {
    Sid: "Admins",
    Effect: "Allow",
    Principal: { AWS: [role("admin"), role("security")] },
    Action: ["kms:Create*", "kms:Describe*", "kms:Put*", "kms:ScheduleKeyDeletion"],
    Resource: "*",
  },
  {
    Sid: "AppUse",
    Effect: "Allow",
    Principal: { AWS: role("app") },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "kms:EncryptionContext:tenant": ["t1", "t2"] } },
  },
  {
    Sid: "ViaS3",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": ACCOUNT } },
  },
  { Sid: "Partner", Effect: "Allow", Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: "kms:Decrypt", Resource: "*" },
  {
    Sid: "NoDeletion",
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: "kms:ScheduleKeyDeletion",
    Resource: "*",
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
  },
);

const identityPolicy = (n: number) =>
  policy(
    {
      Sid: `Use${n}`,
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: n === 0 ? KEY : `arn:aws:kms:us-east-1:${ACCOUNT}:key/other-${n}`,
    },
    {
      Sid: `Data${n}`,
      Effect: "Allow",
      Action: "kms:GenerateDataKey*",
      Resource: `arn:aws:kms:*:${ACCOUNT}:key/*`,
      Condition: { StringLike: { "kms:EncryptionContext:purpose": `export-${n}*` } },
    },
    { Sid: `Bucket${n}`, Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::orders-${n}/*` },
    {
      Sid: `NoGrant${n}`,
      Effect: "Deny",
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "false" } },
    },
  );

const SET = {
  policies: {
    resource: KEY_POLICY,
    identity: [0, 1, 2].map((n) => ({ name: `app/policy-${n}`, document: identityPolicy(n) })),
    serviceControl: [[policy({ Sid: "FullAWSAccess", Effect: "Allow", Action: "*", Resource: "*" })]],
  },
  grants: [
    {
      GrantId: "g1",
      GranteePrincipal: role("exporter"),
      Operations: ["Decrypt"],
      Constraints: { EncryptionContextSubset: { purpose: "export" } },
    },
    { GrantId: "g2", GranteePrincipal: "arn:aws:iam::444455556666:role/reader", Operations: ["Decrypt", "DescribeKey"] },
  ],
};

const REQUESTS = [
  { principal: role("app"), action: "kms:Decrypt", encryptionContext: { tenant: "t1" } },
  { principal: role("app"), action: "kms:Decrypt", encryptionContext: { tenant: "t3" } },
  { principal: role("app"), action: "kms:GenerateDataKey", encryptionContext: { tenant: "t2", purpose: "export-0/nightly" } },
  {
    principal: `arn:aws:sts::${ACCOUNT}:assumed-role/app/i-0ab`,
    action: "kms:Decrypt",
    encryptionContext: { tenant: "t2" },
    context: { "aws:SourceVpce": "vpce-1" },
  },
  { principal: role("app"), action: "kms:Encrypt" },
  { principal: role("app"), action: "kms:CreateGrant" },
  { principal: role("exporter"), action: "kms:Decrypt", encryptionContext: { purpose: "export", day: "1" } },
  { principal: role("exporter"), action: "kms:Decrypt", encryptionContext: { purpose: "import" } },
  { principal: role("stranger"), action: "kms:Decrypt", viaService: "s3.us-east-1.amazonaws.com" },
  { principal: "arn:aws:iam::444455556666:role/reader", action: "kms:Decrypt" },
  { principal: role("admin"), action: "kms:ScheduleKeyDeletion", context: { "aws:MultiFactorAuthPresent": "false" } },
  { principal: `arn:aws:iam::${ACCOUNT}:user/ana`, action: "kms:DescribeKey", time: "2026-11-22T03:00:00Z" },
];

/** Lines of cases: one set of policies, twelve requests in turn, and an id of its own for each. */
export const caseLines = (count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ id: `case-${i}`, request: { ...REQUESTS[i % REQUESTS.length], resource: KEY }, ...SET })}\n`,
  );
