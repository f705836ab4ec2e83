// Builds `dist`. Every file directly under `src` is a door: esbuild bundles it, in chunks, so that the command line reads a command only when it is
// asked for; tsc writes the types. The action of GitHub is one file by itself, and so is each page (web.mjs). A new door is a new file there, and its line in `exports` of package.json.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { actionBundle } from "./action.mjs";
import { documentedCopy, withoutZod } from "./declarations.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const src = join(root, "src");
const dist = join(root, "dist");

const doors = readdirSync(src).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
if (doors.length === 0) process.exit(0);

rmSync(dist, { recursive: true, force: true });
const bundled = (names, chunks) => ({
  entryPoints: names.map((name) => join(src, name)),
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  chunkNames: `${chunks}/[name]-[hash]`,
  legalComments: "none",
  logLevel: "warning",
  absWorkingDir: root,
});
// The library and the command share no chunks: what some command needs by itself would cut the library into many, and each file costs whoever imports it.
const isCommand = (name) => name === "cli.ts";
await build(
  bundled(
    doors.filter((name) => !isCommand(name)),
    "chunks",
  ),
);
if (doors.some(isCommand)) await build(bundled(doors.filter(isCommand), "commands"));
await build(actionBundle(root, join(dist, "action.mjs")));
if (doors.includes("cli.ts")) {
  chmodSync(join(dist, "cli.js"), 0o755);
  linkCommand();
}

// The pages are made beside the types: each takes some seconds.
const pages = spawn(process.execPath, [join(root, ".build/web.mjs")], { stdio: ["ignore", "inherit", "inherit"] });
const made = once(pages, "exit");

const copy = join(dist, ".src");
const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
const tsc = join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.tsc);
try {
  documentedCopy(src, copy);
  writeFileSync(
    join(copy, "tsconfig.json"),
    JSON.stringify({
      extends: "../../.tsconfig.build.json",
      compilerOptions: { rootDir: ".", outDir: ".." },
      include: ["*.ts"],
      exclude: [],
    }),
  );
  execFileSync(process.execPath, [tsc, "-p", copy], { stdio: ["ignore", "inherit", "inherit"] });
} catch {
  process.exitCode = 1; // tsc has said why
}
rmSync(copy, { recursive: true, force: true });
for (const name of readdirSync(src, { recursive: true })) {
  if (name.endsWith(".d.ts")) cpSync(join(src, name), join(dist, name));
}
for (const name of readdirSync(dist, { recursive: true })) {
  if (name.endsWith(".d.ts")) writeFileSync(join(dist, name), withJsEndings(readFileSync(join(dist, name), "utf8")));
}

const wanted = new Set();
for (const open = doors.filter((name) => name !== "cli.ts").map((name) => join(dist, name.replace(/\.ts$/, ".d.ts"))); open.length > 0; ) {
  const file = open.pop();
  if (wanted.has(file) || !existsSync(file)) continue;
  wanted.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport\(|\bimport) ?"(\.[^"]+)\.js"/g))
    open.push(resolve(dirname(file), `${path}.d.ts`));
}
for (const name of readdirSync(dist, { recursive: true })) {
  if (name.endsWith(".d.ts") && !wanted.has(join(dist, name))) rmSync(join(dist, name)); // no door leads there
}
for (const file of wanted) if (existsSync(file)) await withoutZod(file, join(src, file.slice(dist.length).replace(/\.d\.ts$/, ".ts")));
const [pagesCode] = await made;
if (pagesCode !== 0) process.exitCode = 1; // vite has said why
for (const name of readdirSync(dist)) {
  if (
    !name.includes(".") &&
    name !== "chunks" &&
    name !== "commands" &&
    readdirSync(join(dist, name), { recursive: true }).every((each) => !each.includes("."))
  ) {
    rmSync(join(dist, name), { recursive: true });
  }
}

/** `npx kmsward` in the clone is the command just built. Where links are not allowed npx finds it too, but builds it anew first. */
function linkCommand() {
  const link = join(root, "node_modules/.bin/kmsward");
  try {
    if (!existsSync(link)) symlinkSync("../../dist/cli.js", link);
  } catch {
    // a convenience of the clone, and no part of the build
  }
}

/** Declarations keep the endings of the sources, which are not in the package: there, "./arn.ts" is "./arn.js". */
function withJsEndings(declarations) {
  return declarations.replace(/(\bfrom "|\bimport\("|\bimport ")(\.[^"]+)\.ts"/g, '$1$2.js"');
}
