import { engine } from "../authz/authorizer.ts";
import type { CompiledPolicy } from "../authz/compile.ts";
import type { Answer } from "../authz/decision.ts";
import type { PolicySet } from "../authz/link.ts";
import type { Doubt } from "../iam/policy.ts";
import type { Request } from "../iam/request.ts";
import type { Choice } from "./choice.ts";
import { NEVER, type Node } from "./diagram.ts";
import { allowAll } from "./own-policies.ts";
import { tokensOf } from "./readings.ts";
import type { Scene } from "./scene.ts";
import type { Side } from "./side.ts";

/** A request of the scene for which a function holds: of the classes that would do, the first of each variable, so that it says as little as can be. */
export function requestIn(scene: Scene, node: Node): Request | undefined {
  if (node === NEVER) return undefined;
  const chosen = scene.diagrams.first(node);
  return requestOf(
    scene,
    scene.variables.map((_, variable) => chosen?.get(variable) ?? 0),
  );
}

/** What the evaluator says of a request on a side; `withOwn`: as if the caller's own policies allowed all that they may allow. */
export function askWith({ linked, open }: Side, request: Request, withOwn: boolean, set: PolicySet = linked.set): Answer {
  const asked = open.length === 0 ? request : { ...request, unknown: [...open] };
  return engine(withOwn ? { ...set, identity: [...set.identity, allowAll()] } : set)(asked);
}

const WITHOUT = new WeakMap<PolicySet, Map<string, PolicySet>>();

/** A policy set in which none of these statements that may be there is. */
export function withoutDoubts(set: PolicySet, doubts: readonly Doubt[]): PolicySet {
  if (doubts.length === 0) return set;
  const name = JSON.stringify(doubts.map(({ id }) => id));
  const made = WITHOUT.get(set)?.get(name);
  if (made !== undefined) return made;
  const ids = new Set(doubts.map(({ id }) => id));
  const one = <T extends CompiledPolicy | undefined>(policy: T): T =>
    policy === undefined
      ? policy
      : { ...policy, statements: policy.statements.filter(({ doubt }) => doubt === undefined || !ids.has(doubt.id)) };
  const many = (policies: readonly CompiledPolicy[]) => policies.map(one);
  const { resource, identity, boundary, session, serviceControl, resourceControl, endpoint, ...rest } = set;
  const without: PolicySet = {
    ...rest,
    resource: one(resource),
    identity: many(identity),
    boundary: one(boundary),
    session: session && many(session),
    serviceControl: serviceControl.map(many),
    resourceControl: resourceControl.map(many),
    endpoint: one(endpoint),
  };
  WITHOUT.set(set, (WITHOUT.get(set) ?? new Map()).set(name, without));
  return without;
}

/** The request that takes a choice of each variable. */
export function requestOf(scene: Scene, choices: readonly number[]): Request {
  const base = scene.sides[0]?.base as Request;
  const context: Record<string, unknown> = { ...base.context };
  const encryptionContext: Record<string, string> = {};
  const tagNames = new Set<string>();
  let more: Pick<Request, "viaService" | "time"> = {};
  scene.variables.forEach(({ choices: all }, variable) => {
    if (scene.isUnknown(variable)) return; // no request says it
    const { said } = all[choices[variable] as number] as Choice;
    Object.assign(encryptionContext, said.encryptionContext);
    for (const [key, value] of Object.entries(said.context ?? {})) {
      if (key === "aws:TagKeys") for (const name of [value].flat()) tagNames.add(String(name));
      else context[key] = value;
      if (key.startsWith("aws:RequestTag/")) tagNames.add(key.slice("aws:RequestTag/".length));
    }
    if (said.viaService !== undefined) more = { ...more, viaService: said.viaService };
    if (said.time !== undefined) more = { ...more, time: said.time };
  });
  if (tagNames.size > 0) context["aws:TagKeys"] = [...tagNames];
  complete(scene, choices, context, more.viaService !== undefined);
  const grantTokens = [...new Set(scene.sides.flatMap(({ plan }) => tokensOf(plan)))];
  return {
    ...base,
    ...more,
    ...(grantTokens.length > 0 && { grantTokens }),
    ...(Object.keys(context).length > 0 && { context: context as Request["context"] & object }),
    ...(Object.keys(encryptionContext).length > 0 && { encryptionContext }),
  };
}

/** What no policy asks about and a request has all the same, because it has not what stands in its place. */
function complete(scene: Scene, choices: readonly number[], context: Record<string, unknown>, isForwarded: boolean): void {
  const isAbsent = (key: string): boolean => {
    const variable = scene.variable(key);
    return variable !== undefined && scene.variables[variable]?.choices[choices[variable] as number]?.values.get(key) === undefined;
  };
  const isOpen = (key: string): boolean => scene.variable(key) === undefined;
  if (isAbsent("aws:sourceip") && !isForwarded && !Object.keys(context).some((key) => /^aws:(?:source)?vpc/i.test(key)))
    context["aws:SourceVpce"] = "vpce-0123456789abcdef0";
  if (isAbsent("kms:granteeprincipal") && isOpen("kms:granteeserviceprincipal"))
    context["kms:GranteeServicePrincipal"] = "dynamodb.amazonaws.com";
  if (isAbsent("kms:granteeserviceprincipal") && isOpen("kms:granteeprincipal"))
    context["kms:GranteePrincipal"] = "arn:aws:iam::111122223333:role/grantee";
}
