import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

/** What a test file is called. */
const ENDING = /\.ward\.(?:ya?ml|json)$/;

/** The files that patterns select, and the folders in which they were looked for: a new file would show up there. */
export type Selection = { readonly files: readonly string[]; readonly folders: readonly string[] };

/** What reads globs: micromatch, which not every selection needs. */
export type Globs = {
  readonly scan: (glob: string) => { readonly base: string; readonly glob: string };
  readonly matcher: (glob: string, options: { readonly dot: true }) => (path: string) => boolean;
};

/** Thrown where nothing is selected: by one pattern, or by all together (`pattern` is undefined). */
export class NothingSelectedError extends Error {
  override readonly name = "NothingSelectedError";
  readonly pattern: string | undefined;

  constructor(pattern?: string) {
    super(pattern === undefined ? "no test file is selected" : `no test file is selected by ${pattern}`);
    this.pattern = pattern;
  }
}

/** Whether `selectTestFiles` has to read a pattern as a glob. */
export const isGlob = (pattern: string, cwd = "."): boolean => pattern.startsWith("!") || statOf(resolve(cwd, pattern)) === undefined;

/**
 * The test files that globs, folders and file names select, in the order of their paths; a file named exactly may be called anything. Without a pattern
 * those in and below the working folder. `!GLOB` takes files out. Folders named `node_modules` or with a dot in front are not entered, unless a pattern
 * begins in one. A link to a file counts as the file; links to folders are not followed. What cannot be read is selected too: whoever reads it says so. Paths are told from `cwd`.
 *
 * @throws {NothingSelectedError} where nothing is selected by all patterns together, or by one of them.
 */
export const selectTestFiles = (patterns: readonly string[], globs: Globs | undefined, cwd = "."): Selection =>
  selectFiles(patterns, globs, ENDING, cwd);

/** The same of other files: `ending` is what those are called that folders and globs select. */
export function selectFiles(patterns: readonly string[], globs: Globs | undefined, ending: RegExp, cwd = "."): Selection {
  const search = new Search(globs, ending, cwd);
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const found = new Set<string>();
  for (const pattern of wanted.length > 0 ? wanted : ["."]) {
    const files = search.by(pattern);
    if (files.length === 0 && wanted.length > 0) throw new NothingSelectedError(pattern);
    for (const file of files) found.add(file);
  }
  const refused = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => search.refuser(pattern.slice(1)));
  const files = [...found].filter((file) => !refused.some((isRefused) => isRefused(file))).sort();
  if (files.length === 0) throw new NothingSelectedError();
  return { files, folders: [...search.folders].sort() };
}

class Search {
  readonly folders = new Set<string>();
  readonly #globs: Globs | undefined;
  readonly #ending: RegExp;
  readonly #cwd: string;

  constructor(globs: Globs | undefined, ending: RegExp, cwd: string) {
    this.#globs = globs;
    this.#ending = ending;
    this.#cwd = cwd;
  }

  by(pattern: string): readonly string[] {
    const stat = this.#stat(pattern);
    if (stat !== undefined && !stat.isDirectory()) {
      this.folders.add(this.#nameOf(join(pattern, "..")));
      return [this.#nameOf(pattern)];
    }
    if (stat?.isDirectory()) return this.#below(this.#nameOf(pattern)).filter((file) => this.#ending.test(file));
    const { base, glob } = this.#globs?.scan(pattern) ?? { base: pattern, glob: "" };
    if (glob === "") return [];
    const from = this.#nameOf(base === "" ? "." : base);
    const isMatch = this.#matcher(glob);
    if (!this.#stat(from)?.isDirectory()) return [];
    return this.#below(from).filter((file) => this.#ending.test(file) && isMatch(slashed(relative(from, file))));
  }

  /** Whether `!GLOB` takes a file out: it is the file, a folder above it, or a glob that matches it. */
  refuser(pattern: string): (file: string) => boolean {
    const plain = slashed(pattern).replace(/^\.\//, "").replace(/\/$/, "");
    const isMatch = this.#matcher(plain);
    return (file) => file === plain || file.startsWith(`${plain}/`) || isMatch(file);
  }

  #matcher(glob: string): (path: string) => boolean {
    return this.#globs?.matcher(glob, { dot: true }) ?? (() => false);
  }

  /** All files below a folder; the folder itself is entered whatever it is called. */
  #below(from: string): readonly string[] {
    const files: string[] = [];
    const open = [from];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      this.folders.add(folder);
      for (const entry of entriesOf(resolve(this.#cwd, folder))) {
        const path = folder === "." ? entry.name : join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!entry.name.startsWith(".") && entry.name !== "node_modules") open.push(path);
        } else if (!(entry.isSymbolicLink() && this.#stat(path)?.isDirectory())) {
          files.push(slashed(path));
        }
      }
    }
    return files;
  }

  #stat(path: string): Stats | undefined {
    return statOf(resolve(this.#cwd, path));
  }

  /** A path as reports have it: from the working folder where it is below that, with "/" on every system. */
  #nameOf(path: string): string {
    const inside = relative(this.#cwd, resolve(this.#cwd, path));
    if (inside === "") return ".";
    const isBelow = !inside.startsWith("..") && !isAbsolute(inside);
    return slashed(isBelow ? inside : isAbsolute(path) ? resolve(path) : join(path));
  }
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

const slashed = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));
