import { expect, it } from "vitest";
import { readRecipient } from "../../src/kms/recipient.ts";

it("is absent where the request has none", () => {
  expect(readRecipient({})).toEqual({ ok: true, value: undefined });
});
