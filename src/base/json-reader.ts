import type { Code } from "./codes.ts";
import type { JsonFault, JsonMember, JsonNode, KnownMember } from "./json-source.ts";
import { pointerTo, shown } from "./text.ts";

/** How deep arrays and objects may stand in each other. No policy needs more than seven. */
export const DEPTH_LIMIT = 128;
const FAULT_LIMIT = 200;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Objects this small are searched for a repeated name; larger ones get a set. */
const FEW = 8;

/** Reads one text once, in one pass. */
export class JsonReader {
  readonly #text: string;
  readonly #known: KnownMember | undefined;
  #at = 0;
  #depth = 0; // how many arrays and objects are open
  readonly #path: (string | number)[] = []; // the name or index the reader is at in each of them
  #level = 0; // how many entries of `#path` count: as many as are open, or one less between two members
  readonly #faults: JsonFault[] = [];
  #unsaid = 0;

  constructor(text: string, known: KnownMember | undefined) {
    this.#text = text;
    this.#known = known;
  }

  document(): JsonNode | undefined {
    if (this.#text.charCodeAt(0) === BYTE_ORDER_MARK) {
      this.#fault(0, "the text begins with a byte order mark", "save the file as UTF-8 without a byte order mark");
      this.#at = 1;
    }
    const node = this.#value();
    if (node === undefined) return undefined;
    this.#next();
    if (this.#at < this.#text.length)
      this.#fault(this.#at, `unexpected ${this.#word()} after the end of the document`, "a document is one JSON value");
    return node;
  }

  closedFaults(): readonly JsonFault[] {
    if (this.#unsaid === 0) return this.#faults;
    const offset = this.#faults.at(-1)?.offset ?? 0;
    const message = `and ${this.#unsaid} more ${this.#unsaid === 1 ? "problem" : "problems"} in this text`;
    return [...this.#faults, { code: "KW107", offset, message, help: "fix these first, then run it again", pointer: "" }];
  }

  /** Any value. `undefined`: a fault was reported behind which nothing can be understood. */
  #value(): JsonNode | undefined {
    const code = this.#next();
    const start = this.#at;
    if (code === QUOTE) {
      const value = this.#string();
      return value === undefined ? undefined : { kind: "string", start, end: this.#at, value };
    }
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (this.#depth === DEPTH_LIMIT)
        return this.#fault(
          start,
          `nested more than ${DEPTH_LIMIT} deep`,
          "nothing needs more than ten levels: is it cut off, or made by mistake?",
          "KW103",
        );
      this.#depth++;
      const node = code === OPEN_BRACE ? this.#object() : this.#array();
      this.#depth--;
      return node;
    }
    return isDigit(code) || code === MINUS || code === PLUS || code === DOT ? this.#number() : this.#literal();
  }

  #object(): JsonNode | undefined {
    const start = this.#at++;
    const depth = this.#depth;
    const members: JsonMember[] = [];
    let names: Set<string> | undefined;
    let code: number | undefined = this.#next();
    while (code !== CLOSE_BRACE) {
      const at = this.#at;
      if (code !== QUOTE) return this.#notAName(start);
      const name = this.#string();
      if (name === undefined) return undefined;
      this.#path[depth - 1] = name;
      this.#level = depth;
      if (members.length === FEW) names = new Set(members.map((member) => member.name));
      if (names === undefined ? isAmong(members, name) : names.has(name)) this.#repeated(at, name);
      names?.add(name);

      if (this.#next() !== COLON)
        return this.#fault(this.#at, `a colon is missing after ${shown(name)}`, 'a member is written `"name": value`');
      this.#at++;
      const value = depth === 1 && this.#known !== undefined ? this.#knownOrRead(this.#known, name) : this.#value();
      if (value === undefined) return undefined;
      members.push({ name, start: at, value });
      this.#level = depth - 1;
      code = this.#separator(CLOSE_BRACE, start);
      if (code === undefined) return undefined;
    }
    return { kind: "object", start, end: ++this.#at, members };
  }

  #array(): JsonNode | undefined {
    const start = this.#at++;
    const depth = this.#depth;
    const items: JsonNode[] = [];
    let code: number | undefined = this.#next();
    while (code !== CLOSE_BRACKET) {
      if (this.#at >= this.#text.length) return this.#unclosed("[", start);
      this.#path[depth - 1] = items.length;
      this.#level = depth;
      const item = this.#value();
      if (item === undefined) return undefined;
      items.push(item);
      this.#level = depth - 1;
      code = this.#separator(CLOSE_BRACKET, start);
      if (code === undefined) return undefined;
    }
    return { kind: "array", start, end: ++this.#at, items };
  }

  #knownOrRead(known: KnownMember, name: string): JsonNode | undefined {
    this.#next();
    const answer = known(name, this.#at);
    if (answer === undefined) return this.#value();
    this.#at = answer.end;
    return answer.node;
  }

  /** What stands between members or items. Answers the character the next one, or the end, begins with. */
  #separator(close: number, start: number): number | undefined {
    const code = this.#next();
    if (code === COMMA) {
      const comma = this.#at++;
      const after = this.#next();
      if (after === close) this.#fault(comma, "a comma after the last entry", "JSON has no trailing commas: take it out");
      return after;
    }
    if (code === close) return code;
    if (this.#at >= this.#text.length) return this.#unclosed(close === CLOSE_BRACE ? "{" : "[", start);
    if (code === QUOTE || code === OPEN_BRACE || (code === OPEN_BRACKET && close === CLOSE_BRACKET)) {
      this.#fault(this.#at, "a comma is missing", "put one before this");
      return code;
    }
    return this.#fault(this.#at, `expected a comma or \`${String.fromCharCode(close)}\`, found ${this.#word()}`);
  }

  /** Passes white space, and complains of comments; answers the code of the character there, NaN at the end. */
  #next(): number {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code > SPACE) {
        if (code !== SLASH || !this.#comment()) return code;
      } else if (code === SPACE || code === LINE_FEED || code === RETURN || code === TAB) this.#at++;
      else return code;
    }
  }

  #comment(): boolean {
    const text = this.#text;
    const second = text[this.#at + 1];
    if (second !== "/" && second !== "*") return false;
    this.#fault(this.#at, "a comment", "JSON has no comments: take it out");
    const end = second === "/" ? text.indexOf("\n", this.#at) : text.indexOf("*/", this.#at + 2);
    this.#at = end === -1 ? text.length : second === "/" ? end : end + 2;
    return true;
  }

  /** A string, from its opening quote to behind its closing one. Without escapes it is one slice. */
  #string(): string | undefined {
    const text = this.#text;
    const { length } = text;
    const start = this.#at + 1;
    for (let at = start; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return text.slice(start, at);
      }
      if (code === BACKSLASH || code < SPACE) return this.#escaped(start, at);
    }
    return this.#fault(this.#at, "the string is not closed", 'end it with `"`');
  }

  #escaped(start: number, firstSpecial: number): string | undefined {
    const text = this.#text;
    const parts: string[] = [];
    let from = start;
    for (let at = firstSpecial; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        parts.push(text.slice(from, at));
        return parts.join("");
      }
      if (code === BACKSLASH) {
        parts.push(text.slice(from, at), this.#escape(at));
        at += text[at + 1] === "u" ? 5 : 1;
        from = at + 1;
      } else if (code < SPACE) {
        if (code === LINE_FEED || code === RETURN) return this.#fault(start - 1, "the string is not closed on its line", 'end it with `"`');
        this.#fault(at, `the control character U+${hex(code)} inside a string`, `write \`\\u${hex(code)}\``);
      }
    }
    return this.#fault(start - 1, "the string is not closed", 'end it with `"`');
  }

  #escape(at: number): string {
    const letter = this.#text[at + 1] ?? "";
    if (letter === "u") {
      const code = hexValue(this.#text, at + 2);
      if (code === undefined) this.#fault(at, "an escape `\\u` without four hexadecimal digits");
      return String.fromCharCode(code ?? BYTE_ORDER_MARK);
    }
    const character = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (character === undefined) this.#fault(at, `unknown escape ${shown(`\\${letter}`)}`, "write `\\\\` for a backslash");
    return character ?? letter;
  }

  #number(): JsonNode {
    const start = this.#at;
    let at = start;
    while (isNumberPart(this.#text.charCodeAt(at))) at++;
    this.#at = at;
    const text = this.#text.slice(start, at);
    const value = Number(text);
    if (!isJsonNumber(text)) this.#fault(start, `${shown(text)} is not a JSON number`, "digits, with no leading zero and no leading `+`");
    return { kind: "number", start, end: at, value, text };
  }

  #literal(): JsonNode | undefined {
    const start = this.#at;
    const word = this.#bareWord();
    const end = start + word.length;
    if (word === "true" || word === "false") {
      this.#at = end;
      return { kind: "boolean", start, end, value: word === "true" };
    }
    if (word === "null") {
      this.#at = end;
      return { kind: "null", start, end };
    }
    if (word === "" && start >= this.#text.length) return this.#fault(start, "expected a value, found the end of the text");
    if (word === "") return this.#fault(start, `expected a value, found ${this.#word()}`, this.#quoteHelp());
    return this.#fault(start, `${shown(word)} is not a JSON value`, WORDS.get(word) ?? "texts stand in double quotes");
  }

  #notAName(start: number): undefined {
    if (this.#at >= this.#text.length) return this.#unclosed("{", start);
    const help = this.#quoteHelp() ?? "member names stand in double quotes";
    return this.#fault(this.#at, `expected the name of a member, found ${this.#word()}`, help);
  }

  #quoteHelp(): string | undefined {
    const first = this.#text[this.#at];
    return first === "'" || first === "“" || first === "”" || first === "`" ? "texts and names stand in straight double quotes" : undefined;
  }

  #bareWord(): string {
    let end = this.#at;
    while (isWordPart(this.#text.charCodeAt(end))) end++;
    return this.#text.slice(this.#at, end);
  }

  /** What stands here, for a message. */
  #word(): string {
    const text = this.#text;
    if (this.#at >= text.length) return "the end of the text";
    return shown(this.#bareWord() || String.fromCodePoint(text.codePointAt(this.#at) ?? 0));
  }

  #unclosed(bracket: string, start: number): undefined {
    return this.#fault(start, `\`${bracket}\` is not closed`, "the text ends before it: is it cut off?");
  }

  #repeated(at: number, name: string): void {
    this.#fault(at, `${shown(name)} is written twice`, "readers of JSON disagree on which one counts: keep one", "KW102");
  }

  #fault(offset: number, message: string, help?: string, code: Code = "KW100"): undefined {
    if (this.#faults.length >= FAULT_LIMIT) {
      this.#unsaid++;
      return undefined;
    }
    const pointer = pointerTo(this.#path.slice(0, this.#level));
    this.#faults.push(help === undefined ? { code, offset, message, pointer } : { code, offset, message, help, pointer });
    return undefined;
  }
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["NaN", "JSON has no NaN"],
  ["Infinity", "JSON has no Infinity"],
  ["undefined", "leave the member out, or write null"],
  ["None", "write `null`"],
  ["True", "write `true`"],
  ["False", "write `false`"],
  ["TRUE", "write `true`"],
  ["FALSE", "write `false`"],
  ["NULL", "write `null`"],
]);

function isAmong(members: readonly JsonMember[], name: string): boolean {
  for (const member of members) if (member.name === name) return true;
  return false;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isWordPart = (code: number): boolean => isLetter(code) || isDigit(code) || code === 0x5f || code === 0x24;
const isNumberPart = (code: number): boolean => isDigit(code) || code === DOT || code === MINUS || code === PLUS || isLetter(code);

/** `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`, as RFC 8259 has numbers: no alternative overlaps another, so it never goes back. */
const isJsonNumber = (text: string): boolean => /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(text);

const hex = (code: number): string => code.toString(16).padStart(4, "0").toUpperCase();

/** Four hexadecimal digits at `at`. */
function hexValue(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 4);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
