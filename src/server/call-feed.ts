import { operation as catalogOperation } from "../catalog/operations.ts";
import type { Touched } from "../kms/audit.ts";
import type { ObservedCall } from "./observed-call.ts";

/** A call as those are told who watch: who asked for what, on which keys, and how it ended. No member of the request or the reply is in it. */
export type ToldCall = {
  readonly kind: "call";
  readonly id: string; // of this line: a watcher who was cut off goes on behind it
  readonly time: string; // ISO 8601, of the clock by which keys rotate
  readonly service: ObservedCall["service"];
  readonly operation: string | null; // null: the service has none of that name
  readonly requestId: string; // for `GET /v1/why/ID`
  readonly region: string | null; // null, as the next two: nobody who is known asked
  readonly principal: string | null; // an ARN
  readonly accessKeyId: string | null;
  readonly keys: readonly string[]; // ARNs of the keys and aliases that it was made on, and of a role that is assumed
  readonly changes: boolean; // keys may be others now, or have other policies, grants, aliases, states
  readonly status: number; // of HTTP
  readonly error: string | null; // the name of what it was refused with
  readonly milliseconds: number;
  readonly userAgent: string | null;
};

/** Calls between the last line and the next are not remembered any more, or happened before the process was started anew: null, it is not known how many. */
export type ToldGap = { readonly kind: "gap"; readonly id: string; readonly missed: number | null };

/** What one process tells of its calls. `number`, `from`: counted from 1; `at`: milliseconds; the ids of what is told are not given yet. Plain data. */
export type FeedPage = {
  readonly run: string; // of which process
  readonly from: number; // behind which call
  readonly lines: readonly FeedLine[];
  readonly isAll: boolean; // there is no call behind them
};

export type FeedLine = { readonly number: number; readonly at: number; readonly told: ToldCall | ToldGap };

const WATCHERS = 32;

/** What a call was made on: an ARN, or what the KMS knows of it. */
type MadeOn = string | Pick<Touched, "arn">;

type Kept = { readonly at: number; readonly call: ObservedCall; readonly on: readonly MadeOn[] };

/** Calls as they end, for who watches. The last ones are kept, and counted from 1: the oldest are forgotten. */
export class CallFeed {
  readonly #run: string;
  readonly #limit: number;
  readonly #calls: Kept[] = [];
  readonly #waiting = new Set<() => void>();
  #last = 0;
  #watchers = 0;
  #isClosed = false;

  /** `run`: letters and digits that tell this process from the one before, whose ids count no more. */
  constructor(run: string, limit: number) {
    this.#run = run;
    this.#limit = Math.max(1, limit);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The number of the last call. */
  get last(): number {
    return this.#last;
  }

  /** Somebody comes to watch; false where there are too many. `leave` when he goes. */
  enter(): boolean {
    if (this.#watchers >= WATCHERS) return false;
    this.#watchers++;
    return true;
  }

  leave(): void {
    this.#watchers--;
  }

  tell(call: ObservedCall, at: number, on: readonly MadeOn[]): void {
    this.#calls[this.#last % this.#limit] = { at, call, on };
    this.#last++;
    this.#wake();
  }

  /** What tells this process from the others. */
  get run(): string {
    return this.#run;
  }

  /**
   * Up to `most` of the calls behind the number that `after` has for this process: behind none where it has none; without `after` the last ones. A gap
   * comes first, where some of them are forgotten.
   */
  page(after: Readonly<Record<string, number>> | undefined, most: number): FeedPage {
    const asked = after?.[this.#run];
    const isOurs = asked !== undefined && asked <= this.#last;
    const from = after === undefined ? Math.max(0, this.#last - most) : isOurs ? asked : 0;
    const first = Math.max(from, this.#last - this.#limit);
    const last = Math.min(this.#last, first + most);
    const lines: FeedLine[] = [];
    if (first > from && after !== undefined)
      lines.push({ number: first, at: this.#kept(first).at, told: { kind: "gap", id: "", missed: first - from } });
    for (let i = first; i < last; i++) lines.push({ number: i + 1, at: this.#kept(i).at, told: toldCall(this.#kept(i)) });
    return { run: this.#run, from: after === undefined ? first : from, lines, isAll: last === this.#last };
  }

  #kept(number: number): Kept {
    return this.#calls[number % this.#limit] as Kept;
  }

  /** When there is a call behind a number, or will be none, or after some time. */
  async next(number: number, waitMs: number): Promise<void> {
    if (this.#isClosed || this.#last > number) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, waitMs);
      this.#waiting.add(wake);
    });
  }

  /** Who waits is told that nothing more will come. */
  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  #wake(): void {
    if (this.#waiting.size > 0) for (const wake of [...this.#waiting]) wake();
  }
}

const LONGEST = 256;

function toldCall({ at, call, on }: Kept): ToldCall {
  const { service, operation = null, requestId, region = null, principal = null, accessKeyId, status, error = null, seconds } = call;
  return {
    kind: "call",
    id: "",
    time: new Date(at).toISOString(),
    service,
    operation,
    requestId,
    region,
    principal,
    accessKeyId: accessKeyId?.slice(0, LONGEST) ?? null,
    keys: on.map((one) => (typeof one === "string" ? one : one.arn)),
    changes: service === "kms" && error === null && operation !== null && catalogOperation(operation)?.readOnly !== true,
    status,
    error,
    milliseconds: Math.round(seconds * 1e6) / 1000,
    userAgent: call.userAgent?.slice(0, LONGEST) ?? null,
  };
}
