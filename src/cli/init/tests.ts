import type { Outcome } from "../../authz/decision.ts";
import { KMS_ACTIONS, kmsAction } from "../../catalog/actions.ts";
import type { WorldKey, WorldPrincipal } from "../../estate/estate.ts";
import type { Question } from "../../estate/question.ts";
import type { World, WorldAnswer } from "../../estate/world.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Policy, StatementRef } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import type { CaseEntry, Expected } from "../../tester/document.ts";
import { type Asked, askBothSides } from "./circumstances.ts";
import { isOfKms } from "./covers.ts";
import { ALL_OF_KMS, isAdministrator } from "./principals.ts";
import { ASKED, nameOfCase } from "./wording.ts";

const EXPECT: Readonly<Record<Outcome, Expected>> = {
  allowed: "allow",
  explicitDeny: "explicit-deny",
  implicitDeny: "implicit-deny",
  undetermined: "undetermined",
};

/** Principals with the same answers. */
type Group = { readonly principals: readonly string[]; readonly asked: readonly Asked[] };

/** A statement that decides no case: no request was found that it lets through, or keeps out. `key`: of the key whose policy it is in. */
export type Silent = StatementRef & { readonly effect: "Allow" | "Deny"; readonly key?: WorldKey };

export type DraftCases = { readonly cases: readonly CaseEntry[]; readonly silent: readonly Silent[] };

/**
 * Test cases that say how the policies of a world decide today: for each key those with the same outcome by the same statements in one. Where conditions
 * stand between a principal and an action, there is a case for both sides of them. What `isKnown` says is asked somewhere already is left out.
 */
export function draftCases(world: World, isKnown: (question: Question) => boolean = () => false): DraftCases {
  const { keys, principals } = world.estate;
  const deciding = new Set<string>();
  const cases = keys.flatMap((key) => {
    const decided = ({ answer }: Asked) => {
      for (const one of answer.by) if ("policy" in one) deciding.add(`${key.name} ${nameOf(one)}`);
    };
    const isNew = (principal: string) => (asked: Asked) =>
      !isKnown({ principal, key: key.name, action: asked.action, ...asked.circumstances });
    const actions = actionsOf(key, principals);
    const sides = principals
      .filter((principal) => concerns(key, principal))
      .map(({ name }) => ({ principal: name, sides: actions.map((action) => askBothSides(world, name, key.name, action)) }));
    for (const { sides: each } of sides) for (const { asked } of each) asked.forEach(decided);
    const groups = sides.flatMap(({ principal, sides: each }): readonly Group[] => {
      const also = each.flatMap(({ also }) => also.filter(({ by }) => !deciding.has(`${key.name} ${nameOf(by)}`)));
      also.forEach(decided);
      const news = [...each.flatMap(({ asked }) => asked), ...also].filter(isNew(principal));
      return grouped(news).map((asked) => ({ principals: [principal], asked }));
    });
    return merged(groups).map((group) => caseOf(key.name, group));
  });
  return { cases: withOwnNames(cases), silent: silentOf(keys, principals, deciding) };
}

/** Statements of key policies that decide nothing about their key; of other policies, that decide nothing about any. */
function silentOf(keys: readonly WorldKey[], principals: readonly WorldPrincipal[], deciding: ReadonlySet<string>): readonly Silent[] {
  const isSilent = (among: readonly WorldKey[]) => (ref: StatementRef) => !among.some(({ name }) => deciding.has(`${name} ${nameOf(ref)}`));
  const refs = ({ statements }: Policy) => statements.filter(isOfKms).map(({ ref, effect }) => ({ ...ref, effect }));
  const attached = new Set(principals.flatMap(({ policies }) => policies));
  return [
    ...keys.flatMap((key) =>
      refs(key.policy)
        .filter(isSilent([key]))
        .map((each) => ({ ...each, key })),
    ),
    ...[...attached]
      .filter(({ name }) => name !== ALL_OF_KMS)
      .flatMap(refs)
      .filter(isSilent(keys)),
  ];
}

/** Whom it is worth asking about a key: those whom its policy names, and those with policies of their own; an account's administrator where it is named. */
function concerns({ policy }: WorldKey, { name, facts, account, policies }: WorldPrincipal): boolean {
  const named = policy.statements.flatMap(({ principal }) => principal?.members.map(({ value }) => value) ?? []);
  if (isAdministrator(name))
    return named.some(
      (value) => (isAccountId(value) ? value : parseArn(value)?.resource === "root" && parseArn(value)?.account) === account,
    );
  const tests = policy.statements.some(({ conditions }) => conditions.some(({ key }) => foldCase(key) === "aws:principalarn"));
  return policies.length > 0 || named.includes(facts.arn) || tests;
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

const EVERYBODY = Object.values(ASKED).flat();
const OF_KEYS = KMS_ACTIONS.filter(({ resources, policy }) => resources.includes("key") && policy === "key-policy").map(
  ({ action }) => action,
);

/** Those asked of everybody; those that policies name; and one of those that a pattern means, where none is among them. */
function actionsOf({ policy }: WorldKey, principals: readonly WorldPrincipal[]): readonly string[] {
  const actions = new Set(EVERYBODY);
  const policies = new Set([policy, ...principals.flatMap(({ policies }) => policies)]);
  for (const pattern of [...policies].flatMap(({ statements }) => statements.flatMap(({ action }) => action?.members ?? []))) {
    const row = kmsAction(pattern);
    if (row?.resources.includes("key")) actions.add(row.action);
    if (!/[*?]/.test(pattern)) continue;
    const fits = (action: string) => matchesPattern(parsePattern(foldCase(pattern)), foldCase(action));
    const example = OF_KEYS.find(fits);
    if (example !== undefined && ![...actions].some(fits)) actions.add(example);
  }
  return [...actions];
}

function grouped(found: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups = new Map<string, Asked[]>();
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
    const { asked } = group;
    const [first] = asked;
    const key = JSON.stringify([asked.map(({ action }) => action), first && alikeBy(first)]);
    const known = alike.get(key);
    alike.set(key, known === undefined ? group : { asked, principals: [...known.principals, ...group.principals] });
  }
  return [...alike.values()];
}

const alikeBy = ({ answer, circumstances }: Asked): unknown => [answer.outcome, answer.by.flatMap(toldOf), circumstances];

/** The statement as a sentence names it: its Sid, else its place. The policy that init made up is not told. */
function toldOf(one: WorldAnswer["by"][number]): readonly string[] {
  if ("grant" in one || one.policy === ALL_OF_KMS) return [];
  return [one.sid ?? `statement ${one.statement + 1} of ${one.policy.slice(one.policy.lastIndexOf("/") + 1)}`];
}

const sidsOf = ({ by }: WorldAnswer): readonly string[] => by.flatMap((one) => ("sid" in one && one.sid !== undefined ? [one.sid] : []));

function caseOf(key: string, { principals, asked }: Group): CaseEntry {
  const [first] = asked as readonly [Asked, ...Asked[]];
  const { answer, circumstances } = first;
  const actions = asked.map(({ action }) => action);
  const sids = [...new Set(sidsOf(answer))];
  const each = { ...(principals.length > 1 && { principal: [...principals] }), ...(actions.length > 1 && { action: actions }) };
  const by = [...new Set(answer.by.flatMap(toldOf))];
  return {
    name: nameOfCase({ outcome: answer.outcome, by, who: principals, actions, key, circumstances }),
    ...(principals.length === 1 && { principal: principals[0] as string }),
    key,
    ...(actions.length === 1 && { action: actions[0] as string }),
    ...(Object.keys(each).length > 0 && { each }),
    ...circumstances,
    expect: EXPECT[answer.outcome],
    ...(sids.length > 0 && { because: sids.length === 1 ? (sids[0] as string) : sids }),
  };
}
