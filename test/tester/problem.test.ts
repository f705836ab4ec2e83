import { describe, expect, test } from "vitest";
import { judge } from "../../src/tester/judge.ts";
import { problemOf, unreadable } from "../../src/tester/problem.ts";
import type { Expectation } from "../../src/tester/test-case.ts";
import type { Question } from "../../src/world/world-question.ts";
import { fileOf } from "./files.ts";

const { world } = fileOf({ cases: [{ name: "a", principal: "app", action: "kms:Decrypt", expect: "allow" }] });
const problem = (question: Partial<Question>, expected: Partial<Expectation>) =>
  judge(
    { outcome: "allow", because: [], ...expected },
    world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", ...question }),
  );
const statement = (index: number) => ({ policyAt: { pointer: `/world/keys/orders/policy/Statement/${index}` } });

// biome-ignore format: a table reads as a table
test.each([
  ["it was allowed", {}, { outcome: "deny" }, { message: "expected deny, got allow: allowed by key policy#App", expected: "deny", got: "allow", ...statement(0) }],
  ["it was denied", { action: "kms:ScheduleKeyDeletion" }, {}, { message: "expected allow, got explicit-deny: explicitly denied by key policy#NoDeletion", ...statement(1) }],
  ["nothing allowed it", { principal: "reader", action: "kms:Encrypt" }, {}, { message: "expected allow, got implicit-deny: neither the key policy nor a grant allows it", ...statement(0) }],
  ["of two reasons one is lacking", {}, { because: ["App", "NoDeletion"] }, { message: "allow as expected, but not because of NoDeletion: it was App", expected: "allow because of App and NoDeletion", got: "allow because of App" }],
  ["it was by something else", {}, { via: "grant reading" }, { message: "allow as expected, but not via grant reading alone: it was App", expected: "allow via grant reading alone", got: "allow via App" }],
  ["no statement decided", { principal: "reader", action: "kms:Encrypt" }, { outcome: "deny", because: ["App"] }, { message: "implicit-deny as expected, but not because of App: no statement decided", got: "implicit-deny" }],
] as const)("%s", (_, question, expected, told) => expect(problem(question as Partial<Question>, expected as Partial<Expectation>)).toMatchObject(told));

test("an explanation comes along, with what would be allowed", () => {
  const { explanation } = problem({ principal: "reader", action: "kms:Encrypt" }, {}) ?? {};
  expect(explanation).toContain("DENIED (implicit)   kms:Encrypt");
  expect(explanation).toContain("closest to allowed");
});

test("and what the world had to note", () =>
  expect(problem({ principal: "arn:aws:iam::111122223333:role/other" }, {})?.explanation).toMatch(
    /\n\nnote {2}arn:aws:iam::111122223333:role\/other is not in the world/,
  ));

test("statements for other actions have nothing to do with it", () =>
  expect(problem({ action: "kms:DescribeKey" }, {})).not.toHaveProperty("policyAt"));

describe("of several steps", () => {
  const answers = ["kms:Encrypt", "kms:Decrypt"].map((action) => world.authorize({ principal: "app", action, key: "orders" }));
  test("each has its lines", () => {
    const lines = judge({ outcome: "deny", because: [] }, answers)?.explanation?.split("\n");
    expect(lines?.filter((text) => text.startsWith("ALLOWED"))).toHaveLength(2);
  });
});

test("what could not be asked is no deny", () => {
  const told = {
    message: "expected deny, but the request cannot be read: no principal `ap` in this world (did you mean `app`?)",
    got: "an invalid request",
  };
  expect(problem({ principal: "ap" }, { outcome: "deny" })).toMatchObject(told);
  expect(unreadable({ outcome: "deny", because: [] }, []).message).toContain("it has the wrong shape");
  expect(problemOf({ outcome: "deny", because: [] }, [])).toEqual({ message: "expected deny, but nothing was asked", expected: "deny" });
});

test("nothing in it moves a cursor", () => {
  const { message = "", expected = "" } = problem({}, { because: ["a\u001b[2Jb"] }) ?? {};
  expect(message + expected).not.toContain("\u001b");
});
