/**
 * The pattern language of exact analysis: what policies write (`*`, `?`, any case of letters, wildcards that stay inside a segment), and what requests can
 * carry (digits, no `/`). A character is one UTF-16 unit, as in the evaluation of policies (iam/wildcard.ts); a text is any sequence of them.
 */
export type Token =
  /** One character. A run of tokens with `either`, one after the other, stands for every text that has the same lower case (Unicode, with context). */
  | { readonly kind: "literal"; readonly char: string; readonly either?: true }
  /** Any character, but for those of `except`. */
  | { readonly kind: "one"; readonly except?: string }
  /** Any run of characters, also of none, without those of `except`. */
  | { readonly kind: "star"; readonly except?: string }
  /** `0` to `9`. */
  | { readonly kind: "digit" };

export type Pattern = readonly Token[];

/** The texts that one of the patterns matches: `[]` has none. */
export type Language = readonly Pattern[];

export const STAR: Token = { kind: "star" };
export const ONE: Token = { kind: "one" };
export const DIGIT: Token = { kind: "digit" };

export const starExcept = (except: string): Token => ({ kind: "star", except });
export const oneExcept = (except: string): Token => ({ kind: "one", except });

/** Every text but the empty one. */
export const SOMETHING: Language = [[ONE, STAR]];

/** The text alone: nothing in it is special. */
export const literal = (text: string): Pattern => unitsOf(text).map((char) => ({ kind: "literal", char }));

/** The texts with the same lower case, as `StringEqualsIgnoreCase` compares. Names of keys and actions ignore only the case of ASCII letters: fold those first. */
export const ignoringCase = (text: string): Pattern => unitsOf(text.toLowerCase()).map((char) => ({ kind: "literal", char, either: true }));

/** `*` is any run of characters and `?` exactly one; in a part of an ARN they pass none of `except`. */
export const wildcard = (text: string, except?: string): Pattern =>
  unitsOf(text).map((char) => {
    if (char === "*") return except === undefined ? STAR : starExcept(except);
    if (char === "?") return except === undefined ? ONE : oneExcept(except);
    return { kind: "literal", char };
  });

/** So many digits: an account is 12. */
export const digits = (count: number): Pattern => Array.from({ length: count }, () => DIGIT);

/** One pattern behind the other; a text stands for itself. */
export const sequence = (...parts: readonly (string | Token | Pattern)[]): Pattern =>
  parts.flatMap((part): Pattern => (typeof part === "string" ? literal(part) : "kind" in part ? [part] : part));

function unitsOf(text: string): readonly string[] {
  return text.split("");
}

/** The characters of tokens in any case, from a token on. */
export function runAt(pattern: Pattern, from: number): string {
  let run = "";
  for (let i = from; i < pattern.length; i++) {
    const token = pattern[i] as Token;
    if (token.kind !== "literal" || token.either !== true) break;
    run += token.char;
  }
  return run;
}
