import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { policiesOf, type WorldKey } from "../estate/estate.ts";
import { withLeftBehind } from "../estate/retained.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import { Callers, type Unlisted } from "./callers.ts";
import { conditionTerm } from "./conditions.ts";
import { Decision, OWN } from "./decision.ts";
import { type Invariant, type Meant, meantBy } from "./invariant.ts";
import { NotEncodable } from "./not-encodable.ts";
import { readsOf } from "./reads.ts";
import { Request, type Side } from "./request.ts";
import { and, not, type Term, TRUE } from "./term.ts";

/** A question in SMT-LIB 2.6: a file for a solver. `refused`: why there is none; the file then has no formula, and says so. */
export type Question = { readonly name: string; readonly text: string; readonly refused?: string };

export type ComparisonOptions = {
  readonly keys?: readonly string[] | undefined; // short names or ARNs; all
  readonly actions?: readonly string[] | undefined;
  readonly unlisted?: Unlisted | undefined;
};

/** Every action that AWS checks on a key. */
const KEY_ACTIONS: readonly string[] = KMS_ACTIONS.filter(({ resources }: KmsAction) => resources.includes("key")).map(
  ({ action }) => action,
);

/** Two questions a key: what is allowed after and was not before, and what was allowed before and is not after. */
export function comparisonQuestions(before: World, given: World, options: ComparisonOptions = {}): readonly Question[] {
  const { after } = withLeftBehind(before, given);
  const keys = new Map<string, string>();
  for (const { estate } of [before, after])
    for (const { name, arn } of estate.keys)
      if (options.keys === undefined || options.keys.includes(name) || options.keys.includes(arn)) keys.set(arn, name);
  return [...keys].flatMap(([arn, name]) => {
    const keyIn = ({ estate }: World) => estate.keys.find((key) => key.arn === arn);
    const was = keyIn(before);
    const sides: readonly Side[] = [
      { label: "before", world: before, key: was },
      { label: "after", world: after, key: keyIn(after) },
    ];
    return (["gained", "lost"] as const).map((direction) =>
      question(
        `${name}-${direction}`,
        [
          `Is there a request about the key ${name} that is allowed ${direction === "gained" ? "after and was not before" : "before and is not after"}?`,
          `The key: ${arn}`,
        ],
        { yes: `yes: access is ${direction}; the values are such a request`, no: `no: for all requests, no access is ${direction}` },
        () => {
          const request = requestOf(sides, options.actions, [], [arn]);
          const [old, now] = sides.map((_, i) => new Decision(request, i, options.unlisted)) as [Decision, Decision];
          const [allowed, allows] = [old.allowed(), now.allowed()];
          return {
            request,
            definitions: [...old.definitions, ...now.definitions],
            asked: direction === "gained" ? and(allows, not(allowed)) : and(allowed, not(allows)),
          };
        },
      ),
    );
  });
}

/** One question a key that an invariant is about: whether there is a request that refutes it. */
export function invariantQuestions(world: World, name: string, invariant: Invariant, unlisted?: Unlisted): readonly Question[] {
  const words = [`The invariant: ${name}`, JSON.stringify(invariant), ...(invariant.always === undefined ? [] : [UNNAMED])];
  const answers = { yes: "refuted: the values are a request that says no", no: "proved, of this key: no request refutes it" };
  let meant: Meant;
  try {
    meant = meantBy(world, invariant);
  } catch (error) {
    return [question(name, words, answers, () => thrown(error))];
  }
  return meant.keys.map((key) =>
    question(`${name}-${key.name}`, [...words, `The key: ${key.name}, ${key.arn}`], answers, () => {
      const sides = [{ label: "world", world, key }];
      const request = requestOf(sides, meant.actions, meant.conditions.concat(meant.unless ?? []), [key.arn]);
      const decision = new Decision(request, 0, unlisted);
      const allows = decision.allowed();
      const all = (conditions: Meant["conditions"]): Term =>
        and(...conditions.map((condition) => conditionTerm(request, { condition, effect: "Allow", version: "2008-10-17", side: 0 })));
      const who = meant.who(request);
      // without session policies they hold nothing: an `always` would never hold of anything
      const others = meant.kind === "always" ? not(request.callers.is(({ kind, arn }) => kind === "federated" && arn === undefined)) : TRUE;
      const region = and(
        others,
        meant.kind === "only" ? not(who) : who,
        all(meant.conditions),
        meant.unless === undefined ? TRUE : not(all(meant.unless)),
      );
      return { request, definitions: decision.definitions, asked: and(meant.kind === "always" ? not(allows) : allows, region) };
    }),
  );
}

const UNNAMED = "Federated users whom no world lists are not meant by it.";

function thrown(error: unknown): never {
  throw error;
}

function requestOf(
  sides: readonly Side[],
  actions: readonly string[] | undefined,
  more: Meant["conditions"],
  [arn = ""]: readonly string[],
): Request {
  for (const { world, key } of sides) refuseUnknown(world, key);
  const wanted = KEY_ACTIONS.filter((action) => actions === undefined || actions.includes(action));
  if (wanted.length === 0) throw new NotEncodable("no action that is checked on a key");
  const callers = new Callers(
    sides.map(({ world }) => world),
    parseArn(arn)?.partition ?? "aws",
  );
  return new Request(sides, callers, wanted, readsOf(sides, more));
}

/** What a world does not know is a question of several worlds. */
function refuseUnknown(world: World, key: WorldKey | undefined): void {
  const { knowledge, ...estate } = world.estate;
  if (knowledge !== undefined) {
    const extents = [knowledge.extents, ...knowledge.accounts.values()].flatMap((one) => Object.values(one));
    const hasDoubts = [...policiesOf(estate).keys()].some(({ doubtful = [] }) => doubtful.length > 0);
    if (extents.includes("some") || hasDoubts || knowledge.strict.size > 0 || world.otherwise()?.length !== 0)
      throw new NotEncodable("a world that says what it does not know");
  }
  if (key === undefined) return;
  if (key.openName !== undefined || key.openGrants !== undefined || (key.unknown ?? []).length > 0)
    throw new NotEncodable(`the key ${key.name}, of which not all is known`);
}

type Formula = { readonly request: Request; readonly definitions: readonly string[]; readonly asked: Term };

function question(
  name: string,
  words: readonly string[],
  answers: { readonly yes: string; readonly no: string },
  make: () => Formula,
): Question {
  const head = [...words.map(comment), ";"];
  try {
    return { name, text: `${[...head, ...fileOf(make(), answers)].join("\n")}\n` };
  } catch (error) {
    if (!(error instanceof NotEncodable)) throw error;
    const refused = error.message;
    return {
      name,
      refused,
      text: `${[...head, comment(`There is no formula here. Not written in SMT-LIB is: ${refused}`), '(echo "not encoded")'].join("\n")}\n`,
    };
  }
}

const comment = (words: string): string => `; ${words.replace(/[^ -~]/g, "?")}`;

function fileOf({ request, definitions, asked }: Formula, { yes, no }: { readonly yes: string; readonly no: string }): readonly string[] {
  return [
    `; sat: ${yes}`,
    `; unsat: ${no}`,
    "; unknown, or no answer: the solver could not tell.",
    ";",
    "; Written from the parsed policies, apart from what kmsward's own analysis works with. Check it with a solver of your own:",
    ";   cvc5 --produce-models --strings-exp THIS-FILE",
    "(set-logic ALL)",
    "(set-option :produce-models true)",
    "",
    "; --- A request: variables, each named as the condition key or part that it is ---",
    ...request.callers.declarations,
    ...request.declarations,
    "; Whether identity policies allow it that principals hold whom no world lists: the same on every side.",
    `(declare-const ${OWN} Bool)`,
    "",
    "; --- What holds of every request that AWS can see ---",
    ...[...request.callers.facts, ...request.constraints].filter((fact) => fact !== "true").map((fact) => `(assert ${fact})`),
    "",
    "; --- Policies and grants: where each statement applies, and what comes of them together ---",
    ...definitions,
    "",
    "; --- The question ---",
    `(assert ${asked})`,
    "(check-sat)",
  ];
}
