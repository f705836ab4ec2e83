import { fromValue, isPlainObject, NotJsonError } from "../base/json-source.ts";
import { openEnvelope } from "../world/policy-envelope.ts";
import type { ForeignDocument } from "./foreign-document.ts";
import { isTemplateText } from "./foreign-document.ts";

/** What a document can be. */
export type Format =
  | "world"
  | "test-file"
  | "case"
  | "policy"
  | "terraform-plan"
  | "terraform-state"
  | "terraform-plan-file"
  | "terraform-log"
  | "terraform-tfstate"
  | "terraform-source"
  | "pulumi-preview"
  | "cloudformation-template"
  | "cloudformation-change-set"
  | "cloudformation-parameters"
  | "cdk-manifest"
  | "cdk-other"
  | "aws-cli"
  | "aws-config"
  | "aws-refusal"
  | "aws-table"
  | "cloudtrail"
  | "findings"
  | "unknown";

/** Who reads a format; a format without one is told with `help`, or, where there is none, passed over. */
export type ImporterName = "terraform" | "cloudformation" | "dumps";

export type FormatRow = {
  readonly format: Format;
  readonly what: string; // with its article: "a Terraform plan"
  readonly importer?: ImporterName;
  readonly help?: string; // how to come by a document that can be read
  readonly has?: (value: Members) => boolean; // of an object
  readonly list?: (items: readonly Members[]) => boolean; // of a list of objects, of which this sees the first ones
  readonly text?: (text: string, file: string) => boolean; // of a text that is no JSON and no YAML, or a template
};

type Members = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const holds = (value: unknown, ...names: readonly string[]): boolean =>
  isList(value) && value.some((each) => isPlainObject(each) && names.every((name) => name in each));

/**
 * By its content alone; the first row that fits. Sources: Terraform, "JSON Output Format", and OpenTofu's page on it; CloudFormation User Guide, "Template
 * anatomy"; cloud-assembly-schema of AWS CDK; AWS CLI Command Reference; AWS Config Developer Guide, "Components of a configuration item".
 */
// biome-ignore format: a table reads as a table
export const FORMATS: readonly FormatRow[] = [
  { format: "terraform-plan",  what: "a Terraform plan",  importer: "terraform", has: (it) => isText(it.format_version) && ("resource_changes" in it || "planned_values" in it || "resource_drift" in it) },
  { format: "terraform-state", what: "a Terraform state", importer: "terraform", has: (it) => isText(it.format_version) && !("provider_schemas" in it) && !("valid" in it) && !("modules" in it) && ("values" in it || Object.keys(it).every((name) => name === "format_version" || name === "terraform_version")) },
  { format: "terraform-plan",  what: "a trimmed Terraform plan", importer: "terraform", has: (it) => holds(it.resource_changes, "address", "change") }, // as Spacelift gives it to policies
  { format: "terraform-tfstate", what: "a state file of Terraform's own format", help: "print it: `terraform show -json > state.json`", has: (it) => isText(it.lineage) || (typeof it.version === "number" && isList(it.resources) && "terraform_version" in it) },
  { format: "terraform-tfstate", what: "an encrypted state or plan of OpenTofu", help: "print it: `tofu show -json > state.json`", has: (it) => "encrypted_data" in it && "encryption_version" in it },
  { format: "terraform-log",   what: "the log of `terraform plan -json`, which has no values", help: "save the plan and print it: `terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`", has: (it) => it["@module"] === "terraform.ui" || it["@module"] === "tofu.ui" || (it.type === "version" && ("terraform" in it || "tofu" in it)) },
  { format: "terraform-source", what: "Terraform in JSON, without values", help: "plan it: `terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`", has: (it) => (isPlainObject(it.resource) && Object.keys(it.resource).some((type) => type.startsWith("aws_"))) || (isPlainObject(it["//"]) && "metadata" in it["//"] && "terraform" in it) },
  { format: "pulumi-preview",  what: "a preview of Pulumi", help: "write the policies in it to files of their own", has: (it) => isList(it.steps) && holds(it.steps, "op", "urn") },

  { format: "cloudformation-template", what: "a CloudFormation template", importer: "cloudformation", has: (it) => "AWSTemplateFormatVersion" in it || typesIn(it.Resources).some((type) => /^(?:AWS|Custom|Alexa)::/.test(type)) || (isPlainObject(it.Resources) && Object.keys(it.Resources).some((name) => name.startsWith("Fn::ForEach::"))), text: (text) => isTemplateText(text) },
  { format: "cloudformation-template", what: "a CloudFormation template", importer: "cloudformation", has: (it) => isPlainObject(it.TemplateBody) || (isText(it.TemplateBody) && "StagesAvailable" in it) }, // of get-template
  { format: "cloudformation-change-set", what: "a change set", importer: "cloudformation", has: (it) => "ChangeSetName" in it && isList(it.Changes) },
  { format: "cloudformation-parameters", what: "parameters of a template", importer: "cloudformation", has: (it) => isPlainObject(it.Parameters) && !("Resources" in it), list: (items) => items.every((item) => "ParameterKey" in item) },
  { format: "cdk-manifest",    what: "a cloud assembly of AWS CDK", importer: "cloudformation", has: (it) => isText(it.version) && isPlainObject(it.artifacts) },
  { format: "cdk-other",       what: "a part of a cloud assembly", importer: "cloudformation", has: (it) => (it.version !== undefined && "files" in it && "dockerImages" in it) || ("tree" in it && isPlainObject(it.tree) && "children" in it.tree) },

  { format: "case",            what: "a case", help: "decide it: `kmsward eval CASE`", has: (it) => isPlainObject(it.request) && ("principal" in it.request || "action" in it.request) },
  { format: "test-file",       what: "a test file", help: "run it: `kmsward test FILE`; its `world:` may be a file of its own", has: (it) => "world" in it && ("cases" in it || "invariants" in it || "defaults" in it) },
  { format: "test-file",       what: "a test file", help: "run it: `kmsward test FILE`; its `world:` may be a file of its own", has: (it) => holds(it.cases, "expect") },
  { format: "world",           what: "a world", has: (it) => !("format_version" in it) && [it.keys, it.principals, it.accounts, it.endpoints].some((part) => isPlainObject(part)) },
  { format: "world",           what: "a world", has: (it) => it.version === 1 && [it.policies, it.include, it.organization].some((part) => part !== undefined) },

  { format: "aws-cli",         what: "an answer of AWS",  importer: "dumps", has: (it) => answerOf(it) !== undefined, list: (items) => items.every((item) => answerOf(item) !== undefined) },
  { format: "aws-config",      what: "items of AWS Config", importer: "dumps", has: (it) => isConfigItem(it) || holds(it.configurationItems, "resourceType") || (isPlainObject(it.configurationItem) && "resourceType" in it.configurationItem), list: (items) => items.every(isConfigItem) },
  { format: "aws-refusal",     what: "a refusal of AWS", importer: "dumps", text: (text) => /^\s{0,99}(?:aws: \[ERROR\]: )?An error occurred \(/.test(text), has: (it) => isPlainObject(it.Error) && "Code" in it.Error },
  { format: "cloudtrail",      what: "a log of CloudTrail", help: "it tells what was done, not what is allowed", has: (it) => holds(it.Records, "eventSource") || holds(it.Events, "CloudTrailEvent") || ("eventSource" in it && "eventName" in it) },
  { format: "findings",        what: "findings of another tool", help: "they are conclusions: give what they were drawn from", has: (it) => holds(it.Findings, "ProductArn") || holds(it.findings, "resource", "findingType") || isList(it.runs) },

  { format: "policy",          what: "a policy", has: (it) => "Statement" in it || isAnswerWithPolicy(it) },

  { format: "terraform-plan-file", what: "a plan file of Terraform, which only Terraform reads", help: "print it: `terraform show -json PLANFILE > plan.json`, or `tofu show -json`", text: (text) => text.startsWith("PK\u0003\u0004") },
  { format: "terraform-source", what: "Terraform source, without values", help: "plan it: `terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`", text: (text, file) => /\.(?:tf|tofu)$/i.test(file) || /^(?:resource|data|module|provider|variable) "[\w-]+"(?: "[\w-]+")? \{/m.test(text) },
  { format: "terraform-plan-file", what: "a plan as Terraform prints it for people", help: "print it as JSON: `terraform show -json PLANFILE > plan.json`", text: (text) => /^Terraform will perform the following actions:|^(?:OpenTofu|Terraform) used the selected providers/m.test(text) },
  { format: "aws-table",       what: "an answer of AWS as a table or as text", help: "ask with `--output json`", text: (text) => /^-{5,}\n\|/.test(text) || /^(?:KEYS|ALIASES|GRANTS|KEYMETADATA|ROLEDETAILLIST)\t/m.test(text) },
];

/** What a document is; undefined for what has nothing to do with access to keys, as far as can be told. */
export function recognise(document: ForeignDocument): FormatRow | undefined {
  const { value, text, file } = document;
  if (isPlainObject(value)) return FORMATS.find(({ has }) => has?.(value));
  if (isList(value)) {
    const first = value.slice(0, 20).filter(isPlainObject);
    return first.length === 0 ? undefined : FORMATS.find(({ list }) => list?.(first));
  }
  const head = text.slice(0, 200_000);
  return FORMATS.find((row) => row.text?.(head, file));
}

/** An answer of the AWS CLI that holds one policy, of which it does not say what it is attached to. */
function isAnswerWithPolicy(value: Members): boolean {
  if (
    !["Policy", "PolicyDocument", "PolicyVersion", "AssumeRolePolicyDocument", "ResourcePolicy", "Attributes"].some((name) => name in value)
  )
    return false;
  try {
    return openEnvelope(fromValue(value)) !== undefined;
  } catch (error) {
    if (error instanceof NotJsonError) return false; // too large for an answer
    throw error;
  }
}

const typesIn = (resources: unknown): readonly string[] =>
  isPlainObject(resources) ? Object.values(resources).flatMap((each) => (isPlainObject(each) && isText(each.Type) ? [each.Type] : [])) : [];

const isConfigItem = (it: Members): boolean =>
  isText(it.resourceType) && /^AWS::/.test(it.resourceType) && ("configuration" in it || "supplementaryConfiguration" in it);

/** Which command of the AWS CLI, or call of an SDK, gives an answer of this shape. */
export type AnswerKind = keyof typeof ANSWERS;

/** AWS CLI Command Reference. The first that fits. A policy of which nothing tells whose it is, is no answer but a policy. */
// biome-ignore format: a table reads as a table
export const ANSWERS = {
  "kms get-key-policy":            (it) => isText(it.Policy) && it.PolicyName === "default",
  "kms list-keys":                 (it) => isList(it.Keys) && (it.Keys.length === 0 || holds(it.Keys, "KeyArn")),
  "kms describe-key":              (it) => isPlainObject(it.KeyMetadata),
  "kms list-aliases":              (it) => isList(it.Aliases) && (it.Aliases.length === 0 || holds(it.Aliases, "AliasName")),
  "kms list-grants":               (it) => isList(it.Grants) && (it.Grants.length === 0 || holds(it.Grants, "GrantId")),
  "kms list-resource-tags":        (it) => isList(it.Tags) && (it.Tags.length === 0 || holds(it.Tags, "TagKey")),
  "kms get-key-rotation-status":   (it) => typeof it.KeyRotationEnabled === "boolean",
  "iam get-account-authorization-details": (it) => isList(it.RoleDetailList) || isList(it.UserDetailList) || isList(it.GroupDetailList),
  "organizations describe-organization": (it) => isPlainObject(it.Organization) && "MasterAccountId" in it.Organization,
  "organizations list-roots":      (it) => isList(it.Roots),
  "organizations list-organizational-units-for-parent": (it) => isList(it.OrganizationalUnits),
  "organizations list-accounts":   (it) => isList(it.Accounts) && (it.Accounts.length === 0 || holds(it.Accounts, "Arn", "Id")),
  "organizations list-policies":   (it) => isList(it.Policies) && (it.Policies.length === 0 || holds(it.Policies, "Type", "AwsManaged")),
  "organizations list-targets-for-policy": (it) => isList(it.Targets) && (it.Targets.length === 0 || holds(it.Targets, "TargetId")),
  "organizations describe-policy": (it) => isPlainObject(it.Policy) && isPlainObject(it.Policy.PolicySummary),
  "ec2 describe-vpc-endpoints":    (it) => isList(it.VpcEndpoints),
  "sts get-caller-identity":       (it) => isText(it.UserId) && isText(it.Account) && isText(it.Arn),
  "dynamodb describe-table":       (it) => isPlainObject(it.Table) && isText(it.Table.TableArn),
  "secretsmanager list-secrets":   (it) => isList(it.SecretList),
  "secretsmanager describe-secret": (it) => isSecret(it) && ("VersionIdsToStages" in it || "CreatedDate" in it || "LastChangedDate" in it),
  "secretsmanager get-resource-policy": (it) => isSecret(it) && !("SecretString" in it) && !("SecretBinary" in it),
  "sqs get-queue-attributes":      (it) => isPlainObject(it.Attributes) && isText(it.Attributes.QueueArn),
  "sns get-topic-attributes":      (it) => isPlainObject(it.Attributes) && isText(it.Attributes.TopicArn),
  "lambda get-function-configuration": (it) => isText(it.FunctionArn) && isText(it.FunctionName),
  "lambda get-function":           (it) => isPlainObject(it.Configuration) && isText(it.Configuration.FunctionArn),
  "lambda list-functions":         (it) => isList(it.Functions) && holds(it.Functions, "FunctionArn"),
  "logs describe-log-groups":      (it) => isList(it.logGroups),
  "ec2 describe-volumes":          (it) => isList(it.Volumes) && holds(it.Volumes, "VolumeId"),
  "rds describe-db-instances":     (it) => isList(it.DBInstances),
  "rds describe-db-clusters":      (it) => isList(it.DBClusters),
  "rds describe-db-snapshots":     (it) => isList(it.DBSnapshots),
  "eks describe-cluster":          (it) => isPlainObject(it.cluster) && isText(it.cluster.arn),
  "cloudtrail describe-trails":    (it) => isList(it.trailList),
  "s3api get-bucket-policy":       (it) => isText(it.Policy) && Object.keys(it).length === 1 && /"arn:[a-z-]{1,20}:s3:::/.test(it.Policy),
  "s3api get-bucket-encryption":   (it) => isPlainObject(it.ServerSideEncryptionConfiguration),
  "s3api get-bucket-ownership-controls": (it) => isPlainObject(it.OwnershipControls),
  "s3api get-public-access-block": (it) => isPlainObject(it.PublicAccessBlockConfiguration),
  "iam get-role":                  (it) => isPlainObject(it.Role) && "RoleName" in it.Role,
  "iam get-role-policy":           (it) => "PolicyDocument" in it && isText(it.PolicyName) && (isText(it.RoleName) || isText(it.UserName) || isText(it.GroupName)),
} satisfies Readonly<Record<string, (it: Members) => boolean>>;

/** Of Secrets Manager; a secret's value would be another answer, which is not read. */
const isSecret = (it: Members): boolean => isText(it.ARN) && /^arn:[a-z-]+:secretsmanager:/.test(it.ARN) && isText(it.Name);

/** The command whose answer an object is. */
export function answerOf(value: Members): AnswerKind | undefined {
  return (Object.keys(ANSWERS) as AnswerKind[]).find((kind) => ANSWERS[kind](value));
}
