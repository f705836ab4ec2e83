import { CaseReader } from "../../src/cases/case-reader.ts";
import { caseLines } from "./cases.ts";
import type { Row } from "./row.ts";

const CASES = 2_000;
const ROUNDS = 3;

/** Every line with policies nobody has seen: a condition's operand is another each time, as in a stream that visits many keys. */
const lines = caseLines(CASES).map((line, i) => line.replaceAll('"t1"', `"tenant-${i}"`));

function timed(run: (line: string, number: number) => unknown): number {
  const start = performance.now();
  let number = 0;
  for (const line of lines) if (!run(line, ++number)) throw new Error(`line ${number} was not read`);
  return ((performance.now() - start) * 1_000) / CASES;
}

/** What a case costs when nothing of its policies is known: reading, checking, compiling and deciding, beside JSON.parse of the same text. */
export default async function coldEval(): Promise<readonly Row[]> {
  const parse = () => timed((line) => JSON.parse(line).request);
  const line = () => {
    const reader = new CaseReader();
    return timed((text, number) => "answer" in reader.read(text, { file: "stdin", line: number }));
  };
  const file = () => {
    const reader = new CaseReader();
    return timed((text) => "answer" in reader.read(text, { file: "case.json" }));
  };
  const best = (run: () => number) => Math.min(...Array.from({ length: ROUNDS }, run));
  const [parsing, asLine, asFile] = [best(parse), best(line), best(file)];
  return [
    { name: "JSON.parse", value: parsing, unit: "µs" },
    { name: "a line with new policies", value: asLine, unit: "µs", ratio: asLine / parsing, note: "time, ratio to JSON.parse" },
    {
      name: "a case of its own file",
      value: asFile,
      unit: "µs",
      ratio: asFile / parsing,
      aim: "< 2,000 µs",
      note: "time, ratio to JSON.parse",
    },
  ];
}
