import { fraction, type Money, NOTHING, plus, times } from "./money.ts";
import { moneyOf, type Prices, REQUEST_CLASSES, type RequestClass } from "./prices.ts";

/** How many requests of each class one account made in one month. */
export type RequestCounts = Readonly<Partial<Record<RequestClass, number>>>;

export type ClassCost = {
  readonly class: RequestClass;
  readonly requests: number;
  readonly free: number;
  readonly price: string;
  readonly per: number;
  readonly cost: Money;
};

/**
 * The free requests of a month are one allowance of the account over all Regions and all classes that have one: they are taken where they save most
 * (AWS KMS pricing). Accounts that are billed together may share one allowance: here each has its own.
 */
export function requestCosts(counts: RequestCounts, prices: Prices): readonly ClassCost[] {
  let free = prices.freeRequests;
  const rows = REQUEST_CLASSES.flatMap((name) => {
    const requests = counts[name] ?? 0;
    return requests === 0 ? [] : [{ name, requests, row: prices.requests[name] }];
  });
  const dearest = [...rows].sort((a, b) => unit(b.row) - unit(a.row));
  const freeOf = new Map<RequestClass, number>();
  for (const { name, requests, row } of dearest) {
    const taken = row.freeTier ? Math.min(free, requests) : 0;
    freeOf.set(name, taken);
    free -= taken;
  }
  return rows.map(({ name, requests, row }) => {
    const taken = freeOf.get(name) ?? 0;
    const cost = times(fraction(requests - taken, row.per), moneyOf(row.price));
    return { class: name, requests, free: taken, price: row.price, per: row.per, cost };
  });
}

const unit = ({ price, per }: { readonly price: string; readonly per: number }): number => Number(price) / per;

export const totalOf = (costs: readonly { readonly cost: Money }[]): Money => costs.map(({ cost }) => cost).reduce(plus, NOTHING);
