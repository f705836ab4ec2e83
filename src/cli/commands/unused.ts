import { Judge } from "../../replay/judge.ts";
import { Replay } from "../../replay/replay.ts";
import { unusedIn } from "../../replay/unused.ts";
import { unusedText } from "../../report/replay/unused.ts";
import { keyNamed } from "../analysis/named.ts";
import { worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { eventInputs } from "../events/inputs.ts";
import { readLogs } from "../events/read.ts";
import { sinkOf } from "../files.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { progressOn } from "../progress.ts";
import { refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward unused";

export const command: Command = {
  name: "unused",
  summary: "statements, actions, principals and grants that no recorded call needed",
  usage: ["unused EVENTS… --world WORLD [OPTION…]"],
  about: `EVENTS are records of CloudTrail, in every form that \`kmsward replay\` reads. Each allowed call is decided again, and what let it in counts as needed. What could
    not be decided, and what the log does not cover, is said: it is no proof that nobody needs what is listed.
    Ends with 0; with 3 under --strict when calls could not be decided; with 1 when nothing was, or a part of the log could not be read.`,
  groups: [
    {
      title: "Question",
      options: [
        { name: "world", short: "w", value: "WORLD", help: "the policies and grants: a world file, or git:REF:PATH" },
        { name: "key", value: "KEY", many: true, help: "of these keys alone" },
        {
          name: "session-tags",
          value: "unknown|none",
          choices: ["unknown", "none"],
          help: "whether sessions may bring tags of their own, which no record has; default: unknown",
        },
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Answer",
      options: [
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON" },
        { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
        { name: "strict", help: "exit with 3 when calls could not be decided" },
      ],
    },
  ],
  examples: [
    "kmsward unused AWSLogs/ -w orders.world.yaml",
    "kmsward unused trail.json.gz -w orders.world.yaml --key orders --format json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const path = options.get("world");
  if (options.positionals.length === 0)
    throw refuse("KW010", NAME, "no events are named", "give files or folders of CloudTrail records, or `-`");
  if (path === undefined) throw refuse("KW010", NAME, "no world is given", "give the policies by `--world FILE`");
  const { world, warnings } = await worldAt(path, undefined, await readingIn(options, io));
  await tell(warnings, io);
  const only = new Set(options.all("key").map((name) => keyNamed(world, name, NAME).arn));
  const sessionTags = options.get("session-tags") === "none" ? "none" : "unknown";
  const replay = new Replay(new Judge(world, undefined, { unlisted: "anything", sessionTags }), { by: "value" });
  const progress = progressOn(io.stderr, undefined, "records");
  const lost = await readLogs(await eventInputs(options.positionals, io), {
    record: (value) => replay.add(value),
    unreadable: (why) => replay.unreadable(why),
    chunk: () => progress?.show(replay.events),
  });
  progress?.clear();
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  const whole = unusedIn(world, replay.part());
  const report = only.size === 0 ? whole : { ...whole, keys: whole.keys.filter(({ arn }) => only.has(arn)), identity: [] };
  const sink = sinkOf(options.get("output"), io);
  const colors = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  await sink.write(options.get("format") === "json" ? `${JSON.stringify(report, undefined, 2)}\n` : unusedText(report, colors));
  await sink.close();
  if (report.calls === 0) io.stderr.write(`${NAME}: no allowed call was found: nothing is shown [KW010]\n`);
  if (lost.length > 0 || report.calls === 0) return 1;
  return options.has("strict") && report.undetermined + report.mismatch > 0 ? 3 : 0;
}
