import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { entryOf, fitsFile, yamlOf } from "../../../src/mutation/witness/case.ts";

const question = { principal: "app", action: "kms:Decrypt", key: "orders" };

describe("a suggested case", () => {
  test("reads as one writes it", () => {
    const asked = { ...question, encryptionContext: { tenant: "t 1" }, context: { "aws:SourceIp": "203.0.113.7" }, viaService: "s3" };
    expect(yamlOf(entryOf({ question: asked, original: "explicitDeny", mutant: "allowed" }))).toBe(
      [
        '  - name: "app may not Decrypt orders with tenant = t 1, aws:SourceIp = 203.0.113.7 via s3"',
        "    principal: app",
        "    action: kms:Decrypt",
        "    key: orders",
        "    encryptionContext: { tenant: t 1 }",
        '    context: { aws:SourceIp: "203.0.113.7" }',
        "    viaService: s3",
        "    expect: deny",
      ].join("\n"),
    );
  });

  test("expects what is answered today", () => {
    const expected = (original: "allowed" | "explicitDeny" | "implicitDeny", mutant: "allowed" | "explicitDeny" | "implicitDeny") =>
      entryOf({ question, original, mutant }).expect;
    expect([expected("allowed", "implicitDeny"), expected("implicitDeny", "allowed"), expected("explicitDeny", "implicitDeny")]).toEqual([
      "allow",
      "deny",
      "explicit-deny",
    ]);
  });

  test("takes back what the defaults of its file would add, and is none where it cannot", () => {
    const defaults = { key: "orders", encryptionContext: { tenant: "a" }, unknown: ["aws:SourceIp"] };
    expect(entryOf({ question, original: "allowed", mutant: "implicitDeny" }, defaults)).toMatchObject({
      encryptionContext: {},
      unknown: [],
    });
    expect(fitsFile(question, defaults)).toBe(true);
    expect(fitsFile(question, { viaService: "s3" })).toBe(false);
    expect(fitsFile({ ...question, viaService: "ec2" }, { viaService: "s3" })).toBe(true);
    expect(fitsFile({ principal: "app", action: "kms:ListKeys" }, defaults)).toBe(false);
    expect(fitsFile({ ...question, principal: { arn: "x" } })).toBe(false);
  });

  test("is YAML that says just this, whatever the texts", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "true",
        "null",
        "1",
        "a: b",
        "- a",
        "#",
        "a #b",
        "'",
        '"',
        "{",
        "2026-01-01",
        "~",
        "no",
        "a:",
        ":a",
        "\u2028",
        "a\nb",
      ),
    );
    fc.assert(
      fc.property(
        text,
        fc.dictionary(text, text, { maxKeys: 3 }),
        fc.array(text, { maxLength: 3 }),
        (name, encryptionContext, grantTokens) => {
          const entry = { name, principal: name, encryptionContext, grantTokens };
          expect(parse(yamlOf(entry))).toEqual([entry]);
        },
      ),
    );
  });
});
