import type { Context } from "hono";
import { LAST_TIME } from "../../base/time.ts";
import { type Duration, millisecondsOf } from "../../embedded/duration.ts";
import { isMoment, parseInstant } from "../../iam/values.ts";
import type { Clock, OwnDeps } from "./deps.ts";
import { faultOf, jsonOf } from "./reply.ts";

/** GET /v1/clock: the time of keys and sessions, which is not that of signatures once it was moved. */
export const readClock = (c: Context, { standing, clock }: OwnDeps): Response =>
  c.json({ now: new Date(standing.site.service.ports.now()).toISOString(), canMove: clock !== undefined });

/** PUT /v1/clock: `{ "advance": { "days": 8 } }` or `{ "now": "2027-01-01T00:00:00Z" }`; never back. */
export async function moveClock(c: Context, deps: OwnDeps): Promise<Response> {
  const { clock } = deps;
  if (clock === undefined) return faultOf(c, 403, "the clock is the machine's: start with --allow-clock to move it");
  const read = await jsonOf(c);
  if ("fault" in read) return faultOf(c, 400, read.fault);
  const by = wayOf(read.value, clock);
  if (typeof by === "string") return faultOf(c, 400, by);
  if (clock.now() + by > LAST_TIME) return faultOf(c, 400, "the clock ends with the year 9999");
  clock.advance(by);
  return readClock(c, deps);
}

function wayOf(value: unknown, clock: Clock): number | string {
  const { advance, now } = (typeof value === "object" && value !== null ? value : {}) as { advance?: Duration; now?: unknown };
  if (typeof now === "string" && isMoment(now)) {
    const instant = parseInstant(now);
    const by = instant === undefined ? -1 : instant.seconds * 1000 + instant.milliseconds - clock.now();
    return by < 0 ? "`now` is a moment that is still to come" : by;
  }
  if (typeof advance !== "object" || advance === null) return '`{ "advance": { "days": 8 } }`, or `{ "now": "2027-01-01T00:00:00Z" }`';
  try {
    return millisecondsOf("advance", advance);
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
