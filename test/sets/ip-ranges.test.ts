import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, hasHostBits, type IpRange, mappedIpv4, parseIp, parseIpRange } from "../../src/sets/ip-ranges.ts";

const binary = (value: number, length: number): string => value.toString(2).padStart(length, "0");

/** The bits of an address, written out. */
const bits4 = (bytes: readonly number[]): string => bytes.map((byte) => binary(byte, 8)).join("");
const bits6 = (groups: readonly number[]): string => groups.map((group) => binary(group, 16)).join("");
const bitsOf = ({ bytes }: IpRange): string => bytes.map((byte) => binary(byte, 8)).join("");

const bytes4 = fc.array(fc.constantFrom(0, 1, 10, 127, 128, 254, 255), { minLength: 4, maxLength: 4 });
const groups6 = fc.array(fc.constantFrom(0, 0, 0, 1, 0xdb8, 0x2001, 0x8000, 0xffff), { minLength: 8, maxLength: 8 });

/** Any of the text forms of RFC 4291, 2.2. */
const text6 = (groups: readonly number[]): fc.Arbitrary<string> => {
  const word = (group: number) =>
    fc.record({ pad: fc.boolean(), upper: fc.boolean() }).map(({ pad, upper }) => {
      const hex = pad ? group.toString(16).padStart(4, "0") : group.toString(16);
      return upper ? hex.toUpperCase() : hex;
    });
  const zeros = groups.flatMap((group, i) => (group === 0 ? [i] : []));
  const runs = zeros.flatMap((from) =>
    zeros.filter((to) => to >= from && groups.slice(from, to + 1).every((group) => group === 0)).map((to) => [from, to] as const),
  );
  return fc
    .record({
      words: fc.tuple(...groups.map(word)),
      run: runs.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...runs), { nil: undefined }),
      dotted: fc.boolean(),
    })
    .map(({ words, run, dotted }) => {
      const [from, to] = run ?? [8, 7];
      const tail = (ending: readonly string[], last: number) =>
        (dotted && last === 8 && ending.length >= 2 ? [...ending.slice(0, -2), dottedOf(groups)] : ending).join(":");
      if (run === undefined) return tail(words, 8);
      return `${words.slice(0, from).join(":")}::${tail(words.slice(to + 1), 8)}`;
    });
};

const dottedOf = (groups: readonly number[]): string =>
  groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");

describe("addresses", () => {
  it("of four numbers have their bits", () => {
    fc.assert(
      fc.property(bytes4, (bytes) => {
        const address = parseIp(bytes.join("."));
        expect(address).toMatchObject({ family: "ipv4", bits: 32 });
        expect(address && bitsOf(address)).toBe(bits4(bytes));
      }),
    );
  });

  it("of eight groups have theirs in every text form", () => {
    const both = groups6.chain((groups) => text6(groups).map((text) => ({ groups, text })));
    fc.assert(
      fc.property(both, ({ groups, text }) => {
        const address = parseIp(text);
        expect(address, text).toMatchObject({ family: "ipv6", bits: 128 });
        expect(address && bitsOf(address), text).toBe(bits6(groups));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    "", " ", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-1", "1.2.3.+4", "01.2.3.256", "0x1.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4\n", "1..3.4", "1.2.3.", "16909060",
    "localhost", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1%eth0", "fe80::1%1", "::1.2.3", "::1.2.3.256", "1.2.3.4::", "[::1]", "::1/128", "1.2.3.4/32",
    "1:2:3:4:5:6:7:1.2.3.4", "::ffff:1.2.3.4:5", "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7", "*",
  ])("%j is none", (text) => expect(parseIp(text)).toBeUndefined()); // biome-ignore format: a list of texts

  it.each([
    ["::13.184.0.0", "::db8:0"],
    ["::1.2.3.4", "::102:304"],
    ["::ffff:1.2.3.4", "::ffff:102:304"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
  ])("%s is %s", (dotted, plain) => expect(parseIp(dotted)).toEqual(parseIp(plain)));

  // recorded of AWS: no number is octal
  it.each([
    ["010.000.0192.007", "10.0.192.7"],
    ["::ffff:1.02.3.004", "::ffff:1.2.3.4"],
  ])("%s is %s", (zeros, plain) => expect(parseIp(zeros)).toEqual(parseIp(plain)));

  it("are not looked for in a long text", () => {
    expect(parseIp(`${"0".repeat(1_000_000)}::1`)).toBeUndefined();
    expect(parseIp(`${"1.".repeat(500_000)}1`)).toBeUndefined();
  });

  it("stay what they are when very many are asked for", () => {
    const texts = Array.from({ length: 5_000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
    for (const text of [...texts, ...texts.slice(0, 100)]) expect(parseIp(text)?.bytes.join(".")).toBe(text);
  });
});

describe("ranges", () => {
  it.each([
    ["203.0.113.0/24", { family: "ipv4", bytes: [203, 0, 113, 0], bits: 24 }],
    ["203.000.113.0/+024", { family: "ipv4", bytes: [203, 0, 113, 0], bits: 24 }],
    ["203.0.113.7", { family: "ipv4", bytes: [203, 0, 113, 7], bits: 32 }], // IAM User Guide: without a prefix it is /32
    ["0.0.0.0/0", { family: "ipv4", bytes: [0, 0, 0, 0], bits: 0 }],
    ["::/0", { family: "ipv6", bytes: new Array(16).fill(0), bits: 0 }],
    ["2001:db8::/32", { family: "ipv6", bytes: [0x20, 0x01, 0x0d, 0xb8, ...new Array(12).fill(0)], bits: 32 }],
    ["::1", { family: "ipv6", bytes: [...new Array(15).fill(0), 1], bits: 128 }],
  ])("%s", (text, expected) => expect(parseIpRange(text)).toEqual(expected));

  it.each([
    "",
    "/24",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/++8",
    "10.0.0.0/8.0",
    "10.0.0.0/8/8",
    "10.0.0.0/ 8",
    "10.0.0.0/255.0.0.0",
    "10.0.0.0/1e1",
    "10.0.0/8",
    "::/129",
    "::/0x8",
    "10.0.0.*",
    "*",
  ])("%j is none", (text) => expect(parseIpRange(text)).toBeUndefined());

  /** Networks and addresses that share most of their bits. */
  const near4 = fc.record({
    bytes: bytes4,
    length: fc.integer({ min: 0, max: 32 }),
    flips: fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 2 }),
  });
  const near6 = fc.record({
    groups: groups6,
    length: fc.integer({ min: 0, max: 128 }),
    flips: fc.array(fc.integer({ min: 0, max: 127 }), { maxLength: 2 }),
  });

  it("of IPv4 hold the addresses whose first bits are theirs", () => {
    fc.assert(
      fc.property(near4, ({ bytes, length, flips }) => {
        const other = bytes.map((byte, i) => flips.reduce((value, flip) => (flip >> 3 === i ? value ^ (128 >> (flip & 7)) : value), byte));
        const expected = bits4(bytes).slice(0, length) === bits4(other).slice(0, length);
        expect(holdsText(`${bytes.join(".")}/${length}`, other.join("."))).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("of IPv6 hold the addresses whose first bits are theirs", () => {
    fc.assert(
      fc.property(near6, ({ groups, length, flips }) => {
        const other = groups.map((group, i) =>
          flips.reduce((value, flip) => (flip >> 4 === i ? value ^ (0x8000 >> (flip & 15)) : value), group),
        );
        const hex = (all: readonly number[]) => all.map((group) => group.toString(16)).join(":");
        const expected = bits6(groups).slice(0, length) === bits6(other).slice(0, length);
        expect(holdsText(`${hex(groups)}/${length}`, hex(other))).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("hold the ranges that begin with their bits and are no wider", () => {
    fc.assert(
      fc.property(near4, fc.integer({ min: 0, max: 32 }), ({ bytes, length }, inner) => {
        expect(holdsText(`${bytes.join(".")}/${length}`, `${bytes.join(".")}/${inner}`)).toBe(inner >= length);
      }),
    );
  });

  it.each([
    ["0.0.0.0/0", "::1"],
    ["::/0", "1.2.3.4"],
    ["::ffff:0:0/96", "1.2.3.4"], // an IPv4 address in IPv6 clothes is no IPv4 address: the docs are silent
    ["1.2.3.4", "::ffff:1.2.3.4"],
  ])("%s does not hold %s, of the other family", (range, address) => expect(holdsText(range, address)).toBe(false));

  function holdsText(range: string, inner: string): boolean {
    const [outer, contained] = [parseIpRange(range), parseIpRange(inner)];
    if (outer === undefined || contained === undefined) throw new Error(`${range} or ${inner} is no range`);
    return contains(outer, contained);
  }
});

describe("host bits", () => {
  it.each([
    ["10.0.0.0/8", false],
    ["10.0.0.1/8", true],
    ["10.128.0.0/9", false],
    ["10.128.0.0/8", true],
    ["10.0.0.1", false],
    ["0.0.0.1/0", true],
    ["2001:db8::/32", false],
    ["2001:db8::5/127", true],
    ["2001:db8::4/127", false],
    ["::1/128", false],
  ])("%s: %s", (text, expected) => {
    const range = parseIpRange(text);
    expect(range && hasHostBits(range)).toBe(expected);
  });

  it("are none of a network's first address", () => {
    fc.assert(
      fc.property(bytes4, fc.integer({ min: 0, max: 32 }), (bytes, bits) => {
        const host = bits4(bytes).slice(bits);
        expect(hasHostBits({ family: "ipv4", bytes, bits })).toBe(host.includes("1"));
      }),
    );
  });
});

describe("IPv4 in IPv6", () => {
  it.each([
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::ffff:c000:201", "192.0.2.1"],
    ["0:0:0:0:0:FFFF:0:0", "0.0.0.0"],
    ["::192.0.2.1", undefined],
    ["::1:ffff:192.0.2.1", undefined],
    ["64:ff9b::192.0.2.1", undefined],
    ["192.0.2.1", undefined],
  ])("%s is %s", (text, expected) => {
    const address = parseIp(text);
    expect(address && mappedIpv4(address)).toEqual(expected === undefined ? undefined : parseIp(expected));
  });

  it("is an address, never a range", () => {
    const range = parseIpRange("::ffff:0:0/96");
    expect(range && mappedIpv4(range)).toBeUndefined();
  });
});
