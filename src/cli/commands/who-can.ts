import { whoCan } from "../../analysis/access.ts";
import { accessOfAllCases, NO_ACCESS } from "../../analysis/cases.ts";
import type { WorldKey } from "../../estate/estate.ts";
import { accessJson, accessNdjson, accessText } from "../../report/analysis/access.ts";
import { keyNamedIn, WORLD, worldsOf } from "../analysis/named.ts";
import { actionsNamed, UNLISTED, unlistedIn, VIA_ROLES } from "../analysis/options.ts";
import { ofAll } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { formatOptions, readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
import { IMPORT_OPTIONS } from "../import-options.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

const NAME = "kmsward who-can";

export const command: Command = {
  name: "who-can",
  summary: "everybody who can use a key, and when",
  usage: [
    "who-can KEY [ACTION…] --world WORLD [OPTION…]",
    "who-can KEY-POLICY.json [ACTION…]",
    "who-can --flow FLOW --on RESOURCE --world WORLD",
  ],
  about: `For all requests, not for one: each principal, account or service that some request lets in, under which conditions, by which statements, with a
    request of each that the evaluator allows. What the answer takes for granted it says. Instead of a key of a world, a key policy alone may be given.
    Ends with 0; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [
        WORLD,
        {
          name: "flow",
          value: "FLOW",
          help: "who can do this with data, s3.GetObject: every call of it, by the policy of the resource and its key",
        },
        { name: "on", value: "RESOURCE", help: "the resource of the flow, of `resources`, or what is in it: orders-bucket/2026/x" },
        VIA_ROLES,
        UNLISTED,
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Answer",
      options: [...formatOptions("who-can"), { name: "strict", help: "exit with 3 when something could not be decided" }],
    },
  ],
  examples: [
    "kmsward who-can orders Decrypt -w orders.world.yaml",
    "kmsward who-can orders 'Generate*' PutKeyPolicy -w orders.world.yaml",
    "kmsward who-can orders Decrypt -w orders.world.yaml --via-roles",
    "kmsward who-can key-policy.json",
    "kmsward who-can orders -w orders.world.yaml --format svg=orders.svg",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [given, ...names] = options.positionals;
  if (options.has("flow") || options.has("on")) return runData(options, io);
  if (given === undefined) throw refuse("KW010", NAME, "no key is named", "name a key of the world, or give a key policy");
  const formats = readFormats(options, "who-can", io.env);
  const { key: only, worlds } = await worldsOf(options, given, NAME, io);
  const { warnings, known } = ofAll(worlds);
  await tell(warnings, io);
  const keys = only === undefined ? keyNamedIn(worlds, given, NAME) : [only];
  const key = keys.find((one) => one !== undefined) as WorldKey;
  const actions = actionsNamed(names, NAME);
  const access = accessOfAllCases(
    worlds.map(({ text, named: { world } }, i) => {
      const own = keys[i];
      return {
        text,
        answer:
          own === undefined
            ? NO_ACCESS
            : whoCan(world, { key: own.name, actions, viaRoles: options.has("via-roles"), ...unlistedIn(options) }),
      };
    }),
  );
  const subject = worlds[0].named;
  const title = `Who can use ${key.name} (${key.arn})`;
  await writeAnswer(
    {
      text: (colors) => accessText(access, { title, subject, nobody: "Nobody can.", by: "who", colors }),
      json: () => accessJson(access, known),
      ndjson: () => accessNdjson(access, known),
      review: async (setting) => {
        const { accessReview } = await import("../../report/review/access.ts");
        return accessReview(access, { ...setting, command: "who-can", title, subject, known });
      },
    },
    formats,
    io,
  );
  return options.has("strict") && access.undecided.length > 0 ? 3 : 0;
}

/** Of data: a flow on a resource. */
async function runData(options: Options, io: Io): Promise<ExitCode> {
  const { dataSubject, writeData } = await import("../analysis/data.ts");
  const [flow, on] = [options.get("flow"), options.get("on")];
  if (flow === undefined || on === undefined || options.positionals.length > 0)
    throw refuse("KW001", NAME, "who can do a flow is asked of a resource", "kmsward who-can --flow s3.GetObject --on RESOURCE -w WORLD");
  const subject = await dataSubject(options, NAME, io, { flow, on });
  const { whoCanData } = await import("../../analysis/data/readers.ts");
  const access = whoCanData(subject.world, { flow, on, ...unlistedIn(options) });
  return writeData(access, { title: `Who can do ${flow} on ${on}`, subject, nobody: "Nobody can.", by: "who" }, options, "who-can", io);
}
