import { readFileSync, writeFileSync } from "node:fs";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { counted, shown } from "../../base/text.ts";
import { startKms } from "../../embedded/start-kms.ts";
import type { WorldAnswer } from "../../estate/world.ts";
import { runTestFile } from "../../tester/run.ts";
import type { TestCase } from "../../tester/test-case.ts";
import type { Io } from "../command.ts";
import { unreadable } from "../files.ts";
import { tell } from "../talk.ts";
import { planOf, type Scope } from "./run.ts";
import type { TestSettings } from "./settings.ts";
import type { TestSources } from "./sources.ts";
import { type Tried, updateExpectations } from "./update.ts";

/**
 * Tries all that is selected once, and writes what happens as what is expected into the files of the cases that failed. Files with an error stay as they are.
 *
 * @throws {Refusal} for a file that cannot be written.
 */
export async function updateFiles(scope: Scope, settings: TestSettings, sources: TestSources, io: Io): Promise<void> {
  const plan = planOf(sources.read(scope.paths, settings.allowOnly), scope, settings);
  const left: Diagnostic[] = [];
  let [updated, files] = [0, 0];
  for (const { file, cases } of plan.files) {
    const answers = new Map<TestCase, WorldAnswer[]>();
    const tried = new Map<TestCase, Tried>();
    await runTestFile(file, {
      select: (test) => cases.has(test),
      only: plan.only,
      startKms,
      observe: ({ test, answer }) => answers.set(test, [...(answers.get(test) ?? []), answer]),
      onResult: (result, test) => tried.set(test, { test, result, answers: answers.get(test) ?? [] }),
    });
    const text = sources.text(file.path);
    const update = await updateExpectations(file.path, text, file.cases, tried);
    left.push(...update.left);
    if (update.updated === 0) continue;
    write(file.path, text, update.text);
    updated += update.updated;
    files++;
  }
  await tell(left, io);
  if (updated > 0) io.stderr.write(`kmsward test: ${counted(updated, "expectation")} updated in ${counted(files, "file")}\n`);
  sources.refresh();
}

/** Only over the text that was read: somebody may be editing it. */
function write(path: string, before: string, after: string): void {
  try {
    if (readFileSync(path, "utf8") !== before) throw new Error(`${shown(path)} was changed meanwhile`);
    writeFileSync(path, after);
  } catch (error) {
    throw unreadable(path, error, "written");
  }
}
