import type { Diagnostic, Place } from "../base/diagnostic.ts";
import type { JsonNode } from "../base/json-source.ts";
import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { isAccountId } from "../iam/arn.ts";
import { withQuotes } from "../world/document-reader.ts";
import { type ForeignReader, nodeAt, type ReadFile, type Source, sourceOf, WorldFiles } from "../world/files.ts";
import { readText } from "../world/reader.ts";
import { shapeDiagnostics } from "../world/shape.ts";
import type { Tell } from "./case-checks.ts";
import { casesOf } from "./cases.ts";
import type { TestDocument } from "./document.ts";
import { MET_BY } from "./judge.ts";
import { WRITERS } from "./round-trip.ts";
import type { TestFile } from "./test-case.ts";
import { validateTest } from "./test-validator.generated.js";
import { readTestWorld } from "./test-world.ts";
import { WorldCache } from "./world-cache.ts";

export type TestFileOptions = {
  /** The text of a file by its path; whatever it throws is given as the reason. */
  readonly readFile: ReadFile;
  /** A folder whose files test files and worlds may name, besides those in their own folders: "." for the working directory. */
  readonly root?: string;
  /** Worlds that several files name are read once, if they share one of these. */
  readonly worlds?: WorldCache;
  /** Reads documents of other tools that stand in place of worlds. */
  readonly foreign?: ForeignReader;
};

/** A file only where no diagnostic is an error. `sources` is every path that was asked for: a change of one is a reason to read the file again. */
export type ReadTestFile = { readonly file?: TestFile; readonly diagnostics: readonly Diagnostic[]; readonly sources: readonly string[] };

/**
 * Reads a test file, and the world that it is about. Never throws; everything wrong is reported, with file, line and column: a file with an error has no
 * cases, so that nothing passes by being left out.
 */
export function readTestFile(path: string, { readFile, root, foreign, worlds = new WorldCache() }: TestFileOptions): ReadTestFile {
  const files = new WorldFiles(readFile, [], readText);
  const text = files.text(path, { file: path, pointer: "" });
  const tree = text === undefined ? undefined : files.tree(path, text);
  if (tree === undefined) return { diagnostics: files.diagnostics, sources: [path] };
  const source = sourceOf(path, tree.node, tree.at, { pointer: "", node: tree.node });
  const shape = shapeDiagnostics(validateTest(source.value), source.placeOf).map((diagnostic) => worded(diagnostic, source));
  if (shape.some(({ at }) => WHOLE.includes(at.pointer))) return { diagnostics: shape, sources: [path] };

  const document = source.value as TestDocument;
  const home = homeOf(document);
  const reading = { readFile, ...(root !== undefined && { root }), ...(foreign !== undefined && { foreign }), ...home };
  const read = readTestWorld({ path, root: tree.node, text: tree.at }, reading, worlds);
  const sources = [...new Set([path, ...read.files.keys()])];
  const findings = new Findings(source.placeOf, [...shape, ...accountFlaw(document, source), ...read.diagnostics]);
  const cases = read.world === undefined || findings.hasErrors ? [] : casesOf(document, read.world, source.placeOf, findings.tell);
  if (read.world !== undefined && !findings.hasErrors && cases.length === 0)
    findings.tell("KW010", "", "the file has no case", "give it `cases`: a name, a `principal`, an `action`, and what to `expect`");
  const { diagnostics } = findings;
  if (read.world === undefined || findings.hasErrors) return { diagnostics, sources };
  const { defaults } = document;
  return { file: { path, world: read.world, cases, sources, warnings: diagnostics, ...(defaults && { defaults }) }, diagnostics, sources };
}

/** What the schema says, in the words of a test file. */
function worded(diagnostic: Diagnostic, source: Source): Diagnostic {
  const { pointer } = diagnostic.at;
  if (pointer === "/version" && diagnostic.code === "KW104")
    return { ...diagnostic, message: "`version` is 1: this kmsward reads no other" };
  if (pointer === "" && source.value === null)
    return { ...diagnostic, message: "the file is empty", help: "`kmsward init` writes a first one" };
  if (diagnostic.help !== undefined) return diagnostic;
  const node = nodeAt(source.node, pointer);
  const help = HELP.find(([place, kind]) => node?.kind === kind && place.test(pointer))?.[2];
  if (help !== undefined) return { ...diagnostic, help };
  const words = node?.kind === "string" ? WORDS.find(([place]) => place.test(pointer))?.[1] : undefined;
  const near = words === undefined || node?.kind !== "string" ? undefined : nearest(node.value, words);
  return near === undefined ? withQuotes(diagnostic, source) : { ...diagnostic, help: `did you mean \`${near}\`?` };
}

/** What is meant by a value of another kind than is wanted there. */
const HELP: readonly (readonly [place: RegExp, kind: JsonNode["kind"], help: string])[] = [
  [/\/each\/[A-Za-z]+$/, "string", "a table has lists: `each: { action: [kms:Encrypt, kms:Decrypt] }`"],
  [/\/each\/[A-Za-z]+$/, "array", "an empty list makes no case: leave it out, or give it a value"],
  [
    /^\/(?:cases\/\d+|defaults)\/(?:principal|action|key|resource)$/,
    "array",
    "several are a table: `each: { action: [kms:Encrypt, kms:Decrypt] }`",
  ],
  [/^\/cases\/\d+\/flow$/, "string", "write it with its parameters: `{ s3.PutObject: { bucket: b, key: k } }`"],
];

const WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/(?:expect|outcome)$/, Object.keys(MET_BY)],
  [/\/roundTrip\/with$/, Object.keys(WRITERS)],
];

/** Where something is wrong with these, no world can be read. */
const WHOLE = ["", "/account", "/region", "/world"];

const homeOf = ({ account, region }: TestDocument): { readonly account?: string; readonly region?: string } => ({
  ...(account !== undefined && { account }),
  ...(region !== undefined && { region }),
});

const accountFlaw = ({ account }: TestDocument, { placeOf }: Source): readonly Diagnostic[] =>
  account === undefined || isAccountId(account)
    ? []
    : [{ code: "KW104", severity: "error", message: `${shown(account)} is not a 12-digit account id`, at: placeOf("/account") }];

const MOST_TOLD = 200;

/** What was found in one file. Rows of a table say the same at the same place: that is said once. */
class Findings {
  readonly #placeOf: (pointer: string) => Place;
  readonly #list: Diagnostic[];
  readonly #seen = new Set<string>();
  #left = 0;

  constructor(placeOf: (pointer: string) => Place, before: readonly Diagnostic[]) {
    this.#placeOf = placeOf;
    this.#list = [...before];
  }

  readonly tell: Tell = (code, pointer, message, help, severity = "error") => {
    const key = `${code} ${pointer} ${message}`;
    if (this.#seen.has(key)) return undefined;
    if (this.#seen.size < MOST_TOLD)
      this.#list.push({ code, severity, message, at: this.#placeOf(pointer), ...(help !== undefined && { help }) });
    else if (severity === "error") this.#left++;
    if (this.#seen.size < MOST_TOLD) this.#seen.add(key);
    return undefined;
  };

  get hasErrors(): boolean {
    return this.#left > 0 || this.#list.some(({ severity }) => severity === "error");
  }

  get diagnostics(): readonly Diagnostic[] {
    if (this.#left === 0) return this.#list;
    const message = `${this.#left} more ${this.#left === 1 ? "problem" : "problems"}`;
    return [...this.#list, { code: "KW107", severity: "error", message, at: this.#placeOf("") }];
  }
}
