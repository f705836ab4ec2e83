import { expect, test } from "vitest";
import { progressOn } from "../../src/cli/progress.ts";
import { fakeIo } from "./fake-io.ts";

test("counts on a terminal after a second, and cleans up", () => {
  const { io, written } = fakeIo({ tty: true });
  let time = 0;
  const progress = progressOn(io.stderr, () => time);
  progress?.show(10);
  time = 999;
  progress?.show(20);
  expect(written.err).toBe("");
  time = 1_000;
  progress?.show(4_000);
  time = 1_100;
  progress?.show(5_000);
  expect(written.err).toBe("\r4,000 cases, 4,000/s ");
  progress?.clear();
  expect(written.err).toMatch(/\r +\r$/);
});

test("is silent elsewhere", () => {
  expect(progressOn(fakeIo().io.stderr)).toBeUndefined();
});
