import { createHmac, createSecretKey } from "node:crypto";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fail, ok, type Result } from "../base/result.ts";
import { XAES_NONCE_LENGTH, Xaes256Gcm } from "./aes-gcm.ts";

/** What is sealed under the root key, each under a key of its own: first bytes, and the label the key is derived with. */
const PURPOSES = {
  "key-material": { prefix: Uint8Array.of(0xd2, 0x6b, 0x6d, 0x72, 1, 0, 0, 0), label: "kmsward/v1/key-material-at-rest" },
  "session-token": { prefix: Uint8Array.of(0xd2, 0x6b, 0x6d, 0x73, 1, 0, 0, 0), label: "kmsward/v1/session-token" },
  "page-token": { prefix: Uint8Array.of(0xd2, 0x6b, 0x6d, 0x70, 1, 0, 0, 0), label: "kmsward/v1/page-token" },
  "import-token": { prefix: Uint8Array.of(0xd2, 0x6b, 0x6d, 0x74, 1, 0, 0, 0), label: "kmsward/v1/import-token" },
  "store-key": { prefix: Uint8Array.of(0xd2, 0x6b, 0x6d, 0x75, 1, 0, 0, 0), label: "kmsward/v1/store-key" },
  record: { prefix: Uint8Array.of(0xd2, 0x6b, 0x6d, 0x76, 1, 0, 0, 0), label: "kmsward/v1/record-at-rest" },
} as const;
type Purpose = keyof typeof PURPOSES;

const SEALED_AT = 8 + XAES_NONCE_LENGTH;

/** The one secret a store needs to be given: 32 bytes, under which everything else it keeps is sealed. Shows nothing of itself. */
export class RootKey {
  readonly #ciphers: Readonly<Record<Purpose, Xaes256Gcm>>;

  private constructor(bytes: Uint8Array) {
    const derived = (purpose: Purpose) =>
      new Xaes256Gcm(createHmac("sha256", createSecretKey(bytes)).update(PURPOSES[purpose].label).digest());
    this.#ciphers = {
      "key-material": derived("key-material"),
      "session-token": derived("session-token"),
      "page-token": derived("page-token"),
      "import-token": derived("import-token"),
      "store-key": derived("store-key"),
      record: derived("record"),
    };
  }

  static from(bytes: Uint8Array): Result<RootKey, "wrong-root-key-length"> {
    return bytes.length === 32 ? ok(new RootKey(bytes)) : fail("wrong-root-key-length");
  }

  /**
   * `boundTo` is not in the result, and must be the same to open it. `nonce`: 24 bytes, never used twice; random ones will do.
   *
   * - Shape: 8 bytes magic `d26b6d` and one of `70`, `72` to `76`, version, nonce, ciphertext, 16 bytes tag (XAES-256-GCM). Source: our own.
   */
  seal(purpose: Purpose, { nonce, boundTo, plaintext }: { nonce: Uint8Array; boundTo: string; plaintext: Uint8Array }): Uint8Array {
    const { prefix } = PURPOSES[purpose];
    const sealed = this.#ciphers[purpose].seal(nonce, concatBytes(prefix, utf8ToBytes(boundTo)), plaintext);
    return concatBytes(prefix, nonce, sealed);
  }

  open(purpose: Purpose, { sealed, boundTo }: { sealed: Uint8Array; boundTo: string }): Uint8Array | undefined {
    const { prefix } = PURPOSES[purpose];
    if (!prefix.every((byte, i) => sealed[i] === byte)) return undefined;
    const aad = concatBytes(prefix, utf8ToBytes(boundTo));
    return this.#ciphers[purpose].open(sealed.subarray(prefix.length, SEALED_AT), aad, sealed.subarray(SEALED_AT));
  }
}
