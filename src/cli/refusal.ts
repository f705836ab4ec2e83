import type { Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";

/** Why a command did not do what it was asked: it ends with exit code 1 and these on stderr. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("; "));
    this.diagnostics = diagnostics;
  }
}

/** A refusal for one reason. `file` is what a person calls the input: a path, an option, the command. */
export const refuse = (code: Code, file: string, message: string, help?: string): Refusal =>
  new Refusal([{ code, severity: "error", message, at: { file, pointer: "" }, ...(help !== undefined && { help }) }]);
