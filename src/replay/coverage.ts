import { deliveredTime, hourIn } from "./written-time.ts";

/** When calls were logged, of one account in one Region: hours with a record of any kind. Bounded: hours of a hundred years are less than a million. */
export type Hours = { readonly account: string; readonly region: string; readonly hours: readonly number[] };

export type Span = {
  readonly from: string;
  readonly to: string;
  readonly gaps: readonly Gap[]; // silence that may be a gap of the log
};
export type Gap = { readonly account: string; readonly region: string; readonly from: string; readonly to: string };

const HOUR = 3_600_000;
const MOST_HOURS = 10_000;
const MOST_LOGS = 10_000; // accounts × Regions
const FIRST = Date.UTC(2013, 10); // CloudTrail began on 2013-11-13
const LAST = Date.UTC(2100, 0);

/** What time a log covers. */
export class Coverage {
  readonly #logs = new Map<string, Set<number>>();
  #last: { readonly account: string | undefined; readonly region: string | undefined; readonly hours: Set<number> } | undefined;

  add(time: string | undefined, account: string | undefined, region: string | undefined): void {
    // The same hours of the same log again and again: as CloudTrail writes times, they begin alike.
    let last = this.#last;
    if (last === undefined || last.account !== account || last.region !== region) {
      last = { account, region, hours: new Set() };
      this.#last = last;
    }
    const hour = time === undefined ? undefined : hourIn(time);
    if (hour !== undefined && last.hours.has(hour)) return;
    if (this.#add(time, account, region) && hour !== undefined && last.hours.size < MOST_HOURS) last.hours.add(hour);
  }

  #add(time: string | undefined, account: string | undefined, region: string | undefined): boolean {
    const moment = time === undefined ? Number.NaN : Date.parse(deliveredTime(time));
    if (!(moment >= FIRST && moment < LAST)) return false;
    const name = `${account ?? ""} ${region ?? ""}`;
    let hours = this.#logs.get(name);
    if (hours === undefined) {
      if (this.#logs.size >= MOST_LOGS) return false;
      hours = new Set();
      this.#logs.set(name, hours);
    }
    hours.add(Math.floor(moment / HOUR));
    return true;
  }

  merge(other: readonly Hours[]): void {
    for (const { account, region, hours } of other)
      for (const hour of hours) this.add(new Date(hour * HOUR).toISOString(), account, region);
  }

  hours(): readonly Hours[] {
    return [...this.#logs]
      .map(([name, hours]) => ({
        account: name.split(" ")[0] ?? "",
        region: name.split(" ")[1] ?? "",
        hours: [...hours].sort((a, b) => a - b),
      }))
      .sort((a, b) => (`${a.account} ${a.region}` < `${b.account} ${b.region}` ? -1 : 1));
  }
}

/** From the first hour to the end of the last; undefined where nothing has a time. `silence`: hours without a record that are called a gap. */
export function spanOf(logs: readonly Hours[], silence = 24): Span | undefined {
  const all = logs.flatMap(({ hours }) => [hours[0], hours.at(-1)]).filter((hour) => hour !== undefined);
  if (all.length === 0) return undefined;
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const gaps = logs.flatMap(({ account, region, hours }) =>
    [first - 1, ...hours, last + 1].flatMap((hour, i, list) => {
      const before = list[i - 1];
      return before === undefined || hour - before - 1 < silence
        ? []
        : [{ account, region, from: timeOfHour(before + 1), to: timeOfHour(hour) }];
    }),
  );
  return { from: timeOfHour(first), to: timeOfHour(last + 1), gaps };
}

/** When an hour since the epoch begins. */
export const timeOfHour = (hour: number): string => `${new Date(hour * HOUR).toISOString().slice(0, 19)}Z`;
