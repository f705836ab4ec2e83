import { type Members, NUMBER } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";

/** A length of time, as the sum of its members: `{ days: 7, milliseconds: -1 }` is just short of a week. A day has 24 hours. */
export type Duration = {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
};

const MILLISECONDS: Readonly<Record<keyof Required<Duration>, number>> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

const MEMBERS: Members = Object.fromEntries(Object.keys(MILLISECONDS).map((member) => [member, NUMBER]));

/**
 * In whole milliseconds. `what` names the duration in messages: `advance`.
 *
 * @throws {TypeError} for what is no duration: another member, a text, a number that is none, a sum below zero.
 */
export function millisecondsOf(what: string, duration: Duration): number {
  assertOptions(duration, MEMBERS, what);
  let sum = 0;
  for (const [member, value] of Object.entries(duration)) {
    if (value === undefined) continue;
    sum += value * MILLISECONDS[member as keyof Duration];
  }
  if (sum < 0) throw new TypeError(`${what}: a duration is not below zero [KW104]`);
  return Math.round(sum);
}
