import { expect, test } from "vitest";
import { whoCan } from "../../src/analysis/access.ts";
import { decide } from "../../src/cases/authorizer.ts";
import { wardSerializer } from "../../src/matchers/serializer.ts";
import { KEY, roleIn, worldOf } from "../world/worlds.ts";
import { answerOf, BY_GRANT, KINDS, UNPOSED, world } from "./matcher-worlds.ts";

expect.addSnapshotSerializer(wardSerializer);

test("decisions in snapshots are what was decided, by what and why", () => {
  expect(Object.fromEntries(KINDS.map((kind) => [kind, answerOf(kind)]))).toMatchInlineSnapshot(`
    {
      "allowed": Allow allowed
        by: key policy#AllowApp
        reason: allowed by key policy#AllowApp,
      "explicitDeny": Deny explicitDeny
        by: key policy#NeverDelete
        reason: explicitly denied by key policy#NeverDelete
        error: AccessDeniedException (400),
      "implicitDeny": Deny implicitDeny
        reason: neither the key policy nor a grant allows it
        error: AccessDeniedException (400),
      "undetermined": Deny undetermined
        reason: undetermined: it depends on aws:SourceIp, whose value is not known
        missing: aws:SourceIp
        error: AccessDeniedException (400),
    }
  `);
  expect(world.authorize(BY_GRANT)).toMatchInlineSnapshot(`
    Allow allowed
      by: grant nightly
      reason: allowed by grant nightly
  `);
  expect(world.authorize(UNPOSED)).toMatchInlineSnapshot(`
    Deny undetermined
      reason: the request cannot be read: no principal \`ap\` in this world
      invalid: no principal \`ap\` in this world [KW501]
  `);
});

test("who can do what is told in order, without examples", () => {
  const { entries, ...rest } = whoCan(world, { key: "orders", actions: ["kms:Decrypt", "kms:Encrypt"] });
  const access = { ...rest, entries: [...entries].reverse() };
  expect(access).toMatchInlineSnapshot(`
    Access
      orders: app: Decrypt
        when kms:EncryptionContext:tenant is "t1"
        by key policy#AllowApp
      orders: app: Encrypt
        when aws:SourceIp is in "10.0.0.0/8"
        by key policy#AllowFromOffice
      orders: exporter: Decrypt
        by grant nightly
  `);
});

test("worlds are the names in them, and no secrets", () => {
  const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI-EXAMPLE" };
  const secretive = worldOf({ principals: { app: { arn: roleIn("app"), credentials } }, keys: { orders: { arn: KEY } } });
  expect({ secretive, world }).toMatchInlineSnapshot(`
    {
      "secretive": World
        principals: app
        keys: orders,
      "world": World
        principals: app, exporter
        keys: orders,
    }
  `);
});

test("answers of cases too, and those read from JSON", () => {
  const answer = decide({ request: { principal: "anonymous", action: "kms:ListKeys", resource: "*" } });
  expect(wardSerializer.test(answer)).toBe(true);
  const { trace: _, ...line } = answer;
  expect(wardSerializer.test(JSON.parse(JSON.stringify(line)))).toBe(true);
});

test.each([[undefined], [null], ["allowed"], [{ outcome: "allowed" }], [{ outcome: "allowed", decision: "Allow", by: "x" }]])(
  "%o is left to others",
  (value) => {
    expect(wardSerializer.test(value)).toBe(false);
  },
);
