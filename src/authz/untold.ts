import { known, type Shape, shape } from "../iam/shape.ts";

/** What is known of a condition key whose value nobody told: it may be absent, it may be one of these; without `values` anything. */
export class Untold {
  readonly mayBeAbsent: boolean;
  readonly values: readonly Shape[] | undefined;

  constructor(mayBeAbsent: boolean, values?: readonly Shape[]) {
    this.mayBeAbsent = mayBeAbsent;
    this.values = values;
  }
}

/** Nothing is known. */
export const UNTOLD = new Untold(true);

/** AWS sends it, and nobody told its value. */
export const SENT = new Untold(false);

/** One of these texts. */
export const oneOf = (texts: readonly string[]): Untold => new Untold(false, texts.map(known));

/** One of these texts, or absent. */
export const oneOfOrAbsent = (texts: readonly string[]): Untold => new Untold(true, texts.map(known));

/** A text of one of these forms, in which `*` is any run of characters. */
export const like = (forms: readonly string[]): Untold => new Untold(false, forms.map(shape));
