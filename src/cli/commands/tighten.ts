import type { World } from "../../estate/world.ts";
import { Judge } from "../../replay/judge.ts";
import { Replay } from "../../replay/replay.ts";
import type { Taken } from "../../replay/world-side.ts";
import { type HeldOut, stageText, tightenText } from "../../report/replay/tighten.ts";
import { coveredBy } from "../../tighten/covered.ts";
import { type Tightened, type TightenOptions, tighten } from "../../tighten/tighten.ts";
import { keyNamed } from "../analysis/named.ts";
import { worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { eventInputs } from "../events/inputs.ts";
import { readLogs } from "../events/read.ts";
import { sinkOf } from "../files.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward tighten";

export const command: Command = {
  name: "tighten",
  summary: "the narrowest key policy that keeps the recorded use, proved",
  usage: ["tighten KEY --events EVENTS --world WORLD [OPTION…]"],
  about: `Takes from a key policy and the key's grants the cryptography that no recorded call needed: statements, actions, principals, values of conditions; with --identity from
    identity policies too. Administration, delegation to the account, grants that services made and what NotAction leaves over are kept. That nobody gains anything, and that everybody who may change the policy still may, is proved for all requests; the policy learned from the first
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
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "How far",
      options: [
        { name: "identity", help: "identity policies of the world's principals too: what they need on any key stays" },
        {
          name: "keep",
          value: "NAME",
          many: true,
          help: "stays, needed or not: a Sid, a principal, an action, a grant, or the name of a pair of the encryption context, whose values then stay too",
        },
        { name: "period", value: "90d", help: "only calls of the last days of the log count as use; a log that is shorter is refused" },
        {
          name: "no-wildcards",
          help: "patterns are written out, as far as they were needed: actions, values, accounts and everybody as principals",
        },
      ],
    },
    {
      title: "Answer",
      options: [
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON with the policy" },
        { name: "stage", help: "only a report of what would no longer be allowed, for those who own it; no policy is written" },
        { name: "output", short: "o", value: "FILE", help: "write the narrower key policy to a file; with --stage the report" },
      ],
    },
  ],
  examples: [
    "kmsward tighten orders --events AWSLogs/ -w orders.world.yaml",
    "kmsward tighten orders --events trail.json.gz -w orders.world.yaml -o orders-key.json",
    "kmsward tighten orders --events AWSLogs/ -w orders.world.yaml --identity --period 90d --keep tenant --stage",
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
  const { world, warnings } = await worldAt(path, undefined, await readingIn(options, io));
  await tell(warnings, io);
  const key = keyNamed(world, name, NAME);
  const taken: Taken = { unlisted: "anything", sessionTags: options.get("session-tags") === "none" ? "none" : "unknown" };
  const inputs = await eventInputs(paths, io);
  const replay = new Replay(new Judge(world, undefined, taken), { by: "value", overTime: true });
  const lost = await readLogs(inputs, { record: (value) => replay.add(value), unreadable: (why) => replay.unreadable(why) });
  const whole = replay.part();
  for (const text of lost) io.stderr.write(`${NAME}: ${text}\n`);
  const covered = coveredBy(whole, key);
  const since = sinceOf(options, covered.span?.from, covered.span?.to, replay.grain);
  const part = since === undefined ? whole : replay.during({ since });
  if (part.counts.allowed + part.counts.undetermined === 0)
    throw refuse(
      "KW010",
      NAME,
      "no call that these policies allow is in the log",
      "without recorded use nothing can be learned; `kmsward replay` shows what is there",
    );
  if (part.counts.undetermined > 0)
    io.stderr.write(`${NAME}: ${part.counts.undetermined} calls could not be decided: whatever may have let them in is kept\n`);
  const how = { keep: options.all("keep"), wildcards: !options.has("no-wildcards"), identity: options.has("identity") };
  const result = read(tighten(world, key, part, { ...how, whole }));
  guard(result);
  const { span } = covered;
  const held = span === null ? undefined : tried(replay, world, key.name, taken, how, since ?? Date.parse(span.from), Date.parse(span.to));
  const colors = options.has("stage") && options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  if (options.has("output")) {
    const file = sinkOf(options.get("output"), io);
    await file.write(options.has("stage") ? stageText(result, covered, held) : `${result.text}\n`);
    await file.close();
  }
  const { document, edits, kept, grants, identity, proof } = result;
  const json = {
    version: 1,
    key: key.arn,
    span,
    policy: document,
    edits,
    kept,
    grants: grants.map(({ from: _, to, ...grant }) => ({ ...grant, becomes: to?.Operations ?? [] })),
    identity,
    verdict: proof.verdict,
    lost: proof.changes,
    heldOut: held ?? null,
    covered,
  };
  const text = options.has("stage") ? stageText : tightenText;
  if (!(options.has("stage") && options.has("output")))
    io.stdout.write(options.get("format") === "json" ? `${JSON.stringify(json, undefined, 2)}\n` : text(result, covered, held, colors));
  return lost.length > 0 ? 1 : (held?.broken ?? 0) > 0 ? 2 : 0;
}

/** From when on calls count. */
function sinceOf(options: Options, from: string | undefined, to: string | undefined, grain: number): number | undefined {
  const text = options.get("period");
  if (text === undefined) return undefined;
  const days = Number(/^(\d{1,4})d?$/.exec(text)?.[1]);
  if (!(days >= 1)) throw refuse("KW001", "--period", "is a number of days", "`--period 90d`");
  const since = Date.parse(to ?? "") - days * 86_400_000;
  if (from === undefined || to === undefined || since < Date.parse(from))
    throw refuse(
      "KW010",
      "--period",
      `the log covers ${from === undefined ? "no time" : `${from} to ${to}`}, which is less than ${days} days`,
      "give more of the log, or a shorter period",
    );
  return begunBefore(since, grain);
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

/** Learned on the first two thirds of the time, tried on the rest. */
function tried(
  replay: Replay,
  world: World,
  name: string,
  taken: Taken,
  how: TightenOptions,
  from: number,
  to: number,
): HeldOut | undefined {
  const cut = begunBefore(from + ((to - from) * 2) / 3, replay.grain);
  const part = replay.during({ since: from, until: cut });
  const start = `${new Date(cut).toISOString().slice(0, 19)}Z`;
  if (part.counts.allowed === 0) return { from: start, calls: 0, broken: 0 };
  const learned = read(tighten(world, keyNamed(world, name, NAME), part, how));
  const [before, after] = [new Judge(world, undefined, taken), new Judge(learned.world, undefined, taken)].map((judge) =>
    replay.countsBy(judge, { since: cut }),
  );
  const calls = before?.allowed ?? 0;
  return { from: start, calls, broken: calls - (after?.allowed ?? 0) };
}

const begunBefore = (moment: number, grain: number): number => Math.floor(moment / grain) * grain;
