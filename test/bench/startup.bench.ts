import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Row } from "./row.ts";

const ROUNDS = 15;

/** Wall time of a whole process, the median of some: what a person waits for. */
function startOf(args: readonly string[], input: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { input, encoding: "utf8" });
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** How long the command takes to be there, beside node itself. */
export default async function startup(): Promise<readonly Row[]> {
  const theCase = JSON.stringify(JSON.parse(readFileSync(".ci/case.json", "utf8")));
  const node = startOf(["-e", "0"], "");
  const row = (name: string, args: readonly string[], input: string, aim: string): Row => {
    const value = startOf(["dist/cli.js", ...args], input);
    return { name, value, unit: "ms", ratio: value / node, aim, note: "ratio to node alone" };
  };
  return [
    { name: "node -e 0", value: node, unit: "ms" },
    row("kmsward --version", ["--version"], "", "< 1.3 × node"),
    row("kmsward eval, one case", ["eval", "--ndjson"], `${theCase}\n`, "< 1.7 × node"),
  ];
}
