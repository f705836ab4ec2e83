import { listed } from "../../../base/text.ts";
import { DATA_FLOWS } from "../../../catalog/data/flows.ts";
import { isPublicPolicy } from "../../../estate/data/public-policy.ts";
import type { WorldKey, WorldResource } from "../../../estate/estate.ts";
import type { Trust } from "../../../estate/knowledge.ts";
import type { World } from "../../../estate/world.ts";
import type { When } from "../../conditions.ts";
import { type DataMatter, dataMatters } from "../../data/matters.ts";
import { keyOf } from "../../data/proof.ts";
import { allowedIn, type DataEntry, readFlows, whoCanData } from "../../data/readers.ts";
import { NEVER, type Node, TooLarge } from "../../diagram.ts";
import { allowed } from "../../formula.ts";
import { ownPolicies, type Unlisted } from "../../own-policies.ts";
import type { PrincipalClass } from "../../principals.ts";
import { Scene } from "../../scene.ts";
import { NETWORK } from "../../side.ts";
import { whoOf } from "../../who.ts";
import { askWith, requestIn } from "../../witness.ts";
import type { Draft, Level } from "../finding.ts";
import { Zone } from "../zone.ts";

export type AboutData = { readonly trust?: Trust | undefined; readonly unlisted?: Unlisted | undefined };

/** Who reads data: whom its resource lets in and its key does not, and others than are meant. */
export function dataReaders(world: World, resource: WorldResource, about: AboutData): readonly Draft[] {
  const [flow] = flowsFor(resource);
  if (flow === undefined) return [];
  const key = keyOf(world, resource);
  const found = lookedAt(world, resource, flow, about.unlisted);
  const drafts = found === undefined ? [] : refusals(world, { resource, flow, key }, found);
  const isOutside = found === undefined || found.some(({ who, reads }) => reads && who.account !== resource.account);
  return [
    ...drafts,
    ...(isOutside ? outsiders(world, resource, flow, about) : []),
    ...(found === undefined ? [] : unasked(world, resource, flow, key, found)),
  ];
}

/** The flows that deliver what lies in it: of snapshots of databases, which nobody reads by a call, those that copy it. */
function flowsFor(resource: WorldResource): readonly string[] {
  const direct = readFlows(resource);
  if (direct.length > 0 || resource.kind.sharedWith === undefined) return direct;
  return Object.entries(DATA_FLOWS).flatMap(([name, { on, form }]) =>
    on.includes(resource.kind.name) && form === "by copy" ? [name] : [],
  );
}

/** What becomes of one who asks: the service lets him in, by the resource's own policy perhaps; and he reads. */
type Looked = {
  readonly who: PrincipalClass;
  readonly action: string; // that the key refuses, or the service's own
  readonly isLetIn: boolean;
  readonly byResource: boolean;
  readonly reads: boolean;
};

/** Undefined where it hangs on what nobody told. */
function lookedAt(world: World, resource: WorldResource, flow: string, unlisted: Unlisted | undefined): readonly Looked[] | undefined {
  const all = new Map<string, Looked>();
  let isOpen = false;
  const unsure = () => {
    isOpen = true;
  };
  for (const matter of dataMatters(world, { flow, resource, unlisted }, [], unsure)) {
    const { who, ways } = matter;
    if (who.arn.endsWith(":root") && who.kind !== "listed") continue; // who signs in as root is not what people mean
    if (ways.length === 0 || matter.limit?.isSure === false) return undefined;
    try {
      const one = lookAt(world, matter, resource, unlisted);
      const known = all.get(who.arn + (who.session ?? ""));
      all.set(who.arn + (who.session ?? ""), {
        who,
        action: known?.action ?? one.action,
        isLetIn: one.isLetIn || known?.isLetIn === true,
        byResource: one.byResource || known?.byResource === true,
        reads: one.reads || known?.reads === true,
      });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return undefined;
    }
  }
  return isOpen ? undefined : [...all.values()];
}

function lookAt(world: World, matter: DataMatter, resource: WorldResource, unlisted: Unlisted | undefined): Looked {
  const { who, service, ways } = matter;
  const sides = [...service, ...ways.flat()];
  const refusing = (ways[0] ?? [])[0]?.base.action ?? service[0]?.base.action ?? "";
  if (service.length === 0 || matter.limit !== undefined) return { who, action: refusing, isLetIn: false, byResource: false, reads: false };
  const scene = new Scene(sides, undefined, ownPolicies(who, [world.estate], unlisted));
  const letIn = scene.diagrams.and(scene.possible, scene.diagrams.every(service.map((_, i) => allowed(scene, i))));
  const reads = letIn === NEVER ? NEVER : scene.diagrams.some(allowedIn(scene, matter));
  const byResource = letIn !== NEVER && isByResource(scene, letIn, service.length, resource);
  return { who, action: refusing, isLetIn: letIn !== NEVER, byResource, reads: reads !== NEVER };
}

function isByResource(scene: Scene, letIn: Node, calls: number, { policy, name }: WorldResource): boolean {
  const request = requestIn(scene, letIn);
  const own = new Set([policy?.name ?? "", `sharing of ${name}`]);
  return (
    request !== undefined &&
    scene.sides.slice(0, calls).some((side) => {
      const { by } = askWith(side, { ...side.base, context: { ...side.base.context, ...request.context } }, scene.takesOwn(letIn));
      return by.some((ref) => "policy" in ref && own.has(ref.policy));
    })
  );
}

type About = { readonly resource: WorldResource; readonly flow: string; readonly key: WorldKey | undefined };

/** Whom the resource lets in, and the key never. */
function refusals(world: World, { resource, key }: About, found: readonly Looked[]): readonly Draft[] {
  const letIn = found.filter(({ isLetIn }) => isLetIn);
  if (letIn.length === 0 || key === undefined) return [];
  const shut = letIn.filter(({ reads }) => !reads);
  const text = (those: readonly Looked[]): string => some(those.map(({ who }) => whoOf(who, [world.estate]).text));
  const action = shut[0]?.action ?? "";
  if (shut.length === letIn.length)
    return [
      {
        code: "KW771",
        level: "medium",
        text: `nobody can read ${resource.name}: whom it lets in (${text(letIn)}) its key ${key.name} refuses ${action}`,
        at: resource.at,
        same: [resource.arn],
      },
    ];
  const foreign = key.managedBy === "aws" ? shut.filter(({ who }) => who.account !== key.account) : [];
  const managed: readonly Draft[] =
    foreign.length === 0
      ? []
      : [
          {
            code: "KW738",
            level: "low",
            text: `${resource.name} lets in ${text(foreign)}, and ${key.aliases[0] ?? key.name}, which it is encrypted under, refuses other accounts whatever policies say`,
            at: resource.at,
            same: [resource.arn],
          },
        ];
  const others = shut.filter((one) => one.byResource && !foreign.includes(one));
  if (others.length === 0) return managed;
  const isPublic = resource.policy !== undefined && isPublicPolicy(resource.policy) && others.some(({ who }) => who.kind === "anyone");
  return [
    ...managed,
    {
      code: "KW770",
      level: isPublic ? "medium" : "low",
      text: isPublic
        ? `the policy of ${resource.name} lets in ${text(others)}: its key ${key.name} alone keeps them out`
        : `${resource.name} lets in ${text(others)}, and its key ${key.name} refuses ${action}: they read nothing, and nothing but the key keeps them out`,
      at: resource.at,
      same: [resource.arn],
    },
  ];
}

const MOST = 4;
const some = (names: readonly string[]): string =>
  names.length > MOST ? `${listed(names.slice(0, MOST - 1), "and")} and ${names.length - MOST + 1} more` : listed(names, "and");

/** Others than those of the account: of data under whatever key, or none. */
function outsiders(world: World, resource: WorldResource, flow: string, { trust, unlisted }: AboutData): readonly Draft[] {
  const { estate } = world;
  const key = keyOf(world, resource);
  if (resource.account === undefined) return [];
  const zone = new Zone(estate, { account: resource.account }, [estate.trust, key?.trust, trust]);
  const { entries } = whoCanData(world, { flow, on: resource.arn, unlisted });
  return entries.flatMap((entry): readonly Draft[] => {
    const { who, witness } = entry;
    const isAnyone = who.kind === "anyone";
    if (
      !isAnyone &&
      (who.account === undefined || who.account === resource.account || zone.has(who.arn ?? "") || zone.hasAccount(who.account))
    )
      return [];
    const level = isAnyone ? ofAnyone(entry, zone) : zone.declared ? "high" : "info";
    if (level === undefined) return [];
    const objects = entry.objects === undefined ? "" : `, what is like ${entry.objects}`;
    return [
      {
        code: "KW772",
        level,
        text: `${who.text} can read ${resource.name}${objects}${level === "info" ? ", and nobody said that it is meant" : ""}`,
        at: resource.at,
        witness: { request: requestOf(world, witness.question), outcome: "allowed", assumes: witness.assumes, data: witness.question },
        same: [resource.arn, who.kind, who.account ?? "", who.arn ?? "", entry.objects ?? ""],
      },
    ];
  });
}

/** Bound by an organization that is meant it is nothing; by a network less than by nothing. */
function ofAnyone({ when }: DataEntry, zone: Zone): Level | undefined {
  const cubes: readonly (readonly When[])[] = when.length === 0 ? [[]] : when;
  const levels = cubes.map((cube): Level | undefined => {
    const organization = cube.find(({ key }) => key.toLowerCase() === "aws:principalorgid");
    const ids = organization?.in?.map(String) ?? [];
    if (organization !== undefined && ids.length > 0)
      return ids.every((id) => zone.hasOrganization(id)) ? undefined : zone.declared ? "high" : "info";
    return cube.some(({ key, text }) => NETWORK.has(key.toLowerCase()) && !/absent|not/.test(text)) ? "low" : "critical";
  });
  return (["critical", "high", "low", "info"] as const).find((level) => levels.includes(level));
}

/** That of the first call, for who asks by single calls. */
function requestOf(world: World, { principal, on }: DataEntry["witness"]["question"]) {
  const asker = world.lookup.asker(principal);
  return { principal: asker.ok ? asker.value.facts : principal, action: "kms:Decrypt", resource: on };
}

/** Readers whom no policy gives anything of the key by name: their permission for the resource is enough. */
function unasked(
  world: World,
  resource: WorldResource,
  flow: string,
  key: WorldKey | undefined,
  found: readonly Looked[],
): readonly Draft[] {
  if (key?.managedBy !== "aws") return [];
  const readers = found.filter(({ reads, who }) => reads && who.kind === "listed" && who.account === resource.account);
  if (readers.length === 0) return [];
  const { calls } = DATA_FLOWS[flow] ?? { calls: [] };
  return [
    {
      code: "KW773",
      level: "info",
      text: `${calls[0]?.action} is all it takes to read ${resource.name}: ${key.aliases[0] ?? key.name} lets in everybody of the account through the service (${some(readers.map(({ who }) => whoOf(who, [world.estate]).text))})`,
      at: resource.at,
      same: [resource.arn],
    },
  ];
}
