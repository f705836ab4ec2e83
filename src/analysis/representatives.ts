import type { CompiledCondition } from "../authz/compile.ts";
import { operatorOf } from "../iam/operators.ts";
import { type Decimal, type Instant, printsPlainly } from "../iam/values.ts";
import type { Lookup } from "../iam/variables.ts";
import { ipClasses } from "../sets/ip-classes.ts";
import type { IpRange } from "../sets/ip-ranges.ts";
import { equalTo, lessThan, numberClasses } from "../sets/number-classes.ts";
import { textClasses } from "../sets/text-classes.ts";
import { type Language, literal } from "../sets/tokens.ts";
import type { Domain } from "./domains.ts";
import { languageOf } from "./languages.ts";

/** Values of a condition key, one at least of every class that the conditions can tell apart; or why there is no such list. */
export type Representatives = { readonly values: readonly string[]; readonly inexact?: string };

/** What reads one key: conditions, and texts that it is compared with elsewhere. `lookups` give the policy variables every value they may have. */
export type Readers = {
  readonly conditions: readonly CompiledCondition[];
  readonly texts: readonly string[];
  readonly languages: readonly Language[];
  readonly lookups: readonly Lookup[];
};

const MAX_STATES = 20_000;
const ENUMERABLE = 4096;
const TOLD_APART = 64;

export function representatives(domain: Domain, readers: Readers): Representatives {
  const { conditions } = readers;
  if (domain.kind === "closed") return { values: domain.values };
  const compared = conditions.filter(({ base }) => base !== "Null");
  const isOfKind = (condition: CompiledCondition): boolean => familyOf(condition) === familyIn(domain);
  const strangers = compared.filter((condition) => !isOfKind(condition) && condition.operands.length > 0);
  if (domain.kind === "number" && domain.to - domain.from < ENUMERABLE && strangers.length > 0)
    return { values: Array.from({ length: domain.to - domain.from + 1 }, (_, i) => String(domain.from + i)) };
  const own = ofKind(domain, { ...readers, conditions: compared.filter(isOfKind) });
  if (strangers.length === 0) return own;
  // Of another kind of operator: what its values say is tried, and nothing is proved by it.
  const tried = strangers.flatMap(({ values }) => values).filter((value) => !/[*?$]/.test(value));
  return {
    values: [...new Set([...own.values, ...tried])],
    inexact: `${strangers[0]?.key} is compared by ${strangers[0]?.operator}, which is none of its kind`,
  };
}

function ofKind(domain: Exclude<Domain, { kind: "closed" }>, readers: Readers): Representatives {
  const { conditions } = readers;
  switch (domain.kind) {
    case "number":
      return { values: numbers(operandsOf<Decimal>(conditions).map(toNumber), domain) };
    case "date":
      return { values: dates(operandsOf<Instant>(conditions)) };
    case "ip":
      return { values: addresses(operandsOf<IpRange | "nowhere">(conditions).filter((range) => range !== "nowhere")) };
    case "text":
      return ofText(domain.language, domain.hints, readers);
  }
}

function ofText(language: Language, hints: readonly string[], { conditions, texts, lookups, languages: more }: Readers): Representatives {
  const languages = new Map<string, Language>();
  const add = (found: Language) => {
    if (found.length > 0) languages.set(JSON.stringify(found), found);
  };
  for (const condition of conditions)
    for (const lookup of condition.hasTemplates ? lookups : lookups.slice(0, 1)) add(languageOf(condition, lookup) ?? []);
  const written = conditions.flatMap(({ base, operands }) =>
    base === "StringEquals" ? operands.flatMap((operand) => ("prepared" in operand ? [operand.prepared as string] : [])) : [],
  );
  if (written.length <= TOLD_APART) for (const one of written) add([literal(one)]); // so that answers can list them
  for (const one of texts) add([literal(one)]);
  for (const one of more) add(one);
  const found = textClasses([...languages.values()], language, { maxStates: MAX_STATES, hints });
  if ("limit" in found) return { values: hints, inexact: `${conditions[0]?.key} has patterns that overlap too much: ${found.limit}` };
  return { values: found.classes.map(({ witness }) => witness) };
}

const familyIn = ({ kind }: Domain): string => kind;

function familyOf({ base }: CompiledCondition): string {
  if (base === "Null") return "text";
  const { type } = operatorOf(base);
  return type === "numeric" ? "number" : type === "date" || type === "ip" || type === "bool" ? type : "text";
}

const operandsOf = <T>(conditions: readonly CompiledCondition[]): readonly T[] =>
  conditions.flatMap(({ operands }) =>
    operands.flatMap((operand) => ("prepared" in operand && operand.prepared !== undefined ? [operand.prepared as T] : [])),
  );

const toNumber = ({ negative, digits, point }: Decimal): number => Number(`${negative ? "-" : ""}0.${digits || "0"}e${point}`);

/** Every constant, and a number on either side of it. */
function numbers(constants: readonly number[], { from, to, whole }: { from: number; to: number; whole: boolean }): readonly string[] {
  const sets = constants.flatMap((constant) => [equalTo(constant), lessThan(constant)]);
  const classes = numberClasses(sets, { from, to: Math.min(to, 1e15), ...(whole && { integers: true }) });
  return classes.map(({ witness }) => witness).flatMap((number) => (printsPlainly(number) ? [String(number)] : []));
}

const addresses = (ranges: readonly IpRange[]): readonly string[] =>
  ipClasses(ranges.map((range) => [range])).map(({ witness }) => witness);

/** Every moment named, the second before and the second after it, and one where none is. */
function dates(moments: readonly Instant[]): readonly string[] {
  const all = moments.flatMap(({ seconds, milliseconds }) => [seconds * 1000 + milliseconds, (seconds - 1) * 1000, (seconds + 1) * 1000]);
  const texts = [Date.UTC(2026, 0, 1), ...all]
    .filter((time) => time >= 0 && time < 253_402_300_800_000)
    .map((time) => new Date(time).toISOString().replace(".000Z", "Z"));
  return [...new Set(texts)];
}
