import { open } from "node:fs/promises";
import { parentPort, Worker } from "node:worker_threads";
import { invariant } from "../../base/invariant.ts";
import type { Judge } from "../../replay/judge.ts";
import { type Counted, Replay, type ReplayOptions } from "../../replay/replay.ts";
import { Seen } from "../../replay/seen.ts";
import { EMPTY_PART, merged, type Part } from "../../replay/tally.ts";
import type { Io } from "../command.ts";
import { unreadable } from "../files.ts";
import { ofFile, rangeOf } from "./inputs.ts";
import { parsedText, readLogs } from "./read.ts";
import { isOneALine, PEEK } from "./record-texts.ts";

/*
 * A log on the cores of one machine. Files with one record a line are cut into ranges of bytes, others are read whole, by whoever is free. What hangs on
 * the order of records is left to the thread that hands the work out: which of them come twice, and the copies of calls across accounts.
 */

type Job = { readonly index: number; readonly file: string; readonly range?: readonly [from: number, to: number] };

/** What came of a job. `ids`, a line each, and `counted`, by their places in `table`, are of all records in their order; `new` are new rows of the table. */
type Done = {
  readonly index: number;
  readonly ids: string;
  readonly counted: Uint32Array;
  readonly new: readonly Counted[];
  readonly left: readonly (readonly [place: number, text: string])[]; // records that are not for the worker, before which of the others
  readonly lost: readonly string[];
};

const RANGE = 16 * 1024 * 1024;

/** Replays files by so many workers. `args`: of this command, which the workers are given to read the same worlds. */
export async function replayByWorkers(
  judge: Judge,
  files: readonly string[],
  how: ReplayOptions,
  count: number,
  args: readonly string[],
  { root }: Pick<Io, "root">,
): Promise<{ readonly part: Part; readonly lost: readonly string[] }> {
  const jobs = (await Promise.all(files.map(jobsOf))).flat().map((job, index) => ({ ...job, index }));
  const order = new Order(judge, how);
  const waiting = new Map<number, () => void>(); // what came before its turn
  let [next, turn] = [0, 0];
  const parts = await Promise.all(
    Array.from({ length: Math.min(count, Math.max(1, jobs.length)) }, () => {
      const worker = new Worker(new URL("dist/cli.js", root), { argv: [...args], workerData: WORK, stdout: false });
      const table: Counted[] = [];
      return new Promise<Part>((resolve, reject) => {
        const give = () => worker.postMessage(jobs[next] === undefined ? "end" : jobs[next++]);
        worker.on("message", (message: "ready" | Done | { readonly part: Part } | { readonly fault: string }) => {
          if (message === "ready") give();
          else if ("part" in message) resolve(message.part);
          else if ("fault" in message) reject(unreadable(message.fault, new Error("a worker could not read it")));
          else {
            table.push(...message.new);
            waiting.set(message.index, () => order.take(message, table));
            for (let take = waiting.get(turn); take !== undefined; take = waiting.get(turn)) {
              take();
              waiting.delete(turn++);
            }
            give();
          }
        });
        worker.on("error", reject);
        worker.on("exit", (code) => reject(new Error(`a worker ended with ${code} before its work was done`)));
      }).finally(() => worker.terminate());
    }),
  );
  return order.result(parts);
}

/** What tells a thread that it is a worker of this kind. */
export const WORK = "kmsward replay: worker";

async function jobsOf(file: string): Promise<readonly Omit<Job, "index">[]> {
  const handle = await open(file).catch((error) => Promise.reject(unreadable(file, error)));
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(PEEK), 0, PEEK, 0);
  await handle.close();
  const isPacked = buffer[0] === 0x1f && buffer[1] === 0x8b;
  if (isPacked || !isOneALine(buffer.subarray(0, bytesRead))) return [{ file }];
  return Array.from({ length: Math.ceil(size / RANGE) }, (_, i) => ({
    file,
    range: [i * RANGE, Math.min(size, (i + 1) * RANGE)] as const,
  }));
}

/** Takes what workers did in the order of the log. */
class Order {
  readonly #seen = new Seen();
  readonly #own: Replay;
  readonly #again = new Map<Counted, number>(); // records that were counted, and had been before
  readonly #lost: string[] = [];

  constructor(judge: Judge, how: ReplayOptions) {
    this.#own = new Replay(judge, { ...how, seen: this.#seen });
  }

  take({ ids, counted, left, lost }: Done, table: readonly Counted[]): void {
    const names = ids.split("\n");
    let l = 0;
    for (let i = 0; i <= counted.length; i++) {
      for (; left[l]?.[0] === i; l++) this.#own.add(parsedText(left[l]?.[1] ?? "")?.value);
      if (i === counted.length) break;
      const as = table[counted[i] as number];
      invariant(as !== undefined, "workers say what is new in their tables");
      const id = names[i] ?? "";
      if (id === "" || this.#seen.first(id) || ("skip" in as && as.skip === "unreadable")) continue;
      this.#again.set(as, (this.#again.get(as) ?? 0) + 1);
    }
    this.#lost.push(...lost);
  }

  result(parts: readonly Part[]): { readonly part: Part; readonly lost: readonly string[] } {
    const part = structuredClone([...parts, this.#own.part()].reduce(merged, EMPTY_PART)) as Writable<Part>;
    for (const [as, count] of this.#again) {
      part.skipped.duplicates += count;
      part.why[AGAIN] = (part.why[AGAIN] ?? 0) + count;
      if ("skip" in as) {
        const why = `${as.skip}: ${as.why}`;
        part.skipped[as.skip] -= count;
        part.why[why] = (part.why[why] ?? 0) - count;
      } else {
        part.counts[as.class] -= count;
        const shape = as.shape === undefined ? undefined : part.shapes[as.shape];
        if (shape === undefined) part.more -= count;
        else shape.count -= count;
      }
    }
    part.why = Object.fromEntries(
      Object.entries(part.why)
        .filter(([, count]) => count > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    return { part, lost: this.#lost };
  }
}

const AGAIN = "duplicates: the same record again";

type Writable<T> = { -readonly [K in keyof T]: T[K] extends object ? Writable<T[K]> : T[K] };

/** What a worker does: reads what it is given until there is no more, and gives its counts. */
export async function work(judge: Judge, how: ReplayOptions): Promise<void> {
  const port = parentPort;
  invariant(port !== null, "a worker has somebody who started it");
  const rows = new Map<string, number>();
  let [ids, counted, fresh, left]: [string[], number[], Counted[], [number, string][]] = [[], [], [], []];
  const everyOne = { first: () => true, has: () => false };
  const note = (as: Counted, id = ""): void => {
    const name = "skip" in as ? `${as.skip} ${as.why}` : `${as.class}\n${as.shape}`;
    let place = rows.get(name);
    if (place === undefined) {
      place = rows.size;
      rows.set(name, place);
      fresh.push(as);
    }
    ids.push(id.includes("\n") ? "" : id);
    counted.push(place);
  };
  const replay = new Replay(judge, { ...how, seen: everyOne, counted: note });
  const reader = {
    record: (value: unknown) => replay.add(value),
    unreadable: (why: string) => replay.unreadable(why),
    text: (text: string) => {
      if (!text.includes("sharedEventID") || parsedText(text) === undefined) return false;
      left.push([counted.length, text]);
      return true;
    },
  };
  await new Promise<void>((resolve) => {
    port.on("message", async (job: Job | "end") => {
      if (job === "end") {
        port.postMessage({ part: replay.part() });
        resolve();
        return;
      }
      [ids, counted, fresh, left] = [[], [], [], []];
      const { file, range } = job;
      const input = range === undefined ? { file, bytes: () => ofFile(file) } : rangeOf(file, ...range);
      try {
        const lost = await readLogs([input], reader);
        const done: Done = { index: job.index, ids: ids.join("\n"), counted: Uint32Array.from(counted), new: fresh, left, lost };
        port.postMessage(done);
      } catch {
        port.postMessage({ fault: file });
      }
    });
    port.postMessage("ready");
  });
  port.close();
}
