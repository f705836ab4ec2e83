import type { Diagnostic } from "../../base/diagnostic.ts";
import { Repositories } from "../../files/repository.ts";
import { type TextReader, textReader } from "../../files/text-reader.ts";
import type { FileResult } from "../../tester/result.ts";
import { forbidOnly, unreadFile } from "../../tester/run.ts";
import type { TestFile } from "../../tester/test-case.ts";
import { readTestFile } from "../../tester/test-file.ts";
import { WorldCache } from "../../tester/world-cache.ts";
import type { ForeignReader } from "../../world/files.ts";

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
  readonly #repositories = new Repositories();
  readonly #reader = textReader();
  readonly #foreign: ForeignReader | undefined;
  #texts = new Map<string, string>();

  /** `foreign`: how documents of other tools are read, where test files name them. */
  constructor(foreign?: ForeignReader) {
    this.#foreign = foreign;
  }

  /** Forgets the texts, as files may have changed. */
  refresh(): void {
    this.#texts = new Map();
  }

  read(paths: readonly string[], allowOnly: boolean): readonly ReadFileResult[] {
    return paths.map((path) => {
      const { file, diagnostics, sources } = readTestFile(path, {
        readFile: this.text,
        root: this.#repositories.rootOf(path),
        worlds: this.#worlds,
        ...(this.#foreign !== undefined && { foreign: this.#foreign }),
      });
      if (file === undefined) return { path, sources, unread: unreadFile(path, diagnostics) };
      const forbidden: readonly Diagnostic[] = allowOnly ? [] : forbidOnly(file);
      return forbidden.length === 0 ? { path, sources, file } : { path, sources, unread: unreadFile(path, forbidden) };
    });
  }

  /** @throws {Error} for what is no text, no file, or not where it has to be. */
  readonly text: TextReader = (path, within) => {
    const name = within === undefined ? path : JSON.stringify([path, within]); // what one may read, another may not
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const text = this.#reader(path, within);
    this.#texts.set(name, text);
    return text;
  };
}
