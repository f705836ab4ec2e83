import type { Context } from "hono";
import { stream } from "hono/streaming";
import { AllCalls, type Place } from "../all-calls.ts";
import type { ToldCall, ToldGap } from "../call-feed.ts";
import type { OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";

/** Nothing happened, and the connection is there: `changes` grows whenever keys were changed, here or by another process at the same store. */
type Beat = { readonly kind: "beat"; readonly id: string; readonly changes: number };

const AT_ONCE = 500; // calls in a chunk
const FIRST = 100; // calls, of who does not say how many
const BEAT_MS = 15_000;
const ASK_MS = 500; // between two questions to other processes
const GATHER_MS = 25; // how long calls wait for others, to be told together

/**
 * GET /v1/calls: the last calls, and then each as it ends: a line of JSON each, or for who accepts `text/event-stream` an event. `last=N`: how many of those
 * that were; `after=ID`, or the header Last-Event-ID: those behind one; `follow=no`: nothing of what comes. Of several processes on the port all are told.
 *
 * A watcher who reads too slowly misses calls and is told how many: nothing waits for him, and nothing grows.
 */
export function watchCalls(c: Context, { calls, live, peers }: OwnDeps): Response {
  const all = new AllCalls(calls, peers);
  const after = c.req.query("after") ?? c.req.header("last-event-id");
  const first = c.req.query("last") ?? String(FIRST);
  if (!/^\d{1,6}$/.test(first)) return faultOf(c, 400, "`last` is a number of calls");
  const asked = after === undefined ? undefined : all.placeIn(after);
  if (after !== undefined && asked === undefined) return faultOf(c, 400, "`after`, or Last-Event-ID, is the `id` of a call that was told");
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
    const waitMs = peers === undefined ? BEAT_MS : ASK_MS;
    try {
      const beatAt = (place: Place): Beat => ({ kind: "beat", id: all.idOf(place), changes: live.changes });
      let next = await all.behind(asked, asked === undefined ? Number(first) : AT_ONCE);
      if (asked !== undefined && !next.isKnown) {
        next = await all.behind(undefined, FIRST);
        await out.write(write({ kind: "gap", id: all.idOf(next.from), missed: null }));
      }
      if (follows) await out.write(write(beatAt(next.from)));
      let wroteAt = performance.now();
      while (!isGone) {
        const { told, place, isAll } = next;
        if (told.length > 0) await out.write(told.map(write).join(""));
        if (told.length > 0) wroteAt = performance.now();
        if (isAll) {
          if (!follows || calls.isClosed) return;
          const own = place.get(calls.run) ?? 0;
          await Promise.race([calls.next(own, waitMs), gone]);
          if (calls.last > own) await out.sleep(GATHER_MS);
          if (!calls.isClosed && performance.now() - wroteAt > BEAT_MS - ASK_MS) {
            await out.write(write(beatAt(place)));
            wroteAt = performance.now();
          }
        }
        next = await all.behind(place, AT_ONCE);
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
