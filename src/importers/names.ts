import { flawOfName } from "../world/names.ts";

/**
 * Short names for things that bring several, the best first. Things that would share a name take their next ones, all of them, so that no name hangs on the
 * order of documents; things without a name of their own get a number, in the order in which they are given.
 */
export function shortNames(things: readonly (readonly string[])[]): readonly string[] {
  const candidates = things.map((names) => [...new Set(names.map(asName))].filter((name) => flawOfName(name) === undefined));
  const names = candidates.map(([first]) => first);
  const level = candidates.map(() => 0);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const users = new Map<string, number[]>();
    names.forEach((name, i) => {
      if (name !== undefined) users.set(name, [...(users.get(name) ?? []), i]);
    });
    for (const [, who] of users) {
      if (who.length < 2) continue;
      for (const i of who) {
        const next = candidates[i]?.[(level[i] ?? 0) + 1];
        if (next === undefined) continue;
        level[i] = (level[i] ?? 0) + 1;
        names[i] = next;
        isChanged = true;
      }
    }
  }
  const taken = new Set<string>();
  return names.map((name = "unnamed") => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name}-${number}`;
    taken.add(own);
    return own;
  });
}

/** Without what a short name must not have. */
const asName = (text: string): string =>
  text
    .replace(/^alias\//, "")
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 256);
