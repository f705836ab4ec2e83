import { readdir, readFile } from "node:fs/promises";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import type { Command } from "../command.ts";
import { refuse } from "../refusal.ts";

const ENDING = ".schema.json";

export const command: Command = {
  name: "schema",
  summary: "prints a JSON Schema of our formats",
  usage: ["schema", "schema NAME"],
  about: "Without a name: the names there are. The schemas are draft 2020-12, and are in the package under kmsward/schemas/ too.",
  groups: [],
  examples: ["kmsward schema case > case.schema.json"],
  run: async ({ positionals }, { stdout, root }) => {
    const folder = new URL("schemas/", root);
    const names = (await readdir(folder))
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .sort();
    const [name, extra] = positionals;
    if (extra !== undefined) throw refuse("KW001", "kmsward schema", `one name at a time: what is ${shown(extra)}?`);
    if (name === undefined) {
      stdout.write(`${names.join("\n")}\n`);
      return 0;
    }
    if (!names.includes(name)) {
      const near = nearest(name, names);
      throw refuse(
        "KW001",
        "kmsward schema",
        `no schema ${shown(name)}`,
        near ? `did you mean \`${near}\`?` : `there are ${listed(names)}`,
      );
    }
    stdout.write(await readFile(new URL(name + ENDING, folder), "utf8"));
    return 0;
  },
};
