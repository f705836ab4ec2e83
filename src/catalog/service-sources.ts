/** Calls of KMS that a service makes as itself, and what of them tells whom it acts for. */
export type ServiceSource = {
  readonly service: string; // its principal without `.amazonaws.com`; `*` stands for a Region
  readonly use: string;
  readonly sourceArn?: string; // a pattern of aws:SourceArn; `{a}` is the account, `{r}` the Region; absent: not known to be sent
  readonly sourceAccount?: boolean; // whether aws:SourceAccount is sent; absent: not known
  readonly boundBy?: string; // a pair of the encryption context whose value has the account of the source in it
  readonly documented: "bound" | "optional" | "none" | "unsupported"; // whether the statement that the service's guide prints has such a condition
};

/**
 * By the guides of AWS CloudTrail, Amazon CloudWatch Logs, S3, Route 53, GuardDuty, Config, SNS, SES and KMS. A service that is not here is not known to
 * name its source: everything else calls in the name of somebody, by grants or by roles.
 */
// biome-ignore format: a table reads as a table
export const SERVICE_SOURCES: readonly ServiceSource[] = [
  { service: "cloudtrail", use: "log files of trails", sourceArn: "arn:aws:cloudtrail:{r}:{a}:trail/NAME", sourceAccount: true, boundBy: "aws:cloudtrail:arn", documented: "bound" },
  { service: "logs.*", use: "log groups", boundBy: "aws:logs:arn", documented: "bound" },
  { service: "delivery.logs", use: "vended logs to an encrypted bucket", sourceArn: "arn:aws:logs:{r}:{a}:*", sourceAccount: true, documented: "optional" },
  { service: "s3", use: "event notifications, inventory, analytics", sourceArn: "arn:aws:s3:::BUCKET", sourceAccount: true, documented: "optional" },
  { service: "storage-lens.s3", use: "metrics export", sourceArn: "arn:aws:s3:{r}:{a}:storage-lens/NAME", sourceAccount: true, documented: "bound" },
  { service: "sns", use: "delivery to encrypted queues", sourceArn: "arn:aws:sns:{r}:{a}:TOPIC", sourceAccount: true, documented: "optional" },
  { service: "events", use: "targets that are encrypted queues", sourceArn: "arn:aws:events:{r}:{a}:rule/NAME", sourceAccount: true, documented: "optional" },
  ...["cloudwatch", "codecommit", "dms", "ds", "events.rds", "glacier", "inspector", "redshift", "ssm-incidents", "ssm-contacts"].map((service): ServiceSource => (
  { service, use: "publishing to encrypted topics", sourceArn: "arn:aws:*:{r}:{a}:*", sourceAccount: true, documented: "optional" })),
  { service: "dynamodb", use: "publishing to encrypted topics", sourceArn: "arn:aws:dynamodb:{r}:{a}:*", sourceAccount: true, documented: "optional" },
  { service: "budgets", use: "alerts to encrypted topics", sourceArn: "arn:aws:budgets::{a}:*", sourceAccount: true, documented: "optional" },
  { service: "costalerts", use: "alerts to encrypted topics", sourceAccount: true, documented: "optional" },
  { service: "config", use: "delivery to an encrypted bucket", sourceArn: "arn:aws:config:{r}:{a}:*", sourceAccount: true, documented: "bound" },
  { service: "guardduty", use: "export of findings", sourceArn: "arn:aws:guardduty:{r}:{a}:detector/ID", sourceAccount: true, documented: "bound" },
  { service: "guardduty.*", use: "export of findings in Regions to opt in to", sourceArn: "arn:aws:guardduty:{r}:{a}:detector/ID", sourceAccount: true, documented: "bound" },
  { service: "macie", use: "results to a bucket", sourceArn: "arn:aws:macie2:{r}:{a}:*", sourceAccount: true, documented: "bound" },
  { service: "dnssec-route53", use: "signing of zones", sourceArn: "arn:aws:route53:::hostedzone/ID", sourceAccount: true, documented: "optional" },
  { service: "ses", use: "mail received to a bucket", sourceAccount: true, boundBy: "aws:ses:source-account", documented: "bound" },
  { service: "lambda", use: "packages, pollers with encrypted filters", boundBy: "aws:lambda:FunctionArn", documented: "bound" },
];

const NAMED = /^([a-z0-9.-]+)\.amazonaws\.com(?:\.cn)?$/;

/** The calls that a service principal is known to make as itself. */
export function sourcesOf(principal: string): readonly ServiceSource[] {
  const name = NAMED.exec(principal)?.[1];
  if (name === undefined) return [];
  return SERVICE_SOURCES.filter(({ service }) =>
    service.endsWith(".*") ? name.startsWith(service.slice(0, -1)) && !name.slice(service.length - 1).includes(".") : name === service,
  );
}
