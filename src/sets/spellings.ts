/**
 * Which texts have a given lower case, place by place. `toLowerCase` is of Unicode: the Kelvin sign becomes k, a capital sigma at the end of a word ς, a capital
 * I with a dot two units. AWS was recorded to compare so (reference: the final sigma and the Kelvin sign), and so does `StringEqualsIgnoreCase` here.
 */

/** The units that may stand at a place, and one that stands for this place and the next. */
export type Spelling = { readonly units: string; readonly wide?: string };

/** Of a text in lower case, a spelling a unit: a text has that lower case exactly if it takes one of them at each place. Linear in the text. */
export function spellingsOf(lower: string): readonly Spelling[] {
  const sigmas = lower.includes("σ") || lower.includes("ς") ? lower.replace(/[σς]/g, "Σ").toLowerCase() : lower; // ς where a capital one would become that
  return Array.from({ length: lower.length }, (_, i) => {
    const unit = lower[i] as string;
    if (unit < "\u0080") return asciiSpelling(unit, lower[i + 1]);
    if (unit === "σ" || unit === "ς") return { units: sigmas[i] === unit ? `${unit}Σ` : unit };
    if (isHigh(unit) && isLow(lower[i + 1])) return { units: unit };
    if (isLow(unit) && isHigh(lower[i - 1])) return { units: unit + capitalsOf(lower.slice(i - 1, i + 1)) };
    return { units: unit + capitalsOf(unit) };
  });
}

const DOT_ABOVE = "\u0307";
const KELVIN = "\u212a";

function asciiSpelling(unit: string, next: string | undefined): Spelling {
  if (unit < "a" || unit > "z") return { units: unit };
  const units = unit + unit.toUpperCase() + (unit === "k" ? KELVIN : "");
  return unit === "i" && next === DOT_ABOVE ? { units, wide: "İ" } : { units };
}

const isHigh = (unit = ""): boolean => unit >= "\ud800" && unit <= "\udbff";
const isLow = (unit = ""): boolean => unit >= "\udc00" && unit <= "\udfff";

let capitals: Map<string, string> | undefined;

/** The units that become a character in lower case: last units, of characters that have two, since the first is the same. */
function capitalsOf(character: string): string {
  capitals ??= allCapitals();
  return capitals.get(character) ?? "";
}

/** Asked of the engine once, when a text first needs it: lists of Unicode grow. No script has letters in two cases beyond the first two planes. */
function allCapitals(): Map<string, string> {
  const found = new Map<string, string>();
  for (let code = 0x80; code < 0x20000; code++) {
    const capital = String.fromCodePoint(code);
    const lower = capital.toLowerCase();
    if (lower !== capital && lower.length === capital.length) found.set(lower, (found.get(lower) ?? "") + capital.slice(-1));
  }
  return found;
}
