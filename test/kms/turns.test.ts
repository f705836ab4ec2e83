import { expect, it } from "vitest";
import { memoryStore } from "../../src/kms/store.ts";
import { Turns, turnsOf } from "../../src/kms/turns.ts";
import { ticks } from "./slow-store.ts";

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  const promise = new Promise<void>((done) => {
    end = done;
  });
  return { promise, end };
}

it("work that is done at once keeps nobody waiting", () => {
  const turns = new Turns();
  expect([turns.take(() => 1), turns.take(() => 2), turns.free]).toEqual([1, 2, true]);
});

it("work begins when all before it has ended, in the order in which it came", async () => {
  const turns = new Turns();
  const [first, second] = [held(), held()];
  const begun: string[] = [];
  const take = (name: string, until: Promise<void> | undefined) =>
    turns.take(() => {
      begun.push(name);
      return until;
    });
  const all = [take("first", first.promise), take("second", second.promise), take("third", undefined)];
  await ticks();
  expect(begun).toEqual(["first"]);
  first.end();
  await ticks();
  expect(begun).toEqual(["first", "second"]);
  take("fourth", undefined);
  second.end();
  await Promise.all(all);
  await ticks();
  expect(begun).toEqual(["first", "second", "third", "fourth"]);
  expect(turns.free).toBe(true);
});

it("work that fails is over, and its failure is its own", async () => {
  const turns = new Turns();
  const failing = turns.take(() => Promise.reject(new Error("no")));
  const after = turns.take(() => "after");
  await expect(failing).rejects.toThrow("no");
  expect(await after).toBe("after");
  expect(() =>
    turns.take(() => {
      throw new Error("at once");
    }),
  ).toThrow("at once");
  expect(turns.free).toBe(true);
});

it("a store has one row of turns", () => {
  const store = memoryStore();
  expect(turnsOf(store)).toBe(turnsOf(store));
  expect(turnsOf(store)).not.toBe(turnsOf(memoryStore()));
});
