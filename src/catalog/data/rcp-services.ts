/**
 * Services that resource control policies do not cover, by the prefixes of their actions: the machine copy of the Service Authorization Reference of
 * 2026-09-26 does not have them among those it marks (`s3 kms secretsmanager sqs sts dynamodb logs ecr firehose` and others are). A service that is neither
 * here nor known to be covered is taken to be covered: then a Deny is not passed over.
 */
const NOT_COVERED = new Set(["sns", "lambda", "ssm", "kinesis", "ec2", "ebs", "rds", "eks", "elasticfilesystem", "backup"]);

/** Whether resource control policies bind calls of the service. */
export const isUnderRcps = (service: string): boolean => !NOT_COVERED.has(service);
