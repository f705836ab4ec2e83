import type { RegionFault } from "../analysis/invariant-reader.ts";
import type { Outcome } from "../authz/decision.ts";
import { nameFault } from "../authz/key-names.ts";
import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { listed, printable, shown } from "../base/text.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import type { FlowQuestion } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import { World, type WorldAnswer } from "../estate/world.ts";
import { OUTCOME_WORDS } from "../tester/problem.ts";
import type { DenialKind, NeverAllowed } from "./matcher-types.ts";

/** Thrown for a matcher that is used in a way that means nothing: it passes neither as it stands nor with `.not`. */
export class MatcherUseError extends TypeError {
  override readonly name = "MatcherUseError";
}

const misuse = (message: string, code = "KW612"): MatcherUseError => new MatcherUseError(`${message} [${code}]`);

type Kind = "world" | "answer" | "question" | "flow" | "builder" | "promise" | "other";

/** For `addEqualityTesters`: nothing of a world is to be seen, so that frameworks would take any two for equal. A world equals itself. */
export const worldsAreEqual = (one: unknown, other: unknown): boolean | undefined =>
  World.is(one) && World.is(other) ? one === other : undefined;

export function kindOf(value: unknown): Kind {
  if (World.is(value)) return "world";
  if (typeof value !== "object" || value === null) return "other";
  if ("then" in value && typeof value.then === "function") return "promise";
  if ("outcome" in value && "decision" in value && "by" in value && Array.isArray(value.by)) return "answer";
  if ("decrypt" in value && typeof value.decrypt === "function") return "builder";
  if ("flow" in value && typeof value.flow === "string") return "flow";
  return "action" in value && typeof value.action === "string" ? "question" : "other";
}

/** Whatever was received, in a few words and without its contents. */
function received(value: unknown): string {
  const kind = kindOf(value);
  if (kind !== "other")
    return {
      world: "a world",
      answer: "an answer",
      question: "a question",
      flow: "a flow question",
      builder: "a request builder",
      promise: "a promise",
    }[kind];
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object that is no world, answer or question" : `a ${typeof value}`;
}

const WORLD_HINTS: Partial<Record<Kind, string>> = {
  promise: "write `await loadWorld(…)`",
  answer: "of an answer, ask `expect(answer).toBeAllowed()` and the like",
  question: "write `expect(world)`, and the question as the matcher's argument",
  other: "`await loadWorld(…)` makes one, of files or of an object",
};

/** Why the received value is no world; undefined if it is one. */
export const notWorld = (value: unknown, matcher: string): string | undefined =>
  World.is(value) ? undefined : told(`${matcher} is for worlds, and was given ${received(value)}`, WORLD_HINTS[kindOf(value)]);

const ANSWER_HINTS: Partial<Record<Kind, string>> = {
  world: "ask it first: `expect(world.authorize(question))`, or write `expect(world).toAllow(question)`",
  question: "ask a world: `expect(world.authorize(question))`",
  flow: "write `expect(world).toAllow(flow)`",
  builder: "make a question and ask it: `expect(world.authorize(app.decrypt()))`",
  promise: "answers come at once; await what makes this one",
};

/** Why the received value is no answer; undefined if it is one. */
export const notAnswer = (value: unknown, matcher: string): string | undefined =>
  kindOf(value) === "answer"
    ? undefined
    : told(
        `${matcher} is for answers, and was given ${received(value)}`,
        ANSWER_HINTS[kindOf(value)] ?? "`world.authorize(question)` gives one",
      );

const told = (message: string, hint: string | undefined): string => `${message}${hint === undefined ? "" : `: ${hint}`} [KW612]`;

/** @throws {MatcherUseError} */
export function questionGiven(value: unknown, matcher: string): Question | FlowQuestion | DataQuestion {
  const kind = kindOf(value);
  if (kind === "question" || kind === "flow") return value as Question | FlowQuestion | DataQuestion;
  const hint = kind === "builder" || typeof value === "function" ? "name the action, with its brackets: `app.decrypt()`" : QUESTION_HINT;
  throw misuse(`${matcher} wants a question, and was given ${received(value)}: ${hint}`);
}
const QUESTION_HINT =
  "`request({ principal, key }).decrypt()` makes one, `{ flow, parameters, principal, key }` is one, and `{ flow, on, principal }`";

/** @throws {MatcherUseError} */
export function denialKindGiven(value: unknown, matcher: string): DenialKind | undefined {
  if (value === undefined || value === "explicit" || value === "implicit") return value;
  throw misuse(`${matcher} knows the kinds "explicit" and "implicit", and was given ${wordOf(value)}`);
}

const OUTCOMES = Object.keys(OUTCOME_WORDS) as readonly Outcome[];

/** @throws {MatcherUseError} */
export function outcomeGiven(value: unknown, matcher: string): Outcome {
  const outcome = OUTCOMES.find((one) => one === value);
  if (outcome !== undefined) return outcome;
  const near =
    typeof value === "string" ? (OUTCOMES.find((outcome) => OUTCOME_WORDS[outcome] === value) ?? nearest(value, OUTCOMES)) : undefined;
  throw misuse(
    `${matcher} knows the outcomes ${listed(OUTCOMES)}, and was given ${wordOf(value)}${near ? `: did you mean "${near}"?` : ""}`,
  );
}

/** @throws {MatcherUseError} */
export function namesGiven(values: readonly unknown[], matcher: string, what: string, least = 0): readonly string[] {
  const wrong = values.filter((value) => typeof value !== "string" || value === "");
  if (wrong.length > 0) throw misuse(`${matcher} wants ${what}, each a string, and was given ${wordOf(wrong[0])}`);
  if (values.length < least) throw misuse(`${matcher} wants ${what}, and was given none`);
  return values as readonly string[];
}

const wordOf = (value: unknown): string => (typeof value === "string" ? `"${printable(value, 80)}"` : received(value));

const NEVER_MEMBERS: Readonly<Record<keyof NeverAllowed, "names" | "flows" | "values">> = {
  principal: "names",
  action: "names",
  key: "names",
  resource: "names",
  flow: "flows",
  on: "names",
  viaService: "names",
  encryptionContext: "values",
  context: "values",
  unless: "values",
};

/** @throws {MatcherUseError} */
export function neverGiven(value: unknown, matcher: string): NeverAllowed {
  if (typeof value !== "object" || value === null || Array.isArray(value) || kindOf(value) === "world")
    throw misuse(
      `${matcher} wants what is never allowed, as in \`{ action: "kms:Decrypt", unless: { … } }\`, and was given ${received(value)}`,
    );
  for (const [name, given] of Object.entries(value)) {
    if (given === undefined) continue;
    const form = Object.hasOwn(NEVER_MEMBERS, name) ? NEVER_MEMBERS[name as keyof NeverAllowed] : undefined;
    const near = nearest(name, Object.keys(NEVER_MEMBERS));
    if (form === undefined) throw misuse(`${matcher} has no member ${shown(name)}${near ? `: did you mean \`${near}\`?` : ""}`);
    if (!FORMS[form].fits(given)) throw misuse(`${matcher}: \`${name}\` is ${FORMS[form].is}, and was given as ${received(given)}`);
  }
  return value as NeverAllowed;
}

const isNames = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string"));
/** Flows by their names, each with its parameters. */
const isFlows = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => one === null || (typeof one === "object" && !Array.isArray(one)));
const isScalar = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);
const isValues = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => isScalar(one) || (Array.isArray(one) && one.every(isScalar)));

const FORMS = {
  names: { fits: isNames, is: "a string, or several" },
  flows: { fits: (value: unknown): boolean => isNames(value) || isFlows(value), is: "a string, several, or a map of flows to parameters" },
  values: { fits: isValues, is: "a map of values" },
} as const;

/** A misspelt condition key is never missing, so that `.not` would always pass on it. `told`: those that are missing, in lower case. */
export function assertKeys(names: readonly string[], told: ReadonlySet<string>, matcher: string): void {
  for (const name of names) {
    const fault = nameFault(name, "open", told);
    if (fault?.severity === "error") throw misuse(`${matcher}: ${printable(fault.message)}: ${printable(fault.help ?? "")}`, "KW408");
  }
}

/** A question that could not be posed was not answered, so no matcher passes on it. */
export function assertPosed(answers: readonly WorldAnswer[]): void {
  for (const { invalid } of answers) if (invalid !== undefined) throw unposed(invalid);
}

/** An invariant that names what is not in the world: of nobody everything holds. */
export const nowhere = (matcher: string, faults: readonly RegionFault[]): MatcherUseError =>
  new MatcherUseError(
    [
      `${matcher} leads nowhere`,
      ...faults.map(({ code, message, help }) => printable(`${message}${help === undefined ? "" : `: ${help}`} [${code}]`, 1_000)),
    ].join("\n"),
  );

export const unposed = (diagnostics: readonly Diagnostic[]): MatcherUseError =>
  new MatcherUseError(
    ["the question cannot be asked", ...diagnostics.map((diagnostic) => printableLines(renderDiagnostic(diagnostic)))].join("\n"),
  );

const printableLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => printable(line, 1_000))
    .join("\n");
