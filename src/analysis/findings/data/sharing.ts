import { listed } from "../../../base/text.ts";
import type { WorldResource } from "../../../estate/estate.ts";
import type { World } from "../../../estate/world.ts";
import { keyOf } from "../../data/proof.ts";
import type { Draft } from "../finding.ts";

/** Shares that AWS does not make, or that come to nothing, whatever policies say. */
export function sharing(world: World, resource: WorldResource): readonly Draft[] {
  const { name, kind, facts, at, key, arn } = resource;
  const { sharedWith, tier, type } = facts;
  if (kind.sharedWith === undefined || sharedWith === undefined || sharedWith.length === 0) return [];
  const whom = sharedWith === "all" ? "everybody" : listed(sharedWith, "and");
  const draft = (why: string): readonly Draft[] => [
    { code: "KW774", level: "medium", text: `${name} is shared with ${whom}: ${why}`, at, same: [arn] },
  ];
  if (kind.name === "parameter" && tier === "standard") return draft("only advanced parameters can be shared"); // SSM-SHARE
  if (kind.name === "parameter" && type !== undefined && type !== "SecureString") return [];
  const own = keyOf(world, resource);
  if (own?.managedBy === "aws") return draft(`it is encrypted under ${own.aliases[0] ?? own.name}, which lets no other account in`); // EBS-SHARE, RDS-SHARE, SSM-SHARE
  return key.kind === "key" && sharedWith === "all" ? draft("what is encrypted can be shared with accounts, and not with everybody") : []; // EBS-SHARE, RDS-SHARE
}
