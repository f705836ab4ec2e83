import { describe, expect, test } from "vitest";
import { imported, worldOf } from "../imported.ts";

/** What data lies in, as answers of AWS and items of AWS Config tell of it. */

const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const arnOf = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${resource}`;
const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "arn:aws:s3:::orders/*" }] };

type Resources = Readonly<Record<string, Record<string, unknown>>>;

async function resourcesOf(...files: readonly (readonly [file: string, value: unknown])[]): Promise<Resources> {
  const { after } = await imported(
    files.map(([file, value]) => ({ file: `${ACCOUNT}/us-east-1/${file}`, text: JSON.stringify(value) })),
    { account: ACCOUNT, region: "us-east-1" },
  );
  worldOf(after);
  return (after as unknown as { readonly resources: Resources }).resources;
}

/** An answer of each command, and what the world has of its one thing. */
const ANSWERS: Readonly<Record<string, readonly [answer: object, told: object]>> = {
  "dynamodb/describe-table.t.json": [
    {
      Table: {
        TableName: "t",
        TableArn: arnOf("dynamodb", "table/t"),
        SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: KEY },
      },
    },
    { key: KEY },
  ],
  "dynamodb/describe-table.u.json": [{ Table: { TableName: "u", TableArn: arnOf("dynamodb", "table/u") } }, { key: "aws-owned" }],
  "secretsmanager/list-secrets.json": [
    {
      SecretList: [
        {
          ARN: arnOf("secretsmanager", "secret:db-a1b2c3"),
          Name: "db",
          KmsKeyId: "alias/aws/secretsmanager",
          Tags: [{ Key: "team", Value: "x" }],
        },
      ],
    },
    { key: "alias/aws/secretsmanager", tags: { team: "x" } },
  ],
  "secretsmanager/get-resource-policy.json": [
    { ARN: arnOf("secretsmanager", "secret:db-a1b2c3"), Name: "db", ResourcePolicy: JSON.stringify(POLICY) },
    { policy: POLICY },
  ],
  "secretsmanager/none.json": [{ ARN: arnOf("secretsmanager", "secret:db-a1b2c3"), Name: "db" }, { policy: "none" }],
  "sqs/get-queue-attributes.json": [
    {
      Attributes: {
        QueueArn: arnOf("sqs", "q"),
        KmsMasterKeyId: KEY.split("/")[1],
        KmsDataKeyReusePeriodSeconds: "300",
        Policy: JSON.stringify(POLICY),
      },
    },
    { key: KEY, reuseSeconds: 300, policy: POLICY },
  ],
  "sns/get-topic-attributes.json": [
    { Attributes: { TopicArn: arnOf("sns", "n"), Policy: JSON.stringify(POLICY) } },
    { key: "none", policy: POLICY },
  ],
  "lambda/get-function-configuration.json": [
    { FunctionName: "f", FunctionArn: arnOf("lambda", "function:f:live"), KMSKeyArn: KEY, Role: `arn:aws:iam::${ACCOUNT}:role/run` },
    { arn: arnOf("lambda", "function:f"), key: KEY, role: `arn:aws:iam::${ACCOUNT}:role/run` },
  ],
  "logs/describe-log-groups.json": [
    { logGroups: [{ logGroupName: "/a", arn: arnOf("logs", "log-group:/a:*"), kmsKeyId: KEY }] },
    { key: KEY },
  ],
  "ec2/describe-volumes.json": [
    { Volumes: [{ VolumeId: "vol-0123456789abcdef0", Encrypted: true, KmsKeyId: KEY }] },
    { arn: arnOf("ec2", "volume/vol-0123456789abcdef0"), key: KEY },
  ],
  "rds/describe-db-instances.json": [
    { DBInstances: [{ DBInstanceArn: arnOf("rds", "db:shop"), StorageEncrypted: true, KmsKeyId: KEY, DbiResourceId: "db-ABC" }] },
    { key: KEY, resourceId: "db-ABC" },
  ],
  "rds/describe-db-clusters.json": [
    { DBClusters: [{ DBClusterArn: arnOf("rds", "cluster:shop"), StorageEncrypted: false }] },
    { key: "none" },
  ],
  "eks/describe-cluster.json": [
    {
      cluster: {
        name: "main",
        arn: arnOf("eks", "cluster/main"),
        encryptionConfig: [{ resources: ["secrets"], provider: { keyArn: KEY } }],
      },
    },
    { key: KEY },
  ],
  "cloudtrail/describe-trails.json": [
    { trailList: [{ Name: "all", TrailARN: arnOf("cloudtrail", "trail/all"), KmsKeyId: KEY }] },
    { key: KEY },
  ],
};

test.each(Object.entries(ANSWERS))("%s", async (file, [answer, told]) => {
  expect(Object.values(await resourcesOf([file, answer]))).toMatchObject([told]);
});

describe("a bucket", () => {
  const parts: readonly (readonly [string, object])[] = [
    ["s3/orders/get-bucket-policy.json", { Policy: JSON.stringify(POLICY) }],
    [
      "s3/orders/get-bucket-encryption.json",
      {
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: KEY }, BucketKeyEnabled: true }],
        },
      },
    ],
    ["s3/orders/get-bucket-ownership-controls.json", { OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] } }],
    [
      "s3/orders/get-public-access-block.json",
      {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
    ],
  ];

  test("is put together of answers that are kept in its folder", async () => {
    expect(await resourcesOf(...parts)).toEqual({
      orders: {
        arn: "arn:aws:s3:::orders",
        account: ACCOUNT,
        region: "us-east-1",
        policy: POLICY,
        key: KEY,
        bucketKey: true,
        objectOwnership: "BucketOwnerEnforced",
        publicAccessBlock: { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true },
      },
    });
  });

  test("is told of by AWS Config, whose parts are texts", async () => {
    const item = {
      resourceType: "AWS::S3::Bucket",
      awsAccountId: ACCOUNT,
      awsRegion: "us-east-1",
      ARN: "arn:aws:s3:::orders",
      resourceName: "orders",
      configuration: JSON.stringify({ name: "orders" }),
      supplementaryConfiguration: {
        BucketPolicy: JSON.stringify({ policyText: JSON.stringify(POLICY) }),
        ServerSideEncryptionConfiguration: JSON.stringify({
          rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyID: KEY }, bucketKeyEnabled: false }],
        }),
      },
    };
    expect(await resourcesOf(["config.json", { configurationItems: [item] }])).toMatchObject({
      orders: { policy: POLICY, bucketKey: false },
    });
  });
});

test("a table of AWS Config", async () => {
  const item = {
    resourceType: "AWS::DynamoDB::Table",
    awsAccountId: ACCOUNT,
    awsRegion: "us-east-1",
    ARN: arnOf("dynamodb", "table/t"),
    configuration: { tableArn: arnOf("dynamodb", "table/t"), tableName: "t" },
  };
  expect(await resourcesOf(["item.json", item])).toMatchObject({ t: { key: "aws-owned" } });
});

test("a key that only its alias names is not known", async () => {
  expect(await resourcesOf(["sns.json", { Attributes: { TopicArn: arnOf("sns", "n"), KmsMasterKeyId: "alias/mine" } }])).toMatchObject({
    n: { key: { unknown: "the key that is named alias/mine" } },
  });
});
