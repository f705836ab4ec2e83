import type { Refutation } from "../analysis/proof-search.ts";
import { type Proof, prove } from "../analysis/prove.ts";
import type { Invariant } from "../analysis/requests.ts";
import { printable } from "../base/text.ts";
import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./result.ts";

/** Proves an invariant, or says what is wrong: the request that refutes it, what could not be decided, or that it can never fail. */
export function tryInvariant(world: World, invariant: Invariant): Problem | undefined {
  return problemOfProof(world, prove(world, invariant));
}

export function problemOfProof(world: World, { verdict, witness, why, vacuous, assumptions }: Proof): Problem | undefined {
  if (verdict === "unknown") return { code: "KW680", message: `not decided: ${printable(why ?? "", 2_000)}` };
  if (verdict === "proved")
    return vacuous === undefined ? undefined : { code: "KW681", message: `it holds, and can never fail: ${printable(vacuous)}` };
  if (witness === undefined) return { code: "KW680", message: "not decided" };
  const isAllowed = witness.outcome === "allowed";
  const assumed = assumptions.filter(({ id }) => witness.assumes.includes(id)).map(({ text }) => text);
  const answer = witness.assumes.length === 0 ? world.authorize(questionOf(witness)) : undefined;
  const told =
    answer?.outcome === witness.outcome ? problemOf({ outcome: isAllowed ? "deny" : "allow", because: [] }, [answer]) : undefined;
  return {
    ...told,
    message: `refuted: ${refutedBy(witness)}${assumed.length === 0 ? "" : `, for ${assumed.join("; ")}`}`,
    expected: isAllowed ? "no such request allowed" : "every such request allowed",
    got: isAllowed ? "an allowed request" : "a denied request",
    explanation: [`request: ${requestText(witness)}`, ...(told?.explanation === undefined ? [] : [told.explanation])].join("\n\n"),
  };
}

/** Who may do what, or may not, in a few words. */
export function refutedBy({ who, request, key, outcome }: Refutation): string {
  return printable(`${who.text} ${outcome === "allowed" ? "may" : "may not"} ${request.action} on ${key.name}`, 1_000);
}

/** The request as a world is asked it. */
export function questionOf({ request, key }: Refutation): Question {
  const { resource: _, resourceAccount: __, ...rest } = request;
  return { ...rest, key: key.arn } as Question;
}

/** The request in one line, as files of cases have it. */
export function requestText({ request }: Refutation): string {
  return printable(JSON.stringify(request), 4_000);
}
