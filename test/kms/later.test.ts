import { describe, expect, it } from "vitest";
import { fail, ok, type Result } from "../../src/base/result.ts";
import * as later from "../../src/kms/later.ts";

const twice = (n: number): Result<number, string> => (n < 10 ? ok(2 * n) : fail("too much"));

describe("andThen", () => {
  it("takes the next step at once, if this one succeeded", () => {
    expect(later.andThen(ok(2), twice)).toEqual(ok(4));
    expect(later.andThen(ok(20), twice)).toEqual(fail("too much"));
    expect(later.andThen(fail("before"), twice)).toEqual(fail("before"));
  });

  it("takes it later, where this one is waited for", async () => {
    expect(await later.andThen(Promise.resolve(ok(2)), twice)).toEqual(ok(4));
    expect(await later.andThen(Promise.resolve(fail("before")), twice)).toEqual(fail("before"));
    expect(await later.andThen(ok(2), async (n) => twice(n))).toEqual(ok(4));
  });
});

it("is no module that dynamic imports take for a promise", () => {
  expect(later).not.toHaveProperty("then");
});
