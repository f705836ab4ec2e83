import { describe, expect, test } from "vitest";
import { whoCan } from "../../src/analysis/access.ts";
import { compare } from "../../src/analysis/compare.ts";
import type { Question } from "../../src/estate/question.ts";
import type { WorldAnswer } from "../../src/estate/world.ts";
import { A, allow, B, delegation, deny, roleIn, toldOf, worldOf } from "../world/worlds.ts";

const APP = roleIn("orders-app");
const ALL = {
  principals: "all",
  policies: "all",
  grants: "all",
  keys: "all",
  serviceControl: "all",
  resourceControl: "all",
  endpoints: "all",
};
const SOME = Object.fromEntries(Object.keys(ALL).map((word) => [word, "some"]));

const ask = (world: object, question: Partial<Question> = {}): WorldAnswer =>
  worldOf(world).authorize({ principal: "app", action: "kms:Decrypt", key: "orders", ...question });

/** A world with one key and one role; `more` goes beside. */
const world = (key: object, principal: object = {}, more: object = {}): object => ({
  principals: { app: { arn: APP, ...principal } },
  keys: { orders: key },
  ...more,
});

const to = (principal: unknown): object => allow("kms:Decrypt", { Principal: { AWS: principal } });

const symbols = {
  worker: { type: "role-arn", account: A, prefix: `arn:aws:iam::${A}:role/worker-`, from: "aws_iam_role.worker.arn" },
  env: { type: "string", oneOf: ["dev", "prod"], from: "var.env" },
  partner: { type: "string", from: "param:PartnerArn" },
};

describe("a policy that is not known", () => {
  test.each([
    ["a key policy", world({ policy: { unknown: "known after apply" } }), ["key policy of orders"]],
    ["that is among the unknown facts", world({ unknown: ["policy"] }), ["key policy of orders"]],
    [
      "an identity policy",
      world({ policy: delegation() }, { policies: [{ unknown: "access denied", denies: false }] }),
      ["identity policy 1 of app"],
    ],
    ["a boundary", world({ policy: delegation() }, { policies: [allow("kms:*")], unknown: ["boundary"] }), ["boundary of app"]],
    [
      "a hole where no leaf may be",
      world(
        { policy: { Version: "2012-10-17", Statement: [{ Effect: { $symbol: "env" }, Principal: "*", Action: "*", Resource: "*" }] } },
        {},
        { symbols },
      ),
      ["key policy, because of env (var.env)"],
    ],
  ])("%s leaves open what it may decide", (_, value, missing) => {
    expect(ask(value)).toMatchObject({ decision: "Deny", outcome: "undetermined", missing });
  });

  test("one that denies nothing denies nothing", () => {
    expect(ask(world({ policy: to(APP) }, { policies: [{ unknown: "not listed", denies: false }] })).outcome).toBe("allowed");
    expect(ask(world({ policy: to(APP) }, { policies: [{ unknown: "not listed" }] })).outcome).toBe("undetermined");
  });

  test("what is denied all the same is denied", () => {
    const value = world({ policy: { unknown: "known after apply" } }, { policies: [deny("kms:Decrypt")] });
    expect(ask(value).outcome).toBe("explicitDeny");
  });

  test("members that it has not are told", () => {
    expect(toldOf(world({ policy: { unknown: "x", deny: false } }))).toContainEqual(
      expect.stringContaining("unknown member `deny` [KW101]"),
    );
    expect(toldOf(world({ policy: { unknown: 5 } }))).toContainEqual(expect.stringContaining("`unknown` is not a text [KW104]"));
  });
});

describe("lists that may be longer", () => {
  test("identity policies", () => {
    const value = world({ policy: delegation() }, { policies: [], knows: { policies: "some" } });
    expect(ask(value)).toMatchObject({ outcome: "undetermined", missing: ["identity policies of app"] });
    expect(ask(world({ policy: delegation() }, { policies: [] }, { knows: { policies: "some" } })).outcome).toBe("undetermined");
    expect(ask(world({ policy: delegation() }, { knows: { policies: "all" } }, { knows: { policies: "some" } })).outcome).toBe(
      "implicitDeny",
    );
    const byAccount = { knows: { policies: "some" }, accounts: { prod: { id: A, knows: { policies: "all" } } } };
    expect(ask(world({ policy: delegation() }, {}, byAccount)).outcome).toBe("implicitDeny");
  });

  test("grants", () => {
    const value = world({ policy: delegation(), knows: { grants: "some" } });
    expect(ask(value)).toMatchObject({ outcome: "undetermined", missing: ["grants of orders"] });
    expect(ask(value, { action: "kms:PutKeyPolicy" }).outcome).toBe("implicitDeny");
    expect(ask(value, { action: "kms:RetireGrant" })).toMatchObject({ outcome: "undetermined", missing: ["grants of orders"] });
  });

  test("principals and keys", () => {
    const value = world({ policy: delegation() }, {}, { knows: { principals: "some", keys: "some" } });
    const stranger = roleIn("stranger");
    expect(ask(value, { principal: stranger })).toMatchObject({ outcome: "undetermined", missing: [`identity policies of ${stranger}`] });
    const key = `arn:aws:kms:us-east-1:${A}:key/00000000-0000-4000-8000-000000000000`;
    expect(ask(value, { key })).toMatchObject({ outcome: "undetermined", missing: [`key policy of ${key}`] });
    expect(ask(world({ policy: delegation() }), { principal: stranger }).outcome).toBe("implicitDeny");
  });

  test("what only denies is taken not to be there, and that is said", () => {
    const value = world({ policy: to(APP) }, { knows: { policies: "all" } }, { knows: SOME });
    expect(ask(value)).toMatchObject({
      outcome: "allowed",
      assumptions: [{ id: `scp:${A}` }, { id: `rcp:${A}` }, { id: "endpoint" }, { id: `hidden-deny:${A}` }],
    });
    expect(ask(world({ policy: to(APP) }, {}, { knows: ALL }))).not.toHaveProperty("assumptions");
  });

  test("a world that was imported says of every list whether it is the whole one", () => {
    const imported = { from: "terraform-plan", file: "plan.json", side: "after" };
    expect(toldOf({ imported })).toContainEqual(expect.stringContaining("does not say what it knows of `principals`, `policies`"));
    const { endpoints: _, ...others } = ALL;
    expect(toldOf({ imported, knows: others })).toContainEqual(
      expect.stringContaining("does not say what it knows of `endpoints` [KW506]"),
    );
    expect(toldOf({ imported, knows: ALL })).toEqual([]);
  });
});

describe("facts that are not known", () => {
  const withTag = allow("kms:Decrypt", { Principal: { AWS: APP }, Condition: { StringEquals: { "aws:PrincipalTag/team": "orders" } } });
  test.each([
    ["tags of a principal", world({ policy: withTag }, { unknown: ["tags"] }), ["aws:PrincipalTag/"]],
    ["the value of a tag", world({ policy: withTag }, { tags: { team: { $symbol: "env" } } }, { symbols }), ["aws:PrincipalTag/team"]],
    [
      "the origin of a key",
      world(
        { policy: delegation(), unknown: ["origin"] },
        { policies: [allow("kms:*", { Condition: { StringEquals: { "kms:KeyOrigin": "AWS_KMS" } } })] },
      ),
      ["kms:KeyOrigin"],
    ],
    [
      "aliases",
      world(
        { policy: delegation(), unknown: ["aliases"] },
        { policies: [allow("kms:*", { Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/orders" } } })] },
      ),
      ["kms:ResourceAliases"],
    ],
  ])("%s", (_, value, missing) => {
    expect(ask(value)).toMatchObject({ outcome: "undetermined", missing });
  });
});

describe("leaves", () => {
  test("the value of a symbol may be anybody whom its type admits", () => {
    const value = world({ policy: to([APP, { $symbol: "worker" }]) }, {}, { symbols });
    const worker = (name: string) => ask(value, { principal: roleIn(name) });
    expect(ask(value).outcome).toBe("allowed");
    expect(worker("worker-1")).toMatchObject({ outcome: "undetermined", missing: ["symbol worker (aws_iam_role.worker.arn)"] });
    expect(worker("other").outcome).toBe("implicitDeny");
  });

  test("a principal whose ARN is a symbol is that symbol", () => {
    const value = { principals: { app: { arn: { $symbol: "worker" } } }, keys: { orders: { policy: to({ $symbol: "worker" }) } }, symbols };
    expect(ask(value).outcome).toBe("allowed");
    expect(ask({ ...value, keys: { orders: { policy: to(APP) } } }).outcome).toBe("implicitDeny");
  });

  test("in a Deny they are the other way round", () => {
    const policy = {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { AWS: A }, Action: "kms:*", Resource: "*" },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: { ArnNotEquals: { "aws:PrincipalArn": { $symbol: "worker" } } },
        },
      ],
    };
    const value = world({ policy }, { policies: [allow("kms:*")] }, { symbols });
    expect(ask(value).outcome).toBe("explicitDeny");
    expect(ask({ ...value, principals: { app: { arn: roleIn("worker-1"), policies: [allow("kms:*")] } } }).outcome).toBe("undetermined");
  });

  test("values of conditions", () => {
    const when = (condition: object) =>
      world({ policy: allow("kms:Decrypt", { Principal: { AWS: APP }, Condition: condition }) }, {}, { symbols });
    const inContext = (value: object, env: string) => ask(value, { encryptionContext: { env } }).outcome;
    const equals = when({ StringEquals: { "kms:EncryptionContext:env": ["test", { $symbol: "env" }] } });
    expect(["test", "dev", "prod", "other"].map((env) => inContext(equals, env))).toEqual([
      "allowed",
      "undetermined",
      "undetermined",
      "implicitDeny",
    ]);
    const not = when({ StringNotEquals: { "kms:EncryptionContext:env": [{ $symbol: "env" }, "test"] } });
    expect(["test", "dev", "other"].map((env) => inContext(not, env))).toEqual(["implicitDeny", "undetermined", "allowed"]);
    const joined = when({ StringEquals: { "kms:EncryptionContext:env": { $join: ["team-", { $symbol: "partner" }] } } });
    expect(["team-1", "other"].map((env) => inContext(joined, env))).toEqual(["undetermined", "implicitDeny"]);
    const numeric = when({ NumericLessThan: { "aws:MultiFactorAuthAge": { $symbol: "partner" } } });
    expect(ask(numeric).outcome).toBe("undetermined");
  });

  test("a text that is assumed decides, and its assumption is named where the answer rests on it", () => {
    const assumptions = [{ id: "assumed:app", text: "the statement names the role itself" }];
    const value = world({ policy: to([{ $assumed: APP, because: "assumed:app" }, roleIn("other")]) }, {}, { assumptions });
    expect(ask(value)).toMatchObject({ outcome: "allowed", assumptions: [{ id: "assumed:app" }] });
    expect(ask(value, { principal: roleIn("other") })).not.toHaveProperty("assumptions");
    expect(ask(value, { principal: roleIn("stranger") })).toMatchObject({ outcome: "implicitDeny", assumptions: [{ id: "assumed:app" }] });
  });

  test("a grant for somebody who is not known", () => {
    const grants = [{ name: "g", grantee: { $symbol: "worker" }, operations: ["Decrypt"] }];
    const value = world({ policy: delegation(), grants }, {}, { symbols });
    expect(ask(value)).toMatchObject({ outcome: "undetermined", missing: ["grant g of orders, symbol worker (aws_iam_role.worker.arn)"] });
    expect(ask(value, { action: "kms:Encrypt" }).outcome).toBe("implicitDeny");
  });

  test.each([
    ["a symbol that nobody has", world({ policy: to({ $symbol: "wrker" }) }, {}, { symbols }), "no symbol `wrker` in this world [KW501]"],
    ["one in an ARN", { principals: { app: { arn: { $symbol: "wrker" } } }, symbols }, "did you mean `worker`?"],
    ["an assumption that nobody has", world({ policy: to({ $assumed: APP, because: "x" }) }), "no assumption `x` in this world"],
    ["another object", world({ policy: to({ $symbol: "worker", more: 1 }) }, {}, { symbols }), "KW104"],
    ["another object in an ARN", { principals: { app: { arn: { $sybmol: "worker" } } }, symbols }, "[KW10"],
  ])("%s is told", (_, value, expected) => expect(toldOf(value)).toContainEqual(expect.stringContaining(expected)));
});

describe("trust and administrators", () => {
  test("are read, and decide nothing", () => {
    const value = world(
      { policy: delegation(), trust: { services: ["dnssec-route53.amazonaws.com"] }, administrators: ["app"] },
      {},
      { accounts: { audit: B }, trust: { accounts: ["audit"] }, administrators: [`arn:aws:iam::${A}:role/admin-*`] },
    );
    const { estate } = worldOf(value);
    expect(estate).toMatchObject({ trust: { accounts: [B] }, administrators: [`arn:aws:iam::${A}:role/admin-*`] });
    expect(estate.keys[0]).toMatchObject({ trust: { services: ["dnssec-route53.amazonaws.com"] }, administrators: [APP] });
    expect(ask(value).outcome).toBe("implicitDeny");
  });

  test.each([
    [{ trust: { acounts: [] } }, "did you mean `accounts`?"],
    [{ trust: { accounts: ["audit"] } }, "no account `audit` in this world"],
    [{ trust: { organization: true } }, "the organization is trusted, and the world has none [KW505]"],
    [{ administrators: ["app"], principals: { apps: APP } }, "did you mean `apps`?"],
    [{ administrators: ["arn:aws:iam::*:role/admin"] }, "names no account [KW504]"],
  ])("%j is told", (value, expected) => expect(toldOf(value)).toContainEqual(expect.stringContaining(expected)));
});

test("the analysis says what it does not know", () => {
  const value = world({ policy: { unknown: "known after apply" } });
  const found = whoCan(worldOf(value), { key: "orders" });
  expect(found.complete).toBe(false);
  expect(found.undecided.some(({ text }) => text.includes("key policy of orders"))).toBe(true);
  expect(compare(worldOf(world({ policy: delegation() })), worldOf(value)).verdict).toBe("unknown");
});

describe("an account that is not known", () => {
  const acct = { symbols: { acct: { type: "account-id", from: "AWS::AccountId" } } };
  const stack = (statements: readonly object[]): object => ({
    account: { $symbol: "acct" },
    region: "us-east-1",
    principals: { app: { arn: { $join: ["arn:aws:iam::", { $symbol: "acct" }, ":role/app"] }, policies: [allow("kms:*")] } },
    keys: { orders: { policy: { Version: "2012-10-17", Statement: statements } } },
    ...acct,
  });
  const root = { $join: ["arn:aws:iam::", { $symbol: "acct" }, ":root"] };
  const opens = (principal: unknown, Action = "kms:*") => ({ Effect: "Allow", Principal: { AWS: principal }, Action, Resource: "*" });
  const partner = `arn:aws:iam::${B}:root`;

  test("delegation to the own account is that whatever its id is", () => {
    expect(ask(stack([opens(root)])).outcome).toBe("allowed");
    expect(ask(stack([opens(root), opens(partner, "kms:Decrypt")])).outcome).toBe("allowed");
  });

  test("what hangs on whether it is a named one is not known, and told of both", () => {
    const denied = stack([opens(root), { ...opens(partner, "kms:Decrypt"), Effect: "Deny" }]);
    expect(ask(denied)).toMatchObject({
      outcome: "undetermined",
      missing: ["symbol acct (AWS::AccountId)"],
      notes: [`if symbol acct (AWS::AccountId) is ${B}, it is explicitDeny; else allowed`],
    });
    expect(ask(denied, { action: "kms:Encrypt" }).outcome).toBe("allowed");
  });

  test("a question may name it", () => {
    expect(ask(stack([opens(root)]), { principal: roleIn("app", A) })).toMatchObject({ outcome: "undetermined" });
    expect(ask(stack([opens(root)]), { principal: roleIn("stranger", A) }).outcome).toBe("implicitDeny");
  });

  test("the analysis tells what comes out otherwise", () => {
    const all = { key: "orders", actions: ["kms:Decrypt"] };
    expect(whoCan(worldOf(stack([opens(root)])), all).undecided).toEqual([]);
    const denied = whoCan(worldOf(stack([opens(root), { ...opens(partner, "kms:Decrypt"), Effect: "Deny" }])), all);
    expect(denied).toMatchObject({
      complete: false,
      undecided: [{ code: "KW682", text: expect.stringContaining(`if symbol acct (AWS::AccountId) is ${B}: `) }],
    });
    const same = stack([opens(root)]);
    expect(compare(worldOf(same), worldOf(same))).toMatchObject({ verdict: "equal", undecided: [] });
  });
});

describe("names that were made up", () => {
  const ID = "7d0c9a34-6c1f-4a55-9a3e-0e8a1b2c3d4e";
  const invented = { [ID]: { from: "aws_kms_key.orders.key_id" } };
  const holding = (Resource: string) =>
    ask(
      world(
        { id: ID, policy: delegation() },
        { policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource }] }] },
        { invented },
      ),
    );
  const key = `arn:aws:kms:us-east-1:${A}:key`;

  test.each([
    [`${key}/${ID}`, "allowed"],
    [`${key}/*`, "allowed"],
    ["*", "allowed"],
    [`${key}/1234abcd-12ab-34cd-56ef-1234567890ab`, "implicitDeny"],
    [`arn:aws:kms:us-west-2:${A}:key/*`, "implicitDeny"],
    [`${key}/1*`, "undetermined"],
    [`${key}/7d0c*`, "undetermined"],
  ])("a pattern %s is %s", (resource, outcome) => expect(holding(resource).outcome).toBe(outcome));

  test("what is not known is told", () => expect(holding(`${key}/1*`).missing).toEqual(["the id of key orders"]));

  test("a role whose name is generated may be one that is named", () => {
    const value = (named: string) => ({
      principals: { app: { arn: { $symbol: "worker" } } },
      keys: { orders: { policy: to(named) } },
      symbols,
    });
    expect(ask(value(roleIn("worker-7")))).toMatchObject({ outcome: "undetermined", missing: ["the ARN of app"] });
    expect(ask(value(roleIn("other"))).outcome).toBe("implicitDeny");
  });
});

test("the unique id of a principal that is not told may be one that a policy names", () => {
  const id = "AROA1234567890EXAMPLE";
  expect(ask(world({ policy: to(id) }, { unknown: ["userId"] }))).toMatchObject({
    outcome: "undetermined",
    missing: ["the unique id of app"],
  });
  expect(ask(world({ policy: to(id) })).outcome).toBe("implicitDeny");
});
