import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parsePolicy } from "../../src/iam/parse/parse.ts";
import { changedWorlds, listMutants, mutate } from "../../src/mutation/mutate.ts";
import type { MutationReport } from "../../src/mutation/mutate-report.ts";
import { runTestFile } from "../../src/tester/run.ts";
import type { TestFile } from "../../src/tester/test-case.ts";
import { fileOf as fileOfValue, startKms } from "../tester/files.ts";
import { fileOf, greenFiles, TEST, type Texts } from "./mutation-worlds.ts";

function reportOf(files: readonly TestFile[], options: Parameters<typeof mutate>[1] = {}): MutationReport {
  const report = mutate(files, options);
  if (!report.ok) throw new Error(report.error.map(({ message }) => message).join("\n"));
  return report.value;
}

/** The names of the cases that fail. */
async function failing(file: TestFile): Promise<readonly string[]> {
  const { results } = await runTestFile(file, { startKms });
  return results.filter(({ status }) => status === "failed").map(({ name }) => name);
}

/** The file with the world of a mutant, by the mutant's number. */
function mutatedBy(file: TestFile): (id: string) => TestFile {
  const listed = new Map(listMutants([file.world], () => true).map(({ id, mutant }) => [id, mutant]));
  return (id) => {
    const mutant = listed.get(id);
    const world = mutant && changedWorlds(mutant)(file.world);
    if (world === undefined) throw new Error(`no mutant ${id}`);
    return { ...file, world };
  };
}

describe("of generated policies", () => {
  test("what is killed fails the case that is named, first of all; what survives fails none", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(greenFiles, async (texts) => {
        const file = fileOf(texts);
        const mutated = mutatedBy(file);
        for (const { id, status, killedBy } of reportOf([file], { suggest: false, max: 12, seed: 1 }).mutants) {
          const failed = await failing(mutated(id));
          expect({ id, failed: failed[0] }).toEqual({ id, failed: status === "killed" ? killedBy?.name : undefined });
        }
      }),
      { numRuns: 8 },
    );
  });

  test("the text of a mutant is a valid policy, and its world is the one that is read from that text", () => {
    fc.assert(
      fc.property(greenFiles, fc.integer({ min: 1 }), (texts, seed) => {
        const file = fileOf(texts);
        const listed = listMutants([file.world], ({ type }) => type !== "grant").filter(
          ({ mutant }) => !mutant.mutator.startsWith("drop-identity") && mutant.mutator !== "drop-boundary",
        );
        for (const { mutant } of listed.filter((_, i) => i % 5 === seed % 5)) {
          const policies = mutant.parts[0]?.change.policies;
          const [changed] = policies?.values() ?? [];
          if (changed === undefined) throw new Error("no policy");
          expect(parsePolicy(changed.text, changed.policy).policy).toBeDefined();
          const read = fileOf({ ...texts, [mutant.subject.file]: changed.text });
          const derived = changedWorlds(mutant)(file.world);
          file.cases.forEach(({ check }) => {
            if (check.kind !== "request") return;
            const [one, other] = [derived?.authorize(check.question), read.world.authorize(check.question)];
            expect([one?.outcome, one?.by, one?.reason]).toEqual([other.outcome, other.by, other.reason]);
          });
          expect(derived?.estate.keys.map(({ policyText }) => policyText)).toEqual(
            read.world.estate.keys.map(({ policyText }) => policyText),
          );
        }
      }),
      { numRuns: 8 },
    );
  });

  test("a suggested case passes today, and fails on the mutant", { timeout: 120_000 }, async () => {
    let suggested = 0;
    await fc.assert(
      fc.asyncProperty(greenFiles, async (texts) => {
        const file = fileOf(texts);
        for (const { id, suggestion } of reportOf([file], { max: 15, seed: 2 }).mutants) {
          if (suggestion === undefined) continue;
          suggested++;
          expect(parse(suggestion.yaml)).toEqual([suggestion.entry]);
          const document = JSON.parse(texts[TEST] ?? "");
          const added = fileOf({ ...texts, [TEST]: JSON.stringify({ ...document, cases: [suggestion.entry] }) });
          expect(await failing(added)).toEqual([]);
          expect(await failing(mutatedBy(added)(id))).toEqual([suggestion.entry.name]);
        }
      }),
      { numRuns: 8 },
    );
    expect(suggested).toBeGreaterThan(10);
  });

  test("the same files give the same report", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(greenFiles, (texts) => {
        expect(reportOf([fileOf(texts)], { max: 20, seed: 3 })).toEqual(reportOf([fileOf(texts)], { max: 20, seed: 3 }));
      }),
      { numRuns: 3 },
    );
  });
});

const CASES = [
  { name: "app reads", principal: "app", action: "kms:Decrypt", expect: "allow" },
  { name: "nobody deletes", principal: "app", action: "kms:ScheduleKeyDeletion", expect: "explicit-deny" },
];

const killers = (report: MutationReport): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(report.mutants.map(({ mutator, what, status, killedBy }) => [`${mutator}: ${what}`, killedBy?.name ?? status]));

describe("a small file", () => {
  test("counts what each case notices", () => {
    const report = reportOf([fileOfValue({ cases: CASES })]);
    expect(killers(report)).toMatchObject({
      "drop-statement: without the statement `App`": "app reads",
      "drop-statement: without the statement `NoDeletion`": "nobody deletes",
      "flip-effect: Allow → Deny": "app reads",
      "drop-action: without the action `kms:Encrypt`": "survived",
      "any-action: every action: `kms:*`": "survived", // the Deny is stronger
      "drop-grant: without the grant in grant `reading`": "survived",
    });
    const { counted, killed, survived, uncovered, score } = report;
    expect(killed + survived + uncovered).toBe(counted);
    expect(score).toBeCloseTo((100 * killed) / counted);
    expect(report.subjects.map(({ name }) => name)).toEqual(["key policy", "grants of orders"]);
  });

  test("round trips and flows are cases too", () => {
    const roundTrip = { name: "trip", roundTrip: { writer: "app", reader: "reader" }, expect: "allow" };
    const report = reportOf([fileOfValue({ cases: [roundTrip] })], { suggest: false });
    expect(killers(report)).toMatchObject({
      "drop-grant: without the grant in grant `reading`": "trip",
      "drop-action: without the action `kms:Encrypt`": "trip",
      "drop-statement: without the statement `NoDeletion`": "survived",
    });
  });

  test("cases that do not ask about a policy do not run for it", () => {
    const elsewhere = { name: "random", principal: "app", action: "kms:GenerateRandom", resource: "*", expect: "deny" };
    const report = reportOf([fileOfValue({ cases: [elsewhere] })]);
    expect(new Set(report.mutants.map(({ status, ran }) => `${status} ${ran}`))).toEqual(new Set(["uncovered 0"]));
  });

  test("is refused where a case fails before anything is changed, or nothing is left to run or to change", () => {
    const cases = [{ name: "wrong", principal: "app", action: "kms:Decrypt", expect: "deny" }];
    const codes = (result: ReturnType<typeof mutate>) => (result.ok ? [] : result.error.map(({ code, at }) => `${code} ${at.pointer}`));
    expect(codes(mutate([fileOfValue({ cases })]))).toEqual(["KW630 /cases/0"]);
    expect(codes(mutate([fileOfValue({ cases })], { select: () => false }))).toEqual(["KW631 "]);
    expect(codes(mutate([fileOfValue({ cases: CASES })], { only: () => false }))).toEqual(["KW631 "]);
    expect(mutate([fileOfValue({ cases: CASES })], { only: () => false })).toMatchObject({
      error: [{ help: expect.stringContaining("`--only`") }],
    });
  });

  test("a proof from outside is asked about survivors, and what it proves does not count", () => {
    const report = reportOf([fileOfValue({ cases: CASES })], { isEquivalent: () => true, only: ({ type }) => type === "key-policy" });
    expect(report.score).toBe(100);
    expect(report.survived + report.uncovered).toBe(0);
  });

  test("a sample is some of them, with its seed", () => {
    const [one, other] = [1, 2].map((seed) => reportOf([fileOfValue({ cases: CASES })], { max: 5, seed, suggest: false }));
    expect(one?.mutants).toHaveLength(5);
    expect(one?.sample?.seed).toBe(1);
    expect(one?.mutants.map(({ id }) => id)).not.toEqual(other?.mutants.map(({ id }) => id));
  });

  test("one file of two test files is changed for both, and counts once", () => {
    const texts: Texts = {
      "key.json": JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, Action: "kms:Decrypt", Resource: "*" }],
      }),
      [TEST]: JSON.stringify({
        version: 1,
        account: "111122223333",
        region: "us-east-1",
        world: { principals: { app: "arn:aws:iam::111122223333:role/app" }, keys: { orders: { policy: "key.json" } } },
        cases: [{ name: "a", principal: "app", action: "kms:Decrypt", key: "orders", expect: "allow" }],
      }),
    };
    const [one, other] = [fileOf(texts), fileOf(texts)];
    const report = reportOf([one, other]);
    expect(report.subjects).toHaveLength(1);
    expect(report.cases).toBe(2);
    expect(report.mutants.length).toBe(reportOf([one]).mutants.length);
  });
});
