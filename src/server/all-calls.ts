import type { CallFeed, FeedLine, FeedPage, ToldCall, ToldGap } from "./call-feed.ts";
import type { Peers } from "./peers.ts";

/** Up to which call of each process somebody was told: numbers, by what tells the processes apart. */
export type Place = ReadonlyMap<string, number>;

export type CallsTold = {
  readonly told: readonly (ToldCall | ToldGap)[]; // in order of time
  readonly from: Place; // before the first of them
  readonly place: Place; // behind the last
  readonly isAll: boolean; // there are no more
  readonly isKnown: boolean; // one of the processes of the place that was asked about is there
};

const MOST_RUNS = 64; // that a place tells of: processes end, and others come

/** The calls of all processes that serve on the port, one line of calls for who watches. */
export class AllCalls {
  readonly #feed: CallFeed;
  readonly #peers: Peers | undefined;

  constructor(feed: CallFeed, peers: Peers | undefined) {
    this.#feed = feed;
    this.#peers = peers;
  }

  /** `RUN-NUMBER`, of several processes with `_` between. */
  idOf(place: Place): string {
    return [...place].map(([run, number]) => `${run}-${number}`).join("_");
  }

  /** Undefined for what is no id. */
  placeIn(id: string): Place | undefined {
    const parts = id.split("_", MOST_RUNS + 1);
    const place = new Map<string, number>();
    for (const part of parts) {
      const [, run, number] = /^([0-9a-z]{1,32})-(\d{1,15})$/.exec(part) ?? [];
      if (run === undefined || place.size === MOST_RUNS) return undefined;
      place.set(run, Number(number));
    }
    return place;
  }

  /** Up to `most` of the calls of each process behind a place; without one the last `most` of all. */
  async behind(place: Place | undefined, most: number): Promise<CallsTold> {
    const after = place && Object.fromEntries(place);
    const own = this.#feed.page(after, most);
    const others = (await this.#peers?.ask({ ask: "calls", after, most })) ?? [];
    const pages = [own, ...others.filter(isPage)];
    const lines = pages.flatMap(({ run, lines: some }) => some.map((line) => ({ run, line }))).sort(inTime);
    const isKnown = pages.some(({ run, from }) => place?.get(run) === from);
    const now = new Map(place);
    for (const { run, from } of pages) now.set(run, from);
    const told = lines.map(({ run, line }) => {
      now.set(run, line.number);
      return { line, place: forgetful(now) };
    });
    const wanted = place === undefined ? told.slice(Math.max(0, told.length - most)) : told;
    const before =
      told.length === wanted.length ? new Map([...(place ?? []), ...pages.map(({ run, from }) => [run, from] as const)]) : undefined;
    return {
      told: wanted.map((one) => ({ ...one.line.told, id: this.idOf(one.place) })),
      from: before ?? told[told.length - wanted.length - 1]?.place ?? now,
      place: forgetful(now),
      isAll: pages.every((page) => page.isAll),
      isKnown,
    };
  }
}

/** A copy, with the processes that were seen last. */
const forgetful = (place: Place): Place => new Map([...place].slice(-MOST_RUNS));

/** Each process's in their order, which is that of their times: a gap has the time of the call behind it. */
const inTime = ({ line: a }: { readonly line: FeedLine }, { line: b }: { readonly line: FeedLine }): number => a.at - b.at;

const isPage = (answer: unknown): answer is FeedPage =>
  typeof answer === "object" && answer !== null && "run" in answer && "lines" in answer;
