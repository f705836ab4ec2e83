import { shown } from "../../base/text.ts";
import type { WorldChange } from "../../estate/change.ts";
import type { Estate } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Policy, PolicyType } from "../../iam/policy.ts";
import type { Mutant, Part, Subject, Touched } from "./mutant.ts";
import { subjectOf } from "./policies.ts";
import type { PolicySource } from "./source.ts";

/** A document that is no longer attached, by what it is. A key and a role always have theirs. */
// biome-ignore format: a table reads as a table
const DETACHED: Partial<Record<PolicyType, { readonly mutator: string; readonly what: string }>> = {
  identity:           { mutator: "drop-identity-policy", what: "without the identity policy" },
  boundary:           { mutator: "drop-boundary",        what: "without the permissions boundary" },
  session:            { mutator: "drop-session-policy",  what: "without the session policy" },
  "resource-control": { mutator: "drop-rcp",             what: "without the resource control policy" },
  "service-control":  { mutator: "drop-scp",             what: "without the service control policy" },
  endpoint:           { mutator: "drop-endpoint-policy", what: "without the endpoint policy" },
};

/**
 * Documents detached, and levels of the organization that no longer limit. A service control policy that is the only one of people's making on its levels
 * is the level itself: without it the level would have what AWS attaches, which allows everything.
 */
export function attachmentMutants(sources: readonly PolicySource[]): readonly Mutant[] {
  const ours = new Set(sources.flatMap(({ uses }) => uses.map(({ policy }) => policy)));
  const detached = sources.flatMap((source) => {
    const found = DETACHED[source.type];
    if (found === undefined || (source.type === "service-control" && !standsBesideOthers(source, ours))) return [];
    const parts = partsOf(source, (policies): WorldChange => ({ policies: new Map(policies.map((policy) => [policy, undefined])) }));
    return [mutantOf(source, found.mutator, `${found.what} ${shown(source.name)}`, parts)];
  });
  return [...detached, ...levelMutants(sources, ours)];
}

function mutantOf(source: PolicySource, mutator: string, what: string, parts: readonly Part[]): Mutant {
  const subject: Subject = subjectOf(source);
  return {
    mutator,
    what,
    subject,
    at: source.at,
    parts,
    isEquivalent: () => false,
    diff: () =>
      [`--- ${source.file}`, `+++ ${source.file}`, `@@ ${source.pointer || "/"} @@`, `-${what.replace(/^without /, "")}`].join("\n"),
    focus: { policy: source.uses[0]?.policy, before: source.uses[0]?.policy.statements[0], whole: true },
  };
}

function partsOf({ uses }: PolicySource, change: (policies: readonly Policy[]) => WorldChange): readonly Part[] {
  const byWorld = new Map<World, Policy[]>();
  for (const { world, policy } of uses) byWorld.set(world, [...(byWorld.get(world) ?? []), policy]);
  return [...byWorld].map(([world, policies]) => ({ world, change: change(policies), touches: policies }));
}

function standsBesideOthers({ uses }: PolicySource, ours: ReadonlySet<Policy>): boolean {
  return uses.every(({ world, policy }) =>
    levelsOf(world.estate).every((level) => !level.includes(policy) || level.filter((one) => ours.has(one)).length > 1),
  );
}

const levelsOf = ({ organization }: Estate): readonly (readonly Policy[])[] => [
  ...new Set([...(organization?.members.values() ?? [])].flatMap(({ serviceControl }) => serviceControl)),
];

/** A level is known by the policies it has: in several worlds of one file it is one. */
function levelMutants(sources: readonly PolicySource[], ours: ReadonlySet<Policy>): readonly Mutant[] {
  const sourceOf = new Map(sources.flatMap((source) => source.uses.map(({ policy }) => [policy, source] as const)));
  const worlds = new Set(sources.flatMap(({ uses }) => uses.map(({ world }) => world)));
  const found = new Map<string, { readonly source: PolicySource; readonly names: string; readonly parts: Part[] }>();
  for (const world of worlds) {
    levelsOf(world.estate).forEach((level, number) => {
      const own = level.find((policy) => ours.has(policy));
      const source = own && sourceOf.get(own);
      if (source === undefined) return;
      const names = level.map(({ name }) => shown(name)).join(", ");
      const key = JSON.stringify([number, level.map((policy) => [policy.name, policy.statements[0]?.at])]);
      const known = found.get(key) ?? { source, names, parts: [] };
      const touches: readonly Touched[] = [level];
      known.parts.push({ world, change: { levels: new Set([level]) }, touches });
      found.set(key, known);
    });
  }
  return [...found.values()].map(({ source, names, parts }) =>
    mutantOf(source, "drop-level", `without the level that has ${names}`, parts),
  );
}
