import { expect, test } from "vitest";
import { allow, codesOf, DELEGATION, find, HOME, role } from "./found.ts";

const id = "1234abcd-12ab-34cd-56ef-1234567890ab";
const arn = `arn:aws:kms:us-east-1:${HOME}:key/${id}`;
const holding = (Resource: string, Action = "kms:Decrypt") => ({
  principals: { app: { arn: role("app").AWS, policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] }] } },
});
const ADMIN = allow(role("key-admin"), "kms:*");
const rules = ["KW745"];

test("an identity policy that names a key which does not let it decide", async () => {
  expect(codesOf(await find([ADMIN], { rules }, holding(arn), { arn }))).toEqual(["warning KW745"]);
});

test.each([
  ["one that names all keys", [ADMIN], holding("*")],
  ["one that the key policy lets decide", [DELEGATION], holding(arn)],
  ["one for aliases and others", [ADMIN], holding(arn, "kms:ListKeys")],
])("not %s", async (_, statements, more) => {
  expect(codesOf(await find(statements, { rules }, more, { arn }))).toEqual([]);
});
