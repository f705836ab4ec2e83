import { describe, expect, test } from "vitest";
import { KMS_ACTIONS, type KmsAction, kmsAction } from "../../src/catalog/actions.ts";
import { AWS, disagreements } from "./aws.ts";

/** A row in the words of the fixture, which knows permissions only as parts of operations. */
type Facts = {
  readonly checks: readonly string[];
  readonly crossAccount: boolean;
  readonly grant: string | undefined;
  readonly level: string;
};

const ours = (actions: readonly KmsAction[]): Record<string, Facts> =>
  Object.fromEntries(
    actions.map((row) => [
      row.action,
      {
        checks: row.resources.map((kind) => `${kind} ${kind === "key" ? row.policy : "iam-only"}`).sort(), // only a key has a key policy
        crossAccount: row.crossAccount,
        grant: row.grantOperation,
        level: row.accessLevel,
      },
    ]),
  );

const theirs: Record<string, Facts> = Object.fromEntries(
  [...new Set(AWS.operations.flatMap(({ permissions }) => permissions.map(({ action }) => action)))].map((action) => {
    const name = action.slice("kms:".length);
    const within = AWS.operations.filter(({ permissions }) => permissions.some((permission) => permission.action === action));
    const own = within.find((operation) => operation.name === name) ?? within[0];
    const checks = within.flatMap(({ permissions }) => permissions.filter((permission) => permission.action === action));
    const who = (types: readonly string[]) => (types.includes("key-policy") ? "key-policy" : name === "RetireGrant" ? "grant" : "iam-only");
    const facts: Facts = {
      checks: [...new Set(checks.map(({ resource, policyTypes }) => `${resource} ${who(policyTypes)}`))].sort(),
      crossAccount: own?.crossAccount === true,
      grant: own?.grantOperations.find((operation) => operation === name),
      level: own?.accessLevel?.split(", ")[0] ?? "Write", // not listed yet for Encapsulate and Decapsulate
    };
    return [action, facts];
  }),
);

describe("the table of actions", () => {
  const ofOperations = KMS_ACTIONS.filter(({ action }) => !AWS.permissionOnlyActions.some((only) => only.action === action));

  test("agrees with AWS row by row, in both directions", () => {
    expect(disagreements(ours(ofOperations), theirs)).toEqual([]);
    expect(ofOperations).toHaveLength(57); // 56 operations, ReEncrypt checked with two actions
  });

  test.each<[string, Partial<KmsAction>]>([
    ["another reach", { crossAccount: false }],
    ["another authority", { policy: "iam-only" }],
    ["another resource", { resources: ["key", "*"] }],
    ["another access level", { accessLevel: "Read" }],
    ["another grant operation", { grantOperation: "Encrypt" }],
    ["another name", { action: "kms:Encrypt" }],
  ])("would not agree with %s of kms:Decrypt", (_, wrong) => {
    const wronged = ofOperations.map((row) => (row.action === "kms:Decrypt" ? { ...row, ...wrong } : row));
    expect(disagreements(ours(wronged), theirs)).not.toEqual([]);
  });

  test("has, beside those of operations, the permission of the service-linked role", () => {
    expect(KMS_ACTIONS.map(({ action }) => action).filter((action) => !(action in theirs))).toEqual(["kms:SynchronizeMultiRegionKey"]);
  });
});

describe("kmsAction", () => {
  test.each(KMS_ACTIONS.map((row) => [row.action, row] as const))("finds %s in any case", (name, row) => {
    for (const spelled of [name, name.toUpperCase(), name.toLowerCase()]) expect(kmsAction(spelled)).toBe(row);
  });

  test.each(["kms:ReEncrypt", "kms:*", "kms:Decrypt*", "Decrypt", "s3:GetObject", "kms:", "", "\u212Ams:Decrypt", "kms:Decrypt "])(
    "knows no action %j",
    (name) => {
      expect(kmsAction(name)).toBeUndefined();
    },
  );
});
