import fc from "fast-check";
import { expect, it } from "vitest";
import { Schedule } from "../../src/kms/schedule.ts";

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
