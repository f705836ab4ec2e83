import type { KeyCost } from "../../cost/key-months.ts";
import { inCents, type Money, plus } from "../../cost/money.ts";
import type { Prices } from "../../cost/prices.ts";
import { type ClassCost, totalOf } from "../../cost/request-cost.ts";
import type { Usage } from "../../cost/usage.ts";

/** What one month costs. */
export type MonthBill = {
  readonly month: string;
  readonly keys: readonly KeyCost[];
  readonly requests: readonly { readonly account: string; readonly classes: readonly ClassCost[] }[];
};

export type Bill = {
  readonly prices: Prices;
  readonly months: readonly MonthBill[];
  readonly usage: Usage | undefined;
  readonly factor: number | undefined; // counts were extrapolated to a month by it
  readonly saving: { readonly calls: number; readonly left: number; readonly money: Money } | undefined; // by S3 Bucket Keys
};

export const keysOf = ({ keys }: MonthBill): Money => totalOf(keys);
export const requestsOf = ({ requests }: MonthBill): Money => totalOf(requests.flatMap(({ classes }) => classes));
export const monthTotal = (month: MonthBill): Money => plus(keysOf(month), requestsOf(month));

/** The bill as data: amounts as texts with cents, each rounded by itself, and the total from exact figures. */
export function billJson({ prices, months, usage, factor, saving }: Bill): string {
  const document = {
    version: 1,
    prices: { asOf: prices.asOf, currency: prices.currency },
    months: months.map((month) => ({
      month: month.month,
      keys: month.keys.map(({ cost, isPriced, ...key }) => ({ ...key, cost: isPriced ? inCents(cost) : null })),
      requests: month.requests.map(({ account, classes }) => ({
        account,
        classes: classes.map(({ cost, ...row }) => ({ ...row, cost: inCents(cost) })),
      })),
      totals: { keys: inCents(keysOf(month)), requests: inCents(requestsOf(month)), all: inCents(monthTotal(month)) },
    })),
    ...(factor !== undefined && { extrapolatedBy: factor }),
    ...(usage !== undefined && { free: usage.free, notCounted: usage.refused, assumed: usage.assumed, headroom: usage.headroom }),
    ...(saving !== undefined && { bucketKeys: { calls: saving.calls, left: saving.left, saves: inCents(saving.money) } }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
