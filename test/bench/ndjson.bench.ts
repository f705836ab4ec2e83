import { Readable } from "node:stream";
import { CaseStream } from "../../src/cli/case-stream.ts";
import { Lines } from "../../src/cli/lines.ts";
import { caseLines } from "./cases.ts";
import type { Row } from "./row.ts";

const CASES = 100_000;
const ROUNDS = 3;
const CHUNK = 64 * 1024; // as a pipe gives them
const AIM = 0.3;

/** The same bytes again and again until there were as many lines, cut as a pipe cuts them. */
function stream(block: Buffer, times: number): Readable {
  function* chunks() {
    for (let i = 0; i < times; i++) for (let at = 0; at < block.length; at += CHUNK) yield block.subarray(at, at + CHUNK);
  }
  return Readable.from(chunks(), { objectMode: true, highWaterMark: 1 });
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** `eval --ndjson` beside reading the same lines and doing nothing with them but JSON.parse: in turns, in one process; the best of each. */
export default async function ndjson(): Promise<readonly Row[]> {
  const lines = caseLines(1_000);
  const block = Buffer.from(lines.join(""));
  const times = CASES / lines.length;
  const sink = async () => {};

  const parse = async () => {
    const cutter = new Lines();
    let read = 0;
    for await (const chunk of stream(block, times))
      for (const line of cutter.push(chunk)) read += "text" in line && JSON.parse(line.text).request ? 1 : 0;
    if (read !== CASES) throw new Error(`${read} lines were read`);
  };
  const evaluate = async () => {
    const cases = new CaseStream({ trace: false });
    await cases.run(stream(block, times), "stdin", sink);
    const { outcomes, invalid } = cases.tally;
    if (invalid > 0 || outcomes.allowed === 0 || outcomes.implicitDeny === 0 || outcomes.explicitDeny === 0)
      throw new Error(JSON.stringify(cases.tally));
  };
  await timed(parse);
  await timed(evaluate);
  let [parsing, evaluating] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < ROUNDS; i++) {
    parsing = Math.min(parsing, await timed(parse));
    evaluating = Math.min(evaluating, await timed(evaluate));
  }
  const rate = (time: number) => Math.round((CASES * 1_000) / time);
  return [
    { name: "read and JSON.parse", value: rate(parsing), unit: "lines/s", note: `${Math.round(block.length / lines.length)} bytes a line` },
    {
      name: "eval --ndjson",
      value: rate(evaluating),
      unit: "lines/s",
      ratio: parsing / evaluating,
      aim: `≥ ${AIM} × JSON.parse`,
      note: "ratio to JSON.parse",
    },
  ];
}
