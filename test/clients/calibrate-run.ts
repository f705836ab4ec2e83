import { parentPort, workerData } from "node:worker_threads";
import { readAnswers } from "../../src/cli/calibrate/answers.ts";
import { compared } from "../../src/cli/calibrate/compare.ts";
import { loadWorld } from "../../src/embedded/load-world.ts";

/** What runs in a worker, bundled with the sources as a mutant has them: holds answers against a world, and posts where they differ. */
const { world, answers } = workerData as { readonly world: object; readonly answers: string };
void loadWorld(world as never).then((read) => parentPort?.postMessage(JSON.stringify(compared(read, readAnswers(answers.split("\n"))))));
