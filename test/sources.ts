import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

/** The project's own sources, read as text: TypeScript 7 has no programming interface, and types are gone once a file is compiled. */

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

export type Source = { readonly path: string; readonly text: string }; // path from the folder asked for, with "/"

/** Every TypeScript file below a folder of the project, those with markup in them too, but for declarations. */
export const sourcesOf = (folder: string): readonly Source[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, folder, path), "utf8") }));

export type Import = { readonly from: string; readonly typeOnly: boolean; readonly dynamic: boolean };

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[\w$*{},\s]*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** What a file imports or exports from elsewhere, in any way. */
export const importsOf = ({ text }: Source): readonly Import[] => [
  ...[...text.matchAll(STATIC)].map(([, type, from]) => ({ from: from ?? "", typeOnly: type !== undefined, dynamic: false })),
  ...[...text.matchAll(DYNAMIC)].map(([, from]) => ({ from: from ?? "", typeOnly: false, dynamic: true })),
];

/** A relative import as a path from the same folder as `path`; undefined for a package. */
export const resolveImport = (path: string, from: string): string | undefined =>
  from.startsWith(".") ? join(dirname(path), from).replaceAll("\\", "/") : undefined;

/** The name of a package that an import specifier asks for: "@noble/curves" of "@noble/curves/nist.js", "node:fs" of itself. */
export const packageOf = (from: string): string =>
  from.startsWith("node:") ? from : from.split("/", from.startsWith("@") ? 2 : 1).join("/");

/**
 * What a file may use without an import and not every room should: what only node has, what reaches out of the process, and what answers otherwise each time
 * it is asked. Names of which the file has its own, texts, comments and types do not count.
 */
// biome-ignore format: a list
export const GLOBALS = [
  "process", "Buffer", "console", "require", "__dirname", "__filename", "import.meta", "globalThis", "global", "fetch", "WebSocket", "EventSource", "navigator",
  "setTimeout", "setInterval", "setImmediate", "crypto", "performance", "Date.now", "Math.random",
] as const;
export type Global = (typeof GLOBALS)[number] | "new Date()";

/** esbuild puts a mark in the place of each name that is not bound in the file. */
const mark = (name: string) => `__global_${name.replace(".", "$")}__`;
const define = Object.fromEntries([...GLOBALS, "Date"].map((name) => [name, mark(name)]));

export function globalsOf({ path, text }: Source): readonly Global[] {
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } };
  const { code } = transformSync(text, { loader: loaderOf(path), define, tsconfigRaw, legalComments: "none" });
  const isNow = /(?:new __global_Date__\(\)|(?<!new )__global_Date__\()/.test(code);
  return [...GLOBALS.filter((name) => code.includes(mark(name))), ...(isNow ? (["new Date()"] as const) : [])];
}

export const loaderOf = (path: string): "ts" | "tsx" => (path.endsWith(".tsx") ? "tsx" : "ts");

const EXPORT_LIST = /^export\s+(type\s+)?\{([^}]*)\}/gm;
const EXPORT_DECLARATION = /^export\s+(?:declare\s+)?(type|interface)\s+(\w+)/gm;

/** The names of types that a file exports. */
export const typesExportedBy = ({ text }: Source): readonly string[] => [
  ...[...text.matchAll(EXPORT_LIST)].flatMap(([, all, names]) =>
    (names ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && (all !== undefined || name.startsWith("type ")))
      .map((name) => name.replace(/^type\s+/, "").replace(/^.*\sas\s+/, "")),
  ),
  ...[...text.matchAll(EXPORT_DECLARATION)].map(([, , name]) => name ?? ""),
];
