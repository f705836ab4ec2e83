import type { Change, Comparison, Undecided } from "./answers.ts";
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
