import { MAYBE, type Tri, YES } from "./tri.ts";

/**
 * How statements and grants that depend on untold values are taken. The decision only ever gains from an Allow and loses from a Deny, so the two
 * bounds agree exactly when no completion can change it, as far as statements are independent (rule context.untold.undetermined,
 * rule context.untold.one-by-one).
 */
export class Reading {
  private readonly optimist: boolean;
  sawUnknown = false;

  constructor(optimist: boolean) {
    this.optimist = optimist;
  }

  allow(truth: Tri): boolean {
    if (truth !== MAYBE) return truth === YES;
    this.sawUnknown = true;
    return this.optimist;
  }

  deny(truth: Tri): boolean {
    if (truth !== MAYBE) return truth === YES;
    this.sawUnknown = true;
    return !this.optimist;
  }
}
