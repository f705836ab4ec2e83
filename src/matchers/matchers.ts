import { printable } from "../base/text.ts";
import { authorizeData, decidingAnswers } from "../estate/data/authorize.ts";
import { authorizeFlow } from "../estate/flow.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import { determiningName, quoted } from "../explain/wording.ts";
import { foldCase } from "../iam/values.ts";
import { decisive, isAmong, outcomeOf } from "../tester/deciding.ts";
import type { Expected } from "../tester/document.ts";
import { MET_BY } from "../tester/judge.ts";
import { OUTCOME_WORDS } from "../tester/problem.ts";
import { type AllRequests, grantsNoMore, neverAllows } from "./all-requests.ts";
import {
  assertKeys,
  assertPosed,
  denialKindGiven,
  MatcherUseError,
  namesGiven,
  neverGiven,
  notAnswer,
  notWorld,
  outcomeGiven,
  questionGiven,
  unposed,
} from "./matcher-input.ts";
import { type Call, type Looked, type MatcherContext, type MatcherResult, mistaken, report, reportAll } from "./matcher-report.ts";
import type { WardMatchers } from "./matcher-types.ts";

type Matcher = (this: MatcherContext, received: unknown, ...args: readonly unknown[]) => MatcherResult;

/**
 * The matchers as vitest's and jest's `expect.extend` take them; anything else may call them too, with a context as `this`. Used in a way that means
 * nothing they throw; given a value that they are not for, or an answer that is open, they fail as they stand and with `.not`.
 */
export const wardMatchers: Readonly<Record<keyof WardMatchers<void>, Matcher>> = {
  toAllow: ofWorld("toAllow", 1, ([question]) => ({ question, ...outcomeTest("allow") })),
  toDeny: ofWorld("toDeny", 2, ([question, kind], name) => ({ question, ...outcomeTest(denial(kind, name)) })),
  toLeaveUndetermined: ofWorld("toLeaveUndetermined", Number.POSITIVE_INFINITY, ([question, ...missing], name) => ({
    question,
    ...openTest(namesGiven(missing, name, "condition keys"), name),
  })),
  toGrantNoMoreThan: ofAllRequests("toGrantNoMoreThan", "baseline", (world, [baseline], name) => {
    const reason = notWorld(baseline, `the baseline of ${name}`);
    if (reason !== undefined) throw new MatcherUseError(reason);
    return grantsNoMore(world, baseline as World);
  }),
  toNeverAllow: ofAllRequests("toNeverAllow", "requests", (world, [requests], name) =>
    neverAllows(world, neverGiven(requests, name), name),
  ),
  toBeAllowed: ofAnswer("toBeAllowed", 0, () => outcomeTest("allow")),
  toBeDenied: ofAnswer("toBeDenied", 1, ([kind], name) => outcomeTest(denial(kind, name))),
  toBeUndetermined: ofAnswer("toBeUndetermined", Number.POSITIVE_INFINITY, (missing, name) =>
    openTest(namesGiven(missing, name, "condition keys"), name),
  ),
  toBeDecidedBy: ofAnswer("toBeDecidedBy", Number.POSITIVE_INFINITY, (names, name) =>
    decidedTest(namesGiven(names, name, 'Sids, "POLICY#INDEX" or "grant NAME"', 1)),
  ),
  toHaveOutcome: ofAnswer("toHaveOutcome", 1, ([outcome], name) => {
    const expected = outcomeGiven(outcome, name);
    return { expected, gotOf: outcomeOf, holds: (deciding) => outcomeOf(deciding) === expected };
  }),
};

/** What a matcher asks of the answers that fix the outcome; undefined where they leave it open. */
type Test = {
  readonly expected: string;
  readonly holds: (deciding: readonly WorldAnswer[]) => boolean | undefined;
  readonly gotOf?: (deciding: readonly WorldAnswer[]) => string; // default: the outcome
};

const denial = (kind: unknown, name: string): Expected => {
  const known = denialKindGiven(kind, name);
  return known === undefined ? "deny" : `${known}-deny`;
};

const outcomeTest = (expected: Expected): Test => ({
  expected,
  holds: (deciding) => unlessOpen(deciding, (outcome) => MET_BY[expected].includes(outcome)),
});

const openTest = (missing: readonly string[], matcher: string): Test => ({
  expected: openText(missing),
  holds: (deciding) => {
    const told = new Set(missingOf(deciding).map(foldCase));
    assertKeys(missing, told, matcher);
    return outcomeOf(deciding) === "undetermined" && missing.every((key) => told.has(foldCase(key)));
  },
  ...(missing.length > 0 && {
    gotOf: (deciding) => (outcomeOf(deciding) === "undetermined" ? openText(missingOf(deciding)) : OUTCOME_WORDS[outcomeOf(deciding)]),
  }),
});

const missingOf = (deciding: readonly WorldAnswer[]): readonly string[] => deciding.flatMap((answer) => answer.missing ?? []);
const openText = (missing: readonly string[]): string => `undetermined${missing.length === 0 ? "" : ` without ${named(missing)}`}`;
const named = (names: readonly string[]): string => names.map((name) => printable(name, 80)).join(", ");

const decidedTest = (names: readonly string[]): Test => ({
  expected: `decided by ${named(names)}`,
  holds: (deciding) => unlessOpen(deciding, () => names.every((name) => isAmong(name, deciding))),
  gotOf: (deciding) => {
    const by = deciding.flatMap((answer) => answer.by.map(determiningName));
    return by.length === 0 ? `${OUTCOME_WORDS[outcomeOf(deciding)]}, which no statement decided` : `decided by ${by.join(", ")}`;
  },
});

function unlessOpen(deciding: readonly WorldAnswer[], holds: (outcome: ReturnType<typeof outcomeOf>) => boolean): boolean | undefined {
  const outcome = outcomeOf(deciding);
  return outcome === "undetermined" ? undefined : holds(outcome);
}

function ofWorld(
  matcher: string,
  arity: number,
  read: (args: readonly unknown[], name: string) => Test & { readonly question: unknown },
): Matcher {
  return guarded(matcher, arity, function (received, args) {
    const call: Call = { matcher, received: "world", args: argsText("question", args.slice(1)), expected: "" };
    const { question, ...test } = read(args, matcher);
    const asked = questionGiven(question, matcher);
    const reason = notWorld(received, matcher);
    return reason === undefined ? verdict(this, call, test, ask(received as World, asked)) : unfit(this, call, reason);
  });
}

function ofAnswer(matcher: string, arity: number, read: (args: readonly unknown[], name: string) => Test): Matcher {
  return guarded(matcher, arity, function (received, args) {
    const call: Call = { matcher, received: "answer", args: argsText(undefined, args), expected: "" };
    const test = read(args, matcher);
    const reason = notAnswer(received, matcher);
    if (reason !== undefined) return unfit(this, call, reason);
    return verdict(this, call, test, { deciding: [received as WorldAnswer], steps: [] });
  });
}

function ofAllRequests(
  matcher: string,
  argument: string,
  ask: (world: World, args: readonly unknown[], name: string) => AllRequests,
): Matcher {
  return guarded(matcher, 1, function (received, args) {
    const reason = notWorld(received, matcher);
    if (reason !== undefined) throw new MatcherUseError(reason);
    const answer = ask(received as World, args, matcher);
    const call: Call = { matcher, received: "world", args: argument, expected: answer.expected, got: answer.got };
    return { pass: answer.holds ?? neither(this), message: () => reportAll(this, call, answer) };
  });
}

type Body = (this: MatcherContext, received: unknown, args: readonly unknown[]) => MatcherResult;

/** Errors for the user point at the test, not in here. */
function guarded(matcher: string, arity: number, body: Body): Matcher {
  return function guard(received, ...args) {
    try {
      if (args.length > arity)
        throw new MatcherUseError(
          `${matcher} takes ${arity === 0 ? "no argument" : `at most ${arity}`}, and was given ${args.length} [KW612]`,
        );
      return body.call(this ?? {}, received, args);
    } catch (error) {
      if (error instanceof MatcherUseError) Error.captureStackTrace?.(error, guard);
      throw error;
    }
  };
}

const argsText = (first: string | undefined, rest: readonly unknown[]): string =>
  [...(first === undefined ? [] : [first]), ...rest.filter((arg) => arg !== undefined).map((arg) => quoted(String(arg)))].join(", ");

function ask(world: World, question: ReturnType<typeof questionGiven>): Looked {
  if ("on" in question) {
    const answer = authorizeData(world, question);
    if (!answer.ok) throw unposed(answer.error);
    return { deciding: decidingAnswers(answer.value), steps: [] };
  }
  if (!("flow" in question)) return { deciding: [world.authorize(question)], steps: [] };
  const answer = authorizeFlow(world, question);
  if (!answer.ok) throw unposed(answer.error);
  const { steps } = answer.value;
  return { deciding: decisive(steps.map((step) => step.answer)), steps };
}

/** What is open, or not what the matcher is for, passes neither way: frameworks turn `pass` around for `.not`. */
const neither = ({ isNot = false }: MatcherContext): boolean => isNot;

function verdict(context: MatcherContext, call: Call, { expected, holds, gotOf }: Test, looked: Looked): MatcherResult {
  assertPosed(looked.deciding);
  const held = holds(looked.deciding);
  return {
    pass: held ?? neither(context),
    message: () => report(context, { ...call, expected, ...(gotOf && { got: gotOf(looked.deciding) }) }, looked, held === undefined),
  };
}

const unfit = (context: MatcherContext, call: Call, reason: string): MatcherResult => ({
  pass: neither(context),
  message: () => mistaken(context, call, reason),
});
