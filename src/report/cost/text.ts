import { counted, printable } from "../../base/text.ts";
import { inCents } from "../../cost/money.ts";
import type { Headroom } from "../../cost/usage.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { type Bill, keysOf, type MonthBill, monthTotal, requestsOf } from "./bill.ts";

const number = (count: number): string => Math.round(count).toLocaleString("en-US");

/** A bill for people: by month its keys and requests, what it rests on, and what could be saved. */
export function billText(bill: Bill, paint: ColorFns = PLAIN): string {
  const { prices, months, usage, factor, saving } = bill;
  const lines: string[] = [];
  for (const month of months) lines.push(...monthLines(month, prices.currency, paint), "");
  if (factor !== undefined) lines.push(`Requests are those of the log, times ${factor.toFixed(2)} to fill a month.`);
  if (saving !== undefined && inCents(saving.money) !== "0.00")
    lines.push(
      `S3 Bucket Keys: ${number(saving.calls)} calls came through S3; some ${number(saving.left)} would be left (one a requester, key and hour), which saves about ${inCents(saving.money)} ${prices.currency} at most.`,
    );
  for (const one of usage?.headroom.filter(({ share }) => share >= 0.1).slice(0, 5) ?? []) lines.push(headroomLine(one, paint));
  const busiest = usage?.headroom[0];
  if (busiest !== undefined && busiest.share < 0.1)
    lines.push(
      `Quotas: the busiest minute used ${(busiest.share * 100).toFixed(1)} % of ${busiest.pool} (${number(busiest.perSecond)} a second).`,
    );
  lines.push(...notes(bill).map((note) => paint.dim(note)));
  return `${lines.join("\n")}\n`;
}

function monthLines(month: MonthBill, currency: string, paint: ColorFns): readonly string[] {
  const rows: (readonly [string, string, string])[] = [];
  for (const { key, cost, hours, rotations, why, isPriced } of month.keys) {
    const about = why ?? `${number(hours)} hours${rotations === 0 ? "" : `, ${counted(rotations, "rotation")}`}`;
    rows.push([printable(key, 40), about, isPriced ? inCents(cost) : "?"]);
  }
  for (const { account, classes } of month.requests)
    for (const { class: name, requests, free, price, per, cost } of classes)
      rows.push([
        WORDS[name] ?? name,
        `${number(requests)} of ${account}${free === 0 ? "" : `, ${number(free)} free`}, ${price} per ${number(per)}`,
        inCents(cost),
      ]);
  const [first, second] = [0, 1].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0), 8)) as [number, number];
  const last = Math.max(...rows.map(([, , cost]) => cost.length), inCents(monthTotal(month)).length);
  const total = (what: string, text: string) => `  ${what.padEnd(first + second + 2)}  ${text.padStart(last)}`;
  return [
    paint.bold(`${month.month}, ${currency}`),
    ...rows.map(([what, about, cost]) => `  ${what.padEnd(first)}  ${paint.dim(about.padEnd(second))}  ${cost.padStart(last)}`),
    ...(month.keys.length > 0 && month.requests.length > 0
      ? [total("keys", inCents(keysOf(month))), total("requests", inCents(requestsOf(month)))]
      : []),
    paint.bold(total("total", inCents(monthTotal(month)))),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  symmetric: "symmetric requests",
  hmac: "HMAC requests",
  random: "random bytes",
  asymmetricRsa2048: "RSA 2048 requests",
  asymmetricOther: "other asymmetric",
  dataKeyPairEcc: "ECC data key pairs",
  dataKeyPairRsa: "RSA data key pairs",
  management: "management calls",
};

function headroomLine({ account, region, pool, perSecond, peak, share, at }: Headroom, paint: ColorFns): string {
  const text = `Quota: ${pool} of ${account} in ${region}: about ${number(peak)} of ${number(perSecond)} a second at ${at} (${(share * 100).toFixed(0)} %)`;
  return share >= 0.6 ? paint.red(`${text}: near the limit`) : text;
}

function notes({ prices, months, usage }: Bill): readonly string[] {
  const unpriced = months.flatMap(({ keys }) => keys.filter(({ isPriced }) => !isPriced));
  return [
    `Prices as of ${prices.asOf}, of commercial Regions; HMAC, random bytes and management calls are assumed to cost what symmetric ones do. Lines are rounded, totals are not made of them.`,
    ...(unpriced.length > 0
      ? [
          `${counted(unpriced.length, "key")} without a known price ${unpriced.length === 1 ? "is" : "are"} not in the total: --prices gives one, --assume-commercial takes ours.`,
        ]
      : []),
    ...(usage !== undefined && usage.refused > 0
      ? [`${number(usage.refused)} calls that failed are not counted: AWS does not say whether it bills them.`]
      : []),
    ...(usage !== undefined && usage.assumed > 0
      ? [`Of ${number(usage.assumed)} calls the spec of the key is not known: give the world that has the keys.`]
      : []),
    ...(usage !== undefined
      ? ["Each account has its own 20,000 free requests here; accounts that are billed together may share one allowance."]
      : []),
  ];
}
