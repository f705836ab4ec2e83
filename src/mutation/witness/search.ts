import type { Outcome } from "../../authz/decision.ts";
import type { Question } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import { type Aim, isOfKeys } from "./focus.ts";
import { type WorldMemo, type Written, write } from "./memo.ts";

/** A request that two worlds answer otherwise. */
export type Witness = { readonly question: Question; readonly original: Outcome; readonly mutant: Outcome };

export type Worlds = { readonly original: WorldMemo; readonly mutant: World };

export type Filters = {
  readonly fits: (question: Question) => boolean; // whether it can be asked in a test file at all
  readonly mayShow: (question: Written) => boolean; // a quick look: false only where the change has nothing to do with it
};

const MOST_SEEDS = 24;
const [SEEDED, FRESH] = [200, 200]; // questions of each kind

/**
 * Looks for a request that tells two worlds apart: among the questions of the cases, these with one or two things otherwise, and ones made anew of what the
 * change is about, the likely ones first. One for which the decision differs is better than one where only the kind of denial does. What is found is
 * evaluated, not guessed; that nothing is found proves nothing.
 */
export function findWitness(worlds: Worlds, seeds: readonly Question[], aim: Aim, { fits, mayShow }: Filters): Witness | undefined {
  let second: Witness | undefined;
  const seen = new Set<string>();
  for (const question of candidates(seeds, aim)) {
    const asked = write(question);
    if (seen.has(asked.text)) continue;
    seen.add(asked.text);
    const found = fits(question) && mayShow(asked) ? witnessOf(worlds, asked) : undefined;
    if (found === undefined) continue;
    if (isTelling(found)) return found;
    second ??= found;
  }
  return second;
}

const isTelling = ({ original, mutant }: Witness): boolean => (original === "allowed") !== (mutant === "allowed");

/** Not of a question whose answer is open in one of the worlds: one that cannot be resolved is such a question too. */
export function witnessOf({ original, mutant }: Worlds, asked: Written): Witness | undefined {
  const one = original.outcome(asked);
  const other = one === "undetermined" ? one : mutant.authorize(asked.question).outcome;
  return one === other || other === "undetermined" ? undefined : { question: asked.question, original: one, mutant: other };
}

function* candidates(seeds: readonly Question[], aim: Aim): Generator<Question> {
  yield* seeds;
  const bases = seeds.slice(0, MOST_SEEDS);
  yield* taken(nearSeeds(bases, aim), SEEDED);
  yield* taken(fresh(aim), FRESH);
}

function* taken<T>(from: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const one of from) {
    if (left-- === 0) return;
    yield one;
  }
}

/** One thing otherwise in a seed; then two: who and what, what and under which condition. */
function* nearSeeds(seeds: readonly Question[], { principals, actions, keys, turns }: Aim): Generator<Question> {
  for (const turn of turns.slice(0, 1)) for (const seed of seeds.slice(0, 6)) yield turn(seed);
  for (const seed of seeds.slice(0, 8)) {
    for (const action of actions) yield withAction(seed, action);
    for (const principal of principals) yield { ...seed, principal };
    for (const turn of turns) yield turn(seed);
    for (const key of keys) yield withTarget(seed, key);
  }
  for (const seed of seeds)
    for (const principal of principals.slice(0, 3))
      for (const action of actions.slice(0, 2)) yield withAction({ ...seed, principal }, action);
}

/** All of the aim together, those first that are near the first of each. */
function* fresh({ principals, actions, keys, turns }: Aim): Generator<Question> {
  const most = principals.length + actions.length + keys.length + turns.length;
  for (let sum = 0; sum <= most; sum++) {
    for (const [p, principal] of principals.entries()) {
      for (const [a, action] of actions.entries()) {
        for (const [k, key] of keys.entries()) {
          const turn = turns[sum - p - a - k];
          if (turn !== undefined) yield turn(withTarget({ principal, action }, isOfKeys(action) ? (key ?? keys[0]) : undefined));
        }
      }
    }
  }
}

const withAction = (question: Question, action: string): Question =>
  isOfKeys(action) === (question.key !== undefined) ? { ...question, action } : question;

function withTarget({ key: _, resource, ...question }: Question, key: string | undefined): Question {
  return key === undefined ? { ...question, ...(resource !== undefined && { resource }) } : { ...question, key };
}

/** Leaves out of a witness whatever is not needed. */
export function smallest(worlds: Worlds, found: Witness, fits: (question: Question) => boolean): Witness {
  for (const question of smallerThan(found.question)) {
    const again = fits(question) ? witnessOf(worlds, write(question)) : undefined;
    if (again?.original === found.original && again.mutant === found.mutant) return smallest(worlds, again, fits);
  }
  return found;
}

const MEMBERS = ["context", "encryptionContext", "viaService", "grantTokens", "endpoint", "time", "unknown", "resourceAccount"] as const;

/** A member less, then an entry less. */
function smallerThan(question: Question): readonly Question[] {
  const { context, encryptionContext } = question;
  return [
    ...MEMBERS.flatMap((member) => {
      const { [member]: value, ...rest } = question;
      return value === undefined ? [] : [rest];
    }),
    ...omissions(context).map((fewer) => ({ ...question, context: fewer })),
    ...omissions(encryptionContext).map((fewer) => ({ ...question, encryptionContext: fewer })),
  ];
}

function omissions<T>(map: Readonly<Record<string, T>> | undefined): readonly Readonly<Record<string, T>>[] {
  const entries = Object.entries(map ?? {});
  return entries.length < 2 ? [] : entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name)));
}
