import type { DataPage } from "./pages.ts";

/**
 * What a flow asks of its own service before, or beside, what the service asks of KMS: the calls that resource policies and identity policies decide. In
 * templates `{arn}` and `{id}` stand for the resource, `{inner}` for what is asked for in it, `{partition}`, `{region}` and `{account}` for where it is,
 * `{role}`, `{resourceId}`, `{sourceVolume}` for what the world tells of it, and other names for parameters.
 */
export type DataFlow = {
  readonly on: readonly string[]; // kinds of resources
  readonly form: Form;
  readonly about: string; // what comes of it, in a line
  readonly flow?: string; // what it asks of KMS, where that is another's row of `catalog/flows`; "" where nothing
  readonly calls: readonly ServiceCall[];
  readonly given?: Readonly<Record<string, Template>>; // parameters of the flow that the resource tells
  readonly more?: readonly string[]; // parameters besides those of the flow
  readonly key?: string; // the parameter that the resource's own key is; absent: it is the flow's key
  readonly optional?: string; // what still comes of it where KMS refuses the caller
  readonly doubted?: string; // a flag of the flow: whether AWS asks those steps is not settled
  readonly cached?: string; // how long who has used the key still gets in by a cache, where the flow has one
  readonly source: readonly DataPage[];
};

/** How the data is reached: by the call itself; as something that was made of it; from now on; by who is inside already. Or it is written. */
export type Form = "direct" | "by copy" | "by subscription" | "from inside" | "written";

export type Template = string;

/** One call of the service. `also`: another form of the ARN that AWS may ask it on instead; nobody documents which. */
export type ServiceCall = {
  readonly action: string;
  readonly resource: Template; // "*" where it names none
  readonly also?: Template;
  readonly who?: "caller" | "role" | { readonly service: Template; readonly sourceArn?: Template; readonly sourceAccount?: Template };
  readonly owner?: true; // `*`, but works on what the resource's account has
  readonly keys?: Readonly<Record<string, Template>>; // condition keys that the call has
  readonly when?: string; // a parameter that must be told, or, after `!`, must not
};

const S3 = { bucket: "{id}", key: "{inner}" } as const;
const OBJECT = "{arn}/{inner}";
const call = (action: string, resource: Template = "{arn}", more: Partial<ServiceCall> = {}): ServiceCall => ({
  action,
  resource,
  ...more,
});
const passRole = (service: string): ServiceCall =>
  call("iam:PassRole", "{role}", { keys: { "iam:PassedToService": service }, when: "role" });

const reading: ServiceCall[] = [
  call("s3:GetObject", OBJECT, { when: "!versionId" }),
  call("s3:GetObjectVersion", OBJECT, { when: "versionId", keys: { "s3:VersionId": "{versionId}" } }),
];

const TABLE = { table: "{id}" } as const;
const SECRET = { secretArn: "{arn}" } as const;
const VOLUME = { volumeId: "{id}" } as const;
const NEW_SNAPSHOT = "arn:{partition}:ec2:{region}::snapshot/{newSnapshotId}";
const FIVE_MINUTES = "for up to five minutes";

/** One of several calls of a service that ask KMS the same. */
const alike = (names: readonly string[], row: (action: string) => DataFlow): Readonly<Record<string, DataFlow>> =>
  Object.fromEntries(names.map((name) => [name, row(name.replace(".", ":"))]));

const table = (action: string, form: Form): DataFlow => ({
  on: ["dynamodb-table"],
  form,
  about: form === "written" ? "writes items, and may return old ones" : "reads items",
  flow: form === "written" ? "dynamodb.PutItem" : "dynamodb.GetItem",
  calls: [call(action)],
  given: TABLE,
  cached: FIVE_MINUTES,
  source: ["SAR", "DDB-AUTH"],
});

/** Every flow that data is read or written by, by the name that a question has. */
// biome-ignore format: a table reads as a table
export const DATA_FLOWS: Readonly<Record<string, DataFlow>> = {
  "s3.GetObject": { on: ["s3-bucket"], form: "direct", about: "reads an object", calls: reading, given: S3, more: ["versionId"], cached: "while a bucket key of the caller is cached", source: ["SAR", "S3-EVAL"] },
  "s3.PutObject": { on: ["s3-bucket"], form: "written", about: "writes an object", calls: [call("s3:PutObject", OBJECT)], given: S3, cached: "while a bucket key of the caller is cached", source: ["SAR", "S3-EVAL"] },
  "s3.MultipartUpload": { on: ["s3-bucket"], form: "written", about: "uploads an object in parts", calls: [call("s3:PutObject", OBJECT)], given: S3, source: ["SAR"] },
  "s3.CopyObject": {
    on: ["s3-bucket"],
    form: "by copy",
    about: "copies an object into the bucket",
    calls: [call("s3:GetObject", "arn:{partition}:s3:::{sourceBucket}/{sourceKey}"), call("s3:PutObject", OBJECT)],
    given: S3,
    source: ["SAR"],
  },
  "s3.Replication": {
    on: ["s3-bucket"],
    form: "by copy",
    about: "replicates an object into the bucket, by the role of the replication",
    calls: [
      call("s3:GetObjectVersionForReplication", "arn:{partition}:s3:::{sourceBucket}/{inner}", { who: "role" }),
      call("s3:ReplicateObject", OBJECT, { who: "role" }),
    ],
    given: S3,
    source: ["SAR"],
  },

  "dynamodb.CreateTable": { on: ["dynamodb-table"], form: "written", about: "makes the table", calls: [call("dynamodb:CreateTable")], given: TABLE, source: ["SAR"] },
  ...alike(["dynamodb.GetItem", "dynamodb.BatchGetItem", "dynamodb.Query", "dynamodb.Scan", "dynamodb.ConditionCheckItem", "dynamodb.PartiQLSelect"], (action) => table(action, "direct")),
  ...alike(["dynamodb.PutItem", "dynamodb.UpdateItem", "dynamodb.DeleteItem", "dynamodb.BatchWriteItem"], (action) => table(action, "written")),

  "secretsmanager.CreateSecret": { on: ["secret"], form: "written", about: "makes the secret", calls: [call("secretsmanager:CreateSecret")], given: SECRET, source: ["SAR"] },
  "secretsmanager.GetSecretValue": { on: ["secret"], form: "direct", about: "reads the secret", calls: [call("secretsmanager:GetSecretValue")], given: SECRET, source: ["SAR", "SM-X"] },
  "secretsmanager.BatchGetSecretValue": {
    on: ["secret"],
    form: "direct",
    about: "reads the secret among others: those that it may not read are left out of the answer",
    calls: [call("secretsmanager:BatchGetSecretValue", "*", { owner: true }), call("secretsmanager:GetSecretValue")],
    given: SECRET,
    source: ["BOTO", "SM-X"],
  },
  ...alike(["secretsmanager.PutSecretValue", "secretsmanager.UpdateSecret"], (action) => ({ on: ["secret"], form: "written", about: "writes a version of the secret", flow: "secretsmanager.PutSecretValue", calls: [call(action)], given: SECRET, source: ["SAR"] })),
  "secretsmanager.UpdateSecret.key-change": { on: ["secret"], form: "written", about: "moves the secret to another key: `key` is the new one", calls: [call("secretsmanager:UpdateSecret")], given: SECRET, key: "oldKmsKey", source: ["SAR"] },
  "secretsmanager.ReplicateSecretToRegions": { on: ["secret"], form: "by copy", about: "replicates the secret to another Region", calls: [call("secretsmanager:ReplicateSecretToRegions")], given: SECRET, source: ["SAR"] },

  ...alike(["ssm.GetParameter", "ssm.GetParameters", "ssm.GetParameterHistory"], (action) => ({ on: ["parameter"], form: "direct", about: "reads the parameter", flow: "ssm.GetParameter", calls: [call(action)], given: { name: "{id}" }, source: ["SAR", "SSM-ACC"] })),
  "ssm.GetParametersByPath": { on: ["parameter"], form: "direct", about: "reads the parameter with all below a path: permission for the path is enough", flow: "ssm.GetParameter", calls: [call("ssm:GetParametersByPath", "arn:{partition}:ssm:{region}:{account}:parameter/{path}")], given: { name: "{id}" }, more: ["path"], source: ["SAR", "SSM-ACC"] },
  "ssm.PutParameter.standard": { on: ["parameter"], form: "written", about: "writes a standard parameter", calls: [call("ssm:PutParameter")], given: { name: "{id}" }, source: ["SAR"] },
  "ssm.PutParameter.advanced": { on: ["parameter"], form: "written", about: "writes an advanced parameter", calls: [call("ssm:PutParameter")], given: { name: "{id}" }, source: ["SAR"] },

  "sqs.SendMessage": { on: ["queue"], form: "written", about: "sends to the queue", calls: [call("sqs:SendMessage")], given: { queue: "{id}" }, cached: "for {reuse}", source: ["SAR"] },
  "sqs.ReceiveMessage": { on: ["queue"], form: "direct", about: "receives from the queue", calls: [call("sqs:ReceiveMessage")], given: { queue: "{id}" }, cached: "for {reuse}", source: ["SAR"] },
  "sqs.SendMessage.service-producer": {
    on: ["queue"],
    form: "written",
    about: "a service sends to the queue",
    calls: [call("sqs:SendMessage", "{arn}", { who: { service: "{producer}", sourceArn: "{producerArn}", sourceAccount: "{producerAccount}" } })],
    given: { queue: "{id}" },
    source: ["SAR"],
  },
  "sns.Deliver.sqs": {
    on: ["queue"],
    form: "by subscription",
    about: "SNS delivers a message of a topic to the queue",
    calls: [call("sqs:SendMessage", "{arn}", { who: { service: "sns.amazonaws.com", sourceArn: "arn:{partition}:sns:{region}:{account}:{topic}", sourceAccount: "{account}" } })],
    given: { queue: "{id}" },
    source: ["SAR"],
  },

  "sns.Publish": { on: ["topic"], form: "written", about: "publishes to the topic", calls: [call("sns:Publish")], given: { topic: "{id}" }, cached: FIVE_MINUTES, source: ["SAR"] },
  "sns.Subscribe": { on: ["topic"], form: "by subscription", about: "subscribes to the topic: nothing is asked of its key", flow: "", calls: [call("sns:Subscribe")], source: ["SAR", "SNS-OWN"] },
  "sns.Publish.service-producer": {
    on: ["topic"],
    form: "written",
    about: "a service publishes to the topic",
    calls: [call("sns:Publish", "{arn}", { who: { service: "{producer}", sourceArn: "{producerArn}", sourceAccount: "{producerAccount}" } })],
    given: { topic: "{id}" },
    source: ["SAR"],
  },

  ...alike(["lambda.GetFunctionConfiguration", "lambda.GetFunction", "lambda.ListVersionsByFunction"], (action) => ({ on: ["function"], form: "direct", about: "reads the configuration of the function, with its environment variables", flow: "lambda.GetFunctionConfiguration", calls: [call(action)], given: { function: "{id}" }, optional: "the configuration comes without the environment variables", source: ["SAR", "L-CFG"] })),
  "lambda.CreateFunction.env-default": { on: ["function"], form: "written", about: "sets environment variables under alias/aws/lambda", calls: [call("lambda:CreateFunction"), passRole("lambda.amazonaws.com")], given: { function: "{id}", role: "{role}" }, source: ["SAR"] },
  "lambda.CreateFunction.env-cmk": { on: ["function"], form: "written", about: "sets environment variables", calls: [call("lambda:CreateFunction"), passRole("lambda.amazonaws.com")], given: { function: "{id}", role: "{role}" }, source: ["SAR"] },
  "lambda.CreateFunction.zip-cmk": { on: ["function"], form: "written", about: "sets the package of the function", calls: [call("lambda:CreateFunction"), passRole("lambda.amazonaws.com")], given: { function: "{id}" }, more: ["role"], source: ["SAR"] },
  "lambda.env-helpers": { on: ["function"], form: "from inside", about: "variables that the console encrypted, and the function's own code decrypts", calls: [], given: { function: "{id}", role: "{role}" }, source: ["SAR"] },
  "lambda.EventSourceMapping.filter-cmk": { on: ["function"], form: "written", about: "filter criteria of an event source mapping", calls: [call("lambda:CreateEventSourceMapping", "*", { keys: { "lambda:FunctionArn": "{arn}" } })], given: { function: "{id}" }, source: ["SAR"] },

  "logs.AssociateKmsKey": { on: ["log-group"], form: "written", about: "encrypts the log group", calls: [call("logs:AssociateKmsKey", "{arn}", { also: "{arn}:*" })], given: { logGroup: "{id}" }, source: ["SAR"] },
  "logs.PutLogEvents": { on: ["log-group"], form: "written", about: "writes to a log stream", calls: [call("logs:PutLogEvents", "{arn}:log-stream:{inner}")], given: { logGroup: "{id}" }, doubted: "callerChecked", source: ["SAR"] },
  "logs.GetLogEvents": { on: ["log-group"], form: "direct", about: "reads a log stream", flow: "logs.PutLogEvents", calls: [call("logs:GetLogEvents", "{arn}:log-stream:{inner}")], given: { logGroup: "{id}" }, doubted: "callerChecked", source: ["SAR", "LOGS-RP"] },
  ...alike(["logs.FilterLogEvents", "logs.StartQuery", "logs.StartLiveTail"], (action) => ({ on: ["log-group"], form: "direct", about: "reads the log group", flow: "logs.PutLogEvents", calls: [call(action, "{arn}", { also: "{arn}:*" })], given: { logGroup: "{id}" }, doubted: "callerChecked", source: ["SAR", "LOGS-RP"] })),

  "ebs.CreateVolume": { on: ["ebs-volume"], form: "written", about: "makes the volume", calls: [call("ec2:CreateVolume")], given: VOLUME, source: ["SAR"] },
  "ebs.CreateVolume.from-snapshot": {
    on: ["ebs-snapshot"],
    form: "by copy",
    about: "makes a volume of the snapshot",
    calls: [call("ec2:CreateVolume"), call("ec2:CreateVolume", "arn:{partition}:ec2:{region}:{callerAccount}:volume/{volumeId}")],
    key: "snapshotKmsKey",
    source: ["EBS-RES"],
  },
  "ebs.AttachVolume": {
    on: ["ebs-volume"],
    form: "from inside",
    about: "attaches the volume: who is on the instance reads it",
    calls: [call("ec2:AttachVolume"), call("ec2:AttachVolume", "arn:{partition}:ec2:{region}:{account}:instance/{instanceId}", { when: "instanceId" })],
    given: VOLUME,
    source: ["SAR"],
  },
  "ebs.CreateSnapshot": { on: ["ebs-volume"], form: "by copy", about: "makes a snapshot of the volume", calls: [call("ec2:CreateSnapshot")], source: ["SAR"] },
  "ebs.CopySnapshot": { on: ["ebs-snapshot"], form: "by copy", about: "copies the snapshot", calls: [call("ec2:CopySnapshot"), call("ec2:CopySnapshot", NEW_SNAPSHOT)], given: { snapshotId: "{id}", sourceContextId: "{sourceVolume}" }, key: "sourceKmsKey", source: ["EBS-RES"] },
  "ebs.ShareSnapshot": { on: ["ebs-snapshot"], form: "by copy", about: "another account copies the snapshot: `key` is its own", calls: [call("ec2:CopySnapshot"), call("ec2:CopySnapshot", NEW_SNAPSHOT)], given: { sourceContextId: "{sourceVolume}" }, key: "sourceKmsKey", source: ["EBS-RES", "EBS-SHARE"] },
  ...alike(["ebs.GetSnapshotBlock"], (action) => ({ on: ["ebs-snapshot"], form: "direct", about: "reads the snapshot block by block", calls: [call(action)], given: { sourceContextId: "{sourceVolume}" }, source: ["EBS-DIR"] })),

  "rds.CreateDBInstance": { on: ["rds-instance"], form: "written", about: "makes the database", calls: [call("rds:CreateDBInstance")], given: { dbResourceId: "{resourceId}" }, source: ["SAR"] },
  "rds.CreateDBCluster": { on: ["rds-cluster"], form: "written", about: "makes the cluster", calls: [call("rds:CreateDBCluster")], given: { clusterResourceId: "{resourceId}" }, source: ["SAR"] },
  "rds.CreateDBCluster.neptune": { on: ["rds-cluster"], form: "written", about: "makes the Neptune cluster", calls: [call("rds:CreateDBCluster")], given: { clusterResourceId: "{resourceId}" }, source: ["SAR"] },
  "rds.CopyDBSnapshot": { on: ["rds-snapshot"], form: "by copy", about: "copies the snapshot", calls: [call("rds:CopyDBSnapshot")], given: { dbResourceId: "{resourceId}" }, key: "sourceKmsKey", source: ["SAR", "RDS-SHARE"] },
  "rds.ShareSnapshot": { on: ["rds-snapshot"], form: "by copy", about: "another account copies the snapshot: `key` is its own", calls: [call("rds:CopyDBSnapshot")], given: { dbResourceId: "{resourceId}" }, key: "sourceKmsKey", source: ["RDS-SHARE"] },
  "rds.RestoreDBInstanceFromDBSnapshot": { on: ["rds-snapshot"], form: "by copy", about: "makes a database of the snapshot", flow: "rds.CreateDBInstance", calls: [call("rds:RestoreDBInstanceFromDBSnapshot")], given: { dbResourceId: "{resourceId}" }, source: ["SAR"] },
  "rds.RestoreDBClusterFromSnapshot": { on: ["rds-cluster-snapshot"], form: "by copy", about: "makes a cluster of the snapshot", flow: "rds.CreateDBCluster", calls: [call("rds:RestoreDBClusterFromSnapshot")], given: { clusterResourceId: "{resourceId}" }, source: ["SAR"] },

  "eks.CreateCluster": { on: ["eks-cluster"], form: "written", about: "makes the cluster", calls: [call("eks:CreateCluster")], source: ["SAR"] },
  "eks.ApiServer": { on: ["eks-cluster"], form: "from inside", about: "the control plane starts", calls: [], source: ["SAR"] },

  "cloudtrail.CreateTrail": { on: ["trail"], form: "written", about: "makes the trail", calls: [call("cloudtrail:CreateTrail")], given: { trail: "{id}" }, source: ["SAR"] },
  "cloudtrail.DeliverLogFile": {
    on: ["s3-bucket"],
    form: "written",
    about: "CloudTrail writes a log file into the bucket",
    calls: [call("s3:PutObject", OBJECT, { who: { service: "cloudtrail.amazonaws.com", sourceArn: "arn:{partition}:cloudtrail:{region}:{account}:trail/{trail}" } })],
    given: { bucket: "{id}", object: "{inner}" },
    source: ["SAR"],
  },
  "cloudtrail.ReadLogFile": { on: ["s3-bucket"], form: "direct", about: "reads a log file of CloudTrail", calls: reading, given: { bucket: "{id}", object: "{inner}" }, more: ["versionId"], source: ["SAR"] },
  "cloudtrail.EventDataStore": { on: ["event-data-store"], form: "direct", about: "queries the event data store", calls: [call("cloudtrail:StartQuery")], given: { eventDataStore: "{id}" }, source: ["SAR"] },
};

/** By its name, or by that of a variant of a flow that is there (`s3.GetObject.bucket-key`). */
export function dataFlowNamed(name: string): { readonly row: DataFlow; readonly flow: string } | undefined {
  const found = Object.hasOwn(DATA_FLOWS, name) ? DATA_FLOWS[name] : undefined;
  if (found !== undefined) return { row: found, flow: found.flow ?? name };
  const base = name.slice(0, name.lastIndexOf("."));
  const row = base !== "" && Object.hasOwn(DATA_FLOWS, base) ? DATA_FLOWS[base] : undefined;
  return row === undefined || row.flow !== undefined ? undefined : { row, flow: name };
}
