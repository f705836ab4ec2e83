import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** The repositories that files are in, each folder looked at once. */
export class Repositories {
  readonly #cwd: string;
  readonly #known = new Map<string, string | undefined>();

  constructor(cwd = ".") {
    this.#cwd = cwd;
  }

  /**
   * The folder whose files a document may name, besides those beside and below it, as it is called from the working folder: the repository it is in, wherever
   * in that the program runs; the working folder where that is further up, or there is no repository.
   */
  rootOf(path: string): string {
    const repository = this.#of(dirname(resolve(this.#cwd, path)));
    const fromHere = repository === undefined ? "" : relative(this.#cwd, repository);
    const isBelow = !isAbsolute(fromHere) && !fromHere.startsWith("..");
    if (repository === undefined || isBelow) return ".";
    return isAbsolute(path) ? repository : fromHere;
  }

  #of(folder: string): string | undefined {
    if (this.#known.has(folder)) return this.#known.get(folder);
    const above = dirname(folder);
    const found = existsSync(join(folder, ".git")) ? folder : above === folder ? undefined : this.#of(above);
    this.#known.set(folder, found);
    return found;
  }
}
