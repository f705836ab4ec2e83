import { printable } from "../base/text.ts";

/**
 * Somebody's text inside a line of Markdown: all that could be mark-up, a link, a mention or HTML is written as a character reference, which Markdown
 * never reads as a mark.
 */
export const escaped = (text: string, longest = 200): string =>
  printable(text, longest)
    .replace(/[^\p{L}\p{N} ,./'";:–…-]|:(?! |$|[A-Z])/gu, (character) => `&#${character.codePointAt(0)};`)
    .replace(/www\./gi, (start) => start.replace(".", "&#46;"));

/** Somebody's text as code in a line or a cell of a table: its marks are longer than any run of backticks inside, and a bar ends no cell. */
export function code(text: string, longest = 200): string {
  const inside = printable(text, longest).replaceAll("|", "\\|");
  const mark = "`".repeat(longestRun([inside]) + 1);
  const pad = /^`|`$/.test(inside) || inside === "" ? " " : "";
  return `${mark}${pad}${inside}${pad}${mark}`;
}

/** A sentence whose names stand in backticks: these as code, all else as text. */
export const prose = (text: string, longest = 400): string =>
  printable(text, longest)
    .split("`")
    .map((part, i, parts) =>
      i % 2 === 0 ? escaped(part, longest) : i === parts.length - 1 ? `&#96;${escaped(part, longest)}` : code(part, longest),
    )
    .join("");

/** A block of text that nothing in it can end: its fence is longer than any run of backticks inside. */
export function fenced(lines: readonly string[], language = "text"): string {
  const fence = "`".repeat(Math.max(longestRun(lines), 2) + 1);
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

function longestRun(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) for (const run of line.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}

/** A part that opens when it is clicked; the empty lines let Markdown be read inside. */
export const fold = (summary: string, body: readonly string[]): string =>
  ["<details>", `<summary>${summary}</summary>`, "", ...body, "", "</details>\n"].join("\n");

/** As much as there is room for, whole parts only; `pointer` says where the rest is. `sizeOf` counts as the reader does. */
export function cut(parts: readonly string[], limit: number, pointer: string, sizeOf: (text: string) => number = bytesOf): string {
  const whole = parts.join("\n");
  if (sizeOf(whole) <= limit) return whole;
  const kept: string[] = [];
  let size = sizeOf(pointer) + 1;
  for (const part of parts) {
    size += sizeOf(part) + 1;
    if (size > limit) break;
    kept.push(part);
  }
  return [...kept, pointer].join("\n");
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
