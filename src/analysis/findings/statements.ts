import { listed } from "../../base/text.ts";
import type { KmsAction } from "../../catalog/actions.ts";
import { conditionKey, isAvailable } from "../../catalog/condition-keys.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { Statement, StatementRef } from "../../iam/policy.ts";
import type { Grant } from "../../iam/request.ts";
import { NEVER, type Node } from "../diagram.ts";
import { Formula } from "../formula.ts";
import { isIdleByContext } from "./contexts.ts";
import { type Asked, allowedIn, contentOf, type Evidence, grantContentOf, grantName, grantPlace, statementName } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { forwardingFault } from "./forwarded.ts";
import { works } from "./groups.ts";
import { actionsOf } from "./statement-actions.ts";

/** What becomes of a statement of the key policy: it matches some request; not always in vain; it lets somebody in. */
type Life = { matches: boolean; isFree: boolean; allows: boolean; isForeign: boolean };

/** Statements and grants that do nothing, and those that others make needless. Said only where everything about the key could be decided. */
export function statements(evidence: Evidence): readonly Draft[] {
  if (!evidence.isComplete) return [];
  const lives = livesOf(evidence);
  const { key } = evidence;
  const found: Draft[] = [];
  for (const statement of key.policy.statements) {
    const life = lives.get(statement.ref);
    const draft =
      life === undefined || !life.matches ? dead(statement, evidence) : statement.effect === "Allow" ? vain(statement, life) : undefined;
    if (draft !== undefined) found.push(draft);
    else if (!evidence.unknown.has("spec") && !evidence.unknown.has("usage") && isOfOtherKeys(statement, key))
      found.push(ofOtherKeys(statement, key));
  }
  return [...found, ...redundant(evidence, lives)];
}

function livesOf({ key, asked }: Evidence): ReadonlyMap<StatementRef, Life> {
  const own = new Set(key.policy.statements.map(({ ref }) => ref));
  const lives = new Map<StatementRef, Life>();
  for (const one of asked) {
    const { side, scene, formula, allows, crossAccount } = one;
    const { plan } = side;
    if (plan.refusal !== undefined || (crossAccount && plan.action.kms?.crossAccount === false)) continue;
    for (const planned of [...plan.denies.all, ...plan.resourceAllows.all]) {
      const { ref } = planned.statement;
      if (!own.has(ref)) continue;
      const life = lives.get(ref) ?? { matches: false, isFree: false, allows: false, isForeign: true };
      lives.set(ref, life);
      if (life.allows) continue;
      const { diagrams } = scene;
      const node = diagrams.and(formula.applies(planned), scene.possible);
      if (node === NEVER) continue;
      life.matches = true;
      if (!crossAccount) life.isForeign = false;
      if (planned.statement.effect === "Deny") continue;
      if (!life.isFree && diagrams.without(node, formula.explicitDeny()) !== NEVER) life.isFree = true;
      if (diagrams.and(node, allows) !== NEVER) life.allows = true;
    }
  }
  return lives;
}

function dead(statement: Statement, { key }: Evidence): Draft | undefined {
  if (statement.action === undefined || statement.resource === undefined) return undefined; // KW306 says so
  if (asksOfService(statement) || asksOfTransport(statement)) return undefined;
  if (isIdleByContext(statement, key.spec)) return undefined; // KW751 says so
  if (forwardingFault(statement, key.arn) !== undefined) return undefined; // KW776 and KW777 say so
  const actions = actionsOf(statement);
  const about = { at: statement.at, same: [contentOf(statement)] };
  const unsent = statement.conditions.filter((condition) => isNeverSent(condition, actions));
  const isGuard = statement.effect === "Deny" && actions.length > 0;
  if (isGuard && unsent.length > 0)
    return {
      ...about,
      code: "KW752",
      level: "high",
      text: `${statementName(statement)} never denies: ${listed(unsent.map(({ key: name }) => name))} ${unsent.length === 1 ? "comes" : "come"} with none of its actions`,
    };
  const why =
    unsent.length > 0
      ? `: ${listed(unsent.map(({ key: name }) => name))} ${unsent.length === 1 ? "comes" : "come"} with none of its actions`
      : "";
  return {
    ...about,
    code: "KW740",
    level: isGuard ? "high" : "low",
    text: `${statementName(statement)} matches no request that there can be on ${key.name}${why}`,
  };
}

/** AWS documents grants that a service makes for its resources by its own name (Route 53 Developer Guide, DNSSEC), which no request here can say. */
const asksOfService = ({ principal, conditions }: Statement): boolean =>
  principal?.members.some(({ kind }) => kind === "Service") === true &&
  conditions.some(({ key }) => key.toLowerCase() === "kms:grantisforawsresource");

/** AWS KMS answers over TLS only, so that the well-known Deny of anything else never has to. */
const asksOfTransport = ({ effect, conditions }: Statement): boolean =>
  effect === "Deny" && conditions.some(({ key }) => key.toLowerCase() === "aws:securetransport");

function isNeverSent({ key, operator }: Statement["conditions"][number], actions: readonly KmsAction[]): boolean {
  if (/Not|IfExists|^Null$|^ForAllValues:/.test(operator) || actions.length === 0) return false;
  const known = conditionKey(key);
  return known !== undefined && !actions.some((action) => isAvailable(known, action, "key"));
}

const isOfOtherKeys = (statement: Statement, key: WorldKey): boolean => {
  const actions = actionsOf(statement);
  return actions.length > 0 && actions.every(({ action }) => !works(action, key));
};

const ofOtherKeys = (statement: Statement, { spec, usage }: WorldKey): Draft => ({
  code: "KW740",
  level: "info",
  text: `${statementName(statement)} is about operations that no key with spec ${spec} and usage ${usage} has`,
  at: statement.at,
  same: [contentOf(statement)],
});

/** An Allow that matches, and lets nobody in all the same. */
function vain(statement: Statement, { isFree, allows, isForeign }: Life): Draft | undefined {
  if (allows) return undefined;
  const about = { at: statement.at, same: [contentOf(statement)] };
  if (!isFree)
    return { ...about, code: "KW741", level: "low", text: `${statementName(statement)} allows nothing: whatever it matches is denied` };
  if (isForeign)
    return {
      ...about,
      code: "KW746",
      level: "medium",
      text: `${statementName(statement)} opens the key to another account, and no policy there lets anybody use it`,
    };
  return undefined;
}

/** Taken away one after the other as long as nothing changes: what is left does all that there was. In an order that is not that of the document. */
function redundant({ key, asked }: Evidence, lives: ReadonlyMap<StatementRef, Life>): readonly Draft[] {
  const gone = new Set<StatementRef | Grant>();
  const found: Draft[] = [];
  const allowing = key.policy.statements.filter(({ ref, effect }) => effect === "Allow" && lives.get(ref)?.allows === true);
  for (const candidate of [...inOrder(key.grants, grantContentOf), ...inOrder(allowing, contentOf)]) {
    const id = "ref" in candidate ? candidate.ref : candidate;
    const involved = asked.filter((one) => isIn(one, id));
    const without = new Set([...gone, id]);
    const isNeedless = involved.every(
      ({ scene, allows }) => allows === NEVER || scene.diagrams.and(new Formula(scene, 0, without).allowed(), scene.possible) === allows,
    );
    const example = isNeedless ? involved.find((one) => allowedBy(one, id) !== NEVER) : undefined;
    if (example === undefined) continue;
    gone.add(id);
    const others = othersThan(id, example);
    const name = "ref" in candidate ? statementName(candidate) : grantName(candidate);
    found.push({
      code: "KW742",
      level: "info",
      text: `without ${name} the same requests are allowed${others === "" ? "" : `, by ${others}`}`,
      at: "ref" in candidate ? candidate.at : grantPlace(key, candidate),
      same: "ref" in candidate ? [contentOf(candidate)] : [grantContentOf(candidate)],
    });
  }
  return found;
}

/** What says more comes later, so that it stays. */
function inOrder<T>(all: readonly T[], content: (one: T) => unknown): readonly T[] {
  const texts = new Map(all.map((one) => [one, JSON.stringify(content(one))]));
  const textOf = (one: T) => texts.get(one) as string;
  return [...all].sort((a, b) => textOf(a).length - textOf(b).length || (textOf(a) < textOf(b) ? -1 : 1));
}

const isIn = ({ side: { plan } }: Asked, id: StatementRef | Grant): boolean =>
  plan.resourceAllows.all.some(({ statement }) => statement.ref === id) || plan.grants.some(({ linked }) => linked.grant === id);

/** Where the statement or grant applies to what is allowed. */
function allowedBy({ scene, side: { plan }, formula, allows }: Asked, id: StatementRef | Grant): Node {
  const statement = plan.resourceAllows.all.find((planned) => planned.statement.ref === id);
  const grant = plan.grants.find(({ linked }) => linked.grant === id);
  const applies = statement === undefined ? (grant === undefined ? NEVER : scene.grant(0, grant)) : formula.applies(statement);
  return scene.diagrams.and(allows, applies);
}

/** What else lets in. */
function othersThan(id: StatementRef | Grant, asked: Asked): string {
  const found = allowedIn(asked, allowedBy(asked, id));
  const refs = (found?.by ?? []).filter((ref) => ref !== id && !("grant" in ref && "GrantId" in id && ref.grant === id.GrantId));
  return listed(
    refs.map((ref) =>
      "grant" in ref ? `grant ${ref.grant}` : `statement ${ref.sid === undefined ? ref.statement + 1 : `"${ref.sid}"`} of ${ref.policy}`,
    ),
  );
}
