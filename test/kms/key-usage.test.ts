import { describe, expect, it } from "vitest";
import type { Key } from "../../src/kms/key.ts";
import { idleDays, trackedSince } from "../../src/kms/key-usage.ts";

const DAY = 86_400_000;
const made = (createdAt: number) => ({ createdAt }) as Key;
const use = (at: number) => ({ operation: "Encrypt", at, eventId: "", requestId: "" });
const BEGAN = Date.UTC(2026, 3, 23);

describe("the uses of a key", () => {
  it("are recorded since it was made, or since KMS began to", () => {
    expect(trackedSince(made(BEGAN + DAY))).toBe(BEGAN + DAY);
    expect(trackedSince(made(BEGAN - DAY))).toBe(BEGAN);
  });

  it("are told by whole days without one", () => {
    const key = made(BEGAN + DAY);
    expect(idleDays(key, undefined, BEGAN + DAY)).toBe(0);
    expect(idleDays(key, undefined, BEGAN + 3 * DAY - 1)).toBe(1);
    expect(idleDays(key, use(BEGAN + 5 * DAY), BEGAN + 15 * DAY)).toBe(10);
  });

  it("are none before the beginning: a clock that is behind counts no days", () => {
    expect(idleDays(made(0), undefined, BEGAN - 9 * DAY)).toBe(0);
    expect(idleDays(made(0), use(BEGAN), BEGAN - DAY)).toBe(0);
  });
});
