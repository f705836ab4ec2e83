import { describe, expect, test } from "vitest";
import { imported, worldOf } from "../imported.ts";

/** What data lies in, as templates tell of it. */

const OPTIONS = { account: "111122223333", region: "us-east-1" };

type Resources = Readonly<Record<string, Record<string, unknown>>>;

async function resourcesOf(template: string, options: object = OPTIONS): Promise<Resources> {
  const { after } = await imported(template, options);
  worldOf(after);
  return (after as unknown as { readonly resources: Resources }).resources;
}

const KEY = `
  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }] } }
  Alias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/orders, TargetKeyId: !Ref Key }`;

const keyArn = /^arn:aws:kms:us-east-1:111122223333:key\/[0-9a-f-]{36}$/;

describe("a bucket", () => {
  test("has its key, its policy, and what limits it", async () => {
    const { Orders } = await resourcesOf(`
Resources:${KEY}
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn } }] }
      OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true }
      Tags: [{ Key: team, Value: orders }]
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: s3:GetObject, Resource: !Sub "\${Orders.Arn}/*" }] }
  Point: { Type: AWS::S3::AccessPoint, Properties: { Bucket: !Ref Orders } }
`);
    expect(Orders).toEqual({
      arn: "arn:aws:s3:::orders",
      account: "111122223333",
      region: "us-east-1",
      key: expect.stringMatching(keyArn),
      bucketKey: true,
      policy: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::444455556666:root" },
            Action: "s3:GetObject",
            Resource: "arn:aws:s3:::orders/*",
          },
        ],
      },
      objectOwnership: "BucketOwnerEnforced",
      publicAccessBlock: { blockPublicAcls: true, restrictPublicBuckets: true },
      accessPoints: true,
      tags: { team: "orders" },
    });
  });

  test("without a name, a policy and encryption is open in its name alone", async () => {
    const { Orders } = await resourcesOf("Resources:\n  Orders: { Type: AWS::S3::Bucket }\n");
    expect(Orders).toMatchObject({ arn: { $join: ["arn:aws:s3:::", { $symbol: expect.any(String) }] }, key: "none", policy: "none" });
  });
});

const arnOf = (service: string, resource: string) => `arn:aws:${service}:us-east-1:111122223333:${resource}`;

/** A thing of each type, what it is told as, and which key the same has without one named. */
const KINDS: Readonly<Record<string, readonly [properties: string, told: object, silent: readonly [properties: string, key: unknown]]>> = {
  "AWS::DynamoDB::Table": [
    "{ TableName: t, SSESpecification: { SSEEnabled: true, KMSMasterKeyId: !Ref Key } }",
    { arn: arnOf("dynamodb", "table/t"), policy: "none" },
    ["{}", "aws-owned"],
  ],
  "AWS::SecretsManager::Secret": ["{ Name: db, KmsKeyId: alias/orders }", { policy: "none" }, ["{}", "alias/aws/secretsmanager"]],
  "AWS::SQS::Queue": [
    "{ QueueName: q, KmsMasterKeyId: !Ref Key, KmsDataKeyReusePeriodSeconds: 600 }",
    { arn: arnOf("sqs", "q"), reuseSeconds: 600 },
    ["{}", "none"],
  ],
  "AWS::SNS::Topic": [
    "{ TopicName: n, KmsMasterKeyId: !Ref Alias }",
    { arn: arnOf("sns", "n") },
    ["{ KmsMasterKeyId: alias/aws/sns }", "alias/aws/sns"],
  ],
  "AWS::Lambda::Function": [
    "{ FunctionName: f, KmsKeyArn: !GetAtt Key.Arn }",
    { arn: arnOf("lambda", "function:f"), policy: "none" },
    ["{}", "alias/aws/lambda"],
  ],
  "AWS::Logs::LogGroup": ["{ LogGroupName: /app, KmsKeyId: !GetAtt Key.Arn }", { arn: arnOf("logs", "log-group:/app") }, ["{}", "none"]],
  "AWS::EC2::Volume": [
    "{ Encrypted: true, KmsKeyId: !Ref Key }",
    {},
    ["{ Encrypted: true }", { unknown: "the account's default key of EBS" }],
  ],
  "AWS::RDS::DBInstance": [
    "{ DBInstanceIdentifier: shop, StorageEncrypted: true, KmsKeyId: !Ref Key }",
    { arn: arnOf("rds", "db:shop") },
    ["{ StorageEncrypted: true }", "alias/aws/rds"],
  ],
  "AWS::RDS::DBCluster": [
    "{ DBClusterIdentifier: shop, StorageEncrypted: true, KmsKeyId: !Ref Key }",
    { arn: arnOf("rds", "cluster:shop") },
    ["{ StorageEncrypted: false }", "none"],
  ],
  "AWS::EKS::Cluster": [
    "{ Name: main, EncryptionConfig: [{ Provider: { KeyArn: !GetAtt Key.Arn }, Resources: [secrets] }] }",
    { arn: arnOf("eks", "cluster/main") },
    ["{}", "aws-owned"],
  ],
  "AWS::CloudTrail::Trail": ["{ TrailName: all, KMSKeyId: !Ref Key }", { arn: arnOf("cloudtrail", "trail/all") }, ["{}", "none"]],
  "AWS::CloudTrail::EventDataStore": ["{ KmsKeyId: !GetAtt Key.Arn }", {}, ["{}", "aws-owned"]],
};

test.each(Object.entries(KINDS))("%s", async (type, [properties, told, [few, key]]) => {
  const { Thing, Plain } = await resourcesOf(`
Resources:${KEY}
  Thing: { Type: "${type}", Properties: ${properties} }
  Plain: { Type: "${type}", Properties: ${few} }
`);
  expect(Thing).toMatchObject({ ...told, key: expect.stringMatching(keyArn) });
  expect(Plain?.key).toEqual(key);
});

test("policies and permissions that are resources of their own belong to their things", async () => {
  const { Queue, Topic, Secret, Ship } = await resourcesOf(`
Resources:
  Queue: { Type: AWS::SQS::Queue }
  QueuePolicy: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref Queue], PolicyDocument: { Version: "2012-10-17", Statement: { Effect: Allow, Principal: "*", Action: sqs:ReceiveMessage, Resource: !GetAtt Queue.Arn } } } }
  Topic: { Type: AWS::SNS::Topic }
  TopicPolicy: { Type: AWS::SNS::TopicPolicy, Properties: { Topics: [!Ref Topic], PolicyDocument: { Version: "2012-10-17", Statement: { Sid: T, Effect: Allow, Principal: "*", Action: sns:Publish, Resource: !Ref Topic } } } }
  Secret: { Type: AWS::SecretsManager::Secret }
  SecretPolicy: { Type: AWS::SecretsManager::ResourcePolicy, Properties: { SecretId: !Ref Secret, ResourcePolicy: { Version: "2012-10-17", Statement: { Sid: S, Effect: Allow, Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: secretsmanager:GetSecretValue, Resource: "*" } } } }
  Ship: { Type: AWS::Lambda::Function }
  Permission: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Ship, Principal: s3.amazonaws.com, Action: lambda:InvokeFunction, SourceAccount: "111122223333" } }
`);
  expect(Queue?.policy).toMatchObject({ Statement: expect.anything() });
  expect(Topic?.policy).toMatchObject({ Statement: expect.anything() });
  expect(Secret?.policy).toMatchObject({ Statement: expect.anything() });
  expect(Ship?.policy).toMatchObject({ Statement: [{ Sid: "Permission", Principal: { Service: "s3.amazonaws.com" } }] });
});

test("what hangs on a parameter that nobody gave is not known", async () => {
  const { Thing } = await resourcesOf(`
Parameters: { KeyArn: { Type: String } }
Resources:
  Thing: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !Ref KeyArn } }
`);
  expect(Thing?.key).toEqual({ unknown: "the key of Thing" });
});

test("without an account the ARNs hang on it", async () => {
  const { Secret } = await resourcesOf("Resources:\n  Secret: { Type: AWS::SecretsManager::Secret }\n", { region: "us-east-1" });
  expect(Secret?.arn).toMatchObject({ $join: expect.arrayContaining([expect.stringContaining(":secret:")]) });
});
