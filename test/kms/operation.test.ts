import { expect, it } from "vitest";
import { ok } from "../../src/base/result.ts";
import { onKey } from "../../src/kms/checks.ts";
import * as member from "../../src/kms/input.ts";
import { operation } from "../../src/kms/operation.ts";

it("is the row itself, whose types follow from its schema and its checks", () => {
  const row = operation({
    name: "DescribeKey",
    input: member.request({ KeyId: member.keyId() }),
    checks: { key: onKey("kms:DescribeKey", "KeyId", "any") },
    run: ({ input, found }) => ok({ reply: { asked: input.KeyId satisfies string, is: found.key.key.arn satisfies string }, changes: [] }),
    log: { parameters: ["KeyId"] },
  });
  expect(Object.keys(row)).toEqual(["name", "input", "checks", "run", "log"]);
  // @ts-expect-error a member that the request does not have
  operation({ ...row, log: { parameters: ["Other"] } });
});
