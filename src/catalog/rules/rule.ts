import type { Page } from "./pages.ts";

/** How sure a rule is: AWS says so; AWS was seen to do so; or AWS is silent or contradicts itself, and this is our reading, until AWS is seen to differ. */
export const BASES = ["documented", "recorded", "chosen"] as const;
export type Basis = (typeof BASES)[number];

/** One rule by which kmsward decides. */
export type Rule = {
  readonly id: string; // `authz.delegation.limits`: never given a second meaning
  readonly basis: Basis;
  readonly rule: string; // in our words; the first sentence stands for it in lists
  readonly source: Page; // what AWS says or did; of a chosen rule, where it leaves room
};
