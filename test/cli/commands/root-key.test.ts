import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createKms, openStore } from "../../../src/kms.ts";
import { kmsward } from "../fake-io.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-root-key-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

it("makes a root key, and changes that of a store", async () => {
  const made = await kmsward(["root-key", "create", "--root-key", at("first")]);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("without it they are worth nothing");
  expect(statSync(at("first")).mode & 0o777).toBe(0o600);
  const where = `file:${at("kms.db")}` as const;
  const store = await openStore(where, { root: { keyFile: at("first") } });
  await createKms({ store, world: { keys: { orders: {} } } });
  await store.close();
  const rotated = await kmsward(["root-key", "rotate", "--store", where, "--root-key", at("first"), "--new-root-key", at("second")]);
  expect(rotated).toMatchObject({ code: 0, err: "" });
  expect(rotated.out).toContain("1 records anew. Start with `--root-key");
  await expect(openStore(where, { root: { keyFile: at("first") } })).rejects.toThrow("the root key does not open");
  const again = await openStore(where, { root: { keyFile: at("second") } });
  const busy = await kmsward(["root-key", "rotate", "--store", where, "--root-key", at("second"), "--new-root-key", at("third")]);
  expect(busy).toMatchObject({ code: 1, out: "" });
  expect(busy.err).toContain("is open in another process");
  await again.close();
});

it.each([
  [["root-key"], /say what to do/],
  [["root-key", "create"], /say where to/],
  [["root-key", "rotate"], /say which store/],
  [["root-key", "rotate", "--store", "file:x.db"], /say which root key it is to have/],
  [["root-key", "rotate", "--store", "postgres://x/y", "--new-root-key", "k"], /say which root key it has/],
  [["root-key", "rotate", "--store", "file:none.db", "--new-root-key", "never-made"], /there is no root key file.*KW006/s],
])("refuses %j", async (args, expected) => {
  const { code, out, err } = await kmsward(args);
  expect(err).toMatch(expected);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(existsSync("never-made")).toBe(false);
});
