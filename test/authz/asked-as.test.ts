import { expect, test } from "vitest";
import { requestOf } from "../../src/authz/asked-as.ts";
import type { Request } from "../../src/iam/request.ts";
import { KEY, ROLE } from "./asking.ts";
import { asked } from "./parts.ts";

const SESSION = { arn: ROLE, tags: { team: "red" } };
const WHOLE: Request = {
  principal: SESSION,
  action: "kms:decrypt",
  resource: KEY,
  resourceAccount: "111122223333",
  context: { "AWS:SourceIp": "203.0.113.9", "aws:TagKeys": ["a"], "aws:MultiFactorAuthAge": 60 },
  encryptionContext: { tenant: "a", "": "b" },
  viaService: "s3.us-east-1.amazonaws.com",
  grantTokens: ["t"],
  time: "2026-11-22T03:00:00Z",
  unknown: ["AWS:UserAgent"],
};

test.each<Request>([WHOLE, { principal: ROLE, action: "kms:Decrypt", resource: KEY }, { ...WHOLE, context: {}, encryptionContext: {} }])(
  "a request that was read is told as it was written",
  (request) => expect(requestOf(asked({}, request).facts.request)).toEqual(request),
);
