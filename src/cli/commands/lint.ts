import { statSync } from "node:fs";
import { resolve } from "node:path";
import { counted, shown } from "../../base/text.ts";
import { isGlob, NothingSelectedError, selectFiles } from "../../files/test-files.ts";
import { textReader } from "../../files/text-reader.ts";
import type { PolicyType } from "../../iam/policy.ts";
import { POLICY_RULES } from "../../iam/policy-rules.ts";
import { failuresOf, type LintedFile, type LintReport } from "../../report/lint/report.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { Files, STDIN, unreadable } from "../files.ts";
import { LINT_REPORTERS, readLintReporters, reportLint } from "../lint-reporters.ts";
import type { Options } from "../options.ts";
import { lintText } from "../policies/lint.ts";
import { refuse } from "../refusal.ts";
import { versionIn } from "./version.ts";

const NAME = "kmsward lint";
const ENDING = /\.(?:json|ya?ml)$/i;
const TYPES = Object.keys(POLICY_RULES) as readonly PolicyType[];
const SHORT: Readonly<Record<string, PolicyType>> = { scp: "service-control", rcp: "resource-control" };

export const command: Command = {
  name: "lint",
  summary: "finds what is wrong with policies of any type",
  usage: ["lint [FILE|FOLDER|GLOB…] [OPTION…]", "lint - [OPTION…]"],
  about: `Reads policies as AWS does when it stores them, and tells all that is wrong with each, and what does not do what it seems to: names that AWS does not
    know, conditions that never match. Without a name, those in and below this folder; \`-\` is standard input; \`!GLOB\` takes files out; put globs in quotes. In
    folders and globs, files that hold no policy are passed over. What type a policy is its content says, and where that leaves it open, the words of its path.
    Ends with 0 when nothing is wrong, 2 when something is, 1 when a file could not be read.`,
  groups: [
    {
      title: "Policies",
      options: [
        {
          name: "type",
          value: "TYPE",
          choices: [...TYPES, ...Object.keys(SHORT)],
          help: `what they are, whatever they look like: ${TYPES.join(", ")}; scp and rcp for short`,
        },
        { name: "ignore-others", help: "pass over files without a policy also where they are named, as pre-commit names all that changed" },
      ],
    },
    {
      title: "Result",
      options: [
        { name: "fail-level", value: "LEVEL", choices: ["error", "warning"], help: "end with 2 from this severity on; default: error" },
        {
          name: "reporter",
          alias: "format",
          value: "NAME[=FILE]",
          many: true,
          help: `${LINT_REPORTERS.join(", ")}; to standard output, or to a file; by default pretty, and in GitHub Actions github too`,
        },
      ],
    },
  ],
  examples: [
    "kmsward lint",
    'kmsward lint policies "teams/**/*.json" "!**/generated/**"',
    "aws kms get-key-policy --key-id ID --output text --query Policy | kmsward lint - --type key-policy",
    "kmsward lint --fail-level warning --reporter junit=lint.xml --reporter pretty",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const reporters = readLintReporters(options.all("reporter"), io.env);
  const failLevel = (options.get("fail-level") ?? "error") as LintReport["failLevel"];
  const given = options.get("type");
  const asked = {
    type: given === undefined ? undefined : (SHORT[given] ?? (given as PolicyType)),
    ignoresOthers: options.has("ignore-others"),
  };
  const files: LintedFile[] = [];
  const texts = await textsOf(options.positionals, io);
  for (const { path, text, isNamed } of texts) {
    const linted = await lintText(path, text, { type: asked.type, isNamed: isNamed && !asked.ignoresOthers });
    if (linted !== undefined) files.push(linted);
  }
  if (files.length === 0 && !asked.ignoresOthers)
    throw refuse(
      "KW010",
      NAME,
      `${counted(texts.length, "file")}, and no policy in ${texts.length === 1 ? "it" : "them"}`,
      "give files, folders or globs of policies",
    );
  await reportLint({ version: 1, kmsward: await versionIn(io.root), failLevel, files }, reporters, io);
  return files.some((file) => failuresOf(file, failLevel).length > 0) ? 2 : 0;
}

type Text = { readonly path: string; readonly text: string; readonly isNamed: boolean };

/** The texts of all files that arguments select. `isNamed`: by its own name, so that it is meant to hold a policy. */
async function textsOf(patterns: readonly string[], io: Io): Promise<readonly Text[]> {
  const named = new Set(patterns.filter((pattern) => isFile(pattern)).map((pattern) => resolve(pattern)));
  const onDisk = patterns.filter((pattern) => pattern !== "-");
  const piped = patterns.length > onDisk.length ? [{ ...(await new Files(io).text("-")), path: STDIN, isNamed: true }] : [];
  const read = textReader();
  return [
    ...piped,
    ...(onDisk.length === 0 && piped.length > 0 ? [] : await selected(onDisk)).map((path) => {
      try {
        return { path, text: read(path).replace(/^\uFEFF/, ""), isNamed: named.has(resolve(path)) };
      } catch (error) {
        throw unreadable(path, error);
      }
    }),
  ];
}

async function selected(patterns: readonly string[]): Promise<readonly string[]> {
  const globs = patterns.some((pattern) => isGlob(pattern)) ? (await import("micromatch")).default : undefined;
  try {
    return selectFiles(patterns, globs, ENDING).files;
  } catch (error) {
    if (!(error instanceof NothingSelectedError)) throw error;
    const which = error.pattern === undefined ? "there is no JSON or YAML file here" : `no file is selected by ${shown(error.pattern)}`;
    throw refuse("KW002", NAME, which, "check the path; it counts from the folder you are in");
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}
