import { createHash, createHmac, createSecretKey } from "node:crypto";
import type { KeySpec } from "./key-spec.ts";

const ID_LABEL = "kmsward/v1/key-material-id";

/** The private field, readable in this file only. */
let secretOf: (material: KeyMaterial) => Uint8Array;

/**
 * The secret bytes of one KMS key, and what may be said about them. The bytes live in a private field: no enumeration, `JSON.stringify`,
 * `console.log`, spread or structured clone reaches them. Whoever needs them says `dangerouslyExportMaterial`.
 *
 * - Shape: 32 bytes for `SYMMETRIC_DEFAULT`, the MAC key for `HMAC_*`, PKCS #8 DER for the rest.
 * - `id`: 64 lower-case hex digits, the `KeyMaterialId` of the KMS API; commits to the bytes and to the key id.
 */
export class KeyMaterial<S extends KeySpec = KeySpec> {
  readonly spec: S;
  readonly id: string;
  readonly #bytes: Uint8Array;

  /** Takes canonical bytes as `importMaterial` and `generateMaterial` make them; checks nothing, keeps a copy. */
  constructor(parts: { readonly spec: S; readonly keyId: string; readonly bytes: Uint8Array }) {
    this.spec = parts.spec;
    this.#bytes = Uint8Array.from(parts.bytes);
    this.id = materialId(parts.spec, parts.keyId, this.#bytes);
  }

  static {
    secretOf = (material) => material.#bytes;
  }

  toJSON(): { spec: KeySpec; id: string } {
    return { spec: this.spec, id: this.id };
  }

  toString(): string {
    return `KeyMaterial(${this.spec}, ${this.id})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** A copy of the secret bytes. For what KMS itself hands out (the private half of a data key pair) and for storage by other means. */
export const dangerouslyExportMaterial = (material: KeyMaterial): Uint8Array => Uint8Array.from(secretOf(material));

/** What `make` computes from the secret (a key object, a key schedule): at first use, then kept as long as the material. */
export function perMaterial<S extends KeySpec, T>(make: (secret: Uint8Array, spec: S, id: string) => T): (material: KeyMaterial<S>) => T {
  const made = new WeakMap<KeyMaterial, { readonly value: T }>();
  return (material) => {
    const before = made.get(material);
    if (before) return before.value;
    const value = make(secretOf(material), material.spec, material.id);
    made.set(material, { value });
    return value;
  };
}

/**
 * HMAC-SHA-256(material, label || key id). A blob names this id in its authenticated header, which makes it committing: no blob opens under
 * two materials. Source: our own; AES-GCM alone does not commit.
 *
 * An HMAC key answers MAC requests with these same bytes, so an id computed so would hand out a valid MAC; and a PKCS #8 document is no
 * uniform key. All but symmetric material is therefore hashed to a key of its own first.
 */
function materialId(spec: KeySpec, keyId: string, bytes: Uint8Array): string {
  const key = spec === "SYMMETRIC_DEFAULT" ? bytes : createHash("sha512").update(`${ID_LABEL}/${spec}\0`).update(bytes).digest();
  return createHmac("sha256", createSecretKey(key)).update(ID_LABEL).update(keyId).digest("hex");
}
