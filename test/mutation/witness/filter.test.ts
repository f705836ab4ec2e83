import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/estate/question.ts";
import { parsePolicy } from "../../../src/iam/parse/parse.ts";
import type { Policy, PolicyType } from "../../../src/iam/policy.ts";
import type { Grant } from "../../../src/iam/request.ts";
import { showsIn } from "../../../src/mutation/witness/filter.ts";
import { WorldMemo, write } from "../../../src/mutation/witness/memo.ts";
import { fileOf } from "../../tester/files.ts";

const A = "111122223333";
const APP = `arn:aws:iam::${A}:role/app`;
const { world } = fileOf({ cases: [{ name: "x", principal: "app", action: "kms:Decrypt", expect: "allow" }] });
const memo = new WorldMemo(world);

const HAS_PRINCIPAL = new Set<PolicyType>(["key-policy", "resource-control", "endpoint"]);

/** A policy with one statement. */
function policyOf(statement: object, type: PolicyType = "key-policy"): Policy {
  const principal =
    HAS_PRINCIPAL.has(type) && !("NotPrincipal" in statement) ? { Principal: type === "key-policy" ? { AWS: APP } : "*" } : {};
  const effect = type === "resource-control" ? "Deny" : "Allow";
  const whole = { Effect: effect, ...principal, Action: "kms:Decrypt", Resource: "*", ...statement };
  const { policy, diagnostics } = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: [whole] }), { type, name: "p" });
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return policy;
}

const ASKED: Question = { principal: "app", action: "kms:Decrypt", key: "orders" };

/** Whether a change of a statement may show in a question; undefined: the statement is not there. */
function mayShow(before: object | undefined, after: object | undefined, more: Partial<Question> = {}, type: PolicyType = "key-policy") {
  const [was, is] = [before, after].map((statement) => statement && policyOf(statement, type));
  const policy = was ?? is;
  return showsIn({ before: was?.statements[0], after: is?.statements[0], policy }, memo)(write({ ...ASKED, ...more }));
}

const tenant = (value: string) => ({ Condition: { StringEquals: { "kms:EncryptionContext:tenant": value } } });
const a = { encryptionContext: { tenant: "a" } };

describe("a change of a statement may show in a question", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, object | undefined, object | undefined, Partial<Question>]>([
    ["to which the statement applies no longer",        {}, { Action: "kms:Encrypt" }, {}],
    ["to which it applies only now",                    { Action: "kms:Encrypt" }, { Action: "kms:*" }, {}],
    ["to which it applied, and is gone",                {}, undefined, {}],
    ["to which it applies, and is new",                 undefined, {}, {}],
    ["to which it applies with another effect",         {}, { Effect: "Deny" }, {}],
    ["to which it applies, whose caller it names otherwise", { Principal: { AWS: APP } }, { Principal: "*" }, {}],
    ["whose condition is met no longer",                tenant("a"), tenant("b"), a],
    ["whose condition is met only now",                 tenant("b"), {}, {}],
  ])("%s", (_, before, after, more) => expect(mayShow(before, after, more)).toBe(true));
});

describe("and cannot show in a question", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, object | undefined, object | undefined, Partial<Question>]>([
    ["to which the statement applies as before",        {}, { Action: ["kms:Decrypt", "kms:Encrypt"] }, {}],
    ["to which it applies neither before nor after",    {}, { Action: "kms:*" }, { action: "kms:Decrypt", principal: "reader" }],
    ["for another action than it gains",                { Action: "kms:Sign" }, { Action: "kms:*" }, { action: "kms:Sign" }],
    ["of somebody else",                                {}, undefined, { principal: "reader" }],
    ["where it has another effect, but does not apply", { Action: "kms:Sign" }, { Action: "kms:Sign", Effect: "Deny" }, {}],
    ["where neither condition is met",                  tenant("b"), tenant("c"), a],
    ["where both conditions are met",                   tenant("a"), {}, a],
    ["that leads nowhere",                              {}, undefined, { key: "orderz" }],
  ])("%s", (_, before, after, more) => expect(mayShow(before, after, more)).toBe(false));
});

describe("a statement is asked alone, in the layer of its policy", () => {
  test.each<PolicyType>(["key-policy", "identity", "boundary", "session", "service-control", "resource-control", "endpoint"])(
    "%s",
    (type) => {
      const more = type === "endpoint" ? { endpoint: "vpce-1" } : {};
      const gone = (statement: object) => mayShow(statement, undefined, more, type);
      expect([gone({}), gone({ Action: "kms:Sign" })]).toEqual([true, false]);
    },
  );

  test("whatever the other statements of its policy, and the policies around it, say", () => {
    expect(mayShow({ Action: "kms:ScheduleKeyDeletion" }, undefined, { action: "kms:ScheduleKeyDeletion" })).toBe(true); // the key policy denies it
  });

  test("with the facts of the key that is asked about", () => {
    const spec = (value: string) => ({ Condition: { StringEquals: { "kms:KeySpec": value } } });
    expect(mayShow(spec("SYMMETRIC_DEFAULT"), undefined)).toBe(true);
    expect(mayShow(spec("RSA_2048"), undefined)).toBe(false);
  });
});

describe("everything may show of a change", () => {
  const elsewhere = write({ ...ASKED, action: "kms:Sign" });
  const policy = policyOf({});
  const before = policy.statements[0];

  test("that is of a whole policy, of a grant, or of no statement", () => {
    const grants = world.estate.keys.flatMap((key): readonly Grant[] => key.grants);
    expect(showsIn({ before, policy }, memo)(elsewhere)).toBe(false);
    expect(showsIn({ before, policy, whole: true }, memo)(elsewhere)).toBe(true);
    expect(showsIn({ before, policy, grants }, memo)(elsewhere)).toBe(true);
    expect(showsIn({ before }, memo)(elsewhere)).toBe(true);
    expect(showsIn({ policy }, memo)(elsewhere)).toBe(true);
  });

  test("of a NotPrincipal: whom that spares depends on their other policies", () => {
    const except = { Effect: "Deny", NotPrincipal: { AWS: [APP, `arn:aws:iam::${A}:root`] } };
    expect(mayShow(except, { ...except, Action: "kms:Encrypt" }, { action: "kms:Sign" })).toBe(true);
    expect(mayShow(undefined, except, { action: "kms:Sign" })).toBe(true);
  });
});
