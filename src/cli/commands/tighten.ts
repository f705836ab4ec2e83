import type { World } from "../../estate/world.ts";
import { spanOf } from "../../replay/coverage.ts";
import { Judge } from "../../replay/judge.ts";
import { Replay, type Window } from "../../replay/replay.ts";
import type { Part } from "../../replay/tally.ts";
import type { Taken } from "../../replay/world-side.ts";
import { type HeldOut, tightenText } from "../../report/replay/tighten.ts";
import { type Tightened, tighten } from "../../tighten/tighten.ts";
import { keyNamed } from "../analysis/named.ts";
import { worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { type EventInput, eventInputs } from "../events/inputs.ts";
import { readLogs } from "../events/read.ts";
import { sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward tighten";

export const command: Command = {
  name: "tighten",
  summary: "the narrowest key policy that keeps the recorded use, proved",
  usage: ["tighten KEY --events EVENTS --world WORLD [OPTION…]"],
  about: `Takes from a key policy the cryptography that no recorded call needed: statements, actions, principals. Administration, delegation to the account and what NotAction
    leaves over are kept. That nobody gains anything, and that everybody who may change the policy still may, is proved for all requests; the policy learned from the first
    two thirds of the log's time is tried on the last third. Prints what to change and why; -o writes the policy.
    Ends with 0; with 2 when calls that were held back would break; with 1 when nothing was recorded, or a part of the log could not be read.`,
  groups: [
    {
      title: "From what",
      options: [
        { name: "events", value: "EVENTS", many: true, help: "records of CloudTrail, in every form that `kmsward replay` reads" },
        { name: "world", short: "w", value: "WORLD", help: "the policies and grants: a world file, or git:REF:PATH" },
        {
          name: "session-tags",
          value: "unknown|none",
          choices: ["unknown", "none"],
          help: "whether sessions may bring tags of their own, which no record has; default: unknown",
        },
      ],
    },
    {
      title: "Answer",
      options: [
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON with the policy" },
        { name: "output", short: "o", value: "FILE", help: "write the narrower key policy to a file" },
      ],
    },
  ],
  examples: [
    "kmsward tighten orders --events AWSLogs/ -w orders.world.yaml",
    "kmsward tighten orders --events trail.json.gz -w orders.world.yaml -o orders-key.json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [name, extra] = options.positionals;
  const [path, paths] = [options.get("world"), options.all("events")];
  if (name === undefined || extra !== undefined)
    throw refuse("KW010", NAME, "one key is named", "kmsward tighten KEY --events EVENTS --world WORLD");
  if (path === undefined) throw refuse("KW010", NAME, "no world is given", "give the policies by `--world FILE`");
  if (paths.length === 0) throw refuse("KW010", NAME, "no events are given", "give files or folders of CloudTrail records by `--events`");
  const { world, warnings } = await worldAt(path);
  await tell(warnings, io);
  const key = keyNamed(world, name, NAME);
  const taken: Taken = { unlisted: "anything", sessionTags: options.get("session-tags") === "none" ? "none" : "unknown" };
  const inputs = await eventInputs(paths, io);
  const { part, lost } = await replayed(world, inputs, taken);
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  if (part.counts.allowed + part.counts.undetermined === 0)
    throw refuse(
      "KW010",
      NAME,
      "no call that these policies allow is in the log",
      "without recorded use nothing can be learned; `kmsward replay` shows what is there",
    );
  if (part.counts.undetermined > 0)
    io.stderr.write(`${NAME}: ${part.counts.undetermined} calls could not be decided: whatever may have let them in is kept\n`);
  const result = read(tighten(world, key, part));
  guard(result);
  const span = spanOf(part.logs) ?? null;
  const held =
    paths.includes("-") || span === null
      ? undefined
      : await tried(world, key.name, inputs, taken, Date.parse(span.from), Date.parse(span.to));
  if (options.has("output")) {
    const file = sinkOf(options.get("output"), io);
    await file.write(`${result.text}\n`);
    await file.close();
  }
  const colors = await colorsFor(io.stdout, io.env);
  const { document, edits, kept, grants, proof } = result;
  const json = {
    version: 1,
    key: key.arn,
    span,
    policy: document,
    edits,
    kept,
    grants,
    verdict: proof.verdict,
    lost: proof.changes,
    heldOut: held ?? null,
  };
  io.stdout.write(options.get("format") === "json" ? `${JSON.stringify(json, undefined, 2)}\n` : tightenText(result, span, held, colors));
  return lost.length > 0 ? 1 : (held?.broken ?? 0) > 0 ? 2 : 0;
}

const read = (result: ReturnType<typeof tighten>): Tightened => {
  if (!result.ok) throw new Refusal(result.error);
  return result.value;
};

/** Nothing is shown that is not proved: neither wider anywhere, nor without somebody who may change it. */
function guard({ proof, administration }: Tightened): void {
  if (!["equal", "narrower"].includes(proof.verdict) || administration.verdict !== "equal")
    throw refuse(
      "KW693",
      NAME,
      "that the policy is narrower, and that all who may change it still may, could not be proved",
      "please report it with the policy, if you can share it; nothing was written",
    );
}

async function replayed(
  world: World,
  inputs: readonly EventInput[],
  taken: Taken,
  window: Window = {},
): Promise<{ readonly part: Part; readonly lost: readonly string[] }> {
  const replay = new Replay(new Judge(world, undefined, taken), window);
  const lost = await readLogs(inputs, { record: (value) => replay.add(value), unreadable: (why) => replay.unreadable(why) });
  return { part: replay.part(), lost };
}

/** Learned on the first two thirds of the time, tried on the rest. */
async function tried(
  world: World,
  name: string,
  inputs: readonly EventInput[],
  taken: Taken,
  from: number,
  to: number,
): Promise<HeldOut | undefined> {
  const cut = from + Math.floor(((to - from) * 2) / 3);
  const { part } = await replayed(world, inputs, taken, { until: cut });
  if (part.counts.allowed === 0) return undefined;
  const learned = read(tighten(world, keyNamed(world, name, NAME), part));
  const [before, after] = [
    await replayed(world, inputs, taken, { since: cut }),
    await replayed(learned.world, inputs, taken, { since: cut }),
  ];
  return {
    from: `${new Date(cut).toISOString().slice(0, 19)}Z`,
    calls: before.part.counts.allowed,
    broken: before.part.counts.allowed - after.part.counts.allowed,
  };
}
