import { isUtf8 } from "node:buffer";
import { LINE_LIMIT, Lines } from "../lines.ts";

/** A text that should be one record; or what stands in its place. `rest`: nothing behind it can be read. */
export type RecordText = { readonly text: string } | { readonly unreadable: string; readonly rest?: true };

export const PEEK = 64 * 1024;
const WHOLE = ["Records", "Events", "records", "events"]; // members that hold the records of a document

/**
 * The records in a stream of bytes, told apart by content: one a line, one document with `Records` or `Events`, a list, or documents one behind the other.
 * Holds one record at a time.
 */
export class RecordTexts {
  #peeked: Buffer[] = [];
  #length = 0;
  #reader: { push(chunk: Buffer): Iterable<RecordText>; end(): Iterable<RecordText> } | undefined;

  /** `isOfLines`: that there is one record a line is known. */
  constructor(isOfLines = false) {
    if (isOfLines) this.#reader = new LineTexts();
  }

  *push(chunk: Buffer): Generator<RecordText> {
    if (this.#reader !== undefined) {
      yield* this.#reader.push(chunk);
      return;
    }
    this.#peeked.push(chunk);
    this.#length += chunk.length;
    if (this.#length >= PEEK) yield* this.#begin();
  }

  *end(): Generator<RecordText> {
    if (this.#reader === undefined) yield* this.#begin();
    yield* this.#reader?.end() ?? [];
  }

  *#begin(): Generator<RecordText> {
    const bytes = Buffer.concat(this.#peeked);
    this.#peeked = [];
    this.#reader = isOneALine(bytes) ? new LineTexts() : new DocumentTexts();
    yield* this.#reader.push(bytes);
  }
}

/** Whether one of the first lines is a document by itself: no line of a document that is spread over lines is. */
export function isOneALine(bytes: Buffer): boolean {
  const lines = bytes.subarray(0, PEEK).toString("utf8").split("\n").slice(0, -1);
  return lines.slice(0, 20).some((line) => line.trimStart().startsWith('{"') && isDocument(line));
}

function isDocument(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

class LineTexts {
  readonly #lines = new Lines();

  *push(chunk: Buffer): Generator<RecordText> {
    for (const line of this.#lines.push(chunk)) yield* textsOf(line);
  }

  *end(): Generator<RecordText> {
    const last = this.#lines.end();
    if (last !== undefined) yield* textsOf(last);
  }
}

/** A line may hold a document with records of its own, or several. */
function* textsOf(line: { readonly text: string } | { readonly unreadable: string }): Generator<RecordText> {
  if ("unreadable" in line) yield { unreadable: `a line that is ${line.unreadable}` };
  else if (!/\S/.test(line.text)) return;
  else if (!HAS_RECORDS.test(line.text)) yield line;
  else {
    const inner = new DocumentTexts();
    const bytes = Buffer.from(line.text);
    for (const text of [...inner.push(bytes), ...inner.end()]) yield "text" in text ? text : { unreadable: text.unreadable };
  }
}

const HAS_RECORDS = /^\s*(?:\[|\{\s*"(?:Records|Events|records|events|NextToken|nextToken)"\s*:)/;

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COLON, COMMA] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x3a, 0x2c];

/** Follows the nesting of JSON, and cuts out each record whole; whether it is JSON inside is for its reader. */
class DocumentTexts {
  #depth = 0;
  #base = 0; // how deep records stand
  #isDocument = false; // the outermost object holds records, and is none itself
  #inString = false;
  #escaped = false;
  #key: Buffer[] | undefined; // of the string that is read, where it may name a member of the outermost object
  #lastKey = "";
  #held: Buffer[] = [];
  #heldLength = 0;
  #isBroken = false;

  *push(chunk: Buffer): Generator<RecordText> {
    if (this.#isBroken) return;
    let from = this.#heldLength > 0 || this.#isInside() ? 0 : -1; // where the record began in this chunk
    let keyFrom = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) {
          this.#inString = false;
          if (this.#key !== undefined) {
            this.#lastKey = Buffer.concat([...this.#key, chunk.subarray(keyFrom, i)]).toString("utf8");
            this.#key = undefined;
          }
        }
        continue;
      }
      if (byte === QUOTE && this.#depth === 0) {
        this.#isBroken = true;
        yield { unreadable: "a text stands where an object should: tables (CSV) are not read, the same rows as JSON are", rest: true };
        return;
      }
      if (byte === QUOTE) {
        this.#inString = true;
        if (this.#depth === 1 && this.#base === 0) {
          this.#key = [];
          keyFrom = i + 1;
        }
      } else if (byte === OPEN || byte === OPEN_LIST) {
        if (this.#depth === 0 && byte === OPEN_LIST) this.#base = 1;
        else if (this.#depth === 1 && this.#base === 0 && byte === OPEN_LIST && WHOLE.includes(this.#lastKey)) {
          this.#base = 2;
          this.#isDocument = true;
          this.#drop();
          from = -1;
        } else if (this.#depth === this.#base) from = i;
        this.#depth++;
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        this.#depth--;
        if (this.#depth < 0) {
          this.#isBroken = true;
          yield { unreadable: "it closes more than it opens", rest: true };
          return;
        }
        if (this.#depth === this.#base && from >= 0) {
          const text = this.#take(chunk.subarray(from, i + 1));
          from = -1;
          if (this.#base > 0 || !this.#isDocument) yield text;
        }
        if (this.#depth < this.#base) this.#base = 0;
        if (this.#depth === 0) this.#isDocument = false;
      } else if (
        this.#depth === this.#base &&
        from < 0 &&
        byte !== COMMA &&
        byte !== COLON &&
        (byte as number) > 0x20 &&
        !this.#isDocument &&
        this.#base === 0
      ) {
        this.#isBroken = true;
        yield { unreadable: "it is no JSON", rest: true };
        return;
      }
    }
    if (this.#key !== undefined) this.#key = this.#key.length > 4 ? undefined : [...this.#key, chunk.subarray(keyFrom)];
    if (from >= 0 && this.#isInside()) this.#hold(chunk.subarray(from));
  }

  *end(): Generator<RecordText> {
    if (!this.#isBroken && (this.#depth > 0 || this.#inString)) yield { unreadable: "it ends in the middle", rest: true };
  }

  #isInside(): boolean {
    return this.#depth > this.#base;
  }

  #hold(piece: Buffer): void {
    this.#heldLength += piece.length;
    if (this.#heldLength > LINE_LIMIT) this.#held = [];
    else this.#held.push(Buffer.from(piece));
  }

  #drop(): void {
    this.#held = [];
    this.#heldLength = 0;
  }

  #take(last: Buffer): RecordText {
    const isLong = this.#heldLength + last.length > LINE_LIMIT;
    const bytes = this.#held.length === 0 ? last : Buffer.concat([...this.#held, last]);
    this.#drop();
    if (isLong) return { unreadable: "a record longer than 16 MiB" };
    return isUtf8(bytes) ? { text: bytes.toString("utf8") } : { unreadable: "a record that is not UTF-8 text" };
  }
}
