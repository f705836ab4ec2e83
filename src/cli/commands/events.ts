import type { ColorFns } from "../../explain/text.ts";
import { foldCase } from "../../iam/values.ts";
import { type LogLine, logLine, shortArn } from "../../replay/log-line.ts";
import { isInWindow } from "../../replay/window.ts";
import { Summarizer } from "../../report/events/summary.ts";
import { heading, lineOf, summaryText } from "../../report/events/text.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { follow } from "../events/follow.ts";
import { eventInputs } from "../events/inputs.ts";
import { readLogs } from "../events/read.ts";
import { windowIn } from "../events/window.ts";
import { type Sink, sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { colorsFor } from "../talk.ts";

const NAME = "kmsward events";

export const command: Command = {
  name: "events",
  summary: "a log of KMS for people: who did what with which key, and what came of it",
  usage: ["events EVENTS… [OPTION…]", "events --follow FILE"],
  about: `EVENTS are records of CloudTrail, in every form that \`kmsward replay\` reads, and what \`kmsward serve --audit\` writes. Records of other services are passed over.
    Ends with 0; with 1 when a part of the log could not be read.`,
  groups: [
    {
      title: "Which",
      options: [
        { name: "principal", value: "TEXT", help: "whose ARN has this in it, as in role/orders-app" },
        { name: "key", value: "TEXT", help: "of keys whose ARN or alias has this in it" },
        { name: "action", value: "NAME[,NAME…]", help: "these operations: Decrypt,GenerateDataKey" },
        { name: "outcome", value: "allowed|denied|error", choices: ["allowed", "denied", "error"], help: "what came of it" },
        { name: "since", value: "TIME", help: "only from then on: 2026-11-22, or with a time" },
        { name: "until", value: "TIME", help: "only before then" },
      ],
    },
    {
      title: "Answer",
      options: [
        { name: "summary", help: "counts by principal, key, operation and outcome, with a line of bars for when" },
        { name: "follow", help: "go on with what is written to the file, until interrupted" },
        {
          name: "format",
          value: "text|ndjson|json",
          choices: ["text", "ndjson", "json"],
          help: "text for people; JSON, one event a line; the summary as JSON",
        },
        { name: "output", short: "o", value: "FILE", help: "write to a file" },
      ],
    },
  ],
  examples: [
    "kmsward events AWSLogs/ --outcome denied",
    "kmsward events trail.json.gz --summary",
    "kmsward events --follow audit.ndjson --key orders",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const paths = options.positionals;
  if (paths.length === 0) throw refuse("KW010", NAME, "no events are named", "give files or folders of CloudTrail records, or `-`");
  if (options.has("summary") && options.has("follow"))
    throw refuse("KW001", NAME, "`--summary` does not go with `--follow`", "a summary is of what is there");
  const wanted = filterOf(options);
  const colors = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  const sink = sinkOf(options.get("output"), io);
  const code = options.has("follow")
    ? await followed(paths, wanted, options, sink, colors)
    : await show(await eventInputs(paths, io), wanted, options, sink, colors, io);
  await sink.close();
  return code;
}

type Filter = (line: LogLine) => boolean;

async function show(
  inputs: Awaited<ReturnType<typeof eventInputs>>,
  wanted: Filter,
  options: Options,
  sink: Sink,
  colors: ColorFns | undefined,
  io: Io,
): Promise<ExitCode> {
  const summarizer = options.has("summary") ? new Summarizer() : undefined;
  const print = printerOf(options, colors);
  let [out, seen, odd] = [summarizer === undefined && print.heading !== undefined ? print.heading : "", 0, 0];
  const lost = await readLogs(inputs, {
    record: (value) => {
      const line = logLine(value);
      if (line === undefined || !wanted(line)) return;
      seen++;
      if (summarizer === undefined) out += `${print.line(line)}\n`;
      else summarizer.add(line);
    },
    unreadable: () => odd++,
    chunk: async () => {
      if (out !== "") await sink.write(out);
      out = "";
    },
  });
  if (summarizer !== undefined) {
    const summary = summarizer.summary();
    out =
      options.get("format") === "text" || !options.has("format")
        ? summaryText(summary, colors)
        : `${JSON.stringify(summary, undefined, 2)}\n`;
  }
  if (out !== "") await sink.write(out);
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  if (odd > lost.length) io.stderr.write(`${NAME}: ${odd - lost.length} records could not be read\n`);
  if (seen === 0) io.stderr.write(`${NAME}: no event of KMS is among them${lost.length + odd > 0 ? "" : ", or none that was asked for"}\n`);
  return lost.length + odd > 0 ? 1 : 0;
}

async function followed(
  [path, more]: readonly string[],
  wanted: Filter,
  options: Options,
  sink: Sink,
  colors: ColorFns | undefined,
): Promise<ExitCode> {
  if (path === undefined || path === "-" || more !== undefined)
    throw refuse("KW001", NAME, "one file is followed", "`kmsward events --follow audit.ndjson`");
  const print = printerOf(options, colors);
  let out = print.heading ?? "";
  const take = async () => {
    if (out !== "") await sink.write(out);
    out = "";
  };
  await take();
  await follow(
    path,
    (value) => {
      const line = logLine(value);
      if (line !== undefined && wanted(line)) out += `${print.line(line)}\n`;
    },
    take,
  );
  return 130;
}

function printerOf(
  options: Options,
  colors: ColorFns | undefined,
): { readonly heading?: string; readonly line: (line: LogLine) => string } {
  return options.has("format") && options.get("format") !== "text"
    ? { line: (line) => JSON.stringify(line) }
    : { heading: heading(colors), line: (line) => lineOf(line, colors) };
}

function filterOf(options: Options): Filter {
  const [principal, key, outcome] = [options.get("principal"), options.get("key"), options.get("outcome")];
  const actions = options
    .get("action")
    ?.split(",")
    .map((name) => foldCase(name.trim().replace(/^kms:/i, "")));
  const window = windowIn(options);
  return (line) => {
    return (
      (principal === undefined || line.who.includes(principal) || shortArn(line.who).includes(principal.replace(/^role\//, ""))) &&
      (key === undefined || line.key?.includes(key) === true) &&
      (actions === undefined || actions.includes(foldCase(line.operation))) &&
      (outcome === undefined ||
        (outcome === "error" ? line.outcome !== "allowed" && line.outcome !== "denied" : line.outcome === outcome)) &&
      isInWindow(window, line.time)
    );
  };
}
