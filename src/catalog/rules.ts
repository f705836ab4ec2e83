import { CONTEXT_RULES } from "./rules/context.ts";
import { EVALUATION_RULES } from "./rules/evaluation.ts";
import { KMS_RULES } from "./rules/kms.ts";
import { LANGUAGE_RULES } from "./rules/language.ts";
import { OPERATOR_RULES } from "./rules/operators.ts";
import { BASES, type Rule } from "./rules/rule.ts";

const GROUPS = {
  "Who has a say, and how it is put together": EVALUATION_RULES,
  "How a policy is read": LANGUAGE_RULES,
  "When a condition holds": OPERATOR_RULES,
  "What a request's condition keys are": CONTEXT_RULES,
  "Grants, aliases and calls of AWS KMS": KMS_RULES,
} as const;

export type RuleId = (typeof GROUPS)[keyof typeof GROUPS][number]["id"];

/**
 * Every rule by which kmsward decides, in groups for people. Comments cite one as `rule ID` where it is carried out, tests where they would notice its
 * breach; `kmsward help ID` tells it, and an answer names those it rests on.
 */
export const RULE_GROUPS: Readonly<Record<string, readonly Rule[]>> = GROUPS;

export const RULES: readonly Rule[] = Object.values(RULE_GROUPS).flat();

export const ruleOf = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);

/** How many of some rules are documented, recorded and chosen. */
export const countsByBasis = (rules: readonly Rule[]): readonly number[] =>
  BASES.map((basis) => rules.filter((rule) => rule.basis === basis).length);
