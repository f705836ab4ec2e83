import { expect, test } from "vitest";
import { type BilledKey, keyCost, monthOf } from "../../src/cost/key-months.ts";
import { inCents, plus } from "../../src/cost/money.ts";
import { PRICES } from "../../src/cost/prices.ts";

const NOVEMBER = monthOf("2026-11");
if (NOVEMBER === undefined) throw new Error("a month of 720 hours");
const HOUR = 3_600_000;
const key = (changes: Partial<BilledKey> = {}): BilledKey => ({
  name: "orders",
  arn: "arn:aws:kms:us-east-1:111122223333:key/1",
  region: "us-east-1",
  managedBy: "customer",
  state: "Enabled",
  createdAt: Date.UTC(2020, 0),
  rotationPeriodInDays: undefined,
  ...changes,
});
const cost = (changes: Partial<BilledKey>, assume = false) => inCents(keyCost(key(changes), NOVEMBER, PRICES, assume).cost);

// AWS KMS pricing: a month's price, prorated by the hour; the first and second rotation add one each

test("a month of 720 hours, as AWS prices its kinds of keys", () => {
  const mixed = [
    key({ rotationPeriodInDays: 365 }), // rotated twice
    key(),
    key(),
    key(), // a signing key with two replicas
    key({ createdAt: NOVEMBER.to - 240 * HOUR }),
    key({ deletionScheduledAt: NOVEMBER.from + 180 * HOUR, state: "PendingDeletion" }),
    key({ managedBy: "aws" }),
  ].map((one) => keyCost(one, NOVEMBER, PRICES));
  expect(mixed.map((one) => inCents(one.cost))).toEqual(["3.00", "1.00", "1.00", "1.00", "0.33", "0.25", "0.00"]);
  expect(inCents(mixed.map((one) => one.cost).reduce(plus))).toBe("6.58");
});

test("each rotation from when it is", () => {
  const createdAt = NOVEMBER.from - 350 * 24 * HOUR; // rotated on the 16th
  expect(cost({ createdAt, rotationPeriodInDays: 365 })).toBe("1.50");
  expect(cost({ createdAt: NOVEMBER.from - 2000 * 24 * HOUR, rotationPeriodInDays: 90 })).toBe("3.00"); // the third and later add nothing
});

test("what is not known is said, and never free", () => {
  expect(keyCost(key({ region: "cn-north-1" }), NOVEMBER, PRICES)).toMatchObject({
    isPriced: false,
    why: "no price for cn-north-1 is known",
  });
  expect(cost({ region: "cn-north-1" }, true)).toBe("1.00");
  expect(keyCost(key({ createdAt: undefined, rotationPeriodInDays: 365 }), NOVEMBER, PRICES).why).toContain(
    "taken to have no rotation yet",
  );
  expect(cost({ state: "Disabled" })).toBe("1.00");
  expect(cost({ createdAt: NOVEMBER.to + HOUR })).toBe("0.00");
});

test("months", () => {
  expect(monthOf("2026-02")).toMatchObject({ from: Date.UTC(2026, 1), to: Date.UTC(2026, 2) });
  for (const text of ["2026-13", "2026-1", "26-01", "x"]) expect(monthOf(text)).toBeUndefined();
});
