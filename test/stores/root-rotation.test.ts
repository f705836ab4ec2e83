import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { RootKey } from "../../src/crypto/root-key.ts";
import { createKms, openStore } from "../../src/kms.ts";
import { rotateRootKey } from "../../src/stores/root-rotation.ts";
import * as storeKeys from "../../src/stores/store-keys.ts";
import { ADMIN, bytes, EVERYTHING } from "../kms/lab.ts";
import { keyStore } from "../kms/records.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "./postgres-server.ts";

const rootKey = (byte: number): RootKey => {
  const made = RootKey.from(new Uint8Array(32).fill(byte));
  if (!made.ok) throw new Error();
  return made.value;
};
const [OLD, NEW, OTHER] = [rootKey(1), rootKey(2), rootKey(3)];

let server: PostgresServer | undefined;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-rotation-"));
  server = hasPostgres ? await startPostgres() : undefined;
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const KINDS = [
  { kind: "a file", where: async () => `file:${join(folder, `${++files}.db`)}` },
  ...(hasPostgres ? [{ kind: "PostgreSQL", where: async () => (await server?.database()) ?? "" }] : []),
];

const WORLD = { principals: { admin: { arn: ADMIN, policies: EVERYTHING } } };
const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (it) => it,
    (thrown: Error) => thrown.message,
  );

/** A store with something of everything that is sealed; gives a ciphertext. */
async function filled(where: string, keys: number): Promise<Uint8Array> {
  const store = await openStore(where, { root: OLD });
  const { later } = (await createKms({ world: WORLD, store })).as("admin");
  for (let i = 0; i < keys; i++) await later.createKey({ Description: String(i) });
  const KeyId = (await later.listKeys({ Limit: 1 })).Keys?.[0]?.KeyId ?? "";
  const { CiphertextBlob } = await later.encrypt({ KeyId, Plaintext: bytes("sealed before") });
  await store.commit([{ kind: "put-key-store", store: keyStore() }]);
  await store.collection?.("sessions", () => 0).put([{ name: "a", value: "b", endsAt: 1 }]);
  await store.close();
  return CiphertextBlob as Uint8Array;
}

async function check(where: string, root: RootKey, blob: Uint8Array, keys: number): Promise<void> {
  const store = await openStore(where, { root });
  const { later } = (await createKms({ world: WORLD, store })).as("admin");
  expect(new TextDecoder().decode((await later.decrypt({ CiphertextBlob: blob })).Plaintext)).toBe("sealed before");
  const { Keys } = await later.listKeys({ Limit: 1000 });
  expect(Keys).toHaveLength(keys);
  for (const { KeyId } of Keys ?? []) await later.encrypt({ KeyId: KeyId as string, Plaintext: bytes("x") });
  expect(store.state.keyStore(keyStore().id)?.secrets.dangerouslyRead("password")).toBe("hunter22");
  expect(await store.collection?.("sessions", () => 0).get("a")).toBe("b");
  await store.close();
}

describe.each(KINDS)("the root key of a store in $kind", ({ where }) => {
  it("is another one after a rotation, which seals everything anew; the old one opens nothing", async () => {
    const at = await where();
    const blob = await filled(at, 5);
    expect(await outcome(rotateRootKey(at, { from: OTHER, to: NEW }))).toContain("neither root key opens");
    expect(await outcome(openStore(at, { root: NEW }))).toContain("does not open");
    expect(await rotateRootKey(at, { from: OLD, to: NEW })).toEqual({ sealed: 7, resumed: false });
    expect(await outcome(openStore(at, { root: OLD }))).toContain("the root key does not open");
    await check(at, NEW, blob, 5);
    expect(await outcome(rotateRootKey(at, { from: OLD, to: NEW }))).toContain("sealed under that root key already");
    await rotateRootKey(at, { from: NEW, to: OLD });
    await check(at, OLD, blob, 5);
  });

  it("may be interrupted anywhere: the store opens with one of the two, and the same rotation goes on", async () => {
    const seal = vi.spyOn(storeKeys.StoreKeys.prototype, "sealMaterial");
    const sealed = vi.spyOn(storeKeys.StoreKeys.prototype, "sealText");
    for (const fails of [1, 3]) {
      const at = await where();
      const blob = await filled(at, 4);
      let left = fails;
      const failing = () => {
        if (--left <= 0) throw new RangeError("killed");
      };
      const real = seal.getMockImplementation();
      seal.mockImplementation(function (this: storeKeys.StoreKeys, ...given) {
        failing();
        return original.apply(this, given);
      });
      expect(await outcome(rotateRootKey(at, { from: OLD, to: NEW }))).toBe("killed");
      seal.mockImplementation(real ?? original);
      expect(await outcome(openStore(at, { root: OLD }))).toContain("the root key does not open");
      await check(at, NEW, blob, 4);
      expect(await rotateRootKey(at, { from: OLD, to: NEW })).toMatchObject({ resumed: true });
      await check(at, NEW, blob, 4);
    }
    seal.mockRestore();
    sealed.mockRestore();
  });
});

const original = storeKeys.StoreKeys.prototype.sealMaterial;

it.skipIf(!hasPostgres)("who shares the store with the old root key answers nothing from then on", async () => {
  const at = (await server?.database()) ?? "";
  await filled(at, 2);
  const troubles: string[] = [];
  const store = await openStore(at, { root: OLD, onTrouble: (message) => troubles.push(message) });
  const { later } = (await createKms({ world: WORLD, store })).as("admin");
  await later.listKeys();
  await rotateRootKey(at, { from: OLD, to: NEW });
  expect(await outcome(later.listKeys())).toContain("internal error");
  expect(await outcome(later.createKey())).toContain("internal error");
  expect(troubles.at(-1)).toContain("was sealed under another root key: start again with that one");
  await store.close();
});
