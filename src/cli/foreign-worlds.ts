import type { Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { isYaml, shown } from "../base/text.ts";
import type { Imported } from "../importers/importer.ts";
import { loadImporters } from "../importers/importers.ts";
import { placesOf } from "../importers/origins.ts";
import type { ForeignReader } from "../world/files.ts";
import type { Reading } from "./analysis/worlds.ts";
import { isFolder, isWorldText, pathAndSide } from "./import-options.ts";
import { importedFolder, importNow, refusedForm } from "./imports.ts";

/** Reads documents of other tools wherever a world or a test file names them. The importers are loaded at once: reading waits for nothing. */
export async function foreignWorlds({ imports = {}, io }: Reading, folders: readonly string[] = []): Promise<ForeignReader> {
  const importers = await loadImporters();
  const inFolders = new Map<string, Imported>();
  for (const folder of folders) if (isFolder(folder)) inFolders.set(folder, await importedFolder(folder, imports, io));
  const read = new Map<string, { readonly text: string; readonly imported: Imported | undefined }>();
  const importOf = (file: string, text: string): Imported | undefined => {
    const known = read.get(file);
    if (known?.text === text) return known.imported;
    const imported = isYaml(file) && isWorldText(text) ? undefined : importNow([{ file, text }], imports, importers);
    read.set(file, { text, imported });
    return imported;
  };
  return {
    placesOf,
    world: (given, text) => {
      const { path, side } = pathAndSide(given);
      const imported = inFolders.get(path) ?? importOf(path, text);
      if (imported === undefined) {
        const refused = refusedForm({ file: path, text });
        return refused === undefined ? undefined : { value: {}, diagnostics: [refused] };
      }
      const value = (side === "before" ? imported.before : undefined) ?? imported.after;
      return { value, diagnostics: imported.diagnostics.filter(toBeTold) };
    },
    policy: (path, text, address) => {
      const imported = importOf(path, text);
      if (imported === undefined) return { why: `${shown(path)} is no document that policies can be taken out of` };
      const entry = imported.policies.get(address);
      if (entry !== undefined) return { entry: hasLeaves(entry) ? { unknown: OPEN } : entry };
      const near = nearest(address, imported.policies.keys());
      const help = near === undefined ? undefined : `did you mean \`${near}\`?`;
      return { why: `${shown(path)} sets no policy at ${shown(address)}`, ...(help !== undefined && { help }) };
    },
  };
}

/** Symbols are those of the document: outside of it they mean nothing. */
const OPEN = "it has values that are known later: include the whole document in the world (`include`)";

function hasLeaves(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null || depth > 64) return false;
  if ("$symbol" in value || "$join" in value || "$assumed" in value) return true;
  return Object.values(value).some((each) => hasLeaves(each, depth + 1));
}

/** An answer that hangs on a symbol says so itself. */
const toBeTold = ({ code }: Diagnostic): boolean => code !== "KW803";
