import { BoundedCache } from "../base/bounded-cache.ts";
import type { ReadWorld } from "../world/document-reader.ts";
import type { ReadFile } from "../world/files.ts";

/** A world that was read, and the texts it was read from. */
export type KeptWorld = ReadWorld & { readonly files: ReadonlyMap<string, string> };

const MOST_WORLDS = 64;

/**
 * Worlds that several test files name are read once, and what was compiled of them is kept with them. A world is the same while every file it was read from
 * has the same text, so one cache may serve run after run.
 */
export class WorldCache {
  readonly #worlds = new BoundedCache<string, KeptWorld>(MOST_WORLDS);

  /** The world of this name, made anew if a file of it changed. One about which more is told than its own files say is not kept: that belongs to who named it. */
  of(name: string, readFile: ReadFile, make: (readFile: ReadFile) => ReadWorld): KeptWorld {
    const known = this.#worlds.get(name);
    if (known !== undefined && isUnchanged(known, readFile)) return known;
    const read = recorded(readFile, make);
    const isOwn = read.diagnostics.every(({ at }) => read.files.has(at.file));
    return read.world === undefined || !isOwn ? read : this.#worlds.set(name, read);
  }
}

/** Reads a world, and remembers the text of every file that it was read from. */
export function recorded(readFile: ReadFile, make: (readFile: ReadFile) => ReadWorld): KeptWorld {
  const files = new Map<string, string>();
  const read = make((path, within) => {
    files.set(path, ""); // of one that is not there, that it was asked for
    const text = readFile(path, within);
    files.set(path, text);
    return text;
  });
  return { ...read, files };
}

function isUnchanged({ files }: KeptWorld, readFile: ReadFile): boolean {
  try {
    for (const [path, text] of files) if (readFile(path) !== text) return false;
    return true;
  } catch {
    return false;
  }
}
