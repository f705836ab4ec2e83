import type { Key } from "./key.ts";

/**
 * When the clock next does something to a key by itself; undefined if never. What it does is in `due.ts`.
 *
 * A key that waits for its deletion, or is disabled, is not rotated; when it is enabled again an overdue rotation is done at once (KMS Developer
 * Guide, "Rotating AWS KMS keys"). A rotation on demand that has begun is finished whatever happens to the key meanwhile.
 */
export function dueAt(key: Key): number | undefined {
  let earliest = Number.POSITIVE_INFINITY;
  if (key.deletion?.state === "PendingDeletion") earliest = key.deletion.at;
  earliest = Math.min(earliest, key.transitionEndsAt ?? earliest);
  earliest = Math.min(earliest, onDemandEnd(key) ?? earliest);
  if (rotates(key)) earliest = Math.min(earliest, key.rotation?.nextAt ?? earliest);
  for (const { expiresAt, secret } of key.materials)
    if (expiresAt !== undefined && secret !== undefined) earliest = Math.min(earliest, expiresAt);
  return earliest === Number.POSITIVE_INFINITY ? undefined : earliest;
}

/** When the rotation on demand of this key ends. A replica is rotated by its primary, here and below. */
export const onDemandEnd = ({ onDemand, multiRegion }: Key): number | undefined =>
  multiRegion?.type === "REPLICA" ? undefined : onDemand?.endsAt;

/** Whether its schedule rotates the key. */
export const rotates = (key: Key): boolean =>
  key.rotation !== undefined && key.enabled && key.deletion === undefined && key.multiRegion?.type !== "REPLICA";
