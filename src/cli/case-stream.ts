import type { Readable } from "node:stream";
import type { Outcome } from "../authz/decision.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { plainAnswer, plainInvalid } from "../cases/answer-line.ts";
import type { CaseAnswer } from "../cases/case-document.ts";
import { type CasePlace, CaseReader } from "../cases/case-reader.ts";
import { LINE_LIMIT, type Line, Lines } from "./lines.ts";

/** What came of a stream. */
export type Tally = { readonly lines: number; readonly invalid: number; readonly outcomes: Readonly<Record<Outcome, number>> };

type StreamOptions = { readonly trace: boolean; readonly onProgress?: (lines: number) => void };

/**
 * Answers cases line by line: one answer line for each, in the same order, written as soon as the input pauses. Memory stays flat: nothing is read while
 * the output does not take what there is. A line that is no case is answered with what is wrong with it.
 */
export class CaseStream {
  readonly #reader = new CaseReader();
  readonly #outcomes = { allowed: 0, explicitDeny: 0, implicitDeny: 0, undetermined: 0 };
  readonly #options: StreamOptions;
  #lines = 0;
  #invalid = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
  }

  get tally(): Tally {
    return { lines: this.#lines, invalid: this.#invalid, outcomes: this.#outcomes };
  }

  /** `write` is done when the output has taken the text. */
  async run(input: Readable, file: string, write: (text: string) => Promise<void>): Promise<void> {
    const lines = new Lines();
    let number = 0;
    for await (const chunk of input) {
      let answers = "";
      for (const line of lines.push(chunk as Buffer)) answers += `${this.#answer(line, { file, line: ++number })}\n`;
      if (answers !== "") await write(answers);
      this.#options.onProgress?.(this.#lines);
    }
    const last = lines.end();
    if (last !== undefined) await write(`${this.#answer(last, { file, line: ++number })}\n`);
  }

  #answer(line: Line, at: Required<CasePlace>): string {
    this.#lines++;
    const read = this.#read(line, at);
    if ("answer" in read) {
      this.#outcomes[read.answer.outcome]++;
      return JSON.stringify(plainAnswer(read.id, read.answer, this.#options.trace));
    }
    this.#invalid++;
    return JSON.stringify(plainInvalid(read.id, read.invalid));
  }

  #read(line: Line, at: Required<CasePlace>): CaseAnswer {
    if ("unreadable" in line) return { invalid: [unreadable(line.unreadable, at)] };
    return /\S/.test(line.text) ? this.#reader.read(line.text, at) : { invalid: [empty(at)] };
  }
}

/** Said of an empty line, which is answered too, so that answers and lines can be laid side by side. */
const empty = (at: Required<CasePlace>): Diagnostic => ({
  code: "KW010",
  severity: "error",
  message: "the line is empty",
  at: { ...at, pointer: "" },
  help: "one case a line, and no empty lines between",
});

const unreadable = (why: "too long" | "not UTF-8", at: Required<CasePlace>): Diagnostic => ({
  code: "KW002",
  severity: "error",
  message: why === "too long" ? `the line is longer than ${LINE_LIMIT / 1024 / 1024} MiB` : "the line is not UTF-8 text",
  at: { ...at, pointer: "" },
});
