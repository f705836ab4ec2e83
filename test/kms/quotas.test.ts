import { expect, it } from "vitest";
import { hasAllKeys, QUOTAS } from "../../src/kms/quotas.ts";
import { aliasArn, type StateView } from "../../src/kms/state.ts";
import { alias, HOME } from "./records.ts";

it("has the quotas of the developer guide", () => {
  expect(QUOTAS).toMatchObject({
    keys: 100_000,
    aliasesOfKey: 50,
    grantsOnKey: 50_000,
    tagsOfKey: 50,
    keyPolicyBytes: 32_768,
    customKeyStores: 10,
    onDemandRotations: 25,
  });
});

it("counts no key that AWS manages among those an account may make", () => {
  const managed = new Set(["alias/aws/s3", "alias/aws/ebs"].map((name) => aliasArn(HOME, name)));
  const stateOf = (size: number, manager: "AWS" | "CUSTOMER") =>
    ({
      keysOf: () => ({ size }),
      alias: (arn: string) => (managed.has(arn) ? alias("alias/aws/x", "its key") : undefined),
      key: () => ({ manager }),
    }) as unknown as StateView;
  expect([99_999, 100_000, 100_001].map((size) => hasAllKeys(HOME, stateOf(size, "CUSTOMER")))).toEqual([false, true, true]);
  expect([100_000, 100_001, 100_002].map((size) => hasAllKeys(HOME, stateOf(size, "AWS")))).toEqual([false, false, true]);
});
