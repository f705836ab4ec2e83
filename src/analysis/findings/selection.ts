import { foldCase } from "../../iam/values.ts";
import { held, matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { RULE_CODES, type RuleCode, ruleOf } from "./rules.ts";

/** The rules that a word means: a code, a name, or a name of AWS Config or Security Hub, in any case; with `*` and `?` all that match. */
export function rulesLike(word: string): readonly RuleCode[] {
  const pattern = parsePattern(foldCase(word));
  return RULE_CODES.filter((code) => {
    const { name, also = [] } = ruleOf(code);
    return [code, name, ...also].some((one) => matchesPattern(pattern, held(foldCase(one))));
  });
}

/** Whether findings of a rule are wanted: `words` are taken in their order, those with `!` before them take rules out again. None: all are. */
export function selectionOf(words: readonly string[] | undefined): (code: string) => boolean {
  if (words === undefined || words.length === 0) return () => true;
  const wanted = new Set<string>(words[0]?.startsWith("!") === true ? RULE_CODES : []);
  for (const word of words) {
    if (word.startsWith("!")) for (const code of rulesLike(word.slice(1))) wanted.delete(code);
    else for (const code of rulesLike(word)) wanted.add(code);
  }
  return (code) => wanted.has(code);
}
