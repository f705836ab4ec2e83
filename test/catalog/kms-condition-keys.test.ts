import { describe, expect, test } from "vitest";
import { KMS_ACTIONS, type KmsAction, type ResourceKind } from "../../src/catalog/actions.ts";
import type { ConditionKey } from "../../src/catalog/condition-key.ts";
import { isAvailable } from "../../src/catalog/condition-keys.ts";
import { KMS_CONDITION_KEYS } from "../../src/catalog/kms-condition-keys.ts";
import { AWS, catalogNames, disagreements } from "./aws.ts";

const KINDS: readonly ResourceKind[] = ["key", "alias", "*"];
const onlyName = (awsName: string): string => catalogNames(awsName).join();

/** KMS Developer Guide, "AWS KMS permissions": all that the check of RetireGrant has of the keys common to checks on a key. */
const WITH_RETIRE_GRANT = ["kms:CallerAccount", "kms:ViaService", "kms:ResourceAliases", "aws:ResourceTag/"];
const NOT_WITH_RETIRE_GRANT = AWS.keyResourceConditionKeys.map(onlyName).filter((name) => !WITH_RETIRE_GRANT.includes(name));

describe("the table of condition keys of KMS", () => {
  const ours = (keys: readonly ConditionKey[]) =>
    Object.fromEntries(
      keys.map((key) => [
        key.name,
        {
          type: key.type,
          multiValued: key.multiValued,
          keyPolicy: key.policyTypes !== "iam-only",
          last: key.upTo,
          actions: KMS_ACTIONS.filter((action) => KINDS.some((kind) => isAvailable(key, action, kind))).map(({ action }) => action),
        },
      ]),
    );
  const theirs = Object.fromEntries(
    AWS.conditionKeys.map((row) => [
      onlyName(row.key),
      {
        type: row.type === "ArrayOfString" ? "String" : row.type,
        multiValued: row.multiValued,
        keyPolicy: row.policyTypes.includes("key-policy"),
        last: row.key.includes("..") ? Number(/\d+$/.exec(row.key)?.[0]) : undefined,
        actions: KMS_ACTIONS.map(({ action }) => action).filter((action) => listed(row.operations, onlyName(row.key)).has(action)),
      },
    ]),
  );

  /** The actions of the operations that a row of the fixture lists, some in words. */
  function listed(operations: readonly string[], key: string): ReadonlySet<string> {
    const actions = operations.flatMap((text) => {
      if (text.startsWith("all operations authorized on a KMS key")) {
        const checked = AWS.operations.flatMap(({ permissions }) => permissions.filter(({ resource }) => resource === "key"));
        return [...checked, ...AWS.permissionOnlyActions].map(({ action }) => action);
      }
      if (text === "custom key store operations")
        return AWS.operations.map(({ name }) => `kms:${name}`).filter((name) => /CustomKeyStore/.test(name));
      if (text.startsWith("ReplicateKey (through kms:TagResource")) return ["kms:TagResource"];
      if (text === "ReEncrypt") return ["kms:ReEncryptFrom", "kms:ReEncryptTo"];
      return [`kms:${text.replace(/ \(.*/, "")}`];
    });
    return new Set(actions.filter((action) => action !== "kms:RetireGrant" || !NOT_WITH_RETIRE_GRANT.includes(key)));
  }

  test("agrees with AWS row by row, in both directions", () => {
    expect(disagreements(ours(KMS_CONDITION_KEYS), theirs)).toEqual([]);
    expect(KMS_CONDITION_KEYS).toHaveLength(44);
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<ConditionKey>]>([
    ["another type",        { type: "Bool" }],
    ["another cardinality", { multiValued: true }],
    ["another policy type", { policyTypes: "iam-only" }],
    ["another action",      { availability: { on: "actions", actions: ["GenerateMac", "VerifyMac", "Sign"] } }],
    ["a missing action",    { availability: { on: "actions", actions: ["GenerateMac"] } }],
    ["a longer family",     { upTo: 3 }],
    ["another name",        { name: "kms:MacAlgorithms" }],
  ])("would not agree with %s for kms:MacAlgorithm", (_, wrong) => {
    const wronged = KMS_CONDITION_KEYS.map((row) => (row.name === "kms:MacAlgorithm" ? { ...row, ...wrong } : row));
    expect(disagreements(ours(wronged), theirs)).not.toEqual([]);
  });
});

describe("what a check carries", () => {
  /** The fixture lists the keys of an operation; which of its checks has them is said in the Developer Guide in words. */
  function carried(operation: (typeof AWS.operations)[number], action: string, kind: ResourceKind): readonly string[] {
    const names = operation.conditionKeys.flatMap(catalogNames);
    const deprecated = names.includes("kms:KeySpec") ? ["kms:CustomerMasterKeySpec", "kms:CustomerMasterKeyUsage"] : [];
    if (kind === "alias") return [];
    if (action === "kms:TagResource" && kind === "*") return ["kms:CallerAccount", "kms:ViaService", "aws:RequestTag/", "aws:TagKeys"];
    if (operation.name !== "ReplicateKey") return [...names, ...deprecated];
    const ofNewKey = ["aws:RequestTag/", "aws:TagKeys", "kms:BypassPolicyLockoutSafetyCheck"];
    return kind === "key" ? [...names.filter((name) => !ofNewKey.includes(name)), ...deprecated] : [];
  }

  const checks = (action: KmsAction, kind: ResourceKind) =>
    AWS.operations.filter(({ permissions }) => permissions.some((check) => check.action === action.action && check.resource === kind));
  const pairs = KMS_ACTIONS.filter(({ action }) => !AWS.permissionOnlyActions.some((only) => only.action === action)).flatMap((action) =>
    KINDS.map((kind) => [action.action, kind, action] as const),
  );

  test.each(pairs)("%s on %s", (name, kind, action) => {
    const theirs = new Set(checks(action, kind).flatMap((operation) => carried(operation, name, kind)));
    const ours = KMS_CONDITION_KEYS.filter((key) => isAvailable(key, action, kind)).map((key) => key.name);
    expect(ours.sort()).toEqual([...theirs].sort());
  });

  test("an action tells the keys its checks have beyond the common ones", () => {
    const { conditionKeys } = KMS_ACTIONS.find(({ action }) => action === "kms:Verify") as KmsAction;
    expect(conditionKeys).toEqual(["kms:MessageType", "kms:RequestAlias", "kms:SigningAlgorithm"]);
    for (const action of KMS_ACTIONS) {
      const told = KMS_CONDITION_KEYS.filter(({ name }) => action.conditionKeys.includes(name));
      expect(told).toHaveLength(action.conditionKeys.length);
      const common = (key: ConditionKey) => action.resources.includes("key") && key.availability.on === "key";
      const ofChecks = KMS_CONDITION_KEYS.filter((key) => KINDS.some((kind) => isAvailable(key, action, kind)) && !common(key));
      expect(told.filter((key) => !common(key))).toEqual(ofChecks);
    }
  });
});
