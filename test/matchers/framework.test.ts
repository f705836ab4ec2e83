import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.resetModules());

/** A copy in which no door has told of itself. */
const fresh = () => import("../../src/matchers/framework.ts");
const nothing = (): void => {};
const made = () => Object.assign(() => nothing(), { skip: nothing, only: nothing });

test("the framework that was told counts, and the last one", async () => {
  const { framework, registerFramework } = await fresh();
  const [first, second] = [
    { describe: made(), test: made() },
    { describe: made(), test: made() },
  ];
  registerFramework(first);
  expect(framework({ describe: made(), test: made() })).toBe(first);
  registerFramework(second);
  expect(framework()).toBe(second);
});

test("globals serve where none was told, `it` for `test` too", async () => {
  const { framework } = await fresh();
  const [describe, test, it] = [made(), made(), made()];
  expect(framework({ describe, test, it })).toEqual({ describe, test });
  expect(framework({ describe, it })).toEqual({ describe, test: it });
});

test.each([{}, { describe: made() }, { test: made() }, { describe: made(), test: nothing }])("%o is no framework", async (globals) => {
  const { framework } = await fresh();
  expect(() => framework(globals)).toThrow(/import "kmsward\/vitest", "kmsward\/vitest5" or "kmsward\/jest" first \[KW610\]/);
});
