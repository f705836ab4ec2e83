import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Determining, Outcome } from "../../src/authz/decision.ts";
import type { Expected } from "../../src/tester/document.ts";
import { isMet, judge } from "../../src/tester/judge.ts";
import type { Expectation } from "../../src/tester/test-case.ts";
import { fileOf } from "./files.ts";

const EMPTY = { principal: "", action: "", resource: "", policies: [], grants: [], ignored: [] };
const answerOf = (outcome: Outcome, by: readonly Determining[] = []): Answer => ({
  decision: outcome === "allowed" ? "Allow" : "Deny",
  outcome,
  by,
  reason: "because",
  trace: EMPTY,
});
const expectOf = (outcome: Expected, more: Partial<Expectation> = {}): Expectation => ({ outcome, because: [], ...more });

/** Which outcomes meet which expectation, in full. */
// biome-ignore format: a table reads as a table
const MEETS: readonly (readonly [Expected, Outcome, boolean])[] = [
  ["allow", "allowed", true],          ["allow", "explicitDeny", false],         ["allow", "implicitDeny", false],         ["allow", "undetermined", false],
  ["deny", "allowed", false],          ["deny", "explicitDeny", true],           ["deny", "implicitDeny", true],           ["deny", "undetermined", false],
  ["explicit-deny", "allowed", false], ["explicit-deny", "explicitDeny", true],  ["explicit-deny", "implicitDeny", false], ["explicit-deny", "undetermined", false],
  ["implicit-deny", "allowed", false], ["implicit-deny", "explicitDeny", false], ["implicit-deny", "implicitDeny", true],  ["implicit-deny", "undetermined", false],
  ["undetermined", "allowed", false],  ["undetermined", "explicitDeny", false],  ["undetermined", "implicitDeny", false],  ["undetermined", "undetermined", true],
];

test.each(MEETS)("%s of %s: %s", (expected, outcome, meets) => {
  expect(isMet(expectOf(expected), answerOf(outcome))).toBe(meets);
  expect(judge(expectOf(expected), answerOf(outcome)) === undefined).toBe(meets);
});

test("an answer to a request that cannot be read meets nothing", () => {
  const invalid = [{ code: "KW401", severity: "error", message: "who", at: { file: "q", pointer: "/principal" } }] as const;
  for (const outcome of ["allow", "deny", "implicit-deny", "undetermined"] as const)
    expect(judge(expectOf(outcome), { ...answerOf("undetermined"), invalid })).toMatchObject({ code: "KW401" });
});

test("no answer meets nothing", () => {
  for (const outcome of ["allow", "deny", "undetermined"] as const)
    expect(judge(expectOf(outcome), [])?.message).toContain("nothing was asked");
});

const SID: Determining = { policy: "key policy", statement: 2, sid: "Use" };
const BARE: Determining = { policy: "app/inline", statement: 0 };
const GRANT: Determining = { grant: "g1" };
// biome-ignore format: a table reads as a table
const NAMES: readonly (readonly [string, readonly Determining[]])[] = [
  ["Use", [SID]], ["key policy#2", [SID]], ["key policy#Use", [SID]], ["key policy#1", []], ["key policy", []], ["use", []],
  ["app/inline#0", [BARE]], ["app/inline", []], ["grant g1", [GRANT]], ["g1", []], ["grant g2", []], ["", []], ["grant ", []],
];

describe("what decided", () => {
  test.each(NAMES)("%j names some of it", (name, named) => {
    for (const by of [SID, BARE, GRANT])
      expect(isMet(expectOf("allow", { because: [name] }), answerOf("allowed", [by]))).toBe(named.includes(by));
  });

  test("a grant is named by its name too", () => {
    const { world } = fileOf({ cases: [{ name: "a", principal: "reader", action: "kms:Decrypt", expect: "allow" }] });
    const answer = world.authorize({ principal: "reader", action: "kms:Decrypt", key: "orders" });
    expect(["grant reading", "grant g1", "grant other"].map((name) => isMet(expectOf("allow", { because: [name] }), answer))).toEqual([
      true,
      true,
      false,
    ]);
  });

  const BY = [SID, BARE, GRANT];
  const names = fc.constantFrom(...NAMES.map(([name]) => name));
  const outcome = fc.constantFrom<Outcome>("allowed", "allowed", "allowed", "explicitDeny", "implicitDeny", "undetermined");
  const steps = fc.array(fc.tuple(outcome, fc.subarray(BY)), { maxLength: 3 });
  const expectation = fc.record({
    outcome: fc.constantFrom<Expected>("allow", "allow", "allow", "deny", "explicit-deny", "implicit-deny", "undetermined"),
    because: fc.array(names, { maxLength: 1 }),
    via: fc.option(names, { nil: undefined, freq: 1 }),
  });

  /** The definition, slowly: the first step that is not allowed is the answer to the whole, else all steps are. */
  const slowly = (
    { outcome, because, via }: { outcome: Expected; because: readonly string[]; via?: string | undefined },
    told: readonly (readonly [Outcome, readonly Determining[]])[],
  ) => {
    const stopped = told.findIndex(([step]) => step !== "allowed");
    const deciding = stopped < 0 ? told : [told[stopped] as (typeof told)[number]];
    if (deciding.length === 0) return false;
    const whole = stopped < 0 ? "allowed" : (told[stopped]?.[0] as Outcome);
    const namedBy = (name: string) => NAMES.find(([known]) => known === name)?.[1] ?? [];
    const all = deciding.flatMap(([, by]) => by);
    const isVia = (by: Determining) => namedBy(via ?? "").includes(by) || ("policy" in by && by.policy === via);
    return (
      MEETS.some(([wanted, got, meets]) => wanted === outcome && got === whole && meets) &&
      because.every((name) => namedBy(name).some((by) => all.includes(by))) &&
      (via === undefined || deciding.every(([, by]) => by.length > 0 && by.every(isVia)))
    );
  };

  test("is judged as the slow definition says; words and no words agree", () => {
    let met = 0;
    fc.assert(
      fc.property(expectation, steps, ({ via, ...rest }, told) => {
        const expected = { ...rest, ...(via !== undefined && { via }) };
        const answers = told.map(([step, by]) => answerOf(step, by));
        const meets = slowly(expected, told);
        if (meets) met++;
        expect(isMet(expected, answers)).toBe(meets);
        expect(judge(expected, answers) === undefined).toBe(meets);
        if (answers.length === 1 && answers[0] !== undefined) expect(isMet(expected, answers[0])).toBe(meets);
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(5);
  });
});
