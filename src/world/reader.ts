import type { Diagnostic } from "../base/diagnostic.ts";
import { fromValue, type JsonNode, NotJsonError } from "../base/json-source.ts";
import { pointerStep, pointerSteps, shown } from "../base/text.ts";
import { World } from "../estate/world.ts";
import { buildEstate, type Document } from "./builder.ts";
import type { WorldDocument } from "./document.ts";
import { nodeAt, type ReadFile, type Source, sourceOf, WorldFiles } from "./files.ts";
import type { TextPlace } from "./json-place.ts";
import { normalPath } from "./path.ts";
import { shapeDiagnostics } from "./shape.ts";
import { validateWorld } from "./validator.generated.js";

/** A world only where no diagnostic is an error: what cannot be read never becomes a world that says less. */
export type ReadWorld = { readonly world?: World; readonly diagnostics: readonly Diagnostic[] };

export type WorldOptions = {
  /** The text of a file by its path; whatever it throws is told as the reason. Without it, documents can name no files. */
  readonly readFile?: ReadFile;
  /** A folder whose files documents may name, besides those in the folders of the files given: "." for the working directory. */
  readonly root?: string;
  /** The account and the Region of what names none, where the document has none either. */
  readonly account?: string;
  readonly region?: string;
};

/**
 * Reads the world that one file or several say together. Never throws; everything wrong is told, with file, line and column.
 *
 * @example
 * const { world, diagnostics } = readWorld("estate/world.yaml", { readFile: (path) => readFileSync(path, "utf8") });
 */
export function readWorld(paths: string | readonly string[], options: WorldOptions & { readonly readFile: ReadFile }): ReadWorld {
  const reader = new WorldReader(options);
  for (const path of typeof paths === "string" ? [paths] : paths) reader.named(path);
  return reader.finish();
}

/** The world that a plain value is. `path` is what the value is called in messages, and where paths in it count from. */
export function resolveWorld(value: unknown, options: WorldOptions & { readonly path?: string } = {}): ReadWorld {
  const path = options.path ?? "world";
  try {
    return readWorldNode({ root: fromValue(value), pointer: "", text: { file: path, place: () => undefined }, path }, options);
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    return { diagnostics: [{ code: "KW106", severity: "error", message: error.message, at: { file: path, pointer: error.pointer } }] };
  }
}

/** The same of a part of a document that was read: the `world` of a test file. */
export function readWorldNode(
  { root, pointer, text, path }: { readonly root: JsonNode; readonly pointer: string; readonly text: TextPlace; readonly path: string },
  options: WorldOptions = {},
): ReadWorld {
  const reader = new WorldReader(options);
  const node = nodeAt(root, pointer);
  if (node !== undefined) reader.part(sourceOf(path, root, text, { pointer, node }));
  return reader.finish();
}

const INCLUDE_DEPTH = 32;

/** Reads the documents of a world, each once, and those that they include. */
class WorldReader {
  readonly #files: WorldFiles;
  readonly #options: WorldOptions;
  readonly #documents: Document[] = [];
  readonly #seen = new Set<string>();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#files = new WorldFiles(options.readFile, options.root === undefined ? [] : [options.root]);
  }

  /** A file that a person named. */
  named(path: string): void {
    this.#files.openBeside(path);
    this.#file(path, { file: path, pointer: "" }, [], this.#options);
  }

  part(source: Source): void {
    this.#files.openBeside(source.path);
    this.#document(source, [normalPath(source.path)], this.#options);
  }

  finish(): ReadWorld {
    const estate = buildEstate(this.#documents, this.#files, this.#options);
    const { diagnostics } = this.#files;
    return diagnostics.some(({ severity }) => severity === "error") ? { diagnostics } : { world: new World(estate), diagnostics };
  }

  #file(path: string, at: Diagnostic["at"], trail: readonly string[], home: Pick<WorldOptions, "account" | "region">): void {
    const known = normalPath(path);
    const circle = trail.indexOf(known);
    if (circle >= 0 || trail.length > INCLUDE_DEPTH) {
      const way = [...trail.slice(Math.max(circle, 0)), known];
      this.#files.tell(
        "KW002",
        at,
        circle >= 0 ? `${shown(path)} includes itself: ${way.join(" → ")}` : `documents include each other more than ${INCLUDE_DEPTH} deep`,
      );
      return;
    }
    if (this.#seen.has(known)) return;
    this.#seen.add(known);
    const text = this.#files.text(path, at);
    const tree = text === undefined ? undefined : this.#files.tree(path, text);
    if (tree === undefined) this.#files.missing = "all";
    else this.#document(sourceOf(path, tree.node, tree.at, { pointer: "", node: tree.node }), [...trail, known], home);
  }

  #document(source: Source, trail: readonly string[], home: Pick<WorldOptions, "account" | "region">): void {
    const shape = shapeDiagnostics(validateWorld(source.value), source.placeOf).map((diagnostic) => withQuotes(diagnostic, source));
    this.#files.diagnostics.push(...shape);
    const value = inOrder(
      source.value,
      shape.map(({ at }) => at.pointer.slice(source.pointer.length)),
      this.#files,
    );
    const { account = home.account, region = home.region, include = [] } = value;
    const here = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
    this.#documents.push({ source, value, ...here });
    include.forEach((reference, i) => {
      const pointer = pointerStep("/include", i);
      const path = this.#files.locate(source, reference, pointer);
      if (path !== undefined) this.#file(path, source.placeOf(pointer), trail, here);
    });
  }
}

/** The part of a document that has its shape: more can be said about it. Names that are lost so are not told as unknown ones. */
function inOrder(value: unknown, faults: readonly string[], files: WorldFiles): WorldDocument {
  if (faults.length === 0) return value as WorldDocument;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    files.missing = "all";
    return {};
  }
  const kept: Record<string, unknown> = { ...value };
  for (const fault of faults) {
    const [section = "", name] = pointerSteps(fault);
    const entries = kept[section];
    if (name === undefined || section === "organization" || typeof entries !== "object" || entries === null || Array.isArray(entries)) {
      if (section === "include" || typeof entries === "object") files.missing = "all";
      delete kept[section];
      continue;
    }
    if (files.missing !== "all") files.missing.add(name);
    kept[section] = Object.fromEntries(Object.entries(entries).filter(([entry]) => entry !== name));
  }
  return kept as WorldDocument;
}

/** An account id without quotes is a number in YAML: the most common slip there. */
export function withQuotes(diagnostic: Diagnostic, source: Source): Diagnostic {
  const inside = diagnostic.at.pointer.slice(source.pointer.length);
  const isScalar = ["number", "boolean"].includes(nodeAt(source.node, inside)?.kind ?? "");
  return isScalar && diagnostic.message.includes("must be string") && diagnostic.help === undefined
    ? { ...diagnostic, help: "put it in quotes" }
    : diagnostic;
}
