import { ALWAYS, type Diagrams, NEVER, type Node } from "../diagram.ts";
import type { Scene } from "../scene.ts";

type Value = string | readonly string[] | undefined;

/** The function where a key is as wanted; as it is where no policy reads the key. */
export const narrowed = (scene: Scene, node: Node, key: string, holds: (value: Value) => boolean): Node =>
  node === NEVER ? NEVER : scene.diagrams.and(node, scene.where(key, holds) ?? ALWAYS);

/** As the classes of organizations that no policy names are spelled (analysis/domains.ts). */
const OTHER_ORGANIZATION = /^o-other00000(?:\/|$)/;

export const isOfNoOrganization = (value: Value): boolean =>
  value === undefined || [value].flat().every((one) => OTHER_ORGANIZATION.test(one));

const isNothing = (value: Value): boolean => value === undefined || value.length === 0;

/** Lists of names, each with the keys that tell the values: a list is empty where all of these are absent too. */
const LISTINGS: Readonly<Record<string, string>> = {
  "kms:encryptioncontextkeys": "kms:encryptioncontext:",
  "aws:tagkeys": "aws:requesttag/",
};

export function absent(scene: Scene, node: Node, key: string): Node {
  const prefix = LISTINGS[key];
  const members = prefix === undefined ? [] : scene.variables.flatMap(({ keys }) => keys.filter((one) => one.startsWith(prefix)));
  return [key, ...members].reduce((left, one) => narrowed(scene, left, one, isNothing), node);
}

/**
 * The function without what somebody may say as he likes: where keys of that kind are left out, and, of those that every request has, where it holds
 * whatever they say.
 */
export function unsaid(scene: Scene, node: Node, isFree: (key: string) => boolean): Node {
  const { diagrams } = scene;
  let left = node;
  scene.variables.forEach(({ keys, choices }, variable) => {
    if (left === NEVER || !keys.some((key) => isFree(key))) return;
    const silent = (choice: number) => keys.every((key) => isNothing(choices[choice]?.values.get(key)));
    left = choices.some((_, choice) => silent(choice))
      ? diagrams.and(left, diagrams.among(variable, silent))
      : everywhere(diagrams, left, variable);
  });
  return left;
}

/** Where a function holds for every class of a variable. */
function everywhere(diagrams: Diagrams, node: Node, variable: number): Node {
  const known = new Map<Node, Node>();
  const walk = (at: Node): Node => {
    if (at <= ALWAYS || diagrams.variableOf(at) > variable) return at;
    const done = known.get(at);
    if (done !== undefined) return done;
    const children = diagrams.childrenOf(at);
    const own = diagrams.variableOf(at);
    const made = own === variable ? diagrams.every(children) : diagrams.node(own, children.map(walk));
    known.set(at, made);
    return made;
  };
  return walk(node);
}
