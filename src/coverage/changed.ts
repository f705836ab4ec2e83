import { normalPath } from "../world/path.ts";
import type { CoverageItem, CoverageReport } from "./report.ts";

/**
 * Lines of files that a change touched, by path. Lines that were taken out are told as a number between those that were around them: behind line 12
 * it is 12.5, which is in the statement that lost them and at no other line.
 */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Reads what `git diff --unified=0` prints; of paths, what git prints is taken (`--relative` makes them count from the working directory, `--no-prefix`
 * leaves out `a/` and `b/`). Files that are gone, and those without text, have no lines. Linear in the text; what is no diff says nothing.
 */
export function parseGitDiff(diff: string): ChangedLines {
  const changed = new Map<string, Set<number>>();
  let lines: Set<number> | undefined;
  let [oldLeft, newLeft] = [0, 0]; // lines of the hunk that are still to come: they may look like anything
  for (const line of diff.split("\n")) {
    if (oldLeft > 0 && line.startsWith("-")) oldLeft--;
    else if (newLeft > 0 && line.startsWith("+")) newLeft--;
    else if (oldLeft > 0 && newLeft > 0 && line.startsWith(" ")) [oldLeft, newLeft] = [oldLeft - 1, newLeft - 1];
    else if (line.startsWith("+++ ")) {
      const path = newPathOf(line.slice(4));
      lines = path === undefined ? undefined : (changed.get(path) ?? new Set());
      if (path !== undefined && lines !== undefined) changed.set(path, lines);
    } else if (line.startsWith("@@ ")) {
      const hunk = hunkOf(line);
      [oldLeft, newLeft] = [hunk?.removed ?? 0, hunk?.count ?? 0];
      if (hunk !== undefined) addHunk(hunk, lines);
    }
  }
  return changed;
}

type Hunk = { readonly removed: number; readonly start: number; readonly count: number };

/** `@@ -3,2 +3,4 @@`: a count that is not told is 1. */
function hunkOf(line: string): Hunk | undefined {
  const found = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/.exec(line);
  return found === null ? undefined : { removed: Number(found[1] ?? 1), start: Number(found[2]), count: Number(found[3] ?? 1) };
}

const MOST_LINES = 1_000_000; // of one hunk: no policy is longer

function addHunk({ start, count }: Hunk, lines: Set<number> | undefined): void {
  if (count === 0) lines?.add(start + 0.5);
  for (let line = start; line < start + Math.min(count, MOST_LINES); line++) lines?.add(line);
}

/** The path behind `+++`; git quotes what is not plain ASCII, and ends a path that has spaces with a tab. */
function newPathOf(text: string): string | undefined {
  const written = text.replace(/\r$/, "").replace(/\t.*$/, "");
  const path = written.startsWith('"') ? unquoted(written) : written;
  if (path === "/dev/null") return undefined;
  return normalPath(path.startsWith("b/") ? path.slice(2) : path);
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** A C string of bytes in UTF-8. */
function unquoted(text: string): string {
  const bytes: number[] = [];
  for (const [part, escaped] of text.slice(1, -1).matchAll(/\\([0-7]{3}|.)|[^\\]+/gs)) {
    if (escaped === undefined) for (const byte of new TextEncoder().encode(part)) bytes.push(byte);
    else bytes.push(escaped.length === 3 ? Number.parseInt(escaped, 8) & 0xff : (ESCAPES[escaped] ?? escaped.charCodeAt(0)));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/**
 * The report of what is on changed lines alone: an item counts if one of its own lines changed. Policies that have none are left out, as is all that has
 * no lines. Paths are compared as they are, so both have to count from the same folder.
 */
export function onlyChanged(report: CoverageReport, changed: ChangedLines): CoverageReport {
  const byPath = new Map([...changed].map(([path, lines]) => [normalPath(path), lines]));
  const policies = report.policies.flatMap((policy) => {
    const lines = policy.text === undefined ? byPath.get(normalPath(policy.file)) : undefined;
    if (lines === undefined || lines.size === 0) return [];
    const items = policy.items.filter((item) => isChanged(item, lines));
    return items.length === 0 ? [] : [{ ...policy, items }];
  });
  return { ...report, policies };
}

function isChanged({ line, endLine = line }: CoverageItem, lines: ReadonlySet<number>): boolean {
  if (line === undefined || endLine === undefined) return false;
  for (let at = line; at <= endLine; at += 0.5) if (lines.has(at)) return true;
  return false;
}
