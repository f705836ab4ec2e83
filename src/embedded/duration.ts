import { nearest } from "../base/nearest.ts";

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

/**
 * In whole milliseconds. `what` names the duration in messages: `advance`.
 *
 * @throws {TypeError} for what is no duration: another member, a text, a number that is none, a sum below zero.
 */
export function millisecondsOf(what: string, duration: Duration): number {
  if (typeof duration !== "object" || duration === null || Array.isArray(duration))
    throw new TypeError(`${what}: write a duration by its members: { days: 7 }`);
  let sum = 0;
  for (const [member, value] of Object.entries(duration)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(MILLISECONDS, member)) throw new TypeError(`${what}: a duration has no \`${member}\`${hint(member)}`);
    if (typeof value !== "number" || !Number.isFinite(value)) throw new TypeError(`${what}: \`${member}\` is a number`);
    sum += value * MILLISECONDS[member as keyof Duration];
  }
  if (sum < 0) throw new TypeError(`${what}: a duration is not below zero`);
  return Math.round(sum);
}

function hint(member: string): string {
  const meant = nearest(member, Object.keys(MILLISECONDS));
  return meant === undefined ? `; it has ${Object.keys(MILLISECONDS).join(", ")}` : `; did you mean \`${meant}\`?`;
}
