import { randomPool } from "../../crypto/random-pool.ts";
import { openRootKey } from "../../stores/root-key-source.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { ROOT_KEY_OPTIONS, rootKeySource, storeFault } from "../stores.ts";

const NAME = "kmsward root-key";

export const command: Command = {
  name: "root-key",
  summary: "makes root keys of stores, and changes them",
  usage: ["root-key create --root-key FILE", "root-key rotate --store WHERE --new-root-key FILE [OPTION…]"],
  about: `A store in a file or in PostgreSQL holds key material, passwords and sessions sealed under a root key, and nothing of it in clear. Whoever has a backup without the
    root key has nothing; whoever has both has everything: keep them apart. Where the root key is lost, so is the store.
    \`create\` makes a root key file, for its owner alone. \`rotate\` seals a store under another root key, which is made where there is none: from its first step on the store
    opens with the new root key only. It may be interrupted at any point, and goes on when it is called again. Processes over the store in PostgreSQL stop answering and
    have to be started with the new one; a file must not be in use. Import tokens and sessions of STS that were issued before end with it.`,
  groups: [
    {
      title: "Stores and root keys",
      options: [
        { name: "store", value: "WHERE", help: "file:PATH or postgres://USER@HOST/DATABASE" },
        ...ROOT_KEY_OPTIONS,
        { name: "new-root-key", value: "FILE", help: "the root key that the store is to have, or `env:NAME`" },
        { name: "new-root-key-passphrase", value: "FILE", help: "a file with the passphrase that the new root key file is sealed under" },
      ],
    },
  ],
  examples: [
    "kmsward root-key create --root-key kms.root-key",
    "kmsward root-key rotate --store file:kms.db --new-root-key kms.new-root-key",
  ],
  run: (options, io) => {
    const [what, ...rest] = options.positionals;
    if (rest.length === 0 && what === "create") return create(options, io);
    if (rest.length === 0 && what === "rotate") return rotate(options, io);
    throw refuse("KW001", NAME, "say what to do", "`kmsward root-key create` or `kmsward root-key rotate`");
  },
};

async function create(options: Options, { stdout }: Io): Promise<ExitCode> {
  const source = rootKeySource(options);
  if (source === undefined || "environment" in source) throw refuse("KW001", NAME, "say where to", "`--root-key FILE`");
  await openRootKey(source, randomPool()).catch((error) => Promise.reject(storeFault(error)));
  stdout.write(
    `${source.keyFile}: a root key. Backups of a store hold what is sealed under it: without it they are worth nothing, with it everything.\n`,
  );
  return 0;
}

async function rotate(options: Options, { stdout, stderr }: Io): Promise<ExitCode> {
  const where = options.get("store");
  const [given, to] = [rootKeySource(options), rootKeySource(options, "new-root-key")];
  if (where === undefined || !/^(file:|postgres(ql)?:\/\/)/.test(where))
    throw refuse("KW001", "--store", "say which store", "`--store file:PATH` or `--store postgres://USER@HOST/DATABASE`");
  if (to === undefined)
    throw refuse("KW001", "--new-root-key", "say which root key it is to have", "`--new-root-key FILE`: it is made where there is none");
  const [{ pathOf }, { rotateRootKey }] = await Promise.all([
    import("../../stores/open-store.ts"),
    import("../../stores/root-rotation.ts"),
  ]);
  const from = given ?? (where.startsWith("file:") ? { keyFile: `${pathOf(where)}.root-key` } : undefined);
  if (from === undefined) throw refuse("KW001", "--root-key", "say which root key it has", "`--root-key FILE`");
  try {
    const old = await openRootKey(from, randomPool(), { make: false });
    const { sealed, resumed } = await rotateRootKey(where, { from: old, to: await openRootKey(to, randomPool()) });
    if (resumed) stderr.write(`${NAME}: an earlier rotation had been interrupted: it is done now\n`);
    const told = "environment" in to ? `env:${to.environment}` : to.keyFile;
    stdout.write(
      `${where.replace(/\/\/[^@/]*@/, "//")}: sealed under the root key in ${told}, ${sealed} records anew. Start with \`--root-key ${told}\` from now on.\n`,
    );
    return 0;
  } catch (error) {
    throw storeFault(error);
  }
}
