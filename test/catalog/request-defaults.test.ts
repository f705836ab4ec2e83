import { describe, expect, test } from "vitest";
import { type KmsAction, kmsAction } from "../../src/catalog/actions.ts";
import type { ConditionKey } from "../../src/catalog/condition-key.ts";
import { conditionKey, isAvailable } from "../../src/catalog/condition-keys.ts";
import { REQUEST_DEFAULTS } from "../../src/catalog/request-defaults.ts";
import { AWS } from "./aws.ts";

/** Members whose default is what KMS does, not what a condition sees: the Developer Guide tests them with Null. */
const NOT_SEEN = ["BypassPolicyLockoutSafetyCheck", "ExpirationModel"];
/** Members named otherwise than their condition key. */
const KEY_OF: Readonly<Record<string, string>> = {
  Origin: "kms:KeyOrigin",
  PendingWindowInDays: "kms:ScheduleKeyDeletionPendingWindowInDays",
  SourceEncryptionAlgorithm: "kms:EncryptionAlgorithm",
  DestinationEncryptionAlgorithm: "kms:EncryptionAlgorithm",
};

describe("the defaults of requests", () => {
  const documented = AWS.operations.flatMap(({ name, request }) =>
    Object.entries(request).flatMap(([member, { default: value }]) => {
      const key = KEY_OF[member] ?? `kms:${member}`;
      if (value === undefined || NOT_SEEN.includes(member) || !conditionKey(key)) return [];
      const action = { SourceEncryptionAlgorithm: "ReEncryptFrom", DestinationEncryptionAlgorithm: "ReEncryptTo" }[member] ?? name;
      return [`${action} ${key} ${value}`];
    }),
  );
  const ours = REQUEST_DEFAULTS.flatMap(({ key, actions, value }) => actions.map((action) => `${action} ${key} ${value}`));

  test("are those of the parameters behind a condition key", () => {
    expect(documented.filter((row) => !ours.includes(row))).toEqual([]);
  });

  test("beside them are the old names, and the algorithm of data keys, for which there is no parameter", () => {
    expect(ours.filter((row) => !documented.includes(row)).sort()).toEqual([
      "CreateKey kms:CustomerMasterKeySpec SYMMETRIC_DEFAULT",
      "CreateKey kms:CustomerMasterKeyUsage ENCRYPT_DECRYPT",
      "GenerateDataKey kms:EncryptionAlgorithm SYMMETRIC_DEFAULT",
      "GenerateDataKeyPair kms:EncryptionAlgorithm SYMMETRIC_DEFAULT",
      "GenerateDataKeyPairWithoutPlaintext kms:EncryptionAlgorithm SYMMETRIC_DEFAULT",
      "GenerateDataKeyWithoutPlaintext kms:EncryptionAlgorithm SYMMETRIC_DEFAULT",
    ]);
  });

  test.each(ours.map((row) => row.split(" ") as [string, string]))("stand for keys that the check of %s can carry: %s", (name, key) => {
    const action = kmsAction(`kms:${name}`) as KmsAction;
    expect(action.resources.some((kind) => isAvailable(conditionKey(key) as ConditionKey, action, kind))).toBe(true);
  });
});
