import { contains, type IpRange } from "../sets/ip-ranges.ts";
import { type Network, policyNetwork, requestAddress } from "./addresses.ts";
import { arnComponents } from "./arn.ts";
import {
  canonicalBase64,
  compareDecimals,
  compareInstants,
  type Decimal,
  type Instant,
  isTrue,
  parseDecimal,
  parseInstant,
} from "./values.ts";
import { raw, type TemplatePart, textOf } from "./variables.ts";
import { globPattern, type Held, held, matchesAmong, matchesPartsAmong, matchesPattern, type Pattern } from "./wildcard.ts";

/**
 * A condition operator: how it reads a policy's value (once, when the policy is compiled) and a request's (once a condition), and how it tests the one
 * against the other. Negations are derived, never written. `prepare` and `read` give undefined for a value that is none of its kind.
 */
export type Operator<Wanted, Given> = {
  readonly type: "string" | "numeric" | "date" | "bool" | "binary" | "ip" | "arn";
  readonly negated?: string; // the operator that is true exactly when this one is false
  readonly unreadable: Unreadable;
  readonly variables: boolean;
  readonly wanted: string; // what a value must be, for people
  readonly prepare: (operand: readonly TemplatePart[]) => Wanted | undefined;
  readonly read: (value: string) => Given | undefined;
  readonly test: (value: Given, operand: Wanted) => boolean;
  readonly among?: (values: readonly string[], operands: readonly Wanted[]) => readonly boolean[]; // of each value, whether one of the operands matches it
};

/**
 * What a value that is none of the operator's kind does. `no match`: it matches nothing, so a negation holds (rule iam.operators.not-a-value). `void`: of a request, neither the operator nor its negation holds; of a policy, the condition fails in an Allow and holds in a Deny,
 * negated or not, unless a value before it matched (rule iam.operators.arn-unreadable, rule iam.operators.ip-unreadable,
 * rule iam.operators.arn-no-pattern).
 */
export type Unreadable = "no match" | "void";

const row = <Wanted, Given>(operator: Operator<Wanted, Given>): Operator<Wanted, Given> => operator;

const asText = (value: string): string => value;

const string = <Wanted, Given>(
  negated: string,
  prepare: (operand: readonly TemplatePart[]) => Wanted,
  read: (value: string) => Given,
  test: (value: Given, operand: Wanted) => boolean,
): Operator<Wanted, Given> =>
  row({ type: "string", negated, unreadable: "no match", variables: true, wanted: "text", prepare, read, test });

const numeric = (test: (order: number) => boolean, negated?: string): Operator<Decimal, Decimal> =>
  row({
    type: "numeric",
    ...(negated && { negated }),
    unreadable: "no match",
    variables: false,
    wanted: "an integer or a decimal number",
    prepare: (parts) => parseDecimal(textOf(parts)),
    read: parseDecimal,
    test: (value, operand) => test(compareDecimals(value, operand)),
  });

const date = (test: (order: number) => boolean, negated?: string): Operator<Instant, Instant> =>
  row({
    type: "date",
    ...(negated && { negated }),
    unreadable: "no match",
    variables: false,
    wanted: "an ISO 8601 date or epoch seconds",
    prepare: (parts) => parseInstant(textOf(parts)),
    read: parseInstant,
    test: (value, operand) => test(compareInstants(value, operand)),
  });

/** ArnEquals and ArnLike are one (rule iam.operators.arn): six components, each a pattern of its own, so that no wildcard crosses a colon before the sixth. */
const arn = (negated: string): Operator<readonly Pattern[], readonly Held[]> =>
  row<readonly Pattern[], readonly Held[]>({
    type: "arn",
    negated,
    unreadable: "void",
    variables: true,
    wanted: "an ARN, in which wildcards may stand",
    prepare: (parts) => {
      const patterns = splitComponents(parts)?.map(globPattern);
      return patterns && matchesPattern(patterns[0] as Pattern, "arn") ? patterns : undefined;
    },
    read: (value) => {
      const components = arnComponents(value);
      return components?.[0] === "arn" ? components.map(held) : undefined;
    },
    test: (components, operand) => {
      for (let i = 1; i < 6; i++) if (!matchesPattern(operand[i] as Pattern, components[i] as Held)) return false;
      return true;
    },
    among: (values, operands) => {
      const arns = values.map((value) => arnComponents(value)).map((components) => (components?.[0] === "arn" ? components : undefined));
      const matches = matchesPartsAmong(
        operands,
        arns.filter((components) => components !== undefined),
      );
      let next = 0;
      return arns.map((components) => components !== undefined && (matches[next++] as boolean));
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

const equal = (a: unknown, b: unknown): boolean => a === b;
const lowerCase = (text: string): string => text.toLowerCase(); // rule iam.operators.characters: of Unicode, with context, as for the final sigma

/**
 * In the order of the IAM User Guide. `Null` is not here: it tests presence, not a value.
 *
 * Rule iam.operators.string, rule iam.operators.order, rule iam.operators.bool, rule iam.operators.bool-variable, rule iam.operators.binary,
 * rule iam.operators.ip, rule iam.operators.arn.
 */
// biome-ignore format: a table reads as a table
export const OPERATORS = {
  StringEquals:             string("StringNotEquals", textOf, asText, equal),
  StringEqualsIgnoreCase:   string("StringNotEqualsIgnoreCase", (parts) => lowerCase(textOf(parts)), lowerCase, equal),
  StringLike:               { ...string("StringNotLike", globPattern, held, (value, operand) => matchesPattern(operand, value)), among: (values, operands) => matchesAmong(operands, values) } satisfies Operator<Pattern, Held>,
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
  Bool:                     row<boolean, boolean>({ type: "bool", unreadable: "no match", variables: true, wanted: "true or false", prepare: (parts) => isTrue(textOf(parts)), read: isTrue, test: equal }),
  BinaryEquals:             row<string, string>({ type: "binary", unreadable: "no match", variables: false, wanted: "base64", prepare: (parts) => canonicalBase64(textOf(parts)), read: asText, test: equal }),
  IpAddress:                row<Network, IpRange>({ type: "ip", negated: "NotIpAddress", unreadable: "void", variables: false, wanted: "an IP address or a CIDR range", prepare: (parts) => policyNetwork(textOf(parts)), read: requestAddress, test: (value, operand) => operand !== "nowhere" && contains(operand, value) }),
  ArnEquals:                arn("ArnNotEquals"),
  ArnLike:                  arn("ArnNotLike"),
} as const;

export type OperatorBase = keyof typeof OPERATORS;

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

/** Exact case, as the documentation writes them (rule iam.operators.exact-names); `Null` takes no `IfExists`. Undefined where there is no such operator. */
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

/** The row of a base operator, the types of its values forgotten: `prepare`, `read` and `test` of one row fit each other. */
export const operatorOf = (base: OperatorBase): Operator<unknown, unknown> => OPERATORS[base] as unknown as Operator<unknown, unknown>;

/** Whether a request's value matches one of a policy, under a positive operator; what cannot be read matches nothing. */
export function matchesValue<Wanted, Given>(operator: Operator<Wanted, Given>, wanted: readonly TemplatePart[], value: string): boolean {
  const [operand, given] = [operator.prepare(wanted), operator.read(value)];
  return operand !== undefined && given !== undefined && operator.test(given, operand);
}

/** Whether a value is one of the operator's kind whatever its variables stand for: an ARN whose colons are all written, and its "arn". */
export const isSurelyReadable = ({ unreadable, prepare }: Operator<unknown, unknown>, template: readonly TemplatePart[]): boolean =>
  unreadable === "no match" || (template[0]?.kind === "raw" && template[0].text.includes(":") && prepare(template) !== undefined);

/** What is wrong with a policy's value: it cannot be read, counts as false, or is a network that no address is in. `clause` says so for people. */
export type OperandFault = { readonly kind: "unreadable" | "false" | "nowhere"; readonly clause: string };

/** Undefined where nothing is wrong. Values with variables are not read. */
export function checkOperand(base: OperatorBase | "Null", value: string): OperandFault | undefined {
  const said = `\`${value.slice(0, 80)}\``;
  if (base === "Null" || base === "Bool") {
    const isFine = /^(?:true|false)$/i.test(value) || (base === "Bool" && value.includes("${"));
    return isFine ? undefined : { kind: "false", clause: `${said} counts as \`false\`` };
  }
  const operator = operatorOf(base);
  if (operator.type === "string" || operator.type === "arn") return undefined;
  const operand = operator.prepare([raw(value)]);
  if (operand === undefined) return { kind: "unreadable", clause: `${said} is not ${operator.wanted}` };
  return operand === "nowhere" ? { kind: "nowhere", clause: `${said} holds no address: bits behind the mask are set` } : undefined;
}
