import type { JsonNode } from "../../base/json-source.ts";
import { pointerStep, shown } from "../../base/text.ts";
import type { Evaluator, Tell, Truth } from "./functions.ts";
import { allOf, leafOf, partsOf, sameValue, type Value } from "./value.ts";

/** What decides what is not known: the values that matter of a symbol (`null`: any other), or "true" and "false" of a comparison. */
export type Atom = { readonly id: string; readonly values: Set<string | null>; readonly isComparison: boolean };
/** A choice for each atom: one way in which everything may be. */
export type Assignment = ReadonlyMap<string, string | null>;

/**
 * The conditions of a template, in three values: what hangs on a parameter without a value is not known, and what would decide it is remembered.
 *
 * Source: CloudFormation Template Reference, "Conditions" and "Condition functions".
 */
export class Conditions {
  readonly atoms = new Map<string, Atom>();
  readonly #section: ReadonlyMap<string, JsonNode>;
  readonly #evaluator: () => Evaluator;
  readonly #tell: Tell;
  readonly #known = new Map<string, Truth>();
  readonly #open = new Set<string>();
  readonly #assignment: Assignment;
  readonly #oneOf: (symbol: string) => readonly string[] | undefined;

  constructor(
    section: JsonNode | undefined,
    evaluator: () => Evaluator,
    tell: Tell,
    assignment: Assignment,
    oneOf: (symbol: string) => readonly string[] | undefined,
  ) {
    this.#section = new Map((section?.kind === "object" ? section.members : []).map(({ name, value }) => [name, value]));
    this.#evaluator = evaluator;
    this.#tell = tell;
    this.#assignment = assignment;
    this.#oneOf = oneOf;
  }

  /** Whether the condition of this name holds; "missing" where there is none. */
  truth(name: string): Truth | "missing" {
    const node = this.#section.get(name);
    if (node === undefined) return "missing";
    if (this.#known.has(name)) return this.#known.get(name);
    const at = pointerStep("/Conditions", name);
    if (this.#open.has(name)) {
      this.#tell("KW822", at, `the condition ${shown(name)} hangs on itself`);
      return undefined;
    }
    this.#open.add(name);
    const truth = this.#truth(node, at);
    this.#open.delete(name);
    this.#known.set(name, truth);
    return truth;
  }

  #truth(node: JsonNode, at: string): Truth {
    const [member, more] = node.kind === "object" ? node.members : [];
    if (member === undefined || more !== undefined) return this.#fault(at, "a condition is one function");
    const { name, value } = member;
    const inner = pointerStep(at, name);
    const items = value.kind === "array" ? value.items : [];
    const each = (): readonly Truth[] => items.map((item, i) => this.#truth(item, pointerStep(inner, i)));
    if (name === "Condition") {
      const truth = value.kind === "string" ? this.truth(value.value) : "missing";
      return truth === "missing"
        ? this.#fault(inner, `no condition is called ${shown(value.kind === "string" ? value.value : "")}`)
        : truth;
    }
    if (name === "Fn::Not" && items.length === 1) return negated(each()[0]);
    if (name === "Fn::And" && items.length > 0) return allOf(each());
    if (name === "Fn::Or" && items.length > 0) return negated(allOf(each().map(negated)));
    if (name === "Fn::Equals" && items.length === 2) {
      const [one, other] = items.map((item, i) => this.#evaluator().value(item, pointerStep(inner, i))) as [Value, Value];
      return this.#equal(one, other);
    }
    return this.#fault(inner, `${shown(name)} cannot stand in a condition so`, "Fn::And, Fn::Or, Fn::Not, Fn::Equals and Condition can");
  }

  #fault(at: string, message: string, help?: string): undefined {
    this.#tell("KW820", at, message, help);
    return undefined;
  }

  #equal(one: Value, other: Value): Truth {
    const same = sameValue(one, other);
    if (same !== undefined || one.kind === "unknown" || other.kind === "unknown") return same;
    const symbol = symbolOf(one) ?? symbolOf(other);
    const literal = symbolOf(one) === undefined ? leafOf(one) : leafOf(other);
    if (symbol !== undefined && typeof literal === "string") {
      const finite = this.#oneOf(symbol);
      if (finite !== undefined && !finite.includes(literal)) return false;
      if (this.#assignment.get(symbol) === null) return false; // a known value stands in its place already
      this.#atom(symbol, false, finite ?? [literal, null]);
      return undefined;
    }
    const id = comparison(one, other);
    const chosen = this.#assignment.get(id);
    if (chosen !== undefined) return chosen === "true";
    this.#atom(id, true, ["true", "false"]);
    return undefined;
  }

  #atom(id: string, isComparison: boolean, values: readonly (string | null)[]): void {
    const atom = this.atoms.get(id) ?? { id, values: new Set(), isComparison };
    for (const value of values) atom.values.add(value);
    this.atoms.set(id, atom);
  }
}

const negated = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** The symbol that a value is, and nothing else. */
function symbolOf(value: Value): string | undefined {
  const leaf = leafOf(value);
  const [part, more] = leaf === undefined ? [] : partsOf(leaf);
  return more === undefined && part !== undefined && typeof part !== "string" ? part.$symbol : undefined;
}

const words = (value: Value): string => {
  const leaf = leafOf(value);
  return leaf === undefined
    ? "…"
    : partsOf(leaf)
        .map((part) => (typeof part === "string" ? part : `\${${part.$symbol}}`))
        .join("");
};

const comparison = (one: Value, other: Value): string => [words(one), words(other)].sort().join(" = ");
