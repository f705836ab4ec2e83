import { describe, expect, test } from "vitest";
import type { Request } from "../../src/iam/request.ts";
import type { AuthorizerInput } from "../../src/index.ts";
import { ALICE, allow, ask, BOB, deny, HOME, policy, SESSION, to } from "./asking.ts";

const assumed = (input: AuthorizerInput, changes: Partial<Request> = {}) => ask(input, changes).assumed;
const denied = (condition: object, changes: Partial<Request> = {}, key: AuthorizerInput["key"] = {}) =>
  assumed({ policies: { resource: policy(to("*"), deny({ Principal: "*", Condition: condition })) }, key }, changes);

describe("an answer names what was taken as absent", () => {
  test("where the outcome hangs on it", () => {
    const outside = { StringNotEqualsIfExists: { "aws:principalorgid": "o-1" } };
    expect(denied(outside)).toEqual(["aws:PrincipalOrgID"]);
    expect(denied(outside, { principal: { arn: ALICE, orgId: "o-1" } })).toEqual([]);
    expect(denied(outside, { principal: { arn: ALICE, orgId: "o-2" } })).toEqual([]);
    expect(denied(outside, { principal: "s3.amazonaws.com" })).toEqual([]); // a service has none
    expect(denied({ StringEquals: { "kms:EncryptionContext:Tenant": "a" } })).toEqual(["kms:EncryptionContext:tenant"]);
    expect(denied({ StringEquals: { "kms:EncryptionContext:Tenant": "a" } }, { encryptionContext: {} })).toEqual([]);
  });

  test("and nowhere else", () => {
    const condition = { StringEquals: { "aws:PrincipalTag/team": "a" } };
    const twice = policy(to("*"), to("*", { Condition: condition }));
    expect(assumed({ policies: { resource: twice } })).toEqual([]); // allowed either way
    expect(assumed({ policies: { resource: policy(to(BOB, { Condition: condition })) } })).toEqual([]); // another's
    expect(assumed({ policies: { resource: policy(to(ALICE, { Condition: condition })) } })).toEqual(["aws:PrincipalTag/team"]);
    expect(denied({ NumericLessThan: { "kms:TrailingDaysWithoutKeyUsage": "9" } }, { action: "kms:DisableKey" })).toEqual([]); // undetermined
  });

  test("also where several make the difference together", () => {
    const both = { StringEquals: { "aws:PrincipalOrgID": "o-1", "aws:SourceIdentity": "a" } };
    expect(denied(both, { principal: SESSION })).toEqual(["aws:PrincipalOrgID", "aws:SourceIdentity"]);
  });

  test("what follows from it goes by its name", () => {
    expect(denied({ Bool: { "aws:ViaAWSService": "true" } })).toEqual(["kms:ViaService"]);
    expect(denied({ Bool: { "aws:ViaAWSService": "true" } }, { context: { "aws:ViaAWSService": false } })).toEqual([]);
    expect(denied({ Bool: { "aws:MultiFactorAuthPresent": "false" } }, { principal: SESSION })).toEqual(["aws:MultiFactorAuthAge"]);
    const endpoint = policy(deny({ Principal: "*" }));
    expect(assumed({ policies: { resource: policy(to("*")), endpoint } })).toEqual(["kms:ViaService"]);
  });

  test("a member that was left out, where its default decides", () => {
    const algorithm = { StringNotEquals: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } };
    expect(denied(algorithm)).toEqual(["kms:EncryptionAlgorithm"]);
    expect(denied(algorithm, { context: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } })).toEqual([]);
    expect(denied(algorithm, { action: "kms:GenerateDataKey" })).toEqual([]); // it has no such member
  });

  test("the path of a role that a session does not tell", () => {
    const team = { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/team/*` } };
    expect(denied(team, { principal: SESSION })).toEqual(["aws:PrincipalArn"]);
    expect(denied(team, { principal: { arn: SESSION, roleArn: `arn:aws:iam::${HOME}:role/app` } })).toEqual([]);
    expect(denied({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:user/*` } }, { principal: SESSION })).toEqual([]);
  });

  test("of grants and of their retiring", () => {
    const grant = {
      GrantId: "g1",
      GranteePrincipal: ALICE,
      Operations: ["Decrypt", "RetireGrant"],
      Constraints: { EncryptionContextSubset: { a: "1" } },
    };
    expect(assumed({ grants: [grant] })).toEqual(["kms:EncryptionContextKeys"]);
    expect(assumed({ grants: [grant] }, { encryptionContext: { a: "2" } })).toEqual([]);
    const tagged = [policy(deny({ Condition: { StringEquals: { "aws:PrincipalTag/a": "1" } } }), allow())];
    expect(assumed({ grants: [grant], policies: { identity: tagged } }, { action: "kms:RetireGrant" })).toEqual(["aws:PrincipalTag/a"]);
  });

  test("as the request was when it was asked", () => {
    const context: Record<string, string> = { "aws:PrincipalOrgID": "o-2" };
    const answer = ask(
      { policies: { resource: policy(to("*"), deny({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } })) } },
      { context },
    );
    delete context["aws:PrincipalOrgID"];
    expect(answer.assumed).toEqual([]);
  });
});
