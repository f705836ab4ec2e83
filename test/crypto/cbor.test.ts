import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCbor, writeCborArray, writeCborBytes } from "../../src/crypto/cbor.ts";
import { hex, toHex } from "./bytes.ts";
import { cbor } from "./enclave.ts";

describe("CBOR", () => {
  // RFC 8949, appendix A
  // biome-ignore format: a table reads as a table
  it.each([
    ["00",                         0],
    ["17",                         23],
    ["1818",                       24],
    ["1903e8",                     1000],
    ["1b000000e8d4a51000",         1_000_000_000_000],
    ["1b001fffffffffffff",         Number.MAX_SAFE_INTEGER],
    ["3903e7",                     -1000],
    ["f4",                         false],
    ["f5",                         true],
    ["f6",                         null],
    ["4401020304",                 hex("01020304")],
    ["62c3bc",                     "ü"],
    ["83010203",                   [1, 2, 3]],
    ["a26161016162820203",         new Map<string, unknown>([["a", 1], ["b", [2, 3]]])],
    ["a201020304",                 new Map([[1, 2], [3, 4]])],
    ["d28440a04040",               { tag: 18, tagged: [hex(""), new Map(), hex(""), hex("")] }],
    ["5f42010243030405ff",         hex("0102030405")],
    ["7f657374726561646d696e67ff", "streaming"],
    ["9f018202039f0405ffff",       [1, [2, 3], [4, 5]]],
    ["bf61610161629f0203ffff",     new Map<string, unknown>([["a", 1], ["b", [2, 3]]])],
    ["1800",                       0], // longer than needed
  ])("reads %s", (bytes, expected) => expect(readCbor(hex(bytes))).toEqual(expected));

  it.each([
    ["nothing", ""],
    ["a byte after the item", "0000"],
    ["an integer beyond 2^53", "1b0020000000000000"],
    ["a string longer than the input", "5affffffff00"],
    ["an array longer than the input", "9affffffff00"],
    ["a map longer than the input", "baffffffff0000"],
    ["half a pair", "a100"],
    ["half a pair before a break", "bf00ff"],
    ["a key twice", "a200000001"],
    ["a key twice, written in two ways", "a20000180001"],
    ["a key of bytes", "a1410000"],
    ["a floating point number", "f90000"],
    ["undefined", "f7"],
    ["a simple value of two bytes", "f814"],
    ["a reserved length", "1c"],
    ["a break alone", "ff"],
    ["a break in an array of known length", "82ff"],
    ["an integer of indefinite length", "1f"],
    ["a tag of indefinite length", "df00"],
    ["a chunk of another kind", "5f6100ff"],
    ["a chunk that is no string", "5f00ff"],
    ["chunks in chunks", "5f5f4100ffff"],
    ["a string without its end", "5f4100"],
    ["text that is not UTF-8", "61ff"],
    ["a head cut off", "19"],
  ])("refuses %s", (_, bytes) => expect(readCbor(hex(bytes))).toBeUndefined());

  it("goes 16 deep, however deep the input", () => {
    expect(readCbor(hex(`${"81".repeat(16)}00`))).toBeDefined();
    expect(readCbor(hex(`${"81".repeat(17)}00`))).toBeUndefined();
    for (const opening of ["81", "9f", "a100", "bf00", "d2", "5f"]) expect(readCbor(hex(opening.repeat(100_000)))).toBeUndefined();
  });

  it("takes input of any length and shape in its stride", () => {
    const length = 262_144;
    for (const [opening, filler] of [
      [0x5f, 0x40],
      [0x7f, 0x60],
      [0x9f, 0x00],
      [0x9f, 0x80],
      [0xbf, 0x00],
      [0x9f, 0x9f],
    ] as const) {
      const bytes = new Uint8Array(length).fill(filler);
      bytes[0] = opening;
      expect(readCbor(bytes)).toBeUndefined();
      bytes[length - 1] = 0xff;
      expect(readCbor(bytes) !== undefined).toBe(filler !== 0x9f && opening !== 0xbf);
    }
  });

  it("reads what an encoder wrote, and writes what it reads", () => {
    const key = fc.oneof(fc.integer(), fc.string());
    const { item } = fc.letrec((tie) => ({
      item: fc.oneof({ maxDepth: 4 }, fc.integer(), fc.string(), fc.constant(null), fc.uint8Array(), tie("list"), tie("map")),
      list: fc.array(tie("item"), { maxLength: 5 }),
      map: fc.array(fc.tuple(key, tie("item")), { maxLength: 5 }).map((pairs) => new Map(pairs)),
    }));
    fc.assert(
      fc.property(item, (value) => {
        expect(readCbor(Uint8Array.from(cbor(value)))).toEqual(value);
      }),
      { numRuns: 200 },
    );
    for (const length of [0, 23, 24, 255, 256, 65_535]) {
      const bytes = new Uint8Array(length).fill(length);
      expect(readCbor(writeCborArray(writeCborBytes(bytes), writeCborBytes(bytes)))).toEqual([bytes, bytes]);
    }
    expect(toHex(writeCborArray(writeCborBytes(hex("0102"))))).toBe("81420102");
  });

  it("never throws, and reads no item from a part of one", () => {
    const spiteful = fc.array(
      fc.oneof(fc.constantFrom(0x5f, 0x7f, 0x81, 0x9f, 0xa1, 0xbf, 0xd2, 0xff, 0x1b, 0x41, 0x61), fc.integer({ min: 0, max: 255 })),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(spiteful, (bytes) => {
        if (readCbor(Uint8Array.from(bytes)) === undefined) return;
        for (let length = 0; length < bytes.length; length++) expect(readCbor(Uint8Array.from(bytes.slice(0, length)))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
