import type { Diagnostic } from "../base/diagnostic.ts";
import { fromValue, isPlain, NotJsonError } from "../base/json-source.ts";
import { pointerStep, pointerSteps, shown } from "../base/text.ts";
import { type Otherwise, World } from "../estate/world.ts";
import { AccountValues } from "./account-values.ts";
import { buildEstate, type RawDocument } from "./builder.ts";
import type { WorldDocument } from "./document.ts";
import { type ForeignReader, type ForeignWorld, nodeAt, type ReadFile, type ReadText, type Source, sourceOf, WorldFiles } from "./files.ts";
import { normalPath } from "./path.ts";
import { shapeDiagnostics } from "./shape.ts";
import { unlistedPrincipals } from "./unlisted.ts";
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
  /** Reads documents of other tools, where one stands in place of a world, or a policy is taken out of one. */
  readonly foreign?: ForeignReader;
};

/** The world that a plain value is: `path` is what it is called in messages. Without `readText` it names no files. */
export function readWorldValue(value: unknown, options: WorldOptions & { readonly path?: string }, readText?: ReadText): ReadWorld {
  const path = options.path ?? "world";
  try {
    const root = fromValue(asDocument(value));
    const reader = new WorldReader(options, readText);
    const origin = isRecord(value) ? options.foreign?.placesOf?.(value) : undefined;
    reader.part(sourceOf(path, root, { file: path, place: () => undefined, origin }, { pointer: "", node: root }));
    return reader.finish();
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    return { diagnostics: [{ code: "KW106", severity: "error", message: error.message, at: { file: path, pointer: error.pointer } }] };
  }
}

/** What a program may say in a type that a document does not have (`WorldObject`), as a document says it. */
function asDocument(value: unknown): unknown {
  const { keys } = (value ?? {}) as { readonly keys?: unknown };
  if (!isRecord(value) || !isRecord(keys)) return value;
  return {
    ...value,
    keys: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, isRecord(key) ? keyAsDocument(key) : key])),
  };
}

function keyAsDocument(key: Readonly<Record<string, unknown>>): object {
  const { dangerousKeyMaterial: material, createdAt } = key;
  const isTime = typeof createdAt === "number" || createdAt instanceof Date;
  return {
    ...key,
    ...(material !== undefined && { dangerousKeyMaterial: Array.isArray(material) ? material.map(asBase64) : asBase64(material) }),
    ...(isTime && !Number.isNaN(new Date(createdAt).getTime()) && { createdAt: new Date(createdAt).toISOString() }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => isPlain(value) && !Array.isArray(value);

const asBase64 = (bytes: unknown): unknown => (bytes instanceof Uint8Array ? btoa(String.fromCharCode(...bytes)) : bytes);

const INCLUDE_DEPTH = 32;
const IMPORT_LIMIT = 10_000_000; // parts of a world that was imported: what a program made of a text is no larger than the text

/** The account and the Region of what names none. */
type Home = Pick<RawDocument, "account" | "region">;

/** Reads the documents of a world, each once, and those that they include. */
export class WorldReader {
  readonly #files: WorldFiles;
  readonly #options: WorldOptions;
  readonly #readText: ReadText | undefined;
  readonly #documents: RawDocument[] = [];
  readonly #seen = new Set<string>();
  readonly #begins: ((reader: WorldReader) => void)[] = [];
  readonly #cases: { readonly path: string; readonly cases: NonNullable<ForeignWorld["cases"]> }[] = [];

  constructor(options: WorldOptions, readText: ReadText | undefined) {
    this.#options = options;
    this.#readText = readText;
    this.#files = new WorldFiles(options.readFile, options.root === undefined ? [] : [options.root], readText, options.foreign);
  }

  /** A file that a person named. */
  named(path: string): void {
    this.#begins.push((reader) => reader.named(path));
    this.#files.openBeside(path);
    this.#file(path, { file: path, pointer: "" }, [], this.#options);
  }

  part(source: Source): void {
    this.#begins.push((reader) => reader.part(source));
    this.#files.openBeside(source.path);
    this.#document(source, [normalPath(source.path)], this.#options);
  }

  finish(): ReadWorld {
    const estate = buildEstate(this.#documents, this.#files, this.#options);
    const diagnostics = [...this.#files.diagnostics];
    if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
    const accounts = this.#documents.some(({ value }) => value.symbols !== undefined)
      ? new AccountValues(this.#documents, this.#files, this.#options)
      : undefined;
    const ofAccounts = accounts?.isOpen ? accounts.otherwise : undefined;
    const world = new World(estate, this.#cases.length > 0 ? (named) => this.#others(ofAccounts?.(named) ?? []) : ofAccounts);
    return { world, diagnostics: [...diagnostics, ...unlistedPrincipals(world)] };
  }

  /** The worlds that it may be where documents may come out in several ways. Each is read once, when somebody asks. */
  #others(ofAccounts: readonly Otherwise[]): readonly Otherwise[] | undefined {
    if (this.#cases.some(({ cases }) => cases === "too many")) return undefined;
    this.#read ??= this.#cases.flatMap(({ path, cases }) =>
      (cases === "too many" ? [] : cases).flatMap(({ text, names, value }) => {
        const world = this.#inCase(path, value());
        return world === undefined ? [] : [{ text, names, values: [], world }];
      }),
    );
    return [...ofAccounts, ...this.#read];
  }
  #read: readonly Otherwise[] | undefined;

  /** The same documents, one of which is so. */
  #inCase(path: string, value: unknown): World | undefined {
    const { foreign } = this.#options;
    const so: ForeignReader | undefined = foreign && {
      ...foreign,
      world: (asked, text) => (asked === path ? { value, diagnostics: [] } : foreign.world(asked, text)),
    };
    const reader = new WorldReader({ ...this.#options, ...(so !== undefined && { foreign: so }) }, this.#readText);
    for (const begin of this.#begins) begin(reader);
    return reader.finish().world;
  }

  #file(path: string, at: Diagnostic["at"], trail: readonly string[], home: Home): void {
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
    const foreign = text === undefined ? undefined : this.#foreign(path, text);
    if (foreign !== undefined) {
      this.#document(foreign, [...trail, known], home);
      return;
    }
    const tree = text === undefined ? undefined : this.#files.tree(path, text);
    if (tree === undefined) this.#files.missing = "all";
    else this.#document(sourceOf(path, tree.node, tree.at, { pointer: "", node: tree.node }), [...trail, known], home);
  }

  /** The world that a document of another tool describes. */
  #foreign(path: string, text: string): Source | undefined {
    const read = this.#files.foreign?.world(path, text);
    if (read === undefined) return undefined;
    this.#files.diagnostics.push(...read.diagnostics);
    if (read.cases !== undefined) this.#cases.push({ path, cases: read.cases });
    const root = fromValue(read.value, IMPORT_LIMIT);
    const origin = isRecord(read.value) ? this.#files.foreign?.placesOf?.(read.value) : undefined;
    return sourceOf(path, root, { file: path, place: () => undefined, origin }, { pointer: "", node: root });
  }

  #document(source: Source, trail: readonly string[], home: Home): void {
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
