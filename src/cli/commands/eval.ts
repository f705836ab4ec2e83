import type { Outcome } from "../../authz/decision.ts";
import { isAboutRequest } from "../../authz/key-names.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { printable } from "../../base/text.ts";
import { plainAnswer } from "../../cases/answer-line.ts";
import { answerDraft } from "../../cases/case-document.ts";
import type { WorldAnswer } from "../../estate/world.ts";
import { CASE_OPTIONS, draftOf, saysCase } from "../case-flags.ts";
import type { Tally } from "../case-stream.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { askData, asksData } from "../data-flags.ts";
import { ANSWERED, EXPECTATIONS, exitCodeOf, wordOf } from "../expectation.ts";
import { Files, STDIN, sinkOf, unreadable } from "../files.ts";
import { IMPORT_OPTIONS } from "../import-options.ts";
import type { Options } from "../options.ts";
import { progressOn } from "../progress.ts";
import { Refusal, refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";
import { askWorld } from "../world-flags.ts";

const NAME = "kmsward eval";

export const command: Command = {
  name: "eval",
  summary: "decides one request, or a stream of cases",
  usage: [
    "eval CASE.json",
    "eval --principal ARN --action ACTION --resource ARN --key-policy FILE [OPTION…]",
    "eval --world WORLD.yaml --principal NAME --action ACTION --key NAME [OPTION…]",
    "eval --world WORLD.yaml --principal NAME --flow FLOW --on RESOURCE [OPTION…]",
    "eval --ndjson < CASES",
  ],
  about: `A case is one file (JSON or YAML; \`kmsward schema case\`), or \`-\` for standard input, or is made by options. Options change the case of a file.
    With a world (\`kmsward schema world\`) the options are a question to it; with --flow and --on one about data: whether the policy of a resource and its
    key together let the principal read or write it.
    The answer goes to standard output, with the statements that decided; messages go to standard error.`,
  groups: [
    ...CASE_OPTIONS,
    { title: "Documents of other tools, in place of a world", options: IMPORT_OPTIONS },
    {
      title: "Answer",
      options: [
        {
          name: "expect",
          value: "OUTCOME",
          choices: [...EXPECTATIONS.keys()],
          accepted: ANSWERED,
          help: "exit with 2 unless the answer is this: allow, deny, explicit-deny, implicit-deny, undetermined",
        },
        { name: "strict", help: "exit with 3 when the answer is undetermined" },
        {
          name: "explain",
          value: "brief|full|json",
          optional: true,
          choices: ["brief", "full", "json"],
          help: "how much of the why: a few lines, every statement (as when no value is given), or a JSON tree",
        },
        {
          name: "format",
          value: "text|json",
          choices: ["text", "json"],
          help: "text for people, or the answer as JSON, under --explain with its trace",
        },
        { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
      ],
    },
    {
      title: "Streams",
      options: [
        { name: "ndjson", help: "one case a line, from standard input or files; one answer a line, in the same order, at once" },
        { name: "skip-invalid", help: "lines that are no case do not fail the run; they are answered with `invalid` all the same" },
      ],
    },
  ],
  examples: [
    "kmsward eval case.yaml --expect allow",
    "kmsward eval --principal arn:aws:iam::111122223333:role/app --action kms:Decrypt \\",
    "  --key arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab \\",
    "  --key-policy key-policy.json --identity app.json --encryption-context tenant=a",
    "kmsward eval -w world.yaml --principal app --action kms:Decrypt --key orders",
    "kmsward eval -w world.yaml --principal app --flow s3.GetObject --on orders-bucket/2026/x",
    "kmsward eval --ndjson < cases.ndjson > answers.ndjson",
  ],
  run: (options, io) => (options.has("ndjson") ? evalStream(options, io) : evalOne(options, io)),
};

async function evalOne(options: Options, io: Io): Promise<ExitCode> {
  const [path, extra] = options.positionals;
  if (extra !== undefined) throw refuse("KW001", NAME, "one case at a time", "for many cases, one a line: `kmsward eval --ndjson FILE…`");
  if (options.has("skip-invalid")) throw refuse("KW001", NAME, "`--skip-invalid` is for `--ndjson`");
  if (path === undefined && !saysCase(options)) {
    throw refuse(
      "KW010",
      NAME,
      "no case is given",
      "give a case file, or `-` for standard input, or --principal, --action and --resource; see `kmsward eval --help`",
    );
  }
  if (asksData(options)) return evalOfData(options, io);
  const { answer, id, warnings } = options.has("world") ? await inWorld(options, io) : await ofCase(options, io);
  await tell([...warnings, ...(answer.warnings ?? []).filter(isAboutRequest)], io);
  const sink = sinkOf(options.get("output"), io);
  await sink.write(`${await rendered(answer, id, options, io)}\n`);
  await sink.close();
  return codeOf(answer.outcome, answer.missing ?? [], options, io);
}

async function evalOfData(options: Options, io: Io): Promise<ExitCode> {
  const asked = await askData(options, io);
  if ("invalid" in asked) throw new Refusal(asked.invalid);
  const { answer, warnings, question } = asked;
  await tell(warnings, io);
  const { dataJson, dataText } = await import("../../report/data/answer.ts");
  const style = options.get("explain");
  const isJson = options.get("format") === "json" || style === "json";
  const color = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  const full = style === "brief" ? "brief" : options.has("explain") ? "full" : undefined;
  const text = isJson
    ? JSON.stringify(dataJson(question, answer, options.has("explain")), undefined, 2)
    : dataText(question, answer, { ...(full && { style: full }), color });
  const sink = sinkOf(options.get("output"), io);
  await sink.write(`${text}\n`);
  await sink.close();
  return codeOf(answer.outcome, answer.missing, options, io);
}

function codeOf(outcome: Outcome, missing: readonly string[], options: Options, io: Io): ExitCode {
  const expected = options.get("expect");
  const code = exitCodeOf(outcome, expected, options.has("strict"));
  if (code === 2) io.stderr.write(`${NAME}: expected ${expected}, the answer is ${wordOf(outcome)}\n`);
  if (code === 3) io.stderr.write(`${NAME}: undetermined: ${missing.join(", ")} not known\n`);
  return code;
}

type Answered = { readonly answer: WorldAnswer; readonly id?: string | number | undefined; readonly warnings: readonly Diagnostic[] };

async function ofCase(options: Options, io: Io): Promise<Answered> {
  const { draft, warnings } = await draftOf(options, new Files(io));
  const answered = answerDraft(draft);
  if ("invalid" in answered) throw new Refusal(answered.invalid.map(perhapsShort));
  return { ...answered, warnings: [...warnings, ...answered.warnings] };
}

/** Where there is no world there are no short names. */
const perhapsShort = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.code === "KW401" && diagnostic.help === undefined
    ? { ...diagnostic, help: "write the ARN, as in `arn:aws:iam::111122223333:role/app`; short names are those of a world: `--world FILE`" }
    : diagnostic;

async function inWorld(options: Options, io: Io): Promise<Answered> {
  const answered = await askWorld(options, io);
  if ("invalid" in answered) throw new Refusal(answered.invalid);
  return answered;
}

async function rendered(answer: WorldAnswer, id: string | number | undefined, options: Options, io: Io): Promise<string> {
  const style = options.get("explain");
  if (options.get("format") === "json" && style !== "json")
    return JSON.stringify(plainAnswer(id, answer, options.has("explain"), true), undefined, 2);
  const { explain } = await import("../../explain/explain.ts");
  const { notes = [], assumptions = [] } = answer;
  if (style === "json")
    return JSON.stringify(
      { ...explain(answer, { format: "json" }), notes: answer.notes, takenForGranted: answer.assumptions },
      undefined,
      2,
    );
  const color = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  const full = style === "brief" ? "brief" : options.has("explain") ? "full" : undefined;
  const text = explain(answer, { ...(full && { style: full }), ...(color && { color }) });
  const more = [
    ...notes.map((note) => `note  ${printable(note)}`),
    ...assumptions.map((one) => `taken for granted  ${printable(one.text)}`),
  ];
  return more.length === 0 ? text : `${text}\n\n${more.join("\n")}`;
}

async function evalStream(options: Options, io: Io): Promise<ExitCode> {
  if (saysCase(options)) throw refuse("KW001", NAME, "options for one case do not go with `--ndjson`", "put them in the cases");
  if (options.get("format") === "text")
    throw refuse("KW001", NAME, "`--format text` does not go with `--ndjson`", "answers are JSON, one a line");
  const style = options.get("explain");
  if (style !== undefined)
    throw refuse("KW001", NAME, `\`--explain=${style}\` does not go with \`--ndjson\``, "`--explain` alone adds a `trace` to each answer");

  const { CaseStream } = await import("../case-stream.ts");
  const progress = progressOn(io.stderr);
  const stream = new CaseStream({ trace: options.has("explain"), ...(progress && { onProgress: progress.show }) });
  const sink = sinkOf(options.get("output"), io);
  const files = new Files(io);
  for (const input of options.positionals.length > 0 ? options.positionals : ["-"]) {
    const { file, bytes } = files.stream(input);
    if (file === STDIN && io.stdin.isTTY && io.stderr.isTTY)
      io.stderr.write("kmsward eval: reading cases from the terminal, one a line; end with Ctrl-D\n");
    await stream.run(bytes, file, sink.write).catch((error) => Promise.reject(isReadError(error) ? unreadable(file, error) : error));
  }
  await sink.close();
  progress?.clear();
  return verdict(stream.tally, options, io);
}

function verdict({ lines, invalid, outcomes }: Tally, options: Options, io: Io): ExitCode {
  const expected = options.get("expect");
  if (lines === 0) throw refuse("KW010", NAME, "the input holds no case", "give one case a line");
  const codes = Object.entries(outcomes).flatMap(([outcome, count]) =>
    count === 0 ? [] : [exitCodeOf(outcome as Outcome, expected, options.has("strict"))],
  );
  if (expected !== undefined) {
    const counts = Object.entries({ ...outcomes, invalid })
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count} ${name === "invalid" ? name : wordOf(name as Outcome)}`);
    io.stderr.write(`${NAME}: expected ${expected} of ${lines} ${lines === 1 ? "case" : "cases"}: ${counts.join(", ")}\n`);
  }
  if (invalid > 0 && !options.has("skip-invalid")) {
    if (expected === undefined)
      io.stderr.write(`${NAME}: ${invalid} of ${lines} lines ${invalid === 1 ? "is" : "are"} no case; each is answered with \`invalid\`\n`);
    return 1;
  }
  return codes.includes(2) ? 2 : codes.includes(3) ? 3 : 0;
}

/** Of the input: what a write fails for is told by the sink. */
const isReadError = (error: unknown): boolean =>
  error instanceof Error && ["read", "open"].includes((error as NodeJS.ErrnoException).syscall ?? "");
