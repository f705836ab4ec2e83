import { readFileSync } from "node:fs";

/** AWS's facts about KMS, from the fixture files and nowhere else. */
type Permission = { readonly action: string; readonly resource: "key" | "alias" | "*" };
type Operation = {
  readonly name: string;
  readonly request: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly permissions: readonly Permission[];
  readonly crossAccount: boolean | string;
  readonly conditionKeys: readonly string[];
};

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../fixtures/aws/${file}`, import.meta.url), "utf8"));
const operationsFile = read("kms-operations.json") as {
  readonly operations: readonly Operation[];
  readonly keyResourceConditionKeys: readonly string[];
  readonly grantOperations: readonly string[];
  readonly permissionOnlyActions: readonly { readonly action: string }[];
};
const keysFile = read("kms-condition-keys.json") as {
  readonly conditionKeys: readonly { readonly key: string; readonly multiValued: boolean }[];
};

/** The global keys (IAM User Guide, global condition context keys), those with several values apart. */
const GLOBAL_MULTI = [
  "aws:PrincipalOrgPaths",
  "aws:PrincipalServiceNamesList",
  "aws:ResourceOrgPaths",
  "aws:VpceOrgPaths",
  "aws:SourceOrgPaths",
  "aws:CalledVia",
  "aws:TagKeys",
];
const GLOBAL_SINGLE =
  `aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalType aws:userid aws:username aws:PrincipalIsAWSService
  aws:PrincipalServiceName aws:TokenIssueTime aws:MultiFactorAuthPresent aws:MultiFactorAuthAge aws:FederatedProvider aws:SourceIdentity aws:AssumedRoot
  aws:SourceIp aws:VpcSourceIp aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:VpceAccount aws:VpceOrgID aws:ResourceAccount aws:ResourceOrgID
  aws:CurrentTime aws:EpochTime aws:RequestedRegion aws:SecureTransport aws:UserAgent aws:referer aws:ViaAWSService aws:CalledViaFirst
  aws:CalledViaLast aws:SourceArn aws:SourceAccount aws:SourceOrgID aws:PrincipalTag/\${k} aws:ResourceTag/\${k} aws:RequestTag/\${k}`.split(
    /\s+/,
  );

const lower = (text: string): string => text.toLowerCase();

/** Whether a name is the key that a table writes as `kms:X`, `kms:X:${Y}` or `kms:X:*`. */
export function isKeyNamed(template: string, name: string): boolean {
  const family = template.split("${")[0] ?? "";
  if (family !== template) return lower(name).startsWith(lower(family));
  if (template.endsWith("*")) return lower(name).startsWith(lower(template.slice(0, -1)));
  return lower(name) === lower(template);
}

/** Whether a key holds several values by its type; `undefined`: not a key AWS documents here. */
export function isMultiValued(name: string): boolean | undefined {
  if (GLOBAL_MULTI.some((key) => isKeyNamed(key, name))) return true;
  if (GLOBAL_SINGLE.some((key) => isKeyNamed(key, name))) return false;
  if (lower(name).startsWith("kms:recipientattestation:")) return false;
  return keysFile.conditionKeys.find(({ key }) => isKeyNamed(key, name))?.multiValued;
}

const checks = (action: string): [Operation, Permission][] =>
  operationsFile.operations.flatMap((operation) =>
    operation.permissions.filter((p) => lower(p.action) === lower(action)).map((p): [Operation, Permission] => [operation, p]),
  );

export const isKnownKmsAction = (action: string): boolean =>
  checks(action).length > 0 || operationsFile.permissionOnlyActions.some((known) => lower(known.action) === lower(action));

/** What the action is checked on: keys, aliases, or nothing in particular. */
export const resourceKinds = (action: string): string[] => {
  const kinds = checks(action).map(([, permission]) => permission.resource);
  return kinds.length > 0 ? kinds : ["key"];
};

/** Whether the action never works on another account's resource, whatever policies say. */
export const staysInAccount = (action: string): boolean =>
  checks(action).length > 0 && checks(action).every(([operation]) => operation.crossAccount === false);

/** Services whose calls no resource control policy binds (Service Authorization Reference, the machine copy of 2026-09-26). */
const OUTSIDE_RCPS = "sns lambda ssm kinesis ec2 ebs rds eks elasticfilesystem backup".split(" ");
export const isOutsideRcps = (action: string): boolean => OUTSIDE_RCPS.includes(lower(action).split(":")[0] ?? "");

/** Of other services: what their guides leave out where they list what works across accounts. */
const STAYS_AT_HOME = `
  dynamodb:PartiQLSelect dynamodb:PartiQLInsert dynamodb:PartiQLUpdate dynamodb:PartiQLDelete dynamodb:CreateBackup
  dynamodb:RestoreTableFromBackup dynamodb:RestoreTableToPointInTime dynamodb:ImportTable dynamodb:UpdateTimeToLive
  secretsmanager:BatchGetSecretValue secretsmanager:ListSecrets secretsmanager:CreateSecret
  sqs:AddPermission sqs:RemovePermission sqs:SetQueueAttributes sqs:CreateQueue sqs:DeleteQueue sqs:ListQueues sqs:ListQueueTags
  sqs:TagQueue sqs:UntagQueue sqs:StartMessageMoveTask sqs:CancelMessageMoveTask sqs:ListMessageMoveTasks
  lambda:UpdateFunctionConfiguration lambda:CreateFunction`
  .toLowerCase()
  .split(/\s+/);
export const staysAtHome = (action: string): boolean => STAYS_AT_HOME.includes(lower(action));

/** To use a key, to see it, and grants: what is left of an AWS managed key (KMS Developer Guide, "AWS managed keys"). */
const USING =
  /^kms:(?:encrypt|decrypt|encapsulate|decapsulate|reencrypt|generate|sign$|verify|derive|describe|get|list|(?:create|retire|revoke)grant$)/;

/** Whether the action changes the key itself. */
export const isManaging = (action: string): boolean => !USING.test(lower(action));

/** The name grants use for the action, if a grant can allow it. */
export const grantOperation = (action: string): string | undefined =>
  operationsFile.grantOperations.find((name) => lower(`kms:${name}`) === lower(action));

/** Keys that tell properties of the key: only checks made on a key have them. */
const isKeyProperty = (name: string): boolean =>
  operationsFile.keyResourceConditionKeys.some((key) => isKeyNamed(key, name)) &&
  !["kms:calleraccount", "kms:viaservice"].includes(lower(name));

/**
 * Whether AWS ever sends the `kms:` condition key with the action on such a resource: never on the alias half, and nothing at all with a check that
 * KMS does not make (an action it does not have, or a key operation asked on nothing).
 */
export function isSent(name: string, action: string, on: string): boolean {
  const made = checks(action).filter(([, permission]) => permission.resource === on);
  if (on === "alias" || made.length === 0) return false;
  const operations = made.map(([operation]) => operation);
  const named = operations.filter((operation) => lower(`kms:${operation.name}`) === lower(action));
  if (on !== "key" && isKeyProperty(name) && lower(action) !== "kms:createkey") return false;
  const modern = lower(name).replace("kms:customermasterkey", "kms:key"); // the old names come with the new ones
  return (named.length > 0 ? named : operations).some((operation) => operation.conditionKeys.some((key) => isKeyNamed(key, modern)));
}

/** The request member behind a condition key, where it is not called as the key is. */
const MEMBERS: Record<string, readonly string[]> = {
  "kms:DataKeyPairSpec": ["KeyPairSpec"],
  "kms:GrantOperations": ["Operations"],
  "aws:TagKeys": ["Tags", "TagKeys"],
};

/** Whether the operation's API requires the member that the condition key tells (KMS API Reference, request parameters). */
export function isRequired(name: string, action: string): boolean {
  const key = keysFile.conditionKeys.find((row) => lower(row.key) === lower(name))?.key;
  if (key === undefined) return false;
  const operations = checks(action).map(([operation]) => operation);
  const own = operations.filter((operation) => lower(`kms:${operation.name}`) === lower(action));
  if (own.length === 0 && key.startsWith("aws:")) return false; // TagResource on `*`, as a part of CreateKey
  const members = MEMBERS[key] ?? [key.slice(key.indexOf(":") + 1)];
  return (own.length > 0 ? own : operations).some(({ request }) => members.some((member) => request[member]?.required === true));
}

/** Names that stand for a family of keys. */
export const familyOf = (name: string): string | undefined =>
  ["kms:EncryptionContext:", "aws:PrincipalTag/", "aws:RequestTag/", "aws:ResourceTag/", "codebuild:", "glue:"].find(
    (family) => lower(name).startsWith(lower(family)) && name.length > family.length,
  ) ?? ["kms:RecipientAttestation:PCR", "kms:RecipientAttestation:NitroTPMPCR"].find((family) => lower(name).startsWith(lower(family)));

/** A name in lower case, as AWS spells it; the open part of a family stays. */
export function spelled(name: string): string {
  const keys = [
    ...GLOBAL_MULTI,
    ...GLOBAL_SINGLE,
    "kms:CustomerMasterKeySpec",
    "kms:CustomerMasterKeyUsage",
    ...keysFile.conditionKeys.map(({ key }) => key),
  ];
  const family = familyOf(name);
  if (family !== undefined) return family + name.slice(family.length);
  return keys.find((key) => lower(key) === lower(name)) ?? name;
}
