import type { LogLine } from "../../replay/log-line.ts";

/** How often one name occurs, and when: `hours` are equal parts of the whole span. */
export type Tallied = { readonly name: string; readonly count: number; readonly denied: number; readonly hours: readonly number[] };

export type Summary = {
  readonly version: 1;
  readonly events: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly groups: readonly (readonly [title: string, tallied: readonly Tallied[]])[];
};

const PARTS = 24;
const MOST_NAMES = 50_000;

const GROUPS: readonly (readonly [string, (line: LogLine) => string | undefined])[] = [
  ["by principal", ({ who }) => (who.includes(":assumed-role/") ? who.split("/").slice(0, 2).join("/") : who)],
  ["by key", ({ key }) => key],
  ["by operation", ({ operation }) => operation],
  ["by outcome", ({ outcome }) => outcome],
];

type Entry = { count: number; denied: number; readonly times: Map<number, number> };

/** Counts events in bounded memory: an hour is one number, and names beyond some ten thousand are counted together. */
export class Summarizer {
  readonly #groups = GROUPS.map(() => new Map<string, Entry>());
  #events = 0;
  #first: string | undefined;
  #last: string | undefined;

  add(line: LogLine): void {
    this.#events++;
    const { time } = line;
    if (time !== undefined && (this.#first === undefined || time < this.#first)) this.#first = time;
    if (time !== undefined && (this.#last === undefined || time > this.#last)) this.#last = time;
    const hour = time === undefined ? Number.NaN : Math.floor(Date.parse(time) / 3_600_000);
    for (const [i, [, nameOf]] of GROUPS.entries()) {
      const group = this.#groups[i];
      const given = nameOf(line) ?? "-";
      const name = group !== undefined && group.size >= MOST_NAMES && !group.has(given) ? "others" : given;
      const entry = group?.get(name) ?? { count: 0, denied: 0, times: new Map<number, number>() };
      group?.set(name, entry);
      entry.count++;
      if (line.outcome === "denied") entry.denied++;
      if (!Number.isNaN(hour)) entry.times.set(hour, (entry.times.get(hour) ?? 0) + 1);
    }
  }

  summary(): Summary {
    const [first, last] = [this.#first, this.#last].map((time) => (time === undefined ? 0 : Math.floor(Date.parse(time) / 3_600_000))) as [
      number,
      number,
    ];
    const parts = Math.min(PARTS, last - first + 1);
    const partsOf = (times: ReadonlyMap<number, number>): readonly number[] => {
      const counts = Array.from({ length: parts }, () => 0);
      for (const [hour, count] of times) {
        const part = Math.min(parts - 1, Math.floor(((hour - first) * parts) / (last - first + 1)));
        counts[part] = (counts[part] ?? 0) + count;
      }
      return counts;
    };
    const groups = GROUPS.map(([title], i) => {
      const tallied = [...(this.#groups[i] ?? [])].map(
        ([name, { count, denied, times }]): Tallied => ({ name, count, denied, hours: partsOf(times) }),
      );
      return [title, tallied.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))] as const;
    });
    return { version: 1, events: this.#events, from: this.#first, to: this.#last, groups };
  }
}
