import type { Bits } from "./bits.ts";
import { closedClasses } from "./closed-classes.ts";

/** Numbers between two bounds, each of which counts unless it is open; unbounded where one is missing. With NaN as a bound there are none. */
export type Interval = { readonly from?: number; readonly to?: number; readonly fromOpen?: true; readonly toOpen?: true };

/** The numbers in one of the intervals. */
export type NumberSet = readonly Interval[];

export const equalTo = (value: number): NumberSet => [{ from: value, to: value }];
export const lessThan = (value: number): NumberSet => [{ to: value, toOpen: true }];

export const hasNumber = (set: NumberSet, value: number): boolean =>
  set.some(
    ({ from, to, fromOpen, toOpen }) =>
      (from === undefined || (fromOpen ? value > from : value >= from)) && (to === undefined || (toOpen ? value < to : value <= to)),
  );

/** Which numbers there are: bounds count, and `hints` are preferred as witnesses of their classes. */
export type NumberDomain = { readonly from?: number; readonly to?: number; readonly integers?: true; readonly hints?: readonly number[] };

export type NumberClass = { readonly bits: Bits; readonly witness: number };

/**
 * All ways in which a number of the domain can be in the sets and out of them, each once. Moments are numbers too, of milliseconds.
 *
 * The class lemma, for numbers: sets change only at their bounds, so that a number of each bound and of each gap between them stands for all. Numbers are
 * those of JavaScript: two bounds that are one such number count as one.
 */
export function numberClasses(sets: readonly NumberSet[], domain: NumberDomain = {}): readonly NumberClass[] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, integers, hints = [] } = domain;
  const bounds = [from, to, ...sets.flatMap((set) => set.flatMap((interval) => [interval.from, interval.to]))];
  const cuts = [...new Set(bounds.filter((bound) => bound !== undefined && Number.isFinite(bound)) as number[])].sort((a, b) => a - b);
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  const gaps = edges.slice(1).map((high, i) => between(edges[i] as number, high, integers === true));
  const numbers = [...hints, ...cuts, ...gaps.filter((number) => number !== undefined)].filter(
    (number) => Number.isFinite(number) && number >= from && number <= to && (integers !== true || Number.isInteger(number)),
  );
  const predicates = sets.map((set) => (number: number) => hasNumber(set, number));
  return closedClasses(numbers, predicates).map(({ bits, witness }) => ({ bits, witness: witness + 0 })); // no -0
}

/** A number between two others, an integer if there is one, next to the lower or else the higher; undefined if there is none. */
function between(low: number, high: number, integers: boolean): number | undefined {
  const isBetween = (number: number) => low < number && number < high;
  const integer = [Math.floor(low) + 1, Math.ceil(high) - 1, 0, next(low), -next(-high)].find(
    (number) => isBetween(number) && Number.isInteger(number),
  );
  if (integer !== undefined || integers) return integer;
  return [low / 2 + high / 2, next(low)].find(isBetween);
}

const VIEW = new DataView(new ArrayBuffer(8));

/** The number of JavaScript that follows, of those that are finite. */
function next(number: number): number {
  if (!Number.isFinite(number)) return number;
  if (number === 0) return Number.MIN_VALUE;
  VIEW.setFloat64(0, number);
  VIEW.setBigInt64(0, VIEW.getBigInt64(0) + (number > 0 ? 1n : -1n));
  return VIEW.getFloat64(0);
}
