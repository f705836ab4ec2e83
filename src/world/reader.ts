import { type JsonNode, readJson } from "../base/json-source.ts";
import { isYaml } from "../base/text.ts";
import { type ReadWorld, readWorldValue, type WorldOptions, WorldReader } from "./document-reader.ts";
import { nodeAt, type ReadText, sourceOf } from "./files.ts";
import type { TextPlace } from "./json-place.ts";
import { readYaml } from "./yaml-source.ts";

export type { ReadWorld, WorldOptions } from "./document-reader.ts";

/** YAML by its ending, and else JSON. */
export const readText: ReadText = (path, text) => (isYaml(path) ? readYaml(text) : readJson(text));

/**
 * Reads the world that one file or several say together. Never throws; everything wrong is told, with file, line and column.
 *
 * @example
 * const { world, diagnostics } = readWorld("estate/world.yaml", { readFile: (path) => readFileSync(path, "utf8") });
 */
export function readWorld(paths: string | readonly string[], options: WorldOptions): ReadWorld {
  const reader = new WorldReader(options, readText);
  for (const path of typeof paths === "string" ? [paths] : paths) reader.named(path);
  return reader.finish();
}

/** The world that a plain value is. `path` is what the value is called in messages, and where paths in it count from. */
export const resolveWorld = (value: unknown, options: WorldOptions & { readonly path?: string } = {}): ReadWorld =>
  readWorldValue(value, options, readText);

/** The same of a part of a document that was read: the `world` of a test file. */
export function readWorldNode(
  { root, pointer, text, path }: { readonly root: JsonNode; readonly pointer: string; readonly text: TextPlace; readonly path: string },
  options: WorldOptions = {},
): ReadWorld {
  const reader = new WorldReader(options, readText);
  const node = nodeAt(root, pointer);
  if (node !== undefined) reader.part(sourceOf(path, root, text, { pointer, node }));
  return reader.finish();
}
