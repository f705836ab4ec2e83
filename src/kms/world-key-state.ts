import { DAY_MS } from "../base/time.ts";
import type { Key } from "./key.ts";
import type { WorldKey } from "./world.ts";

const LONGEST_WINDOW = 30; // days: ScheduleKeyDeletion's default
const TRANSITION_MS = 2000; // as long as the KMS itself takes to replicate a key, or to change its primary Region

/** What a world says of a key's state, in the members from which the state follows. Times that nobody told count from now. */
export function stateMembers(told: WorldKey, now: number): Pick<Key, "enabled" | "deletion" | "transition" | "transitionEndsAt"> {
  const { state = told.enabled === false ? "Disabled" : "Enabled", pendingWindowInDays: windowDays = LONGEST_WINDOW } = told;
  switch (state) {
    case "Disabled":
      return { enabled: false };
    case "PendingDeletion":
      return { enabled: true, deletion: { state, at: now + windowDays * DAY_MS, windowDays } };
    case "PendingReplicaDeletion":
      return { enabled: true, deletion: { state, windowDays } };
    case "Creating":
    case "Updating":
      return { enabled: true, transition: state, transitionEndsAt: now + TRANSITION_MS };
    default:
      return { enabled: true };
  }
}

/** A key that is told to be usable has material, also where it is an imported one that nobody told. */
export const isToldUsable = ({ state }: WorldKey): boolean => state !== undefined && state !== "PendingImport";

/** Automatic rotation of a key that is as old as the world says. */
export const rotationOf = ({ rotationPeriodInDays: periodDays }: WorldKey, createdAt: number): Key["rotation"] =>
  periodDays === undefined ? undefined : { periodDays, nextAt: createdAt + periodDays * DAY_MS };
