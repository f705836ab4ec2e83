import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptionContext, NO_CONTEXT } from "../../src/crypto/context-encoding.ts";
import { toHex } from "./bytes.ts";

const encoded = (context: Record<string, string> | Map<string, string>) => {
  const made = encryptionContext(context);
  return made.ok ? toHex(made.value.encoded) : made.error;
};

describe("the canonical encryption context", () => {
  it.each([
    [{}, "0000"],
    [{ a: "b" }, "0001" + "0001" + "61" + "0001" + "62"],
    [{ b: "", a: "é" }, "0002" + "0001" + "61" + "0002" + "c3a9" + "0001" + "62" + "0000"],
    [{ "": "" }, "0001" + "0000" + "0000"],
    [JSON.parse('{"__proto__":"x"}'), "0001" + "0009" + "5f5f70726f746f5f5f" + "0001" + "78"],
  ])("of %j is %s", (context, expected) => expect(encoded(context)).toBe(expected));

  it("is the same for absent and empty", () => expect(toHex(NO_CONTEXT.encoded)).toBe(encoded({})));

  it("sorts by UTF-8 bytes, not by UTF-16 code units", () => {
    const names = ["\u{10000}", "\uffff"]; // UTF-16 order: d800… before ffff; UTF-8 order: efbfbf before f0908080
    expect(encoded(Object.fromEntries(names.map((name) => [name, ""])))).toBe("0002" + "0003efbfbf0000" + "0004f09080800000");
  });

  it("does not normalise: two spellings of é are two contexts", () => expect(encoded({ a: "\u00e9" })).not.toBe(encoded({ a: "e\u0301" })));

  it("refuses what has no UTF-8 form", () => {
    expect(encoded({ a: "\ud800" })).toBe("encryption-context-ill-formed");
    expect(encoded({ "\udc00a": "" })).toBe("encryption-context-ill-formed");
    expect(encoded({ "\u{1f511}": "" })).toBe("0001" + "0004f09f9491" + "0000");
  });

  it("refuses more than 8192 bytes, and takes exactly as many", () => {
    expect(encoded({ a: "x".repeat(8192 - 2 - 4 - 1) })).toHaveLength(2 * 8192);
    expect(encoded({ a: "x".repeat(8192 - 2 - 4) })).toBe("encryption-context-too-large");
    expect(encoded({ a: "x".repeat(70_000) })).toBe("encryption-context-too-large");
  });

  it("is the same of a record, however plain, as of a Map", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("__proto__", "a".repeat(4090)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 12 }), (pairs) => {
        expect(encoded(Object.fromEntries(pairs))).toEqual(encoded(new Map(pairs)));
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on order, and differs for different pairs", () => {
    const pair = fc.tuple(fc.constantFrom("", "a", "aa", "ab", "b", "__proto__"), fc.constantFrom("", "a", "b", "ab"));
    const context = fc.uniqueArray(pair, { selector: ([key]) => key });
    fc.assert(
      fc.property(context, context, (one, other) => {
        const sorted = (pairs: [string, string][]) => JSON.stringify([...pairs].sort());
        expect(encoded(new Map(one)) === encoded(new Map(other))).toBe(sorted(one) === sorted(other));
        expect(encoded(new Map([...one].reverse()))).toBe(encoded(new Map(one)));
      }),
    );
  });
});
