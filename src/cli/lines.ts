import { isUtf8 } from "node:buffer";

/** A longer line is not kept: no case comes near, and a stream without line ends must not fill the memory. */
export const LINE_LIMIT = 16 * 1024 * 1024;

export type Line = { readonly text: string } | { readonly unreadable: "too long" | "not UTF-8" };

const LF = 0x0a;

/** Cuts a stream of bytes into lines. Holds at most one line, of at most the limit. */
export class Lines {
  readonly #limit: number;
  #pieces: Buffer[] = []; // of the line that has not ended
  #length = 0;

  constructor(limit = LINE_LIMIT) {
    this.#limit = limit;
  }

  /** The lines that end in this chunk, without their ends. */
  *push(chunk: Buffer): Generator<Line> {
    let from = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      if (this.#length === 0) yield this.#lineOf(chunk.subarray(from, end));
      else {
        this.#hold(chunk.subarray(from, end));
        yield this.#take();
      }
      from = end + 1;
    }
    if (from < chunk.length) this.#hold(chunk.subarray(from));
  }

  /** What is left behind the last line end; undefined for nothing. */
  end(): Line | undefined {
    return this.#length === 0 ? undefined : this.#take();
  }

  #hold(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #take(): Line {
    const line: Line = this.#length > this.#limit ? { unreadable: "too long" } : this.#lineOf(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
    return line;
  }

  #lineOf(bytes: Buffer): Line {
    if (bytes.length > this.#limit) return { unreadable: "too long" };
    return isUtf8(bytes) ? { text: bytes.toString("utf8") } : { unreadable: "not UTF-8" };
  }
}
