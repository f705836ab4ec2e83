import { expect, test } from "vitest";
import type { CoverageReport } from "../../../src/coverage/report.ts";
import { byFile, itemsByLine, uncoveredLines } from "../../../src/report/coverage/lines.ts";
import { cover, sampleReport } from "../../coverage/covered.ts";
import { allow, worldOf } from "../../world/worlds.ts";

const inCode = (): CoverageReport =>
  cover(worldOf({ keys: { k: { policy: allow("kms:*", { Principal: "*" }) }, l: { policy: allow("kms:Sign", { Principal: "*" }) } } }), []);

test("lines that decide nothing, those in between that hold no item joined", () => {
  expect(sampleReport().policies.map((policy) => uncoveredLines(policy).join(" "))).toEqual(["1", "15 20 33-49", "11 14", "23"]);
});

test("items by line, in order", () => {
  const lines = itemsByLine(sampleReport().policies.filter(({ file }) => file === "orders.json"));
  expect([...lines.keys()]).toEqual([...lines.keys()].sort((a, b) => a - b));
  expect(lines.get(15)?.map(({ kind }) => kind)).toEqual(["principal", "principal"]);
});

test("policies of one file go together; those that no file has stay alone, and have no lines", () => {
  expect(byFile(sampleReport().policies).map((group) => group.map(({ file }) => file))).toEqual([
    ["idle.json"],
    ["orders.json"],
    ["world.yaml", "world.yaml"],
  ]);
  expect(byFile(inCode().policies)).toHaveLength(2);
  expect(itemsByLine(inCode().policies).size).toBe(0);
});
