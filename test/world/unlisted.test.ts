import { expect, test } from "vitest";
import { resolveWorld } from "../../src/world/reader.ts";

const HOME = "111122223333";
const role = (name: string, account = HOME) => `arn:aws:iam::${account}:role/${name}`;
const session = (name: string) => `arn:aws:sts::${HOME}:assumed-role/${name}/s1`;

/** The warnings of a world with the role `orders-app`, whose key policy names these. */
function warnings(principals: readonly string[], condition?: object, listed = true) {
  const Statement = [
    { Effect: "Allow", Principal: { AWS: principals }, Action: "kms:Decrypt", Resource: "*", ...(condition && { Condition: condition }) },
  ];
  const { world, diagnostics } = resolveWorld({
    account: HOME,
    region: "us-east-1",
    principals: listed ? { app: { arn: role("orders-app") } } : {},
    keys: { k: { id: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: { Version: "2012-10-17", Statement } } },
  });
  return { world: world!, told: diagnostics.map(({ code, message, help, at }) => `${code} ${at.pointer} ${message} (${help})`) };
}

test("a role that the world does not list is warned of, with the one that was meant", () => {
  expect(warnings([role("order-app"), role("orders-app")]).told).toEqual([
    `KW325 /keys/k/policy/Statement/0/Principal \`${role("order-app")}\` is not in this world, which lists other principals of its account (did you mean \`${role("orders-app")}\`?)`,
  ]);
  expect(warnings([`arn:aws:iam::${HOME}:user/zoe`]).told).toEqual([
    expect.stringContaining("(add it to `principals`, or take it out of the policy)"),
  ]);
  expect(warnings([session("order-app")]).told).toHaveLength(1);
});

test("so is one that a condition names", () => {
  const { told } = warnings(["*"], { ArnNotEquals: { "AWS:principalarn": [role("order-app"), role("orders-app"), role("order-*")] } });
  expect(told).toEqual([expect.stringMatching(/^KW325 .*ArnNotEquals.*did you mean/)]);
});

test("the warning is one of the answers in which the policy has a say", () => {
  const { world } = warnings([role("order-app")]);
  expect(world.authorize({ principal: "app", action: "kms:Decrypt", key: "k" }).warnings).toMatchObject([{ code: "KW325" }]);
});

test.each([
  ["the world has", [role("orders-app"), session("orders-app")]],
  ["is the account, everybody or a unique id", [HOME, `arn:aws:iam::${HOME}:root`, "*"]],
  ["is of an account of which the world lists nobody", [role("x", "444455556666")]],
  ["AWS makes itself", [role("aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS"), session("AWSReservedSSO_Admin_0123456789abcdef")]],
])("nothing is said of what %s", (_, principals) => {
  expect(warnings(principals).told).toEqual([]);
});

test("nor where the world lists no principals at all", () => {
  expect(warnings([role("anyone")], undefined, false).told).toEqual([]);
});

test("nor where there may be more principals than it lists", () => {
  const Statement = [{ Effect: "Allow", Principal: { AWS: role("order-app") }, Action: "kms:Decrypt", Resource: "*" }];
  const { world, diagnostics } = resolveWorld({
    account: HOME,
    region: "us-east-1",
    knows: { principals: "some" },
    principals: { app: { arn: role("orders-app") } },
    keys: { k: { policy: { Version: "2012-10-17", Statement } } },
  });
  expect(world).toBeDefined();
  expect(diagnostics).toEqual([]);
});
