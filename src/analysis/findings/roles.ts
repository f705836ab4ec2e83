import type { WorldPrincipal } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { RoleStep } from "../answers.ts";
import { NEVER } from "../diagram.ts";
import { RoleSteps } from "../role-steps.ts";
import { isAccountAdministrator } from "./administration.ts";
import { selfServing } from "./escalation.ts";
import { allowedIn, type Evidence } from "./evidence.ts";
import type { Draft, Step } from "./finding.ts";
import { revealingOn } from "./groups.ts";
import type { Zone } from "./zone.ts";

/** As long as a path may be, its end included. */
const LONGEST = 4;

/** How principals of a world become its roles: asked once, read for every key. */
export class Roles {
  readonly #steps: RoleSteps;
  readonly #ways = new Map<string, ReadonlyMap<string, readonly Step[]>>();

  constructor(world: World) {
    this.#steps = new RoleSteps(world);
  }

  /** Whom the world lists and who comes to be a role, by ARN, each by a shortest way, which takes nothing for granted. */
  to(arn: string): ReadonlyMap<string, readonly Step[]> {
    const known = this.#ways.get(arn);
    if (known !== undefined) return known;
    const found = new Map<string, readonly Step[]>();
    for (const [{ arn: from, kind }, { steps, assumptions }] of this.#steps.to(arn)) {
      if (kind !== "listed" || found.has(from) || !isSomebody(from) || steps.length >= LONGEST || assumptions.length > 0) continue;
      if (!steps.every(isFree)) continue;
      found.set(
        from,
        steps.map(({ request, outcome, role }) => ({ request, outcome, text: `${request.action} of ${role.name}` })),
      );
    }
    this.#ways.set(arn, found);
    return found;
  }
}

/** What who assumes a role tells as he likes (AWS STS API Reference, AssumeRole); a second factor, say, or a network he has to have. */
const CHOSEN: ReadonlySet<string> = new Set(["sts:externalid", "sts:rolesessionname", "sts:sourceidentity"]);

const isFree = ({ when }: RoleStep): boolean =>
  when.length === 0 || when.some((all) => all.every(({ key }) => CHOSEN.has(key.toLowerCase())));

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
