import { textAt } from "../replay/member.ts";
import { kmsEvent } from "../replay/record.ts";
import { recordedCall } from "../replay/recorded-call.ts";
import type { Prices, RequestClass } from "./prices.ts";
import { billedAs, poolOf } from "./request-class.ts";

/** What one account asked for in one month. */
export type AccountMonth = {
  readonly account: string;
  readonly month: string;
  readonly counts: Readonly<Partial<Record<RequestClass, number>>>;
};

/** How near the busiest minute came to a quota: `share` of 1 is all of it. */
export type Headroom = {
  readonly account: string;
  readonly region: string;
  readonly pool: string;
  readonly perSecond: number;
  readonly peak: number;
  readonly share: number;
  readonly at: string;
};

/** Calls that S3 made for its callers, and how many a bucket key would leave: one a requester, key and hour. */
export type BucketKeys = { readonly calls: number; readonly left: number };

export type Usage = {
  readonly months: readonly AccountMonth[];
  readonly free: number; // calls that cost nothing
  readonly refused: number; // AWS does not say whether it bills them: not counted
  readonly assumed: number; // billed by the dearer class, for the spec of the key is not known
  readonly headroom: readonly Headroom[];
  readonly bucketKeys: BucketKeys;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

const MOST_MINUTES = 2_000_000;
const MOST_WINDOWS = 1_000_000;
const BURST = 3; // seconds are not evenly busy: a peak second is taken for three times its minute's mean

/** Counts calls as they are billed: to the account that makes them, by the spec of the key (`specOf` by its ARN). */
export class UsageCounter {
  readonly #prices: Prices;
  readonly #specOf: (arn: string) => string | undefined;
  readonly #months = new Map<string, Map<RequestClass, number>>();
  readonly #minutes = new Map<string, { count: number; perSecond: number }>();
  readonly #windows = new Set<string>();
  #s3 = 0;
  #free = 0;
  #refused = 0;
  #assumed = 0;
  #from: string | undefined;
  #to: string | undefined;

  constructor(prices: Prices, specOf: (arn: string) => string | undefined) {
    this.#prices = prices;
    this.#specOf = specOf;
  }

  add(value: unknown): void {
    const call = recordedCall(value);
    if (!call.ok) {
      if (call.error.skip === "notPolicy" && textAt(kmsEvent(value), "errorCode") !== undefined) this.#refused++;
      return;
    }
    const { recorded, operation, time, region = "", checks, account: log } = call.value;
    if (recorded === "denied") {
      this.#refused++;
      return;
    }
    const question = checks.flatMap((check) => ("question" in check ? [check.question] : []))[0];
    const who = typeof question?.principal === "string" ? question.principal : question?.principal.arn;
    const account = /^arn:[^:]*:[^:]*::(\d{12}):/.exec(who ?? "")?.[1] ?? log ?? "";
    const spec =
      specIn(question?.context) ??
      (question?.key === undefined ? undefined : this.#specOf(question.key)) ??
      specByUse(operation, question?.context);
    const billed = billedAs(operation, spec, this.#prices);
    if (billed === undefined) this.#free++;
    else {
      if (billed.isAssumed) this.#assumed++;
      const name = `${account} ${time?.slice(0, 7) ?? ""}`;
      const counts = this.#months.get(name) ?? new Map<RequestClass, number>();
      this.#months.set(name, counts);
      counts.set(billed.class, (counts.get(billed.class) ?? 0) + 1);
    }
    if (time === undefined) return;
    if (this.#from === undefined || time < this.#from) this.#from = time;
    if (this.#to === undefined || time > this.#to) this.#to = time;
    this.#countMinute(operation, spec, account, region, time);
    if (question?.viaService?.startsWith("s3.")) {
      this.#s3++;
      if (this.#windows.size < MOST_WINDOWS) this.#windows.add(`${who} ${question.key} ${time.slice(0, 13)}`);
    }
  }

  #countMinute(operation: string, spec: string | undefined, account: string, region: string, time: string): void {
    const pool = poolOf(operation, spec, region);
    if (pool === undefined) return;
    const name = `${account} ${region} ${time.slice(0, 16)} ${pool.pool}`;
    const minute = this.#minutes.get(name);
    if (minute !== undefined) minute.count++;
    else if (this.#minutes.size < MOST_MINUTES) this.#minutes.set(name, { count: 1, perSecond: pool.perSecond });
  }

  usage(): Usage {
    const best = new Map<string, Headroom>();
    for (const [name, { count, perSecond }] of this.#minutes) {
      const [account = "", region = "", at = "", ...pool] = name.split(" ");
      const peak = (count * BURST) / 60;
      const known = best.get(`${account} ${region} ${pool.join(" ")}`);
      if (known === undefined || peak > known.peak)
        best.set(`${account} ${region} ${pool.join(" ")}`, {
          account,
          region,
          pool: pool.join(" "),
          perSecond,
          peak,
          share: peak / perSecond,
          at: `${at}:00Z`,
        });
    }
    return {
      months: [...this.#months]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, counts]) => ({
          account: name.split(" ")[0] ?? "",
          month: name.split(" ")[1] ?? "",
          counts: Object.fromEntries(counts),
        })),
      free: this.#free,
      refused: this.#refused,
      assumed: this.#assumed,
      headroom: [...best.values()].sort((a, b) => b.share - a.share),
      bucketKeys: { calls: this.#s3, left: this.#windows.size },
      from: this.#from,
      to: this.#to,
    };
  }
}

type Context = Readonly<Record<string, unknown>> | undefined;

/** Of a data key pair the spec of the pair counts. */
const specIn = (context: Context): string | undefined => {
  const spec = context?.["kms:DataKeyPairSpec"];
  return typeof spec === "string" ? spec : undefined;
};

/** An algorithm of a symmetric key says that it is one. */
const specByUse = (operation: string, context: Context): string | undefined =>
  context?.["kms:EncryptionAlgorithm"] === "SYMMETRIC_DEFAULT" || operation.startsWith("GenerateDataKey")
    ? operation.includes("Pair")
      ? undefined
      : "SYMMETRIC_DEFAULT"
    : undefined;
