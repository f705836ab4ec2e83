import { parseArn } from "../../iam/arn.ts";
import type { KeyOfDataDraft, PolicyValue, ResourceDraft } from "../draft.ts";
import { permissionStatement } from "../lambda-permission.ts";
import { identityOf, joined, type Leaf, textOf } from "../leaf.ts";
import { DATA_TYPES } from "./data-types.ts";
import { type Instance, isOpen, placeOf, wordAt } from "./instance.ts";
import { asList, asMembers, asWord, type Members, memberAt } from "./members.ts";
import { KEY_TYPES, namesOf, type Writer } from "./writer.ts";

type Path = readonly (string | number)[];

/** One thing that data lies in, as one side of a plan or a state has it. */
type Thing = { readonly writer: Writer; readonly instance: Instance; readonly resource: ResourceDraft };

type DataRow = {
  readonly describe: (thing: Thing) => void;
  readonly policy?: Beside & { readonly isRead: boolean }; // the resource type that sets its policy; `isRead`: its own `policy` is what there is
};

/** A resource type that says something of another: by which argument it names it. */
type Beside = { readonly type: string; readonly argument: string };

/**
 * Buckets, tables, secrets and the like. What a plan does not tell of a thing is not told in the world either, save what a thing has that is being made: no
 * policy but the one that the plan gives it.
 *
 * Source: Terraform Registry, the types of hashicorp/aws.
 */
export function writeData(writer: Writer, instance: Instance): void {
  const row = ROWS[instance.type];
  if (row === undefined || instance.life === "goes" || instance.mode !== "managed") return;
  const own = DATA_TYPES[instance.type]?.name;
  const name = own === undefined || own === "id" ? undefined : wordAt(instance, own);
  const resource = writer.draft.resource(writer.arn(instance), ...(name === undefined ? [] : [name]), ...namesOf(instance));
  const thing = { writer, instance, resource };
  const { account, region } = writer.homes.of(instance);
  if (instance.type === "aws_s3_bucket") resource.set("account", account).set("region", textOf(region));
  if (/snapshot/.test(instance.type) && instance.type.startsWith("aws_ebs")) resource.set("account", account);
  row.describe(thing);
  if (row.policy !== undefined) resource.policy(policyOf(thing, row.policy));
  const tags = isOpen(instance, "tags_all") || isOpen(instance, "tags") ? undefined : (instance.values.tags_all ?? instance.values.tags);
  if (tags !== undefined && tags !== null) resource.set("tags", textsOf(asMembers(tags)));
}

const isMade = ({ life }: Instance): boolean => life === "new" || life === "replacement";

/** The policy that another resource sets, or its own as it was read; a thing that is being made has no other. */
function policyOf(thing: Thing, { isRead, ...beside }: Beside & { readonly isRead: boolean }): ReturnType<Writer["policyValue"]> | "none" {
  const { writer, instance } = thing;
  const [holder] = besideOf(thing, beside);
  const from = holder ?? (isRead ? instance : undefined);
  if (from !== undefined) {
    const set = writer.policyValue(
      writer.policies.of(from, "policy"),
      "resource",
      from.id,
      placeOf(from, "policy"),
      asWord(from.was?.policy),
    );
    if (set !== undefined) return set;
    if (holder === undefined && !isMade(instance) && instance.values.policy === undefined) return undefined; // it was not read
    return "none";
  }
  return isMade(instance) ? "none" : undefined;
}

/** The resources of a type that name this thing: by its name, its ARN, or a reference. */
function besideOf({ writer, instance }: Thing, { type, argument }: Beside): readonly Instance[] {
  const arn = textOf(writer.arn(instance));
  const own = new Set([
    arn,
    wordAt(instance, "id"),
    wordAt(instance, "bucket"),
    wordAt(instance, "url"),
    wordAt(instance, "function_name"),
  ]);
  return index(writer, type, argument)
    .filter(({ value, targets }) => (value === undefined ? targets.has(instance.id) : own.has(value)))
    .map(({ holder }) => holder);
}

type Tied = { readonly holder: Instance; readonly value: string | undefined; readonly targets: ReadonlySet<string> };
const indexes = new WeakMap<Writer, Map<string, readonly Tied[]>>();

function index(writer: Writer, type: string, argument: string): readonly Tied[] {
  const known = indexes.get(writer) ?? new Map<string, readonly Tied[]>();
  indexes.set(writer, known);
  const made =
    known.get(type) ??
    writer.estate
      .ofType(type)
      .filter(({ life, mode }) => life !== "goes" && mode === "managed")
      .map((holder) => {
        const value = wordAt(holder, argument);
        const targets = value !== undefined ? [] : writer.targets(holder, argument, ({ mode }) => mode === "managed");
        return { holder, value, targets: new Set(targets.map(({ id }) => id)) };
      });
  known.set(type, made);
  return made;
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner === true ? true : memberAt(inner, step)), value);

/** The key that an argument names; `silent`: which it is where the argument is not set. */
function keyAt({ writer, instance }: Thing, path: Path, silent: KeyOfDataDraft | undefined): KeyOfDataDraft | undefined {
  const value = asWord(at(instance.values, path));
  if (value !== undefined) return keyNamed(writer, instance, value);
  if (at(instance.unknown, path) !== true) return silent;
  const what = `${instance.id}: ${path.join(".")}`;
  const expression = path.reduce<unknown>(memberAt, instance.config?.expressions);
  const found = (writer.references.ofArgument(instance, expression) ?? []).flatMap((source) => {
    if (source.kind !== "attribute") return [];
    const { type } = source.instance;
    if (KEY_TYPES.includes(type)) return [writer.arn(source.instance)];
    return type === "aws_kms_alias" ? [writer.keyArn(source.instance, "target_key_id") ?? ""] : [];
  });
  const one = new Map(found.map((arn) => [identityOf(arn), arn]));
  const [only] = one.values();
  return only !== undefined && only !== "" && one.size === 1 ? only : { unknown: `${what} is known after apply` };
}

function keyNamed(writer: Writer, instance: Instance, value: string): KeyOfDataDraft {
  const name = parseArn(value)?.resource ?? value;
  if (name.startsWith("alias/aws/")) return name;
  return writer.keyArnOf(value, instance) ?? { unknown: `${value}, which ${instance.id} names, is not in the documents` };
}

const flag = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);

/** Tags of which the value is not known are left to be unknown as a whole. */
const textsOf = (tags: Members): Readonly<Record<string, string>> | undefined =>
  Object.values(tags).every((value) => typeof value === "string") ? (tags as Readonly<Record<string, string>>) : undefined;

/** Amazon S3 User Guide: without a rule a bucket encrypts under keys of S3 (2023-01), which asks nobody. */
function describeBucket(thing: Thing): void {
  const { writer, instance, resource } = thing;
  const [holder] = besideOf(thing, { type: "aws_s3_bucket_server_side_encryption_configuration", argument: "bucket" });
  const own: Path = ["server_side_encryption_configuration", 0, "rule", 0];
  if (holder !== undefined) describeEncryption({ writer, instance: holder, resource }, ["rule", 0]);
  else if (at(instance.values, own) !== undefined) describeEncryption(thing, own);
  else if (isMade(instance)) resource.key("none");
  const [ownership] = besideOf(thing, { type: "aws_s3_bucket_ownership_controls", argument: "bucket" });
  resource.set("objectOwnership", asWord(at(ownership?.values, ["rule", 0, "object_ownership"])));
  const [block] = besideOf(thing, { type: "aws_s3_bucket_public_access_block", argument: "bucket" });
  if (block !== undefined) resource.set("publicAccessBlock", blockOf(block));
  const account = identityOf(writer.homes.of(instance).account);
  const whole = writer.estate
    .ofType("aws_s3_account_public_access_block")
    .find((one) => one.life !== "goes" && identityOf(writer.homes.of(one).account) === account);
  if (whole !== undefined) resource.set("accountPublicAccessBlock", blockOf(whole));
  if (besideOf(thing, { type: "aws_s3_access_point", argument: "bucket" }).length > 0) resource.set("accessPoints", true);
}

function describeEncryption(thing: Thing, rule: Path): void {
  const { instance, resource } = thing;
  const path: Path = [...rule, "apply_server_side_encryption_by_default", 0];
  const algorithm = asWord(at(instance.values, [...path, "sse_algorithm"]));
  if (algorithm === "AES256") resource.key("none");
  else if (algorithm !== undefined) resource.key(keyAt(thing, [...path, "kms_master_key_id"], "alias/aws/s3"));
  resource.set("bucketKey", flag(at(instance.values, [...rule, "bucket_key_enabled"])));
}

function blockOf({ values }: Instance): Members {
  const pairs = [
    ["blockPublicAcls", values.block_public_acls],
    ["ignorePublicAcls", values.ignore_public_acls],
    ["blockPublicPolicy", values.block_public_policy],
    ["restrictPublicBuckets", values.restrict_public_buckets],
  ].filter(([, value]) => typeof value === "boolean");
  return Object.fromEntries(pairs);
}

/** DynamoDB Developer Guide, "Encryption at rest": not turned on, it is a key that AWS owns; turned on without a key, the service's. */
function describeTable(thing: Thing): void {
  const block: Path = ["server_side_encryption", 0];
  const { instance, resource } = thing;
  const isOn = at(instance.values, [...block, "enabled"]);
  if (at(instance.unknown, block) === true || at(instance.unknown, [...block, "enabled"]) === true) return;
  resource.key(isOn === true ? keyAt(thing, [...block, "kms_key_arn"], "alias/aws/dynamodb") : "aws-owned");
}

function describeParameter(thing: Thing): void {
  const { instance, resource } = thing;
  const type = wordAt(instance, "type");
  resource.set("type", type);
  const tier = wordAt(instance, "tier")?.toLowerCase();
  if (tier === "standard" || tier === "advanced") resource.set("tier", tier);
  if (type !== undefined) resource.key(type === "SecureString" ? keyAt(thing, ["key_id"], "alias/aws/ssm") : "none");
}

function describeQueue(thing: Thing): void {
  thing.resource.key(keyAt(thing, ["kms_master_key_id"], "none"));
  const seconds = thing.instance.values.kms_data_key_reuse_period_seconds;
  if (typeof seconds === "number" && wordAt(thing.instance, "kms_master_key_id") !== undefined) thing.resource.set("reuseSeconds", seconds);
}

function describeFunction(thing: Thing): void {
  const { writer, instance, resource } = thing;
  resource.key(keyAt(thing, ["kms_key_arn"], "alias/aws/lambda"));
  const role = wordAt(instance, "role");
  const [known] = role === undefined ? writer.targets(instance, "role", ({ type }) => type === "aws_iam_role") : [];
  resource.set("role", role ?? (known === undefined ? undefined : writer.arn(known)));
  if (isMade(instance)) resource.policy(permissionsOf(thing));
}

/** The policy of a function, by its permissions. */
function permissionsOf(thing: Thing): PolicyValue | { readonly unknown: string } | "none" {
  const { writer, instance } = thing;
  const permissions = besideOf(thing, { type: "aws_lambda_permission", argument: "function_name" });
  if (permissions.length === 0) return "none";
  const open = ["principal", "action", "principal_org_id", "source_account", "qualifier"];
  const lost = permissions.find((one) => open.some((name) => isOpen(one, name)));
  if (lost !== undefined) return { unknown: `${lost.id} is known after apply` };
  const arn = writer.arn(instance);
  const statements = permissions.map((one) => {
    const qualifier = wordAt(one, "qualifier");
    return permissionStatement({
      sid: wordAt(one, "statement_id") ?? one.name,
      principal: wordAt(one, "principal") ?? "",
      action: wordAt(one, "action") ?? "lambda:InvokeFunction",
      resource: qualifier === undefined ? arn : joined([arn, `:${qualifier}`]),
      conditions: [
        ["ArnLike", "AWS:SourceArn", sourceOf(writer, one)],
        ["StringEquals", "AWS:SourceAccount", wordAt(one, "source_account")],
        ["StringEquals", "aws:PrincipalOrgID", wordAt(one, "principal_org_id")],
        ["StringEquals", "lambda:FunctionUrlAuthType", wordAt(one, "function_url_auth_type")],
      ],
    });
  });
  return { Version: "2012-10-17", Statement: statements };
}

function sourceOf(writer: Writer, permission: Instance): Leaf | undefined {
  const value = wordAt(permission, "source_arn");
  if (value !== undefined || !isOpen(permission, "source_arn")) return value;
  const [leaf] = writer.policies.leaves(permission, "/source_arn", [null], [true], permission.config?.expressions.source_arn, "resource");
  return leaf;
}

/** Amazon EBS User Guide: what is not encrypted asks nobody; under which key the rest lies hangs on the account's setting where none is named. */
function describeVolume(thing: Thing): void {
  const { instance, resource } = thing;
  const isEncrypted = instance.values.encrypted;
  const silent =
    isEncrypted === true
      ? { unknown: "the account's default key of EBS" }
      : isEncrypted === false && !isMade(instance)
        ? "none"
        : undefined;
  resource.key(keyAt(thing, ["kms_key_id"], silent));
  if (instance.type !== "aws_ebs_volume") resource.set("sourceVolume", wordAt(instance, "volume_id"));
  const shared = besideOf(thing, { type: "aws_snapshot_create_volume_permission", argument: "snapshot_id" }).map((one) =>
    wordAt(one, "account_id"),
  );
  if (shared.length > 0 && !shared.includes(undefined)) resource.set("sharedWith", shared);
}

function describeDatabase(thing: Thing): void {
  const { instance, resource } = thing;
  const isEncrypted = instance.values.storage_encrypted ?? instance.values.encrypted;
  resource.key(
    keyAt(
      thing,
      ["kms_key_id"],
      isEncrypted === true ? "alias/aws/rds" : isEncrypted === false || isEncrypted === null ? "none" : undefined,
    ),
  );
  resource.set("resourceId", wordAt(instance, "resource_id") ?? wordAt(instance, "cluster_resource_id"));
  const shared = instance.values.shared_accounts;
  if (Array.isArray(shared)) resource.set("sharedWith", shared.includes("all") ? "all" : shared);
}

/** Amazon EKS User Guide, "envelope encryption": without a key of its owner a cluster has one that AWS owns. */
function describeCluster(thing: Thing): void {
  const block: Path = ["encryption_config", 0, "provider", 0, "key_arn"];
  const { instance, resource } = thing;
  const isSilent = asList(instance.values.encryption_config).length === 0 && at(instance.unknown, ["encryption_config"]) !== true;
  resource.key(keyAt(thing, block, isSilent ? "aws-owned" : undefined));
  resource.set("role", wordAt(instance, "role_arn"));
}

const keyOnly = (argument: string, silent: KeyOfDataDraft | undefined) => (thing: Thing) => {
  thing.resource.key(keyAt(thing, [argument], silent));
};

// biome-ignore format: a table reads as a table
const ROWS: Readonly<Record<string, DataRow>> = {
  aws_s3_bucket:               { describe: describeBucket, policy: { type: "aws_s3_bucket_policy", argument: "bucket", isRead: true } },
  aws_dynamodb_table:          { describe: describeTable, policy: { type: "aws_dynamodb_resource_policy", argument: "resource_arn", isRead: false } },
  aws_secretsmanager_secret:   { describe: keyOnly("kms_key_id", "alias/aws/secretsmanager"), policy: { type: "aws_secretsmanager_secret_policy", argument: "secret_arn", isRead: true } },
  aws_ssm_parameter:           { describe: describeParameter },
  aws_sqs_queue:               { describe: describeQueue, policy: { type: "aws_sqs_queue_policy", argument: "queue_url", isRead: true } },
  aws_sns_topic:               { describe: keyOnly("kms_master_key_id", "none"), policy: { type: "aws_sns_topic_policy", argument: "arn", isRead: true } },
  aws_lambda_function:         { describe: describeFunction },
  aws_cloudwatch_log_group:    { describe: keyOnly("kms_key_id", "none") },
  aws_ebs_volume:              { describe: describeVolume },
  aws_ebs_snapshot:            { describe: describeVolume },
  aws_ebs_snapshot_copy:       { describe: describeVolume },
  aws_db_instance:             { describe: describeDatabase },
  aws_rds_cluster:             { describe: describeDatabase },
  aws_db_snapshot:             { describe: describeDatabase },
  aws_db_cluster_snapshot:     { describe: describeDatabase },
  aws_eks_cluster:             { describe: describeCluster },
  aws_cloudtrail:              { describe: keyOnly("kms_key_id", "none") },
  aws_cloudtrail_event_data_store: { describe: keyOnly("kms_key_id", "aws-owned") },
};
