// Runs the benchmarks: `npm run bench`, or `npm run bench -- NAME… --json FILE`. Each test/bench/NAME.bench.ts exports, as its default, an async function
// that gives rows { name, value, unit, ratio?, aim?, note? }; it is bundled by esbuild and run by plain node, one after the other, each in a process
// of its own, in the project's folder. `ratio` compares with what the row's note names; `aim` is what we want of the value.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });

const folder = join(root, "test/bench");
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => positionals.length === 0 || positionals.includes(name.replace(/\.bench\.ts$/, "")));
if (names.length === 0) {
  console.error(`no benchmark ${positionals.join(", ")} in test/bench`);
  process.exit(1);
}

const results = [];
const temporary = mkdtempSync(join(root, "node_modules/.bench-")); // there, so that packages are found
try {
  for (const name of names) {
    const file = join(temporary, name.replace(/\.ts$/, ".mjs"));
    const options = { bundle: true, format: "esm", platform: "node", packages: "external", target: "node20.19" };
    await build({ ...options, entryPoints: [join(folder, name)], outfile: file, absWorkingDir: root, logLevel: "warning" });
    const run = `import(${JSON.stringify(pathToFileURL(file).href)}).then(async (bench) => process.stdout.write(JSON.stringify(await bench.default())))`;
    const rows = await promisify(execFile)(process.execPath, ["--expose-gc", "--input-type=module", "-e", run], {
      cwd: root,
      maxBuffer: 1e8,
    });
    process.stderr.write(rows.stderr);
    for (const row of JSON.parse(rows.stdout)) results.push({ bench: name.replace(/\.bench\.ts$/, ""), ...row });
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

const number = (value) =>
  Number.isInteger(value) ? value.toLocaleString("en-US") : value.toLocaleString("en-US", { maximumSignificantDigits: 4 });
const cells = results.map(({ bench, name, value, unit, ratio, aim, note }) => [
  bench,
  name,
  number(value),
  unit,
  ratio === undefined ? "" : `× ${number(ratio)}`,
  aim === undefined ? "" : `${aim}`,
  note ?? "",
]);
const head = ["bench", "what", "value", "unit", "ratio", "aim", "note"];
const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column].length)));
for (const row of [head, ...cells]) {
  const line = row.map((cell, column) => (column === 2 || column === 4 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])));
  console.log(line.join("  ").trimEnd());
}

if (values.json !== undefined) {
  const machine = { node: process.version, arch: process.arch, cores: (await import("node:os")).availableParallelism() };
  writeFileSync(resolve(values.json), `${JSON.stringify({ machine, results }, null, 2)}\n`);
}
