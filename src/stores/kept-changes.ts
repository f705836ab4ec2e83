import type { KeyMaterial } from "../crypto/key-material.ts";
import type { KeySpec } from "../crypto/key-spec.ts";
import type { GrantRecord } from "../kms/grants/grant.ts";
import type { Key, Material } from "../kms/key.ts";
import { type KeyStore, Secrets } from "../kms/key-stores/key-store.ts";
import type { Alias, Change, KeyUse } from "../kms/state.ts";
import type { StoreKeys } from "./store-keys.ts";

/** Records as a database keeps them: JSON, with what is secret sealed. A key's aliases are kept by themselves. */

export type KeptMaterial = Omit<Material, "secret"> & { readonly sealed?: string };
export type KeptKey = Omit<Key, "aliases" | "materials"> & { readonly materials: readonly KeptMaterial[] };
export type KeptKeyStore = Omit<KeyStore, "secrets"> & { readonly secrets: string };

export function keptKey({ aliases: _, materials, ...key }: Key, keys: StoreKeys): string {
  const kept: KeptKey = {
    ...key,
    materials: materials.map(({ secret, ...material }) =>
      secret === undefined ? material : { ...material, sealed: keys.sealMaterial(secret, key.id) },
    ),
  };
  return JSON.stringify(kept);
}

/** The key as it was, without aliases. Its materials are opened when they are first asked for. */
export function keyOf(record: string, keys: StoreKeys): Key {
  const { materials, ...key } = JSON.parse(record) as KeptKey;
  return { ...key, aliases: [], materials: materials.map((material) => materialOf(material, key, keys)) };
}

function materialOf({ sealed, ...material }: KeptMaterial, { id: keyId, spec }: Pick<Key, "id" | "spec">, keys: StoreKeys): Material {
  if (sealed === undefined) return { ...material, secret: undefined };
  let secret: KeyMaterial | undefined;
  return {
    ...material,
    get secret() {
      secret ??= keys.openMaterial(sealed, { spec: spec as KeySpec, keyId, materialId: material.id }); // there is material of no other
      return secret;
    },
  };
}

export const keptKeyStore = ({ secrets, ...store }: KeyStore, keys: StoreKeys): string =>
  JSON.stringify({
    ...store,
    secrets: keys.sealText(JSON.stringify(secrets.dangerouslyExport()), boundToStore(store)),
  } satisfies KeptKeyStore);

export function keyStoreOf(record: string, keys: StoreKeys): KeyStore {
  const { secrets, ...store } = JSON.parse(record) as KeptKeyStore;
  return { ...store, secrets: new Secrets(JSON.parse(keys.openText(secrets, boundToStore(store))) as Record<string, string>) };
}

const boundToStore = ({ id }: Pick<KeyStore, "id">): string => `custom key store ${id}`;

/** Without what is undefined: JSON has no such members. */
export const keptPlain = (record: Alias | GrantRecord | KeyUse): string => JSON.stringify(record);

export const aliasOf = (record: string): Alias => JSON.parse(record) as Alias;
export const grantOf = (record: string): GrantRecord => JSON.parse(record) as GrantRecord;
export const useOf = (record: string): KeyUse => JSON.parse(record) as KeyUse;

/** A change as a log keeps it: its kind, and the record or the name it is about. */
type KeptChange = readonly [kind: Change["kind"] | typeof NEW_ROOT, about: string, record?: string];

/** In a log, and no change of the state: everything is sealed under another root key from then on. */
export const NEW_ROOT = "new-root";

export const keptChanges = (changes: readonly Change[], keys: StoreKeys): string =>
  JSON.stringify(changes.map((change) => keptChange(change, keys)));

function keptChange(change: Change, keys: StoreKeys): KeptChange {
  switch (change.kind) {
    case "put-key":
      return [change.kind, "", keptKey(change.key, keys)];
    case "put-alias":
      return [change.kind, "", keptPlain(change.alias)];
    case "put-grant":
      return [change.kind, "", keptPlain(change.grant)];
    case "put-token":
      return [change.kind, change.token, change.grantId];
    case "put-key-store":
      return [change.kind, "", keptKeyStore(change.store, keys)];
    case "use-key":
      return [change.kind, change.arn, keptPlain(change.use)];
    case "delete-key":
    case "delete-alias":
      return [change.kind, change.arn];
    case "delete-grant":
    case "delete-key-store":
      return [change.kind, change.id];
    default:
      return change satisfies never;
  }
}

/** Undefined where the log says that the root key is another one now. */
export function changesOf(kept: string, keys: StoreKeys): readonly Change[] | undefined {
  const all = JSON.parse(kept) as readonly KeptChange[];
  return all.some(([kind]) => kind === NEW_ROOT) ? undefined : all.map((change) => changeOf(change, keys));
}

function changeOf([kind, about, record = ""]: KeptChange, keys: StoreKeys): Change {
  switch (kind) {
    case "put-key":
      return { kind, key: keyOf(record, keys) };
    case "put-alias":
      return { kind, alias: aliasOf(record) };
    case "put-grant":
      return { kind, grant: grantOf(record) };
    case "put-token":
      return { kind, token: about, grantId: record };
    case "put-key-store":
      return { kind, store: keyStoreOf(record, keys) };
    case "use-key":
      return { kind, arn: about, use: useOf(record) };
    case "delete-key":
    case "delete-alias":
      return { kind, arn: about };
    case "delete-grant":
    case "delete-key-store":
      return { kind, id: about };
    default:
      throw new RangeError(`the log of the store has a change ${kind} that this kmsward does not know`);
  }
}
