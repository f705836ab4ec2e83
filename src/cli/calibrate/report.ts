import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { determiningName } from "../../explain/wording.ts";
import type { Theirs } from "./answers.ts";
import type { Calibration, Disagreement } from "./compare.ts";

const LAYERS: Readonly<Record<string, string>> = {
  "service-control": "service control policies",
  "resource-control": "resource control policies",
  endpoint: "the VPC endpoint policy",
  boundary: "the permissions boundary",
  session: "the session policy",
  resource: "the key policy",
  identity: "identity policies",
  grant: "identity policies",
};

/** What the answers came to, for people. */
export function calibrationText(report: Calibration, paint: ColorFns = PLAIN): string {
  const { questions, agreed, disagreements, opened, unanswered, left, otherPolicies, unreadable } = report;
  const answered = agreed + disagreements.length + opened.length;
  const none = Object.values(unanswered).reduce((sum, count) => sum + count, 0);
  const notAsked = Math.max(0, questions - answered - none - unreadable);
  const lines = [
    `${counted(questions, "question")}: AWS agrees on ${agreed}, differs on ${disagreements.length}${opened.length > 0 ? `, and decides ${opened.length} that kmsward leaves open` : ""}`,
  ];
  for (const one of disagreements) lines.push("", ...disagreementLines(one, paint));
  if (opened.length > 0) lines.push("", paint.bold("Left open by kmsward"));
  for (const { question, theirs, missing } of opened.slice(0, 50))
    lines.push(
      `  ${deed(question)}: AWS ${theirs === "allowed" ? "allows" : "denies"} it ${paint.dim(`hangs on ${printable(missing.join(", "))}`)}`,
    );
  if (opened.length > 50) lines.push(paint.dim(`  and ${opened.length - 50} more (--format json)`));
  const notes = [
    ...otherPolicies.map((arn) => `The policy of ${printable(arn)} in AWS is not the one of the world: what differs there may be that.`),
    ...Object.entries(unanswered).map(([why, count]) => `${counted(count, "question")} without an answer about access: ${printable(why)}`),
    ...Object.entries(left).map(([name, why]) => `Nobody asked as ${printable(name)}: ${printable(why)}`),
    ...(notAsked > 0 ? [`${counted(notAsked, "question")} ${notAsked === 1 ? "was" : "were"} not asked.`] : []),
    ...(unreadable > 0 ? [`${counted(unreadable, "line")} could not be read.`] : []),
  ];
  if (notes.length > 0) lines.push("", ...notes.map((note) => paint.dim(note)));
  return `${lines.join("\n")}\n`;
}

function disagreementLines({ id, kind, question, theirs, ours, isDeployed, case: made }: Disagreement, paint: ColorFns): readonly string[] {
  const rest = [
    ...ours.chosen.map((rule) => `reads as chosen: ${rule} (\`kmsward help ${rule}\`)`),
    ...(ours.assumed.length > 0 ? [`takes as absent: ${ours.assumed.join(", ")}`] : []),
    ...ours.granted.map((text) => `takes for granted: ${text}`),
  ];
  return [
    `${paint.red(kind === "decision" ? "DIFFERS" : "differs in the layer")}  ${paint.bold(deed(question))}  ${paint.dim(id)}`,
    `  AWS      ${theirWords(theirs)}`,
    `  kmsward  ${ours.outcome}${ours.layer === undefined ? "" : `: ${LAYERS[ours.layer] ?? ours.layer}`}${ours.by.length === 0 ? "" : `, by ${printable(listed(ours.by.map((one) => determiningName(one))))}`}`,
    ...rest.map((text) => `           ${printable(text, 600)}`),
    ...(isDeployed === false ? ["           the key's policy in AWS is another one than the world's"] : []),
    ...(made === undefined
      ? ["           no case: the world does not know all that has a say, or names that were made up decide it otherwise"]
      : []),
  ];
}

function theirWords(theirs: Exclude<Theirs, { kind: "none" }>): string {
  if (theirs.kind === "allowed") return "allowed";
  if (theirs.layer === undefined) return "denied";
  const layer = LAYERS[theirs.layer] ?? theirs.layer;
  return theirs.explicit === true
    ? `denied: an explicit deny in ${layer}`
    : `denied: ${layer} ${layer.startsWith("the ") ? "does" : "do"} not allow it`;
}

function deed({ principal, operation, key, encryptionContext }: Disagreement["question"]): string {
  const id = key.slice(key.lastIndexOf("/") + 1, key.lastIndexOf("/") + 9);
  const pairs =
    Object.keys(encryptionContext).length === 0
      ? ""
      : ` with ${listed(Object.entries(encryptionContext).map(([name, value]) => `${name}=${value}`))}`;
  return printable(`${principal} ${operation} key/${id}…${pairs}`);
}
