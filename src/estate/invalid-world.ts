import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";

/** Thrown for a world that cannot be: a document that cannot be read, a key that cannot exist, a caller that nobody knows. */
export class InvalidWorldError extends Error {
  override readonly name = "InvalidWorldError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super([message, ...diagnostics.map(renderDiagnostic)].join("\n"));
    this.diagnostics = diagnostics;
  }
}
