import { expect, it } from "vitest";
import { isKeyId } from "../../src/catalog/key-id.ts";
import { hex, newGrantId, newKeyId, sibling, uuid, uuidSeries } from "../../src/kms/ids.ts";
import { randomBytes } from "../crypto/materials.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("makes version 4 UUIDs", () => {
  for (let i = 0; i < 100; i++) expect(uuid(randomBytes)).toMatch(UUID);
  expect(uuid((length) => new Uint8Array(length))).toBe("00000000-0000-4000-8000-000000000000");
});

it("counts on from a UUID, and begins anew at the end", () => {
  const next = uuidSeries((length) => new Uint8Array(length).fill(255));
  expect([next(), next()]).toEqual(["ffffffff-ffff-4fff-bfff-000000000000", "ffffffff-ffff-4fff-bfff-000000000001"]);
  const series = uuidSeries(randomBytes);
  const many = Array.from({ length: 100 }, series);
  expect(new Set(many).size).toBe(100);
  for (const one of many) expect(one).toMatch(UUID);
});

it("makes more UUIDs of one, that no series comes to", () => {
  const one = uuid(randomBytes);
  const many = [1, 2, 3].map((number) => sibling(one, number));
  expect(new Set([one, ...many]).size).toBe(4);
  for (const other of many) {
    expect(other).toMatch(UUID);
    expect(other.slice(0, 8)).not.toBe(one.slice(0, 8)); // which all of a series share
  }
  expect(sibling("ffffffff-ffff-4fff-bfff-000000000000", 1)).toBe("fffffffe-ffff-4fff-bfff-000000000000");
});

it("names keys and grants as AWS KMS does", () => {
  expect(newKeyId(false, randomBytes)).toMatch(UUID);
  expect(newKeyId(true, randomBytes)).toMatch(/^mrk-[0-9a-f]{32}$/);
  for (const multiRegion of [true, false]) expect(isKeyId(newKeyId(multiRegion, randomBytes))).toBe(true);
  expect(newGrantId(randomBytes)).toMatch(/^[0-9a-f]{64}$/);
  expect(hex(Uint8Array.of(0, 15, 255))).toBe("000fff");
});
