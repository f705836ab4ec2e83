import { describe, expect, test } from "vitest";
import { ACCOUNT, ROLE as BY_ROLE, DIRECT, USER } from "../../src/authz/plan.ts";
import { Reading } from "../../src/authz/reading.ts";
import { Routes } from "../../src/authz/routes.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import { ALICE, allow, BOB, GUEST, HOME, KEY, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";
import { asked, type Said } from "./parts.ts";

const routes = (said: Said, changes: Partial<Request> = {}, optimist = false): Routes => {
  const { plan, facts } = asked(said, changes);
  return new Routes(plan, facts, new Reading(optimist));
};

/** By what a request is allowed, in short: `resource`, `identity 1`, the id of a grant; undefined where nothing allows it. */
const by = (said: Said, changes: Partial<Request> = {}) => {
  const ruling = routes(said, changes).allowed();
  return ruling?.outcome === "allowed" ? ruling.by.map((one) => ("grant" in one ? one.grant : one.policy)) : undefined;
};

const own = { identity: [policy(allow({ Action: "*" }))] };
const passes = policy(allow({ Action: "*" }));
const blocks = policy(allow({ Action: "iam:*" }));
const GUS = `arn:aws:iam::${GUEST}:user/gus`;
const GUEST_ROLE = `arn:aws:iam::${GUEST}:role/app`;
const GUEST_SESSION = `arn:aws:sts::${GUEST}:assumed-role/app/s1`;
const FAY = { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE };
const grant = (GranteePrincipal: string, more: Partial<Grant> = {}): Grant => ({
  GrantId: "g1",
  Operations: ["Decrypt"],
  GranteePrincipal,
  ...more,
});

type Row = readonly [route: string, said: Said, changes: Partial<Request>, by: readonly string[] | undefined];

describe("a key of the caller's account (KMS Developer Guide, key policies; IAM User Guide, policy evaluation within an account)", () => {
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["named directly, it needs nothing more", { resource: policy(to(ALICE)) }, {}, ["resource"]],
    ["and neither boundary nor session policy limits it", { resource: policy(to(SESSION)), boundary: blocks, session: [blocks] }, { principal: SESSION }, ["resource"]],
    ["named by its role", { resource: policy(to(ROLE)) }, { principal: SESSION }, ["resource"]],
    ["named by its role, when boundary and session policy allow", { resource: policy(to(ROLE)), boundary: passes, session: [passes] }, { principal: SESSION }, ["resource"]],
    ["not when its boundary does not", { resource: policy(to(ROLE)), boundary: blocks, session: [passes] }, { principal: SESSION }, undefined],
    ["nor when its session policy does not", { resource: policy(to(ROLE)), boundary: passes, session: [blocks] }, { principal: SESSION }, undefined],
    ["named by the user that issued it", { resource: policy(to(ALICE)), session: [passes] }, { principal: FAY }, ["resource"]],
    ["a federated user without a session policy has nothing", { resource: policy(to(ALICE)), ...own }, { principal: FAY }, undefined],
    ["named by its account, with an identity policy", { resource: policy(to(ROOT)), ...own }, {}, ["resource", "identity 1"]],
    ["not without one", { resource: policy(to(ROOT)) }, {}, undefined],
    ["nor with one whose conditions do not hold", { resource: policy(to(ROOT)), identity: [policy(allow({ Condition: { Bool: { "aws:ViaAWSService": "true" } } }))] }, {}, undefined],
    ["nor when its boundary does not allow", { resource: policy(to(ROOT)), ...own, boundary: blocks }, {}, undefined],
    ["the root user needs no identity policy", { resource: policy(to(ROOT)) }, { principal: ROOT }, ["resource"]],
    ["an identity policy alone opens no key", own, {}, undefined],
    ["two routes: both are told", { resource: policy(to([ALICE, ROOT])), ...own }, {}, ["resource", "identity 1"]],
    ["two routes, of which one is shut: the other opens", { resource: policy(to([ALICE, ROOT])), ...own, boundary: blocks }, {}, ["resource"]],
    ["a service is named directly or not at all", { resource: policy({ ...allow(), Principal: { Service: "s3.amazonaws.com" } }), ...own }, { principal: "s3.amazonaws.com" }, ["resource"]],
  ])("%s", (_, said, changes, expected) => expect(by(said, changes)).toEqual(expected));
});

describe("a role to assume is opened by its trust policy, as a key by its key policy", () => {
  const assume = { action: "sts:AssumeRole", resource: ROLE };
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["named directly", { resource: policy({ Effect: "Allow", Principal: { AWS: ALICE }, Action: "sts:AssumeRole" }) }, assume, ["resource"]],
    ["by its account", { resource: policy({ Effect: "Allow", Principal: { AWS: ROOT }, Action: "sts:AssumeRole" }), ...own }, assume, ["resource", "identity 1"]],
    ["not by itself", own, assume, undefined],
  ])("%s", (_, said, changes, expected) => expect(by(said, changes)).toEqual(expected));
});

describe("any other resource: either side is enough (IAM User Guide, policy evaluation within an account)", () => {
  const get = { action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a", resourceAccount: HOME };
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["the caller's own policies", own, get, ["identity 1"]],
    ["the resource policy", { resource: policy(to(ALICE, { Action: "s3:*" })) }, get, ["resource"]],
    ["both: both are told", { resource: policy(to(ALICE, { Action: "s3:*" })), ...own }, get, ["resource", "identity 1"]],
    ["a statement for the whole account adds nothing to the caller's own policies", { resource: policy(to(ROOT, { Action: "s3:*" })), ...own }, get, ["identity 1"]],
    ["and gives nothing without them", { resource: policy(to(ROOT, { Action: "s3:*" })) }, get, undefined],
    ["the boundary holds the caller's own policies", { ...own, boundary: blocks }, get, undefined],
    ["but not a resource policy that names the user", { resource: policy(to(ALICE, { Action: "s3:*" })), ...own, boundary: blocks }, get, ["resource"]],
    ["it does one that names the role", { resource: policy(to(ROLE, { Action: "s3:*" })), boundary: blocks }, { ...get, principal: SESSION }, undefined],
    ["the root user needs no policy, and none is told", {}, { ...get, principal: ROOT }, []],
    ["an unsigned caller needs a resource policy that names everybody", { resource: policy(to("*", { Action: "s3:*" })) }, { ...get, principal: "anonymous" }, ["resource"]],
    ["and has no policies of its own", own, { ...get, principal: "anonymous" }, undefined],
  ])("%s", (_, said, changes, expected) => expect(by(said, changes)).toEqual(expected));
});

describe("across accounts both sides must allow (IAM User Guide, cross-account policy evaluation logic)", () => {
  const gus = { principal: GUS };
  const session = { principal: GUEST_SESSION };
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["named directly, with an identity policy", { resource: policy(to(GUS)), ...own }, gus, ["resource", "identity 1"]],
    ["not without one", { resource: policy(to(GUS)) }, gus, undefined],
    ["named by its account, with an identity policy", { resource: policy(to(GUEST)), ...own }, gus, ["resource", "identity 1"]],
    ["the identity policy alone is not enough", own, gus, undefined],
    ["nor for any other resource", own, { ...gus, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a", resourceAccount: HOME }, undefined],
    ["named directly, its boundary limits its own side", { resource: policy(to(GUS)), ...own, boundary: blocks }, gus, undefined],
    ["the root user of the other account", { resource: policy(to(GUEST)) }, { principal: `arn:aws:iam::${GUEST}:root` }, ["resource"]],
    ["a grant of the key's account needs its own side too", { grants: [grant(GUS)] }, gus, undefined],
    ["a grant of the key's account, with an identity policy", { grants: [grant(GUS)], ...own }, gus, ["identity 1", "g1"]],
    ["a grant that its own account issued speaks for both", { grants: [grant(GUS, { IssuingAccount: GUEST })] }, gus, ["g1"]],
    ["but a role's limits count", { grants: [grant(GUEST_ROLE, { IssuingAccount: GUEST })], boundary: blocks }, session, undefined],
    ["a user's do not", { grants: [grant(GUS, { IssuingAccount: GUEST })], boundary: blocks }, gus, ["g1"]],
    ["to the whole account: its identity policies decide", { grants: [grant(`arn:aws:iam::${GUEST}:root`, { IssuingAccount: GUEST })] }, gus, undefined],
    ["and then are told", { grants: [grant(`arn:aws:iam::${GUEST}:root`, { IssuingAccount: GUEST })], ...own }, gus, ["identity 1", "g1"]],
  ])("%s", (_, said, changes, expected) => expect(by(said, changes)).toEqual(expected));
});

describe("a grant on a key of the caller's account (KMS Developer Guide, grants)", () => {
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["to a user is like a key policy that names it", { grants: [grant(ALICE)], boundary: blocks }, {}, ["g1"]],
    ["to a role is limited as it", { grants: [grant(ROLE)], session: [blocks] }, { principal: SESSION }, undefined],
    ["to a role that nothing limits", { grants: [grant(ROLE)] }, { principal: SESSION }, ["g1"]],
    ["to the account's root lets identity policies decide", { grants: [grant(ROOT)], ...own }, {}, ["identity 1", "g1"]],
    ["is told after statements and identity policies", { resource: policy(to(ROOT)), ...own, grants: [grant(ALICE)] }, {}, ["resource", "identity 1", "g1"]],
    ["to somebody else gives nothing", { grants: [grant(BOB)] }, {}, undefined],
    ["to a service", { grants: [{ GrantId: "g1", Operations: ["Decrypt"], GranteeServicePrincipal: "s3.amazonaws.com" }] }, { principal: "s3.amazonaws.com" }, ["g1"]],
  ])("%s", (_, said, changes, expected) => expect(by(said, changes)).toEqual(expected));
});

describe("what applies to a request", () => {
  test("has the ways in which statements and grants name the caller", () => {
    const found = routes({ resource: policy(to([ROLE, HOME])), grants: [grant(SESSION)] }, { principal: SESSION });
    expect([DIRECT, BY_ROLE, USER, ACCOUNT].map((way) => found.has(way))).toEqual([true, true, false, true]);
    expect(found.has(USER | ACCOUNT)).toBe(true);
  });

  test("but not those of a statement whose conditions do not hold, or of a grant whose constraints do not", () => {
    const found = routes(
      {
        resource: policy(to(ROLE, { Condition: { Bool: { "aws:ViaAWSService": "true" } } })),
        grants: [grant(SESSION, { Constraints: { EncryptionContextSubset: { tenant: "a" } } })],
      },
      { principal: SESSION },
    );
    expect(found.has(DIRECT | BY_ROLE | USER | ACCOUNT)).toBe(false);
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["nothing", own, undefined, undefined],
    ["an identity policy", {}, undefined, "identity"],
    ["the boundary", { ...own, boundary: blocks }, "boundary", "boundary"],
    ["the session policy, which is asked before the boundary", { ...own, boundary: blocks, session: [blocks] }, "session", "session"],
    ["an identity policy, before what would limit it", { boundary: blocks }, "boundary", "identity"],
  ] as const)("on the caller's own side %s is missing", (_, said, limit, side) => {
    const found = routes(said);
    expect([found.limit(), found.missingSide()]).toEqual([limit, side]);
  });

  test("may be named or not, where the session is not told", () => {
    const said = { resource: policy(to(SESSION)) };
    expect(routes(said, { principal: ROLE }, true).has(DIRECT)).toBe(true);
    expect(routes(said, { principal: ROLE }, false).has(DIRECT)).toBe(false);
    const alsoByRole = routes({ resource: policy(to([SESSION, ROLE])) }, { principal: ROLE }, false);
    expect([alsoByRole.has(BY_ROLE), alsoByRole.has(DIRECT)]).toEqual([true, false]);
  });

  test("is not named for sure by a grant to one session, where its own is not told", () => {
    expect(by({ grants: [grant(GUEST_SESSION)], ...own }, { principal: GUEST_ROLE })).toBeUndefined();
    expect(by({ grants: [grant(GUEST_SESSION)], ...own }, { principal: GUEST_SESSION })).toEqual(["identity 1", "g1"]);
  });

  test("on a key only its own grants count", () => {
    expect(by({ grants: [grant(ALICE, { KeyId: KEY.replace("1234abcd", "deadbeef") })] })).toBeUndefined();
    expect(by({ grants: [grant(ALICE, { KeyId: KEY })] })).toEqual(["g1"]);
  });
});
