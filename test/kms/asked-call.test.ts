import { describe, expect, test } from "vitest";
import { askedCall, timeKeys } from "../../src/kms/asked-call.ts";
import { KEY, roleIn, worldOf } from "../world/worlds.ts";

const world = worldOf({
  principals: { app: roleIn("app") },
  keys: { orders: { arn: KEY, aliases: ["alias/orders"] } },
  endpoints: { home: { id: "vpce-1", vpc: "vpc-1" } },
});
const question = { principal: "app", action: "kms:Decrypt", key: "orders" };

describe("a question is called", () => {
  test("by who asks, in the Region of the key, with its ARN", () =>
    expect(askedCall(world, question)).toEqual({ caller: { principal: "app", context: {}, region: "us-east-1" }, input: { KeyId: KEY } }));

  test.each(["alias/orders", "arn:aws:kms:us-east-1:111122223333:alias/orders"])(
    "by the ARN of the alias %s, which policies may ask for",
    (key) => {
      expect(askedCall(world, { ...question, key }).input.KeyId).toBe("arn:aws:kms:us-east-1:111122223333:alias/orders");
    },
  );

  test("with all that is said of it and its way", () => {
    const said = { encryptionContext: { a: "b" }, grantTokens: ["t"], viaService: "s3", endpoint: "home", time: "2026-11-22T03:00:00Z" };
    expect(askedCall(world, { ...question, ...said, context: { "aws:SourceIp": "203.0.113.9" } })).toEqual({
      caller: {
        principal: "app",
        viaService: "s3.us-east-1.amazonaws.com",
        endpoint: "home",
        region: "us-east-1",
        context: {
          "aws:SourceIp": "203.0.113.9",
          "aws:SourceVpce": "vpce-1",
          "aws:SourceVpc": "vpc-1",
          "aws:CurrentTime": "2026-11-22T03:00:00Z",
          "aws:EpochTime": 1795316400,
        },
      },
      input: { KeyId: KEY, EncryptionContext: { a: "b" }, GrantTokens: ["t"] },
    });
  });

  test("never, where it names what is not there", () =>
    expect(() => askedCall(world, { ...question, principal: "ap" })).toThrow(
      /no principal `ap` in this world \[KW501\]\n.*\n.*did you mean `app`/,
    ));
});

test("a time is told by the keys that tell it", () => {
  expect(timeKeys("2026-11-22T03:00:00Z")).toEqual({ "aws:CurrentTime": "2026-11-22T03:00:00Z", "aws:EpochTime": 1795316400 });
  expect(timeKeys(undefined)).toEqual({});
});
