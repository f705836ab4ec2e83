import { expect, test } from "vitest";
import { Bail } from "../../src/tester/bail.ts";

test("is reached by the last failure that is let pass", () => {
  const bail = new Bail(2);
  const seen = [bail.isReached];
  for (let i = 0; i < 3; i++) {
    bail.failed();
    seen.push(bail.isReached);
  }
  expect(seen).toEqual([false, false, true, true]);
});
