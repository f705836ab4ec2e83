import { isPlainObject } from "../../base/json-source.ts";
import { parseArn } from "../../iam/arn.ts";
import type { KeyOfDataDraft } from "../draft.ts";
import type { Leaf } from "../leaf.ts";
import type { Sides } from "../sides.ts";
import { type Answer, type Members, members, readPolicy, tagsIn, text } from "./answer.ts";

/** What an answer tells of one thing that data lies in. What it does not tell is not told. */
type Told = {
  readonly arn: string | undefined;
  readonly key?: string | null | undefined; // as AWS names it; null: none of its own
  readonly silent?: KeyOfDataDraft; // the key where none is named
  readonly policy?: { readonly document: unknown; readonly pointer: string } | "none" | undefined;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly tags?: unknown;
};

type Fact = Parameters<Parameters<Sides["each"]>[0]>[0] extends {
  resource: (...of: never) => { set: (member: infer M, value: never) => unknown };
}
  ? M
  : never;

/** Answers that tell of themselves what they are about, by their commands (AWS CLI Command Reference). */
// biome-ignore format: a table reads as a table
const READERS: Readonly<Partial<Record<Answer["kind"], (value: Members) => readonly Told[]>>> = {
  "dynamodb describe-table":      ({ Table }) => [table(Table as Members)],
  "secretsmanager describe-secret": (value) => [secret(value)],
  "secretsmanager list-secrets":  ({ SecretList }) => members(SecretList).map(secret),
  "secretsmanager get-resource-policy": (value) => [{ arn: text(value.ARN), policy: value.ResourcePolicy === undefined ? "none" : { document: value.ResourcePolicy, pointer: "/ResourcePolicy" } }],
  "sqs get-queue-attributes":     ({ Attributes }) => [queue(Attributes as Members)],
  "sns get-topic-attributes":     ({ Attributes }) => [topic(Attributes as Members)],
  "lambda get-function-configuration": (value) => [lambda(value)],
  "lambda get-function":          ({ Configuration }) => [lambda(Configuration as Members)],
  "lambda list-functions":        ({ Functions }) => members(Functions).map(lambda),
  "logs describe-log-groups":     ({ logGroups }) => members(logGroups).map((one) => ({ arn: text(one.arn), key: text(one.kmsKeyId) ?? null, silent: "none" })),
  "ec2 describe-volumes":         ({ Volumes }) => members(Volumes).map((one) => ({ arn: ec2("volume", one.VolumeId), key: one.Encrypted === false ? null : text(one.KmsKeyId), silent: "none", tags: one.Tags })),
  "rds describe-db-instances":    ({ DBInstances }) => members(DBInstances).map((one) => database(one, one.DBInstanceArn, one.DbiResourceId, one.StorageEncrypted)),
  "rds describe-db-clusters":     ({ DBClusters }) => members(DBClusters).map((one) => database(one, one.DBClusterArn, one.DbClusterResourceId, one.StorageEncrypted)),
  "rds describe-db-snapshots":    ({ DBSnapshots }) => members(DBSnapshots).map((one) => database(one, one.DBSnapshotArn, one.DbiResourceId, one.Encrypted)),
  "eks describe-cluster":         ({ cluster }) => [eks(cluster as Members)],
  "cloudtrail describe-trails":   ({ trailList }) => members(trailList).map((one) => ({ arn: text(one.TrailARN), key: text(one.KmsKeyId) ?? null, silent: "none" })),
};

/** ARNs of EC2 name account and Region, and its answers do not: they are filled in. */
const ec2 = (kind: string, id: unknown): string | undefined => (text(id) === undefined ? undefined : `arn:aws:ec2:::${kind}/${text(id)}`);

function table(one: Members): Told {
  const sse = isPlainObject(one.SSEDescription) ? one.SSEDescription : undefined;
  const isOn = text(sse?.Status) === "ENABLED" || text(sse?.Status) === "UPDATING";
  return { arn: text(one.TableArn), key: isOn ? text(sse?.KMSMasterKeyArn) : null, silent: "aws-owned" };
}

const secret = (one: Members): Told => ({
  arn: text(one.ARN),
  key: text(one.KmsKeyId) ?? null,
  silent: "alias/aws/secretsmanager",
  tags: one.Tags,
});

function queue(one: Members): Told {
  const seconds = Number(one.KmsDataKeyReusePeriodSeconds);
  const key = text(one.KmsMasterKeyId) || null;
  return {
    arn: text(one.QueueArn),
    key,
    silent: "none",
    policy: text(one.Policy) ? { document: one.Policy, pointer: "/Attributes/Policy" } : "none", // asked for all attributes, it is there if it is set
    ...(key !== null && Number.isInteger(seconds) && seconds >= 60 && { facts: { reuseSeconds: seconds } }),
  };
}

const topic = (one: Members): Told => ({
  arn: text(one.TopicArn),
  key: text(one.KmsMasterKeyId) || null,
  silent: "none",
  ...(text(one.Policy) && { policy: { document: one.Policy, pointer: "/Attributes/Policy" } }),
});

const lambda = (one: Members): Told => ({
  arn: text(one.FunctionArn)?.replace(/(:function:[^:]+):.*$/, "$1"),
  key: text(one.KMSKeyArn ?? one.KmsKeyArn) || null,
  silent: "alias/aws/lambda",
  ...(text(one.Role) && { facts: { role: one.Role } }),
});

const database = (one: Members, arn: unknown, id: unknown, isEncrypted: unknown): Told => ({
  arn: text(arn),
  key: isEncrypted === false ? null : text(one.KmsKeyId),
  silent: "none",
  ...(text(id) && { facts: { resourceId: id } }),
  tags: one.TagList,
});

function eks(one: Members): Told {
  const [config] = members(one.encryptionConfig);
  const provider = isPlainObject(config?.provider) ? config.provider : undefined;
  return {
    arn: text(one.arn),
    key: text(provider?.keyArn) ?? null,
    silent: "aws-owned",
    ...(text(one.roleArn) && { facts: { role: one.roleArn } }),
  };
}

/** What AWS Config records, by its types; the members are written with capital letters here. */
// biome-ignore format: a table reads as a table
const ITEMS: Readonly<Record<string, (value: Members, more: Members) => Told>> = {
  "AWS::DynamoDB::Table":         (value) => table(value),
  "AWS::SecretsManager::Secret":  (value) => secret({ ...value, ARN: value.ARN ?? value.Id }),
  "AWS::SQS::Queue":              (value) => queue({ ...value, QueueArn: value.QueueArn ?? value.Arn }),
  "AWS::SNS::Topic":              (value) => topic(value),
  "AWS::Lambda::Function":        (value) => lambda(value),
  "AWS::Logs::LogGroup":          (value) => ({ arn: text(value.Arn), key: text(value.KmsKeyId) ?? null, silent: "none" }),
  "AWS::EC2::Volume":             (value) => ({ arn: ec2("volume", value.VolumeId), key: value.Encrypted === false ? null : text(value.KmsKeyId), silent: "none" }),
  "AWS::RDS::DBInstance":         (value) => database(value, value.DBInstanceArn, value.DbiResourceId, value.StorageEncrypted),
  "AWS::RDS::DBCluster":          (value) => database(value, value.DBClusterArn, value.DbClusterResourceId, value.StorageEncrypted),
  "AWS::EKS::Cluster":            (value) => ({ arn: text(value.Arn), facts: { role: text(value.RoleArn) } }),
  "AWS::CloudTrail::Trail":       (value) => ({ arn: text(value.TrailARN), key: text(value.KmsKeyId) ?? null, silent: "none" }),
  "AWS::S3::Bucket":              (value, more) => bucket(`arn:aws:s3:::${text(value.Name) ?? ""}`, {
    policy: more.BucketPolicy === undefined ? undefined : isPlainObject(more.BucketPolicy) ? (more.BucketPolicy.PolicyText ?? null) : more.BucketPolicy,
    encryption: more.ServerSideEncryptionConfiguration,
    ownership: more.OwnershipControls,
    block: more.PublicAccessBlockConfiguration,
  }, "/supplementaryConfiguration/BucketPolicy/policyText"),
};

/** What S3 tells of a bucket, in parts; undefined: not told. */
type BucketParts = { readonly policy?: unknown; readonly encryption?: unknown; readonly ownership?: unknown; readonly block?: unknown };

function bucket(arn: string, { policy, encryption, ownership, block }: BucketParts, pointer: string): Told {
  const [rule] = isPlainObject(encryption) ? members(encryption.Rules) : [];
  const byDefault = isPlainObject(rule?.ApplyServerSideEncryptionByDefault) ? rule.ApplyServerSideEncryptionByDefault : undefined;
  const algorithm = text(byDefault?.SSEAlgorithm);
  const key = text(byDefault?.KMSMasterKeyID ?? byDefault?.KmsMasterKeyID) || null;
  const [owner] = isPlainObject(ownership) ? members(ownership.Rules) : [];
  const flags = isPlainObject(block)
    ? Object.entries(block).flatMap(([name, value]) =>
        typeof value === "boolean" ? [[name.charAt(0).toLowerCase() + name.slice(1), value] as const] : [],
      )
    : [];
  return {
    arn,
    ...(algorithm !== undefined && (algorithm === "AES256" ? { key: null, silent: "none" } : { key, silent: "alias/aws/s3" })),
    policy: policy === undefined ? undefined : policy === null || policy === "" ? "none" : { document: policy, pointer },
    facts: {
      bucketKey: typeof rule?.BucketKeyEnabled === "boolean" ? rule.BucketKeyEnabled : undefined,
      objectOwnership: text(owner?.ObjectOwnership),
      publicAccessBlock: flags.length > 0 ? Object.fromEntries(flags.filter(([name]) => BLOCKS.has(name))) : undefined,
    },
  };
}

const BLOCKS: ReadonlySet<string> = new Set(["blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets"]);

/** Answers about a bucket do not name it: the folder does that they are kept in, `s3/BUCKET/get-bucket-policy.json`. */
const OF_BUCKETS: Readonly<Partial<Record<Answer["kind"], (value: Members) => BucketParts>>> = {
  "s3api get-bucket-policy": ({ Policy: policy }) => ({ policy }),
  "s3api get-bucket-encryption": ({ ServerSideEncryptionConfiguration: encryption }) => ({ encryption }),
  "s3api get-bucket-ownership-controls": ({ OwnershipControls: ownership }) => ({ ownership }),
  "s3api get-public-access-block": ({ PublicAccessBlockConfiguration: block }) => ({ block }),
};

/** The bucket of a file, by its path. */
export const bucketIn = (file: string): string | undefined =>
  /(?:^|\/)s3(?:api)?\/([a-z0-9][a-z0-9.-]{2,62})\/[^/]{1,255}$/.exec(file.replaceAll("\\", "/"))?.[1];

export function readResources(answers: readonly Answer[], sides: Sides): void {
  for (const answer of answers) {
    const { kind, value, file } = answer;
    for (const told of READERS[kind]?.(value) ?? []) write(told, answer, sides);
    const name = bucketIn(file);
    const parts = OF_BUCKETS[kind]?.(value);
    if (name !== undefined && parts !== undefined) write(bucket(`arn:aws:s3:::${name}`, parts, "/Policy"), answer, sides);
  }
}

/** One item of AWS Config; false: it is of no kind that data lies in. */
export function readResourceItem(
  type: string,
  value: Members,
  more: Members,
  answer: Pick<Answer, "subject" | "at">,
  sides: Sides,
): boolean {
  const read = Object.hasOwn(ITEMS, type) ? ITEMS[type] : undefined;
  if (read === undefined) return false;
  write(read(value, more), answer, sides);
  return true;
}

function write(
  { arn: given, key, silent, policy, facts = {}, tags }: Told,
  { subject, at }: Pick<Answer, "subject" | "at">,
  sides: Sides,
): void {
  const [account, region] = [subject.account ?? sides.account, subject.region ?? sides.region];
  const arn = given?.startsWith("arn:aws:ec2:::") ? filled(given, account, region) : given;
  const parsed = parseArn(arn ?? "");
  if (arn === undefined || parsed === undefined || parsed.resource === "") return;
  const read =
    policy === undefined || policy === "none"
      ? policy
      : readPolicy(policy.document, "resource", `the policy of ${arn}`, at(policy.pointer), sides);
  const own = tags === undefined ? undefined : tagsIn(tags);
  sides.each((draft) => {
    const resource = draft
      .resource(arn, nameOf(parsed.resource))
      .policy(read)
      .key(keyOf(key, silent, { account: parsed.account || account, region: parsed.region || region }));
    if (parsed.service === "s3" || (parsed.service === "ec2" && parsed.account === "")) resource.set("account", account);
    if (parsed.service === "s3") resource.set("region", region);
    for (const [name, fact] of Object.entries(facts)) resource.set(name as Fact, fact);
    if (own !== undefined) resource.set("tags", own);
  });
}

const filled = (arn: string, account: string | undefined, region: string | undefined): string | undefined =>
  account === undefined || region === undefined ? undefined : arn.replace(":::", `:${region}:${account}:`);

const nameOf = (resource: string): string =>
  resource.replace(/^(?:table|parameter|secret|function|log-group|volume|db|cluster|trail|snapshot)[:/]/, "").replace(/:\*$/, "");

/** AWS names a key by ARN, id, or alias. */
function keyOf(
  key: string | null | undefined,
  silent: KeyOfDataDraft | undefined,
  { account, region }: { readonly account: string | undefined; readonly region: string | undefined },
): KeyOfDataDraft | undefined {
  if (key === undefined) return undefined;
  if (key === null) return silent;
  const aws = /alias\/aws\/[a-z0-9]+$/.exec(key)?.[0];
  if (aws !== undefined) return aws;
  if (key.startsWith("arn:")) return key;
  const isId = /^(?:mrk-)?[0-9a-f-]{32,36}$/.test(key);
  if (isId && account !== undefined && region !== undefined) return `arn:aws:kms:${region}:${account}:key/${key}` satisfies Leaf;
  return { unknown: `the key that is named ${key}` };
}
