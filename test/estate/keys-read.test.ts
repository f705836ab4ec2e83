import { expect, test } from "vitest";
import { keysRead } from "../../src/estate/keys-read.ts";
import { parsePolicy } from "../../src/world/policy-text.ts";

test("are those of conditions and of variables, in lower case", () => {
  const statement = {
    Effect: "Allow",
    Action: "*",
    Resource: ["arn:aws:s3:::a/${aws:username}", "arn:aws:s3:::${s3:prefix}/${aws:PrincipalTag/Team, 'none'}"],
    Condition: { StringEquals: { "aws:SourceVpce": ["vpce-1", "${app:Kind}-${app:Other}"] }, Bool: { "aws:SecureTransport": "true" } },
  };
  const { policy } = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: statement }), { type: "identity", name: "p" });
  const read = policy === undefined ? [] : [...keysRead([policy])];
  expect(read.sort()).toEqual(
    policy && ["app:kind", "app:other", "aws:principaltag/team", "aws:securetransport", "aws:sourcevpce", "aws:username", "s3:prefix"],
  );
});
