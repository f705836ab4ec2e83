import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyMember } from "../../src/kms/member.ts";
import { faultsOf } from "../../src/kms/member-faults.ts";
import { memberReader, REFUSED } from "../../src/kms/member-reader.ts";
import { OPERATIONS, operationRow } from "../../src/kms/operations/index.ts";
import { inputReader, readCopy } from "../../src/kms/validation.ts";
import { membersOf, zodOf } from "./zod-of.ts";

/** Values at the edges of what members take, and of other types. */
const LENGTHS = [0, 1, 6, 7, 20, 32, 64, 65, 128, 129, 256, 257, 1024, 1025, 2048, 2049, 4096, 4097, 6144, 6145, 8192, 8193];
const POOL: readonly unknown[] = [
  ...LENGTHS.map((length) => "\u{1f511}".repeat(length >> 1)), // characters of two units
  ...LENGTHS.map((length) => "\u{1f511}".repeat(length)),
  Object.create({ a: "b" }),
  Object.create({ a: 1 }),
  ...LENGTHS.map((length) => "a".repeat(length)),
  ...LENGTHS.slice(0, 12).map((length) => "0".repeat(length)),
  ...LENGTHS.map((length) => new Uint8Array(length)),
  new Uint8Array(262_144),
  Buffer.from("abc"),
  new DataView(new ArrayBuffer(4)),
  ...["alias/a", "alias/ä", "a b", "{}", "\n", "\u0000", "us-east-1", "cks-1234567890abcdef0", "https://proxy.example.com", "/kms/xks/v1"],
  ...[-1, 0, 1, 7, 30, 90, 365, 366, 1000, 1001, 1024, 1025, 2560, 2561, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1n],
  ...[true, false, undefined, null, new Date(0), new Date(Number.NaN), Symbol("s"), () => 1, /a/],
  ...[{}, { a: "b" }, { a: 1 }, { a: null }, { a: undefined }, Object.create(null)],
  ...[JSON.parse('{"__proto__": "a"}'), new Map([["a", "b"]])],
  ...[
    [],
    ["a"],
    [""],
    [1],
    [undefined],
    new Array(2),
    ["a", "a"],
    Array.from({ length: 11 }, () => "a"),
    Array.from({ length: 10 }, () => "a"),
  ],
  ...[
    [{ TagKey: "a", TagValue: "b" }],
    [{ TagKey: "a", TagValue: "b", more: 1 }],
    [{ TagKey: "", TagValue: "b" }],
    [{ TagKey: "a" }],
    [null],
  ],
  { KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_256", AttestationDocument: new Uint8Array(9) },
  { KeyEncryptionAlgorithm: undefined, AttestationDocument: new Uint8Array(0) },
  { KeyEncryptionAlgorithm: "RSA" },
  { EncryptionContextSubset: { a: "b" }, SourceArn: "arn" },
  { EncryptionContextEquals: { a: 1 } },
  { AccessKeyId: "ABCDEFGHIJKLMNOPQRST", RawSecretAccessKey: "a".repeat(43) },
];

/** The names that some member lists. */
function namesIn({ shape }: AnyMember): readonly string[] {
  if (shape.type === "name") return shape.names;
  return shape.type === "list" ? namesIn(shape.item) : [];
}

/** Pairs and structures are plain objects: of others a plain copy is read. */
const isOdd = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ![Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value));
const isOddFor = (value: unknown, { shape }: AnyMember): boolean => (shape.type === "pairs" || shape.type === "structure") && isOdd(value);

const valuesFor = (member: AnyMember): readonly unknown[] => {
  const names = namesIn(member);
  return [...POOL, ...names, ...names.map((name) => name.toLowerCase()), ...names.map((name) => [name]), names];
};

/** Mostly right, some edge of it wrong. */
function inputOf(members: Readonly<Record<string, AnyMember>>): fc.Arbitrary<object> {
  const given = Object.entries(members).map(([name, member]): [string, fc.Arbitrary<unknown>] => {
    const [values, schema] = [valuesFor(member), zodOf(member)];
    const right = values.filter((value) => schema.safeParse(value).success);
    return [name, fc.oneof({ weight: 24, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...values) })];
  });
  return fc.tuple(fc.record(Object.fromEntries(given)), fc.constantFrom({}, {}, { Other: 1 })).map(([one, more]) => ({ ...one, ...more }));
}

describe.each(Object.keys(OPERATIONS))("%s", (name) => {
  const { input } = operationRow(name)!;
  const members = membersOf(input);

  it("reads each member as zod would, and finds a fault in what it refuses", () => {
    for (const [at, member] of Object.entries(members)) {
      const [read, schema] = [memberReader(member), zodOf(member)];
      for (const value of valuesFor(member)) {
        if (isOddFor(value, member)) continue;
        const about = `${at}: ${String(value?.toString?.().slice(0, 40))}`;
        const [told, parsed] = [read(value), schema.safeParse(value)];
        expect(told !== REFUSED, about).toBe(parsed.success);
        if (parsed.success && member.shape.type !== "pairs") expect(told, about).toEqual(parsed.data);
        expect(faultsOf(member, value).length === 0, about).toBe(parsed.success);
      }
    }
  });

  it("reads requests as zod would, and as a copy of them", () => {
    const [read, schema] = [inputReader(input), zodOf(input)];
    let right = 0;
    fc.assert(
      fc.property(inputOf(members), (given) => {
        const told = read(given);
        expect(told).toEqual(readCopy(input, given));
        if (told.ok) right++;
        if (Object.values(given).some((value) => value === null || isOdd(value))) return;
        expect(told.ok).toBe(schema.safeParse(given).success);
      }),
      { numRuns: 40 },
    );
    expect(right).toBeGreaterThan(3);
  });
});

it("gives lists and structures of its own", () => {
  const read = memberReader(operationRow("CreateKey")!.input);
  const given = { Tags: [{ TagKey: "a", TagValue: "b" }] };
  const told = read(given) as typeof given;
  expect(told).toMatchObject(given);
  expect(told.Tags).not.toBe(given.Tags);
  expect(told.Tags[0]).not.toBe(given.Tags[0]);
});

describe("a request that changes while it is looked at", () => {
  const { input } = operationRow("Encrypt")!;
  const members = { KeyId: "a", Plaintext: new Uint8Array(1) };
  const readers = [
    ["as it is", (given: object) => inputReader(input)(given)],
    ["as a copy", (given: object) => readCopy(input, given)],
  ] as const;

  it.each(readers)("is read once, %s, and never again", (_, read) => {
    let looks = 0;
    const EncryptionContext = {
      get tenant() {
        looks++;
        return looks === 1 ? "a" : 5;
      },
    };
    const told = read({ ...members, EncryptionContext });
    expect(told).toMatchObject({ ok: true, value: { EncryptionContext: { tenant: "a" } } });
    expect(told).toMatchObject({ ok: true, value: { EncryptionContext: { tenant: "a" } } });
    expect(looks).toBe(1);
  });

  it.each(readers)("keeps its pairs as they were, %s, also `__proto__`", (_, read) => {
    const EncryptionContext = JSON.parse('{"tenant": "a", "__proto__": "b", "1": "c"}') as Record<string, string>;
    const told = read({ ...members, EncryptionContext });
    EncryptionContext.tenant = "changed";
    const pairs = (told as { value: typeof members & { EncryptionContext: object } }).value.EncryptionContext;
    expect(Object.entries(pairs)).toEqual([
      ["1", "c"],
      ["tenant", "a"],
      ["__proto__", "b"],
    ]);
  });

  it.each(readers)("has its own members only, %s", (_, read) => {
    const error = { name: "ValidationException", message: expect.stringContaining("Value null at 'keyId'") };
    expect(read(Object.create(members))).toMatchObject({ ok: false, error });
    const inherited = read({ ...members, EncryptionContext: Object.create({ tenant: "a" }) });
    expect(Object.keys((inherited as { value: { EncryptionContext: object } }).value.EncryptionContext)).toEqual([]);
  });
});

it.each([undefined, null, "text", 5, [], () => 1, Symbol("s")])("refuses what is no request: %o", (given) => {
  expect(memberReader(operationRow("ListKeys")!.input)(given)).toBe(REFUSED);
});
