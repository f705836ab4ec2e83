import type { Diagnostic } from "../base/diagnostic.ts";
import { fromValue, isPlainObject } from "../base/json-source.ts";
import { textReader } from "../files/text-reader.ts";
import { importRecognised, isImportable, type Recognised, recogniseTexts } from "../importers/import-texts.ts";
import type { Imported, ImportOptions, SourceText } from "../importers/importer.ts";
import { type Importers, loadImporters } from "../importers/importers.ts";
import { openEnvelope } from "../world/policy-envelope.ts";
import type { Io } from "./command.ts";
import { mayBeDocument } from "./import-options.ts";
import { filesBelow } from "./policies/walk.ts";

/** The documents that a command line names, read by their importers. A line on a terminal says that large ones are being read. */
export async function importDocuments(sources: readonly SourceText[], options: ImportOptions, io?: Pick<Io, "stderr">): Promise<Imported> {
  const done = announced(sources, io);
  const recognised = recogniseTexts(sources);
  const imported = importRecognised(recognised, sources, options, await loadImporters(importersOf(recognised.recognised)));
  done();
  return imported;
}

/** The same, where one of the texts can be imported; undefined where all are worlds, policies or nothing that is known. */
export async function importedWhere(
  sources: readonly SourceText[],
  options: ImportOptions,
  io?: Pick<Io, "stderr">,
): Promise<Imported | undefined> {
  const done = announced(sources, io);
  const recognised = recogniseTexts(sources);
  const isOne = recognised.recognised.length === 1;
  const isForeign = isImportable(recognised.recognised) && !(isOne && recognised.recognised.every(isLonePolicy));
  const imported = isForeign
    ? importRecognised(recognised, sources, options, await loadImporters(importersOf(recognised.recognised)))
    : undefined;
  done();
  return imported;
}

/** An answer of AWS that holds one policy and nothing else: the commands take it for the policy. */
function isLonePolicy({ document: { value, text }, row }: Recognised): boolean {
  return row?.importer === "dumps" && text.length < 1_000_000 && isPlainObject(value) && openEnvelope(fromValue(value)) !== undefined;
}

/** The same at once, with importers that are loaded. */
export function importNow(sources: readonly SourceText[], options: ImportOptions, importers: Importers): Imported | undefined {
  const read = recogniseTexts(sources);
  if (!isImportable(read.recognised) || (read.recognised.length === 1 && read.recognised.every(isLonePolicy))) return undefined;
  return importRecognised(read, sources, options, importers);
}

/** All documents of a folder. */
export async function textsOfFolder(folder: string): Promise<readonly SourceText[]> {
  const read = textReader();
  return (await filesBelow(folder, mayBeDocument)).map((path) => {
    const file = folder === "." ? path : `${folder.replace(/\/+$/, "")}/${path}`;
    return { file, text: read(file) };
  });
}

/** Why a document of a known tool is in a form that nobody reads; undefined for any other. */
export function refusedForm(source: SourceText): Diagnostic | undefined {
  const [only, ...more] = recogniseTexts([source]).recognised;
  const { row } = only ?? {};
  if (row?.help === undefined || more.length > 0 || /^(?:case|test-file)$/.test(row.format)) return undefined;
  return {
    code: "KW801",
    severity: "error",
    message: `${source.file} is ${row.what}`,
    at: { file: source.file, pointer: "" },
    help: row.help,
  };
}

const importersOf = (recognised: readonly Recognised[]) => new Set(recognised.flatMap(({ row }) => row?.importer ?? []));

const LARGE = 5_000_000;

function announced(sources: readonly SourceText[], io: Pick<Io, "stderr"> | undefined): () => void {
  const size = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (io?.stderr.isTTY !== true || size < LARGE) return () => {};
  const line = `reading ${sources.length === 1 ? (sources[0]?.file ?? "") : `${sources.length} files`} (${Math.round(size / 1e6)} MB) …`;
  io.stderr.write(`\r${line}`);
  return () => void io.stderr.write(`\r${" ".repeat(line.length)}\r`);
}
