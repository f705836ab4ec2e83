import type { Place } from "../../base/diagnostic.ts";
import { shown } from "../../base/text.ts";
import { joined, type Leaf, type SymbolLeaf } from "../leaf.ts";
import type { Sides } from "../sides.ts";
import type { Hole } from "./functions.ts";
import { partsOf } from "./value.ts";

/**
 * The values of an import that are not known, by what they are values of. Many more are met than policies name: only those that a world has become symbols
 * of it.
 */
export class Holes {
  readonly #holes = new Map<
    string,
    Hole & { readonly name: string; readonly at: Place | undefined; readonly account: string | undefined }
  >();
  readonly #invented = new Map<string, { readonly from: string; readonly prefix: string | undefined }>();

  /** `id`: the same value, the same id. */
  hole(id: string, name: string, hole: Hole, at?: Place, account?: string): SymbolLeaf {
    if (!this.#holes.has(id)) this.#holes.set(id, { ...hole, name, at, account });
    return { $symbol: id };
  }

  oneOf(id: string): readonly string[] | undefined {
    return this.#holes.get(id)?.oneOf;
  }

  /** What is said of it; undefined of what is none. */
  of(id: string): Hole | undefined {
    return this.#holes.get(id);
  }

  /** A text that is made up for one that AWS will make. */
  invent(text: string, from: string, prefix?: string): string {
    this.#invented.set(text, { from, prefix });
    return text;
  }

  /** A leaf with the symbols that the worlds have. */
  written(leaf: Leaf, sides: Sides): Leaf {
    if (typeof leaf === "string") {
      this.#writeInvented(leaf, sides);
      return leaf;
    }
    return joined(
      partsOf(leaf).map((part) => {
        if (typeof part === "string") {
          this.#writeInvented(part, sides);
          return part;
        }
        const hole = this.#holes.get(part.$symbol);
        if (hole === undefined) return part;
        const { name, type, from, at, account, prefix, suffix, oneOf } = hole;
        const parameter = /(?:^|\/)parameter (\w+)$/.exec(from)?.[1];
        if (parameter !== undefined && at !== undefined)
          sides.tell("KW813", at, `the parameter ${shown(parameter)} has no value`, "give it: `--parameters FILE`");
        return sides.symbol(name, {
          type,
          from: part.$symbol,
          ...(at && parameter === undefined && { at }),
          account,
          prefix,
          suffix,
          oneOf,
        });
      }),
    );
  }

  #writeInvented(text: string, sides: Sides): void {
    for (const [made, { from, prefix }] of this.#invented)
      if (text.includes(made)) {
        sides.invented(made, from, prefix);
        if (text === made) return;
      }
  }
}
