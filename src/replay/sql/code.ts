import { policyNetwork } from "../../iam/addresses.ts";
import { arnComponents } from "../../iam/arn.ts";
import { canonicalBase64, isTrue, parseDecimal, parseInstant } from "../../iam/values.ts";
import { matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import type { IpRange } from "../../sets/ip-ranges.ts";
import type { Atom } from "../atoms.ts";
import { type Dialect, isWritable } from "./dialect.ts";

/*
 * Atoms as expressions of SQL. Each gives the code that the evaluator gives, `T`, `F` or `U`; and `raw:` with the value where the engine's own functions
 * might read the value otherwise than AWS does. A value that is kept so costs a group of its own, and never a wrong answer.
 */

/** What of a value was worked out before: columns that hold an address of one family or NULL, and that it is a time as CloudTrail writes it. */
export type Known = { readonly ipv4: string; readonly ipv6: string } | { readonly isTime: true };

/** `value`: an expression of a text that is there. */
export function codeSql(dialect: Dialect, { base, operands }: Atom, value: string, known?: Known): string {
  const raw = `'raw:' || ${value}`;
  if (!operands.every(isWritable)) return raw;
  const told = TELL[base](dialect, operands, value, known);
  if (told === undefined) return raw;
  const cases = [
    ...(told.readable === undefined ? [] : [`WHEN ${told.readable} THEN 'U'`]),
    ...(told.guard === undefined ? [] : [`WHEN NOT (${told.guard}) THEN ${raw}`]),
    ...(told.any.length === 0 ? [] : [`WHEN ${told.any.join(" OR ")} THEN 'T'`]),
  ];
  return cases.length === 0 ? "'F'" : `CASE ${cases.join(" ")} ELSE 'F' END`;
}

/** Of a list of texts, how many match: all, some or none. For operators to whom every text is a value. */
export function setCodeSql(dialect: Dialect, atom: Atom, list: string): string | undefined {
  const told = atom.operands.every(isWritable) ? TELL[atom.base](dialect, atom.operands, "x") : undefined;
  if (told === undefined) return undefined;
  const guard =
    told.guard === undefined
      ? []
      : [`WHEN ${dialect.countIn(list, () => `NOT (${told.guard})`)} > 0 THEN 'raw:' || ${dialect.sorted(list)}`];
  const matching = dialect.countIn(list, () => (told.any.length === 0 ? "false" : told.any.join(" OR ")));
  return `CASE ${[...guard, `WHEN ${matching} = ${dialect.size(list)} THEN 'A'`, `WHEN ${matching} > 0 THEN 'S'`].join(" ")} ELSE 'N' END`;
}

/** The value is none of the operator's kind where `readable` holds; it is not kept as it is where `guard` holds; it matches where one of `any` does. */
type Told = { readonly readable?: string; readonly guard?: string; readonly any: readonly string[] };
type Teller = (dialect: Dialect, operands: readonly string[], value: string, known?: Known) => Told | undefined;

const ASCII = "\\A[\\x00-\\x7f]*\\z";
const ASTRAL = "[\\x{10000}-\\x{10ffff}]";
const LONG = 1000; // characters of a pattern

/** The guard of patterns with `?`, which is one UTF-16 unit to AWS and one character to engines. */
const unitsGuard = (dialect: Dialect, operands: readonly string[], value: string): Pick<Told, "guard"> =>
  operands.some((operand) => operand.includes("?")) ? { guard: `NOT ${dialect.matches(value, ASTRAL)}` } : {};

const like: Teller = (dialect, operands, value) => {
  if (operands.some(({ length }) => length > LONG)) return undefined;
  return { ...unitsGuard(dialect, operands, value), any: operands.map((operand) => likeSql(dialect, operand, value)) };
};

function likeSql(dialect: Dialect, operand: string, value: string): string {
  const pattern = parsePattern(operand);
  if (pattern.kind === "any") return "true";
  if (pattern.kind === "exact") return `${value} = ${dialect.literal(pattern.text)}`;
  if (pattern.kind === "prefix") return dialect.startsWith(value, pattern.text);
  return dialect.matches(value, `(?s)\\A${regexOf(operand, ".")}\\z`);
}

/** `one`: what a wildcard stands for. */
const regexOf = (glob: string, one: string): string =>
  [...glob]
    .map((character) => (character === "*" ? `${one}*` : character === "?" ? one : character.replace(/[!-/:-@[-^`{-~]/, "\\$&")))
    .join("");

const arn: Teller = (dialect, operands, value) => {
  if (operands.some(({ length }) => length > LONG)) return undefined;
  const patterns: string[] = [];
  for (const operand of operands) {
    const components = arnComponents(operand);
    if (components === undefined || !matchesPattern(parsePattern(components[0]), "arn")) break; // what is no ARN decides before those behind it
    const parts = components.map((component, i) => (i === 0 ? "arn" : regexOf(component, i < 5 ? "[^:]" : ".")));
    patterns.push(dialect.matches(value, `(?s)\\A${parts.join(":")}\\z`));
  }
  return {
    readable: `NOT ${dialect.matches(value, "(?s)\\Aarn:[^:]*:[^:]*:[^:]*:[^:]*:.*\\z")}`,
    ...unitsGuard(dialect, operands, value),
    any: patterns,
  };
};

const numeric =
  (order: string): Teller =>
  (dialect, operands, value) => {
    const numbers = operands.flatMap((operand) => plainDecimal(operand) ?? []);
    if (numbers.includes("?")) return undefined;
    return {
      guard: dialect.matches(value, "\\A-?[0-9]{1,18}(\\.[0-9]{1,18})?\\z"),
      any: numbers.map((number) => `${dialect.decimal(value)} ${order} ${dialect.decimal(`'${number}'`)}`),
    };
  };

/** A number in digits; none where the text is none, and `?` where engines cannot hold it. */
function plainDecimal(text: string): readonly string[] | undefined {
  const decimal = parseDecimal(text);
  if (decimal === undefined) return undefined;
  const { negative, digits, point } = decimal;
  if (digits === "") return ["0"];
  if (point > 18 || digits.length - point > 18 || point < -17) return ["?"];
  const whole = digits.slice(0, Math.max(0, point)).padEnd(Math.max(0, point), "0") || "0";
  const fraction = point >= digits.length ? "" : `.${"0".repeat(Math.max(0, -point))}${digits.slice(Math.max(0, point))}`;
  return [`${negative ? "-" : ""}${whole}${fraction}`];
}

/** As CloudTrail writes times, and none of the 29th of February: engines are not asked for leap years. */
export const TIME =
  "\\A[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z\\z";

const date =
  (order: string): Teller =>
  (dialect, operands, value, known) => {
    const instants = operands.flatMap((operand) => parseInstant(operand) ?? []);
    if (instants.some(({ seconds, milliseconds }) => milliseconds !== 0 || seconds < FIRST || seconds > LAST)) return undefined;
    const times = instants.map(({ seconds }) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
    const guard = known !== undefined && "isTime" in known ? {} : { guard: dialect.matches(value, TIME) };
    return { ...guard, any: times.map((time) => `${value} ${order} '${time}'`) };
  };

const [FIRST, LAST] = [Date.UTC(1000, 0) / 1000, Date.UTC(9999, 11, 31) / 1000]; // years of four digits, which sort as texts

const BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const IPV4 = `\\A(?:${BYTE}\\.){3}${BYTE}\\z`;
const GROUP = "[0-9a-fA-F]{1,4}";
const IPV6_WHOLE = `\\A${GROUP}(?::${GROUP}){7}\\z`;
const IPV6_SHORT = `\\A(?:(?:${GROUP}:)*${GROUP})?::(?:(?:${GROUP}:)*${GROUP})?\\z`;
const MAPPED = `${"0".repeat(20)}ffff`;

/** The number of an IPv4 address, the hexadecimal digits of an IPv6 one; NULL of other texts, and of those that engines may read otherwise than AWS. */
export const addressSql = (dialect: Dialect, value: string): { readonly ipv4: string; readonly ipv6: string } => ({
  ipv4: `CASE WHEN ${isIpv4Sql(dialect, value)} THEN ${dialect.ipv4(value)} END`,
  ipv6: `CASE WHEN ${dialect.has(value, ":")} THEN CASE WHEN ${isIpv6Sql(dialect, value)} THEN ${dialect.ipv6(value)} END END`,
});

const isIpv4Sql = (dialect: Dialect, value: string): string => dialect.matches(value, IPV4);

/** An IPv6 address that engines and AWS read alike: whole, or with one gap of at least one group; none that stands for an IPv4 address. */
function isIpv6Sql(dialect: Dialect, value: string): string {
  const short = `(${dialect.matches(value, IPV6_SHORT)} AND NOT ${dialect.matches(value, `${GROUP}(?::{1,2}${GROUP}){7}`)})`;
  return `(${dialect.matches(value, IPV6_WHOLE)} OR ${short}) AND NOT ${dialect.startsWith(dialect.ipv6(value), MAPPED)}`;
}

const ip: Teller = (dialect, operands, value, known) => {
  const ranges: IpRange[] = [];
  for (const operand of operands) {
    const network = policyNetwork(operand);
    if (network === undefined) break;
    if (network !== "nowhere") ranges.push(network);
  }
  const { ipv4, ipv6 } = known !== undefined && "ipv4" in known ? known : addressSql(dialect, value);
  return {
    ...((known === undefined || "isTime" in known) && { readable: dialect.matches(value, "(?s)\\A[^:]*[^:0-9.][^:]*\\z") }),
    guard: `${ipv4} IS NOT NULL OR ${ipv6} IS NOT NULL`,
    any: ranges.map((range) => {
      const [low, high] = boundsOf(range);
      return range.family === "ipv4"
        ? `coalesce(${ipv4} BETWEEN ${BigInt(`0x${low}`)} AND ${BigInt(`0x${high}`)}, false)`
        : `coalesce(${ipv6} BETWEEN '${low}' AND '${high}', false)`;
    }),
  };
};

/** The first and the last address of a range, in hexadecimal digits. */
function boundsOf({ bytes, bits }: IpRange): readonly [string, string] {
  const mask = (i: number): number => 0xff >> Math.min(8, Math.max(0, bits - i * 8));
  const hex = (list: readonly number[]): string => list.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex(bytes.map((byte, i) => byte & ~mask(i) & 0xff)), hex(bytes.map((byte, i) => byte | mask(i)))];
}

const TELL: Readonly<Record<Atom["base"], Teller>> = {
  StringEquals: (dialect, operands, value) => ({ any: operands.map((operand) => `${value} = ${dialect.literal(operand)}`) }),
  StringEqualsIgnoreCase: (dialect, operands, value) => ({
    guard: dialect.matches(value, ASCII),
    any: operands.map((operand) => `lower(${value}) = ${dialect.literal(operand.toLowerCase())}`),
  }),
  StringLike: like,
  ArnEquals: arn,
  ArnLike: arn,
  NumericEquals: numeric("="),
  NumericLessThan: numeric("<"),
  NumericLessThanEquals: numeric("<="),
  NumericGreaterThan: numeric(">"),
  NumericGreaterThanEquals: numeric(">="),
  DateEquals: date("="),
  DateLessThan: date("<"),
  DateLessThanEquals: date("<="),
  DateGreaterThan: date(">"),
  DateGreaterThanEquals: date(">="),
  Bool: (_, operands, value) => ({
    any: [...new Set(operands.map(isTrue))].map((truth) => `lower(${value}) ${truth ? "=" : "<>"} 'true'`),
  }),
  BinaryEquals: (dialect, operands, value) => ({
    any: operands.flatMap((operand) => canonicalBase64(operand) ?? []).map((operand) => `${value} = ${dialect.literal(operand)}`),
  }),
  IpAddress: ip,
};
