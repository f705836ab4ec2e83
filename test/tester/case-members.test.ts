import { expect, test } from "vitest";
import { CaseMembers } from "../../src/tester/case-members.ts";
import { rowsOf } from "../../src/tester/each.ts";

const [row] = rowsOf([{ principal: "row", encryptionContext: { a: "row" } }], "/cases/1/each", "/cases/1");
const members = new CaseMembers({ name: "n", principal: "case", action: "case", because: "S" }, "/cases/1", row, {
  principal: "default",
  action: "default",
  time: "default",
  encryptionContext: { b: "default" },
});

test("a member is that of the row, else of the case, else of the file; and stands whole in place of the others", () => {
  expect([members.get("principal"), members.get("action"), members.get("time"), members.get("key")]).toEqual([
    "row",
    "case",
    "default",
    undefined,
  ]);
  expect([members.own("action"), members.own("time"), members.get("because")]).toEqual(["case", undefined, "S"]);
  expect(members.get("encryptionContext")).toEqual({ a: "row" });
});

test("and is known by where it was written", () =>
  expect((["principal", "action", "time", "key"] as const).map((member) => members.pointerOf(member))).toEqual([
    "/cases/1/each/0/principal",
    "/cases/1/action",
    "/defaults/time",
    "/cases/1",
  ]));

// biome-ignore format: a table reads as a table
test.each([
  [{ key: "r" }, { resource: "c" }, { key: "d" }, { key: "r" }],
  [{}, { resource: "c" }, { key: "d" }, { resource: "c" }],
  [{}, {}, { key: "d" }, { key: "d" }],
  [{}, { key: "c", resource: "c" }, {}, { both: true }],
  [{ key: "r" }, { key: "c", resource: "c" }, {}, { key: "r" }],
  [{}, {}, {}, {}],
])("of key and resource the nearest: %j %j %j", (inRow, inCase, inDefaults, target) => {
  const [only] = rowsOf([inRow], "/each", "");
  expect(new CaseMembers({ name: "n", ...inCase }, "", only, inDefaults).target()).toEqual(target);
});
