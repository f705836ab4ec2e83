import { nearest } from "../base/nearest.ts";
import { BASES, type Basis } from "../catalog/rules/rule.ts";
import { countsByBasis, RULE_GROUPS, RULES, ruleOf } from "../catalog/rules.ts";
import { paragraphs, section, table } from "./usage.ts";

const MEANING: Readonly<Record<Basis, string>> = {
  documented: "documented by AWS",
  recorded: "recorded: AWS was seen to do so",
  chosen: "chosen: AWS is silent or contradicts itself, and this is how kmsward reads it",
};

/** What `kmsward help ID` prints of a rule; undefined where there is none of that id. */
export function aboutRule(id: string): string | undefined {
  const rule = ruleOf(id.toLowerCase());
  if (rule === undefined) return undefined;
  const { title, url } = rule.source;
  return `${rule.id}: ${MEANING[rule.basis]}\n\n${paragraphs(rule.rule)}\n\n${section("Source", [title, url])}`;
}

/** Every rule, in groups, each by its first sentence. */
export function listRules(): string {
  const groups = Object.entries(RULE_GROUPS).map(([title, rules]) =>
    section(title, table(rules.map(({ id, basis, rule }) => [id, `${firstSentence(rule)}${basis === "documented" ? "" : ` (${basis})`}`]))),
  );
  const counts = countsByBasis(RULES).map((count, i) => `${count} ${BASES[i]}`);
  return [...groups, `${RULES.length} rules: ${counts.join(", ")}. \`kmsward help ID\` tells one, with its source.`].join("\n\n");
}

const firstSentence = (text: string): string => /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;

export const nearestRule = (id: string): string | undefined =>
  nearest(
    id,
    RULES.map((rule) => rule.id),
  );
