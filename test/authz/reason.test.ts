import { expect, test } from "vitest";
import { nameOf, undeterminedReason } from "../../src/authz/reason.ts";
import type { Request } from "../../src/iam/request.ts";
import type { AuthorizerInput } from "../../src/index.ts";
import { ALICE, allow, ask, BOB, deny, GUEST, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";

const GUS = `arn:aws:iam::${GUEST}:user/gus`;
const OBJECT = "arn:aws:s3:::bucket/a";
const elsewhere = policy(allow({ Action: "kms:Encrypt" }));
const where = (condition: object) => ({ Condition: condition });

// biome-ignore format: a table reads as a table
const ASKED: Readonly<Record<string, readonly [AuthorizerInput, Partial<Request>?]>> = {
  "key policy":               [{ policies: { resource: policy(to(ALICE, { Sid: "AllowAlice" })) } }],
  "two statements":           [{ policies: { resource: policy(to(ROOT), to(ALICE)), identity: [policy(allow({ Sid: "UseKeys" }))] } }],
  "grant":                    [{ grants: [{ GrantId: "abcde237", Operations: ["Decrypt"], GranteePrincipal: ALICE }] }],
  "root, on its own":         [{ resourceType: "resource" }, { principal: ROOT, action: "s3:GetObject", resource: OBJECT }],
  "explicit deny":            [{ policies: { resource: policy(to(ALICE), deny({ Principal: "*", Sid: "No" })), identity: [policy(deny())] } }],
  "unsigned":                 [{}, { principal: "anonymous" }],
  "no grant to retire":       [{}, { action: "kms:RetireGrant" }],
  "not this grant":           [{ grants: [{ GrantId: "g1", Operations: ["Decrypt"], GranteePrincipal: BOB }] }, { principal: GUS, action: "kms:RetireGrant" }],
  "not on a key":             [{}, { action: "kms:ListKeys" }],
  "not on *":                 [{}, { resource: "*" }],
  "alias and key":            [{}, { action: "kms:CreateAlias", resource: "*" }],
  "not on a bucket":          [{}, { resource: OBJECT }],
  "not across accounts":      [{ policies: { resource: policy(to(GUS)) } }, { principal: GUS, action: "kms:PutKeyPolicy" }],
  "delegated":                [{ policies: { resource: policy(to(ROOT)) } }],
  "delegated and limited":    [{ policies: { resource: policy(to(ROOT)), identity: [policy(allow())], boundary: elsewhere } }],
  "nobody":                   [{}],
  "role and session policy":  [{ policies: { resource: policy(to(ROLE)), session: [elsewhere] } }, { principal: SESSION }],
  "service control":          [{ policies: { resource: policy(to(ALICE)), serviceControl: [[policy(allow())], [elsewhere]] } }],
  "endpoint":                 [{ policies: { resource: policy(to(ALICE)), endpoint: policy(to("*", { Action: "kms:Encrypt" })) } }],
  "the other side":           [{ policies: { resource: policy(to(GUS)) } }, { principal: GUS }],
  "neither side":             [{}, { principal: GUS }],
  "the other side, limited":  [{ policies: { resource: policy(to(GUS)), identity: [policy(allow())], boundary: elsewhere } }, { principal: GUS }],
  "trust policy":             [{ resourceType: "trust", policies: { identity: [policy(allow({ Action: "sts:*" }))] } }, { action: "sts:AssumeRole", resource: ROLE }],
  "other services":           [{ resourceType: "resource" }, { action: "s3:GetObject", resource: OBJECT }],
  "one unknown":              [{ policies: { resource: policy(to(ALICE, where({ Bool: { "aws:SecureTransport": "true" } }))) } }, { unknown: ["aws:SecureTransport"] }],
  "two unknown":              [{ policies: { resource: policy(to(ALICE, where({ Bool: { "aws:SecureTransport": "true" }, StringLike: { "aws:SourceVpc": "*" } }))) } }, { unknown: ["aws:SourceVpc", "aws:SecureTransport"] }],
};

test("every answer has its reason, in one sentence", () => {
  const reasons = Object.fromEntries(Object.entries(ASKED).map(([name, [input, changes]]) => [name, ask(input, changes).reason]));
  expect(reasons).toMatchInlineSnapshot(`
    {
      "alias and key": "AWS KMS checks kms:CreateAlias on an alias and a key, never on \`*\`",
      "delegated": "the key policy lets identity policies of 111122223333 decide, and no identity policy allows it",
      "delegated and limited": "the key policy lets identity policies of 111122223333 decide, and the permissions boundary does not allow it",
      "endpoint": "the VPC endpoint policy does not allow it",
      "explicit deny": "explicitly denied by key policy#No, identity policy 1#0",
      "grant": "allowed by grant abcde237",
      "key policy": "allowed by key policy#AllowAlice",
      "neither side": "neither the key policy nor a grant allows it",
      "no grant to retire": "there is no such grant on the key to retire",
      "nobody": "neither the key policy nor a grant allows it",
      "not across accounts": "kms:PutKeyPolicy never works on a key of another account, whatever policies say",
      "not on *": "AWS KMS checks kms:Decrypt on a key, never on \`*\`",
      "not on a bucket": "AWS KMS checks kms:Decrypt on a key, never on arn:aws:s3:::bucket/a",
      "not on a key": "AWS KMS checks kms:ListKeys on \`*\`, never on a key",
      "not this grant": "the grant does not let this caller retire it",
      "one unknown": "undetermined: it depends on aws:SecureTransport, whose value is not known",
      "other services": "no identity policy allows it",
      "role and session policy": "no session policy allows it",
      "root, on its own": "allowed: a root user has all rights on what its own account has",
      "service control": "one level of service control policies has no statement that allows it",
      "the other side": "the other account allows it, but no identity policy allows it, which a caller from outside needs too",
      "the other side, limited": "the permissions boundary does not allow it",
      "trust policy": "the trust policy does not allow it",
      "two statements": "allowed by key policy#0, key policy#1, identity policy 1#UseKeys",
      "two unknown": "undetermined: it depends on aws:SecureTransport, aws:SourceVpc, whose values are not known",
      "unsigned": "AWS KMS refuses unsigned calls before it looks at any policy",
    }
  `);
  for (const reason of Object.values(reasons)) expect(reason).toMatch(/^[a-zA-Z][^\n]*[^.\s]$/);
  expect(new Set(Object.values(reasons)).size).toBeGreaterThan(20);
});

test("a statement is called by its Sid, else by its place", () => {
  expect(nameOf({ policy: "key policy", statement: 2, sid: "AllowApp" })).toBe("key policy#AllowApp");
  expect(nameOf({ policy: "key policy", statement: 2, sid: "" })).toBe("key policy#2");
  expect(nameOf({ policy: "key policy", statement: 0 })).toBe("key policy#0");
  expect(nameOf({ grant: "abcde237" })).toBe("grant abcde237");
});

test("what it depends on may have no name", () => {
  expect(undeterminedReason([])).toBe("undetermined: it depends on values, whose values are not known");
});
