import { describe, expect, it } from "vitest";
import { type Invariant, type Proof, prove } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const APP = "arn:aws:iam::111122223333:role/app";

const worldOf = (statements: readonly object[], more: object = {}) =>
  loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: statements } } },
    ...more,
  });

const statement = (Effect: string, principal: object | string, action: string | readonly string[], Condition?: object) => ({
  Effect,
  Principal: principal,
  Action: action,
  Resource: "*",
  ...(Condition && { Condition }),
});
const allow = (...rest: [object | string, string | readonly string[], object?]) => statement("Allow", ...rest);
const deny = (...rest: [object | string, string | readonly string[], object?]) => statement("Deny", ...rest);

const told = ({ verdict, witness, why, control, vacuous }: Proof): string =>
  [verdict, witness && `${witness.who.text} ${witness.request.action}`, why, control?.text, vacuous].filter((part) => part).join(": ");

const proved = async (statements: readonly object[], invariant: Invariant, more: object = {}): Promise<string> =>
  told(prove(await worldOf(statements, more), invariant));

const ORG = { "aws:PrincipalOrgID": "o-abc1234567" };
const OUTSIDE: Invariant = { never: { action: "kms:Decrypt", unless: ORG } };
const inOrg = { StringEquals: ORG };

describe("never", () => {
  it("is refuted with a request that is allowed, and meant", async () => {
    const proof = prove(await worldOf([allow("*", "kms:Decrypt")]), OUTSIDE);
    expect(proof.verdict).toBe("refuted");
    expect(proof.witness?.outcome).toBe("allowed");
    expect(JSON.stringify(proof.witness?.request)).not.toContain("o-abc1234567");
  });

  it("is not refuted by a request of which nothing says that it is meant", async () => {
    const grant = { name: "of-s3", grantee: "s3.amazonaws.com", operations: ["Decrypt" as const] };
    const world = await loadWorld({
      version: 1,
      account: "111122223333",
      region: "us-east-1",
      keys: { orders: { arn: KEY, grants: [grant] } },
    });
    const sent = { "aws:MultiFactorAuthPresent": true }; // by no service
    expect(prove(world, { always: { principal: "s3.amazonaws.com", action: "kms:RetireGrant", context: sent } })).toMatchObject({
      verdict: "unknown",
    });
  });

  it("is proved by a condition, and the control is the policy without it", async () =>
    expect(await proved([allow("*", "kms:Decrypt", inOrg)], OUTSIDE)).toBe(
      "proved: if statement 1 of the policy of key orders had no condition StringEquals on aws:PrincipalOrgID",
    ));

  it("is proved by a deny, and the control is the policy without it", async () =>
    expect(await proved([allow("*", "kms:*"), deny("*", "kms:Decrypt", { StringNotEquals: ORG })], OUTSIDE)).toContain(
      "proved: if the policy of key orders had not statement 2",
    ));

  it("is refuted where IfExists lets through who has no organization", async () => {
    const open = [allow("*", "kms:Decrypt", { StringEqualsIfExists: ORG })];
    expect(await proved(open, OUTSIDE)).toMatch(/^refuted: /);
  });
});

const PEOPLE = { principals: { app: APP, ops: "arn:aws:iam::111122223333:role/team/ops" } };
const DECRYPT = { principal: "app", action: "kms:Decrypt" };
const ofApp = (condition?: object) => allow({ AWS: APP }, "kms:Decrypt", condition);
const tenant = { StringEquals: { "kms:EncryptionContext:tenant": "t1" } };

it("an exception of several keys needs all of them, those that never vary too", async () => {
  const unless = { "aws:PrincipalAccount": "111122223333", "kms:EncryptionContext:tenant": "t1" };
  expect(await proved([ofApp()], { never: { ...DECRYPT, unless } }, PEOPLE)).toBe("refuted: app kms:Decrypt");
  expect(await proved([ofApp(tenant)], { never: { ...DECRYPT, unless } }, PEOPLE)).toMatch(/^proved/);
});

describe("always", () => {
  it("is proved where nothing stands in the way, and the control is the policy without what allows it", async () =>
    expect(await proved([ofApp()], { always: DECRYPT }, PEOPLE)).toBe("proved: if the policy of key orders had not statement 1"));

  it("is refuted by a request that is meant and denied", async () => {
    const statements = [ofApp(tenant)];
    expect(await proved(statements, { always: DECRYPT }, PEOPLE)).toBe("refuted: app kms:Decrypt");
    expect(await proved(statements, { always: { ...DECRYPT, encryptionContext: { tenant: "t1" } } }, PEOPLE)).toMatch(/^proved/);
    expect(await proved(statements, { always: { ...DECRYPT, encryptionContext: { tenant: ["t1", "t2"] } } }, PEOPLE)).toMatch(/^refuted/);
  });

  it("sees endpoints whose policies let less through", async () => {
    const endpoints = { office: { id: "vpce-0a1b2c3d4e5f67890", policy: { Version: "2012-10-17", Statement: [deny("*", "kms:*")] } } };
    expect(await proved([ofApp()], { always: DECRYPT }, { ...PEOPLE, endpoints })).toBe("refuted: app kms:Decrypt");
  });
});

describe("only", () => {
  it("is proved of those who alone may, and refuted by anybody else", async () => {
    const statements = [allow({ AWS: [APP, "arn:aws:iam::111122223333:role/team/ops"] }, "kms:Decrypt")];
    expect(await proved(statements, { only: { principal: ["app", "ops"], action: "kms:Decrypt" } }, PEOPLE)).toMatch(/^proved/);
    expect(await proved(statements, { only: DECRYPT }, PEOPLE)).toBe("refuted: ops kms:Decrypt");
  });
});

describe("principals are meant", () => {
  const open = [allow("*", "kms:Decrypt")];
  it("by short names, ARNs, accounts and patterns, of which the classes then know", async () => {
    const names = ["app", APP, "111122223333", "arn:aws:iam::*:role/a*", "s3.amazonaws.com", "arn:aws:iam::999988887777:user/x"];
    for (const principal of names) expect(await proved(open, { never: { principal, action: "kms:Decrypt" } }, PEOPLE)).toMatch(/^refuted/);
    const narrow = [allow({ AWS: "arn:aws:iam::111122223333:role/team/ops" }, "kms:Decrypt")];
    for (const principal of names.filter((name) => name !== "111122223333"))
      expect(await proved(narrow, { never: { principal, action: "kms:Decrypt" } }, PEOPLE)).toMatch(/^proved/);
    expect(await proved(narrow, { never: { principal: "arn:aws:iam::*:role/*/ops", action: "kms:Decrypt" } }, PEOPLE)).toMatch(/^refuted/);
  });

  it("by their role, also sessions that the world lists by themselves", async () => {
    const session = "arn:aws:sts::111122223333:assumed-role/ops/night";
    const sessions = { principals: { night: session } };
    const toSession = [allow({ AWS: session }, "kms:Decrypt")];
    expect(await proved(toSession, { never: { principal: "arn:aws:iam::111122223333:role/ops" } }, sessions)).toMatch(/^refuted/);
    expect(await proved(toSession, { never: { principal: session.replace("night", "day") } }, sessions)).toMatch(/^proved/);
  });
});

describe("nothing is proved", () => {
  it("of names that lead nowhere", async () =>
    expect(await proved([ofApp()], { never: { principal: "ap" } }, PEOPLE)).toBe(
      "unknown: no principal `ap` in this world (did you mean `app`?)",
    ));

  it("of an invariant that says two things, or none", async () => {
    expect(await proved([ofApp()], {}, PEOPLE)).toContain("unknown: the invariant says nothing");
    expect(await proved([ofApp()], { never: {}, always: {} }, PEOPLE)).toContain("unknown: the invariant says `never` and `always`");
  });

  it("where a condition compares what is none of its kind", async () => {
    const strange = [allow("*", "kms:Decrypt", { StringLike: { "aws:SourceIp": "10.*" }, StringEquals: { "aws:UserAgent": "x" } })];
    expect(await proved(strange, { never: { action: "kms:Decrypt", unless: { "aws:UserAgent": "x" } } })).toMatch(
      /^unknown: .*aws:SourceIp/,
    );
  });
});

describe("what can never fail says so", () => {
  it("where no request is as it says", async () =>
    expect(await proved([ofApp()], { never: { principal: "app", action: "kms:DescribeKey", encryptionContext: { a: "b" } } }, PEOPLE)).toBe(
      "proved: no request is as the invariant says, so that it holds of nothing",
    ));

  it("where AWS allows no such request", async () =>
    expect(await proved([ofApp()], { never: { principal: "444455556666", action: "kms:PutKeyPolicy" } }, PEOPLE)).toBe(
      "proved: no change of the policies can make it fail: AWS itself sees to it",
    ));
});

describe("a control", () => {
  it("of another account's principal takes both sides", async () => {
    const guest = { principals: { guest: "arn:aws:iam::444455556666:role/guest" } };
    expect(await proved([ofApp()], { never: { principal: "guest", action: "kms:Decrypt" } }, guest)).toBe(
      "proved: if both the policy of key orders and its own policies allowed kms:Decrypt to guest",
    );
  });

  it("opens everything where two things stand in the way", async () => {
    const statements = [deny("*", "kms:Decrypt"), deny("*", "kms:*")];
    expect(await proved(statements, { never: DECRYPT }, PEOPLE)).toBe("proved: if everything were allowed, and nothing denied or limited");
  });

  it("is a refutation of the same invariant", async () => {
    const { control } = prove(await worldOf([allow("*", "kms:Decrypt", inOrg)]), OUTSIDE);
    expect(control?.witness.outcome).toBe("allowed");
    expect(JSON.stringify(control?.witness.request)).not.toContain("o-abc1234567");
  });
});

it("takes for granted what it says, and nothing where that is ruled out", async () => {
  const delegated = await worldOf([allow({ AWS: "111122223333" }, "kms:*")], PEOPLE);
  const invariant: Invariant = { never: { action: "kms:Decrypt", principal: "arn:aws:iam::111122223333:user/*" } };
  const { verdict, assumptions } = prove(delegated, invariant);
  expect([verdict, assumptions.map(({ id }) => id)]).toEqual(["proved", ["unlisted:111122223333:none"]]);
  const open = prove(delegated, invariant, { unlisted: "anything" });
  expect([open.verdict, open.witness?.assumes]).toEqual(["refuted", ["unlisted:111122223333"]]);
});

it("asks of retiring a grant by the grant's own rules", async () => {
  const grants = [{ name: "g", grantee: "app", retiring: "ops", operations: ["Decrypt" as const] }];
  const world = await loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    ...PEOPLE,
    keys: { orders: { arn: KEY, grants, policy: { Version: "2012-10-17", Statement: [allow({ AWS: "111122223333" }, "kms:*")] } } },
  });
  expect(told(prove(world, { never: { principal: "app", action: "kms:RetireGrant" } }))).toMatch(/^proved/);
  expect(told(prove(world, { never: { principal: "ops", action: "kms:RetireGrant" } }))).toBe("refuted: ops kms:RetireGrant");
});
