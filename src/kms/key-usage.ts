import { DAY_MS } from "../base/time.ts";
import type { Key } from "./key.ts";
import type { KeyUse } from "./state.ts";

/** When KMS began to record the uses of keys (the value AWS was seen to give; its pages show examples only). */
const TRACKING_BEGAN = Date.UTC(2026, 3, 23);

/** Since when the uses of a key are recorded (KMS API Reference, GetKeyLastUsage). */
export const trackedSince = ({ createdAt }: Key): number => Math.max(createdAt, TRACKING_BEGAN);

/** Whole days without a use, as kms:TrailingDaysWithoutKeyUsage tells them; of a key that was never used, since its uses are recorded. */
export const idleDays = (key: Key, use: KeyUse | undefined, now: number): number =>
  Math.max(0, Math.floor((now - (use?.at ?? trackedSince(key))) / DAY_MS));
