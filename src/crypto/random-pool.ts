import { randomFillSync } from "node:crypto";
import type { RandomBytes } from "./key-spec.ts";

const POOL_LENGTH = 16_384;
const LARGEST_SLICE = 1024;

/**
 * Random bytes drawn 16 KiB at a time, since a draw costs more than the bytes. What was handed out is overwritten in the pool at once, so
 * neither a heap dump nor a second caller finds it there.
 */
export function randomPool(fill: (bytes: Uint8Array) => unknown = randomFillSync): RandomBytes {
  const pool = new Uint8Array(POOL_LENGTH);
  let used = POOL_LENGTH;
  return (length) => {
    if (length > LARGEST_SLICE) {
      const own = new Uint8Array(length);
      fill(own);
      return own;
    }
    if (used + length > POOL_LENGTH) {
      fill(pool);
      used = 0;
    }
    const slice = pool.slice(used, used + length);
    pool.fill(0, used, used + length);
    used += length;
    return slice;
  };
}
