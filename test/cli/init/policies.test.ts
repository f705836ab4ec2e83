import { expect, test } from "vitest";
import { findPolicies } from "../../../src/cli/init/policies.ts";

const file = (path: string, Statement: unknown) => ({ path, text: JSON.stringify({ Version: "2012-10-17", Statement }) });
const statement = (more: object) => ({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const root = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };

test("policies are found by what they contain; what is none is passed over", () => {
  const bucket = file("bucket.json", statement({ ...root, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }));
  const uploads = file("uploads.json", statement({ Action: "s3:PutObject" }));
  const key = file("scp/no-vpc-endpoint.json", statement({ ...root, Action: "*" }));
  const others = ["{}", "[]", "null", "no JSON", '{"Statement":[],"other":1}', '{"Policy":"x"}'].map((text) => ({
    path: "x.json",
    text,
  }));
  const found = findPolicies([bucket, uploads, key, file("empty.json", []), ...others]);
  expect(found).toMatchObject({
    policies: [{ path: key.path, type: "key-policy" }],
    texts: [key],
    foreign: [],
    left: [
      { path: "bucket.json", because: "is the policy of an Amazon S3 bucket, not of a key" },
      { path: "uploads.json", because: "says nothing of KMS" },
      { path: "empty.json", because: expect.stringContaining("the list of statements is empty") },
    ],
  });
});

test("a template is told as one, whether it is JSON or not; a broken policy is told too", () => {
  const whole = file("a.json", statement({ Principal: { AWS: "arn:aws:iam::${account}:root" } }));
  const part = { path: "b.json.tftpl", text: '{ "Statement": [ %{ for x in y } {{ it }}' };
  const broken = { path: "c.json", text: '{ "Statement": [' };
  const { policies, foreign, left } = findPolicies([whole, part, broken, file("d.json", statement({ Resource: "${aws:username}" }))]);
  expect(policies).toEqual([]);
  expect(foreign.map(({ path, what }) => `${path}: ${what}`)).toEqual([
    "a.json: a template (`${account}` is filled in later)",
    "b.json.tftpl: a template (`{{ it }}` is filled in later)",
  ]);
  expect(left).toEqual([
    { path: "c.json", because: expect.stringMatching(/^is no JSON: /) },
    { path: "d.json", because: expect.stringMatching(/^cannot be read as an identity policy: /) },
  ]);
});

test("a policy with an error is not used, and the error is told", () => {
  const { left } = findPolicies([file("orders.json", statement({ ...root, Effect: "Alow" }))]);
  expect(left).toEqual([{ path: "orders.json", because: expect.stringMatching(/^cannot be read as a key policy: .*Alow/) }]);
});
