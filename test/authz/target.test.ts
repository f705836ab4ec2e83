import { describe, expect, test } from "vitest";
import { beyondPolicies, readAction, readResource } from "../../src/authz/target.ts";
import { KMS_ACTIONS } from "../../src/catalog/actions.ts";
import { HOME, KEY } from "./asking.ts";

const ALIAS = `arn:aws:kms:us-east-1:${HOME}:alias/app`;
const BUCKET = "arn:aws:s3:::bucket";

describe("an action", () => {
  test("is a service and a name, in any case", () => {
    expect(readAction("KMS:decrypt")).toMatchObject({ name: "KMS:decrypt", lower: "kms:decrypt", service: "kms", assumesRole: false });
    expect(readAction("KMS:decrypt")?.kms?.action).toBe("kms:Decrypt");
    expect(readAction("iam:PassRole")).toMatchObject({ service: "iam", kms: undefined });
    expect(readAction("application-autoscaling:TagResource")?.service).toBe("application-autoscaling");
  });

  test.each([
    "",
    "Decrypt",
    "kms:",
    ":Decrypt",
    "kms:*",
    "kms:De?rypt",
    "kms: Decrypt",
    "kms:Decrypt ",
    "kms:a:b",
    `kms:${"a".repeat(129)}`,
    `${"a".repeat(65)}:Do`,
    "kms:D\u00e9crypt",
  ])("is not %j", (text) => expect(readAction(text)).toBeUndefined());

  test.each(["sts:AssumeRole", "sts:TagSession", "STS:setsourceidentity"])("%s is for the trust policy to allow", (name) => {
    expect(readAction(name)?.assumesRole).toBe(true);
  });

  test.each(["sts:GetCallerIdentity", "sts:AssumeRoleWithSAML"])("%s is not", (name) => expect(readAction(name)?.assumesRole).toBe(false));
});

describe("a resource", () => {
  test.each([
    ["*", "*"],
    [KEY, "key"],
    [`arn:aws-cn:kms:cn-north-1:${HOME}:key/mrk-1`, "key"],
    [ALIAS, "alias"],
    [`${ALIAS}/a:b`, "alias"],
    [BUCKET, "other"],
    ["arn:aws:s3:::bucket/*", "other"],
  ])("%s is of kind %s", (text, kind) => expect(readResource(text)?.kind).toBe(kind));

  test.each([
    "",
    "key/1",
    "alias/app",
    "arn:aws:kms",
    `arn:aws:kms:us-east-1:${HOME}:key/*`,
    `arn:aws:kms:us-east-1:${HOME}:key/1?`,
    `arn:aws:kms:*:${HOME}:key/1`,
    `arn:aws:kms::${HOME}:key/1`,
    "arn:aws:kms:us-east-1::key/1",
    "arn:aws:kms:us-east-1:1111:key/1",
    `arn:aws:kms:us-east-1:${HOME}:grant/1`,
    `arn:aws:kms:us-east-1:${HOME}:Key/1`,
    `${BUCKET}/${"a".repeat(2048)}`,
  ])("is not %s", (text) => expect(readResource(text)).toBeUndefined());
});

describe("what AWS never checks", () => {
  const why = (action: string, resource: string) => beyondPolicies(readAction(action)!, readResource(resource)!, "aws", undefined)?.why;

  test("is an action on another kind of resource", () => {
    expect(why("kms:Decrypt", ALIAS)).toBe("AWS KMS checks kms:Decrypt on a key, never on an alias");
    expect(why("kms:Decrypt", BUCKET)).toBe(`AWS KMS checks kms:Decrypt on a key, never on ${BUCKET}`);
    expect(why("kms:ListKeys", KEY)).toBe("AWS KMS checks kms:ListKeys on `*`, never on a key");
    expect(why("kms:UpdateAlias", "*")).toBe("AWS KMS checks kms:UpdateAlias on an alias and a key, never on `*`");
  });

  test("is no matter of other services", () => {
    expect(why("s3:Frobnicate", KEY)).toBeUndefined();
    expect(why("s3:GetObject", "*")).toBeUndefined();
  });

  test.each([...KMS_ACTIONS])("is not $action on what it is for", ({ action, resources }) => {
    const asked = { key: KEY, alias: ALIAS, "*": "*" };
    const checked = Object.entries(asked).filter(([, resource]) => why(action, resource) === undefined);
    expect(checked.map(([kind]) => kind).sort()).toEqual([...resources].sort());
  });
});

describe("what AWS never allows", () => {
  const why = (action: string, resource: string, partition: string) =>
    beyondPolicies(readAction(action)!, readResource(resource)!, partition, undefined)?.why;

  test("is an alias that it keeps to itself", () => {
    const aws = `arn:aws:kms:us-east-1:${HOME}:alias/aws/s3`;
    expect(why("kms:CreateAlias", aws, "aws")).toBe(
      "the name alias/aws/s3 is reserved: aliases that begin with alias/aws/ are those of AWS managed keys",
    );
    expect(why("kms:CreateAlias", aws.replace("aws/s3", "aws"), "aws")).toBeUndefined();
    expect(why("iam:TagAlias", aws, "aws")).toBeUndefined();
  });

  test("is to manage a key that AWS manages", () => {
    const of = (action: string, resource: string, manager?: "aws" | "customer") =>
      beyondPolicies(readAction(action)!, readResource(resource)!, "aws", manager);
    expect(of("kms:DisableKey", KEY, "aws")).toEqual({
      rule: "kms.aws-managed.kept",
      why: "the key is an AWS managed key: nobody is allowed kms:DisableKey on it, whatever policies say",
    });
    for (const manager of ["customer", undefined] as const) expect(of("kms:DisableKey", KEY, manager)).toBeUndefined();
    for (const action of ["kms:Decrypt", "kms:CreateGrant", "kms:GetKeyPolicy"]) expect(of(action, KEY, "aws")).toBeUndefined();
    expect(of("kms:TagResource", "*", "aws")).toBeUndefined(); // of a key to be made
  });

  test("is what would lead from one partition to another", () => {
    const apart = "a principal of the partition aws-cn has no access to resources of the partition aws, whatever policies say";
    for (const resource of [KEY, BUCKET]) expect(why(resource === KEY ? "kms:Decrypt" : "s3:GetObject", resource, "aws-cn")).toBe(apart);
    expect(why("kms:ListKeys", "*", "aws-cn")).toBeUndefined();
    expect(why("kms:Decrypt", KEY, "")).toBeUndefined(); // a service, or nobody
  });
});
