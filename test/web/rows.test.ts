import { describe, expect, test } from "vitest";
import { rowsOf, withRows, withTold } from "../../src/web/rows.ts";
import type { PageQuestion } from "../../src/web/state.ts";

const FULL: PageQuestion = {
  principal: {
    arn: "arn:aws:iam::111122223333:role/app",
    tags: { tenant: "t1" },
    orgId: "o-1",
    mfaAgeSeconds: 60,
    serviceLinkedRole: false,
  },
  action: "kms:Decrypt",
  resource: "orders",
  context: { "aws:SourceIp": "203.0.113.7", "aws:CalledVia": ["a", "b"] },
  encryptionContext: { tenant: "t1" },
  viaService: "s3.us-east-1.amazonaws.com",
  time: "2026-11-22T03:00:00Z",
  unknown: ["aws:SourceVpce"],
  grantTokens: ["token"],
};

describe("rows of a request", () => {
  test("say all of it, and make it again", () => {
    expect(withRows(FULL, rowsOf(FULL))).toEqual(FULL);
    expect(rowsOf(FULL).filter(({ kind }) => kind === "context")).toHaveLength(3);
  });

  test("without any, the request is who asks for what", () => {
    expect(withRows(FULL, [])).toEqual({ principal: "arn:aws:iam::111122223333:role/app", action: "kms:Decrypt", resource: "orders" });
  });

  test("names of condition keys ignore case: two rows are one key with two values", () => {
    const rows = ["a", "b"].map((value, i) => ({ kind: "context" as const, name: i === 0 ? "aws:CalledVia" : "AWS:calledvia", value }));
    expect(withRows(FULL, rows).context).toEqual({ "aws:CalledVia": ["a", "b"] });
  });

  test("what is no number stays as it was typed: the engine says so", () => {
    expect(withRows(FULL, [{ kind: "mfaAgeSeconds", name: "", value: "soon" }]).principal).toMatchObject({ mfaAgeSeconds: "soon" });
  });
});

// biome-ignore format: a table reads as a table
test.each([
  ["aws:SourceVpce", "vpce-1", { context: { ...FULL.context, "aws:SourceVpce": "vpce-1" } }],
  ["kms:EncryptionContext:purpose", "x", { encryptionContext: { tenant: "t1", purpose: "x" } }],
  ["kms:ViaService", "ec2.us-east-1.amazonaws.com", { viaService: "ec2.us-east-1.amazonaws.com" }],
  ["aws:CurrentTime", "2026-01-01T00:00:00Z", { time: "2026-01-01T00:00:00Z" }],
])("told, %s is where the request has it", (key, value, expected) => {
  const told = withTold(FULL, key, value);
  expect(told).toMatchObject(expected);
  expect(told.unknown ?? []).not.toContain(key);
});
