import { can } from "../../analysis/access.ts";
import { accessOfAllCases, NO_ACCESS } from "../../analysis/cases.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import { accessJson, accessNdjson, accessText } from "../../report/analysis/access.ts";

import { WORLD } from "../analysis/named.ts";
import { actionsNamed, UNLISTED, unlistedIn, VIA_ROLES } from "../analysis/options.ts";
import { type NamedWorld, ofAll, worldsAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { formatOptions, readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

const NAME = "kmsward can";

export const command: Command = {
  name: "can",
  summary: "everything a principal can do with the keys of a world, and when",
  usage: ["can PRINCIPAL [ACTION…] --world WORLD [OPTION…]", "can PRINCIPAL --data --world WORLD"],
  about: `For all requests, not for one: what some request of the principal is let in for, on which key, under which conditions, by which statements. A role is
    asked about with every session that policies tell apart. Ends with 0; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [
        WORLD,
        { name: "key", value: "KEY", many: true, help: "of these keys; by default of all" },
        { name: "data", help: "which data the principal can read: by the policy of each resource and its key together" },
        VIA_ROLES,
        UNLISTED,
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Answer",
      options: [...formatOptions("can"), { name: "strict", help: "exit with 3 when something could not be decided" }],
    },
  ],
  examples: [
    "kmsward can app -w orders.world.yaml",
    "kmsward can app -w orders.world.yaml --via-roles",
    "kmsward can arn:aws:iam::111122223333:role/app Decrypt --key orders -w orders.world.yaml",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [principal, ...names] = options.positionals;
  if (principal === undefined) throw refuse("KW010", NAME, "no principal is named", "name one of the world, or give an ARN");
  const formats = readFormats(options, "can", io.env);
  const path = options.get("world");
  if (path === undefined)
    throw refuse("KW010", NAME, "no world is given", "give one by `--world FILE`; `kmsward init` drafts one from a folder of policies");
  const worlds = await worldsAt(path, undefined, await readingIn(options, io));
  const { warnings, known } = ofAll(worlds);
  await tell(warnings, io);
  const isThere = worlds.map(({ named }) => named.world.lookup.asker(principal).ok);
  const subject = (worlds.find((_, i) => isThere[i]) ?? worlds[0]).named;
  const { world } = subject;
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
  if (options.has("data")) return runData(principal, options, subject, io);
  const keys = options.all("key");
  const asked = {
    principal,
    ...(keys.length > 0 && { keys }),
    actions: actionsNamed(names, NAME),
    viaRoles: options.has("via-roles"),
    ...unlistedIn(options),
  };
  const access = accessOfAllCases(worlds.map(({ text, named }, i) => ({ text, answer: isThere[i] ? can(named.world, asked) : NO_ACCESS })));
  const title = `What ${principal} can do${keys.length > 0 ? ` with ${listed(keys)}` : ""}`;
  await writeAnswer(
    {
      text: (colors) => accessText(access, { title, subject, nobody: "Nothing.", by: "key", colors }),
      json: () => accessJson(access, known),
      ndjson: () => accessNdjson(access, known),
      review: async (setting) => {
        const { accessReview } = await import("../../report/review/access.ts");
        return accessReview(access, { ...setting, command: "can", title, subject, known });
      },
    },
    formats,
    io,
  );
  return options.has("strict") && access.undecided.length > 0 ? 3 : 0;
}

async function runData(principal: string, options: Options, subject: NamedWorld, io: Io): Promise<ExitCode> {
  const { writeData } = await import("../analysis/data.ts");
  const { canReadData } = await import("../../analysis/data/readers.ts");
  const access = canReadData(subject.world, { principal, ...unlistedIn(options) });
  return writeData(access, { title: `What data ${principal} can read`, subject, nobody: "Nothing.", by: "resource" }, options, "can", io);
}
