import type { Diagnostic } from "../base/diagnostic.ts";
import { listed, shown } from "../base/text.ts";
import type { Estate } from "../estate/estate.ts";
import type { Key } from "./key.ts";
import type { Seed } from "./seed.ts";
import type { StateView } from "./state.ts";

/**
 * What a world says of its keys and a store, which has had them before, says otherwise. The store's word stands: a warning for each key. To be asked once the
 * keys of the world are kept. What a world does not tell, such as key material, differs in nothing.
 */
export function seedDifferences(estate: Estate, { changes, arns }: Seed, state: StateView): readonly Diagnostic[] {
  const told = new Map(changes.flatMap((change) => (change.kind === "put-key" ? [[change.key.arn, change.key] as const] : [])));
  const aliases = new Map<string, string[]>();
  for (const change of changes)
    if (change.kind === "put-alias")
      aliases.set(change.alias.keyArn ?? "", [...(aliases.get(change.alias.keyArn ?? "") ?? []), change.alias.name]);
  return estate.keys.flatMap((key): readonly Diagnostic[] => {
    const arn = arns[key.name] ?? "";
    const [seeded, kept] = [told.get(arn), state.key(arn)];
    if (seeded === undefined || kept === undefined) return [];
    const tellsMaterial = key.dangerousKeyMaterial().length > 0;
    const names = MEMBERS.flatMap(([name, of]) => (name === "key material" && !tellsMaterial ? [] : of(seeded) === of(kept) ? [] : [name]));
    if (sorted(aliases.get(arn) ?? []) !== sorted(kept.aliases)) names.push("aliases");
    if (names.length === 0) return [];
    const message = `the store has the key ${shown(key.name)} with other ${listed(names)}: it stays as it is`;
    return [
      { code: "KW522", severity: "warning", message, at: key.at, help: "change it by a call, or begin with a store of another name" },
    ];
  });
}

const sorted = (names: readonly string[]): string => JSON.stringify([...names].sort());

const MEMBERS: readonly (readonly [name: string, of: (key: Key) => unknown])[] = [
  ["policy", ({ policy }) => withoutSpaces(policy)],
  ["description", ({ description }) => description],
  ["state", ({ enabled, deletion }) => `${enabled} ${deletion?.state}`],
  ["spec", ({ spec, usage, origin }) => `${spec} ${usage} ${origin}`],
  ["tags", ({ tags }) => sorted(tags.map(({ TagKey, TagValue }) => JSON.stringify([TagKey, TagValue])))],
  ["rotation", ({ rotation }) => rotation?.periodDays],
  ["key material", ({ materials }) => sorted(materials.map(({ id }) => id))],
];

/** A policy that was put back in another layout is the same. */
function withoutSpaces(policy: string): string {
  try {
    return JSON.stringify(JSON.parse(policy));
  } catch {
    return policy;
  }
}
