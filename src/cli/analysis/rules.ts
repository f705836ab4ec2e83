import { RULE_CODES, RULES, ruleOf } from "../../analysis/findings/rules.ts";
import { rulesLike } from "../../analysis/findings/selection.ts";
import { CODES } from "../../base/codes.ts";
import { nearest } from "../../base/nearest.ts";
import { shown } from "../../base/text.ts";
import type { OptionSpec } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";

export const RULES_OPTION: OptionSpec = {
  name: "rules",
  value: "RULE[,RULE…]",
  many: true,
  help: "only these rules, by code, name or pattern: --rules 'KW74*,public-*'; all but those with `!` before them: --rules '!KW742'; `help` lists them",
};

const words = (options: Options): readonly string[] => options.all("rules").flatMap((given) => given.split(",").map((word) => word.trim()));

export const asksForRules = (options: Options): boolean => words(options).includes("help");

/**
 * The rules that are asked for, as `check` takes them.
 *
 * @throws {Refusal} for a word that means no rule: what it was meant to ask for, or to leave out, would go unnoticed.
 */
export function rulesIn(options: Options): readonly string[] {
  const given = words(options);
  for (const word of given) {
    const rule = word.replace(/^!/, "");
    if (rule !== "" && rulesLike(rule).length > 0) continue;
    const near = nearest(rule.toLowerCase(), [
      ...RULE_CODES.map((code) => code.toLowerCase()),
      ...RULE_CODES.map((code) => ruleOf(code).name),
    ]);
    const name = near !== undefined && /^kw\d/.test(near) ? near.toUpperCase() : near;
    throw refuse(
      "KW003",
      "--rules",
      `there is no rule ${shown(word)}`,
      name === undefined ? "`--rules help` lists them" : `did you mean ${name}?`,
    );
  }
  return given;
}

/** Every rule in a line: its code, its name, how bad what it finds may be, and what it is about. */
export function rulesTable(): string {
  const width = Math.max(...RULE_CODES.map((code) => RULES[code].name.length));
  const lines = RULE_CODES.map((code) => {
    const { name, levels, also } = ruleOf(code);
    const known = also === undefined ? "" : ` (${also.join(", ")})`;
    return `${code}  ${name.padEnd(width)}  ${levels.join(", ").padEnd(25)}  ${CODES[code].title}${known}`;
  });
  return `${lines.join("\n")}\n`;
}
