import { isMembers, type Members } from "./members.ts";

/** A document that is no policy and speaks of policies or keys: what it is, and how to come by the policies in it. */
export type Foreign = { readonly what: string; readonly help: string };

type Row = Foreign & { readonly has: (document: Members) => boolean };

const fromAccount =
  "`aws kms get-key-policy --key-id ID --output text --query Policy` prints the policy of a key: save it as a file of its own";
const planHelp = "write the policies of the plan to JSON files of their own";
const templateHelp = "write the policies in it to JSON files of their own, with the values that the stack fills in";

/** Terraform, "JSON Output Format"; CloudFormation, "Template anatomy"; AWS CLI Command Reference; CloudTrail, "Log file examples". The first that fits. */
// biome-ignore format: a table reads as a table
const DOCUMENTS: readonly Row[] = [
  { what: "a Terraform plan",                    help: planHelp,     has: (it) => "format_version" in it && ("planned_values" in it || "resource_changes" in it) },
  { what: "a Terraform state",                   help: planHelp,     has: (it) => ("terraform_version" in it && "resources" in it) || ("format_version" in it && "values" in it) },
  { what: "a CloudFormation template",           help: templateHelp, has: (it) => "AWSTemplateFormatVersion" in it || resourceTypes(it).some((type) => type.startsWith("AWS::")) },
  { what: "Terraform in JSON",                   help: templateHelp, has: (it) => isMembers(it.resource) && Object.keys(it.resource).some((type) => type.startsWith("aws_")) },
  { what: "a dump of an account's IAM",          help: "`aws iam get-role-policy` prints one policy of a role: save such answers as files of their own", has: (it) => "RoleDetailList" in it || "UserDetailList" in it },
  { what: "a list of grants",                    help: "add the grants to the key in the world (`grants`)", has: (it) => Array.isArray(it.Grants) },
  { what: "the description of a key",            help: fromAccount,  has: (it) => isMembers(it.KeyMetadata) },
  { what: "a list of keys",                      help: fromAccount,  has: (it) => Array.isArray(it.Keys) && it.Keys.some((each) => isMembers(each) && "KeyArn" in each) },
  { what: "a list of aliases",                   help: "add the aliases to the keys in the world (`aliases`)", has: (it) => Array.isArray(it.Aliases) },
  { what: "a log of CloudTrail",                 help: fromAccount,  has: (it) => Array.isArray(it.Records) && it.Records.some((each) => isMembers(each) && "eventSource" in each) },
];

const resourceTypes = ({ Resources }: Members): readonly string[] =>
  isMembers(Resources)
    ? Object.values(Resources).flatMap((each) => (isMembers(each) && typeof each.Type === "string" ? [each.Type] : []))
    : [];

/** What a JSON document is, where it is one of those. */
export const foreignOf = (value: unknown): Foreign | undefined => (isMembers(value) ? DOCUMENTS.find(({ has }) => has(value)) : undefined);

/** The same of text that is no JSON: sources of Terraform, templates in YAML, templates of policies. */
export function foreignText(path: string, text: string): Foreign | undefined {
  if (/\.tf$/i.test(path)) return /\baws_(?:kms|iam)_/.test(text) ? { what: "Terraform source", help: templateHelp } : undefined;
  const isYaml = /\.(?:ya?ml|template)$/i.test(path);
  if (isYaml && (/^AWSTemplateFormatVersion\s{0,9}:/m.test(text) || /\bType\s{0,9}:\s{0,9}["']?AWS::(?:KMS|IAM)::/.test(text)))
    return { what: "a CloudFormation template", help: templateHelp };
  return undefined;
}

/** Whether a text is the template of one: a program fills in values that stand in `${…}`, `{{ … }}` or `<% … %>`, which no policy has there. */
export function placeholderIn(text: string): string | undefined {
  const found = /\$\{[a-z_][\w.[\]-]{0,80}\}|\{\{[^{}\n]{0,80}\}\}|<%[^%\n]{0,80}%>/.exec(text)?.[0];
  return found?.startsWith("${aws:") || found?.startsWith("${kms:") ? undefined : found;
}

export const TEMPLATE_HELP = "give the policy as it is after the values are filled in";
