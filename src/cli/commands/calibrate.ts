import type { WorldKey, WorldPrincipal } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { keyNamed, principalNamed } from "../analysis/named.ts";
import { worldAt } from "../analysis/worlds.ts";
import type { Profiles } from "../calibrate/script.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { Files, sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward calibrate";
const MOST = 120;
const SAMPLE = 40;

export const command: Command = {
  name: "calibrate",
  summary: "a script of calls by which a person checks kmsward against AWS",
  usage: ["calibrate WORLD [OPTION…] > calibrate.sh", "calibrate [WORLD] --read ANSWERS [OPTION…]"],
  about: `Writes a shell script of AWS CLI calls that change nothing, reads and dry runs, for the questions about a world of which kmsward is least sure: what rests on
    something that nobody told, on readings of our own, and what it leaves open; and for some of the rest. A person runs it, with a profile of
    the AWS CLI for each principal; kmsward itself contacts nobody. --read compares what AWS answered, and the kind of policy that it blames, with the world.
    Ends with 0; with 2 when AWS differs; with 3 under --strict when AWS decides what kmsward leaves open; with 1 when no answer could be compared.`,
  groups: [
    {
      title: "Script",
      options: [
        { name: "principal", value: "NAME", many: true, help: "ask as these alone; default: every user and role of the world" },
        { name: "key", value: "KEY", many: true, help: "about these keys alone" },
        {
          name: "profile",
          value: "PRINCIPAL=PROFILE",
          many: true,
          help: "the AWS CLI's profile of a principal; the script has a line for each",
        },
        { name: "most", value: "NUMBER", help: `questions of which kmsward is not sure; default: ${MOST}` },
        { name: "sample", value: "NUMBER", help: `questions of the rest; default: ${SAMPLE}` },
      ],
    },
    {
      title: "Answers",
      options: [
        { name: "read", value: "ANSWERS", help: "what the script printed: a file, or `-`" },
        { name: "anonymize", help: "accounts, keys, ids and names are made up, the same for the same: a report that can be sent" },
        { name: "write-cases", value: "FILE", help: "write each disagreement as a case, one a line, for `kmsward eval --ndjson`" },
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON with the cases" },
        { name: "strict", help: "exit with 3 when AWS decided what kmsward leaves open" },
      ],
    },
    { title: "Output", options: [{ name: "output", short: "o", value: "FILE", help: "write the script or the report to a file" }] },
  ],
  examples: [
    "kmsward calibrate orders.world.yaml --profile app=orders-app-prod > calibrate.sh",
    "sh calibrate.sh > answers.ndjson",
    "kmsward calibrate orders.world.yaml --read answers.ndjson",
    "kmsward calibrate orders.world.yaml --read answers.ndjson --anonymize --format json -o report.json",
  ],
  run: (options, io) => (options.has("read") ? read(options, io) : write(options, io)),
};

const ONLY_READ = ["anonymize", "write-cases", "format", "strict"] as const;
const ONLY_WRITTEN = ["principal", "key", "profile", "most", "sample"] as const;

async function write(options: Options, io: Io): Promise<ExitCode> {
  const stray = ONLY_READ.find((name) => options.has(name));
  if (stray !== undefined) throw refuse("KW001", NAME, `\`--${stray}\` goes with \`--read\``, "a script has no answers yet");
  const [path, extra] = options.positionals;
  if (path === undefined || extra !== undefined)
    throw refuse("KW010", NAME, "one world is named", "kmsward calibrate orders.world.yaml > calibrate.sh");
  const { world, warnings } = await worldAt(path);
  await tell(warnings, io);
  const [{ mayAsk, plan }, { scriptOf }] = await Promise.all([import("../calibrate/plan.ts"), import("../calibrate/script.ts")]);
  const named = options.all("principal").map((name) => principalNamed(world, name, NAME));
  const principals = named.length > 0 ? named : world.estate.principals.filter(mayAsk);
  const profiles = profilesOf(options, world);
  const keys = keysOf(options, world);
  const planned = plan(world, { principals, keys, most: numberOf(options, "most", MOST), sample: numberOf(options, "sample", SAMPLE) });
  if (planned.length === 0)
    throw refuse("KW010", NAME, "there is nothing to ask", "the world needs a key, and a user or a role whose ARN is known");
  const sink = sinkOf(options.get("output"), io);
  await sink.write(scriptOf(planned, principals, path, profiles));
  await sink.close();
  const unsure = planned.filter((one) => one.unsure.length > 0).length;
  io.stderr.write(`${NAME}: ${planned.length} questions, of which kmsward is not sure of ${unsure}; read the script before you run it\n`);
  return 0;
}

const keysOf = (options: Options, world: World): readonly WorldKey[] =>
  options.has("key")
    ? options.all("key").map((name) => keyNamed(world, name, NAME))
    : world.estate.keys.filter(({ managedBy, openName }) => managedBy === "customer" && openName === undefined);

/** By default a principal's short name, where there is a profile of that name; the script looks who it is before it asks. */
function profilesOf(options: Options, world: World): Profiles {
  const given = options.all("profile").map((text): readonly [string, string] => {
    const at = text.indexOf("=");
    const [name, profile] = [text.slice(0, at), text.slice(at + 1)];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a name
    if (at < 1 || profile === "" || /[\u0000-\u001f\u007f]/.test(profile))
      throw refuse("KW001", "--profile", "is PRINCIPAL=PROFILE", "as in `--profile app=orders-app-prod`");
    return [principalNamed(world, name, NAME).name, profile];
  });
  const own = world.estate.principals.filter(({ name }) => /^[A-Za-z0-9_.@-]+$/.test(name)).map(({ name }) => [name, name] as const);
  return new Map<WorldPrincipal["name"], string>([...own, ...given]);
}

function numberOf(options: Options, name: "most" | "sample", fallback: number): number {
  const text = options.get(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 5000)
    throw refuse("KW001", `--${name}`, "is a number up to 5,000", `\`--${name} ${fallback}\``);
  return value;
}

async function read(options: Options, io: Io): Promise<ExitCode> {
  const stray = ONLY_WRITTEN.find((name) => options.has(name));
  if (stray !== undefined) throw refuse("KW001", NAME, `\`--${stray}\` goes with a script`, "leave it out, or leave `--read` out");
  const [given, extra] = options.positionals;
  if (extra !== undefined) throw refuse("KW001", NAME, "one world is named", "kmsward calibrate orders.world.yaml --read answers.ndjson");
  const [{ readAnswers }, { compared }, { calibrationText }] = await Promise.all([
    import("../calibrate/answers.ts"),
    import("../calibrate/compare.ts"),
    import("../calibrate/report.ts"),
  ]);
  const { file, text } = await new Files(io).text(options.get("read") ?? "-");
  const answers = readAnswers(text.split(/\r?\n/));
  const path = given ?? answers.world;
  if (path === undefined) throw refuse("KW010", file, "has no answers of a script of `kmsward calibrate`", "give what the script printed");
  const { world, warnings } = await worldAt(path);
  await tell(warnings, io);
  const exact = compared(world, answers);
  const report = options.has("anonymize") ? (await import("../calibrate/anonymize.ts")).anonymous(exact) : exact;
  const cases = report.disagreements.flatMap((one) => (one.case === undefined ? [] : [`${JSON.stringify(one.case)}\n`]));
  if (options.has("write-cases")) {
    const sink = sinkOf(options.get("write-cases"), io);
    await sink.write(cases.join(""));
    await sink.close();
  }
  const sink = sinkOf(options.get("output"), io);
  const colors = options.has("output") ? undefined : await colorsFor(io.stdout, io.env);
  await sink.write(
    options.get("format") === "json" ? `${JSON.stringify({ version: 1, ...report }, undefined, 2)}\n` : calibrationText(report, colors),
  );
  await sink.close();
  if (report.agreed + report.disagreements.length + report.opened.length === 0) {
    io.stderr.write(`${NAME}: no answer could be compared: nothing is shown [KW010]\n`);
    return 1;
  }
  return report.disagreements.length > 0 ? 2 : options.has("strict") && report.opened.length > 0 ? 3 : 0;
}
