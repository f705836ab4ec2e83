import type { PolicyType } from "../../iam/policy.ts";
import type { Members } from "./members.ts";

/** What a policy is taken for. `open`: its content would fit another type as well, and its path does not decide it. */
export type Kind = { readonly type: PolicyType; readonly open?: PolicyType } | { readonly resource: string };

/**
 * What a policy is, told by its elements. What these leave open is told by the words of the path, as people file them: that a policy without principals
 * limits accounts or roles, that one over keys in general is attached to an endpoint.
 */
export function kindOf(path: string, statements: readonly Members[]): Kind {
  const says = wordsOf(path);
  const allows = statements.filter(({ Effect }) => Effect !== "Deny");
  if (!statements.some((each) => "Principal" in each || "NotPrincipal" in each)) {
    if (says("scp", "scps") || (says("service") && says("control"))) return { type: "service-control" };
    if (says("boundary", "boundaries")) return { type: "boundary" };
    return allows.length === 0 ? { type: "identity", open: "service-control" } : { type: "identity" };
  }
  const actions = statements.flatMap(actionsOf);
  const services = [...new Set(actions.map((action) => action.split(":", 1)[0]?.toLowerCase() ?? ""))];
  if (services.length > 0 && services.every((service) => service === "sts")) return { type: "trust" };
  if (allows.length === 0 && statements.every(isForAnyone)) return { type: "resource-control" }; // a key whose policy allows nothing is nobody's
  const isEndpoint = says("endpoint", "endpoints", "vpce", "vpces");
  if (!services.every((service) => service === "kms" || service === "*") || !statements.every(isAboutKeys))
    return isEndpoint ? { type: "endpoint" } : { resource: ofService(services, statements) };
  if (statements.some(namesKeys)) return isEndpoint ? { type: "endpoint" } : { type: "key-policy", open: "endpoint" };
  if (!allows.every(isForAnyone) || allows.length === 0) return { type: "key-policy" };
  if (isEndpoint) return { type: "endpoint" };
  return says("key", "keys", "kms", "cmk") ? { type: "key-policy" } : { type: "key-policy", open: "endpoint" };
}

/** Words are parts between what is no letter. */
function wordsOf(path: string): (...names: readonly string[]) => boolean {
  const words = new Set(path.toLowerCase().split(/[^a-z]+/));
  return (...names) => names.some((name) => words.has(name));
}

const actionsOf = ({ Action, NotAction }: Members): readonly string[] =>
  [Action, NotAction].flat().filter((each): each is string => typeof each === "string");

const isForAnyone = ({ Principal }: Members): boolean =>
  [typeof Principal === "object" && Principal !== null ? (Principal as Members).AWS : Principal].flat().every((each) => each === "*");

const resourcesOf = ({ Resource, NotResource }: Members): readonly unknown[] => [Resource ?? [], NotResource ?? []].flat();

const serviceOf = (arn: unknown): string | undefined =>
  typeof arn === "string" && arn.startsWith("arn:") ? arn.split(":", 3)[2] : undefined;

const isAboutKeys = (statement: Members): boolean => resourcesOf(statement).every((each) => each === "*" || serviceOf(each) === "kms");

const namesKeys = (statement: Members): boolean => resourcesOf(statement).some((each) => serviceOf(each) === "kms");

const RESOURCES: Readonly<Record<string, string>> = {
  s3: "an Amazon S3 bucket",
  sqs: "an Amazon SQS queue",
  sns: "an Amazon SNS topic",
  secretsmanager: "a secret",
  lambda: "a Lambda function",
  ecr: "an Amazon ECR repository",
  events: "an event bus",
  backup: "a backup vault",
  es: "an OpenSearch domain",
  dynamodb: "a DynamoDB table",
};

function ofService(services: readonly string[], statements: readonly Members[]): string {
  const named = statements.flatMap(resourcesOf).map(serviceOf);
  const found = [...services, ...named].find((service) => service !== undefined && Object.hasOwn(RESOURCES, service));
  return (found && RESOURCES[found]) ?? "a resource that is no KMS key";
}

/** What a type is called, one of it and several. */
export const TYPE_NAMES: Readonly<Record<PolicyType, readonly [one: string, several: string]>> = {
  "key-policy": ["key policy", "key policies"],
  identity: ["identity policy", "identity policies"],
  trust: ["trust policy", "trust policies"],
  boundary: ["permissions boundary", "permissions boundaries"],
  session: ["session policy", "session policies"],
  endpoint: ["VPC endpoint policy", "VPC endpoint policies"],
  "service-control": ["service control policy", "service control policies"],
  "resource-control": ["resource control policy", "resource control policies"],
  resource: ["resource policy", "resource policies"],
};
