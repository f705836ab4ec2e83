import { can } from "../../analysis/access.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import { accessJson, accessText } from "../../report/analysis/access.ts";
import { WORLD } from "../analysis/named.ts";
import { actionsNamed, UNLISTED, unlistedIn } from "../analysis/options.ts";
import { worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward can";

export const command: Command = {
  name: "can",
  summary: "everything a principal can do with the keys of a world, and when",
  usage: ["can PRINCIPAL [ACTION…] --world WORLD [OPTION…]"],
  about: `For all requests, not for one: what some request of the principal is let in for, on which key, under which conditions, by which statements. A role is
    asked about with every session that policies tell apart. Ends with 0; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [WORLD, { name: "key", value: "KEY", many: true, help: "of these keys; by default of all" }, UNLISTED],
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
    "kmsward can app -w orders.world.yaml",
    "kmsward can arn:aws:iam::111122223333:role/app Decrypt --key orders -w orders.world.yaml",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [principal, ...names] = options.positionals;
  if (principal === undefined) throw refuse("KW010", NAME, "no principal is named", "name one of the world, or give an ARN");
  const path = options.get("world");
  if (path === undefined)
    throw refuse("KW010", NAME, "no world is given", "give one by `--world FILE`; `kmsward init` drafts one from a folder of policies");
  const subject = await worldAt(path);
  const { world, warnings } = subject;
  await tell(warnings, io);
  const asker = world.lookup.asker(principal);
  if (!asker.ok) {
    const near = nearest(
      principal,
      world.estate.principals.map((one) => one.name),
    );
    throw refuse(
      "KW501",
      NAME,
      `no principal ${shown(principal)} in this world`,
      near === undefined ? asker.error.help : `did you mean \`${near}\`?`,
    );
  }
  const keys = options.all("key");
  const access = can(world, { principal, ...(keys.length > 0 && { keys }), actions: actionsNamed(names, NAME), ...unlistedIn(options) });
  const colors = options.get("output") === undefined ? await colorsFor(io.stdout, io.env) : undefined;
  const sink = sinkOf(options.get("output"), io);
  const title = `What ${principal} can do${keys.length > 0 ? ` with ${listed(keys)}` : ""}`;
  await sink.write(
    options.get("format") === "json" ? accessJson(access) : accessText(access, { title, subject, nobody: "Nothing.", by: "key", colors }),
  );
  await sink.close();
  return options.has("strict") && access.undecided.length > 0 ? 3 : 0;
}
