import { describe, expect, test } from "vitest";
import { neverAsked, readAction, readResource } from "../../src/authz/target.ts";
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
  const why = (action: string, resource: string) => neverAsked(readAction(action)!, readResource(resource)!);

  test("is an action that it does not have", () => {
    expect(why("kms:ReEncrypt", KEY)).toBe("AWS KMS has no action kms:ReEncrypt (did you mean kms:ReEncryptFrom or kms:ReEncryptTo?)");
    expect(why("kms:Frobnicate", KEY)).toBe("AWS KMS has no action kms:Frobnicate");
  });

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
