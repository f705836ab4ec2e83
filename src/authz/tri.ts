/** Three-valued truth: MAYBE is what depends on a value nobody told. Numbers, so that the hot path compares integers. */
export type Tri = 0 | 1 | 2;
export const NO = 0;
export const YES = 1;
export const MAYBE = 2;

export const tri = (truth: boolean): Tri => (truth ? YES : NO);
export const not = (a: Tri): Tri => (a === MAYBE ? MAYBE : a === YES ? NO : YES);
export const and = (a: Tri, b: Tri): Tri => (a === NO || b === NO ? NO : a === MAYBE || b === MAYBE ? MAYBE : YES);
export const or = (a: Tri, b: Tri): Tri => (a === YES || b === YES ? YES : a === MAYBE || b === MAYBE ? MAYBE : NO);
