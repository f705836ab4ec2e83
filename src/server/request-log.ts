import type { Writable } from "node:stream";
import { pino } from "pino";
import type { ObservedCall, Observer } from "./observed-call.ts";

/** A line of JSON a call. Each is made of the members that are listed here: bodies, signatures, tokens and encryption contexts are in none. */
export function requestLog(to: Writable): Observer {
  const log = pino({ base: null, redact: ["authorization", "token", "secret"] }, to as never);
  return (call) => log.info(lineOf(call), call.error === undefined ? "answered" : "refused");
}

const lineOf = ({
  service,
  operation,
  requestId,
  region,
  accessKeyId,
  principal,
  status,
  error,
  seconds,
  bytes,
  attempt,
  userAgent,
}: ObservedCall): object => ({
  requestId,
  service,
  operation,
  region,
  accessKeyId: cut(accessKeyId),
  principal,
  status,
  error,
  ms: Math.round(seconds * 1e6) / 1000,
  bytes,
  attempt: cut(attempt),
  userAgent: cut(userAgent),
});

const LONGEST = 256;
const cut = (text: string | undefined): string | undefined => text?.slice(0, LONGEST);
