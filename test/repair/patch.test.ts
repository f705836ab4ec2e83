import { describe, expect, test } from "vitest";
import { type Json, patched } from "../../src/repair/patch.ts";

/** RFC 6902, its appendix A for the most part. */
describe("a JSON Patch", () => {
  const apply = (document: Json, ...patch: Parameters<typeof patched>[1]) => patched(document, patch);

  test("adds members, and items of lists, before others and at the end", () => {
    expect(apply({ foo: "bar" }, { op: "add", path: "/baz", value: "qux" })).toEqual({ foo: "bar", baz: "qux" });
    expect(apply({ foo: ["bar", "baz"] }, { op: "add", path: "/foo/1", value: "qux" })).toEqual({ foo: ["bar", "qux", "baz"] });
    expect(apply({ foo: ["bar"] }, { op: "add", path: "/foo/-", value: ["abc"] })).toEqual({ foo: ["bar", ["abc"]] });
    expect(apply({ foo: 1 }, { op: "add", path: "/foo", value: 2 })).toEqual({ foo: 2 });
  });

  test("removes and replaces what is there, also the whole document", () => {
    expect(apply({ baz: "qux", foo: "bar" }, { op: "remove", path: "/baz" })).toEqual({ foo: "bar" });
    expect(apply({ foo: ["bar", "qux", "baz"] }, { op: "remove", path: "/foo/1" })).toEqual({ foo: ["bar", "baz"] });
    expect(apply({ baz: "qux", foo: "bar" }, { op: "replace", path: "/baz", value: "boo" })).toEqual({ baz: "boo", foo: "bar" });
    expect(apply({ foo: 1 }, { op: "replace", path: "", value: [1] })).toEqual([1]);
    expect(patched(undefined, [{ op: "add", path: "", value: { a: 1 } }])).toEqual({ a: 1 });
  });

  test("reads the escapes of pointers, and names that objects have by nature", () => {
    expect(apply({ "a/b": { "m~n": 1 } }, { op: "replace", path: "/a~1b/m~0n", value: 2 })).toEqual({ "a/b": { "m~n": 2 } });
    expect(apply({}, { op: "replace", path: "/toString", value: 2 })).toBeUndefined();
    expect(Object.keys(apply({}, { op: "add", path: "/__proto__", value: 1 }) as object)).toEqual(["__proto__"]);
  });

  test("does nothing at all where one operation does not fit", () => {
    for (const path of ["/b", "/a/1/x", "/list/2", "/list/01", "/list/-", "/list/x", "/list/-1", "/text/0"])
      expect(apply({ a: {}, list: [1, 2], text: "t" }, { op: "add", path: "/c", value: 1 }, { op: "remove", path }), path).toBeUndefined();
    expect(apply({ list: [1] }, { op: "add", path: "/list/2", value: 1 })).toBeUndefined();
    expect(apply({ a: 1 }, { op: "add", path: "/b/c", value: 1 })).toBeUndefined();
  });

  test("leaves the document as it was", () => {
    const document = { list: [1, { a: 1 }] };
    apply(document, { op: "replace", path: "/list/1/a", value: 2 }, { op: "remove", path: "/list/0" });
    expect(document).toEqual({ list: [1, { a: 1 }] });
  });
});
