import type { PolicyType } from "../../iam/policy.ts";
import type { TextEdit } from "./edits.ts";
import type { Site } from "./site.ts";

/** A change of a policy's text that might be made by mistake. */
export type Draft = { readonly what: string; readonly edits: readonly TextEdit[] };

/** A way to change a statement. What comes of it need not be a valid policy: only those that are become mutants. */
export type Mutator = {
  readonly name: string;
  readonly does: string; // a clause: "takes a statement out"
  readonly on?: readonly PolicyType[]; // default: every type
  readonly drafts: (site: Site) => readonly Draft[];
};

export const draft = (what: string, ...edits: readonly TextEdit[]): Draft => ({ what, edits });
