import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import { listed, printable } from "../base/text.ts";
import type { Command, ExitCode, Io } from "../cli/command.ts";
import { command as check } from "../cli/commands/check.ts";
import { command as diff } from "../cli/commands/diff.ts";
import { type Answer, linksOf, settingFor, writeReview } from "../cli/formats/write.ts";
import { readOptions } from "../cli/options.ts";
import { Refusal } from "../cli/refusal.ts";
import { reviewAnnotations } from "../report/formats/github.ts";
import { BUDGETS, reviewMarkdown } from "../report/formats/markdown.ts";
import { isOpen, type Review } from "../report/review/review.ts";
import { comment } from "./comment.ts";
import { InputError, type Inputs, type Run, readInputs, readRun } from "./inputs.ts";
import { type Question, questionsFor } from "./questions.ts";

/** One question and what came of it. */
type Asked = { readonly question: Question; readonly review: Review; readonly text: string; readonly code: ExitCode };

const COMMANDS: Readonly<Record<Question["command"], Command>> = { diff, check };

/**
 * What a step of GitHub Actions does: answers what its inputs ask, and tells of it in the log, at the lines of the change, in the job's summary, in a SARIF
 * file, and in one comment of the pull request. Reads files and asks git; reaches no network but GitHub's API, and that for the comment alone. Ends with the
 * exit code of the command line.
 */
export async function act(io: Io): Promise<ExitCode> {
  try {
    const [inputs, run] = [readInputs(io.env), readRun(io.env)];
    const asked: Asked[] = [];
    for (const question of questionsFor(inputs, run)) asked.push(await ask(question, io));
    await tell(asked, inputs, run, io);
    return worstOf(asked.map(({ code }) => code));
  } catch (error) {
    const told =
      error instanceof Refusal
        ? error.diagnostics
        : error instanceof InputError
          ? [{ code: "KW001" as const, message: error.message }]
          : undefined;
    if (told === undefined) throw error;
    for (const one of told) io.stdout.write(errorLine(one));
    return 1;
  }
}

/** A refusal as a workflow command. Whatever it holds stays inside of its one line. */
function errorLine({ code, message, help, at }: Pick<Diagnostic, "code" | "message"> & Partial<Diagnostic>): string {
  const place = at === undefined ? "" : `${[at.file, at.line, at.column].filter((part) => part !== undefined).join(":")}: `;
  const text = `${place}${message}${help === undefined ? "" : `; ${help}`}`;
  return `::error title=kmsward ${code}::${printable(text, 2_000).replaceAll("%", "%25")}\n`;
}

async function ask({ command, args }: Question, io: Io): Promise<Asked> {
  let taken: Answer | undefined;
  const take = async (answer: Answer): Promise<void> => {
    taken = answer;
  };
  const options = readOptions(args, COMMANDS[command]);
  const code = await COMMANDS[command].run(options, { ...io, take });
  const answer = taken as Answer | undefined;
  if (answer === undefined) throw new InputError(`\`kmsward ${command}\` gave no answer`);
  return { question: { command, args }, review: await answer.review(await settingFor(io, true)), text: answer.text(undefined), code };
}

/** Of several answers: what could not be done, then what says no, then what is open. */
const worstOf = (codes: readonly ExitCode[]): ExitCode => ([70, 1, 2, 3] as const).find((code) => codes.includes(code)) ?? 0;

async function tell(asked: readonly Asked[], inputs: Inputs, run: Run, io: Io): Promise<void> {
  const reviews = asked.map(({ review }) => review);
  const files = await writeSarif(reviews, inputs.sarif, run, io);
  const linkTo = linksOf(io.env, reviews[0]?.pathOf ?? String);
  const page = (budget: number, elsewhere: string) =>
    reviews.map((review) => reviewMarkdown(review, { budget: Math.floor(budget / reviews.length), elsewhere, linkTo })).join("\n");
  quietly(asked.map(({ text }) => text).join("\n"), io);
  io.stdout.write(annotations(reviews));
  append(io.env.GITHUB_STEP_SUMMARY, `${page(BUDGETS.summary, "The log of this step has all.")}\n`);
  const problems = reviews.flatMap(({ items }) => items.filter((item) => isOpen(item)));
  const of = (kind: string) => problems.filter((item) => item.kind === kind).length;
  let url: string | undefined;
  if (inputs.comment) {
    const elsewhere = run.page === undefined ? "The summary of the run has more." : `[The summary of the run](${run.page}) has more.`;
    const category = asked
      .map(({ question }) => [question.command, ...question.args.filter((arg) => !arg.startsWith("-")).slice(-1)].join("/"))
      .join("+");
    const result = await comment({
      run,
      token: inputs.token,
      category: category.slice(0, 200),
      body: page(BUDGETS.comment, elsewhere),
      isClean: problems.length === 0,
    });
    url = result.url;
    if (result.because !== undefined)
      io.stdout.write(`::notice title=kmsward::no comment was written: ${printable(result.because).replaceAll("%", "%25")}\n`);
  }
  const outputs = {
    gained: String(of("gained")),
    lost: String(of("lost")),
    undecided: String(of("undecided")),
    findings: String(of("found")),
    title: printable(listed(reviews.map(({ title }) => title))),
    sarif: files.join("\n"),
    comment: url ?? "",
  };
  append(
    io.env.GITHUB_OUTPUT,
    Object.entries(outputs)
      .map(([name, value]) => output(name, value))
      .join(""),
  );
}

/** Results of several questions share the step's few annotations. */
const annotations = (reviews: readonly Review[]): string => {
  const [first] = reviews;
  return first === undefined ? "" : reviewAnnotations({ ...first, items: reviews.flatMap(({ items }) => items) });
};

/** One run a file, since of two runs alike in one file GitHub takes none. */
async function writeSarif(reviews: readonly Review[], file: string, run: Run, io: Io): Promise<readonly string[]> {
  if (file === "") return [];
  const files: string[] = [];
  for (const [i, review] of reviews.entries()) {
    const name = i === 0 ? file : file.replace(/(?:\.sarif)?(?:\.json)?$/, `.${i + 1}$&`);
    const path = resolve(run.workspace, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await writeReview("sarif", review, { io, suppressed: false }));
    files.push(name);
  }
  return files;
}

/** Text in which a policy's author may have written anything, printed so that no line of it is a command to the runner. */
function quietly(text: string, { stdout }: Io): void {
  const token = `kmsward-${randomUUID()}`;
  stdout.write(`::stop-commands::${token}\n${text.replace(/^/gm, "  ")}\n::${token}::\n`);
}

/** A value of several lines ends with a word that nobody can guess (GitHub Actions, Workflow commands, "Multiline strings"). */
function output(name: string, value: string): string {
  const end = `end-${randomUUID()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function append(path: string | undefined, text: string): void {
  if (path) appendFileSync(path, text);
}
