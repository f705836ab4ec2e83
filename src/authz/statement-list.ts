import type { Layer } from "./decision.ts";
import type { Facts } from "./facts.ts";
import type { LinkedStatement } from "./link.ts";
import type { LinkedCondition } from "./match.ts";
import { Untold } from "./untold.ts";

/** A statement that can decide a kind of request. */
export type Planned = {
  readonly statement: LinkedStatement;
  readonly layer: Layer;
  readonly ways: number; // how the principal element names the caller
  readonly mayWays: number; // and how it would, were an unknown session name the one it names
};

const FEW = 8; // below this, looking at each statement is as quick as looking it up

/**
 * Statements in their order, found by value: of many statements that each want one condition key to equal something, only those that want what the
 * request has are looked at.
 */
export class StatementList {
  readonly all: readonly Planned[];
  private readonly keyed: readonly Keyed[];
  private readonly others: readonly Numbered[];

  constructor(all: readonly Planned[]) {
    this.all = all;
    const numbered = all.map((planned, at) => ({
      planned,
      at,
      key: all.length < FEW ? undefined : planned.statement.conditions.find(isEquality),
    }));
    this.others = numbered.filter(({ key }) => key === undefined);
    this.keyed = [...new Set(numbered.flatMap(({ key }) => key?.slot ?? []))].map((slot) => keyedBy(slot, numbered));
  }

  /** Every statement that can apply, in order; some of them may not. */
  candidates(facts: Facts): readonly Planned[] {
    if (this.keyed.length === 0) return this.all;
    const found = [...this.others];
    for (const { slot, all, byValue } of this.keyed) {
      const value = facts.value(slot);
      if (value instanceof Untold) found.push(...all);
      else if (typeof value === "string") found.push(...(byValue.get(value) ?? NONE));
    }
    return found.sort((a, b) => a.at - b.at).map(({ planned }) => planned);
  }
}

type Numbered = { readonly planned: Planned; readonly at: number; readonly key: LinkedCondition | undefined };
type Keyed = { readonly slot: number; readonly all: readonly Numbered[]; readonly byValue: ReadonlyMap<string, readonly Numbered[]> };

const NONE: readonly Numbered[] = [];

/** A condition that holds only for the values it lists: absent keys, and keys with many values, never satisfy it. */
const isEquality = ({ base, negated, ifExists, quantifier, hasTemplates }: LinkedCondition): boolean =>
  base === "StringEquals" && !negated && !ifExists && quantifier === "single" && !hasTemplates;

function keyedBy(slot: number, numbered: readonly Numbered[]): Keyed {
  const all = numbered.filter(({ key }) => key?.slot === slot);
  const byValue = new Map<string, Numbered[]>();
  for (const one of all) {
    for (const value of new Set(one.key?.operands.flatMap((operand) => ("prepared" in operand ? [operand.prepared as string] : [])))) {
      const same = byValue.get(value);
      if (same) same.push(one);
      else byValue.set(value, [one]);
    }
  }
  return { slot, all, byValue };
}
