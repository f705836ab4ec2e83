import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestAddress } from "../../src/iam/addresses.ts";
import { ipClasses } from "../../src/sets/ip-classes.ts";
import { contains, type IpRange, parseIpRange } from "../../src/sets/ip-ranges.ts";

const range = (text: string): IpRange => parseIpRange(text)!;

const byte = fc.constantFrom(0, 1, 10, 127, 128, 255);
const four = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join("."));
const group = fc.constantFrom("0", "1", "2001", "db8", "ffff", "8000");
const six = fc.tuple(...new Array(8).fill(group)).map((groups) => groups.join(":"));
const mapped = four.map((text) => `::ffff:${text}`);

const ranges: fc.Arbitrary<readonly IpRange[]> = fc.array(
  fc.oneof(
    fc.tuple(four, fc.constantFrom(0, 1, 8, 9, 24, 31, 32)).map((parts) => range(parts.join("/"))),
    fc.tuple(six, fc.constantFrom(0, 1, 16, 32, 64, 127, 128)).map((parts) => range(parts.join("/"))),
    fc.constantFrom(range("::ffff:0:0/96"), range("::ffff:10.0.0.0/104"), range("::/80")),
  ),
  { maxLength: 3 },
);

const isIn = (set: readonly IpRange[], address: IpRange): boolean => set.some((each) => contains(each, address));
const signature = (sets: readonly (readonly IpRange[])[], address: IpRange): string =>
  sets.flatMap((set, i) => (isIn(set, address) ? [i] : [])).join();

/** Ends of ranges, and what is beside them, are where mistakes are. */
const nearby = (all: readonly IpRange[]): fc.Arbitrary<string> =>
  fc.oneof(four, six, mapped, ...all.map(({ bytes, family }) => flipped(bytes).map((some) => textOf(some, family))));

const flipped = (bytes: readonly number[]): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(fc.nat(bytes.length - 1), fc.nat(7))
    .map(([at, bit]) => bytes.map((each, i) => (i === at ? each ^ (1 << bit) : i > at ? 255 : each)));

function textOf(bytes: readonly number[], family: IpRange["family"]): string {
  if (family === "ipv4") return bytes.join(".");
  return Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16)).join(":");
}

describe("classes of addresses", () => {
  it("partition the domain: each witness is in its class, and each address in one", () => {
    const cases = fc
      .tuple(fc.array(ranges, { maxLength: 4 }), fc.option(ranges, { nil: undefined }))
      .chain(([sets, domain]) =>
        fc.tuple(
          fc.constant(sets),
          fc.constant(domain),
          fc.array(nearby([...sets.flat(), ...(domain ?? [])]), { minLength: 10, maxLength: 10 }),
        ),
      );
    fc.assert(
      fc.property(cases, ([sets, domain, texts]) => {
        const within = domain ?? [range("0.0.0.0/0"), range("::/0")];
        const classes = ipClasses(sets, { ...(domain && { domain }) });
        const known = classes.map(({ bits }) => bits.members().join());
        expect(new Set(known).size).toBe(known.length);
        for (const { bits, witness } of classes) {
          const address = requestAddress(witness)!;
          expect(textOf(address.bytes, address.family), "is what it says, not the mapped form of another").toBe(
            textOf(range(witness).bytes, range(witness).family),
          );
          expect(isIn(within, address), witness).toBe(true);
          expect(signature(sets, address), witness).toBe(bits.members().join());
        }
        const addresses = texts.map((text) => requestAddress(text) ?? requestAddress("10.0.0.1")!);
        expect(addresses.filter((address) => isIn(within, address) && !known.includes(signature(sets, address)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, readonly (readonly string[])[], readonly (readonly [string, string])[]]>([
    ["nothing asked", [], [["", "198.51.100.1"]]],
    ["one network", [["203.0.113.0/24"]], [["", "198.51.100.1"], ["0", "203.0.113.1"]]],
    ["one inside another", [["10.0.0.0/8"], ["10.1.0.0/16"]], [["", "198.51.100.1"], ["0", "10.0.0.1"], ["0,1", "10.1.0.1"]]],
    ["one address", [["10.0.0.7"]], [["", "198.51.100.1"], ["0", "10.0.0.7"]]],
    ["both families", [["0.0.0.0/0"], ["::/0"], ["2001:db8::/32"]], [["0", "198.51.100.1"], ["1,2", "2001:db8::1"], ["1", "::1"]]],
    ["halves that make a whole", [["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/0"]], [["0,1", "198.51.100.1"], ["", "2001:db8::1"]]],
    ["what no request comes from", [["::ffff:0:0/96"], ["::/0"]], [["", "198.51.100.1"], ["1", "2001:db8::1"]]],
    ["the last address of all", [["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], ["255.255.255.255"]], [["", "198.51.100.1"], ["1", "255.255.255.255"], ["0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"]]],
  ])("%s", (_, sets, expected) => {
    const classes = ipClasses(sets.map((texts) => texts.map(range)));
    expect(classes.map(({ bits, witness }) => [bits.members().join(), witness])).toEqual(expected);
  }); // biome-ignore format: a table reads as a table

  it("of IPv6 begin again behind those that stand for IPv4", () => {
    const before = Array.from({ length: 16 }, (_, i) => range(`::${(i === 0 ? 0 : 0x10000 - (0x10000 >> i)).toString(16)}:0:0/${81 + i}`));
    const classes = ipClasses([[range("::/79")], [range("::ffff:0:0/97")], before], { domain: [range("::/79")] });
    expect(classes.map(({ bits, witness }) => [bits.members().join(), witness])).toEqual([
      ["0,2", "::1"],
      ["0", "::1:0:0:1"],
    ]);
  });

  it("take addresses that people know, and of IPv6 the form of RFC 5952", () => {
    const hints = ["nonsense", "::ffff:10.2.3.4", "10.9.9.9", "2001:DB8:0:0:1:0:0:1"];
    const classes = ipClasses([[range("10.0.0.0/8")], [range("::/0")]], { hints });
    expect(classes.map(({ witness }) => witness)).toEqual(["10.2.3.4", "2001:db8::1:0:0:1", "198.51.100.1"]);
    expect(ipClasses([], { domain: [] })).toEqual([]);
  });
});
