import { KMS_ACTIONS, kmsAction } from "../../catalog/actions.ts";
import type { Estate } from "../../estate/estate.ts";
import type { Question } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Condition, Element, Policy, PrincipalEntry, Statement } from "../../iam/policy.ts";
import { parsePrincipal } from "../../iam/principal.ts";
import { foldCase } from "../../iam/values.ts";
import { raw } from "../../iam/variables.ts";
import { matchesPattern, parsePattern, resourcePattern } from "../../iam/wildcard.ts";
import { actionsMatching } from "../mutants/actions.ts";
import type { Focus } from "../mutants/mutant.ts";
import { type Value, valuesFor, withKey } from "./values.ts";

/** One thing about a question made otherwise. */
export type Turn = (question: Question) => Question;

/** What a change has to do with, the most telling first: who, what for, of which key, and under which conditions. */
export type Aim = {
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly keys: readonly (string | undefined)[]; // short names; undefined: of no key
  readonly turns: readonly Turn[]; // the first meets every condition; each other one leaves one of them
};

const OUTSIDER = "arn:aws:iam::999999999999:role/outsider";
const [MOST_PRINCIPALS, MOST_ACTIONS, MOST_KEYS, MOST_TURNS] = [6, 4, 2, 16];

export function aimOf(focus: Focus, world: World): Aim {
  const { estate } = world;
  const way = wayTo(focus.policy, estate);
  return {
    principals: first(principalsOf(focus, estate), MOST_PRINCIPALS).map((arn) => shortPrincipal(arn, estate)),
    actions: first(actionsOf(focus), MOST_ACTIONS),
    keys: first(keysOf(focus, estate), MOST_KEYS),
    turns: turnsOf(focus)
      .slice(0, isSame(focus, "conditions") ? 1 : MOST_TURNS) // conditions that stay have to be met, no more
      .map(
        (turn): Turn =>
          (question) =>
            way(turn(question)),
      ),
  };
}

/** Whether a change leaves an element as it is. */
const isSame = ({ before, after }: Focus, element: "principal" | "action" | "resource" | "conditions"): boolean =>
  before !== undefined && after !== undefined && formOfElement(before[element]) === formOfElement(after[element]);

/** Without places, which a change of the text before it moves. */
const formOfElement = (element: unknown): string =>
  JSON.stringify(element, (name, value: unknown) => (name === "at" ? undefined : value)) ?? "";

/** How a question comes to a policy: through its endpoint; of a trust policy to its role. */
function wayTo(policy: Policy | undefined, { endpoints, principals }: Estate): Turn {
  const endpoint = policy && endpoints.find((one) => one.policy === policy)?.name;
  const role = policy && principals.find(({ trust }) => trust === policy)?.name;
  if (endpoint !== undefined) return (question) => ({ ...question, endpoint });
  if (role === undefined) return (question) => question;
  return ({ key: _, ...question }) => ({ ...question, action: "sts:AssumeRole", resource: role });
}

const first = <T>(list: readonly T[], count: number): readonly T[] => [...new Set(list)].slice(0, count);

export const shortPrincipal = (arn: string, { principals }: Estate): string =>
  principals.find(({ facts }) => facts.arn === arn)?.name ?? arn;

/** What is in one of two lists alone comes first: there the change shows. */
function differenceFirst<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const [was, is] = [new Set(before), new Set(after)];
  const apart = [...after.filter((one) => !was.has(one)), ...before.filter((one) => !is.has(one))];
  return [...apart, ...before.filter((one) => is.has(one))];
}

function principalsOf({ before, after, policy, grants }: Focus, estate: Estate): readonly string[] {
  const known = estate.principals.map(({ facts }) => facts.arn);
  if (grants !== undefined) {
    const grantees = grants.map((grant) =>
      namedBy({ kind: "AWS", value: grant.GranteePrincipal ?? grant.GranteeServicePrincipal ?? "*" }, known),
    );
    return [...differenceFirst(grantees[0] ?? [], grantees[1] ?? []), ...known];
  }
  const named = [before, after].map((statement) => statement?.principal?.members.flatMap((member) => namedBy(member, known)) ?? []);
  const attached = policy === undefined ? [] : attachedTo(policy, estate);
  const conditioned = [before, after].map((statement) => conditionsOf(statement).filter(isOfPrincipalArn));
  const matching = conditioned.map((conditions) =>
    known.filter((arn) => conditions.some(({ values }) => values.some((value) => matchesPattern(parsePattern(value), arn)))),
  );
  const made = valuesFor(conditioned.flat()).filter((value) => typeof value === "string" && parsePrincipal(value).ok) as string[];
  const telling = [...differenceFirst(named[0] ?? [], named[1] ?? []), ...attached];
  const first = [...differenceFirst(matching[0] ?? [], matching[1] ?? []), ...telling.slice(0, MOST_PRINCIPALS / 2), ...made];
  return [...(conditioned.flat().length > 0 ? first : []), ...telling, ...known, OUTSIDER];
}

const isOfPrincipalArn = ({ key }: Condition): boolean => foldCase(key) === "aws:principalarn";

/** Who an entry of Principal stands for: of an account everybody in it, its root user and somebody whom the world does not have. */
function namedBy({ kind, value }: PrincipalEntry, known: readonly string[]): readonly string[] {
  if (kind !== "AWS" || value === "*") return value === "*" ? [OUTSIDER, ...known] : [value];
  const arn = parseArn(value);
  const account = isAccountId(value) ? value : arn?.resource === "root" ? arn.account : undefined;
  if (account === undefined) return arn === undefined ? [] : [value];
  const own = known.filter((principal) => parseArn(principal)?.account === account);
  return [...own, `arn:${arn?.partition ?? "aws"}:iam::${account}:root`, `arn:${arn?.partition ?? "aws"}:iam::${account}:role/somebody`];
}

function attachedTo(policy: Policy, { principals, organization }: Estate): readonly string[] {
  return principals.flatMap(({ facts, policies, boundary, session, trust, account }) => {
    const levels = organization?.members.get(account)?.serviceControl.flat() ?? [];
    const isTheirs = [...policies, boundary, ...(session ?? []), trust, ...levels].includes(policy);
    return isTheirs ? [facts.arn] : [];
  });
}

const USUAL = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey", "kms:CreateGrant", "kms:ScheduleKeyDeletion"];

/** Of a change of the actions only those that it makes a difference for. */
function actionsOf({ before, after, grants }: Focus): readonly string[] {
  if (grants !== undefined) {
    const asked = grants.map(({ Operations }) =>
      KMS_ACTIONS.filter(({ grantOperation }) => Operations.includes(grantOperation ?? "")).map(({ action }) => action),
    );
    return differenceFirst<string>(asked[0] ?? [], asked[1] ?? []);
  }
  const covered = [before, after].map((statement) => (statement?.action === undefined ? [] : coveredBy(statement.action)));
  const [was, is] = [new Set(covered[0]), new Set(covered[1])];
  const apart = KMS_ACTIONS.map(({ action }) => action).filter((action) => was.has(action) !== is.has(action));
  const usualFirst = (actions: readonly string[]) => [...USUAL.filter((action) => actions.includes(action)), ...actions];
  if (before !== undefined && after !== undefined && apart.length > 0) return usualFirst(apart);
  return [...usualFirst(covered.flat()), ...USUAL];
}

function coveredBy({ mode, members }: Element<string>): readonly string[] {
  const named = new Set(members.flatMap((text) => actionsMatching(text).map(({ action }) => action)));
  return mode === "only" ? [...named] : KMS_ACTIONS.map(({ action }) => action).filter((action) => !named.has(action));
}

/** Keys with the policy, else those that the resource element names. */
function keysOf({ before, after, policy, keyArn }: Focus, { keys }: Estate): readonly (string | undefined)[] {
  const own = keys.filter((key) => key.arn === keyArn || key.policy === policy);
  if (own.length > 0) return own.map(({ name }) => name);
  const named = [before, after].map((statement) =>
    keys.filter(({ arn }) => statement?.resource === undefined || isNamed(statement.resource, arn)).map(({ name }) => name),
  );
  return [...differenceFirst(named[0] ?? [], named[1] ?? []), ...keys.map(({ name }) => name), undefined];
}

const isNamed = ({ mode, members }: Element<string>, arn: string): boolean =>
  members.some((text) => matchesPattern(resourcePattern([raw(text)]), arn)) === (mode === "only");

function turnsOf({ before, after, grants }: Focus): readonly Turn[] {
  const pairs = (grants ?? []).map(({ Constraints }) => Constraints?.EncryptionContextEquals ?? Constraints?.EncryptionContextSubset);
  if (pairs.some((one) => one !== undefined)) return contextTurns(pairs);
  const byKey = new Map<string, { readonly key: string; readonly conditions: Condition[] }>();
  for (const condition of [...conditionsOf(before), ...conditionsOf(after)]) {
    if (isOfPrincipalArn(condition)) continue; // who asks says that
    const known = byKey.get(foldCase(condition.key)) ?? { key: condition.key, conditions: [] };
    known.conditions.push(condition);
    byKey.set(foldCase(condition.key), known);
  }
  const choices = [...byKey.values()].map(({ key, conditions }) => ({ key, values: valuesFor(conditions) }));
  const set = (question: Question, other?: { readonly key: string; readonly value: Value }) =>
    choices.reduce((it, { key, values }) => withKey(it, key, other?.key === key ? other.value : values[0]), question);
  const others = choices.flatMap(({ key, values }) =>
    values.slice(1).map(
      (value): Turn =>
        (question) =>
          set(question, { key, value }),
    ),
  );
  return [set, ...others].map(
    (turn): Turn =>
      (question) =>
        turn(question),
  );
}

const conditionsOf = (statement: Statement | undefined): readonly Condition[] => statement?.conditions ?? [];

/** The pairs that the constraint of a grant wants, more than these, and fewer. */
function contextTurns(pairs: readonly (Readonly<Record<string, string>> | undefined)[]): readonly Turn[] {
  const all: Readonly<Record<string, string>> = Object.assign({}, ...pairs);
  const none: Turn = ({ encryptionContext: _, ...question }) => question;
  const fewer = Object.keys(all).map(
    (key): Turn =>
      (question) =>
        withKey({ ...question, encryptionContext: all }, `kms:EncryptionContext:${key}`, undefined),
  );
  const exactly: Turn = (question) => ({ ...question, encryptionContext: all });
  const more: Turn = (question) => ({ ...question, encryptionContext: { ...all, other: "other" } });
  return [exactly, more, ...fewer, none];
}

/** Whether an action is asked of keys at all. */
export const isOfKeys = (action: string): boolean => kmsAction(action)?.resources.includes("key") ?? false;
