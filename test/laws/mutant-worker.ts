import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build, type Plugin } from "esbuild";
import { ROOT } from "../sources.ts";
import type { Mutant } from "./mutants.ts";

const TIME_LIMIT = 180_000; // ms for one mutant: one that loops for ever is told from what is right, too

/** The text of a source file as the mutant has it. */
const mutate = ({ file, from, to }: Mutant): string => readFileSync(join(ROOT, "src", file), "utf8").replace(from, () => to);

const replacing = (mutant: Mutant): Plugin => ({
  name: "mutant",
  setup({ onLoad }) {
    const path = join(ROOT, "src", mutant.file);
    onLoad({ filter: /\.ts$/ }, (args) => (args.path === path ? { contents: mutate(mutant), loader: "ts" } : undefined));
  },
});

/** What a worker posts, bundled with the sources as a mutant has them, or as they are: the first flaw it finds, undefined if there is none. */
export async function answerOf(entry: string, mutant?: Mutant, workerData?: unknown): Promise<string | undefined> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
    logLevel: "silent",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(ROOT, "src/index.ts")).href) }, // packages are found from there
    plugins: mutant ? [replacing(mutant)] : [],
  });
  const worker = new Worker(outputFiles[0]!.text, { eval: true, workerData });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve("it does not end"), TIME_LIMIT);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("it ended without a word")));
    worker.once("message", () => clearTimeout(timer));
    worker.once("error", () => clearTimeout(timer));
  }).finally(() => worker.terminate()) as Promise<string | undefined>;
}
