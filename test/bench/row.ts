/** One line of a benchmark's table. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string; // "ms", "decisions/s"
  readonly ratio?: number; // against what the note names
  readonly aim?: string; // "≥ 3 × the baseline", "< 150 ms"
  readonly note?: string;
};
