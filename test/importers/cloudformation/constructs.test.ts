import { describe, expect, test } from "vitest";
import { imported, type Read, worldOf } from "../imported.ts";

const HOME = { account: "111122223333", region: "eu-west-1" };
const ROOT = `{ Sid: Root, Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }`;
const key = (...statements: readonly string[]) => `
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: { Version: "2012-10-17", Statement: [${[ROOT, ...statements].join(", ")}] }
`;
const read = (template: string, options: object = HOME) => imported(`AWSTemplateFormatVersion: "2010-09-09"\n${template}`, options);
const outcome = (of: Read, principal: string, action = "kms:Decrypt", name = "Key") =>
  worldOf(of.after).authorize({ principal, action, key: name }).outcome;
const keyOf = (of: Read, name = "Key") => of.after.keys?.[name] as Readonly<Record<string, unknown>>;
const DOCUMENT = (action: string) => `{ Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "${action}", Resource: "*" }] }`;

describe("resources that say who may use keys", () => {
  test("users and groups: policies of their own types, memberships from both sides", async () => {
    const of = await read(`Resources:${key()}
  Ann: { Type: AWS::IAM::User, Properties: { UserName: ann, Groups: [!Ref Ops] } }
  Bob: { Type: AWS::IAM::User, Properties: { UserName: bob } }
  Ops: { Type: AWS::IAM::Group, Properties: { GroupName: ops } }
  Join: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: !Ref Ops, Users: [!Ref Bob] } }
  Shared: { Type: AWS::IAM::GroupPolicy, Properties: { GroupName: !Ref Ops, PolicyName: shared, PolicyDocument: ${DOCUMENT("kms:Decrypt")} } }
  Own: { Type: AWS::IAM::UserPolicy, Properties: { UserName: !Ref Bob, PolicyName: own, PolicyDocument: ${DOCUMENT("kms:Encrypt")} } }
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [app] } }
`);
    expect(of.told).toEqual([]);
    expect(["Ann", "Bob"].map((name) => outcome(of, name))).toEqual(["allowed", "allowed"]);
    expect(["Ann", "Bob"].map((name) => outcome(of, name, "kms:Encrypt"))).toEqual(["implicitDeny", "allowed"]);
  });

  test("policies of the organization on targets that are told; on others they are told", async () => {
    const of = await read(`Resources:${key()}
  Member: { Type: AWS::Organizations::Account, Properties: { AccountName: m, Email: m@example.com } }
  Deny:
    Type: AWS::Organizations::Policy
    Properties:
      Name: no-kms
      Type: SERVICE_CONTROL_POLICY
      Content: ${DOCUMENT("kms:*").replace("Allow", "Deny")}
      TargetIds: ["111122223333", !Ref Member]
  Tags: { Type: AWS::Organizations::Policy, Properties: { Name: t, Type: TAG_POLICY, Content: {}, TargetIds: ["111122223333"] } }
`);
    expect(of.told.filter((line) => line.startsWith("KW806"))).toEqual([
      expect.stringContaining("/Resources/Deny a target of the policy `Deny` is not known"),
    ]);
  });

  test.each([
    ["Retain", "removed"],
    ["RetainExceptOnCreate", "removed"],
    ["Delete", undefined],
  ])("DeletionPolicy: %s", async (policy, retained) => {
    const of = await read(`Resources:\n  Key: { Type: AWS::KMS::Key, DeletionPolicy: ${policy} }\n`);
    expect(keyOf(of).retained).toBe(retained);
  });

  test("a nested stack of the CDK, by its asset", async () => {
    const parent = JSON.stringify({
      Resources: {
        Nested: {
          Type: "AWS::CloudFormation::Stack",
          Properties: {
            TemplateURL: { "Fn::Sub": "https://s3.amazonaws.com/cdk-assets/x.json" },
            Parameters: { Reader: "arn:aws:iam::111122223333:role/app" },
          },
          Metadata: {
            "aws:cdk:path": "App/Keys.NestedStack/Keys.NestedStackResource",
            "aws:asset:path": "AppKeys1A2B.nested.template.json",
          },
        },
      },
    });
    const nested = JSON.stringify({
      Parameters: { Reader: { Type: "String" } },
      Resources: {
        Key: {
          Type: "AWS::KMS::Key",
          Properties: {
            KeyPolicy: {
              Version: "2012-10-17",
              Statement: [{ Effect: "Allow", Principal: { AWS: { Ref: "Reader" } }, Action: "kms:Decrypt", Resource: "*" }],
            },
          },
          Metadata: { "aws:cdk:path": "App/Keys/Key/Resource" },
        },
      },
    });
    const manifest = JSON.stringify({
      version: "55.0.0",
      artifacts: {
        App: {
          type: "aws:cloudformation:stack",
          environment: "aws://111122223333/eu-west-1",
          properties: { templateFile: "App.template.json" },
        },
      },
    });
    const of = await imported([
      { file: "cdk.out/manifest.json", text: manifest },
      { file: "cdk.out/App.template.json", text: parent },
      { file: "cdk.out/AppKeys1A2B.nested.template.json", text: nested },
    ]);
    expect(of.told.filter((line) => !line.startsWith("KW808"))).toEqual([]);
    expect(outcome(of, "arn:aws:iam::111122223333:role/app", "kms:Decrypt", "App/Keys/Key")).toBe("allowed");
  });
});

describe("values", () => {
  test("conditions of conditions", async () => {
    const of = async (a: string, b: string) =>
      outcome(
        await read(
          `Parameters: { A: { Type: String }, B: { Type: String } }
Conditions: { IsA: !Equals [!Ref A, x], Both: !And [!Condition IsA, !Equals [!Ref B, x]], Either: !Or [!Condition IsA, !Equals [!Ref B, x]] }
Resources:${key('!If [Both, { Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, Action: kms:Decrypt, Resource: "*" }, !Ref AWS::NoValue]', '!If [Either, { Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, Action: kms:Encrypt, Resource: "*" }, !Ref AWS::NoValue]')}`,
          { ...HOME, parameters: { A: a, B: b } },
        ),
        "arn:aws:iam::111122223333:role/app",
      );
    expect([await of("x", "x"), await of("x", "y"), await of("y", "x")]).toEqual(["allowed", "undetermined", "undetermined"]); // roles from elsewhere may hold policies
  });

  test.each([
    ["a secret", "{{resolve:secretsmanager:partner:SecretString:arn}}"],
    ["a secure parameter", "{{resolve:ssm-secure:/partner/arn:1}}"],
    ["a parameter", "{{resolve:ssm:/partner/arn}}"],
  ])("%s in a principal is a symbol", async (_, reference) => {
    const of = await read(
      `Resources:${key(`{ Sid: Partner, Effect: Allow, Principal: { AWS: "${reference}" }, Action: kms:Decrypt, Resource: "*" }`)}`,
    );
    const [symbol] = Object.values((of.after as { symbols?: Record<string, { from: string }> }).symbols ?? {});
    expect(`{{${symbol?.from}}}`).toBe(reference);
    expect(outcome(of, "arn:aws:iam::999988887777:role/x")).toBe("undetermined");
  });

  test("pseudo parameters that are known only later", async () => {
    const statement = `{ Sid: S, Effect: Allow, Principal: "*", Action: kms:Decrypt, Resource: "*", Condition: { StringEquals: { "aws:PrincipalTag/stack": !Ref AWS::StackId, "aws:PrincipalTag/topic": !Ref AWS::NotificationARNs } } }`;
    const of = await read(`Resources:${key(statement)}`);
    const text = JSON.stringify(keyOf(of).policy);
    expect(text).toContain("arn:aws:cloudformation:eu-west-1:111122223333:stack/");
    expect(text).toContain('{"$symbol":"notification-arns"}');
    worldOf(of.after);
  });
});
