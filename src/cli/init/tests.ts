import { linksOf } from "../../authz/answer.ts";
import type { Outcome } from "../../authz/decision.ts";
import { listed } from "../../base/text.ts";
import { kmsAction } from "../../catalog/actions.ts";
import type { World, WorldAnswer } from "../../estate/world.ts";
import { closestToAllowed } from "../../explain/closest.ts";
import type { StatementRef } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import type { CaseEntry, Expected } from "../../tester/document.ts";

/** What everybody is asked for: using a key, sharing it, changing it, looking at it. */
const ASKED = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "kms:CreateGrant",
  "kms:DescribeKey",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
];

const EXPECT: Readonly<Record<Outcome, Expected>> = {
  allowed: "allow",
  explicitDeny: "explicit-deny",
  implicitDeny: "implicit-deny",
  undetermined: "undetermined",
};

/** Of a request, what a case says besides who asks what of which key. */
type Circumstances = Pick<CaseEntry, "context" | "encryptionContext" | "viaService" | "time">;
/** Principals with the same answers. */
type Group = { readonly principals: readonly string[]; readonly found: readonly Found[] };
type Found = { readonly action: string; readonly answer: WorldAnswer; readonly circumstances: Circumstances };

/** The cases, and the Allow statements that decide none of them: no request was found that they let through. */
export type DraftCases = { readonly cases: readonly CaseEntry[]; readonly silent: readonly StatementRef[] };

/**
 * Test cases that say how the policies of a world decide today: for each key those with the same outcome by the same statements in one. Where a condition
 * stands between a principal and an action, there is a case for both sides of it: the request as it is, and the nearest one that is allowed.
 */
export function draftCases(world: World): DraftCases {
  const { keys, principals } = world.estate;
  const deciding = new Set<string>();
  const cases = keys.flatMap((key) => {
    const groups = principals.flatMap((principal): readonly Group[] => {
      const found = actionsOf(world, key.name).flatMap((action) => ask(world, principal.name, key.name, action));
      for (const { answer } of found) for (const one of answer.by) if ("policy" in one) deciding.add(nameOf(one));
      return grouped(found).map((each) => ({ principals: [principal.name], found: each }));
    });
    return merged(groups).map((group) => caseOf(key.name, group, keys.length > 1));
  });
  const policies = [...keys.map(({ policy }) => policy), ...principals.flatMap(({ policies }) => policies)];
  const allows = [...new Set(policies)].flatMap(({ statements }) => statements.filter(({ effect }) => effect === "Allow"));
  return { cases: withOwnNames(cases), silent: allows.map(({ ref }) => ref).filter((ref) => !deciding.has(nameOf(ref))) };
}

/** A name is given once in a file: a second one gets a number. */
function withOwnNames(cases: readonly CaseEntry[]): readonly CaseEntry[] {
  const given = new Map<string, number>();
  return cases.map((each) => {
    const count = (given.get(each.name) ?? 0) + 1;
    given.set(each.name, count);
    return count === 1 ? each : { ...each, name: `${each.name} (${count})` };
  });
}

const nameOf = ({ policy, statement }: StatementRef): string => `${policy}#${statement}`;

/** Those asked of everybody, and those that the key policy names. */
function actionsOf(world: World, name: string): readonly string[] {
  const key = world.estate.keys.find((each) => each.name === name);
  const named = key?.policy.statements.flatMap(({ action }) => action?.members ?? []) ?? [];
  const known = named.map((action) => kmsAction(action)).filter((row) => row?.resources.includes("key"));
  return [...new Set([...ASKED, ...known.map((row) => row?.action ?? "")])].filter((action) => action !== "");
}

function ask(world: World, principal: string, key: string, action: string): readonly Found[] {
  const answer = world.authorize({ principal, key, action });
  if (answer.invalid !== undefined) return [];
  const plain = { action, answer, circumstances: {} };
  const links = linksOf(answer);
  if (answer.outcome === "allowed" || links === undefined) return [plain];
  for (const { request } of closestToAllowed(answer, links)) {
    const circumstances = circumstancesOf(request, links.request);
    if (circumstances === undefined) continue;
    const changed = world.authorize({ principal, key, action, ...circumstances });
    if (changed.outcome === "allowed") return [plain, { action, answer: changed, circumstances }];
  }
  return [plain];
}

/** What was changed of the request; undefined where that is more than circumstances: another caller, another key. */
function circumstancesOf(changed: Request, asked: Request): Circumstances | undefined {
  const { context, encryptionContext, viaService, time, ...rest } = changed;
  if (JSON.stringify([rest.principal, rest.action, rest.resource]) !== JSON.stringify([asked.principal, asked.action, asked.resource]))
    return undefined;
  const given = asked.context ?? {};
  const more = Object.entries(context ?? {}).filter(([key, value]) => JSON.stringify(given[key]) !== JSON.stringify(value));
  return {
    ...(more.length > 0 && { context: Object.fromEntries(more) as NonNullable<Circumstances["context"]> }),
    ...(encryptionContext !== undefined && { encryptionContext: { ...encryptionContext } }),
    ...(viaService !== undefined && { viaService }),
    ...(time !== undefined && { time }),
  };
}

function grouped(found: readonly Found[]): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const key = JSON.stringify(alikeBy(each));
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** Principals that are answered alike to the same actions, in one group. */
function merged(groups: readonly Group[]): readonly Group[] {
  const alike = new Map<string, Group>();
  for (const group of groups) {
    const { found } = group;
    const [first] = found;
    const key = JSON.stringify([found.map(({ action }) => action), first && alikeBy(first)]);
    const known = alike.get(key);
    alike.set(key, known === undefined ? group : { found, principals: [...known.principals, ...group.principals] });
  }
  return [...alike.values()];
}

const alikeBy = ({ answer, circumstances }: Found): unknown => [answer.outcome, sidsOf(answer), circumstances];

const sidsOf = ({ by }: WorldAnswer): readonly string[] => by.flatMap((one) => ("sid" in one && one.sid !== undefined ? [one.sid] : []));

const VERBS: Readonly<Record<Outcome, readonly [one: string, several: string]>> = {
  allowed: ["may", "may"],
  explicitDeny: ["is denied", "are denied"],
  implicitDeny: ["may not", "may not"],
  undetermined: ["may or may not", "may or may not"],
};
const MOST_NAMES = 3;

function caseOf(key: string, { principals, found }: Group, severalKeys: boolean): CaseEntry {
  const [first] = found as readonly [Found, ...Found[]];
  const { outcome } = first.answer;
  const actions = found.map(({ action }) => action);
  const told = [...new Set(sidsOf(first.answer))];
  const who = principals.length > MOST_NAMES ? `${principals.length} principals` : listed(principals, "and");
  const when = Object.keys(first.circumstances).length > 0 ? `, when ${wordsOf(first.circumstances)}` : "";
  const what = `${VERBS[outcome][principals.length === 1 ? 0 : 1]}${severalKeys ? ` on ${key}` : ""}${told.length > 0 ? ` by ${told.join(", ")}` : ""}`;
  const each = { ...(principals.length > 1 && { principal: [...principals] }), ...(actions.length > 1 && { action: actions }) };
  return {
    name: `${who} ${what}${when}`,
    ...(principals.length === 1 && { principal: principals[0] as string }),
    key,
    ...(actions.length === 1 && { action: actions[0] as string }),
    ...(Object.keys(each).length > 0 && { each }),
    ...first.circumstances,
    expect: EXPECT[outcome],
    ...(told.length > 0 && { because: told.length === 1 ? (told[0] as string) : told }),
  };
}

const wordsOf = ({ context, encryptionContext, viaService, time }: Circumstances): string =>
  [
    ...Object.entries(context ?? {}).map(([key, value]) => `${key} is ${String(value)}`),
    ...Object.entries(encryptionContext ?? {}).map(([key, value]) => `${key} is ${value}`),
    ...(viaService === undefined ? [] : [`through ${viaService}`]),
    ...(time === undefined ? [] : [`at ${time}`]),
  ].join(" and ");
