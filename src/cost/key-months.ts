import type { WorldKey } from "../estate/estate.ts";
import { fraction, type Money, NOTHING, plus, times } from "./money.ts";
import { hasPrice, moneyOf, type Prices } from "./prices.ts";

/** A month of the calendar, in UTC. */
export type Month = { readonly text: string; readonly from: number; readonly to: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `2026-11`; undefined for what is no month. */
export function monthOf(text: string): Month | undefined {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return { text, from: Date.UTC(Number(year), Number(month) - 1), to: Date.UTC(Number(year), Number(month)) };
}

export type KeyCost = {
  readonly key: string;
  readonly arn: string;
  readonly cost: Money;
  readonly hours: number;
  readonly rotations: number; // that are billed by the end of the month
  readonly why?: string; // it costs nothing, or something was taken for granted
  readonly isPriced: boolean;
};

/** What a key is, for its bill. */
export type BilledKey = Pick<WorldKey, "name" | "arn" | "region" | "managedBy" | "state" | "createdAt" | "rotationPeriodInDays"> & {
  readonly deletionScheduledAt?: number; // milliseconds since the Unix epoch
};

/**
 * The month's price of a key, by the hour: once, and once more for each of the first rotations from then on (AWS KMS pricing). Of AWS's own keys, and from the
 * scheduling of deletion on, nothing. All exact.
 */
export function keyCost(key: BilledKey, month: Month, prices: Prices, assumeCommercial = false): KeyCost {
  const { name, arn, region, managedBy, state, createdAt, rotationPeriodInDays: period, deletionScheduledAt: end = month.to } = key;
  const to = Math.min(month.to, end);
  const none = (why: string, isPriced = true): KeyCost => ({ key: name, arn, cost: NOTHING, hours: 0, rotations: 0, why, isPriced });
  if (managedBy === "aws") return none("managed by AWS: only its requests are billed");
  if (key.deletionScheduledAt === undefined && (state === "PendingDeletion" || state === "PendingReplicaDeletion"))
    return none("waiting for deletion: nothing from its scheduling on");
  if (!hasPrice(region) && !assumeCommercial) return none(`no price for ${region} is known`, false);
  const from = Math.max(month.from, createdAt ?? month.from);
  if (from >= month.to) return none("not yet created");
  if (to <= from) return none("waiting for deletion: nothing from its scheduling on");
  const rotatedAt =
    period === undefined || createdAt === undefined
      ? []
      : Array.from({ length: prices.billedRotations }, (_, i) => createdAt + (i + 1) * period * DAY).filter((moment) => moment < to);
  const whole = hours(month.from, month.to);
  const share = (since: number) => fraction(hours(Math.max(since, from), to), whole);
  const rotations = rotatedAt.map((moment) => times(share(moment), moneyOf(prices.rotationMonth)));
  const cost = [times(share(from), moneyOf(prices.keyMonth)), ...rotations].reduce(plus, NOTHING);
  const why =
    period !== undefined && createdAt === undefined ? "rotates, and its creation is not told: taken to have no rotation yet" : undefined;
  return {
    key: name,
    arn,
    cost,
    hours: hours(from, to),
    rotations: rotatedAt.length,
    isPriced: true,
    ...(why !== undefined && { why }),
  };
}

/** A part of an hour is an hour. */
const hours = (from: number, to: number): number => Math.ceil((to - from) / HOUR);
