import type { World } from "../estate/world.ts";
import type { Request } from "../iam/request.ts";
import { NEVER, type Node, TooLarge } from "./diagram.ts";
import { allowed, Formula } from "./formula.ts";
import { ownPolicies } from "./own-policies.ts";
import { Scene } from "./scene.ts";
import type { Side } from "./side.ts";
import { type Matter, survey } from "./survey.ts";
import { requestIn } from "./witness.ts";

/** Whether two worlds answer every request on a key alike: also whether a Deny denies, not only whether it is denied. */
export type Apart =
  | { readonly is: "alike" } // for all requests
  | { readonly is: "apart"; readonly requests: readonly Request[] } // some for which the answers are not the same, as far as the formulas tell: ask them
  | { readonly is: "unknown"; readonly why: string };

const MOST_REQUESTS = 8;

/**
 * What tells two worlds apart, of all that can be asked of keys, by their ARNs; of these actions only, where others cannot. Principals that they do not list
 * hold nothing, as when a world is asked.
 */
export function tellApart(before: World, after: World, keys: readonly string[], actions?: readonly string[]): Apart {
  const requests: Request[] = [];
  let why: string | undefined;
  const unsure = (text: string) => {
    why ??= text;
  };
  for (const key of keys) {
    for (const matter of mattersOf([before, after], key, actions, unsure)) {
      try {
        const found = differenceIn(matter, [before, after], unsure);
        if (found === undefined) continue;
        for (const { action } of matter.actions.slice(0, 2)) requests.push({ ...found, action });
        if (requests.length >= MOST_REQUESTS) return { is: "apart", requests };
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        unsure(error.message);
      }
    }
  }
  if (requests.length > 0) return { is: "apart", requests };
  return why === undefined ? { is: "alike" } : { is: "unknown", why };
}

function* mattersOf(
  worlds: readonly World[],
  key: string,
  actions: readonly string[] | undefined,
  unsure: (text: string) => void,
): Iterable<Matter> {
  for (const asked of survey(worlds, key, { unlisted: "nothing", actions }, unsure))
    if (!asked.isSame) for (const matter of asked.matters(unsure)) if (!matter.isSame) yield matter;
}

function differenceIn({ sides, who }: Matter, worlds: readonly World[], unsure: (text: string) => void): Request | undefined {
  const present = sides.filter((side): side is Side => side !== undefined);
  const hasOwn = ownPolicies(
    who,
    worlds.map(({ estate }) => estate),
    "nothing",
  );
  const scene = new Scene(present, undefined, hasOwn);
  const { diagrams } = scene;
  const truth = (i: number, of: (at: number) => Node): Node => {
    const at = sides[i] === undefined ? -1 : present.indexOf(sides[i] as Side);
    return at < 0 ? NEVER : diagrams.and(of(at), scene.possible);
  };
  const opens = [0, 1].map((i) => truth(i, (at) => allowed(scene, at))) as [Node, Node];
  const denies = [0, 1].map((i) => truth(i, (at) => new Formula(scene, at).explicitDeny())) as [Node, Node];
  for (const [a, b] of [opens, denies]) {
    const request = requestIn(scene, diagrams.or(diagrams.without(a, b), diagrams.without(b, a)));
    if (request !== undefined) return request;
  }
  for (const text of scene.inexact) unsure(text);
  return undefined;
}
