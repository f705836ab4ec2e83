import { MissingPackageError } from "../stores/missing-package.ts";
import { RootKeyError, type RootKeySource } from "../stores/root-key-source.ts";
import { StoreError } from "../stores/store-error.ts";
import type { OptionSpec } from "./command.ts";
import type { Options } from "./options.ts";
import { refuse } from "./refusal.ts";

/** How commands are told a store, and the root key that opens it. */
export const ROOT_KEY_OPTIONS: readonly OptionSpec[] = [
  {
    name: "root-key",
    value: "FILE",
    help: "the root key of the store, or `env:NAME`; for a file PATH.root-key unless told, and made with the store",
  },
  { name: "root-key-passphrase", value: "FILE", help: "a file with the passphrase that the root key file is sealed under" },
];

/** Where a root key is to be had; undefined where the options say nothing. */
export function rootKeySource(options: Options, name: "root-key" | "new-root-key" = "root-key"): RootKeySource | undefined {
  const [where, passphraseFile] = [options.get(name), options.get(`${name}-passphrase`)];
  if (where === undefined) {
    if (passphraseFile !== undefined) throw refuse("KW001", `--${name}-passphrase`, `it goes with \`--${name}\``, "give both");
    return undefined;
  }
  if (where.startsWith("env:")) return { environment: where.slice("env:".length) };
  return { keyFile: where, ...(passphraseFile !== undefined && { passphraseFile }) };
}

/** A refusal for a store that cannot be opened; whatever else is no fault of the input. */
export function storeFault(error: unknown): unknown {
  if (!(error instanceof StoreError || error instanceof RootKeyError || error instanceof MissingPackageError)) return error;
  const { code, message } = error;
  return refuse(code, "--store", message.replace(/^KW\d{3}: /, ""));
}
