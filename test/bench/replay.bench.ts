import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { worldAt } from "../../src/cli/analysis/worlds.ts";
import { eventInputs } from "../../src/cli/events/inputs.ts";
import { readLogs } from "../../src/cli/events/read.ts";
import { Lines } from "../../src/cli/lines.ts";
import { Judge } from "../../src/replay/judge.ts";
import { Replay } from "../../src/replay/replay.ts";
import { addsUp } from "../../src/replay/tally.ts";
import { AFTER, madeLines } from "../generators/trail.ts";
import type { Row } from "./row.ts";

const EVENTS = 200_000;
const ROUNDS = 3;
const AIM = 0.5;

/** `replay` of a file with a record a line beside reading the same file and doing nothing but JSON.parse: in turns, in one process; the best of each. */
export default async function replay(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-bench-"));
  try {
    const file = join(folder, "events.ndjson");
    writeFileSync(join(folder, "after.json"), AFTER);
    write(file);
    const { world } = await worldAt(join(folder, "after.json"));
    const inputs = await eventInputs([file], undefined as never);

    const parse = async () => {
      const lines = new Lines();
      let read = 0;
      for (const { bytes } of inputs)
        for await (const chunk of bytes())
          for (const line of lines.push(chunk)) read += "text" in line && JSON.parse(line.text).eventID ? 1 : 0;
      if (read !== EVENTS) throw new Error(`${read} records were read`);
    };
    let shapes = 0;
    const decide = async () => {
      const run = new Replay(new Judge(world, undefined, { unlisted: "anything", sessionTags: "unknown" }));
      await readLogs(inputs, { record: (value) => run.add(value), unreadable: (why) => run.unreadable(why) });
      const part = run.part();
      shapes = Object.keys(part.shapes).length;
      if (part.events !== EVENTS || !addsUp(part)) throw new Error(JSON.stringify(part.counts));
    };
    await parse();
    await decide();
    let [parsing, deciding] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < ROUNDS; i++) {
      parsing = Math.min(parsing, await timed(parse));
      deciding = Math.min(deciding, await timed(decide));
    }
    const rate = (time: number) => Math.round((EVENTS * 1000) / time);
    return [
      { name: "read and JSON.parse", value: rate(parsing), unit: "records/s" },
      {
        name: "replay",
        value: rate(deciding),
        unit: "records/s",
        ratio: parsing / deciding,
        aim: `≥ ${AIM} × JSON.parse`,
        note: `ratio to JSON.parse of the same file; ${shapes} shapes`,
      },
      { name: "memory", value: Math.round(process.resourceUsage().maxRSS / 1024), unit: "MB" },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(file: string): void {
  const out = openSync(file, "w");
  let text = "";
  for (const line of madeLines(1, 0, EVENTS)) {
    text += line;
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = "";
    }
  }
  writeSync(out, text);
  closeSync(out);
}

/** CPU time, of this process: others on the machine do not count. */
async function timed(run: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
