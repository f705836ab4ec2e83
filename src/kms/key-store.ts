/** A custom key store: where keys live that are not in this process (KMS Developer Guide, "Key stores"). */
export type KeyStore = {
  readonly id: string; // cks- and 17 hex digits
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly name: string;
  readonly type: "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE";
  readonly connection: "CONNECTED" | "CONNECTING" | "FAILED" | "DISCONNECTED" | "DISCONNECTING";
  readonly failure?: string | undefined; // ConnectionErrorCode
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

  toJSON(): string {
    return "(secret)";
  }
}
