import { listed } from "../base/text.ts";
import type { Doubt } from "../iam/policy.ts";
import type { Undecided } from "./answers.ts";
import type { Node } from "./diagram.ts";
import type { Scene } from "./scene.ts";

/** What may be so, and hangs on what is not known: of one key, gathered so that one cause is told once. */
export class NotKnown {
  readonly #key: string;
  readonly #found = new Map<
    string,
    { readonly on: readonly Doubt[]; readonly who: Set<string>; readonly actions: Set<string>; readonly what: string }
  >();

  constructor(key: string) {
    this.#key = key;
  }

  /** `what` may come of it: "may be allowed", "may be gained". */
  add(on: readonly Doubt[], what: string, who: string, actions: readonly string[]): void {
    const name = `${what} ${on
      .map(({ id }) => id)
      .sort()
      .join(" ")}`;
    const found = this.#found.get(name) ?? { on, who: new Set(), actions: new Set(), what };
    this.#found.set(name, found);
    found.who.add(who);
    for (const action of actions) found.actions.add(action);
  }

  /** Whether this may come of it for anybody. */
  has(what: string): boolean {
    return [...this.#found.values()].some((found) => found.what === what);
  }

  get undecided(): readonly Undecided[] {
    return [...this.#found.values()].map(({ on, who, actions, what }) => {
      const why = [...new Set(on.map((doubt) => (doubt.why === undefined ? doubt.text : `${doubt.text} (${doubt.why})`)))];
      const at = on.find((doubt) => doubt.at !== undefined)?.at;
      const text = `${some([...actions].sort())} ${what} to ${some([...who].sort())}: not known is ${listed(why, "and")}`;
      return { key: this.#key, code: "KW682", text, ...(at && { at }) };
    });
  }
}

const MOST = 4;
const some = (names: readonly string[]): string =>
  names.length > MOST ? `${names.slice(0, MOST - 1).join(", ")} and ${names.length - MOST + 1} more` : listed(names, "and");

/** The part of a function that holds whatever is not known, and what decides the rest, if it has more. */
export function certainly(scene: Scene, node: Node): { readonly node: Node; readonly open: readonly Doubt[] } {
  if (scene.unknowns.length === 0) return { node, open: [] };
  const certain = scene.certain(node);
  return { node: certain, open: certain === scene.perhaps(node) ? [] : scene.decisive(node) };
}
