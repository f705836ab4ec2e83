import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { FileResult } from "../tester/result.ts";
import { forbidOnly, unreadFile } from "../tester/run.ts";
import type { TestFile } from "../tester/test-case.ts";
import { readTestFile } from "../tester/test-file.ts";
import { WorldCache } from "../tester/world-cache.ts";

/** A test file, or what is said of one that cannot be run. */
export type ReadFileResult = {
  readonly path: string;
  readonly file?: TestFile;
  readonly unread?: FileResult;
  readonly sources: readonly string[]; // every path that was asked for
};

/** Reads test files and worlds, each text once a run; a world that several files name is one. Made for a session: worlds are kept from run to run. */
export class TestSources {
  readonly #worlds = new WorldCache();
  readonly #repositories = new Map<string, string | undefined>();
  #texts = new Map<string, string>();

  /** Forgets the texts, as files may have changed. */
  refresh(): void {
    this.#texts = new Map();
  }

  read(paths: readonly string[], allowOnly: boolean): readonly ReadFileResult[] {
    return paths.map((path) => {
      const { file, diagnostics, sources } = readTestFile(path, { readFile: this.text, root: this.#rootOf(path), worlds: this.#worlds });
      if (file === undefined) return { path, sources, unread: unreadFile(path, diagnostics) };
      const forbidden: readonly Diagnostic[] = allowOnly ? [] : forbidOnly(file);
      return forbidden.length === 0 ? { path, sources, file } : { path, sources, unread: unreadFile(path, forbidden) };
    });
  }

  /**
   * The folder whose files a test file may name, besides those beside and below it: the repository it is in, wherever in that the command runs; the working
   * folder where that is further up, or there is no repository.
   */
  #rootOf(path: string): string {
    const repository = this.#repositoryOf(dirname(resolve(path)));
    const fromHere = repository === undefined ? "" : relative(".", repository);
    const isBelow = !isAbsolute(fromHere) && !fromHere.startsWith("..");
    if (repository === undefined || isBelow) return ".";
    return isAbsolute(path) ? repository : fromHere;
  }

  #repositoryOf(folder: string): string | undefined {
    if (this.#repositories.has(folder)) return this.#repositories.get(folder);
    const above = dirname(folder);
    const found = existsSync(join(folder, ".git")) ? folder : above === folder ? undefined : this.#repositoryOf(above);
    this.#repositories.set(folder, found);
    return found;
  }

  /** @throws {Error} as node:fs does, and for what is not UTF-8. */
  readonly text = (path: string): string => {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) throw new Error("it is not UTF-8 text");
    const text = bytes.toString("utf8");
    this.#texts.set(path, text);
    return text;
  };
}
