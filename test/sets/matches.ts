import { type Language, type Pattern, runAt, STAR, type Token } from "../../src/sets/tokens.ts";

/** Every text. */
export const ANYTHING: Language = [[STAR]];

/** Whether a text is in the language, by the definition and slowly: what is fast is held against it. No backtracking. */
export const matches = (language: Language, text: string): boolean =>
  language.some((pattern) => endsOf(pattern, text)[text.length] === true);

/** Of each place in the text, whether the pattern can end there. */
function endsOf(pattern: Pattern, text: string): readonly boolean[] {
  let ends = Array.from({ length: text.length + 1 }, (_, place) => place === 0);
  for (let i = 0; i < pattern.length; i++) {
    const run = runAt(pattern, i);
    if (run === "") ends = afterToken(ends, pattern[i] as Token, text);
    else {
      ends = afterRun(ends, run.toLowerCase(), text);
      i += run.length - 1;
    }
  }
  return ends;
}

function afterToken(ends: readonly boolean[], token: Token, text: string): boolean[] {
  const next = ends.map(() => false);
  for (let place = 0; place < ends.length; place++) {
    const reached = ends[place] === true || (token.kind === "star" && next[place] === true);
    if (reached && token.kind === "star") next[place] = true;
    if (reached && place < text.length && admits(token, text[place] as string)) next[place + 1] = true;
  }
  return next;
}

/** A capital I with a dot is two units in lower case: a text may be shorter than what it becomes. */
function afterRun(ends: readonly boolean[], lower: string, text: string): boolean[] {
  const next = ends.map(() => false);
  const shorter = lower.split("i\u0307").length - 1;
  ends.forEach((reached, place) => {
    for (let length = lower.length - shorter; reached && length <= lower.length; length++) {
      if (text.slice(place, place + length).toLowerCase() === lower && place + length <= text.length) next[place + length] = true;
    }
  });
  return next;
}

function admits(token: Token, char: string): boolean {
  switch (token.kind) {
    case "literal":
      return token.char === char;
    case "digit":
      return char >= "0" && char <= "9";
    default:
      return !(token.except ?? "").includes(char);
  }
}
