import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import { RootKey } from "../../src/crypto/root-key.ts";
import type { Change } from "../../src/kms/state.ts";
import { createKms, type FileStore, openStore } from "../../src/kms.ts";
import { LibsqlFile } from "../../src/stores/libsql-file.ts";
import { freshMaterial } from "../crypto/materials.ts";
import { ADMIN, bytes, EVERYTHING, refusal } from "../kms/lab.ts";
import { HOME, key, keyStore } from "../kms/records.ts";

const Database = createRequire(import.meta.url)("libsql") as new (path: string) => Libsql.Database;

let folder: string;
let path: string;
const open: FileStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-file-store-"));
  path = join(folder, "kms.db");
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const rootKey = (byte: number): RootKey => {
  const made = RootKey.from(new Uint8Array(32).fill(byte));
  if (!made.ok) throw new Error();
  return made.value;
};
const openFile = async (options: Parameters<typeof openStore>[1] = {}, at = path): Promise<FileStore> => {
  const store = await openStore(`file:${at}`, options);
  open.push(store);
  return store;
};
const close = async (store: FileStore) => {
  open.splice(open.indexOf(store), 1);
  await store.close();
};
const failure = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => expect.unreachable("it was opened"),
    (thrown: Error) => `${thrown.name}: ${thrown.message}`,
  );

const WORLD = { principals: { admin: { arn: ADMIN, policies: EVERYTHING } } };

/** Looks into the file of a store that is closed. */
function inside<T>(look: (database: Libsql.Database) => T): T {
  const database = new Database(path);
  try {
    return look(database);
  } finally {
    database.close();
  }
}

describe("a store in a file", () => {
  it("gives a KMS that is there again as it was, import tokens too", async () => {
    const store = await openFile();
    const before = (await createKms({ world: WORLD, store })).as("admin");
    const { KeyMetadata } = before.createKey({ Description: "orders", MultiRegion: true });
    const KeyId = KeyMetadata.Arn;
    before.createAlias({ AliasName: "alias/orders", TargetKeyId: KeyId });
    const { CiphertextBlob } = before.encrypt({ KeyId: "alias/orders", Plaintext: bytes("secret") });
    const { GrantToken, GrantId } = before.createGrant({ KeyId, GranteePrincipal: ADMIN, Operations: ["Decrypt"] });
    const external = before.createKey({ Origin: "EXTERNAL" }).KeyMetadata.KeyId;
    const told = before.getParametersForImport({ KeyId: external, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" });
    await close(store);
    const kms = await createKms({ world: WORLD, store: await openFile() });
    const after = kms.as("admin");
    expect(Buffer.from(after.decrypt({ CiphertextBlob }).Plaintext ?? []).toString()).toBe("secret");
    expect(after.describeKey({ KeyId: "alias/orders" }).KeyMetadata).toEqual(KeyMetadata);
    expect(after.listGrants({ KeyId }).Grants).toMatchObject([{ GrantId }]);
    expect(after.retireGrant({ GrantToken })).toBeDefined();
    expect(after.getKeyLastUsage({ KeyId })).toMatchObject({ KeyLastUsage: { Operation: "Decrypt" } });
    expect(
      refusal(() =>
        after.importKeyMaterial({
          KeyId: external,
          ImportToken: told.ImportToken,
          EncryptedKeyMaterial: bytes("x"),
          ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
        }),
      ).name,
    ).toBe(
      "InvalidCiphertextException", // and not InvalidImportTokenException
    );
  });

  it("is its owner's alone, and one file when it is closed", async () => {
    const store = await openFile();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${path}.pid`, "utf8").trim()).toBe(String(process.pid));
    await close(store);
    expect(readdirSync(folder).sort()).toEqual(["kms.db", "kms.db.root-key"]);
    copyFileSync(path, join(folder, "copy.db")); // a backup
    const copy = await openFile({ root: { keyFile: `${path}.root-key` } }, join(folder, "copy.db"));
    expect(copy.state.keysOf(HOME).size).toBe(0);
  });

  it("is refused to a second process, and to a second opening in this one, as long as it is open", async () => {
    const store = await openFile();
    expect(await failure(openFile())).toContain(
      `kms.db is open in another process (process ${process.pid}): a store in a file is for one process`,
    );
    const script = `import { createRequire } from "node:module";
      const Database = createRequire(${JSON.stringify(import.meta.url)})("libsql");
      try { new Database(${JSON.stringify(path)}).exec("select * from kmsward_store"); console.log("opened"); } catch (error) { console.log(error.code); }`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim()).toBe("SQLITE_BUSY");
    await close(store);
    expect(await openFile()).toBeDefined();
  });

  it("holds no key material, password or value in clear", async () => {
    const store = await openFile({ root: rootKey(1) });
    const secret = freshMaterial("SYMMETRIC_DEFAULT", "k");
    const material = Buffer.from(dangerouslyExportMaterial(secret));
    store.commit([
      { kind: "put-key", key: key({ id: "k", materials: [{ id: secret.id, secret, state: "CURRENT" }] }) },
      { kind: "put-key-store", store: keyStore() },
    ]);
    await store.collection?.("sessions", () => 0).put([{ name: "a", value: "the-secret-access-key", endsAt: 1 }]);
    const look = () => {
      for (const name of readdirSync(folder)) {
        const text = readFileSync(join(folder, name)).toString("latin1");
        for (const clear of [
          material.toString("latin1"),
          material.toString("base64"),
          material.toString("hex"),
          "hunter22",
          "the-secret-access-key",
        ])
          expect(text.includes(clear), `${name} has ${clear.length}`).toBe(false);
      }
    };
    look();
    await close(store);
    look();
  });

  it("does not open with another root key, nor with a new one where its own is lost; nothing is changed", async () => {
    await close(await openFile({ root: rootKey(1) }));
    const rows = () => inside((database) => database.prepare("select * from kmsward_store").all([]));
    const before = rows();
    expect(await failure(openFile({ root: rootKey(2) }))).toMatch(
      /^StoreError: KW007: the root key does not open .*kms.db \(store [0-9a-f-]{36}, made 20.*\): it was made with another one/,
    );
    expect(await failure(openFile())).toMatch(/^RootKeyError: KW006: there is no root key file .*kms.db.root-key/);
    expect(existsSync(`${path}.root-key`)).toBe(false);
    expect(rows()).toEqual(before);
    expect(await openFile({ root: rootKey(1) })).toBeDefined();
  });

  it("does not open one of a newer kmsward, nor what is no store", async () => {
    await close(await openFile({ root: rootKey(1) }));
    inside((database) => database.exec("insert into kmsward_migration (name, timestamp) values ('9999-later', '2030')"));
    expect(await failure(openFile({ root: rootKey(1) }))).toContain(
      "was made or opened by a newer kmsward (its tables are of version 9999-later)",
    );
    writeFileSync(join(folder, "text"), "no database, and longer than a header of one hundred bytes: ".repeat(20));
    expect(await failure(openFile({}, join(folder, "text")))).toContain("is damaged, or is no store");
    expect(await failure(openFile({}, join(folder, "none", "kms.db")))).toContain("there is no such folder");
    expect(await failure(openFile({}, folder))).toContain("KW007");
    expect(await failure(openStore("mysql://x"))).toContain("a store is `memory`, `file:PATH` or `postgres://");
    expect(await failure(openStore("file:"))).toContain("needs the path");
    expect(await failure(openStore("memory", { rot: 1 } as never))).toContain("rot");
  });

  it("swapped or damaged material is used for nothing, and everything else goes on", async () => {
    const store = await openFile({ root: rootKey(1) });
    const { as } = await createKms({ world: WORLD, store });
    const [one, two] = [0, 1].map(() => as("admin").createKey().KeyMetadata.Arn);
    await close(store);
    inside((database) => {
      const record = (arn: string | undefined) =>
        database.prepare("select record from kmsward_keys where arn = ?").get([arn]) as { record: string };
      const other = JSON.parse(record(two).record) as { materials: { sealed: string }[] };
      const changed = JSON.parse(record(one).record) as { materials: { sealed: string }[] };
      changed.materials[0]!.sealed = other.materials[0]!.sealed;
      database.prepare("update kmsward_keys set record = ? where arn = ?").run([JSON.stringify(changed), one]);
    });
    const admin = (await createKms({ world: WORLD, store: await openFile({ root: rootKey(1) }) })).as("admin");
    expect(refusal(() => admin.encrypt({ KeyId: one!, Plaintext: bytes("x") })).name).toBe("KMSInternalException");
    expect(admin.encrypt({ KeyId: two!, Plaintext: bytes("x") }).CiphertextBlob.length).toBeGreaterThan(0);
  });

  it("a full disk: the call fails, nothing of it is there, and others go on; all is well when there is room again", async () => {
    const troubles: string[] = [];
    const store = await openFile({ root: rootKey(1), onTrouble: (message) => troubles.push(message) });
    const admin = (await createKms({ world: WORLD, store })).as("admin");
    const { Arn: KeyId } = admin.createKey().KeyMetadata;
    pragma(store, "max_page_count = 40");
    const seen = () => JSON.stringify(store.state.snapshot());
    let before = seen();
    const big = "x".repeat(8192);
    const failed = Array.from({ length: 40 }, () => {
      before = seen();
      try {
        admin.createKey({ Description: big });
        return "made";
      } catch (thrown) {
        expect(seen()).toBe(before);
        return (thrown as Error).name;
      }
    });
    expect(new Set(failed)).toEqual(new Set(["made", "KMSInternalException"]));
    expect(troubles[0]).toContain("kms.db cannot grow: the disk is full");
    const { CiphertextBlob } = admin.encrypt({ KeyId, Plaintext: bytes("x") }); // changes nothing that has to be kept at once
    expect(admin.decrypt({ CiphertextBlob }).Plaintext).toHaveLength(1);
    pragma(store, "max_page_count = 100000");
    expect(admin.createKey({ Description: big }).KeyMetadata.Description).toBe(big);
    const kept = JSON.parse(seen()) as object;
    await close(store);
    expect(JSON.parse(JSON.stringify((await openFile({ root: rootKey(1) })).state.snapshot()))).toEqual(kept);
  });

  it.runIf(process.getuid?.() === 0)("a file that may not be written is refused", async () => {
    await close(await openFile({ root: rootKey(1) }));
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const script = `process.setgid(65534); process.setuid(65534);
      const { createRequire } = await import("node:module");
      const db = new (createRequire(${JSON.stringify(import.meta.url)})("libsql"))(${JSON.stringify(path)});
      try { db.pragma("journal_mode = WAL"); console.log("opened"); } catch (error) { console.log(error.code); }`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim()).toBe("SQLITE_READONLY");
  });

  it("forgets what it has read when it is too much, and answers the same", async () => {
    const store = await openFile({ root: rootKey(1) });
    const policy = "x".repeat(1_000_000); // more in all than it remembers
    const many = Array.from({ length: 40 }, (_, i) => key({ id: `${String(i).padStart(8, "0")}-12ab-34cd-56ef-1234567890ab`, policy }));
    const changes = many.map((one): Change => ({ kind: "put-key", key: one }));
    store.commit(changes);
    for (let round = 0; round < 3; round++)
      for (const one of many) store.commit([{ kind: "put-key", key: { ...one, description: String(round) } }]);
    for (const one of many) expect(store.state.key(one.arn)?.description).toBe("2");
    expect(store.state.keysOf(HOME).size).toBe(40);
  });
});

/** Sets what SQLite may do with the file of a store, for faults that a test makes. */
function pragma(store: FileStore, text: string): void {
  const spy = vi.spyOn(LibsqlFile.prototype, "transaction");
  store.commit([{ kind: "delete-alias", arn: "none" }]);
  const file = spy.mock.contexts[0] as LibsqlFile;
  spy.mockRestore();
  file.all({ compile: () => sql.raw(`pragma ${text}`).compile(file.db) } as never);
}
