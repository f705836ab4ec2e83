import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/index.ts";
import { conditionBlockArbitrary } from "../generators/conditions.ts";
import { resourcePatternArbitrary } from "../generators/policies.ts";
import { oracleCondition } from "../oracle/condition.ts";
import { oracleResourceMatches } from "../oracle/pattern.ts";

/** Condition blocks and Resource patterns alone, where whole cases seldom come to their edges. */

/** What is derived for an unsigned caller of another service; a block on these alone is no matter of the context given. */
const DERIVED = ["aws:principalaccount", "aws:principaltype", "aws:userid", "aws:viaawsservice"];

test("a Condition block holds for a context exactly when the oracle says so", () => {
  fc.assert(
    fc.property(conditionBlockArbitrary, fc.constantFrom("2012-10-17", "2008-10-17"), ({ block, context }, Version) => {
      const text = JSON.stringify(block).toLowerCase();
      const given = Object.keys(context).map((key) => key.toLowerCase());
      fc.pre(!DERIVED.some((key) => text.includes(key) && !given.includes(key)));
      const answer = decide({
        request: { principal: "anonymous", action: "example:Do", resource: "*", context },
        policies: {
          resource: { Version, Statement: [{ Effect: "Allow", Principal: "*", Action: "example:Do", Resource: "*", Condition: block }] },
        },
      });
      fc.pre(answer.invalid === undefined); // the parser refuses a few that the oracle would read
      expect(answer.outcome).toBe(oracleCondition(block, context, Version) === true ? "allowed" : "implicitDeny");
    }),
    { numRuns: 1000 },
  );
});

test("a Resource pattern matches an ARN exactly when the oracle says so", () => {
  const ofNoKey = (text: string) => text.replaceAll("arn:aws:kms", "arn:aws:example"); // so that any ARN can be asked about
  fc.assert(
    fc.property(resourcePatternArbitrary, ({ pattern, arn, policyType }) => {
      const policy = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: ofNoKey(pattern) }] };
      fc.pre(policyType === "identity" || policyType === "boundary" || policyType === "session");
      const answer = decide({
        request: { principal: "arn:aws:iam::111122223333:user/alice", action: "example:Do", resource: ofNoKey(arn) },
        policies: { [policyType]: policyType === "boundary" ? policy : [policy] },
      });
      fc.pre(answer.invalid === undefined); // a session policy with an incomplete ARN
      expect(answer.outcome === "explicitDeny").toBe(oracleResourceMatches(pattern, arn, policyType));
    }),
    { numRuns: 1000 },
  );
});
