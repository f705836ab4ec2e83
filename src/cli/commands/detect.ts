import { printable } from "../../base/text.ts";
import { isAccountId } from "../../iam/arn.ts";
import { type Alarm, THRESHOLDS, type Thresholds } from "../../replay/alarms/alarm.ts";
import { ALARMS } from "../../replay/alarms/rows.ts";
import { watcher } from "../../replay/alarms/watch.ts";
import { logLine } from "../../replay/log-line.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { follow } from "../events/follow.ts";
import { eventInputs } from "../events/inputs.ts";
import { readLogs } from "../events/read.ts";
import { sinkOf } from "../files.ts";
import { type FormatChoice, formatOptions, readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
import type { Options } from "../options.ts";
import { progressOn } from "../progress.ts";
import { refuse } from "../refusal.ts";
import { colorsFor } from "../talk.ts";

const NAME = "kmsward detect";
const NAMES = ALARMS.map(({ name }) => name);

export const command: Command = {
  name: "detect",
  summary: "alarms in a log of KMS: deletions, new users of keys, spikes, failures",
  usage: ["detect EVENTS… [OPTION…]", "detect --follow FILE"],
  about: `EVENTS are records of CloudTrail, in every form that \`kmsward replay\` reads, in the order of their time. What is usual is learnt from the log itself: a new user of
    a key is an alarm once the log has shown the key for --learn days.
    ${ALARMS.map(({ name, about }) => `${name}: ${about}.`).join("\n    ")}
    Ends with 0 when there is no alarm; with 2 when there is one; with 1 when a part of the log could not be read.`,
  groups: [
    {
      title: "Alarms",
      options: [
        { name: "only", value: "NAME[,NAME…]", help: `these alone: ${NAMES.join(", ")}` },
        { name: "spike", value: "TIMES", help: `Decrypt so many times the principal's own mean of an hour; default: ${THRESHOLDS.spike}` },
        { name: "spike-at-least", value: "NUMBER", help: `and at least so often within the hour; default: ${THRESHOLDS.spikeAtLeast}` },
        { name: "learn", value: "DAYS", help: `of a key, before a new principal is an alarm; default: ${THRESHOLDS.learnDays}` },
        { name: "failures", value: "NUMBER", help: `denials of one principal in a row; default: ${THRESHOLDS.failures}` },
        { name: "trust", value: "ACCOUNT", many: true, help: "an account whose use of keys is no alarm" },
      ],
    },
    {
      title: "Answer",
      options: [{ name: "follow", help: "go on with what is written to the file, until interrupted" }, ...formatOptions("detect")],
    },
  ],
  examples: [
    "kmsward detect AWSLogs/",
    "kmsward detect --follow audit.ndjson --only key-deletion,policy-changed",
    "kmsward detect trail/ --trust 444455556666 --format ndjson",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const paths = options.positionals;
  if (paths.length === 0) throw refuse("KW010", NAME, "no events are named", "give files or folders of CloudTrail records, or `-`");
  const names = namesOf(options);
  const formats = readFormats(options, "detect", io.env);
  const [only] = formats;
  if (options.has("follow")) {
    if (formats.length > 1 || !["text", "ndjson"].includes(only?.name ?? ""))
      throw refuse("KW001", NAME, "what goes on has no end to write a report at", "with `--follow`, `--format text` or `--format ndjson`");
    return following(options, names, only as FormatChoice, io);
  }
  const see = watcher(thresholdsOf(options), names);
  const kept: Alarm[] = [];
  let [alarms, read, odd] = [0, 0, 0];
  const progress = progressOn(io.stderr, undefined, "records");
  const lost = await readLogs(await eventInputs(paths, io), {
    record: (value) => {
      const line = logLine(value);
      if (line === undefined) return;
      read++;
      for (const alarm of see(line)) {
        alarms++;
        if (kept.length < MOST) kept.push(alarm);
      }
    },
    unreadable: () => odd++,
    chunk: () => progress?.show(read),
  });
  progress?.clear();
  const more = alarms - kept.length;
  const moreText = more > 0 ? `${more.toLocaleString("en-US")} more alarms are not listed\n` : "";
  await writeAnswer(
    {
      text: (colors) => kept.map((alarm) => `${textOf(alarm, colors)}\n`).join("") + moreText,
      json: () => `${JSON.stringify({ version: 1, events: read, alarms: kept, more }, undefined, 2)}\n`,
      ndjson: () => kept.map((alarm) => `${JSON.stringify(alarm)}\n`).join(""),
      review: async ({ version, pathOf }) => {
        const { alarmsReview } = await import("../../report/review/alarms.ts");
        return alarmsReview(kept, names, { version, pathOf, subject: paths.join(" "), events: read, more });
      },
    },
    formats,
    io,
  );
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  if (odd > lost.length) io.stderr.write(`${NAME}: ${odd - lost.length} records could not be read\n`);
  if (read === 0) io.stderr.write(`${NAME}: no event of KMS is among them: nothing is shown [KW010]\n`);
  else if (alarms === 0) io.stderr.write(`${NAME}: no alarm in ${read.toLocaleString("en-US")} events\n`);
  return alarms > 0 ? 2 : lost.length + odd > 0 || read === 0 ? 1 : 0;
}

/** Alarms that are kept for a report: a log may hold any number. */
const MOST = 100_000;

async function following(options: Options, names: readonly string[], { name, file }: FormatChoice, io: Io): Promise<ExitCode> {
  const [path, more] = options.positionals;
  if (path === undefined || path === "-" || more !== undefined)
    throw refuse("KW001", NAME, "one file is followed", "`kmsward detect --follow audit.ndjson`");
  const see = watcher(thresholdsOf(options), names);
  const colors = file !== undefined ? undefined : await colorsFor(io.stdout, io.env);
  const sink = sinkOf(file, io);
  let out = "";
  const record = (value: unknown): void => {
    const line = logLine(value);
    if (line === undefined) return;
    for (const alarm of see(line)) out += `${name === "ndjson" ? JSON.stringify(alarm) : textOf(alarm, colors)}\n`;
  };
  await follow(path, record, async () => {
    if (out !== "") await sink.write(out);
    out = "";
  });
  await sink.close();
  return 130;
}

function textOf({ alarm, severity, time = "", text, key, event }: Alarm, colors: Awaited<ReturnType<typeof colorsFor>>): string {
  const word = severity.toUpperCase().padEnd(6);
  const painted = colors === undefined ? word : severity === "high" ? colors.red(word) : colors.yellow(word);
  const more = [key, event === undefined ? undefined : `event ${event}`]
    .filter((one) => one !== undefined)
    .map((one) => printable(one))
    .join("  ");
  return `${time.padEnd(20)}  ${painted}  ${alarm.padEnd(15)}  ${printable(text)}\n${" ".repeat(30)}${colors === undefined ? more : colors.dim(more)}`.trimEnd();
}

function namesOf(options: Options): readonly string[] {
  const names =
    options
      .get("only")
      ?.split(",")
      .map((name) => name.trim()) ?? NAMES;
  const odd = names.find((name) => !NAMES.includes(name));
  if (odd !== undefined) throw refuse("KW001", "--only", `there is no alarm ${JSON.stringify(odd)}`, `there are ${NAMES.join(", ")}`);
  return names;
}

function thresholdsOf(options: Options): Thresholds {
  const number = (name: string, fallback: number): number => {
    const text = options.get(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (!Number.isFinite(value) || value <= 0) throw refuse("KW001", `--${name}`, "is a number above 0", `\`--${name} ${fallback}\``);
    return value;
  };
  const trusted = options.all("trust");
  const odd = trusted.find((account) => !isAccountId(account));
  if (odd !== undefined) throw refuse("KW001", "--trust", `${JSON.stringify(odd)} is no account`, "12 digits, as in 444455556666");
  return {
    spike: number("spike", THRESHOLDS.spike),
    spikeAtLeast: number("spike-at-least", THRESHOLDS.spikeAtLeast),
    learnDays: number("learn", THRESHOLDS.learnDays),
    failures: number("failures", THRESHOLDS.failures),
    trusted,
  };
}
