import { expect, test } from "vitest";
import { A, allow, roleIn, toldOf, worldOf } from "./worlds.ts";

test("endpoints are known by name and id, and their policies read", () => {
  const world = worldOf({ endpoints: { vpc: { id: "vpce-1", vpc: "vpc-1", policy: allow("kms:*", { Principal: "*" }) } } });
  expect(world.estate.endpoints[0]).toMatchObject({
    name: "vpc",
    id: "vpce-1",
    vpc: "vpc-1",
    policy: { name: "endpoint policy", type: "endpoint" },
  });
});

test.each([
  [
    "an endpoint of another kind",
    { endpoints: { vpc: { id: "vpc-1" } } },
    "`vpc-1` is not the id of a VPC endpoint [KW504] | at /endpoints/vpc/id",
  ],
  ["one endpoint twice", { endpoints: { a: { id: "vpce-1" }, b: { id: "vpce-1" } } }, "two endpoints have the id `vpce-1`"],
  [
    "an account at the top that nobody has",
    { account: "prd", accounts: { prod: A } },
    "no account `prd` in this world [KW501] | at /account | help: did you mean `prod`?",
  ],
])("%s is told", (_, value, expected) => expect(toldOf(value)).toContainEqual(expect.stringContaining(expected)));

test("what the account at the top is called, its keys are in", () => {
  const world = worldOf({ account: "prod", accounts: { prod: A }, keys: { k: {} }, principals: { app: roleIn("app") } });
  expect([world.estate.account, world.estate.keys[0]?.account]).toEqual([A, A]);
});
