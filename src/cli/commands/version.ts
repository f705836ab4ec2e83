import { readFile } from "node:fs/promises";
import type { Command } from "../command.ts";

export const command: Command = {
  name: "version",
  summary: "prints the version",
  usage: ["version", "--version"],
  groups: [],
  run: async (_, { stdout, root }) => {
    stdout.write(`${await versionIn(root)}\n`);
    return 0;
  },
};

export async function versionIn(root: URL): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as { readonly version: string };
  return manifest.version;
}
