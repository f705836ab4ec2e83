import type { Code } from "../base/codes.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { type JsonNode, lineOf, readJson, toValue } from "../base/json-source.ts";
import { pointerSteps, shown } from "../base/text.ts";
import { type CaseDocument, faultDiagnostics, placeIn, type TextPlace } from "./json-place.ts";
import type { ReadLeaf } from "./leaves.ts";
import { folderOf, isForeign, isInside, normalPath, pathFrom } from "./path.ts";

/**
 * The text of a file. What it throws is told as the reason why the file cannot be read. `within`, of a file that a document names: the folders that it has
 * to be in, links followed, which a reader of a file system has to see to.
 */
export type ReadFile = (path: string, within?: readonly string[]) => string;

/** Reads a text as its path says: the reader of YAML takes time to load, and whoever names no file needs none. */
export type ReadText = (path: string, text: string) => CaseDocument;

/**
 * What a document of another tool describes. `cases`: where it may come out in several ways, the others: which it is, in words, what decides it, and what the
 * document describes then. "too many": more than anybody could look at.
 */
export type ForeignWorld = {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly cases?: readonly ForeignCase[] | "too many";
};
export type ForeignCase = { readonly text: string; readonly names: readonly string[]; readonly value: () => unknown };

/**
 * Reads documents of other tools, where a world names them; undefined for what is none. The world that one describes; of one policy, by the address of the
 * resource that sets it, an entry of a world.
 */
export type ForeignReader = {
  /** Of a world that was made of such documents: where what it says, by a pointer, stands in them. */
  readonly placesOf?: (world: object) => ((pointer: string) => Place | undefined) | undefined;
  readonly world: (path: string, text: string) => ForeignWorld | undefined;
  readonly policy: (
    path: string,
    text: string,
    address: string,
  ) => { readonly entry: unknown } | { readonly why: string; readonly help?: string };
};

/** A part of a text that is read as one document: the whole of a file, or what stands below a pointer in it. */
export type Source = {
  readonly path: string; // references count from its folder
  readonly value: unknown;
  readonly node: JsonNode;
  readonly text: TextPlace;
  readonly pointer: string; // of the document in the text; "" for the whole
  readonly placeOf: (pointer: string) => Place; // of a pointer in the document
  readonly leaves?: ReadonlyMap<string, ReadLeaf>; // what texts of the value stood for what is not known, by pointer
};

const TEXT_LIMIT = 16_000_000; // characters of one file
const NAMED_LIMIT = 500_000_000; // of one that a person named
const TOTAL_LIMIT = 64_000_000;
const FILE_LIMIT = 10_000;

/**
 * The files of a world, each read once. A file that a document names must be in one of the folders that are open: those of the files a person named,
 * and `root`. Never throws; what cannot be read is a diagnostic at the place that names it.
 */
export class WorldFiles {
  readonly diagnostics: Diagnostic[] = [];
  /** Names whose entries could not be read, which has been told: that nothing has such a name is then no news. "all": whole documents are missing. */
  missing: Set<string> | "all" = new Set();
  /** How documents of other tools are read; absent: they are not. */
  readonly foreign: ForeignReader | undefined;
  readonly #readFile: ReadFile | undefined;
  readonly #readText: ReadText;
  readonly #open: string[];
  readonly #texts = new Map<string, string | undefined>();
  readonly #located = new Set<string>(); // paths that documents name
  #characters = 0;

  constructor(
    readFile: ReadFile | undefined,
    open: readonly string[],
    readText: ReadText = (_, text) => readJson(text),
    foreign?: ForeignReader,
  ) {
    this.foreign = foreign;
    this.#readFile = readFile;
    this.#readText = readText;
    this.#open = [...open];
  }

  tell(code: Code, at: Place, message: string, help?: string): undefined {
    this.diagnostics.push({ code, severity: "error", message, at, ...(help !== undefined && { help }) });
  }

  /** What does not keep the world from being asked. */
  warn(code: Code, at: Place, message: string, help: string): void {
    this.diagnostics.push({ code, severity: "warning", message, at, help });
  }

  /** Says that nothing has a name, unless what has it may be what could not be read. */
  tellUnknown(name: string, code: Code, at: Place, message: string, help?: string): undefined {
    if (this.missing !== "all" && !this.missing.has(name)) this.tell(code, at, message, help);
  }

  /** The path of a file that a document names; undefined, and told, where it may not be read. */
  locate(source: Source, reference: string, pointer: string): string | undefined {
    const at = source.placeOf(pointer);
    if (isForeign(reference))
      return this.tell("KW002", at, `${shown(reference)} is not a path`, "a path counts from the file that names it");
    const path = pathFrom(folderOf(source.path), reference);
    if (this.#open.some((folder) => isInside(folder, path))) {
      this.#located.add(normalPath(path));
      return path;
    }
    return this.tell("KW002", at, `${shown(reference)} leads out of the folder of the world`, "move the file, or name a world further up");
  }

  /** A file that a person named: what is beside it and below may be named by it. */
  openBeside(path: string): void {
    this.#open.push(folderOf(path));
  }

  text(path: string, at: Place): string | undefined {
    const known = normalPath(path);
    if (!this.#texts.has(known)) this.#texts.set(known, this.#read(path, at));
    return this.#texts.get(known);
  }

  /** The tree of a JSON or YAML text; undefined, and told, where it is neither. */
  tree(path: string, text: string): { readonly node: JsonNode; readonly at: TextPlace } | undefined {
    const at = { file: path, place: lineOf(text) };
    const { node, faults } = this.#readText(path, text);
    this.diagnostics.push(...faultDiagnostics(faults, at));
    return node === undefined || faults.length > 0 ? undefined : { node, at };
  }

  #read(path: string, at: Place): string | undefined {
    if (this.#readFile === undefined)
      return this.tell("KW002", at, `${shown(path)} cannot be read: there are no files here`, "write the policy inline");
    if (this.#texts.size >= FILE_LIMIT) return this.tell("KW002", at, `more than ${FILE_LIMIT} files`);
    let text: string;
    try {
      text = this.#located.has(normalPath(path)) ? this.#readFile(path, [...this.#open]) : this.#readFile(path);
    } catch (error) {
      return this.tell("KW002", at, `${shown(path)} cannot be read: ${reasonOf(error)}`);
    }
    const isNamed = !this.#located.has(normalPath(path));
    if (!isNamed) this.#characters += text.length;
    if (text.length > (isNamed ? NAMED_LIMIT : TEXT_LIMIT) || this.#characters > TOTAL_LIMIT)
      return this.tell("KW002", at, `${shown(path)} is too large to read`);
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "it is a folder",
  EACCES: "no permission",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return REASONS[String(code)] ?? (typeof message === "string" ? message : String(error));
}

/** The document that a tree is, or the part of a tree at a pointer. */
export function sourceOf(
  path: string,
  root: JsonNode,
  text: TextPlace,
  part: { readonly pointer: string; readonly node: JsonNode },
): Source {
  const placeInText = placeIn(root, text);
  return {
    path,
    value: toValue(part.node),
    node: part.node,
    text,
    pointer: part.pointer,
    placeOf: (pointer) => placeInText(part.pointer + pointer),
  };
}

/** The part of a tree that a pointer leads to. */
export function nodeAt(root: JsonNode, pointer: string): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const name of pointerSteps(pointer)) {
    if (node?.kind === "object") node = memberOf(node, name);
    else node = node?.kind === "array" ? node.items[Number(name)] : undefined;
  }
  return node;
}

const INDEXED = 32;
const indexes = new WeakMap<JsonNode, ReadonlyMap<string, JsonNode>>();

/** Of two members of one name the last counts. Large objects are asked for each of their members, so they get an index. */
function memberOf(node: JsonNode & { kind: "object" }, name: string): JsonNode | undefined {
  if (node.members.length < INDEXED) return node.members.findLast((member) => member.name === name)?.value;
  const index = indexes.get(node) ?? new Map(node.members.map((member) => [member.name, member.value]));
  indexes.set(node, index);
  return index.get(name);
}
