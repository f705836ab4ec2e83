const LONGEST = 4_000_000; // characters of a line: no call has as many

/** The lines of a stream, as its parts come. */
export class Lines {
  #rest = "";
  readonly #decoder = new TextDecoder();

  /** @throws {Error} for a line that does not end. */
  push(part: Uint8Array): readonly string[] {
    const lines = (this.#rest + this.#decoder.decode(part, { stream: true })).split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > LONGEST) throw new Error("a line that does not end");
    return lines.filter((line) => line !== "");
  }
}

/** How long to wait before a stream that was lost is asked for again, in milliseconds; `tries`: how often that failed in a row. */
export const pauseMs = (tries: number): number => Math.min(15_000, 500 * 2 ** Math.min(tries, 10));

/** The token that an address brings behind its #. */
export const tokenIn = (fragment: string): string | undefined => /^#token=(\S{1,512})$/.exec(fragment)?.[1];
