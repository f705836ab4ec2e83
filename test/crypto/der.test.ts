import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OCTET_STRING, readDer, readOne, readUnsigned, SEQUENCE, writeDer } from "../../src/crypto/der.ts";
import { hex, toHex } from "./bytes.ts";

describe("DER", () => {
  it.each([
    ["a byte after the element (node:crypto trap 5)", "040161" + "00"],
    ["a length beyond the end", "040261"],
    ["the indefinite length", "308004000000"],
    ["a long form for a short length", "04810161"],
    ["a leading zero in the length", `04820080${"00".repeat(128)}`],
    ["two octets of length for 127", `0482007f${"00".repeat(127)}`],
    ["a tag of more than one byte", "1f0100"],
    ["no length at all", "04"],
    ["a length of lengths beyond the end", "0482ff"],
  ])("refuses %s", (_, bytes) => expect(readOne(OCTET_STRING, hex(bytes))).toBeUndefined());

  it("reads what it wrote, at every length of length", () => {
    for (const length of [0, 1, 127, 128, 255, 256, 4000]) {
      const content = new Uint8Array(length).fill(5);
      expect(readOne(OCTET_STRING, writeDer(OCTET_STRING, content))).toEqual(content);
    }
    expect(toHex(writeDer(SEQUENCE, hex("0401aa"), hex("0401bb")))).toBe("3006" + "0401aa" + "0401bb");
  });

  it.each([
    ["0200", undefined],
    ["020180", undefined], // negative
    ["02020001", undefined], // overlong
    ["040101", undefined],
    ["020100", 0n],
    ["02020080", 128n],
  ])("reads the INTEGER %s as %s", (bytes, expected) => expect(readUnsigned(readDer(hex(bytes))?.[0])).toBe(expected));

  it("never throws, and what it reads fills the input", () => {
    const spiteful = fc.array(fc.constantFrom(0, 1, 2, 4, 0x30, 0x7f, 0x80, 0x81, 0x82, 0xff), { maxLength: 12 });
    fc.assert(
      fc.property(spiteful, (bytes) => {
        const read = readDer(Uint8Array.from(bytes));
        if (read) expect(read.flatMap(({ whole }) => [...whole])).toEqual(bytes);
      }),
    );
  });
});
