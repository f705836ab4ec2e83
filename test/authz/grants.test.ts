import { describe, expect, test } from "vitest";
import { constraintsHold, isInEffect, isOnKey, linkGrant } from "../../src/authz/grants.ts";
import { MAYBE, NO, YES } from "../../src/authz/tri.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import { ALICE, allow, GUEST, HOME, KEY, policy, ROLE } from "./asking.ts";
import { asked } from "./parts.ts";

const grant = (changes: Partial<Grant> = {}): Grant => ({
  GrantId: "g1",
  Operations: ["Decrypt", "CreateGrant"],
  GranteePrincipal: ALICE,
  ...changes,
});
const KEY_ID = KEY.slice(KEY.indexOf("/") + 1);
const TRAIL = `arn:aws:cloudtrail:us-east-1:${HOME}:trail/main`;

describe("a grant is read once", () => {
  test("with its principals, as a key policy would name them", () => {
    const { operations, grantee, retiring } = linkGrant(grant({ RetiringPrincipal: ROLE }));
    expect([...operations]).toEqual(["Decrypt", "CreateGrant"]);
    expect(grantee).toMatchObject({ kind: "user", arn: ALICE });
    expect(retiring).toMatchObject({ kind: "role", arn: ROLE });
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Grant>, object]>([
    ["a service in its own member", { GranteePrincipal: undefined, GranteeServicePrincipal: "s3.amazonaws.com" }, { kind: "service", name: "s3.amazonaws.com" }],
    ["a service where listings show it", { GranteePrincipal: "s3.amazonaws.com" }, { kind: "service", name: "s3.amazonaws.com" }],
    ["an account by its root", { GranteePrincipal: `arn:aws:iam::${GUEST}:root` }, { kind: "account", account: GUEST }],
    ["nobody, where none is told", { GranteePrincipal: undefined }, { kind: "nobody" }],
    ["nobody by a star: a grant names one principal", { GranteePrincipal: "*" }, { kind: "nobody" }],
  ])("its grantee is %s", (_, changes, expected) => expect(linkGrant(grant(changes)).grantee).toMatchObject(expected));

  test("without a retiring principal it has none, and a star is none either", () => {
    expect(linkGrant(grant()).retiring).toBeUndefined();
    expect(linkGrant(grant({ RetiringPrincipal: "*" })).retiring).toBeUndefined();
    expect(linkGrant(grant({ RetiringServicePrincipal: "s3.amazonaws.com" })).retiring).toMatchObject({ kind: "service" });
  });

  test.each([
    [undefined, undefined],
    [GUEST, GUEST],
    [`arn:aws:iam::${GUEST}:root`, GUEST],
    [ALICE, undefined],
  ])("its issuing account, told as %s, is %s", (IssuingAccount, account) => {
    expect(linkGrant(grant({ IssuingAccount })).issuer).toBe(account);
  });

  test("with the pairs of its constraint, and whether they are all that a call may have", () => {
    const [exact, subset, both, none] = [
      { EncryptionContextEquals: { a: "1", b: "2" } },
      { EncryptionContextSubset: { a: "1" } },
      { EncryptionContextEquals: { a: "1" }, EncryptionContextSubset: { b: "2" } },
      { SourceArn: TRAIL },
    ].map((Constraints) => linkGrant(grant({ Constraints })));
    expect(exact).toMatchObject({ exact: true, pairs: ["a", "1", "b", "2"] });
    expect(subset).toMatchObject({ exact: false, pairs: ["a", "1"] });
    expect(both).toMatchObject({ exact: true, pairs: ["a", "1"] });
    expect(none).toMatchObject({ exact: false, pairs: undefined });
  });
});

test.each([
  [undefined, true],
  [KEY, true],
  [KEY_ID, true],
  [KEY_ID.slice(1), false],
  [KEY.replace("1234abcd", "deadbeef"), false],
])("a grant whose KeyId is %s is on the key: %s", (KeyId, expected) => {
  expect(isOnKey(linkGrant(grant({ KeyId })), KEY)).toBe(expected);
});

// KMS Developer Guide, grant tokens: until a grant is known in the whole Region, it counts for a request that brings its token.
test.each([
  [{}, [], true],
  [{ Propagated: true }, [], true],
  [{ Propagated: false, GrantToken: "t1" }, [], false],
  [{ Propagated: false, GrantToken: "t1" }, ["t0", "t1"], true],
  [{ Propagated: false, GrantToken: "t1" }, ["t2"], false],
  [{ Propagated: false }, [""], false],
])("a grant with %j is in effect with tokens %j: %s", (changes, tokens, expected) => {
  expect(isInEffect(linkGrant(grant(changes)), tokens)).toBe(expected);
});

type Constraints = NonNullable<Grant["Constraints"]>;
/** Whether the constraints hold for a call of the operation. */
const holds = (operation: string, Constraints: Constraints, changes: Partial<Request> = {}) => {
  const { linked, facts } = asked({ grants: [grant({ Constraints })] }, { action: `kms:${operation}`, ...changes });
  return constraintsHold(linked.grants[0]!, operation, facts);
};

describe("constraints on the encryption context (KMS API Reference, GrantConstraints)", () => {
  const equals = { EncryptionContextEquals: { Tenant: "a" } };
  const subset = { EncryptionContextSubset: { Tenant: "a" } };
  const anyUnknown = { unknown: ["kms:EncryptionContextKeys"] };

  // biome-ignore format: a table reads as a table
  test.each<[string, Constraints, Partial<Request>, number]>([
    ["none", {}, {}, YES],
    ["equals: the very pairs", equals, { encryptionContext: { Tenant: "a" } }, YES],
    ["equals: no more than they", equals, { encryptionContext: { Tenant: "a", more: "1" } }, NO],
    ["equals: no call without them", equals, {}, NO],
    ["subset: these pairs at least", subset, { encryptionContext: { more: "1", Tenant: "a" } }, YES],
    ["subset: no call without them", subset, { encryptionContext: { more: "1" } }, NO],
    ["keys ignore case", equals, { encryptionContext: { TENANT: "a" } }, YES],
    ["values do not", equals, { encryptionContext: { Tenant: "A" } }, NO],
    ["every pair counts", { EncryptionContextSubset: { a: "1", b: "2" } }, { encryptionContext: { a: "1" } }, NO],
    ["a pair that nobody told", subset, { unknown: ["kms:EncryptionContext:tenant"] }, MAYBE],
    ["a pair that cannot be there, since another value is", subset, { encryptionContext: { Tenant: "b" } }, NO],
    ["another pair that nobody told", subset, { unknown: ["kms:EncryptionContext:other"] }, NO],
    ["pairs that nobody told", subset, anyUnknown, MAYBE],
    ["equals: there may be more pairs than told", equals, { encryptionContext: { Tenant: "a" }, unknown: ["kms:EncryptionContext:more"] }, MAYBE],
    ["equals: more are told than may be", equals, { encryptionContext: { Tenant: "a", x: "1" }, unknown: ["kms:EncryptionContext:y"] }, NO],
    ["subset: more pairs do no harm", subset, { encryptionContext: { Tenant: "a" }, unknown: ["kms:EncryptionContext:more"] }, YES],
  ])("%s", (_, constraints, changes, expected) => expect(holds("Decrypt", constraints, changes)).toBe(expected));

  test.each(["kms:EncryptionContextKeys", "kms:EncryptionContext:", "kms:EncryptionContext:tenant"])(
    "no pair is in a call that has no encryption context, though %s is unknown",
    (name) => expect(holds("Sign", subset, { unknown: [name] })).toBe(NO),
  );
  test("nor is there one more, though all is unknown", () => {
    expect(holds("Sign", { EncryptionContextEquals: {} }, { unknown: ["*"] })).toBe(YES);
    expect(holds("Decrypt", { EncryptionContextEquals: {} }, { unknown: ["*"] })).toBe(MAYBE);
    expect(holds("Decrypt", { EncryptionContextSubset: {} }, { unknown: ["*"] })).toBe(YES);
  });

  test("do not bind DescribeKey, which has no encryption context", () => {
    expect(holds("DescribeKey", equals)).toBe(YES);
  });
});

describe("a constraint on the source", () => {
  const source = { SourceArn: `arn:aws:cloudtrail:*:${HOME}:trail/*` };

  // biome-ignore format: a table reads as a table
  test.each<[string, string, Partial<Request>, number]>([
    ["is met as ArnLike is", "Decrypt", { context: { "aws:SourceArn": TRAIL } }, YES],
    ["is not by another source", "Decrypt", { context: { "aws:SourceArn": TRAIL.replace(HOME, GUEST) } }, NO],
    ["nor by a call without one", "Decrypt", {}, NO],
    ["but for DescribeKey", "DescribeKey", {}, YES],
    ["which it binds where there is one", "DescribeKey", { context: { "aws:SourceArn": ALICE } }, NO],
    ["may be by one that nobody told", "Decrypt", { unknown: ["aws:SourceArn"] }, MAYBE],
  ])("%s", (_, operation, changes, expected) => expect(holds(operation, source, changes)).toBe(expected));

  test("counts beside one on the encryption context", () => {
    const both = { ...source, EncryptionContextSubset: { a: "1" } };
    const context = { "aws:SourceArn": TRAIL };
    expect(holds("Decrypt", both, { context, encryptionContext: { a: "1" } })).toBe(YES);
    expect(holds("Decrypt", both, { context })).toBe(NO);
    expect(holds("Decrypt", both, { encryptionContext: { a: "1" } })).toBe(NO);
  });
});

describe("a child grant allows no more than its parent (KMS Developer Guide, granting CreateGrant permission)", () => {
  const child = (
    operations: readonly string[] | undefined,
    more: Readonly<Record<string, string>> = {},
    changes: Partial<Request> = {},
  ): Partial<Request> => ({
    context: { ...(operations && { "kms:GrantOperations": [...operations] }), ...more },
    ...changes,
  });
  const type = (name: string) => ({ "kms:GrantConstraintType": name });
  const subset = { EncryptionContextSubset: { a: "1" } };
  const equals = { EncryptionContextEquals: { a: "1" } };
  const pairs = { encryptionContext: { a: "1" } }; // those of the new grant's constraint
  const source = { "aws:SourceArn": TRAIL };

  // biome-ignore format: a table reads as a table
  test.each<[string, Constraints, Partial<Request>, number]>([
    ["some of its operations", {}, child(["Decrypt"]), YES],
    ["all of them, CreateGrant too", {}, child(["Decrypt", "CreateGrant"]), YES],
    ["none that it has not", {}, child(["Decrypt", "Encrypt"]), NO],
    ["none at all is none to allow", {}, child([]), NO],
    ["which, nobody said", {}, child(undefined), MAYBE], // a call always names some
    ["which, nobody told", {}, { unknown: ["kms:GrantOperations"] }, MAYBE],
    ["as strict: subset below subset", subset, child(["Decrypt"], type("EncryptionContextSubset"), pairs), YES],
    ["stricter: equals below subset", subset, child(["Decrypt"], type("EncryptionContextEquals"), pairs), YES],
    ["not looser: subset below equals", equals, child(["Decrypt"], type("EncryptionContextSubset"), pairs), NO],
    ["equals below equals", equals, child(["Decrypt"], type("EncryptionContextEquals"), pairs), YES],
    ["equals of more pairs is looser than equals of fewer", equals, child(["Decrypt"], type("EncryptionContextEquals"), { encryptionContext: { a: "1", b: "2" } }), NO],
    ["not without a constraint", subset, child(["Decrypt"], {}, pairs), NO],
    ["nor with one on other pairs", subset, child(["Decrypt"], type("EncryptionContextSubset"), { encryptionContext: { a: "2" } }), NO],
    ["of which kind, nobody told", subset, child(["Decrypt"], {}, { ...pairs, unknown: ["kms:GrantConstraintType"] }), MAYBE],
    ["the same source", { SourceArn: TRAIL }, child(["Decrypt"], { ...source, "kms:GrantConstraintSourceArn": TRAIL }), YES],
    ["no other source", { SourceArn: TRAIL }, child(["Decrypt"], { ...source, "kms:GrantConstraintSourceArn": `${TRAIL}2` }), NO],
    ["not without a source", { SourceArn: TRAIL }, child(["Decrypt"], source), NO],
    ["which source, nobody told", { SourceArn: TRAIL }, child(["Decrypt"], source, { unknown: ["kms:GrantConstraintSourceArn"] }), MAYBE],
  ])("%s", (_, constraints, changes, expected) => expect(holds("CreateGrant", constraints, changes)).toBe(expected));
});

test("grants are planned for the operation that is asked", () => {
  const { plan } = asked({ grants: [grant()], identity: [policy(allow())] }, { action: "kms:Decrypt" });
  expect(plan.grants.map(({ operation }) => operation)).toEqual(["Decrypt"]);
});
