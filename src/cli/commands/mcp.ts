import { statSync } from "node:fs";
import process from "node:process";
import { shown } from "../../base/text.ts";
import type { Command } from "../command.ts";
import { refuse } from "../refusal.ts";
import { versionIn } from "./version.ts";

const NAME = "kmsward mcp";

export const command: Command = {
  name: "mcp",
  summary: "the questions as tools for agents, over the files of one folder",
  usage: ["mcp [FOLDER]"],
  about: `Speaks the Model Context Protocol on standard input and output: eval, explain, lint, who_can, can, diff, repair, prove and check as tools, each answer with the
    statements that decide and a request that shows it, so that an agent's policy is checked and not believed. Reads files of the folder, the current one if none
    is given, and of commits of its repository; nothing outside of it, links followed, and no network. Changes nothing. Needs the package
    @modelcontextprotocol/sdk beside kmsward.`,
  groups: [],
  examples: ["kmsward mcp policies"],
  run: async (options, io) => {
    const [folder = ".", extra] = options.positionals;
    if (extra !== undefined) throw refuse("KW001", NAME, "one folder is served", "kmsward mcp policies");
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw refuse("KW002", NAME, `${shown(folder)} is no folder`, "check the path; it counts from the folder you are in");
    const { serveMcp } = await import("../mcp/server.ts");
    process.chdir(folder); // paths of tools count from it
    await serveMcp(process.cwd(), COMMANDS, io, await versionIn(io.root));
    return 0;
  },
};

const COMMANDS = {
  eval: () => import("./eval.ts"),
  lint: () => import("./lint.ts"),
  "who-can": () => import("./who-can.ts"),
  can: () => import("./can.ts"),
  diff: () => import("./diff.ts"),
  repair: () => import("./repair.ts"),
  prove: () => import("./prove.ts"),
  check: () => import("./check.ts"),
};
