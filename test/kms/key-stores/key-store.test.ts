import { inspect } from "node:util";
import { expect, it } from "vitest";
import { Secrets } from "../../../src/kms/key-stores/key-store.ts";
import { keyStore } from "../records.ts";

it("shows its secrets to whoever says that it is dangerous, and nowhere else", () => {
  const secrets = new Secrets({ password: "hunter22" });
  expect(secrets.dangerouslyRead("password")).toBe("hunter22");
  expect(secrets.dangerouslyRead("toString")).toBeUndefined();
  for (const shown of [JSON.stringify(keyStore({ secrets })), inspect(secrets, { depth: 9, showHidden: true }), String(secrets)]) {
    expect(shown).not.toContain("hunter22");
  }
});
