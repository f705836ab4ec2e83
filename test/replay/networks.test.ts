import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf } from "../../src/replay/atoms.ts";
import { ipv4In, Networks } from "../../src/replay/networks.ts";

const OPERANDS = [
  "10.0.0.0/8",
  "10.1.2.3",
  "203.0.113.7/25",
  "0.0.0.0/0",
  "255.255.255.255",
  "192.0.2.0/31",
  "2001:db8::/32",
  "no network",
];
const dotted = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join("."));
const near = fc.constantFrom(
  "10.0.0.0",
  "9.255.255.255",
  "11.0.0.0",
  "10.1.2.3",
  "10.1.2.4",
  "203.0.113.0",
  "203.0.113.127",
  "203.0.113.128",
);
const ends = fc.constantFrom("0.0.0.0", "255.255.255.255", "255.255.255.254", "192.0.2.1", "192.0.2.2");

test("addresses of a stretch are seen as each of them is", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...OPERANDS), { minLength: 1, maxLength: 4 }),
      fc.oneof(dotted, near, ends),
      (operands, address) => {
        const atoms = operands.map((operand) => ({ base: "IpAddress", operands: [operand] }) as const);
        const seen = (text: string) => atoms.map((atom) => codeOf(atom)(text)).join("");
        expect(new Networks(atoms, seen).of(ipv4In(address) ?? -1)).toBe(seen(address));
      },
    ),
  );
});

test("of an IPv4 address each number is read, and nothing else is one", () => {
  expect(ipv4In("203.0.113.7")).toBe(0xcb007107);
  expect(ipv4In("0.0.0.0")).toBe(0);
  expect(ipv4In("255.255.255.255")).toBe(2 ** 32 - 1);
  for (const text of [
    "",
    "1.2.3",
    "1.2.3.4.5",
    "1.2.3.",
    ".1.2.3",
    "1..2.3",
    "256.0.0.1",
    "01.2.3.4",
    "1.2.3.4 ",
    "1.2.3.x",
    "::1",
    "1.2.3.0000",
  ])
    expect(ipv4In(text), text).toBeUndefined();
});
