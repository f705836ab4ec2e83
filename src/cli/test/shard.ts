import { shown } from "../../base/text.ts";
import { refuse } from "../refusal.ts";

/** One of several runs that together try every case once. `index` counts from 1. */
export type Shard = { readonly index: number; readonly of: number };

const MOST = 10_000;

/** @throws {Refusal} for what is not `i/n` with 1 ≤ i ≤ n. */
export function readShard(text: string): Shard {
  const [, index, of] = /^([0-9]{1,5})\/([0-9]{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === undefined || shard.index < 1 || shard.index > shard.of || shard.of > MOST)
    throw refuse("KW001", "kmsward test", `\`--shard\` cannot be ${shown(text)}`, "write `--shard 1/3` for the first of three");
  return shard;
}

/**
 * A shard's part of each file, as positions from (inclusive) and to (exclusive) among its cases. All cases stand in one row, file after file, and each
 * shard takes its stretch of it: as many as the next one, or one more, and most files whole.
 */
export function shardRanges(counts: readonly number[], { index, of }: Shard): readonly (readonly [from: number, to: number])[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const begin = Math.floor((all * (index - 1)) / of);
  const end = Math.floor((all * index) / of);
  let start = 0;
  return counts.map((count) => {
    const range = [clamp(begin - start, count), clamp(end - start, count)] as const;
    start += count;
    return range;
  });
}

const clamp = (position: number, count: number): number => Math.max(0, Math.min(position, count));
