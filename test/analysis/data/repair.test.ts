import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { repairsInData } from "../../../src/analysis/data/repair.ts";
import { toValue } from "../../../src/base/json-source.ts";
import type { DataQuestion } from "../../../src/estate/data/question.ts";
import { resolveWorld } from "../../../src/world/reader.ts";
import { readYaml } from "../../../src/world/yaml-source.ts";

const { node } = readYaml(readFileSync(new URL("../../../fixtures/data/worked.yaml", import.meta.url), "utf8"));
const { world: document } = (node && toValue(node)) as { readonly world: object };
const { world } = resolveWorld(document);

function repaired(question: DataQuestion) {
  if (world === undefined) throw new Error("no world");
  const found = repairsInData(world, question, { most: 3 });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const { outcome, steps, comesTo, opens } = found.value;
  return {
    outcome,
    comesTo,
    steps: steps.map(({ action, repairs }) => `${action}: ${repairs[0]?.text ?? "nothing"}`),
    gained: opens?.changes.map(({ direction, who }) => `${direction} ${who.text}`),
    inVain: steps.flatMap(({ inVain }) => inVain),
  };
}

const GET = { flow: "s3.GetObject", on: "orders/x" };

test("each call in the way has its change, and all of them together open the flow", () => {
  expect(repaired({ principal: "none", ...GET })).toMatchObject({
    outcome: "implicitDeny",
    comesTo: "allowed",
    steps: [
      "s3:GetObject: add an identity policy that allows role/none s3:GetObject",
      expect.stringMatching(/^kms:Decrypt: add .* that allows role\/none kms:Decrypt$/),
    ],
    gained: ["gained none"],
  });
});

test("one side alone is repaired where one is in the way", () => {
  expect(repaired({ principal: "all-but-kms", ...GET }).steps).toEqual([expect.stringMatching(/^kms:Decrypt: add /)]);
  expect(repaired({ principal: "only-kms", ...GET }).steps).toEqual([expect.stringMatching(/^s3:GetObject: add /)]);
  expect(repaired({ principal: "all", ...GET })).toMatchObject({ outcome: "allowed", comesTo: "allowed", steps: [] });
});

test("what no change of policies opens is said", () => {
  const aws = repaired({ principal: "partner", flow: "s3.GetObject", on: "for-partner-aws/x" });
  expect(aws).toMatchObject({ outcome: "implicitDeny", comesTo: "implicitDeny" });
  expect(aws.inVain.join()).not.toBe("");
  const partiql = repaired({ principal: "partner", flow: "dynamodb.PartiQLSelect", on: "table-owned" });
  expect(partiql).toMatchObject({ comesTo: "implicitDeny", steps: ["dynamodb:PartiQLSelect: nothing"] });
});
