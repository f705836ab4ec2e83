import { pointerSteps } from "../base/text.ts";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { everything } from "../estate/doubts.ts";
import type { WorldKey } from "../estate/estate.ts";
import { mayBeMore } from "../estate/knowledge.ts";
import type { DoubtfulStatement } from "../iam/policy.ts";
import type { KeyEntry } from "./document.ts";
import type { Source } from "./files.ts";
import type { ReadLeaf } from "./leaves.ts";
import type { WorldParts } from "./parts.ts";

/** What is not known of a key: statements that may be there, and facts. */
export type KeyDoubts = {
  readonly statements: readonly DoubtfulStatement[];
  readonly facts: Pick<WorldKey, "untold" | "unknown" | "openGrants" | "assumes" | "openName">;
};

/** The condition keys that facts of a key feed. */
const FED: Readonly<Record<string, readonly string[]>> = {
  aliases: ["kms:ResourceAliases"],
  tags: ["aws:ResourceTag/"],
  spec: ["kms:KeySpec"],
  usage: ["kms:KeyUsage"],
  origin: ["kms:KeyOrigin"],
  multiRegion: ["kms:MultiRegion", "kms:MultiRegionKeyType"],
};

/** Grants that may be there allow as statements of the key policy for their operations would. */
export function doubtsOf(
  name: string,
  entry: KeyEntry,
  { arn, account }: Pick<WorldKey, "arn" | "account">,
  source: Source,
  pointer: string,
  { knowledge, invented }: WorldParts,
): KeyDoubts {
  const leaves = [...(source.leaves ?? [])].filter(([at]) => at.startsWith(`${pointer}/`));
  const open = leaves.filter(([, { may }]) => may !== undefined);
  const untold = (entry.unknown ?? []).filter((fact) => fact === "aliases" || entry[fact] === undefined); // of aliases, others than those listed
  const unknown = [
    ...untold.flatMap((fact) => FED[fact] ?? []),
    ...open.flatMap(([at]) => {
      const [, , member, tag] = pointerSteps(at);
      return member === "aliases" ? ["kms:ResourceAliases"] : member === "tags" ? [`aws:ResourceTag/${tag}`] : [];
    }),
  ];
  const symbolic = (entry.grants ?? []).flatMap((grant, i) => {
    const at = `${pointer}/grants/${i}`;
    const inside = open.filter(([own]) => own.startsWith(`${at}/`)).map(([, leaf]) => leaf);
    return inside.length === 0
      ? []
      : [ofGrant(grant, inside, `grant ${grant.name ?? grant.id ?? i + 1} of ${name}`, { arn, at: source.placeOf(at) })];
  });
  const mayHaveMore = entry.knows?.grants === "some" || (entry.knows?.grants === undefined && mayBeMore(knowledge, "grants", account));
  const more = { id: `grants:${arn}`, text: `grants of ${name}`, at: source.placeOf(pointer) };
  const others = mayHaveMore ? [everything("key-policy", more.text, "Allow", more, GRANT_OPERATIONS.map(actionOf))] : [];
  const [first] = [...others, ...symbolic];
  const assumes = leaves.flatMap(([, { assumed }]) => assumed ?? []);
  return {
    statements: [...symbolic, ...others],
    facts: {
      ...openNameOf(name, arn, source.leaves?.get(`${pointer}/arn`), invented),
      ...(untold.length > 0 && { untold }),
      ...(unknown.length > 0 && { unknown: [...new Set(unknown)] }),
      ...(first !== undefined && { openGrants: first.doubt.text }),
      ...(assumes.length > 0 && { assumes: [...new Set(assumes)] }),
    },
  };
}

/** A key whose id was made up, or whose ARN is a symbol. */
function openNameOf(
  name: string,
  arn: string,
  leaf: ReadLeaf | undefined,
  invented: ReadonlyMap<string, string>,
): Pick<WorldKey, "openName"> {
  const text = `the id of key ${name}`;
  const may = leaf?.may;
  if (may !== undefined) return { openName: { own: arn, form: "pattern" in may ? may.pattern : "*", fresh: false, text } };
  const made = [...invented].find(([one]) => arn.endsWith(`/${one}`));
  if (made === undefined) return {};
  return { openName: { own: arn, form: `${arn.slice(0, -made[0].length)}${made[1]}*`, fresh: true, text } };
}

const actionOf = (operation: string): string => `kms:${operation}`;

type Grant = NonNullable<KeyEntry["grants"]>[number];

/** A grant whose principals are not known lets anybody do what it is for. */
function ofGrant(grant: Grant, leaves: readonly ReadLeaf[], called: string, { arn, at }: Pick<WorldKey, "arn" | "at">): DoubtfulStatement {
  const id = `grant:${arn}:${JSON.stringify(grant)}:${leaves.map((leaf) => leaf.id).join()}`;
  const text = `${called}, symbol ${[...new Set(leaves.flatMap(({ names }) => names))].join(", ")}`;
  return everything("key-policy", called, "Allow", { id, text, at }, grant.operations.map(actionOf));
}
