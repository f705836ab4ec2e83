import { expect, test } from "vitest";
import { Alike } from "../../src/replay/alike.ts";
import { RawShapes } from "../../src/replay/raw-shapes.ts";
import { Reads } from "../../src/replay/reads.ts";
import { recordedCall } from "../../src/replay/recorded-call.ts";
import { Shapes } from "../../src/replay/shapes.ts";
import { AFTER, madeRecord } from "../generators/trail.ts";
import { worldOf } from "../world/worlds.ts";

const world = worldOf(JSON.parse(AFTER));
const reads = new Reads([world]);
const alike = new Alike([world], reads);
const records = Array.from({ length: 1500 }, (_, i) => madeRecord(3, i));
const shapeOf = (record: unknown): string => {
  const read = recordedCall(record);
  return read.ok ? new Shapes(reads, alike).of(read.value) : read.error.why;
};

/** What a member of a record may be instead. */
const CHANGES: readonly ((record: Record<string, unknown>) => Record<string, unknown>)[] = [
  (record) => ({ ...record, eventTime: "2026-10-15T00:00:00Z" }),
  (record) => ({ ...record, eventTime: "2026-10-15T00:00:01Z" }),
  (record) => ({ ...record, eventTime: "2026-10-14T23:59:59Z" }),
  (record) => ({ ...record, eventTime: "2026-02-30T10:00:00Z" }),
  (record) => ({ ...record, eventTime: "2026-10-15T24:00:00Z" }),
  (record) => ({ ...record, eventTime: "Oct 15, 2026" }),
  (record) => ({ ...record, sourceIPAddress: "203.0.113.127", vpcEndpointId: undefined }),
  (record) => ({ ...record, sourceIPAddress: "203.0.113.128", vpcEndpointId: undefined }),
  (record) => ({ ...record, sourceIPAddress: "203.0.113.300", vpcEndpointId: undefined }),
  (record) => ({ ...record, vpcEndpointId: "vpce-00aabbccddeeff001" }),
  (record) => ({ ...record, vpcEndpointId: "" }),
  (record) => ({ ...record, resources: [{ ARN: "", arn: "arn:aws:kms:us-east-1:111122223333:key/00000000-12ab-34cd-56ef-1234567890ab" }] }),
  ...["00000000", "00000001", "99999999"].map((key) => (record: Record<string, unknown>) => ({
    ...record,
    errorCode: "AccessDenied",
    errorMessage: `User: x on resource: arn:aws:kms:us-east-1:111122223333:key/${key}-12ab-34cd-56ef-1234567890ab`,
    resources: [{ ARN: "arn:aws:kms:us-east-1:111122223333:alias/a" }],
  })),
  (record) => ({ ...record, userIdentity: { ...(record.userIdentity as object), principalId: "111122223333:x" } }),
  (record) => ({ ...record, userIdentity: { type: "AWSAccount", accountId: "444455556666", principalId: "AROAIOSFODNN7EXAMPLE1:s" } }),
  (record) => ({ ...record, userIdentity: { type: "Root", accountId: "111122223333", principalId: "111122223333" } }),
];

test("records of one text are calls of one shape, whatever stands in them", () => {
  const raw = new RawShapes(reads, alike);
  const known = new Map<string, string>();
  const all = records.flatMap((record, i) => [record, (CHANGES[i % CHANGES.length] ?? ((one) => one))(record)]);
  let again = 0;
  for (const record of all) {
    const text = raw.of(record);
    if (text === undefined) continue;
    const shape = shapeOf(record);
    if (known.has(text)) again++;
    expect(known.get(text) ?? shape, JSON.stringify(record)).toBe(shape);
    known.set(text, shape);
  }
  expect(again).toBeGreaterThan(known.size);
});

test("what is too long, or too much, has no text, and the next record has one again", () => {
  const raw = new RawShapes(reads, alike);
  const [record] = records;
  expect(raw.of({ ...record, eventName: "x".repeat(2000) })).toBeUndefined();
  expect(raw.of(record)).toBe(raw.of({ ...record, eventID: "another", requestID: "another" }));
});
