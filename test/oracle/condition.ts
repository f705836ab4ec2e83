import {
  arnFits,
  arnShareOf,
  type Expansion,
  expand,
  type Form,
  fitsEverywhere,
  isArn,
  isArnPattern,
  type KeyState,
  type Lookup,
  type Possible,
  type Share,
  shareOf,
} from "./pattern.ts";
import { all, any, maybe, NO, type Truth, truth, YES } from "./truth.ts";
import { canonicalBase64, compareDates, compareNumbers, givenAddress, isInRange, isTrue, lowerCase, type Order } from "./values.ts";

type Test = (value: string, operand: Expansion) => boolean;

const textOf = (operand: Expansion): string => operand.pieces.map((piece) => piece.character).join("");
const ordered =
  (compare: (a: string, b: string) => Order | undefined, ...accepted: Order[]): Test =>
  (value, operand) => {
    const order = compare(value, textOf(operand));
    return order !== undefined && accepted.includes(order);
  };

/** The positive operators (IAM User Guide, condition operators). */
const TESTS: Record<string, Test> = {
  StringEquals: (value, operand) => value === textOf(operand),
  StringEqualsIgnoreCase: (value, operand) => lowerCase(value) === lowerCase(textOf(operand)),
  StringLike: (value, operand) => fitsEverywhere(operand.pieces, value),
  NumericEquals: ordered(compareNumbers, 0),
  NumericLessThan: ordered(compareNumbers, -1),
  NumericLessThanEquals: ordered(compareNumbers, -1, 0),
  NumericGreaterThan: ordered(compareNumbers, 1),
  NumericGreaterThanEquals: ordered(compareNumbers, 1, 0),
  DateEquals: ordered(compareDates, 0),
  DateLessThan: ordered(compareDates, -1),
  DateLessThanEquals: ordered(compareDates, -1, 0),
  DateGreaterThan: ordered(compareDates, 1),
  DateGreaterThanEquals: ordered(compareDates, 1, 0),
  Bool: (value, operand) => isTrue(value) === isTrue(textOf(operand)),
  BinaryEquals: (value, operand) => value === canonicalBase64(textOf(operand)),
  IpAddress: (value, operand) => isInRange(givenAddress(value) ?? "", textOf(operand)),
  ArnEquals: (value, operand) => arnFits(operand.pieces, value),
  ArnLike: (value, operand) => arnFits(operand.pieces, value),
};

/** Each negated operator by the positive one it denies. */
const NEGATED: Record<string, string> = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  NumericNotEquals: "NumericEquals",
  DateNotEquals: "DateEquals",
  NotIpAddress: "IpAddress",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
};

/**
 * Operators that want values of their kind on both sides, negated or not (recorded of AWS, 2026-09). With another value in the request they are false.
 * With another value in the policy an Allow does not apply and a Deny does, unless a value that stands before it matched.
 */
const isOfKind: Record<string, (value: string) => boolean> = {
  IpAddress: (value) => givenAddress(value) !== undefined,
  ArnEquals: isArn,
  ArnLike: isArn,
};
const isArnOperator = (positive: string): boolean => positive === "ArnEquals" || positive === "ArnLike";

/** Operators whose policy values may hold variables (IAM User Guide, policy variables). */
const takesVariables = (positive: string): boolean => positive.startsWith("String") || positive.startsWith("Arn") || positive === "Bool";

type Operator = { readonly set: "ForAllValues" | "ForAnyValue" | "none"; readonly name: string; readonly ifExists: boolean };

function readOperator(written: string): Operator {
  const set = written.startsWith("ForAllValues:") ? "ForAllValues" : written.startsWith("ForAnyValue:") ? "ForAnyValue" : "none";
  const rest = written.slice(written.indexOf(":") + 1);
  const ifExists = rest.endsWith("IfExists");
  return { set, name: ifExists ? rest.slice(0, -"IfExists".length) : rest, ifExists };
}

type Effect = "Allow" | "Deny";

/** One operator and one key against the request. */
function testKey(written: string, values: readonly string[], state: KeyState, version: string, effect: Effect, lookup: Lookup): Truth {
  const operator = readOperator(written);
  if (operator.name === "Null" && state.kind !== "unknown") return testNull(operator, values, state);
  const positive = NEGATED[operator.name] ?? operator.name;
  const negated = positive !== operator.name;
  if (TESTS[positive] === undefined && operator.name !== "Null") throw new Error(`the oracle has no operator ${written}`);

  if (state.kind === "unknown") {
    const settled = state.possible.map((possible) => testPossible(written, values, possible, version, effect, lookup));
    return settled.every(({ is }) => is === settled[0]?.is && is !== "maybe") ? (settled[0] as Truth) : maybe(state.missing);
  }
  if (operator.name === "Null") return NO;
  if (values.length === 0) return testEmpty(operator, state, negated);
  if (state.kind === "absent") {
    if (operator.ifExists || operator.set === "ForAllValues") return YES;
    return truth(operator.set === "none" && negated);
  }
  if (state.kind === "multi" && operator.set === "none") return NO; // needs a set operator, else it never matches

  const given = state.kind === "single" ? [state.value] : state.values;
  const operands = operandsOf(positive, values, version, lookup);
  const test = TESTS[positive] as Test;
  const tested = given.map((value) => {
    if (isOfKind[positive]?.(value) === false) return NO;
    return inOrder(positive, negated, effect, values, operands, (operand) => (test(value, operand) ? "all" : "none"));
  });
  return operator.set === "ForAnyValue" ? any(tested) : all(tested);
}

const operandsOf = (positive: string, values: readonly string[], version: string, lookup: Lookup): readonly Expansion[] =>
  values.map((operand) => expand(operand, takesVariables(positive) ? version : "2008-10-17", lookup));

/** What the operands, one after the other, make of a value: one truth, or both where a variable or the rest of the value is untold. */
function inOrder(
  positive: string,
  negated: boolean,
  effect: Effect,
  values: readonly string[],
  operands: readonly Expansion[],
  share: (operand: Expansion) => Share,
): Truth {
  const [matched, none] = [!negated, effect === "Deny"];
  const outcomes = (i: number): boolean[] => {
    const operand = operands[i];
    if (operand === undefined) return [negated];
    if (operand.noValue) return outcomes(i + 1);
    if (operand.missing.length > 0) {
      const mayBeNoArn = isArnOperator(positive) && !isArnWhateverComes(values[i] ?? "", operand);
      return mayBeNoArn ? [matched, none, ...outcomes(i + 1)] : [matched, ...outcomes(i + 1)];
    }
    if (isArnOperator(positive) && !isArnPattern(operand.pieces)) return [none];
    const matches = share(operand);
    return matches === "all" ? [matched] : matches === "none" ? outcomes(i + 1) : [matched, ...outcomes(i + 1)];
  };
  const found = new Set(outcomes(0));
  return found.size === 2 ? maybe(operands.flatMap(({ missing }) => missing)) : truth(found.has(true));
}

/** The word before the first colon is written out, and so are the colons. */
const isArnWhateverComes = (written: string, { pieces }: Expansion): boolean =>
  isArnPattern(pieces) && written.indexOf(":") < written.indexOf("${");

/** The same for one of the things that an untold key may be. */
function testPossible(
  written: string,
  values: readonly string[],
  possible: Possible,
  version: string,
  effect: Effect,
  lookup: Lookup,
): Truth {
  const operator = readOperator(written);
  const as = (state: KeyState) => testKey(written, values, state, version, effect, lookup);
  if (possible.kind === "absent" || possible.kind === "single") return as(possible);
  if (possible.kind === "form")
    return operator.name === "Null"
      ? as({ kind: "single", value: "" })
      : testForm(operator, values, possible.form, version, effect, lookup);
  const one: Truth[] = possible.multi === true ? [] : [as({ kind: "single", value: "" })];
  const several: Truth[] = possible.multi === false ? [] : [as({ kind: "multi", values: [""] })];
  const both = [...one, ...several];
  const isPresenceAll = operator.name === "Null" || values.length === 0 || (possible.multi === true && operator.set === "none");
  const agree = both.every(({ is }) => is === both[0]?.is);
  return isPresenceAll && agree ? (both[0] as Truth) : maybe([]);
}

function testForm(operator: Operator, values: readonly string[], form: Form, version: string, effect: Effect, lookup: Lookup): Truth {
  const positive = NEGATED[operator.name] ?? operator.name;
  const negated = positive !== operator.name;
  if (values.length === 0) return testEmpty(operator, { kind: "single", value: "" }, negated);
  if (isOfKind[positive]?.(form.join("x")) === false) return NO;
  return inOrder(positive, negated, effect, values, operandsOf(positive, values, version, lookup), (operand) =>
    formShare(positive, form, operand),
  );
}

/** The texts of a form begin with letters: no number and no date does. */
function formShare(positive: string, form: Form, { pieces }: Expansion): Share {
  const plain = pieces.map((piece) => ({ ...piece, wild: false }));
  const lower = plain.map(({ character }) => ({ character: character.toLowerCase(), wild: false }));
  if (positive === "StringEquals") return shareOf(plain, form);
  if (positive === "StringEqualsIgnoreCase")
    return shareOf(
      lower,
      form.map((part) => part.toLowerCase()),
    );
  if (positive === "StringLike") return shareOf(pieces, form);
  if (positive.startsWith("Arn")) return arnShareOf(pieces, form);
  return positive.startsWith("Numeric") || positive.startsWith("Date") ? "none" : "some";
}

/**
 * No values at all (IAM Access Analyzer policy checks, empty arrays): a plain positive operator and ForAnyValue never match; ForAllValues and IfExists
 * match only an absent key; a plain negated operator denies that one of no values matches, which none does.
 */
function testEmpty({ set, ifExists }: Operator, state: Known, negated: boolean): Truth {
  if (!ifExists && set === "ForAnyValue") return NO;
  if (!ifExists && set === "none" && !negated) return NO;
  if (!ifExists && set === "none") return truth(state.kind !== "multi");
  return truth(state.kind === "absent" || (state.kind === "multi" && state.values.length === 0 && set === "ForAllValues"));
}

type Known = Exclude<KeyState, { kind: "unknown" }>;

function testNull({ set }: Operator, values: readonly string[], state: Known): Truth {
  if (set !== "none") return truth(set === "ForAllValues");
  const wanted = new Set(values.map(isTrue));
  if (wanted.size !== 1) return truth(wanted.size > 0);
  const isNull = state.kind === "absent" || (state.kind === "multi" && state.values.length === 0);
  return truth(wanted.has(isNull));
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** A whole Condition block: every operator and every key of it. */
export function testBlock(block: Record<string, unknown>, version: string, effect: Effect, lookup: Lookup): Truth {
  const parts: Truth[] = [];
  for (const [operator, keys] of Object.entries(block)) {
    for (const [key, values] of Object.entries(keys as Record<string, unknown>)) {
      parts.push(testKey(operator, listOf(values), lookup(key), version, effect, lookup));
    }
  }
  return all(parts);
}

/** Names ignore the case of ASCII letters; whether that of others, AWS does not say. */
const nameOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A Condition block against exactly the given context: an array is a multi-valued key, names ignore case. */
export function oracleCondition(
  block: Record<string, unknown>,
  context: Record<string, string | readonly string[]>,
  {
    version = "2012-10-17",
    effect = "Allow",
    unknown = [],
  }: { version?: string; effect?: Effect | undefined; unknown?: readonly string[] } = {},
): boolean | "unknown" {
  const lookup: Lookup = (key) => {
    for (const [name, value] of Object.entries(context)) {
      if (nameOf(name) !== nameOf(key)) continue;
      return typeof value === "string" ? { kind: "single", value } : { kind: "multi", values: value };
    }
    const listed = unknown.filter((name) => nameOf(name) === nameOf(key));
    const possible: Possible[] = [{ kind: "absent" }, { kind: "some", multi: undefined }];
    return listed.length > 0 ? { kind: "unknown", missing: listed, possible } : { kind: "absent" };
  };
  const answer = testBlock(block, version, effect, lookup).is;
  return answer === "maybe" ? "unknown" : answer === "yes";
}
