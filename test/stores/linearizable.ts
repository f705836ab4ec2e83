/** A call that was made, and when it began and ended. */
export type Observed<C> = { readonly call: C; readonly answer: string; readonly from: number; readonly to: number };

/**
 * Whether there is an order of the calls in which each comes between its beginning and its end and gives its answer (Wing and Gong, "Testing and Verifying
 * Concurrent Objects"): tries every call that may come next, and remembers what led nowhere.
 */
export function isLinearizable<C, M>(
  history: readonly Observed<C>[],
  first: M,
  step: (model: M, call: C) => readonly [string, M],
): boolean {
  const calls = [...history].sort((a, b) => a.from - b.from);
  const seen = new Set<string>();
  const search = (model: M, done: ReadonlySet<number>, from: number): boolean => {
    let start = from;
    while (done.has(start)) start++;
    if (start >= calls.length) return true;
    const name = `${start} ${[...done].filter((i) => i >= start).sort((a, b) => a - b)} ${JSON.stringify(model)}`;
    if (seen.has(name)) return false;
    seen.add(name);
    let earliestEnd = Number.POSITIVE_INFINITY;
    for (let i = start; i < calls.length; i++) {
      const one = calls[i] as Observed<C>;
      if (one.from > earliestEnd) break; // something had ended before it began, and must come before it
      if (done.has(i)) continue;
      earliestEnd = Math.min(earliestEnd, one.to);
      const [answer, after] = step(model, one.call);
      if (answer === one.answer && search(after, new Set([...done].filter((j) => j >= start)).add(i), start)) return true;
    }
    return false;
  };
  return search(first, new Set(), 0);
}
