import { expect, it } from "vitest";
import { Sequence } from "../../src/base/sequence.ts";
import { growingListing, type Listing, pageOf, sortedListing } from "../../src/kms/paging.ts";
import { must } from "../crypto/materials.ts";

const sequence = new Sequence();
for (let i = 0; i < 7; i++) sequence.add(String(i));
const limits = { usual: 3, most: 5, listing: "keys" };

it("gives all names once, page by page", () => {
  const seen: string[][] = [];
  for (let Marker: string | undefined; ; ) {
    const page = must(pageOf(sequence, { Marker }, limits));
    seen.push([...page.names]);
    expect(page.Truncated).toBe(page.NextMarker !== undefined);
    if (!page.Truncated) break;
    Marker = page.NextMarker;
  }
  expect(seen).toEqual([["0", "1", "2"], ["3", "4", "5"], ["6"]]);
});

it("has no next page when this one ends the list, and keeps to the most that is allowed", () => {
  expect(must(pageOf(sequence, { Limit: 7 }, { ...limits, most: 100 }))).toMatchObject({ Truncated: false });
  expect(must(pageOf(sequence, { Limit: 1000 }, limits)).names).toHaveLength(5);
  expect(must(pageOf(new Sequence(), {}, limits))).toEqual({ names: [], Truncated: false });
});

const marker = (text: string) => Buffer.from(text, "utf16le").toString("base64");

it.each([
  "",
  "x",
  "AAAA",
  "é".repeat(8),
  btoa("keys\n3\n2"),
  marker("aliases\n3\n2"),
  marker("keys\nx\n2"),
  marker("keys\n-1\n2"),
  marker("keys\n1e3\n2"),
  marker(`keys\n${"9".repeat(40)}\n2`),
  marker("keys\n3\n"),
  marker("keys\n3"),
])("refuses the marker %j", (Marker) => {
  expect(pageOf(sequence, { Marker }, limits)).toEqual({ ok: false, error: { name: "InvalidMarkerException" } });
});

it("goes on behind a name that is gone meanwhile", () => {
  const names = new Sequence();
  for (const name of ["a", "b", "c"]) names.add(name);
  const { NextMarker } = must(pageOf(names, { Limit: 2 }, limits));
  names.remove("b");
  expect(must(pageOf(names, { Marker: NextMarker! }, limits)).names).toEqual(["c"]);
});

it("goes on behind the name, wherever it is now", () => {
  const { NextMarker } = must(pageOf(sequence, { Limit: 2 }, limits));
  const again = new Sequence(); // as read from a store, without those that are gone
  for (const name of ["1", "2", "3"]) again.add(name);
  expect(must(pageOf(again, { Marker: NextMarker! }, limits)).names).toEqual(["2", "3"]);
});

it("goes on behind a name of a sorted list, there or not, and behind one of a growing list that is there", () => {
  const page = (names: Listing, Marker?: string) => must(pageOf(names, { Limit: 1, Marker }, limits));
  const { names, NextMarker } = page(sortedListing(["b", "c", "a"]));
  expect(names).toEqual(["a"]);
  expect(page(sortedListing(["c", "aa", "d"]), NextMarker).names).toEqual(["aa"]);
  const first = page(growingListing(["b", "a"]));
  expect(first.names).toEqual(["b"]);
  expect(page(growingListing(["b", "a", "c"]), first.NextMarker).names).toEqual(["a"]);
  expect(pageOf(growingListing(["a"]), { Marker: first.NextMarker }, limits)).toEqual({
    ok: false,
    error: { name: "InvalidMarkerException" },
  });
});

it("makes no marker that a request could not bring, whatever the name", () => {
  for (const name of ["\ud800".repeat(256), "é\n".repeat(128), "\u0000".repeat(256)]) {
    const { NextMarker } = must(
      pageOf(sortedListing([name, `${name}x`]), { Limit: 1 }, { ...limits, listing: `tags of mrk-${"a".repeat(32)}` }),
    );
    expect(NextMarker!.length).toBeLessThanOrEqual(1024);
  }
});
