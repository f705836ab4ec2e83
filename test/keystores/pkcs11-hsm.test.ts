import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type Hsm, MissingModuleError, pkcs11Hsm } from "../../src/kms.ts";
import { certificateFor } from "../clients/xks-proxy/certificate.ts";
import { utf8 } from "../crypto/bytes.ts";
import { refused } from "../kms/lab.ts";
import { connectedStore, storeOf, withKeyStores } from "../kms/with-key-stores.ts";

/** Real tokens: SoftHSM 2, in folders of their own. */
const LIBRARY = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/local/lib/softhsm/libsofthsm2.so",
].find((path) => existsSync(path));
const hasPackage = (() => {
  try {
    createRequire(import.meta.url)("pkcs11js");
    return true;
  } catch {
    return false;
  }
})();
const lacks = LIBRARY === undefined ? "the Debian package softhsm2" : hasPackage ? undefined : "the npm package pkcs11js, compiled";
if (lacks !== undefined) console.warn(`NOT TESTED: keys in hardware security modules, because this machine lacks ${lacks}`);

test.skipIf(hasPackage)("without the package pkcs11js the error says what to install", async () => {
  const error = await pkcs11Hsm({ library: "none.so", clusters: {} }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MissingModuleError);
  expect(String(error)).toContain("KW005");
  expect(String(error)).toContain("npm install pkcs11js");
});

const PIN = "1234567";
const CLUSTER = "cluster-2a3b4c5d6e7f2";
const CERTIFICATE = certificateFor("cluster").cert;
const STORE = {
  CustomKeyStoreName: "hsm",
  CloudHsmClusterId: CLUSTER,
  TrustAnchorCertificate: CERTIFICATE,
  KeyStorePassword: PIN,
} as const;

describe.skipIf(lacks !== undefined)(
  lacks === undefined ? "a hardware security module" : `a hardware security module (skipped: ${lacks} is missing)`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "kmsward-hsm-"));
    const configuration = join(folder, "softhsm2.conf");
    let hsm: Hsm;

    beforeAll(async () => {
      mkdirSync(join(folder, "tokens"), { mode: 0o700 });
      writeFileSync(configuration, `directories.tokendir = ${join(folder, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n`, {
        mode: 0o600,
      });
      process.env.SOFTHSM2_CONF = configuration; // read by the library when it is loaded
      execFileSync("softhsm2-util", ["--init-token", "--free", "--label", "kms-hsm", "--so-pin", "so-pin-1234", "--pin", PIN], {
        stdio: "ignore",
      });
      hsm = await pkcs11Hsm({
        library: LIBRARY!,
        clusters: {
          [CLUSTER]: { tokenLabel: "kms-hsm", trustAnchor: CERTIFICATE },
          "cluster-2a3b4c5d6e7f3": { tokenLabel: "no such token" },
        },
      });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("makes a key that encrypts, decrypts and never leaves", async () => {
      const one = await withKeyStores({ hsm, randomBytes: (length) => Uint8Array.from(randomBytes(length)) });
      const id = await connectedStore(one, STORE);
      expect((await storeOf(one, id)).ConnectionState).toBe("CONNECTED");
      const { KeyMetadata } = await one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: id });
      expect(KeyMetadata).toMatchObject({ Origin: "AWS_CLOUDHSM", CloudHsmClusterId: CLUSTER, CustomKeyStoreId: id, KeyState: "Enabled" });
      const context = { tenant: "a", note: "n".repeat(7000) };
      for (const Plaintext of [utf8("x"), new Uint8Array(4096).fill(3)]) {
        for (const EncryptionContext of [{}, context]) {
          const { CiphertextBlob } = await one.app.encrypt({ KeyId: KeyMetadata.Arn, Plaintext, EncryptionContext });
          expect(CiphertextBlob.length).toBe(64 + 2 + 12 + 16 + Plaintext.length);
          expect(await one.app.decrypt({ CiphertextBlob, EncryptionContext })).toEqual({
            KeyId: KeyMetadata.Arn,
            EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
            Plaintext,
          });
          expect(await refused(one.app.decrypt({ CiphertextBlob, EncryptionContext: { tenant: "b" } }))).toEqual({
            name: "InvalidCiphertextException",
            message: "",
          });
        }
      }
      const { CiphertextBlob, Plaintext } = await one.app.generateDataKey({ KeyId: KeyMetadata.Arn, KeySpec: "AES_256" });
      expect((await one.app.decrypt({ CiphertextBlob })).Plaintext).toEqual(Plaintext);
      for (let at = 0; at < CiphertextBlob.length; at += 5) {
        const damaged = CiphertextBlob.slice();
        damaged[at]! ^= 4;
        expect((await refused(one.app.decrypt({ CiphertextBlob: damaged, KeyId: KeyMetadata.Arn }))).name).toBe(
          "InvalidCiphertextException",
        );
      }
      expect((await one.app.decrypt({ CiphertextBlob })).Plaintext).toEqual(Plaintext); // the token has got over all that
      expect((await one.app.generateRandom({ NumberOfBytes: 32, CustomKeyStoreId: id })).Plaintext).toHaveLength(32);
    });

    it("is unavailable when disconnected, and the same again afterwards", async () => {
      const one = await withKeyStores({ hsm, randomBytes: (length) => Uint8Array.from(randomBytes(length)) });
      const id = await connectedStore(one, STORE);
      const KeyId = (await one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: id, Description: "again" })).KeyMetadata.Arn;
      const { CiphertextBlob } = await one.app.encrypt({ KeyId, Plaintext: utf8("x") });
      await one.app.disconnectCustomKeyStore({ CustomKeyStoreId: id });
      expect((await one.app.describeKey({ KeyId })).KeyMetadata.KeyState).toBe("Unavailable");
      expect((await refused(one.app.decrypt({ CiphertextBlob }))).name).toBe("KMSInvalidStateException");
      await one.kms.idle();
      await one.app.connectCustomKeyStore({ CustomKeyStoreId: id });
      await one.kms.idle();
      expect((await one.app.decrypt({ CiphertextBlob })).Plaintext).toEqual(utf8("x"));
    });

    it.each([
      ["a wrong password", { KeyStorePassword: "7654321" }, "INVALID_CREDENTIALS"],
      ["a token that is not there", { CloudHsmClusterId: "cluster-2a3b4c5d6e7f3" }, "CLUSTER_NOT_FOUND"],
    ])("says why it cannot be connected: %s", async (_, members, code) => {
      const one = await withKeyStores({ hsm, randomBytes: (length) => Uint8Array.from(randomBytes(length)) });
      const id = await connectedStore(one, { ...STORE, ...members });
      expect(await storeOf(one, id)).toMatchObject({ ConnectionState: "FAILED", ConnectionErrorCode: code });
    });

    it("destroys the key at the end of its waiting period", async () => {
      const one = await withKeyStores({ hsm, randomBytes: (length) => Uint8Array.from(randomBytes(length)) });
      const id = await connectedStore(one, STORE);
      const { Arn, KeyId } = (
        await one.app.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: id, Tags: [{ TagKey: "a", TagValue: "b" }] })
      ).KeyMetadata;
      const login = { clusterId: CLUSTER, password: PIN };
      expect((await hsm.encrypt(login, `kms-${KeyId}`, utf8("x"), utf8("a"))).ok).toBe(true);
      await one.app.scheduleKeyDeletion({ KeyId: Arn, PendingWindowInDays: 7 });
      one.kms.advance({ days: 7 });
      await one.kms.idle();
      expect(await hsm.encrypt(login, `kms-${KeyId}`, utf8("x"), utf8("a"))).toEqual({ ok: false, error: "key not found" });
      expect(await hsm.destroyKey(login, `kms-${KeyId}`)).toEqual({ ok: false, error: "key not found" });
    });

    it("a key of another's making under one of our labels is not overwritten", async () => {
      const login = { clusterId: CLUSTER, password: PIN };
      expect((await hsm.generateKey(login, "twice")).ok).toBe(true);
      expect(await hsm.generateKey(login, "twice")).toEqual({ ok: false, error: "INTERNAL_ERROR" });
    });

    it("a token that vanished is not taken for an empty one", async () => {
      const login = { clusterId: CLUSTER, password: PIN };
      expect((await hsm.generateKey(login, "vanishing")).ok).toBe(true);
      const sealed = await hsm.encrypt(login, "vanishing", utf8("x"), utf8("a"));
      if (!sealed.ok) throw new Error(sealed.error);
      renameSync(join(folder, "tokens"), join(folder, "elsewhere"));
      expect(await hsm.decrypt(login, "vanishing", sealed.value, utf8("a"))).toEqual({ ok: false, error: "NETWORK_ERRORS" });
      expect(await hsm.encrypt(login, "vanishing", utf8("x"), utf8("a"))).toEqual({ ok: false, error: "NETWORK_ERRORS" });
    });
  },
);
