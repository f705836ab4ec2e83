import { describe, expect, it } from "vitest";
import { provenanceOf } from "../../src/authz/answer.ts";
import { type Reads, readsOf as readsOfPlan } from "../../src/authz/reads.ts";
import type { Request } from "../../src/iam/request.ts";
import type { AuthorizerInput } from "../../src/index.ts";
import { ALICE, allow, ask, deny, policy, ROOT, to } from "./asking.ts";

const readsOf = (input: AuthorizerInput, changes: Partial<Request> = {}): Reads | undefined =>
  readsOfPlan(provenanceOf(ask(input, changes))!.plan);
const withIdentity = (...statements: object[]) => ({ policies: { resource: policy(to(ROOT)), identity: [policy(...statements)] } });
const namesIn = (input: AuthorizerInput, changes: Partial<Request> = {}) => [...(readsOf(input, changes)?.names ?? [])].sort();

/** That nothing is forgotten here, the laws say (`test/laws/decision-memo.test.ts`); here, that no more is named than is read. */
describe("what a decision reads", () => {
  it("is nothing of a request where policies ask for nothing", () => {
    expect(readsOf(withIdentity(allow()))).toEqual({ names: new Set(["aws:viaawsservice"]), encryptionContext: new Set(), time: false });
  });

  it("is what conditions and variables of the statements name that may apply to the caller, the action and the resource", () => {
    const named = { StringEquals: { "aws:PrincipalOrgID": "o-1", "kms:EncryptionContext:Tenant": "$" + "{aws:PrincipalTag/team}" } };
    expect(namesIn(withIdentity(allow({ Condition: named })))).toEqual([
      "aws:principalorgid",
      "aws:principaltag/team",
      "aws:viaawsservice",
      "kms:encryptioncontext:tenant",
    ]);
    expect(namesIn(withIdentity(allow(), deny({ Action: "kms:Encrypt", Condition: named })))).toEqual(["aws:viaawsservice"]);
    expect(namesIn(withIdentity(allow({ Resource: "arn:aws:kms:*:*:key/$" + "{aws:username}" })))).toContain("aws:username");
  });

  it("is also what tells of the circumstances of a key, or stands in its place", () => {
    expect(namesIn(withIdentity(allow({ Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } })))).toContain("aws:sourcevpce");
    const grants = { StringLike: { "kms:GranteePrincipal": "*" } };
    expect(namesIn(withIdentity(allow({ Condition: grants })), { action: "kms:CreateGrant" })).toContain("kms:granteeserviceprincipal");
  });

  it("is what any policy that has a say names, whichever kind it is of", () => {
    const wanting = (name: string, statement = allow) =>
      policy(statement({ Condition: { StringLike: { [`aws:RequestTag/${name}`]: "*" } } }));
    const principal = { ...to(ROOT), Condition: { StringLike: { "aws:RequestTag/resource": "*" } } };
    const policies = {
      resource: policy(principal),
      identity: [wanting("identity")],
      boundary: wanting("boundary"),
      endpoint: policy({ ...allow({ Condition: { StringLike: { "aws:RequestTag/endpoint": "*" } } }), Principal: "*" }),
      session: [wanting("session")],
      serviceControl: [[wanting("root-level")], [wanting("level"), wanting("scp-deny", deny)]],
      resourceControl: [[policy({ ...deny({ Condition: { StringLike: { "aws:RequestTag/rcp-deny": "*" } } }), Principal: "*" })]],
    };
    const kinds = ["boundary", "endpoint", "identity", "level", "rcp-deny", "resource", "root-level", "scp-deny", "session"];
    expect(namesIn({ policies })).toEqual([...kinds.map((kind) => `aws:requesttag/${kind}`), "aws:viaawsservice"]);
  });

  it("tells pairs of the encryption context by their keys, or all of them", () => {
    expect(readsOf(withIdentity(allow({ Condition: { Null: { "kms:EncryptionContext:Tenant": "false" } } })))?.encryptionContext).toEqual(
      new Set(["tenant"]),
    );
    const listed = { "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["a"] } };
    expect(readsOf(withIdentity(allow({ Condition: listed })))?.encryptionContext).toBe("all");
    const Constraints = { EncryptionContextSubset: { a: "b" } };
    const grants = [{ GrantId: "g", GranteePrincipal: ALICE, Operations: ["Decrypt"], Constraints }];
    expect(readsOf({ ...withIdentity(allow()), grants })?.encryptionContext).toBe("all");
  });

  it("is the time where a policy asks for it", () => {
    for (const name of ["aws:CurrentTime", "aws:EpochTime"]) {
      expect(readsOf(withIdentity(allow({ Condition: { DateLessThan: { [name]: "2027-01-01T00:00:00Z" } } })))?.time).toBe(true);
    }
  });

  it("cannot be told of who retires a grant", () => {
    expect(readsOf(withIdentity(allow()), { action: "kms:RetireGrant" })).toBeUndefined();
  });
});
