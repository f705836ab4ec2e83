import { describe, expect, test } from "vitest";
import { decide } from "../../src/authz/decide.ts";
import type { Layer } from "../../src/authz/decision.ts";
import { Reading } from "../../src/authz/reading.ts";
import type { Because } from "../../src/authz/ruling.ts";
import type { Request } from "../../src/iam/request.ts";
import { ALICE, allow, deny, GUEST, HOME, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";
import { asked, type Said } from "./parts.ts";

const rule = (said: Said, changes: Partial<Request> = {}, optimist = false) => {
  const { plan, facts } = asked(said, changes);
  return decide(plan, facts, new Reading(optimist));
};

const FULL = { resource: policy(to(ROOT)), identity: [policy(allow())] };
const ELSEWHERE = policy(allow({ Action: "s3:*" })); // allows something, but not what is asked
const GUS = `arn:aws:iam::${GUEST}:user/gus`;
const GUEST_ROLE = `arn:aws:sts::${GUEST}:assumed-role/app/s1`;
const BUCKET = { action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a", resourceAccount: HOME };
const FAY = { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE };
const LIST = { action: "s3:ListAllMyBuckets", resource: "*" };
const denyAll = policy(deny({ Principal: "*" }));

describe("the steps of a decision, in their order (IAM User Guide, policy evaluation logic)", () => {
  type Step = readonly [step: string, said: Said, changes: Partial<Request>, layer: Layer, because: Because | "denied"];
  // biome-ignore format: a table reads as a table
  test.each<Step>([
    ["KMS refuses unsigned calls before any policy, even one that denies", { resource: policy(to("*")), resourceControl: [[denyAll]] }, { principal: "anonymous" }, "resource", "unsigned"],
    ["an explicit deny wins over every Allow", { ...FULL, boundary: policy(allow(), deny()) }, {}, "boundary", "denied"],
    ["and is told even of a check that AWS never makes", { identity: [policy(deny({ Action: "*" }))] }, { action: "kms:Decrypt", resource: "*" }, "identity", "denied"],
    ["what AWS never checks, nothing can allow", { identity: [policy(allow())] }, { action: "kms:Decrypt", resource: "*" }, "resource", "never-asked"],
    ["some actions stay in the account of the key", { resource: policy(to(GUS)), identity: [policy(allow())] }, { principal: GUS, action: "kms:PutKeyPolicy" }, "resource", "not-across-accounts"],
    ["every level of service control policies must allow", { ...FULL, serviceControl: [[policy(allow())], [ELSEWHERE]] }, {}, "service-control", "level"],
    ["and the endpoint policy", { ...FULL, endpoint: policy(to("*", { Action: "kms:Encrypt" })) }, {}, "endpoint", "silent"],
    ["then somebody must allow", { identity: [policy(allow())] }, {}, "resource", "silent"],
  ])("%s", (_, said, changes, layer, because) => {
    expect(rule(said, changes)).toMatchObject(
      because === "denied" ? { outcome: "explicitDeny", layer } : { outcome: "implicitDeny", layer, because },
    );
  });

  test("nothing stands in the way", () => {
    expect(rule(FULL)).toEqual({
      outcome: "allowed",
      by: [
        { policy: "resource", statement: 0 },
        { policy: "identity 1", statement: 0 },
      ],
    });
  });

  test("an earlier step hides a later one: the service control policy is blamed, not the silent key policy", () => {
    expect(rule({ serviceControl: [[ELSEWHERE]] })).toMatchObject({ layer: "service-control" });
  });

  test("a call of the key's own account may do what other accounts cannot, and so may a service, which has none", () => {
    expect(rule({ resource: policy(to(ALICE)) }, { action: "kms:PutKeyPolicy" }).outcome).toBe("allowed");
    expect(rule({ resource: policy(to("*")) }, { principal: "s3.amazonaws.com", action: "kms:PutKeyPolicy" }).outcome).toBe("allowed");
  });
});

describe("where nothing allows, the route that came nearest is blamed", () => {
  type Near = readonly [who: string, said: Said, changes: Partial<Request>, layer: Layer, because: Because];
  // biome-ignore format: a table reads as a table
  test.each<Near>([
    ["named by its role, held by its boundary", { resource: policy(to(ROLE)), boundary: ELSEWHERE }, { principal: SESSION }, "boundary", "silent"],
    ["named by its role, held by its session policy", { resource: policy(to(ROLE)), session: [ELSEWHERE] }, { principal: SESSION }, "session", "silent"],
    ["named by role and account: the role came nearer", { resource: policy(to([ROLE, ROOT])), session: [ELSEWHERE] }, { principal: SESSION }, "session", "silent"],
    ["named by its user and account: the user came nearer", { resource: policy(to([ALICE, ROOT])), session: [ELSEWHERE] }, { principal: FAY }, "session", "silent"],
    ["let by the account, without an identity policy", { resource: policy(to(ROOT)) }, {}, "identity", "delegated"],
    ["let by the account, held by its boundary", { ...FULL, boundary: ELSEWHERE }, {}, "boundary", "delegated"],
    ["an identity policy alone, on a key", { identity: [policy(allow())] }, {}, "resource", "silent"],
    ["an identity policy alone, held by the boundary, elsewhere", { identity: [policy(allow({ Action: "*" }))], boundary: policy(allow()) }, BUCKET, "boundary", "silent"],
    ["named by its role elsewhere, held by its boundary: no identity policy would have been needed", { resource: policy(to(ROLE, { Action: "s3:*" })), boundary: policy(allow()) }, { ...BUCKET, principal: SESSION }, "boundary", "silent"],
    ["named by its role elsewhere, held by its session policy", { resource: policy(to(ROLE, { Action: "s3:*" })), session: [policy(allow())] }, { ...BUCKET, principal: SESSION }, "session", "silent"],
    ["no policy at all, elsewhere", {}, BUCKET, "identity", "silent"],
    ["another account's caller that the key policy does not name", { identity: [policy(allow())] }, { principal: GUS }, "resource", "silent"],
    ["another account's caller that neither side lets", {}, { principal: GUS }, "resource", "silent"],
    ["another account's caller that its own account does not let", { resource: policy(to(GUS)) }, { principal: GUS }, "identity", "silent"],
    ["another account's caller, held by its session policy", { resource: policy(to(GUEST)), identity: [policy(allow())], session: [ELSEWHERE] }, { principal: GUEST_ROLE }, "session", "silent"],
    ["a service that the key policy does not name", { resource: policy(to(ALICE)) }, { principal: "s3.amazonaws.com" }, "resource", "silent"],
    ["a service that asks for no resource", {}, { ...LIST, principal: "s3.amazonaws.com" }, "resource", "silent"],
    ["an unsigned caller that asks for no resource", {}, { ...LIST, principal: "anonymous" }, "resource", "silent"],
    ["anybody, where a bucket policy names somebody", { resource: policy(to(ALICE, { Action: "*" })) }, { ...BUCKET, principal: "anonymous" }, "resource", "silent"],
  ])("%s", (_, said, changes, layer, because) => {
    expect(rule(said, changes)).toEqual({ outcome: "implicitDeny", layer, because });
  });
});

test("what depends on untold values is taken for the best, or for the worst", () => {
  const condition = { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } };
  const unknown = { unknown: ["aws:SourceIp"] };
  const allows = { resource: policy(to(ALICE, condition)) };
  const denies = { resource: policy(to(ALICE), { ...to(ALICE, condition), Effect: "Deny" }) };
  expect([rule(allows, unknown, true).outcome, rule(allows, unknown, false).outcome]).toEqual(["allowed", "implicitDeny"]);
  expect([rule(denies, unknown, true).outcome, rule(denies, unknown, false).outcome]).toEqual(["allowed", "explicitDeny"]);
});
