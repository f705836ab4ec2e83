import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** In the long run every fast-check property is tried twenty times as often: its `assert` and `check` are wrapped. */
const moreRuns = { find: /^fast-check$/, replacement: fileURLToPath(new URL(".build/fast-check-long.ts", import.meta.url)) };

/** Tests that take minutes: in the long run only. */
const LONG_TESTS = ["test/**/*.long.test.ts", "test/laws/mutation-check*.ts"];

/** `npm run test:long` is `--mode long`; KMSWARD_LONG=1 says the same to any other run, and to a test that asks. */
export default defineConfig(({ mode }) => {
  const long = mode === "long" || process.env.KMSWARD_LONG === "1";
  return {
    resolve: { alias: long ? [moreRuns] : [] },
    test: {
      include: ["test/**/*.test.ts", ...(long ? LONG_TESTS : [])],
      exclude: long ? [] : LONG_TESTS,
      env: long ? { KMSWARD_LONG: "1" } : {},
      maxWorkers: availableParallelism(), // vitest leaves a core free, which on two is half of the machine
      testTimeout: long ? 3_600_000 : 30_000,
      hookTimeout: 120_000,
      coverage: { provider: "v8" as const, include: ["src/**/*.ts"], reporter: ["text-summary", "html"] },
    },
  };
});
