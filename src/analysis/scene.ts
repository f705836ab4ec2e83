import type { ResourceMember } from "../authz/compile.ts";
import { type Fact, Facts } from "../authz/facts.ts";
import { constraintsHold } from "../authz/grants.ts";
import { conditionHolds, type LinkedCondition, resourceMatches } from "../authz/match.ts";
import { keysOfGrant } from "../authz/missing.ts";
import { type PlannedGrant, statementsOf } from "../authz/plan.ts";
import { MAYBE, type Tri, YES } from "../authz/tri.ts";
import type { Doubt, Element } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";
import type { Choice, Variable } from "./choice.ts";
import { ALWAYS, Diagrams, NEVER, type Node, TooLarge } from "./diagram.ts";
import { variablesIn, variablesOf } from "./readings.ts";
import type { Side } from "./side.ts";
import { dimensionsOf, SPELLING } from "./variables.ts";
import { wellFormed } from "./well-formed.ts";

const CONTEXT = "kms:encryptioncontext:";
const CONTEXT_KEYS = "kms:encryptioncontextkeys";
const LISTINGS: Readonly<Record<string, string>> = { [CONTEXT_KEYS]: CONTEXT, "aws:tagkeys": "aws:requesttag/" };
const MOST_TUPLES = 20_000;

const OWN = "own policies";

/** Silent first: a request that needs nothing assumed is shown before one that does. */
const OWN_POLICIES: Variable = {
  name: OWN,
  keys: [OWN],
  choices: ["silent", "allow"].map((value) => ({ values: new Map([[OWN, value]]), said: {} })),
};

/**
 * All requests of one caller for one action on one resource, as the policy sets of its sides can tell them apart: variables with finitely many classes, and
 * conditions as functions of these. What a condition makes of a class is asked of the evaluator, for the value that stands for the class.
 */
export class Scene {
  readonly sides: readonly Side[];
  readonly variables: readonly Variable[];
  readonly diagrams: Diagrams;
  readonly inexact: Set<string>;
  readonly #byKey: ReadonlyMap<string, number>;
  readonly #settings: readonly (readonly (readonly (readonly [slot: number, value: Fact])[])[])[][]; // of each side, variable and choice
  readonly #conditions: readonly Map<LinkedCondition, Node>[];
  readonly #doubts: ReadonlyMap<string, Doubt>;
  readonly #mayHold: boolean;
  /** The variables that no request settles: what is not known. */
  readonly unknowns: readonly number[];
  #possible: Node | undefined;

  /** `hasOwn`: identity policies of the caller that nobody told may allow as well; whether they do is one more variable, the same for every side. */
  constructor(sides: readonly Side[], limit?: number, hasOwn = false) {
    this.sides = sides;
    const { variables, inexact } = dimensionsOf(sides);
    this.#mayHold = hasOwn;
    this.#doubts = new Map(sides.flatMap(doubtsOf).map((doubt) => [doubt.id, doubt]));
    const mayHold = hasOwn || sides.some((side) => side.mayHold);
    this.variables = [...variables, ...(mayHold ? [OWN_POLICIES] : []), ...[...this.#doubts.keys()].map(variableOf)];
    this.unknowns = this.variables.flatMap(({ keys }, i) =>
      keys.some((key) => key.startsWith(DOUBT) || sides.some((side) => side.isOpen(key))) ? [i] : [],
    );
    this.inexact = new Set(inexact);
    this.diagrams = new Diagrams(
      this.variables.map(({ choices }) => choices.length),
      limit,
    );
    this.#byKey = new Map(this.variables.flatMap(({ keys }, i) => keys.map((key) => [key, i] as const)));
    this.#settings = sides.map((side) => this.variables.map(({ choices }) => choices.map((choice) => settingsOf(side, choice))));
    this.#conditions = sides.map(() => new Map());
    for (const side of sides)
      for (const { index, name } of side.linked.slots) {
        const standing = side.standing(name);
        if (standing?.fixed) side.values[index] = standing.value;
      }
  }

  variable(key: string): number | undefined {
    return this.#byKey.get(key);
  }

  /** The requests that can be. */
  get possible(): Node {
    this.#possible ??= wellFormed(this);
    return this.#possible;
  }

  /** Where the identity policies that nobody told allow. */
  get own(): Node {
    return this.where(OWN, (value) => value === "allow") ?? NEVER;
  }

  /** The same as far as a side is about them. */
  ownOf(side: number): Node {
    return this.#mayHold || this.sides[side]?.mayHold === true ? this.own : NEVER;
  }

  /** Where what is not known turns out so that a statement counts. */
  doubt({ id }: Doubt): Node {
    return this.where(DOUBT + id, (value) => value === "so") ?? NEVER;
  }

  /** Where a function holds whatever is not known. */
  certain(node: Node): Node {
    return this.unknowns.reduce((all, variable) => this.diagrams.forEvery(all, variable), node);
  }

  /** Where it holds for something that may be so. */
  perhaps(node: Node): Node {
    return this.unknowns.reduce((any, variable) => this.diagrams.forSome(any, variable), node);
  }

  /** Statements that may be there on every side alike: whatever is the truth, it is the same of each. */
  get shared(): readonly Doubt[] {
    if (this.sides.length < 2) return [];
    const inEach = this.sides.map((side) => new Set(doubtsOf(side).map(({ id }) => id)));
    return [...this.#doubts.values()].filter(({ id }) => inEach.every((ids) => ids.has(id)));
  }

  /** A function where none of these statements is there; it asks about them no more. */
  without(doubts: readonly Doubt[], node: Node): Node {
    return doubts.reduce((rest, doubt) => {
      const variable = this.variable(DOUBT + doubt.id);
      return variable === undefined ? rest : this.diagrams.forSome(this.diagrams.without(rest, this.doubt(doubt)), variable);
    }, node);
  }

  /** A function where this statement is there. */
  with(doubt: Doubt, node: Node): Node {
    const variable = this.variable(DOUBT + doubt.id);
    return variable === undefined ? node : this.diagrams.forSome(this.diagrams.and(node, this.doubt(doubt)), variable);
  }

  /** The requests for which a function holds for something that may be so, whatever the caller's own policies are. */
  anyhow(node: Node): Node {
    const own = this.variable(OWN);
    const any = this.perhaps(node);
    return own === undefined ? any : this.diagrams.forSome(any, own);
  }

  /** What of that has a say in a function. */
  decisive(node: Node): readonly Doubt[] {
    const { diagrams } = this;
    const own = this.unknowns.filter((variable) => diagrams.forEvery(node, variable) !== diagrams.forSome(node, variable));
    return own.map((variable): Doubt => {
      const { name, keys } = this.variables[variable] as Variable;
      const id = keys[0] as string;
      return this.#doubts.get(id.slice(DOUBT.length)) ?? { id, text: name };
    });
  }

  isUnknown(variable: number): boolean {
    return this.unknowns.includes(variable);
  }

  get hasOwn(): boolean {
    return this.variable(OWN) !== undefined;
  }

  isOwn(variable: number): boolean {
    return this.variables[variable]?.name === OWN;
  }

  /** Whether a function holds only where these policies allow, in the way that is shown of it. */
  takesOwn(node: Node): boolean {
    const variable = this.variable(OWN);
    return variable !== undefined && this.diagrams.first(node)?.get(variable) === 1;
  }

  /** Where some choice of the variable of a key is as wanted; everywhere or nowhere if the key does not vary. */
  where(key: string, holds: (value: string | readonly string[] | undefined, choice: Choice) => boolean): Node | undefined {
    const variable = this.variable(key);
    if (variable === undefined) return undefined;
    const { choices } = this.variables[variable] as Variable;
    return this.diagrams.among(variable, (i) => holds(choices[i]?.values.get(key), choices[i] as Choice));
  }

  condition(side: number, condition: LinkedCondition): Node {
    const known = this.#conditions[side]?.get(condition);
    if (known !== undefined) return known;
    const prefix = LISTINGS[condition.name];
    const isList = prefix !== undefined && this.variable(condition.name) !== undefined;
    const made = isList
      ? this.#ofListing(side, condition, prefix)
      : this.#table([condition.name, ...variablesOf(condition)], (facts) => conditionHolds(condition, facts), side);
    this.#conditions[side]?.set(condition, made);
    return made;
  }

  /** Where a resource element with variables matches. */
  resource(side: number, element: Element<ResourceMember>): Node {
    const { request } = this.sides[side] as Side;
    const names = element.members.flatMap(({ template }) => variablesIn(template));
    return this.#table(names, (facts) => resourceMatches(element, request.resource.text, facts), side);
  }

  /** Where the constraints of a grant hold. */
  grant(side: number, { linked, operation }: PlannedGrant): Node {
    const own = keysOfGrant({ linked, operation }).filter((name) => name !== CONTEXT_KEYS);
    const names = new Set((linked.pairs ?? []).flatMap((name, i) => (i % 2 === 0 ? [CONTEXT + foldCase(name)] : [])));
    const readsContext = linked.pairs !== undefined && operation !== "DescribeKey";
    const isAbout = (key: string) => names.has(key) || (linked.exact && (key.startsWith(CONTEXT) || key === CONTEXT_KEYS));
    const context = readsContext ? [...this.#byKey.keys()].filter(isAbout) : [];
    const at = this.sides[side] as Side;
    return this.#table(
      [...own, ...context],
      (_, choices) => {
        const pairs = choices.flatMap(({ values }) => pairsOf(values));
        return constraintsHold(linked, operation, new Facts({ ...at.request, encryptionContext: pairs }, at.plan.scope, [...at.values]));
      },
      side,
    );
  }

  /** A function of the variables that some keys vary with, worked out for every tuple of classes. */
  #table(keys: readonly string[], holds: (facts: Facts, choices: readonly Choice[]) => Tri, side: number): Node {
    const variables = [...new Set(keys.flatMap((key) => this.variable(key) ?? []))].sort((a, b) => a - b);
    const tuples = variables.reduce((product, variable) => product * (this.diagrams.sizes[variable] as number), 1);
    if (tuples > MOST_TUPLES) throw new TooLarge(MOST_TUPLES);
    const { facts } = this.sides[side] as Side;
    return this.diagrams.table(variables, (tuple) => {
      for (const [i, choice] of tuple.entries()) this.#choose(side, variables[i] as number, choice);
      const truth = holds(
        facts,
        tuple.map((choice, i) => this.variables[variables[i] as number]?.choices[choice] as Choice),
      );
      if (truth === MAYBE) this.inexact.add(`${keys.join(", ")}: not everything that it depends on is known`);
      return truth === YES;
    });
  }

  #choose(side: number, variable: number, choice: number): void {
    const { values } = this.sides[side] as Side;
    for (const [slot, value] of this.#settings[side]?.[variable]?.[choice] ?? []) values[slot] = value;
  }

  /** A condition on the names of a map: some of them, or all, by what it makes of each alone. */
  #ofListing(side: number, condition: LinkedCondition, prefix: string): Node {
    const { diagrams } = this;
    const { facts, values } = this.sides[side] as Side;
    const slot = condition.slot;
    const holdsFor = (value: readonly string[] | undefined): boolean => {
      values[slot] = value;
      return conditionHolds(condition, facts) === YES;
    };
    const members = this.variables.flatMap(({ keys, choices }, variable) => {
      if (keys.some((key) => key.startsWith(prefix)))
        return [{ variable, names: choices.map(({ values: all }) => [all.get(SPELLING) ?? []].flat()) }];
      return keys.includes(condition.name)
        ? [{ variable, names: choices.map(({ values: all }) => [all.get(condition.name) ?? []].flat()) }]
        : [];
    });
    const isEmpty = diagrams.every(members.map(({ variable, names }) => diagrams.among(variable, (choice) => names[choice]?.length === 0)));
    if (condition.base === "Null" || condition.quantifier === "single") {
      const [absent, present] = [holdsFor(undefined) ? ALWAYS : NEVER, holdsFor(["x"]) ? ALWAYS : NEVER];
      return diagrams.or(diagrams.and(isEmpty, absent), diagrams.without(present, isEmpty));
    }
    const each = members.map(({ variable, names }) =>
      diagrams.among(variable, (choice) => {
        const own = names[choice] as readonly string[];
        return condition.quantifier === "for-all-values" ? own.every((name) => holdsFor([name])) : own.some((name) => holdsFor([name]));
      }),
    );
    const ofSome = condition.quantifier === "for-all-values" ? diagrams.every(each) : diagrams.some(each);
    const absent = holdsFor(undefined) ? ALWAYS : NEVER;
    return diagrams.or(diagrams.and(isEmpty, absent), diagrams.without(ofSome, isEmpty));
  }
}

const DOUBT = "doubt ";

const variableOf = (id: string): Variable => ({
  name: DOUBT + id,
  keys: [DOUBT + id],
  choices: ["not", "so"].map((value) => ({ values: new Map([[DOUBT + id, value]]), said: {} })),
});

const doubtsOf = ({ plan }: Side): readonly Doubt[] => statementsOf(plan).flatMap(({ statement }) => statement.doubt ?? []);

function settingsOf(side: Side, { values }: Choice): readonly (readonly [number, Fact])[] {
  return [...values].flatMap(([key, value]) => {
    const slot = side.slot(key);
    return slot !== undefined && side.standing(key)?.fixed === false ? [[slot.index, value] as const] : [];
  });
}

/** The pairs that a choice puts into the encryption context: key, value. */
function pairsOf(values: Choice["values"]): readonly string[] {
  const spelling = values.get(SPELLING);
  if (typeof spelling === "string") {
    const value = [...values].find(([key]) => key.startsWith(CONTEXT))?.[1];
    return typeof value === "string" ? [spelling, value] : [];
  }
  const names = values.get(CONTEXT_KEYS);
  return typeof names === "object" ? names.flatMap((name) => [name, "value"]) : [];
}
