import type { Statement } from "../../iam/policy.ts";
import { NEVER, type Node } from "../diagram.ts";
import type { Scene } from "../scene.ts";
import { type Asked, allowedIn, type Evidence, type Opening } from "./evidence.ts";
import type { Draft, FindingWitness, Level } from "./finding.ts";
import { type Group, groupOf, HEAVY } from "./groups.ts";
import { absent, isOfNoOrganization, narrowed, unsaid } from "./narrowing.ts";
import type { RuleCode } from "./rules.ts";
import { Shares } from "./shares.ts";
import type { Zone } from "./zone.ts";

/** Who of outside gets in: everybody, whole accounts and organizations, principals of other accounts. */
export function outsiders(evidence: Evidence, zone: Zone): readonly Draft[] {
  const shares = new Shares();
  for (const asked of evidence.asked) {
    if (asked.allows === NEVER) continue;
    if (asked.crossAccount) ofOutsider(asked, evidence, zone, shares);
    else ofInsider(asked, evidence, shares);
  }
  return shares.drafts();
}

/** What a stranger says as he likes (AWS documents no owner of it): request members, names of sessions, tags of his own account, second factors, times. */
const CHOSEN: ReadonlySet<string> = new Set([
  "kms:encryptioncontextkeys",
  "aws:useragent",
  "aws:referer",
  "aws:tagkeys",
  "aws:userid",
  "aws:username",
  "aws:principaltype",
  "aws:sourceidentity",
  "aws:multifactorauthpresent",
  "aws:multifactorauthage",
  "aws:tokenissuetime",
  "aws:currenttime",
  "aws:epochtime",
  "kms:encryptionalgorithm",
  "kms:signingalgorithm",
  "kms:macalgorithm",
  "kms:messagetype",
  "kms:keyagreementalgorithm",
  "kms:granteeprincipal",
  "kms:grantoperations",
  "kms:grantconstrainttype",
  "kms:retiringprincipal",
  "kms:requestalias",
]);
const CHOSEN_FAMILIES = ["kms:encryptioncontext:", "aws:requesttag/", "aws:principaltag/"];

const isChosen = (key: string): boolean => CHOSEN.has(key) || CHOSEN_FAMILIES.some((family) => key.startsWith(family));

/** Where a stranger has to stand. */
const NETWORK: ReadonlySet<string> = new Set([
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
]);

const isNetwork = (key: string): boolean => NETWORK.has(key);

const ORG = "aws:principalorgid";
const PATHS = "aws:principalorgpaths";
/** Where the caller is of no organization that a policy names. */
const ofNoOrganization = (scene: Scene, node: Node): Node =>
  narrowed(scene, narrowed(scene, node, ORG, isOfNoOrganization), PATHS, isOfNoOrganization);

function ofOutsider(asked: Asked, evidence: Evidence, zone: Zone, shares: Shares): void {
  const { who, scene, allows } = asked;
  const outside = ofNoOrganization(scene, allows);
  for (const group of groupsOf(asked.actions)) {
    if (who.kind === "anyone") {
      if (outside === NEVER) ofOrganization(asked, group, evidence, zone, shares);
      else ofAnyone(asked, outside, group, evidence, shares);
    } else if (outside !== NEVER && !zone.has(who.arn, who.principal.orgId)) {
      const isWhole = who.kind === "account";
      const level: Level = !zone.declared ? "info" : isWhole ? "high" : "medium";
      const whom = isWhole ? `account ${who.account}` : evidence.whoText(who);
      const id = isWhole ? who.account : who.principal.arn;
      for (const { opening, witness } of waysIn(asked, outside, group, evidence))
        shares.add({
          code: isWhole ? "KW703" : "KW704",
          level,
          whom,
          id,
          account: who.account,
          group,
          opening,
          witness,
          say: (actions, name) =>
            `${whom}${zone.declared ? ", which is not trusted," : ""} may ${actions} by ${name}${zone.declared ? "" : "; nobody said whether it is trusted"}`,
        });
    }
  }
}

type WayIn = { readonly opening: Opening; readonly witness: FindingWitness };

/** Each statement and grant that lets in where a function holds, with a request that shows it. */
function* waysIn(asked: Asked, node: Node, { actions }: Grouped, evidence: Evidence): Iterable<WayIn> {
  for (const { opening, node: own } of evidence.openings(asked, node)) {
    const found = allowedIn(asked, own, actions[0]);
    if (found !== undefined) yield { opening, witness: found.witness };
  }
}

function ofAnyone(asked: Asked, outside: Node, group: Grouped, evidence: Evidence, shares: Shares): void {
  const { scene } = asked;
  const direct = absent(scene, outside, "kms:viaservice");
  const free = unsaid(scene, direct, isChosen);
  const anywhere = unsaid(scene, free, isNetwork);
  const add = (code: RuleCode, level: Level, node: Node, how: string) => {
    for (const { opening, witness } of waysIn(asked, node, group, evidence)) {
      const isPattern = code !== "KW712" && opening.statement !== undefined && hasOwnPattern(opening.statement);
      shares.add({
        code: isPattern ? "KW711" : code,
        level: isPattern ? levelIn(group.group, "high") : level,
        whom: "anyone",
        group,
        opening,
        witness,
        say: (actions, name) =>
          isPattern
            ? `a principal of any account may ${actions} by ${name}: the pattern of its ARN leaves the account open`
            : `anyone, of any account, may ${actions}${how} by ${name}`,
      });
    }
  };
  if (anywhere !== NEVER) {
    if (group.group === "use") add("KW701", "critical", anywhere, "");
    else add("KW702", levelIn(group.group, "high"), anywhere, "");
  } else if (free !== NEVER) {
    const level = isWide(asked) ? "medium" : "low";
    add("KW710", level, free, ", from some network,");
  } else if (direct !== NEVER) add("KW710", levelIn(group.group, "high"), direct, " who says what the condition asks");
  else add("KW712", levelIn(group.group, "high"), outside, " through a service");
}

const levelIn = (group: Group, most: Level): Level => (group === "read" ? "medium" : group === "public-key" ? "info" : most);

/** Whether who gets in is told by a pattern of ARNs, in a statement for everybody. */
const hasOwnPattern = ({ conditions }: Statement): boolean =>
  conditions.some(({ key, operator }) => key.toLowerCase() === "aws:principalarn" && !/Not|Null/.test(operator));

/** A condition on addresses that takes in a 256th of them or more. */
const isWide = ({ side }: Asked): boolean =>
  side.plan.resourceAllows.all.some(({ statement }) =>
    statement.conditions.some(
      ({ name, values, negated }) => name === "aws:sourceip" && !negated && values.some((value) => /^[^:]*\/[0-8]$/.test(value)),
    ),
  );

function ofOrganization(asked: Asked, group: Grouped, evidence: Evidence, zone: Zone, shares: Shares): void {
  const { scene, allows } = asked;
  for (const id of organizationsIn(scene)) {
    if (zone.hasOrganization(id)) continue;
    const isOf = (value: string | readonly string[] | undefined) => [value ?? []].flat().some((one) => one.split("/")[0] === id);
    const node = narrowed(scene, narrowed(scene, allows, ORG, isOf), PATHS, isOf);
    for (const { opening, witness } of waysIn(asked, node, group, evidence))
      shares.add({
        code: "KW703",
        level: zone.declared ? "high" : "info",
        whom: `organization ${id}`,
        group,
        opening,
        witness,
        say: (actions, name) =>
          `any account of organization ${id}${zone.declared ? ", which is not trusted," : ""} may ${actions} by ${name}${zone.declared ? "" : "; nobody said whether it is trusted"}`,
      });
  }
}

/** The organizations that the policies tell apart. */
function organizationsIn(scene: Scene): ReadonlySet<string> {
  const values = scene.variables.flatMap(({ keys, choices }) =>
    choices.flatMap(({ values: all }) => [ORG, PATHS].flatMap((key) => (keys.includes(key) ? [all.get(key) ?? []].flat() : []))),
  );
  return new Set(values.filter((value) => !isOfNoOrganization(value)).map((value) => value.split("/")[0] as string));
}

/** Everybody of the own account, whatever his own policies say: no outsider can, every insider does. */
function ofInsider(asked: Asked, evidence: Evidence, shares: Shares): void {
  const { who, scene, allows } = asked;
  if (who.kind !== "account" || who.arn.endsWith(":root") || who.account === "") return;
  const actions = asked.actions.filter((action) => HEAVY.has(action));
  if (actions.length === 0) return;
  const direct = absent(scene, scene.diagrams.without(allows, scene.own), "kms:viaservice");
  for (const { opening, witness } of waysIn(asked, direct, { group: "manage", actions }, evidence)) {
    if (opening.statement?.principal?.members.some(({ value }) => value === "*") !== true) continue;
    shares.add({
      code: "KW702",
      level: "high",
      whom: `everybody in ${who.account}`,
      group: { group: "manage", actions },
      opening,
      witness,
      say: (names, name) => `every principal of the key's own account may ${names} by ${name}, whatever its own policies say`,
    });
  }
}

export type Grouped = { readonly group: Group; readonly actions: readonly string[] };

function groupsOf(actions: readonly string[]): readonly Grouped[] {
  const groups = new Map<Group, string[]>();
  for (const action of actions) {
    const group = groupOf(action);
    const known = groups.get(group);
    if (known) known.push(action);
    else groups.set(group, [action]);
  }
  return [...groups].map(([group, own]) => ({ group, actions: own }));
}
