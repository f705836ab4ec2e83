import { fail, ok, type Result } from "../base/result.ts";
import { dangerouslyExportMaterial, KeyMaterial } from "./key-material.ts";
import type { KeySpec } from "./key-spec.ts";
import type { RootKey } from "./root-key.ts";

/** What a store writes in clear beside sealed material. */
export type MaterialRecord<S extends KeySpec = KeySpec> = { readonly spec: S; readonly keyId: string; readonly materialId: string };

/** Key material as a store may keep it: readable with the root key only, and only as this material of this key. `nonce`: 24 bytes. */
export function sealMaterial(parts: { root: RootKey; material: KeyMaterial; keyId: string; nonce: Uint8Array }): Uint8Array {
  const { root, material, keyId, nonce } = parts;
  const boundTo = bindingOf({ spec: material.spec, keyId, materialId: material.id });
  return root.seal("key-material", { nonce, boundTo, plaintext: dangerouslyExportMaterial(material) });
}

/** Refuses damage, another root key, and bytes moved from one record to another. */
export function openMaterial<S extends KeySpec>(parts: {
  readonly root: RootKey;
  readonly sealed: Uint8Array;
  readonly record: MaterialRecord<S>;
}): Result<KeyMaterial<S>, "damaged-key-material"> {
  const { root, sealed, record } = parts;
  const bytes = root.open("key-material", { sealed, boundTo: bindingOf(record) });
  if (!bytes) return fail("damaged-key-material");
  const material = new KeyMaterial({ spec: record.spec, keyId: record.keyId, bytes });
  bytes.fill(0);
  return material.id === record.materialId ? ok(material) : fail("damaged-key-material");
}

/** Neither a key spec nor a material id has a space in it. */
const bindingOf = ({ spec, materialId, keyId }: MaterialRecord) => `${spec} ${materialId} ${keyId}`;
