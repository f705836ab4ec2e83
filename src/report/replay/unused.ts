import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import type { ActionUse, GrantUse, StatementUse, UnusedReport } from "../../replay/unused.ts";

/** What nobody needed, by key: each statement with its calls, its last use, and what of it was never needed. */
export function unusedText({ span, calls, undetermined, mismatch, keys, identity }: UnusedReport, paint: ColorFns = PLAIN): string {
  const lines = [`${counted(calls, "allowed call")}${span === null ? "" : `, ${span.from} to ${span.to}`}`];
  for (const { key, arn, statements, grants } of keys) {
    lines.push("", paint.bold(`${printable(key)}  ${arn}`));
    for (const statement of statements) lines.push(...statementLines(statement, paint));
    for (const grant of grants) lines.push(grantLine(grant, paint));
  }
  if (identity.length > 0)
    lines.push("", paint.bold("identity policies"), ...identity.flatMap((statement) => statementLines(statement, paint)));
  const notes = [
    ...(undetermined > 0 ? [`${counted(undetermined, "call")} could not be decided: whatever may have let them in counts as needed.`] : []),
    ...(mismatch > 0
      ? [`${counted(mismatch, "call")} that were allowed are not allowed by these policies: the world is not the one of the log.`]
      : []),
    ...((span?.gaps.length ?? 0) > 0
      ? [`The log is silent for ${counted(span?.gaps.length ?? 0, "span")} of a day or more: what was needed then is not known.`]
      : []),
    "A log shows what was needed in its span and nothing else: administration, recovery and yearly work are rare; calls that a bucket key or a data key cache saved are in no log.",
  ];
  lines.push("", ...notes.map((note) => paint.dim(note)));
  return `${lines.join("\n")}\n`;
}

function statementLines(statement: StatementUse, paint: ColorFns): readonly string[] {
  const { policy, sid, statement: index, calls, last, actions, unusedPrincipals, isAdministration, at } = statement;
  const name = printable(sid ?? `${policy}, statement ${index + 1}`).padEnd(24);
  const place = at.line === undefined ? "" : paint.dim(`  ${at.file}:${at.line}`);
  if (calls === 0)
    return [
      `  ${paint.yellow("never ")}  ${name}  ${isAdministration ? "administration: rare in any log" : "no call in the span needed it"}${place}`,
    ];
  const lines = [
    `  ${paint.green("needed")}  ${name}  ${calls.toLocaleString("en-US")} × , last ${last ?? "unknown"}${place}`.replace(
      " × ,",
      " calls,",
    ),
  ];
  const unused = actions.filter(({ used, of }) => used.length < of);
  if (unused.length > 0) lines.push(`          not needed: ${listed(unused.map(actionIn))}`);
  if (unusedPrincipals.length > 0) lines.push(`          nobody of: ${printable(listed(unusedPrincipals), 600)}`);
  return lines;
}

const actionIn = ({ action, used, of }: ActionUse): string =>
  of <= 1 || used.length === 0
    ? printable(action)
    : `${of - used.length} of the ${of} actions of ${printable(action)} (needed: ${listed(used.map((one) => one.replace("kms:", "")))})`;

function grantLine({ grant, grantee, calls, last, unused }: GrantUse, paint: ColorFns): string {
  const name = `grant ${printable(grant)}`.padEnd(24);
  if (calls === 0) return `  ${paint.yellow("never ")}  ${name}  of ${printable(grantee)}: no call in the span needed it`;
  return `  ${paint.green("needed")}  ${name}  ${calls.toLocaleString("en-US")} calls, last ${last ?? "unknown"}${unused.length > 0 ? `; not needed: ${listed(unused)}` : ""}`;
}
