import { createHash } from "node:crypto";
import { isMainThread, workerData } from "node:worker_threads";
import type { World } from "../../estate/world.ts";
import { Judge } from "../../replay/judge.ts";
import { judgeRow, Replay, type ReplayOptions } from "../../replay/replay.ts";
import type { By } from "../../replay/shapes.ts";
import { addsUp, EMPTY_PART, merged, type Part, reportOf } from "../../replay/tally.ts";
import type { Taken } from "../../replay/world-side.ts";
import { type NamedKeys, replayText } from "../../report/replay/text.ts";
import { type Reading, worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { callsQuery, groupedPart, groupingOf } from "../events/grouping.ts";
import { type EventInput, eventInputs } from "../events/inputs.ts";
import { digestOf, mergedParts, partText } from "../events/parts.ts";
import { parsedText, readLogs } from "../events/read.ts";
import { windowIn } from "../events/window.ts";
import { replayByWorkers, WORK, work } from "../events/workers.ts";
import { sinkOf } from "../files.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import { Lines } from "../lines.ts";
import type { Options } from "../options.ts";
import { progressOn } from "../progress.ts";
import { refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward replay";

export const command: Command = {
  name: "replay",
  summary: "recorded calls against proposed policies: what would have broken",
  usage: ["replay EVENTS… --world AFTER [--baseline BEFORE] [OPTION…]", "replay --merge PART…"],
  about: `EVENTS are records of CloudTrail: files as CloudTrail delivers them (also .gz), one record a line, answers of \`aws cloudtrail lookup-events\`, folders of
    these, or \`-\`. Each call of KMS is decided again by the policies and grants of a world. What a record does not tell is unknown, never absent;
    principals that the world does not list may hold any identity policy, unless --unlisted nothing says otherwise.
    Ends with 0; with 2 when a recorded call would break; with 3 under --strict when some could not be decided or do not fit the baseline; with 1 when
    nothing was decided, or a part of the log could not be read.`,
  groups: [
    {
      title: "Worlds",
      options: [
        { name: "world", short: "w", value: "AFTER", help: "the policies that are proposed: a world file, or git:REF:PATH" },
        { name: "baseline", value: "BEFORE", help: "the policies of then: calls that they do not decide as recorded are set apart" },
        {
          name: "unlisted",
          value: "anything|nothing",
          choices: ["anything", "nothing"],
          help: "what callers that the world does not list may hold in identity policies; default: anything",
        },
        {
          name: "session-tags",
          value: "unknown|none",
          choices: ["unknown", "none"],
          help: "whether sessions may bring tags of their own, which no record has; none: the tags of the role are all; default: unknown",
        },
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Events",
      options: [
        { name: "since", value: "TIME", help: "only calls from then on: 2026-11-22, or with a time" },
        { name: "until", value: "TIME", help: "only calls before then" },
        {
          name: "mode",
          value: "report|row|partial",
          choices: ["report", "row", "partial"],
          help: "one report; one line of JSON a line of input; or a part to be merged",
        },
        {
          name: "shard",
          value: "NAME",
          help: "what to call this part; default: a digest of the input, so that a part that is given twice counts once",
        },
        { name: "bytes", value: "N", help: "with --merge: the size of the whole log; parts that have not read as much are refused" },
        { name: "merge", help: "the arguments are parts of --mode partial: report of them all" },
        {
          name: "by",
          value: "name|policy",
          choices: ["name", "policy"],
          help: "calls that would break, or be let in, are told apart by who called and on which key; policy: only as far as policies tell them apart, as with --shapes; default: name",
        },
        { name: "workers", value: "N", help: "read files on so many cores: the same report" },
        { name: "silence", value: "HOURS", help: "hours without a record, of an account in a Region, that are called a gap; default: 24" },
      ],
    },
    {
      title: "Engines",
      options: [
        {
          name: "sql",
          value: "clickhouse|duckdb",
          choices: ["clickhouse", "duckdb"],
          help: "print the query that groups calls by what the policies see of them, and decide nothing; EVENTS are files as the engine names them",
        },
        {
          name: "table",
          value: "T",
          help: "with --sql: a table of calls, or a query of one in brackets, in the place of files; `--calls` makes one",
        },
        { name: "calls", help: "with --sql: print the query that makes a table of calls of EVENTS" },
        { name: "shapes", help: "the arguments are rows of the query that --sql prints, as JSON: report of them all" },
      ],
    },
    {
      title: "Answer",
      options: [
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON" },
        { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
        { name: "write-tests", value: "FILE", help: "write the calls that would break as a test file for `kmsward test`" },
        { name: "strict", help: "exit with 3 when a call could not be decided, or does not fit the baseline" },
        { name: "skip-invalid", help: "with --mode row: lines that are no record do not fail the run; they are answered all the same" },
      ],
    },
  ],
  examples: [
    "kmsward replay AWSLogs/ --world orders.world.yaml --baseline git:main:orders.world.yaml",
    "aws cloudtrail lookup-events --output json | kmsward replay - -w orders.world.yaml",
    "kmsward replay --mode partial a.json.gz -w orders.world.yaml -o a.part && kmsward replay --merge *.part",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const paths = options.positionals;
  if (options.has("sql") && paths.length === 0 && !options.has("table"))
    throw refuse("KW010", NAME, "no events are named", "give files as the engine names them, or `--table T`");
  if (options.has("sql") && options.has("calls")) return print(callsQuery(options.get("sql") as "duckdb", paths), options, io);
  if (paths.length === 0 && !options.has("sql"))
    throw refuse("KW010", NAME, "no events are named", "give files or folders of CloudTrail records, or `-`");
  if (options.has("merge"))
    return report({ ...(await mergedParts(paths, numberOf(options, "bytes"))), keyNames: new Map() }, [], options, io);
  const after = options.get("world");
  if (after === undefined) throw refuse("KW010", NAME, "no world is given", "give the proposed policies by `--world FILE`");
  const reading = await readingIn(options, io);
  const judge = new Judge(
    await loaded(after, reading, io),
    options.has("baseline") ? await loaded(options.get("baseline") ?? "", reading, io) : undefined,
    {
      unlisted: (options.get("unlisted") ?? "anything") as Taken["unlisted"],
      sessionTags: (options.get("session-tags") ?? "unknown") as Taken["sessionTags"],
    },
  );
  const by = (options.get("by") ?? "name") as By;
  const how = { ...windowIn(options), by };
  if (!isMainThread && workerData === WORK) {
    await work(judge, how);
    return 0;
  }
  if (options.has("sql")) return print(groupingOf(judge, options.get("sql") as "duckdb", options.get("table"), paths), options, io);
  const keyNames = new Map(judge.worlds.flatMap(({ estate }) => estate.keys.map(({ arn, name }) => [arn, name] as const)));
  const inputs = await eventInputs(paths, io);
  if (options.has("shapes")) {
    const { part, lost } = await groupedPart(judge, inputs);
    return report({ part, name: after, lost: [], keyNames, by: "policy" }, lost, options, io);
  }
  const count = numberOf(options, "workers");
  if (count !== undefined) {
    if (paths.includes("-") || (options.get("mode") ?? "report") !== "report")
      throw refuse("KW001", NAME, "`--workers` reads files, for a report", "give files; with --mode partial, start one process a part");
    const files = inputs.map(({ file }) => file);
    const { part, lost } = await replayByWorkers(judge, files, how, count, argsOf(options), io);
    return report({ part, name: after, lost: [], keyNames, by }, lost, options, io);
  }
  if (options.get("mode") === "row") return rows(judge, inputs, options, io);
  const { part, lost, digest, bytes } = await replayed(judge, inputs, how, options, io);
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  if (options.get("mode") === "partial") {
    if (bytes === 0) throw refuse("KW695", NAME, "there is no input: a block of the log is lost", "run this block again from its file");
    await print(partText(options.get("shard") ?? digest, digestOf(judge, by), part, lost, bytes), options, io);
    return lost.length > 0 ? 1 : 0;
  }
  return report({ part, name: after, lost: [], keyNames, by }, lost, options, io);
}

/** What a worker is given of the command line. */
const argsOf = (options: Options): readonly string[] => [
  "replay",
  "-",
  ...["world", "baseline", "unlisted", "session-tags", "since", "until", "by", "account", "region", "parameters"].flatMap((name) =>
    options.has(name) ? [`--${name}=${options.get(name)}`] : [],
  ),
];

async function print(text: string, options: Options, io: Io): Promise<ExitCode> {
  const sink = sinkOf(options.get("output"), io);
  await sink.write(text);
  await sink.close();
  return 0;
}

async function loaded(path: string, reading: Reading, io: Io): Promise<World> {
  const { world, warnings } = await worldAt(path, undefined, reading);
  if (isMainThread) await tell(warnings, io);
  return world;
}

async function replayed(judge: Judge, inputs: readonly EventInput[], how: ReplayOptions, options: Options, io: Io) {
  const replay = new Replay(judge, how);
  const hash = options.get("mode") === "partial" && !options.has("shard") ? createHash("sha256") : undefined;
  const progress = progressOn(io.stderr, undefined, "records");
  let size = 0;
  const lost = await readLogs(inputs, {
    record: (value) => replay.add(value),
    unreadable: (why) => replay.unreadable(why),
    chunk: (bytes) => {
      hash?.update(bytes);
      size += bytes.length;
      progress?.show(replay.events);
    },
  });
  progress?.clear();
  return { part: replay.part(), lost, digest: hash?.digest("hex") ?? "", bytes: size };
}

async function rows(judge: Judge, inputs: readonly EventInput[], options: Options, io: Io): Promise<ExitCode> {
  const sink = sinkOf(options.get("output"), io);
  let [broken, open, invalid] = [0, 0, 0];
  const answer = (text: string): string => {
    const value = parsedText(text);
    const row = value === undefined ? { id: null, class: "unreadable", why: "no JSON" } : judgeRow(judge, value.value);
    if (row.class === "broken") broken++;
    if (row.class === "undetermined" || row.class === "mismatch") open++;
    if (row.class === "unreadable") invalid++;
    return `${JSON.stringify(row)}\n`;
  };
  for (const { bytes } of inputs) {
    const lines = new Lines();
    for await (const chunk of bytes()) {
      let out = "";
      for (const line of lines.push(chunk)) out += answer("text" in line ? line.text : "");
      if (out !== "") await sink.write(out);
    }
    const last = lines.end();
    if (last !== undefined) await sink.write(answer("text" in last ? last.text : ""));
  }
  await sink.close();
  if (invalid > 0 && !options.has("skip-invalid")) {
    io.stderr.write(`${NAME}: ${invalid} ${invalid === 1 ? "line is" : "lines are"} no record; each is answered with \`unreadable\`\n`);
    return 1;
  }
  return broken > 0 ? 2 : open > 0 && options.has("strict") ? 3 : 0;
}

async function report(
  { part, lost: before, ...world }: { readonly part: Part; readonly lost: readonly string[] } & NamedKeys,
  lostNow: readonly string[],
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const lost = [...before, ...lostNow];
  for (const text of before) io.stderr.write(`${NAME}: ${text}\n`);
  const all = merged(EMPTY_PART, part);
  if (!addsUp(all))
    throw refuse(
      "KW691",
      NAME,
      "the counts do not add up to the records that were read",
      "nothing of this report can be trusted: please report it",
    );
  const result = reportOf(all, numberOf(options, "silence"));
  const sink = sinkOf(options.get("output"), io);
  const colors = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  const json = { ...result, ...(lost.length > 0 && { incomplete: lost }) };
  await sink.write(options.get("format") === "json" ? `${JSON.stringify(json, undefined, 2)}\n` : replayText(result, world, colors));
  await sink.close();
  const tests = options.get("write-tests");
  if (tests !== undefined) {
    const { testFileOf } = await import("../../report/replay/test-file.ts");
    const file = sinkOf(tests, io);
    await file.write(testFileOf(result, world.name));
    await file.close();
  }
  const { counts } = result;
  const decided = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isNothing = counts.undetermined === decided; // of no calls, or of all of them
  if (isNothing) io.stderr.write(`${NAME}: no recorded call was decided: nothing is shown [KW010]\n`);
  if (counts.broken > 0) return 2;
  if (lost.length > 0) return 1;
  if (options.has("strict") && counts.undetermined + counts.mismatch > 0) return 3;
  return isNothing ? 1 : 0;
}

function numberOf(options: Options, name: "silence" | "bytes" | "workers"): number | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw refuse("KW001", NAME, `\`--${name}\` is a number`, `\`--${name} 24\``);
  return number;
}
