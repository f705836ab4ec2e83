import type { Question } from "../../estate/question.ts";
import { readTestFile } from "../../tester/test-file.ts";
import { Refusal } from "../refusal.ts";

/**
 * Whether test files ask a question already, in the names that a drafted case has.
 *
 * @throws {Refusal} where one of them cannot be read: what it asks is not known.
 */
export function askedIn(paths: readonly string[], readFile: (path: string) => string, root: string): (question: Question) => boolean {
  const known = new Set<string>();
  for (const path of paths) {
    const { file, diagnostics } = readTestFile(path, { readFile, root });
    if (file === undefined) throw new Refusal(diagnostics.filter(({ severity }) => severity === "error"));
    for (const { check } of file.cases) if (check.kind === "request") known.add(canonical(check.question));
  }
  return (question) => known.has(canonical(question));
}

function canonical({ principal, key, action, context = {}, encryptionContext = {}, viaService, time }: Question): string {
  const sorted = (map: Readonly<Record<string, unknown>>) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([principal, key, action, sorted(context), sorted(encryptionContext), viaService, time]);
}
