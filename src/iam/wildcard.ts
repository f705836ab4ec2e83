import { Places } from "./places.ts";
import { raw, type TemplatePart } from "./variables.ts";

/**
 * Patterns of the policy language: `*` stands for any run of characters, also none; `?` for exactly one UTF-16 unit
 * (rule iam.operators.characters); nothing else is special.
 * In the first five segments of a Resource ARN a `*` that is not the last character of its segment stays inside the segment, and `?` is never a
 * colon (rule iam.resource.patterns, rule iam.resource.segment-wildcards). Patterns are data: evaluation and analysis both read them.
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
  | { readonly kind: "tokens"; readonly tokens: readonly Token[] }; // with segment wildcards

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
  return { kind: "chunks", chunks };
}

/**
 * A long text that patterns are held against, one after the other: what one of them needs of it serves the others. Short ones are held as they are. Patterns
 * are looked for as text as long as that stays cheap, which is the rule; beyond, each step is taken at all places at once (`Places`).
 */
export class Subject {
  readonly text: string;
  readonly #allowance: number;
  #searched = 0;
  #places: Places | undefined;

  constructor(text: string) {
    this.text = text;
    this.#allowance = text.length > MIDDLING ? 16 * text.length : 1 << 24; // against a text that is not long no policy that AWS stores comes near
  }

  get places(): Places {
    this.#places ??= new Places([this.text]);
    return this.#places;
  }

  /** Units compared at most, and words of sets: what all patterns have cost together. */
  get work(): number {
    return this.#searched + (this.#places?.work ?? 0);
  }

  /** Whether so many more units may be compared. */
  affords(units: number): boolean {
    if (this.#searched + units > this.#allowance) return false;
    this.#searched += units;
    return true;
  }
}

const MIDDLING = 1024;
const SHORT = 64;
const KEPT = 1 << 14;

/** A text, made ready for many patterns where that can be worth it. */
export type Held = string | Subject;

/** The last of the long texts is kept: each statement that asks for the same condition key holds it against patterns of its own. */
let latest: Subject | undefined;

export function held(text: string): Held {
  if (text.length <= SHORT) return text;
  if (text.length <= MIDDLING || text.length > KEPT) return new Subject(text);
  if (latest?.text !== text) latest = new Subject(text);
  return latest;
}

/** Whether a text is in the language of the pattern. No backtracking: see `Subject`. */
export function matchesPattern(pattern: Pattern, subject: Held): boolean {
  const text = typeof subject === "string" ? subject : subject.text;
  switch (pattern.kind) {
    case "any":
      return true;
    case "exact":
      return text === pattern.text;
    case "prefix":
      return text.startsWith(pattern.text);
    case "chunks":
      return matchesChunks(pattern.chunks, text, typeof subject === "string" ? held(subject) : subject);
    case "tokens": {
      const { places } = typeof subject === "string" ? new Subject(subject) : subject;
      return places.textsThatEnd(endsOf(pattern.tokens, places))[0] as boolean;
    }
  }
}

/** First chunk at the start, last at the end, every other at its first place after the one before: a star takes whatever is between. */
function matchesChunks(chunks: readonly Chunk[], text: string, subject: Held): boolean {
  const last = chunks.length - 1;
  let at = chunkEnd(chunks[0] as Chunk, text, 0);
  if (last === 0) return at === text.length;
  if (at < 0 || !endsWithChunk(chunks[last] as Chunk, text, at)) return false;
  for (let i = 1; i < last && at >= 0; i++) {
    const chunk = chunks[i] as Chunk;
    if (typeof subject !== "string" && !subject.affords((text.length - at) * costOf(chunk))) {
      const { places } = subject;
      return places.textsThatEnd(endsOf(tokensOf(chunks), places))[0] as boolean;
    }
    at = findChunk(chunk, text, at);
  }
  return at >= 0 && (last === 1 || endsWithChunk(chunks[last] as Chunk, text, at));
}

/** Units that a search compares at most. With a `?` the chunk is tried at every place, which costs some four times as much as a search of the language. */
const costOf = (chunk: Chunk): number => (chunk.length > 1 ? 4 : 1) * lengthOf(chunk);

const lengthOf = (chunk: Chunk): number => chunk.reduce((sum, piece) => sum + (typeof piece === "string" ? piece.length : 1), 0);

const tokensOf = (chunks: readonly Chunk[]): readonly Token[] =>
  chunks.flatMap((chunk, i): readonly Token[] => (i === 0 ? chunk : [STAR, ...chunk]));

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
    } else at--;
    if (at < from) return false;
  }
  return true;
}

/** All places where the tokens can end, begun where a text begins. */
function endsOf(tokens: readonly Token[], places: Places): bigint {
  let ends = places.starts;
  for (const token of tokens) {
    if (ends === 0n) return ends;
    if (typeof token === "string") ends = places.after(ends, token);
    else ends = token.wildcard === "?" ? places.afterOne(ends, !("within" in token)) : places.afterRun(ends, !("within" in token));
  }
  return ends;
}

/** Of each text, whether one of the patterns matches it. Where it is worth it, a step of a pattern is taken in all texts at once. */
export function matchesAmong(patterns: readonly Pattern[], texts: readonly string[]): readonly boolean[] {
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  const steps = patterns.reduce((sum, pattern) => sum + stepsOf(pattern), 0);
  if (units * steps <= AT_ONCE)
    return texts.map((text) => {
      const subject = held(text);
      return patterns.some((pattern) => matchesPattern(pattern, subject));
    });
  if (patterns.some(({ kind }) => kind === "any")) return texts.map(() => true);
  const places = new Places(texts);
  return places.textsThatEnd(patterns.reduce((ends, pattern) => ends | endsOf(allTokens(pattern), places), 0n));
}

/**
 * The same of texts in parts, each held against a part of its own of the patterns: of each text, whether one of the patterns matches all its parts. The texts
 * of a part are mostly few, and one that stands in many is held once.
 */
export function matchesPartsAmong(patterns: readonly (readonly Pattern[])[], texts: readonly (readonly string[])[]): readonly boolean[] {
  const columns = (texts[0] ?? []).map((_, part) => new Column(texts.map((parts) => parts[part] as string)));
  const open = new Set(texts.keys());
  const steps = patterns.reduce((sum, pattern) => sum + pattern.reduce((all, part) => all + stepsOf(part), 0), 0);
  const atOnce = columns.some(({ units }) => units * steps > AT_ONCE);
  for (const pattern of patterns) {
    if (open.size === 0) break;
    const matching: (readonly boolean[])[] = [];
    for (let part = 0; part < columns.length && matching.at(-1)?.includes(true) !== false; part++)
      matching.push((columns[part] as Column).matching(pattern[part] as Pattern, atOnce));
    if (matching.at(-1)?.includes(true) !== true) continue;
    for (const text of open) if (matching.every((those, part) => those[columns[part]?.placeOf[text] as number])) open.delete(text);
  }
  return texts.map((_, text) => !open.has(text));
}

/** One part of many texts, each different one once. */
class Column {
  readonly placeOf: readonly number[]; // of each text
  readonly units: number;
  readonly #different: readonly string[];
  #places: Places | undefined;

  constructor(texts: readonly string[]) {
    const places = new Map<string, number>();
    for (const text of texts) if (!places.has(text)) places.set(text, places.size);
    this.placeOf = texts.map((text) => places.get(text) as number);
    this.#different = [...places.keys()];
    this.units = this.#different.reduce((sum, { length }) => sum + length, 0);
  }

  /** Of each different text, whether the pattern matches it. */
  matching(pattern: Pattern, atOnce: boolean): readonly boolean[] {
    if (pattern.kind === "any") return this.#different.map(() => true);
    if (!atOnce || pattern.kind === "exact") return this.#different.map((text) => matchesPattern(pattern, text));
    this.#places ??= new Places(this.#different);
    return this.#places.textsThatEnd(endsOf(allTokens(pattern), this.#places));
  }
}

const AT_ONCE = 1 << 16;

const stepsOf = (pattern: Pattern): number =>
  pattern.kind === "any"
    ? 1
    : pattern.kind === "tokens"
      ? pattern.tokens.length
      : pattern.kind === "chunks"
        ? pattern.chunks.reduce((sum, chunk) => sum + 1 + lengthOf(chunk), 0)
        : pattern.text.length;

function allTokens(pattern: Pattern): readonly Token[] {
  switch (pattern.kind) {
    case "any":
      return [STAR];
    case "exact":
      return [pattern.text];
    case "prefix":
      return [pattern.text, STAR];
    case "chunks":
      return tokensOf(pattern.chunks);
    case "tokens":
      return pattern.tokens;
  }
}
