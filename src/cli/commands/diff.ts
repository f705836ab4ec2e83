import type { Change, Comparison } from "../../analysis/answers.ts";
import { type CompareOptions, compare } from "../../analysis/compare.ts";
import { comparePolicies } from "../../analysis/compare-policies.ts";
import { shown } from "../../base/text.ts";
import { changesJson, changesText } from "../../report/analysis/changes.ts";
import { actionsNamed, UNLISTED, unlistedIn } from "../analysis/options.ts";
import { accountOf, identityPolicyAt, worldAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { colorsFor, tell } from "../talk.ts";

const NAME = "kmsward diff";
const FAILURES = ["gained", "lost", "any", "public", "cross-account", "service", "administration", "undecided"] as const;

export const command: Command = {
  name: "diff",
  summary: "who gains or loses what between two sets of policies, for all requests",
  usage: ["diff BEFORE AFTER [OPTION…]"],
  about: `BEFORE and AFTER are worlds, key policies or identity policies, on the disk or in a commit (git:REF:PATH). Compares what they allow, not how they are written: order,
    names and spelling make no difference. Every change is shown with a request that one of them allows and the other does not.
    Ends with 0; with 2 when --fail-on finds what it names; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [
        { name: "key", value: "KEY", many: true, help: "of these keys, by name or ARN; by default of all" },
        { name: "action", value: "ACTION", many: true, help: "of these actions; by default of all" },
        UNLISTED,
      ],
    },
    {
      title: "Answer",
      options: [
        {
          name: "fail-on",
          value: "WHAT[,WHAT…]",
          many: true,
          help: `exit with 2 when there is one: ${FAILURES.join(", ")}; a severity counts what is gained`,
        },
        { name: "max-changes", value: "NUMBER", help: "list so many at most; the verdict counts all; default: 1000" },
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON" },
        { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
        { name: "strict", help: "exit with 3 when something could not be decided" },
      ],
    },
  ],
  examples: [
    "kmsward diff git:main:policies/orders.world.yaml policies/orders.world.yaml --fail-on public,cross-account",
    "kmsward diff key-policy.old.json key-policy.json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [before, after, extra] = options.positionals;
  if (before === undefined || after === undefined || extra !== undefined)
    throw refuse("KW001", NAME, "two things are compared", "kmsward diff BEFORE AFTER");
  const failures = failuresIn(options);
  const most = mostIn(options);
  const keys = options.all("key");
  const actions = actionsNamed(options.all("action"), NAME);
  const asked = {
    ...(keys.length > 0 && { keys }),
    ...(actions !== undefined && { actions }),
    ...(most !== undefined && { maxChanges: most }),
    ...unlistedIn(options),
  };
  const { comparison, subjects } = await compared(before, after, asked, io);
  const colors = options.get("output") === undefined ? await colorsFor(io.stdout, io.env) : undefined;
  const sink = sinkOf(options.get("output"), io);
  await sink.write(options.get("format") === "json" ? changesJson(comparison) : changesText(comparison, { ...subjects, colors }));
  await sink.close();
  if (failures.some((failure) => isFound(failure, comparison))) return 2;
  return options.has("strict") && comparison.undecided.length > 0 ? 3 : 0;
}

/** Two identity policies each by itself; anything else as worlds. */
async function compared(before: string, after: string, asked: CompareOptions, io: Io) {
  const [held, holds] = [await identityPolicyAt(before), await identityPolicyAt(after)];
  if (held !== undefined && holds !== undefined) {
    const { keys: _, ...rest } = asked;
    const subjects = { before: { name: before, kind: "identity" as const }, after: { name: after, kind: "identity" as const } };
    return { comparison: comparePolicies(held, holds, { type: "identity", ...rest }), subjects };
  }
  const account = (await accountOf(before)) ?? (await accountOf(after)); // of two key policies, which are those of one key
  const [old, now] = [await worldAt(before, account), await worldAt(after, account)];
  await tell(now.warnings, io);
  return { comparison: compare(old.world, now.world, asked), subjects: { before: old, after: now } };
}

type Failure = (typeof FAILURES)[number];

function failuresIn(options: Options): readonly Failure[] {
  return options.all("fail-on").flatMap((given) =>
    given.split(",").map((name) => {
      const failure = FAILURES.find((one) => one === name.trim());
      if (failure === undefined)
        throw refuse("KW001", "--fail-on", `there is no ${shown(name)} to fail on`, `it takes ${FAILURES.join(", ")}`);
      return failure;
    }),
  );
}

function mostIn(options: Options): number | undefined {
  const given = options.get("max-changes");
  if (given === undefined) return undefined;
  if (!/^[0-9]{1,9}$/.test(given)) throw refuse("KW001", "--max-changes", `${shown(given)} is no number`, "as in --max-changes 50");
  return Number(given);
}

function isFound(failure: Failure, { changes, undecided, complete }: Comparison): boolean {
  const some = (holds: (change: Change) => boolean): boolean => changes.some(holds);
  switch (failure) {
    case "undecided":
      return undecided.length > 0 || !complete;
    case "any":
      return changes.length > 0;
    case "gained":
    case "lost":
      return some(({ direction }) => direction === failure);
    case "administration":
      return some(({ direction, administration }) => direction === "gained" && administration);
    default:
      return some(({ direction, severity }) => direction === "gained" && severity === failure);
  }
}
