import { timingSafeEqual } from "node:crypto";

/** Whether two byte strings are equal, in a time that tells their lengths and nothing else. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** The same of texts. */
export const sameText = (a: string, b: string): boolean => sameBytes(Buffer.from(a), Buffer.from(b));
