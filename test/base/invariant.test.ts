import { describe, expect, it } from "vitest";
import { InvariantError, invariant } from "../../src/base/invariant.ts";

describe("invariant", () => {
  it("passes what holds, and the compiler knows it then", () => {
    const found: string | undefined = ["a"].at(0);
    invariant(found !== undefined, "there is one");
    expect(found.length).toBe(1);
  });

  it("throws an error of its own for what does not", () => {
    const broken = () => invariant(false, "the parser let it through");
    expect(broken).toThrow(InvariantError);
    expect(broken).toThrow(expect.objectContaining({ name: "InvariantError", message: "the parser let it through" }));
  });
});
