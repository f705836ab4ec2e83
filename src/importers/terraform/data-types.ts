/**
 * A resource type whose things data lies in. Its ARN follows from the name: `arn:PARTITION:SERVICE:REGION:ACCOUNT:` and what `resource` says of the name,
 * which is undefined where it is a symbol; `{N}` stands for it.
 */
export type DataType = {
  readonly name: string; // the argument with its name
  readonly prefix?: string; // the argument with the beginning of a name that is made up
  readonly begins?: string; // how every such name begins
  readonly id?: "name" | "arn"; // what its attribute `id` is
  readonly service: string;
  readonly resource: (name: string | undefined) => string;
  readonly isOpen?: true; // more follows that nobody knows before
  readonly isOfNobody?: true; // no account stands in the ARN
};

const after = (start: string) => () => `${start}{N}`;

/** Terraform Registry, the types of hashicorp/aws; Service Authorization Reference, the forms of ARNs. */
// biome-ignore format: a table reads as a table
export const DATA_TYPES: Readonly<Record<string, DataType>> = {
  aws_s3_bucket:               { name: "bucket", prefix: "bucket_prefix", id: "name", service: "s3", resource: after("") },
  aws_dynamodb_table:          { name: "name", id: "name", service: "dynamodb", resource: after("table/") },
  aws_secretsmanager_secret:   { name: "name", prefix: "name_prefix", id: "arn", service: "secretsmanager", resource: () => "secret:{N}-", isOpen: true },
  aws_ssm_parameter:           { name: "name", id: "name", service: "ssm", resource: (name) => (name?.startsWith("/") === true ? "parameter{N}" : "parameter/{N}") },
  aws_sqs_queue:               { name: "name", prefix: "name_prefix", service: "sqs", resource: after("") },
  aws_sns_topic:               { name: "name", prefix: "name_prefix", id: "arn", service: "sns", resource: after("") },
  aws_lambda_function:         { name: "function_name", id: "name", service: "lambda", resource: after("function:") },
  aws_cloudwatch_log_group:    { name: "name", prefix: "name_prefix", id: "name", service: "logs", resource: after("log-group:") },
  aws_ebs_volume:              { name: "id", begins: "vol-", service: "ec2", resource: after("volume/") },
  aws_ebs_snapshot:            { name: "id", begins: "snap-", service: "ec2", resource: after("snapshot/"), isOfNobody: true },
  aws_ebs_snapshot_copy:       { name: "id", begins: "snap-", service: "ec2", resource: after("snapshot/"), isOfNobody: true },
  aws_db_instance:             { name: "identifier", prefix: "identifier_prefix", service: "rds", resource: after("db:") },
  aws_rds_cluster:             { name: "cluster_identifier", prefix: "cluster_identifier_prefix", id: "name", service: "rds", resource: after("cluster:") },
  aws_db_snapshot:             { name: "db_snapshot_identifier", id: "name", service: "rds", resource: after("snapshot:") },
  aws_db_cluster_snapshot:     { name: "db_cluster_snapshot_identifier", id: "name", service: "rds", resource: after("cluster-snapshot:") },
  aws_eks_cluster:             { name: "name", id: "name", service: "eks", resource: after("cluster/") },
  aws_cloudtrail:              { name: "name", service: "cloudtrail", resource: after("trail/") },
  aws_cloudtrail_event_data_store: { name: "id", service: "cloudtrail", resource: after("eventdatastore/") },
};

/** What is said of them by resources of their own. */
const BESIDE = [
  "aws_s3_bucket_policy",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_public_access_block",
  "aws_s3_account_public_access_block",
  "aws_s3_access_point",
  "aws_dynamodb_resource_policy",
  "aws_secretsmanager_secret_policy",
  "aws_sqs_queue_policy",
  "aws_sns_topic_policy",
  "aws_lambda_permission",
  "aws_snapshot_create_volume_permission",
];

/** Types that are read whatever refers to them. */
export const IS_OF_DATA: ReadonlySet<string> = new Set([...Object.keys(DATA_TYPES), ...BESIDE]);
