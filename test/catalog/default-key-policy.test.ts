import { describe, expect, test } from "vitest";
import { awsManagedKeyPolicy, defaultKeyPolicyText } from "../../src/catalog/default-key-policy.ts";

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

  test("names the root user of the account in its partition", () => {
    const { Statement } = JSON.parse(defaultKeyPolicyText({ partition: "aws-cn", account: "444455556666" }));
    expect(Statement).toHaveLength(1);
    expect(Statement[0].Principal.AWS).toBe("arn:aws-cn:iam::444455556666:root");
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
