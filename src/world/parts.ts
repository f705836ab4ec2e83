import type { Estate } from "../estate/estate.ts";
import type { WorldFiles } from "./files.ts";
import type { WorldNames } from "./names.ts";
import type { PolicyReader } from "./policies.ts";

/** What every section of a world is read with: its files, the names it gives, its policies, and what it knows. */
export type WorldParts = {
  readonly files: WorldFiles;
  readonly names: WorldNames;
  readonly policies: PolicyReader;
  readonly knowledge: Pick<Estate, "knowledge">; // as far as lists go
  readonly invented: ReadonlyMap<string, string>; // texts that were made up, and how they are known to begin
  organization: string | undefined; // its id, once it is read
};
