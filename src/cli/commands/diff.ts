import { whoCan } from "../../analysis/access.ts";
import type { Change, Comparison, Notice } from "../../analysis/answers.ts";
import { type ComparedCase, ofAllCases } from "../../analysis/cases.ts";
import { type CompareOptions, compare } from "../../analysis/compare.ts";
import { comparePolicies, worldsFor } from "../../analysis/compare-policies.ts";
import type { DataChange, DataComparison } from "../../analysis/data/compare.ts";
import { listed, shown } from "../../base/text.ts";
import type { World } from "../../estate/world.ts";
import type { ColorFns } from "../../explain/text.ts";
import type { Policy } from "../../iam/policy.ts";
import { changesJson, changesNdjson, changesText } from "../../report/analysis/changes.ts";
import type { Subject } from "../../report/analysis/words.ts";
import { knownIn } from "../../report/review/statements.ts";
import { type Case, casesOf } from "../analysis/cases.ts";
import { actionsNamed, UNLISTED, unlistedIn, VIA_ROLES } from "../analysis/options.ts";
import { SMTLIB, writeQuestions } from "../analysis/smtlib.ts";
import { accountIn, identityPolicyIn, type NamedWorld, type Reading, readAt, worldIn } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { formatOptions, readFormats } from "../formats/formats.ts";
import { type ReviewSetting, writeAnswer } from "../formats/write.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

const NAME = "kmsward diff";
const FAILURES = ["gained", "lost", "any", "public", "cross-account", "service", "administration", "undecided"] as const;

export const command: Command = {
  name: "diff",
  summary: "who gains or loses what between two sets of policies, for all requests",
  usage: ["diff BEFORE AFTER [OPTION…]", "diff PLAN.json [OPTION…]"],
  about: `BEFORE and AFTER are worlds, key policies, identity policies, or what \`kmsward import\` reads, on the disk or in a commit (git:REF:PATH); a Terraform
    plan alone is compared with what is there before it. Compares what they allow, not how they are written: order,
    names and spelling make no difference. Every change is shown with a request that one of them allows and the other does not.
    Ends with 0; with 2 when --fail-on or --fail-level finds what it names; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [
        { name: "key", value: "KEY", many: true, help: "of these keys, by name or ARN; by default of all" },
        { name: "action", value: "ACTION", many: true, help: "of these actions; by default of all" },
        UNLISTED,
        VIA_ROLES,
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Answer",
      options: [
        {
          name: "fail-on",
          value: "WHAT[,WHAT…]",
          many: true,
          help: `exit with 2 when there is one: ${FAILURES.join(", ")}; a severity counts what is gained`,
        },
        {
          name: "fail-level",
          value: "LEVEL",
          choices: ["error", "warning"],
          help: "exit with 2 from this weight on: error, what others than the account gain; warning, everything that changes, or is undecided",
        },
        { name: "max-changes", value: "NUMBER", help: "list so many at most; the verdict counts all; default: 1000" },
        ...formatOptions("diff"),
        SMTLIB,
        { name: "strict", help: "exit with 3 when something could not be decided" },
      ],
    },
  ],
  examples: [
    "terraform show -json plan.bin > plan.json && kmsward diff plan.json --fail-on public,cross-account",
    "kmsward diff git:main:policies/orders.world.yaml policies/orders.world.yaml --fail-on public,cross-account",
    "kmsward diff key-policy.old.json key-policy.json",
    "kmsward diff old.world.yaml new.world.yaml --format html=review.html --format sarif=review.sarif",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [before, after, extra] = options.positionals;
  if (before === undefined || extra !== undefined) throw refuse("KW001", NAME, "two things are compared", "kmsward diff BEFORE AFTER");
  const formats = readFormats(options, "diff", io.env);
  const failures = failuresIn(options);
  const level = options.get("fail-level");
  const most = mostIn(options);
  const keys = options.all("key");
  const actions = actionsNamed(options.all("action"), NAME);
  const asked = {
    ...(keys.length > 0 && { keys }),
    ...(actions !== undefined && { actions }),
    ...(most !== undefined && { maxChanges: most }),
    ...(options.has("via-roles") && { viaRoles: true }),
    elsewhere: true,
    ...unlistedIn(options),
  };
  const { comparison, old, now, worlds } = await compared(before, after, asked, options, io);
  const isWritten = await writeQuestions(
    options,
    async () => (await import("../../smt/question.ts")).comparisonQuestions(...worlds, asked),
    io,
  );
  const data = await dataOf(old, now, asked);
  const isAny = failures.length === 0 && level === undefined;
  const fails = (change: Change): boolean =>
    failures.some((failure) => isFound(failure, { ...comparison, changes: [change], undecided: [], complete: true })) ||
    level === "warning" ||
    (level === "error" && isHeavy(change));
  const failsData = (change: Pick<DataChange, "direction" | "severity">): boolean => fails({ ...change, administration: false } as Change);
  const failsUndecided = failures.includes("undecided") || level === "warning";
  const isNoticed = (severity: Notice["severity"]): boolean =>
    (level === "error" && severity === "error") || (level === "warning" && severity !== "note");
  await writeAnswer(
    {
      text: (colors) =>
        (data !== undefined && data.comparison.changes.length > 0 ? "The keys by themselves: " : "") +
        changesText(comparison, { before: old.subject, after: now.subject, known: { before: old.known, after: now.known }, colors }) +
        (data === undefined ? "" : data.text(colors)),
      json: () => changesJson(comparison, data?.comparison, old.known, now.known),
      ndjson: () => changesNdjson(comparison, data?.comparison, old.known, now.known),
      review: async (setting) => {
        const { changesReview } = await import("../../report/review/changes.ts");
        return changesReview(comparison, {
          ...setting,
          before: {
            ...old,
            ...drawnOf(old, comparison, asked, setting),
            textOf: old.subject.name.startsWith("git:") ? () => undefined : setting.textOf,
          },
          after: {
            ...now,
            ...drawnOf(now, comparison, asked, setting),
            textOf: now.subject.name.startsWith("git:") ? () => undefined : setting.textOf,
          },
          fails: isAny ? ({ direction }) => direction === "gained" : fails, // in reports: without a threshold the command ends with 0
          failsUndecided,
          failsNotice: isNoticed,
          data: data?.comparison,
          failsData: isAny ? ({ direction }) => direction === "gained" : failsData,
        });
      },
    },
    formats,
    io,
  );
  if (data !== undefined && failures.some((failure) => isFound(failure, asChanges(data.comparison)))) return 2;
  if (level !== undefined && data?.comparison.changes.some(failsData) === true) return 2;
  if (level === "warning" && (data?.comparison.undecided.length ?? 0) > 0) return 2;
  if (failures.some((failure) => isFound(failure, comparison)) || (level !== undefined && comparison.changes.some(fails))) return 2;
  if ((comparison.notices ?? []).some(({ severity }) => isNoticed(severity))) return 2;
  if (level === "warning" && (comparison.undecided.length > 0 || !comparison.complete)) return 2;
  const undecided = comparison.undecided.length + (data?.comparison.undecided.length ?? 0);
  return (options.has("strict") && undecided > 0) || !isWritten ? 3 : 0;
}

/** Who reads which data, where one of the worlds has resources; of a question about some keys or actions alone it is not asked. */
async function dataOf(old: Compared, now: Compared, { keys, actions, unlisted }: CompareOptions) {
  const worlds = [old.world, now.world] as const;
  const [before, after] = worlds;
  if (before === undefined || after === undefined || keys !== undefined || actions !== undefined) return undefined;
  if (worlds.every((world) => world?.estate.resources.length === 0)) return undefined;
  const { compareData } = await import("../../analysis/data/compare.ts");
  const { dataChangesText } = await import("../../report/data/access.ts");
  const comparison = compareData(before, after, { unlisted });
  return { comparison, text: (colors: ColorFns | undefined) => dataChangesText(comparison, [old.subject, now.subject], colors) };
}

/** Changes of who reads data, as `--fail-on` weighs them. */
const asChanges = ({ changes, undecided, complete, assumptions }: DataComparison): Comparison => ({
  verdict: changes.length > 0 ? "changed" : "equal",
  assumptions,
  changes: changes.map(({ direction, severity }) => ({ direction, severity, administration: false }) as Change),
  undecided,
  complete,
});

type Compared = { readonly subject: Subject; readonly world?: World; readonly known: ReturnType<typeof knownIn> };

/** Who else has access to the keys that change, for a picture: of so many keys nobody could read one. */
const MOST_DRAWN = 12;

function drawnOf({ world }: Compared, { changes }: Comparison, asked: CompareOptions, { draws }: ReviewSetting) {
  const arns = [...new Set(changes.map(({ key }) => key.arn))];
  if (!draws || world === undefined || arns.length > MOST_DRAWN) return {};
  const own = arns.filter((arn) => world.estate.keys.some((key) => key.arn === arn));
  const { actions, unlisted } = asked;
  return { entries: own.flatMap((key) => whoCan(world, { key, actions, unlisted }).entries) };
}

/** Two identity policies each by itself; a plan alone by its own two sides; anything else as worlds. */
async function compared(
  before: string,
  after: string | undefined,
  asked: CompareOptions,
  options: Options,
  io: Io,
): Promise<{ readonly comparison: Comparison; readonly old: Compared; readonly now: Compared; readonly worlds: readonly [World, World] }> {
  const reading = await readingIn(options, io);
  const first = await readAt(before, reading);
  const side = ({ world, name, kind, flags = [] }: NamedWorld): Compared => ({
    subject: { name, kind, world, flags },
    world,
    known: knownIn(world),
  });
  if (after === undefined) {
    if (first.imported?.before === undefined)
      throw refuse("KW001", NAME, "two things are compared", "kmsward diff BEFORE AFTER; a Terraform plan alone tells of both");
    const [was, will] = [await worldIn(first, undefined, "before"), await worldIn(first, undefined, "after")];
    await tell(will.warnings, io);
    const { outside } = first.imported.report;
    if (outside.length > 0)
      io.stderr.write(`changed outside of Terraform, and no part of the change: ${listed(outside.slice(0, 20), "and")}\n`);
    return {
      comparison: compare(was.world, will.world, asked),
      old: side({ ...was, name: `${before}#before` }),
      now: side(will),
      worlds: [was.world, will.world],
    };
  }
  const second = await readAt(after, reading);
  const cases = casesOf([first.imported, second.imported]);
  if (cases !== undefined && cases.length > 1) {
    if (options.has(SMTLIB.name))
      throw refuse(
        "KW001",
        `--${SMTLIB.name}`,
        "conditions of the templates hang on parameters without values",
        "give them: --parameters FILE",
      );
    return inCases(cases, before, after, asked, reading, io);
  }
  const [held, holds] = [identityPolicyIn(first), identityPolicyIn(second)];
  if (held !== undefined && holds !== undefined) {
    const { keys: _, ...rest } = asked;
    const alone = (name: string, policy: Policy): Compared => ({
      subject: { name, kind: "identity" },
      known: { keys: [], policies: [policy] },
    });
    return {
      comparison: comparePolicies(held, holds, { type: "identity", ...rest }),
      old: alone(before, held),
      now: alone(after, holds),
      worlds: worldsFor(held, holds, { type: "identity" }).worlds,
    };
  }
  const account = accountIn(first) ?? accountIn(second); // of two key policies, which are those of one key
  const [old, now] = [await worldIn(first, account), await worldIn(second, account)];
  await tell(now.warnings, io);
  return { comparison: compare(old.world, now.world, asked), old: side(old), now: side(now), worlds: [old.world, now.world] };
}

/** Templates whose conditions hang on what is not known, in all the ways in which they may turn out. */
async function inCases(cases: readonly Case[], before: string, after: string, asked: CompareOptions, reading: Reading, io: Io) {
  const compared: ComparedCase[] = [];
  const sides: { readonly old: NamedWorld; readonly now: NamedWorld }[] = [];
  for (const { text, choices } of cases) {
    const given = { ...reading, imports: { ...reading.imports, choices } };
    const [first, second] = [await readAt(before, given), await readAt(after, given)];
    const account = accountIn(first) ?? accountIn(second);
    const [old, now] = [await worldIn(first, account), await worldIn(second, account)];
    compared.push({ text, comparison: compare(old.world, now.world, asked) });
    sides.push({ old, now });
  }
  const last = sides.at(-1) as (typeof sides)[number];
  await tell(last.now.warnings, io);
  const side = (name: "old" | "now"): Compared => {
    const known = sides.map((one) => knownIn(one[name].world));
    const all = { keys: known.flatMap(({ keys }) => keys), policies: known.flatMap(({ policies }) => policies) };
    return { subject: { name: last[name].name, kind: last[name].kind }, world: last[name].world, known: all };
  };
  return {
    comparison: ofAllCases(compared),
    old: side("old"),
    now: side("now"),
    worlds: [last.old.world, last.now.world] as const,
  };
}

type Failure = (typeof FAILURES)[number];

/** What somebody of outside gains. */
const isHeavy = ({ direction, severity }: Change): boolean => direction === "gained" && severity !== "same-account";

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
