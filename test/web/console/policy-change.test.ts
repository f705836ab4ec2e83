import { expect, it } from "vitest";
import { faultsIn, policyChange, worldIn } from "../../../src/web/console/policy-change.ts";

const ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const allow = (role: string, Action: string) => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::111122223333:role/${role}` },
  Action,
  Resource: "*",
});
const policyOf = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const ADMIN = allow("admin", "kms:*");
const WORLD = {
  version: 1,
  account: "111122223333",
  region: "us-east-1",
  principals: { admin: { arn: ADMIN.Principal.AWS }, app: { arn: "arn:aws:iam::111122223333:role/app" } },
  keys: { orders: { arn: ARN, policy: policyOf(ADMIN) } },
};
const changed = (...statements: object[]) => policyChange(WORLD, ARN, JSON.stringify(policyOf(...statements)));

it("tells what is gained and lost", () => {
  const { comparison, locked } = changed(ADMIN, allow("app", "kms:Decrypt"));
  expect(locked).toBeUndefined();
  expect(comparison?.changes).toMatchObject([{ direction: "gained", actions: ["kms:Decrypt"], who: { name: "app" } }]);
  expect(changed(ADMIN).comparison?.verdict).toBe("equal");
});

it("is locked where nobody could change the policy any more", () => {
  expect(changed(allow("admin", "kms:Decrypt")).locked).toMatch(/^nobody could change the policy/);
  expect(changed(ADMIN, { ...ADMIN, Effect: "Deny" }).locked).toMatch(/^nobody could change the policy/);
});

it("is locked with errors, and where the world has no such key or cannot be read", () => {
  for (const text of ["{", "", "[]", JSON.stringify({ ...policyOf(ADMIN), Statment: [] })]) {
    const { diagnostics, comparison, locked } = policyChange(WORLD, ARN, text);
    expect([comparison, locked]).toEqual([undefined, "the policy has errors"]);
    expect(diagnostics.every(({ at }) => at.file === "key policy")).toBe(true);
  }
  const text = JSON.stringify(policyOf(ADMIN));
  expect(policyChange({ ...WORLD, keys: {} }, ARN, text).locked).toMatch(/does not have this key/);
  expect(policyChange({ keys: {}, principals: 7 } as object, ARN, text).locked).toMatch(/cannot be read/);
  expect(worldIn(WORLD)).toBeTypeOf("object");
});

it("names those who may put it, and first who may again afterwards", () => {
  const delegating = { ...ADMIN, Principal: { AWS: "arn:aws:iam::111122223333:root" } };
  const before = { ...WORLD, keys: { orders: { arn: ARN, policy: policyOf(delegating, ADMIN) } } };
  const puttersOf = (...statements: object[]) => policyChange(before, ARN, JSON.stringify(policyOf(...statements))).putters;
  const root = "arn:aws:iam::111122223333:root";
  expect(puttersOf(delegating)).toEqual([
    { principal: root, again: true },
    { principal: "admin", again: false },
  ]);
  expect(puttersOf(ADMIN)).toEqual([
    { principal: "admin", again: true },
    { principal: root, again: false },
  ]);
  expect(changed(ADMIN, allow("app", "kms:*")).putters).toEqual([{ principal: "admin", again: true }]);
});

it("says what is wrong with a text, at its place", () => {
  const [fault] = faultsIn('{\n "Version": "2012-10-17",\n "Statment": []\n}');
  expect(fault).toMatchObject({ severity: "error", at: { file: "key policy", line: 3, column: 2 } });
  expect(faultsIn(JSON.stringify(policyOf(ADMIN)))).toEqual([]);
});
