import { saysOnly } from "../../tester/run.ts";
import type { TestCase, TestFile } from "../../tester/test-case.ts";
import { type Shard, shardRanges } from "./shard.ts";

/** The cases of a file that are to be tried, in its order. */
export type PlannedFile = { readonly file: TestFile; readonly cases: ReadonlySet<TestCase> };

/** `only`: a case that was selected says so, in whichever shard it is tried. */
export type TestPlan = { readonly files: readonly PlannedFile[]; readonly only: boolean; readonly selected: number };

/** What of the files is tried: of the cases that are selected by name, those of the shard. */
export function planTests(
  files: readonly TestFile[],
  { selects, shard }: { readonly selects: (test: TestCase, file: TestFile) => boolean; readonly shard?: Shard | undefined },
): TestPlan {
  const selected = files.map((file) => file.cases.filter((test) => selects(test, file)));
  const counts = selected.map(({ length }) => length);
  const ranges = shard === undefined ? counts.map((count) => [0, count] as const) : shardRanges(counts, shard);
  return {
    files: files.map((file, i) => ({ file, cases: new Set(selected[i]?.slice(...(ranges[i] ?? [0, 0]))) })),
    only: selected.some(saysOnly),
    selected: counts.reduce((sum, count) => sum + count, 0),
  };
}
