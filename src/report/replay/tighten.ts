import { structuredPatch } from "diff";
import type { Change } from "../../analysis/answers.ts";
import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import type { Covered } from "../../tighten/covered.ts";
import type { GrantEdit } from "../../tighten/grants.ts";
import type { Tightened, TightenedIdentity } from "../../tighten/tighten.ts";
import { actionsIn, whenIn } from "../analysis/words.ts";

/** Calls that were kept back to try the policy on: learned on those before them. Undefined where the log could be read only once. */
export type HeldOut = { readonly from: string; readonly calls: number; readonly broken: number };

/** The narrower policy for people: what goes and why, what stays and why, the lines that change, and what is proved and what is not. */
export function tightenText(result: Tightened, covered: Covered, held: HeldOut | undefined, paint: ColorFns = PLAIN): string {
  const { key, edits, kept, text, grants, identity } = result;
  const lines = [...headLines(result, covered, paint), ""];
  for (const { policy, statement, text: what, why } of edits)
    lines.push(
      `  ${paint.green("-")} ${policy === undefined ? "" : `${printable(policy)}, `}${printable(statement)}: ${printable(what, 600)}`,
      paint.dim(`      ${printable(why, 600)}`),
    );
  if (edits.length === 0) lines.push("  nothing to remove: every statement, action and principal was needed, or is kept");
  for (const grant of grants) lines.push(...grantLines(grant, key.arn, paint));
  for (const { policy, statement, why } of kept)
    lines.push(paint.dim(`    ${policy === undefined ? "" : `${printable(policy)}, `}${printable(statement)} stays: ${why}`));
  if (edits.some(({ policy }) => policy === undefined)) lines.push("", ...patchLines(key.policyText, text, paint));
  for (const one of identity) lines.push("", ...identityLines(one, paint));
  lines.push("", ...proofLines(result, held, paint), ...coveredLines(covered, paint));
  return `${lines.join("\n")}\n`;
}

/** What would no longer be allowed, before anything is changed: for those who own the calls. */
export function stageText(result: Tightened, covered: Covered, held: HeldOut | undefined, paint: ColorFns = PLAIN): string {
  const { key, proof, edits, grants } = result;
  const lines = [...headLines(result, covered, paint), "", paint.bold("What would no longer be allowed")];
  const lost = proof.changes.filter(({ direction }) => direction === "lost");
  for (const change of lost) lines.push(...lostLines(change, paint));
  if (lost.length === 0) lines.push("  nothing");
  if (!proof.complete) lines.push("  and more: not all of it is listed");
  lines.push("", paint.bold("What it was last needed for"));
  for (const { policy, statement, text, last } of edits)
    lines.push(
      `  ${last === undefined || last === "" ? "never in the span   " : last}  ${policy === undefined ? "" : `${printable(policy)}, `}${printable(statement)}: ${printable(text, 300)}`,
    );
  for (const { grant, unused, last } of grants)
    lines.push(`  ${last ?? "never in the span   "}  grant ${printable(grant)}: ${listed(unused)}`);
  lines.push(
    "",
    ...proofLines(result, held, paint),
    ...coveredLines(covered, paint),
    "",
    "Ask those who own the rights above. Then run it without --stage, keep the present policy:",
    `  aws kms get-key-policy --key-id ${key.arn} --policy-name default --query Policy --output text > before.json`,
    `and look for what is refused after the change: kmsward events EVENTS --outcome denied --key ${printable(key.name)}`,
  );
  return `${lines.join("\n")}\n`;
}

const headLines = ({ key }: Tightened, { span }: Covered, paint: ColorFns): readonly string[] => [
  paint.bold(`${printable(key.name)}  ${key.arn}`),
  `learned from ${span === null ? "no time" : `${span.from} to ${span.to}`}`,
];

function lostLines({ who, actions, key, when }: Change, paint: ColorFns): readonly string[] {
  return [
    `  ${printable(who.text, 300)}: ${actionsIn(actions)} on ${printable(key.name)}`,
    ...whenIn(when).map((text, i) => paint.dim(`      ${i === 0 ? "when" : "or when"} ${text}`)),
  ];
}

function grantLines({ grant, id, grantee, unused, calls, to, last }: GrantEdit, arn: string, paint: ColorFns): readonly string[] {
  const what =
    calls === 0 && last === undefined ? "no call needed it" : `not needed: ${listed(unused)}${last === undefined ? "" : ` since ${last}`}`;
  const revoke = `aws kms revoke-grant --key-id ${arn} --grant-id ${printable(id)}`;
  return [
    `  ${paint.yellow("!")} grant ${printable(grant)} of ${printable(grantee)}: ${what}`,
    paint.dim(
      `      ${to === undefined ? revoke : `a grant cannot be changed: make one with ${to.Operations.join(", ")}, then ${revoke}`}`,
    ),
  ];
}

function identityLines({ policy, principals, document }: TightenedIdentity, paint: ColorFns): readonly string[] {
  const head = paint.bold(`${printable(policy)} of ${printable(listed(principals), 300)}`);
  if (document === undefined) return [head, "  nothing of it is left: detach it"];
  return [
    head,
    ...JSON.stringify(document, undefined, 2)
      .split("\n")
      .map((line) => `  ${printable(line, 400)}`),
  ];
}

function proofLines({ proof, administration }: Tightened, held: HeldOut | undefined, paint: ColorFns): readonly string[] {
  return [
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
        : `Learned before ${held.from} and tried on ${counted(held.calls, "call")} after it: ${held.broken === 0 ? "0 would be denied." : paint.red(`${held.broken} would be denied.`)}`,
  ];
}

/** Trails, Regions, accounts, and what no log shows. */
function coveredLines({ span, logs, callers, leftOut, notes }: Covered, paint: ColorFns): readonly string[] {
  const MOST = 12;
  return [
    "",
    "Covered by the log:",
    ...logs
      .slice(0, MOST)
      .map(({ account, region, from, to, hours }) => `  ${account} ${region}, ${from} to ${to}: records in ${counted(hours, "hour")}`),
    ...(logs.length > MOST ? [`  and ${logs.length - MOST} more accounts and Regions`] : []),
    ...(callers.length > 0 ? [`  callers of ${listed(callers)}`] : []),
    ...(span?.gaps ?? []).slice(0, MOST).map(({ account, region, from, to }) => `  silent: ${account} ${region}, ${from} to ${to}`),
    ...Object.entries(leftOut).map(([why, count]) => `  left out: ${count} ${printable(why)}`),
    ...notes.map((note) => `  not in it: ${note}`),
  ].map((line) => paint.dim(line));
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
