import { expect, test } from "vitest";
import type { Question } from "../../src/estate/question.ts";
import { perhapsMisspelt } from "../../src/tester/misspelt.ts";
import { A, B, KEY, roleIn, worldOf } from "../world/worlds.ts";

const world = worldOf({
  principals: { app: roleIn("orders-app"), user: `arn:aws:iam::${A}:user/backup` },
  keys: { orders: { arn: KEY } },
});
const told = (question: Partial<Question>) =>
  perhapsMisspelt(world, { principal: "app", action: "kms:Decrypt", key: "orders", ...question }, true).map(({ member, part, help }) => [
    member,
    part,
    help,
  ]);

// biome-ignore format: a table reads as a table
test.each([
  ["a slip in the name of a role", { principal: roleIn("order-app") }, [["principal", undefined, `did you mean \`${roleIn("orders-app")}\`?`]]],
  ["a slip in its account", { principal: roleIn("orders-app", B) }, [["principal", undefined, `did you mean \`${roleIn("orders-app")}\`?`]]],
  ["another role", { principal: roleIn("key-admin") }, []],
  ["a role with the name of a user", { principal: roleIn("backup") }, []],
  ["a role of both, another name and account", { principal: roleIn("orders-ap", B) }, []],
  ["a role that is there", { principal: roleIn("orders-app") }, []],
  ["a service", { principal: "s3.amazonaws.com" }, []],
  ["the facts of a caller", { principal: { arn: roleIn("orders-apq") } }, [["principal", undefined, `did you mean \`${roleIn("orders-app")}\`?`]]],
  ["a slip in a key", { key: `${KEY.slice(0, -1)}c` }, [["key", undefined, `did you mean \`orders\`, ${KEY}?`]]],
  ["a key far away, as a resource", { key: undefined, resource: `arn:aws:kms:us-east-1:${B}:key/99999999-0000-0000-0000-000000000000` }, [["resource", undefined, undefined]]],
  ["addresses", { context: { "aws:SourceIP": "203.0.113.7", "aws:VpcSourceIp": "2001:db8::7" } }, []],
  ["a range of addresses", { context: { "aws:sourceip": "10.0.0.0/8" } }, [["context", "aws:sourceip", "a request comes from one address, not from a range: give one of it"]]],
  ["no address", { context: { "aws:VpcSourceIp": "999.1.1.1" } }, [["context", "aws:VpcSourceIp", "write it like `203.0.113.7` or `2001:db8::7`"]]],
] as const)("%s", (_, question, expected) => expect(told(question as Partial<Question>)).toEqual(expected));

test("names are not looked at where the world has nothing to note", () =>
  expect(perhapsMisspelt(world, { principal: roleIn("order-app"), action: "kms:Decrypt", key: "orders" }, false)).toEqual([]));
