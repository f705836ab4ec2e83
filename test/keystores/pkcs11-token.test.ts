import { beforeEach, describe, expect, test } from "vitest";
import { Pkcs11Token } from "../../src/keystores/pkcs11-token.ts";
import type { HsmCiphertext } from "../../src/kms/key-stores/hsm.ts";
import { utf8 } from "../crypto/bytes.ts";
import { CKR, FakeToken, PACKAGE } from "./fake-pkcs11.ts";

/** PKCS#11 2.40, functions and return values; KMS Developer Guide, troubleshooting an AWS CloudHSM key store, for what a fault is called. */

let fake: FakeToken;
beforeEach(() => {
  fake = new FakeToken();
});

const login = (label = "kms-hsm", pin = "1234567") => Pkcs11Token.login(PACKAGE, fake.module, label, pin);
const token = (): Pkcs11Token => {
  const logged = login();
  if (!logged.ok) throw new Error(logged.error);
  return logged.value;
};
const AAD = utf8("tenant=a");
const sealed = (by: Pkcs11Token, label = "k"): HsmCiphertext => {
  const done = by.encrypt(label, utf8("secret"), AAD);
  if (!done.ok) throw new Error(done.error);
  return done.value;
};

describe("a login", () => {
  test("finds the token by its label, which the library fills up with spaces or zeros", () => {
    expect(login().ok).toBe(true);
    fake.label = "kms-hsm\0\0\0";
    expect(login().ok).toBe(true);
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, (fake: FakeToken) => void, string]>([
    ["no token is there", (to) => { to.isThere = false; }, "INSUFFICIENT_CLOUDHSM_HSMS"],
    ["a token of another label is there", (to) => { to.label = "kms-hsm-2"; }, "CLUSTER_NOT_FOUND"],
    ["the token was never initialized", (to) => { to.flags = 0; }, "CLUSTER_NOT_FOUND"],
    ["its user has no PIN", (to) => { to.flags = 1; }, "USER_NOT_FOUND"],
    ["the PIN is wrong", (to) => { to.pin = "7654321"; }, "INVALID_CREDENTIALS"],
    ["the PIN is locked", (to) => to.fails("C_Login", CKR.PIN_LOCKED), "USER_LOCKED_OUT"],
    ["the user's PIN is not set, as the login tells", (to) => to.fails("C_Login", CKR.USER_PIN_NOT_INITIALIZED), "USER_NOT_FOUND"],
    ["the library fails", (to) => to.fails("C_OpenSession", CKR.FUNCTION_FAILED), "NETWORK_ERRORS"],
    ["the library fails before that", (to) => to.fails("C_GetSlotList", CKR.FUNCTION_FAILED), "NETWORK_ERRORS"],
  ])("says what is wrong: %s", (_, breaks, error) => {
    breaks(fake);
    expect(login()).toEqual({ ok: false, error });
  });

  test("that is refused leaves no session behind", () => {
    fake.pin = "7654321";
    login();
    expect(fake.sessions.size).toBe(0);
  });

  test("of a user that another session logged in is one", () => {
    fake.fails("C_Login", CKR.USER_ALREADY_LOGGED_IN);
    expect(login().ok).toBe(true);
  });

  test("ends with its session, also if that was closed already", () => {
    const one = token();
    one.logout();
    expect(fake.sessions.size).toBe(0);
    expect(() => one.logout()).not.toThrow();
    const other = token();
    fake.closeSessions();
    expect(() => other.logout()).not.toThrow();
  });
});

describe("a key", () => {
  test("is AES of 256 bits that stays in the token, and does nothing but encrypt and decrypt", () => {
    expect(token().generateKey("k")).toEqual({ ok: true, value: undefined });
    expect(Object.fromEntries(fake.keys[0]!.attributes)).toMatchObject({
      CKA_LABEL: "k",
      CKA_VALUE_LEN: 32,
      CKA_TOKEN: true,
      CKA_PRIVATE: true,
      CKA_SENSITIVE: true,
      CKA_EXTRACTABLE: false,
      CKA_MODIFIABLE: false,
      CKA_ENCRYPT: true,
      CKA_DECRYPT: true,
      CKA_WRAP: false,
      CKA_UNWRAP: false,
      CKA_SIGN: false,
      CKA_VERIFY: false,
      CKA_DERIVE: false,
    });
  });

  test("of a label that is taken is not made, and the other is not touched", () => {
    fake.add("k");
    expect(token().generateKey("k")).toEqual({ ok: false, error: "INTERNAL_ERROR" });
    expect(fake.keys).toHaveLength(1);
  });

  test("opens what it sealed, and nothing else", () => {
    const one = token();
    one.generateKey("k");
    const made = sealed(one);
    expect([made.iv.length, made.ciphertext.length, made.tag.length]).toEqual([12, 6, 16]);
    expect(one.decrypt("k", made, AAD)).toEqual({ ok: true, value: utf8("secret") });
    expect(one.decrypt("k", made, utf8("tenant=b"))).toEqual({ ok: false, error: "not authentic" });
    expect(one.decrypt("k", { ...made, tag: new Uint8Array(16) }, AAD)).toEqual({ ok: false, error: "not authentic" });
    expect(one.decrypt("k", made, AAD).ok).toBe(true); // after a failure, in a new session
  });

  test("is sealed under an IV of its own each time", () => {
    const one = token();
    one.generateKey("k");
    expect(sealed(one).iv).not.toEqual(sealed(one).iv);
  });

  test("is looked for once", () => {
    const one = token();
    one.generateKey("k");
    fake.calls.length = 0;
    sealed(one);
    sealed(one);
    expect(fake.calls.filter((call) => call === "C_FindObjectsInit")).toHaveLength(1);
    expect(fake.calls.filter((call) => call === "C_FindObjectsFinal")).toHaveLength(1);
  });

  test("that is not there is said to be so", () => {
    const one = token();
    const nothing = { ok: false, error: "key not found" };
    expect(one.encrypt("k", utf8("x"), AAD)).toEqual(nothing);
    expect(one.decrypt("k", { iv: new Uint8Array(12), ciphertext: utf8("x"), tag: new Uint8Array(16) }, AAD)).toEqual(nothing);
    expect(one.destroyKey("k")).toEqual(nothing);
  });

  test("is gone when it is destroyed", () => {
    const one = token();
    one.generateKey("k");
    sealed(one);
    expect(one.destroyKey("k")).toEqual({ ok: true, value: undefined });
    expect(fake.keys).toEqual([]);
    expect(one.encrypt("k", utf8("x"), AAD)).toEqual({ ok: false, error: "key not found" });
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, (fake: FakeToken) => void]>([
    ["another has the same label", (to) => { to.add("k"); to.add("k"); }],
    ["it can be extracted", (to) => to.add("k", { CKA_EXTRACTABLE: true })],
    ["it could be once", (to) => to.add("k", { CKA_NEVER_EXTRACTABLE: false })],
  ])("is not used where %s", (_, prepare) => {
    prepare(fake);
    expect(token().encrypt("k", utf8("x"), AAD)).toEqual({ ok: false, error: "INTERNAL_ERROR" });
  });
});

describe("a session that is gone", () => {
  test.each([
    ["a session that the library closed", CKR.SESSION_HANDLE_INVALID],
    ["a user that was logged out", CKR.USER_NOT_LOGGED_IN],
    ["a handle of another session", CKR.OBJECT_HANDLE_INVALID],
  ])("is opened again, and the call is made once more: %s", (_, code) => {
    const one = token();
    one.generateKey("k");
    fake.fails("C_EncryptInit", code);
    expect(one.encrypt("k", utf8("x"), AAD).ok).toBe(true);
    expect(fake.sessions.size).toBe(1);
  });

  test("in the middle of a decryption too, which is no damaged ciphertext", () => {
    const one = token();
    one.generateKey("k");
    const made = sealed(one);
    fake.fails("C_Decrypt", CKR.SESSION_HANDLE_INVALID);
    expect(one.decrypt("k", made, AAD)).toEqual({ ok: true, value: utf8("secret") });
  });

  test("but only once: then the call failed", () => {
    const one = token();
    fake.fails("C_GenerateRandom", CKR.SESSION_HANDLE_INVALID);
    fake.fails("C_GenerateRandom", CKR.SESSION_HANDLE_INVALID);
    expect(one.random(8)).toEqual({ ok: false, error: "INTERNAL_ERROR" });
    expect(one.random(8)).toMatchObject({ ok: true });
  });

  test("cannot be opened again where the PIN was changed meanwhile", () => {
    const one = token();
    fake.closeSessions();
    fake.pin = "7654321";
    expect(one.random(8)).toEqual({ ok: false, error: "INVALID_CREDENTIALS" });
  });
});

describe("a token that vanished", () => {
  test("is not taken for an empty one, nor its silence for a damaged ciphertext", () => {
    const one = token();
    one.generateKey("k");
    const made = sealed(one);
    fake.isThere = false;
    fake.fails("C_Decrypt", CKR.FUNCTION_FAILED);
    expect(one.decrypt("k", made, AAD)).toEqual({ ok: false, error: "NETWORK_ERRORS" });
    fake.keys = [];
    expect(one.encrypt("other", utf8("x"), AAD)).toEqual({ ok: false, error: "NETWORK_ERRORS" });
    expect(one.isAlive()).toBe(false);
  });

  test("fails as such, where one that is there fails in itself", () => {
    const one = token();
    fake.fails("C_GenerateRandom", CKR.FUNCTION_FAILED);
    expect(one.random(8)).toEqual({ ok: false, error: "INTERNAL_ERROR" });
    fake.isThere = false;
    fake.fails("C_GenerateRandom", CKR.FUNCTION_FAILED);
    expect(one.random(8)).toEqual({ ok: false, error: "NETWORK_ERRORS" });
  });
});

test("random bytes are those of the token, as many as asked", () => {
  const bytes = token().random(32);
  expect(bytes.ok && bytes.value).toHaveLength(32);
  expect(fake.calls).toContain("C_GenerateRandom");
});
