import type { Change } from "../analysis/answers.ts";

/** A side of a change: under which conditions it was so, and a request that shows it. */
type Side = Pick<Change, "when" | "witness">;

/** `before`: what is lost; `after`: what is gained; of a change under other conditions both. */
export type ListedChange = Pick<Change, "who" | "actions" | "key" | "severity"> & {
  readonly id: string;
  readonly before?: Side;
  readonly after?: Side;
};

export type ListedChanges = Readonly<Record<"gained" | "lost" | "changed", readonly ListedChange[]>>;

/**
 * Changes as people ask for them: what somebody loses under some conditions and gains under others, with the same actions of the same key, is one change. Where
 * the actions are the same in part only, that part is told so, and the rest by itself.
 */
export function listedChanges(changes: readonly Change[]): ListedChanges {
  const lost = changes.filter(({ direction }) => direction === "lost").map((change) => ({ change, left: new Set(change.actions) }));
  const gained: ListedChange[] = [];
  const changed: ListedChange[] = [];
  for (const change of changes.filter(({ direction }) => direction === "gained")) {
    const left = new Set(change.actions);
    for (const other of lost) {
      if (other.change.who.text !== change.who.text || other.change.key.arn !== change.key.arn) continue;
      const both = [...left].filter((action) => other.left.has(action));
      if (both.length === 0) continue;
      for (const action of both) {
        left.delete(action);
        other.left.delete(action);
      }
      changed.push({ ...rowOf(change, both, `changed ${other.change.fingerprint}`), before: other.change, after: change });
    }
    if (left.size > 0) gained.push({ ...rowOf(change, [...left], "gained"), after: change });
  }
  return {
    gained,
    changed,
    lost: lost.flatMap(({ change, left }) => (left.size === 0 ? [] : [{ ...rowOf(change, [...left], "lost"), before: change }])),
  };
}

const rowOf = ({ who, key, severity, fingerprint }: Change, actions: readonly string[], kind: string) => ({
  id: `${kind} ${fingerprint} ${who.text} ${actions.join(" ")}`,
  who,
  key,
  severity,
  actions,
});
