import { type KmsAction, kmsAction } from "../catalog/actions.ts";
import { isAwsAlias, isKeptByAws } from "../catalog/aws-managed-keys.ts";
import { staysInAccount } from "../catalog/data/across-accounts.ts";
import type { RuleId } from "../catalog/rules.ts";
import { type Arn, parseArn } from "../iam/arn.ts";
import type { KeyFacts } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";

/** What a request asks to do. */
export type ActionFacts = {
  readonly name: string; // as asked
  readonly lower: string;
  readonly service: string; // "kms"
  readonly kms: KmsAction | undefined; // its catalog row
  readonly assumesRole: boolean; // decided by a role's trust policy
  readonly stays: boolean; // never works on what another account has
};

/** The actions whose resource policy is the trust policy of a role (rule authz.trust.sole-authority). */
const TRUST_ACTIONS = new Set(["sts:assumerole", "sts:tagsession", "sts:setsourceidentity"]);

/** `service:Name` without wildcards; undefined where the text is none. */
export function readAction(name: string): ActionFacts | undefined {
  if (!/^[A-Za-z0-9-]{1,64}:[A-Za-z0-9]{1,128}$/.test(name)) return undefined;
  const lower = foldCase(name);
  const kms = kmsAction(lower);
  const stays = kms === undefined ? staysInAccount(lower) : !kms.crossAccount;
  return { name, lower, service: lower.slice(0, lower.indexOf(":")), kms, assumesRole: TRUST_ACTIONS.has(lower), stays };
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

/** Why no policy can allow a request, and the rule that says so. */
export type Refusal = { readonly rule: RuleId; readonly why: string };

/**
 * Why no policy can allow it: AWS never makes the check, keeps the alias or the key to itself, or keeps principals and resources of two partitions apart.
 * `partition` is the caller's, "" where it has none; `manager` who manages the key, undefined where it is not told. Undefined where policies decide.
 */
export const beyondPolicies = (
  action: ActionFacts,
  resource: ResourceFacts,
  partition: string,
  manager: KeyFacts["managedBy"],
): Refusal | undefined =>
  neverAsked(action, resource) ?? reserved(action, resource) ?? kept(action, resource, manager) ?? apart(resource, partition);

/**
 * Why AWS would never make the check, whatever policies say: not on such a resource (rule authz.check.never-made).
 * Undefined where it would.
 */
function neverAsked({ kms }: ActionFacts, { kind, text }: ResourceFacts): Refusal | undefined {
  if (kms === undefined) return undefined; // of another service: one that KMS does not have is no action of a request
  if ((kms.resources as readonly string[]).includes(kind)) return undefined;
  const places = kms.resources.map((each) => KIND_WORDS[each]).join(" and ");
  const why = `AWS KMS checks ${kms.action} on ${places}, never on ${kind === "other" ? text : KIND_WORDS[kind]}`;
  return { rule: "authz.check.never-made", why };
}

const KIND_WORDS = { key: "a key", alias: "an alias", "*": "`*`" } as const;

/** Nobody makes, moves or deletes an alias whose name AWS keeps to itself (rule kms.aliases.reserved). */
function reserved({ service }: ActionFacts, { kind, arn }: ResourceFacts): Refusal | undefined {
  if (service !== "kms" || kind !== "alias" || arn === undefined || !isAwsAlias(arn.resource)) return undefined;
  const why = `the name ${arn.resource} is reserved: aliases that begin with alias/aws/ are those of AWS managed keys`;
  return { rule: "kms.aliases.reserved", why };
}

/** Nobody but AWS manages a key that AWS manages (rule kms.aws-managed.kept). */
function kept({ kms }: ActionFacts, { kind }: ResourceFacts, manager: KeyFacts["managedBy"]): Refusal | undefined {
  if (manager !== "aws" || kind !== "key" || kms === undefined || !isKeptByAws(kms.action)) return undefined;
  return {
    rule: "kms.aws-managed.kept",
    why: `the key is an AWS managed key: nobody is allowed ${kms.action} on it, whatever policies say`,
  };
}

/** Access across accounts works within one partition (rule authz.partition.apart), so that nothing reaches another one. */
function apart({ arn }: ResourceFacts, partition: string): Refusal | undefined {
  if (arn === undefined || partition === "" || arn.partition === partition) return undefined;
  const why = `a principal of the partition ${partition} has no access to resources of the partition ${arn.partition}, whatever policies say`;
  return { rule: "authz.partition.apart", why };
}
