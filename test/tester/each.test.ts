import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EachEntry, Row } from "../../src/tester/document.ts";
import { emptyPlaceholders, rowCount, rowName, rowsOf } from "../../src/tester/each.ts";

const namesIn = (each: EachEntry) => rowsOf(each, "/each", "").map(({ values }) => values);

describe("rows", () => {
  test("every combination, the last list changing fastest", () =>
    expect(namesIn({ principal: ["a", "b"], action: ["x", "y"] })).toEqual([
      { principal: "a", action: "x" },
      { principal: "a", action: "y" },
      { principal: "b", action: "x" },
      { principal: "b", action: "y" },
    ]));

  test("know where their values were written", () => {
    const row = rowsOf({ principal: ["a", "b"], action: ["x"] }, "/cases/0/each", "/cases/0")[1];
    expect([row?.pointer, row?.pointerOf("principal"), row?.pointerOf("key")]).toEqual([
      "/cases/0",
      "/cases/0/each/principal/1",
      "/cases/0/each",
    ]);
    const written = rowsOf([{ principal: "a" }, { principal: "b" }], "/cases/0/each", "/cases/0")[1];
    expect([written?.pointer, written?.pointerOf("principal")]).toEqual(["/cases/0/each/1", "/cases/0/each/1/principal"]);
  });

  const list = fc.uniqueArray(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 4 });
  test("as many as the lists multiply to, all different, each value as often as any other", () => {
    fc.assert(
      fc.property(list, list, list, (principal, action, key) => {
        const each = { principal, action, key };
        const rows = namesIn(each);
        expect(rows).toHaveLength(principal.length * action.length * key.length);
        expect(rowCount(each)).toBe(rows.length);
        expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
        for (const value of action) expect(rows.filter((row) => row.action === value)).toHaveLength(rows.length / action.length);
      }),
    );
  });
});

describe("names", () => {
  const row: Row = {
    principal: "app",
    action: "kms:Decrypt",
    encryptionContext: { tenant: "t1" },
    unknown: ["a", "b"],
    expect: "allow",
    because: ["S"],
  };
  // biome-ignore format: a table reads as a table
  test.each([
    ["$principal may $action", row, "app may kms:Decrypt"],
    ["${principal}s", row, "apps"],
    ["of ${encryptionContext.tenant}.", row, "of t1."],
    ["all of $encryptionContext, $unknown", row, "all of tenant=t1, a b"],
    ["costs $$5 for $principal", row, "costs $5 for app"],
    ["costs $5", { principal: "app" }, "costs $5 (app)"],
    ["plain", row, "plain (app, kms:Decrypt, tenant=t1, a b)"],
    ["plain", { encryptionContext: {}, grantTokens: [] }, "plain (none, none)"],
    ["plain", { expect: "allow" }, "plain"],
    ["$principal", { principal: "$action" }, "$action"],
  ] as const)("%s", (template, values, name) => expect(rowName(template, values as Row)).toBe(name));

  test("placeholders that stand for nothing are told, with what may be meant", () => {
    expect(emptyPlaceholders("$principal ${action} $$x", [row])).toEqual([]);
    expect(emptyPlaceholders("$prinzipal ${encryptionContext.x} ${a b} $key", [row, { principal: "b" }])).toEqual([
      { placeholder: "`prinzipal`", near: "principal" },
      { placeholder: "`encryptionContext.x`" },
      { placeholder: "`a b`" },
      { placeholder: "`key`" },
    ]);
    expect(emptyPlaceholders("$action", [row, { principal: "b" }])).toEqual([{ placeholder: "`action`" }]);
  });
});
