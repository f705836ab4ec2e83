import { structuredPatch } from "diff";
import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import type { Span } from "../../replay/coverage.ts";
import type { Tightened } from "../../tighten/tighten.ts";

/** Calls that were kept back to try the policy on: learned on those before them. Undefined where the log could be read only once. */
export type HeldOut = { readonly from: string; readonly calls: number; readonly broken: number };

/** The narrower policy for people: what goes and why, what stays and why, the lines that change, and what is proved and what is not. */
export function tightenText(
  { key, edits, kept, text, proof, administration, grants }: Tightened,
  span: Span | null,
  held: HeldOut | undefined,
  paint: ColorFns = PLAIN,
): string {
  const lines = [
    paint.bold(`${printable(key.name)}  ${key.arn}`),
    `learned from ${span === null ? "no time" : `${span.from} to ${span.to}`}`,
    "",
  ];
  for (const { statement, text: what, why } of edits)
    lines.push(`  ${paint.green("-")} ${printable(statement)}: ${printable(what, 600)}`, paint.dim(`      ${printable(why, 600)}`));
  if (edits.length === 0) lines.push("  nothing to remove: every statement, action and principal was needed, or is kept");
  for (const { grant, id, grantee, unused, calls } of grants)
    lines.push(
      `  ${paint.yellow("!")} grant ${printable(grant)} of ${printable(grantee)}: ${calls === 0 ? "no call needed it" : `not needed: ${listed(unused)}`}`,
      paint.dim(
        `      ${calls === 0 ? `aws kms revoke-grant --key-id ${key.arn} --grant-id ${printable(id)}` : "a grant cannot be changed: make a narrower one, then revoke it"}`,
      ),
    );
  for (const { statement, why } of kept) lines.push(paint.dim(`    ${printable(statement)} stays: ${why}`));
  if (edits.length > 0) lines.push("", ...patchLines(key.policyText, text, paint));
  lines.push(
    "",
    proof.verdict === "equal"
      ? "Proved for all requests: the same as before."
      : `Proved for all requests: nobody gains anything; ${counted(proof.changes.filter(({ direction }) => direction === "lost").length, "right")} less.`,
    administration.verdict === "equal"
      ? "Proved: everybody who may change the key policy still may."
      : paint.red("Somebody who may change the key policy no longer may."),
    held === undefined
      ? "Not tried on calls it was not learned from: give files and not standard input for that."
      : held.calls === 0
        ? `Not tried on other calls than those it was learned from: there are none after ${held.from}.`
        : `Learned before ${held.from} and tried on ${counted(held.calls, "call")} after it: ${held.broken === 0 ? "none would break." : paint.red(`${held.broken} would break.`)}`,
    paint.dim(
      "A log shows what its span needed. Calls that a bucket key or a data key cache saved, and denied calls of other accounts, are in no log of this account.",
    ),
  );
  return `${lines.join("\n")}\n`;
}

function patchLines(before: string, after: string, paint: ColorFns): readonly string[] {
  const plain = JSON.stringify(JSON.parse(before), undefined, 2);
  return structuredPatch("", "", plain, after, "", "", { context: 2 }).hunks.flatMap(({ lines }) =>
    lines.map(
      (line) =>
        `  ${line.startsWith("-") ? paint.red(printable(line, 400)) : line.startsWith("+") ? paint.green(printable(line, 400)) : printable(line, 400)}`,
    ),
  );
}
