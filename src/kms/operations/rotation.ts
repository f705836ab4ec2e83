import { ok, type Result } from "../../base/result.ts";
import { DAY_MS, SECOND_MS } from "../../base/time.ts";
import { onKey } from "../checks.ts";
import { rotates } from "../due-time.ts";
import { error, type KmsError, refuse } from "../errors.ts";
import * as member from "../input.ts";
import { isAssociated, type Key, type Material } from "../key.ts";
import { type Ended, operation } from "../operation.ts";
import { growingListing, pageOf } from "../paging.ts";
import { QUOTAS } from "../quotas.ts";
import { awaitingRotation } from "../rotate.ts";
import type { Change, StateView } from "../state.ts";

/**
 * Rotation of key material (KMS Developer Guide, "Rotate AWS KMS keys"). Related keys of all Regions share schedule and materials, and the primary key
 * alone can be told. What the clock does is in `rotate.ts`.
 */

const DEFAULT_PERIOD_DAYS = 365;
const MINUTE_MS = 60_000;
/** KMS API Reference, EnableKeyRotation. On a key that rotates already, only another period begins the schedule anew (observed). */
export const EnableKeyRotation = operation({
  name: "EnableKeyRotation",
  input: member.request({ KeyId: member.keyId(), RotationPeriodInDays: member.integer(90, 2560).optional() }),
  checks: { key: onKey("kms:EnableKeyRotation", "KeyId", "id or ARN") },
  context: ({ RotationPeriodInDays = DEFAULT_PERIOD_DAYS }) => ({ keys: { "kms:RotationPeriodInDays": RotationPeriodInDays } }),
  wrongUsage: () => NOT_SYMMETRIC,
  run: ({ input, found, now, state }): Ended<object> => {
    const { key } = found.key;
    const allowed = checkSettable(key, "EnableKeyRotation");
    if (!allowed.ok) return allowed;
    const periodDays = input.RotationPeriodInDays ?? key.rotation?.periodDays ?? DEFAULT_PERIOD_DAYS;
    if (periodDays === key.rotation?.periodDays) return ok({ reply: {}, changes: [] });
    return ok({ reply: {}, changes: inAllRegions(key, state, { rotation: { periodDays, nextAt: now + periodDays * DAY_MS } }) });
  },
  log: { parameters: ["KeyId", "RotationPeriodInDays"] },
});

/** KMS API Reference, DisableKeyRotation. On an HMAC key it does nothing, and succeeds (observed). */
export const DisableKeyRotation = operation({
  name: "DisableKeyRotation",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onKey("kms:DisableKeyRotation", "KeyId", "id or ARN") },
  wrongUsage: ({ usage }) => (usage === "GENERATE_VERIFY_MAC" ? undefined : NOT_SYMMETRIC),
  run: ({ found, state }): Ended<object> => {
    const { key } = found.key;
    const allowed = checkSettable(key, "DisableKeyRotation");
    if (!allowed.ok) return allowed;
    return ok({ reply: {}, changes: key.rotation === undefined ? [] : inAllRegions(key, state, { rotation: undefined }) });
  },
  log: { parameters: ["KeyId"] },
});

const NOT_SYMMETRIC: KmsError = error("UnsupportedOperationException"); // seen to have no message

function checkSettable(key: Key, name: string): Result<undefined, KmsError> {
  if (key.multiRegion?.type === "REPLICA") {
    return refuse("UnsupportedOperationException", `${key.arn} is a multi-region replica key which is not valid for ${name}.`);
  }
  return ok(undefined);
}

const inAllRegions = (key: Key, state: StateView, shared: Pick<Key, "rotation"> | Pick<Key, "onDemand">): readonly Change[] =>
  state.related(key).map((related) => ({ kind: "put-key", key: { ...related, ...shared } }));

export type GetKeyRotationStatusReply = {
  readonly KeyRotationEnabled: boolean;
  readonly KeyId: string;
  readonly RotationPeriodInDays?: number;
  readonly NextRotationDate?: Date;
  readonly OnDemandRotationStartDate?: Date;
};

/**
 * KMS API Reference, GetKeyRotationStatus. Keys that cannot be rotated by a schedule say false: imported ones (observed, though documented to answer with
 * an error), and those of custom key stores while they are connected (KMS Developer Guide, "Key states of AWS KMS keys").
 */
export const GetKeyRotationStatus = operation({
  name: "GetKeyRotationStatus",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onKey("kms:GetKeyRotationStatus", "KeyId", "id or ARN") },
  run: ({ found, now }): Ended<GetKeyRotationStatusReply> => {
    const { key } = found.key;
    const schedule = shownSchedule(key);
    const isShown = key.onDemand !== undefined && now < key.onDemand.startedAt + SHOWN_MS;
    return ok({
      reply: {
        KeyRotationEnabled: schedule !== undefined,
        KeyId: key.arn,
        ...(schedule !== undefined && { RotationPeriodInDays: schedule.periodDays, NextRotationDate: new Date(schedule.nextAt) }),
        ...(isShown && { OnDemandRotationStartDate: new Date(key.onDemand.startedAt) }),
      },
      changes: [],
    });
  },
  log: { parameters: ["KeyId"] },
});

/**
 * A key pending deletion hides its schedule; a primary key that waits for its replicas does not (observed). An AWS managed key is documented to say
 * true always; a fresh one was seen to say false: we say true from its first rotation on.
 */
function shownSchedule({ rotation, deletion, manager, materials }: Key): Key["rotation"] {
  if (deletion?.state === "PendingDeletion") return undefined;
  return manager === "AWS" && !materials.some(hasRotated) ? undefined : rotation;
}

const hasRotated = ({ rotatedAt }: Material): boolean => rotatedAt !== undefined;

/**
 * How long a rotation on demand takes: the current material was another after 61 to 66 seconds; and how long GetKeyRotationStatus tells of it: some 6 seconds
 * (both recorded 2025-11-10; rule kms.rotation.on-demand). And how near an automatic one must not be (KMS API Reference, RotateKeyOnDemand).
 */
const ON_DEMAND_MS = 64 * SECOND_MS;
const SHOWN_MS = 6 * SECOND_MS;
const CONFLICT_MS = 20 * MINUTE_MS;

/** KMS API Reference, RotateKeyOnDemand. A second call while one is under way changes nothing, and succeeds. */
export const RotateKeyOnDemand = operation({
  name: "RotateKeyOnDemand",
  input: member.request({ KeyId: member.keyId() }),
  checks: { key: onKey("kms:RotateKeyOnDemand", "KeyId", "id or ARN") },
  wrongUsage: () => NOT_SYMMETRIC,
  run: ({ found, now, state }): Ended<{ readonly KeyId: string }> => {
    const { key } = found.key;
    const allowed = checkSettable(key, "RotateKeyOnDemand");
    if (!allowed.ok) return allowed;
    const reply = { KeyId: key.arn };
    if (key.onDemand !== undefined) return ok({ reply, changes: [] });
    const obstacle = checkOnDemand(key, now);
    if (obstacle !== undefined) return { ok: false, error: obstacle };
    return ok({ reply, changes: inAllRegions(key, state, { onDemand: { startedAt: now, endsAt: now + ON_DEMAND_MS } }) });
  },
  log: { parameters: ["KeyId"], response: (reply) => reply },
});

function checkOnDemand(key: Key, now: number): KmsError | undefined {
  if (key.onDemandRotations >= QUOTAS.onDemandRotations) {
    return error(
      "LimitExceededException",
      `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${key.arn}`,
    );
  }
  if (rotates(key) && key.rotation !== undefined && key.rotation.nextAt - now <= CONFLICT_MS) {
    return error("ConflictException", `An automatic rotation of ${key.arn} begins within 20 minutes.`); // our words
  }
  if (key.origin !== "EXTERNAL" || awaitingRotation(key) !== undefined) return undefined;
  return error("KMSInvalidStateException", `No available key material pending rotation for the key: ${key.arn}.`);
}

export type RotationsListEntry = {
  readonly KeyId: string;
  readonly KeyMaterialId: string;
  readonly KeyMaterialState: Material["state"];
  readonly RotationDate?: Date;
  readonly RotationType?: "AUTOMATIC" | "ON_DEMAND";
  readonly ImportState?: "IMPORTED" | "PENDING_IMPORT"; // this and the rest: of imported material
  readonly KeyMaterialDescription?: string;
  readonly ExpirationModel?: "KEY_MATERIAL_EXPIRES" | "KEY_MATERIAL_DOES_NOT_EXPIRE";
  readonly ValidTo?: Date;
};

export type ListKeyRotationsReply = {
  readonly Rotations: readonly RotationsListEntry[];
  readonly NextMarker?: string;
  readonly Truncated: boolean;
};

/**
 * KMS API Reference, ListKeyRotations: the rotations that have been made, or every material of the key; oldest first. Of a key in a custom key store
 * KMS tells no material, here as in DescribeKey. A material that waits for its rotation can go again, but is the last.
 */
export const ListKeyRotations = operation({
  name: "ListKeyRotations",
  input: member.request({
    KeyId: member.keyId(),
    IncludeKeyMaterial: member.oneOf(["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"]).optional(),
    Limit: member.limit(),
    Marker: member.marker(),
  }),
  checks: { key: onKey("kms:ListKeyRotations", "KeyId", "id or ARN") },
  run: ({ input, found }): Ended<ListKeyRotationsReply> => {
    const { key } = found.key;
    const all = input.IncludeKeyMaterial === "ALL_KEY_MATERIAL";
    const isSymmetric = key.spec === "SYMMETRIC_DEFAULT";
    if (all && !isSymmetric)
      return refuse("ValidationException", "Input parameter includeKeyMaterial can only be used with symmetric keys.");
    const shown = isSymmetric && key.customKeyStoreId === undefined ? key.materials : [];
    const listed = new Map(shown.filter((material) => all || hasRotated(material)).map((material) => [material.id, material]));
    const page = pageOf(growingListing(listed.keys()), input, {
      usual: 100,
      most: 1000,
      listing: `${all ? "materials" : "rotations"} ${key.id}`,
    });
    if (!page.ok) return page;
    const { names, ...rest } = page.value;
    return ok({ reply: { Rotations: names.map((id) => entryOf(key, listed.get(id) as Material)), ...rest }, changes: [] });
  },
  log: { parameters: ["KeyId", "IncludeKeyMaterial", "Limit", "Marker"] },
});

function entryOf(key: Key, material: Material): RotationsListEntry {
  const { id, state, rotatedAt, rotationType } = material;
  return {
    KeyId: key.arn,
    KeyMaterialId: id,
    KeyMaterialState: state,
    ...(rotatedAt !== undefined && isAssociated(material) && { RotationDate: new Date(rotatedAt) }),
    ...(rotationType !== undefined && { RotationType: rotationType }),
    ...(key.origin === "EXTERNAL" && importOf(material)),
  };
}

function importOf({ secret, description, expiresAt }: Material) {
  const described = description === undefined ? {} : { KeyMaterialDescription: description };
  if (secret === undefined) return { ImportState: "PENDING_IMPORT", ...described } as const;
  const expiry =
    expiresAt === undefined
      ? ({ ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const)
      : ({ ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(expiresAt) } as const);
  return { ImportState: "IMPORTED", ...described, ...expiry } as const;
}
