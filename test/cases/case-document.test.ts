import { describe, expect, test } from "vitest";
import { type JsonNode, lineOf, readJson, toValue } from "../../src/base/json-source.ts";
import { answerDocument, answerDraft } from "../../src/cases/case-document.ts";
import { memberOf, placeIn } from "../../src/world/json-place.ts";
import { CASE } from "../cli/samples.ts";

const answer = (value: unknown) => {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 1);
  return answerDocument(readJson(text), { file: "f", place: lineOf(text) });
};
const problems = (value: unknown) => {
  const read = answer(value);
  return "invalid" in read ? read.invalid.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column} ${at.pointer}`) : [];
};

describe("answerDocument", () => {
  test("answers a case under its id", () => {
    expect(answer(CASE)).toMatchObject({ id: "c1", answer: { outcome: "allowed" }, warnings: [] });
    expect(answer({ ...CASE, id: undefined })).not.toHaveProperty("id");
  });

  test("faults of the text come before anything else, with the id if it could be read", () => {
    expect(answer('{"id": "x", "request": {}, }')).toMatchObject({ id: "x", invalid: [{ code: "KW100", at: { line: 1, column: 26 } }] });
    expect(answer("")).toMatchObject({ invalid: [{ code: "KW100" }] });
    expect(problems('{"id":1,"request":{},"request":{}}')).toEqual(["KW102 f:1:22 /request"]);
  });

  test.each([["[]"], ["null"], ["7"], ['"x"']])("%s is no case", (text) => {
    expect(problems(text)).toEqual(["KW104 f:1:1 "]);
  });

  test("faults of the shape have the place of the member", () => {
    expect(problems({ request: { ...CASE.request, actoin: 1 }, grants: [{ GrantId: 1, Operations: [] }] })).toEqual([
      "KW101 f:9:3 /request/actoin",
      "KW104 f:13:4 /grants/0/GrantId",
    ]);
  });

  test("faults of policies, of grants and of the request have theirs", () => {
    const statement = { ...CASE.policies.resource.Statement[0], Effect: "allow" };
    expect(problems({ ...CASE, policies: { resource: { Version: "2012-10-17", Statement: [statement] } } })).toEqual([
      "KW202 f:17:16 /policies/resource/Statement/0/Effect",
    ]);
    expect(problems({ ...CASE, grants: [{ GrantId: "g", GranteePrincipal: CASE.request.principal, Operations: ["Decript"] }] })[0]).toMatch(
      /^KW406 f:\d+:\d+ \/grants\/0\/Operations\/0$/,
    );
    expect(problems({ ...CASE, request: { ...CASE.request, time: "noon" } })).toEqual(["KW407 f:10:3 /request/time"]);
  });

  test("a policy that cannot be read is never taken for an empty one", () => {
    for (const resource of [{}, { Statement: [] }, { Version: "2012-10-17", Statement: [{ Effect: "Deny" }] }]) {
      expect(answer({ ...CASE, policies: { resource } })).toHaveProperty("invalid");
    }
  });
});

describe("answerDraft", () => {
  test("policies that were read elsewhere stand in for those of the case", () => {
    const node = readJson(JSON.stringify(CASE)).node as JsonNode;
    const text = { file: "f", place: () => undefined };
    const draft = { value: toValue(node), policies: memberOf(node, "policies"), text, placeOf: placeIn(node, text) };
    expect(answerDraft(draft)).toMatchObject({ answer: { outcome: "allowed" } });
    expect(answerDraft({ ...draft, compiled: { resource: undefined } })).toMatchObject({ answer: { outcome: "implicitDeny" } });
  });
});
