import { ok } from "../../base/result.ts";
import { DAY_MS } from "../../base/time.ts";
import { onKey } from "../checks.ts";
import { error } from "../errors.ts";
import * as member from "../input.ts";
import type { Deletion, Key } from "../key.ts";
import { idleDays, trackedSince } from "../key-usage.ts";
import { type Check, type Ended, type LocatedKey, operation } from "../operation.ts";
import type { StateView } from "../state.ts";

/** On a key that is to go out of use: policies can ask how long nobody used it. */
const onIdleKey = (action: "kms:DisableKey" | "kms:ScheduleKeyDeletion"): Check<LocatedKey & { readonly idleDays: number }> => ({
  action,
  locate: (input, site) => {
    const found = onKey(action, "KeyId", "id or ARN").locate(input, site);
    if (!found.ok) return found;
    const { key } = found.value;
    return ok({ ...found.value, idleDays: idleDays(key, site.state.lastUse(key.arn), site.now) });
  },
});

/** KMS API Reference, EnableKey. */
export const EnableKey = operation({
  name: "EnableKey",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onKey("kms:EnableKey", "KeyId", "id or ARN") },
  run: ({ found, now }) => ok({ reply: {}, changes: [{ kind: "put-key" as const, key: enabled(found.key.key, now) }] }),
  log: { parameters: ["KeyId"] },
});

/** A rotation that was due meanwhile is due now, once (KMS Developer Guide, "Rotating AWS KMS keys"); that of a replica is its primary's. */
function enabled(key: Key, now: number): Key {
  if (key.enabled) return key;
  const rotation = key.multiRegion?.type === "REPLICA" ? undefined : key.rotation;
  return { ...key, enabled: true, ...(rotation !== undefined && { rotation: { ...rotation, nextAt: Math.max(rotation.nextAt, now) } }) };
}

/** KMS API Reference, DisableKey. */
export const DisableKey = operation({
  name: "DisableKey",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onIdleKey("kms:DisableKey") },
  context: (_input, _role, { key }) => ({ keys: { "kms:TrailingDaysWithoutKeyUsage": key.idleDays } }),
  run: ({ found: { key } }) => ok({ reply: {}, changes: [{ kind: "put-key" as const, key: { ...key.key, enabled: false } }] }),
  log: { parameters: ["KeyId"] },
});

export type ScheduleKeyDeletionReply = {
  readonly KeyId: string;
  readonly DeletionDate?: Date; // absent of a primary key that waits for its replicas
  readonly KeyState: Deletion["state"];
  readonly PendingWindowInDays: number;
};

/** KMS API Reference, ScheduleKeyDeletion. The model takes 1 to 365 days, the service 7 to 30. */
export const ScheduleKeyDeletion = operation({
  name: "ScheduleKeyDeletion",
  input: member.request({ KeyId: member.keyId(), PendingWindowInDays: member.integer(1, 365).default(30) }),
  checks: { key: onIdleKey("kms:ScheduleKeyDeletion") },
  context: ({ PendingWindowInDays }, _role, { key }) => ({
    keys: { "kms:ScheduleKeyDeletionPendingWindowInDays": PendingWindowInDays, "kms:TrailingDaysWithoutKeyUsage": key.idleDays },
  }),
  validate: ({ PendingWindowInDays: days }) =>
    days < 7 || days > 30 ? error("ValidationException", `PendingWindowInDays must be between 7 and 30, but it is ${days}`) : undefined, // our words
  run: ({ input, found, state, now }): Ended<ScheduleKeyDeletionReply> => {
    const { key } = found.key;
    const windowDays = input.PendingWindowInDays;
    const deletion: Deletion = hasReplicas(key, state)
      ? { state: "PendingReplicaDeletion", windowDays }
      : { state: "PendingDeletion", at: now + windowDays * DAY_MS, windowDays };
    return ok({
      reply: {
        KeyId: key.arn,
        ...(deletion.state === "PendingDeletion" && { DeletionDate: new Date(deletion.at) }),
        KeyState: deletion.state,
        PendingWindowInDays: windowDays,
      },
      changes: [{ kind: "put-key", key: { ...key, deletion } }],
    });
  },
  log: { parameters: ["KeyId", "PendingWindowInDays"], response: (reply) => reply },
});

/** A primary key goes after its replicas, also those that wait for their own deletion (KMS Developer Guide, deleting multi-Region keys). */
const hasReplicas = (key: Key, state: StateView): boolean =>
  key.multiRegion?.type === "PRIMARY" && state.related(key).some(({ multiRegion }) => multiRegion?.type === "REPLICA");

/** KMS API Reference, CancelKeyDeletion: the key is disabled afterwards. */
export const CancelKeyDeletion = operation({
  name: "CancelKeyDeletion",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onKey("kms:CancelKeyDeletion", "KeyId", "id or ARN") },
  run: ({ found }): Ended<{ readonly KeyId: string }> => {
    const { key } = found.key;
    return ok({ reply: { KeyId: key.arn }, changes: [{ kind: "put-key", key: { ...key, enabled: false, deletion: undefined } }] });
  },
  log: { parameters: ["KeyId"], response: (reply) => reply },
});

export type GetKeyLastUsageReply = {
  readonly KeyId: string;
  readonly KeyLastUsage: {
    readonly Operation?: string;
    readonly Timestamp?: Date;
    readonly CloudTrailEventId?: string;
    readonly KmsRequestId?: string;
  };
  readonly TrackingStartDate: Date;
  readonly KeyCreationDate: Date;
};

/** KMS API Reference, GetKeyLastUsage: nothing in KeyLastUsage says that no use was recorded. Related multi-Region keys are recorded each for itself. */
export const GetKeyLastUsage = operation({
  name: "GetKeyLastUsage",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onKey("kms:GetKeyLastUsage", "KeyId", "id or ARN") },
  run: ({ found, state }): Ended<GetKeyLastUsageReply> => {
    const { key } = found.key;
    const use = state.lastUse(key.arn);
    const KeyLastUsage =
      use === undefined
        ? {}
        : { Operation: use.operation, Timestamp: new Date(use.at), CloudTrailEventId: use.eventId, KmsRequestId: use.requestId };
    return ok({
      reply: { KeyId: key.id, KeyLastUsage, TrackingStartDate: new Date(trackedSince(key)), KeyCreationDate: new Date(key.createdAt) },
      changes: [],
    });
  },
  log: { parameters: ["KeyId"] },
});
