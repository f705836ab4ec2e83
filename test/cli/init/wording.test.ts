import { expect, test } from "vitest";
import { nameOfCase } from "../../../src/cli/init/wording.ts";

const told = {
  outcome: "allowed",
  by: ["Root"],
  who: ["app"],
  actions: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
  key: "logs",
  circumstances: {},
} as const;

test.each<readonly [Partial<Parameters<typeof nameOfCase>[0]>, string]>([
  [{}, "Root lets app use key logs"],
  [{ by: ["Root", "App"], who: ["app", "job"] }, "Root and App let app and job use key logs"],
  [{ by: [] }, "a statement lets app use key logs"],
  [{ outcome: "implicitDeny", by: [], who: ["a", "b", "c", "d"] }, "nothing lets 4 principals use key logs"],
  [{ outcome: "explicitDeny", by: ["NoTls"], actions: ["kms:DescribeKey"] }, "NoTls forbids app to look at key logs"],
  [{ outcome: "undetermined", by: [] }, "something may let app use key logs"],
  [{ actions: ["kms:Decrypt"] }, "Root lets app call Decrypt on key logs"],
  [
    { actions: [...told.actions, "kms:Sign", "kms:DescribeKey", "kms:CreateAlias"] },
    "Root lets app use and look at key logs, and call CreateAlias on it",
  ],
  [{ actions: ["kms:Sign", "kms:Verify", "kms:TagResource", "kms:CreateAlias"] }, "Root lets app call 4 operations on key logs"],
  [{ key: "key-1234abcd" }, "Root lets app use key-1234abcd"],
  [
    { circumstances: { viaService: "s3.us-east-1.amazonaws.com", encryptionContext: { tenant: "t1", table: "x" } } },
    "Root lets app use key logs through s3.us-east-1.amazonaws.com with tenant = t1 and table = x in the encryption context",
  ],
  [
    {
      circumstances: {
        context: { "aws:MultiFactorAuthPresent": "true", "aws:SourceIp": "203.0.113.0", "aws:TagKeys": ["a", "b"] },
        time: "2026-01-01T00:00:00Z",
      },
    },
    "Root lets app use key logs with MFA when aws:SourceIp is 203.0.113.0 and aws:TagKeys is a and b at 2026-01-01T00:00:00Z",
  ],
])("%j is %s", (change, name) => {
  expect(nameOfCase({ ...told, ...change })).toBe(name);
});
