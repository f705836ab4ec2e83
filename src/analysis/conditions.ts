import type { Facts } from "../authz/facts.ts";
import { conditionHolds, type LinkedCondition } from "../authz/match.ts";
import { YES } from "../authz/tri.ts";
import { listed } from "../base/text.ts";
import { substitute, type TemplatePart, UNKNOWN } from "../iam/variables.ts";
import type { Choice, Variable } from "./choice.ts";
import { type Cube, NEVER, type Node } from "./diagram.ts";
import { conditionsOf } from "./readings.ts";
import type { Scene } from "./scene.ts";

/** What a condition key has to be: in words, and the values where these are all. */
export type When = { readonly key: string; readonly text: string; readonly in?: readonly string[] };

const MOST_CUBES = 64;

/**
 * A function as few conjunctions that say where, among the requests that can be, it holds: an OR of ANDs, empty where always. What a conjunction can do
 * without is left out, and conjunctions that the others cover.
 */
export function conditionsFor(
  scene: Scene,
  node: Node,
  endpoint?: string,
): { readonly when: readonly (readonly When[])[]; readonly complete: boolean } {
  const { diagrams } = scene;
  const possible = withinOwn(scene, node);
  const through: readonly When[] =
    endpoint === undefined ? [] : [{ key: "aws:SourceVpce", text: `is ${JSON.stringify(endpoint)}`, in: [endpoint] }];
  if (diagrams.implies(possible, node)) return { when: endpoint === undefined ? [] : [through], complete: true };
  const wanted = diagrams.or(node, diagrams.not(possible)); // what cannot be may be said of as one likes
  const found = diagrams.cubes(diagrams.and(node, possible), MOST_CUBES);
  const wide = found.map((cube) => widened(scene, cube, wanted));
  const kept: { cube: Cube; node: Node }[] = [];
  let covered: Node = NEVER;
  for (const cube of wide.sort((a, b) => a.size - b.size)) {
    const own = diagrams.and(diagrams.ofCube(cube), possible);
    if (diagrams.implies(own, covered)) continue;
    kept.push({ cube, node: own });
    covered = diagrams.or(covered, own);
  }
  const chosen = [...kept];
  for (const one of [...kept].reverse()) {
    const others = chosen.filter((other) => other !== one);
    if (others.length > 0 && diagrams.implies(one.node, diagrams.some(others.map((other) => other.node))))
      chosen.splice(chosen.indexOf(one), 1);
  }
  const complete = diagrams.implies(diagrams.and(node, possible), diagrams.some(chosen.map((one) => one.node)));
  return {
    when: chosen.map(({ cube }) => [
      ...through,
      ...[...cube].filter(([variable]) => !scene.isOwn(variable)).map(([variable, choices]) => described(scene, variable, choices)),
    ]),
    complete,
  };
}

/** What is assumed of identity policies that nobody told is no condition of a request: it is said beside them. */
function withinOwn({ diagrams, possible, own, hasOwn }: Scene, node: Node): Node {
  if (!hasOwn) return possible;
  return diagrams.and(possible, diagrams.and(node, own) === NEVER ? diagrams.not(own) : own);
}

/** The cube without what it can do without, and with every class that it may as well have. */
function widened(scene: Scene, cube: Cube, wanted: Node): Cube {
  const { diagrams } = scene;
  let wide: Map<number, ReadonlySet<number>> = new Map(cube);
  for (const variable of [...cube.keys()].reverse()) {
    const without = new Map(wide);
    without.delete(variable);
    if (diagrams.implies(diagrams.ofCube(without), wanted)) {
      wide = without;
      continue;
    }
    const more = new Set(wide.get(variable));
    for (let choice = 0; choice < (diagrams.sizes[variable] as number); choice++) {
      if (more.has(choice)) continue;
      const tried = new Map(wide).set(variable, new Set([...more, choice]));
      if (diagrams.implies(diagrams.ofCube(tried), wanted)) more.add(choice);
    }
    wide.set(variable, more);
  }
  return wide;
}

/** A variable's classes in words: by the values that policies write, where these say it. */
function described(scene: Scene, variable: number, choices: ReadonlySet<number>): When {
  const { name, keys, choices: all } = scene.variables[variable] as Variable;
  const key = keys.find((one) => one === name.toLowerCase()) ?? (keys[0] as string);
  const valuesOf = (choice: number) => [all[choice] as Choice, ...(all[choice]?.alike ?? [])].map(({ values }) => values.get(key));
  const isPresent = (choice: number): boolean => all[choice]?.values.get(key) !== undefined;
  const mayBeAbsent = (choice: number): boolean => valuesOf(choice).includes(undefined);
  const mayBePresent = (choice: number): boolean => valuesOf(choice).some((value) => value !== undefined);
  const own = [...choices];
  const others = all.flatMap((_, choice) => (choices.has(choice) ? [] : [choice]));
  const exact = literalsOf(scene, keys);
  const isExact = (choice: number): boolean => valuesOf(choice).every((value) => typeof value === "string" && exact.has(value));
  const textsOf = (list: readonly number[]) => [
    ...new Set(list.flatMap(valuesOf).flatMap((value) => (value === undefined ? [] : [JSON.stringify(value)]))),
  ];
  const quoted = (list: readonly number[]) => listed(textsOf(list), "or");
  if (!own.some(mayBePresent)) return { key: name, text: "is absent" };
  if (!others.some(mayBePresent)) return { key: name, text: "is present" };
  const present = own.filter(isPresent);
  const isOther = own.some((choice) => !isPresent(choice) && mayBePresent(choice)); // absent, or a value that no policy names
  const orAbsent = own.some(mayBeAbsent) ? ", or absent" : "";
  if (!isOther && present.every(isExact)) {
    const values = [...new Set(present.flatMap(valuesOf).map(String))];
    return { key: name, text: `is ${quoted(present)}${orAbsent}`, ...(orAbsent === "" && { in: values }) };
  }
  const missing = others.filter(isPresent);
  const isOtherMissing = others.some((choice) => !isPresent(choice) && mayBePresent(choice));
  if (!isOtherMissing && missing.length > 0 && missing.every(isExact))
    return { key: name, text: `${others.some(mayBeAbsent) ? "is present and " : ""}is not ${quoted(missing)}` };
  const said = byCondition(scene, keys, all, choices);
  if (said !== undefined) return { key: name, text: said };
  const examples = present.slice(0, 3);
  return {
    key: name,
    text: examples.length === 0 ? "is none of the values that policies name" : `is such as ${quoted(examples)}${orAbsent}`,
  };
}

/** Values that conditions on the keys write out, so that a class of one of them is that value and no other. */
function literalsOf(scene: Scene, keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { plan, facts } of scene.sides) {
    for (const { name, operands } of conditionsOf(plan))
      if (keys.includes(name))
        for (const text of operands.flatMap((operand) => ("template" in operand ? textOf(operand.template, facts) : []))) found.add(text);
    for (const { name, base, values } of conditionsOf(plan))
      if (keys.includes(name)) for (const value of values) if (base === "StringEquals" || !/[*?]/.test(value)) found.add(value);
    for (const { linked } of plan.grants)
      (linked.pairs ?? []).forEach((text, i, pairs) => {
        if (i % 2 === 1 && keys.includes(`kms:encryptioncontext:${(pairs[i - 1] as string).toLowerCase()}`)) found.add(text);
      });
  }
  return found;
}

/** What a value with variables is, where what they stand for is the same in all requests and has no wildcards beside it. */
function textOf(template: readonly TemplatePart[], { lookup }: Facts): readonly string[] {
  const parts = substitute(template, lookup);
  if (parts === undefined || parts === UNKNOWN) return [];
  return parts.some((part) => part.kind === "raw" && /[*?]/.test(part.text))
    ? []
    : [parts.map((part) => (part.kind === "variable" ? "" : part.text)).join("")];
}

/** The condition that holds for exactly these classes, or fails for exactly these, in words. */
function byCondition(scene: Scene, keys: readonly string[], all: readonly Choice[], wanted: ReadonlySet<number>): string | undefined {
  for (const side of scene.sides) {
    for (const condition of conditionsOf(side.plan)) {
      if (!keys.includes(condition.name) || condition.hasTemplates || condition.base === "Null") continue;
      const truth = all.map((choice) => holdsAt(side, condition, choice));
      const fits = (sign: boolean) => truth.every((holds, choice) => (holds === sign) === wanted.has(choice));
      if (fits(true)) return wordsFor(condition, condition.negated);
      if (fits(false) && condition.quantifier === "single") return wordsFor(condition, !condition.negated);
    }
  }
  return undefined;
}

function holdsAt(side: Scene["sides"][number], condition: LinkedCondition, { values }: Choice): boolean {
  const saved = side.values[condition.slot];
  side.values[condition.slot] = values.get(condition.name);
  const holds = conditionHolds(condition, side.facts) === YES;
  side.values[condition.slot] = saved as never;
  return holds;
}

const VERBS: Readonly<Record<string, readonly [string, string]>> = {
  StringEquals: ["is", "is not"],
  StringEqualsIgnoreCase: ["is, in any case,", "is not, in any case,"],
  StringLike: ["is like", "is not like"],
  ArnEquals: ["is like", "is not like"],
  ArnLike: ["is like", "is not like"],
  IpAddress: ["is in", "is not in"],
  NumericEquals: ["is", "is not"],
  NumericLessThan: ["is less than", "is at least"],
  NumericLessThanEquals: ["is at most", "is more than"],
  NumericGreaterThan: ["is more than", "is at most"],
  NumericGreaterThanEquals: ["is at least", "is less than"],
  DateEquals: ["is", "is not"],
  DateLessThan: ["is before", "is not before"],
  DateLessThanEquals: ["is not after", "is after"],
  DateGreaterThan: ["is after", "is not after"],
  DateGreaterThanEquals: ["is not before", "is before"],
  Bool: ["is", "is not"],
  BinaryEquals: ["is", "is not"],
};

const QUANTIFIED = { single: "", "for-all-values": "has only values of which each ", "for-any-value": "has a value that " } as const;

function wordsFor({ base, values, quantifier }: LinkedCondition, negated: boolean): string {
  const [verb, denial] = VERBS[base] ?? ["is", "is not"];
  return `${QUANTIFIED[quantifier]}${negated ? denial : verb} ${listed(
    values.map((value) => JSON.stringify(value)),
    "or",
  )}`;
}
