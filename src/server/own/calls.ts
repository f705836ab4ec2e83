import type { Context } from "hono";
import { stream } from "hono/streaming";
import type { ToldCall, ToldGap } from "../call-feed.ts";
import type { OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";

/** Nothing happened, and the connection is there: `changes` grows whenever keys were changed, here or by another process at the same store. */
type Beat = { readonly kind: "beat"; readonly id: string; readonly changes: number };

const AT_ONCE = 500; // calls in a chunk
const FIRST = 100; // calls, of who does not say how many
const BEAT_MS = 15_000;
const GATHER_MS = 25; // how long calls wait for others, to be told together

/**
 * GET /v1/calls: the last calls, and then each as it ends: a line of JSON each, or for who accepts `text/event-stream` an event. `last=N`: how many of those
 * that were; `after=ID`, or the header Last-Event-ID: those behind one; `follow=no`: nothing of what comes.
 *
 * A watcher who reads too slowly misses calls and is told how many: nothing waits for him, and nothing grows.
 */
export function watchCalls(c: Context, { calls, live, peers }: OwnDeps): Response {
  if (peers !== undefined) return faultOf(c, 501, "with --workers no process sees all calls: --audit FILE has them, or start without");
  const after = c.req.query("after") ?? c.req.header("last-event-id");
  const first = c.req.query("last") ?? String(FIRST);
  if (!/^\d{1,6}$/.test(first)) return faultOf(c, 400, "`last` is a number of calls");
  const from = after === undefined ? Math.max(0, calls.last - Number(first)) : calls.numberOf(after);
  if (from === "no id") return faultOf(c, 400, "`after`, or Last-Event-ID, is the `id` of a call that was told");
  const follows = c.req.query("follow") !== "no";
  const isEvents = c.req.header("accept")?.includes("text/event-stream") ?? false;
  const write = isEvents ? eventOf : lineOf;
  c.header("content-type", isEvents ? "text/event-stream" : "application/x-ndjson");
  c.header("cache-control", "no-store");
  c.header("x-accel-buffering", "no"); // of nginx, which would gather answers
  if (!calls.enter()) return faultOf(c, 503, "too many watch already");
  return stream(c, async (out) => {
    let isGone = false;
    const gone = new Promise<void>((resolve) =>
      out.onAbort(() => {
        isGone = true;
        resolve();
      }),
    );
    try {
      const beat = (): Beat => ({ kind: "beat", id: calls.idOf(at), changes: live.changes });
      let at = from ?? Math.max(0, calls.last - FIRST);
      if (from === undefined) await out.write(write({ kind: "gap", id: calls.idOf(at), missed: null }));
      if (follows) await out.write(write(beat()));
      while (!isGone) {
        const { told, last } = calls.after(at, AT_ONCE);
        at = last;
        if (told.length > 0) await out.write(told.map(write).join(""));
        if (last < calls.last) continue;
        if (!follows || calls.isClosed) return;
        await Promise.race([calls.next(at, BEAT_MS), gone]);
        if (calls.last > at) await out.sleep(GATHER_MS);
        else if (!calls.isClosed) await out.write(write(beat()));
      }
    } finally {
      calls.leave();
    }
  });
}

type Told = ToldCall | ToldGap | Beat;

const lineOf = (told: Told): string => `${JSON.stringify(told)}\n`;

/** WHATWG HTML, "Server-sent events". */
const eventOf = (told: Told): string => `event: ${told.kind}\nid: ${told.id}\ndata: ${JSON.stringify(told)}\n\n`;
