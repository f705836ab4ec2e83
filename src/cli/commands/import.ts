import { stringify } from "yaml";
import { counted } from "../../base/text.ts";
import type { ImportReport } from "../../importers/importer.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { Files, sinkOf } from "../files.ts";
import { IMPORT_OPTIONS, readingIn, textsAt } from "../import-options.ts";
import { importDocuments } from "../imports.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

const NAME = "kmsward import";

export const command: Command = {
  name: "import",
  summary: "a world from Terraform plans, CloudFormation templates and AWS answers",
  usage: ["import FILE|FOLDER… [OPTION…]", "import - [OPTION…]", "import --collect > collect.sh"],
  about: `Tells by its content what each document is, and writes the world that all of them describe: of a plan the world after it is applied. The documents:
    \`terraform show -json\` of a plan or a state (OpenTofu likewise); templates of CloudFormation and SAM in YAML or JSON, described change sets, the
    folder \`cdk.out\`; answers of the AWS CLI and items of AWS Config, of one command or of a whole account, which \`--collect\` prints a
    script for. What a document does not say is never taken for absent: the world says what is not known, and standard error has a report of what was found, what is symbolic and what could not be decided. The other commands take the same
    documents in place of a world. Ends with 0, with 1 when a document could not be read, with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Documents",
      options: [
        ...IMPORT_OPTIONS,
        {
          name: "collect",
          help: "print the shell script that collects an account: it only reads; `bash collect.sh --policy` prints the IAM policy it needs",
        },
      ],
    },
    {
      title: "World",
      options: [
        {
          name: "side",
          value: "before|after",
          choices: ["before", "after"],
          help: "of a plan: the world before it is applied, or after; default: after",
        },
        { name: "format", value: "yaml|json", choices: ["yaml", "json"], help: "default: yaml, which people read" },
        { name: "output", short: "o", value: "FILE", help: "write the world to a file" },
        { name: "strict", help: "exit with 3 when something could not be decided" },
      ],
    },
  ],
  examples: [
    "terraform show -json plan.bin | kmsward import - --account 111122223333 > world.yaml",
    "kmsward import plan.json --side before -o before.world.yaml",
    "kmsward diff plan.json",
    "kmsward import template.yaml --parameters prod.json --account 111122223333 --region eu-west-1",
    "kmsward import --collect > collect.sh && bash collect.sh -o dump eu-west-1 && kmsward import dump -o world.yaml",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const { positionals } = options;
  if (options.has("collect")) {
    const sink = sinkOf(options.get("output"), io);
    await sink.write((await import("../../importers/dumps/collect.ts")).COLLECT_SCRIPT);
    await sink.close();
    return 0;
  }
  if (positionals.length === 0)
    throw refuse("KW010", NAME, "no document is named", "give a plan: terraform show -json PLANFILE > plan.json");
  const files = new Files(io);
  const { imports } = await readingIn(options, io);
  const sources = [];
  for (const path of positionals) sources.push(...(await textsAt(path, files)));
  const imported = await importDocuments(sources, imports, io);
  const { diagnostics, report } = imported;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (report.documents.length === 0) {
    if (errors.length > 0) throw new Refusal(errors);
    throw refuse(
      "KW010",
      positionals.join(", "),
      `${counted(sources.length, "file")} read, and none is a document that can be imported`,
      "`kmsward help import` lists them; worlds and policies are given to the other commands as they are",
    );
  }
  const side = options.get("side") ?? "after";
  const world = side === "before" ? imported.before : imported.after;
  if (world === undefined)
    throw refuse("KW001", "--side", "no document tells of a change", "a plan has two sides; of anything else leave `--side` out");
  const sink = sinkOf(options.get("output"), io);
  await sink.write(options.get("format") === "json" ? `${JSON.stringify(world, undefined, 2)}\n` : stringify(world, { lineWidth: 0 }));
  await sink.close();
  await tell(
    diagnostics.filter(({ code }) => code !== "KW803"),
    io,
  );
  io.stderr.write(reportText(report));
  if (errors.length > 0) return 1;
  return options.has("strict") && isOpen(report) ? 3 : 0;
}

const isOpen = ({ undecided, symbolic, assumed }: ImportReport): boolean => undecided.length + symbolic.length + assumed.length > 0;

const MOST_LINES = 20;

function reportText(report: ImportReport): string {
  const { documents, found, facts, symbolic, assumed, undecided, some, outside, skipped } = report;
  const kinds = new Map<string, string[]>();
  for (const { file, what } of documents) kinds.set(what, [...(kinds.get(what) ?? []), file]);
  const read = [...kinds].map(([what, files]) => (files.length === 1 ? `${files[0]}: ${what}` : `${files.length} documents, each ${what}`));
  return [
    ...section("Read", read),
    ...section("Passed over", skipped),
    ...section("Found", [found.map(({ what }) => what).join(", ") || "nothing that tells of access to keys"]),
    ...section("To know", facts),
    ...section("Changed outside of Terraform, and no part of the change", outside),
    ...section(
      "Symbolic: known later",
      symbolic.map(({ name, type, from }) => `${name} (${type}): ${from}`),
    ),
    ...section(
      "Taken for granted",
      assumed.map(({ text }) => text),
    ),
    ...section(
      "Not decided",
      undecided.map(({ what, why }) => `${what}: ${why}`),
    ),
    ...section("Not known to be all", some),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [title, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
