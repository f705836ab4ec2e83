import { raw, type TemplatePart } from "./variables.ts";

/**
 * Patterns of the policy language: `*` stands for any run of characters, also none; `?` for exactly one UTF-16 unit, as AWS was
 * recorded to read it; nothing else is special.
 * In the first five segments of a Resource ARN a `*` that is not the last character of its segment stays inside the segment, and `?` is never a
 * colon (IAM User Guide, Resource element, text of 2025). Patterns are data: evaluation and analysis both read them.
 */
export type Token = string | typeof STAR | typeof ONE | typeof SEGMENT_STAR | typeof SEGMENT_ONE;

export const STAR = { wildcard: "*" } as const;
export const ONE = { wildcard: "?" } as const;
export const SEGMENT_STAR = { wildcard: "*", within: "segment" } as const;
export const SEGMENT_ONE = { wildcard: "?", within: "segment" } as const;

export type Pattern =
  | { readonly kind: "any" }
  | { readonly kind: "exact"; readonly text: string }
  | { readonly kind: "prefix"; readonly text: string }
  | { readonly kind: "chunks"; readonly chunks: readonly Chunk[] } // what stands between the stars, in order
  | { readonly kind: "tokens"; readonly tokens: readonly Token[] }; // with segment wildcards, or with a long chunk that has a `?`

/** A run without stars: literals and single-character wildcards. */
export type Chunk = readonly (string | typeof ONE)[];

/** A pattern without variables: of Action, StringLike and the like. */
export const globPattern = (parts: readonly TemplatePart[]): Pattern => patternOf(tokenize(parts, plainWildcard));

/** A plain text pattern: `kms:Generate*`. */
export const parsePattern = (text: string): Pattern => globPattern([raw(text)]);

/** A Resource ARN pattern, with the colon rule. Variables must be substituted: they stand behind the fifth colon only. */
export const resourcePattern = (parts: readonly TemplatePart[]): Pattern => patternOf(tokenize(parts, segmentWildcard()));

type Reader = (text: string, i: number, last: boolean) => Exclude<Token, string> | undefined;

const plainWildcard: Reader = (text, i) => (text[i] === "*" ? STAR : text[i] === "?" ? ONE : undefined);

function segmentWildcard(): Reader {
  let colons = 0;
  return (text, i, lastPart) => {
    const character = text[i];
    if (character === ":") colons++;
    if (colons >= 5) return plainWildcard(text, i, lastPart);
    if (character === "?") return SEGMENT_ONE;
    if (character !== "*") return undefined;
    const last = text[i + 1] === ":" || (i + 1 === text.length && lastPart);
    return last ? STAR : SEGMENT_STAR;
  };
}

function tokenize(parts: readonly TemplatePart[], read: Reader): readonly Token[] {
  const tokens: Token[] = [];
  let literal = "";
  const flush = () => {
    if (literal !== "") tokens.push(literal);
    literal = "";
  };
  parts.forEach((part, n) => {
    if (part.kind === "literal") literal += part.text;
    if (part.kind !== "raw") return;
    for (let i = 0; i < part.text.length; i++) {
      const wildcard = read(part.text, i, n === parts.length - 1);
      if (wildcard === undefined) literal += part.text[i];
      else {
        flush();
        if (!(wildcard.wildcard === "*" && tokens.at(-1) === wildcard)) tokens.push(wildcard);
      }
    }
  });
  flush();
  return tokens;
}

function patternOf(tokens: readonly Token[]): Pattern {
  const [first, second] = tokens;
  if (first === undefined) return { kind: "exact", text: "" };
  if (tokens.length === 1 && first === STAR) return { kind: "any" };
  if (tokens.length === 1 && typeof first === "string") return { kind: "exact", text: first };
  if (tokens.some((token) => token === SEGMENT_STAR || token === SEGMENT_ONE)) return { kind: "tokens", tokens };
  if (tokens.length === 2 && typeof first === "string" && second === STAR) return { kind: "prefix", text: first };
  const chunks: (string | typeof ONE)[][] = [[]];
  for (const token of tokens) {
    if (token === STAR) chunks.push([]);
    else chunks.at(-1)?.push(token as string | typeof ONE);
  }
  return chunks.slice(1, -1).some(isSlow) ? { kind: "tokens", tokens } : { kind: "chunks", chunks };
}

const SHORT = 64;

/** A chunk with a `?` is tried at every place of the text, which is linear for a short one only. */
const isSlow = (chunk: Chunk): boolean =>
  chunk.includes(ONE) && chunk.reduce((sum, piece) => sum + (typeof piece === "string" ? piece.length : 1), 0) > SHORT;

/**
 * Whether `text` is in the language of the pattern. At most text × pattern steps, and those of whole machine words or of a search for a literal: no
 * backtracking, so no pattern can stall it.
 */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  switch (pattern.kind) {
    case "any":
      return true;
    case "exact":
      return text === pattern.text;
    case "prefix":
      return text.startsWith(pattern.text);
    case "chunks":
      return matchesChunks(pattern.chunks, text);
    case "tokens":
      return matchesTokens(pattern.tokens, text);
  }
}

/** First chunk at the start, last at the end, every other at its first place after the one before: a star takes whatever is between. */
function matchesChunks(chunks: readonly Chunk[], text: string): boolean {
  const last = chunks.length - 1;
  let at = chunkEnd(chunks[0] as Chunk, text, 0);
  if (last === 0) return at === text.length;
  for (let i = 1; i < last && at >= 0; i++) at = findChunk(chunks[i] as Chunk, text, at);
  return at >= 0 && endsWithChunk(chunks[last] as Chunk, text, at);
}

/** Where a chunk that starts at `from` ends, or -1. */
function chunkEnd(chunk: Chunk, text: string, from: number): number {
  let at = from;
  for (const piece of chunk) {
    if (typeof piece === "string") {
      if (!text.startsWith(piece, at)) return -1;
      at += piece.length;
    } else {
      if (at >= text.length) return -1;
      at++;
    }
  }
  return at;
}

function findChunk(chunk: Chunk, text: string, from: number): number {
  const [first] = chunk;
  if (chunk.length === 1 && typeof first === "string") {
    const found = text.indexOf(first, from);
    return found < 0 ? -1 : found + first.length;
  }
  for (let at = from; at <= text.length; at++) {
    const end = chunkEnd(chunk, text, at);
    if (end >= 0) return end;
  }
  return -1;
}

function endsWithChunk(chunk: Chunk, text: string, from: number): boolean {
  let at = text.length;
  for (let i = chunk.length - 1; i >= 0; i--) {
    const piece = chunk[i] as string | typeof ONE;
    if (typeof piece === "string") {
      if (!text.endsWith(piece, at)) return false;
      at -= piece.length;
    } else {
      if (at <= from) return false;
      at--;
    }
    if (at < from) return false;
  }
  return true;
}

/**
 * All ends of all prefixes at once, a token at a time: needed where the first place of a chunk may be the wrong one. Bit i of a set of places stands
 * for the place before the i-th unit.
 */
function matchesTokens(tokens: readonly Token[], text: string): boolean {
  const characters = text.split("");
  const placesOf = placesIn(characters);
  const everywhere = (1n << BigInt(characters.length)) - 1n;
  const insideSegments = everywhere ^ placesOf(":");
  let ends = 1n;
  for (const token of tokens) {
    if (ends === 0n) return false;
    if (typeof token === "string") for (let i = 0; i < token.length; i++) ends = (ends & placesOf(token[i] as string)) << 1n;
    else {
      const passed = "within" in token ? insideSegments : everywhere;
      ends = token.wildcard === "?" ? (ends & passed) << 1n : runsFrom(ends, passed);
    }
  }
  return ends >> BigInt(characters.length) === 1n;
}

/** The places, and all that are reached from them over characters of `passed`: the carry of an addition runs through a row of ones. */
const runsFrom = (places: bigint, passed: bigint): bigint => places | ((passed + (places & passed)) ^ passed);

/** Where a text has a character, as a set that is made when first asked for. */
function placesIn(characters: readonly string[]): (character: string) => bigint {
  const places = new Map<string, number[]>();
  for (const [i, character] of characters.entries()) {
    const known = places.get(character);
    if (known === undefined) places.set(character, [i]);
    else known.push(i);
  }
  const sets = new Map<string, bigint>();
  return (character) => {
    const known = sets.get(character);
    if (known !== undefined) return known;
    const made = setOf(places.get(character) ?? []);
    sets.set(character, made);
    return made;
  };
}

const BLOCK = 1024;

/** A set of places, from its members in order. Filled a block at a time, since setting a bit costs as much as the number is long. */
function setOf(places: readonly number[]): bigint {
  let set = 0n;
  let block = 0n;
  let from = 0;
  for (const place of places) {
    if (place - from >= BLOCK) {
      set |= block << BigInt(from);
      block = 0n;
      from = place;
    }
    block |= 1n << BigInt(place - from);
  }
  return set | (block << BigInt(from));
}
