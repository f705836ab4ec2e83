import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderDiagnostic } from "../../src/base/diagnostic.ts";
import { judgedCases } from "../../src/mutation/mutate-cases.ts";
import { runTestFile } from "../../src/tester/run.ts";
import { readTestFile } from "../../src/tester/test-file.ts";

const WORLD = JSON.stringify("fixtures/worlds/data.yaml");
const read = (cases: readonly object[], more = {}) =>
  readTestFile("a.ward.yaml", {
    readFile: (path) => (path === "a.ward.yaml" ? `version: 1\nworld: ${WORLD}\n${yaml({ ...more, cases })}` : readFileSync(path, "utf8")),
  });
/** Each member is JSON, which YAML takes. */
const yaml = (members: object): string =>
  Object.entries(members)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join("");
const run = async (cases: readonly object[], more = {}) => {
  const { file, diagnostics } = read(cases, more);
  if (file === undefined) throw new Error(diagnostics.map(renderDiagnostic).join("\n"));
  const { results } = await runTestFile(file);
  return results.map(({ status, problem }) => [status, problem?.message]);
};
const reads = { flow: { "s3.GetObject": {} }, on: "orders-bucket/2026/x" };

test("a flow on a resource is allowed by its policy and its key together, and statements of both decide", async () => {
  expect(
    await run([
      { name: "a", principal: "app", ...reads, expect: "allow", because: ["App", "AppByS3"] },
      { name: "b", principal: "reporter", ...reads, expect: "implicit-deny" },
      { name: "c", principal: "app", ...reads, key: "archive", expect: "implicit-deny" },
      { name: "d", principal: "app", flow: { "s3.GetObject": { versionId: "v1" } }, on: "orders-bucket/x", expect: "deny" },
      { name: "e", principal: "app", flow: { "s3.GetObject": null }, on: "unsure-bucket/x", expect: "undetermined" },
      { name: "f", principal: "app", ...reads, context: { "aws:SecureTransport": "false" }, expect: "explicit-deny", because: "OnlyTls" },
    ]),
  ).toEqual(Array.from({ length: 6 }, () => ["passed", undefined]));
});

test("what fails says which call it was", async () => {
  expect(await run([{ name: "a", principal: "app", ...reads, key: "archive", expect: "allow" }])).toEqual([
    ["failed", expect.stringMatching(/^kms:Decrypt of s3\.GetObject: expected allow, got implicit-deny/)],
  ]);
});

test("a table may ask about several resources, and defaults name a key for other cases", async () => {
  const defaults = { key: "archive", expect: "allow" };
  expect(
    await run([{ name: "$on", principal: "app", flow: reads.flow, each: { on: ["orders-bucket/a", "orders-bucket/b"] } }], { defaults }),
  ).toEqual([
    ["passed", undefined],
    ["passed", undefined],
  ]);
});

test.each([
  [{ principal: "app", action: "kms:Decrypt", key: "orders", on: "orders-bucket/x" }, /`on` does not go with `action`/],
  [
    { principal: "app", ...reads, on: "order-bucket/x" },
    /a\.ward\.yaml:\d+:\d+ error: no resource `order-bucket\/x` in this world[\s\S]*orders-bucket/,
  ],
  [{ principal: "app", ...reads, viaService: "s3" }, /`viaService` does not go with `flow`/],
  [{ principal: "app", flow: { "s3.GetObject": { versoin: "1" } }, on: "orders-bucket/x" }, /unknown parameter `versoin`/],
  [{ principal: "app", flow: { "s3.GetObjekt": {} }, on: "orders-bucket/x" }, /did you mean `s3.GetObject`/],
  [{ ...reads }, /`principal` is missing/],
  [{ principal: "app", ...reads, because: "Apps" }, /no policy of this world has a statement `Apps`/],
])("%j is refused", (aCase, message) => {
  const { file, diagnostics } = read([{ name: "a", expect: "allow", ...aCase }]);
  expect(file).toBeUndefined();
  expect(diagnostics.map(renderDiagnostic).join("\n")).toMatch(message);
});

test("mutation runs them again in worlds that differ", () => {
  const { file } = read([{ name: "a", principal: "app", ...reads, expect: "allow" }]);
  const [judged] = file === undefined ? [] : judgedCases(file, () => true);
  expect(judged?.questions.map(({ action }) => action)).toEqual(["s3:GetObject", "kms:Decrypt"]);
  expect(judged?.passes(judged.world)).toBe(true);
  const [bucket] = judged?.world.estate.resources ?? [];
  const without = bucket?.policy && judged?.world.changed({ policies: new Map([[bucket.policy, undefined]]) });
  expect(without && judged?.passes(without)).toBe(false);
});

test("an invariant about data is proved or refuted, with all that the flow asks", async () => {
  const { file } = read([], {
    invariants: [
      { name: "a", never: { ...reads, principal: "reporter" } },
      { name: "b", never: { ...reads, principal: "app" } },
      { name: "c", always: { flow: "s3.GetObject", on: "orders-bucket", principal: "reporter" } },
    ],
  });
  if (file === undefined) throw new Error("not read");
  const { results } = await runTestFile(file);
  expect(results.map(({ status, problem }) => [status, problem?.message])).toEqual([
    ["passed", undefined],
    ["failed", "refuted: app may s3.GetObject on orders-bucket/2026/x"],
    ["failed", expect.stringMatching(/^refuted: reporter may not s3\.GetObject on orders-bucket\/.*: s3:GetObject is refused/)],
  ]);
  expect(results[1]?.problem?.explanation).toContain('"flow":"s3.GetObject"');
});

test("an invariant about data that leads nowhere is told at its place", () => {
  const { diagnostics } = read([], { invariants: [{ name: "a", never: { flow: "s3.GetObject", on: "orders-bukket" } }] });
  expect(diagnostics.map(renderDiagnostic).join("\n")).toMatch(/no resource `orders-bukket`[\s\S]*did you mean `orders-bucket`/);
});
