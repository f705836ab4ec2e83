/** The most a message shows of somebody's text: a message is a line, and a document may hold a megabyte of one word. */
const SHOWN = 80;

/** Somebody's text in a message: in backticks, cut when long, control characters escaped so that it stays on its line. */
export function shown(text: string): string {
  const part = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `\`${part.replace(/\p{Cc}/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)}\``;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** One step further in an RFC 6901 JSON pointer. Strings are only joined, never copied, so a deep pointer costs nothing. */
export function pointerStep(pointer: string, step: string | number): string {
  return typeof step === "number" ? `${pointer}/${step}` : `${pointer}/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export const pointerTo = (path: readonly (string | number)[]): string => path.reduce<string>(pointerStep, "");
