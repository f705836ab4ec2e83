import { check } from "../../analysis/findings/check.ts";
import type { Finding, FindingSeverity } from "../../analysis/findings/finding.ts";
import { isRule, RULES } from "../../analysis/findings/rules.ts";
import type { Trust } from "../../analysis/findings/zone.ts";
import { nearest } from "../../base/nearest.ts";
import { shown } from "../../base/text.ts";
import { today } from "../../embedded/today.ts";
import type { World } from "../../estate/world.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import { isServicePrincipal } from "../../iam/principal.ts";
import { findingsJson, findingsNdjson, findingsText } from "../../report/analysis/findings.ts";
import { knownIn } from "../../report/review/statements.ts";
import { worldWithHome } from "../analysis/home.ts";
import { keyNamed } from "../analysis/named.ts";
import { UNLISTED, unlistedIn } from "../analysis/options.ts";
import { readWaivers } from "../analysis/waivers.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { formatOptions, readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
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
    allowed is shown by a request that the evaluator allows. \`kmsward help KW701\` tells of a rule.
    Ends with 0; with 2 when something at or above --fail-level is found and not waived; with 3 under --strict when something could not be decided.`,
  groups: [
    {
      title: "Question",
      options: [
        { name: "account", value: "ID", help: "of a key policy by itself: the account that its key is in, where it names several" },
        { name: "key", value: "KEY", many: true, help: "of these keys, by name or ARN; by default of all" },
        {
          name: "rules",
          value: "CODE[,CODE…]",
          many: true,
          help: "only these rules, or all but those with `!` before them: --rules '!KW742'",
        },
        {
          name: "trust",
          value: "WHO[,WHO…]",
          many: true,
          help: "who is meant to use the keys: an account by id or name, o-…, `organization`, the ARN of a principal, a service; `none`: nobody else",
        },
        { name: "administrator", value: "WHO", many: true, help: "who administers the keys, by name or ARN: anybody else who can is told" },
        UNLISTED,
      ],
    },
    {
      title: "Answer",
      options: [
        { name: "fail-level", value: "LEVEL", choices: [...LEVELS], help: "end with 2 from this severity on; default: error" },
        { name: "waivers", value: "FILE", help: "findings that are accepted, each with its reason and the last day that it counts" },
        ...formatOptions("check"),
        { name: "strict", help: "exit with 3 when something could not be decided" },
      ],
    },
  ],
  examples: [
    "kmsward check orders.world.yaml",
    "kmsward check orders.world.yaml --trust audit,o-exampleorg1 --fail-level warning --waivers waivers.yaml",
    "kmsward check key-policy.json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
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
  const account = options.get("account");
  if (account !== undefined && !isAccountId(account)) throw refuse("KW001", "--account", `${shown(account)} is no account id`, "12 digits");
  const subject = await worldWithHome(given, account, NAME);
  const { world, warnings } = subject;
  await tell(warnings, io);
  const trust = trustIn(options, world);
  const administrators = options.all("administrator").map((name) => administratorNamed(name, world));
  const keys = options.all("key").map((name) => keyNamed(world, name, NAME).arn);
  const findings = check(world, {
    waivers,
    today: today(),
    ...(rules.length > 0 && { rules }),
    ...(trust !== undefined && { trust }),
    ...(administrators.length > 0 && { administrators }),
    ...(keys.length > 0 && { keys }),
    ...unlistedIn(options),
  });
  const level = LEVELS.indexOf((options.get("fail-level") ?? "error") as FindingSeverity);
  const fails = ({ severity, waived }: Finding) => waived === undefined && LEVELS.indexOf(severity) <= level;
  await writeAnswer(
    {
      text: (colors) => findingsText(findings, { subject, colors }),
      json: () => findingsJson(findings),
      ndjson: () => findingsNdjson(findings),
      review: async (setting) => {
        const { findingsReview } = await import("../../report/review/findings.ts");
        return findingsReview(findings, { ...setting, subject, known: knownIn(world), fails });
      },
    },
    formats,
    io,
  );
  if (findings.some(fails)) return 2;
  return options.has("strict") && findings.some(({ code }) => code === "KW680") ? 3 : 0;
}

const worded = (options: Options, name: string): readonly string[] =>
  options.all(name).flatMap((given) => given.split(",").map((word) => word.trim()));

function rulesIn(options: Options): readonly string[] {
  const rules = worded(options, "rules").map((rule) => rule.toUpperCase());
  for (const rule of rules) {
    if (isRule(rule.replace(/^!/, ""))) continue;
    const near = nearest(rule.replace(/^!/, ""), Object.keys(RULES));
    throw refuse(
      "KW003",
      "--rules",
      `there is no rule ${shown(rule)}`,
      near === undefined ? `there are ${Object.keys(RULES).join(", ")}` : `did you mean ${near}?`,
    );
  }
  return rules;
}

/** Who is trusted, each by what it is. Nothing given: nobody said. */
function trustIn(options: Options, { estate }: World): Trust | undefined {
  const words = worded(options, "trust");
  if (words.length === 0) return undefined;
  const accounts: string[] = [];
  const organizations: string[] = [];
  const principals: string[] = [];
  const services: string[] = [];
  let organization = false;
  for (const word of words) {
    if (word === "none") continue;
    if (word === "organization") organization = true;
    else if (isAccountId(word) || estate.accounts.has(word)) accounts.push(word);
    else if (/^o-[a-z0-9]{10,32}$/.test(word)) organizations.push(word);
    else if (/[*?]/.test(word))
      throw refuse("KW001", "--trust", `${shown(word)} is a pattern`, "name accounts, organizations and principals one by one");
    else if (parseArn(word) !== undefined) principals.push(word);
    else if (isServicePrincipal(word)) services.push(word);
    else throw unknown(word, estate.accounts.keys());
  }
  if (organization && estate.organization === undefined)
    throw refuse("KW501", "--trust", "the world has no `organization`", "name one by its id: o-…");
  return { organization, accounts, organizations, principals, services };
}

function administratorNamed(name: string, { estate }: World): string {
  if (parseArn(name) !== undefined || estate.principals.some((one) => one.name === name)) return name;
  const near = nearest(
    name,
    estate.principals.map((one) => one.name),
  );
  throw refuse(
    "KW501",
    "--administrator",
    `no principal ${shown(name)} in this world`,
    near === undefined ? "name it by its ARN" : `did you mean \`${near}\`?`,
  );
}

function unknown(word: string, names: Iterable<string>) {
  const near = nearest(word, [...names]);
  return refuse(
    "KW501",
    "--trust",
    `${shown(word)} is no account, organization, principal or service`,
    near === undefined ? "as in --trust 444455556666 or --trust o-exampleorg1" : `did you mean \`${near}\`?`,
  );
}
