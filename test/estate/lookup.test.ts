import { expect, test } from "vitest";
import { A, allow, B, delegation, deny, KEY, roleIn, worldOf } from "../world/worlds.ts";

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const session = (name: string, account = A) => `arn:aws:sts::${account}:assumed-role/${name}/i-1`;
const world = worldOf({
  accounts: { partner: B },
  principals: {
    app: { arn: roleIn("service/app"), policies: [allow("kms:Decrypt")], tags: { team: "a", tier: "1" }, userId: "AROAEXAMPLEEXAMPLE12" },
    "app-now": {
      arn: session("app").replace("i-1", "i-2"),
      roleArn: "app",
      session: [deny("kms:Encrypt"), allow("kms:*")],
      tags: { team: "b" },
    },
    alice: { arn: `arn:aws:iam::${A}:user/alice`, policies: [allow("kms:Encrypt")] },
    carol: { arn: `arn:aws:iam::${A}:user/carol`, policies: [allow("kms:Encrypt")], userId: "AIDACAROLCAROLEXAMPLE" },
  },
  keys: {
    orders: { arn: KEY, aliases: ["alias/orders"], policy: delegation() },
    partner: { account: "partner", region: "eu-west-1", aliases: ["alias/orders", "alias/only"] },
    west: { region: "us-west-2", aliases: ["alias/orders"] },
  },
});
const requestOf = (question: object) => {
  const found = world.gather({ principal: "app", action: "kms:Decrypt", key: "orders", ...question });
  return found.ok
    ? { ...found.value.request, notes: found.value.notes, identity: found.value.documents.identity }
    : found.error.map(({ code, message, help }) => ({ code, message, help }));
};

test.each(["orders", ID, KEY, "alias/orders", `arn:aws:kms:us-east-1:${A}:alias/orders`])("%s is the key", (key) => {
  expect(requestOf({ key })).toMatchObject({ resource: KEY, notes: [] });
});

test("an alias of several keys is that of the caller's account, in the world's Region; else it must be told which", () => {
  expect(requestOf({ key: `arn:aws:kms:us-west-2:${A}:alias/orders` })).toMatchObject({ resource: expect.stringContaining("us-west-2") });
  expect(requestOf({ principal: "s3.amazonaws.com", key: "alias/orders" })).toEqual([
    { code: "KW507", message: "`alias/orders` is the name of 3 keys", help: "name one of `orders`, `partner` and `west`" },
  ]);
  expect(requestOf({ key: "alias/only" })).toMatchObject({
    notes: [`AWS would look for alias/only in the caller's account ${A}; here it is taken for that of ${B}`],
  });
});

test("an alias is first looked for in the caller's own account, whatever the Region", () => {
  expect(requestOf({ principal: roleIn("p", B), key: "alias/orders" })).toMatchObject({
    resource: expect.stringContaining(`eu-west-1:${B}`),
  });
});

test("an ARN that the world does not have is asked all the same, and noted", () => {
  const other = KEY.replace("1234abcd", "9999abcd");
  expect(world.authorize({ principal: "app", action: "kms:Decrypt", key: other })).toMatchObject({
    decision: "Deny",
    notes: [`${other} is not in the world: it has no key policy, so nothing allows`],
  });
  const stranger = roleIn("stranger");
  expect(world.authorize({ principal: stranger, action: "kms:Decrypt", key: "orders" })).toMatchObject({
    outcome: "implicitDeny",
    notes: [`${stranger} is not in the world: it is taken to have no identity policies`],
  });
});

test("services and root users have no policies to be missed", () => {
  for (const principal of ["s3.amazonaws.com", `arn:aws:iam::${A}:root`, "anonymous"])
    expect(requestOf({ principal })).toMatchObject({ notes: [] });
});

test.each([
  ["a key", { key: "order" }, { code: "KW501", message: "no key `order` in this world", help: "did you mean `orders`?" }],
  [
    "an alias",
    { key: "alias/zzz" },
    { code: "KW501", message: "no key `alias/zzz` in this world", help: expect.stringContaining("there are `orders`") },
  ],
  ["a principal", { principal: "ap" }, { code: "KW501", message: "no principal `ap` in this world", help: "did you mean `app`?" }],
  [
    "a principal far from all",
    { principal: "zzzzzz" },
    { code: "KW501", message: "no principal `zzzzzz` in this world", help: "there are `app`, `app-now`, `alice` and `carol`" },
  ],
  [
    "an ARN of nobody",
    { principal: KEY },
    { code: "KW401", message: expect.stringContaining("has no 12-digit account where an IAM or STS ARN has it") },
  ],
  ["an endpoint", { endpoint: "vpc" }, { code: "KW501", message: "no VPC endpoint `vpc` in this world" }],
])("%s that leads nowhere is told", (_, question, expected) => expect(requestOf(question)).toMatchObject([expected]));

test("all that leads nowhere is told", () => {
  expect(requestOf({ principal: "ap", key: "order", endpoint: "x" })).toHaveLength(3);
});

test("a session has the policies, the path, the tags and the id of its role", () => {
  expect(requestOf({ principal: session("app") })).toMatchObject({
    principal: { arn: session("app"), roleArn: roleIn("service/app"), tags: { team: "a", tier: "1" }, userId: "AROAEXAMPLEEXAMPLE12" },
    identity: [{ name: "app/inline 1" }],
    notes: [],
  });
  expect(requestOf({ principal: session("app", B) })).toMatchObject({ identity: [], notes: [expect.stringContaining("not in the world")] });
});

test("a session of the world has its own session policies and tags besides", () => {
  expect(requestOf({ principal: "app-now" })).toMatchObject({
    principal: { roleArn: roleIn("service/app"), tags: { team: "b", tier: "1" } },
    identity: [{ name: "app/inline 1" }],
  });
  expect(world.authorize({ principal: "app-now", action: "kms:Decrypt", key: "orders" }).outcome).toBe("allowed");
  expect(world.authorize({ principal: "app-now", action: "kms:Encrypt", key: "orders" }).outcome).toBe("explicitDeny");
});

test("a federated user has the policies of the user who issued it, and needs session policies", () => {
  const arn = `arn:aws:sts::${A}:federated-user/bob`;
  expect(requestOf({ principal: { arn, userArn: `arn:aws:iam::${A}:user/alice` } })).toMatchObject({
    identity: [{ name: "alice/inline 1" }],
  });
  expect(
    world.authorize({ principal: { arn, userArn: `arn:aws:iam::${A}:user/alice` }, action: "kms:Encrypt", key: "orders" }).outcome,
  ).toBe("implicitDeny");
});

test("facts of the question win over those of the world", () => {
  expect(requestOf({ principal: { arn: "app", tags: { team: "c" }, mfaAgeSeconds: 3 } })).toMatchObject({
    principal: { arn: roleIn("service/app"), tags: { team: "c", tier: "1" }, mfaAgeSeconds: 3 },
  });
});

test("a session of a user has a unique id of its own, and its user may be told by a short name", () => {
  const arn = `arn:aws:sts::${A}:federated-user/fay`;
  expect(requestOf({ principal: { arn, userArn: "carol" } })).toMatchObject({
    principal: { arn, userArn: `arn:aws:iam::${A}:user/carol` },
    identity: [{ name: "carol/inline 1" }],
  });
  expect(requestOf({ principal: { arn, userArn: "carol" } })).not.toHaveProperty("principal.userId");
});

test.each([
  ["a session of another role", { arn: "app-now", roleArn: roleIn("other") }, "is not the role of"],
  ["the id of another session", { arn: "app-now", userId: "AROAEXAMPLEEXAMPLE12:i-1" }, "is that of another session"],
  ["an issuer of another account", { arn: `arn:aws:sts::${A}:federated-user/fay`, userArn: `arn:aws:iam::${B}:root` }, "did not issue"],
  ["a role that is none by its path", { arn: "app", serviceLinkedRole: true }, "`serviceLinkedRole` is true"],
])("facts that contradict what the world has are refused: %s", (_, principal, words) => {
  expect(requestOf({ principal })).toEqual([{ code: "KW401", message: expect.stringContaining(words), help: undefined }]);
});
