import { algorithmsFor, type KeyUsage } from "../catalog/key-specs.ts";
import { currentMaterial, type Key, keyStateOf, type Material } from "./key.ts";
import type { StateView } from "./state.ts";

/** The KeyMetadata structure (KMS API Reference). Exactly one list of algorithms; members that do not apply are absent. */
export function metadataOf(key: Key, state: StateView) {
  const keyState = keyStateOf(key, (id) => state.keyStore(id)?.connection === "CONNECTED");
  const store = key.customKeyStoreId === undefined ? undefined : state.keyStore(key.customKeyStoreId);
  const current = key.spec === "SYMMETRIC_DEFAULT" && store === undefined ? currentMaterial(key) : undefined;
  return {
    AWSAccountId: key.account,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: new Date(key.createdAt),
    Enabled: keyState === "Enabled",
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: keyState,
    ...deletionOf(key),
    Origin: key.origin,
    ...expirationOf(key),
    KeyManager: key.manager,
    ...(store !== undefined && { CustomKeyStoreId: store.id }),
    ...(store?.settings.CloudHsmClusterId !== undefined && { CloudHsmClusterId: store.settings.CloudHsmClusterId }),
    ...(key.xksKeyId !== undefined && { XksKeyConfiguration: { Id: key.xksKeyId } }),
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    [ALGORITHMS[key.usage]]: [...algorithmsFor(key)],
    MultiRegion: key.multiRegion !== undefined,
    ...multiRegionOf(key, state),
    ...(current !== undefined && keyState !== "Creating" && { CurrentKeyMaterialId: current.id }), // also of material that was deleted (rule kms.material.deleted)
  };
}

const ALGORITHMS = {
  ENCRYPT_DECRYPT: "EncryptionAlgorithms",
  SIGN_VERIFY: "SigningAlgorithms",
  GENERATE_VERIFY_MAC: "MacAlgorithms",
  KEY_AGREEMENT: "KeyAgreementAlgorithms",
  ENCAPSULATE_DECAPSULATE: "EncapsulationAlgorithms",
} as const satisfies Record<KeyUsage, string>;

function deletionOf({ deletion }: Key) {
  if (deletion === undefined) return {};
  return deletion.state === "PendingDeletion"
    ? { DeletionDate: new Date(deletion.at) }
    : { PendingDeletionWindowInDays: deletion.windowDays };
}

/** Only of imported material that is there; ValidTo is the earliest of what the key needs. */
function expirationOf({ origin, materials }: Key) {
  const held = materials.filter(({ state, secret }) => secret !== undefined && (state === "CURRENT" || state === "NON_CURRENT"));
  if (origin !== "EXTERNAL" || held.length === 0) return {};
  const ends = held.flatMap(({ expiresAt }: Material) => expiresAt ?? []);
  if (ends.length === 0) return { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" as const };
  return { ExpirationModel: "KEY_MATERIAL_EXPIRES" as const, ValidTo: new Date(Math.min(...ends)) };
}

function multiRegionOf(key: Key, state: StateView) {
  if (key.multiRegion === undefined) return {};
  const related = state.related(key);
  const nameOf = ({ arn, region }: Key) => ({ Arn: arn, Region: region });
  const primary = related.find(({ multiRegion }) => multiRegion?.type === "PRIMARY") ?? key;
  const replicas = related.filter(({ multiRegion }) => multiRegion?.type === "REPLICA");
  return {
    MultiRegionConfiguration: { MultiRegionKeyType: key.multiRegion.type, PrimaryKey: nameOf(primary), ReplicaKeys: replicas.map(nameOf) },
  };
}
