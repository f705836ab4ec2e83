import type { Finding, FindingSeverity } from "../../analysis/findings/finding.ts";
import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { dataCommand } from "../data/access.ts";
import { ndjsonOf } from "../formats/ndjson.ts";
import { commandFor, ownIn, placeIn, type Subject } from "./words.ts";

/** For programs, as the format of `check` has it. */
export const findingsJson = (findings: readonly Finding[]): string => `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`;

/** The same in lines: a finding each, and a summary as the last one. */
export const findingsNdjson = (findings: readonly Finding[]): string => ndjsonOf({ finding: findings }, { findings: findings.length });

type Text = { readonly subject: Subject; readonly colors?: ColorFns | undefined };

/** For people: the worst first, each with its place, a request to try, and what to do. */
export function findingsText(findings: readonly Finding[], { subject, colors = PLAIN }: Text): string {
  const open = findings.filter(({ waived }) => waived === undefined);
  const lines = open.flatMap((finding) => [...paragraph(finding, subject, colors), ""]);
  const waived = findings.filter((finding) => finding.waived !== undefined);
  if (waived.length > 0)
    lines.push(
      colors.dim("Waived:"),
      ...waived.map(({ code, key, text, waived: why }) =>
        colors.dim(`  ${code} ${key?.name ?? ""}: ${printable(text)} (${printable(why?.reason ?? "")}, until ${why?.until})`),
      ),
      "",
    );
  return `${[...lines, summary(open, waived.length, colors)].join("\n")}\n`;
}

function summary(open: readonly Finding[], waived: number, colors: ColorFns): string {
  const of = (severity: FindingSeverity) => open.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [of("error"), of("warning"), of("note")];
  const parts = [
    ...(errors > 0 ? [colors.red(counted(errors, "error"))] : []),
    ...(warnings > 0 ? [colors.yellow(counted(warnings, "warning"))] : []),
    ...(notes > 0 ? [counted(notes, "note")] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  return parts.length === 0 ? colors.green("Nothing was found.") : `${listed(parts)}.`;
}

function paragraph(
  { code, severity, key, text, help, at, witness, path, fingerprint, if: cases }: Finding,
  subject: Subject,
  colors: ColorFns,
): readonly string[] {
  const paint = severity === "error" ? colors.red : severity === "warning" ? colors.yellow : colors.bold;
  const name = key === undefined ? "" : `${key.name}: `;
  const tries =
    path?.map(
      ({ request, text: step }, i) => [step, commandFor(subject, request, { key: key?.name ?? "", principal: undefined }), i] as const,
    ) ?? [];
  return [
    `${paint(severity)} ${colors.bold(`${name}${printable(text)}${witness === undefined ? "" : ownIn(witness.assumes)}`)}  [${code}]`,
    ...(cases === undefined ? [] : [`    only if ${printable(cases.join(", or "), 1_000)}`]),
    colors.dim(`    at ${placeIn(at)}`),
    ...tries.map(([step, , i]) => `    ${i + 1}. ${printable(step)}`),
    ...(witness === undefined || path !== undefined
      ? []
      : [
          colors.dim(
            `    try ${witness.data === undefined ? commandFor(subject, witness.request, { key: key?.name ?? "", principal: undefined }) : dataCommand(subject, witness.data, undefined)}`,
          ),
        ]),
    `    ${printable(help)}`,
    ...(severity === "note" ? [] : [colors.dim(`    fingerprint ${fingerprint}`)]),
  ];
}
