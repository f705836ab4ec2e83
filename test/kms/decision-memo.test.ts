import { describe, expect, it } from "vitest";
import type { Reads } from "../../src/authz/reads.ts";
import { type AskedKeys, DecisionMemo, MemoBudget } from "../../src/kms/decision-memo.ts";

const reads = (names: readonly string[], encryptionContext: Reads["encryptionContext"] = new Set()): Reads => ({
  names: new Set(names),
  encryptionContext,
  time: false,
});
const asked = (keys: NonNullable<AskedKeys["keys"][number]> = {}, encryptionContext?: Record<string, string>): AskedKeys => ({
  keys: [keys],
  encryptionContext,
});
const memo = () => new DecisionMemo(new MemoBudget());

describe("a memo of allowed requests", () => {
  it("admits what differs in nothing that is read", () => {
    const one = memo();
    expect(one.admits(asked())).toBe(false);
    one.remember(asked({ "kms:A": "1", "kms:B": "2" }, { tenant: "a", other: "x" }), reads(["kms:a"], new Set(["tenant"])));
    expect(one.admits(asked({ "kms:A": "1", "kms:B": "3" }, { Tenant: "b" }))).toBe(false);
    expect(one.admits(asked({ "kms:A": "1", "kms:B": "3" }, { other: "y", tenant: "a" }))).toBe(true);
    expect(one.admits(asked({ "kms:B": "3" }, { tenant: "a" }))).toBe(false);
    expect(one.admits(asked({ "kms:A": "2" }, { tenant: "a" }))).toBe(false);
  });

  it("admits nothing with a name, a list or a number that it has not seen to be readable", () => {
    const one = memo();
    one.remember(asked({ "kms:A": "1" }), reads([]));
    expect(one.admits(asked({ "kms:A": "2" }))).toBe(true);
    expect(one.admits(asked())).toBe(true);
    for (const other of [{ "kms:a": "1" }, { "kms:A": ["1"] }, { "kms:A": Number.NaN }, { "kms:B": "1" }])
      expect(one.admits(asked(other))).toBe(false);
  });

  it("does not take two values for one, nor one for two", () => {
    const one = memo();
    one.remember(asked({ "kms:A": "1", "kms:B": "2" }), reads(["kms:a", "kms:b"]));
    expect(one.admits(asked({ "kms:A": "11:12", "kms:B": "" }))).toBe(false);
    expect(one.admits(asked({ "kms:A": "2", "kms:B": "1" }))).toBe(false);
    const lists = memo();
    lists.remember(asked({ "kms:ResourceAliases": ["a", "b"] }), reads(["kms:resourcealiases"]));
    for (const other of [["a,b"], ["ab"], ["a"], ["b", "a"], "a"])
      expect(lists.admits(asked({ "kms:ResourceAliases": other }))).toBe(false);
    expect(lists.admits(asked({ "kms:ResourceAliases": ["a", "b"] }))).toBe(true);
  });

  it("does not take two pairs for one, nor one for two", () => {
    const given: Record<string, string>[] = [
      { a: "x", b: "y" },
      { a: "xeb:y" },
      { a: "xe1:b1:y" },
      { a: "x1:e1:b1:y" },
      { "a:x": "", b: "y" },
      { a: "", "xb:y": "" },
      { a: "y", b: "x" },
      { a: "x" },
      { b: "y" },
      JSON.parse('{"__proto__": "x"}'),
      {},
    ];
    for (const [i, pairs] of given.entries()) {
      const one = memo();
      one.remember(asked({}, pairs), reads([], "all"));
      expect(given.map((other) => one.admits(asked({}, other)))).toEqual(given.map((_, at) => at === i));
    }
  });

  it("admits no encryption context that is too large, and none at any time where the time is read", () => {
    const one = memo();
    one.remember(asked({}, { a: "b" }), reads([]));
    expect(one.admits(asked({}, { a: "b".repeat(8191) }))).toBe(true);
    expect(one.admits(asked({}, { a: "b".repeat(8192) }))).toBe(false);
    const timed = memo();
    timed.remember(asked(), { ...reads([]), time: true });
    expect(timed.admits(asked())).toBe(false);
  });

  it("is bounded with all others together", () => {
    const budget = new MemoBudget();
    const [one, other] = [new DecisionMemo(budget), new DecisionMemo(budget)];
    other.remember(asked(), reads([]));
    for (let i = 0; i < 16_383; i++) one.remember(asked({ "kms:A": String(i) }), reads(["kms:a"]));
    expect([other.admits(asked()), one.admits(asked({ "kms:A": "7" }))]).toEqual([true, true]);
    one.remember(asked({ "kms:A": "more" }), reads(["kms:a"]));
    expect([other.admits(asked()), one.admits(asked({ "kms:A": "7" })), one.admits(asked({ "kms:A": "more" }))]).toEqual([
      false,
      false,
      true,
    ]);
    one.remember(asked({ "kms:A": "x".repeat(2000) }), reads(["kms:a"]));
    expect(one.admits(asked({ "kms:A": "x".repeat(2000) }))).toBe(false);
  });
});
