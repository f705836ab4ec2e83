import { shown } from "../../base/text.ts";
import type { KeyOfDataDraft, PolicyValue, ResourceDraft, UnknownPolicy, WorldDraft } from "../draft.ts";
import { permissionStatement } from "../lambda-permission.ts";
import { identityOf, joined, type Leaf } from "../leaf.ts";
import type { Resource, Stack } from "./stack.ts";
import { itemsIn, knownText, leafOf, memberIn, partsOf, type Value } from "./value.ts";
import type { StackWriter } from "./write-stack.ts";

/** A stack with its writer, and how its resources are called. */
export type Written = {
  readonly stack: Stack;
  readonly writer: StackWriter;
  readonly namesOf: (resource: Resource) => readonly [string, ...string[]];
};

type Thing = Written & { readonly resource: Resource };
type Name = Parameters<ResourceDraft["set"]>[0];

/** What a template tells of a thing: the values that a world has, and which texts policies and permissions call it by. */
type Told = {
  readonly arn: Leaf;
  readonly key: KeyOfDataDraft | undefined;
  readonly facts?: Readonly<Partial<Record<Name, unknown>>>;
  readonly policy?: PolicyValue | UnknownPolicy | "none" | undefined; // that it has in itself
};

/**
 * Buckets, tables, secrets and the like of all stacks of an import, with the policies that other resources put on them. A stack makes what it has: without a
 * policy there is none.
 *
 * Source: CloudFormation Template Reference, each type.
 */
export function writeData(written: readonly Written[], drafts: readonly WorldDraft[]): void {
  const known = new Map<string, readonly ResourceDraft[]>(); // by every text that may name it
  const functions: [Thing, readonly ResourceDraft[]][] = [];
  for (const one of written)
    for (const resource of one.stack.resources) {
      const row = Object.hasOwn(DATA, resource.type) ? DATA[resource.type] : undefined;
      if (row === undefined || resource.exists === false) continue;
      const thing = { ...one, resource };
      const told = row(thing);
      const arn = one.writer.written(told.arn);
      const made = drafts.map((draft) => draft.resource(arn, ...one.namesOf(resource)));
      for (const each of made) {
        each.key(told.key).policy(told.policy);
        if (resource.type === "AWS::S3::Bucket")
          each.set("account", one.writer.written(one.stack.account)).set("region", one.stack.facts.region);
        for (const [name, value] of Object.entries(told.facts ?? {})) each.set(name as Name, value);
        const tags = tagsOf(thing);
        if (tags !== undefined) each.set("tags", tags);
      }
      for (const name of [told.arn, ...one.stack.namesOf(resource)]) known.set(identityOf(name), made);
      if (resource.type.endsWith("::Function")) functions.push([thing, made]);
    }
  for (const one of written)
    for (const resource of one.stack.resources) if (resource.exists !== false) putPolicy({ ...one, resource }, known);
  const permissions = written.flatMap((one) =>
    [...one.stack.resources].flatMap((resource) =>
      resource.type === "AWS::Lambda::Permission" && resource.exists !== false ? [{ ...one, resource }] : [],
    ),
  );
  for (const [thing, made] of functions) {
    const names = new Set([thing.stack.formed(FUNCTION, thing.resource), ...thing.stack.namesOf(thing.resource)].map(identityOf));
    const own = permissions.filter((permission) => {
      const name = property(permission, "FunctionName");
      const leaf = leafOf(name);
      return leaf !== undefined && names.has(identityOf(leaf));
    });
    for (const each of made) each.policy(own.length === 0 ? "none" : permissionsOf(own, thing.stack.formed(FUNCTION, thing.resource)));
  }
}

const property = ({ stack, resource }: Thing, name: string): Value | undefined => stack.property(resource, name);

/** Policies that are resources of their own: which property names their things, and which has the document. */
// biome-ignore format: a table reads as a table
const POLICIES: Readonly<Record<string, readonly [things: string, document: string]>> = {
  "AWS::S3::BucketPolicy":              ["Bucket", "PolicyDocument"],
  "AWS::SQS::QueuePolicy":              ["Queues", "PolicyDocument"],
  "AWS::SQS::QueueInlinePolicy":        ["Queue", "PolicyDocument"],
  "AWS::SNS::TopicPolicy":              ["Topics", "PolicyDocument"],
  "AWS::SNS::TopicInlinePolicy":        ["TopicArn", "PolicyDocument"],
  "AWS::SecretsManager::ResourcePolicy": ["SecretId", "ResourcePolicy"],
};

function putPolicy(thing: Thing, known: ReadonlyMap<string, readonly ResourceDraft[]>): void {
  const { resource, writer, namesOf } = thing;
  if (resource.type === "AWS::S3::AccessPoint") {
    const bucket = leafOf(property(thing, "Bucket"));
    for (const each of (bucket === undefined ? [] : known.get(identityOf(bucket))) ?? []) each.set("accessPoints", true);
  }
  const row = Object.hasOwn(POLICIES, resource.type) ? POLICIES[resource.type] : undefined;
  if (row === undefined) return;
  const [things, document] = row;
  for (const item of itemsIn(property(thing, things))) {
    const leaf = leafOf(item);
    const held = leaf === undefined ? undefined : known.get(identityOf(leaf));
    if (held === undefined) continue; // of a thing that no stack here makes
    const pointer = `${resource.pointer}/Properties/${document}`;
    const policy = writer.policy(property(thing, document), "resource", `the policy ${shown(namesOf(resource)[0])}`, pointer);
    for (const each of held) each.policy(policy);
  }
}

/** The policy of a function, by its permissions. */
function permissionsOf(permissions: readonly Thing[], arn: Leaf): PolicyValue | UnknownPolicy {
  const statements: PolicyValue[] = [];
  for (const { writer, stack, resource } of permissions) {
    const text = (name: string): Leaf | undefined => {
      const leaf = leafOf(stack.property(resource, name));
      return leaf === undefined ? undefined : writer.written(leaf);
    };
    const [principal, action] = [text("Principal"), text("Action")];
    if (principal === undefined || action === undefined) return { unknown: `the permission ${shown(resource.logical)} cannot be read` };
    statements.push(
      permissionStatement({
        sid: resource.logical,
        principal,
        action,
        resource: writer.written(arn),
        conditions: [
          ["ArnLike", "AWS:SourceArn", text("SourceArn")],
          ["StringEquals", "AWS:SourceAccount", text("SourceAccount")],
          ["StringEquals", "aws:PrincipalOrgID", text("PrincipalOrgID")],
          ["StringEquals", "lambda:FunctionUrlAuthType", text("FunctionUrlAuthType")],
          ["StringEquals", "lambda:EventSourceToken", text("EventSourceToken")],
        ],
      }),
    );
  }
  return { Version: "2012-10-17", Statement: statements };
}

/** Undefined where there are none, or not all are known. */
function tagsOf(thing: Thing): Readonly<Record<string, string>> | undefined {
  const value = property(thing, "Tags");
  if (value === undefined) return undefined;
  const pairs =
    value.kind === "object"
      ? value.members.map(({ name, value: tag }) => [name, knownText(tag)] as const)
      : itemsIn(value).map((item) => [knownText(memberIn(item, "Key")), knownText(memberIn(item, "Value"))] as const);
  return pairs.every(([name, tag]) => name !== undefined && tag !== undefined)
    ? Object.fromEntries(pairs as [string, string][])
    : undefined;
}

/** The key that a property names: by ARN, id or alias; `silent`: which it is where nothing is set. */
function keyOf(thing: Thing, value: Value | undefined, silent: KeyOfDataDraft | undefined): KeyOfDataDraft | undefined {
  const { stack, writer, resource } = thing;
  if (value === undefined || value.kind === "nothing" || value.kind === "null") return silent;
  const leaf = leafOf(value);
  const unknown = { unknown: value.kind === "unknown" ? value.why : `the key of ${resource.logical}` };
  if (leaf === undefined) return unknown;
  const parts = partsOf(leaf);
  const isIn = (mark: string) => parts.some((part) => typeof part === "string" && part.includes(mark));
  const aws = typeof leaf === "string" ? /alias\/aws\/[a-z0-9]+$/.exec(leaf)?.[0] : undefined;
  if (aws !== undefined) return aws;
  if (isIn(":key/")) return writer.written(leaf);
  if (typeof leaf === "string" && /^(?:mrk-)?[0-9a-f-]{32,36}$/.test(leaf)) return writer.written(stack.arn("kms", joined(["key/", leaf])));
  const alias = isIn("alias/") ? writer.keyByAlias(leaf) : undefined;
  return alias ?? (typeof leaf === "string" ? { unknown: `${leaf}, which ${resource.logical} names, is in no template` } : unknown);
}

const isTrue = (value: Value | undefined): boolean | undefined => {
  const text = knownText(value);
  return text === "true" ? true : text === "false" ? false : undefined;
};

function bucket(thing: Thing): Told {
  const { stack, resource } = thing;
  const arn = stack.formed("arn:{P}:s3:::{N}", resource);
  const encryption = property(thing, "BucketEncryption");
  const [rule] = itemsIn(memberIn(encryption, "ServerSideEncryptionConfiguration"));
  const byDefault = memberIn(rule, "ServerSideEncryptionByDefault");
  const algorithm = knownText(memberIn(byDefault, "SSEAlgorithm"));
  const isOpen = [encryption, rule, byDefault].find((value) => value?.kind === "unknown");
  const key = ((): KeyOfDataDraft | undefined => {
    if (isOpen?.kind === "unknown") return { unknown: isOpen.why };
    if (encryption === undefined || algorithm === "AES256") return "none"; // keys of S3 (Amazon S3 User Guide, default encryption, 2023-01)
    return algorithm === undefined
      ? { unknown: `the encryption of ${resource.logical}` }
      : keyOf(thing, memberIn(byDefault, "KMSMasterKeyID"), "alias/aws/s3");
  })();
  const [ownership] = itemsIn(memberIn(property(thing, "OwnershipControls"), "Rules"));
  const block = property(thing, "PublicAccessBlockConfiguration");
  const blocked = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"].flatMap((name) => {
    const value = isTrue(memberIn(block, name));
    return value === undefined ? [] : [[name.charAt(0).toLowerCase() + name.slice(1), value] as const];
  });
  return {
    arn,
    key,
    policy: "none",
    facts: {
      bucketKey: isTrue(memberIn(rule, "BucketKeyEnabled")),
      objectOwnership: knownText(memberIn(ownership, "ObjectOwnership")),
      publicAccessBlock: blocked.length > 0 ? Object.fromEntries(blocked) : undefined,
    },
  };
}

/** DynamoDB Developer Guide, "Encryption at rest": not turned on, it is a key that AWS owns. */
function table(thing: Thing): Told {
  const { stack, writer, resource } = thing;
  const sse = property(thing, "SSESpecification");
  const replica = itemsIn(property(thing, "Replicas")).find((one) => knownText(memberIn(one, "Region")) === stack.facts.region);
  const isOn = isTrue(memberIn(sse, "SSEEnabled"));
  const named = memberIn(sse, "KMSMasterKeyId") ?? memberIn(memberIn(replica, "SSESpecification"), "KMSMasterKeyId");
  const own = property(thing, "ResourcePolicy") ?? memberIn(replica, "ResourcePolicy");
  const pointer = `${resource.pointer}/Properties/ResourcePolicy`;
  return {
    arn: stack.formed("arn:{P}:dynamodb:{R}:{A}:table/{N}", resource),
    key:
      sse?.kind === "unknown"
        ? { unknown: sse.why }
        : sse === undefined || isOn === false
          ? "aws-owned"
          : isOn === true
            ? keyOf(thing, named, "alias/aws/dynamodb")
            : { unknown: `the encryption of ${resource.logical}` },
    policy:
      own === undefined ? "none" : writer.policy(memberIn(own, "PolicyDocument"), "resource", `the policy of ${resource.logical}`, pointer),
  };
}

function queue(thing: Thing): Told {
  const seconds = Number(knownText(property(thing, "KmsDataKeyReusePeriodSeconds")));
  const key = keyOf(thing, property(thing, "KmsMasterKeyId"), "none");
  const isUnder = key !== "none" && Number.isInteger(seconds) && seconds >= 60;
  return {
    arn: thing.stack.formed("arn:{P}:sqs:{R}:{A}:{N}", thing.resource),
    key,
    policy: "none",
    ...(isUnder && { facts: { reuseSeconds: seconds } }),
  };
}

function lambda(thing: Thing): Told {
  const role = leafOf(property(thing, "Role"));
  return {
    arn: thing.stack.formed(FUNCTION, thing.resource),
    key: keyOf(thing, property(thing, "KmsKeyArn"), "alias/aws/lambda"),
    ...(role !== undefined && { facts: { role: thing.writer.written(role) } }),
  };
}

function database(form: string): (thing: Thing) => Told {
  return (thing) => {
    const isOn = isTrue(property(thing, "StorageEncrypted"));
    const named = property(thing, "KmsKeyId");
    const silent = isOn === true ? "alias/aws/rds" : property(thing, "StorageEncrypted") === undefined ? undefined : "none";
    return { arn: thing.stack.formed(form, thing.resource), key: keyOf(thing, named, silent) };
  };
}

/** Amazon EBS User Guide: a volume that is not said to be encrypted is, where the account has it so. */
function volume(thing: Thing): Told {
  const isOn = isTrue(property(thing, "Encrypted"));
  const silent = isOn === true ? { unknown: "the account's default key of EBS" } : undefined;
  return {
    arn: thing.stack.formed("arn:{P}:ec2:{R}:{A}:volume/{I}", thing.resource, "vol-"),
    key: keyOf(thing, property(thing, "KmsKeyId"), silent),
  };
}

function cluster(thing: Thing): Told {
  const config = property(thing, "EncryptionConfig");
  const [first] = itemsIn(config);
  const role = leafOf(property(thing, "RoleArn"));
  return {
    arn: thing.stack.formed("arn:{P}:eks:{R}:{A}:cluster/{N}", thing.resource),
    key: config?.kind === "unknown" ? { unknown: config.why } : keyOf(thing, memberIn(memberIn(first, "Provider"), "KeyArn"), "aws-owned"),
    ...(role !== undefined && { facts: { role: thing.writer.written(role) } }),
  };
}

const keyed =
  (form: string, name: string, silent: KeyOfDataDraft, policy?: "none") =>
  (thing: Thing): Told => ({ arn: thing.stack.formed(form, thing.resource), key: keyOf(thing, property(thing, name), silent), policy });

const FUNCTION = "arn:{P}:lambda:{R}:{A}:function:{N}";

// biome-ignore format: a table reads as a table
const DATA: Readonly<Record<string, (thing: Thing) => Told>> = {
  "AWS::S3::Bucket":                   bucket,
  "AWS::DynamoDB::Table":              table,
  "AWS::DynamoDB::GlobalTable":        table,
  "AWS::SecretsManager::Secret":       keyed("arn:{P}:secretsmanager:{R}:{A}:secret:{N}-{I}", "KmsKeyId", "alias/aws/secretsmanager", "none"),
  "AWS::SQS::Queue":                   queue,
  "AWS::SNS::Topic":                   keyed("arn:{P}:sns:{R}:{A}:{N}", "KmsMasterKeyId", "none", "none"),
  "AWS::Lambda::Function":             lambda,
  "AWS::Serverless::Function":         lambda,
  "AWS::Logs::LogGroup":               keyed("arn:{P}:logs:{R}:{A}:log-group:{N}", "KmsKeyId", "none"),
  "AWS::EC2::Volume":                  volume,
  "AWS::RDS::DBInstance":              database("arn:{P}:rds:{R}:{A}:db:{N}"),
  "AWS::RDS::DBCluster":               database("arn:{P}:rds:{R}:{A}:cluster:{N}"),
  "AWS::EKS::Cluster":                 cluster,
  "AWS::CloudTrail::Trail":            keyed("arn:{P}:cloudtrail:{R}:{A}:trail/{N}", "KMSKeyId", "none"),
  "AWS::CloudTrail::EventDataStore":   keyed("arn:{P}:cloudtrail:{R}:{A}:eventdatastore/{I}", "KmsKeyId", "aws-owned"),
};
