import { describe, expect, test } from "vitest";
import {
  AWS_MANAGED_KEYS,
  awsAlias,
  awsManagedKey,
  awsManagedPolicyFor,
  awsManagedPolicyText,
  isAwsAlias,
  isKeptByAws,
} from "../../src/catalog/aws-managed-keys.ts";
import { FLOWS } from "../../src/catalog/flows.ts";
import { parsePolicy } from "../../src/iam/parse/parse.ts";

const home = { partition: "aws", account: "111122223333", region: "us-east-1" };
const actionsOf = (alias: string, statement: number) => awsManagedPolicyFor(alias, home).Statement[statement]?.Action;

describe("the keys of services", () => {
  test("have names of their own, in order", () => {
    const names = AWS_MANAGED_KEYS.map(awsAlias);
    expect([...new Set(names)].sort()).toEqual(names);
    for (const row of AWS_MANAGED_KEYS) expect(awsManagedKey(awsAlias(row))).toBe(row);
    expect([awsManagedKey("alias/s3"), awsManagedKey("alias/aws/none"), isAwsAlias("alias/aws/none"), isAwsAlias("alias/aws")]).toEqual([
      undefined,
      undefined,
      true,
      false,
    ]);
  });

  test("are reached by the names by which their services' flows forward calls", () => {
    const forwarding = new Set(Object.values(FLOWS).map(({ via }) => via.replace(".{region}.amazonaws.com", "")));
    const withoutKey = ["eks", "logs"]; // their guides name no AWS managed key
    expect([...forwarding].filter((name) => !AWS_MANAGED_KEYS.some(({ via }) => via.includes(name))).sort()).toEqual(withoutKey);
  });
});

describe("the policy that a service writes", () => {
  test.each(AWS_MANAGED_KEYS.map(awsAlias))("of %s is one, and lets nobody in but through the service, from the account", (alias) => {
    const { policy, diagnostics } = parsePolicy(awsManagedPolicyText(alias, home), { type: "key-policy", name: "key policy" });
    expect(policy).toBeDefined();
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { Principal, Condition } of awsManagedPolicyFor(alias, home).Statement) {
      if (Principal.AWS !== "*") continue;
      const keys = Object.values(Condition ?? {}).flatMap((pairs) => Object.keys(pairs));
      expect(keys.sort()).toEqual(["kms:CallerAccount", "kms:ViaService"]);
    }
  });

  test("says what the guides of some services show beyond the usual", () => {
    const usual = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];
    expect(actionsOf("alias/aws/s3", 0)).toEqual([...usual, "kms:DescribeKey"]);
    expect(actionsOf("alias/aws/sqs", 0)).toEqual([...usual, "kms:CreateGrant", "kms:DescribeKey"]);
    expect(actionsOf("alias/aws/secretsmanager", 0)).not.toContain("kms:GenerateDataKey*");
    expect(actionsOf("alias/aws/secretsmanager", 2)).toBe("kms:GenerateDataKey*");
    expect(awsManagedPolicyFor("alias/aws/dynamodb", home).Statement[2]).toMatchObject({
      Principal: { Service: "dynamodb.amazonaws.com" },
      Action: ["kms:Describe*", "kms:Get*", "kms:List*"],
    });
    expect(awsManagedPolicyFor("alias/aws/redshift", home).Statement[0]?.Condition?.StringEquals?.["kms:ViaService"]).toEqual([
      "redshift.us-east-1.amazonaws.com",
      "redshift-serverless.us-east-1.amazonaws.com",
    ]);
    expect(awsManagedPolicyFor("alias/aws/ebs", home).Statement[0]?.Condition?.StringEquals?.["kms:ViaService"]).toBe(
      "ec2.us-east-1.amazonaws.com",
    );
  });

  test("of a service that is not known has the usual shape", () => {
    const { Id, Statement } = awsManagedPolicyFor("alias/aws/glue", home);
    expect([Id, Statement.length]).toEqual(["auto-glue-1", 2]);
    expect(Statement[0]?.Condition?.StringEquals?.["kms:ViaService"]).toBe("glue.us-east-1.amazonaws.com");
  });
});

test("to use and to see such a key is nobody's privilege to manage it", () => {
  expect(
    (["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:GetKeyPolicy", "kms:CreateGrant", "kms:RevokeGrant"] as const).filter(
      isKeptByAws,
    ),
  ).toEqual([]);
  expect((["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:DeleteAlias"] as const).every(isKeptByAws)).toBe(true);
});
