import { type AuditEvent, type EndedCall, eventsOf } from "./audit.ts";

/** What happened last, in order. Bounded: a long run forgets its oldest. Events are written out when someone reads them. */
export class AuditLog {
  readonly #limit: number;
  readonly #sink: ((event: AuditEvent) => void) | undefined;
  #older: Entry[] = [];
  #entries: Entry[] = [];

  /** `limit`: how many calls are remembered. `sink` is given every event at once. */
  constructor(limit: number, sink?: (event: AuditEvent) => void) {
    this.#limit = limit;
    this.#sink = sink;
  }

  /** A call that has ended. */
  tell(call: EndedCall): void {
    if (this.#sink === undefined) this.#add(call);
    else this.#write(eventsOf(call));
  }

  /** What KMS did by itself. */
  record(event: AuditEvent): void {
    this.#write([event]);
  }

  /** What another process wrote down before this one began: nobody is told of it anew. */
  recall(events: readonly AuditEvent[]): void {
    for (const event of events) this.#add([event]);
  }

  events(): readonly AuditEvent[] {
    this.#older = this.#older.map(written);
    this.#entries = this.#entries.map(written);
    const all = [...this.#older, ...this.#entries] as (readonly AuditEvent[])[];
    return all.slice(Math.max(0, all.length - this.#limit)).flat();
  }

  #write(events: readonly AuditEvent[]): void {
    this.#add(events);
    for (const event of events) this.#hand(event);
  }

  /** The call that is told has ended already: what its listener throws must not look like its failure, and is not swallowed either. */
  #hand(event: AuditEvent): void {
    try {
      this.#sink?.(event);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #add(entry: Entry): void {
    if (this.#entries.length >= this.#limit) {
      this.#older = this.#entries;
      this.#entries = [];
    }
    this.#entries.push(entry);
  }
}

type Entry = EndedCall | readonly AuditEvent[];

const written = (entry: Entry): readonly AuditEvent[] => (isCall(entry) ? eventsOf(entry) : entry);
const isCall = (entry: Entry): entry is EndedCall => "caller" in entry;
