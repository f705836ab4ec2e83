import { expect, it } from "vitest";
import { Options } from "../../src/cli/options.ts";
import { Refusal } from "../../src/cli/refusal.ts";
import { rootKeySource, storeFault } from "../../src/cli/stores.ts";
import { StoreError } from "../../src/stores/store-error.ts";

const given = (values: Readonly<Record<string, string>>) =>
  new Options([], new Map(Object.entries(values).map(([name, value]) => [name, [value]])));

it("a root key is in a file or in the environment", () => {
  expect(rootKeySource(given({}))).toBeUndefined();
  expect(rootKeySource(given({ "root-key": "env:KMS_ROOT" }))).toEqual({ environment: "KMS_ROOT" });
  expect(rootKeySource(given({ "root-key": "k", "root-key-passphrase": "p" }))).toEqual({ keyFile: "k", passphraseFile: "p" });
  expect(rootKeySource(given({ "new-root-key": "k" }), "new-root-key")).toEqual({ keyFile: "k" });
  expect(() => rootKeySource(given({ "root-key-passphrase": "p" }))).toThrow(Refusal);
});

it("a store that cannot be opened is a refusal, a bug is none", () => {
  expect(storeFault(new StoreError("it is gone"))).toMatchObject({ diagnostics: [{ code: "KW007", message: "it is gone" }] });
  const bug = new TypeError("x");
  expect(storeFault(bug)).toBe(bug);
});
