import { describe, expect, test } from "vitest";
import { imported, worldOf } from "../imported.ts";

const HOME = { account: "111122223333", region: "eu-west-1" };
const PRINCIPAL = "arn:aws:iam::111122223333:role/app";
const STATEMENTS = `Version: "2012-10-17"
Statement:
  - { Sid: App, Effect: Allow, Principal: { AWS: { "Fn::Sub": "arn:aws:iam::\${AWS::AccountId}:role/app" } }, Action: kms:Decrypt, Resource: "*" }
  - { Sid: Bad, Effect: Allow, Principal: "*", Action: kms:Encrypt, Resource: "*", Condition: { StringEqualz: { "aws:PrincipalAccount": "1" } } }
`;
const key = (policy: string) => `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        ${policy}
`;
const including = (location: string) => key(`Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${location} } }`);
const read = (template: string, files: Readonly<Record<string, string>>) =>
  imported([{ file: "infra/template.yaml", text: template }, ...Object.entries(files).map(([file, text]) => ({ file, text }))], HOME);
const outcome = (after: unknown) => worldOf(after).authorize({ principal: PRINCIPAL, action: "kms:Decrypt", key: "Key" }).outcome;
const GOOD = STATEMENTS.replace(/^ {2}- \{ Sid: Bad.*\n/m, "");

describe("AWS::Include", () => {
  test.each([
    ["a path from the template", "./parts/policy.yaml"],
    ["in Amazon S3, by the end of its path", "s3://bucket/release/parts/policy.yaml"],
    ["by a function", '{ "Fn::Sub": "s3://${AWS::AccountId}/parts/policy.yaml" }'],
  ])("reads a file at hand: %s", async (_, location) => {
    const { after, told, report } = await read(including(location), { "infra/parts/policy.yaml": GOOD, "infra/other/policy.yaml": "A: 1" });
    expect(told).toEqual([]);
    expect(report.skipped).toEqual(["infra/other/policy.yaml"]);
    expect(report.assumed.map(({ id }) => id)).toEqual(location.startsWith("./") ? [] : [expect.stringMatching(/^include:s3:/)]);
    expect(outcome(after)).toBe("allowed");
  });

  test("what is wrong in it is told at its line there", async () => {
    const { diagnostics } = await read(including("parts/policy.yaml"), { "infra/parts/policy.yaml": STATEMENTS });
    expect(diagnostics.map(({ code, at }) => `${code} ${at.file}:${at.line}`)).toContain("KW802 infra/template.yaml:6");
    const resources = `AWSTemplateFormatVersion: "2010-09-09"\nResources: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } } }`;
    const more = 'A:\n  Type: AWS::KMS::Alias\n  Properties: { AliasName: !Ref Lost, TargetKeyId: "1" }\n';
    const told = (await read(resources, { "infra/more.yaml": more })).diagnostics;
    expect(told.map(({ code, at }) => `${code} ${at.file}:${at.line}`)).toEqual(["KW820 infra/more.yaml:3", "KW820 infra/more.yaml:1"]);
  });

  test("sections at the top; what is in the template already stays", async () => {
    const top = `Transform: { Name: AWS::Include, Parameters: { Location: all.yaml } }\n${key(GOOD.replaceAll("\n", "\n        "))}`;
    const all =
      "Resources:\n  Key: { Type: AWS::KMS::Alias }\n  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/a, TargetKeyId: !Ref Key } }\n";
    const { after, told } = await read(top, { "infra/all.yaml": all });
    expect(told).toEqual([]);
    expect(after.keys?.Key).toMatchObject({ aliases: ["alias/a"] });
    expect(outcome(after)).toBe("allowed");
  });

  test("what is not at hand, has itself in it, or could be two files stays undecided, and is told with its place", async () => {
    const lost = await read(including("s3://bucket/policy.yaml"), {});
    expect(lost.told).toEqual([
      "KW812 /Resources/Key/Properties/KeyPolicy/Fn::Transform the macro `AWS::Include of s3://bucket/policy.yaml` is not carried out",
      expect.stringMatching(/^KW802 \/Resources\/Key\/Properties\/KeyPolicy the policy of Key is not decided/),
    ]);
    expect(outcome(lost.after)).toBe("undetermined");
    const two = await read(including("s3://bucket/policy.yaml"), { "a/policy.yaml": GOOD, "b/policy.yaml": GOOD });
    expect(outcome(two.after)).toBe("undetermined");
    const own = await read(including("self.yaml"), {
      "infra/self.yaml": "Fn::Transform: { Name: AWS::Include, Parameters: { Location: self.yaml } }\nId: a\n",
    });
    expect(outcome(own.after)).toBe("undetermined");
  });
});
