import { whoCan } from "../../analysis/access.ts";
import { accessJson, accessText } from "../../report/analysis/access.ts";
import { keyNamed, WORLD, worldOf } from "../analysis/named.ts";
import { actionsNamed, UNLISTED, unlistedIn } from "../analysis/options.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward who-can";

export const command: Command = {
  name: "who-can",
  summary: "everybody who can use a key, and when",
  usage: ["who-can KEY [ACTION…] --world WORLD [OPTION…]", "who-can KEY-POLICY.json [ACTION…]"],
  about: `For all requests, not for one: each principal, account or service that some request lets in, under which conditions, by which statements, with a
    request of each that the evaluator allows. What the answer takes for granted it says. Instead of a key of a world, a key policy alone may be given.
    Ends with 0; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [WORLD, UNLISTED],
    },
    {
      title: "Answer",
      options: [
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON" },
        { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
        { name: "strict", help: "exit with 3 when something could not be decided" },
      ],
    },
  ],
  examples: [
    "kmsward who-can orders Decrypt -w orders.world.yaml",
    "kmsward who-can orders 'Generate*' PutKeyPolicy -w orders.world.yaml",
    "kmsward who-can key-policy.json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [given, ...names] = options.positionals;
  if (given === undefined) throw refuse("KW010", NAME, "no key is named", "name a key of the world, or give a key policy");
  const { key: only, ...subject } = await worldOf(options, given, NAME);
  const { world, warnings } = subject;
  await tell(warnings, io);
  const key = only ?? keyNamed(world, given, NAME);
  const actions = actionsNamed(names, NAME);
  const access = whoCan(world, { key: key.name, actions, ...unlistedIn(options) });
  const colors = options.get("output") === undefined ? await colorsFor(io.stdout, io.env) : undefined;
  const sink = sinkOf(options.get("output"), io);
  const title = `Who can use ${key.name} (${key.arn})`;
  const text =
    options.get("format") === "json"
      ? accessJson(access)
      : accessText(access, { title, subject, nobody: "Nobody can.", by: "who", colors });
  await sink.write(text);
  await sink.close();
  return options.has("strict") && access.undecided.length > 0 ? 3 : 0;
}
