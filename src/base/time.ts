/** Of 24 hours: AWS KMS counts periods in these, whatever a calendar does. */
export const DAY_MS = 86_400_000;
