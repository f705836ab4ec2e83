import { CLOUDTRAIL_FLOWS } from "./flows/cloudtrail.ts";
import { DYNAMODB_FLOWS } from "./flows/dynamodb.ts";
import { EBS_FLOWS } from "./flows/ebs.ts";
import { EKS_FLOWS } from "./flows/eks.ts";
import type { Flow } from "./flows/flow.ts";
import { LAMBDA_FLOWS } from "./flows/lambda.ts";
import { LOGS_FLOWS } from "./flows/logs.ts";
import { RDS_FLOWS } from "./flows/rds.ts";
import { S3_FLOWS } from "./flows/s3.ts";
import { SECRETSMANAGER_FLOWS } from "./flows/secretsmanager.ts";
import { SNS_FLOWS } from "./flows/sns.ts";
import { SQS_FLOWS } from "./flows/sqs.ts";
import { SSM_FLOWS } from "./flows/ssm.ts";

/** Every flow, by name. */
export const FLOWS: Readonly<Record<string, Flow>> = {
  ...S3_FLOWS,
  ...EBS_FLOWS,
  ...RDS_FLOWS,
  ...DYNAMODB_FLOWS,
  ...LAMBDA_FLOWS,
  ...SECRETSMANAGER_FLOWS,
  ...SSM_FLOWS,
  ...EKS_FLOWS,
  ...SQS_FLOWS,
  ...SNS_FLOWS,
  ...LOGS_FLOWS,
  ...CLOUDTRAIL_FLOWS,
};

/** The names a flow is called by: its own, and one for each variant. */
export const FLOW_NAMES: readonly string[] = Object.entries(FLOWS).flatMap(([name, { variants = {} }]) => [
  name,
  ...Object.keys(variants).map((variant) => `${name}.${variant}`),
]);

/** A flow by its name, or by that of a variant. */
export function flowNamed(name: string): { readonly flow: Flow; readonly fixed: Readonly<Record<string, boolean>> } | undefined {
  if (Object.hasOwn(FLOWS, name)) return { flow: FLOWS[name] as Flow, fixed: {} };
  const dot = name.lastIndexOf(".");
  const [base, variant] = [name.slice(0, dot), name.slice(dot + 1)];
  const flow = Object.hasOwn(FLOWS, base) ? FLOWS[base] : undefined;
  const fixed = flow?.variants && Object.hasOwn(flow.variants, variant) ? flow.variants[variant] : undefined;
  return flow && fixed && { flow, fixed };
}
