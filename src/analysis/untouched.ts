import type { Estate } from "../estate/estate.ts";

/** Where things are written decides nothing, nor does what is taken for granted: what rests on it is told of the thing (`assumes`). */
const WITHOUT: ReadonlySet<string> = new Set(["at", "grantPlaces", "strict", "assumptions"]);

/** What is said of a thing, as a text: equal ones decide alike. */
function textOf(thing: unknown): string {
  return JSON.stringify(thing, (name, value: unknown) => {
    if (WITHOUT.has(name)) return undefined;
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  });
}

/**
 * Keys of two estates about which every request is answered alike, because all that can have a say about them is the same in both: the key itself, who
 * asks, and what limits them. Other keys have no say. Most keys of a change are such, and nothing needs to be asked about them.
 */
export function untouchedKeys(before: Estate, after: Estate): ReadonlySet<string> {
  const rest = ({ keys: _, policyTexts: __, ...others }: Estate): string => textOf(others);
  if (rest(before) !== rest(after)) return new Set();
  const old = new Map(before.keys.map((key) => [key.arn, key]));
  return new Set(
    after.keys.flatMap((key) => {
      const was = old.get(key.arn);
      return was !== undefined && was.policyText === key.policyText && textOf(was) === textOf(key) ? [key.arn] : [];
    }),
  );
}
