import { expect, test } from "vitest";
import { OverTime } from "../../src/replay/over-time.ts";

const START = Date.UTC(2026, 7, 1);
const HOUR = 3_600_000;
const at = (hour: number): string => new Date(START + hour * HOUR).toISOString();

test("by the hour, while there is room", () => {
  const over = new OverTime();
  const times = over.made();
  for (const hour of [0, 0.5, 1, 2.99, 7]) over.add(times, at(hour));
  over.add(times, undefined);
  expect(over.grain).toBe(HOUR);
  const within = (since: number, until: number) => over.within(times, { since: START + since * HOUR, until: START + until * HOUR });
  expect([within(0, 1), within(1, 3), within(3, 7), within(0, 8)]).toEqual([3, 3, 1, 6]); // what has no time is in each
});

test("longer stretches once there is more than is kept, and no call is lost", () => {
  const over = new OverTime();
  const [MANY, HOURS] = [400, 1500];
  const all = Array.from({ length: MANY }, () => over.made());
  for (const times of all) for (let hour = 0; hour < HOURS; hour++) over.add(times, at(hour));
  expect(over.grain).toBe(2 * HOUR);
  const half = Math.floor((START + (HOURS / 2) * HOUR) / over.grain) * over.grain;
  for (const times of [all[0], all.at(-1)]) {
    const [before, after] = [over.within(times!, { until: half }), over.within(times!, { since: half })];
    expect(before + after).toBe(HOURS);
    expect(Math.abs(before - HOURS / 2)).toBeLessThanOrEqual(2);
    expect(times!.size).toBeLessThanOrEqual(HOURS / 2 + 1);
  }
});
