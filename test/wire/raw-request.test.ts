import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePercent, encodePercent, QueryParameters, RawHeaders, recodePercent, splitTarget } from "../../src/wire/raw-request.ts";

test("headers keep every value, by the name in lower case", () => {
  const headers = new RawHeaders(["Host", "a", "X-A", " 1 ", "x-a", "2", "__proto__", "p"]);
  expect(headers.all("x-a")).toEqual([" 1 ", "2"]);
  expect(headers.get("x-a")).toBe("1");
  expect(headers.get("__proto__")).toBe("p");
  expect([headers.has("host"), headers.has("Host"), headers.all("none")]).toEqual([true, false, []]);
});

test("few headers and many are looked up alike", () => {
  const name = fc.constantFrom("a", "A", "b", "x-long-name", "X-Long-Name", "__proto__", "constructor");
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 60 }), (pairs) => {
      const headers = new RawHeaders(pairs.flat());
      for (const asked of ["a", "b", "x-long-name", "__proto__", "constructor", "none"]) {
        const values = pairs.filter(([one]) => one.toLowerCase() === asked).map(([, value]) => value);
        expect(headers.all(asked)).toEqual(values);
        expect(headers.has(asked)).toBe(values.length > 0);
        expect(headers.get(asked)).toBe(values[0]?.trim());
        expect(headers.only(asked)).toBe(values.length === 1 ? values[0] : undefined);
      }
    }),
  );
});

// biome-ignore format: a table reads as a table
test.each([
  ["/", "/", ""], ["/a?b=c?d", "/a", "b=c?d"], ["http://host:1/a?b", "/a", "b"], ["http://host", "/", ""], ["*", "*", ""], ["?x", "/", "x"],
])("a target %j is %j and %j", (target, path, query) => {
  expect(splitTarget(target)).toEqual({ path, query });
});

test("parameters are decoded, whatever they are; the first counts", () => {
  const parameters = new QueryParameters("a=1&a=2&b&%63=%zz%4&d=x+y&=e");
  expect([...parameters.entries()]).toEqual([
    ["a", "1"],
    ["b", ""],
    ["c", "%zz%4"],
    ["d", "x+y"],
    ["", "e"],
  ]);
  expect(new QueryParameters("d=x+y", true).get("d")).toBe("x y");
});

test("what is encoded is decoded to itself, and encoded again is the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const encoded = encodePercent(text);
      expect(encoded).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
      expect(decodePercent(encoded)).toBe(text);
      expect(recodePercent(encoded)).toBe(encoded);
    }),
  );
});
