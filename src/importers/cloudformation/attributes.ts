import type { LeafType } from "../leaf.ts";

/**
 * What `Ref` and `Fn::GetAtt` give of a resource, as far as it follows from its name: `{P}` partition, `{R}` Region, `{A}` account, `{N}` its name, `{I}` what AWS
 * makes up for it. What is not
 * here is a symbol.
 */
export type NamedResource = {
  readonly name: string; // the property that has its name
  readonly ref: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
};

/** CloudFormation Template Reference, "Return values" of each type; Service Authorization Reference for the forms of ARNs. */
// biome-ignore format: a table reads as a table
export const NAMED: Readonly<Record<string, NamedResource>> = {
  "AWS::S3::Bucket":                   { name: "BucketName",       ref: "{N}", attributes: { Arn: "arn:{P}:s3:::{N}" } },
  "AWS::SNS::Topic":                   { name: "TopicName",        ref: "arn:{P}:sns:{R}:{A}:{N}", attributes: { TopicArn: "arn:{P}:sns:{R}:{A}:{N}", TopicName: "{N}" } },
  "AWS::SQS::Queue":                   { name: "QueueName",        ref: undefined, attributes: { Arn: "arn:{P}:sqs:{R}:{A}:{N}", QueueName: "{N}" } },
  "AWS::Lambda::Function":             { name: "FunctionName",     ref: "{N}", attributes: { Arn: "arn:{P}:lambda:{R}:{A}:function:{N}" } },
  "AWS::Serverless::Function":         { name: "FunctionName",     ref: "{N}", attributes: { Arn: "arn:{P}:lambda:{R}:{A}:function:{N}" } },
  "AWS::Logs::LogGroup":               { name: "LogGroupName",     ref: "{N}", attributes: { Arn: "arn:{P}:logs:{R}:{A}:log-group:{N}:*" } },
  "AWS::DynamoDB::Table":              { name: "TableName",        ref: "{N}", attributes: { Arn: "arn:{P}:dynamodb:{R}:{A}:table/{N}" } },
  "AWS::DynamoDB::GlobalTable":        { name: "TableName",        ref: "{N}", attributes: { Arn: "arn:{P}:dynamodb:{R}:{A}:table/{N}" } },
  "AWS::Events::Rule":                 { name: "Name",             ref: undefined, attributes: { Arn: "arn:{P}:events:{R}:{A}:rule/{N}" } },
  "AWS::StepFunctions::StateMachine":  { name: "StateMachineName", ref: "arn:{P}:states:{R}:{A}:stateMachine:{N}", attributes: { Arn: "arn:{P}:states:{R}:{A}:stateMachine:{N}", Name: "{N}" } },
  "AWS::CloudTrail::Trail":            { name: "TrailName",        ref: "{N}", attributes: { Arn: "arn:{P}:cloudtrail:{R}:{A}:trail/{N}" } },
  "AWS::ECR::Repository":              { name: "RepositoryName",   ref: "{N}", attributes: { Arn: "arn:{P}:ecr:{R}:{A}:repository/{N}" } },
  "AWS::Kinesis::Stream":              { name: "Name",             ref: "{N}", attributes: { Arn: "arn:{P}:kinesis:{R}:{A}:stream/{N}" } },
  "AWS::SecretsManager::Secret":       { name: "Name",             ref: "arn:{P}:secretsmanager:{R}:{A}:secret:{N}-{I}", attributes: { Id: "arn:{P}:secretsmanager:{R}:{A}:secret:{N}-{I}" } },
  "AWS::RDS::DBInstance":              { name: "DBInstanceIdentifier", ref: "{N}", attributes: { DBInstanceArn: "arn:{P}:rds:{R}:{A}:db:{N}" } },
  "AWS::RDS::DBCluster":               { name: "DBClusterIdentifier", ref: "{N}", attributes: { DBClusterArn: "arn:{P}:rds:{R}:{A}:cluster:{N}" } },
  "AWS::EKS::Cluster":                 { name: "Name",             ref: "{N}", attributes: { Arn: "arn:{P}:eks:{R}:{A}:cluster/{N}" } },
  "AWS::EC2::Volume":                  { name: "VolumeId",         ref: "{I}", attributes: { VolumeId: "{I}" } },
  "AWS::CloudTrail::EventDataStore":   { name: "Name",             ref: "arn:{P}:cloudtrail:{R}:{A}:eventdatastore/{I}", attributes: { EventDataStoreArn: "arn:{P}:cloudtrail:{R}:{A}:eventdatastore/{I}" } },
  "AWS::IAM::InstanceProfile":         { name: "InstanceProfileName", ref: "{N}", attributes: { Arn: "arn:{P}:iam::{A}:instance-profile/{N}" } },
};

/** The types of what other attributes give, where their names tell. */
// biome-ignore format: a table reads as a table
export const SYMBOL_TYPES: Readonly<Record<string, LeafType>> = {
  "AWS::Organizations::Account.AccountId":              "account-id",
  "AWS::Organizations::Account.":                       "account-id",
  "AWS::Organizations::Organization.Id":                "org-id",
  "AWS::Organizations::Organization.":                  "org-id",
  "AWS::Organizations::Organization.ManagementAccountId": "account-id",
  "AWS::IAM::User.UserId":                              "unique-id",
};

/** IAM's kinds of principals and policies: the property with the name, and what stands before the path in the ARN. */
// biome-ignore format: a table reads as a table
export const IAM_KINDS: Readonly<Record<string, { readonly name: string; readonly kind: "role" | "user" | "group" | "policy" }>> = {
  "AWS::IAM::Role":          { name: "RoleName",          kind: "role" },
  "AWS::IAM::User":          { name: "UserName",          kind: "user" },
  "AWS::IAM::Group":         { name: "GroupName",         kind: "group" },
  "AWS::IAM::ManagedPolicy": { name: "ManagedPolicyName", kind: "policy" },
};
