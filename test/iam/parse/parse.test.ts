import { describe, expect, it } from "vitest";
import { CODES, type Code } from "../../../src/base/codes.ts";
import { renderDiagnostic } from "../../../src/base/diagnostic.ts";
import { fromValue, lineOf, readJson } from "../../../src/base/json-source.ts";
import { parsePolicy, parsePolicyNode } from "../../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { parsed, policyWith, said } from "../parsing.ts";

describe("a policy", () => {
  const text = `{
  "Version": "2012-10-17",
  "Id": "key-default-1",
  "Statement": {
    "Sid": "Enable IAM User Permissions",
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "kms:*",
    "Resource": "*",
    "Condition": { "StringEquals": { "kms:CallerAccount": "111122223333" } }
  }
}`;

  it("is read with every place", () => {
    const at = (line: number, column: number, pointer: string) => ({ file: "keys/a.json", line, column, pointer });
    expect(parsePolicy(text, { type: "key-policy", name: "key policy", file: "keys/a.json" })).toEqual({
      diagnostics: [],
      policy: {
        type: "key-policy",
        name: "key policy",
        version: "2012-10-17",
        id: "key-default-1",
        statements: [
          {
            ref: { policy: "key policy", statement: 0, sid: "Enable IAM User Permissions" },
            effect: "Allow",
            principal: {
              mode: "only",
              members: [{ kind: "AWS", value: "arn:aws:iam::111122223333:root" }],
              at: at(7, 5, "/Statement/Principal"),
            },
            action: { mode: "only", members: ["kms:*"], at: at(8, 5, "/Statement/Action") },
            resource: { mode: "only", members: ["*"], at: at(9, 5, "/Statement/Resource") },
            conditions: [
              {
                operator: "StringEquals",
                key: "kms:CallerAccount",
                values: ["111122223333"],
                at: at(10, 38, "/Statement/Condition/StringEquals/kms:CallerAccount"),
              },
            ],
            at: at(4, 16, "/Statement"),
          },
        ],
      },
    });
  });

  it("inside a larger document keeps the places of that", () => {
    const whole = `{\n "policies": {\n  "resource": ${policyWith("key-policy", { Effect: "allow" })} } }`;
    const { node } = readJson(whole);
    if (node?.kind !== "object" || node.members[0]?.value.kind !== "object") throw new Error("an object");
    const document = node.members[0].value.members[0]?.value;
    const options = { type: "key-policy", name: "key policy", file: "stdin", pointer: "/policies/resource", place: lineOf(whole) } as const;
    const { diagnostics } = parsePolicyNode(document ?? fromValue(null), options);
    const column = (whole.split("\n")[2] ?? "").indexOf('"allow"') + 1;
    expect(diagnostics.map(({ at }) => at)).toEqual([{ file: "stdin", line: 3, column, pointer: "/policies/resource/Statement/0/Effect" }]);
  });

  it("that never was text has pointers only", () => {
    const { policy } = parsePolicyNode(fromValue(JSON.parse(text)), { type: "key-policy", name: "key policy" });
    expect(policy?.statements[0]?.at).toEqual({ file: "key policy", pointer: "/Statement" });
    expect(parsePolicyNode(fromValue([]), { type: "identity", name: "x" }).diagnostics.map(renderDiagnostic)).toEqual([
      "x error: the policy is a list [KW104]\n  help: a policy is an object with `Version` and `Statement`",
    ]);
  });

  it("lists its problems in the order of the text, all of them", () => {
    expect(said("identity", '{"Statement":[{"Action":"x","Effect":"allow","Colour":1}],"Version":"2020"}')).toEqual([
      "error KW105 /Statement/0",
      "error KW220 /Statement/0/Action",
      "error KW202 /Statement/0/Effect",
      "error KW101 /Statement/0/Colour",
      "error KW201 /Version",
    ]);
  });

  it("with a slip of JSON is still read to its end", () =>
    expect(said("identity", '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"*","Resource":"*",}]}')).toEqual([
      "error KW202 /Statement/0/Effect",
      "error KW100 /Statement/0",
    ]));
});

describe("the outermost elements", () => {
  const one = policyWith("identity");
  // biome-ignore format: a table reads as a table
  it.each<[PolicyType, string, readonly string[]]>([
    ["identity",         one.replace("2012-10-17", "2008-10-17"),       []],
    ["identity",         one.replace('"Version":"2012-10-17",', ""),    []],
    ["identity",         one.replace("2012-10-17", "2012-10-18"),       ["error KW201 /Version"]],
    ["identity",         one.replace('"2012-10-17"', "20121017"),       ["error KW104 /Version"]],
    ["identity",         one.replace('{"Version"', '{"version"'),       ["error KW101 /version"]],
    ["identity",         one.replace("{", '{"Id":"x",'),                ["error KW205 /Id"]],
    ["identity",         one.replace("{", '{"Effect":"Deny",'),         ["error KW101 /Effect"]],
    ["identity",         one.replace("{", '{"Version":"2012-10-17",'),  ["error KW102 /Version"]],
    ["service-control",  one.replace("2012-10-17", "2008-10-17"),       ["warning KW317 /Version"]],
    ["service-control",  one.replace('"Version":"2012-10-17",', ""),    ["warning KW317 "]],
    ["resource-control", policyWith("resource-control").replace("2012-10-17", "2008-10-17"), ["warning KW317 /Version"]],
    ["resource-control", policyWith("resource-control").replace('"Version":"2012-10-17",', ""), ["warning KW317 "]],
    ["key-policy",       policyWith("key-policy").replace("{", '{"Id":"a b",'), []],
    ["key-policy",       policyWith("key-policy").replace("{", '{"Id":7,'), ["error KW104 /Id"]],
    ["identity",         '{"Version":"2012-10-17"}',                    ["error KW105 "]],
    ["identity",         '{"Version":"2012-10-17","statement":[]}',     ["error KW101 /statement"]],
    ["identity",         '{"Version":"2012-10-17","Statement":[]}',     ["error KW262 /Statement"]],
    ["identity",         '{"Version":"2012-10-17","Statement":"x"}',    ["error KW104 /Statement"]],
    ["identity",         "{}",                                          ["error KW105 "]],
    ["identity",         '"{}"',                                        ["error KW104 "]],
    ["identity",         "",                                            ["error KW100 "]],
    ["identity",         "[]",                                          ["error KW104 "]],
  ])("of %s %s", (type, text, expected) => {
    expect(said(type, text)).toEqual(expected);
    expect(parsed(type, text).policy !== undefined).toBe(expected.every((line) => line.startsWith("warning")));
  });
});

describe("the size and the characters of a text", () => {
  const padded = (type: PolicyType, changes: Record<string, unknown>, spaces: number) => policyWith(type, changes) + " ".repeat(spaces);
  const many = (count: number) => ({ Action: [...Array.from({ length: count }, (_, i) => `kms:${String(i).padStart(96, "A")}`), "kms:A"] });

  it.each<[string, PolicyType, string, readonly string[]]>([
    ["white space counts in a key policy", "key-policy", padded("key-policy", {}, 32_800), ["error KW260 "]],
    ["a key policy at the limit", "key-policy", policyWith("key-policy").padEnd(32_768), []],
    ["a key policy over the limit", "key-policy", policyWith("key-policy").padEnd(32_769), ["error KW260 "]],
    ["two bytes a letter", "key-policy", policyWith("key-policy", { Sid: "é".repeat(16_400) }), ["error KW260 "]],
    ["white space does not count in IAM", "identity", padded("identity", {}, 40_000), []],
    ["a large identity policy", "identity", policyWith("identity", many(65)), ["warning KW260 "]],
    ["a large boundary", "boundary", policyWith("boundary", many(65)), ["error KW260 "]],
    ["white space in an SCP", "service-control", padded("service-control", {}, 5_100), ["warning KW260 "]],
    ["a large SCP", "service-control", policyWith("service-control", many(55)), ["error KW260 "]],
    ["a session policy", "session", padded("session", {}, 2_000), ["warning KW260 "]],
    ["a trust policy", "trust", policyWith("trust", many(25)), ["warning KW260 "]],
    ["a large trust policy", "trust", policyWith("trust", many(45)), ["error KW260 "]],
    ["an endpoint policy", "endpoint", padded("endpoint", {}, 20_480), ["error KW260 "]],
    ["a foreign character", "key-policy", policyWith("key-policy", { Sid: "a – b" }), ["error KW261 "]],
    ["the same, escaped", "key-policy", policyWith("key-policy", { Sid: "a – b" }).replace("–", "\\u2013"), []],
    ["Latin-1", "key-policy", policyWith("key-policy", { Sid: "Zürich ÿ" }), []],
    ["a foreign character in an SCP", "service-control", policyWith("service-control", { Sid: "–" }), []],
  ])("%s", (_, type, text, expected) => expect(said(type, text)).toEqual(expected));

  it("of a tree is that of its shortest text", () => {
    const sizes = (count: number) => {
      const tree = fromValue(JSON.parse(policyWith("key-policy", many(count))));
      return parsePolicyNode(tree, { type: "key-policy", name: "k" }).diagnostics.map(({ code, message }) => `${code} ${message}`);
    };
    expect(sizes(300)).toEqual([]);
    expect(sizes(330)).toEqual(["KW260 the document has 34,097 bytes"]);
    const spaced = readJson(padded("key-policy", {}, 40_000)).node;
    expect(parsePolicyNode(spaced ?? fromValue(null), { type: "key-policy", name: "k" }).diagnostics).toEqual([]);
  });
});

describe("a very bad document", () => {
  it("has its first 200 problems told, and the others counted", () => {
    const { diagnostics, policy } = parsed("identity", policyWith("identity", { Action: Array(1_000).fill("x") }));
    expect(policy).toBeUndefined();
    expect(diagnostics).toHaveLength(201);
    expect(diagnostics.at(-1)).toMatchObject({ code: "KW107", severity: "error", message: "and 800 more problems in this document" });
  });

  it("that is only doubtful is still a policy", () => {
    const { diagnostics, policy } = parsed("key-policy", policyWith("key-policy", { Action: Array(300).fill("x") }));
    expect(diagnostics.at(-1)).toMatchObject({ code: "KW107", severity: "warning" });
    expect(policy).toBeDefined();
  });

  it("does not have its text repeated without end", () => {
    const name = "n".repeat(400_000);
    const { diagnostics } = parsed(
      "identity",
      `{"Statement":{"Condition":{"${name}":{${Array.from({ length: 300 }, (_, i) => `"${i}":{}`).join()}}}}}`,
    );
    expect(diagnostics.map(renderDiagnostic).join("").length).toBeLessThan(2_000_000);
    expect(diagnostics.at(-1)?.code).toBe("KW107");
  });
});

/** One document for every code the parser gives; what it says is in parse.golden.txt, to be read by people. */
// biome-ignore format: a table reads as a table
const EXAMPLES: Partial<Record<Code, readonly [PolicyType, string]>> = {
  KW100: ["key-policy", '{\n  "Version": "2012-10-17", // the language\n  "Statement": []\n}'],
  KW101: ["key-policy", policyWith("key-policy", { Efect: "Deny" })],
  KW102: ["identity", '{\n  "Version": "2012-10-17",\n  "Statement": {\n    "Effect": "Allow", "Action": "*", "Resource": "*",\n    "Effect": "Deny"\n  }\n}'],
  KW103: ["identity", `{"Statement":${"[".repeat(200)}`],
  KW104: ["identity", policyWith("identity", { Action: { kms: "Decrypt" } })],
  KW105: ["identity", policyWith("identity", { Resource: undefined })],
  KW107: ["identity", policyWith("identity", { Action: Array(201).fill("x") })],
  KW201: ["identity", policyWith("identity", {}, "2025-01-01")],
  KW202: ["identity", policyWith("identity", { Effect: "deny" })],
  KW203: ["identity", policyWith("identity", { Sid: "Allow app" })],
  KW204: ["identity", '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},\n{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"}]}'],
  KW205: ["identity", policyWith("identity", { Principal: "*" })],
  KW206: ["identity", policyWith("identity", { Action: "kms:*", NotAction: "kms:Decrypt" })],
  KW207: ["key-policy", policyWith("key-policy", { NotPrincipal: { AWS: "111122223333" } })],
  KW210: ["key-policy", policyWith("key-policy", { Principal: { AWS: "arn:aws:iam::111122223333:role/app-*" } })],
  KW211: ["key-policy", policyWith("key-policy", { Principal: { Aws: "111122223333" } })],
  KW212: ["key-policy", policyWith("key-policy", { Principal: { AWS: "arn:aws:iam::111122223333:group/admins" } })],
  KW220: ["identity", policyWith("identity", { Action: "Decrypt" })],
  KW221: ["resource-control", policyWith("resource-control", { Action: "*" })],
  KW230: ["identity", policyWith("identity", { Resource: "alias/app" })],
  KW231: ["session", policyWith("session", { Resource: "arn:aws:kms" })],
  KW240: ["identity", policyWith("identity", { Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, none}" })],
  KW250: ["identity", policyWith("identity", { Condition: { StringLikes: { "aws:username": "a*" } } })],
  KW251: ["identity", policyWith("identity", { Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "1h" } } })],
  KW252: ["identity", policyWith("identity", { Condition: { StringEquals: { "kms:KeySpec": ["RSA_2048", 4096] } } })],
  KW253: ["identity", policyWith("identity", { Condition: { StringEquals: { "aws:username": "a", "aws:UserName": "b" } } })],
  KW254: ["identity", policyWith("identity", { Condition: { StringEquals: { ViaService: "s3.us-east-1.amazonaws.com" } } })],
  KW255: ["identity", policyWith("identity", { Condition: { IpAddress: { "aws:SourceIp": "2001:db8::5/64" } } })],
  KW260: ["key-policy", policyWith("key-policy").padEnd(40_000)],
  KW261: ["key-policy", policyWith("key-policy", { Sid: "“quoted”" })],
  KW262: ["key-policy", '{"Version":"2012-10-17","Statement":[]}'],
  KW263: ["identity", policyWith("identity", { NotAction: [] })],
  KW304: ["key-policy", policyWith("key-policy", { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } })],
  KW305: ["service-control", policyWith("service-control", { Resource: "arn:aws:kms:*" })],
  KW306: ["key-policy", policyWith("key-policy", { Resource: undefined })],
  KW307: ["key-policy", policyWith("key-policy", { Condition: { "ForAllValues:StringEquals": { "kms:EncryptionContext:tenant": "a" } } })],
  KW309: ["identity", policyWith("identity", { Condition: { StringEquals: { "aws:username": [] } } })],
  KW310: ["identity", policyWith("identity", { Resource: "arn:aws:s3:::b/${aws:username}" }, "2008-10-17")],
  KW311: ["key-policy", policyWith("key-policy", { Action: "kms=GenerateDataKey" })],
  KW312: ["identity", policyWith("identity", { Resource: "arn:aws:kms:us-east-1:111122223333:k*/1234" })],
  KW313: ["identity", policyWith("identity", { Resource: "arn:aws:kms:${aws:RequestedRegion}:111122223333:key/k" })],
  KW314: ["identity", policyWith("identity", { Condition: { "ForAnyValue:Null": { "aws:TagKeys": "true" } } })],
  KW315: ["identity", policyWith("identity", { Condition: { DateLessThan: { "aws:CurrentTime": "2025" } } })],
  KW316: ["identity", policyWith("identity", { Condition: { Bool: { "aws:SecureTransport": ["true", "false"] } } })],
  KW317: ["service-control", policyWith("service-control", {}, "").replace('"Version":"",', "")],
  KW318: ["key-policy", policyWith("key-policy", { Resource: "arn:aws:kms:us-east-1:111122223333:alias/app" })],
  KW323: ["identity", policyWith("identity", { Condition: { Bool: { "aws:SecureTransport": "yes" } } })],
  KW324: ["resource-control", policyWith("resource-control", { Action: "ec2:*" })],
};

/** Codes of the 100s to 300s that others give: of trees that are no JSON, and what needs the catalog. */
const NOT_OURS: readonly Code[] = ["KW106", "KW301", "KW302", "KW303", "KW308", "KW319", "KW320", "KW321", "KW322", "KW325", "KW326"];

describe("every code", () => {
  it("has an example", () => {
    const wanted = (Object.keys(CODES) as Code[]).filter((code) => /^KW[123]/.test(code) && !NOT_OURS.includes(code));
    expect(Object.keys(EXAMPLES)).toEqual(wanted);
  });

  it("reads as it should", async () => {
    const texts = Object.entries(EXAMPLES).map(([code, [type, text]]) => {
      const found = parsed(type, text).diagnostics;
      const told = found.filter((diagnostic) => diagnostic.code === code);
      expect(told.length, code).toBeGreaterThan(0);
      return told.map(renderDiagnostic).join("\n");
    });
    await expect(`${texts.join("\n\n")}\n`).toMatchFileSnapshot("parse.golden.txt");
  });
});
