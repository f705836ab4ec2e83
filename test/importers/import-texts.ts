import { importRecognised, recogniseTexts } from "../../src/importers/import-texts.ts";
import type { Imported, ImportOptions, SourceText } from "../../src/importers/importer.ts";
import { loadImporters } from "../../src/importers/importers.ts";

/** Everything that foreign documents say, as a world; as two where one of them tells of a change. Never throws for any text. */
export async function importTexts(sources: readonly SourceText[], options: ImportOptions = {}): Promise<Imported> {
  const read = recogniseTexts(sources);
  const wanted = new Set(read.recognised.flatMap(({ row }) => row?.importer ?? []));
  return importRecognised(read, sources, options, await loadImporters(wanted));
}
