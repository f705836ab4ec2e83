import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceText } from "../../src/importers/importer.ts";
import { readWorldValue } from "../../src/world/document-reader.ts";
import { fixtureTexts, imported } from "../importers/imported.ts";

const SOURCES = [...fixtureTexts("cloudformation"), ...fixtureTexts("dumps")];
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  "",
  "x",
  [],
  {},
  [[]],
  { a: 1 },
  "arn:aws:kms:us-east-1:111122223333:key/x",
  { Ref: "OrdersKey" },
  { "Fn::Sub": "${" },
  { "Fn::If": ["IsProd", 1] },
];

/** Whatever a text is, it becomes a world that can be looked at, and something is told of it, or nothing is in it. */
async function isSafe(sources: readonly SourceText[]): Promise<void> {
  const read = await imported(sources, { account: "111122223333", region: "us-east-1" });
  expect(() => readWorldValue(read.after, { path: "imported" })).not.toThrow();
}

/** A JSON value with something else in one place. */
function changed(value: unknown, seed: number, odd: unknown): unknown {
  let at = seed % Math.max(1, count(value));
  const walk = (each: unknown): unknown => {
    if (at-- === 0) return odd;
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each === "object" && each !== null)
      return Object.fromEntries(Object.entries(each).map(([name, member]) => [name, walk(member)]));
    return each;
  };
  return walk(value);
}
const count = (value: unknown): number =>
  1 + (typeof value === "object" && value !== null ? Object.values(value).reduce((sum: number, each) => sum + count(each), 0) : 0);

describe("importers of templates and dumps", () => {
  test("take any text that is cut off or has a hole in it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SOURCES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.string({ maxLength: 8 }),
        async ({ file, text }, where, length, more) => {
          const at = Math.floor(where * text.length);
          await isSafe([{ file, text: length > 30 ? text.slice(0, at) : text.slice(0, at) + more + text.slice(at + length) }]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("take any value in any place", async () => {
    const json = SOURCES.filter(({ text }) => text.startsWith("{"));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...json), fc.nat(), fc.constantFrom(...ODD), async ({ file, text }, seed, odd) => {
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          return; // several values
        }
        await isSafe([{ file, text: JSON.stringify(changed(value, seed, odd)) }]);
      }),
      { numRuns: 250 },
    );
  });

  test("end for what unfolds without end", async () => {
    const bomb = `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join("\n")}`;
    const loops = `Resources:\n  Fn::ForEach::A: [A, [${"x,".repeat(99)}x], { "Fn::ForEach::B": [B, [${"y,".repeat(99)}y], { "Fn::ForEach::C": [C, [${"z,".repeat(99)}z], { "K\${A}\${B}\${C}": { Type: AWS::KMS::Key } }] }] }]`;
    const circle = `Conditions:\n${Array.from({ length: 50 }, (_, i) => `  C${i}: !Or [!Condition C${(i + 1) % 50}, !Condition C${(i + 7) % 50}]`).join("\n")}\nResources: { K: { Type: AWS::KMS::Key, Condition: C0 } }`;
    for (const text of [
      `AWSTemplateFormatVersion: "2010-09-09"\n${bomb}\nResources: { K: { Type: AWS::KMS::Key, Properties: { KeyPolicy: *a40 } } }`,
      `AWSTemplateFormatVersion: "2010-09-09"\n${loops}`,
      `AWSTemplateFormatVersion: "2010-09-09"\n${circle}`,
      `{"Resources":${"[".repeat(100_000)}`,
      `{"AWSTemplateFormatVersion":"","Resources":${'{"a":'.repeat(120)}1${"}".repeat(120)}}`,
      `AWSTemplateFormatVersion: x\nResources: ${"{a: ".repeat(5_000)}`,
      `Resources:\n  S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: template.yaml } }`,
    ])
      await isSafe([{ file: "template.yaml", text }]);
    await isSafe([
      {
        file: "a.yaml",
        text: "Resources:\n  S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yaml, Parameters: { P: !GetAtt S.Outputs.O } } }\nOutputs: { O: { Value: !GetAtt S.Outputs.O } }\n",
      },
      {
        file: "b.yaml",
        text: "Parameters: { P: { Type: String } }\nResources:\n  S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml } }\nOutputs: { O: { Value: !Ref P } }\n",
      },
    ]);
  });
});
