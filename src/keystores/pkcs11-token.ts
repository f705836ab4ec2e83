import { randomBytes } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import type { HsmCiphertext, HsmFault } from "../kms/key-stores/hsm.ts";
import type { Attribute, Pkcs11Module, Pkcs11Package } from "./pkcs11-module.ts";

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** CKR codes (PKCS#11 2.40, "return values") that say what is wrong with a login. */
const LOGIN_FAULTS: Readonly<Record<number, HsmFault>> = { 160: "INVALID_CREDENTIALS", 164: "USER_LOCKED_OUT", 258: "USER_NOT_FOUND" };
const ALREADY_LOGGED_IN = 256;
/** Sessions and handles that are no longer: not logged in, session closed, object handle of another session. */
const GONE: ReadonlySet<number> = new Set([130, 179, 257]);

/**
 * One token of a PKCS#11 library, logged in as its user, with one session. After any error the session is given up: a failed call may leave an
 * operation active in it, and the next would fail too.
 */
export class Pkcs11Token {
  readonly #package: Pkcs11Package;
  readonly #module: Pkcs11Module;
  readonly #slot: Buffer;
  readonly #pin: string;
  readonly #keys = new Map<string, Buffer>();
  #session: Buffer | undefined;

  private constructor(pkg: Pkcs11Package, module: Pkcs11Module, slot: Buffer, pin: string) {
    this.#package = pkg;
    this.#module = module;
    this.#slot = slot;
    this.#pin = pin;
  }

  /** Finds the token by its label, as its slot changes, and logs in. */
  static login(pkg: Pkcs11Package, module: Pkcs11Module, label: string, pin: string): Result<Pkcs11Token, HsmFault> {
    try {
      const slots = module.C_GetSlotList(true);
      if (slots.length === 0) return fail("INSUFFICIENT_CLOUDHSM_HSMS");
      const slot = slots.find((candidate) => {
        const info = tokenInfo(module, candidate);
        return info !== undefined && (info.flags & pkg.CKF_TOKEN_INITIALIZED) !== 0 && trimmed(info.label) === label;
      });
      if (slot === undefined) return fail("CLUSTER_NOT_FOUND");
      if ((module.C_GetTokenInfo(slot).flags & pkg.CKF_USER_PIN_INITIALIZED) === 0) return fail("USER_NOT_FOUND");
      const token = new Pkcs11Token(pkg, module, slot, pin);
      token.#open();
      return ok(token);
    } catch (thrown) {
      return fail(LOGIN_FAULTS[codeOf(thrown)] ?? "NETWORK_ERRORS");
    }
  }

  generateKey(label: string): Result<undefined, HsmFault> {
    const p = this.#package;
    return this.#run((session) => {
      if (this.#find(session, label) !== undefined) return fail("INTERNAL_ERROR");
      const can = {
        CKA_ENCRYPT: true,
        CKA_DECRYPT: true,
        CKA_WRAP: false,
        CKA_UNWRAP: false,
        CKA_SIGN: false,
        CKA_VERIFY: false,
        CKA_DERIVE: false,
      };
      const kept = { CKA_TOKEN: true, CKA_PRIVATE: true, CKA_SENSITIVE: true, CKA_EXTRACTABLE: false, CKA_MODIFIABLE: false };
      const template = { ...this.#named(label), CKA_VALUE_LEN: 32, CKA_ID: Buffer.from(label), ...kept, ...can };
      this.#module.C_GenerateKey(session, { mechanism: p.CKM_AES_KEY_GEN }, this.#attributes(template));
      return ok(undefined);
    });
  }

  destroyKey(label: string): Result<undefined, HsmFault> {
    return this.#run((session) => {
      const key = this.#find(session, label);
      if (key === undefined) return fail("key not found");
      this.#keys.delete(label);
      this.#module.C_DestroyObject(session, key);
      return ok(undefined);
    });
  }

  encrypt(label: string, plaintext: Uint8Array, aad: Uint8Array): Result<HsmCiphertext, HsmFault> {
    return this.#run((session) => {
      const key = this.#find(session, label);
      if (key === undefined) return fail("key not found");
      const iv = randomBytes(IV_LENGTH);
      this.#module.C_EncryptInit(session, this.#gcm(iv, aad), key);
      const out = this.#module.C_Encrypt(session, Buffer.from(plaintext), Buffer.alloc(plaintext.length + TAG_LENGTH));
      const [ciphertext, tag] = [out.subarray(0, -TAG_LENGTH), out.subarray(-TAG_LENGTH)].map((part) => Uint8Array.from(part));
      return ciphertext === undefined || tag === undefined ? fail("INTERNAL_ERROR") : ok({ iv: Uint8Array.from(iv), ciphertext, tag });
    });
  }

  decrypt(label: string, { iv, ciphertext, tag }: HsmCiphertext, aad: Uint8Array): Result<Uint8Array, HsmFault> {
    const opened = this.#run((session): Result<Uint8Array, HsmFault> => {
      const key = this.#find(session, label);
      if (key === undefined) return fail("key not found");
      const sealed = Buffer.concat([ciphertext, tag]);
      this.#module.C_DecryptInit(session, this.#gcm(Buffer.from(iv), aad), key);
      try {
        return ok(Uint8Array.from(this.#module.C_Decrypt(session, sealed, Buffer.alloc(sealed.length))));
      } catch (thrown) {
        if (GONE.has(codeOf(thrown))) throw thrown;
        throw new NotAuthentic();
      }
    });
    return !opened.ok && opened.error === "not authentic" && !this.isAlive() ? fail("NETWORK_ERRORS") : opened;
  }

  random(length: number): Result<Uint8Array, HsmFault> {
    return this.#run((session) => ok(Uint8Array.from(this.#module.C_GenerateRandom(session, Buffer.alloc(length)))));
  }

  /** A token that is gone answers in other ways as if it were empty. */
  isAlive(): boolean {
    return tokenInfo(this.#module, this.#slot) !== undefined;
  }

  logout(): void {
    this.#close();
  }

  #open(): Buffer {
    const p = this.#package;
    const session = this.#module.C_OpenSession(this.#slot, p.CKF_SERIAL_SESSION | p.CKF_RW_SESSION);
    try {
      this.#module.C_Login(session, p.CKU_USER, this.#pin);
    } catch (thrown) {
      if (codeOf(thrown) !== ALREADY_LOGGED_IN) {
        this.#module.C_CloseSession(session);
        throw thrown;
      }
    }
    this.#session = session;
    return session;
  }

  #close(): void {
    const session = this.#session;
    this.#session = undefined;
    this.#keys.clear();
    try {
      if (session !== undefined) this.#module.C_CloseSession(session);
    } catch {
      // it was closed already
    }
  }

  /** Once more in a new session where the old one turns out to be gone. */
  #run<T>(use: (session: Buffer) => Result<T, HsmFault>, again = true): Result<T, HsmFault> {
    try {
      const done = use(this.#session ?? this.#open());
      return !done.ok && done.error === "key not found" && !this.isAlive() ? fail("NETWORK_ERRORS") : done;
    } catch (thrown) {
      this.#close();
      if (thrown instanceof NotAuthentic) return fail("not authentic");
      if (again && GONE.has(codeOf(thrown))) return this.#run(use, false);
      return fail(LOGIN_FAULTS[codeOf(thrown)] ?? (this.isAlive() ? "INTERNAL_ERROR" : "NETWORK_ERRORS"));
    }
  }

  /** The one key of a label. Labels are not unique by themselves, and a key that could leave the module is not what was made here. */
  #find(session: Buffer, label: string): Buffer | undefined {
    const known = this.#keys.get(label);
    if (known !== undefined) return known;
    const p = this.#package;
    this.#module.C_FindObjectsInit(session, this.#attributes(this.#named(label)));
    let found: Buffer[];
    try {
      found = this.#module.C_FindObjects(session, 2);
    } finally {
      this.#module.C_FindObjectsFinal(session);
    }
    const [key] = found;
    if (key === undefined) return undefined;
    if (found.length > 1) throw new Error("two keys of one label");
    const asked = [{ type: p.CKA_EXTRACTABLE }, { type: p.CKA_NEVER_EXTRACTABLE }];
    const [extractable, never] = this.#module.C_GetAttributeValue(session, key, asked);
    if (extractable?.value[0] !== 0 || never?.value[0] !== 1) throw new Error("a key that can be extracted");
    this.#keys.set(label, key);
    return key;
  }

  #named(label: string) {
    const p = this.#package;
    return { CKA_CLASS: p.CKO_SECRET_KEY, CKA_KEY_TYPE: p.CKK_AES, CKA_LABEL: label } as const;
  }

  #attributes(template: Readonly<Record<string, number | boolean | string | Buffer>>): readonly Attribute[] {
    const types = this.#package as unknown as Readonly<Record<string, number>>;
    return Object.entries(template).map(([name, value]) => ({ type: types[name] ?? 0, value }));
  }

  #gcm(iv: Buffer, aad: Uint8Array) {
    const p = this.#package;
    const parameter = { type: p.CK_PARAMS_AES_GCM, iv, aad: Buffer.from(aad), ivBits: iv.length * 8, tagBits: TAG_LENGTH * 8 };
    return { mechanism: p.CKM_AES_GCM, parameter };
  }
}

/** SoftHSM answers a wrong tag with the code of a general error. */
class NotAuthentic extends Error {}

function tokenInfo(module: Pkcs11Module, slot: Buffer) {
  try {
    return module.C_GetTokenInfo(slot);
  } catch {
    return undefined;
  }
}

const trimmed = (label: string): string => label.replace(/[\0 ]+$/, "");

const codeOf = (thrown: unknown): number => {
  const code = (thrown as { readonly code?: unknown } | null)?.code;
  return typeof code === "number" ? code : -1;
};
