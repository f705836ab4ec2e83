import { readFile } from "node:fs/promises";
import type { Command } from "../command.ts";

export const command: Command = {
  name: "version",
  summary: "prints the version",
  usage: ["version", "--version"],
  groups: [],
  run: async (_, { stdout, root }) => {
    const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as { readonly version: string };
    stdout.write(`${manifest.version}\n`);
    return 0;
  },
};
