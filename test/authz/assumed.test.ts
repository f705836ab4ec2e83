import { expect, test } from "vitest";
import { authorizer } from "../../src/index.ts";
import { UNTOLD } from "../laws/untold-questions.ts";
import { ask, deny, policy, to } from "./asking.ts";

test.each(UNTOLD)("$name", ({ case: { request, policies, grants, key }, expect: { outcome, assumed } }) => {
  const answer = authorizer({ policies, grants, key })(request);
  expect({ outcome: answer.outcome, assumed: answer.assumed }).toEqual({ outcome, assumed });
});

test("assumed: what it was when it was asked", () => {
  const context: Record<string, string> = { "aws:PrincipalOrgID": "o-2" };
  const condition = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };
  const answer = ask({ policies: { resource: policy(to("*"), deny({ Principal: "*", Condition: condition })) } }, { context });
  delete context["aws:PrincipalOrgID"];
  expect(answer.assumed).toEqual([]);
});
