import type { WorldKey } from "../../estate/estate.ts";
import { policiesOf } from "../../estate/estate.ts";
import { World } from "../../estate/world.ts";
import type { Request } from "../../iam/request.ts";
import { Census } from "../alike/census.ts";
import { TooLarge } from "../diagram.ts";
import { allowed } from "../formula.ts";
import { ownPolicies } from "../own-policies.ts";
import type { PrincipalClass } from "../principals.ts";
import { Scene } from "../scene.ts";
import { type Matter, survey } from "../survey.ts";
import { askWith } from "../witness.ts";
import { isAccountAdministrator } from "./administration.ts";
import { ask, type Person, peopleIn, stepOf } from "./escalation.ts";
import { type Evidence, requestBy } from "./evidence.ts";
import type { Draft, Step } from "./finding.ts";
import { revealingOn } from "./groups.ts";
import { narrowed } from "./narrowing.ts";

/** Another tag or alias of the key, by which somebody comes to use it; and the request that sets it. */
type Move = {
  readonly key: WorldKey;
  readonly action: string;
  readonly text: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly alias?: string; // of which the action is checked as well
};

const MOST_MOVES = 12;

/** Who uses the key by its tags or aliases, and who can set these so that somebody comes to use it: the one by the act of the other. */
export function movable(evidence: Evidence, isAdministrator: ((arn: string) => boolean) | undefined): readonly Draft[] {
  const moves = movesOf(evidence).slice(0, MOST_MOVES);
  if (moves.length === 0) return [];
  const people = peopleIn(evidence).filter(({ arn, asked }) => isAdministrator?.(arn) !== true && !isKeeper(asked, evidence));
  const found = new Map<string, Draft>();
  for (const move of moves) {
    const able = people.flatMap((person) => {
      const step = movedBy(person, move, evidence);
      return step === undefined ? [] : [{ person, step }];
    });
    if (able.length === 0) continue;
    const gains = gainsOf(move, evidence);
    for (const { person, step } of able) {
      const gain = gains.get(person.arn) ?? [...gains.values()][0];
      if (gain === undefined || found.has(person.id)) continue;
      found.set(person.id, {
        code: "KW723",
        level: "high",
        text: `${person.whom} can let ${gain.arn === person.arn ? "itself" : gain.whom} come to ${gain.step.request.action.slice(4)} with ${evidence.key.name}: ${move.text}`,
        at: gain.at ?? evidence.key.at,
        path: [step, gain.step],
        same: [person.id, move.action],
      });
    }
  }
  return [...found.values()];
}

const isKeeper = (asked: Person["asked"], evidence: Evidence): boolean => {
  const [first] = asked;
  return stepOf(asked, "kms:PutKeyPolicy") !== undefined || (first !== undefined && isAccountAdministrator(evidence.world, first.who));
};

/** The values that policies wait for, of tags and aliases; of those that are compared with tags of principals, these. */
function movesOf({ world, key }: Evidence): readonly Move[] {
  const moves = new Map<string, Move>();
  const tags = (name: string) =>
    world.estate.principals.flatMap(({ facts }) =>
      Object.entries(facts.tags ?? {}).flatMap(([tag, value]) => (tag.toLowerCase() === name ? [value] : [])),
    );
  for (const policy of policiesOf(world.estate).keys())
    for (const { conditions } of policy.statements)
      for (const { key: name, values, operator } of conditions) {
        const tag = /^aws:ResourceTag\/(.+)$/i.exec(name)?.[1];
        const isAlias = /^kms:(?:ResourceAliases|RequestAlias)$/i.test(name);
        if (tag === undefined && !isAlias) continue;
        if (tag !== undefined && /Not|Null/.test(operator) && key.tags[tag] !== undefined) add(moves, untagged(key, tag));
        for (const written of values) {
          const variable = /^\$\{aws:PrincipalTag\/([^}]+)\}$/i.exec(written)?.[1];
          for (const value of variable === undefined ? [written] : tags(variable.toLowerCase())) {
            if (/[*?$]/.test(value)) continue;
            if (tag !== undefined && key.tags[tag] !== value) add(moves, tagged(key, tag, value));
            else if (isAlias && value.startsWith("alias/") && !key.aliases.includes(value)) add(moves, named(key, value, world));
          }
        }
      }
  return [...moves.values()];
}

const add = (moves: Map<string, Move>, move: Move): void => void moves.set(move.text, moves.get(move.text) ?? move);

const tagged = (key: WorldKey, tag: string, value: string): Move => ({
  key: { ...key, tags: { ...key.tags, [tag]: value } },
  action: "kms:TagResource",
  text: `it may set the tag ${tag} to ${value}`,
  context: { [`aws:RequestTag/${tag}`]: value, "aws:TagKeys": [tag] },
});

function untagged(key: WorldKey, tag: string): Move {
  const { [tag]: _, ...tags } = key.tags;
  return { key: { ...key, tags }, action: "kms:UntagResource", text: `it may take the tag ${tag} away`, context: { "aws:TagKeys": [tag] } };
}

function named(key: WorldKey, alias: string, { estate }: World): Move {
  const isThere = estate.keys.some((one) => one.account === key.account && one.region === key.region && one.aliases.includes(alias));
  return {
    key: { ...key, aliases: [...key.aliases, alias] },
    action: isThere ? "kms:UpdateAlias" : "kms:CreateAlias",
    text: `it may point ${alias} to it`,
    context: {},
    alias: `${key.arn.slice(0, key.arn.indexOf(":key/"))}:${alias}`,
  };
}

/** The request by which somebody does that, where the evaluator allows it; of aliases both halves. */
function movedBy({ asked, whom }: Person, { action, context, alias }: Move, { world }: Evidence): Step | undefined {
  const wanted = Object.entries(context);
  const step = stepOf(asked, action, (scene, node) =>
    wanted.reduce(
      (left, [name, value]) => (typeof value === "string" ? narrowed(scene, left, name.toLowerCase(), (one) => one === value) : left),
      node,
    ),
  );
  if (step === undefined || asked[0]?.crossAccount === true) return undefined;
  const request: Request = { ...step.request, ...(wanted.length > 0 && { context: { ...step.request.context, ...context } }) } as Request;
  if (ask(step.asked.side.linked.set, request).outcome !== "allowed") return undefined;
  if (alias !== undefined && world.authorize({ principal: step.asked.who.principal, action, resource: alias }).outcome !== "allowed")
    return undefined;
  return { request, outcome: "allowed", text: `${action} by ${whom}` };
}

type Gain = { readonly arn: string; readonly whom: string; readonly step: Step; readonly at?: Draft["at"] };

/** Who may use the key then, and may not now. */
function gainsOf({ key: moved, text }: Move, evidence: Evidence): ReadonlyMap<string, Gain> {
  const { world, key } = evidence;
  const { estate } = world;
  const after = new World({ ...estate, keys: estate.keys.map((one) => (one.arn === key.arn ? moved : one)) });
  const found = new Map<string, Gain>();
  const census = Census.of([world, after]);
  const isPerson = ({ kind, account }: PrincipalClass) => (kind === "listed" || kind === "named") && account === key.account;
  for (const group of survey([world, after], key.arn, { actions: revealingOn(key), only: isPerson }, () => undefined)) {
    if (group.isSame) continue;
    for (const { members } of group.parts)
      for (const matter of group.matters(() => undefined, members[0]))
        for (const who of members) {
          const gain = found.has(who.arn) ? undefined : gainIn(matter, who, census.principal(who, key.arn), text, evidence);
          if (gain !== undefined) found.set(who.arn, gain);
        }
  }
  return found;
}

function gainIn(
  { sides, actions }: Matter,
  who: PrincipalClass,
  principal: Request["principal"],
  text: string,
  evidence: Evidence,
): Gain | undefined {
  const [before, now] = sides;
  if (before === undefined || now === undefined) return undefined;
  const { estate } = evidence.world;
  try {
    const scene = new Scene([before, now], undefined, ownPolicies(who, [estate]));
    const { diagrams } = scene;
    const gained = diagrams.without(diagrams.and(allowed(scene, 1), scene.possible), diagrams.or(allowed(scene, 0), scene.own));
    const request = requestBy({ scene, principal }, gained);
    if (request === undefined) return undefined;
    const answer = askWith(now, request, false);
    if (answer.outcome !== "allowed" || askWith(before, request, false).outcome === "allowed") return undefined;
    const action = actions[0]?.action ?? request.action;
    const at = statementAt(estate, answer.by);
    return {
      arn: who.arn,
      whom: evidence.whoText(who),
      step: {
        request: { ...request, action },
        outcome: answer.outcome,
        text: `${action} by ${evidence.whoText(who)}, once ${text.replace(/^it may /, "somebody did ")}`,
      },
      ...(at !== undefined && { at }),
    };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return undefined;
  }
}

function statementAt(estate: World["estate"], by: readonly object[]): Draft["at"] | undefined {
  for (const policy of policiesOf(estate).keys())
    for (const { ref, at, conditions } of policy.statements)
      if (by.includes(ref) && conditions.some(({ key }) => /^aws:ResourceTag\/|^kms:Re(?:sourceAliases|questAlias)$/i.test(key))) return at;
  return undefined;
}
