import { describe, expect, test } from "vitest";
import { Bail } from "../../src/tester/bail.ts";
import type { Asked, TestResult } from "../../src/tester/result.ts";
import { forbidOnly, type RunOptions, runTestFile, saysOnly, unreadFile } from "../../src/tester/run.ts";
import { fileOf, readFixture, startKms } from "./files.ts";

const one = { principal: "app", action: "kms:Decrypt", expect: "allow" };
const line = ({ status, name, skip }: TestResult) => [status, name, ...(skip === undefined ? [] : [skip])].join(" | ");
const run = async (cases: readonly object[], options: RunOptions = {}) => (await runTestFile(fileOf({ cases }), options)).results.map(line);

test("the example passes, with real keys", async () => {
  const { file } = readFixture("orders.ward.yaml");
  if (file === undefined) throw new Error("it cannot be read");
  const { results, errors, warnings } = await runTestFile(file, { startKms });
  expect(results.filter(({ status }) => status === "failed")).toEqual([]);
  expect(results.filter(({ status }) => status === "skipped").map(line)).toEqual(["skipped | later | waits for the new grant"]);
  expect([results.length, errors, warnings]).toEqual([file.cases.length, [], []]);
});

test("what is told of failing tests", async () => {
  const { file } = readFixture("failing.ward.yaml");
  if (file === undefined) throw new Error("it cannot be read");
  const { results } = await runTestFile(file, { startKms });
  const told = results.flatMap(({ status, name, problem = { message: "" } }) => [
    `## ${status}: ${name}`,
    ...(problem.code === undefined ? [] : [problem.code]),
    problem.message,
    `expected ${problem.expected ?? "-"}, got ${problem.got ?? "-"}, see ${problem.policyAt?.file ?? "-"}:${problem.policyAt?.line ?? "-"}`,
    "",
    ...(problem.explanation === undefined ? [] : [problem.explanation, ""]),
  ]);
  await expect(told.join("\n")).toMatchFileSnapshot("../../fixtures/tests/failing.golden.txt");
  expect(results.every(({ status }) => status === "failed")).toBe(true);
});

test("a test that expects the opposite fails, whatever is asked", async () => {
  const { file } = readFixture("orders.ward.yaml");
  if (file === undefined) throw new Error("it cannot be read");
  const turned = file.cases.flatMap((test) => {
    const { check } = test;
    if (check.kind === "invariant" || test.skip !== undefined) return [];
    const outcome = check.expect.outcome === "allow" ? ("deny" as const) : ("allow" as const);
    return [{ ...test, check: { ...check, expect: { outcome, because: [] } } }];
  });
  const { results } = await runTestFile({ ...file, cases: turned }, { startKms });
  expect(results.filter(({ status }) => status !== "failed").map(line)).toEqual([]);
});

describe("what is tried", () => {
  test("is not what says `skip`", async () =>
    expect(
      await run([
        { ...one, name: "a", skip: true },
        { ...one, name: "b", skip: "not yet" },
        { ...one, name: "c", skip: false },
      ]),
    ).toEqual(["skipped | a | ", "skipped | b | not yet", "passed | c"]));

  test("is what says `only`, where something does", async () => {
    const cases = [
      { ...one, name: "a" },
      { ...one, name: "b", only: true },
      { ...one, name: "c", only: true, skip: true },
    ];
    expect(await run(cases)).toEqual(["skipped | a | other cases say `only`", "passed | b", "skipped | c | "]);
    expect(await run(cases, { only: false })).toEqual(["passed | a", "passed | b", "skipped | c | "]);
    expect(await run([{ ...one, name: "a" }], { only: true })).toEqual(["skipped | a | other cases say `only`"]);
    expect(await run(cases, { select: ({ name }) => name === "a" })).toEqual(["passed | a"]);
    const file = fileOf({ cases });
    expect([saysOnly(file.cases), forbidOnly(file).map(({ code, at }) => `${code} ${at.pointer}`)]).toEqual([
      true,
      ["KW608 /cases/1", "KW608 /cases/2"],
    ]);
  });

  test("is what is selected: the rest is not in the results", async () =>
    expect(
      await run(
        [
          { ...one, name: "a" },
          { ...one, name: "b" },
        ],
        { select: ({ name }) => name === "b" },
      ),
    ).toEqual(["passed | b"]));

  test("is not what comes after so many failures, in whichever file", async () => {
    const cases = [
      { ...one, name: "a", expect: "deny" },
      { ...one, name: "b" },
      { ...one, name: "c", expect: "deny" },
      { ...one, name: "d" },
    ];
    const bail = new Bail(2);
    expect(await run(cases, { bail })).toEqual(["failed | a", "passed | b", "failed | c", "skipped | d | stopped after 2 failures"]);
    expect((await run(cases, { bail })).map((text) => text.slice(0, 11))).toEqual([
      "skipped | a",
      "skipped | b",
      "skipped | c",
      "skipped | d",
    ]);
  });
});

test("each case takes its own time", async () => {
  let clock = 0;
  const { results } = await runTestFile(
    fileOf({
      cases: [
        { ...one, name: "a" },
        { ...one, name: "b", skip: true },
      ],
    }),
    { now: () => (clock += 5) },
  );
  expect(results.map(({ milliseconds }) => milliseconds)).toEqual([5, 0]);
});

test("results are told one by one", async () => {
  const told: string[] = [];
  await run(
    [
      { ...one, name: "a" },
      { ...one, name: "b" },
    ],
    { onResult: (result, test) => told.push(`${line(result)} ${test.at.pointer}`) },
  );
  expect(told).toEqual(["passed | a /cases/0", "passed | b /cases/1"]);
});

test("every request that is asked can be seen, and asked again", async () => {
  const file = fileOf({
    cases: [
      { ...one, name: "request" },
      { name: "flow", principal: "app", flow: { "ebs.AttachVolume": { volumeId: "v", instanceId: "i" } }, expect: "deny" },
      { name: "trip", roundTrip: { writer: "app", reader: "reader" }, expect: "allow" },
      { ...one, name: "skipped", skip: true },
    ],
  });
  const asked: Asked[] = [];
  await runTestFile(file, { observe: (each) => asked.push(each), startKms });
  expect(asked.map(({ test, question }) => `${test.name} ${question.action}`)).toEqual([
    "request kms:Decrypt",
    "flow kms:CreateGrant",
    "flow kms:Decrypt",
    "trip kms:Encrypt",
    "trip kms:Decrypt",
  ]);
  for (const { world, question, answer } of asked)
    expect(world.authorize(question)).toMatchObject({ outcome: answer.outcome, by: answer.by });
});

describe("an invariant", () => {
  const triedOf = async (...invariants: readonly object[]) =>
    (await runTestFile(fileOf({ invariants: invariants.map((one, i) => ({ name: String(i), ...one })) }))).results;

  test("passes where it is proved, and fails with its witness where it is refuted", async () => {
    const [held, broken, skipped] = await triedOf(
      { never: { principal: "arn:aws:iam::111122223333:role/stranger", action: "kms:Decrypt" } },
      { never: { action: "kms:Decrypt" } },
      { always: {}, skip: "later" },
    );
    expect([held?.status, broken?.status, skipped?.status]).toEqual(["passed", "failed", "skipped"]);
    expect(broken?.problem?.message).toMatch(/^refuted: \S+ may kms:Decrypt on /);
    expect(broken?.problem?.explanation).toMatch(/^request: \{"action":"kms:Decrypt"/);
    expect(broken?.problem?.policyAt).toBeDefined();
  });

  test("that cannot be decided, or can never fail, is no pass", async () => {
    const [vacuous] = await triedOf({ never: { principal: "arn:aws:iam::999988887777:role/x", action: "kms:PutKeyPolicy" } });
    expect(vacuous).toMatchObject({ status: "failed", problem: { code: "KW681" } });
  });
});

test("of a file that could not be read there are errors and warnings", () => {
  const { diagnostics } = readFixture("broken/warnings.ward.yaml");
  const error = { code: "KW601", severity: "error", message: "", at: { file: "a", pointer: "" } } as const;
  expect(unreadFile("a", [...diagnostics, error])).toEqual({ path: "a", results: [], errors: [error], warnings: diagnostics });
});
