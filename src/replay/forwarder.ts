import { type LogObject, memberOf, pairsAt, textAt } from "./member.ts";

/** Whether a service forwarded the call, and which, as far as the record tells. */
export type Forwarder =
  | { readonly kind: "direct" }
  | { readonly kind: "service"; readonly host: string; readonly inferred?: string } // the value of kms:ViaService
  | { readonly kind: "unknown"; readonly why: string };

const INTERNAL = ["AWS Internal", "internal.amazonaws.com"];

/** Services whose name in kms:ViaService is another than that in the record (KMS Developer Guide, kms:ViaService). */
const HOSTS: Readonly<Record<string, string>> = { ebs: "ec2", efs: "elasticfilesystem", "ec2-frontend-api": "ec2", docdb: "rds" };

/** Encryption contexts tell whose they are, where the record names no service (KMS Developer Guide, "How AWS services use AWS KMS"). */
export const CONTEXTS: Readonly<Record<string, string>> = {
  parameter_arn: "ssm",
  secretarn: "secretsmanager",
  "aws:s3:arn": "s3",
  "aws:ebs:id": "ec2",
  "aws:lambda:functionarn": "lambda",
  "aws:dynamodb:tablename": "dynamodb",
  "aws:rds:db-id": "rds",
  "aws:rds:dbc-id": "rds",
  "aws:sqs:arn": "sqs",
  "aws:sns:topicarn": "sns",
  "aws:logs:arn": "logs",
  "aws:kinesis:arn": "kinesis",
  "aws:cloudtrail:arn": "cloudtrail",
};

/**
 * `invokedBy` beside a caller that is no service: the call was forwarded with the caller's identity. AWS Internal names no service: the encryption context
 * may, which is an inference and is marked as one.
 */
export function forwarderOf(record: LogObject): Forwarder {
  const identity = memberOf(record, "userIdentity");
  const region = textAt(record, "awsRegion");
  const invokedBy = textAt(identity, "invokedBy");
  if (textAt(identity, "type") === "AWSService" || invokedBy === "kms.amazonaws.com") return { kind: "direct" };
  const source = textAt(record, "sourceIPAddress");
  const by = invokedBy ?? (source !== undefined && (INTERNAL.includes(source) || source.endsWith(".amazonaws.com")) ? source : undefined);
  if (by === undefined) return { kind: "direct" };
  const hint = hintOf(record);
  if (region === undefined) return { kind: "unknown", why: `forwarded by ${by}, and the record names no Region` };
  const host = (service: string): string => `${service}.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
  if (INTERNAL.includes(by) || by === "config.amazonaws.com" || invokedBy === undefined) {
    const service = hint ?? (INTERNAL.includes(by) || by === "config.amazonaws.com" ? undefined : serviceOf(by));
    if (service === undefined) return { kind: "unknown", why: "a service forwarded the call, and the record does not name it" };
    return {
      kind: "service",
      host: host(service),
      inferred: hint === undefined ? "from the source address" : "from the encryption context",
    };
  }
  const service = serviceOf(by);
  return service === undefined ? { kind: "unknown", why: `forwarded by ${by}` } : { kind: "service", host: host(service) };
}

function serviceOf(name: string): string | undefined {
  const [, service] = /^([a-z0-9-]{1,60})(?:\.[a-z0-9-]{1,40})?\.amazonaws\.com(?:\.cn)?$/.exec(name) ?? [];
  return service === undefined ? undefined : (HOSTS[service] ?? service);
}

function hintOf(record: LogObject): string | undefined {
  const parameters = memberOf(record, "requestParameters");
  const pairs = pairsAt(parameters, "encryptionContext") ?? pairsAt(parameters, "sourceEncryptionContext");
  for (const name of Object.keys(pairs ?? {})) {
    const service = CONTEXTS[name.toLowerCase()];
    if (service !== undefined) return service;
  }
  return undefined;
}
