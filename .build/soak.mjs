// Asks the engine and the oracle the same random questions for a while: `npm run soak -- --minutes 10 [--seed N] [--workers N]`. Every round has a seed of
// its own, counted from the first; a difference is printed as a case with the seed that makes it again, and ends the run with 1.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const options = { minutes: { type: "string", default: "1" }, seed: { type: "string" }, workers: { type: "string" } };
const { values } = parseArgs({ options });
const minutes = numberOf("minutes", values.minutes, (it) => it > 0);
const first = values.seed === undefined ? Date.now() % 2 ** 31 : numberOf("seed", values.seed, Number.isInteger);
const workers =
  values.workers === undefined ? availableParallelism() : numberOf("workers", values.workers, (it) => Number.isInteger(it) && it > 0);

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const temporary = mkdtempSync(join(root, "node_modules/.soak-")); // there, so that packages are found
const bundle = join(temporary, "engine.mjs");
const until = Date.now() + minutes * 60_000;
const children = [];
let [decided, allowed, rounds, found] = [0, 0, 0, false];
try {
  const shape = { bundle: true, format: "esm", platform: "node", packages: "external", target: "node20.19" };
  await build({ ...shape, entryPoints: [join(root, "test/soak/engine.ts")], outfile: bundle, absWorkingDir: root, logLevel: "warning" });
  console.log(`seed ${first}, ${workers} workers, ${minutes} min`);
  const told = setInterval(tell, 10_000);
  await Promise.all(Array.from({ length: workers }, (_, i) => work(i)));
  clearInterval(told);
  tell();
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = found ? 1 : 0;

/** One worker takes every so many-th seed. It is stopped by its own clock, or when another has found something. */
function work(offset) {
  const run = `import { round } from ${JSON.stringify(pathToFileURL(bundle).href)};
    for (let seed = ${first + offset}; Date.now() < ${until}; seed += ${workers}) console.log(JSON.stringify({ seed, ...round(seed) }));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", run], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { seed, difference, ...counts } = JSON.parse(line);
    rounds++;
    decided += counts.decided;
    allowed += counts.allowed;
    if (difference === undefined) return;
    found = true;
    console.log(`seed ${seed}: engine and oracle differ\n${JSON.stringify(difference, null, 2)}`);
    for (const each of children) each.kill();
  });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code, signal) => (code === 0 || signal !== null ? done() : failed(new Error(`a worker ended with ${code}`))));
  });
}

function tell() {
  const count = (number) => number.toLocaleString("en-US");
  console.log(
    `${count(rounds)} rounds, ${count(decided)} decisions (${count(allowed)} allowed), ${found ? "a difference" : "no difference"}`,
  );
}

function numberOf(name, text, isFine) {
  const number = Number(text);
  if (Number.isFinite(number) && isFine(number)) return number;
  console.error(`--${name} is ${JSON.stringify(text)}: a number is wanted`);
  process.exit(2);
}
