import type { Assumption } from "../../analysis/answers.ts";
import type { Refutation } from "../../analysis/proof-search.ts";
import type { Proof } from "../../analysis/prove.ts";
import type { Place } from "../../base/diagnostic.ts";
import { counted, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { refutedBy as ofData, requestText } from "../../tester/invariant.ts";
import { dataCommand } from "../data/access.ts";
import { ndjsonOf } from "../formats/ndjson.ts";
import { actionsIn, closing, commandFor, ownIn, refsIn, type Subject, stepsIn } from "./words.ts";

/** An invariant by its name, what came of it, and the world that it is about, where a command can ask that. */
export type NamedProof = {
  readonly name: string;
  readonly proof: Proof;
  readonly subject?: Subject | undefined;
  readonly at?: Place; // of the invariant in its file
};

/** For programs, as the format of `prove` has it. */
export const proofsJson = (proofs: readonly NamedProof[]): string =>
  `${JSON.stringify({ version: 1, assumptions: assumptionsIn(proofs), results: resultsIn(proofs) }, undefined, 2)}\n`;

/** The same in lines: a result each, and a summary as the last one. */
export const proofsNdjson = (proofs: readonly NamedProof[]): string =>
  ndjsonOf({ result: resultsIn(proofs) }, { assumptions: assumptionsIn(proofs) });

const resultsIn = (proofs: readonly NamedProof[]): readonly object[] =>
  proofs.map(({ name, proof: { assumptions: _, witness, control, ...rest } }) => ({
    name,
    ...rest,
    ...(witness && { witness: forPrograms(witness) }),
    ...(control && { control: { ...control, witness: forPrograms(control.witness) } }),
  }));

/** Of data the whole flow, in the place of a request to a key. */
function forPrograms({ data, key, request, ...rest }: Refutation): object {
  return data === undefined ? { key, request, ...rest } : { ...data, ...rest };
}

const assumptionsIn = (proofs: readonly NamedProof[]): readonly Assumption[] => [
  ...new Map(proofs.flatMap(({ proof }) => proof.assumptions.map((one) => [one.id, one] as const))).values(),
];

/** For people: each invariant with what shows it. */
export function proofsText(proofs: readonly NamedProof[], colors: ColorFns = PLAIN): string {
  const lines = proofs.flatMap((one, i) => [...(i === 0 ? [] : [""]), ...paragraph(one, colors)]);
  const count = (verdict: Proof["verdict"]) => proofs.filter(({ proof }) => proof.verdict === verdict).length;
  const others = (["refuted", "unknown"] as const).flatMap((verdict) => (count(verdict) > 0 ? [`${count(verdict)} ${verdict}`] : []));
  const total = colors.bold(`${counted(proofs.length, "invariant")}: ${[`${count("proved")} proved`, ...others].join(", ")}`);
  return [...lines, ...closing(assumptionsIn(proofs), [], colors), "", total]
    .map((line) => line.trimEnd())
    .join("\n")
    .concat("\n");
}

const WIDTH = 9;
const INDENT = " ".repeat(WIDTH);

function paragraph({ name, proof, subject }: NamedProof, colors: ColorFns): readonly string[] {
  const { verdict, witness, why, control, vacuous, notModelled = [] } = proof;
  const paint = { proved: colors.green, refuted: colors.red, unknown: colors.yellow }[verdict];
  const lines = [`${paint(verdict.padEnd(WIDTH))}${colors.bold(printable(name, 300))}`];
  if (witness !== undefined) lines.push(...witnessLines(witness, subject, colors));
  if (why !== undefined) lines.push(`${INDENT}${printable(why, 2_000)}`);
  if (vacuous !== undefined) lines.push(colors.yellow(`${INDENT}It can never fail: ${printable(vacuous)}.`));
  if (control !== undefined) {
    lines.push(colors.dim(`${INDENT}It would fail ${printable(control.text, 1_000)}:`));
    lines.push(colors.dim(`${INDENT}then ${refutedBy(control.witness)}${ownIn(control.witness.assumes)}`));
  }
  for (const text of new Set(notModelled.map((one) => one.text)))
    lines.push(`${INDENT}Not modelled, and could turn it: ${printable(text)}.`);
  return lines;
}

function witnessLines(witness: Refutation, subject: Subject | undefined, colors: ColorFns): readonly string[] {
  const { request, key, who, by, assumes, data, path = [] } = witness;
  const from = refsIn(by);
  const commandOf = (asked: Subject) =>
    data === undefined
      ? commandFor(asked, request, { key: key.name, principal: path.length > 0 ? undefined : who.name })
      : dataCommand(asked, data.question, who.name);
  return [
    `${INDENT}${refutedBy(witness)}${ownIn(assumes)}`,
    ...stepsIn(path).map((text) => INDENT + text),
    ...(from === "" ? [] : [colors.dim(`${INDENT}by ${from}`)]),
    colors.dim(`${INDENT}${subject === undefined ? `request ${requestText(witness)}` : `try ${commandOf(subject)}`}`),
  ];
}

/** Actions without their service, where they are of keys. */
export const refutedBy = (refutation: Refutation): string => (refutation.data === undefined ? ofKey(refutation) : ofData(refutation));

const ofKey = ({ who, request, key, outcome }: Refutation): string =>
  printable(`${who.text} ${outcome === "allowed" ? "may" : "may not"} ${actionsIn([request.action])} on ${key.name}`, 1_000);
