import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/estate/question.ts";
import type { World } from "../../../src/estate/world.ts";
import { WorldMemo, write } from "../../../src/mutation/witness/memo.ts";
import { fileOf } from "../../tester/files.ts";
import { fileOf as fileOfTexts, greenFiles } from "../mutation-worlds.ts";

const { world } = fileOf({ cases: [{ name: "x", principal: "app", action: "kms:Decrypt", expect: "allow" }] });

/** A world, and how often it was asked. */
function counted(of: World) {
  const count = { authorize: 0, gather: 0 };
  const asked = {
    authorize: (question: Question) => {
      count.authorize++;
      return of.authorize(question);
    },
    gather: (question: Question) => {
      count.gather++;
      return of.gather(question);
    },
  };
  return { memo: new WorldMemo(asked as unknown as World), count };
}

const DECRYPT: Question = { principal: "app", action: "kms:Decrypt", key: "orders" };

test("a question that is written has the same text as the same question, and another than any other", () => {
  expect(write({ ...DECRYPT }).text).toBe(write(DECRYPT).text);
  const others = [
    { ...DECRYPT, action: "kms:Encrypt" },
    { ...DECRYPT, encryptionContext: {} },
    { ...DECRYPT, time: "2026-01-01T00:00:00Z" },
  ];
  expect(new Set([DECRYPT, ...others].map((question) => write(question).text)).size).toBe(4);
  expect(write(DECRYPT).question).toBe(DECRYPT);
});

describe("a memo answers as its world", () => {
  test("whatever is asked, first and again", () => {
    let asked = 0;
    fc.assert(
      fc.property(greenFiles, (texts) => {
        const file = fileOfTexts(texts);
        const memo = new WorldMemo(file.world);
        const questions = file.cases.flatMap(({ check }) => (check.kind === "request" ? [check.question] : []));
        for (const question of [...questions, ...questions.toReversed()]) {
          asked++;
          const gathered = file.world.gather(question);
          expect(memo.outcome(write(question))).toBe(file.world.authorize(question).outcome);
          expect(memo.resolved(write(question))).toEqual(
            gathered.ok ? { request: gathered.value.request, key: gathered.value.key } : undefined,
          );
        }
      }),
      { numRuns: 15 },
    );
    expect(asked).toBeGreaterThan(30);
  });

  test("and asks it each question once, for its answer and for what it is made of apart", () => {
    const { memo, count } = counted(world);
    for (let i = 0; i < 5; i++) expect(memo.outcome(write({ ...DECRYPT }))).toBe("allowed");
    expect(count).toEqual({ authorize: 1, gather: 0 });
    for (let i = 0; i < 5; i++) expect(memo.resolved(write({ ...DECRYPT }))?.request.action).toBe("kms:Decrypt");
    expect(count).toEqual({ authorize: 1, gather: 1 });
  });

  test("also of a question that leads nowhere, which is not asked again", () => {
    const { memo, count } = counted(world);
    const lost = write({ ...DECRYPT, key: "orderz" });
    expect([memo.resolved(lost), memo.resolved(lost)]).toEqual([undefined, undefined]);
    expect(count.gather).toBe(1);
  });

  test("and of two worlds each has its own", () => {
    const changed = world.changed({
      grants: new Map(world.estate.keys.flatMap(({ grants }) => grants.map((grant) => [grant, undefined] as const))),
    });
    const reading = write({ ...DECRYPT, principal: "reader" });
    expect([world, changed].map((one) => new WorldMemo(one).outcome(reading))).toEqual(["allowed", "implicitDeny"]);
  });

  test("of a bounded number of questions: the oldest is asked anew", () => {
    const { memo, count } = counted({ authorize: () => ({ outcome: "allowed" }) } as unknown as World);
    const ask = (i: number) => memo.outcome(write({ ...DECRYPT, principal: `p${i}` }));
    for (let i = 0; i <= 20_000; i++) ask(i);
    const before = count.authorize;
    ask(20_000);
    expect(count.authorize).toBe(before);
    ask(0);
    expect(count.authorize).toBe(before + 1);
  });
});
