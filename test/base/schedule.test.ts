import fc from "fast-check";
import { expect, it } from "vitest";
import { Schedule } from "../../src/base/schedule.ts";

it("gives what is due, the earliest first, and forgets what was put off", () => {
  const times = new Map<string, number>();
  const schedule = new Schedule();
  const set = (name: string, at: number) => {
    times.set(name, at);
    schedule.set(name, at);
  };
  set("a", 30);
  set("b", 10);
  set("b", 50);
  const current = (name: string) => times.get(name);
  expect(schedule.due(29, current)).toBeUndefined();
  expect(schedule.due(30, current)).toEqual({ name: "a", at: 30 });
  times.delete("a");
  expect(schedule.due(49, current)).toBeUndefined();
  expect(schedule.due(50, current)).toEqual({ name: "b", at: 50 });
  schedule.set("c", undefined);
});

it("gives everything in the order of its time", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }).map(String), fc.nat(100)), { maxLength: 100 }), (entries) => {
      const times = new Map(entries);
      const schedule = new Schedule();
      for (const [name, at] of entries) schedule.set(name, at);
      const seen: number[] = [];
      for (let due = schedule.due(100, (name) => times.get(name)); due !== undefined; due = schedule.due(100, (name) => times.get(name))) {
        seen.push(due.at);
        expect(times.get(due.name)).toBe(due.at);
        times.delete(due.name);
      }
      expect(times.size).toBe(0);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

it("keeps no more than it needs, however often what is due is put off or said again", () => {
  const times = new Map<string, number>();
  const schedule = new Schedule();
  for (let i = 0; i < 10_000; i++) {
    for (const name of ["a", "b", "c"]) {
      const at = name === "a" ? 1_000_000 : 1_000_000 + i; // the first says always the same
      times.set(name, at);
      schedule.set(name, at);
    }
  }
  expect(schedule.size).toBeLessThan(100);
  const current = (name: string) => times.get(name);
  expect(schedule.due(2_000_000, current)).toEqual({ name: "a", at: 1_000_000 });
  times.delete("a"); // and nobody tells the schedule
  expect(schedule.due(2_000_000, current)).toEqual({ name: expect.stringMatching(/b|c/), at: 1_009_999 });
  times.set("a", 1_000_000);
  schedule.set("a", 1_000_000);
  expect(schedule.due(2_000_000, current)).toEqual({ name: "a", at: 1_000_000 });
});

it("gives what it would give if all were looked at, whatever is said in between", () => {
  const step = fc.record({
    name: fc.nat(5).map(String),
    at: fc.option(fc.nat(50), { nil: undefined }),
    told: fc.boolean(),
    ask: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const times = new Map<string, number>();
      const schedule = new Schedule();
      for (const { name, at, told, ask } of steps) {
        if (at !== undefined) times.set(name, at);
        else times.delete(name);
        if (at !== undefined || told) schedule.set(name, at);
        const earliest = Math.min(...times.values());
        if (ask) expect(schedule.due(25, (one) => times.get(one))?.at).toBe(earliest <= 25 ? earliest : undefined);
      }
    }),
    { numRuns: 200 },
  );
});
