import { BITS } from "../authz/circumstance.ts";
import { foldCase } from "../iam/values.ts";
import { ALWAYS, NEVER, type Node } from "./diagram.ts";
import type { Scene } from "./scene.ts";

/** Sent with every request through a VPC endpoint, and those that may be. */
const ENDPOINT = ["aws:sourcevpce", "aws:sourcevpc", "aws:sourcevpcarn", "aws:vpceaccount", "aws:vpcsourceip"];
const OF_ENDPOINT = ["aws:vpceorgid", "aws:vpceorgpaths"];

/** A request has one of the two, where AWS sends it always; and at most one where it may send none. */
const INSTEAD = [
  ["kms:granteeprincipal", "kms:granteeserviceprincipal", true],
  ["kms:retiringprincipal", "kms:retiringserviceprincipal", false],
] as const;

/** What holds of every request that AWS can see, beyond what each key says by itself: how the keys belong together. */
export function wellFormed(scene: Scene): Node {
  const { diagrams } = scene;
  return diagrams.every([
    throughNetwork(scene),
    ...INSTEAD.map(([a, b, one]) => oneOf(scene, a, b, one)),
    ...organizations(scene),
    constraint(scene),
    tags(scene),
  ]);
}

const present = (scene: Scene, key: string): Node | undefined => scene.where(key, (value) => value !== undefined);

/** IAM User Guide, global condition keys: a call of a principal comes from an address or through an endpoint; one that a service forwards has no endpoint. */
function throughNetwork(scene: Scene): Node {
  const { diagrams } = scene;
  if (scene.sides[0]?.request.caller.kind === "service") return ALWAYS;
  const address = present(scene, "aws:sourceip");
  const sent = ENDPOINT.flatMap((key) => present(scene, key) ?? []);
  const perhaps = OF_ENDPOINT.flatMap((key) => present(scene, key) ?? []);
  if (address === undefined && sent.length + perhaps.length === 0 && !isThroughEndpoint(scene)) return ALWAYS;
  const forwarded = present(scene, "kms:viaservice") ?? NEVER;
  if (isThroughEndpoint(scene))
    return diagrams.without(diagrams.every([...sent, ...(address === undefined ? [] : [diagrams.not(address)])]), forwarded);
  const noEndpoint = diagrams.not(diagrams.some([...sent, ...perhaps]));
  const viaEndpoint = diagrams.and(diagrams.every(sent), address === undefined ? ALWAYS : diagrams.not(address));
  const isThrough = scene.sides.some(({ request }) => (request.given & BITS.endpoint) !== 0); // an endpoint, or its policy, is told of
  const inPublic = isThrough ? NEVER : diagrams.and(noEndpoint, address ?? ALWAYS);
  const others = scene.where(
    "aws:sourcevpce",
    (id) => typeof id !== "string" || !scene.sides.some(({ notThrough }) => notThrough.includes(id)),
  );
  const ways = diagrams.or(diagrams.and(forwarded, noEndpoint), diagrams.without(diagrams.or(viaEndpoint, inPublic), forwarded));
  return others === undefined ? ways : diagrams.and(ways, others);
}

/** Of a scene that is about one endpoint; a call that a service forwards passes none. */
const isThroughEndpoint = ({ sides }: Scene): boolean =>
  Object.keys(sides[0]?.base.context ?? {}).some((key) => foldCase(key) === "aws:sourcevpce");

function oneOf(scene: Scene, a: string, b: string, always: boolean): Node {
  const { diagrams } = scene;
  const [one, other] = [present(scene, a), present(scene, b)];
  if (one === undefined || other === undefined) return ALWAYS;
  const both = diagrams.and(one, other);
  return always ? diagrams.without(diagrams.or(one, other), both) : diagrams.not(both);
}

/** The paths of an account begin with the id of its organization; it has both or neither. */
function organizations(scene: Scene): readonly Node[] {
  return ["principal", "resource", "source", "vpce"].flatMap((kind) => {
    const [id, paths] = [`aws:${kind}orgid`, `aws:${kind}orgpaths`];
    const [ofId, ofPaths] = [scene.variable(id), scene.variable(paths)];
    if (ofId === undefined || ofPaths === undefined) return [];
    const [low, high] = ofId < ofPaths ? [ofId, ofPaths] : [ofPaths, ofId];
    const valueAt = (variable: number, choice: number, key: string) => scene.variables[variable]?.choices[choice]?.values.get(key);
    return [
      scene.diagrams.table([low, high], ([a = 0, b = 0]) => {
        const [idChoice, pathChoice] = low === ofId ? [a, b] : [b, a];
        const org = valueAt(ofId, idChoice, id);
        const list = valueAt(ofPaths, pathChoice, paths);
        if (typeof list !== "object" || typeof org !== "string") return list === undefined && org === undefined;
        return list.every((path) => path.startsWith(`${org}/`));
      }),
    ];
  });
}

/** A new grant with pairs has a constraint of some type (KMS API Reference, GrantConstraints). */
function constraint(scene: Scene): Node {
  const { diagrams } = scene;
  if (scene.sides[0]?.request.action.kms?.action !== "kms:CreateGrant") return ALWAYS;
  const typed = present(scene, "kms:grantconstrainttype");
  const pairs = scene.variables.flatMap(({ keys }) =>
    keys.some((key) => key.startsWith("kms:encryptioncontext:")) ? (present(scene, keys[0] as string) ?? []) : [],
  );
  const listed = scene.where("kms:encryptioncontextkeys", (value) => value !== undefined && value.length > 0);
  return typed === undefined
    ? ALWAYS
    : diagrams.or(typed, diagrams.not(diagrams.some([...pairs, ...(listed === undefined ? [] : [listed])])));
}

/** Tagging without tags is refused before it is asked about (KMS API Reference, TagResource). */
function tags(scene: Scene): Node {
  const { diagrams } = scene;
  const action = scene.sides[0]?.request.action.kms?.action;
  if (action !== "kms:TagResource" && action !== "kms:UntagResource") return ALWAYS;
  const listed = scene.where("aws:tagkeys", (value) => value !== undefined && value.length > 0);
  if (listed === undefined) return ALWAYS;
  const pairs = scene.variables.flatMap(({ keys }) =>
    keys.some((key) => key.startsWith("aws:requesttag/")) ? (present(scene, keys[0] as string) ?? []) : [],
  );
  return diagrams.some([listed, ...pairs]);
}
