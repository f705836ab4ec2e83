import { kmsAction } from "../catalog/actions.ts";
import { isAbsent } from "../estate/absent.ts";
import type { Estate } from "../estate/estate.ts";
import { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Doubt } from "../iam/policy.ts";
import type { Assumption, Change, Comparison, KeyName, Severity, Undecided, Who, Witness } from "./answers.ts";
import { conditionsFor, type When } from "./conditions.ts";
import { NEVER, type Node, TooLarge } from "./diagram.ts";
import { fingerprint } from "./fingerprint.ts";
import { allowed } from "./formula.ts";
import { byActions, covered, type Find } from "./grouping.ts";
import { addsNothing, NotKnown, surely } from "./not-known.ts";
import { noticesOf } from "./notices.ts";
import { otherwiseTold } from "./other-accounts.ts";
import { assumptionFor, ownPolicies, type Unlisted, withoutOwn } from "./own-policies.ts";
import type { PrincipalClass } from "./principals.ts";
import { Scene } from "./scene.ts";
import type { Side } from "./side.ts";
import { type Matter, mayAllow, survey } from "./survey.ts";
import { Assumptions } from "./taken-for-granted.ts";
import { whoOf } from "./who.ts";
import { askWith, requestIn, withoutDoubts } from "./witness.ts";

export type CompareOptions = {
  readonly keys?: readonly string[]; // short names or ARNs; all
  readonly actions?: readonly string[];
  readonly principals?: readonly string[]; // short names, ARNs, service principals; an account stands for all of its principals
  readonly unlisted?: Unlisted;
  readonly maxChanges?: number;
};

type Found = {
  readonly direction: Change["direction"];
  readonly when: Change["when"];
  readonly witness: Witness;
  readonly because: Change["because"];
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

/** A key that stays as it is when it is taken out of what manages it is there afterwards. */
function withRetained(before: World, after: World): { readonly after: World; readonly kept: readonly Assumption[] } {
  const there = new Set(after.estate.keys.map(({ arn }) => arn));
  const keys = before.estate.keys.filter(({ arn, retained }) => retained === true && !there.has(arn));
  if (keys.length === 0) return { after, kept: [] };
  const kept = keys.map(({ arn, name }) => ({ id: `retained:${arn}`, text: `${name} stays as it is, and nothing manages it any more` }));
  return { after: new World({ ...after.estate, keys: [...after.estate.keys, ...keys] }, (accounts) => after.otherwise(accounts)), kept };
}

function compareOnce(before: World, after: World, options: CompareOptions): Comparison {
  const keys = new Map<string, KeyName>();
  for (const { estate } of [before, after])
    for (const { name, arn, aliases } of estate.keys) if (isWanted(options.keys, name, arn)) keys.set(arn, { name, arn, aliases });
  const changes: Change[] = [];
  const undecided = new Map<string, Undecided>();
  const assumptions = new Assumptions([before, after]);
  let mayGain = false; // nothing is narrower that may be wider too
  for (const key of keys.values()) {
    const notKnown = new NotKnown(key.name);
    changes.push(...changesOn(before, after, key, options, undecided, assumptions, notKnown));
    for (const one of notKnown.undecided) undecided.set(`${key.name}:${one.text}`, one);
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
): readonly Change[] {
  const estates = [before.estate, after.estate];
  const finds: Find<Found>[] = [];
  const classes = new Set<PrincipalClass>();
  const unsure = (text: string) => undecided.set(`${key.name}:${text}`, { key: key.name, code: "KW680", text });
  const only = options.principals && amongPrincipals(options.principals, estates);
  for (const matter of survey([before, after], key.arn, { actions: options.actions, unlisted: options.unlisted, only }, unsure)) {
    classes.add(matter.who);
    if (matter.isSame) continue;
    const names = matter.actions.map(({ action }) => action);
    const perhaps = (on: readonly Doubt[], what: string) => notKnown.add(on, what, whoOf(matter.who, estates).text, names);
    try {
      for (const found of differencesIn(matter, options.unlisted, estates, unsure, assumptions, perhaps))
        finds.push({
          who: matter.who,
          action: matter.actions.map(({ action }) => action),
          sameAs: JSON.stringify([found.direction, found.when]),
          value: found,
        });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      unsure(
        `${whoOf(matter.who, estates).text}, ${matter.actions[0]?.action}: the policies have too many conditions that overlap (${error.message})`,
      );
    }
  }
  const all = only === undefined ? [...classes] : []; // of some, nothing can be said of everybody
  return covered(byActions(finds), all, (who) => whoOf(who, estates)).map(({ find, who }) => changeOf(find, who, key));
}

function* differencesIn(
  { sides, who, endpoint }: Matter,
  unlisted: Unlisted | undefined,
  estates: readonly Estate[],
  unsure: (text: string) => void,
  assumptions: Assumptions,
  perhaps: (on: readonly Doubt[], what: string) => void,
): Iterable<Found> {
  const present = sides.filter((side): side is Side => side !== undefined);
  if (!present.some(mayAllow)) return;
  const own = ownPolicies(who, estates, unlisted);
  const scene = new Scene(present, undefined, own);
  const { diagrams } = scene;
  const truth = (i: number): Node => {
    const at = sides[i] === undefined ? -1 : present.indexOf(sides[i] as Side);
    return at < 0 ? NEVER : diagrams.and(allowed(scene, at), scene.possible);
  };
  const [old, now] = [truth(0), truth(1)];
  const isNew = estates.some(({ principals }) => principals.some((one) => one.facts.arn === who.arn && isAbsent(one)));
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
    const assumption = assumptionFor(scene, node, who);
    const isOwn = scene.takesOwn(node);
    const [first, second] = sides.map((side) =>
      side === undefined ? undefined : askWith(side, request, isOwn, withoutDoubts(side.linked.set, shared)),
    );
    const [outcomeBefore, outcomeAfter] = [first?.outcome ?? "implicitDeny", second?.outcome ?? "implicitDeny"];
    const isConfirmed =
      (direction === "gained") === (outcomeAfter === "allowed") && (direction === "lost") === (outcomeBefore === "allowed");
    if (!isConfirmed || outcomeBefore === outcomeAfter) {
      unsure(`a difference for ${who.arn} was found that the evaluator does not confirm`);
      continue;
    }
    const { when } = conditionsFor(scene, node, endpoint);
    const assumes = [
      ...assumptions.add(assumption),
      ...taken.flatMap((doubt) => assumptions.add(addsNothing(doubt))),
      ...assumptions.under(sides, request, isOwn, [first, second]),
    ];
    assumptions.granted(who, present[0] as Side);
    yield {
      direction,
      when,
      witness: { request, before: outcomeBefore, after: outcomeAfter, assumes },
      because: { before: withoutOwn(first?.by ?? []), after: withoutOwn(second?.by ?? []) },
    };
  }
  if (ways.every(([, node]) => node === NEVER)) for (const why of scene.inexact) unsure(why);
}

function changeOf({ action, value, who: example }: Find<Found>, who: Who, key: KeyName): Change {
  const actions = [...action].sort();
  const { direction, when, witness, because } = value;
  return {
    direction,
    severity: severityOf(who, example, key),
    administration: actions.some((name) => kmsAction(name)?.accessLevel === "Permissions management"),
    key,
    who,
    actions,
    when,
    because,
    witness,
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
  return account === parseArn(key.arn)?.account ? "same-account" : "cross-account";
}
