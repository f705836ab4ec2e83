import { type KmsAction, kmsAction } from "../catalog/actions.ts";
import { isAwsAlias } from "../catalog/aws-managed-keys.ts";
import type { RuleId } from "../catalog/rules.ts";
import { type Arn, parseArn } from "../iam/arn.ts";
import { foldCase } from "../iam/values.ts";

/** What a request asks to do. */
export type ActionFacts = {
  readonly name: string; // as asked
  readonly lower: string;
  readonly service: string; // "kms"
  readonly kms: KmsAction | undefined; // its catalog row
  readonly assumesRole: boolean; // decided by a role's trust policy
};

/** The actions whose resource policy is the trust policy of a role (rule authz.trust.sole-authority). */
const TRUST_ACTIONS = new Set(["sts:assumerole", "sts:tagsession", "sts:setsourceidentity"]);

/** `service:Name` without wildcards; undefined where the text is none. */
export function readAction(name: string): ActionFacts | undefined {
  if (!/^[A-Za-z0-9-]{1,64}:[A-Za-z0-9]{1,128}$/.test(name)) return undefined;
  const lower = foldCase(name);
  return { name, lower, service: lower.slice(0, lower.indexOf(":")), kms: kmsAction(lower), assumesRole: TRUST_ACTIONS.has(lower) };
}

/** What a request asks about. `other` is any resource that is neither a KMS key nor an alias. */
export type ResourceFacts = {
  readonly text: string;
  readonly kind: "key" | "alias" | "*" | "other";
  readonly arn: Arn | undefined;
};

/** An ARN, or `*`; undefined where the text is neither, or names more than one KMS key. */
export function readResource(text: string): ResourceFacts | undefined {
  if (text === "*") return { text, kind: "*", arn: undefined };
  const arn = parseArn(text);
  if (arn === undefined || text.length > 2048) return undefined;
  if (arn.service !== "kms") return { text, kind: "other", arn };
  if (/[*?]/.test(text) || arn.region === "" || !/^[0-9]{12}$/.test(arn.account)) return undefined;
  if (arn.resource.startsWith("key/")) return { text, kind: "key", arn };
  return arn.resource.startsWith("alias/") ? { text, kind: "alias", arn } : undefined;
}

/**
 * Why no policy can allow it: AWS never makes the check, keeps the alias to itself, or keeps principals and resources of two partitions apart.
 * `partition` is the caller's, "" where it has none. Undefined where policies decide.
 */
export const beyondPolicies = (action: ActionFacts, resource: ResourceFacts, partition: string): string | undefined =>
  neverAsked(action, resource) ?? reserved(action, resource) ?? apart(resource, partition);

/** The rule by which `beyondPolicies` says so. */
export function ruleBeyond(action: ActionFacts, resource: ResourceFacts): RuleId {
  if (neverAsked(action, resource) !== undefined) return "authz.check.never-made";
  return reserved(action, resource) === undefined ? "authz.partition.apart" : "kms.aliases.reserved";
}

/** Nobody makes, moves or deletes an alias whose name AWS keeps to itself (rule kms.aliases.reserved). */
function reserved({ service }: ActionFacts, { kind, arn }: ResourceFacts): string | undefined {
  if (service !== "kms" || kind !== "alias" || arn === undefined || !isAwsAlias(arn.resource)) return undefined;
  return `the name ${arn.resource} is reserved: aliases that begin with alias/aws/ are those of AWS managed keys`;
}

/** Access across accounts works within one partition (rule authz.partition.apart), so that nothing reaches another one. */
function apart({ arn }: ResourceFacts, partition: string): string | undefined {
  if (arn === undefined || partition === "" || arn.partition === partition) return undefined;
  return `a principal of the partition ${partition} has no access to resources of the partition ${arn.partition}, whatever policies say`;
}

/**
 * Why AWS would never make the check, whatever policies say: not on such a resource (rule authz.check.never-made).
 * Undefined where it would.
 */
function neverAsked(action: ActionFacts, resource: ResourceFacts): string | undefined {
  if (action.kms === undefined) return undefined; // of another service: one that KMS does not have is no action of a request
  if ((action.kms.resources as readonly string[]).includes(resource.kind)) return undefined;
  return `AWS KMS checks ${action.kms.action} on ${action.kms.resources.map((kind) => KIND_WORDS[kind]).join(" and ")}, never on ${resource.kind === "other" ? resource.text : KIND_WORDS[resource.kind]}`;
}

const KIND_WORDS = { key: "a key", alias: "an alias", "*": "`*`" } as const;
