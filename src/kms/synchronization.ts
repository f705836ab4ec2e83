import { type AuditEvent, serviceEvent } from "./audit.ts";
import { uuid } from "./ids.ts";
import type { Key } from "./key.ts";
import type { Ports } from "./ports.ts";
import type { Change, StateView } from "./state.ts";

/**
 * What related multi-Region keys share, KMS copies from Region to Region: material, rotation, and which of them is the primary key. CloudTrail tells of
 * each copy where it arrives, as SynchronizeMultiRegionKey by AWS itself (KMS Developer Guide, "SynchronizeMultiRegionKey").
 */

const NONE: readonly Key[] = [];

/** The keys that these changes bring up to date; asked before they are made. `asked`: the keys the call is about, which need no copy. */
export function synchronized(changes: readonly Change[], state: StateView, asked: readonly string[]): readonly Key[] {
  return changes.flatMap((change) => {
    if (change.kind !== "put-key" || change.key.multiRegion === undefined) return NONE;
    const before = state.key(change.key.arn);
    const isCopied = before !== undefined && !asked.includes(before.arn) && !sharesWith(before, change.key);
    return isCopied || isReady(before, change.key) ? [change.key] : NONE;
  });
}

/** A replica is made in its Region, and is ready when all that is shared has been copied to it. */
const isReady = (before: Key | undefined, after: Key): boolean => before?.transition === "Creating" && after.transition === undefined;

/** Whether all that is shared stays as it was. That one Region has imported or lost a material is its own affair. */
const sharesWith = (before: Key, after: Key): boolean =>
  before.multiRegion?.primaryRegion === after.multiRegion?.primaryRegion &&
  before.rotation?.periodDays === after.rotation?.periodDays &&
  before.rotation?.nextAt === after.rotation?.nextAt &&
  (before.materials === after.materials || namesOf(before) === namesOf(after));

const namesOf = ({ materials }: Key): string =>
  materials.map(({ id, state, description }) => [id, state, description].join(" ")).join("\n");

export function synchronizationEvent(key: Key, at: number, { randomBytes }: Pick<Ports, "randomBytes">): AuditEvent {
  const { serviceEventDetails: _, ...event } = serviceEvent({ name: "SynchronizeMultiRegionKey", key, at, eventId: uuid(randomBytes) });
  return { ...event, eventType: "AwsApiCall", requestParameters: { keyId: key.arn }, requestID: uuid(randomBytes) };
}
