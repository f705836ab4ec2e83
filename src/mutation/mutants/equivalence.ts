import type { KmsAction } from "../../catalog/actions.ts";
import type { ConditionKey } from "../../catalog/condition-key.ts";
import { conditionKey, isAvailable } from "../../catalog/condition-keys.ts";
import { REQUEST_DEFAULTS } from "../../catalog/request-defaults.ts";
import { type OperatorName, parseOperatorName } from "../../iam/operators.ts";
import type { Condition, Element, Policy, Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { actionsMatching } from "./actions.ts";

/**
 * Whether two policies of one type mean the same for every request, whatever stands beside them. True is a proof; false only says that there is none here.
 * Whether they do in their world is for the analysis of all requests to say (`mutation/witness/proof.ts`), which costs more.
 */
export type IsEquivalent = (original: Policy, mutant: Policy) => boolean;

/**
 * Proofs by form: see `formOf`, and `provenForm`, which takes the actions and condition keys of the catalog for all there are. Most changes that have no effect
 * are more than that: a statement that another one makes needless, say.
 */
export const isEquivalent: IsEquivalent = (original, mutant) => {
  const form = FORMS.get(original) ?? provenForm(original);
  FORMS.set(original, form);
  return form === provenForm(mutant);
};

/** One original is compared with many mutants. */
const FORMS = new WeakMap<Policy, string>();

/**
 * What a policy says, without what makes no difference: the order and the repetition of statements, actions, values and so on, the case of actions and keys,
 * Sids, and statements that never apply (IAM User Guide: policy grammar, Action element, condition operators).
 */
export const formOf = (policy: Policy): string =>
  written(
    policy,
    policy.statements.filter((statement) => hasEffect(statement, policy)),
  );

/**
 * The same in pieces, each for one principal, one resource and the conditions that count there, with all the actions of AWS KMS that the pieces of that kind
 * are for. Conditions on keys that AWS never sends with an action are decided once for all. A piece with no action left says nothing.
 */
function provenForm(policy: Policy): string {
  const pieces = new Map<string, Set<string>>();
  for (const statement of policy.statements) {
    if (!hasEffect(statement, policy)) continue;
    for (const { name, action } of piecesOf(statement)) pieces.set(name, (pieces.get(name) ?? new Set()).add(action));
  }
  const hasVariables = JSON.stringify(policy.statements).includes("${");
  const sorted = [...pieces].map(([name, actions]) => JSON.stringify([name, [...actions].sort()])).sort();
  return JSON.stringify([hasVariables ? policy.version : "", sorted]);
}

type Piece = { readonly name: string; readonly action: string };

function piecesOf(statement: Statement): readonly Piece[] {
  const { effect, principal, action, resource, conditions } = statement;
  const whos = eachMember(principal, ({ kind, value }) => `${kind} ${value}`);
  const whats = eachMember(resource, (text) => text);
  const sides = whos.flatMap((who) => whats.map((what) => `${effect}\n${who}\n${what}\n`));
  const piece = (text: string, forms: readonly string[]): readonly Piece[] => {
    const joined = JSON.stringify(asSet(forms));
    return sides.map((side) => ({ name: side + joined, action: text }));
  };
  const plain = conditions.map(conditionForm);
  if (action?.mode !== "only") return piece(JSON.stringify(elementForm(action, foldCase)), plain);
  const weighed = conditions.map(weigh);
  return action.members.flatMap((text) => {
    if (!/^kms:/i.test(text)) return piece(foldCase(text), plain);
    return actionsMatching(text).flatMap((covered) => {
      const left = settle(weighed, covered);
      return left === undefined ? [] : piece(covered.action, left);
    });
  });
}

/** Each member of an element as it stands alone; an element that excepts some is a whole. */
function eachMember<T>(element: Element<T> | undefined, text: (member: T) => string): readonly string[] {
  if (element === undefined) return [""];
  return element.mode === "only" ? element.members.map((member) => `only ${text(member)}`) : [JSON.stringify(elementForm(element, text))];
}

function written({ version, statements: all }: Policy, statements: readonly Statement[]): string {
  const hasVariables = JSON.stringify(all).includes("${");
  return JSON.stringify([hasVariables ? version : "", asSet(statements.map(statementForm))]);
}

/** KMS stores a statement without Action or Resource, and it never applies; an element without members names nothing. */
function hasEffect({ principal, action, resource }: Statement, { type }: Policy): boolean {
  const namesNothing = (element: Element<unknown> | undefined) => element?.mode === "only" && element.members.length === 0;
  if (action === undefined || (type === "key-policy" && resource === undefined)) return false;
  return ![principal, action, resource].some(namesNothing);
}

const statementForm = ({ effect, principal, action, resource, conditions }: Statement): string =>
  JSON.stringify([
    effect,
    elementForm(principal, ({ kind, value }) => `${kind} ${value}`),
    elementForm(action, foldCase),
    elementForm(resource, (text) => text),
    asSet(conditions.map(conditionForm)),
  ]);

const elementForm = <T>(element: Element<T> | undefined, text: (member: T) => string): unknown =>
  element && [element.mode, asSet(element.members.map(text))];

/**
 * ArnEquals and ArnLike are one operator, and IfExists adds nothing where the condition holds for an absent key anyway (IAM User Guide, condition operators).
 */
function conditionForm({ operator, key, values }: Condition): string {
  const name = parseOperatorName(operator);
  if (name === undefined) return JSON.stringify([operator, key, values]);
  const { quantifier, negated } = name;
  const base = name.base === "ArnEquals" ? "ArnLike" : name.base;
  const isIdle = values.length > 0 && (quantifier === "for-all-values" || (quantifier === "single" && negated));
  return JSON.stringify([quantifier, base, negated, name.ifExists && !isIdle, foldCase(key), asSet(values)]);
}

const asSet = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** A condition, and what the catalog says of its key. */
type Weighed = {
  readonly form: string;
  readonly formWhereSent: string; // where the key is always there: without IfExists
  readonly key: ConditionKey | undefined; // of KMS: of others the catalog does not say when they are sent
  readonly forAbsent: boolean | undefined;
  readonly filledIn: readonly string[]; // the actions with which KMS fills in what the call leaves out (KMS API Reference, defaults of parameters)
};

function weigh(condition: Condition): Weighed {
  const name = foldCase(condition.key);
  return {
    form: conditionForm(condition),
    formWhereSent: conditionForm({ ...condition, operator: condition.operator.replace(/IfExists$/, "") }),
    key: name.startsWith("kms:") ? conditionKey(name) : undefined,
    forAbsent: holdsForAbsent(condition),
    filledIn: REQUEST_DEFAULTS.filter(({ key }) => foldCase(key) === name).flatMap(({ actions }) =>
      actions.map((action) => `kms:${action}`),
    ),
  };
}

/** The conditions that count for an action, without those that always hold; undefined where one never does. */
function settle(conditions: readonly Weighed[], action: KmsAction): readonly string[] | undefined {
  const left: string[] = [];
  for (const { key, forAbsent, filledIn, form, formWhereSent } of conditions) {
    const isNeverSent = key !== undefined && !action.resources.some((kind) => isAvailable(key, action, kind));
    if (isNeverSent && forAbsent === false) return undefined;
    if (!isNeverSent || forAbsent === undefined) left.push(filledIn.includes(action.action) ? formWhereSent : form);
  }
  return left;
}

/** IAM User Guide, condition operators and multivalued context keys: what becomes of a condition whose key is not there. */
function holdsForAbsent({ operator, values }: Condition): boolean | undefined {
  const name: OperatorName | undefined = parseOperatorName(operator);
  if (name === undefined) return undefined;
  if (name.base === "Null")
    return name.quantifier === "single" ? values.some((value) => value.toLowerCase() === "true") : name.quantifier === "for-all-values";
  return name.ifExists || name.quantifier === "for-all-values" || (name.quantifier === "single" && name.negated);
}
