import { describe, expect, test } from "vitest";
import type { SourceText } from "../../../src/importers/importer.ts";
import { fixtureTexts, imported, type Read, worldOf } from "../imported.ts";

const HOME = { account: "111122223333", region: "eu-west-1" };
const fixture = (path: string, options: object = HOME) => imported(fixtureTexts(`cloudformation/${path}`), options);

/** How a call ends: by the key and the principal as the world calls them. */
const outcome = (read: Read, principal: string, key: string, action = "kms:Decrypt") =>
  worldOf(read.after).authorize({ principal, action, key }).outcome;
const policyOf = (read: Read, key: string) => read.after.keys?.[key]?.policy as Readonly<Record<string, unknown>>;
const principal = (read: Read, name: string) =>
  read.after.principals?.[name] as { readonly arn: unknown; readonly policies: readonly unknown[]; readonly knows?: unknown };

describe("templates of several styles", () => {
  test("written by hand", async () => {
    const read = await fixture("hand-written.yaml", {
      ...HOME,
      parameters: { Environment: "prod", PartnerArn: "arn:aws:iam::999988887777:role/partner" },
    });
    expect(read.told).toEqual([]);
    expect(outcome(read, "AppRole", "OrdersKey", "kms:GenerateDataKey")).toBe("implicitDeny");
    expect(outcome(read, "WorkerRole", "OrdersKey")).toBe("allowed");
    expect(principal(read, "AppRole").arn).toBe("arn:aws:iam::111122223333:role/orders-app");
    expect(read.after.keys?.OrdersKey).toMatchObject({
      aliases: ["alias/orders-prod"],
      description: "orders of prod",
      rotation: true,
      tags: { team: "orders" },
      knows: { grants: "all" },
    });
    expect(policyOf(read, "OrdersKey").Statement).toHaveLength(3);
    expect(principal(read, "legacy-worker")).toMatchObject({
      arn: { $assumed: "arn:aws:iam::111122223333:role/legacy-worker" },
      knows: { policies: "some" },
    });
    expect(JSON.stringify(principal(read, "AppRole").policies)).toContain("${aws:username}");
  });

  test("a parameter without a value is a symbol, and a condition on it decides both ways", async () => {
    const read = await fixture("hand-written.yaml", { ...HOME, parameters: { PartnerArn: null } });
    expect(policyOf(read, "OrdersKey")).toEqual({
      unknown: "the condition `HasPartner` is not known, on which it hangs",
      at: expect.anything(),
    });
    expect(read.told.join("\n")).toMatch(/KW802 .*the policy of OrdersKey is not decided/);
    expect(read.report.undecided).toHaveLength(1);
    expect(outcome(read, "WorkerRole", "OrdersKey")).toBe("undetermined");
  });

  test("of SAM: roles of functions, and what they may with keys", async () => {
    const read = await fixture("sam.yaml");
    expect(outcome(read, "ReadOrdersRole", "SecretsKey")).toBe("allowed");
    expect(outcome(read, "ReadOrdersRole", "SecretsKey", "kms:Encrypt")).toBe("implicitDeny");
    expect(outcome(read, "ReadOrdersRole", "SecretsKey", "kms:GenerateDataKey")).toBe("undetermined");
    expect(Object.keys(read.after.principals ?? {})).toEqual(["ReadOrdersRole"]);
    expect(principal(read, "ReadOrdersRole").policies).toHaveLength(2);
    expect(read.after.symbols?.KeyArn).toMatchObject({ type: "string", from: "SSM parameter /orders/key-arn" });
  });

  test("of the Serverless Framework", async () => {
    const read = await fixture("serverless-framework.json");
    expect(principal(read, "IamRoleLambdaExecution").arn).toBe("arn:aws:iam::111122223333:role/orders-dev-eu-west-1-lambdaRole");
    expect(JSON.stringify(policyOf(read, "TokenKey"))).toContain("arn:aws:iam::111122223333:root");
    expect(JSON.stringify(principal(read, "IamRoleLambdaExecution").policies)).toContain('{"$symbol":"export-platform-dev-key"}');
  });

  test("generated: a policy as text, groups, texts for truth values", async () => {
    const read = await fixture("generated.json");
    const statements = policyOf(read, "KMSKey00").Statement as readonly Record<string, unknown>[];
    expect(statements.map(({ Sid }) => Sid)).toEqual(["Rootprod", "Partner"]);
    expect(statements[1]).toMatchObject({
      Principal: { AWS: { $symbol: "Partner" } },
      Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/${aws:username}" } },
    });
    expect(read.after.keys?.KMSKey00).not.toHaveProperty("rotation");
    expect(read.after.keys?.KMSKey00).not.toHaveProperty("multiRegion");
    expect(principal(read, "IAMUser00")).toMatchObject({
      arn: "arn:aws:iam::111122223333:user/bots/ci",
      policies: ["IAMManagedPolicy00", { Statement: [{ Action: "kms:Decrypt" }] }],
    });
  });

  test("with loops", async () => {
    const read = await fixture("loops.yaml");
    expect(Object.keys(read.after.keys ?? {})).toEqual(["Keybillingeu", "Keyorders"]);
    expect(JSON.stringify(policyOf(read, "Keybillingeu"))).toContain("role/billing-reader");
    const open = await fixture("loops.yaml", { ...HOME, parameters: { Teams: null } });
    expect(open.told.join("\n")).toMatch(/KW821 .*the collection of `Fn::ForEach::Keys` is not known/);
  });

  test("nested: parameters go in, outputs come out", async () => {
    const read = await fixture("nested");
    expect(read.told).toEqual([]);
    expect(outcome(read, "Reader", "Key")).toBe("allowed");
    const alone = await fixture("nested/parent.yaml");
    expect(alone.told.join("\n")).toMatch(/KW824 \/Resources\/Keys the template `\.\/keys\.yaml` of a nested stack is not there/);
    expect(JSON.stringify(principal(alone, "Reader").policies)).toContain('{"$symbol":"Keys.Outputs.Arn"}');
  });

  test("of the CDK: stacks of stages, exports, construct paths, environments", async () => {
    const read = await fixture("cdk.out", {});
    expect(Object.keys(read.after.keys ?? {})).toEqual(["Keys/Orders", "Prod/Vault/Key"]);
    expect(outcome(read, "App/Handler/ServiceRole", "Keys/Orders")).toBe("allowed");
    expect(outcome(read, "App/Handler/ServiceRole", "Keys/Orders", "kms:Encrypt")).toBe("implicitDeny");
    expect(read.after.keys?.["Keys/Orders"]?.arn).toMatch(/^arn:aws:kms:eu-west-1:111122223333:key\//);
    expect(read.after.keys?.["Prod/Vault/Key"]?.arn).toMatchObject({
      $join: ["arn:aws:kms:us-east-1:", { $symbol: "account" }, expect.stringMatching(/^:key\//)],
    });
    expect(read.after.invented).toMatchObject({
      [Object.keys(read.after.invented ?? {}).find((text) => text.startsWith("orders-app-")) ?? ""]: {
        prefix: "orders-app-HandlerServiceRoleFCDC14AE-",
      },
    });
    expect(read.told.filter((line) => !line.startsWith("KW808"))).toEqual([]);
    const cut = fixtureTexts("cloudformation/cdk.out").filter(({ file }) => !file.endsWith("/App.template.json"));
    expect((await imported(cut)).told.join("\n")).toMatch(
      /KW824 \/artifacts\/App the template `cloudformation\/cdk.out\/App.template.json` of the stack `App` is not there/,
    );
  });

  test("a described change set: before and after", async () => {
    const read = await fixture("change-set.json", {});
    const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(read.before?.keys?.OrdersKey).toMatchObject({ arn: key, policy: { Statement: [{ Action: "kms:*" }] } });
    expect(read.after.keys?.OrdersKey).toMatchObject({
      arn: key,
      policy: { Statement: [{}, { Principal: { AWS: { $symbol: expect.any(String) } } }] },
    });
    expect(read.before?.principals).toEqual({});
    expect(read.after.principals).toMatchObject({ Reader: { arn: "arn:aws:iam::111122223333:role/reader" } });
  });
});

describe("what a template means", () => {
  const template = (resources: string) => imported(`AWSTemplateFormatVersion: "2010-09-09"\n${resources}`, HOME);
  const DEFAULT = {
    Id: "key-default-1",
    Statement: [{ Sid: "Enable IAM User Permissions", Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
  };

  test("a key without a policy has the default one, written out", async () => {
    const read = await template("Resources: { K: { Type: AWS::KMS::Key } }");
    expect(policyOf(read, "K")).toMatchObject(DEFAULT);
    const literal = await template(
      'Resources: { K: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: "arn:<partition>:iam::<account-id>:root" }, Action: "kms:*", Resource: "*" }] } } } }',
    );
    expect(policyOf(literal, "K")).toMatchObject(DEFAULT);
  });

  test("a key whose policy has a mistake is not decided, and never has the default one", async () => {
    const read = await template("Resources: { K: { Type: AWS::KMS::Key, Properties: { KeyPolicy: !Ref Nothing } } }");
    expect(policyOf(read, "K")).toMatchObject({ unknown: expect.any(String) });
  });

  test("facts that are not known stay unknown, absent ones are at their defaults", async () => {
    const read = await template(
      "Parameters: { X: { Type: String } }\nResources: { K: { Type: AWS::KMS::Key, Properties: { Enabled: !Ref X, KeySpec: !Ref X, EnableKeyRotation: !Ref X } }, D: { Type: AWS::KMS::Key, Properties: { Enabled: false, Origin: EXTERNAL } }, E: { Type: AWS::KMS::Key, Properties: { Enabled: false, KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY } } }",
    );
    expect(read.after.keys?.K?.unknown).toEqual(expect.arrayContaining(["state", "spec", "rotation"]));
    expect(read.after.keys?.D).toMatchObject({ origin: "EXTERNAL" });
    expect(read.after.keys?.E).toMatchObject({ state: "Disabled", spec: "RSA_2048", usage: "SIGN_VERIFY" });
    expect(() => worldOf(read.after)).not.toThrow();
  });

  test("a replica has the id of its primary", async () => {
    const read = await template(
      'Resources: { R: { Type: AWS::KMS::ReplicaKey, Properties: { PrimaryKeyArn: "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab", KeyPolicy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" }] } } }, N: { Type: AWS::KMS::ReplicaKey, Properties: { PrimaryKeyArn: "arn:aws:kms:us-east-1:111122223333:key/mrk-2234abcd12ab34cd56ef1234567890ab" } } }',
    );
    expect(read.after.keys?.R).toMatchObject({
      arn: "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
      multiRegionKeyType: "REPLICA",
    });
    expect(read.after.keys?.R?.unknown).toEqual(expect.arrayContaining(["spec", "usage"]));
    expect(policyOf(read, "N")).toMatchObject({ unknown: expect.stringContaining("replica") });
  });

  test("a macro that is not carried out leaves every policy undecided", async () => {
    const read = await template(
      "Transform: [AWS::Serverless-2016-10-31, Ours]\nResources: { K: { Type: AWS::KMS::Key }, R: { Type: AWS::IAM::Role, Properties: { RoleName: r, AssumeRolePolicyDocument: { Statement: [] } } } }",
    );
    expect(read.told.join("\n")).toMatch(/KW812 \/Transform the macro `Ours` is not carried out/);
    expect(policyOf(read, "K")).toMatchObject({ unknown: "the macro `Ours` may change it" });
    expect(principal(read, "R").policies).toMatchObject([{ unknown: expect.stringContaining("may add") }]);
  });

  test("conditions: a resource that is not made is not there, one that may be is told", async () => {
    const read = await template(
      "Parameters: { X: { Type: String } }\nConditions: { Never: !Equals [a, b], Maybe: !Equals [!Ref X, b], Loop: !Not [!Condition Loop] }\nResources: { A: { Type: AWS::KMS::Key, Condition: Never }, B: { Type: AWS::KMS::Key, Condition: Maybe }, C: { Type: AWS::KMS::Key, Condition: Loop }, D: { Type: AWS::KMS::Key, Condition: Mabye } }",
    );
    expect(Object.keys(read.after.keys ?? {})).toEqual(["B", "C", "D"]);
    expect(read.told).toEqual(
      expect.arrayContaining([
        "KW821 /Resources/B `B` is taken as made: its condition is not known",
        "KW822 /Conditions/Loop the condition `Loop` hangs on itself",
        "KW820 /Resources/D/Condition no condition is called `Mabye`",
      ]),
    );
  });

  test("endpoints of KMS and policies of organizations", async () => {
    const read = await template(
      'Resources: { E: { Type: AWS::EC2::VPCEndpoint, Properties: { ServiceName: !Sub "com.amazonaws.${AWS::Region}.kms", VpcId: vpc-1, PolicyDocument: { Statement: [{ Effect: Allow, Principal: "*", Action: "kms:Decrypt", Resource: "*" }] } } }, S: { Type: AWS::EC2::VPCEndpoint, Properties: { ServiceName: com.amazonaws.eu-west-1.s3 } } }',
    );
    expect(read.after.endpoints).toMatchObject({ E: { vpc: "vpc-1", policy: { Statement: [{ Action: "kms:Decrypt" }] } } });
    expect(Object.keys(read.after.endpoints ?? {})).toEqual(["E"]);
    expect(() => worldOf(read.after)).not.toThrow();
  });

  test("numbers without quotes are taken as they are written, and told where readers disagree", async () => {
    const read = await template(
      'Resources: { K: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Version: 2012-10-17, Statement: [{ Effect: Allow, Principal: { AWS: 012345678901 }, Action: "kms:*", Resource: "*" }] } } } }',
    );
    expect(policyOf(read, "K")).toMatchObject({ Version: "2012-10-17", Statement: [{ Principal: { AWS: "012345678901" } }] });
    expect(read.told.join("\n")).toMatch(/KW823 .*012345678901 without quotes/);
  });

  test("a policy for a role that no template makes, a group that none makes, a boundary that none has", async () => {
    const read = await template(
      `Resources:
  P: { Type: AWS::IAM::RolePolicy, Properties: { RoleName: other, PolicyName: p, PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "kms:Decrypt", Resource: "*" }] } } }
  U: { Type: AWS::IAM::User, Properties: { UserName: u, Groups: [elsewhere], PermissionsBoundary: "arn:aws:iam::111122223333:policy/elsewhere", ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/SomeNewAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"] } }
`,
    );
    expect(principal(read, "other")).toMatchObject({
      arn: { $assumed: "arn:aws:iam::111122223333:role/other" },
      policies: [{}],
      knows: { policies: "some" },
    });
    expect(principal(read, "U")).toMatchObject({
      knows: { policies: "some" },
      boundary: { unknown: "`arn:aws:iam::111122223333:policy/elsewhere` is in none of the documents" },
      policies: ["arn:aws:iam::aws:policy/AdministratorAccess", "SomeNewAccess"],
    });
    expect(read.after.policies?.SomeNewAccess).toMatchObject({ unknown: expect.stringContaining("SomeNewAccess"), denies: false });
  });

  test("the answer of get-template, with the template as an object or as its text", async () => {
    const body = { Resources: { K: { Type: "AWS::KMS::Key" } } };
    for (const TemplateBody of [
      body,
      JSON.stringify(body),
      "Resources:\n  K: { Type: 'AWS::KMS::Key', Properties: { Description: !Sub 'x' } }\n",
    ]) {
      const texts: readonly SourceText[] = [
        { file: "answer.json", text: JSON.stringify({ TemplateBody, StagesAvailable: ["Original", "Processed"] }) },
      ];
      expect(Object.keys((await imported(texts, HOME)).after.keys ?? {})).toEqual(["K"]);
    }
  });

  test("what is left out is told with the resource", async () => {
    const read = await template(
      "Resources: { S: { Type: AWS::IAM::ServiceLinkedRole }, A: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/a } } }",
    );
    expect(read.told).toEqual(
      expect.arrayContaining([expect.stringMatching(/^KW806 \/Resources\/S /), expect.stringMatching(/^KW820 \/Resources\/A /)]),
    );
  });
});

test("what a key keeps of its template, and what decides its conditions", async () => {
  const text = (policy: string) =>
    `Parameters: { Env: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Resources:
  K: { Type: AWS::KMS::Key, DeletionPolicy: ${policy}, Properties: { BypassPolicyLockoutSafetyCheck: true } }
  L: { Type: AWS::KMS::Key, Condition: IsProd }
`;
  const read = await imported(text("Retain"), HOME);
  expect(read.after.keys?.K).toMatchObject({ retained: "removed", skipsLockoutCheck: true });
  expect(read.open).toEqual([{ id: "parameter Env", values: ["prod", null], isComparison: false }]);
  const taken = (value: string | null) => imported(text("Delete"), { ...HOME, choices: new Map([["parameter Env", value]]) });
  expect(Object.keys((await taken("prod")).after.keys ?? {})).toEqual(["K", "L"]);
  expect(Object.keys((await taken(null)).after.keys ?? {})).toEqual(["K"]);
  expect((await taken("prod")).open).toEqual([]);
});

describe("permission sets of IAM Identity Center", () => {
  const template = (more = "") => `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }
  Limit:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: Limit
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "kms:De*", Resource: "*" }] }
  Readers:
    Type: AWS::SSO::PermissionSet
    Properties:
      InstanceArn: arn:aws:sso:::instance/ssoins-7223
      Name: Readers
      InlinePolicy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: [kms:Decrypt, kms:Encrypt], Resource: "*" }] }
      ManagedPolicies: [arn:aws:iam::aws:policy/job-function/ViewOnlyAccess]
      CustomerManagedPolicyReferences: [{ Name: Limit }]
      PermissionsBoundary: { CustomerManagedPolicyReference: { Name: Limit, Path: / } }
${more}`;
  const ASSIGNED = `  Assigned:
    Type: AWS::SSO::Assignment
    Properties: { PermissionSetArn: !GetAtt Readers.PermissionSetArn, TargetId: "111122223333", TargetType: AWS_ACCOUNT, PrincipalType: GROUP, PrincipalId: g }
`;

  test("a role in the account that it is assigned in, with its policies and its boundary", async () => {
    const read = await imported(template(ASSIGNED), HOME);
    expect(principal(read, "Readers").arn).toMatch(
      /^arn:aws:iam::111122223333:role\/aws-reserved\/sso\.amazonaws\.com\/eu-west-1\/AWSReservedSSO_Readers_[0-9a-f]{16}$/,
    );
    expect([outcome(read, "Readers", "Key"), outcome(read, "Readers", "Key", "kms:Encrypt")]).toEqual(["allowed", "implicitDeny"]);
    expect(read.report.undecided).toEqual([]);
  });

  test("assigned nowhere in the templates: the account is a symbol", async () => {
    const read = await imported(template(), HOME);
    expect(read.told.join("\n")).toMatch(/^KW808 \/Resources\/Readers Readers is assigned nowhere/m);
    expect(JSON.stringify(principal(read, "Readers").arn)).toContain('"$symbol":"Readers.account"');
    worldOf(read.after);
  });
});
