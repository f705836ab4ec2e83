import { describe, expect, test } from "vitest";
import { type DecisionFile, expandDecisions, type ShortCase } from "./decision-files.ts";

/** The short form of fixtures/decisions by example. */

const ALLOW = { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };
const POLICY = { Version: "2012-10-17", Statement: [ALLOW] };

const expand = (written: Partial<ShortCase>, file: Partial<DecisionFile> = {}) => {
  const cases = [{ name: "a case", expect: "allowed" as const, ...written }];
  return expandDecisions({ about: "An example.", cases, ...file })[0]!;
};
const theCase = (written: Partial<ShortCase>, defaults: DecisionFile["defaults"]) =>
  expand(written, { ...(defaults && { defaults }) }).case;

describe("defaults", () => {
  test("request, policies and key are merged member by member", () => {
    const defaults = { request: { principal: "a", action: "kms:Decrypt" }, policies: { endpoint: POLICY }, key: { spec: "RSA_2048" } };
    expect(theCase({ request: { principal: "b" }, policies: { boundary: POLICY }, key: { usage: "SIGN_VERIFY" } }, defaults)).toEqual({
      request: { principal: "b", action: "kms:Decrypt" },
      policies: { endpoint: POLICY, boundary: POLICY },
      key: { spec: "RSA_2048", usage: "SIGN_VERIFY" },
    });
  });

  test("what is below them is replaced as a whole, and so is every other member", () => {
    const defaults = {
      request: { context: { a: "1", b: "2" } },
      grants: [{ GrantId: "g1" }, { GrantId: "g2" }],
      source: "one",
      basis: "chosen",
    };
    const {
      case: expanded,
      source,
      basis,
    } = expand({ request: { context: { a: "3" } }, grants: [{ GrantId: "g3" }], source: "another" }, { defaults });
    expect(expanded).toEqual({ request: { context: { a: "3" } }, grants: [{ GrantId: "g3" }] });
    expect({ source, basis }).toEqual({ source: "another", basis: "chosen" });
  });

  test("null takes a default away, a member of a member and a whole one", () => {
    const defaults = { request: { principal: "a", time: "now" }, policies: { endpoint: POLICY }, key: { spec: "RSA_2048" }, grants: [] };
    expect(theCase({ request: { time: null }, policies: { endpoint: null }, key: null, grants: null }, defaults)).toEqual({
      request: { principal: "a" },
      policies: {},
    });
  });

  test("null below a member of a member is a value", () => {
    expect(theCase({ request: { context: { a: null } } }, undefined)).toEqual({ request: { context: { a: null } } });
  });

  test("those of a group lie over those of the file, for its cases only", () => {
    const [first, second] = expandDecisions({
      about: "An example.",
      defaults: { request: { principal: "a", action: "kms:Decrypt" }, key: { spec: "RSA_2048" } },
      cases: [{ name: "of the file", expect: "allowed" }],
      groups: [
        { about: "A group.", defaults: { request: { principal: "b" }, key: null }, cases: [{ name: "of the group", expect: "allowed" }] },
      ],
    });
    expect(first!.case).toEqual({ request: { principal: "a", action: "kms:Decrypt" }, key: { spec: "RSA_2048" } });
    expect(second!.case).toEqual({ request: { principal: "b", action: "kms:Decrypt" } });
  });
});

describe("names", () => {
  const names = { role: "arn:of:role", app: { arn: "arn:of:session", roleArn: "$role" } };

  test("stand for their values wherever they are the whole text, and may use those before them", () => {
    const request = { principal: "$app", context: { a: ["$role", "b"] } };
    expect(expand({ request }, { names }).case.request).toEqual({
      principal: { arn: "arn:of:session", roleArn: "arn:of:role" },
      context: { a: ["arn:of:role", "b"] },
    });
  });

  test("are not read in the middle of a text, nor in place of a variable", () => {
    const context = { a: "the $role", b: "${aws:username}", c: "$", d: "$1" };
    expect(expand({ request: { context } }, { names }).case.request).toEqual({ context });
  });

  test("that a file does not have are an error", () => {
    expect(() => expand({ request: { principal: "$ap" } }, { names })).toThrow("no name $ap in this file");
  });
});

describe("policies", () => {
  test("a document that is one statement is the policy of that statement, in lists and under a name too", () => {
    const policies = {
      resource: ALLOW,
      identity: [{ name: "inline", document: ALLOW }],
      serviceControl: [[ALLOW, POLICY]],
      session: ["$all"],
    };
    expect(expand({ policies }, { names: { all: ALLOW } }).case.policies).toEqual({
      resource: POLICY,
      identity: [{ name: "inline", document: POLICY }],
      serviceControl: [[POLICY, POLICY]],
      session: [POLICY],
    });
  });

  test("every other document is as it is written, valid or not", () => {
    const policies = { resource: { Statement: ALLOW }, boundary: {}, endpoint: "text" };
    expect(expand({ policies }).case.policies).toEqual(policies);
  });
});

describe("expect", () => {
  test("a text is the outcome", () => expect(expand({ expect: "implicitDeny" }).expect).toEqual({ outcome: "implicitDeny" }));
  test("an object is as it is written", () => expect(expand({ expect: { invalid: ["KW101"] } }).expect).toEqual({ invalid: ["KW101"] }));
});
