import type { Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { isYaml, shown } from "../base/text.ts";
import type { Imported, SourceText } from "../importers/importer.ts";
import { loadImporters } from "../importers/importers.ts";
import { placesOf } from "../importers/origins.ts";
import type { ForeignReader, ForeignWorld } from "../world/files.ts";
import { type Case, casesOf } from "./analysis/cases.ts";
import type { Reading } from "./analysis/worlds.ts";
import { isFolder, isWorldText, pathAndSide } from "./import-options.ts";
import { importDocuments, importNow, refusedForm, textsOfFolder } from "./imports.ts";

/** Reads documents of other tools wherever a world or a test file names them. The importers are loaded at once: reading waits for nothing. */
export async function foreignWorlds({ imports = {}, io }: Reading, folders: readonly string[] = []): Promise<ForeignReader> {
  const importers = await loadImporters();
  const inFolders = new Map<string, Imported>();
  const sourcesOf = new Map<string, readonly SourceText[]>();
  for (const folder of folders)
    if (isFolder(folder)) {
      sourcesOf.set(folder, await textsOfFolder(folder));
      inFolders.set(folder, await importDocuments(sourcesOf.get(folder) ?? [], imports, io));
    }
  const read = new Map<string, { readonly text: string; readonly imported: Imported | undefined }>();
  const importOf = (file: string, text: string): Imported | undefined => {
    const known = read.get(file);
    if (known?.text === text) return known.imported;
    const imported = isYaml(file) && isWorldText(text) ? undefined : importNow([{ file, text }], imports, importers);
    read.set(file, { text, imported });
    return imported;
  };
  const importIn = (file: string, text: string, choices: Case["choices"]): Imported | undefined =>
    importNow(sourcesOf.get(file) ?? [{ file, text }], { ...imports, choices }, importers);
  return {
    placesOf,
    world: (given, text) => {
      const { path, side } = pathAndSide(given);
      const imported = inFolders.get(path) ?? importOf(path, text);
      if (imported === undefined) {
        const refused = refusedForm({ file: path, text });
        return refused === undefined ? undefined : { value: {}, diagnostics: [refused] };
      }
      const worldOf = (one: Imported): unknown => (side === "before" ? one.before : undefined) ?? one.after;
      const ways = casesOf([imported]);
      if (ways === undefined) return { value: worldOf(imported), diagnostics: imported.diagnostics.filter(toBeTold), cases: "too many" };
      if (ways.length === 1) return { value: worldOf(imported), diagnostics: imported.diagnostics.filter(toBeTold) };
      return inAllWays(ways, (choices) => importIn(path, text, choices) ?? imported, worldOf);
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

/** A template whose conditions hang on what is not known: what it describes in each of the ways. That with the most things in it stands for the world. */
function inAllWays(
  ways: readonly Case[],
  importIn: (choices: Case["choices"]) => Imported,
  worldOf: (one: Imported) => unknown,
): ForeignWorld {
  const made = ways.map(({ text, choices }) => ({ text, choices, imported: importIn(choices) }));
  const sizeOf = ({ imported: { after } }: (typeof made)[number]): number =>
    Object.keys(after.keys ?? {}).length + Object.keys(after.principals ?? {}).length;
  const largest = made.reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one));
  const told = new Map(
    made.flatMap(({ imported }) =>
      imported.diagnostics.filter(toBeTold).map((one) => [`${one.code} ${one.at.file} ${one.at.pointer} ${one.message}`, one] as const),
    ),
  );
  return {
    value: worldOf(largest.imported),
    diagnostics: [...told.values()],
    cases: made
      .filter((one) => one !== largest)
      .map(({ text, choices, imported }) => ({ text, names: [...choices.keys()], value: () => worldOf(imported) })),
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
