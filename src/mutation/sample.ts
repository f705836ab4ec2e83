/**
 * Some of a list, in its order: `count` of them, each as likely as the other, and always the same for one seed. Selection sampling (Knuth, The Art of
 * Computer Programming, 3.4.2, algorithm S) over the generator mulberry32.
 */
export function sampleOf<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const random = mulberry32(seed);
  let wanted = Math.min(count, list.length);
  return list.filter((_, i) => {
    if (random() * (list.length - i) >= wanted) return false;
    wanted--;
    return true;
  });
}

/** Numbers from 0 to below 1, 32 bits of state. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
