import type { Importer, ImportOptions, RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";
import { writeData } from "./data.ts";
import { DATA_TYPES } from "./data-types.ts";
import { Homes } from "./homes.ts";
import { finishPrincipals } from "./iam.ts";
import { finishOrganization } from "./organizations.ts";
import { readDocument, type TerraformDocument } from "./plan.ts";
import { isNotUnderstood, PHASES, ROWS } from "./rows.ts";
import { Writer } from "./writer.ts";

/**
 * Plans and states of Terraform and OpenTofu, as `show -json` prints them. A plan tells of the worlds before and after; several plans and states, as Terragrunt
 * writes them, meet in one world.
 */
export const importTerraform: Importer = (documents: readonly RecognisedDocument[], sides: Sides, options: ImportOptions) => {
  const read = documents.flatMap((document) => readDocument(document, sides) ?? []);
  if (read.some(({ isPlan }) => isPlan)) sides.isChange = true;
  for (const document of read) importDocument(document, sides, options);
};

function importDocument(document: TerraformDocument, sides: Sides, options: ImportOptions): void {
  const homes = new Homes(document, sides, options);
  for (const side of ["before", "after"] as const) {
    const writer = new Writer(document, side, sides, homes);
    for (const phase of PHASES)
      for (const instance of writer.estate.all) {
        const row = ROWS[instance.mode === "data" ? `data.${instance.type}` : instance.type];
        if (row?.phase === phase) row.write(writer, instance);
      }
    finishPrincipals(writer);
    finishOrganization(writer);
    for (const type of Object.keys(DATA_TYPES)) for (const instance of writer.estate.ofType(type)) writeData(writer, instance);
  }
  const { account, region } = homes.first();
  if (typeof account === "string") sides.account ??= account;
  if (typeof region === "string") sides.region ??= region;
  tellOthers(document, sides);
}

/** What may say who can use keys, and is not understood. */
function tellOthers({ after, before }: TerraformDocument, sides: Sides): void {
  const seen = new Set<string>();
  for (const instance of [...after.all, ...before.all]) {
    const type = instance.mode === "data" ? `data.${instance.type}` : instance.type;
    if (Object.hasOwn(ROWS, type) || !isNotUnderstood(type) || seen.has(instance.id)) continue;
    seen.add(instance.id);
    sides.leaveOpen(instance.id, `${instance.type} is not understood`);
    sides.tell("KW806", instance.at(""), `${instance.id} is not understood: what it gives or takes is not in the world`);
  }
}
