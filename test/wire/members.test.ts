import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as member from "../../src/kms/input.ts";
import { memberReader, REFUSED } from "../../src/kms/member-reader.ts";
import { OPERATIONS } from "../../src/kms/operations/index.ts";
import { fromWire, toWire } from "../../src/wire/members.ts";
import { FIXTURES } from "../fixtures.ts";

type Model = {
  readonly operations: readonly { readonly name: string; readonly request: Readonly<Record<string, { readonly type: string }>> }[];
};
const model = JSON.parse(readFileSync(join(FIXTURES, "aws/kms-operations.json"), "utf8")) as Model;

const written = {
  blob: "YWI=",
  timestamp: 1.5,
  string: "YWI=",
  integer: 12,
  boolean: true,
  "map<string,string>": { a: "YWI=" },
  "list<string>": ["YWI="],
};
const read = { ...written, blob: Uint8Array.of(97, 98), timestamp: new Date(1500) };

describe("a request", () => {
  it.each(Object.entries(OPERATIONS))("of %s has bytes and times where the service's model has them", (name, row) => {
    const { request } = model.operations.find((operation) => operation.name === name)!;
    const told = Object.entries(request).filter(([, { type }]) => Object.hasOwn(written, type));
    const as = (values: Readonly<Record<string, unknown>>) => Object.fromEntries(told.map(([member, { type }]) => [member, values[type]]));
    expect(fromWire(row.input, as(written))).toEqual(as(read));
  });

  const schema = member.request({
    Bytes: member.blob(1, 4).optional(),
    Time: member.timestamp().optional(),
    Pairs: member.encryptionContext(),
    Word: member.text(1, 9).default("word"),
    Inner: member.request({ Bytes: member.blob(1, 4) }).optional(),
    List: member.listOf(member.request({ Time: member.timestamp() })).optional(),
  });

  it("is read at any depth", () => {
    const given = { Inner: { Bytes: "YQ==" }, List: [{ Time: 1795316400.25 }, { Time: 0 }] };
    expect(fromWire(schema, given)).toEqual({
      Inner: { Bytes: Uint8Array.of(97) },
      List: [{ Time: new Date(1795316400250) }, { Time: new Date(0) }],
    });
  });

  it("has numbers of an encryption context as text", () => {
    expect(fromWire(schema, { Pairs: { a: 1, b: 1.5, c: "x" } })).toEqual({ Pairs: { a: "1", b: "1.5", c: "x" } });
  });

  it("keeps a pair called __proto__", () => {
    const { Pairs } = fromWire(schema, JSON.parse('{"Pairs":{"__proto__":"x"},"__proto__":1}')) as { Pairs: object };
    expect(Object.entries(Pairs)).toEqual([["__proto__", "x"]]);
  });

  // biome-ignore format: a table reads as a table
  it.each([
    { Bytes: "no base64" }, { Bytes: 7 }, { Bytes: ["YQ=="] }, { Bytes: null }, { Time: "2026-11-22" }, { Time: true }, { Pairs: ["a"] }, { Pairs: { a: true } },
    { Pairs: { a: null } }, { Inner: "x" }, { Inner: [{ Bytes: "YQ==" }] }, { List: { Time: 1 } }, { List: ["x"] },
  ])("%j stays as it is, for the operation to refuse", (given) => {
    expect(fromWire(schema, given)).toEqual(given);
    expect(memberReader(schema)(given)).toBe(REFUSED);
  });

  it("passes on what is no structure, and members it does not know", () => {
    for (const given of [null, 1, "x", [{}], { Other: { deep: [1] } }, {}]) expect(fromWire(schema, given)).toEqual(given);
  });

  it("that is a time beyond all calendars is refused", () => {
    expect(memberReader(schema)(fromWire(schema, { Time: 1e300 }))).toBe(REFUSED);
  });
});

describe("a reply", () => {
  it("comes back as it was", () => {
    const schema = member.request({
      Bytes: member.blob(0, 99),
      Time: member.timestamp(),
      Pairs: member.encryptionContext(),
      Word: member.text(0, 99),
    });
    const reply = fc.record({
      Bytes: fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
      Time: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
      Pairs: fc.dictionary(fc.string(), fc.string()),
      Word: fc.string(),
    });
    fc.assert(
      fc.property(reply, (given) => {
        expect(fromWire(schema, JSON.parse(JSON.stringify(toWire(given))))).toEqual({ ...given, Pairs: { ...given.Pairs } });
      }),
      { numRuns: 200 },
    );
  });

  it("is written at any depth, without what is undefined", () => {
    const reply = {
      Grants: [{ CreationDate: new Date(1_718_567_315_250), Name: undefined }],
      Plaintext: Buffer.from("a"),
      Truncated: false,
      Count: 2,
    };
    expect(JSON.stringify(toWire(reply))).toBe(
      '{"Grants":[{"CreationDate":1718567315.25}],"Plaintext":"YQ==","Truncated":false,"Count":2}',
    );
  });
});
