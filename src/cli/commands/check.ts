import { findingsOfAllCases } from "../../analysis/cases.ts";
import { check } from "../../analysis/findings/check.ts";
import type { Finding, FindingSeverity } from "../../analysis/findings/finding.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { counted, shown } from "../../base/text.ts";
import { today } from "../../embedded/today.ts";
import { isAccountId } from "../../iam/arn.ts";
import { findingsJson, findingsNdjson, findingsText } from "../../report/analysis/findings.ts";
import { baselineOf, readBaseline } from "../analysis/baseline.ts";
import { worldsWithHome } from "../analysis/home.ts";
import { keyNamedIn } from "../analysis/named.ts";
import { needsIn, TESTS } from "../analysis/needs.ts";
import { UNLISTED, unlistedIn } from "../analysis/options.ts";
import { asksForRules, RULES_OPTION, rulesIn, rulesTable } from "../analysis/rules.ts";
import { administratorsIn, TRUST_OPTIONS, trustIn } from "../analysis/trust.ts";
import { readWaivers } from "../analysis/waivers.ts";
import { type NamedWorld, ofAll } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { sinkOf } from "../files.ts";
import { formatOptions, readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

const NAME = "kmsward check";
const LEVELS: readonly FindingSeverity[] = ["error", "warning", "note"];

export const command: Command = {
  name: "check",
  summary: "findings on the keys of a world, for all requests",
  usage: ["check WORLD [OPTION…]", "check KEY-POLICY.json [OPTION…]"],
  about: `Who of outside gets in, statements that do nothing, grants that give more than their maker has, keys that nobody can manage any more. What is said to be
    allowed is shown by a request that the evaluator allows. \`--rules help\` lists the rules, \`kmsward help KW701\` tells of one.
    Ends with 0; with 2 when something at or above --fail-level is found and not waived; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [
        { name: "account", value: "ID", help: "of a key policy by itself: the account that its key is in, where it names several" },
        { name: "key", value: "KEY", many: true, help: "of these keys, by name or ARN; by default of all" },
        RULES_OPTION,
        ...TRUST_OPTIONS,
        { name: "perimeter", help: "data is to stay in the organization: tell of VPC endpoints that let it out" },
        TESTS,
        UNLISTED,
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS.filter(({ name }) => name !== "account") },
    {
      title: "Answer",
      options: [
        { name: "fail-level", value: "LEVEL", choices: [...LEVELS], help: "end with 2 from this severity on; default: error" },
        { name: "waivers", value: "FILE", help: "findings that are accepted, each with its reason and the last day that it counts" },
        { name: "baseline", value: "FILE", help: "only what is new since an earlier run: its JSON" },
        { name: "sarif-suppressed", help: "SARIF also of what is waived, as suppressed; GitHub opens alerts for it all the same" },
        { name: "write-baseline", value: "FILE", help: "write what is found as the baseline of later runs, and end with 0" },
        { name: "now", value: "DAY", help: "the day by which waivers run out and keys are old: 2027-01-31; default: today" },
        ...formatOptions("check"),
        { name: "strict", help: "exit with 3 when something could not be decided" },
      ],
    },
  ],
  examples: [
    "kmsward check orders.world.yaml",
    "kmsward check orders.world.yaml --trust audit,o-exampleorg1 --fail-level warning --waivers waivers.yaml",
    "kmsward check key-policy.json --rules 'KW70*,public-*'",
    "kmsward check orders.world.yaml --baseline findings.json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  if (asksForRules(options)) {
    await io.stdout.write(rulesTable());
    return 0;
  }
  const [given, extra] = options.positionals;
  if (given === undefined || extra !== undefined)
    throw refuse(
      "KW010",
      NAME,
      "one world is checked",
      "give a world, or a key policy; `kmsward init` drafts a world from a folder of policies",
    );
  const formats = readFormats(options, "check", io.env);
  const rules = rulesIn(options);
  const path = options.get("waivers");
  const waivers = path === undefined ? [] : await readWaivers(path, io);
  const before = options.get("baseline");
  const baseline = before === undefined ? undefined : await readBaseline(before, io);
  const account = options.get("account");
  const day = dayIn(options);
  if (account !== undefined && !isAccountId(account)) throw refuse("KW001", "--account", `${shown(account)} is no account id`, "12 digits");
  const worlds = await worldsWithHome(given, account, NAME, await readingIn(options, io));
  const { warnings, known } = ofAll(worlds);
  const subject = worlds[0].named;
  const named = options.all("key").map((name) => keyNamedIn(worlds, name, NAME));
  const needs = needsIn(options.all("tests"));
  const checked = ({ world }: NamedWorld, i: number): readonly Finding[] => {
    const trust = trustIn(options, world);
    const administrators = administratorsIn(options, world);
    const keys = named.flatMap((each) => each[i]?.arn ?? []);
    if (named.length > 0 && keys.length === 0) return [];
    return check(world, {
      waivers,
      today: day,
      needs,
      ...(rules.length > 0 && { rules }),
      ...(trust !== undefined && { trust }),
      ...(administrators !== undefined && { administrators }),
      ...(keys.length > 0 && { keys }),
      ...(options.has("perimeter") && { perimeter: true }),
      ...unlistedIn(options),
    });
  };
  const found = findingsOfAllCases(worlds.map((one, i) => ({ text: one.text, answer: checked(one.named, i) })));
  await tell(withoutFound(warnings, found), io);
  const written = options.get("write-baseline");
  if (written !== undefined) {
    const sink = sinkOf(written, io);
    await sink.write(baselineOf(found));
    await sink.close();
    return 0;
  }
  const findings = baseline === undefined ? found : found.filter((finding) => !baseline.has(finding));
  if (baseline !== undefined) await io.stderr.write(`${knownText(found.length - findings.length, baseline.gone(found))}\n`);
  const level = LEVELS.indexOf((options.get("fail-level") ?? "error") as FindingSeverity);
  const fails = ({ severity, waived }: Finding) => waived === undefined && LEVELS.indexOf(severity) <= level;
  await writeAnswer(
    {
      suppressed: options.has("sarif-suppressed"),
      text: (colors) => findingsText(findings, { subject, colors }),
      json: () => findingsJson(findings),
      ndjson: () => findingsNdjson(findings),
      review: async (setting) => {
        const { findingsReview } = await import("../../report/review/findings.ts");
        return findingsReview(findings, { ...setting, subject, known, fails });
      },
    },
    formats,
    io,
  );
  if (findings.some(fails)) return 2;
  return options.has("strict") && findings.some(({ code }) => UNDECIDED.has(code)) ? 3 : 0;
}

const knownText = (known: number, gone: number): string =>
  `${counted(known, "finding")} of the baseline ${known === 1 ? "is" : "are"} not shown${gone > 0 ? `, ${gone} ${gone === 1 ? "is" : "are"} gone: write it anew` : ""}`;

function dayIn(options: Options): string {
  const given = options.get("now");
  if (given === undefined) return today();
  const day = /^\d{4}-\d{2}-\d{2}/.exec(given)?.[0] ?? "";
  if (given.length < 10 || Number.isNaN(Date.parse(given)) || Number.isNaN(Date.parse(day)))
    throw refuse("KW001", "--now", `${shown(given)} is no day`, "as in 2027-01-31");
  return day;
}

/** Which warnings of policies say what findings say, with a fingerprint and by `--rules`. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  KW303: ["KW740", "KW751", "KW752"],
  KW321: ["KW755"],
  KW322: ["KW743", "KW725"],
  KW325: ["KW744"],
};

/** What was told when the policies were read, without what is found of the same statement. */
const withoutFound = (warnings: readonly Diagnostic[], findings: readonly Finding[]): readonly Diagnostic[] =>
  warnings.filter(({ code, at }) => {
    const said = SAID_BY[code] ?? [];
    return !findings.some(
      (finding) => said.includes(finding.code) && finding.at.file === at.file && isWithin(at.pointer, finding.at.pointer),
    );
  });

const statementOf = (pointer: string): string => /^.*\/Statement\/\d+|^.*\/grants\/\d+/.exec(pointer)?.[0] ?? pointer;
const isWithin = (pointer: string, other: string): boolean => statementOf(pointer) === statementOf(other);

/** Findings that say that something could not be decided, or was not seen. */
const UNDECIDED: ReadonlySet<string> = new Set(["KW780", "KW781", "KW782", "KW783", "KW784", "KW785"]);
