import { describe, expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { Trace } from "../../src/authz/decision.ts";
import { answerSchema, type decidedSchema, type invalidSchema } from "../../src/cases/answer-schema.ts";
import type { WorldAnswer } from "../../src/estate/world.ts";

type Decided = z.input<typeof decidedSchema>;

describe("the engine's types and the published schema are one", () => {
  test("every answer is an answer line, member by member", () => {
    expectTypeOf<Writable<WorldAnswer>>().toExtend<Decided>();
    expectTypeOf<keyof Decided>().toEqualTypeOf<keyof WorldAnswer>();
    expectTypeOf<keyof Exclude<Decided["trace"], undefined>>().toEqualTypeOf<keyof Trace>();
    expectTypeOf<Decided["outcome"]>().toEqualTypeOf<WorldAnswer["outcome"]>();
    expectTypeOf<keyof z.input<typeof invalidSchema>>().toEqualTypeOf<"id" | "invalid">();
  });
});

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

const denied = {
  id: "1",
  decision: "Deny",
  outcome: "undetermined",
  by: [],
  reason: "aws:SourceIp is not known",
  missing: ["aws:SourceIp"],
  error: { name: "AccessDeniedException", status: 400, message: "User: x is not authorized to perform: kms:Decrypt" },
};
const trace = {
  principal: "arn:aws:iam::111122223333:user/ana",
  action: "kms:Decrypt",
  resource: "*",
  policies: [
    {
      layer: "resource",
      type: "key-policy",
      policy: "key policy",
      statements: [
        {
          ref: { policy: "key policy", statement: 0, sid: "AllowApp" },
          effect: "Allow",
          applies: "unknown",
          failures: [{ part: "condition", operator: "IpAddress", key: "aws:SourceIp", wanted: ["10.0.0.0/8"], unknown: true }],
          at: { file: "key policy", pointer: "/Statement/0" },
        },
      ],
    },
  ],
  grants: [{ grant: "g1", grantee: "arn:aws:iam::111122223333:role/app", applies: false, failures: [] }],
  ignored: [{ layer: "identity", because: "the caller is a service" }],
};
const invalid = {
  id: 2,
  invalid: [{ code: "KW101", severity: "error", message: "unknown member `Efect`", at: { file: "stdin", line: 7, pointer: "/x" } }],
};

test.each([
  [
    {
      decision: "Allow",
      outcome: "allowed",
      by: [{ policy: "key policy", statement: 1, sid: "AllowApp" }, { grant: "g1" }],
      reason: "it may",
    },
  ],
  [denied],
  [{ ...denied, trace }],
  [invalid],
])("an answer line: %j", (line) => {
  expect(answerSchema.safeParse(line).error).toBeUndefined();
});

test.each([
  [{}],
  [{ ...denied, decision: "Maybe" }],
  [{ ...denied, outcome: "denied" }],
  [{ ...denied, by: [{ policy: "key policy" }] }],
  [{ ...denied, by: [{ policy: "key policy", statement: -1 }] }],
  [{ ...denied, trace: { ...trace, policies: [{}] } }],
  [{ invalid: [] }],
  [{ ...invalid, decision: "Deny" }],
])("no answer line: %j", (line) => {
  expect(answerSchema.safeParse(line).success).toBe(false);
});
