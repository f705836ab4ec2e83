import type { KmsAction } from "./actions.ts";
import { type AwsManaged, awsManagedKeyPolicy, type KeyPolicyDocument, type KeyPolicyStatement } from "./default-key-policy.ts";

/**
 * AWS managed keys: one of a service in each account and Region, made when the service first needs it (KMS Developer Guide, "AWS managed keys"). Their
 * aliases are there before: ListAliases shows them without a key. Keys that AWS owns itself are in no account that could see them: no operation names
 * one, no policy speaks of one, and a service that encrypts under one asks KMS nothing on behalf of its caller.
 */
export type AwsManagedKey = {
  readonly service: string; // of `alias/aws/<service>`
  readonly via: readonly string[]; // the service's names in kms:ViaService, without Region and suffix
  readonly title: string; // in the Sid of the policy; its wording is ours
  readonly protects: string; // in the key's description; the rest of the sentence is the same for all
  readonly grants: boolean; // whether the service works with grants
  readonly more?: (home: Home) => readonly KeyPolicyStatement[]; // what its guide shows of the policy beyond the usual
  readonly dataKeys?: "apart"; // GenerateDataKey* stands in a statement of `more`
  readonly id?: string; // of the policy; `auto-<service>-1` where nothing else is known
  readonly basis: Basis;
};

/**
 * What a row rests on. `recorded`: the policy was seen at AWS. `documented`: the guide of the service shows it. `copied`: public copies of it agree.
 * `usual`: the alias and the name in kms:ViaService are documented, the policy is taken to have the usual shape (KMS Developer Guide, "AWS managed keys").
 * `read elsewhere`: even these are from general knowledge, which nothing that was at hand confirms.
 */
type Basis = "recorded" | "documented" | "copied" | "usual" | "read elsewhere";

type Home = Pick<AwsManaged, "partition" | "account" | "region">;

/** AWS rotates the keys it manages every year (KMS Developer Guide, "Rotate AWS KMS keys"). */
export const ROTATION_DAYS = 365;

/**
 * Services by the names of their keys, and what is known of the key policy; where nothing is, that of aws/sqs, which was recorded. Sources: KMS Developer
 * Guide, "AWS managed keys" and kms:ViaService; DynamoDB Developer Guide, "DynamoDB encryption usage notes"; Amazon EFS User Guide, "Encrypting data at
 * rest"; AWS Secrets Manager User Guide, "Secret encryption and decryption"; public copies of `auto-s3-2`; AWS Certificate Manager User Guide, "Security for
 * certificate private keys".
 */
// biome-ignore format: a table reads as a table
export const AWS_MANAGED_KEYS: readonly AwsManagedKey[] = [
  { service: "acm",               via: ["acm"],                             title: "ACM",              protects: "ACM private keys",           grants: true, basis: "read elsewhere" },
  { service: "backup",            via: ["backup"],                          title: "Backup",           protects: "Backup recovery points",     grants: true, basis: "usual" },
  { service: "dynamodb",          via: ["dynamodb"],                        title: "Amazon DynamoDB",  protects: "DynamoDB tables",            grants: true, more: () => [DYNAMODB_METADATA], basis: "documented" },
  { service: "ebs",               via: ["ec2"],                             title: "EBS",              protects: "EBS volumes",                grants: true, basis: "usual" },
  { service: "ecr",               via: ["ecr"],                             title: "ECR",              protects: "ECR repositories",           grants: true, basis: "usual" },
  { service: "elasticfilesystem", via: ["elasticfilesystem"],               title: "EFS",              protects: "EFS filesystems",            grants: true, basis: "documented" },
  { service: "kinesis",           via: ["kinesis"],                         title: "Kinesis",          protects: "Kinesis streams",            grants: true, basis: "usual" },
  { service: "lambda",            via: ["lambda"],                          title: "Lambda",           protects: "Lambda functions",           grants: true, basis: "usual" },
  { service: "rds",               via: ["rds"],                             title: "RDS",              protects: "RDS database volumes",       grants: true, basis: "usual" },
  { service: "redshift",          via: ["redshift", "redshift-serverless"], title: "Redshift",         protects: "Redshift clusters",          grants: true, basis: "usual" },
  { service: "s3",                via: ["s3"],                              title: "S3",               protects: "S3 objects",                 grants: false, id: "auto-s3-2", basis: "copied" },
  { service: "secretsmanager",    via: ["secretsmanager"],                  title: "AWS Secrets Manager", protects: "Secrets Manager data",    grants: true, more: secretDataKeys, dataKeys: "apart", basis: "documented" },
  { service: "sns",               via: ["sns"],                             title: "SNS",              protects: "SNS data",                   grants: true, basis: "usual" },
  { service: "sqs",               via: ["sqs"],                             title: "SQS",              protects: "SQS messages",               grants: true, basis: "recorded" },
  { service: "ssm",               via: ["ssm"],                             title: "SSM",              protects: "SSM parameters",             grants: true, basis: "usual" },
];

/** DynamoDB Developer Guide, "DynamoDB encryption usage notes": the service itself sees the key's metadata. */
const DYNAMODB_METADATA: KeyPolicyStatement = {
  Sid: "Allow DynamoDB Service with service principal name dynamodb.amazonaws.com to describe the key directly",
  Effect: "Allow",
  Principal: { Service: "dynamodb.amazonaws.com" },
  Action: ["kms:Describe*", "kms:Get*", "kms:List*"],
  Resource: "*",
};

/** AWS Secrets Manager User Guide, "Secret encryption and decryption in AWS Secrets Manager": data keys are allowed by a statement of their own. */
function secretDataKeys({ account, region }: Home): readonly KeyPolicyStatement[] {
  return [
    {
      Sid: "Allow access through AWS Secrets Manager for data keys",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        StringEquals: { "kms:CallerAccount": account },
        StringLike: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` },
      },
    },
  ];
}

const PREFIX = "alias/aws/";

/** The alias of a service's key. */
export const awsAlias = ({ service }: Pick<AwsManagedKey, "service">): string => PREFIX + service;

/** The names that AWS keeps to itself (rule kms.aliases.reserved). */
export const isAwsAlias = (name: string): boolean => name.startsWith(PREFIX);

const BY_ALIAS: ReadonlyMap<string, AwsManagedKey> = new Map(AWS_MANAGED_KEYS.map((row) => [awsAlias(row), row]));

/** The service's key that an alias is for; undefined for a service whose key is not documented here, and for all other aliases. */
export const awsManagedKey = (alias: string): AwsManagedKey | undefined => BY_ALIAS.get(alias);

/** The policy that the service of this alias writes for its key. Of a service that is not in the table the usual shape. */
export function awsManagedPolicyFor(alias: string, home: Home): KeyPolicyDocument {
  const service = alias.slice(PREFIX.length);
  const row = awsManagedKey(alias);
  const usual = awsManagedKeyPolicy({
    ...home,
    service,
    grants: true,
    ...(row && { via: row.via, title: row.title, grants: row.grants, id: row.id }),
  });
  const [access, ...rest] = usual.Statement;
  const first = access && row?.dataKeys === "apart" ? [withoutDataKeys(access), ...rest] : usual.Statement;
  return row?.more === undefined ? usual : { ...usual, Statement: [...first, ...row.more(home)] };
}

const withoutDataKeys = (statement: KeyPolicyStatement): KeyPolicyStatement => ({
  ...statement,
  Action: [statement.Action].flat().filter((action) => action !== "kms:GenerateDataKey*"),
});

/** The same as GetKeyPolicy returns it. */
export const awsManagedPolicyText = (alias: string, home: Home): string => JSON.stringify(awsManagedPolicyFor(alias, home), null, 2);

/**
 * What nobody can do to an AWS managed key, however its policy reads: change, rotate, tag or delete it, or move its alias (KMS Developer Guide, "AWS managed
 * keys"; recorded for EnableKeyRotation; rule kms.aws-managed.kept). Grants on it are made by its service alone, which its policy says.
 */
const MANAGEMENT: ReadonlySet<KmsAction["action"]> = new Set([
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DeleteImportedKeyMaterial",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:ImportKeyMaterial",
  "kms:PutKeyPolicy",
  "kms:ReplicateKey",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:SynchronizeMultiRegionKey",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
  "kms:UpdatePrimaryRegion",
]);

export const isKeptByAws = (action: KmsAction["action"]): boolean => MANAGEMENT.has(action);
