import type { Importer } from "./importer.ts";
import type { ImporterName } from "./recognise.ts";

/** Who reads which formats (`FORMATS` in `recognise.ts` names them); documents of the present come before plans, which change them. */
// biome-ignore format: a table reads as a table
const IMPORTERS: Readonly<Partial<Record<ImporterName, () => Promise<Importer>>>> = {
  dumps:          async () => (await import("./dumps/dumps.ts")).importDumps,
  cloudformation: async () => (await import("./cloudformation/cloudformation.ts")).importCloudFormation,
  terraform:      async () => (await import("./terraform/terraform.ts")).importTerraform,
};

export const hasImporter = (name: ImporterName | undefined): name is ImporterName => name !== undefined && Object.hasOwn(IMPORTERS, name);

/** Importers that are loaded: in the order of the table. */
export type Importers = ReadonlyMap<ImporterName, Importer>;

/** Loads them: all, or those that are needed. */
export async function loadImporters(wanted?: ReadonlySet<ImporterName>): Promise<Importers> {
  const names = (Object.keys(IMPORTERS) as ImporterName[]).filter((name) => wanted === undefined || wanted.has(name));
  const loaded = await Promise.all(names.map(async (name) => [name, await IMPORTERS[name]?.()] as const));
  return new Map(loaded.flatMap(([name, importer]) => (importer === undefined ? [] : [[name, importer]])));
}
