import type { WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Unlisted } from "../own-policies.ts";
import { administration } from "./administration.ts";
import { escalation } from "./escalation.ts";
import { Evidence } from "./evidence.ts";
import { type Draft, type Finding, LEVELS, nameOf, severityOf } from "./finding.ts";
import { identities } from "./identities.ts";
import { missingKeys } from "./missing-keys.ts";
import { outsiders } from "./outsiders.ts";
import { RULES, type RuleCode } from "./rules.ts";
import { services } from "./services.ts";
import { statements } from "./statements.ts";
import { type Waiver, waived } from "./waivers.ts";
import { type Trust, Zone } from "./zone.ts";

export type CheckOptions = {
  readonly rules?: readonly string[]; // codes: these; with "!" before each: all but these
  readonly waivers?: readonly Waiver[];
  readonly today?: string; // "2026-11-30": waivers run out by it; absent: none does
  readonly trust?: Trust; // who is meant to use the keys; absent: nobody said
  readonly administrators?: readonly string[]; // of the keys, by ARN or short name; absent: nobody said
  readonly keys?: readonly string[]; // short names or ARNs; all
  readonly unlisted?: Unlisted;
};

/**
 * What somebody should know of the keys of a world, the worst first: who of outside gets in, statements that do nothing, keys that nobody keeps. What is
 * said to be allowed is shown by a request that the evaluator allows.
 */
export function check(world: World, options: CheckOptions = {}): readonly Finding[] {
  const found = world.estate.keys
    .filter(({ name, arn }) => options.keys === undefined || options.keys.includes(name) || options.keys.includes(arn))
    .flatMap((key) => ofKey(world, key, options))
    .filter(({ code }) => isWanted(code, options.rules));
  const all = waived(distinct(found), options.waivers ?? [], options.today);
  return [...all].sort(byWeight);
}

function ofKey(world: World, key: WorldKey, { trust, administrators, unlisted }: CheckOptions): readonly Finding[] {
  const evidence = new Evidence(world, key, unlisted === undefined ? {} : { unlisted });
  const zone = new Zone(world.estate, key, trust);
  const drafts = [
    ...outsiders(evidence, zone),
    ...administration(evidence),
    ...services(evidence, zone),
    ...escalation(evidence, zone, administrators && ((arn) => isAmong(arn, administrators, world))),
    ...missingKeys(evidence),
    ...statements(evidence),
    ...identities(evidence),
    ...evidence.undecided.map((why): Draft => ({ code: "KW680", level: "info", text: `not decided: ${why}`, at: key.at, same: [why] })),
  ];
  return drafts.map(({ same, help, ...draft }) => ({
    ...draft,
    severity: severityOf(draft.level),
    key: nameOf(key),
    help: help ?? RULES[draft.code as RuleCode].fix,
    fingerprint: fingerprint([draft.code, key.arn, ...same]),
  }));
}

const isAmong = (arn: string, names: readonly string[], { estate }: World): boolean =>
  names.includes(arn) || estate.principals.some(({ name, facts }) => names.includes(name) && (facts.arn === arn || facts.roleArn === arn));

/** Two keys with one policy have findings of their own; two with all the same are one. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [`${finding.code}${finding.fingerprint}`, finding])).values(),
];

const isWanted = (code: string, rules: readonly string[] | undefined): boolean => {
  if (rules === undefined || rules.length === 0) return true;
  const out = rules.filter((rule) => rule.startsWith("!"));
  if (out.includes(`!${code}`)) return false;
  return out.length === rules.length || rules.includes(code);
};

const byWeight = (a: Finding, b: Finding): number =>
  Number(a.waived !== undefined) - Number(b.waived !== undefined) ||
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  a.code.localeCompare(b.code) ||
  (a.key?.name ?? "").localeCompare(b.key?.name ?? "");
