import { describe, expect, test } from "vitest";
import { readJson } from "../../../src/base/json-source.ts";
import { edited } from "../../../src/mutation/mutants/edits.ts";
import { elementOf, entriesOf, textEntries } from "../../../src/mutation/mutants/site.ts";
import { HOME, ROLE, siteIn, siteOf } from "./sites.ts";

describe("a statement as it is written", () => {
  test("is one of a list, or stands alone", () => {
    const one = '{ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }';
    const listed = siteIn(`{ "Version": "2012-10-17", "Statement": [${one}, ${one}] }`, "identity");
    expect([listed.index, listed.list?.items.length]).toEqual([0, 2]);
    const alone = siteIn(`{ "Version": "2012-10-17", "Statement": ${one} }`, "identity");
    expect([alone.index, alone.list]).toEqual([0, undefined]);
    expect(alone.text.slice(alone.node.start, alone.node.end)).toBe(one);
  });

  test("has its elements, or their Not-forms", () => {
    const site = siteOf({ NotAction: "kms:Decrypt" });
    expect(elementOf(site, "Action")).toMatchObject({ negated: true });
    expect(elementOf(site, "Resource")).toMatchObject({ negated: false });
    expect(elementOf(siteOf({}, { type: "identity" }), "Principal")).toBeUndefined();
    expect(entriesOf(siteOf({}, { type: "identity" }), "Principal")).toEqual([]);
  });
});

describe("the entries of an element", () => {
  test("are its texts, each with its kind, and whether it is alone", () => {
    const entries = entriesOf(siteOf({ Principal: { AWS: [ROLE, HOME], Service: "s3.amazonaws.com" } }), "Principal");
    expect(entries.map(({ value, kind, alone }) => [value, kind, alone])).toEqual([
      [ROLE, "AWS", false],
      [HOME, "AWS", false],
      ["s3.amazonaws.com", "Service", false],
    ]);
    expect(entriesOf(siteOf({}), "Principal").map(({ value, kind, alone }) => [value, kind, alone])).toEqual([["*", "", true]]);
    expect(entriesOf(siteOf({ Action: ["kms:Decrypt"] }), "Action").map(({ alone }) => alone)).toEqual([true]);
  });

  test("are taken out with what they leave empty: the only one of its kind with the kind", () => {
    const site = siteOf({ Principal: { AWS: [ROLE], Service: "s3.amazonaws.com" } });
    const left = entriesOf(site, "Principal").map(({ drop }) => JSON.parse(edited(site.text, [drop])).Statement[0].Principal);
    expect(left).toEqual([{ Service: "s3.amazonaws.com" }, { AWS: [ROLE] }]);
  });

  test("of a value are texts, numbers and Booleans, and nothing else", () => {
    const { node } = readJson('["a", 1.50, true, null, {}, []]');
    expect(textEntries(node!, "").map(({ value }) => value)).toEqual(["a", "1.50", "true"]);
  });
});
