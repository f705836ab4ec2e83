import { expect, test } from "vitest";
import { provenanceOf } from "../../src/authz/answer.ts";
import { entryMatches, grantReach, reachOf } from "../../src/authz/reach.ts";
import { MAYBE, NO, YES } from "../../src/authz/tri.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import type { AuthorizerInput } from "../../src/index.ts";
import { ALICE, ask, BOB, KEY, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";

// That it agrees with the trace and with the oracle on all kinds of cases: test/coverage/count.test.ts.

const read = (input: AuthorizerInput, changes?: Partial<Request>) => {
  const answer = ask(input, changes);
  const from = provenanceOf(answer);
  if (from === undefined) throw new Error("it was not read");
  return { linked: from.linked, plan: from.plan, facts: from.factsFor(answer.by) };
};
const reaches = (statement: object, changes?: Partial<Request>) =>
  reachOf(read({ policies: { resource: policy(statement) } }, changes).plan);

test("a statement for other actions is not reached, unless it excepts them", () => {
  expect(reaches(to(ALICE, { Action: "kms:Encrypt" }))).toEqual([]);
  const { Action: _, ...rest } = to(ALICE) as { Action: unknown };
  expect(reaches({ ...rest, NotAction: ["kms:Encrypt", "kms:De*"] })).toMatchObject([{ isForAction: false, actions: [false, true] }]);
});

test("each entry for itself", () => {
  const [reach] = reaches(to([BOB, ALICE, ROOT], { Action: ["kms:*", "kms:Sign"], Resource: [`${KEY}0`, "*"] }));
  expect(reach).toMatchObject({ actions: [true, false], resources: [NO, YES], principals: [NO, YES, YES], named: YES, isDirect: true });
});

test("a session that is not told may be the one that is named", () => {
  expect(reaches(to([SESSION, BOB]), { principal: ROLE })).toMatchObject([{ principals: [MAYBE, NO], named: MAYBE, isDirect: false }]);
});

test("an entry with variables matches by what they stand for", () => {
  const input = {
    policies: {
      resource: { Version: "2012-10-17", Statement: to(ALICE, { Resource: ["arn:aws:kms:*:*:key/${aws:PrincipalTag/k}", KEY] }) },
    },
  };
  const { plan, facts } = read(input, { principal: { arn: ALICE, tags: { k: "other" } } });
  const [reach] = reachOf(plan);
  expect(reach?.resources).toEqual([undefined, YES]);
  expect(reach && [0, 1, 2].map((index) => entryMatches(reach, index, facts))).toEqual([NO, YES, NO]);
});

test("a grant: its operation, then who asks, then each constraint for itself", () => {
  const grant: Grant = {
    GrantId: "g",
    GranteePrincipal: ALICE,
    Operations: ["Decrypt"],
    Constraints: { EncryptionContextSubset: { t: "1" }, SourceArn: "arn:aws:s3:::b" },
  };
  const reach = (changes?: Partial<Request>) => {
    const { linked, plan, facts } = read({ grants: [grant] }, changes);
    return linked.grants.map((one) => grantReach(one, plan, facts))[0];
  };
  expect(reach({ action: "kms:Encrypt" })).toBeUndefined();
  expect(reach({ principal: BOB })).toEqual({ operation: "Decrypt", applies: NO, isDirect: false, constraints: [] });
  expect(reach({ encryptionContext: { t: "1" } })).toEqual({
    operation: "Decrypt",
    applies: NO,
    isDirect: true,
    constraints: [
      { name: "EncryptionContextSubset", holds: YES },
      { name: "SourceArn", holds: NO },
    ],
  });
});
