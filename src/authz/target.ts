import { listed } from "../base/text.ts";
import { type KmsAction, kmsAction } from "../catalog/actions.ts";
import { similarActions } from "../catalog/similar-actions.ts";
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

/** The actions whose resource policy is the trust policy of a role (IAM User Guide, role trust policies). */
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
 * Why AWS would never make the check, whatever policies say: no such action, or not on such a resource (KMS Developer Guide, AWS KMS permissions).
 * Undefined where it would.
 */
export function neverAsked(action: ActionFacts, resource: ResourceFacts): string | undefined {
  if (action.service !== "kms") return undefined;
  if (action.kms === undefined) {
    const near = similarActions(action.name);
    return `AWS KMS has no action ${action.name}${near.length > 0 ? ` (did you mean ${listed(near, "or")}?)` : ""}`;
  }
  if ((action.kms.resources as readonly string[]).includes(resource.kind)) return undefined;
  return `AWS KMS checks ${action.kms.action} on ${action.kms.resources.map((kind) => KIND_WORDS[kind]).join(" and ")}, never on ${resource.kind === "other" ? resource.text : KIND_WORDS[resource.kind]}`;
}

const KIND_WORDS = { key: "a key", alias: "an alias", "*": "`*`" } as const;
