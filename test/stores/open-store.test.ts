import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { MissingPackageError, openStore, StoreError } from "../../src/kms.ts";
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
  const program = join(folder, "stores.mjs");
  const contents = `import { openStore, RootKey } from "./src/kms.ts";
    const options = { root: RootKey.from(new Uint8Array(32)).value };
    for (const where of ["file:kms.db", "postgres://127.0.0.1:1/x"]) await openStore(where, options).catch(({ message }) => console.log(message));`;
  const external = ["libsql", "pg"];
  await build({
    stdin: { contents, resolveDir: ROOT },
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    external,
    logLevel: "error",
  });
  expect(execFileSync(process.execPath, [program], { cwd: folder, encoding: "utf8" }).trim().split("\n")).toEqual([
    "KW005: stores in files need the package libsql, which is not installed: npm install libsql",
    "KW005: stores in PostgreSQL need the package pg, which is not installed: npm install pg",
  ]);
  expect(new MissingPackageError("a", "b", undefined).code).toBe("KW005");
  rmSync(folder, { recursive: true });
});
