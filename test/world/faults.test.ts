import { describe, expect, test } from "vitest";
import { validateCase, validateRequest } from "../../src/cases/validators.generated.js";

const request = { principal: "arn:aws:iam::111122223333:user/ana", action: "kms:Decrypt", resource: "*" };

describe("the shape of a case", () => {
  test("a full case has no fault", () => {
    const document = { Statement: [] };
    const policies = {
      resource: document,
      identity: [document, { name: "inline", document }],
      session: [],
      serviceControl: [[document], []],
    };
    const grants = [{ GrantId: "g1", Operations: ["Decrypt"], Constraints: { EncryptionContextSubset: { tenant: "a" } } }];
    const key = { managedBy: "customer", tags: { team: "orders" }, multiRegion: false };
    expect(validateCase({ id: 7, request: { ...request, context: { "aws:TagKeys": ["a"] } }, policies, grants, key })).toEqual([]);
  });

  test("an absent member may be undefined", () => {
    expect(validateCase({ id: undefined, request: { ...request, context: undefined } })).toEqual([]);
  });

  test("what is missing is told where it is missing", () => {
    expect(validateCase({ request: { principal: "a", action: "b" } })).toMatchObject([
      { pointer: "/request", keyword: "required", params: { missingProperty: "resource" } },
    ]);
  });

  test("an unknown member comes with those that are known", () => {
    expect(validateCase({ request, polices: {} })).toEqual([
      {
        pointer: "",
        keyword: "additionalProperties",
        message: "must NOT have additional properties",
        params: { additionalProperty: "polices", known: ["$schema", "id", "request", "policies", "grants", "key"] },
      },
    ]);
  });

  test("every fault is told at once, in the order of the document", () => {
    const faults = validateCase({ request: { ...request, action: 1, resourceAccount: "12" }, key: { managedBy: "me" }, grants: [{}] });
    expect(faults.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).toEqual([
      "/request/action type",
      "/request/resourceAccount pattern",
      "/grants/0 required",
      "/grants/0 required",
      "/key/managedBy enum",
    ]);
  });

  test("a name with a slash or a tilde is escaped in the pointer", () => {
    expect(validateRequest({ ...request, encryptionContext: { "a/b~c": 1 } })).toMatchObject([{ pointer: "/encryptionContext/a~1b~0c" }]);
  });
});

describe("a value of a union", () => {
  test("that is of no member's type is told all types once", () => {
    expect(validateRequest({ ...request, principal: 5 })).toEqual([
      { pointer: "/principal", keyword: "type", message: "must be string or object", params: { type: ["string", "object"] } },
    ]);
  });

  test("that is of one member's type is told that member's faults only", () => {
    expect(validateRequest({ ...request, principal: { arm: "x" } })).toMatchObject([
      { pointer: "/principal", keyword: "required", params: { missingProperty: "arn" } },
      {
        pointer: "/principal",
        keyword: "additionalProperties",
        params: { additionalProperty: "arm", known: expect.arrayContaining(["arn"]) },
      },
    ]);
  });

  test("inside a member of another union", () => {
    expect(validateRequest({ ...request, context: { a: [1, null], b: null } })).toMatchObject([
      { pointer: "/context/a/1", keyword: "type" },
      { pointer: "/context/b", keyword: "type", params: { type: ["string", "number", "boolean", "array"] } },
    ]);
  });

  test("at a pointer that begins another's", () => {
    const list = Array.from({ length: 11 }, (_, index) => (index === 1 || index === 10 ? 5 : {}));
    expect(validateCase({ request, policies: { identity: list } }).map(({ pointer }) => pointer)).toEqual([
      "/policies/identity/1",
      "/policies/identity/10",
    ]);
  });
});

test("a hundred thousand faults are told in linear time", () => {
  const context = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, null]));
  expect(validateRequest({ ...request, context })).toHaveLength(100_000);
});

test.each([undefined, null, 5, "text", [], () => 1])("%s is no case", (value) => {
  expect(validateCase(value)).toHaveLength(Array.isArray(value) || typeof value !== "object" || value === null ? 1 : 0);
});
