import { describe, expect, it, test } from "vitest";
import type { Answer } from "../../src/authz/decision.ts";
import type { Request } from "../../src/iam/request.ts";
import { type AuthorizerInput, authorizer, explain } from "../../src/index.ts";
import { ALICE, allow, ask, deny, GUEST, HOME, KEY, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";

type Row = readonly [what: string, input: AuthorizerInput, request: Partial<Request>, rules: readonly string[]];

const all = policy(allow());
const s3 = policy(allow({ Action: "s3:*" }));
const grant = (changes: object) => [{ GrantId: "g1", GranteePrincipal: ALICE, Operations: ["Decrypt" as const], ...changes }];
const session = { principal: SESSION };
const stranger = { principal: `arn:aws:iam::${GUEST}:user/eve` };

describe("what lets a caller in", () => {
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["the key policy, by name",         { policies: { resource: policy(to(ALICE)) } },                             {},      ["authz.key-policy.direct"]],
    ["the key policy, by the account",  { policies: { resource: policy(to(ROOT)), identity: [all] } },             {},      ["authz.delegation.account"]],
    ["within a boundary",               { policies: { resource: policy(to(ROOT)), identity: [all], boundary: all } }, {},   ["authz.delegation.account", "authz.delegation.limits"]],
    ["the account, for its root user",  { policies: { resource: policy(to(ROOT)) } },                              { principal: ROOT }, ["authz.delegation.root-user"]],
    ["a role",                          { policies: { resource: policy(to(ROLE)) } },                              session, ["authz.key-policy.direct", "authz.naming.role"]],
    ["a session, whatever limits it",   { policies: { resource: policy(to(SESSION)), boundary: s3 } },             session, ["authz.key-policy.direct", "authz.naming.direct"]],
    ["both sides",                      { policies: { resource: policy(to(`arn:aws:iam::${GUEST}:root`)), identity: [all] } }, stranger, ["authz.cross-account.both-sides"]],
    ["a service's name",                { policies: { resource: policy(allow({ Principal: { Service: "s3.amazonaws.com" } })) } }, { principal: "s3.amazonaws.com" }, ["authz.service-principal.resource-side"]],
    ["a grant",                         { grants: grant({}) },                                                     {},      ["kms.grants.allow", "kms.grants.user-grantee"]],
    ["a grant with a constraint",       { grants: grant({ GranteePrincipal: ROLE, Constraints: { EncryptionContextSubset: { a: "1" } } }) }, { ...session, encryptionContext: { a: "1" } }, ["kms.grants.allow", "kms.grants.role-grantee", "kms.grants.constraints"]],
    ["a grant with its token",          { grants: grant({ Propagated: false, GrantToken: "t" }) },                 { grantTokens: ["t"] }, ["kms.grants.allow", "kms.grants.user-grantee", "kms.grants.tokens"]],
    ["the retiring principal",          { grants: grant({ RetiringPrincipal: ALICE }) },                           { action: "kms:RetireGrant" }, ["kms.retire.named"]],
    ["an identity policy, of no key",   { policies: { identity: [all] } },                                         { action: "kms:ListKeys", resource: "*" }, ["authz.no-key.identity-only"]],
    ["past an endpoint and SCPs",       { policies: { resource: policy(to(ALICE)), endpoint: policy(to("*")), serviceControl: [[all]] } }, {}, ["authz.key-policy.direct", "authz.scp.levels", "authz.endpoint.both"]],
    ["conditions that hold",            { policies: { resource: policy(to(ALICE, { Condition: { "ForAnyValue:StringLike": { "aws:TagKeys": "t*" }, StringNotEquals: { "aws:PrincipalTag/a": "1" }, Bool: { "aws:SecureTransport": true } } })) } }, { context: { "aws:TagKeys": ["team"], "aws:PrincipalTag/a": "2" } }, ["authz.key-policy.direct", "iam.operators.for-any-value", "iam.operators.string", "iam.operators.none-of", "iam.operators.bool"]],
  ])("%s", (_, input, request, rules) => {
    const answer = ask(input, request);
    expect(answer.outcome).toBe("allowed");
    expect(answer.rules).toEqual(rules);
  });
});

describe("what stops it", () => {
  const open = policy(to("*"));
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["nothing allows it",           {},                                                                          {},      ["authz.default.deny", "authz.key-policy.sole-authority"]],
    ["no identity policy",          { policies: { resource: policy(to(ROOT)) } },                                {},      ["authz.delegation.account"]],
    ["no identity policy abroad",   { policies: { resource: open } },                                            stranger, ["authz.default.deny", "authz.cross-account.both-sides"]],
    ["a boundary, of a role",       { policies: { resource: policy(to(ROLE)), boundary: s3 } },                  session, ["authz.default.deny", "authz.naming.role"]],
    ["a boundary, by delegation",   { policies: { resource: policy(to(ROOT)), identity: [all], boundary: s3 } }, session, ["authz.delegation.account", "authz.delegation.limits"]],
    ["a boundary, of a grantee",    { grants: grant({ GranteePrincipal: ROLE }), policies: { boundary: s3 } },   session, ["authz.default.deny", "kms.grants.role-grantee"]],
    ["an empty level",              { policies: { resource: open, serviceControl: [[all], []] } },               {},      ["authz.scp.levels", "authz.scp.empty-level"]],
    ["an operation that stays",     { policies: { resource: open, identity: [all] } },                           { ...stranger, action: "kms:DisableKey" }, ["authz.cross-account.operations"]],
    ["a call that stays",           { policies: { resource: open, identity: [all] } },                           { ...stranger, action: "sqs:SetQueueAttributes", resource: `arn:aws:sqs:us-east-1:${HOME}:work` }, ["authz.cross-account.services"]],
    ["an unsigned call",            { policies: { resource: open } },                                            { principal: "anonymous" }, ["authz.anonymous.kms"]],
    ["another partition",           { policies: { resource: open } },                                            { principal: `arn:aws-cn:iam::${HOME}:user/alice` }, ["authz.partition.apart"]],
    ["no such check",               { policies: { identity: [all] } },                                           { action: "kms:ListKeys" }, ["authz.check.never-made"]],
    ["a name of AWS",               { policies: { identity: [all] } },                                           { action: "kms:CreateAlias", resource: `arn:aws:kms:us-east-1:${HOME}:alias/aws/s3` }, ["kms.aliases.reserved"]],
    ["a key of AWS",                { policies: { resource: open }, key: { managedBy: "aws" } },                 { action: "kms:DisableKey" }, ["kms.aws-managed.kept"]],
    ["a deny",                      { policies: { resource: policy(to("*"), deny({ Principal: "*" })) } },       {},      ["authz.deny.wins"]],
    ["two layers of denies",        { policies: { resource: policy(to("*"), deny({ Principal: "*" })), serviceControl: [[policy(allow(), deny())]] } }, {}, ["authz.deny.wins", "authz.deny.order", "authz.scp.bound"]],
    ["a deny, whatever a grant says", { policies: { identity: [policy(deny())] }, grants: grant({}) },           {},      ["authz.deny.wins", "kms.grants.deny"]],
    ["everybody but one",           { policies: { resource: policy(to("*"), deny({ NotPrincipal: { AWS: ROLE } })) } }, {}, ["authz.deny.wins", "iam.not-principal.listed"]],
    ["everybody with a boundary",   { policies: { resource: policy(to("*"), deny({ NotPrincipal: { AWS: [ALICE, ROOT] } })), boundary: all } }, {}, ["authz.deny.wins", "iam.not-principal.boundary"]],
    ["the key's organization",      { policies: { resource: open, resourceControl: [[policy(deny({ Principal: "*" }))]] } }, {}, ["authz.deny.wins", "authz.rcp.owner"]],
  ])("%s", (_, input, request, rules) => {
    const answer = ask(input, request);
    expect(answer.decision).toBe("Deny");
    expect(answer.rules).toEqual(rules);
  });
});

describe("what nobody told", () => {
  const onTime = policy(to(ALICE, { Condition: { DateLessThan: { "aws:CurrentTime": "2030-01-01" } } }));
  const inOrganization = policy(to("*"), deny({ Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } }));

  it("is named by the rule by which it is not known, or taken as absent", () => {
    expect(ask({ policies: { resource: onTime } }).rules).toEqual(["context.untold.undetermined", "context.untold.sent"]);
    expect(ask({ policies: { resource: onTime } }, { unknown: ["aws:CurrentTime"] }).rules).toEqual([
      "context.untold.undetermined",
      "context.untold.listed",
    ]);
    expect(ask({ policies: { resource: policy(to(SESSION)) } }, { principal: ROLE }).rules).toEqual([
      "context.untold.undetermined",
      "context.untold.session-name",
    ]);
    expect(ask({ policies: { resource: inOrganization } }).rules).toEqual([
      "authz.deny.wins",
      "iam.operators.absent",
      "context.untold.optional",
    ]);
    const begins = policy(to(ALICE, { Condition: { StringLike: { "aws:userid": "AIDA*" } } }));
    expect(ask({ policies: { resource: begins } }).rules).toEqual([
      "authz.key-policy.direct",
      "iam.operators.string",
      "context.untold.follows",
    ]);
  });
});

it("is worked out when it is read, and not before", () => {
  const answer: Answer = ask({ policies: { resource: policy(to(ALICE)) } });
  expect(Object.keys(answer)).not.toContain("rules");
  expect(authorizer({})({ principal: ALICE, action: "no action", resource: KEY }).rules).toBeUndefined();
});

it("stands in one line at the end of an explanation, and in its tree", () => {
  const answer = ask({ policies: { resource: policy(to(ROOT)) } });
  expect(explain(answer).split("\n").at(-1)).toMatch(/^by the rules {2,}authz\.delegation\.account$/);
  expect(explain(answer, { format: "json" }).rules).toEqual(["authz.delegation.account"]);
  expect(explain(answer, { style: "brief" })).not.toContain("authz.");
});
