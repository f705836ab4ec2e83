import { spawn, spawnSync } from "node:child_process";

/** cvc5, a solver of others (Debian package `cvc5`): what it says of a file. */

export const hasSolver = (): boolean => spawnSync("cvc5", ["--version"]).status === 0;

export type Verdict = "sat" | "unsat" | "unknown";

/** The verdict of a file of SMT-LIB; `unknown` also where the time is up. Anything else that cvc5 says is a fault of the file. */
export function solve(
  file: string,
  milliseconds: number,
  values: readonly string[] = [],
): Promise<{ readonly verdict: Verdict; readonly text: string }> {
  const asked = values.length === 0 ? file : `${file}(get-value (${values.join(" ")}))\n`;
  const solver = spawn("cvc5", ["--lang=smt2", "--strings-exp", `--tlimit=${milliseconds}`, "-"], { stdio: ["pipe", "pipe", "pipe"] });
  let text = "";
  let faults = "";
  solver.stdout.on("data", (chunk) => {
    text += chunk;
  });
  solver.stderr.on("data", (chunk) => {
    faults += chunk;
  });
  solver.stdin.on("error", () => {}); // it may end before it has read all
  solver.stdin.end(asked);
  return new Promise((resolve, reject) => {
    solver.on("error", reject);
    solver.on("close", (code, signal) => {
      const [verdict] = text.split("\n");
      if (verdict === "sat" || verdict === "unsat" || verdict === "unknown") resolve({ verdict, text });
      else if (/timeout|interrupted/i.test(text + faults)) resolve({ verdict: "unknown", text });
      else reject(new Error(`cvc5 ended with ${code ?? signal}: ${text}${faults}`));
    });
  });
}
