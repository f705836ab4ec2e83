import { expect, test } from "vitest";
import { findPolicies } from "../../../src/cli/init/policies.ts";

const file = (path: string, Statement: unknown) => ({ path, text: JSON.stringify({ Version: "2012-10-17", Statement }) });
const statement = (more: object) => ({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const root = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };

test.each([
  ["orders.json", statement(root), "key-policy"],
  ["orders.json", [statement({ ...root, Action: "*" })], "key-policy"],
  [
    "orders.json",
    statement({ ...root, Resource: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }),
    "key-policy",
  ],
  ["app.json", statement({}), "identity"],
  ["scp/deny.json", statement({ Effect: "Deny" }), "service-control"],
  ["ScpLevel.json", statement({ Effect: "Deny" }), "identity"], // one word, so no word `scp`
  ["service-control/deny.json", statement({ Effect: "Deny" }), "service-control"],
  ["boundaries/developers.json", statement({}), "boundary"],
  ["rcp.json", statement({ Effect: "Deny", Principal: "*" }), "resource-control"],
  ["endpoints/orders-vpc.json", statement({ Principal: "*" }), "endpoint"],
  ["trust.json", { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }, "trust"],
])("%s with %j is taken for %s", (path, given, type) => {
  const { policies, left } = findPolicies([file(path, given)]);
  expect(left).toEqual([]);
  expect(policies.map((found) => found.type)).toEqual([type]);
});

test("what is no policy is passed over; the policy of a bucket is told", () => {
  const bucket = file("bucket.json", statement({ ...root, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }));
  const others = ["{}", "[]", "null", "no JSON", '{"Statement":[]}', '{"Statement":"x"}', '{"Statement":[1]}'].map((text) => ({
    path: "x.json",
    text,
  }));
  expect(findPolicies([bucket, ...others])).toEqual({
    policies: [],
    texts: [],
    left: [{ path: "bucket.json", because: "is the policy of a resource that is no KMS key" }],
  });
});

test("a policy with an error is not used, and the error is told", () => {
  const { left } = findPolicies([file("orders.json", statement({ ...root, Effect: "Alow" }))]);
  expect(left).toEqual([{ path: "orders.json", because: expect.stringMatching(/^cannot be read as a key policy: .*Alow/) }]);
});
