import { BoundedCache } from "../base/bounded-cache.ts";

/** A request as HTTP/1.1 brought it, before anything of it was interpreted: what a signature is over. */
export type RawRequest = {
  readonly method: string;
  readonly target: string; // of the request line, as it was sent
  readonly headers: RawHeaders;
  readonly body: Uint8Array;
};

/** The headers of a request, each value as it arrived, a character a byte. Repeated ones stay apart. */
export class RawHeaders {
  readonly flat: readonly string[];
  readonly #names: readonly string[]; // in lower case, in order of arrival
  readonly #places: ReadonlyMap<string, readonly number[]> | undefined; // where there are many: looking at each would take long

  /** Names and values in turn, as `rawHeaders` of node has them. */
  constructor(flat: readonly string[]) {
    this.flat = flat;
    const names = new Array<string>(flat.length >> 1);
    for (let i = 0; i < names.length; i++) names[i] = lowerCase(flat[2 * i] as string);
    this.#names = names;
    this.#places = names.length > FEW ? placesOf(names) : undefined;
  }

  /** Of a header by its name in lower case, in order of arrival. */
  all(name: string): readonly string[] {
    if (this.#places !== undefined) return this.#places.get(name)?.map((i) => this.flat[2 * i + 1] as string) ?? NONE;
    const values: string[] = [];
    for (let i = 0; i < this.#names.length; i++) if (this.#names[i] === name) values.push(this.flat[2 * i + 1] as string);
    return values;
  }

  /** The first value, trimmed. */
  get(name: string): string | undefined {
    const i = this.#first(name);
    return i < 0 ? undefined : (this.flat[2 * i + 1] as string).trim();
  }

  /** The value of a header that came once, as it arrived; undefined of one that came more often, and of one that did not. */
  only(name: string): string | undefined {
    const i = this.#first(name);
    if (i < 0) return undefined;
    const another = this.#places === undefined ? this.#names.indexOf(name, i + 1) : (this.#places.get(name)?.[1] ?? -1);
    return another < 0 ? this.flat[2 * i + 1] : undefined;
  }

  has(name: string): boolean {
    return this.#first(name) >= 0;
  }

  #first(name: string): number {
    return this.#places === undefined ? this.#names.indexOf(name) : (this.#places.get(name)?.[0] ?? -1);
  }
}

const NONE: readonly string[] = [];
const FEW = 32;

function placesOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, name] of names.entries()) {
    const known = places.get(name);
    if (known === undefined) places.set(name, [i]);
    else known.push(i);
  }
  return places;
}

/** The few names that clients write, in lower case: looking one up costs less than making it. */
const LOWER = new BoundedCache<string, string>(256, 64);
const lowerCase = (name: string): string => LOWER.of(name, (raw) => raw.toLowerCase());

type Target = { readonly path: string; readonly query: string };
const ROOT: Target = { path: "/", query: "" }; // as AWS KMS is called

/** Path and query of a target. One in absolute form, `http://host/path`, says the same as its path. */
export function splitTarget(target: string): Target {
  if (target === "/") return ROOT;
  const local = target.startsWith("/") ? target : target.replace(/^[a-zA-Z][a-zA-Z0-9+.-]{0,20}:\/\/[^/?#]*/, "");
  const mark = local.indexOf("?");
  const [path, query] = mark < 0 ? [local, ""] : [local.slice(0, mark), local.slice(mark + 1)];
  return { path: path === "" ? "/" : path, query };
}

/** The parameters of a query, decoded; of one that is given twice the first. */
export class QueryParameters {
  readonly #values = new Map<string, string>();

  /** `plusIsSpace`: of forms (WHATWG URL, application/x-www-form-urlencoded). */
  constructor(query: string, plusIsSpace = false) {
    for (const [name, value] of pairsOf(plusIsSpace ? query.replaceAll("+", "%20") : query)) {
      const decoded = decodePercent(name);
      if (!this.#values.has(decoded)) this.#values.set(decoded, decodePercent(value));
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  entries(): Iterable<readonly [string, string]> {
    return this.#values;
  }
}

/** Encoded names and values; a name without `=` has an empty value. */
export const pairsOf = (query: string): readonly (readonly [string, string])[] =>
  query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const mark = part.indexOf("=");
      return mark < 0 ? [part, ""] : [part.slice(0, mark), part.slice(mark + 1)];
    });

const UTF_8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };

/** Never fails: a `%` that begins no byte is one. What is no UTF-8 becomes U+FFFD. */
export const decodePercent = (text: string): string => (text.includes("%") ? UTF_8.decoder.decode(percentBytes(text)) : text);

function percentBytes(text: string): Uint8Array {
  const bytes = UTF_8.encoder.encode(text);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] === PERCENT ? hexByte(bytes[i + 1], bytes[i + 2]) : undefined;
    out[length++] = byte ?? (bytes[i] as number);
    if (byte !== undefined) i += 2;
  }
  return out.subarray(0, length);
}

const PERCENT = 0x25;

function hexByte(high: number | undefined, low: number | undefined): number | undefined {
  const [a, b] = [hexDigit(high), hexDigit(low)];
  return a === undefined || b === undefined ? undefined : a * 16 + b;
}

function hexDigit(code = 0): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}

/** All but `A-Za-z0-9-._~` as `%XX` in upper case (IAM User Guide, "Create a signed AWS API request", UriEncode). */
export const encodePercent = (text: string): string => encodeBytes(UTF_8.encoder.encode(text));

/** The same of what is encoded already, in whatever way. */
export const recodePercent = (text: string): string => (PLAIN.test(text) ? text : encodeBytes(percentBytes(text)));

const PLAIN = /^[A-Za-z0-9._~-]*$/;

const ENCODED: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return byte < 128 && PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
});

function encodeBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += ENCODED[byte];
  return text;
}
