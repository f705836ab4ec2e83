import { syntaxTree } from "@codemirror/language";
import { forEachDiagnostic, type Diagnostic as Mark } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import type { Diagnostic } from "../../base/diagnostic.ts";

/** The engine's diagnostics at their places in a text: from where each begins to the end of its word. */
export function marksIn(state: EditorState, diagnostics: readonly Diagnostic[]): readonly Mark[] {
  return diagnostics.map(({ at, severity, message, help, code }): Mark => {
    const from = offsetOf(state, at.line ?? 1, at.column ?? 1);
    const text = `${message} [${code}]${help === undefined ? "" : `\nhelp: ${help}`}`;
    return { from, to: endOf(state, from), severity, message: text, source: "kmsward" };
  });
}

/** Whether these are the marks that the editor has. */
export function hasMarks(state: EditorState, marks: readonly Mark[]): boolean {
  const now: string[] = [];
  forEachDiagnostic(state, ({ message, severity }, from, to) => now.push(`${from} ${to} ${severity} ${message}`));
  const wanted = marks.map(({ from, to, severity, message }) => `${from} ${to} ${severity} ${message}`);
  return now.length === wanted.length && now.sort().join("\n") === wanted.sort().join("\n");
}

/** Of a line and a column, both from 1; what is outside of the text is at its end. */
export function offsetOf({ doc }: EditorState, line: number, column: number): number {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(to, from + column - 1);
}

function endOf(state: EditorState, from: number): number {
  const node = syntaxTree(state).resolveInner(from, 1);
  const line = state.doc.lineAt(from);
  const end = node.from >= from && node.to > from ? node.to : from + 1;
  return Math.min(Math.max(end, Math.min(from + 1, state.doc.length)), Math.max(line.to, from));
}
