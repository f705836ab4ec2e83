import { expect, it } from "vitest";
import { pageOf } from "../../src/kms/paging.ts";
import { Sequence } from "../../src/kms/sequence.ts";
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

it.each([
  "",
  "x",
  "AAAA",
  btoa("aliases 3"),
  btoa("keys x"),
  btoa("keys -1"),
  btoa("keys 1e3"),
  btoa(`keys ${"9".repeat(40)}`),
  "é".repeat(8),
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
