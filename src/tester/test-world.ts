import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonNode } from "../base/json-source.ts";
import { nodeAt, type ReadFile } from "../world/files.ts";
import type { TextPlace } from "../world/json-place.ts";
import { folderOf, isInside, pathFrom } from "../world/path.ts";
import { readWorldNode, type WorldOptions } from "../world/reader.ts";
import { type KeptWorld, recorded, type WorldCache } from "./world-cache.ts";

/** A test file that was read as JSON or YAML. */
export type WorldSource = { readonly path: string; readonly root: JsonNode; readonly text: TextPlace };
type Options = WorldOptions & { readonly readFile: ReadFile };

/**
 * The world of a test file: the document itself, or one path or several, counted from the file. Documents are named as in `include`, so they too have to
 * be in the folder of the file or below `root`. A file without a world asks about principals and keys by their ARNs.
 */
export function readTestWorld({ path, root, text }: WorldSource, options: Options, worlds: WorldCache): KeptWorld {
  const node = nodeAt(root, "/world");
  const list = pathsIn(node);
  const read = (world: JsonNode, readFile: Options["readFile"]) =>
    readWorldNode({ root: holding(world, root), pointer: "/world", text, path }, { ...options, readFile });
  if (list === undefined) return recorded(options.readFile, (readFile) => read(node ?? NOTHING, readFile));

  const folder = folderOf(path);
  const isFree = options.root !== undefined && isInside(options.root, folder);
  const paths = list.items.map((item) => (item.kind === "string" ? pathFrom(folder, item.value) : ""));
  const name = JSON.stringify([paths, options.account, options.region, options.root, isFree ? "" : folder]);
  const including: JsonNode = { ...list, kind: "object", members: [{ name: "include", start: list.start, value: list }] };
  return worlds.of(name, options.readFile, (readFile) => {
    const { diagnostics, ...world } = read(including, readFile);
    return { ...world, diagnostics: diagnostics.map((diagnostic) => asWritten(diagnostic, path, node)) };
  });
}

const NOTHING: JsonNode = { kind: "object", start: 0, end: 0, members: [] };
type List = JsonNode & { readonly kind: "array" };

/** The paths of documents, where that is all there is: those of `include` are shared like those of `world` itself. */
function pathsIn(node: JsonNode | undefined): List | undefined {
  if (node?.kind === "string") return { kind: "array", start: node.start, end: node.end, items: [node] };
  if (node?.kind === "array") return node;
  if (node?.kind !== "object" || node.members.length !== 1) return undefined;
  const [only] = node.members;
  return only?.name === "include" && only.value.kind === "array" ? only.value : undefined;
}

/** A document that has nothing but this world. */
const holding = (world: JsonNode, { start, end }: JsonNode): JsonNode => ({
  kind: "object",
  start,
  end,
  members: [{ name: "world", start: world.start, value: world }],
});

/** Places in the list of paths by the pointers that the file itself has. */
function asWritten(diagnostic: Diagnostic, path: string, node: JsonNode | undefined): Diagnostic {
  const { at } = diagnostic;
  if (at.file !== path || !at.pointer.startsWith(INCLUDE) || node?.kind === "object") return diagnostic;
  return { ...diagnostic, at: { ...at, pointer: `/world${node?.kind === "string" ? "" : at.pointer.slice(INCLUDE.length)}` } };
}

const INCLUDE = "/world/include";
