import { describe, expect, test } from "vitest";
import { KMS_ACTIONS } from "../../src/catalog/actions.ts";
import {
  awsManagedKeyPolicy,
  type ConsoleChoices,
  consoleKeyPolicy,
  defaultKeyPolicy,
  defaultKeyPolicyText,
} from "../../src/catalog/default-key-policy.ts";
import { KEY_SPECS } from "../../src/catalog/key-specs.ts";
import { OPERATIONS } from "../../src/catalog/operations.ts";

const home = { partition: "aws", account: "111122223333" };

describe("the default key policy", () => {
  test("is the text that AWS stores", () => {
    expect(defaultKeyPolicyText(home)).toMatchInlineSnapshot(`
      "{
        "Version" : "2012-10-17",
        "Id" : "key-default-1",
        "Statement" : [ {
          "Sid" : "Enable IAM User Permissions",
          "Effect" : "Allow",
          "Principal" : {
            "AWS" : "arn:aws:iam::111122223333:root"
          },
          "Action" : "kms:*",
          "Resource" : "*"
        } ]
      }"
    `);
  });

  test.each([home, { partition: "aws-cn", account: "444455556666" }])("says the same as a document, in $partition", (place) => {
    expect(JSON.parse(defaultKeyPolicyText(place))).toEqual(defaultKeyPolicy(place));
    expect(defaultKeyPolicy(place).Statement[0]?.Principal.AWS).toBe(`arn:${place.partition}:iam::${place.account}:root`);
  });
});

describe("the key policy of the console", () => {
  const ana = "arn:aws:iam::111122223333:role/Ana";
  const app = "arn:aws:iam::111122223333:role/App";
  const choices: ConsoleChoices = {
    ...home,
    administrators: [ana],
    users: [ana, app],
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
  };
  const actions = (sid: string, given: ConsoleChoices) =>
    consoleKeyPolicy(given).Statement.find((statement) => statement.Sid === sid)?.Action as readonly string[];

  test("delegates, names administrators and users, and lets services make grants for these", () => {
    const { Id, Statement } = consoleKeyPolicy(choices);
    expect(Id).toBe("key-consolepolicy-3");
    expect(Statement[0]).toEqual(defaultKeyPolicy(home).Statement[0]);
    expect(Statement.map(({ Sid, Principal, Condition }) => [Sid, Principal.AWS, Condition])).toEqual([
      ["Enable IAM User Permissions", "arn:aws:iam::111122223333:root", undefined],
      ["Allow access for Key Administrators", ana, undefined],
      ["Allow use of the key", [ana, app], undefined],
      ["Allow attachment of persistent resources", [ana, app], { Bool: { "kms:GrantIsForAWSResource": "true" } }],
    ]);
  });

  test("leaves out what no one was chosen for", () => {
    expect(consoleKeyPolicy({ ...choices, administrators: [], users: [] }).Statement).toHaveLength(1);
    expect(consoleKeyPolicy({ ...choices, users: [] }).Statement).toHaveLength(2);
  });

  test("lets administrators import only where there is something to import, and replicate only multi-Region keys", () => {
    const administration = (given: Partial<ConsoleChoices>) => actions("Allow access for Key Administrators", { ...choices, ...given });
    expect(administration({})).toHaveLength(15);
    expect(administration({ origin: "EXTERNAL" }).filter((action) => !administration({}).includes(action))).toEqual([
      "kms:ImportKeyMaterial",
    ]);
    expect(administration({ multiRegion: true }).filter((action) => !administration({}).includes(action))).toEqual([
      "kms:ReplicateKey",
      "kms:UpdatePrimaryRegion",
    ]);
  });

  const kinds = KEY_SPECS.flatMap(({ spec, usages }) => usages.map((usage) => [spec, usage] as const));
  test.each(kinds)("lets users of %s for %s do what works on such a key, and all of it", (spec, usage) => {
    const allowed = actions("Allow use of the key", { ...choices, spec, usage });
    const matches = (action: string) => allowed.some((a) => (a.endsWith("*") ? action.startsWith(a.slice(0, -1)) : action === a));
    const fits = OPERATIONS.filter(({ keySpecs, keyUsages }) => keySpecs?.includes(spec) && keyUsages?.includes(usage));
    const use = fits.flatMap(({ permissions }) => permissions.map(({ action }) => action.action)).filter((action) => !/Rotat/.test(action));
    expect(
      KMS_ACTIONS.map(({ action }) => action)
        .filter(matches)
        .sort(),
    ).toEqual(["kms:DescribeKey", ...use].sort());
  });
});

describe("the key policy of an AWS managed key", () => {
  const sqs = awsManagedKeyPolicy({ ...home, region: "eu-west-1", service: "sqs", grants: true });

  test("is open to the account, through the service only", () => {
    expect(sqs.Id).toBe("auto-sqs-1");
    expect(sqs.Statement[0]).toEqual({
      Sid: "Allow access through sqs for all principals in the account that are authorized to use sqs",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant", "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": "sqs.eu-west-1.amazonaws.com", "kms:CallerAccount": "111122223333" } },
    });
  });

  test("shows the account its metadata", () => {
    expect(sqs.Statement[1]?.Principal).toEqual({ AWS: "arn:aws:iam::111122223333:root" });
    expect(sqs.Statement[1]?.Action).toEqual(["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"]);
  });

  test("says nothing of grants for a service without them, and names the service as it calls", () => {
    const ebs = awsManagedKeyPolicy({
      partition: "aws-cn",
      account: "111122223333",
      region: "cn-north-1",
      service: "ebs",
      via: "ec2",
      title: "EBS",
      grants: false,
    });
    expect(JSON.stringify(ebs)).not.toMatch(/Grant/);
    expect(ebs.Statement[0]?.Condition?.StringEquals?.["kms:ViaService"]).toBe("ec2.cn-north-1.amazonaws.com");
    expect(ebs.Statement[0]?.Sid).toContain("through EBS for");
    expect(ebs.Statement[1]?.Principal.AWS).toBe("arn:aws-cn:iam::111122223333:root");
  });
});
