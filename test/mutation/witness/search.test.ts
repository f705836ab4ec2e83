import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../src/authz/decision.ts";
import type { Question } from "../../../src/estate/question.ts";
import type { World } from "../../../src/estate/world.ts";
import type { Aim } from "../../../src/mutation/witness/focus.ts";
import { WorldMemo, write } from "../../../src/mutation/witness/memo.ts";
import { findWitness, smallest, type Worlds } from "../../../src/mutation/witness/search.ts";

/** A world by its answers. What it is asked is written down. */
function worldOf(answer: (question: Question) => Outcome) {
  const asked: Question[] = [];
  const authorize = (question: Question) => {
    asked.push(question);
    return { outcome: answer(question) };
  };
  const gather = (question: Question) =>
    question.principal === "nobody"
      ? { ok: false, error: [] }
      : { ok: true, value: { request: { principal: question.principal }, key: { spec: "RSA_2048" } } };
  return { world: { authorize, gather } as unknown as World, asked };
}

const worlds = (original: (question: Question) => Outcome, mutant: (question: Question) => Outcome): Worlds => ({
  original: new WorldMemo(worldOf(original).world),
  mutant: worldOf(mutant).world,
});
const ANY = { fits: () => true, mayShow: () => true };
const AIM: Aim = { principals: ["app", "ops"], actions: ["kms:Decrypt", "kms:Encrypt"], keys: ["orders"], turns: [(question) => question] };
const SEED: Question = { principal: "app", action: "kms:Decrypt", key: "orders" };
const always = (outcome: Outcome) => () => outcome;
const decrypts = ({ action }: Question): Outcome => (action === "kms:Decrypt" ? "allowed" : "implicitDeny");

describe("a witness is a request that two worlds answer otherwise", () => {
  test("of the cases, where one of them is one", () => {
    expect(findWitness(worlds(decrypts, always("implicitDeny")), [SEED], AIM, ANY)).toEqual({
      question: SEED,
      original: "allowed",
      mutant: "implicitDeny",
    });
  });

  test("near a case, where another action or somebody else is needed", () => {
    const forOps = ({ principal }: Question): Outcome => (principal === "ops" ? "allowed" : "implicitDeny");
    expect(findWitness(worlds(always("implicitDeny"), forOps), [SEED], AIM, ANY)?.question).toEqual({ ...SEED, principal: "ops" });
    const encrypts = ({ action }: Question): Outcome => (action === "kms:Encrypt" ? "allowed" : "implicitDeny");
    expect(findWitness(worlds(always("implicitDeny"), encrypts), [SEED], AIM, ANY)?.question).toEqual({ ...SEED, action: "kms:Encrypt" });
  });

  test("made anew, where there is no case", () => {
    expect(findWitness(worlds(decrypts, always("implicitDeny")), [], AIM, ANY)?.question).toEqual(SEED);
  });

  test("none, where the worlds agree, which proves nothing", () => {
    expect(findWitness(worlds(decrypts, decrypts), [SEED], AIM, ANY)).toBeUndefined();
  });

  test("never one whose answer is open in one of the worlds", () => {
    expect(findWitness(worlds(always("undetermined"), decrypts), [SEED], AIM, ANY)).toBeUndefined();
    expect(findWitness(worlds(decrypts, always("undetermined")), [SEED], AIM, ANY)).toBeUndefined();
  });

  test("rather one that is decided otherwise than one that is denied in another way", () => {
    const original = ({ action }: Question): Outcome => (action === "kms:Encrypt" ? "allowed" : "implicitDeny");
    const found = findWitness(worlds(original, always("explicitDeny")), [SEED], AIM, ANY);
    expect(found).toEqual({ question: { ...SEED, action: "kms:Encrypt" }, original: "allowed", mutant: "explicitDeny" });
    expect(findWitness(worlds(always("implicitDeny"), always("explicitDeny")), [SEED], AIM, ANY)?.question).toEqual(SEED);
  });

  test("only one that a test file can ask, and that the change has to do with", () => {
    const both = worlds(always("allowed"), always("implicitDeny"));
    expect(findWitness(both, [SEED], AIM, { ...ANY, fits: ({ principal }) => principal === "ops" })?.question.principal).toBe("ops");
    expect(findWitness(both, [SEED], AIM, { ...ANY, mayShow: ({ question }) => question.action === "kms:Encrypt" })?.question.action).toBe(
      "kms:Encrypt",
    );
    expect(findWitness(both, [SEED], AIM, { ...ANY, fits: () => false })).toBeUndefined();
  });

  test("looked for in bounded time, each question once", () => {
    const { world, asked } = worldOf(always("implicitDeny"));
    const wide: Aim = {
      ...AIM,
      principals: Array.from({ length: 50 }, (_, i) => `p${i}`),
      actions: Array.from({ length: 50 }, (_, i) => `kms:A${i}`),
    };
    findWitness({ original: new WorldMemo(world), mutant: world }, [SEED, SEED], wide, ANY);
    const texts = asked.map((question) => JSON.stringify(question));
    expect(new Set(texts).size * 2).toBe(texts.length); // once in each world
    expect(texts.length / 2).toBeLessThanOrEqual(1 + 400);
  });
});

describe("a witness is made as small as it may be", () => {
  const wanted = (question: Question): Outcome => (question.context?.["aws:SourceVpc"] === "vpc-1" ? "allowed" : "implicitDeny");
  const both = worlds(wanted, always("implicitDeny"));
  const large = {
    ...SEED,
    time: "2030-01-01T00:00:00Z",
    encryptionContext: { a: "1" },
    context: { "aws:SourceVpc": "vpc-1", "aws:SourceIp": "203.0.113.9" },
  };
  const found = { question: large, original: "allowed", mutant: "implicitDeny" } as const;

  test("without the members and the entries that make no difference", () => {
    expect(smallest(both, found, () => true)).toEqual({ ...found, question: { ...SEED, context: { "aws:SourceVpc": "vpc-1" } } });
  });

  test("but with those without which it cannot be asked", () => {
    expect(smallest(both, found, ({ time }) => time !== undefined).question).toEqual({
      ...SEED,
      time: large.time,
      context: { "aws:SourceVpc": "vpc-1" },
    });
  });
});

describe("what a world answers is remembered", () => {
  test("by the text of the question", () => {
    const { world, asked } = worldOf(decrypts);
    const memo = new WorldMemo(world);
    expect([memo.outcome(write(SEED)), memo.outcome(write({ ...SEED })), memo.outcome(write({ ...SEED, action: "kms:Encrypt" }))]).toEqual([
      "allowed",
      "allowed",
      "implicitDeny",
    ]);
    expect(asked).toHaveLength(2);
  });

  test("and so is what it makes of one, or that it leads nowhere", () => {
    const memo = new WorldMemo(worldOf(decrypts).world);
    expect(memo.resolved(write(SEED))).toEqual({ request: { principal: "app" }, key: { spec: "RSA_2048" } });
    expect(memo.resolved(write({ ...SEED, principal: "nobody" }))).toBeUndefined();
    expect(memo.resolved(write({ ...SEED, principal: "nobody" }))).toBeUndefined();
  });
});
