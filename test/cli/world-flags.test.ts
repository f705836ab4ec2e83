import { expect, test } from "vitest";
import { command } from "../../src/cli/commands/eval.ts";
import { readOptions } from "../../src/cli/options.ts";
import { questionOf } from "../../src/cli/world-flags.ts";
import { KEY } from "./samples.ts";

const question = (...args: readonly string[]) => questionOf(readOptions(["-w", "world.yaml", "--principal", "app", ...args], command));
const ALIAS = "arn:aws:kms:us-east-1:111122223333:alias/orders";

test("a question has the members of a request, in the names of the world", () => {
  const context = ["--context", "aws:SourceIp=10.0.0.1", "--encryption-context", "tenant=a", "--endpoint", "vpc", "--via-service", "s3"];
  expect(question("--action", "kms:Decrypt", "--key", "orders", ...context)).toEqual({
    principal: "app",
    action: "kms:Decrypt",
    key: "orders",
    context: { "aws:SourceIp": "10.0.0.1" },
    encryptionContext: { tenant: "a" },
    endpoint: "vpc",
    viaService: "s3",
  });
});

test.each([
  ["kms:Decrypt", ALIAS, { key: ALIAS }],
  ["kms:CreateAlias", ALIAS, { resource: ALIAS }],
  ["kms:CreateAlias", KEY, { key: KEY }],
  ["kms:ListKeys", "*", { key: "*" }],
  ["sts:AssumeRole", "reader", { resource: "reader" }],
])("%s on %s asks about %j", (action, resource, expected) => {
  expect(question("--action", action, "--resource", resource)).toEqual({ principal: "app", action, ...expected });
});

test("an operation on no key needs none", () => {
  expect(question("--action", "kms:ListKeys")).toEqual({ principal: "app", action: "kms:ListKeys" });
});
