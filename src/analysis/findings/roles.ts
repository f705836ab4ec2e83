import type { WorldPrincipal } from "../../estate/estate.ts";
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

/** How principals of a world become its roles: asked once, read for every key. */
export class Roles {
  readonly #world: World;
  readonly #people: readonly WorldPrincipal[];
  readonly #ways = new Map<string, ReadonlyMap<string, readonly Step[]>>();
  readonly #steps = new Map<string, Request | undefined>();

  constructor(world: World) {
    this.#world = world;
    this.#people = world.estate.principals.filter(({ facts }) => isSomebody(facts.arn));
  }

  /** Who comes to be a role, by ARN, and by the shortest way there is, each step a request that the evaluator allows. */
  to(arn: string): ReadonlyMap<string, readonly Step[]> {
    const known = this.#ways.get(arn);
    if (known !== undefined) return known;
    const found = new Map<string, readonly Step[]>();
    let edge: readonly (readonly [string, readonly Step[]])[] = [[arn, []]];
    for (let length = 1; length < LONGEST && edge.length > 0; length++) {
      const next: (readonly [string, readonly Step[]])[] = [];
      for (const [target, steps] of edge) {
        const role = this.#people.find(({ facts, trust }) => facts.arn === target && trust !== undefined);
        for (const from of role === undefined ? [] : this.#people) {
          if (role === undefined || from.facts.arn === arn || found.has(from.facts.arn) || !mayBeTrusted(from, role)) continue;
          const request = this.#step(from, role);
          if (request === undefined) continue;
          const path = [{ request, outcome: "allowed", text: `${ASSUME} of ${role.name}` } as const, ...steps];
          found.set(from.facts.arn, path);
          next.push([from.facts.arn, path]);
        }
      }
      edge = next;
    }
    this.#ways.set(arn, found);
    return found;
  }

  #step(from: WorldPrincipal, role: WorldPrincipal): Request | undefined {
    const id = `${from.facts.arn} ${role.facts.arn}`;
    if (!this.#steps.has(id)) this.#steps.set(id, this.#ask(from, role));
    return this.#steps.get(id);
  }

  /** With what the caller says as he likes set to what the trust policy asks for. */
  #ask(from: WorldPrincipal, role: WorldPrincipal): Request | undefined {
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

/** Whether a trust policy could be about somebody: most are not, and need not be asked. */
const mayBeTrusted = ({ facts, account }: WorldPrincipal, { trust }: WorldPrincipal): boolean =>
  trust?.statements.some(
    ({ effect, principal }) =>
      effect === "Allow" &&
      (principal?.mode === "except" ||
        principal?.members.some(
          ({ value }) =>
            value === "*" ||
            value === account ||
            value === facts.arn ||
            value.includes(":assumed-role/") ||
            value.endsWith(`::${account}:root`),
        )),
  ) === true;

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
  const best = new Map<string, Way>();
  for (const [arn, end] of ends)
    for (const [from, steps] of roles.to(arn))
      if (!ends.has(from)) keep(best, from, { role: arn, use: end.use, steps: [...steps, ...end.steps] });
  for (const [arn, use] of users)
    for (const [from, steps] of roles.to(arn))
      if (!zone.has(from)) keep(best, from, { role: arn, use: use.request.action, steps: [...steps, use] });
  return world.estate.principals.flatMap((principal): readonly Draft[] => {
    const way = best.get(principal.facts.arn);
    if (way === undefined || isMeant(principal, evidence, isAdministrator)) return [];
    const role = world.estate.principals.find(({ facts }) => facts.arn === way.role);
    return [
      {
        code: "KW722",
        level: "high",
        text: `${principal.name} can come to ${way.use.replace("kms:", "")} with ${key.name} as ${role?.name ?? way.role}, in ${way.steps.length} steps`,
        at: role?.trust?.statements[0]?.at ?? principal.at,
        path: way.steps,
        same: [principal.facts.arn, way.role, way.use],
      },
    ];
  });
}

type Way = { readonly role: string; readonly use: string; readonly steps: readonly Step[] };

/** The shorter way, of two alike that to the role whose ARN comes first. */
function keep(best: Map<string, Way>, from: string, way: Way): void {
  const known = best.get(from);
  if (known === undefined || way.steps.length < known.steps.length || (way.steps.length === known.steps.length && way.role < known.role))
    best.set(from, way);
}

const isSomebody = (arn: string): boolean => /:(?:user|role)\//.test(arn) && !arn.includes(":role/aws-service-role/");

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
