import { describe, expect, test } from "vitest";
import { type Case, decide } from "../../src/index.ts";
import { inVain } from "../../src/repair/owners.ts";

const HOME = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
const all = (more: object = {}) => ({ Effect: "Allow", Action: "*", Resource: "*", ...more });
const vain = (request: object, policies: object, more: object = {}): readonly string[] =>
  inVain(
    decide({
      request: { principal: `arn:aws:iam::${HOME}:role/app`, action: "kms:Decrypt", resource: KEY, ...request },
      policies,
      ...more,
    } as unknown as Case),
  );

describe("what no change can do", () => {
  test("is nothing, where the one account can", () => {
    expect(vain({}, { resource: policy(all({ Principal: { AWS: "444455556666" } })) })).toEqual([]);
    expect(
      vain(
        {},
        {
          boundary: policy(all({ Action: "s3:*" })),
          resource: policy(all({ Principal: "*" }), { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }),
        },
      ),
    ).toEqual([]);
  });

  test("is told of the account whose organization denies", () => {
    const denied = [policy(all()), policy({ Effect: "Deny", Action: "kms:*", Resource: "*" })];
    expect(vain({}, { resource: policy(all({ Principal: "*" })), serviceControl: [denied] })).toEqual([
      `no change of the policies of account ${HOME} alone can open it: the organization's policies would have to change too`,
    ]);
  });

  test("is told of either account, where both have to allow", () => {
    const partner = { principal: "arn:aws:iam::444455556666:role/reader" };
    expect(vain(partner, {})).toEqual([
      `no change of the policies of account ${HOME} alone can open it: those of account 444455556666 would have to change too`,
      `no change of the policies of account 444455556666 alone can open it: those of account ${HOME} would have to change too`,
    ]);
    expect(vain(partner, { identity: [policy(all())] })).toEqual([
      `no change of the policies of account 444455556666 alone can open it: those of account ${HOME} would have to change too`,
    ]);
  });

  test("is all, of what AWS never allows", () => {
    expect(vain({ principal: "arn:aws:iam::444455556666:role/reader", action: "kms:DisableKey" }, {})).toEqual([
      "no change of policies can open it: kms:DisableKey never works on a key of another account, whatever policies say",
    ]);
    expect(vain({}, {}, { key: { managedBy: "aws" } })[0]).toMatch(/^no change of policies can open it/);
    expect(vain({ principal: "anonymous" }, {})[0]).toMatch(/^no change of policies can open it: AWS KMS refuses unsigned calls/);
  });
});
