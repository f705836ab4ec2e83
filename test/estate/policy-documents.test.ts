import { describe, expect, it } from "vitest";
import { compileSet, resourceTypeOf } from "../../src/estate/policy-documents.ts";
import { parsePolicy } from "../../src/iam/parse/parse.ts";

const ROLE = "arn:aws:iam::111122223333:role/team/app";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describe("resourceTypeOf", () => {
  it.each([
    ["kms:Decrypt", KEY, "key-policy"],
    ["KMS:decrypt", KEY, "key-policy"],
    ["kms:ListKeys", "*", "key-policy"],
    ["sts:AssumeRole", ROLE, "trust"],
    ["STS:TagSession", ROLE, "trust"],
    ["sts:AssumeRole", "arn:aws:iam::111122223333:user/alice", "resource"],
    ["sts:GetCallerIdentity", "*", "resource"],
    ["s3:GetObject", "arn:aws:s3:::bucket/k", "resource"],
    ["iam:PassRole", ROLE, "resource"], // only sts asks the trust policy
    ["kmsx:Decrypt", KEY, "resource"],
  ])("%s on %s is answered by a %s", (action, on, expected) => expect(resourceTypeOf(action, on)).toBe(expected));
});

describe("compileSet", () => {
  const { policy } = parsePolicy('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}', {
    type: "identity",
    name: "all",
  });

  it("has no session policies where none are given, and an empty list where there are none in it", () => {
    expect(compileSet({}).session).toBeUndefined();
    expect(compileSet({ session: [] }).session).toEqual([]);
  });

  it("asks for the compiled form of each document, which may be remembered", () => {
    const asked: unknown[] = [];
    const document = policy ?? expect.fail("it parses");
    const compiled = compileSet({ identity: [document, document] }).identity[0];
    const set = compileSet({ identity: [document], boundary: document }, [], undefined, (given) => {
      asked.push(given);
      return compiled ?? expect.fail("it compiles");
    });
    expect(asked).toEqual([document, document]);
    expect(set.boundary).toBe(compiled);
  });
});
