import type { Code } from "./codes.ts";

/** Where in the input something is. A value that never was text (an object handed to the library) has no line. */
export type Place = {
  readonly file: string; // a path, "stdin", or what a person calls the document: "key policy"
  readonly line?: number; // 1-based
  readonly column?: number; // 1-based, in UTF-16 code units
  readonly pointer: string; // RFC 6901 JSON pointer, "" for the whole document
  readonly address?: string; // of the resource there, as Terraform or a template calls it
};

/** A located message about input. One clause, lower case, the user's text in backticks, no full stop. */
export type Diagnostic = {
  readonly code: Code; // stable: `kmsward help KW101` tells more
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly at: Place;
  readonly help?: string; // what to do about it
};

/** `file:line:column severity: message [code]`, then the pointer and the help, each on a line of its own. */
export const renderDiagnostic = ({ at, severity, message, code, help }: Diagnostic): string =>
  [
    `${[at.file, at.line, at.column].filter((part) => part !== undefined).join(":")} ${severity}: ${message} [${code}]`,
    at.pointer && `  at ${at.pointer}`,
    help && `  help: ${help}`,
  ]
    .filter(Boolean)
    .join("\n");
