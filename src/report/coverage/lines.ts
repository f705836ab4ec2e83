import type { CoverageItem, CoveredPolicy } from "../../coverage/report.ts";
import { statusOf } from "../../coverage/summary.ts";

/** Items by the line they begin at, in order. A policy that no file has, and what was never text, has no lines of a file. */
export function itemsByLine(policies: readonly CoveredPolicy[]): ReadonlyMap<number, readonly CoverageItem[]> {
  const lines = new Map<number, CoverageItem[]>();
  for (const { items, text } of policies) {
    if (text !== undefined) continue;
    for (const item of items) {
      if (item.line === undefined) continue;
      const same = lines.get(item.line);
      if (same === undefined) lines.set(item.line, [item]);
      else same.push(item);
    }
  }
  return new Map([...lines].sort(([a], [b]) => a - b));
}

/** Lines on which something decides nothing, as ranges of lines that follow each other: `3, 7-9`. Lines between two of them that hold no item join in. */
export function uncoveredLines(policy: CoveredPolicy): readonly string[] {
  const ranges: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const [line, items] of itemsByLine([policy])) {
    if (items.every((item) => statusOf(item) === "decided")) open = undefined;
    else if (open !== undefined) open.to = line;
    else {
      open = { from: line, to: line };
      ranges.push(open);
    }
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
}

/** Policies by the file they are in, in the order of the report; those that no file has are each a group of their own. */
export function byFile(policies: readonly CoveredPolicy[]): readonly (readonly CoveredPolicy[])[] {
  const files = new Map<string, CoveredPolicy[]>();
  const groups: CoveredPolicy[][] = [];
  for (const policy of policies) {
    const known = policy.text === undefined ? files.get(policy.file) : undefined;
    if (known !== undefined) known.push(policy);
    else {
      const group = [policy];
      groups.push(group);
      if (policy.text === undefined) files.set(policy.file, group);
    }
  }
  return groups;
}
