import { timingSafeEqual } from "node:crypto";

/** Whether two byte strings are equal, in a time that tells their lengths and nothing else. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

const UTF_8 = new TextEncoder();

/** The same of texts. */
export const sameText = (a: string, b: string): boolean => sameBytes(UTF_8.encode(a), UTF_8.encode(b));
