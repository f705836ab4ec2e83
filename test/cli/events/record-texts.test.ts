import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordTexts } from "../../../src/cli/events/record-texts.ts";

/** What comes of a text that arrives in pieces. */
function read(text: string, size = 7): readonly unknown[] {
  const texts = new RecordTexts();
  const bytes = Buffer.from(text);
  const found: unknown[] = [];
  const take = (some: Iterable<{ text: string } | { unreadable: string }>) => {
    for (const one of some) found.push("text" in one ? JSON.parse(one.text) : one.unreadable);
  };
  for (let from = 0; from < bytes.length; from += size) take(texts.push(bytes.subarray(from, from + size)));
  take(texts.end());
  return found;
}

const records = fc.array(fc.record({ eventName: fc.string(), n: fc.nat(), inner: fc.dictionary(fc.string(), fc.array(fc.string())) }), {
  minLength: 1,
  maxLength: 6,
});

describe("the same records come out of every form", () => {
  test.each<[string, (all: readonly object[]) => string]>([
    ["a record a line", (all) => all.map((one) => JSON.stringify(one)).join("\n")],
    [
      "a record a line, with Windows line ends and a blank line at the end",
      (all) => `${all.map((one) => JSON.stringify(one)).join("\r\n")}\r\n\r\n`,
    ],
    ["as CloudTrail delivers them", (all) => JSON.stringify({ Records: all })],
    ["spread over lines", (all) => JSON.stringify({ Records: all }, undefined, 2)],
    ["with other members first", (all) => JSON.stringify({ NextToken: "x", more: { Records: [1] }, Records: all, last: [] })],
    ["several documents one behind the other", (all) => all.map((one) => JSON.stringify({ Records: [one] })).join("")],
    ["several documents, a line each", (all) => all.map((one) => JSON.stringify({ Records: [one] })).join("\n")],
    ["as LookupEvents answers", (all) => JSON.stringify({ Events: all, NextToken: "x" }, undefined, 4)],
    ["a list", (all) => JSON.stringify(all, undefined, 1)],
    ["a list in a line", (all) => JSON.stringify(all)],
    ["records one behind the other", (all) => all.map((one) => JSON.stringify(one, undefined, 1)).join("\n")],
  ])("%s", (_, write) => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 100 }), (all, size) => {
        expect(read(write(all), size)).toEqual(all);
      }),
    );
  });
});

describe("what is not whole is told, and never passed over", () => {
  test.each<[string, string, readonly unknown[]]>([
    ["a document that ends in the middle", '{"Records":[{"a":1},{"b":', [{ a: 1 }, "it ends in the middle"]],
    ["a document that ends in a text", '{"Records":[{"a":"', ["it ends in the middle"]],
    ["something else", "<html>", ["it is no JSON"]],
    ["too many ends", '{"Records":[{"a":1}]}}', [{ a: 1 }, "it closes more than it opens"]],
    ["nothing", "", []],
    ["no records", '{"Records":[]}', []],
  ])("%s", (_, text, found) => {
    expect(read(text)).toEqual(found);
  });

  test("a line that is no JSON costs that line only", () => {
    const texts = new RecordTexts();
    const found = [...texts.push(Buffer.from('{"a":1}\n{"b":\n{"c":3}\n')), ...texts.end()];
    expect(found).toEqual([{ text: '{"a":1}' }, { text: '{"b":' }, { text: '{"c":3}' }]);
  });

  test("a table is told to be none, and not passed over", () => {
    expect(read('"eventid","eventtime"\n"a","2026-11-20"\n')).toEqual([expect.stringContaining("tables (CSV) are not read")]);
    expect(read("eventid,eventtime\na,2026-11-20\n")).toEqual(["it is no JSON"]);
  });

  test("whatever bytes come, it ends and never throws", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 }),
        fc.array(fc.constantFrom('{"Records":[', "{", "}", "]", "[", '"', "\\", ",", ":", "\n"), { maxLength: 12 }),
        (pieces, syntax) => {
          const texts = new RecordTexts();
          for (const [i, piece] of pieces.entries()) [...texts.push(Buffer.concat([Buffer.from(syntax[i] ?? ""), piece]))].length;
          for (const piece of syntax) [...texts.push(Buffer.from(piece))].length;
          [...texts.end()].length;
        },
      ),
    );
  });
});
