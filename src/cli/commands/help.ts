import { readFile } from "node:fs/promises";
import { CODES, type Code } from "../../base/codes.ts";
import { nearest } from "../../base/nearest.ts";
import { shown } from "../../base/text.ts";
import type { Command } from "../command.ts";
import { COMMANDS } from "../main.ts";
import { PLANNED } from "../planned.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { paragraphs, section, table, usageOf } from "../usage.ts";

export const command: Command = {
  name: "help",
  summary: "explains a command, a message code or a rule",
  usage: ["help", "help COMMAND", "help world", "help tests", "help KWnnn", "help codes", "help RULE", "help rules"],
  groups: [],
  run: async ({ positionals: [topic] }, { stdout, root }) => {
    const reference = topic !== undefined && Object.hasOwn(REFERENCES, topic) ? REFERENCES[topic] : undefined;
    if (reference !== undefined) stdout.write(await readFile(new URL(reference, root), "utf8"));
    else stdout.write(`${topic === undefined ? overview() : await about(topic)}\n`);
    return 0;
  },
};

/** What people write, told with examples: files of the package. */
const REFERENCES: Readonly<Record<string, string>> = { world: "schemas/world.md", tests: "schemas/tests.md" };

function overview(): string {
  return [
    "kmsward tells who can use your AWS KMS keys: key policies, IAM policies and grants, decided as AWS does.\nIt contacts nobody: no AWS credentials, no network.",
    section("Usage", ["kmsward COMMAND [OPTION…]", "kmsward --version", "kmsward COMMAND --help"]),
    section("Commands", table(Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]))),
    ...(Object.keys(PLANNED).length > 0 ? [section("Planned, not in this version", table(Object.entries(PLANNED)))] : []),
    section("Exit codes", table(EXIT_CODES)),
    section(
      "First steps",
      table([
        ["kmsward demo", "see it work"],
        ["kmsward eval --help", "ask a question of your own"],
        ["kmsward help world", "how an estate is written: accounts, principals, keys"],
        ["kmsward help tests", "how tests of policies are written"],
        ["kmsward help KW101", "what a message means"],
        ["kmsward help rules", "by which rules it decides, and where AWS says so"],
      ]),
    ),
  ].join("\n\n");
}

const EXIT_CODES = [
  ["0", "done"],
  ["1", "could not be done: wrong use, unreadable or invalid input"],
  ["2", "done, and the answer is no: not what --expect says, a test failed, a policy is wrong, coverage or score is below its threshold"],
  ["3", "done, but undetermined, under --strict"],
  ["70", "a bug in kmsward; 130 interrupted"],
] as const;

async function about(topic: string): Promise<string> {
  if (topic === "codes") return table(Object.entries(CODES).map(([code, { title }]) => [code, title])).join("\n");
  const code = topic.toUpperCase();
  if (Object.hasOwn(CODES, code)) return `${code}: ${CODES[code as Code].title}\n\n${paragraphs(CODES[code as Code].help)}`;
  const entry = Object.hasOwn(COMMANDS, topic) ? COMMANDS[topic] : undefined;
  if (entry !== undefined) return usageOf((await entry.load()).command);
  if (Object.hasOwn(PLANNED, topic)) return `kmsward ${topic}: ${PLANNED[topic]}\n\nPlanned: this version does not have it.`;
  if (topic === "rules" || topic.includes(".")) return aboutRules(topic);
  throw unknownTopic(topic);
}

/** `rules` is all of them. */
async function aboutRules(topic: string): Promise<string> {
  const { aboutRule, listRules, nearestRule } = await import("../rule-help.ts");
  const text = topic === "rules" ? listRules() : aboutRule(topic);
  if (text !== undefined) return text;
  const near = nearestRule(topic);
  const help = near ? `did you mean \`kmsward help ${near}\`?` : "`kmsward help rules` lists what there is";
  throw refuse("KW003", "kmsward help", `no rule has the id ${shown(topic)}`, help);
}

function unknownTopic(topic: string): Refusal {
  const isCode = /^kw/i.test(topic);
  const near = nearest(
    topic,
    isCode ? Object.keys(CODES) : [...Object.keys(COMMANDS), ...Object.keys(PLANNED), ...Object.keys(REFERENCES), "codes", "rules"],
  );
  const help = near ? `did you mean \`kmsward help ${near}\`?` : `\`kmsward help${isCode ? " codes" : ""}\` lists what there is`;
  return refuse(
    "KW003",
    "kmsward help",
    isCode ? `no message has the code ${shown(topic)}` : `nothing is known about ${shown(topic)}`,
    help,
  );
}
