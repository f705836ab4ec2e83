import { invariant } from "../base/invariant.ts";
import type { KeyOrigin, KeySpec, KeyUsage } from "../catalog/key-specs.ts";
import type { KeyState } from "../catalog/key-states.ts";
import type { KeyMaterial } from "../crypto/key-material.ts";
import { keyFactsOf } from "../estate/question.ts";
import type { KeyFacts } from "../iam/request.ts";

/** A KMS key. Never changed: a change of it is a new one in its place, so two that are identical are the same in every member. */
export type Key = {
  readonly arn: string;
  readonly id: string; // a UUID, or mrk- and 32 hex digits
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly manager: "CUSTOMER" | "AWS";
  readonly createdAt: number; // times here are milliseconds since the Unix epoch
  readonly description: string;
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  readonly origin: KeyOrigin;
  readonly policy: string; // the text of its key policy
  readonly tags: readonly Tag[];
  readonly aliases: readonly string[]; // "alias/app"; kept by `State.apply` alone
  readonly enabled: boolean; // what EnableKey and DisableKey set; the key state follows from this and the members below
  readonly deletion?: Deletion | undefined;
  readonly transition?: "Creating" | "Updating" | undefined; // on its way to or from another Region
  readonly transitionEndsAt?: number | undefined;
  readonly multiRegion?: MultiRegion | undefined;
  readonly materials: readonly Material[]; // oldest first; none in a custom key store
  readonly rotation?: Rotation | undefined; // automatic rotation; absent where it is not enabled
  readonly onDemand?: OnDemandRotation | undefined;
  readonly onDemandRotations: number; // how many there were: 25 are allowed
  readonly customKeyStoreId?: string | undefined;
  readonly xksKeyId?: string | undefined;
};

export type Tag = { readonly TagKey: string; readonly TagValue: string };

/** A primary key waits for its replicas to go; its window begins when they have (KMS Developer Guide, deleting multi-Region keys). */
export type Deletion =
  | { readonly state: "PendingDeletion"; readonly at: number; readonly windowDays: number }
  | { readonly state: "PendingReplicaDeletion"; readonly windowDays: number };

export type MultiRegion = { readonly type: "PRIMARY" | "REPLICA"; readonly primaryRegion: string };
export type Rotation = { readonly periodDays: number; readonly nextAt: number };
export type OnDemandRotation = { readonly startedAt: number; readonly endsAt: number };

/** One key material of a key. A symmetric key can have many: the current one encrypts, each opens what it sealed. */
export type Material = {
  readonly id: string; // 64 hex digits: KeyMaterialId
  readonly secret: KeyMaterial | undefined; // undefined: imported, then deleted or expired
  readonly state: "CURRENT" | "NON_CURRENT" | "PENDING_ROTATION" | "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";
  readonly rotatedAt?: number | undefined;
  readonly rotationType?: "AUTOMATIC" | "ON_DEMAND" | undefined;
  readonly importedAt?: number | undefined;
  readonly expiresAt?: number | undefined;
  readonly description?: string | undefined;
};

export const currentMaterial = (key: Key): Material | undefined => key.materials.find(({ state }) => state === "CURRENT");

/** The secret of the material in use; undefined where it is missing, or not in this process (custom key stores). */
export const currentSecret = (key: Key): KeyMaterial | undefined => currentMaterial(key)?.secret;

/** The same of a key in a state to be used, as the pipeline has checked before an operation runs. */
export function secretOf(key: Key): KeyMaterial {
  const secret = currentSecret(key);
  invariant(secret !== undefined, "a usable key has its material");
  return secret;
}

/**
 * The state of a key (KMS Developer Guide, "Key states of AWS KMS keys"). A key of a custom key store that waits for its deletion shows that even
 * while its store is disconnected. `isConnected` tells it of a custom key store.
 */
export function keyStateOf(key: Key, isConnected: (keyStoreId: string) => boolean): KeyState {
  if (key.deletion !== undefined) return key.deletion.state;
  if (key.customKeyStoreId !== undefined && !isConnected(key.customKeyStoreId)) return "Unavailable";
  if (key.transition !== undefined) return key.transition;
  if (lacksMaterial(key)) return "PendingImport";
  return key.enabled ? "Enabled" : "Disabled";
}

/** Imported material can be missing, and one that is missing stops the whole key, also encryption under the others. */
const lacksMaterial = ({ origin, materials }: Key): boolean =>
  origin === "EXTERNAL" &&
  (!materials.some(({ state }) => state === "CURRENT") ||
    materials.some((material) => isAssociated(material) && material.secret === undefined));

/** Current or formerly current: a material that only waits for its rotation is not the key's yet. */
export const isAssociated = ({ state }: Material): boolean => state === "CURRENT" || state === "NON_CURRENT";

/** What policies can ask about a key. */
export const factsOf = ({ manager, multiRegion, tags, ...key }: Key): KeyFacts =>
  keyFactsOf({
    ...key,
    managedBy: manager === "AWS" ? "aws" : "customer",
    tags: Object.fromEntries(tags.map(({ TagKey, TagValue }) => [TagKey, TagValue])),
    multiRegion: multiRegion !== undefined,
    multiRegionKeyType: multiRegion?.type,
  });

export const keyArn = (home: { readonly partition: string; readonly region: string; readonly account: string }, id: string): string =>
  `arn:${home.partition}:kms:${home.region}:${home.account}:key/${id}`;
