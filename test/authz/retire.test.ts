import { describe, expect, test } from "vitest";
import { Facts, PENDING, type Values } from "../../src/authz/facts.ts";
import { Reading } from "../../src/authz/reading.ts";
import { decideRetire, forGrant, retirable, retiresBy } from "../../src/authz/retire.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import { ALICE, allow, BOB, deny, GUEST, HOME, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";
import { asked, type Said } from "./parts.ts";

const RETIRE = { action: "kms:RetireGrant" };
const GUS = `arn:aws:iam::${GUEST}:user/gus`;
const grant = (changes: Partial<Grant> = {}): Grant => ({
  GrantId: "g1",
  Operations: ["Decrypt"],
  GranteePrincipal: BOB,
  GrantToken: "t1",
  ...changes,
});

const retire = (said: Said, changes: Partial<Request> = {}, optimist = false) => {
  const { plan, facts, linked } = asked(said, { ...RETIRE, ...changes });
  const given: Values = linked.slots.map(() => PENDING);
  return decideRetire(plan, (one) => forGrant(facts, plan, given, one), facts.request.grantTokens, new Reading(optimist));
};
/** By what it is allowed, or at which layer it is not. */
const outcome = (said: Said, changes: Partial<Request> = {}, optimist = false) => {
  const ruling = retire(said, changes, optimist);
  return ruling.outcome === "allowed"
    ? ruling.by.map((one) => ("grant" in one ? one.grant : one.policy))
    : `${ruling.outcome}: ${ruling.layer}`;
};

const passes = policy(allow());
const blocks = policy(allow({ Action: "iam:*" }));
const own = { identity: [passes] };
type Row = readonly [who: string, said: Said, changes: Partial<Request>, expected: readonly string[] | string];

describe("who may retire a grant (KMS Developer Guide, retiring and revoking grants)", () => {
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["its retiring principal", { grants: [grant({ RetiringPrincipal: ALICE })] }, {}, ["g1"]],
    ["its grantee, if it lists RetireGrant", { grants: [grant({ GranteePrincipal: ALICE, Operations: ["RetireGrant"] })] }, {}, ["g1"]],
    ["not its grantee, if it does not", { grants: [grant({ GranteePrincipal: ALICE })] }, {}, "implicitDeny: identity"],
    ["the key's account, by its identity policies", { grants: [grant()], ...own }, {}, ["identity 1", "g1"]],
    ["the root user of that account", { grants: [grant()] }, { principal: ROOT }, ["g1"]],
    ["the account that issued it, by its identity policies", { grants: [grant({ IssuingAccount: GUEST })], ...own }, { principal: GUS }, ["identity 1", "g1"]],
    ["no other account", { grants: [grant()], ...own }, { principal: GUS }, "implicitDeny: grant"],
    ["another account's retiring principal, with its own side", { grants: [grant({ RetiringPrincipal: GUS })], ...own }, { principal: GUS }, ["identity 1", "g1"]],
    ["not without it", { grants: [grant({ RetiringPrincipal: GUS })] }, { principal: GUS }, "implicitDeny: identity"],
    ["one of the account that issued it needs no more", { grants: [grant({ RetiringPrincipal: GUS, IssuingAccount: GUEST })] }, { principal: GUS }, ["g1"]],
    ["not by identity policies whose conditions do not hold", { grants: [grant()], identity: [policy(allow({ Condition: { Bool: { "aws:ViaAWSService": "true" } } }))] }, {}, "implicitDeny: identity"],
    ["the key's account may also where another issued it", { grants: [grant({ IssuingAccount: GUEST })], ...own }, {}, ["identity 1", "g1"]],
    ["a session whose role is named, in a way that is limited, may by its identity policies alike", { grants: [grant({ RetiringPrincipal: ROLE })], ...own }, { principal: SESSION }, ["identity 1", "g1"]],
    ["one of another partition has no say as the issuing account's", { grants: [grant({ RetiringPrincipal: `arn:aws-cn:iam::${HOME}:user/alice`, IssuingAccount: HOME })] }, { principal: `arn:aws-cn:iam::${HOME}:user/alice` }, "implicitDeny: resource"],
    ["no key policy lets anybody", { grants: [grant()], resource: policy(to(ALICE)) }, {}, "implicitDeny: identity"],
    ["a service that is named", { grants: [grant({ RetiringServicePrincipal: "s3.amazonaws.com" })] }, { principal: "s3.amazonaws.com" }, ["g1"]],
    ["no service that is not", { grants: [grant()] }, { principal: "s3.amazonaws.com" }, "implicitDeny: grant"],
    ["nobody who does not sign", { grants: [grant()] }, { principal: "anonymous" }, "implicitDeny: resource"],
    ["the same account id of another partition is refused", { grants: [grant()], ...own }, { principal: `arn:aws-cn:iam::${HOME}:user/alice` }, "implicitDeny: resource"],
  ])("%s", (_, said, changes, expected) => expect(outcome(said, changes)).toEqual(expected));

  // biome-ignore format: a table reads as a table
  test.each<Row>([
    ["not a user that is named", { grants: [grant({ RetiringPrincipal: ALICE })], boundary: blocks }, {}, ["g1"]],
    ["not a session that is named", { grants: [grant({ RetiringPrincipal: SESSION })], session: [blocks] }, { principal: SESSION }, ["g1"]],
    ["a session whose role is named", { grants: [grant({ RetiringPrincipal: ROLE })], session: [blocks] }, { principal: SESSION }, "implicitDeny: session"],
    ["not by policies that allow", { grants: [grant({ RetiringPrincipal: ROLE })], session: [passes] }, { principal: SESSION }, ["g1"]],
    ["an account's own side", { grants: [grant()], ...own, boundary: blocks }, {}, "implicitDeny: boundary"],
    ["nobody's side that is missing: that is told first", { grants: [grant()], boundary: blocks }, {}, "implicitDeny: identity"],
    ["the root user's own side", { grants: [grant()], session: [blocks] }, { principal: ROOT }, "implicitDeny: session"],
    ["everybody, by a service control policy", { grants: [grant({ RetiringPrincipal: ALICE })], serviceControl: [[blocks]] }, {}, "implicitDeny: service-control"],
    ["everybody, by the layer that denies first", { grants: [grant({ RetiringPrincipal: ALICE })], identity: [policy(deny())], boundary: policy(allow(), deny()) }, {}, "explicitDeny: boundary"],
    ["everybody, by an explicit deny", { grants: [grant({ RetiringPrincipal: ALICE })], identity: [policy(deny())] }, {}, "explicitDeny: identity"],
    ["nobody, by a resource control policy", { grants: [grant({ RetiringPrincipal: ALICE })], resourceControl: [[policy(deny({ Principal: "*" }))]] }, {}, ["g1"]],
  ])("what limits a caller holds %s", (_, said, changes, expected) => expect(outcome(said, changes)).toEqual(expected));
});

describe("which grant is meant", () => {
  const mine = grant({ GrantId: "mine", GrantToken: "m", RetiringPrincipal: ALICE });
  const theirs = grant({ GrantId: "theirs", GrantToken: "t" });

  test("that whose token the request brings, or any", () => {
    const { plan } = asked({ grants: [mine, theirs] }, RETIRE);
    const ids = (tokens: readonly string[]) => retirable(plan, tokens).map(({ grant: { GrantId } }) => GrantId);
    expect([ids([]), ids(["m"]), ids(["t", "m"]), ids(["x"])]).toEqual([["mine", "theirs"], ["mine"], ["mine", "theirs"], []]);
  });

  test("one that may be retired is enough, and it is named", () => {
    expect(outcome({ grants: [theirs, mine] })).toEqual(["mine"]);
    expect(outcome({ grants: [theirs, mine] }, { grantTokens: ["t"] })).toBe("implicitDeny: identity");
  });

  test("without any there is nothing to retire", () => {
    expect(retire({}, {})).toEqual({ outcome: "implicitDeny", layer: "grant", because: "no-grant" });
    expect(retire({ grants: [mine] }, { grantTokens: ["x"] })).toMatchObject({ because: "no-grant" });
  });

  test("policies are told before grants, and each once", () => {
    expect(outcome({ grants: [mine, theirs], ...own })).toEqual(["identity 1", "mine", "theirs"]);
  });

  test("a deny that holds for one of them only is told, if none may be retired", () => {
    const constrained = { ...theirs, Constraints: { EncryptionContextSubset: { a: "1" } } };
    const condition = { Condition: { StringEquals: { "kms:EncryptionContext:a": "1" } } };
    const said = { grants: [theirs, { ...constrained, GrantId: "other" }], identity: [policy(deny(condition))] };
    expect(outcome(said)).toBe("explicitDeny: identity");
    expect(outcome({ ...said, grants: [theirs] })).toBe("implicitDeny: identity");
    expect(outcome({ ...said, grants: [constrained, mine] })).toEqual(["mine"]);
  });
});

describe("how a grant names who may retire it", () => {
  const way = (changes: Partial<Grant>, principal: Request["principal"], reading?: Reading) => {
    const { plan } = asked({ grants: [grant(changes)] }, { ...RETIRE, principal });
    return retiresBy(plan.grants[0]!.linked, plan, reading);
  };

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Grant>, Request["principal"], string | undefined]>([
    ["itself", { RetiringPrincipal: SESSION }, SESSION, "direct"],
    ["by its role", { RetiringPrincipal: ROLE }, SESSION, "limited"],
    ["by the user that issued it", { RetiringPrincipal: ALICE }, { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE }, "limited"],
    ["by an account", { RetiringPrincipal: `arn:aws:iam::${GUEST}:root` }, GUS, "account"],
    ["as one of the key's account", {}, ALICE, "account"],
    ["as one of the account that issued it", { IssuingAccount: GUEST }, GUS, "account"],
    ["not at all", {}, GUS, undefined],
    ["best, where in two ways", { RetiringPrincipal: ROLE, GranteePrincipal: SESSION, Operations: ["RetireGrant"] }, SESSION, "direct"],
  ])("%s", (_, changes, principal, expected) => expect(way(changes, principal)).toBe(expected));

  test("perhaps itself, where the session is not told", () => {
    const named = { RetiringPrincipal: SESSION };
    expect([way(named, ROLE, new Reading(true)), way(named, ROLE, new Reading(false)), way(named, ROLE)]).toEqual([
      "direct",
      "account",
      "direct",
    ]);
    expect([
      outcome({ grants: [grant(named)] }, { principal: ROLE }, true),
      outcome({ grants: [grant(named)] }, { principal: ROLE }),
    ]).toEqual([["g1"], "implicitDeny: identity"]);
  });
});

test("a request reads differently for each grant: the encryption context is that of its constraint", () => {
  const where = { Condition: { StringEquals: { "kms:EncryptionContext:a": "1" }, StringLike: { "kms:GrantConstraintType": "*" } } };
  const grants = [grant(), grant({ Constraints: { EncryptionContextEquals: { a: "1" } } })];
  const { plan, facts, linked } = asked({ grants, identity: [policy(allow(where))] }, RETIRE);
  const given: Values = linked.slots.map(() => PENDING);
  const read = plan.grants.map(({ linked: one }) => {
    const seen = forGrant(facts, plan, given, one);
    expect(seen).toBeInstanceOf(Facts);
    return [seen.named("kms:encryptioncontext:a"), seen.named("kms:grantconstrainttype")];
  });
  expect(read).toEqual([
    [undefined, undefined],
    ["1", "EncryptionContextEquals"],
  ]);
});
