import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { Determining } from "../authz/decision.ts";
import { ALLOW_ALL } from "../estate/allow-all.ts";
import type { Estate } from "../estate/estate.ts";
import type { Assumption } from "./answers.ts";
import { NEVER, type Node } from "./diagram.ts";
import type { PrincipalClass } from "./principals.ts";
import type { Scene } from "./scene.ts";

/** What principals that no world lists may hold in identity policies. */
export type Unlisted = "nothing" | "anything";

/**
 * Whether the identity policies of a class are open: of principals that no world lists, in accounts of which the worlds list nobody, unless it is said
 * otherwise. The root user needs none.
 */
export function ownPolicies({ kind, account, arn }: PrincipalClass, estates: readonly Estate[], unlisted?: Unlisted): boolean {
  if (kind === "listed" || kind === "service" || kind === "other-service" || arn.endsWith(":root")) return false;
  if (unlisted !== undefined) return unlisted === "anything";
  if (estates.every(({ knowledge }) => knowledge?.accounts.get(account)?.principals === "all")) return false;
  return !estates.some((estate) => accountsOf(estate).has(account));
}

const ACCOUNTS = new WeakMap<Estate, ReadonlySet<string>>();

/** Of which an estate lists somebody. */
function accountsOf(estate: Estate): ReadonlySet<string> {
  const known = ACCOUNTS.get(estate) ?? new Set(estate.principals.map(({ account }) => account));
  ACCOUNTS.set(estate, known);
  return known;
}

/** Whether a function holds because such policies allow, or only where they do not; undefined where they make no difference. */
export type OwnUse = "allow" | "silent" | undefined;

export function ownUse(scene: Scene, node: Node): OwnUse {
  if (!scene.hasOwn) return undefined;
  if (scene.takesOwn(node)) return "allow";
  return scene.diagrams.and(node, scene.own) !== NEVER ? undefined : "silent";
}

/** What is taken for granted then. */
export function assumptionOf(use: OwnUse, { account, kind, arn }: PrincipalClass): Assumption | undefined {
  if (use === undefined) return undefined;
  if (kind === "listed") {
    if (use === "allow") return { id: `policies:${arn}`, text: `${arn} may hold other identity policies that allow it` };
    return { id: `policies:${arn}:nothing`, text: `${arn} may hold no other identity policies that allow it` };
  }
  const id = kind === "anyone" ? "unlisted:others" : `unlisted:${account}`;
  const whose =
    kind === "anyone" ? "principals of accounts that nothing is said of" : `principals of ${account} that the world does not list`;
  if (use === "allow") return { id, text: `${whose} may hold identity policies that allow it` };
  return { id: `${id}:nothing`, text: `${whose} may hold no identity policies that allow it` };
}

export const assumptionFor = (scene: Scene, node: Node, who: PrincipalClass): Assumption | undefined =>
  assumptionOf(ownUse(scene, node), who);

/** Refs without what was only assumed. */
export const withoutOwn = (refs: readonly Determining[]): readonly Determining[] =>
  refs.filter((ref) => "grant" in ref || ref.policy !== ALLOW_ALL.name);

let compiled: CompiledPolicy | undefined;

export function allowAll(): CompiledPolicy {
  compiled ??= compile(ALLOW_ALL);
  return compiled;
}
