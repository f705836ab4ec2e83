/**
 * As much of the package `pkcs11js` as is used here: it need not be there to compile this. PKCS#11 2.40 names the functions and constants.
 *
 * @internal
 */
export type Pkcs11Module = {
  load(library: string): void;
  C_Initialize(): void;
  C_Finalize(): void;
  C_GetSlotList(withToken: boolean): Buffer[];
  C_GetTokenInfo(slot: Buffer): { readonly label: string; readonly flags: number };
  C_OpenSession(slot: Buffer, flags: number): Buffer;
  C_CloseSession(session: Buffer): void;
  C_Login(session: Buffer, user: number, pin: string): void;
  C_GenerateKey(session: Buffer, mechanism: Mechanism, template: readonly Attribute[]): Buffer;
  C_DestroyObject(session: Buffer, object: Buffer): void;
  C_FindObjectsInit(session: Buffer, template: readonly Attribute[]): void;
  C_FindObjects(session: Buffer, most: number): Buffer[];
  C_FindObjectsFinal(session: Buffer): void;
  C_GetAttributeValue(session: Buffer, object: Buffer, template: readonly Attribute[]): { readonly value: Buffer }[];
  C_EncryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void;
  C_Encrypt(session: Buffer, data: Buffer, out: Buffer): Buffer;
  C_DecryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void;
  C_Decrypt(session: Buffer, data: Buffer, out: Buffer): Buffer;
  C_GenerateRandom(session: Buffer, out: Buffer): Buffer;
};

/** @internal */
export type Attribute = { readonly type: number; readonly value?: number | boolean | string | Buffer };
/** @internal */
export type Mechanism = { readonly mechanism: number; readonly parameter?: object };

/** @internal */
export type Pkcs11Package = { readonly PKCS11: new () => Pkcs11Module } & Readonly<Record<Constant, number>>;

type Constant =
  | `CKA_${"CLASS" | "KEY_TYPE" | "VALUE_LEN" | "LABEL" | "ID" | "TOKEN" | "PRIVATE" | "SENSITIVE" | "EXTRACTABLE" | "NEVER_EXTRACTABLE" | "MODIFIABLE"}`
  | `CKA_${"ENCRYPT" | "DECRYPT" | "WRAP" | "UNWRAP" | "SIGN" | "VERIFY" | "DERIVE"}`
  | `CKF_${"SERIAL_SESSION" | "RW_SESSION" | "TOKEN_INITIALIZED" | "USER_PIN_INITIALIZED"}`
  | "CKK_AES"
  | `CKM_${"AES_GCM" | "AES_KEY_GEN"}`
  | "CKO_SECRET_KEY"
  | "CKU_USER"
  | "CK_PARAMS_AES_GCM";

/** Thrown where the optional package is not installed. */
export class MissingModuleError extends Error {
  override readonly name = "MissingModuleError";
  readonly code = "KW005";

  constructor(cause: unknown) {
    super("KW005: hardware security modules need the package pkcs11js, which is not installed: npm install pkcs11js", { cause });
  }
}

/** @internal @throws {MissingModuleError} */
export async function loadPkcs11(): Promise<Pkcs11Package> {
  const name: string = "pkcs11js"; // not a literal in the import: bundlers and type checks must not ask for it
  try {
    const loaded = (await import(/* @vite-ignore */ name)) as { readonly default?: Pkcs11Package } & Pkcs11Package;
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new MissingModuleError(cause);
  }
}
