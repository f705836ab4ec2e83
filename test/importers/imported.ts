import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { renderDiagnostic } from "../../src/base/diagnostic.ts";
import type { World } from "../../src/estate/world.ts";
import type { Imported, ImportOptions, SourceText } from "../../src/importers/importer.ts";
import { readWorldValue } from "../../src/world/document-reader.ts";
import { FIXTURES } from "../fixtures.ts";
import { importTexts } from "./import-texts.ts";

/** All files of a folder of fixtures, or one file, called by their paths from there. */
export function fixtureTexts(path: string): readonly SourceText[] {
  const root = join(FIXTURES, "importers");
  const filesOf = (each: string): readonly string[] =>
    statSync(each).isDirectory()
      ? readdirSync(each)
          .sort()
          .flatMap((name) => filesOf(join(each, name)))
      : [each];
  return filesOf(join(root, path)).map((file) => ({ file: relative(root, file), text: readFileSync(file, "utf8") }));
}

export type Read = Imported & { readonly told: readonly string[] };

/** What an import gives, with what it tells as lines `KWnnn pointer message`. */
export async function imported(sources: readonly SourceText[] | string, options?: ImportOptions): Promise<Read> {
  const texts = typeof sources === "string" ? [{ file: "template.yaml", text: sources }] : sources;
  const read = await importTexts(texts, options);
  return { ...read, told: read.diagnostics.map(({ code, at, message }) => `${code} ${at.pointer} ${message}`) };
}

/** The world that a document is; fails where it is none. */
export function worldOf(document: unknown): World {
  const { world, diagnostics } = readWorldValue(document, { path: "imported" });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (world === undefined || errors.length > 0) throw new Error(errors.map(renderDiagnostic).join("\n"));
  return world;
}
