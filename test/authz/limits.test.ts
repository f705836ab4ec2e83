import { describe, expect, test } from "vitest";
import { actsAsRoot, blocked, explicitDeny, limitOf, someApply } from "../../src/authz/limits.ts";
import { Reading } from "../../src/authz/reading.ts";
import type { Request } from "../../src/iam/request.ts";
import { ALICE, allow, deny, HOME, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";
import { asked, type Said } from "./parts.ts";

const certain = () => new Reading(false);
const passes = policy(allow());
const blocks = policy(allow({ Action: "iam:*" }));
const viaS3 = { viaService: "s3.us-east-1.amazonaws.com" };
const forwardedIsUnknown = { unknown: ["aws:ViaAWSService"] };

describe("an explicit deny (IAM User Guide, the difference between explicit and implicit denies)", () => {
  const denial = (said: Said, changes: Partial<Request> = {}, optimist = false) => {
    const { plan, facts } = asked(said, changes);
    return explicitDeny(plan, facts, new Reading(optimist));
  };

  test("is told with all that deny, layer by layer, under the first of these layers", () => {
    const no = policy(deny());
    const said: Said = {
      serviceControl: [[passes], [no]],
      resourceControl: [[policy(deny({ Principal: "*" }))]],
      endpoint: policy(deny({ Principal: "*" })),
      boundary: no,
      session: [no],
      resource: policy({ ...to(ALICE), Effect: "Deny" }),
      identity: [no],
    };
    const ruling = denial(said);
    expect(ruling?.outcome === "explicitDeny" && ruling.by.map((one) => "policy" in one && one.policy)).toEqual([
      "service-control 1",
      "resource-control 1",
      "endpoint",
      "boundary",
      "session 1",
      "resource",
      "identity 1",
    ]);
    expect(ruling).toMatchObject({ layer: "service-control" });
    expect(denial({ ...said, serviceControl: [], resourceControl: [] })).toMatchObject({ layer: "endpoint" });
  });

  test("is none where the statement does not apply", () => {
    expect(denial({ identity: [policy(deny({ Action: "kms:Encrypt" }))] })).toBeUndefined();
    expect(denial({ identity: [policy(deny({ Condition: { Bool: { "aws:ViaAWSService": "true" } } }))] })).toBeUndefined();
  });

  test("of an endpoint policy does not reach a call that a service forwards: that passes no endpoint", () => {
    const said = { endpoint: policy(deny({ Principal: "*" })), identity: [policy(deny({ Sid: "Mine" }))] };
    expect(denial(said)).toMatchObject({
      by: [{ policy: "endpoint" }, { policy: "identity 1" }],
    });
    expect(denial(said, viaS3)).toMatchObject({ by: [{ policy: "identity 1" }], layer: "identity" });
  });

  test("that nobody can be sure of counts at worst, not at best", () => {
    const said = { endpoint: policy(deny({ Principal: "*" })) };
    expect(denial(said, forwardedIsUnknown, true)).toBeUndefined();
    expect(denial(said, forwardedIsUnknown, false)).toMatchObject({ outcome: "explicitDeny" });
  });
});

describe("what must allow before anybody may (Organizations User Guide, SCP evaluation; VPC endpoint policies)", () => {
  const block = (said: Said, changes: Partial<Request> = {}, optimist = false) => {
    const { plan, facts } = asked(said, changes);
    return blocked(plan, facts, new Reading(optimist));
  };
  const byScp = { outcome: "implicitDeny", layer: "service-control", because: "level" };
  const byEndpoint = { outcome: "implicitDeny", layer: "endpoint", because: "silent" };
  const passage = policy(allow({ Principal: "*" }));
  const noPassage = policy(allow({ Principal: "*", Action: "kms:Encrypt" }));

  // biome-ignore format: a table reads as a table
  test.each<[string, Said, Partial<Request>, object | undefined]>([
    ["nothing given", {}, {}, undefined],
    ["one level that allows", { serviceControl: [[passes]] }, {}, undefined],
    ["one policy of a level is enough", { serviceControl: [[blocks, passes]] }, {}, undefined],
    ["but each level must have one", { serviceControl: [[passes], [blocks]] }, {}, byScp],
    ["a level without a policy allows nothing", { serviceControl: [[passes], []] }, {}, byScp],
    ["levels do not bind a service", { serviceControl: [[blocks]] }, { principal: "s3.amazonaws.com" }, undefined],
    ["nor the management account", { serviceControl: [[blocks]] }, { principal: { arn: ALICE, managementAccount: true } }, undefined],
    ["an endpoint that lets it pass", { endpoint: passage }, {}, undefined],
    ["an endpoint that does not", { endpoint: noPassage }, {}, byEndpoint],
    ["an endpoint that a forwarded call does not pass", { endpoint: noPassage }, viaS3, undefined],
    ["the levels are asked first", { serviceControl: [[blocks]], endpoint: noPassage }, {}, byScp],
  ])("%s", (_, said, changes, expected) => expect(block(said, changes)).toEqual(expected));

  test("where nobody told whether the call is forwarded, the endpoint counts at worst", () => {
    expect(block({ endpoint: noPassage }, forwardedIsUnknown, true)).toBeUndefined();
    expect(block({ endpoint: noPassage }, forwardedIsUnknown, false)).toEqual(byEndpoint);
  });
});

describe("what limits a caller (IAM User Guide, permissions boundaries; session policies)", () => {
  const limit = (said: Said, changes: Partial<Request> = {}) => {
    const { plan, facts } = asked(said, changes);
    return limitOf(plan, facts, certain());
  };
  const fay = { principal: { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE } };

  // biome-ignore format: a table reads as a table
  test.each<[string, Said, Partial<Request>, string | undefined]>([
    ["nothing is given", {}, {}, undefined],
    ["a boundary that allows", { boundary: passes }, {}, undefined],
    ["a boundary that does not", { boundary: blocks }, {}, "boundary"],
    ["session policies of which one allows", { session: [blocks, passes] }, { principal: SESSION }, undefined],
    ["session policies of which none does", { session: [blocks] }, { principal: SESSION }, "session"],
    ["both: the session policy is told", { session: [blocks], boundary: blocks }, { principal: SESSION }, "session"],
    ["a boundary does not hold the root user", { boundary: blocks }, { principal: ROOT }, undefined],
    ["a federated user without a session policy has nothing", {}, fay, "session"],
    ["and with one what that allows", { session: [passes] }, fay, undefined],
    ["a list of session policies without any is none", { session: [] }, { principal: SESSION }, undefined],
  ])("%s", (_, said, changes, expected) => expect(limit(said, changes)).toBe(expected));
});

describe("the root user, and the sessions that it issued, need no identity policy", () => {
  test.each([
    [ROOT, true],
    [{ arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ROOT }, true],
    [{ arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE }, false],
    [ALICE, false],
    [ROLE, false],
    ["s3.amazonaws.com", false],
  ] as const)("%j: %s", (principal, expected) => expect(actsAsRoot(asked({}, { principal }).plan)).toBe(expected));
});

test("one statement of a list is enough", () => {
  const { plan, facts } = asked({
    identity: [policy(allow({ Condition: { Bool: { "aws:ViaAWSService": "true" } } }), allow({ Sid: "Plain" }))],
  });
  expect(someApply(plan.identity, facts, certain())).toBe(true);
  expect(someApply(plan.resourceAllows, facts, certain())).toBe(false);
});
