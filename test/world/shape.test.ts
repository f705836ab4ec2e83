import { describe, expect, it } from "vitest";
import { validateCase } from "../../src/cases/validators.generated.js";
import { shapeDiagnostics } from "../../src/world/shape.ts";

const REQUEST = { principal: "arn:aws:iam::111122223333:user/alice", action: "kms:Decrypt", resource: "*" };
const saidOf = (value: unknown) =>
  shapeDiagnostics(validateCase(value), (pointer) => ({ file: "case.json", pointer })).map(({ code, severity, message, at, help }) => ({
    code,
    severity,
    message,
    at: at.pointer,
    help,
  }));
const withRequest = (changes: object) => ({ request: { ...REQUEST, ...changes } });

describe("shapeDiagnostics", () => {
  it("has nothing to say of a case in order", () => expect(saidOf({ request: REQUEST })).toEqual([]));

  it.each([
    ["a missing member", { request: { principal: "a", action: "b" } }, "KW105", "/request", "`resource` is missing", undefined],
    [
      "a member with a slip",
      { request: REQUEST, polices: {} },
      "KW101",
      "/polices",
      "unknown member `polices`",
      "did you mean `policies`?",
    ],
    [
      "a member like none",
      { request: REQUEST, key: { colour: "red" } },
      "KW101",
      "/key/colour",
      "unknown member `colour`",
      "known are `managedBy`, `aliases`, `tags`, `spec`, `usage`, `origin`, `multiRegion`, `multiRegionKeyType`",
    ],
    [
      "a member with a slip that must be there",
      { requst: REQUEST },
      "KW101",
      "/requst",
      "unknown member `requst`",
      "did you mean `request`?",
    ],
    [
      "a member with a slash in its name",
      { request: REQUEST, key: { "a/b~c": 1 } },
      "KW101",
      "/key/a~1b~0c",
      "unknown member `a/b~c`",
      expect.stringContaining("known are"),
    ],
    ["a wrong type", withRequest({ action: 5 }), "KW104", "/request/action", "`action` must be string", undefined],
    [
      "a wrong type of two that are right",
      withRequest({ principal: 5 }),
      "KW104",
      "/request/principal",
      "`principal` must be string or object",
      undefined,
    ],
    [
      "a wrong type of a context value",
      withRequest({ context: { "a/b": null } }),
      "KW104",
      "/request/context/a~1b",
      "`a/b` must be string or number or boolean or array",
      undefined,
    ],
    [
      "a wrong type inside a list",
      withRequest({ grantTokens: ["t", 1] }),
      "KW104",
      "/request/grantTokens/1",
      "`1` must be string",
      undefined,
    ],
    [
      "a word that is none of a few",
      { request: REQUEST, key: { managedBy: "me" } },
      "KW104",
      "/key/managedBy",
      "`managedBy` is none of `customer`, `aws`",
      undefined,
    ],
    [
      "an account that is none",
      withRequest({ resourceAccount: "12" }),
      "KW104",
      "/request/resourceAccount",
      "`resourceAccount` is not a 12-digit account id",
      undefined,
    ],
    [
      "a number below its minimum",
      withRequest({ principal: { arn: "a", mfaAgeSeconds: -1 } }),
      "KW104",
      "/request/principal/mfaAgeSeconds",
      "`mfaAgeSeconds` must be >= 0",
      undefined,
    ],
    ["a document that is no object", [], "KW104", "", "the document must be object", undefined],
    ["no document", null, "KW104", "", "the document must be object", undefined],
  ])("words %s", (_, value, code, at, message, help) => {
    expect(saidOf(value)).toEqual([{ code, severity: "error", message, at, help }]);
  });

  it("tells everything that is wrong, each at its place", () => {
    const said = saidOf({ request: { principal: "a", action: 5, encryptionContext: { a: 1 } }, grants: [{ Operations: "all" }] });
    expect(said.map(({ at, code }) => `${code} ${at}`).sort()).toEqual([
      "KW104 /grants/0/Operations",
      "KW104 /request/action",
      "KW104 /request/encryptionContext/a",
      "KW105 /grants/0",
      "KW105 /request",
    ]);
  });

  it("tells what is missing beside a slip that means another member, or in another object", () => {
    const said = saidOf({ request: { principle: "a", action: "kms:Decrypt" }, key: { resource: "*" } });
    expect(said.map(({ at, message }) => `${at}: ${message}`).sort()).toEqual([
      "/key/resource: unknown member `resource`",
      "/request/principle: unknown member `principle`",
      "/request: `resource` is missing",
    ]);
  });

  it("stays quick however many slips there are", () => {
    const grants = Array.from({ length: 10_000 }, () => ({ Operatoins: [] }));
    expect(saidOf({ request: REQUEST, grants }).map(({ code }) => code)).not.toContain("KW106");
  });

  it("has the file of the place it is told", () => {
    const [first] = shapeDiagnostics(validateCase({ request: { ...REQUEST, action: 5 } }), (pointer) => ({
      file: "cases.ndjson",
      line: 4,
      column: 9,
      pointer,
    }));
    expect(first?.at).toEqual({ file: "cases.ndjson", line: 4, column: 9, pointer: "/request/action" });
  });

  it("shows no more of a long name than fits a line", () => {
    const [first] = saidOf({ request: REQUEST, ["x".repeat(10_000)]: 1 });
    expect(first?.message.length).toBeLessThan(120);
  });
});
