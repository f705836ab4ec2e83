import { Alike } from "../../replay/alike.ts";
import type { Judge } from "../../replay/judge.ts";
import { Reads } from "../../replay/reads.ts";
import { Replay } from "../../replay/replay.ts";
import { lineIn, recordOf } from "../../replay/sql/calls.ts";
import { DIALECTS } from "../../replay/sql/dialect.ts";
import { groupingQuery } from "../../replay/sql/query.ts";
import { callsOf } from "../../replay/sql/source.ts";
import type { Part } from "../../replay/tally.ts";
import { deliveredTime } from "../../replay/written-time.ts";
import { refuse } from "../refusal.ts";
import type { EventInput } from "./inputs.ts";
import { digestOf } from "./parts.ts";
import { readLogs } from "./read.ts";

/** The query that groups the calls of a table, or of files, by what policies see of them. */
export function groupingOf(judge: Judge, engine: keyof typeof DIALECTS, table: string | undefined, files: readonly string[]): string {
  const dialect = DIALECTS[engine];
  const reads = new Reads(judge.worlds);
  const sources = files.map((file) => callsOf(dialect, file));
  const from = table ?? `(\n${sources.join("\n  UNION ALL\n")}\n)`;
  return `${groupingQuery(dialect, reads, new Alike(judge.worlds, reads), digestOf(judge, "policy"), from)}\n`;
}

/** The calls of a table, one column each of what policies see. */
export const callsQuery = (engine: keyof typeof DIALECTS, files: readonly string[]): string =>
  `${files.map((file) => callsOf(DIALECTS[engine], file)).join("\n  UNION ALL\n")}\n`;

/** What the rows of such a query come to. Rows that were lost, and rows of a query of other worlds, are refused. */
export async function groupedPart(
  judge: Judge,
  inputs: readonly EventInput[],
): Promise<{ readonly part: Part; readonly lost: readonly string[] }> {
  const replay = new Replay(judge, { by: "policy" });
  const worlds = digestOf(judge, "policy");
  const [place] = inputs.map(({ file }) => file);
  const counts = { calls: 0, hours: 0, end: undefined as number | undefined };
  const odd: [line: string, count: number][] = []; // read as any log is
  let fault: string | undefined;
  const lost = await readLogs(inputs, {
    record: (value) => {
      const row = readRow(value);
      if (row === undefined) fault ??= "holds what is no row of the query";
      else if (row.worlds !== worlds) fault ??= "is of a query for other worlds";
      else if (row.kind === "end") counts.end = (counts.end ?? 0) + row.n;
      else {
        counts[row.kind] += row.n;
        if (row.kind === "hours") replay.cover(row.hour, row.account, row.region);
        else if (lineIn(row.call) === undefined) replay.addGroup(recordOf(row.call), row.n, row.last);
        else odd.push([lineIn(row.call) ?? "", row.n]);
      }
    },
    unreadable: () => {
      fault ??= "holds what is no row of the query";
    },
  });
  fault ??= counts.end === undefined ? "has no row of kind `end`: it was cut off" : undefined;
  fault ??=
    counts.end !== counts.calls || counts.end !== counts.hours ? "has lost rows: they do not add up to the number of records" : undefined;
  if (fault !== undefined)
    throw refuse("KW694", place ?? "rows", fault, "give all rows of the query that `kmsward replay --sql` prints for these worlds");
  const lines = { file: place ?? "rows", bytes: () => repeated(odd), isOfLines: true };
  await readLogs([lines], { record: (value) => replay.add(value), unreadable: (why) => replay.unreadable(why) });
  return { part: replay.part(), lost };
}

async function* repeated(lines: readonly (readonly [string, number])[]): AsyncIterable<Buffer> {
  for (const [line, count] of lines) for (let i = 0; i < count; i++) yield Buffer.from(`${line}\n`);
}

type Row = {
  readonly kind: "calls" | "hours" | "end";
  readonly worlds: string;
  readonly n: number;
  readonly last: string | undefined;
  readonly account: string;
  readonly region: string;
  readonly hour: string;
  readonly call: unknown;
};

/** Engines write large numbers as texts, and what has no value as null or not at all. */
function readRow(value: unknown): Row | undefined {
  const { kind, worlds, n, last, account, region, hour, call } = (value ?? {}) as Record<string, unknown>;
  const count = Number(n);
  if ((kind !== "calls" && kind !== "hours" && kind !== "end") || typeof worlds !== "string" || !Number.isSafeInteger(count))
    return undefined;
  if (kind === "calls" && (typeof call !== "object" || call === null)) return undefined;
  const text = (one: unknown): string => (typeof one === "string" ? one : "");
  return {
    kind,
    worlds,
    n: count,
    last: deliveredTime(text(last)) || undefined,
    account: text(account),
    region: text(region),
    hour: text(hour),
    call,
  };
}
