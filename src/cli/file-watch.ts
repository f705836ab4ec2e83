import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname } from "node:path";

const SETTLED = 60; // milliseconds without news: an editor's save is several steps
const POLL = 1_000;

/**
 * Tells when something may have changed in folders, once things have settled. It watches folders, not files, as many editors save by renaming; what changed
 * is found by looking (`FileStamps`). Where the system cannot watch (a file system without events, no watches left) it looks every second.
 */
export class FolderWatch {
  readonly #onNews: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #doubted = new Set<string>(); // folders in which something was renamed or removed: themselves, perhaps
  #timer: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;

  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** These folders from now on. Of one that is watched anew there is news at once: something may have happened before. */
  set(folders: ReadonlySet<string>): void {
    const there = new Set([...folders].map(nearestThere));
    for (const [folder, watcher] of this.#watchers) {
      if (there.has(folder) && !this.#doubted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    this.#doubted.clear();
    for (const folder of there) if (!this.#watchers.has(folder)) this.#add(folder);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    clearTimeout(this.#timer);
    clearInterval(this.#poll);
  }

  #add(folder: string): void {
    try {
      const watcher = watch(folder, (event) => {
        if (event === "rename") this.#doubted.add(folder);
        this.#news();
      });
      watcher.on("error", () => this.#lookAgain());
      this.#watchers.set(folder, watcher);
      this.#news();
    } catch {
      this.#lookAgain();
    }
  }

  #news(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onNews, SETTLED);
  }

  #lookAgain(): void {
    this.#poll ??= setInterval(this.#onNews, POLL);
  }
}

/** The folder, or the folder around it that tells when it is there. */
function nearestThere(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : nearestThere(parent);
}

/** How files were when they were looked at, and which of them are no longer so. */
export class FileStamps {
  #stamps: ReadonlyMap<string, string>;

  constructor(paths: Iterable<string>) {
    this.#stamps = new Map([...paths].map((path) => [path, stampOf(path)]));
  }

  get paths(): readonly string[] {
    return [...this.#stamps.keys()];
  }

  /** From now on these files: known ones as they were, others as they are. */
  keep(paths: readonly string[]): void {
    this.#stamps = new Map(paths.map((path) => [path, this.#stamps.get(path) ?? stampOf(path)]));
  }

  changed(): readonly string[] {
    return [...this.#stamps].filter(([path, stamp]) => stampOf(path) !== stamp).map(([path]) => path);
  }
}

/** Changes with every save; "" for a file that is not there. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? "" : `${stat.mtimeNs} ${stat.size} ${stat.ino}`;
}
