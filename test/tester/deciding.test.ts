import { expect, test } from "vitest";
import type { Answer, Outcome } from "../../src/authz/decision.ts";
import { decisive, isAll, outcomeOf } from "../../src/tester/deciding.ts";

const answerOf = (outcome: Outcome, sid = "S"): Answer => ({
  decision: "Deny",
  outcome,
  by: [{ policy: "p", statement: 0, sid }],
  reason: "",
  trace: { principal: "", action: "", resource: "", policies: [], grants: [], ignored: [] },
});
const [yes, also, no, perhaps] = [answerOf("allowed"), answerOf("allowed", "T"), answerOf("implicitDeny"), answerOf("undetermined")];

test("the first answer that is not allowed is that of the whole, else all are", () => {
  expect(decisive([yes, no, perhaps])).toEqual([no]);
  expect(decisive([yes, perhaps, no])).toEqual([perhaps]);
  expect(decisive([yes, also])).toEqual([yes, also]);
  expect(decisive(no)).toEqual([no]);
  expect([outcomeOf([yes, also]), outcomeOf([no]), outcomeOf([])]).toEqual(["allowed", "implicitDeny", "undetermined"]);
});

test("all that decided is one thing, or it is not", () => {
  expect([isAll("S", [yes]), isAll("S", [yes, also]), isAll("p", [yes, also]), isAll("p", [yes, { ...also, by: [] }])]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
