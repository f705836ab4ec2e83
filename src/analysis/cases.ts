import type { Access, Change, Comparison, Entry, Undecided } from "./answers.ts";
import { type Finding, LEVELS } from "./findings/finding.ts";
import { fingerprint } from "./fingerprint.ts";

/** One of several ways in which things may be, in words ("parameter Env is prod"), and what is changed if they are so. */
export type ComparedCase = { readonly text: string; readonly comparison: Comparison };

/** Comparisons of all the ways in which things may be, as one: what is changed in all of them, and what in some, with the ways. */
export function ofAllCases(cases: readonly ComparedCase[]): Comparison {
  const found = new Map<string, { readonly change: Change; readonly texts: string[] }>();
  const undecided = new Map<string, Undecided>();
  for (const { text, comparison } of cases) {
    for (const change of comparison.changes) {
      const known = found.get(change.fingerprint) ?? { change, texts: [] };
      found.set(change.fingerprint, known);
      known.texts.push(text);
    }
    for (const one of comparison.undecided) undecided.set(`${one.key}\n${one.text}`, one);
  }
  const changes = [...found.values()].map(({ change, texts }) =>
    texts.length === cases.length ? change : { ...change, if: texts, fingerprint: fingerprint([change.fingerprint, ...texts]) },
  );
  const all = cases.map(({ comparison }) => comparison);
  const has = (direction: Change["direction"]) => changes.some((change) => change.direction === direction);
  const isOpen = all.some(({ verdict }) => verdict === "unknown");
  return {
    verdict: has("gained") && has("lost") ? "changed" : has("gained") ? "wider" : isOpen ? "unknown" : has("lost") ? "narrower" : "equal",
    complete: all.every(({ complete }) => complete),
    assumptions: [...new Map(all.flatMap(({ assumptions }) => assumptions).map((one) => [one.id, one])).values()],
    changes,
    undecided: [...undecided.values()],
    notices: [...new Map(all.flatMap(({ notices = [] }) => notices).map((one) => [one.fingerprint, one])).values()],
  };
}

/** One of several ways in which things may be, in words, and what is answered if they are so. */
export type AnsweredCase<T> = { readonly text: string; readonly answer: T };

/** What is so in all cases, and what in some, with these. `sameOf`: what tells two of them apart. */
function inAll<T extends { readonly if?: readonly string[] }>(
  cases: readonly AnsweredCase<readonly T[]>[],
  sameOf: (one: T) => string,
): readonly T[] {
  const found = new Map<string, { readonly one: T; readonly texts: string[] }>();
  for (const { text, answer } of cases)
    for (const one of answer) {
      const known = found.get(sameOf(one)) ?? { one, texts: [] };
      found.set(sameOf(one), known);
      if (known.texts.at(-1) !== text) known.texts.push(text);
    }
  return [...found.values()].map(({ one, texts }) => (texts.length === cases.length ? one : { ...one, if: texts }));
}

/** What is found in all of them, and what in some. A waiver is without use only where it is so in all. */
export function findingsOfAllCases(cases: readonly AnsweredCase<readonly Finding[]>[]): readonly Finding[] {
  return inAll(cases, ({ fingerprint, waived }) => `${fingerprint} ${waived === undefined}`)
    .filter((one) => one.code !== "KW790" || one.if === undefined)
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** Where what was asked about is not there. */
export const NO_ACCESS: Access = { complete: true, assumptions: [], entries: [], undecided: [] };

/** Who has access in all of them, and who in some. */
export function accessOfAllCases(cases: readonly AnsweredCase<Access>[]): Access {
  const all = cases.map(({ answer }) => answer);
  const sameOf = ({ key, who, actions, when, path = [] }: Entry): string =>
    JSON.stringify([key.arn, who.text, actions, when, path.map(({ role }) => role.arn)]);
  return {
    complete: all.every(({ complete }) => complete),
    assumptions: [...new Map(all.flatMap(({ assumptions }) => assumptions).map((one) => [one.id, one])).values()],
    entries: inAll(
      cases.map(({ text, answer }) => ({ text, answer: answer.entries })),
      sameOf,
    ),
    undecided: [...new Map(all.flatMap(({ undecided }) => undecided).map((one) => [`${one.key}\n${one.text}`, one])).values()],
  };
}
