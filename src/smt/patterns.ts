import { NotEncodable } from "./not-encodable.ts";
import { and, equal, FALSE, integer, joined, or, type Term, TRUE, text, truth, written } from "./term.ts";

/** A pattern: texts, wildcards, which may leave out a colon, and values of policy variables, which are data. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "one" | "run"; readonly noColon?: boolean }
  | { readonly kind: "value"; readonly term: Term };

export const plain = (value: string): Piece => ({ kind: "text", text: value });
export const valued = (term: Term): Piece => {
  const known = written(term);
  return known === undefined ? { kind: "value", term } : plain(known);
};

const ANY = "re.allchar";
const NO_COLON = '(re.union (re.range "\\u{0}" "9") (re.range ";" "\\u{ffff}"))';

/** `*` and `?` of a text as wildcards. */
export function globPieces(source: string, noColon = false): readonly Piece[] {
  return (source.match(/[*?]|[^*?]+/g) ?? []).map(
    (part): Piece => (part === "*" ? { kind: "run", noColon } : part === "?" ? { kind: "one", noColon } : plain(part)),
  );
}

/** Neighbours that say one thing, as one. */
function tidy(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === "text" && piece.text === "") continue;
    if (piece.kind === "text" && last?.kind === "text") out[out.length - 1] = plain(last.text + piece.text);
    else if (piece.kind === "run" && last?.kind === "run" && piece.noColon === last.noColon) continue;
    else out.push(piece);
  }
  return out;
}

/** Whether a text is one of a pattern. */
export function matches(value: Term, given: readonly Piece[]): Term {
  const pieces = tidy(given);
  const known = written(value);
  if (known !== undefined) return knownMatches(known, pieces);
  if (pieces.some(({ kind }) => kind === "value")) return valuesMatch(value, pieces);
  const [first, second, third] = pieces;
  if (first === undefined) return equal(value, text(""));
  const isRun = (piece: Piece | undefined): boolean => piece?.kind === "run" && piece.noColon !== true;
  if (pieces.length === 1 && first.kind === "text") return equal(value, text(first.text));
  if (pieces.length === 1 && isRun(first)) return TRUE;
  if (pieces.length === 2 && first.kind === "text" && isRun(second)) return `(str.prefixof ${text(first.text)} ${value})`;
  if (pieces.length === 2 && isRun(first) && second?.kind === "text") return `(str.suffixof ${text(second.text)} ${value})`;
  if (pieces.length === 3 && isRun(first) && second?.kind === "text" && isRun(third)) return `(str.contains ${value} ${text(second.text)})`;
  return `(str.in_re ${value} ${expression(pieces)})`;
}

/** A pattern without values of variables as a regular expression. */
export function expression(given: readonly Piece[]): Term {
  const parts = tidy(given).map((piece): Term => {
    switch (piece.kind) {
      case "text":
        return `(str.to_re ${text(piece.text)})`;
      case "one":
        return piece.noColon ? NO_COLON : ANY;
      case "run":
        return piece.noColon ? `(re.* ${NO_COLON})` : "re.all";
      default:
        throw new NotEncodable("a policy variable where no expression takes one");
    }
  });
  return parts.length > 1 ? `(re.++ ${parts.join(" ")})` : (parts[0] ?? '(str.to_re "")');
}

const MOST_WAYS = 20_000;

/**
 * Of a text that is known: each way in which the pattern can be laid over it, until nothing but the values of variables is open; `same` tells whether one
 * of these is a part of the text.
 */
function knownMatches(known: string, pieces: readonly Piece[], same = (value: Term, part: string): Term => equal(value, text(part))): Term {
  const done = new Map<number, Term>();
  let ways = 0;
  const from = (i: number, at: number): Term => {
    const place = i * (known.length + 1) + at;
    const before = done.get(place);
    if (before !== undefined) return before;
    const found = step(i, at);
    done.set(place, found);
    return found;
  };
  const step = (i: number, at: number): Term => {
    const piece = pieces[i];
    if (piece === undefined) return truth(at === known.length);
    const allows = (char: string | undefined): boolean =>
      char !== undefined && !(char === ":" && "noColon" in piece && piece.noColon === true);
    if (piece.kind === "text") return known.startsWith(piece.text, at) ? from(i + 1, at + piece.text.length) : FALSE;
    if (piece.kind === "one") return allows(known[at]) ? from(i + 1, at + 1) : FALSE;
    const found: Term[] = [];
    for (let end = at; end <= known.length; end++) {
      const rest = from(i + 1, end);
      if (rest !== FALSE) found.push(piece.kind === "value" ? and(same(piece.term, known.slice(at, end)), rest) : rest);
      if (piece.kind === "run" && !allows(known[end])) break;
    }
    ways += found.length;
    if (ways > MOST_WAYS) throw new NotEncodable("a pattern with policy variables that can be laid over a text in too many ways");
    return or(...found);
  };
  return from(0, 0);
}

/** Of a text that is not known: what stands before the first star is at its start, what stands behind the last at its end, all else at its first place. */
function valuesMatch(value: Term, pieces: readonly Piece[]): Term {
  if (pieces.some((piece) => piece.kind === "run" && piece.noColon))
    throw new NotEncodable("a policy variable beside wildcards inside one part of an ARN");
  const segments: Exclude<Piece, { kind: "run" }>[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "run") segments.push([]);
    else segments.at(-1)?.push(piece as Exclude<Piece, { kind: "run" }>);
  }
  const hasOne = (segment: readonly Piece[]) => segment.some(({ kind }) => kind === "one");
  const whole = (segment: readonly Piece[]): Term =>
    joined(...segment.map((piece) => (piece.kind === "text" ? text(piece.text) : (piece as { term: Term }).term)));
  if (segments.some(hasOne)) throw new NotEncodable("`?` in a pattern with a policy variable");
  const [first = [], ...others] = segments;
  if (others.length === 0) return equal(value, whole(first));
  const last = others.pop() ?? [];
  const parts: Term[] = [];
  if (first.length > 0) parts.push(`(str.prefixof ${whole(first)} ${value})`);
  if (last.length > 0) parts.push(`(str.suffixof ${whole(last)} ${value})`);
  let from: Term = first.length > 0 ? `(str.len ${whole(first)})` : integer(0);
  for (const segment of others) {
    if (segment.length === 0) continue;
    const at = `(str.indexof ${value} ${whole(segment)} ${from})`;
    parts.push(`(>= ${at} 0)`);
    from = `(+ ${at} (str.len ${whole(segment)}))`;
  }
  if (from !== "0" || last.length > 0) parts.push(`(<= (+ ${from} (str.len ${whole(last)})) (str.len ${value}))`);
  return and(...parts);
}

/** The texts with the same lower case (Unicode), for `StringEqualsIgnoreCase`. */
export function matchesAnyCase(value: Term, wanted: string): Term {
  const lower = wanted.toLowerCase();
  const known = written(value);
  if (known !== undefined) return truth(known.toLowerCase() === lower);
  if (/\u03c3|\u03c2|\u0307/.test(lower))
    throw new NotEncodable("a comparison without case of letters whose lower case hangs on their neighbours");
  const parts = lower.split("").map((unit): Term => {
    const units = unitsOf(unit);
    const all = units.map((one) => `(str.to_re ${text(one)})`);
    return all.length > 1 ? `(re.union ${all.join(" ")})` : (all[0] as Term);
  });
  if (parts.length === 0) return equal(value, text(""));
  return `(str.in_re ${value} ${parts.length > 1 ? `(re.++ ${parts.join(" ")})` : parts[0]})`;
}

/** The same of a value with policy variables, where the request's is known. */
export function matchesValuesAnyCase(value: Term, pieces: readonly Piece[]): Term {
  const known = written(value)?.toLowerCase();
  if (known === undefined || /\u03c3|\u03c2|\u0307/.test(known)) throw new NotEncodable("a comparison without case with a policy variable");
  const lower = pieces.map((piece): Piece => (piece.kind === "text" ? plain(piece.text.toLowerCase()) : piece));
  return knownMatches(known, tidy(lower), matchesAnyCase);
}

let uppers: ReadonlyMap<string, readonly string[]> | undefined;

/** The units whose lower case one is. */
function unitsOf(lower: string): readonly string[] {
  if (uppers === undefined) {
    const made = new Map<string, string[]>();
    for (let code = 0; code <= 0xffff; code++) {
      const unit = String.fromCharCode(code);
      const folded = unit.toLowerCase();
      if (folded === unit) continue;
      const known = made.get(folded);
      if (known === undefined) made.set(folded, [unit]);
      else known.push(unit);
    }
    uppers = made;
  }
  const folded = lower.toLowerCase() === lower ? [lower] : [];
  return [...folded, ...(uppers.get(lower) ?? [])];
}
