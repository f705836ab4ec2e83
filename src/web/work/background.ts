import { type AnswerOf, done, type Job } from "./jobs.ts";

/** What goes to the other thread, and what comes back. */
type Sent = { readonly id: number; readonly job: Job };
type Came = { readonly id: number; readonly answer?: unknown; readonly failed?: string };

/** What a job became: its answer, or in words what it failed of. */
export type Outcome<Kind extends Job["kind"]> = { readonly answer: AnswerOf<Kind> } | { readonly failed: string };

type Waiting = { readonly id: number; readonly slot: string; readonly job: Job; readonly take: (outcome: Outcome<Job["kind"]>) => void };

/** A thread of the page's own script. Undefined where there can be none. */
export type Thread = {
  readonly send: (sent: Sent) => void;
  readonly end: () => void;
};
export type StartThread = (onCame: (came: Came) => void, onBroken: () => void) => Thread | undefined;

/** How long a job that nobody waits for any more may hold up the next, in milliseconds: a new thread has to begin with reading the script. */
const PATIENCE_MS = 1000;

/**
 * Does what takes long beside the page, so that nobody who types waits for it. One job at a time; of those in a slot only the last one counts. Where there is
 * no other thread, jobs are done here, one after the other, when there is time.
 */
export class Background {
  readonly #start: StartThread;
  readonly #waiting = new Map<string, Waiting>();
  #thread: Thread | undefined;
  #hasNone = false;
  #running: (Waiting & { readonly since: number; isWanted: boolean }) | undefined;
  #id = 0;

  constructor(start: StartThread) {
    this.#start = start;
  }

  /** Asks for a job; what was asked in the slot before is answered no more. */
  ask<Kind extends Job["kind"]>(slot: string, job: Extract<Job, { readonly kind: Kind }>, take: (outcome: Outcome<Kind>) => void): void {
    this.drop(slot);
    this.#waiting.set(slot, { id: ++this.#id, slot, job, take: take as Waiting["take"] });
    this.#next();
  }

  /** What was asked in a slot is not wanted any more. */
  drop(slot: string): void {
    this.#waiting.delete(slot);
    if (this.#running?.slot === slot) this.#running.isWanted = false;
  }

  #next(): void {
    const running = this.#running;
    if (running !== undefined) {
      if (running.isWanted || this.#waiting.size === 0 || this.#hasNone) return;
      if (performance.now() - running.since < PATIENCE_MS) {
        setTimeout(() => this.#next(), PATIENCE_MS);
        return;
      }
      this.#thread?.end();
      this.#thread = undefined;
      this.#running = undefined;
    }
    const [first] = this.#waiting.values();
    if (first === undefined) return;
    this.#waiting.delete(first.slot);
    this.#running = { ...first, since: performance.now(), isWanted: true };
    const { id, job } = first;
    this.#thread ??= this.#hasNone ? undefined : this.#start(this.#came, this.#broken);
    if (this.#thread !== undefined) this.#thread.send({ id, job });
    else {
      this.#hasNone = true;
      setTimeout(() => this.#came(doneHere({ id, job })));
    }
  }

  readonly #came = ({ id, answer, failed }: Came): void => {
    const running = this.#running;
    if (running?.id !== id) return;
    this.#running = undefined;
    if (running.isWanted) running.take(failed === undefined ? { answer: answer as AnswerOf<Job["kind"]> } : { failed });
    this.#next();
  };

  /** The thread cannot be: what it had is done here. */
  readonly #broken = (): void => {
    this.#thread?.end();
    this.#thread = undefined;
    this.#hasNone = true;
    const running = this.#running;
    this.#running = undefined;
    if (running?.isWanted === true && !this.#waiting.has(running.slot)) this.#waiting.set(running.slot, running);
    this.#next();
  };
}

/** A job done in this thread, whichever it is. */
export function doneHere({ id, job }: Sent): Came {
  try {
    return { id, answer: done(job) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}
