import { describe, expect, test } from "vitest";
import type { Question } from "../../src/estate/question.ts";
import { judge } from "../../src/tester/judge.ts";
import { problemOf, unreadable } from "../../src/tester/problem.ts";
import type { Expectation } from "../../src/tester/test-case.ts";
import { A, fileOf, WORLD } from "./files.ts";

const only = (action: string) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

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
  ["of two reasons one is lacking", {}, { because: ["App", "NoDeletion"] }, { message: "allow as expected, but not because of NoDeletion: it was App", expected: "allow because of App and NoDeletion", got: "allow because of App", ...statement(1) }],
  ["it was by something else", {}, { via: "grant reading" }, { message: "allow as expected, but not via grant reading alone: it was App", expected: "allow via grant reading alone", got: "allow via App" }],
  ["a reason that is nothing of these policies", {}, { because: ["Ap"] }, { message: "allow as expected, but not because of Ap: it was App", ...statement(0) }],
  ["no statement decided", { principal: "reader", action: "kms:Encrypt" }, { outcome: "deny", because: ["App"] }, { message: "implicit-deny as expected, but not because of App: no statement decided", got: "implicit-deny", ...statement(0) }],
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

test("a policy that limits is where to look, if it is what does not allow", () => {
  const limited = fileOf({
    cases: [{ name: "a", principal: "app", action: "kms:Decrypt", expect: "allow" }],
    world: {
      ...WORLD,
      organization: { id: "o-abc1234567", serviceControl: [only("kms:*")], accounts: [A] },
      principals: { app: { arn: `arn:aws:iam::${A}:role/app`, policies: [only("kms:*")], boundary: only("kms:DescribeKey") } },
      keys: {
        orders: {
          policy: { ...only("kms:*"), Statement: [{ ...only("kms:*").Statement[0], Principal: { AWS: `arn:aws:iam::${A}:root` } }] },
        },
      },
      endpoints: {
        home: { id: "vpce-1", policy: { ...only("kms:Encrypt"), Statement: [{ ...only("kms:Encrypt").Statement[0], Principal: "*" }] } },
      },
    },
  }).world;
  const at = (question: Partial<Question>) =>
    judge({ outcome: "allow", because: [] }, limited.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", ...question }))
      ?.policyAt?.pointer;
  expect(at({})).toBe("/world/principals/app/boundary/Statement/0");
  expect(at({ endpoint: "home", action: "kms:DescribeKey" })).toBe("/world/endpoints/home/policy/Statement/0");
  expect(at({ action: "kms:DescribeKey" })).toBeUndefined();
});

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
