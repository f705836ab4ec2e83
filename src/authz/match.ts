import { isSurelyReadable, type Operator, type OperatorBase } from "../iam/operators.ts";
import type { Element } from "../iam/policy.ts";
import { type Shape, shareOf } from "../iam/shape.ts";
import { substitute, UNKNOWN } from "../iam/variables.ts";
import { type Held, held, matchesPattern, resourcePattern } from "../iam/wildcard.ts";
import type { CompiledCondition, ResourceMember } from "./compile.ts";
import type { Fact, Facts } from "./facts.ts";
import { and, MAYBE, NO, not, or, type Tri, tri, YES } from "./tri.ts";
import { Untold } from "./untold.ts";

/** A condition whose key has its place among the keys that a set of policies reads, and whose operator is at hand. */
export type LinkedCondition = CompiledCondition & { readonly slot: number; readonly compare: Operator<unknown, unknown> | undefined };

/** One of any operator but `Null`, which compares no values. */
type Comparison = LinkedCondition & { readonly compare: Operator<unknown, unknown> };

const isComparison = (condition: LinkedCondition): condition is Comparison => condition.compare !== undefined;

/** Whether one condition holds; all of a statement must (rule iam.operators.all-of). */
export function conditionHolds(condition: LinkedCondition, facts: Facts): Tri {
  const value = facts.value(condition.slot);
  if (!isComparison(condition)) return nullHolds(condition, value);
  if (value === undefined) return absentHolds(condition);
  if (value instanceof Untold) return untoldHolds(condition, value, facts);
  const operands = operandsOf(condition, facts);
  if (typeof value === "string") return valueHolds(condition, value, operands);
  return setHolds(condition, value, operands);
}

/**
 * A negated operator, IfExists and ForAllValues hold for an absent key; ForAnyValue does not, unless IfExists says so. Rule iam.operators.absent,
 * rule iam.operators.for-all-values, rule iam.operators.for-any-value, rule iam.operators.any-if-exists.
 */
function absentHolds({ quantifier, ifExists, negated }: CompiledCondition): Tri {
  if (ifExists || quantifier === "for-all-values") return YES;
  return tri(quantifier === "single" && negated);
}

/** What holds whatever the value turns out to be, or fails; MAYBE where that depends on it. */
function untoldHolds(condition: Comparison, { mayBeAbsent, values }: Untold, facts: Facts): Tri {
  const present = presentHolds(condition, values, facts);
  return mayBeAbsent ? agreed(present, absentHolds(condition)) : present;
}

function presentHolds(condition: Comparison, values: readonly Shape[] | undefined, facts: Facts): Tri {
  const isList = facts.isMultiValued(condition.slot);
  if (isList === true && condition.quantifier === "single") return NO;
  if (condition.operands.length === 0) {
    const empty = valueHolds(condition, "", []);
    return isList === undefined && condition.quantifier === "single" ? agreed(empty, NO) : empty;
  }
  if (values === undefined || isList !== false) return MAYBE;
  const operands = operandsOf(condition, facts);
  return values.map((value) => valueHolds(condition, value.text, operands, value.pattern && value)).reduce(agreed);
}

const SHARES = { all: YES, none: NO, some: MAYBE } as const;

const agreed = (a: Tri, b: Tri): Tri => (a === b ? a : MAYBE);

/**
 * Several policy values are ORed; a negated operator is the negation of that (rule iam.operators.all-of, rule iam.operators.none-of). They are tried in
 * order: one that cannot be read decides by itself where its operator says so, if none before it matched. A `form` is all that is known of some values;
 * where it reads as none of the operator's kind, so do all its texts.
 */
function valueHolds(condition: Comparison, value: string, operands: readonly Ready[], form?: Shape): Tri {
  const { base, quantifier, negated, ifExists, compare: operator } = condition;
  if (operands.length === 0) return tri(negated && quantifier === "single" && !ifExists); // rule iam.operators.no-values, rule iam.operators.no-values-absent
  const given = operator.read(value);
  const voids = operator.unreadable === "void";
  if (given === undefined && voids) return NO;
  const matched = tri(!negated);
  let mayMatch = false;
  let mayVoid = false;
  for (const operand of operands) {
    if (typeof operand === "string") {
      if (operand !== "no value") mayMatch = true;
      if (operand === "unknown, perhaps unreadable") mayVoid = true;
    } else if (operand.prepared === undefined) {
      if (voids) return mayMatch && matched !== voided(condition) ? MAYBE : voided(condition);
    } else if (given !== undefined) {
      const matches =
        form === undefined ? tri(operator.test(given, operand.prepared)) : SHARES[shareOf(base as OperatorBase, operand.prepared, form)];
      if (matches === YES) return mayVoid && matched !== voided(condition) ? MAYBE : matched;
      if (matches === MAYBE) mayMatch = true;
    }
  }
  return mayMatch ? MAYBE : tri(negated);
}

/**
 * Whose value is none of the operator's kind, where that alone decides the condition: the request's, with which neither an operator nor its negation holds,
 * or one of the policy, if no value before it matches. Undefined where the condition is decided as usual.
 */
export function voidedBy(condition: LinkedCondition, facts: Facts): "request" | "policy" | undefined {
  const value = facts.value(condition.slot);
  if (!isComparison(condition) || value === undefined || value instanceof Untold) return undefined;
  const { quantifier, compare: operator } = condition;
  if (operator.unreadable !== "void" || (quantifier === "single" && typeof value !== "string")) return undefined;
  const given = (typeof value === "string" ? [value] : value).map((text) => operator.read(text));
  if (given.includes(undefined)) return "request";
  const operands = operandsOf(condition, facts);
  const isVoid = (one: unknown): boolean => {
    const first = operands.find(
      (operand) => typeof operand !== "string" && (operand.prepared === undefined || operator.test(one, operand.prepared)),
    );
    return typeof first === "object" && first.prepared === undefined;
  };
  return given.some(isVoid) ? "policy" : undefined;
}

/** A condition with a value that is none of its operator's kind (rule iam.operators.arn-no-pattern). */
const voided = ({ effect }: CompiledCondition): Tri => tri(effect === "Deny");

/** A policy's value for one request. A value whose variable has no value matches nothing (rule iam.variables.no-value). */
type Ready = { readonly prepared: unknown } | "no value" | "unknown" | "unknown, perhaps unreadable";

function operandsOf({ compare: operator, operands, hasTemplates }: Comparison, facts: Facts): readonly Ready[] {
  if (!hasTemplates) return operands as readonly Ready[];
  return operands.map((operand) => {
    if ("prepared" in operand) return operand;
    const parts = substitute(operand.template, facts.lookup);
    if (parts === UNKNOWN) return isSurelyReadable(operator, operand.template) ? "unknown" : "unknown, perhaps unreadable";
    return parts === undefined ? "no value" : { prepared: operator.prepare(parts) };
  });
}

/**
 * A multivalued key needs a set operator: without one nothing matches, negated or not (rule iam.operators.bare-multivalued). An empty set satisfies
 * ForAllValues alone (rule iam.operators.for-all-values, rule iam.operators.for-any-value).
 */
function setHolds(condition: Comparison, values: readonly string[], operands: readonly Ready[]): Tri {
  if (condition.quantifier === "single") return NO;
  const forAll = condition.quantifier === "for-all-values";
  const { among } = condition.compare;
  const each =
    among !== undefined && operands.length > 0 && values.length * operands.length > MANY
      ? valuesHold(condition, values, operands, among)
      : values.map((value) => valueHolds(condition, value, operands));
  let all: Tri = forAll ? YES : NO;
  for (const holds of each) all = forAll ? and(all, holds) : or(all, holds);
  return all;
}

/** Pairs of a value and an operand, of which more are not tried one by one where the operator has a way to try all at once. */
const MANY = 64;

/** As `valueHolds` of each value. */
function valuesHold(
  condition: Comparison,
  values: readonly string[],
  operands: readonly Ready[],
  among: NonNullable<Operator<unknown, unknown>["among"]>,
): readonly Tri[] {
  const { negated, compare: operator } = condition;
  const voids = operator.unreadable === "void";
  const end = voids ? operands.findIndex((operand) => typeof operand !== "string" && operand.prepared === undefined) : -1;
  const before = end < 0 ? operands : operands.slice(0, end);
  const doubt = before.indexOf("unknown, perhaps unreadable");
  const matches = among(values, preparedOf(doubt < 0 ? before : before.slice(0, doubt)));
  const matchesLater = doubt < 0 ? undefined : among(values, preparedOf(before.slice(doubt)));
  const mayMatch = before.some((operand) => typeof operand === "string" && operand !== "no value");
  const matched = tri(!negated);
  const unmatched = end < 0 ? tri(negated) : voided(condition);
  const unlessVoid = matched === voided(condition) ? matched : MAYBE;
  return values.map((value, i) => {
    if (voids && operator.read(value) === undefined) return NO;
    if (matches[i]) return matched;
    if (matchesLater?.[i]) return unlessVoid;
    return mayMatch && (end < 0 || unmatched !== matched) ? MAYBE : unmatched;
  });
}

const preparedOf = (operands: readonly Ready[]): readonly unknown[] =>
  operands.flatMap((operand) => (typeof operand === "string" || operand.prepared === undefined ? [] : [operand.prepared]));

/**
 * `true` wants the key absent, `false` present (rule iam.operators.null); an empty list is null too, an empty text is not (rule iam.operators.null-list,
 * rule iam.operators.empty-text). With a set operator the answer is fixed (rule iam.operators.null-set).
 */
function nullHolds({ quantifier, operands }: CompiledCondition, value: Fact): Tri {
  if (quantifier !== "single") return tri(quantifier === "for-all-values");
  const isNull =
    value instanceof Untold
      ? value.mayBeAbsent
        ? MAYBE
        : NO
      : tri(value === undefined || (typeof value === "object" && value.length === 0));
  let any: Tri = NO;
  for (const operand of operands) any = or(any, "prepared" in operand && operand.prepared === true ? isNull : not(isNull));
  return any;
}

/** Whether the request's resource is one that the element names (rule iam.elements.except). Facts are needed where a pattern has variables. */
export function resourceMatches({ mode, members }: Element<ResourceMember>, text: string, facts: Facts): Tri {
  const subject = held(text);
  let any: Tri = NO;
  for (const member of members) any = or(any, memberMatches(member, subject, facts));
  return mode === "only" ? any : not(any);
}

function memberMatches({ pattern, template }: ResourceMember, text: Held, facts: Facts): Tri {
  if (pattern !== undefined) return tri(matchesPattern(pattern, text));
  const parts = template && substitute(template, facts.lookup);
  if (parts === UNKNOWN) return MAYBE;
  return tri(parts !== undefined && matchesPattern(resourcePattern(parts), text));
}
