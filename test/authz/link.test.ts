import { describe, expect, test } from "vitest";
import { type LinkedSet, link, scopeOf } from "../../src/authz/link.ts";
import { readAction, readResource } from "../../src/authz/target.ts";
import type { Grant } from "../../src/iam/request.ts";
import { ALICE, allow, deny, HOME, KEY, policy, to } from "./asking.ts";
import { type Said, setOf } from "./parts.ts";

const linked = (said: Said): LinkedSet => link(setOf(said));
const names = ({ slots }: LinkedSet) => slots.map(({ name }) => name);
const where = (...conditions: readonly object[]) => linked({ identity: [policy(...conditions.map((Condition) => allow({ Condition })))] });
const GRANT: Grant = { GrantId: "g1", Operations: ["Decrypt"], GranteePrincipal: ALICE };

describe("a condition key that policies read has one place", () => {
  test("however it is spelled, and however often it is read (IAM User Guide, condition keys ignore case)", () => {
    const set = where({ StringEquals: { "aws:SourceVpc": "vpc-1" } }, { StringNotLike: { "AWS:sourcevpc": "vpc-*" } });
    expect(names(set)).toEqual(["aws:sourcevpc"]);
    expect(set.policies[0]?.statements.map(({ conditions }) => conditions.map(({ slot }) => slot))).toEqual([[0], [0]]);
    expect(set.indexes.get("aws:sourcevpc")).toBe(0);
  });

  test("also if it is read by a variable only, in a condition or in a resource", () => {
    const set = linked({
      identity: [
        policy(
          allow({ Condition: { StringLike: { "aws:SourceVpc": "${aws:PrincipalTag/Net}-*" } } }),
          allow({ Action: "s3:*", Resource: "arn:aws:s3:::${aws:username}/*" }),
        ),
      ],
    });
    expect(names(set)).toEqual(["aws:principaltag/net", "aws:sourcevpc", "aws:username"]);
    expect(set.policies[0]?.statements.map(({ hasTemplates }) => hasTemplates)).toEqual([false, true]);
  });

  test("with what the catalog knows of it, if it knows it", () => {
    const { slots } = where({ StringEquals: { "kms:EncryptionContext:Tenant": "a" } }, { StringEquals: { "app:stage": "prod" } });
    expect(slots.map(({ key }) => key?.name)).toEqual(["kms:EncryptionContext:", undefined]);
    expect(slots.map(({ index }) => index)).toEqual([0, 1]);
  });

  test("and so have those that the constraints of grants are compared with, where there are grants", () => {
    expect(names(linked({}))).toEqual([]);
    expect(names(linked({ grants: [GRANT] }))).toEqual([
      "aws:sourcearn",
      "kms:encryptioncontextkeys",
      "kms:grantoperations",
      "kms:grantconstrainttype",
      "kms:grantconstraintsourcearn",
    ]);
  });
});

test("policies stand in the order in which a denial is reported, with their levels", () => {
  const one = policy(deny());
  const anyone = policy(deny({ Principal: "*" }));
  const { policies } = linked({
    identity: [one, one],
    resource: policy(to(ALICE)),
    session: [one],
    boundary: one,
    endpoint: anyone,
    resourceControl: [[anyone], [anyone]],
    serviceControl: [[one], [one, one]],
  });
  expect(policies.map(({ layer, level }) => (level === undefined ? layer : `${layer} ${level}`))).toEqual([
    "service-control 0",
    "service-control 1",
    "service-control 1",
    "resource-control 0",
    "resource-control 1",
    "endpoint",
    "boundary",
    "session",
    "resource",
    "identity",
    "identity",
  ]);
});

test("grants are read once", () => {
  expect(linked({ grants: [GRANT] }).grants.map(({ grant, operations }) => [grant, operations])).toEqual([[GRANT, new Set(["Decrypt"])]]);
});

describe("the keys that AWS can send with a check (KMS Developer Guide, AWS KMS condition keys)", () => {
  const SET = where(
    { StringEquals: { "aws:SourceVpc": "x" } },
    { StringEquals: { "app:stage": "x" } },
    { StringEquals: { "kms:EncryptionContext:a": "x" } },
    { StringEquals: { "kms:KeySpec": "x" } },
    { StringEquals: { "kms:RecipientAttestation:ImageSha384": "x" } },
  );

  // biome-ignore format: a table reads as a table
  test.each([
    ["kms:Decrypt",     KEY,                                            [2, 1, 1, 2, 1]],
    ["kms:Encrypt",     KEY,                                            [2, 1, 1, 2, 0]],
    ["kms:CreateKey",   "*",                                            [2, 1, 0, 2, 0]],
    ["kms:CreateAlias", `arn:aws:kms:us-east-1:${HOME}:alias/app`,      [2, 1, 0, 0, 0]], // a check on an alias knows nothing of a key
    ["kms:Decrypt",     "*",                                            [2, 1, 0, 0, 0]], // a check that AWS never makes
    ["s3:GetObject",    "arn:aws:s3:::bucket/a",                        [2, 1, 0, 0, 0]],
  ])("%s on %s", (action, resource, sent) => {
    expect([...scopeOf(SET, readAction(action)!, readResource(resource)!).available]).toEqual(sent);
  });
});
