import { describe, expect, it } from "vitest";
import { fromValue, lineOf, readJson } from "../../src/base/json-source.ts";
import { readSet } from "../../src/cases/policy-set.ts";
import type { ResourceType } from "../../src/estate/policy-documents.ts";

const identity = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] };
const resource = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" }] };
const rcp = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" }] };
const broken = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt" }] };

const read = (policies: unknown, type: ResourceType = "key-policy") =>
  readSet({ policies: fromValue(policies) }, type, { file: "case", pointer: "" });
const pointersOf = (policies: unknown, type?: ResourceType) =>
  read(policies, type)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ at }) => at.pointer);

describe("readSet", () => {
  it("names documents as a person would, unless they have a name", () => {
    const { set, diagnostics } = read({
      resource,
      identity: [identity, { name: "inline-decrypt", document: identity }],
      boundary: identity,
      session: [identity],
      serviceControl: [[identity, { name: "FullAWSAccess", document: identity }], [], [identity]],
      resourceControl: [[], [rcp]],
      endpoint: resource,
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(set?.resource).toMatchObject({ name: "key policy", type: "key-policy" });
    expect(set?.identity.map(({ name, type }) => `${type}: ${name}`)).toEqual(["identity: identity policy 1", "identity: inline-decrypt"]);
    expect(set?.boundary).toMatchObject({ name: "boundary", type: "boundary" });
    expect(set?.session?.map(({ name }) => name)).toEqual(["session policy 1"]);
    expect(set?.serviceControl.map((level) => level.map(({ name }) => name))).toEqual([
      ["SCP level 1 policy 1", "FullAWSAccess"],
      [],
      ["SCP level 3 policy 1"],
    ]);
    expect(set?.resourceControl.map((level) => level.map(({ name, type }) => `${type}: ${name}`))).toEqual([
      [],
      ["resource-control: RCP level 2 policy 1"],
    ]);
    expect(set?.endpoint).toMatchObject({ name: "endpoint policy", type: "endpoint" });
  });

  it.each([
    [
      "trust",
      { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole" }] },
      "trust policy",
    ],
    ["resource", resource, "resource policy"],
    ["key-policy", resource, "key policy"],
  ] as const)("reads what is on the resource as a %s", (type, document, name) => {
    expect(read({ resource: document }, type).set?.resource).toMatchObject({ name, type });
  });

  it("takes a type's own rules", () => {
    const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole", Resource: "*" }] };
    expect(pointersOf({ resource: trust }, "trust")).toEqual(["/policies/resource/Statement/0/Resource"]);
    expect(pointersOf({ resource: trust }, "resource")).toEqual([]);
    expect(pointersOf({ identity: [resource] })).toEqual(["/policies/identity/0/Statement/0/Principal"]);
    expect(pointersOf({ resourceControl: [[resource]] })).toEqual(["/policies/resourceControl/0/0/Statement/0/Effect"]);
  });

  it("keeps an absent session policy apart from none passed", () => {
    expect(read({}).set?.session).toBeUndefined();
    expect(read({ session: [] }).set?.session).toEqual([]);
    expect(readSet({}, "key-policy", { file: "case", pointer: "" }).set).toMatchObject({
      resource: undefined,
      identity: [],
      boundary: undefined,
      serviceControl: [],
      grants: [],
    });
  });

  it("tells every error of every document, with its place, and gives no set then", () => {
    const policies = {
      identity: [identity, broken, { name: "named", document: broken }],
      boundary: broken,
      serviceControl: [[], [identity, broken]],
    };
    const grants = [{ GrantId: "g", GranteePrincipal: "*", Operations: ["Decrypt"] }];
    const { set, diagnostics } = readSet({ policies: fromValue(policies), grants }, "key-policy", { file: "case", pointer: "/cases/3" });
    expect(set).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ at }) => at.pointer)).toEqual([
      "/cases/3/policies/identity/1/Statement/0",
      "/cases/3/policies/identity/2/document/Statement/0",
      "/cases/3/policies/boundary/Statement/0",
      "/cases/3/policies/serviceControl/1/1/Statement/0",
      "/cases/3/grants/0/GranteePrincipal",
    ]);
  });

  it("gives a set in spite of warnings, and tells them", () => {
    const { set, diagnostics } = read({
      identity: [{ Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", Condition: {} }] }],
    });
    expect(set).toBeDefined();
    expect(diagnostics.map(({ severity }) => severity)).toContain("warning");
  });

  it("has lines and columns where there is a text", () => {
    const text = `{\n  "policies": {\n    "boundary":\n      {"Statement": [{"Effect": "allow", "Action": "kms:Decrypt", "Resource": "*"}]}\n  }\n}`;
    const { node } = readJson(text);
    const policies = node?.kind === "object" ? node.members[0]?.value : undefined;
    const [first] = readSet({ policies }, "key-policy", { file: "case.json", pointer: "", place: lineOf(text) }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    expect(first?.at).toMatchObject({ file: "case.json", line: 4, pointer: "/policies/boundary/Statement/0/Effect" });
  });
});
