import { any, maybe, NO, type Truth, truth } from "./truth.ts";

/** What a condition key holds in a request. */
export type KeyState =
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly missing: readonly string[]; readonly possible: readonly Possible[] }
  | { readonly kind: "single"; readonly value: string }
  | { readonly kind: "multi"; readonly values: readonly string[] };

/** What a key that nobody told may turn out to be: absent, a value that is known, one of a known form, or some value. */
export type Possible =
  | { readonly kind: "absent" }
  | { readonly kind: "single"; readonly value: string }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "some"; readonly multi: boolean | undefined };

/** A text of which the parts are known, and not what stands between them. */
export type Form = readonly string[];

export type Lookup = (key: string) => KeyState;

/** One character of a policy's text, which is one UTF-16 unit; a wild one is a wildcard, any other stands for itself. */
export type Piece = { readonly character: string; readonly wild: boolean };

/** A text with its variables replaced. `no-value`: a variable has no value, so the text matches nothing. */
export type Expansion = { readonly pieces: readonly Piece[]; readonly noValue: boolean; readonly missing: readonly string[] };

const written = (text: string): Piece[] => text.split("").map((character) => ({ character, wild: character === "*" || character === "?" }));
const literal = (text: string): Piece[] => text.split("").map((character) => ({ character, wild: false }));

/**
 * Replaces policy variables; only Version 2012-10-17 has them (IAM User Guide, policy variables). `${*}`, `${?}` and `${$}` are the characters
 * themselves; a value that is put in is data, never a wildcard and never read for variables again.
 */
export function expand(text: string, version: string, lookup: Lookup): Expansion {
  if (version !== "2012-10-17") return { pieces: written(text), noValue: false, missing: [] };
  const start = text.indexOf("${");
  const end = text.indexOf("}", start);
  if (start === -1 || end === -1) return { pieces: written(text), noValue: false, missing: [] };

  const before = written(text.slice(0, start));
  const inside = text.slice(start + 2, end);
  const after = expand(text.slice(end + 1), version, lookup);
  const join = (middle: Piece[], noValue = false, missing: readonly string[] = []): Expansion => ({
    pieces: [...before, ...middle, ...after.pieces],
    noValue: noValue || after.noValue,
    missing: [...missing, ...after.missing],
  });

  if (inside === "*" || inside === "?" || inside === "$") return join(literal(inside));
  const comma = inside.indexOf(", '");
  const name = comma === -1 ? inside : inside.slice(0, comma);
  const otherwise = comma === -1 ? undefined : inside.slice(comma + 3, -1);
  const state = lookup(name);
  if (state.kind === "single") return join(literal(state.value));
  if (state.kind === "unknown") return join([], false, state.missing);
  if (state.kind === "multi") return join([], true); // a variable cannot be a multi-valued key
  return otherwise === undefined ? join([], true) : join(literal(otherwise));
}

type Step = { readonly eats: "one" | "run"; readonly only?: string; readonly crossesColon: boolean };

const step = (piece: Piece, crossesColon: boolean): Step => {
  if (!piece.wild) return { eats: "one", only: piece.character, crossesColon: true };
  return { eats: piece.character === "*" ? "run" : "one", crossesColon };
};

/** The definition: try every split. Remembers what it has tried, else it would take for ever. */
function fits(steps: readonly Step[], text: readonly string[]): boolean {
  const tried = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const at = `${i},${j}`;
    const known = tried.get(at);
    if (known !== undefined) return known;
    const answer = decide(i, j);
    tried.set(at, answer);
    return answer;
  };
  const decide = (i: number, j: number): boolean => {
    const now = steps[i];
    const character = text[j];
    if (now === undefined) return character === undefined;
    const eatsIt = character !== undefined && (now.only === undefined || now.only === character) && (now.crossesColon || character !== ":");
    if (now.eats === "one") return eatsIt && from(i + 1, j + 1);
    return from(i + 1, j) || (eatsIt && from(i, j + 1));
  };
  return from(0, 0);
}

export const fitsEverywhere = (pieces: readonly Piece[], text: string): boolean =>
  fits(
    pieces.map((piece) => step(piece, true)),
    text.split(""),
  );

/** `*` any run of characters, `?` any one, everything else itself. */
export const oracleWildcard = (pattern: string, text: string): boolean => fitsEverywhere(written(pattern), text);

/** Policy types in which an ARN with too few fields is completed with `*` (IAM User Guide, IAM ARNs). */
const COMPLETED = ["identity", "boundary"];

/** A Resource pattern against the ARN, or `*`, that a request names; `lookup` for its variables. */
export function resourceMatches(pattern: string, resource: string, policyType: string, version: string, lookup: Lookup): Truth {
  let whole = pattern;
  if (COMPLETED.includes(policyType) && pattern !== "*") {
    while (whole.split(":").length < 6) whole += ":*";
  }
  // Variables are read only behind the fifth colon.
  const fields = whole.split(":");
  const head = fields.slice(0, 5).join(":") + (fields.length > 5 ? ":" : "");
  const tail = expand(fields.slice(5).join(":"), version, lookup);
  if (tail.noValue) return NO;
  if (tail.missing.length > 0) return maybe(tail.missing);

  const headPieces = written(head);
  const steps = headPieces.map((piece, i) => {
    const lastOfSegment = i + 1 === headPieces.length || headPieces[i + 1]?.character === ":";
    const atEndOfPattern = i + 1 === headPieces.length && tail.pieces.length === 0;
    return step(piece, piece.character === "*" && (lastOfSegment || atEndOfPattern));
  });
  return truth(fits([...steps, ...tail.pieces.map((piece) => step(piece, true))], resource.split("")));
}

/** A Resource pattern against an ARN, with no context at all. */
export const oracleResourceMatches = (pattern: string, arn: string, policyType: string): boolean =>
  resourceMatches(pattern, arn, policyType, "2012-10-17", () => ({ kind: "absent" })).is === "yes";

/** Six components, each matched for itself; the sixth keeps its colons (IAM User Guide, ARN condition operators). */
export function arnFits(pieces: readonly Piece[], arn: string): boolean {
  const wanted = patternComponents(pieces);
  const given = components(arn.split(""), (character) => character === ":");
  if (wanted.length !== 6 || !isArn(arn)) return false;
  return wanted.every((component, i) => fitsEverywhere(component, (given[i] ?? []).join("")));
}

export const isArn = (text: string): boolean => text.startsWith("arn:") && text.split(":").length >= 6;

/** Whether a text with wildcards can be an ARN at all. */
export function isArnPattern(pieces: readonly Piece[]): boolean {
  const wanted = patternComponents(pieces);
  return wanted.length === 6 && fitsEverywhere(wanted[0] ?? [], "arn");
}

const patternComponents = (pieces: readonly Piece[]): Piece[][] => components(pieces, (piece) => piece.character === ":" && !piece.wild);

function components<T>(items: readonly T[], isColon: (item: T) => boolean): T[][] {
  const parts: T[][] = [[]];
  for (const item of items) {
    if (isColon(item) && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

export const anyResource = (patterns: readonly string[], resource: string, policyType: string, version: string, lookup: Lookup): Truth =>
  any(patterns.map((pattern) => resourceMatches(pattern, resource, policyType, version, lookup)));

/** What of the texts of a form fits a pattern. */
export type Share = "all" | "none" | "some";

export function shareOf(pieces: readonly Piece[], form: Form): Share {
  const lengths = Array.from({ length: pieces.filter(({ wild }) => wild).length + 2 }, (_, length) => length);
  const fillings = ([first = "", ...rest]: Form): string[] =>
    rest.length === 0 ? [first] : lengths.flatMap((length) => fillings(rest).map((text) => `${first}${"\u0001".repeat(length)}${text}`)); // no pattern has it
  if (fillings(form).every((text) => fitsEverywhere(pieces, text))) return "all";
  return mayFit(
    pieces,
    form.flatMap((part, i): (string | typeof RUN)[] => (i === 0 ? part.split("") : [RUN, ...part.split("")])),
  )
    ? "some"
    : "none";
}

const RUN: unique symbol = Symbol("any characters");

/** The definition: what stands for anything takes each way. */
function mayFit(pieces: readonly Piece[], text: readonly (string | typeof RUN)[]): boolean {
  const tried = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const at = `${i},${j}`;
    const known = tried.get(at);
    if (known !== undefined) return known;
    tried.set(at, false);
    const answer = decide(i, j);
    tried.set(at, answer);
    return answer;
  };
  const decide = (i: number, j: number): boolean => {
    const [piece, character] = [pieces[i], text[j]];
    if (piece === undefined && character === undefined) return true;
    if (character === RUN && (from(i, j + 1) || (piece !== undefined && from(i + 1, j)))) return true;
    if (piece?.wild && piece.character === "*") return from(i + 1, j) || (character !== undefined && from(i, j + 1));
    if (piece === undefined || character === undefined || character === RUN) return false;
    return (piece.wild || piece.character === character) && from(i + 1, j + 1);
  };
  return from(0, 0);
}

/** The same of an ARN pattern, where all that is not known is in the last component. */
export function arnShareOf(pieces: readonly Piece[], [before = "", ...after]: Form): Share {
  const wanted = patternComponents(pieces);
  const given = before.split(":");
  if (given.length !== 6 || wanted.length !== 6) return "some";
  if (!given.slice(0, 5).every((component, i) => fitsEverywhere(wanted[i] ?? [], component))) return "none";
  return shareOf(wanted[5] ?? [], [given[5] ?? "", ...after]);
}
