import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** In the long run every fast-check property is tried twenty times as often: its `assert` and `check` are wrapped. */
const moreRuns = { find: /^fast-check$/, replacement: fileURLToPath(new URL(".build/fast-check-long.ts", import.meta.url)) };

/** Tests that take minutes: in the long run only. */
const LONG_TESTS = ["test/**/*.long.test.ts", "test/laws/mutation-check*.ts"];

/** Tests that start browsers, databases, solvers, other programs and other frameworks: `npm run test:parts`, and the long run. */
const PARTS = [
  "test/action/*.test.ts",
  "test/clients/*.test.ts",
  "test/cli/events/workers.test.ts",
  "test/recipes.test.ts",
  "test/replay/sql/duckdb.test.ts",
  "test/report/formats/html.test.ts",
  "test/server/{store,workers}.test.ts",
  "test/smt/solver.test.ts",
  "test/web/console.test.ts",
  "test/web/playground.test.ts",
  "test/stores/{contract,file-store,postgres-store,kill,history,root-key-source,root-rotation}.test.ts",
];

/** Tests that put something in the place of a module, which others must not see. */
const ALONE = ["test/crypto/node-traps.test.ts"];

/** `npm run test:long` is `--mode long`; KMSWARD_LONG=1 says the same to any other run, and to a test that asks. */
export default defineConfig(({ mode }) => {
  const long = mode === "long" || process.env.KMSWARD_LONG === "1";
  const parts = mode === "parts";
  const include = parts ? PARTS : ["test/**/*.test.ts", ...(long ? LONG_TESTS : [])];
  const exclude = long ? [] : parts ? LONG_TESTS : [...LONG_TESTS, ...PARTS];
  return {
    resolve: { alias: long ? [moreRuns] : [] },
    test: {
      setupFiles: [".build/fast-check-seed.ts"],
      projects: [
        // Modules are read once a worker, not once a file, which is half of the time.
        { extends: true as const, test: { name: "together", include, exclude: [...exclude, ...ALONE], isolate: false } },
        ...(parts ? [] : [{ extends: true as const, test: { name: "alone", include: ALONE } }]),
      ],
      env: long ? { KMSWARD_LONG: "1" } : {},
      maxWorkers: availableParallelism(), // vitest leaves a core free, which on two is half of the machine
      testTimeout: long ? 3_600_000 : 120_000, // a machine may be several times slower than another
      hookTimeout: 300_000,
      coverage: { provider: "v8" as const, include: ["src/**/*.ts"], reporter: ["text-summary", "html"] },
    },
  };
});
