import type { WorldFiles } from "./files.ts";
import type { WorldNames } from "./names.ts";
import type { PolicyReader } from "./policies.ts";

/** What every section of a world is read with: its files, the names it gives, and its policies. */
export type WorldParts = { readonly files: WorldFiles; readonly names: WorldNames; readonly policies: PolicyReader };
