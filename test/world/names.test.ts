import { expect, test } from "vitest";
import { flawOfName } from "../../src/world/names.ts";
import { B, KEY, roleIn, toldOf, worldOf } from "./worlds.ts";

test.each([
  "",
  "a\nb",
  "arn:aws:iam::111122223333:role/x",
  "alias/x",
  "*",
  "anonymous",
  "111122223333",
  "s3.amazonaws.com",
  "x".repeat(257),
])("%j cannot be a short name", (name) => {
  expect(flawOfName(name)).toBeDefined();
  if (name.length > 0 && name.length < 200)
    expect(toldOf({ principals: { [name]: roleIn("x") } })).toContainEqual(expect.stringContaining("cannot be a short name"));
});

test.each(["app", "orders-app", "key admin", 'module.x.aws_kms_key.this["a/b"]', "__proto__", "constructor"])("%j can", (name) => {
  expect(flawOfName(name)).toBeUndefined();
});

test("names that are members of every object are names like others", () => {
  const world = worldOf(
    JSON.parse(`{"principals":{"__proto__":"${roleIn("x")}","constructor":"${roleIn("y")}"},"keys":{"toString":{"arn":"${KEY}"}}}`),
  );
  expect(world.estate.principals.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  expect(world.authorize({ principal: "constructor", action: "kms:Decrypt", key: "toString" }).outcome).toBe("implicitDeny");
  expect(world.authorize({ principal: "hasOwnProperty", action: "kms:Decrypt", key: "valueOf" }).invalid).toHaveLength(2);
});

test("unknown names are told with the one that was probably meant", () => {
  const value = { accounts: { partner: B }, principals: { exporter: roleIn("exporter") } };
  const grants = [{ grantee: "exportr", operations: ["Decrypt"], issuingAccount: "partnr" }];
  const lines = toldOf({ ...value, keys: { k: { grants, account: "partnr" } } });
  expect(lines).toContainEqual(
    "world error: no principal `exportr` in this world [KW501] | at /keys/k/grants/0/grantee | help: did you mean `exporter`?",
  );
  expect(lines).toContainEqual(
    "world error: no account `partnr` in this world [KW501] | at /keys/k/grants/0/issuingAccount | help: did you mean `partner`?",
  );
  expect(lines).toContainEqual(
    "world error: no account `partnr` in this world [KW501] | at /keys/k/account | help: did you mean `partner`?",
  );
});
