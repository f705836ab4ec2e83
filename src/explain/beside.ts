import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { printable } from "../base/text.ts";

/** What answers have beside their explanations: notes of a world on what it does not tell, and warnings of their policies. */
type Beside = { readonly notes?: readonly string[]; readonly warnings?: readonly Diagnostic[] };

/** A line for each note and each warning, once. */
export function besideLines(answers: readonly Beside[]): readonly string[] {
  const notes = answers.flatMap((answer) => answer.notes ?? []).map((note) => `note  ${printable(note)}`);
  const warnings = answers.flatMap((answer) => answer.warnings ?? []).map(warningLine);
  return [...new Set([...notes, ...warnings])];
}

/** `warning  key-policy.json:7: `kms:Decrpyt` matches no action of AWS KMS; did you mean `kms:Decrypt`? [KW301]` */
export const warningLine = ({ at, code, message, help }: Diagnostic): string =>
  `warning  ${placeText(at)}: ${printable(`${message}${help === undefined ? "" : `; ${help}`} [${code}]`, 1_000)}`;

const placeText = ({ file, line, column, pointer }: Place): string =>
  line === undefined
    ? `${printable(file)} ${printable(pointer)}`.trimEnd()
    : [printable(file), line, column].filter((part) => part !== undefined).join(":");
