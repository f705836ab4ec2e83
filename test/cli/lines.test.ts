import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Line, Lines } from "../../src/cli/lines.ts";

const cut = (chunks: readonly (string | Buffer)[], limit?: number): readonly Line[] => {
  const lines = new Lines(limit);
  const all = chunks.flatMap((chunk) => [...lines.push(Buffer.from(chunk))]);
  const last = lines.end();
  return last === undefined ? all : [...all, last];
};
const texts = (lines: readonly Line[]) => lines.map((line) => ("text" in line ? line.text : `(${line.unreadable})`));

describe("Lines", () => {
  test("however a text is cut into chunks, its lines are the same", () => {
    const character = fc.constantFrom("a", "\n", "ä", "🔑", "\r");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const bytes = Buffer.from(text);
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, i) => bytes.subarray(at[i], end));
        const expected = text.endsWith("\n") || text === "" ? text.split("\n").slice(0, -1) : text.split("\n");
        expect(texts(cut(chunks))).toEqual(expected);
      }),
    );
  });

  test("a line comes as soon as it ends, not at the end of the input", () => {
    const lines = new Lines();
    expect(texts([...lines.push(Buffer.from("a\nb"))])).toEqual(["a"]);
    expect(texts([...lines.push(Buffer.from("c\n"))])).toEqual(["bc"]);
    expect(lines.end()).toBeUndefined();
  });

  test("a line over the limit is told and dropped, the next one is whole again", () => {
    expect(texts(cut(["aaaaaa\nbb\n", "cc", "ccc", "c\ndddd"], 4))).toEqual(["(too long)", "bb", "(too long)", "dddd"]);
  });

  test("broken UTF-8 is told, and costs its own line only", () => {
    expect(texts(cut([Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x0a])]))).toEqual(["(not UTF-8)", "b"]);
  });
});
