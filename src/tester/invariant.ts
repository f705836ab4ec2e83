import type { DataRefuted, Refutation } from "../analysis/proof-search.ts";
import { type Proof, prove } from "../analysis/prove.ts";
import type { Invariant } from "../analysis/requests.ts";
import { printable } from "../base/text.ts";
import { authorizeData, decidingAnswers } from "../estate/data/authorize.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./result.ts";

/** Proves an invariant, or says what is wrong: the request that refutes it, what could not be decided, or that it can never fail. */
export function tryInvariant(world: World, invariant: Invariant): Problem | undefined {
  return problemOfProof(world, prove(world, invariant));
}

export function problemOfProof(
  world: World,
  { verdict, witness, why, vacuous, assumptions, notModelled = [] }: Proof,
): Problem | undefined {
  if (verdict === "unknown") return { code: "KW680", message: `not decided: ${printable(why ?? "", 2_000)}` };
  if (verdict === "proved")
    return vacuous === undefined ? undefined : { code: "KW681", message: `it holds, and can never fail: ${printable(vacuous)}` };
  if (witness === undefined) return { code: "KW680", message: "not decided" };
  const isAllowed = witness.outcome === "allowed";
  const assumed = assumptions.filter(({ id }) => witness.assumes.includes(id)).map(({ text }) => text);
  const answers = witness.assumes.length === 0 ? answersTo(world, witness) : [];
  const told = answers.length > 0 ? problemOf({ outcome: isAllowed ? "deny" : "allow", because: [] }, answers) : undefined;
  return {
    ...told,
    message: `refuted: ${refutedBy(witness)}${assumed.length === 0 ? "" : `, for ${assumed.join("; ")}`}`,
    expected: isAllowed ? "no such request allowed" : "every such request allowed",
    got: isAllowed ? "an allowed request" : "a denied request",
    explanation: [
      `request: ${requestText(witness)}`,
      ...notModelled.map(({ text }) => `not modelled, and could turn it: ${text}`),
      ...(told?.explanation === undefined ? [] : [told.explanation]),
    ].join("\n\n"),
  };
}

/** What the world answers to it: where it is no longer the same, nothing. */
function answersTo(world: World, witness: Refutation): readonly WorldAnswer[] {
  if (witness.data === undefined) {
    const answer = world.authorize(questionOf(witness));
    return answer.outcome === witness.outcome ? [answer] : [];
  }
  const answer = authorizeData(world, witness.data.question);
  return answer.ok && answer.value.outcome === witness.outcome ? decidingAnswers(answer.value) : [];
}

/** Who may do what, or may not, in a few words. */
export function refutedBy({ who, request, key, outcome, data }: Refutation): string {
  const may = outcome === "allowed" ? "may" : "may not";
  return printable(
    data === undefined
      ? `${who.text} ${may} ${request.action} on ${key.name}`
      : `${who.text} ${may} ${data.flow} on ${placeOf(data)}${callsOf(data)}`,
    1_000,
  );
}

/** The resource, and what in it. */
const placeOf = ({ resource, question: { on } }: DataRefuted): string =>
  on.startsWith(resource.arn) ? `${resource.name}${on.slice(resource.arn.length)}` : on;

/** The call that refuses. */
function callsOf({ calls }: DataRefuted): string {
  const refused = calls.find(({ outcome }) => outcome !== "allowed");
  return refused === undefined ? "" : `: ${refused.action} is refused`;
}

/** The request as a world is asked it. */
function questionOf({ request, key }: Refutation): Question {
  const { resource: _, resourceAccount: __, ...rest } = request;
  return { ...rest, key: key.arn } as Question;
}

/** The request in one line, as files of cases have it; of data, the question about the whole flow. */
export function requestText({ request, data }: Refutation): string {
  return printable(JSON.stringify(data?.question ?? request), 4_000);
}
