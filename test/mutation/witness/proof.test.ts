import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Question } from "../../../src/estate/question.ts";
import { changedWorlds, listMutants, mutate } from "../../../src/mutation/mutate.ts";
import type { MutantResult } from "../../../src/mutation/mutate-report.ts";
import type { TestFile } from "../../../src/tester/test-case.ts";
import { contextArbitrary, GIVEN_KEYS } from "../../generators/conditions.ts";
import { encryptionContextArbitrary } from "../../generators/requests.ts";
import { HOME } from "../../generators/vocabulary.ts";
import { fileOf, greenFiles, TEST } from "../mutation-worlds.ts";

const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const APP = `arn:aws:iam::${HOME}:role/app`;

/** A key whose policy has these statements, and one case. */
function fileWith(...statements: readonly object[]): TestFile {
  const world = { account: HOME, region: "us-east-1", principals: { app: APP }, keys: { orders: { arn: KEY, policy: "key.json" } } };
  const cases = [
    { name: "the app", principal: "app", action: "kms:Decrypt", key: "orders", encryptionContext: { tenant: "a" }, expect: "deny" },
  ];
  return fileOf({
    "key.json": JSON.stringify({ Version: "2012-10-17", Statement: statements }),
    [TEST]: JSON.stringify({ version: 1, world, cases }),
  });
}

function mutantsOf(file: TestFile, suggest = true): readonly MutantResult[] {
  const report = mutate([file], { suggest });
  if (!report.ok) throw new Error(report.error.map(({ message }) => message).join("\n"));
  return report.value.mutants;
}

const allow = (more: object = {}) => ({ Effect: "Allow", Principal: { AWS: APP }, Action: "kms:Decrypt", Resource: "*", ...more });

describe("mutants that the cases do not notice", () => {
  const FILE = fileWith(
    allow({ Sid: "Dead" }),
    { Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*", Sid: "Always" },
    allow({
      Sid: "Narrow",
      Action: "kms:Encrypt",
      Condition: { StringEquals: { "kms:EncryptionContext:tenant": "zz-17" }, NumericLessThan: { "aws:MultiFactorAuthAge": "301" } },
    }),
  );

  it("are equivalent where no request at all is answered otherwise, whatever stands in the way: no other statement by itself says so", () => {
    const dead = mutantsOf(FILE).filter(({ at }) => at.pointer.includes("/Statement/0") || at.pointer.endsWith("/Statement"));
    expect(dead.filter(({ mutator, status }) => mutator.includes("condition") && status === "survived")).toEqual([]);
    expect(mutantsOf(FILE).some(({ status }) => status === "equivalent")).toBe(true);
  });

  it("are each shown a request that would", () => {
    const open = mutantsOf(FILE).filter(({ status }) => status === "survived" || status === "uncovered");
    expect(open.length).toBeGreaterThan(5);
    expect(open.filter(({ suggestion }) => suggestion === undefined).map(({ what }) => what)).toEqual([]);
  });

  it("are the same ones where no requests are to be shown", () => {
    const statuses = (suggest: boolean) => mutantsOf(FILE, suggest).map(({ id, status }) => [id, status]);
    expect(statuses(false)).toEqual(statuses(true));
  });
});

const questionArbitrary: fc.Arbitrary<Question> = fc.record({
  principal: fc.constantFrom("app", "alice", "guest", `arn:aws:iam::${HOME}:root`, `arn:aws:iam::${HOME}:role/stranger`),
  action: fc.constantFrom("kms:Decrypt", "kms:Encrypt", "kms:DescribeKey", "kms:CreateGrant", "kms:GenerateDataKey"),
  key: fc.constantFrom("orders", "other"),
  encryptionContext: encryptionContextArbitrary,
  context: contextArbitrary(GIVEN_KEYS, 3),
});

describe("of generated policies", () => {
  it("no request tells an equivalent mutant from the original", { timeout: 180_000 }, () => {
    let equivalent = 0;
    fc.assert(
      fc.property(greenFiles, fc.array(questionArbitrary, { minLength: 40, maxLength: 40 }), (texts, questions) => {
        const file = fileOf(texts);
        const listed = new Map(listMutants([file.world], () => true).map(({ id, mutant }) => [id, mutant]));
        const report = mutate([file], { suggest: false, max: 20, seed: 3 });
        for (const { id, status } of report.ok ? report.value.mutants : []) {
          const mutant = listed.get(id);
          const other = mutant && changedWorlds(mutant)(file.world);
          if (status !== "equivalent" || other === undefined) continue;
          equivalent++;
          for (const question of questions)
            expect([id, other.authorize(question).outcome]).toEqual([id, file.world.authorize(question).outcome]);
        }
      }),
      { numRuns: 4 },
    );
    expect(equivalent).toBeGreaterThan(2);
  });
});
