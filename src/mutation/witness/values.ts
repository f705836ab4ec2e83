import { conditionKey } from "../../catalog/condition-keys.ts";
import type { Question } from "../../estate/question.ts";
import { matchesValue, operatorOf, parseOperatorName } from "../../iam/operators.ts";
import type { Condition } from "../../iam/policy.ts";
import { foldCase, parseInstant } from "../../iam/values.ts";
import { raw } from "../../iam/variables.ts";
import { parseIpRange } from "../../sets/ip-ranges.ts";
import { addressText } from "../../tester/ip-text.ts";

/** What a condition key may have in a request; undefined: it is absent. */
export type Value = string | readonly string[] | undefined;

/** Values worth trying for the key of some conditions: first one that meets the first condition, then those near its bounds, then others, then none. */
export function valuesFor(conditions: readonly Condition[]): readonly Value[] {
  const meeting = conditions.flatMap((condition) => valuesNear(condition, true));
  const others = conditions.flatMap((condition) => valuesNear(condition, false));
  const near = unique([...meeting, ...others]);
  const [first] = conditions;
  const plain =
    first === undefined ? near : [...near.filter((value) => holds(first, value)), ...near.filter((value) => !holds(first, value))];
  const isList = conditions.some(({ operator, key }) => conditionKey(key)?.multiValued === true || /^For(?:All|Any)/.test(operator));
  const wantsNone = conditions.some(({ operator, values }) => operator === "Null" && values.includes("true"));
  const values: readonly Value[] = isList ? listsOf(plain) : plain;
  return wantsNone ? [undefined, ...values] : [...values, undefined];
}

/** Whether a condition holds for one plain value. */
function holds({ operator, values }: Condition, value: string): boolean {
  const name = parseOperatorName(operator);
  if (name === undefined || name.base === "Null") return true;
  const row = operatorOf(name.base);
  if (row.unreadable === "void" && row.read(value) === undefined) return false;
  return values.some((wanted) => matchesValue(row, [raw(wanted)], value)) !== name.negated;
}

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];

/** For set operators: each alone, the first with a stranger, and none. */
const listsOf = (values: readonly string[]): readonly Value[] => [
  ...values.map((value) => [value]),
  ...(values.length > 1 ? [[values[0] as string, values.at(-1) as string]] : []),
  [],
];

/** `meeting`: values that the operator, were it not negated, holds for; else such that it does not. */
function valuesNear({ operator, values }: Condition, meeting: boolean): readonly string[] {
  const name = parseOperatorName(operator);
  if (name === undefined) return [];
  const wanted = meeting !== name.negated;
  const each = (to: (value: string) => readonly string[]) => values.filter((value) => !value.includes("${")).flatMap(to);
  if (name.base === "Null") return ["x"];
  if (name.base === "Bool") return wanted ? values.map((value) => value.toLowerCase()) : ["true", "false"];
  if (name.base.startsWith("Numeric")) return each(numbersNear);
  if (name.base.startsWith("Date")) return each(datesNear);
  if (name.base === "IpAddress") return wanted ? each((value) => addressesIn(value).slice(0, 1)) : [...each(addressesIn), "192.0.2.1"];
  if (name.base.startsWith("Arn")) return wanted ? each(instance) : ["arn:aws:iam::999999999999:role/outsider"];
  if (name.base === "BinaryEquals") return wanted ? values : ["b3RoZXI="];
  return wanted ? each(name.base === "StringLike" ? instance : (value) => [value]) : ["other"];
}

/** A text that a pattern stands for. */
const instance = (pattern: string): readonly string[] => [pattern.replaceAll("*", "x").replaceAll("?", "x")];

const numbersNear = (value: string): readonly string[] =>
  /^-?[0-9]{1,15}$/.test(value) ? [0, -1, 1].map((by) => String(Number(value) + by)) : [value];

const HALF_DAY = 43_200;

/** A second and half a day around: a bound that was moved by a day is between. */
function datesNear(value: string): readonly string[] {
  const instant = parseInstant(value);
  if (instant === undefined || Math.abs(instant.seconds) > 8e9) return [];
  return [0, -1, 1, -HALF_DAY, HALF_DAY].map((by) => new Date((instant.seconds + by) * 1000).toISOString().replace(".000Z", "Z"));
}

/** The first address of a network, the first of its other half, and the first of the network beside it. */
function addressesIn(value: string): readonly string[] {
  const range = parseIpRange(value);
  if (range === undefined) return [];
  const most = range.bytes.length * 8;
  const flipped = (bit: number) => (bit < 0 || bit >= most ? [] : [addressText(withBit(masked(range.bytes, range.bits), bit), most)]);
  return [addressText(range.bytes, range.bits), ...flipped(range.bits), ...flipped(range.bits - 1)];
}

const masked = (bytes: readonly number[], bits: number): readonly number[] =>
  bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - i * 8))) & 0xff);

const withBit = (bytes: readonly number[], bit: number): readonly number[] =>
  bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));

const PAIR = "kms:encryptioncontext:";

/** The question with a condition key as wanted, by the member that says it: the caller, the encryption context, the forwarding service, the time. */
export function withKey(question: Question, key: string, value: Value): Question {
  const name = foldCase(key);
  const one = typeof value === "object" ? value[0] : value;
  if (name.startsWith(PAIR)) return withPair(question, key.slice(PAIR.length), one);
  if (name === "kms:encryptioncontextkeys") return withPairsNamed(question, typeof value === "string" ? [value] : (value ?? []));
  if (name === "kms:viaservice") return withMember(question, "viaService", one);
  if (name === "aws:currenttime" || name === "aws:epochtime") return withMember(question, "time", one);
  const { context = {}, ...rest } = question;
  const others = Object.entries(context).filter(([other]) => foldCase(other) !== name);
  const entries = value === undefined ? others : [...others, [key, value] as const];
  return entries.length === 0 ? rest : { ...rest, context: Object.fromEntries(entries) };
}

function withPair(question: Question, pair: string, value: string | undefined): Question {
  const { encryptionContext = {}, ...rest } = question;
  const known = Object.keys(encryptionContext).find((name) => foldCase(name) === foldCase(pair));
  const others = Object.entries(encryptionContext).filter(([name]) => name !== known);
  const entries = value === undefined ? others : [...others, [known ?? pair, value] as const];
  return entries.length === 0 ? rest : { ...rest, encryptionContext: Object.fromEntries(entries) };
}

function withPairsNamed(question: Question, names: readonly string[]): Question {
  const { encryptionContext = {}, ...rest } = question;
  if (names.length === 0) return rest;
  return { ...rest, encryptionContext: Object.fromEntries(names.map((name) => [name, encryptionContext[name] ?? "x"])) };
}

function withMember(question: Question, member: "viaService" | "time", value: string | undefined): Question {
  const { [member]: _, ...rest } = question;
  return value === undefined ? rest : { ...rest, [member]: value };
}
