/** Of 24 hours: AWS KMS counts periods in these, whatever a calendar does. */
export const SECOND_MS = 1_000;
export const DAY_MS = 86_400_000;

/** Milliseconds since the Unix epoch of the last day that can be written in every form a policy reads: years of four digits. */
export const LAST_TIME: number = Date.UTC(9999, 11, 31);
