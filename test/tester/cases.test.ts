import { describe, expect, test } from "vitest";
import { fileOf, readValue, told } from "./files.ts";

const one = { principal: "app", action: "kms:Decrypt", expect: "allow" };
const namesIn = (cases: readonly object[]) => fileOf({ cases }).cases.map(({ name }) => name);
const toldOf = (document: object) => told(readValue(document)).map((text) => text.replace(/^\S+ error: /, ""));

test("cases come in the order they are written, rows where their case is, invariants last", () =>
  expect(
    fileOf({
      invariants: [{ name: "z", never: {} }],
      cases: [
        { ...one, name: "b" },
        { ...one, name: "c", each: { action: ["kms:Encrypt", "kms:Decrypt"] } },
        { ...one, name: "a" },
      ],
    }).cases.map(({ name }) => name),
  ).toEqual(["b", "c (kms:Encrypt)", "c (kms:Decrypt)", "a", "z"]));

test("a row that is written out has a place of its own, a combination that of its case", () => {
  const { cases } = fileOf({
    cases: [
      { ...one, name: "a", each: [{ principal: "app" }, { principal: "reader" }] },
      { ...one, name: "b", each: { principal: ["app"] } },
    ],
  });
  expect(cases.map(({ at }) => at.pointer)).toEqual(["/cases/0/each/0", "/cases/0/each/1", "/cases/1"]);
});

test("what is skipped and what runs alone", () => {
  const { cases } = fileOf({
    cases: [
      { ...one, name: "a", skip: true, only: true },
      { ...one, name: "b", skip: "why", only: false },
      { ...one, name: "c", skip: false },
    ],
  });
  expect(cases.map(({ skip, only }) => [skip, only])).toEqual([
    ["", true],
    ["why", false],
    [undefined, false],
  ]);
});

describe("names are told apart", () => {
  test("also those of rows and invariants", () => {
    const cases = [
      { ...one, name: "a (app)" },
      { ...one, name: "a", each: { principal: ["app"] } },
    ];
    expect(toldOf({ cases, invariants: [{ name: "a (app)", never: {} }] }).map((text) => text.slice(0, 42))).toEqual([
      "the name `a (app)` is that of the test in ",
      "the name `a (app)` is that of the test in ",
    ]);
  });

  test("by placeholders", () =>
    expect(
      namesIn([
        { ...one, name: "$principal", each: { principal: ["app", "reader"] } },
        { ...one, name: "$principal" },
      ]),
    ).toEqual(["app", "reader", "$principal"]));
});

describe("tables have bounds", () => {
  test("of one case", () => {
    const unknown = Array.from({ length: 101 }, (_, i) => [`key${i}`]);
    const context = Array.from({ length: 100 }, (_, i) => ({ key: i }));
    expect(toldOf({ cases: [{ ...one, name: "a", each: { unknown, context } }] })).toEqual([
      "the table has 10100 rows, and at most 10000 are tried [KW604] | at /cases/0/each",
    ]);
  });

  test("of a file", () => {
    const ten = Array.from({ length: 100 }, (_, i) => ({ key: i }));
    const unknown = Array.from({ length: 100 }, (_, i) => [`key${i}`]);
    const cases = Array.from({ length: 11 }, (_, i) => ({ name: `c${i}`, each: { unknown, context: ten } }));
    const lines = toldOf({ cases }); // no case asks anything: nothing is decided for a hundred thousand rows
    expect(lines.at(-1)).toContain("the file has more than 100000 cases [KW604] | at /cases/10/each");
  });
});
