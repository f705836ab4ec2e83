import { type Diagnostic, renderDiagnostic } from "./diagnostic.ts";
import { type Members, memberFaults } from "./members.ts";

/** The error of a function that was called with what it is not for: everything that is wrong, each with its code. */
export const usageError = (faults: readonly Diagnostic[]): TypeError => new TypeError(faults.map(renderDiagnostic).join("\n"));

/** @throws {TypeError} with everything that is wrong with the options of a function, by its name. */
export function assertOptions(given: unknown, members: Members, of: string): void {
  const faults = memberFaults(given, members, { file: of, pointer: "" });
  if (faults.length > 0) throw usageError(faults);
}
