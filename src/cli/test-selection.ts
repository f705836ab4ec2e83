import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { shown } from "../base/text.ts";
import { refuse } from "./refusal.ts";

/** What a test file is called. */
const ENDING = /\.ward\.(?:ya?ml|json)$/;

/** The files that patterns select, and the folders in which they were looked for: a new file would show up there. */
export type Selection = { readonly files: readonly string[]; readonly folders: readonly string[] };

/**
 * The test files that globs, folders and file names select, in the order of their paths; a file named exactly may be called anything. Without a pattern
 * those in and below the working folder. `!GLOB` takes files out. Folders named `node_modules` or with a dot in front are not entered, unless a pattern
 * begins in one. A link to a file counts as the file; links to folders are not followed.
 *
 * @throws {Refusal} KW640 where nothing is selected by all patterns together, or by one of them.
 */
export async function selectTestFiles(patterns: readonly string[]): Promise<Selection> {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const refused = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const folders = new Set<string>();
  const files = new Set<string>();
  for (const pattern of wanted.length > 0 ? wanted : ["."]) {
    const found = await selectedBy(pattern, folders);
    if (found.length === 0 && wanted.length > 0) throw nothing(`no test file is selected by ${shown(pattern)}`);
    for (const file of found) files.add(file);
  }
  const left = refused.length === 0 ? [...files] : await without([...files], refused);
  if (left.length === 0) throw nothing(wanted.length > 0 ? "no test file is left" : "there is no test file in this folder");
  return { files: [...left].sort(), folders: [...folders].sort() };
}

const nothing = (message: string) =>
  refuse(
    "KW640",
    "kmsward test",
    message,
    "test files are called `*.ward.yaml`, `*.ward.yml` or `*.ward.json`; give files, folders or globs in quotes; `kmsward init` writes a first one",
  );

async function selectedBy(pattern: string, folders: Set<string>): Promise<readonly string[]> {
  const stat = statOf(pattern);
  if (stat?.isFile()) {
    folders.add(nameOf(join(pattern, "..")));
    return [nameOf(pattern)];
  }
  if (stat?.isDirectory()) return walk(nameOf(pattern), folders).filter((file) => ENDING.test(file));
  const { default: micromatch } = await import("micromatch");
  const { base, glob } = micromatch.scan(pattern);
  if (glob === "") return [];
  const from = nameOf(base === "" ? "." : base);
  if (!statOf(from)?.isDirectory()) return [];
  const isMatch = micromatch.matcher(glob, { dot: true });
  return walk(from, folders).filter((file) => ENDING.test(file) && isMatch(slashed(relative(from, file))));
}

async function without(files: readonly string[], refused: readonly string[]): Promise<readonly string[]> {
  const { default: micromatch } = await import("micromatch");
  const isRefused = (file: string) =>
    refused.some((pattern) => {
      const plain = slashed(pattern).replace(/^\.\//, "").replace(/\/$/, "");
      return file === plain || file.startsWith(`${plain}/`) || micromatch.isMatch(file, plain, { dot: true });
    });
  return files.filter((file) => !isRefused(file));
}

/** All files below a folder, breadth first; the folder itself is entered whatever it is called. */
function walk(from: string, folders: Set<string>): readonly string[] {
  const files: string[] = [];
  const open = [from];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    folders.add(folder);
    for (const entry of entriesOf(folder)) {
      const path = folder === "." ? entry.name : join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules") open.push(path);
      } else if (entry.isFile() || (entry.isSymbolicLink() && statOf(path)?.isFile())) {
        files.push(slashed(path));
      }
    }
  }
  return files;
}

/** Nothing of what is not there, may not be looked at, or is a link that leads back to itself. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Nothing of a folder that may not be read, or has gone meanwhile. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A path as reports have it: from the working folder where it is below that, with "/" on every system. */
function nameOf(path: string): string {
  const inside = relative(".", resolve(path));
  if (inside === "") return ".";
  return slashed(inside.startsWith("..") || isAbsolute(inside) ? (isAbsolute(path) ? resolve(path) : join(path)) : inside);
}

const slashed = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));
