import { listed, pointerStep } from "../base/text.ts";
import { parseOperatorName } from "../iam/operators.ts";
import type { Condition } from "../iam/policy.ts";
import { foldCase, parseDecimal, parseInstant, printsPlainly } from "../iam/values.ts";
import { isObject, type Json, type JsonObject, type Operation } from "./patch.ts";

/** A change of a statement, in words that go on from `let statement 1 …`: `take "t2" for kms:EncryptionContext:tenant too`. */
export type Amendment = { readonly text: string; readonly patch: readonly Operation[]; readonly rank: number; readonly affects?: string };

/** The less, the more is a change like what people would do. */
export const RANK = { value: 0, statement: 1, grant: 2, exception: 2, member: 3, loosened: 4, removed: 6 } as const;

/** The pointer of a statement in its document: one that stands alone need not stand in a list. */
export const statementPath = (document: JsonObject, index: number): string =>
  Array.isArray(document.Statement) ? `/Statement/${index}` : "/Statement";

export function statementIn(document: JsonObject, index: number): JsonObject | undefined {
  const { Statement } = document;
  const found = Array.isArray(Statement) ? (Statement as readonly Json[])[index] : Statement;
  return isObject(found) ? found : undefined;
}

/** A statement more. */
export const addedStatement = (document: JsonObject, statement: JsonObject): readonly Operation[] =>
  Array.isArray(document.Statement)
    ? [{ op: "add", path: "/Statement/-", value: statement }]
    : [{ op: "replace", path: "/Statement", value: [document.Statement as Json, statement] }];

/** A value more where one value or a list stands. */
export function addedValue(holder: JsonObject, path: string, name: string, value: string): readonly Operation[] {
  const at = pointerStep(path, name);
  const found = holder[name];
  if (Array.isArray(found)) return [{ op: "add", path: `${at}/-`, value }];
  return found === undefined ? [{ op: "add", path: at, value }] : [{ op: "replace", path: at, value: [found, value] }];
}

/** A value less, of a list that keeps others; undefined elsewhere. */
export function removedValue(
  holder: JsonObject,
  path: string,
  name: string,
  fits: (value: string) => boolean,
): readonly Operation[] | undefined {
  const found = holder[name];
  if (!Array.isArray(found)) return undefined;
  const places = found.flatMap((value, i) => (fits(String(value)) ? [i] : []));
  if (places.length !== 1 || found.length < 2) return undefined;
  return [{ op: "remove", path: `${pointerStep(path, name)}/${places[0]}` }];
}

/** Where a condition stands in a document. */
type Found = {
  readonly block: JsonObject;
  readonly blockPath: string;
  readonly condition: JsonObject;
  readonly path: string;
  readonly operator: string;
};

function conditionIn(statement: JsonObject, path: string, { operator, key }: Pick<Condition, "operator" | "key">): Found | undefined {
  const all = statement.Condition;
  const condition = isObject(all) ? all[operator] : undefined;
  if (!isObject(all) || !isObject(condition) || !Object.hasOwn(condition, key)) return undefined;
  const blockPath = `${path}/Condition`;
  return { block: all, blockPath, condition, path: pointerStep(blockPath, operator), operator };
}

/** The condition taken out, with what would be left empty. */
function removal({ block, blockPath, condition, path }: Found, key: string): readonly Operation[] {
  if (Object.keys(condition).length > 1) return [{ op: "remove", path: pointerStep(path, key) }];
  return [{ op: "remove", path: Object.keys(block).length > 1 ? path : blockPath }];
}

/** The same condition under another operator; nothing where the key has a condition under that one. */
function renamed({ block, blockPath, condition, operator: own }: Found, key: string, operator: string): readonly Operation[] {
  const { [key]: value, ...rest } = condition;
  const other = isObject(block[operator]) ? block[operator] : {};
  if (Object.hasOwn(other, key)) return [];
  const entries = Object.entries(block).flatMap(([name, keys]): readonly (readonly [string, Json])[] => {
    if (name === operator) return [];
    if (name !== own) return [[name, keys]];
    return Object.keys(rest).length > 0 ? [[name, rest]] : [];
  });
  const changed = { ...Object.fromEntries(entries), [operator]: { ...other, [key]: value as Json } };
  return [{ op: "replace", path: blockPath, value: changed }];
}

/** What a request has for a condition key; undefined: nothing. */
export type Got = readonly string[] | undefined;

const STEP = { less: -1, more: 1, same: 0 } as const;
type Threshold = { readonly kind: "number" | "date"; readonly step: number }; // what is added to the request's value so that the comparison just holds

// biome-ignore format: a table reads as a table
const THRESHOLDS: Readonly<Record<string, Threshold>> = {
  NumericLessThan:          { kind: "number", step: STEP.more },
  NumericLessThanEquals:    { kind: "number", step: STEP.same },
  NumericGreaterThan:       { kind: "number", step: STEP.less },
  NumericGreaterThanEquals: { kind: "number", step: STEP.same },
  DateLessThan:             { kind: "date",   step: STEP.more },
  DateLessThanEquals:       { kind: "date",   step: STEP.same },
  DateGreaterThan:          { kind: "date",   step: STEP.less },
  DateGreaterThanEquals:    { kind: "date",   step: STEP.same },
};

/** The comparison that is true exactly where the other is false. */
// biome-ignore format: a table reads as a table
const CONTRARY: Readonly<Record<string, string>> = {
  NumericLessThan: "NumericGreaterThanEquals", NumericLessThanEquals: "NumericGreaterThan", NumericGreaterThan: "NumericLessThanEquals",
  NumericGreaterThanEquals: "NumericLessThan", DateLessThan: "DateGreaterThanEquals", DateLessThanEquals: "DateGreaterThan",
  DateGreaterThan: "DateLessThanEquals", DateGreaterThanEquals: "DateLessThan",
};

function threshold(base: string, got: string): string | undefined {
  const row = THRESHOLDS[base];
  if (row === undefined) return undefined;
  if (row.kind === "number") {
    const number = Number(got);
    return parseDecimal(got) !== undefined && printsPlainly(number) ? String(number + row.step) : undefined;
  }
  const instant = parseInstant(got);
  if (instant === undefined) return undefined;
  const time = new Date((instant.seconds + row.step) * 1000 + (row.step === 0 ? instant.milliseconds : 0));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace(".000Z", "Z");
}

/** A value of a request as one of a policy that matches it and nothing else; undefined where a policy would read it otherwise. */
function asWritten(base: string, got: string): string | undefined {
  if (base === "IpAddress") return `${got}/${got.includes(":") ? 128 : 32}`;
  if (got.includes("$")) return undefined;
  return /Like|^Arn/.test(base) && /[*?]/.test(got) ? undefined : got;
}

/** Changes of a condition that failed for a request after which it holds: another value first, then less asked. */
export function satisfying(statement: JsonObject, path: string, condition: Condition, got: Got): readonly Amendment[] {
  const name = parseOperatorName(condition.operator);
  const found = conditionIn(statement, path, condition);
  if (name === undefined || found === undefined) return [];
  const { key, operator, values } = condition;
  const gone: Amendment = { text: `ask no more for ${operator} of ${key}`, patch: removal(found, key), rank: RANK.loosened };
  if (name.base === "Null" || name.base === "Bool") return [gone];
  if (got === undefined) {
    if (name.ifExists || name.quantifier !== "single") return [gone];
    const text = `ask for ${operator} of ${key} only where the request has it`;
    const softer = renamed(found, key, `${operator}IfExists`);
    return softer.length === 0 ? [gone] : [{ text, patch: softer, rank: RANK.loosened }, gone];
  }
  if (name.quantifier === "single" && got.length > 1) return [gone];
  if (name.negated) return [...lessExcluded(found, key, values, got), gone];
  const moved = got.length === 1 ? threshold(name.base, got[0] as string) : undefined;
  if (moved !== undefined) return [replacedValue(found, key, moved), gone];
  const wanted = name.quantifier === "for-any-value" ? got.slice(0, 1) : got.filter((value) => !values.includes(value));
  return [...moreValues(found, name.base, key, wanted), gone];
}

/** Changes of a condition that held for a request after which it fails. */
export function evading(statement: JsonObject, path: string, condition: Condition, got: Got): readonly Amendment[] {
  const name = parseOperatorName(condition.operator);
  const found = conditionIn(statement, path, condition);
  if (name === undefined || found === undefined || got === undefined || got.length === 0) return [];
  const { key, values } = condition;
  if (name.base === "Null" || name.base === "Bool") return [];
  if (name.negated) return moreValues(found, name.base, key, name.quantifier === "for-all-values" ? got.slice(0, 1) : got);
  const contrary = CONTRARY[name.base];
  const moved = contrary !== undefined && got.length === 1 ? threshold(contrary, got[0] as string) : undefined;
  if (moved !== undefined) return [replacedValue(found, key, moved)];
  return name.quantifier === "for-all-values" ? lessExcluded(found, key, values, got.slice(0, 1)) : lessExcluded(found, key, values, got);
}

function moreValues({ condition, path }: Found, base: string, key: string, wanted: readonly string[]): readonly Amendment[] {
  const written = wanted.map((value) => asWritten(base, value));
  if (written.length === 0 || written.includes(undefined)) return [];
  const at = pointerStep(path, key);
  const before = condition[key];
  const text = `take ${listed(written.map((value) => JSON.stringify(value)))} for ${key} too`;
  const patch: readonly Operation[] = Array.isArray(before)
    ? written.map((value) => ({ op: "add", path: `${at}/-`, value: value as string }))
    : [{ op: "replace", path: at, value: [before as Json, ...(written as string[])] }];
  return [{ text, patch, rank: RANK.value }];
}

function lessExcluded({ condition, path }: Found, key: string, values: readonly string[], got: readonly string[]): readonly Amendment[] {
  const listedOnes = got.filter((value) => values.includes(value));
  if (listedOnes.length !== got.length || got.length !== 1) return [];
  const patch = removedValue(condition, path, key, (value) => value === got[0]);
  return patch === undefined ? [] : [{ text: `no longer name ${JSON.stringify(got[0])} for ${key}`, patch, rank: RANK.member }];
}

function replacedValue({ condition, path }: Found, key: string, value: string): Amendment {
  const before = condition[key];
  const as: Json = typeof before === "number" ? Number(value) : Array.isArray(before) ? [value] : value;
  const text = `have ${JSON.stringify(value)} for ${key} in the place of ${JSON.stringify(before)}`;
  return { text, patch: [{ op: "replace", path: pointerStep(path, key), value: as }], rank: RANK.value };
}

const EXCEPTIONS = ["ArnNotEquals", "ArnNotLike", "StringNotEquals", "StringNotLike"] as const;
const EXCEPTING: ReadonlySet<string> = new Set(EXCEPTIONS.flatMap((name) => [name, `${name}IfExists`]));

/** The statement no longer about requests with this value of a condition key. */
export function exception(statement: JsonObject, path: string, key: string, value: string, text: string): Amendment | undefined {
  const condition = isObject(statement.Condition) ? statement.Condition : undefined;
  const change = (patch: readonly Operation[]): Amendment => ({ text, patch, rank: RANK.exception, affects: value });
  if (condition === undefined) {
    const operator = value.startsWith("arn:") ? "ArnNotEquals" : "StringNotEquals";
    return change([{ op: "add", path: `${path}/Condition`, value: { [operator]: { [key]: value } } }]);
  }
  for (const [operator, keys] of Object.entries(condition)) {
    if (!EXCEPTING.has(operator) || !isObject(keys)) continue;
    const same = Object.keys(keys).find((name) => foldCase(name) === foldCase(key));
    if (same !== undefined) return change(addedValue(keys, pointerStep(`${path}/Condition`, operator), same, value));
  }
  const usable = EXCEPTIONS.filter((name) => value.startsWith("arn:") || name.startsWith("String"));
  const operator = usable.find((name) => condition[name] !== undefined) ?? usable[0];
  if (operator === undefined) return undefined;
  const at = pointerStep(`${path}/Condition`, operator);
  return change(
    condition[operator] === undefined
      ? [{ op: "add", path: at, value: { [key]: value } }]
      : [{ op: "add", path: pointerStep(at, key), value }],
  );
}
