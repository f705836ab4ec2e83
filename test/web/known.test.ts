import { expect, test } from "vitest";
import { knownIn } from "../../src/web/known.ts";

test("who and what documents and a question name is known, patterns not", () => {
  const text = JSON.stringify({
    Principal: { AWS: ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/*"] },
    Resource: "arn:aws:kms:us-east-1:1:key/k",
  });
  const known = knownIn([{ role: "key-policy", name: "key policy", text }], {
    principal: { arn: "arn:aws:iam::111122223333:user/b" },
    action: "",
    resource: "",
  });
  expect(known).toEqual({
    principals: ["arn:aws:iam::111122223333:user/b", "arn:aws:iam::111122223333:role/a"],
    resources: ["arn:aws:kms:us-east-1:1:key/k"],
  });
});
