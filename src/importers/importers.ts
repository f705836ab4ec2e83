import type { Importer } from "./importer.ts";
import type { ImporterName } from "./recognise.ts";

/** Who reads which formats (`FORMATS` in `recognise.ts` names them); documents of the present come before plans, which change them. */
// biome-ignore format: a table reads as a table
export const IMPORTERS: Readonly<Partial<Record<ImporterName, { readonly from: string; readonly load: () => Promise<Importer> }>>> = {
  dumps: { from: "aws", load: async () => (await import("./dumps/dumps.ts")).importDumps },
  cloudformation: { from: "cloudformation", load: async () => (await import("./cloudformation/cloudformation.ts")).importCloudFormation },
  terraform: { from: "terraform", load: async () => (await import("./terraform/terraform.ts")).importTerraform },
};
