import type { CoverageItem, CoverageReport, CoveredPolicy } from "../../coverage/report.ts";
import { countedPolicies, hasBranches, held, type SummaryOptions } from "../../coverage/summary.ts";
import { normalPath } from "../../world/path.ts";
import { byFile, itemsByLine } from "./lines.ts";

/**
 * LCOV, as other tools read it (geninfo, FILES): a line for each line of a policy that holds an item, hit as often as the item that decided least often;
 * a function for each statement with a Sid, and for each grant; two branches for each condition: it held, it failed. What no file has is left out.
 */
export function coverageLcov(report: CoverageReport, options: SummaryOptions & { readonly testName?: string } = {}): string {
  const groups = byFile(countedPolicies(report, options).filter(({ text, items }) => text === undefined && items.some(({ line }) => line)));
  return groups.map((group) => fileRecord(group, options.testName ?? "")).join("");
}

function fileRecord(policies: readonly CoveredPolicy[], testName: string): string {
  const lines = itemsByLine(policies);
  const items = [...lines].flatMap(([line, same]) => same.map((item) => ({ item, line })));
  const named = unique(items.filter(({ item }) => item.sid !== undefined || item.kind === "grant"));
  const branches = items.filter(({ item }) => hasBranches(item)).flatMap(({ item, line }, block) => branchesOf(item, line, block));
  const data = [...lines].map(([line, same]) => ({ line, hits: Math.min(...same.map(({ decided }) => decided)) }));
  const records = [
    `TN:${oneLine(testName).replace(/[^A-Za-z0-9_]/g, "_")}`,
    `SF:${oneLine(normalPath(policies[0]?.file ?? ""))}`,
    ...named.map(({ line, name }) => `FN:${line},${name}`),
    ...named.map(({ item, name }) => `FNDA:${item.decided},${name}`),
    `FNF:${named.length}`,
    `FNH:${named.filter(({ item }) => item.decided > 0).length}`,
    ...branches.map(({ line, block, branch, taken }) => `BRDA:${line},${block},${branch},${taken ?? "-"}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ taken }) => (taken ?? 0) > 0).length}`,
    ...data.map(({ line, hits }) => `DA:${line},${hits}`),
    `LF:${data.length}`,
    `LH:${data.filter(({ hits }) => hits > 0).length}`,
    "end_of_record",
  ];
  return `${records.join("\n")}\n`;
}

type Named = { readonly item: CoverageItem; readonly line: number; readonly name: string };

/** Two functions of one file need two names: several policies of it may use one Sid. */
function unique(items: readonly Omit<Named, "name">[]): readonly Named[] {
  const seen = new Set<string>();
  return items.map(({ item, line }) => {
    const plain = oneLine(item.kind === "grant" ? `grant ${item.name}` : item.name);
    const name = seen.has(plain) ? `${plain}:${line}` : plain;
    seen.add(plain);
    return { item, line, name };
  });
}

/** `taken` is undefined for a condition that no request came to. */
function branchesOf(item: CoverageItem, line: number, block: number) {
  const wasReached = held(item) + item.failed + item.unknown > 0;
  return [held(item), item.failed].map((count, branch) => ({ line, block, branch, taken: wasReached ? count : undefined }));
}

/** A record is a line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
