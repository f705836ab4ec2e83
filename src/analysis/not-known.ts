import { listed } from "../base/text.ts";
import { isOfList } from "../estate/doubts.ts";
import type { Doubt } from "../iam/policy.ts";
import type { Assumption, Undecided } from "./answers.ts";
import { NEVER, type Node } from "./diagram.ts";
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

/**
 * The same of a difference between two sides. What is not known of both alike turns out the same on both, so that it makes no difference by itself: it is
 * taken to add nothing, and where the difference would not be there otherwise, `taken` says so. `isNew`: the caller is there on one side only, so that no
 * list that is not told in full can have named it.
 */
export function surely(
  scene: Scene,
  node: Node,
  isNew: boolean,
): { readonly node: Node; readonly open: readonly Doubt[]; readonly taken: readonly Doubt[] } {
  const { shared, diagrams } = scene;
  if (shared.length === 0) return { ...certainly(scene, node), taken: [] };
  const sure = scene.certain(scene.without(shared, node));
  const taken = shared.filter((doubt) => {
    const others = shared.filter((other) => other !== doubt);
    return !diagrams.implies(sure, scene.certain(scene.without(others, scene.with(doubt, node))));
  });
  const rest = diagrams.without(scene.anyhow(node), scene.anyhow(sure));
  const open = rest === NEVER ? [] : scene.decisive(diagrams.and(node, rest)).filter((doubt) => !isNew || !isOfList(doubt));
  return { node: sure, open, taken };
}

/** That what is not known on both sides does not allow, or deny, already. */
export const addsNothing = ({ id, text, ...doubt }: Doubt): Assumption => ({
  id: `${id.replace(/:(?:allows|denies)$/, "")}:nothing`,
  text: isOfList({ id, text, ...doubt }) ? `no other ${text} allow it` : `${text}, which is not known, makes no difference`,
});
