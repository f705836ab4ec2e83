import { type Members, TEXT } from "../base/members.ts";
import type { World } from "../estate/world.ts";
import { Repositories } from "../files/repository.ts";
import { textReader } from "../files/text-reader.ts";
import type { WorldDocument } from "../world/document.ts";
import { assertLoadOptions, isPaths, LOAD_OPTIONS, loadWorld as load, type LoadOptions as WorldLoadOptions } from "../world/load-world.ts";

export type LoadOptions = WorldLoadOptions & {
  readonly cwd?: string; // where paths count from; the working directory
};

const OPTIONS: Members = { ...LOAD_OPTIONS, cwd: TEXT };

/**
 * Reads a world, from its files or from an object of their shape. Documents may name files of their repository, and where there is none those beside them
 * and below the working directory; with a `readFile` of one's own, those beside them and below `root`.
 *
 * @example
 * const world = await loadWorld("policies/orders.world.yaml");
 * @throws {InvalidWorldError} with everything that is wrong, each with its file and line.
 */
export async function loadWorld(source: string | readonly string[] | WorldDocument, given: LoadOptions = {}): Promise<World> {
  assertLoadOptions(given, OPTIONS);
  const { cwd = ".", ...options } = given;
  if (options.readFile !== undefined) return load(source, options);
  const first = isPaths(source) ? [source].flat()[0] : undefined;
  return load(source, { root: new Repositories(cwd).rootOf(first ?? "world"), ...options, readFile: textReader(cwd) });
}
