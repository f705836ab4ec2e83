import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { MissingPackageError, openStore, type RootKey, StoreError } from "../../src/kms.ts";
import { pathOf } from "../../src/stores/open-store.ts";
import { ROOT } from "../sources.ts";

it("knows a store by how it is written", async () => {
  expect(pathOf("file:kms.db")).toBe("kms.db");
  expect(pathOf("file:/var/lib/kms.db")).toBe("/var/lib/kms.db");
  expect(pathOf("file:///var/lib/k%20s.db")).toBe("/var/lib/k s.db");
  const store = await openStore("memory");
  expect(store.commit([])).toBeUndefined();
  await store.close();
  for (const where of ["", "kms.db", "mysql://x", "file:"]) await expect(openStore(where)).rejects.toThrow(StoreError);
});

it("says what to install where a package is not there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-open-store-")); // where nothing is installed
  const missing = join(folder, "stores.mjs");
  const entry = { contents: 'export { openStore, RootKey } from "./src/kms.ts";', resolveDir: ROOT };
  await build({
    stdin: entry,
    outfile: missing,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["libsql", "pg"],
    logLevel: "error",
  });
  const alone = (await import(missing)) as { readonly openStore: typeof openStore; readonly RootKey: typeof RootKey };
  const root = alone.RootKey.from(new Uint8Array(32));
  if (!root.ok) throw new Error();
  const told = (where: string) => alone.openStore(where, { root: root.value }).then(String, (thrown: Error) => thrown.message);
  expect(await told(`file:${join(folder, "kms.db")}`)).toBe(
    "KW005: stores in files need the package libsql, which is not installed: npm install libsql",
  );
  expect(await told("postgres://127.0.0.1:1/x")).toBe(
    "KW005: stores in PostgreSQL need the package pg, which is not installed: npm install pg",
  );
  expect(new MissingPackageError("a", "b", undefined).code).toBe("KW005");
  rmSync(folder, { recursive: true });
});
