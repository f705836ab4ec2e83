import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { CaseStream } from "../../src/cli/case-stream.ts";
import { LINE_LIMIT } from "../../src/cli/lines.ts";
import { CASE, DENIED, line } from "./samples.ts";

type Line = { id?: unknown; outcome?: string; invalid?: readonly { code: string; at: { line?: number } }[] };

async function run(chunks: Iterable<string | Buffer>) {
  const stream = new CaseStream({ trace: false });
  const written: string[] = [];
  const bytes = Readable.from([...chunks].map((chunk) => Buffer.from(chunk)));
  await stream.run(bytes, "stdin", async (text) => void written.push(text));
  return {
    tally: stream.tally,
    answers: written
      .join("")
      .split("\n")
      .filter(Boolean)
      .map((text) => JSON.parse(text) as Line),
  };
}

describe("CaseStream", () => {
  test("one line out per line in, also without a last line end and with CR LF", async () => {
    const { answers, tally } = await run([line(CASE), `${JSON.stringify(DENIED)}\r\n`, JSON.stringify(CASE)]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(["allowed", "implicitDeny", "allowed"]);
    expect(tally).toEqual({ lines: 3, invalid: 0, outcomes: { allowed: 2, explicitDeny: 0, implicitDeny: 1, undetermined: 0 } });
  });

  test("lines that are no case keep their place", async () => {
    const long = Buffer.alloc(LINE_LIMIT + 1, 0x20);
    const { answers, tally } = await run([line(CASE), "\n", " \r\n", Buffer.from([0xff, 0x0a]), "{\n", long, "\n", "[]\n", line(CASE)]);
    expect(answers.map(({ outcome, invalid }) => outcome ?? invalid?.[0]?.code)).toEqual([
      "allowed",
      "KW010",
      "KW010",
      "KW002",
      "KW100",
      "KW002",
      "KW104",
      "allowed",
    ]);
    expect(answers.flatMap(({ invalid }, i) => (invalid ? [[i + 1, invalid[0]?.at.line]] : []))).toEqual(
      [2, 3, 4, 5, 6, 7].map((number) => [number, number]),
    );
    expect(tally.invalid).toBe(6);
  });

  test("answers are there before the next line is sent", async () => {
    const input = new PassThrough();
    const heard: string[] = [];
    const waiting: (() => void)[] = [];
    const running = new CaseStream({ trace: false }).run(input, "stdin", async (text) => {
      heard.push(text);
      waiting.shift()?.();
    });
    for (const theCase of [CASE, DENIED, CASE]) {
      const answered = new Promise<void>((resolve) => void waiting.push(resolve));
      input.write(line(theCase));
      await answered;
    }
    input.end();
    await running;
    expect(heard).toHaveLength(3);
  });

  test("nothing is read on while the output does not take what there is", async () => {
    let pulled = 0;
    async function* source() {
      for (let i = 0; i < 100; i++) {
        pulled++;
        yield Buffer.from(line(CASE));
      }
    }
    const waiting: (() => void)[] = [];
    const input = Readable.from(source(), { highWaterMark: 1 });
    const running = new CaseStream({ trace: false }).run(input, "stdin", () => new Promise((resolve) => void waiting.push(resolve)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pulled).toBeLessThan(5);
    input.destroy();
    for (const go of waiting) go();
    await expect(running).rejects.toThrow();
  });
});
