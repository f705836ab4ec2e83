import type { OperatorBase } from "./operators.ts";
import { matchesPattern, ONE, type Pattern, parsePattern, STAR, type Token } from "./wildcard.ts";

/** What is known of a text: all of it, or that it has this form, in which `*` stands for any run of characters that nobody told. */
export type Shape = { readonly text: string; readonly pattern: Pattern | undefined }; // undefined: the text is known

export const known = (text: string): Shape => ({ text, pattern: undefined });
export const shape = (form: string): Shape => ({ text: form, pattern: form.includes("*") ? parsePattern(form) : undefined });

/** What texts of a form satisfy a condition's value: all of them, none, or some and some not. */
export type Share = "all" | "none" | "some";

/** Whether the texts of a form satisfy one value of a positive operator, as its `prepare` read it. Operators on other things than text cannot tell. */
export function shareOf(base: OperatorBase, prepared: unknown, form: Shape): Share {
  if (prepared === undefined) return "some";
  switch (base) {
    case "StringEquals":
      return couldBe(form.text, prepared as string);
    case "StringEqualsIgnoreCase":
      return couldBe(form.text.toLowerCase(), prepared as string);
    case "StringLike":
      return shareOfPattern(prepared as Pattern, form.text);
    case "ArnEquals":
    case "ArnLike":
      return shareOfArn(prepared as readonly Pattern[], form.text);
    default:
      return "some";
  }
}

const couldBe = (form: string, text: string): Share => (matchesPattern(parsePattern(form), text) ? "some" : "none");

/** Component by component, where all that is not known stands in the last one. */
function shareOfArn(wanted: readonly Pattern[], form: string): Share {
  const [, head, last] = /^((?:[^:*]*:){5})(.*)$/s.exec(form) ?? [];
  if (head === undefined || last === undefined) return "some";
  const isThere = head
    .split(":")
    .slice(0, 5)
    .every((component, i) => matchesPattern(wanted[i] as Pattern, component));
  return isThere ? shareOfPattern(wanted[5] as Pattern, last) : "none";
}

function shareOfPattern(wanted: Pattern, form: string): Share {
  if (!meets(symbolsOf(wanted), symbolsOf(parsePattern(form)))) return "none";
  return covers(wanted, form) ? "all" : "some";
}

/** A character that neither policies nor names have: where it fits, any does. */
const ANY_CHARACTER = "\uffff";
const MOST_SINGLES = 16;

/**
 * Whether a pattern matches every text of a form. A star of the form can be any text: it fits if none, one and so on up to more characters than the
 * pattern has `?` fit, since only a `*` can take one more than that. True only where that is so; a pattern with very many `?` is not asked.
 */
function covers(pattern: Pattern, form: string): boolean {
  const singles = symbolsOf(pattern).filter((symbol) => symbol === ONE).length;
  if (singles > MOST_SINGLES) return false;
  const fits = (before: string, [part, ...rest]: readonly string[]): boolean => {
    if (part === undefined) return matchesPattern(pattern, before);
    for (let length = 0; length <= singles + 1; length++) if (!fits(before + ANY_CHARACTER.repeat(length) + part, rest)) return false;
    return true;
  };
  const [first = "", ...rest] = form.split("*");
  return fits(first, rest);
}

type Symbol = string | typeof STAR | typeof ONE; // a code unit, or a wildcard

/** A pattern as it reads, one symbol after the other. */
function symbolsOf(pattern: Pattern): readonly Symbol[] {
  switch (pattern.kind) {
    case "any":
      return [STAR];
    case "exact":
      return pattern.text.split("");
    case "prefix":
      return [...pattern.text.split(""), STAR];
    case "chunks":
      return pattern.chunks.flatMap((chunk, i) => [...(i === 0 ? [] : [STAR]), ...chunk.flatMap(spelled)]);
    case "tokens":
      return pattern.tokens.flatMap(spelled);
  }
}

const spelled = (token: Token): readonly Symbol[] => (typeof token === "string" ? token.split("") : [token.wildcard === "*" ? STAR : ONE]);

/** Whether some text matches both. One after the other symbol of the first, against all places in the second: first × second steps. */
function meets(first: readonly Symbol[], second: readonly Symbol[]): boolean {
  let reached = closed(new Uint8Array(second.length + 1).fill(1, 0, 1), second);
  for (const symbol of first) {
    const next = new Uint8Array(second.length + 1);
    for (let at = 0; at <= second.length; at++) {
      if (reached[at] === 0) continue;
      if (symbol === STAR) {
        next.fill(1, at);
        break;
      }
      const other = second[at];
      if (other === STAR) next[at] = 1;
      else if (other !== undefined && (other === symbol || other === ONE || symbol === ONE)) next[at + 1] = 1;
    }
    reached = closed(next, second);
  }
  return reached[second.length] === 1;
}

/** A star may also stand for nothing. */
function closed(reached: Uint8Array, second: readonly Symbol[]): Uint8Array {
  for (let at = 0; at < second.length; at++) if (reached[at] === 1 && second[at] === STAR) reached[at + 1] = 1;
  return reached;
}
