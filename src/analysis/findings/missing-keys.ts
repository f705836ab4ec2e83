import type { LinkedCondition } from "../../authz/match.ts";
import type { Planned } from "../../authz/statement-list.ts";
import { NEVER, type Node } from "../diagram.ts";
import { Formula } from "../formula.ts";
import { askWith } from "../witness.ts";
import { type Asked, allowedIn, contentOf, type Evidence, requestBy, statementName } from "./evidence.ts";
import type { Draft, Level } from "./finding.ts";
import { absent, narrowed } from "./narrowing.ts";
import type { RuleCode } from "./rules.ts";

/** Conditions that say something else than they seem to where a request does not have their key at all. */
export function missingKeys(evidence: Evidence): readonly Draft[] {
  const found = new Map<string, Draft>();
  for (const asked of evidence.asked) {
    if (asked.allows === NEVER || asked.who.account === "") continue;
    for (const planned of asked.side.plan.resourceAllows.all) {
      ofAllow(asked, planned, evidence, found);
      idleIfExists(planned, evidence, found);
    }
    for (const planned of asked.side.plan.denies.all) {
      ofDeny(asked, planned, evidence, found);
      ofWideDeny(asked, planned, evidence, found);
    }
  }
  return [...found.values()];
}

type Fault = { readonly code: RuleCode; readonly level: Level; readonly text: string };

/** What requests have as their callers, or who tags them, please. */
const TOLD_BY_CALLERS = ["kms:encryptioncontext:", "aws:principaltag/", "aws:requesttag/", "aws:resourcetag/", "aws:sourceidentity"];

/** Why an Allow may let in who does not have the key. */
function faultOfAllow({ ifExists, negated, quantifier, base, name, key }: LinkedCondition, isForAll: boolean): Fault | undefined {
  if (base === "Null") return undefined;
  if (quantifier === "for-all-values")
    return { code: "KW750", level: isForAll ? "high" : "medium", text: `also where ${key} is absent: ForAllValues holds of nothing` };
  if (ifExists && !negated) return { code: "KW747", level: "medium", text: `also without ${key}, which IfExists lets pass` };
  if (negated && TOLD_BY_CALLERS.some((family) => name.startsWith(family)))
    return { code: "KW748", level: "medium", text: `also without ${key}: what is absent is not equal to anything` };
  return undefined;
}

function ofAllow(asked: Asked, planned: Planned, evidence: Evidence, found: Map<string, Draft>): void {
  const statement = evidence.statement(planned.statement.ref);
  if (statement === undefined) return;
  const isForAll = statement.principal?.members.some(({ value }) => value === "*") === true;
  for (const condition of planned.statement.conditions) {
    const fault = faultOfAllow(condition, isForAll);
    if (fault === undefined || found.has(nameOf(fault, statement.ref, condition))) continue;
    const { scene, formula, allows } = asked;
    if (scene.variable(condition.name) === undefined) continue; // every such request has it, or none
    const node = absent(scene, scene.diagrams.and(allows, formula.applies(planned)), condition.name);
    const witness = allowedIn(asked, node);
    if (witness === undefined || !witness.by.includes(planned.statement.ref)) continue;
    found.set(nameOf(fault, statement.ref, condition), {
      code: fault.code,
      level: fault.level,
      text: `${statementName(statement)} allows ${fault.text}`,
      at: condition.at,
      witness: witness.witness,
      same: [contentOf(statement), condition.name],
    });
  }
}

/** A negated operator holds of what is absent already, so that IfExists says nothing more. */
function idleIfExists({ statement: { ref, conditions } }: Planned, evidence: Evidence, found: Map<string, Draft>): void {
  const statement = evidence.statement(ref);
  if (statement === undefined) return;
  for (const { ifExists, negated, quantifier, name, key, operator, at } of conditions) {
    const id = JSON.stringify([ref, operator, name, "idle"]);
    if (!ifExists || !negated || quantifier !== "single" || found.has(id)) continue;
    found.set(id, {
      code: "KW747",
      level: "info",
      text: `${statementName(statement)} says IfExists of ${key}, which changes nothing: ${operator.replace(/IfExists$/, "")} holds where it is absent too`,
      at,
      same: [contentOf(statement), name, "idle"],
    });
  }
}

const nameOf = (fault: Fault, ref: object, condition: LinkedCondition): string =>
  JSON.stringify([fault.code, ref, condition.operator, condition.name]);

/**
 * A Deny of what falls short of something (`Bool … false`, an age above a limit) that does not hold where the request tells nothing of it: who is meant to be
 * kept out gets in by leaving it out.
 */
function ofDeny(asked: Asked, planned: Planned, evidence: Evidence, found: Map<string, Draft>): void {
  const { conditions, ref, at } = planned.statement;
  for (const condition of conditions) {
    if (!isShortfall(condition)) continue;
    const id = JSON.stringify([ref, condition.operator, condition.name]);
    if (found.has(id)) continue;
    const { scene, allows } = asked;
    if (scene.variable(condition.name) === undefined) continue;
    const node = missing(asked, allows, planned, condition);
    const witness = allowedIn(asked, node);
    if (witness === undefined) continue;
    const statement = evidence.statement(ref);
    const name =
      statement === undefined
        ? `statement ${ref.sid === undefined ? ref.statement + 1 : `"${ref.sid}"`} of ${ref.policy}`
        : statementName(statement);
    found.set(id, {
      code: "KW747",
      level: "medium",
      text: `${name} does not deny where ${condition.key} is absent: ${condition.operator} holds of what is there`,
      at: condition.at ?? at,
      witness: witness.witness,
      same: [statement === undefined ? ref.policy : contentOf(statement), condition.name, "deny"],
      help: `write \`${condition.operator}IfExists\`, which holds where the key is absent too`,
    });
  }
}

/** A Deny of what equals something that IfExists lets deny who does not have the key at all. */
function ofWideDeny(asked: Asked, planned: Planned, evidence: Evidence, found: Map<string, Draft>): void {
  const statement = evidence.statement(planned.statement.ref);
  if (statement === undefined || asked.scene.takesOwn(asked.allows)) return;
  for (const condition of planned.statement.conditions) {
    const { ifExists, negated, base, name, key, at, operator, quantifier } = condition;
    const id = JSON.stringify([statement.ref, operator, name, "wide"]);
    if (!ifExists || negated || quantifier !== "single" || !EQUALITIES.has(base) || found.has(id)) continue;
    const { scene, formula } = asked;
    if (scene.variable(name) === undefined) continue;
    const free = scene.diagrams.and(new Formula(scene, 0, new Set([statement.ref])).allowed(), scene.possible);
    const node = absent(scene, scene.diagrams.and(free, formula.applies(planned)), name);
    const request = requestBy(asked, node);
    if (request === undefined) continue;
    const { outcome } = askWith(asked.side, request, scene.takesOwn(node));
    if (outcome !== "explicitDeny") continue;
    const isOfService = request.viaService !== undefined || asked.who.kind === "service";
    found.set(id, {
      code: "KW747",
      level: isOfService && evidence.opensToServices ? "medium" : "low",
      text: `${statementName(statement)} also denies who has no ${key} at all: ${operator} holds where it is absent`,
      at,
      witness: { request, outcome, assumes: [] },
      same: [contentOf(statement), name, "wide"],
      help: `write \`${operator.replace(/IfExists$/, "")}\` if only those are meant that have it`,
    });
  }
}

const EQUALITIES: ReadonlySet<string> = new Set([
  "StringEquals",
  "StringEqualsIgnoreCase",
  "StringLike",
  "ArnEquals",
  "ArnLike",
  "IpAddress",
]);

const isShortfall = ({ base, negated, ifExists, quantifier, values }: LinkedCondition): boolean => {
  if (negated || ifExists || quantifier !== "single") return false;
  if (base === "Bool") return values.every((value) => value.toLowerCase() === "false");
  return base === "NumericGreaterThan" || base === "NumericGreaterThanEquals";
};

/** Where all but this condition of the Deny holds, and the request does not have the key. */
function missing({ scene }: Asked, allows: Node, { statement }: Planned, condition: LinkedCondition): Node {
  let node = narrowed(scene, allows, condition.name, (value) => value === undefined);
  for (const other of statement.conditions) if (other !== condition) node = scene.diagrams.and(node, scene.condition(0, other));
  return node;
}
