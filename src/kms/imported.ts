import type { KeyMaterial } from "../crypto/key-material.ts";
import { isAssociated, type Key, keyStateOf, type Material } from "./key.ts";
import type { Change } from "./state.ts";

/**
 * Imported key material, in all Regions of a key (KMS Developer Guide, "Importing key material for AWS KMS keys"). Which materials a key has, their
 * order, states and descriptions are shared by related keys; whether a material is there, and when it expires, is told of each Region for itself.
 *
 * These take a key and all keys related to it, the key among them, and give what changes.
 */
type Related = readonly Key[];

export type Import = {
  readonly secret: KeyMaterial;
  readonly at: number;
  readonly expiresAt: number | undefined;
  readonly description: string | undefined; // undefined: the one it had stays
};

/** The material is in the key from now on. One the key does not know becomes its current one if it is the first, and else waits for a rotation. */
export function withMaterial(related: Related, key: Key, given: Import): readonly Change[] {
  const { id } = given.secret;
  const known = key.materials.some((material) => material.id === id);
  const added: Material = {
    id,
    secret: undefined,
    state: key.materials.length === 0 ? "CURRENT" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION",
  };
  const after = related.map((other): Key => {
    const materials = (known ? other.materials : [...other.materials, added]).map((material) =>
      material.id === id ? described(material, given) : material,
    );
    return other.arn === key.arn
      ? enabledIfWhole({ ...other, materials: materials.map((material) => (material.id === id ? held(material, given) : material)) })
      : { ...other, materials };
  });
  return changed(related, settled(after));
}

const described = (material: Material, { description }: Import): Material =>
  description === undefined ? material : { ...material, description };
const held = (material: Material, { secret, at, expiresAt }: Import): Material => ({ ...material, secret, importedAt: at, expiresAt });

/** An import that completes what the key needs enables it, also where it was disabled (observed). */
const enabledIfWhole = (key: Key): Key =>
  keyStateOf({ ...key, transition: undefined }, () => true) === "PendingImport" ? key : { ...key, enabled: true };

/**
 * The material is deleted from the key, or has expired. One that only waits for a rotation is forgotten: with that of the primary key those of its
 * replicas too, with that of a replica no other (KMS API Reference, DeleteImportedKeyMaterial).
 */
export function withoutMaterial(related: Related, key: Key, id: string): readonly Change[] {
  const material = key.materials.find((candidate) => candidate.id === id);
  if (material?.secret === undefined) return [];
  const isForgotten = !isAssociated(material) && key.multiRegion?.type !== "REPLICA";
  const after = related.map((other): Key => {
    if (isForgotten) return { ...other, materials: other.materials.filter((candidate) => candidate.id !== id) };
    if (other.arn !== key.arn) return other;
    return { ...other, materials: other.materials.map((candidate) => (candidate.id === id ? missing(candidate) : candidate)) };
  });
  return changed(related, settled(after));
}

/** The same material as a Region shows that has not imported it. */
export const missing = (material: Material): Material => ({ ...material, secret: undefined, importedAt: undefined, expiresAt: undefined });

/** A material that is not current yet can be made so when every Region has it (KMS API Reference, RotationsListEntry). */
export function settled(related: Related): Related {
  const waiting = related.flatMap(({ materials }) => materials.filter((material) => !isAssociated(material)));
  if (waiting.length === 0) return related;
  const everywhere = waiting.every(({ secret }) => secret !== undefined);
  const state = everywhere ? "PENDING_ROTATION" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";
  return related.map((key) => {
    if (key.materials.every((material) => isAssociated(material) || material.state === state)) return key;
    return { ...key, materials: key.materials.map((material) => (isAssociated(material) ? material : { ...material, state })) };
  });
}

/** What became of keys, as changes: of those that are not the same any more. */
export const changed = (before: Related, after: Related): readonly Change[] =>
  after.flatMap((key, i) => (key === before[i] ? [] : [{ kind: "put-key" as const, key }]));
