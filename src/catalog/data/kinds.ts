import { type Arn, parseArn } from "../../iam/arn.ts";
import type { DataPage } from "./pages.ts";

/** What data lies in: the resources that flows read and write. */
export type ResourceKind = {
  readonly name: string; // "s3-bucket"
  readonly called: string; // in a sentence: "an S3 bucket"
  readonly service: string; // of its ARN, and of the actions that are asked on it
  readonly form: string; // of its ARN, for messages
  readonly id: RegExp; // of the last part of the ARN; what it captures is the name that flows take
  readonly lacks?: "account" | "account and region"; // what its ARN does not tell
  readonly inner?: string; // what is in it and asked for by itself, in words; its ARN is the resource's, a `/` or what `innerBy` says, and its name
  readonly innerBy?: string; // default: "/"
  readonly policy: PolicyOfKind;
  readonly sharedWith?: true; // accounts are let in by an attribute or a share, which stands in the place of a policy
  readonly awsKey?: string; // the alias of the service's own key
  readonly tagged?: "with ABAC"; // aws:ResourceTag counts only where the bucket or the account says so
  readonly members: readonly ResourceMember[]; // what a world may tell of it besides ARN, account, Region, policy, key and tags
  readonly source: readonly DataPage[];
};

/**
 * What a policy of the resource decides.
 * - `attached`: with the caller's policies, as any resource policy; absent, nobody comes in but by the account's own;
 * - `permissive`: the same, and one that AWS writes is there where nobody else wrote one;
 * - `services only`: it is enforced for service principals alone;
 * - `none`: there is no such policy.
 */
export type PolicyOfKind = "attached" | "permissive" | "services only" | "none";

export const RESOURCE_MEMBERS = [
  "bucketKey",
  "encryptionContext",
  "objects",
  "versions",
  "objectOwnership",
  "publicAccessBlock",
  "accountPublicAccessBlock",
  "accessPoints",
  "abac",
  "sharedWith",
  "tier",
  "type",
  "sourceVolume",
  "resourceId",
  "role",
  "reuseSeconds",
  "masking",
] as const;
export type ResourceMember = (typeof RESOURCE_MEMBERS)[number];

/** Every kind, by the services of `catalog/flows`. */
// biome-ignore format: a table reads as a table
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  { name: "s3-bucket", called: "an S3 bucket", service: "s3", form: "arn:aws:s3:::BUCKET", id: /^([^/]+)$/, lacks: "account and region", inner: "an object", policy: "attached", awsKey: "alias/aws/s3", tagged: "with ABAC", members: ["bucketKey", "encryptionContext", "objects", "objectOwnership", "publicAccessBlock", "accountPublicAccessBlock", "accessPoints", "abac"], source: ["SAR", "S3-EVAL", "S3-ABAC"] },
  { name: "dynamodb-table", called: "a DynamoDB table", service: "dynamodb", form: "arn:aws:dynamodb:REGION:ACCOUNT:table/NAME", id: /^table\/([^/]+)$/, policy: "attached", awsKey: "alias/aws/dynamodb", tagged: "with ABAC", members: ["abac"], source: ["SAR", "DDB-AUTH"] },
  { name: "secret", called: "a secret of Secrets Manager", service: "secretsmanager", form: "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-XXXXXX", id: /^secret:(.+)$/, policy: "attached", awsKey: "alias/aws/secretsmanager", members: ["versions"], source: ["SAR", "SM-X"] },
  { name: "parameter", called: "a parameter of Systems Manager", service: "ssm", form: "arn:aws:ssm:REGION:ACCOUNT:parameter/NAME", id: /^parameter\/(.+)$/, policy: "none", sharedWith: true, awsKey: "alias/aws/ssm", members: ["tier", "type", "sharedWith"], source: ["SAR", "SSM-SHARE"] },
  { name: "queue", called: "an SQS queue", service: "sqs", form: "arn:aws:sqs:REGION:ACCOUNT:NAME", id: /^([^:/]+)$/, policy: "attached", awsKey: "alias/aws/sqs", members: ["reuseSeconds"], source: ["SAR", "SQS-LIM"] },
  { name: "topic", called: "an SNS topic", service: "sns", form: "arn:aws:sns:REGION:ACCOUNT:NAME", id: /^([^:/]+)$/, policy: "permissive", awsKey: "alias/aws/sns", members: [], source: ["SAR", "SNS-OWN"] },
  { name: "function", called: "a Lambda function", service: "lambda", form: "arn:aws:lambda:REGION:ACCOUNT:function:NAME", id: /^function:([^:]+)(?::[^:]+)?$/, policy: "attached", awsKey: "alias/aws/lambda", members: ["role"], source: ["SAR", "L-RBP"] },
  { name: "log-group", called: "a log group of CloudWatch Logs", service: "logs", form: "arn:aws:logs:REGION:ACCOUNT:log-group:NAME", id: /^log-group:([^:*]+)(?::\*)?$/, inner: "a log stream", innerBy: ":log-stream:", policy: "services only", members: ["masking"], source: ["SAR", "LOGS-RP"] },
  { name: "ebs-volume", called: "an EBS volume", service: "ec2", form: "arn:aws:ec2:REGION:ACCOUNT:volume/vol-…", id: /^volume\/(vol-[0-9a-z]+)$/, policy: "none", awsKey: "alias/aws/ebs", members: [], source: ["SAR", "EBS-RES"] },
  { name: "ebs-snapshot", called: "an EBS snapshot", service: "ec2", form: "arn:aws:ec2:REGION::snapshot/snap-…", id: /^snapshot\/(snap-[0-9a-z]+)$/, lacks: "account", policy: "none", sharedWith: true, awsKey: "alias/aws/ebs", members: ["sharedWith", "sourceVolume"], source: ["SAR", "EBS-RES", "EBS-SHARE"] },
  { name: "rds-instance", called: "an RDS database instance", service: "rds", form: "arn:aws:rds:REGION:ACCOUNT:db:NAME", id: /^db:([^:]+)$/, policy: "none", awsKey: "alias/aws/rds", members: ["resourceId"], source: ["SAR"] },
  { name: "rds-cluster", called: "an Aurora cluster", service: "rds", form: "arn:aws:rds:REGION:ACCOUNT:cluster:NAME", id: /^cluster:([^:]+)$/, policy: "none", awsKey: "alias/aws/rds", members: ["resourceId"], source: ["SAR"] },
  { name: "rds-snapshot", called: "a snapshot of an RDS database", service: "rds", form: "arn:aws:rds:REGION:ACCOUNT:snapshot:NAME", id: /^snapshot:(.+)$/, policy: "none", sharedWith: true, awsKey: "alias/aws/rds", members: ["sharedWith", "resourceId"], source: ["SAR", "RDS-SHARE"] },
  { name: "rds-cluster-snapshot", called: "a snapshot of an Aurora cluster", service: "rds", form: "arn:aws:rds:REGION:ACCOUNT:cluster-snapshot:NAME", id: /^cluster-snapshot:(.+)$/, policy: "none", sharedWith: true, awsKey: "alias/aws/rds", members: ["sharedWith", "resourceId"], source: ["SAR", "RDS-SHARE"] },
  { name: "eks-cluster", called: "an EKS cluster", service: "eks", form: "arn:aws:eks:REGION:ACCOUNT:cluster/NAME", id: /^cluster\/([^/]+)$/, policy: "none", members: ["role"], source: ["SAR"] },
  { name: "trail", called: "a trail of CloudTrail", service: "cloudtrail", form: "arn:aws:cloudtrail:REGION:ACCOUNT:trail/NAME", id: /^trail\/([^/]+)$/, policy: "none", members: [], source: ["SAR"] },
  { name: "event-data-store", called: "an event data store of CloudTrail Lake", service: "cloudtrail", form: "arn:aws:cloudtrail:REGION:ACCOUNT:eventdatastore/ID", id: /^eventdatastore\/([^/]+)$/, policy: "attached", members: [], source: ["SAR"] },
];

const LOG_GROUP_END = /(?<=:log-group:[^:]{1,512}):\*$/;

/** A resource by its ARN: what it is, and its name. Undefined for anything that no kind is. */
export function resourceKindOf(text: string): { readonly kind: ResourceKind; readonly arn: Arn; readonly id: string } | undefined {
  const arn = parseArn(text);
  if (arn === undefined || /[*?]|\$\{/.test(text.replace(LOG_GROUP_END, ""))) return undefined;
  for (const kind of RESOURCE_KINDS) {
    if (kind.service !== arn.service) continue;
    const id = kind.id.exec(arn.resource)?.[1];
    if (id !== undefined) return { kind, arn, id };
  }
  return undefined;
}

/**
 * The ARN of the resource that another ARN is in, or is itself: of an object its bucket, of a log stream its log group, of an index its table. What has a
 * policy of its own, a stream of a table or an alias of a function, is in none.
 */
export function resourceArnIn(text: string): string {
  const [arn, partition, service, region, account, ...rest] = text.split(":");
  const head = [arn, partition, service, region, account].join(":");
  const last = rest.join(":");
  if (service === "s3" && region === "") return `${head}:${last.split("/", 1)[0]}`;
  if (service === "logs") return `${head}:${rest.slice(0, 2).join(":")}`;
  const table = service === "dynamodb" ? /^(table\/[^/]+)\/index\/[^/]+$/.exec(last)?.[1] : undefined;
  return table === undefined ? text : `${head}:${table}`;
}

const FORMS = new Map(RESOURCE_KINDS.map((kind) => [kind.service, kind.form] as const));

/** How an ARN of the service looks; undefined where no kind is of it. */
export const formOfService = (service: string): string | undefined => FORMS.get(service);
