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

/** `a, b or c`, or "nothing"; of more than `limit` the rest is counted. */
export function abridged(items: readonly string[], last: "and" | "or", limit = 4): string {
  if (items.length > limit) return `${items.slice(0, limit).join(", ")} ${last} ${items.length - limit} more`;
  return items.length === 0 ? "nothing" : listed(items, last);
}

export const counted = (count: number, noun: string, nouns = `${noun}s`): string => `${count} ${count === 1 ? noun : nouns}`;

/** Characters that move a cursor, hide text or turn its direction: C0 and C1 controls, line separators, bidirectional marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a policy or a request, fit for a terminal and a ticket: what is not printable is written as its code point, long text is cut. */
export function printable(text: string, limit = 300): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** One step further in an RFC 6901 JSON pointer. Strings are only joined, never copied, so a deep pointer costs nothing. */
export function pointerStep(pointer: string, step: string | number): string {
  return typeof step === "number" ? `${pointer}/${step}` : `${pointer}/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The steps of an RFC 6901 JSON pointer, each as the member is named. */
export const pointerSteps = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

export const pointerTo = (path: readonly (string | number)[]): string => path.reduce<string>(pointerStep, "");

/** Whether a file of this name is read as YAML. */
export const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
