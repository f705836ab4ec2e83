import { contains, type IpRange, parseIp, parseIpRange } from "../sets/ip-ranges.ts";
import { arnComponents } from "./arn.ts";
import {
  compareDecimals,
  compareInstants,
  type Decimal,
  foldCase,
  type Instant,
  parseBase64,
  parseBoolean,
  parseDecimal,
  parseInstant,
} from "./values.ts";
import { raw, type TemplatePart, textOf } from "./variables.ts";
import { globPattern, matchesPattern, type Pattern } from "./wildcard.ts";

/**
 * A condition operator: how it reads a policy's value (once, when the policy is compiled) and how it tests a request's value against that.
 * Negations are derived, never written. `prepare` gives undefined for a value the operator cannot read, `test` is false for one.
 */
export type Operator<T> = {
  readonly type: "string" | "numeric" | "date" | "bool" | "binary" | "ip" | "arn";
  readonly negated?: string; // the operator that is true exactly when this one is false
  readonly variables: boolean;
  readonly wanted: string; // what a value must be, for people
  readonly prepare: (operand: readonly TemplatePart[]) => T | undefined;
  readonly test: (value: string, operand: T) => boolean;
};

const row = <T>(operator: Operator<T>): Operator<T> => operator;

const string = <T>(negated: string, prepare: Operator<T>["prepare"], test: Operator<T>["test"]): Operator<T> =>
  row({ type: "string", negated, variables: true, wanted: "text", prepare, test });

const numeric = (test: (order: number) => boolean, negated?: string): Operator<Decimal> =>
  row({
    type: "numeric",
    ...(negated && { negated }),
    variables: false,
    wanted: "an integer or a decimal number",
    prepare: (parts) => parseDecimal(textOf(parts)),
    test: (value, operand) => {
      const number = parseDecimal(value);
      return number !== undefined && test(compareDecimals(number, operand));
    },
  });

const date = (test: (order: number) => boolean, negated?: string): Operator<Instant> =>
  row({
    type: "date",
    ...(negated && { negated }),
    variables: false,
    wanted: "an ISO 8601 date or epoch seconds",
    prepare: (parts) => parseInstant(textOf(parts)),
    test: (value, operand) => {
      const instant = parseInstant(value);
      return instant !== undefined && test(compareInstants(instant, operand));
    },
  });

/** ArnEquals and ArnLike are one: six components, each a pattern of its own, so that no wildcard crosses a colon before the sixth. */
const arn = (negated: string): Operator<readonly Pattern[]> =>
  row<readonly Pattern[]>({
    type: "arn",
    negated,
    variables: true,
    wanted: "an ARN, in which wildcards may stand",
    prepare: (parts) => splitComponents(parts)?.map(globPattern),
    test: (value, operand) => {
      const components = arnComponents(value);
      return (
        components !== undefined &&
        components[0] === "arn" &&
        components.every((component, i) => matchesPattern(operand[i] as Pattern, component))
      );
    },
  });

/** The six components of an ARN pattern. A colon separates wherever it comes from: a variable may stand for a whole ARN. */
function splitComponents(parts: readonly TemplatePart[]): readonly (readonly TemplatePart[])[] | undefined {
  const components: TemplatePart[][] = [[]];
  for (const part of parts) {
    if (part.kind === "variable") continue;
    let text = part.text;
    for (let colon = text.indexOf(":"); colon >= 0 && components.length < 6; colon = text.indexOf(":")) {
      components.at(-1)?.push({ kind: part.kind, text: text.slice(0, colon) });
      components.push([]);
      text = text.slice(colon + 1);
    }
    components.at(-1)?.push({ kind: part.kind, text });
  }
  return components.length === 6 ? components : undefined;
}

const equal = (a: string, b: string): boolean => a === b;

/** IAM User Guide, "IAM JSON policy elements: Condition operators", in its order. `Null` is not here: it tests presence, not a value. */
// biome-ignore format: a table reads as a table
export const OPERATORS = {
  StringEquals:             string("StringNotEquals", textOf, equal),
  StringEqualsIgnoreCase:   string("StringNotEqualsIgnoreCase", (parts) => foldCase(textOf(parts)), (value, operand) => foldCase(value) === operand),
  StringLike:               string("StringNotLike", globPattern, (value, operand: Pattern) => matchesPattern(operand, value)),
  NumericEquals:            numeric((order) => order === 0, "NumericNotEquals"),
  NumericLessThan:          numeric((order) => order < 0),
  NumericLessThanEquals:    numeric((order) => order <= 0),
  NumericGreaterThan:       numeric((order) => order > 0),
  NumericGreaterThanEquals: numeric((order) => order >= 0),
  DateEquals:               date((order) => order === 0, "DateNotEquals"),
  DateLessThan:             date((order) => order < 0),
  DateLessThanEquals:       date((order) => order <= 0),
  DateGreaterThan:          date((order) => order > 0),
  DateGreaterThanEquals:    date((order) => order >= 0),
  Bool:                     row<string>({ type: "bool", variables: true, wanted: "true or false", prepare: (parts) => parseBoolean(textOf(parts)), test: (value, operand) => parseBoolean(value) === operand }),
  BinaryEquals:             row<string>({ type: "binary", variables: false, wanted: "base64", prepare: (parts) => parseBase64(textOf(parts)), test: (value, operand) => parseBase64(value) === operand }),
  IpAddress:                row<IpRange>({ type: "ip", negated: "NotIpAddress", variables: false, wanted: "an IP address or a CIDR range", prepare: (parts) => parseIpRange(textOf(parts)), test: (value, operand) => inRange(value, operand) }),
  ArnEquals:                arn("ArnNotEquals"),
  ArnLike:                  arn("ArnNotLike"),
} as const;

export type OperatorBase = keyof typeof OPERATORS;

function inRange(value: string, range: IpRange): boolean {
  const address = parseIp(value);
  return address !== undefined && contains(range, address);
}

/** An operator name taken apart: `ForAnyValue:StringNotLikeIfExists`. */
export type OperatorName = {
  readonly quantifier: "single" | "for-all-values" | "for-any-value";
  readonly base: OperatorBase | "Null";
  readonly negated: boolean;
  readonly ifExists: boolean;
};

const NEGATIONS = new Map(
  Object.entries(OPERATORS).flatMap(([name, { negated }]) => (negated ? [[negated, name as OperatorBase] as const] : [])),
);

/** Of an order, the one that holds for a value exactly when the first does not. Values that cannot be compared satisfy neither. */
export const OPPOSITE_ORDERS: Readonly<Partial<Record<OperatorBase, OperatorBase>>> = {
  NumericLessThan: "NumericGreaterThanEquals",
  NumericLessThanEquals: "NumericGreaterThan",
  NumericGreaterThan: "NumericLessThanEquals",
  NumericGreaterThanEquals: "NumericLessThan",
  DateLessThan: "DateGreaterThanEquals",
  DateLessThanEquals: "DateGreaterThan",
  DateGreaterThan: "DateLessThanEquals",
  DateGreaterThanEquals: "DateLessThan",
};

/** Every plain operator name, negations and Null included. */
export const OPERATOR_NAMES: readonly string[] = [...Object.keys(OPERATORS), ...NEGATIONS.keys(), "Null"];

/** Exact case, as the documentation writes them; `Null` takes no `IfExists`. Undefined where there is no such operator. */
export function parseOperatorName(text: string): OperatorName | undefined {
  const [quantifier, rest] = text.startsWith("ForAllValues:")
    ? (["for-all-values", text.slice(13)] as const)
    : text.startsWith("ForAnyValue:")
      ? (["for-any-value", text.slice(12)] as const)
      : (["single", text] as const);
  if (rest === "Null") return { quantifier, base: "Null", negated: false, ifExists: false };
  const ifExists = rest.endsWith("IfExists");
  const plain = ifExists ? rest.slice(0, -8) : rest;
  if (Object.hasOwn(OPERATORS, plain)) return { quantifier, base: plain as OperatorBase, negated: false, ifExists };
  const base = NEGATIONS.get(plain);
  return base && { quantifier, base, negated: true, ifExists };
}

/** The row of a base operator, its operand's type forgotten: `prepare` and `test` of one row fit each other. */
export const operatorOf = (base: OperatorBase): Operator<unknown> => OPERATORS[base] as unknown as Operator<unknown>;

/** What is wrong with a value for an operator, as one clause; undefined where nothing is. Values with variables are not read. */
export function checkOperand(base: OperatorBase | "Null", value: string): string | undefined {
  if (base === "Null") return parseBoolean(value) === undefined ? `\`${value}\` is not true or false` : undefined;
  const operator = operatorOf(base);
  if (operator.type === "string" || operator.type === "arn" || (operator.variables && value.includes("${"))) return undefined;
  return operator.prepare([raw(value)]) === undefined ? `\`${value.slice(0, 80)}\` is not ${operator.wanted}` : undefined;
}
