/** The day it is on the machine's clock, in UTC: "2026-11-30". */
export const today = (): string => new Date(Date.now()).toISOString().slice(0, 10);
