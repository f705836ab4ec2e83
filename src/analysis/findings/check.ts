import type { WorldKey } from "../../estate/estate.ts";
import { mayBeMore, type Trust } from "../../estate/knowledge.ts";
import type { World } from "../../estate/world.ts";
import { held, matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Unlisted } from "../own-policies.ts";
import { administration } from "./administration.ts";
import { attestation } from "./attestation.ts";
import { contexts } from "./contexts.ts";
import { dataFindings } from "./data/data.ts";
import { delegation, organizationNotRequired } from "./delegation.ts";
import { certainOf, possibly, readingsOf, unlisted } from "./doubts.ts";
import { escalation } from "./escalation.ts";
import { Evidence } from "./evidence.ts";
import { exceptions } from "./exceptions.ts";
import { type Draft, type Finding, LEVELS, nameOf, severityOf } from "./finding.ts";
import { forwardedCalls } from "./forwarded.ts";
import { grants } from "./grants.ts";
import { identities } from "./identities.ts";
import { imports } from "./imports.ts";
import { keyLife, oneForEverything } from "./key-life.ts";
import { missingKeys } from "./missing-keys.ts";
import { movable } from "./movable.ts";
import { identityDocuments, names } from "./names.ts";
import { type Need, Needs, needs } from "./needs.ts";
import { outsiders } from "./outsiders.ts";
import { allKeys, perimeter } from "./reach.ts";
import { families, replicating } from "./replicas.ts";
import { paths, Roles } from "./roles.ts";
import { RULES, type RuleCode } from "./rules.ts";
import { rulesLike, selectionOf } from "./selection.ts";
import { services } from "./services.ts";
import { statements } from "./statements.ts";
import { type Waiver, waived } from "./waivers.ts";
import { Zone } from "./zone.ts";

export type CheckOptions = {
  readonly rules?: readonly string[]; // codes, names, patterns of them: these; with "!" before each: all but these
  readonly waivers?: readonly Waiver[];
  readonly today?: string; // "2026-11-30": waivers run out by it, and keys grow old; absent: nothing does
  readonly trust?: Trust; // who is meant to use the keys; absent: nobody said
  readonly administrators?: readonly string[]; // of the keys, by ARN, pattern of ARNs or short name; absent: nobody said
  readonly keys?: readonly string[]; // short names or ARNs; all
  readonly unlisted?: Unlisted;
  readonly perimeter?: boolean; // data is to stay in the organization: endpoints are asked about too
  readonly needs?: readonly Need[]; // requests and calls of services that have to work
};

/**
 * What somebody should know of the keys of a world, the worst first: who of outside gets in, statements that do nothing, keys that nobody keeps. What is
 * said to be allowed is shown by a request that the evaluator allows.
 */
export function check(world: World, options: CheckOptions = {}): readonly Finding[] {
  const isWanted = selectionOf(options.rules);
  const wanted = foundIn(world, options, isWanted).filter(({ code }) => isWanted(code));
  const all = waived(
    distinct(wanted),
    options.waivers ?? [],
    options.today,
    (waiver) => isWanted("KW790") && isLookedFor(waiver, world, options),
  );
  return [...all].sort(byWeight);
}

/** Whether a waiver could have fitted: of rules and keys that nobody asked about it says nothing. */
function isLookedFor({ rule, key }: Waiver, { estate }: World, { rules, keys }: CheckOptions): boolean {
  if (!rulesLike(rule).some(selectionOf(rules))) return false;
  if (keys === undefined) return true;
  return estate.keys.some(({ name, arn }) => (key === name || key === arn) && (keys.includes(name) || keys.includes(arn)));
}

/** Of a world of which not all is known: what is so in any case, and which rules may find more. */
function foundIn(world: World, options: CheckOptions, isWanted: (code: string) => boolean): readonly Finding[] {
  const readings = readingsOf(world);
  const told = options.keys === undefined ? imports(world, readings).map((draft) => findingOf(draft)) : [];
  if (readings === undefined) return [...foundBy(world, options, isWanted), ...told];
  const [least, most] = [readings.least, readings.most].map((reading) =>
    foundBy(reading, options, isWanted, world).filter(({ code }) => isWanted(code)),
  );
  const { certain, possible } = certainOf(least ?? [], most ?? [], world);
  const open = [...possible].map(([arn, codes]) => {
    const key = world.estate.keys.find((one) => one.arn === arn);
    return findingOf(possibly(codes, readings, key), key);
  });
  return [...certain, ...open, ...told, ...unlisted(readings).map((draft) => findingOf(draft))];
}

/** `told`: the world that says what it does not know, of which `world` is a reading. */
function foundBy(world: World, options: CheckOptions, isWanted: (code: string) => boolean, told = world): readonly Finding[] {
  const { keys } = options;
  const isMeant = ({ name, arn }: WorldKey) => keys === undefined || keys.includes(name) || keys.includes(arn);
  const shared = {
    roles: new Roles(world),
    needs: new Needs(world, options.needs ?? []),
    isOpen: (account: string) => mayBeMore(told.estate, "principals", account),
  };
  return [
    ...world.estate.keys.filter(isMeant).flatMap((key) => ofKey(world, key, options, shared)),
    ...(keys === undefined ? worldDrafts(world, options, isWanted).map((draft) => findingOf(draft)) : []),
    ...(keys === undefined && DATA_RULES.some(isWanted) ? dataFindings(world, options).map(([draft, key]) => findingOf(draft, key)) : []),
  ];
}

const DATA_RULES: readonly RuleCode[] = ["KW738", "KW770", "KW771", "KW772", "KW773", "KW774", "KW775"];

type Shared = { readonly roles: Roles; readonly needs: Needs; readonly isOpen: (account: string) => boolean };

function ofKey(
  world: World,
  key: WorldKey,
  { trust, administrators: given, unlisted: open, today }: CheckOptions,
  shared: Shared,
): readonly Finding[] {
  const { estate } = world;
  const evidence = new Evidence(world, key, open === undefined ? {} : { unlisted: open });
  const zone = new Zone(estate, key, [estate.trust, key.trust, trust]);
  const lists = [estate.administrators, key.administrators, given].filter((list) => list !== undefined);
  const isAdministrator = lists.length === 0 ? undefined : administratorsOf(lists.flat(), world);
  const drafts = [
    ...outsiders(evidence, zone),
    ...organizationNotRequired(evidence, zone),
    ...delegation(evidence),
    ...administration(evidence, isAdministrator),
    ...services(evidence, zone),
    ...attestation(evidence),
    ...escalation(evidence, zone, isAdministrator),
    ...paths(evidence, zone, shared.roles, isAdministrator),
    ...movable(evidence, isAdministrator),
    ...replicating(evidence, isAdministrator),
    ...grants(evidence),
    ...keyLife(evidence, today, isAdministrator !== undefined, shared.needs),
    ...oneForEverything(evidence),
    ...needs(evidence, shared.needs),
    ...missingKeys(evidence),
    ...statements(evidence),
    ...forwardedCalls(evidence),
    ...contexts(evidence),
    ...exceptions(evidence),
    ...names(world, key, shared.isOpen),
    ...identities(evidence),
    ...evidence.undecided.map((why): Draft => ({ code: "KW785", level: "info", text: `not decided: ${why}`, at: key.at, same: [why] })),
  ];
  return drafts.map((draft) => findingOf(draft, key));
}

/** What is said of the world, and of none of its keys. */
const worldDrafts = (world: World, { perimeter: isPerimeter }: CheckOptions, isWanted: (code: string) => boolean): readonly Draft[] => [
  ...(isWanted("KW713") ? allKeys(world) : []),
  ...(isWanted("KW724") ? families(world) : []),
  ...(isPerimeter === true ? perimeter(world) : []),
  ...identityDocuments(world),
];

const findingOf = ({ same, help, ...draft }: Draft, key?: WorldKey): Finding => ({
  ...draft,
  severity: severityOf(draft.level),
  ...(key !== undefined && { key: nameOf(key) }),
  help: help ?? RULES[draft.code as RuleCode].fix,
  fingerprint: fingerprint([draft.code, key?.arn ?? "", ...same]),
});

/** Names and ARNs as they are, patterns of ARNs as `ArnLike` has them. */
function administratorsOf(given: readonly string[], { estate }: World): (arn: string) => boolean {
  const arns = new Set(given.flatMap((name) => estate.principals.find((one) => one.name === name)?.facts.arn ?? name));
  const patterns = given.filter((one) => /[*?]/.test(one)).map(parsePattern);
  return (arn) => {
    const role = estate.principals.find(({ facts }) => facts.arn === arn)?.facts.roleArn;
    return [arn, ...(role === undefined ? [] : [role])].some(
      (one) => arns.has(one) || patterns.some((pattern) => matchesPattern(pattern, held(one))),
    );
  };
}
/** Two keys with one policy have findings of their own; two with all the same are one. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [`${finding.code}${finding.fingerprint}`, finding])).values(),
];

const byWeight = (a: Finding, b: Finding): number =>
  Number(a.waived !== undefined) - Number(b.waived !== undefined) ||
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  a.code.localeCompare(b.code) ||
  (a.key?.name ?? "").localeCompare(b.key?.name ?? "");
