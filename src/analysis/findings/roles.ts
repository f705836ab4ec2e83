import type { Estate, WorldPrincipal } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Request } from "../../iam/request.ts";
import { NEVER } from "../diagram.ts";
import { isAccountAdministrator } from "./administration.ts";
import { selfServing } from "./escalation.ts";
import { allowedIn, type Evidence } from "./evidence.ts";
import type { Draft, Step } from "./finding.ts";
import { revealingOn } from "./groups.ts";
import type { Zone } from "./zone.ts";

const ASSUME = "sts:AssumeRole";
/** As long as a path may be, its end included. */
const LONGEST = 4;

/** Who can become a role that anybody may, of the roles that a world lists: asked once, read for every key. */
export class Roles {
  readonly #world: World;
  readonly #roles: readonly WorldPrincipal[];
  readonly #asked = new Map<string, Request | undefined>();

  constructor(world: World) {
    this.#world = world;
    this.#roles = world.estate.principals.filter(({ facts, trust }) => trust !== undefined && facts.arn.includes(":role/"));
  }

  /** The shortest ways to other roles, each step a request that the evaluator allows: at most `most` of them. */
  from(principal: WorldPrincipal, most: number): ReadonlyMap<string, readonly Step[]> {
    const found = new Map<string, readonly Step[]>();
    let edge: readonly (readonly [WorldPrincipal, readonly Step[]])[] = [[principal, []]];
    for (let length = 1; length <= most && edge.length > 0; length++) {
      const next: (readonly [WorldPrincipal, readonly Step[]])[] = [];
      for (const [from, steps] of edge)
        for (const role of this.#roles) {
          const { arn } = role.facts;
          if (arn === principal.facts.arn || found.has(arn)) continue;
          const request = this.#step(from, role);
          if (request === undefined) continue;
          const path = [...steps, { request, outcome: "allowed", text: `${ASSUME} of ${role.name}` } as const];
          found.set(arn, path);
          next.push([role, path]);
        }
      edge = next;
    }
    return found;
  }

  #step(from: WorldPrincipal, role: WorldPrincipal): Request | undefined {
    const id = `${from.facts.arn} ${role.facts.arn}`;
    if (!this.#asked.has(id)) this.#asked.set(id, this.#ask(from, role));
    return this.#asked.get(id);
  }

  /** With what the caller says as he likes set to what the trust policy asks for. */
  #ask(from: WorldPrincipal, role: WorldPrincipal): Request | undefined {
    if (role.facts.arn.includes(":role/aws-service-role/")) return undefined;
    const context: Record<string, string> = {};
    for (const { conditions } of role.trust?.statements ?? [])
      for (const { key, operator, values } of conditions) {
        const [value] = values;
        if (CHOSEN.has(key.toLowerCase()) && !/Not|Null/.test(operator) && value !== undefined && !/[*?$]/.test(value))
          context[key] = value;
      }
    const question = {
      principal: from.name,
      action: ASSUME,
      resource: role.facts.arn,
      ...(Object.keys(context).length > 0 && { context }),
    };
    const { outcome } = this.#world.authorize(question);
    if (outcome !== "allowed") return undefined;
    return { ...question, principal: from.facts.arn };
  }
}

/** What who assumes a role tells as he likes (AWS STS API Reference, AssumeRole). */
const CHOSEN: ReadonlySet<string> = new Set(["sts:externalid", "sts:rolesessionname", "sts:sourceidentity"]);

/**
 * Who comes to use the key by roles: one that could give itself the use, and, where somebody said who is meant, an outsider who becomes somebody that may
 * use it.
 */
export function paths(
  evidence: Evidence,
  zone: Zone,
  roles: Roles,
  isAdministrator: ((arn: string) => boolean) | undefined,
): readonly Draft[] {
  const { world, key } = evidence;
  const ends = selfServing(evidence, isAdministrator);
  const users = zone.declared ? usersOf(evidence) : new Map<string, Step>();
  if (ends.size === 0 && users.size === 0) return [];
  return world.estate.principals.flatMap((principal): readonly Draft[] => {
    const { facts, name, account } = principal;
    if (account === "" || !isSomebody(facts.arn, world.estate) || isMeant(principal, evidence, isAdministrator)) return [];
    const isOutsider = zone.declared && !zone.has(facts.arn, facts.orgId);
    const ways = [...roles.from(principal, LONGEST - 1)];
    const found = ways.flatMap(
      ([arn, steps]): readonly { readonly steps: readonly Step[]; readonly role: string; readonly use: string }[] => {
        const role = world.estate.principals.find((one) => one.facts.arn === arn)?.name ?? arn;
        const end = ends.get(arn);
        if (end !== undefined && !ends.has(facts.arn) && steps.length + end.steps.length <= LONGEST + 1)
          return [{ steps: [...steps, ...end.steps], role, use: end.use }];
        const use = isOutsider ? users.get(arn) : undefined;
        return use === undefined ? [] : [{ steps: [...steps, use], role, use: use.request.action }];
      },
    );
    const [best] = found.sort((a, b) => a.steps.length - b.steps.length || (a.role < b.role ? -1 : 1));
    if (best === undefined) return [];
    return [
      {
        code: "KW722",
        level: "high",
        text: `${name} can come to ${best.use.replace("kms:", "")} with ${key.name} as ${best.role}, in ${best.steps.length} steps`,
        at: world.estate.principals.find((one) => one.name === best.role)?.trust?.statements[0]?.at ?? principal.at,
        path: best.steps,
        same: [facts.arn, best.role, best.use],
      },
    ];
  });
}

const isSomebody = (arn: string, _: Estate): boolean => /:(?:user|role)\//.test(arn) && !arn.includes(":role/aws-service-role/");

/** Of who administers the key or the account every path could be told. */
const isMeant = ({ facts }: WorldPrincipal, { world, asked }: Evidence, isAdministrator: ((arn: string) => boolean) | undefined): boolean =>
  isAdministrator?.(facts.arn) === true ||
  asked.some(({ who }) => who.arn === facts.arn && isAccountAdministrator(world, who)) ||
  asked.some(
    ({ who, actions, allows, scene }) =>
      who.arn === facts.arn && actions.includes("kms:PutKeyPolicy") && scene.diagrams.without(allows, scene.own) !== NEVER,
  );

/** Who may use the key himself, by a request that shows it. */
function usersOf(evidence: Evidence): ReadonlyMap<string, Step> {
  const found = new Map<string, Step>();
  const revealing = revealingOn(evidence.key);
  for (const asked of evidence.asked) {
    const action = asked.actions.find((one) => revealing.includes(one));
    if (action === undefined || asked.who.kind !== "listed" || found.has(asked.who.arn)) continue;
    const use = allowedIn(asked, asked.scene.diagrams.without(asked.allows, asked.scene.own), action);
    if (use !== undefined) found.set(asked.who.arn, { request: use.witness.request, outcome: use.witness.outcome, text: action });
  }
  return found;
}
