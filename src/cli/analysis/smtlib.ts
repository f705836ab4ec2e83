import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import type { Question } from "../../smt/question.ts";
import type { Io, OptionSpec } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

export const SMTLIB: OptionSpec = {
  name: "smtlib",
  value: "DIR",
  help: "writes each question also as a file of SMT-LIB 2.6 into this folder, for a solver of your own",
};

/** Writes questions where `--smtlib` says. False: one of them has no formula, which is told. */
export async function writeQuestions(options: Options, make: () => Promise<readonly Question[]>, io: Io): Promise<boolean> {
  const folder = options.get("smtlib");
  if (folder === undefined) return true;
  if (options.has("via-roles"))
    throw refuse("KW001", "--smtlib", "steps through roles are not written in SMT-LIB", "ask without --via-roles, or without --smtlib");
  const questions = await make();
  const taken = new Set<string>();
  const refused: Diagnostic[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const question of questions) {
      const file = join(folder, `${nameOf(question.name, taken)}.smt2`);
      await writeFile(file, question.text);
      if (question.refused !== undefined)
        refused.push({
          code: "KW684",
          severity: "error",
          message: `not written in SMT-LIB is ${question.refused}`,
          at: { file, pointer: "" },
        });
    }
  } catch (error) {
    throw refuse(
      "KW002",
      folder,
      `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      "give a folder that can be made",
    );
  }
  await tell(refused, io);
  io.stderr.write(`wrote ${counted(questions.length - refused.length, "question")} to ${folder}: cvc5 --strings-exp FILE answers one\n`);
  return refused.length === 0;
}

/** A name of a file, one a question. */
function nameOf(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[-.]+|-+$/g, "")
      .slice(0, 100) || "question";
  let own = plain;
  for (let i = 2; taken.has(own); i++) own = `${plain}-${i}`;
  taken.add(own);
  return own;
}
