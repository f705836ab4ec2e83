import { expect, test } from "vitest";
import { isToldUsable, rotationOf, stateMembers } from "../../src/kms/world-key-state.ts";

const DAY_MS = 86_400_000;

test.each([
  [{}, { enabled: true }],
  [{ enabled: false }, { enabled: false }],
  [{ enabled: false, state: "Enabled" }, { enabled: true }],
  [{ state: "Disabled" }, { enabled: false }],
  [{ state: "PendingDeletion" }, { enabled: true, deletion: { state: "PendingDeletion", at: 30 * DAY_MS + 5, windowDays: 30 } }],
  [
    { state: "PendingDeletion", pendingWindowInDays: 7 },
    { enabled: true, deletion: { state: "PendingDeletion", at: 7 * DAY_MS + 5, windowDays: 7 } },
  ],
  [{ state: "PendingReplicaDeletion" }, { enabled: true, deletion: { state: "PendingReplicaDeletion", windowDays: 30 } }],
  [{ state: "Creating" }, { enabled: true, transition: "Creating", transitionEndsAt: 2005 }],
  [{ state: "PendingImport" }, { enabled: true }],
] as const)("%j is kept as %j", (told, members) => expect(stateMembers(told, 5)).toEqual(members));

test("only a key that is told to be usable has material that nobody told", () => {
  expect([{}, { state: "PendingImport" }, { state: "Enabled" }, { state: "Disabled" }].map((told) => isToldUsable(told as object))).toEqual(
    [false, false, true, true],
  );
});

test("the first rotation is a period after the key was made", () => {
  expect(rotationOf({ rotationPeriodInDays: 90 }, 7)).toEqual({ periodDays: 90, nextAt: 90 * DAY_MS + 7 });
  expect(rotationOf({}, 7)).toBeUndefined();
});
