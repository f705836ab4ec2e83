import { describe, expect, it } from "vitest";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { POLICY_RULES } from "../../../src/iam/policy-rules.ts";
import { parsed, policyWith, said, saidOf } from "../parsing.ts";

const TYPES = Object.keys(POLICY_RULES) as PolicyType[];
const s = "/Statement/0";

describe("a plain statement", () => {
  it.each(TYPES)("is in order in the type %s", (type) => {
    expect(saidOf(type, {})).toEqual([]);
    expect(parsed(type, policyWith(type)).policy).toMatchObject({ type, name: "p.json", version: "2012-10-17", statements: [{}] });
  });
});

/** The table of elements by policy type, asked element by element: what each type says to a statement that has it. */
const NOT_ALLOWED = (element: string) => [`error KW205 ${s}/${element}`];
// biome-ignore format: a table reads as a table
const ELEMENTS: readonly [element: string, changes: Record<string, unknown>, refusedBy: readonly PolicyType[]][] = [
  ["Principal",    { Principal: "*" },                                ["identity", "boundary", "session", "service-control"]],
  ["NotPrincipal", { NotPrincipal: { AWS: "111122223333" }, Effect: "Deny" }, ["identity", "boundary", "session", "service-control", "resource-control", "trust"]],
  ["NotAction",    { NotAction: "kms:Decrypt" },                      ["resource-control"]],
  ["Resource",     { Resource: "*" },                                 ["trust"]],
  ["NotResource",  { NotResource: "arn:aws:kms:us-east-1:111122223333:key/k" }, ["trust"]],
  ["Condition",    { Condition: { Bool: { "aws:SecureTransport": "true" } } }, []],
  ["Effect",       { Effect: "Allow" },                               ["resource-control"]],
  ["Effect",       { Effect: "Deny" },                                []],
];

describe.each(ELEMENTS)("%s", (element, changes, refusedBy) => {
  it.each(TYPES)(`${JSON.stringify(changes)} in the type %s`, (type) => {
    const found = saidOf(type, changes).filter((line) => line.includes("KW205"));
    expect(found).toEqual(refusedBy.includes(type) ? NOT_ALLOWED(element) : []);
    if (!refusedBy.includes(type)) expect(parsed(type, policyWith(type, changes)).policy).toBeDefined();
  });
});

describe("elements that are missing", () => {
  // biome-ignore format: a table reads as a table
  const MISSING: readonly [string, PolicyType[], expected: string][] = [
    ["Effect",    TYPES,                                                              `error KW105 ${s}`],
    ["Action",    TYPES.filter((type) => type !== "key-policy"),                      `error KW105 ${s}`],
    ["Action",    ["key-policy"],                                                     `warning KW306 ${s}`],
    ["Resource",  ["identity", "boundary", "session", "service-control", "resource-control", "endpoint"], `error KW105 ${s}`],
    ["Resource",  ["key-policy"],                                                     `warning KW306 ${s}`],
    ["Principal", ["key-policy", "resource", "trust", "endpoint", "resource-control"], `error KW105 ${s}`],
  ];
  describe.each(MISSING)("%s in %j", (element, types, expected) => {
    it.each(types)("%s", (type) => expect(saidOf(type, { [element]: undefined })).toEqual([expected]));
  });

  it("keeps a key policy statement that has no effect, with what it lacks undefined", () => {
    const [statement] = parsed("key-policy", policyWith("key-policy", { Resource: undefined, Effect: "Deny" })).policy?.statements ?? [];
    expect(statement).toMatchObject({ effect: "Deny", resource: undefined, action: { mode: "only", members: ["kms:Decrypt"] } });
  });

  it.each<PolicyType>(["resource", "trust"])("lets a %s policy be without Resource", (type) =>
    expect(saidOf(type, { Resource: undefined })).toEqual([]),
  );
});

describe("misspelt elements", () => {
  it.each([
    ["Efect", "did you mean `Effect`?"],
    ["effect", "did you mean `Effect`?"],
    ["Actions", "did you mean `Action`?"],
    ["notaction", "did you mean `NotAction`?"],
    ["Conditions", "did you mean `Condition`?"],
    ["Version", "`Version` belongs beside the statements, not in one"],
    ["Colour", undefined],
  ])("%s", (name, help) => {
    const { diagnostics } = parsed("key-policy", policyWith("key-policy", { [name]: "x" }));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: "KW101", severity: "error", at: { pointer: `${s}/${name}` } });
    expect(diagnostics[0]?.help).toBe(help);
  });

  it("is not told as missing what was misspelt", () =>
    expect(saidOf("identity", { Effect: undefined, Efect: "Deny" })).toEqual([`error KW101 ${s}/Efect`]));
});

describe("Effect", () => {
  it.each([
    ["allow", "error KW202"],
    ["DENY", "error KW202"],
    ["", "error KW202"],
    [["Allow"], "error KW104"],
    [null, "error KW104"],
    [true, "error KW104"],
  ])("%j", (Effect, expected) => expect(saidOf("identity", { Effect })).toEqual([`${expected} ${s}/Effect`]));
});

describe("Sid", () => {
  // biome-ignore format: a table reads as a table
  it.each<[PolicyType, unknown, readonly string[]]>([
    ["identity",        "AllowApp2",   []],
    ["identity",        "",            []],
    ["identity",        "Allow app",   [`error KW203 ${s}/Sid`]],
    ["session",         "a-b",         [`error KW203 ${s}/Sid`]],
    ["trust",           "Trust é",     [`error KW203 ${s}/Sid`]],
    ["key-policy",      "Enable IAM User Permissions", []],
    ["service-control", "deny-all",    []],
    ["key-policy",      5,             [`error KW104 ${s}/Sid`]],
  ])("of %s: %j", (type, Sid, expected) => expect(saidOf(type, { Sid })).toEqual(expected));

  const twice = (type: PolicyType, Sid: string) => {
    const statement = JSON.parse(policyWith(type, { Sid })).Statement[0];
    return said(type, JSON.stringify({ Version: "2012-10-17", Statement: [statement, statement] }));
  };
  it("is not used twice in IAM, and should not be elsewhere; empty ones do not count", () => {
    expect(twice("identity", "A")).toEqual(["error KW204 /Statement/1/Sid"]);
    expect(twice("key-policy", "A")).toEqual(["warning KW204 /Statement/1/Sid"]);
    expect(twice("identity", "")).toEqual([]);
  });

  it("stands in the reference of the statement, an empty one not", () => {
    const refOf = (Sid: string) => parsed("key-policy", policyWith("key-policy", { Sid })).policy?.statements[0]?.ref;
    expect(refOf("A b")).toEqual({ policy: "p.json", statement: 0, sid: "A b" });
    expect(refOf("")).toEqual({ policy: "p.json", statement: 0 });
  });
});

describe("pairs", () => {
  it("are one element, with its mode", () => {
    const text = policyWith("key-policy", {
      Effect: "Deny",
      NotPrincipal: { AWS: "111122223333" },
      NotAction: ["kms:A", "kms:B"],
      Resource: "*",
    });
    expect(parsed("key-policy", text).policy?.statements[0]).toMatchObject({
      principal: { mode: "except", members: [{ kind: "AWS", value: "111122223333" }], at: { pointer: `${s}/NotPrincipal` } },
      action: { mode: "except", members: ["kms:A", "kms:B"] },
      resource: { mode: "only", members: ["*"] },
    });
  });

  it.each([
    [{ Action: "kms:A", NotAction: "kms:B" }, "NotAction"],
    [{ Resource: "*", NotResource: "arn:aws:kms:us-east-1:111122223333:key/k" }, "NotResource"],
    [{ Principal: "*", NotPrincipal: { AWS: "111122223333" }, Effect: "Deny" }, "NotPrincipal"],
  ])("exclude each other: %j", (changes, second) => expect(saidOf("key-policy", changes)).toEqual([`error KW206 ${s}/${second}`]));

  it("NotPrincipal is for Deny", () =>
    expect(saidOf("key-policy", { NotPrincipal: { AWS: "111122223333" } })).toEqual([`error KW207 ${s}/NotPrincipal`]));

  it.each(["Action", "Resource", "Principal"])("an empty %s never applies, an empty Not%s is refused", (name) => {
    const emptied = parsed("key-policy", policyWith("key-policy", { [name]: [] }));
    expect(emptied.diagnostics).toMatchObject([{ code: "KW309", severity: "warning" }]);
    expect(emptied.policy?.statements[0]?.[name.toLowerCase() as "action"]).toMatchObject({ mode: "only", members: [] });
    expect(saidOf("key-policy", { [name]: undefined, [`Not${name}`]: [], Effect: "Deny" })).toEqual([`error KW263 ${s}/Not${name}`]);
  });
});

describe("resource control policies", () => {
  const full = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
  it("accept the Allow that AWS attaches itself, and no other", () => {
    expect(saidOf("resource-control", full)).toEqual([]);
    expect(saidOf("resource-control", { ...full, Action: "kms:*" })).toEqual([`error KW205 ${s}/Effect`]);
    expect(saidOf("resource-control", { ...full, Resource: undefined })).toContain(`error KW205 ${s}/Effect`);
    expect(saidOf("resource-control", { ...full, Condition: {} })).toContain(`error KW205 ${s}/Effect`);
  });
});

describe("statements that are none", () => {
  it.each(['"Allow"', "5", "null", "[]"])("%s", (statement) =>
    expect(said("identity", `{"Version":"2012-10-17","Statement":[${statement}]}`)).toEqual([`error KW104 ${s}`]),
  );
});
