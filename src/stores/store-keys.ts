import { openMaterial, sealMaterial } from "../crypto/at-rest.ts";
import { fromBase64, toBase64 } from "../crypto/byte-text.ts";
import type { KeyMaterial } from "../crypto/key-material.ts";
import type { KeySpec } from "../crypto/key-spec.ts";
import { randomPool } from "../crypto/random-pool.ts";
import { RootKey } from "../crypto/root-key.ts";
import { StoreFailure } from "../kms/store.ts";

/** Always the machine's: a KMS may be started with randomness that repeats itself, and what is sealed twice under one nonce is open. */
const randomBytes = randomPool();

const NONCE_LENGTH = 24;

/**
 * What a store seals under. It has a key of its own, sealed under the root key: whoever has the store without its root key has nothing, and one sealed key
 * says whether a root key is the right one. The store's key has a number: while everything is sealed anew there are two (`root-rotation.ts`).
 */
export class StoreKeys {
  readonly #keys: ReadonlyMap<number, RootKey>;
  readonly newest: number;

  constructor(bytes: StoreKeyBytes) {
    this.#keys = new Map([...bytes].map(([number, key]) => [number, rootKeyOf(key)]));
    this.newest = Math.max(...this.#keys.keys());
  }

  /** For what others seal by the store's key: import tokens. */
  get root(): RootKey {
    return this.#keys.get(this.newest) as RootKey;
  }

  sealMaterial(material: KeyMaterial, keyId: string): string {
    const known = SEALED.get(material);
    if (known !== undefined && known.keys === this) return known.sealed;
    const sealed = `${this.newest}:${toBase64(sealMaterial({ root: this.root, material, keyId, nonce: randomBytes(NONCE_LENGTH) }))}`;
    SEALED.set(material, { keys: this, sealed });
    return sealed;
  }

  /** @throws {StoreFailure} where it is not what was sealed as this material of this key. */
  openMaterial(sealed: string, record: { readonly spec: KeySpec; readonly keyId: string; readonly materialId: string }): KeyMaterial {
    const { root, bytes } = this.#parts(sealed);
    const opened = bytes && root && openMaterial({ root, sealed: bytes, record });
    if (!opened?.ok) throw new StoreFailure(`the material ${record.materialId} of the key ${record.keyId} is damaged in the store`);
    if (this.isNewest(sealed)) SEALED.set(opened.value, { keys: this, sealed });
    return opened.value;
  }

  sealText(text: string, boundTo: string): string {
    const plaintext = new TextEncoder().encode(text);
    return `${this.newest}:${toBase64(this.root.seal("record", { nonce: randomBytes(NONCE_LENGTH), boundTo, plaintext }))}`;
  }

  /** @throws {StoreFailure} where it is not what was sealed under this name. */
  openText(sealed: string, boundTo: string): string {
    const { root, bytes } = this.#parts(sealed);
    const plaintext = bytes && root?.open("record", { sealed: bytes, boundTo });
    if (plaintext === undefined) throw new StoreFailure(`${boundTo} is damaged in the store`);
    return new TextDecoder().decode(plaintext);
  }

  isNewest(sealed: string): boolean {
    return sealed.startsWith(`${this.newest}:`);
  }

  #parts(sealed: string): { readonly root: RootKey | undefined; readonly bytes: Uint8Array | undefined } {
    const colon = sealed.indexOf(":");
    return { root: this.#keys.get(Number(sealed.slice(0, colon))), bytes: fromBase64(sealed.slice(colon + 1)) };
  }
}

/** What a material was sealed as, so that it need not be sealed again when something else of its key changes. */
const SEALED = new WeakMap<KeyMaterial, { readonly keys: StoreKeys; readonly sealed: string }>();

/** The keys of a store by their numbers, in clear. */
export type StoreKeyBytes = ReadonlyMap<number, Uint8Array>;

export const newStoreKey = (): Uint8Array => randomBytes(32);
export const newStoreId = (): string => {
  const hex = [...randomBytes(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The column `keys`: JSON of number and sealed key. Each is bound to the store, so that no other store's can take its place. */
export function sealStoreKeys(root: RootKey, storeId: string, bytes: StoreKeyBytes): string {
  const sealed = [...bytes].map(([number, plaintext]) => [
    number,
    toBase64(root.seal("store-key", { nonce: randomBytes(NONCE_LENGTH), boundTo: `${storeId} ${number}`, plaintext })),
  ]);
  return JSON.stringify(Object.fromEntries(sealed));
}

/** Undefined where this is not the root key, or not this store's column. */
export function openStoreKeys(root: RootKey, storeId: string, text: string): StoreKeyBytes | undefined {
  const bytes = new Map<number, Uint8Array>();
  for (const [number, base64] of Object.entries(JSON.parse(text) as Readonly<Record<string, string>>)) {
    const sealed = fromBase64(base64);
    const key = sealed && root.open("store-key", { sealed, boundTo: `${storeId} ${number}` });
    if (key?.length !== 32) return undefined;
    bytes.set(Number(number), key);
  }
  return bytes.size === 0 ? undefined : bytes;
}

function rootKeyOf(bytes: Uint8Array): RootKey {
  const key = RootKey.from(bytes);
  if (!key.ok) throw new RangeError("a store key has 32 bytes");
  return key.value;
}
