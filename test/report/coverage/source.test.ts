import { describe, expect, test } from "vitest";
import type { CoverageItem, CoveredPolicy } from "../../../src/coverage/report.ts";
import { type Fold, type SourceLine, sourceLines, toldOf } from "../../../src/report/coverage/source.ts";
import { FILES, sampleReport, WORLD } from "../../coverage/covered.ts";

const policiesIn = (file: string): readonly CoveredPolicy[] => sampleReport().policies.filter((policy) => policy.file === file);
const isLine = (line: SourceLine | Fold): line is SourceLine => "number" in line;
const at = (lines: readonly (SourceLine | Fold)[], number: number) =>
  lines.filter(isLine).find((line) => line.number === number) as SourceLine;
const textOf = ({ segments }: SourceLine) => segments.map(({ text }) => text).join("");

describe("the lines of a file", () => {
  const lines = sourceLines(FILES["orders.json"] ?? "", policiesIn("orders.json"));

  test("say what the file says", () => {
    expect(lines.filter(isLine).map(textOf).join("\n")).toBe(FILES["orders.json"]?.trimEnd());
  });

  test("mark each entry by what tests made of it", () => {
    expect(at(lines, 15).segments.map(({ text, mark }) => [text, mark?.status])).toEqual([
      ['        "AWS": [', undefined],
      ['"arn:aws:iam::111122223333:role/orders-app"', "decided"],
      [", ", undefined],
      ['"arn:aws:iam::111122223333:role/exporter"', "failed"],
      ["]", undefined],
    ]);
  });

  test("mark a condition over all its lines, from its first on", () => {
    expect([26, 27, 28, 29].map((number) => at(lines, number).segments.find(({ mark }) => mark)?.mark)).toEqual([
      expect.objectContaining({ status: "decided", first: true }),
      ...[27, 28, 29].map(() => expect.objectContaining({ status: "decided", first: false })),
    ]);
  });

  test("say of a condition that it never fails, or never holds", () => {
    const badges = [24, 40, 41].map((number) => at(lines, number).segments.find(({ badge }) => badge)?.badge);
    expect(badges).toEqual([
      undefined,
      { text: "never holds", told: "held in 0 requests, failed in 6" },
      { text: "never fails", told: "held in 6 requests, failed in 0" },
    ]);
  });

  test("know their statement, and how often they decided", () => {
    expect([3, 4, 10, 15, 33, 44].map((number) => [at(lines, number).block, at(lines, number).decided])).toEqual([
      [undefined, undefined],
      ["decided", 1],
      ["decided", undefined],
      ["decided", 0],
      ["failed", 0],
      ["never", 0],
    ]);
    expect(at(lines, 4).opens).toEqual({ status: "decided", told: "statement Delegate: decided 1, matched 5" });
  });
});

test("lines without policies are left out, where there are many", () => {
  const lines = sourceLines(WORLD, policiesIn("world.yaml"));
  expect(lines[0]).toEqual({ folded: 5 });
  expect(lines.filter((line) => !isLine(line))).toHaveLength(1);
});

test("items of one text are one mark, and tell the worst of them", () => {
  const item = {
    kind: "action",
    statement: 0,
    name: "a",
    pointer: "",
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 4,
    matched: 0,
    failed: 0,
    unknown: 0,
  } as const;
  const policy = { name: "p", type: "identity", file: "f", pointer: "", requests: 1 } as const;
  const [line] = sourceLines("abc def", [
    { ...policy, items: [{ ...item, decided: 1 }] },
    {
      ...policy,
      items: [
        { ...item, decided: 0 },
        { ...item, column: 2, endColumn: 6, decided: 0 },
      ],
    },
  ]);
  expect(line && "segments" in line && line.segments).toEqual([
    { text: "abc", mark: { status: "never", told: "action a: decided 1; action a: never reached", first: true } },
    { text: " def" },
  ]);
});

test("characters that deceive are shown as what they are", () => {
  expect(sourceLines("\ta\u202eb", [{ ...(policiesIn("orders.json")[0] as CoveredPolicy) }])[0]).toMatchObject({
    segments: [{ text: "  a\\u202eb" }],
  });
});

test("what is told of an item", () => {
  const item: CoverageItem = {
    kind: "action",
    statement: 0,
    name: "kms:Get*",
    except: true,
    pointer: "",
    decided: 2,
    matched: 0,
    failed: 0,
    unknown: 1,
  };
  expect(toldOf(item)).toBe("exception action kms:Get*: decided 2, unknown 1");
});
