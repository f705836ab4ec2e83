import { expect, test } from "vitest";
import { decide } from "../../src/index.ts";
import { APART } from "./apart.ts";

test.each(APART)("$name", ({ case: asked, expect: { message, ...expected } }) => {
  const answer = decide(asked);
  expect(answer).toMatchObject(expected);
  if (message !== undefined) expect(answer.error?.message).toBe(message);
});
