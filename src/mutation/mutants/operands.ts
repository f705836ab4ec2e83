import { shown } from "../../base/text.ts";
import { type OperatorName, operatorOf } from "../../iam/operators.ts";
import { parseInstant } from "../../iam/values.ts";
import { parseIpRange } from "../../sets/ip-ranges.ts";
import { addressText } from "../../tester/ip-text.ts";
import { type ConditionSite, conditionsOf, operatorText, titleOf, underOperator } from "./conditions.ts";
import { replaced, type TextEdit } from "./edits.ts";
import { type Draft, draft } from "./mutator.ts";
import type { Entry, Site } from "./site.ts";

type Type = ReturnType<typeof operatorOf>["type"];
const typeOf = ({ base }: OperatorName): Type => (base === "Null" ? "bool" : operatorOf(base).type);
const takesWildcards = ({ base }: OperatorName): boolean => base === "StringLike" || base === "ArnLike" || base === "ArnEquals";

export const dropOperand = (site: Site): readonly Draft[] =>
  conditionsOf(site).flatMap((condition) =>
    condition.operands.flatMap(({ alone, value, drop }) =>
      alone ? [] : [draft(`without the value ${shown(value)} of ${titleOf(condition)}`, drop)],
    ),
  );

/** Other values of each operand, by what its operator compares. */
const otherwise = (site: Site, others: (condition: ConditionSite, operand: Entry) => readonly string[]): readonly Draft[] =>
  conditionsOf(site).flatMap((condition) =>
    condition.operands.flatMap((operand) =>
      others(condition, operand).map((other) =>
        draft(`${shown(operand.value)} → ${shown(other)} in ${titleOf(condition)}`, rewritten(operand, other)),
      ),
    ),
  );

/** A number stays a number: the values of a key are all of one kind. */
const rewritten = ({ node }: Entry, value: string): TextEdit =>
  node.kind === "number" ? { start: node.start, end: node.end, text: value } : replaced(node, value);

/** A pattern that begins earlier with its wildcard: `orders-*` to `*`, `role/orders/app` to `role/orders/*`. */
export const widenOperand = (site: Site): readonly Draft[] =>
  otherwise(site, ({ name }, { value }) => {
    if (!takesWildcards(name) || value.includes("${")) return [];
    const literal = value.replace(/[/:.*?_-]*[*?]*$/, "");
    const cut = Math.max(...["/", ":", ".", "-", "_"].map((separator) => literal.lastIndexOf(separator)));
    const wider = `${value.slice(0, cut + 1)}*`;
    return wider === value || (typeOf(name) === "arn" && wider.split(":").length < 6) ? [] : [wider];
  });

/** A pattern without the wildcard at its end. */
export const narrowOperand = (site: Site): readonly Draft[] =>
  otherwise(site, ({ name }, { value }) => (takesWildcards(name) && /[^*]\*$/.test(value) ? [value.slice(0, -1)] : []));

/** Any value at all: the key has only to be there. */
export const anyOperand = (site: Site): readonly Draft[] =>
  conditionsOf(site).flatMap((condition) => {
    const { name, key, operands } = condition;
    const any = ANYTHING[typeOf(name)];
    if (any === undefined || operands.some(({ value }) => value === any)) return [];
    if (typeOf(name) === "string") {
      if (name.base !== "StringLike") return underOperator(condition, operatorText({ ...name, base: "StringLike" }), '"*"') ?? [];
    }
    const isIpv6 = typeOf(name) === "ip" && operands.every(({ value }) => value.includes(":"));
    return [draft(`any value in ${titleOf(condition)}`, replaced(key.value, isIpv6 ? "::/0" : any))];
  });

const ANYTHING: Partial<Record<Type, string>> = { string: "*", arn: "arn:*:*:*:*:*", ip: "0.0.0.0/0" };

/** A number by one, a date by a day, a network by one bit: either way. */
export const shiftBound = (site: Site): readonly Draft[] =>
  otherwise(site, ({ name }, { value }) => {
    switch (typeOf(name)) {
      case "numeric":
        return /^-?[0-9]{1,15}$/.test(value) ? [String(Number(value) + 1), String(Number(value) - 1)] : [];
      case "date":
        return shiftedDates(value);
      case "ip":
        return shiftedNetworks(value);
      default:
        return [];
    }
  });

const DAY = 86_400;

/** As it was written: a date stays a date, seconds stay seconds. */
function shiftedDates(value: string): readonly string[] {
  const instant = parseInstant(value);
  if (instant === undefined || Math.abs(instant.seconds) > 8e9) return [];
  const write = (seconds: number) => {
    if (/^[0-9]+$/.test(value)) return String(seconds);
    const text = new Date(seconds * 1000).toISOString();
    return value.includes("T") ? text.replace(".000Z", "Z") : text.slice(0, 10);
  };
  return [write(instant.seconds + DAY), write(instant.seconds - DAY)];
}

function shiftedNetworks(value: string): readonly string[] {
  const range = parseIpRange(value);
  if (range === undefined) return [];
  const most = range.family === "ipv4" ? 32 : 128;
  const bits = [range.bits - 1, range.bits + 1].filter((count) => count >= 0 && count <= most);
  return bits.map((count) => `${addressText(range.bytes, count)}/${count}`);
}
