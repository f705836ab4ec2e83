import { describe, expect, test } from "vitest";
import { ACCOUNT, change, configured, imported, key, NEW, newKey, plan, policy, references, worldOf } from "./plans.ts";

/** What data lies in, as plans and states of Terraform tell of it. */

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${ID}`;
const READ = policy({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/app` },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::orders/*",
});

const make = (address: string, after: object, after_unknown: object = {}) => change(address, { actions: ["create"], after, after_unknown });
const keep = (address: string, values: object) => change(address, { actions: ["no-op"], before: values, after: values });

type Resources = Readonly<Record<string, Record<string, unknown>>>;
const resourcesIn = (document: unknown) => (document as { readonly resources: Resources }).resources;

/** The resources of the world after a plan; it has to be a world in order. */
async function resourcesOf(changes: readonly object[], more: object = {}): Promise<Resources> {
  const { after } = await imported(plan(changes, more));
  worldOf(after);
  return resourcesIn(after);
}

describe("a bucket", () => {
  const bucket = { bucket: "orders", id: "orders", arn: "arn:aws:s3:::orders", policy: "", tags_all: { team: "orders" } };

  test("that stands has what was read of it", async () => {
    const sse = [
      {
        rule: [
          { apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: KEY_ARN }], bucket_key_enabled: true },
        ],
      },
    ];
    const { orders } = await resourcesOf([
      keep("aws_kms_key.k", key(ID)),
      keep("aws_s3_bucket.b", { ...bucket, policy: READ, server_side_encryption_configuration: sse }),
      keep("aws_s3_bucket_ownership_controls.b", { bucket: "orders", rule: [{ object_ownership: "BucketOwnerEnforced" }] }),
      keep("aws_s3_bucket_public_access_block.b", {
        bucket: "orders",
        block_public_acls: true,
        ignore_public_acls: true,
        block_public_policy: true,
        restrict_public_buckets: true,
      }),
      keep("aws_s3_account_public_access_block.a", { account_id: ACCOUNT, restrict_public_buckets: false }),
      keep("aws_s3_access_point.p", { bucket: "orders", name: "p" }),
    ]);
    expect(orders).toEqual({
      arn: "arn:aws:s3:::orders",
      account: ACCOUNT,
      region: "us-east-1",
      policy: JSON.parse(READ),
      key: KEY_ARN,
      bucketKey: true,
      tags: { team: "orders" },
      objectOwnership: "BucketOwnerEnforced",
      publicAccessBlock: { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true },
      accountPublicAccessBlock: { restrictPublicBuckets: false },
      accessPoints: true,
    });
  });

  test("that stands without a policy has none, and one of which none was read is not told of", async () => {
    expect((await resourcesOf([keep("aws_s3_bucket.b", bucket)])).orders).toMatchObject({ policy: "none" });
    const { policy: _, ...silent } = bucket;
    expect((await resourcesOf([keep("aws_s3_bucket.b", silent)])).orders).not.toHaveProperty("policy");
    expect((await resourcesOf([keep("aws_s3_bucket.b", bucket)])).orders).not.toHaveProperty("key");
  });

  test("that is made has the policy and the key that the plan gives it, and else none", async () => {
    const known = { policy: true, arn: true, id: true, server_side_encryption_configuration: true };
    const alone = await resourcesOf([make("aws_s3_bucket.b", { bucket: "orders" }, known)], configured({ "aws_s3_bucket.b": {} }));
    expect(alone.orders).toMatchObject({ arn: "arn:aws:s3:::orders", policy: "none", key: "none" });
    const whole = await resourcesOf(
      [
        make("aws_kms_key.k", newKey(), NEW),
        make("aws_s3_bucket.b", { bucket: "orders" }, known),
        make("aws_s3_bucket_policy.b", { policy: READ }, { bucket: true, id: true }),
        make(
          "aws_s3_bucket_server_side_encryption_configuration.b",
          { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }], bucket_key_enabled: true }] },
          { bucket: true, rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }] }] },
        ),
      ],
      configured({
        "aws_kms_key.k": {},
        "aws_s3_bucket.b": {},
        "aws_s3_bucket_policy.b": { bucket: references("aws_s3_bucket.b.id", "aws_s3_bucket.b") },
        "aws_s3_bucket_server_side_encryption_configuration.b": {
          bucket: references("aws_s3_bucket.b.id", "aws_s3_bucket.b"),
          rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: references("aws_kms_key.k.arn", "aws_kms_key.k") }] }],
        },
      }),
    );
    expect(whole.orders).toMatchObject({
      policy: JSON.parse(READ),
      bucketKey: true,
      key: expect.stringMatching(/^arn:aws:kms:us-east-1:111122223333:key\//),
    });
  });

  test("with a name that is made up is one whose ARN is open", async () => {
    const { after } = await imported(plan([make("aws_s3_bucket.b", { bucket_prefix: "orders-" }, { bucket: true, arn: true, id: true })]));
    worldOf(after);
    expect(resourcesIn(after).b).toMatchObject({ arn: { $join: ["arn:aws:s3:::", { $symbol: expect.any(String) }] } });
  });

  test("that goes is not there after", async () => {
    const { after, before } = await imported(plan([change("aws_s3_bucket.b", { actions: ["delete"], before: bucket })]));
    expect(Object.keys(resourcesIn(before))).toEqual(["orders"]);
    expect(after).not.toHaveProperty("resources");
  });
});

const arnOf = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${resource}`;

/** Each as it stands: its values, and what the world has of it. */
const KINDS: Readonly<Record<string, readonly [values: object, told: object]>> = {
  aws_dynamodb_table: [
    { name: "orders", arn: arnOf("dynamodb", "table/orders"), server_side_encryption: [{ enabled: true, kms_key_arn: KEY_ARN }] },
    { key: KEY_ARN },
  ],
  aws_secretsmanager_secret: [
    { name: "db", arn: arnOf("secretsmanager", "secret:db-a1b2c3"), kms_key_id: null, policy: "" },
    { key: "alias/aws/secretsmanager", policy: "none" },
  ],
  aws_ssm_parameter: [
    { name: "/prod/db", arn: arnOf("ssm", "parameter/prod/db"), type: "SecureString", key_id: "alias/aws/ssm", tier: "Standard" },
    { key: "alias/aws/ssm", type: "SecureString", tier: "standard" },
  ],
  aws_sqs_queue: [
    { name: "work", arn: arnOf("sqs", "work"), kms_master_key_id: ID, kms_data_key_reuse_period_seconds: 300, policy: "" },
    { key: KEY_ARN, reuseSeconds: 300, policy: "none" },
  ],
  aws_sns_topic: [{ name: "news", arn: arnOf("sns", "news"), kms_master_key_id: "alias/aws/sns" }, { key: "alias/aws/sns" }],
  aws_lambda_function: [
    { function_name: "ship", arn: arnOf("lambda", "function:ship"), kms_key_arn: "", role: `arn:aws:iam::${ACCOUNT}:role/run` },
    { key: "alias/aws/lambda", role: `arn:aws:iam::${ACCOUNT}:role/run` },
  ],
  aws_cloudwatch_log_group: [{ name: "/app", arn: arnOf("logs", "log-group:/app"), kms_key_id: KEY_ARN }, { key: KEY_ARN }],
  aws_ebs_volume: [
    { id: "vol-0123456789abcdef0", arn: arnOf("ec2", "volume/vol-0123456789abcdef0"), encrypted: true, kms_key_id: KEY_ARN },
    { key: KEY_ARN },
  ],
  aws_db_instance: [
    { identifier: "shop", arn: arnOf("rds", "db:shop"), storage_encrypted: true, kms_key_id: KEY_ARN, resource_id: "db-ABC" },
    { key: KEY_ARN, resourceId: "db-ABC" },
  ],
  aws_rds_cluster: [{ cluster_identifier: "shop", arn: arnOf("rds", "cluster:shop"), storage_encrypted: false }, { key: "none" }],
  aws_db_snapshot: [
    {
      db_snapshot_identifier: "shop-1",
      arn: arnOf("rds", "snapshot:shop-1"),
      encrypted: true,
      kms_key_id: KEY_ARN,
      shared_accounts: ["444455556666"],
    },
    { key: KEY_ARN, sharedWith: ["444455556666"] },
  ],
  aws_eks_cluster: [
    {
      name: "main",
      arn: arnOf("eks", "cluster/main"),
      role_arn: `arn:aws:iam::${ACCOUNT}:role/eks`,
      encryption_config: [{ provider: [{ key_arn: KEY_ARN }], resources: ["secrets"] }],
    },
    { key: KEY_ARN, role: `arn:aws:iam::${ACCOUNT}:role/eks` },
  ],
  aws_cloudtrail: [{ name: "all", arn: arnOf("cloudtrail", "trail/all"), kms_key_id: KEY_ARN }, { key: KEY_ARN }],
};

test.each(Object.entries(KINDS))("%s is told of as it stands", async (type, [values, told]) => {
  const found = await resourcesOf([keep("aws_kms_key.k", key(ID)), keep(`${type}.t`, values)]);
  expect(Object.values(found)).toEqual([expect.objectContaining({ arn: (values as { arn: string }).arn, ...told })]);
});

test.each(Object.keys(KINDS))("%s is told of when it is made, also where its name is open", async (type) => {
  const { after } = await imported(plan([make(`${type}.t`, {}, { arn: true, id: true, name: true, identifier: true })]));
  worldOf(after);
  expect(Object.keys(resourcesIn(after))).toEqual(["t"]);
});

test("a key that is in no document is not known", async () => {
  const { t } = await resourcesOf([keep("aws_sns_topic.t", { name: "t", arn: arnOf("sns", "t"), kms_master_key_id: "alias/elsewhere" })]);
  expect(t?.key).toEqual({ unknown: "alias/elsewhere, which aws_sns_topic.t names, is not in the documents" });
});

test("the permissions of a function that is made are its policy", async () => {
  const { ship } = await resourcesOf([
    make("aws_lambda_function.f", { function_name: "ship" }, { arn: true, role: true }),
    make("aws_lambda_permission.s3", {
      function_name: "ship",
      principal: "s3.amazonaws.com",
      action: "lambda:InvokeFunction",
      statement_id: "S3",
      source_arn: "arn:aws:s3:::orders",
      source_account: ACCOUNT,
    }),
    make("aws_lambda_permission.partner", {
      function_name: "ship",
      principal: "444455556666",
      action: "lambda:InvokeFunction",
      statement_id: "Partner",
      qualifier: "live",
    }),
  ]);
  expect(ship?.policy).toMatchObject({
    Statement: [
      {
        Sid: "S3",
        Principal: { Service: "s3.amazonaws.com" },
        Condition: { ArnLike: { "AWS:SourceArn": "arn:aws:s3:::orders" }, StringEquals: { "AWS:SourceAccount": ACCOUNT } },
      },
      { Sid: "Partner", Principal: { AWS: "444455556666" }, Resource: `${arnOf("lambda", "function:ship")}:live` },
    ],
  });
});
