import type { Outcome } from "../authz/decision.ts";
import { kmsAction } from "../catalog/actions.ts";
import { isAbsent } from "../estate/absent.ts";
import type { Estate } from "../estate/estate.ts";
import { withLeftBehind } from "../estate/retained.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Doubt } from "../iam/policy.ts";
import type { Request } from "../iam/request.ts";
import { Census } from "./alike/census.ts";
import { Correspondence, type Roster, rosterOf } from "./alike/correspondence.ts";
import type { Assumption, Change, Comparison, KeyName, Severity, Undecided, Who } from "./answers.ts";
import { changesByRoles, type FarChange, StepsOfTwo } from "./changes-by-roles.ts";
import { ELSEWHERE, elsewhere } from "./compare-elsewhere.ts";
import { conditionsFor, type When } from "./conditions.ts";
import { NEVER, type Node, TooLarge } from "./diagram.ts";
import { fingerprint } from "./fingerprint.ts";
import { allowed } from "./formula.ts";
import { byActions, covered, type Find, type Found as FoundOf } from "./grouping.ts";
import { addsNothing, NotKnown, surely } from "./not-known.ts";
import { noticesOf } from "./notices.ts";
import { otherwiseTold } from "./other-accounts.ts";
import { assumptionOf, type OwnUse, ownPolicies, ownUse, type Unlisted, withoutOwn } from "./own-policies.ts";
import type { PrincipalClass } from "./principals.ts";
import { Scene } from "./scene.ts";
import type { Side } from "./side.ts";
import { type Asked, type Matter, mayAllow, survey } from "./survey.ts";
import { Assumptions, type Granted, grantedBy } from "./taken-for-granted.ts";
import { untouchedKeys } from "./untouched.ts";
import { whoOf } from "./who.ts";
import { askWith, requestIn, withoutDoubts } from "./witness.ts";

export type CompareOptions = {
  readonly keys?: readonly string[]; // short names or ARNs; all
  readonly actions?: readonly string[];
  readonly principals?: readonly string[]; // short names, ARNs, service principals; an account stands for all of its principals
  readonly unlisted?: Unlisted;
  readonly maxChanges?: number;
  readonly viaRoles?: boolean; // also what is come by in steps, each by assuming a role
  readonly elsewhere?: boolean; // also requests that name no key: kms:CreateKey, kms:ListKeys
};

const MOST_CHANGES = 1000;

/** Everything that who may do with which key in one world and not in the other, for all requests. */
export function compare(before: World, given: World, options: CompareOptions = {}): Comparison {
  const { after, kept } = withRetained(before, given);
  const found = compareOnce(before, after, options);
  const assumptions = [...found.assumptions, ...kept];
  const comparison = { ...found, assumptions, notices: noticesOf(before, after, found.changes) };
  const told = ({ changes }: Comparison) =>
    changes.flatMap(({ direction, who, actions, key }) =>
      actions.map((action) => `${who.name ?? who.text} has ${direction} ${action} with ${key.name}`),
    );
  const others = otherwiseTold(
    [before, after],
    (one, other) => told(compareOnce(one, other, options)),
    () => told(comparison),
  );
  if (others.length === 0) return comparison;
  const verdict = comparison.verdict === "wider" || comparison.verdict === "changed" ? comparison.verdict : "unknown";
  return { ...comparison, verdict, undecided: [...comparison.undecided, ...others] };
}

/** What stays as it is when it is taken out of what manages it, or another one is made in its place, is there afterwards. */
function withRetained(before: World, given: World): { readonly after: World; readonly kept: readonly Assumption[] } {
  const { after, left } = withLeftBehind(before, given);
  return {
    after,
    kept: left.map(({ arn, name }) => ({ id: `retained:${arn}`, text: `${name} stays as it is, and nothing manages it any more` })),
  };
}

function compareOnce(before: World, after: World, options: CompareOptions): Comparison {
  const keys = new Map<string, KeyName>();
  for (const { estate } of [before, after])
    for (const { name, arn, aliases } of estate.keys) if (isWanted(options.keys, name, arn)) keys.set(arn, { name, arn, aliases });
  for (const arn of untouchedKeys(before.estate, after.estate)) keys.delete(arn);
  const changes: Change[] = [];
  const undecided = new Map<string, Undecided>();
  const assumptions = new Assumptions([before, after]);
  const answers = new Map<string, Answer>();
  const steps = options.viaRoles === true ? new StepsOfTwo(before, after, options) : undefined;
  let mayGain = false; // nothing is narrower that may be wider too
  for (const key of keys.values()) {
    const notKnown = new NotKnown(key.name);
    changes.push(...changesOn(before, after, key, options, undecided, assumptions, notKnown, answers, steps));
    for (const one of notKnown.undecided) undecided.set(`${key.name}:${one.text}`, one);
    mayGain ||= notKnown.has("may be gained");
  }
  for (const text of steps?.steps.flatMap(({ undecided: why }) => why) ?? []) undecided.set(text, { code: "KW680", text });
  if (options.elsewhere === true && options.keys === undefined) {
    const notKnown = new NotKnown(ELSEWHERE.name);
    changes.push(...changesElsewhere(before, after, options, undecided, assumptions, notKnown));
    for (const one of notKnown.undecided) undecided.set(`${ELSEWHERE.name}:${one.text}`, one);
    mayGain ||= notKnown.has("may be gained");
  }
  changes.sort((a, b) => RANK[a.severity] - RANK[b.severity] || Number(a.direction === "lost") - Number(b.direction === "lost"));
  const most = options.maxChanges ?? MOST_CHANGES;
  const gained = changes.some(({ direction }) => direction === "gained");
  const lost = changes.some(({ direction }) => direction === "lost");
  return {
    verdict:
      gained && lost ? "changed" : gained ? "wider" : mayGain ? "unknown" : lost ? "narrower" : undecided.size > 0 ? "unknown" : "equal",
    complete: changes.length <= most,
    assumptions: assumptions.all,
    changes: changes.slice(0, most),
    undecided: [...undecided.values()],
  };
}

const isWanted = (wanted: readonly string[] | undefined, name: string, arn: string): boolean =>
  wanted === undefined || wanted.includes(name) || wanted.includes(arn);

function amongPrincipals(names: readonly string[], estates: readonly Estate[]): (who: PrincipalClass) => boolean {
  const known = estates.flatMap(({ principals }) => principals.flatMap(({ name, facts }) => (names.includes(name) ? [facts.arn] : [])));
  const wanted = new Set([...names, ...known]);
  return ({ arn, account, principal }) => wanted.has(arn) || wanted.has(principal.arn) || (account !== "" && wanted.has(account));
}

const RANK: Readonly<Record<Severity, number>> = { public: 0, "cross-account": 1, service: 2, "same-account": 3 };

function changesOn(
  before: World,
  after: World,
  key: KeyName,
  options: CompareOptions,
  undecided: Map<string, Undecided>,
  assumptions: Assumptions,
  notKnown: NotKnown,
  answers: Map<string, Answer>,
  steps: StepsOfTwo | undefined,
): readonly Change[] {
  const worlds = [before, after];
  const estates = worlds.map(({ estate }) => estate);
  const finds: Find<Opened>[] = [];
  const unsure = (text: string) => undecided.set(`${key.name}:${text}`, { key: key.name, code: "KW680", text });
  const wanted = options.principals && amongPrincipals(options.principals, estates);
  const only = steps === undefined ? wanted : undefined; // who comes to be a role gains what that gains
  const census = Census.of(worlds);
  for (const asked of survey(worlds, key.arn, { actions: options.actions, unlisted: options.unlisted, only, isOfOpen: true }, unsure)) {
    if (asked.isSame || asked.isOut) continue;
    const answer = answers.get(asked.id) ?? answerFor(asked, worlds, census, options.unlisted, key.arn);
    answers.set(asked.id, answer);
    for (const part of asked.parts) {
      const correspondence = new Correspondence(census, answer.roster, key.arn, part);
      const opened = answer.found.map(({ action, said, value }) => ({ action, said, value: openedBy(value, correspondence) }));
      for (const who of part.members) {
        for (const text of answer.unsure) unsure(text(who));
        for (const { on, what, actions } of answer.open) notKnown.add(on, what, census.who(who).text, actions);
        for (const { action, said, value } of opened) {
          if (value.found.own !== undefined) assumptions.add(assumptionOf(value.found.own, who));
          finds.push({ who, action, said, value });
        }
      }
    }
    for (const { value } of answer.found) {
      for (const doubt of value.taken) assumptions.add(addsNothing(doubt));
      assumptions.granted(value.granted);
    }
  }
  finds.sort((a, b) => a.who.at - b.who.at);
  const all = only === undefined ? census.classes(key.arn).classes : []; // of some, nothing can be said of everybody
  const own = wanted === undefined || only !== undefined ? finds : finds.filter(({ who }) => wanted(who));
  const direct = covered(own, all, (who) => census.who(who)).map(({ find, who }) => changeOf(find, who, key, assumptions));
  if (steps === undefined) return direct;
  const near = finds.map((find) => ({ ...changeOf(find, census.who(find.who), key, assumptions), of: find.who }));
  const far = changesByRoles(steps, key, near, options, unsure, assumptions);
  return [...direct, ...far.flatMap((one) => (wanted?.(one.example) === false ? [] : farChangeOf(one, key)))];
}

function farChangeOf({ example, ...change }: FarChange, key: KeyName): Change {
  const { who, actions, when, direction, path } = change;
  return {
    ...change,
    severity: severityOf(who, example, key),
    administration: actions.some((name) => kmsAction(name)?.accessLevel === "Permissions management"),
    key,
    fingerprint: fingerprint([
      key.arn,
      who.kind,
      who.arn ?? who.account ?? who.service ?? "",
      who.except ?? [],
      actions,
      textsOf(when),
      direction,
      path.map(({ role }) => role.arn),
    ]),
  };
}

/** Who gains or loses what that is done with no key. */
function changesElsewhere(
  before: World,
  after: World,
  options: CompareOptions,
  undecided: Map<string, Undecided>,
  assumptions: Assumptions,
  notKnown: NotKnown,
): readonly Change[] {
  const worlds = [before, after] as const;
  const estates = worlds.map(({ estate }) => estate);
  const unsure = (text: string) => undecided.set(`${ELSEWHERE.name}:${text}`, { code: "KW680", text });
  const wanted = options.principals && amongPrincipals(options.principals, estates);
  const finds: Find<Own>[] = [];
  for (const { who, principal, matters } of elsewhere(worlds, options, unsure)) {
    if (wanted?.(who) === false) continue;
    const answer = answerOf(matters(), worlds, options.unlisted, () => whoOf(who, estates).text);
    for (const text of answer.unsure) unsure(text(who));
    for (const { on, what, actions } of answer.open) notKnown.add(on, what, whoOf(who, estates).text, actions);
    for (const { action, said, value } of answer.found) {
      for (const doubt of value.taken) assumptions.add(addsNothing(doubt));
      assumptions.granted(value.granted);
      const request = { ...value.request, principal };
      finds.push({ who, action, said, value: { found: { ...value, request }, correspondence: undefined, because: value.because } });
    }
  }
  return covered(finds, [], (who) => whoOf(who, estates)).map(({ find, who }) => changeOf(find, who, ELSEWHERE, assumptions));
}

/** What somebody of a group gains or loses, as who stands for the group asks for it. */
type Found = {
  readonly direction: Change["direction"];
  readonly when: Change["when"];
  readonly request: Request;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly because: Change["because"];
  readonly own: OwnUse;
  readonly taken: readonly Doubt[]; // to make no difference
  readonly granted: Granted;
  readonly under: readonly string[]; // assumptions of the worlds
};

type Own = { readonly found: Found; readonly correspondence: Correspondence | undefined; readonly because: Change["because"] };
type Opened = Own & { readonly correspondence: Correspondence };

const openedBy = (found: Found, correspondence: Correspondence): Opened => ({
  found,
  correspondence,
  because: { before: correspondence.refs(found.because.before, 0), after: correspondence.refs(found.because.after, 1) },
});

/** All that was found of a group: of one of another key with the same id too. */
type Answer = {
  readonly roster: Roster;
  readonly unsure: readonly ((who: PrincipalClass) => string)[];
  readonly open: readonly { readonly on: readonly Doubt[]; readonly what: string; readonly actions: readonly string[] }[];
  readonly found: readonly Omit<Find<Found>, "who">[];
};

function answerFor(asked: Asked, worlds: readonly World[], census: Census, unlisted: Unlisted | undefined, key: string): Answer {
  const unread: ((who: PrincipalClass) => string)[] = [];
  const { found, unsure, open } = answerOf(
    asked.matters((text) => unread.push(() => text)),
    worlds,
    unlisted,
    (who) => census.who(who).text,
  );
  return { roster: found.length === 0 ? [] : rosterOf(census, asked, key), unsure: [...unread, ...unsure], open, found };
}

function answerOf(
  matters: Iterable<Matter>,
  worlds: readonly World[],
  unlisted: Unlisted | undefined,
  textOf: (who: PrincipalClass) => string,
): Omit<Answer, "roster"> {
  const unsure: ((who: PrincipalClass) => string)[] = [];
  const open: { on: readonly Doubt[]; what: string; actions: readonly string[] }[] = [];
  const found: FoundOf<Found>[] = [];
  for (const matter of matters) {
    if (matter.isSame) continue;
    const actions = matter.actions.map(({ action }) => action);
    try {
      const differences = differencesIn(matter, worlds, unlisted, {
        say: (text) => unsure.push(() => text),
        unconfirmed: () => unsure.push(({ arn }) => `a difference for ${arn} was found that the evaluator does not confirm`),
        perhaps: (on, what) => open.push({ on, what, actions }),
      });
      for (const value of differences) found.push({ action: actions, sameAs: JSON.stringify([value.direction, value.when]), value });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      const { message } = error;
      unsure.push((who) => `${textOf(who)}, ${actions[0]}: the policies have too many conditions that overlap (${message})`);
    }
  }
  return { unsure, open, found: byActions(found) };
}

type Doubtful = {
  readonly say: (text: string) => void;
  readonly unconfirmed: () => void;
  readonly perhaps: (on: readonly Doubt[], what: string) => void;
};

function* differencesIn(
  { sides, who, endpoint }: Matter,
  worlds: readonly World[],
  unlisted: Unlisted | undefined,
  { say, unconfirmed, perhaps }: Doubtful,
): Iterable<Found> {
  const present = sides.filter((side): side is Side => side !== undefined);
  if (!present.some(mayAllow)) return;
  const own = ownPolicies(
    who,
    worlds.map(({ estate }) => estate),
    unlisted,
  );
  const scene = new Scene(present, undefined, own);
  const { diagrams } = scene;
  const truth = (i: number): Node => {
    const at = sides[i] === undefined ? -1 : present.indexOf(sides[i] as Side);
    return at < 0 ? NEVER : diagrams.and(allowed(scene, at), scene.possible);
  };
  const [old, now] = [truth(0), truth(1)];
  const isNew = worlds.some(({ lookup }) => {
    const one = lookup.principal(who.arn);
    return one !== undefined && isAbsent(one);
  });
  const ways = (
    [
      ["gained", diagrams.without(now, old)],
      ["lost", diagrams.without(old, now)],
    ] as const
  ).map(([direction, all]) => {
    const { node, open, taken } = surely(scene, all, isNew);
    if (open.length > 0) perhaps(open, `may be ${direction}`);
    return [direction, node, taken] as const;
  });
  const { shared } = scene;
  for (const [direction, node, taken] of ways) {
    if (node === NEVER) continue;
    const request = requestIn(scene, node);
    if (request === undefined) continue;
    const isOwn = scene.takesOwn(node);
    const [first, second] = sides.map((side) =>
      side === undefined ? undefined : askWith(side, askedOf(side, request), isOwn, withoutDoubts(side.linked.set, shared)),
    );
    const [before, after] = [first?.outcome ?? "implicitDeny", second?.outcome ?? "implicitDeny"];
    const isConfirmed = (direction === "gained") === (after === "allowed") && (direction === "lost") === (before === "allowed");
    if (!isConfirmed || before === after) {
      unconfirmed();
      continue;
    }
    const { when } = conditionsFor(scene, node, endpoint);
    yield {
      direction,
      when,
      request,
      before,
      after,
      because: { before: withoutOwn(first?.by ?? []), after: withoutOwn(second?.by ?? []) },
      own: ownUse(scene, node),
      taken,
      granted: grantedBy(who, present[0] as Side),
      under: new Assumptions(worlds).under(sides, request, isOwn, [first, second]),
    };
  }
  if (ways.every(([, node]) => node === NEVER)) for (const why of scene.inexact) say(why);
}

function changeOf({ action: actions, value, who: example }: Find<Own>, who: Who, key: KeyName, assumptions: Assumptions): Change {
  const { found, correspondence, because } = value;
  const { direction, when, before, after, under } = found;
  const request = correspondence?.request(found.request, example) ?? found.request;
  const assumes = [
    ...assumptions.add(assumptionOf(found.own, example)),
    ...found.taken.flatMap((doubt) => assumptions.add(addsNothing(doubt))),
    ...under,
  ];
  return {
    direction,
    severity: severityOf(who, example, key),
    administration: actions.some((name) => kmsAction(name)?.accessLevel === "Permissions management"),
    key,
    who,
    actions,
    when,
    because,
    witness: { request, before, after, assumes },
    fingerprint: fingerprint([
      key.arn,
      who.kind,
      who.arn ?? who.account ?? who.service ?? "",
      who.except ?? [],
      actions,
      textsOf(when),
      direction,
    ]),
  };
}

/** A request of somebody as a side tells of him: his tags, say, may change too. */
const askedOf = ({ base }: Side, request: Request): Request => ({ ...request, principal: base.principal });

const textsOf = (when: readonly (readonly When[])[]): readonly string[] =>
  when
    .map((all) =>
      all
        .map(({ key, text }) => `${key} ${text}`)
        .sort()
        .join(" and "),
    )
    .sort();

function severityOf(who: Who, { account, kind }: PrincipalClass, key: KeyName): Severity {
  if (who.kind === "service") return "service";
  if (who.kind === "anyone" || kind === "anyone") return "public";
  return key === ELSEWHERE || account === parseArn(key.arn)?.account ? "same-account" : "cross-account";
}
