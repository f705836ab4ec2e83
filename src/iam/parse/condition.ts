import type { JsonNode } from "../../base/json-source.ts";
import { nearest } from "../../base/nearest.ts";
import { pointerStep, shown } from "../../base/text.ts";
import { parseIpRange } from "../../sets/ip-ranges.ts";
import {
  checkOperand,
  OPERATOR_NAMES,
  type OperandFault,
  type Operator,
  type OperatorName,
  operatorOf,
  parseOperatorName,
} from "../operators.ts";
import type { Condition } from "../policy.ts";
import { parseTemplate } from "../variables.ts";
import { type Found, foundOf, kindOf, type Reading, type Spot, spotOf } from "./report.ts";

/** `Condition`: operator, key, values (rule iam.operators.exact-names, rule iam.operators.readable, rule iam.empty.condition). */
export function parseConditions(reading: Reading, found: Found | undefined): readonly Condition[] {
  if (found === undefined) return [];
  const { value: node, pointer } = found;
  if (node.kind !== "object") {
    const help = 'a map of operators: { "StringEquals": { "key": "value" } }';
    reading.error("KW104", spotOf(node, pointer), `\`Condition\` is ${kindOf(node)}`, help);
    return [];
  }
  if (node.members.length === 0) reading.warning("KW309", spotOf(node, pointer), "`Condition` is empty: it is no condition", "take it out");
  return node.members.flatMap((member) => parseOperator(reading, member.name, foundOf(member, pointer)));
}

function parseOperator(reading: Reading, name: string, found: Found): readonly Condition[] {
  const operator = parseOperatorName(name);
  const { value: node, pointer } = found;
  const isEmpty = node.kind === "object" && node.members.length === 0;
  if (operator === undefined) {
    const message = `unknown condition operator ${shown(name)}`;
    if (isEmpty)
      reading.warning("KW250", found.name, message, () => suggestion(name)); // IAM stores it: nothing is tested by it
    else reading.error("KW250", found.name, message, () => suggestion(name));
  } else if (operator.base === "Null" && operator.quantifier !== "single") {
    const always = operator.quantifier === "for-all-values";
    reading.warning("KW314", found.name, `${shown(name)} is always ${always}`, "write `Null` alone");
  }
  if (node.kind !== "object") {
    reading.error("KW104", spotOf(node, pointer), `the operator ${shown(name)} has ${kindOf(node)}`, 'a map of keys: { "key": "value" }');
    return [];
  }
  if (isEmpty) reading.warning("KW309", spotOf(node, pointer), `the operator ${shown(name)} tests no key`, "take it out");
  const keys = new Map<string, string>();
  return node.members.map((member) => {
    const key = foundOf(member, pointer);
    checkKey(reading, member.name, key.name, operator);
    checkSameKey(reading, member.name, key.name, keys);
    return { operator: name, key: member.name, values: parseValues(reading, member.name, key, operator), at: reading.place(key.name) };
  });
}

/** `NullIfExists`, `stringEquals`, `ForAnyValues:StringLike`: each part is mended by itself. */
function suggestion(name: string): string {
  const colon = name.indexOf(":");
  const rest = name.slice(colon + 1);
  const ifExists = /ifexists$/i.test(rest);
  const plain = nearest(ifExists ? rest.slice(0, -8) : rest, OPERATOR_NAMES);
  const quantifier = colon < 0 ? "" : nearest(name.slice(0, colon), ["ForAllValues", "ForAnyValue"]);
  if (plain === undefined || quantifier === undefined) return "operators are named exactly, as `StringEquals` or `ForAnyValue:StringLike`";
  if (plain === "Null" && ifExists) return "`Null` tests whether the key exists: write `Null`";
  return `did you mean \`${quantifier && `${quantifier}:`}${plain}${ifExists ? "IfExists" : ""}\`?`;
}

function checkKey(reading: Reading, key: string, spot: Spot, operator: OperatorName | undefined): void {
  const colon = key.indexOf(":");
  if (colon <= 0 || colon === key.length - 1) {
    const help = "a prefix, a colon, a name: `kms:ViaService`, `aws:PrincipalArn`";
    reading.error("KW254", spot, key === "" ? "an empty condition key" : `${shown(key)} is not a condition key`, help);
  }
  if (reading.options.type !== "key-policy") return;
  const lower = key.slice(0, 30).toLowerCase();
  if (NOT_IN_KEY_POLICIES.some((name) => (name.endsWith("/") ? lower.startsWith(name) : lower === name))) {
    reading.warning("KW304", spot, `AWS KMS refuses a key policy with the condition key ${shown(key)}`, "test it in an IAM policy");
  }
  if (operator?.quantifier === "for-all-values" && SINGLE_VALUED.some((name) => lower.startsWith(name))) {
    const help = "take `ForAllValues:` out: the key has one value, and without it the condition is true";
    reading.warning("KW307", spot, `AWS KMS refuses a key policy with \`ForAllValues\` on ${shown(key)}`, help);
  }
}

/** Rule kms.key-policy.condition-keys, rule context.key.in-key-policies. */
const NOT_IN_KEY_POLICIES = ["aws:resourcetag/", "kms:resourcetag", "kms:resourcetag/", "kms:resourcealiases"];

/** Rule kms.key-policy.for-all-values. */
const SINGLE_VALUED = ["kms:encryptioncontext:", "aws:requesttag/"];

function checkSameKey(reading: Reading, key: string, spot: Spot, keys: Map<string, string>): void {
  const lower = key.toLowerCase();
  const first = keys.get(lower);
  if (first === undefined) keys.set(lower, key);
  else if (first !== key) {
    reading.error(
      "KW253",
      spot,
      `${shown(key)} and ${shown(first)} are one condition key`,
      "names of keys ignore case: put the values in one list",
    );
  }
}

type Scalar = JsonNode & { readonly kind: "string" | "number" | "boolean" };
const isScalar = (node: JsonNode): node is Scalar => node.kind === "string" || node.kind === "number" || node.kind === "boolean";

/** One value or a list of them; unquoted Booleans and numbers are taken as their text. */
function parseValues(
  reading: Reading,
  key: string,
  { value: node, pointer }: Found,
  operator: OperatorName | undefined,
): readonly string[] {
  const entries =
    node.kind === "array"
      ? node.items.map((item, i) => ({ item, spot: spotOf(item, pointerStep(pointer, i)) }))
      : [{ item: node, spot: spotOf(node, pointer) }];
  const kinds = new Set<JsonNode["kind"]>();
  const values: string[] = [];
  for (const { item, spot } of entries) {
    if (!isScalar(item)) {
      reading.error("KW104", spot, `a value of ${shown(key)} is ${kindOf(item)}`, "write a text, or a list of texts");
      continue;
    }
    if (kinds.size === 1 && !kinds.has(item.kind)) {
      reading.error("KW252", spot, `a value of ${shown(key)} is ${kindOf(item)}, others are not`, "write all of them as texts");
    }
    kinds.add(item.kind);
    const text = item.kind === "number" ? item.text : String(item.value);
    values.push(text);
    if (operator !== undefined) checkValue(reading, text, spot, operator);
  }
  if (entries.length === 0)
    reading.warning("KW309", spotOf(node, pointer), `the list of values of ${shown(key)} is empty`, emptyHelp(operator));
  if (operator?.base === "Bool" && values.length > 1) {
    reading.warning(
      "KW316",
      spotOf(node, pointer),
      `${values.length} values for the Boolean key ${shown(key)}`,
      "one value says it: any of several is enough",
    );
  }
  return values;
}

const emptyHelp = (operator: OperatorName | undefined): string =>
  operator?.ifExists || operator?.quantifier === "for-all-values"
    ? "it is true only where the request has no such key"
    : "it is never true";

function checkValue(reading: Reading, value: string, spot: Spot, operator: OperatorName): void {
  const { base } = operator;
  const takesVariables = base !== "Null" && operatorOf(base).variables;
  if (takesVariables && value.includes("${")) {
    if (!reading.variables) {
      reading.warning("KW310", spot, `the variable in ${shown(value)} is plain text in this policy`, 'set "Version": "2012-10-17"');
      return;
    }
    const template = parseTemplate(value);
    if (!template.ok) reading.error("KW240", spot, template.error.slice(0, 300), "write `${name}` or `${name, 'default'}`");
    return;
  }
  const fault = checkOperand(base, value);
  if (fault !== undefined) reportFault(reading, fault, value, spot, base);
  else if (base.startsWith("Date") && /^[0-9]{1,4}$/.test(value)) {
    reading.warning(
      "KW315",
      spot,
      `${shown(value)} is read as seconds since 1970`,
      `for the year write \`${value.padStart(4, "0")}-01-01\``,
    );
  }
}

/** IAM stores any text of a Boolean; it refuses a network that holds no address, which others were seen to store. */
function reportFault(reading: Reading, { kind, clause }: OperandFault, value: string, spot: Spot, base: OperatorName["base"]): void {
  if (kind === "false") {
    reading.warning("KW323", spot, clause, "write `true` or `false`");
  } else if (kind === "nowhere") {
    const help = `${value.slice(0, value.indexOf("/"))} alone is one address; of a network write the first one`;
    if (reading.rules.storedBy === "IAM") reading.error("KW255", spot, clause, help);
    else reading.warning("KW255", spot, clause, help);
  } else {
    reading.error("KW251", spot, clause, value.includes("${") ? "this operator takes no policy variables" : exampleFor(base, value));
  }
}

const exampleFor = (base: OperatorName["base"], value: string): string =>
  base === "IpAddress" && parseIpRange(value) !== undefined
    ? "write an IPv6 address without dots, and an IPv4 address by itself"
    : EXAMPLE_OF[typeOf(base)];

const typeOf = (base: OperatorName["base"]) => (base === "Null" ? "bool" : operatorOf(base).type);

/** What the values of an operator look like. */
const EXAMPLE_OF: Readonly<Record<Operator<unknown, unknown>["type"], string>> = {
  string: "a text",
  arn: "such as `arn:aws:iam::111122223333:role/app`",
  numeric: "such as `3600`",
  date: "such as `2026-11-22T03:00:00Z`",
  bool: "`true` or `false`",
  binary: "such as `aGVsbG8=`",
  ip: "such as `203.0.113.0/24` or `2001:db8::/32`",
};
