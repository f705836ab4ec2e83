import { expect, it } from "vitest";
import { dueAt, rotates } from "../../src/kms/due-time.ts";
import { DAY, key, material, NOW } from "./records.ts";

const rotation = { periodDays: 90, nextAt: NOW + 90 * DAY };
const deletion = { state: "PendingDeletion", at: NOW + 7 * DAY, windowDays: 7 } as const;

it("is the earliest of what waits", () => {
  expect(dueAt(key())).toBeUndefined();
  expect(dueAt(key({ rotation }))).toBe(NOW + 90 * DAY);
  expect(dueAt(key({ rotation, onDemand: { startedAt: NOW, endsAt: NOW + 1 } }))).toBe(NOW + 1);
  expect(dueAt(key({ rotation, deletion }))).toBe(NOW + 7 * DAY);
  expect(dueAt(key({ materials: [material({ expiresAt: NOW + 5 }), material({ expiresAt: NOW + 4, secret: undefined })] }))).toBe(NOW + 5);
  expect(dueAt(key({ transition: "Creating", transitionEndsAt: NOW + 3 }))).toBe(NOW + 3);
  expect(dueAt(key({ deletion: { state: "PendingReplicaDeletion", windowDays: 7 } }))).toBeUndefined();
});

it("is no rotation for a key that is disabled, that is to be deleted, or that its primary rotates", () => {
  expect(rotates(key({ rotation }))).toBe(true);
  expect(rotates(key({ rotation, enabled: false }))).toBe(false);
  expect(rotates(key({ rotation, deletion }))).toBe(false);
  expect(rotates(key({ rotation, multiRegion: { type: "REPLICA", primaryRegion: "us-west-2" } }))).toBe(false);
});
