import { describe, expect, test } from "vitest";
import type { Request } from "../../src/iam/request.ts";
import type { AuthorizerInput } from "../../src/index.ts";
import { ALL_STREAMS, accepted, FORGOTTEN_KINDS, isMistaken, LARGEST, remembered } from "../laws/streams.ts";
import { ALICE, ask, GUEST, HOME, policy, SESSION, to } from "./asking.ts";

/** Whether a condition of the key policy holds in a request. */
const holds = (condition: object, changes: Partial<Request> = {}) =>
  ask({ policies: { resource: policy(to("*", { Condition: condition })) } }, changes).outcome;
type ContextValue = NonNullable<Request["context"]>[string];
const given = (condition: object, context: Record<string, ContextValue>) => holds(condition, { context });

describe("a key of the context", () => {
  const fromHome = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } };

  test.each(["aws:SourceIp", "AWS:SOURCEIP", "aws:sourceip"])("may be spelled %s", (key) => {
    expect(given(fromHome, { [key]: "203.0.113.9" })).toBe("allowed");
  });

  test("ignores the case of ASCII letters only", () => {
    const answer = ask(
      { policies: { resource: policy(to("*", { Condition: { StringEquals: { "app:Kind": "x" } } })) } },
      { context: { "app:\u212And": "x" } }, // the Kelvin sign, which lower case would make a k
    );
    expect(answer.invalid).toMatchObject([{ code: "KW408", help: "did you mean `app:kind`?" }]);
  });

  test("is of no interest where no policy reads it, and still has to be in order", () => {
    expect(given({}, { "aws:SourceIp": "203.0.113.9" })).toBe("allowed");
    expect(ask({}, { context: { "aws:SourceIp": [] } }).invalid).toMatchObject([{ code: "KW404" }]);
  });

  test("counts before what would follow from other facts", () => {
    expect(given({ StringEquals: { "aws:username": "bob" } }, { "aws:username": "bob" })).toBe("allowed");
    expect(given({ StringEquals: { "kms:KeySpec": "RSA_2048" } }, { "kms:KeySpec": "RSA_2048" })).toBe("allowed");
    expect(
      given({ StringEquals: { "kms:EncryptionAlgorithm": "RSAES_OAEP_SHA_256" } }, { "kms:EncryptionAlgorithm": "RSAES_OAEP_SHA_256" }),
    ).toBe("allowed");
  });

  test("counts before what is said to be unknown", () => {
    expect(holds(fromHome, { context: { "aws:SourceIp": "203.0.113.9" }, unknown: ["aws:SourceIp"] })).toBe("allowed");
  });
});

describe("a value of the context", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, ContextValue, object, "allowed" | "implicitDeny"]>([
    ["a number is its text", 90, { StringEquals: { "aws:MultiFactorAuthAge": "90" } }, "allowed"],
    ["a number of parts", 0.5, { NumericEquals: { "aws:MultiFactorAuthAge": "0.50" } }, "allowed"],
    ["a Boolean is its text", true, { StringEquals: { "aws:MultiFactorAuthAge": "true" } }, "allowed"],
    ["a list of one for one value is that value", ["90"], { StringEquals: { "aws:MultiFactorAuthAge": "90" } }, "allowed"],
    ["a list of one number for one value", [90], { NumericEquals: { "aws:MultiFactorAuthAge": "90" } }, "allowed"],
  ])("%s", (_, value, condition, outcome) => {
    expect(given(condition, { "aws:MultiFactorAuthAge": value })).toBe(outcome);
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, string, ContextValue, string, "allowed" | "implicitDeny"]>([
    ["one of a key with many is a list", "aws:TagKeys", "team", "ForAnyValue:StringEquals", "allowed"],
    ["and needs a set operator", "aws:TagKeys", "team", "StringEquals", "implicitDeny"],
    ["many of a key with many are a list", "aws:TagKeys", ["a", "team"], "ForAnyValue:StringEquals", "allowed"],
    ["none of a key with many are an empty list", "aws:TagKeys", [], "ForAllValues:StringEquals", "allowed"],
    ["one of a key that nobody knows is one", "app:kind", "team", "StringEquals", "allowed"],
    ["a list of a key that nobody knows is a list", "app:kind", ["team"], "StringEquals", "implicitDeny"],
    ["which a set operator reads", "app:kind", ["team"], "ForAnyValue:StringEquals", "allowed"],
    ["a tag has one value", "aws:PrincipalTag/kind", ["team"], "StringEquals", "allowed"],
    ["a number in a list is its text", "app:kind", [1, "team"], "ForAllValues:StringLike", "implicitDeny"],
  ])("%s", (_, key, value, operator, outcome) => {
    expect(given({ [operator]: { [key]: "team" } }, { [key]: value })).toBe(outcome);
  });
});

describe("an unknown key", () => {
  const tag = { StringEquals: { "aws:PrincipalTag/team": "red" } };

  test("may be spelled in any case", () => {
    expect(holds(tag, { unknown: ["AWS:principaltag/TEAM"] })).toBe("undetermined");
  });

  test("that AWS never sends with the action is known to be absent", () => {
    const marshalled = { StringEquals: { "kms:RequestAlias": "alias/app" } };
    expect(holds(marshalled, { unknown: ["kms:RequestAlias"] })).toBe("undetermined");
    expect(holds(marshalled, { unknown: ["kms:RequestAlias"], action: "kms:PutKeyPolicy" })).toBe("implicitDeny");
  });

  test("wins over what follows from the facts", () => {
    expect(holds({ StringEquals: { "aws:username": "alice" } }, { unknown: ["aws:username"] })).toBe("undetermined");
  });
});

describe("a request that is not in order", () => {
  const fault = (changes: object) =>
    ask({}, changes as Partial<Request>).invalid?.map(({ code, message, at, help }) => ({ code, message, at: at.pointer, help }));

  test("is told what is wrong", () => {
    expect(fault({ principal: "alice" })).toMatchInlineSnapshot(`
      [
        {
          "at": "/principal",
          "code": "KW401",
          "help": undefined,
          "message": "\`alice\` is neither an ARN, nor a service principal, nor \`anonymous\`",
        },
      ]
    `);
    expect(fault({ action: "kms:De*" })).toMatchInlineSnapshot(`
      [
        {
          "at": "/action",
          "code": "KW402",
          "help": "write the service prefix, a colon and the action's name: \`kms:Decrypt\`",
          "message": "\`kms:De*\` is not an action",
        },
      ]
    `);
    expect(fault({ resource: "alias/app" })).toMatchInlineSnapshot(`
      [
        {
          "at": "/resource",
          "code": "KW403",
          "help": "an alias or key id needs its whole ARN: \`arn:aws:kms:REGION:ACCOUNT:key/ID\`",
          "message": "\`alias/app\` is neither \`*\` nor the ARN of one resource",
        },
      ]
    `);
    expect(fault({ time: "noon" })).toMatchInlineSnapshot(`
      [
        {
          "at": "/time",
          "code": "KW407",
          "help": "write it as ISO 8601, in UTC where it names no zone: \`2026-11-22T03:00:00Z\`",
          "message": "\`noon\` is not a time",
        },
      ]
    `);
    expect(fault({ context: { "aws:SourceIp": ["203.0.113.9", "203.0.113.8"] } })).toMatchInlineSnapshot(`
      [
        {
          "at": "/context/aws:SourceIp",
          "code": "KW404",
          "help": "give it one text",
          "message": "\`aws:SourceIp\` has one value, and the context gives it 2",
        },
      ]
    `);
    expect(fault({ context: { "aws:SourceIp": "203.0.113.9", "aws:sourceIP": "203.0.113.9" } })).toMatchInlineSnapshot(`
      [
        {
          "at": "/context/aws:sourceIP",
          "code": "KW405",
          "help": "condition key names ignore case: keep one",
          "message": "the context has \`aws:sourceIP\` twice, in two spellings",
        },
      ]
    `);
    expect(fault({ context: { "app:a/b~c": [], "APP:a/b~c": [] } })?.[0]?.at).toBe("/context/APP:a~1b~0c");
  });

  test("of a wrong shape is never answered with more than that", () => {
    expect(accepted()).toEqual([]);
  });

  test("is one that KMS would refuse for its size", () => {
    expect(ask({}, LARGEST).invalid).toBeUndefined();
    expect(fault({ grantTokens: Array.from({ length: 11 }, (_, i) => `${i}`) })).toMatchObject([{ code: "KW404", at: "/grantTokens" }]);
    expect(fault({ encryptionContext: { t: "a".repeat(8192) } })).toMatchObject([{ code: "KW404", at: "/encryptionContext" }]);
  });

  test("does not change what is asked next", () => {
    const input = { policies: { resource: policy(to(ALICE)) } };
    expect(ask(input, { context: { "aws:SourceIp": [] } }).outcome).toBe("undetermined");
    expect(ask(input).outcome).toBe("allowed");
  });
});

describe("the account of the resource", () => {
  const input = {
    policies: { identity: [policy({ Effect: "Allow", Action: "*", Resource: "*" })] },
    resourceType: "resource",
  } satisfies AuthorizerInput;
  const read = (changes: Partial<Request>) => ask(input, { action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a", ...changes }).outcome;

  test.each<[string, Partial<Request>, string]>([
    ["is the caller's where its ARN names none", {}, "allowed"],
    ["is what the request says", { resourceAccount: GUEST }, "implicitDeny"],
    ["is that of its ARN", { resource: `arn:aws:sqs:us-east-1:${GUEST}:queue` }, "implicitDeny"],
    ["is never two", { resource: `arn:aws:sqs:us-east-1:${GUEST}:queue`, resourceAccount: HOME }, "undetermined"],
  ])("%s", (_, changes, outcome) => expect(read(changes)).toBe(outcome));
});

describe("what is remembered", () => {
  test.each(ALL_STREAMS)("of one request does not show in the answer to another: $name", (stream) => {
    expect(new Set(stream.requests.map((request) => ask(stream.input, request).outcome)).size, "answers differ at all").toBeGreaterThan(1);
    expect(remembered(stream)).toEqual([]);
  });

  test.each(FORGOTTEN_KINDS)("is forgotten after many names, and no %s is taken for another", (kind) => {
    expect(isMistaken(kind)).toBe(false);
  });
});

test("the caller may be told with facts or without", () => {
  const input = { policies: { resource: policy(to(SESSION)) } };
  expect(ask(input, { principal: SESSION }).outcome).toBe("allowed");
  expect(ask(input, { principal: { arn: SESSION } }).outcome).toBe("allowed");
});
