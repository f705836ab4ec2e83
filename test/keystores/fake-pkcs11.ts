import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Attribute, Mechanism, Pkcs11Module, Pkcs11Package } from "../../src/keystores/pkcs11-module.ts";

/** A PKCS#11 library in memory, with one token and AES-GCM of its own, that fails when and how a test says. */

/** Return values of PKCS#11 2.40. */
export const CKR = {
  FUNCTION_FAILED: 6,
  OBJECT_HANDLE_INVALID: 130,
  PIN_INCORRECT: 160,
  PIN_LOCKED: 164,
  SESSION_HANDLE_INVALID: 179,
  TOKEN_NOT_PRESENT: 224,
  USER_ALREADY_LOGGED_IN: 256,
  USER_NOT_LOGGED_IN: 257,
  USER_PIN_NOT_INITIALIZED: 258,
} as const;

export class Pkcs11Error extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`return value ${code}`);
    this.code = code;
  }
}

const FLAGS: Readonly<Record<string, number>> = {
  CKF_TOKEN_INITIALIZED: 1,
  CKF_USER_PIN_INITIALIZED: 2,
  CKF_SERIAL_SESSION: 4,
  CKF_RW_SESSION: 8,
};
const names: string[] = [];
/** Every other constant has a number of its own, which means nothing. */
const numberOf = (name: string): number => 1000 + (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
export const PACKAGE = new Proxy({} as Pkcs11Package, { get: (_, name: string) => FLAGS[name] ?? numberOf(name) });

type Stored = { readonly handle: Buffer; readonly secret: Buffer; readonly attributes: ReadonlyMap<string, Attribute["value"]> };
type Gcm = { readonly iv: Buffer; readonly aad: Buffer };
type Call = Exclude<keyof Pkcs11Module, "load" | "C_Initialize" | "C_Finalize">;

export class FakeToken {
  readonly calls: Call[] = [];
  label = "kms-hsm".padEnd(32);
  flags = 3; // initialized, and so is the PIN of its user
  pin = "1234567";
  isThere = true;
  keys: Stored[] = [];
  readonly sessions = new Set<string>();
  #faults: { readonly call: Call; readonly code: number }[] = [];
  #active: { readonly gcm: Gcm; readonly key: Stored } | undefined;
  #count = 0;

  /** The next call of this name fails with this code; once. */
  fails(call: Call, code: number): void {
    this.#faults.push({ call, code });
  }

  /** A key that somebody else made. */
  add(label: string, attributes: Readonly<Record<string, Attribute["value"]>> = {}): void {
    const all = { CKA_LABEL: label, CKA_EXTRACTABLE: false, CKA_NEVER_EXTRACTABLE: true, ...attributes };
    this.keys.push({ handle: Buffer.from(`key ${++this.#count}`), secret: randomBytes(32), attributes: new Map(Object.entries(all)) });
  }

  closeSessions(): void {
    this.sessions.clear();
  }

  readonly module: Pkcs11Module = this.#counted({
    load: () => undefined,
    C_Initialize: () => undefined,
    C_Finalize: () => undefined,
    C_GetSlotList: () => (this.isThere ? [Buffer.from("0")] : []),
    C_GetTokenInfo: () => {
      if (!this.isThere) throw new Pkcs11Error(CKR.TOKEN_NOT_PRESENT);
      return { label: this.label, flags: this.flags };
    },
    C_OpenSession: () => {
      const session = `session ${++this.#count}`;
      this.sessions.add(session);
      return Buffer.from(session);
    },
    C_CloseSession: (session) => {
      if (!this.sessions.delete(session.toString())) throw new Pkcs11Error(CKR.SESSION_HANDLE_INVALID);
    },
    C_Login: (_, __, pin) => {
      if (pin !== this.pin) throw new Pkcs11Error(CKR.PIN_INCORRECT);
    },
    C_GenerateKey: (session, _, template) => {
      this.#check(session);
      const name = (type: number) => names[type - 1000] ?? "";
      this.add("", Object.fromEntries(template.map(({ type, value }) => [name(type), value])));
      return this.keys.at(-1)!.handle;
    },
    C_DestroyObject: (session, object) => {
      this.#check(session);
      this.keys = this.keys.filter(({ handle }) => !handle.equals(object));
    },
    C_FindObjectsInit: (session, template) => {
      this.#check(session);
      const label = template.find(({ type }) => type === PACKAGE.CKA_LABEL)?.value;
      this.#found = this.keys.filter(({ attributes }) => attributes.get("CKA_LABEL") === label);
    },
    C_FindObjects: (_, most) => (this.#found ?? []).slice(0, most).map(({ handle }) => handle),
    C_FindObjectsFinal: () => {
      this.#found = undefined;
    },
    C_GetAttributeValue: (_, object, template) =>
      template.map(({ type }) => ({ value: Buffer.from([this.#key(object).attributes.get(names[type - 1000] ?? "") === true ? 1 : 0]) })),
    C_EncryptInit: (session, mechanism, key) => this.#begin(session, mechanism, key),
    C_Encrypt: (_, data) => {
      const { gcm, key } = this.#end();
      const cipher = createCipheriv("aes-256-gcm", key.secret, gcm.iv).setAAD(gcm.aad);
      return Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]);
    },
    C_DecryptInit: (session, mechanism, key) => this.#begin(session, mechanism, key),
    C_Decrypt: (_, data) => {
      const { gcm, key } = this.#end();
      const decipher = createDecipheriv("aes-256-gcm", key.secret, gcm.iv).setAAD(gcm.aad).setAuthTag(data.subarray(-16));
      try {
        return Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
      } catch {
        throw new Pkcs11Error(CKR.FUNCTION_FAILED); // as SoftHSM does
      }
    },
    C_GenerateRandom: (session, out) => {
      this.#check(session);
      return Buffer.from(randomBytes(out.length));
    },
  });

  #found: Stored[] | undefined;

  /** The module with its calls written down, and failing where they shall. */
  #counted(module: Pkcs11Module): Pkcs11Module {
    const counted = Object.entries(module).map(([name, run]) => [
      name,
      (...given: unknown[]) => {
        this.calls.push(name as Call);
        const fault = this.#faults.findIndex(({ call }) => call === name);
        if (fault >= 0) throw new Pkcs11Error(this.#faults.splice(fault, 1)[0]!.code);
        return (run as (...given: unknown[]) => unknown)(...given);
      },
    ]);
    return Object.fromEntries(counted) as Pkcs11Module;
  }

  #check(session: Buffer): void {
    if (!this.sessions.has(session.toString())) throw new Pkcs11Error(CKR.SESSION_HANDLE_INVALID);
  }

  #key(object: Buffer): Stored {
    const key = this.keys.find(({ handle }) => handle.equals(object));
    if (key === undefined) throw new Pkcs11Error(CKR.OBJECT_HANDLE_INVALID);
    return key;
  }

  #begin(session: Buffer, { parameter }: Mechanism, key: Buffer): void {
    this.#check(session);
    this.#active = { gcm: parameter as Gcm, key: this.#key(key) };
  }

  #end() {
    const active = this.#active;
    this.#active = undefined;
    if (active === undefined) throw new Pkcs11Error(CKR.FUNCTION_FAILED);
    return active;
  }
}
