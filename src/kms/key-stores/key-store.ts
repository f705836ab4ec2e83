import { ok, type Result } from "../../base/result.ts";
import { error, type KmsError, refuse } from "../errors.ts";
import type { Home, StateView } from "../state.ts";
import type { HsmLogin } from "./hsm.ts";

/** A custom key store: where keys live that are not in this process (KMS Developer Guide, "Key stores"). */
export type KeyStore = {
  readonly id: string; // cks- and 17 hex digits
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly name: string;
  readonly type: "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE";
  readonly connection: "CONNECTED" | "CONNECTING" | "FAILED" | "DISCONNECTED" | "DISCONNECTING";
  readonly failure?: string | undefined; // ConnectionErrorCode, of a connection that FAILED
  readonly attempt?: string | undefined; // the request that is connecting or disconnecting it
  readonly createdAt: number;
  readonly settings: Readonly<Record<string, string>>; // members of CreateCustomKeyStore that belong to its type, without secrets
  readonly secrets: Secrets;
};

/** Passwords and credentials of a store: they show in no log, no JSON and no inspection. */
export class Secrets {
  readonly #values: Readonly<Record<string, string>>;

  constructor(values: Readonly<Record<string, string>>) {
    this.#values = { ...values };
  }

  dangerouslyRead(name: string): string | undefined {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  /** All of them, for a store that seals what it keeps. */
  dangerouslyExport(): Readonly<Record<string, string>> {
    return { ...this.#values };
  }

  toJSON(): string {
    return "(secret)";
  }
}

/** A store of the caller's own account and Region: those of others are not told from those that do not exist. */
export function ownKeyStore(state: StateView, home: Home, id: string): Result<KeyStore, KmsError> {
  const store = state.keyStore(id);
  const isOwn = store !== undefined && store.account === home.account && store.region === home.region && store.partition === home.partition;
  return isOwn ? ok(store) : refuse("CustomKeyStoreNotFoundException", `Custom key store ${id} does not exist`);
}

/** The stores of an account in a Region: ten at most. */
export const keyStoresOf = (state: StateView, home: Home): readonly KeyStore[] =>
  [...state.keyStoresOf(home)].flatMap((id) => state.keyStore(id) ?? []);

/** The refusal of what a store cannot do in the state of its connection; our words. */
export const notInThisState = ({ id, connection }: Pick<KeyStore, "id" | "connection">): KmsError =>
  error("CustomKeyStoreInvalidStateException", `Custom key store ${id} is ${connection}, and this cannot be done in that state.`);

export const loginOf = ({ settings, secrets }: KeyStore): HsmLogin => ({
  clusterId: settings.CloudHsmClusterId ?? "",
  password: secrets.dangerouslyRead("KeyStorePassword") ?? "",
});

/** The label of a KMS key's object in its module. */
export const moduleLabel = (keyId: string): string => `kms-${keyId}`;

/** What a KMS answers that was started without the way to a type of key store. */
export const noPort = (type: KeyStore["type"]): string =>
  type === "EXTERNAL_KEY_STORE"
    ? "this kmsward was started without a way to external key stores: give it the port `xks`"
    : "this kmsward was started without hardware security modules: give it the port `hsm`";
