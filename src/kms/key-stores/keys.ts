import { fail, ok, type Result } from "../../base/result.ts";
import type { Work } from "../background.ts";
import { error, type KmsError, refuse } from "../errors.ts";
import { hex } from "../ids.ts";
import type { Key } from "../key.ts";
import type { Later } from "../later.ts";
import { newMaterial } from "../materials.ts";
import type { Outcome } from "../operation.ts";
import type { Ports } from "../ports.ts";
import type { Home, StateView } from "../state.ts";
import type { Hsm } from "./hsm.ts";
import { moduleStoreError } from "./hsm-faults.ts";
import { checkCluster } from "./hsm-rules.ts";
import { type KeyStore, loginOf, moduleLabel, noPort, notInThisState, ownKeyStore } from "./key-store.ts";
import { type Asker, requestMetadata } from "./sealing.ts";
import { createKeyError } from "./xks-faults.ts";
import { checkExternalKey } from "./xks-proxy.ts";

/** New keys in custom key stores, and the end of those in modules (KMS API Reference, CreateKey and ScheduleKeyDeletion). */

type Place = {
  readonly Origin: Key["origin"];
  readonly CustomKeyStoreId?: string | undefined;
  readonly XksKeyId?: string | undefined;
  readonly MultiRegion?: boolean | undefined;
};

const isOutside = ({ Origin }: Place): boolean => Origin === "AWS_CLOUDHSM" || Origin === "EXTERNAL_KEY_STORE";

/** Which members go together. Only symmetric encryption keys of a single Region can live in a custom key store. */
export function checkPlace(place: Place, { spec, usage }: Pick<Key, "spec" | "usage">): KmsError | undefined {
  const invalid = (message: string) => error("ValidationException", message);
  const { Origin, CustomKeyStoreId, XksKeyId } = place;
  if (isOutside(place) && CustomKeyStoreId === undefined) return invalid(`CustomKeyStoreId is required for Origin ${Origin}.`);
  if (!isOutside(place) && CustomKeyStoreId !== undefined) return invalid(`CustomKeyStoreId is not valid for Origin ${Origin}.`);
  if (Origin === "EXTERNAL_KEY_STORE" && XksKeyId === undefined) return invalid("XksKeyId is required for Origin EXTERNAL_KEY_STORE.");
  if (Origin !== "EXTERNAL_KEY_STORE" && XksKeyId !== undefined) return invalid(`XksKeyId is not valid for Origin ${Origin}.`);
  if (XksKeyId === "." || XksKeyId === "..") return invalid(`XksKeyId ${XksKeyId} would be lost in the path of a URI.`);
  if (!isOutside(place) || (spec === "SYMMETRIC_DEFAULT" && usage === "ENCRYPT_DECRYPT" && place.MultiRegion !== true)) return undefined;
  return error("UnsupportedOperationException", "A custom key store has only symmetric encryption keys of a single Region.");
}

/** The key with what its key store gives it, the question to ask again when it is stored, and what to do if it is not. */
type Placed = { readonly key: Key } & Pick<Outcome<object>, "recheck" | "undo">;

export function placeKey(key: Key, place: Place, home: Home, ports: Ports, asker: Asker): Later<Placed, KmsError> {
  if (place.CustomKeyStoreId === undefined) return ok({ key });
  const id = place.CustomKeyStoreId;
  const recheck = () => misfit(asker, home, id, place);
  const fault = recheck();
  const store = asker.state.keyStore(id);
  if (fault !== undefined || store === undefined) return fault === undefined ? refuse("CustomKeyStoreNotFoundException") : fail(fault);
  const placed = { ...key, customKeyStoreId: id };
  if (store.type === "EXTERNAL_KEY_STORE") return inExternalStore({ ...placed, xksKeyId: place.XksKeyId }, store, ports, asker, recheck);
  return ports.hsm === undefined ? unbuilt(store) : inModule(placed, store, ports.hsm, ports, recheck);
}

function misfit({ state }: Asker, home: Home, id: string, { Origin, XksKeyId }: Place): KmsError | undefined {
  const own = ownKeyStore(state, home, id);
  if (!own.ok) return own.error;
  const { type, connection } = own.value;
  if (type !== Origin) return error("ValidationException", `Origin ${Origin} is not valid for custom key store ${id}.`);
  if (connection !== "CONNECTED") return notInThisState(own.value);
  if (XksKeyId === undefined || state.keyOfExternal(id, XksKeyId) === undefined) return undefined;
  return error("XksKeyAlreadyInUseException", `External key ${XksKeyId} is that of another KMS key in this custom key store.`);
}

const unbuilt = ({ type }: KeyStore): Result<never, KmsError> => refuse("UnsupportedOperationException", noPort(type));

/** The external key must be there and fit; KMS adds material of its own. */
async function inExternalStore(
  key: Key,
  store: KeyStore,
  ports: Ports,
  asker: Asker,
  recheck: () => KmsError | undefined,
): Promise<Result<Placed, KmsError>> {
  if (ports.xks === undefined) return unbuilt(store);
  const external = await checkExternalKey({ transport: ports.xks, store, now: ports.now }, key.xksKeyId ?? "", requestMetadata(asker));
  if (!external.ok) return fail(createKeyError(external.error));
  if (!external.value.fits) {
    return refuse("XksKeyInvalidConfigurationException", "The external key must be an enabled AES_256 key for ENCRYPT and DECRYPT.");
  }
  const secret = newMaterial("SYMMETRIC_DEFAULT", key.id, ports);
  return ok({ key: { ...key, materials: [{ id: secret.id, secret, state: "CURRENT" }] }, recheck });
}

/** The module makes the key, and keeps it: this process has no more of it than a name. */
async function inModule(
  key: Key,
  store: KeyStore,
  hsm: Hsm,
  { randomBytes }: Ports,
  recheck: () => KmsError | undefined,
): Promise<Result<Placed, KmsError>> {
  const login = loginOf(store);
  const fault = checkCluster(hsm, login.clusterId, 2);
  if (fault !== undefined) return fail(fault);
  const made = await hsm.generateKey(login, moduleLabel(key.id));
  if (!made.ok) return fail(moduleStoreError(made.error));
  const placed: Key = { ...key, materials: [{ id: hex(randomBytes(32)), secret: undefined, state: "CURRENT" }] };
  const undo = () => {
    hsm.destroyKey(login, moduleLabel(key.id)).catch(() => undefined);
  };
  return ok({ key: placed, recheck, undo });
}

/** Random bytes from the module of a connected CloudHSM key store (KMS API Reference, GenerateRandom); an external one has none to give. */
export function randomOf(id: string, length: number, home: Home, state: StateView, { hsm }: Ports): Later<Uint8Array, KmsError> {
  const own = ownKeyStore(state, home, id);
  if (!own.ok) return own;
  const store = own.value;
  if (store.type === "EXTERNAL_KEY_STORE")
    return refuse("UnsupportedOperationException", `Custom key store ${id} is an external key store, which makes no random bytes.`);
  if (store.connection !== "CONNECTED") return fail(notInThisState(store));
  if (hsm === undefined) return unbuilt(store);
  return hsm.random(loginOf(store), length).then((drawn) => (drawn.ok ? drawn : fail(moduleStoreError(drawn.error))));
}

/** At the end of its waiting period the material of a key in a module is destroyed, as well as can be. External keys are never touched. */
export function destroyingInModule(key: Key, store: KeyStore | undefined, { hsm }: Ports): Work | undefined {
  if (store?.type !== "AWS_CLOUDHSM" || hsm === undefined) return undefined;
  return async () => {
    await hsm.destroyKey(loginOf(store), moduleLabel(key.id));
    return () => [];
  };
}
