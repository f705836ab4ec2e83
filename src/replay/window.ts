/** Which records count: those of the time between, in milliseconds since the epoch. */
export type Window = { readonly since?: number; readonly until?: number };

/** Of a record without a time that can be read nobody knows that it is outside: it counts. */
export function isInWindow({ since, until }: Window, time: string | undefined): boolean {
  if (since === undefined && until === undefined) return true;
  const moment = time === undefined ? Number.NaN : Date.parse(time);
  return !(moment < (since ?? Number.NEGATIVE_INFINITY)) && !(moment >= (until ?? Number.POSITIVE_INFINITY));
}
