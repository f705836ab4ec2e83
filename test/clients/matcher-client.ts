import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../sources.ts";

/**
 * Projects that use kmsward as people do: in a folder of their own, with the package as it is packed. `project` has what all have in common, the folder of
 * a framework what is its own.
 */
export type Framework = "vitest4" | "vitest5" | "jest";

export type Client = {
  readonly folder: string;
  /** Runs a file of an installed package by the Node given, else by this one. Output is that of both streams, without colours. */
  readonly run: (args: readonly string[], options?: { readonly node?: string; readonly env?: NodeJS.ProcessEnv }) => Promise<Ran>;
  /** What the compiler says of the project, and of kmsward's own declarations there. */
  readonly typeErrors: () => Promise<readonly string[]>;
  readonly remove: () => void;
};
export type Ran = { readonly status: number; readonly output: string };

const run = promisify(execFile);
const LIMITS = { timeout: 240_000, maxBuffer: 32_000_000 } as const;

/** Builds the package from the sources as they are, elsewhere: `dist` may be somebody else's just now. */
function packed(into: string): string {
  const folder = join(into, "package");
  mkdirSync(folder);
  for (const name of ["src", ".build", "schemas", "package.json", "tsconfig.json", ".tsconfig.build.json"])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  try {
    execFileSync(process.execPath, [join(folder, ".build/build.mjs")], { cwd: folder, stdio: "pipe", ...LIMITS });
  } catch (error) {
    if (!existsSync(join(folder, "dist/jest.d.ts"))) throw error; // errors in types are for the compiler's own test, `npm run types`
  }
  return folder;
}

function projectOf(framework: Framework): { readonly folder: string; readonly built: string } {
  const folder = mkdtempSync(join(tmpdir(), `kmsward-${framework}-`));
  const here = join(ROOT, "test/clients");
  cpSync(join(here, "project"), folder, { recursive: true });
  cpSync(join(here, framework), folder, { recursive: true });
  return { folder, built: packed(mkdtempSync(join(tmpdir(), "kmsward-packed-"))) };
}

/** With the packages that this project has itself. */
export function linkedClient(framework: Framework): Client {
  const { folder, built } = projectOf(framework);
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "kmsward"), { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith(".") && name !== "kmsward") symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  for (const name of ["dist", "schemas", "package.json"]) cpSync(join(built, name), join(modules, "kmsward", name), { recursive: true });
  return clientIn(folder, built);
}

/** What npm says where there is no registry to be reached; everything else that goes wrong is a fault. */
const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/** With packages of its own, from the registry; or why the registry cannot be reached. */
export async function installedClient(framework: Framework): Promise<Client | string> {
  const { folder, built } = projectOf(framework);
  const client = clientIn(folder, built);
  try {
    await run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], { cwd: built, ...LIMITS });
    const [archive] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    cpSync(join(folder, archive ?? ""), join(folder, "kmsward.tgz"));
    await run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: folder, ...LIMITS });
    return client;
  } catch (error) {
    client.remove();
    const told = String((error as { stderr?: unknown }).stderr || error);
    if (!UNREACHABLE.test(told)) throw error;
    return `SKIPPED, nothing was tested: the packages of the ${framework} client cannot be installed\n${told.slice(0, 1_000)}`;
  }
}

function clientIn(folder: string, built: string): Client {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1" };
  const node = async (executable: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ran> => {
    try {
      const { stdout, stderr } = await run(executable, [...args], { cwd: folder, env: { ...env, ...more }, ...LIMITS });
      return { status: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout = "", stderr = "" } = error as { code?: number; stdout?: string; stderr?: string };
      if (typeof code !== "number") throw error;
      return { status: code, output: stdout + stderr };
    }
  };
  return {
    folder,
    run: ([path = "", ...args], options = {}) => node(options.node ?? process.execPath, [join("node_modules", path), ...args], options.env),
    typeErrors: async () => {
      const { output } = await node(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", ".", "--pretty", "false"]);
      return output.split("\n").filter((line) => /^(?:[^/]+\.js|node_modules\/kmsward\/.*)\(|^error/.test(line));
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      rmSync(join(built, ".."), { recursive: true, force: true });
    },
  };
}

/** The line, counted from 1, on which a file of the client has a text. */
export function lineIn(client: Client, path: string, text: string): number {
  return readFileSync(join(client.folder, path), "utf8").split("\n").findIndex((line) => line.includes(text)) + 1; // biome-ignore format: one thing
}
