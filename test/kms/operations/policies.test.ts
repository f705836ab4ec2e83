import { describe, expect, it } from "vitest";
import { defaultKeyPolicyText } from "../../../src/catalog/default-key-policy.ts";
import { ACCOUNT, allow, lab, policy, refusalIfAny, TESTER } from "../lab.ts";

const ROOT = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };
const text = (...statements: object[]) => JSON.stringify(policy(...statements));

it("a new key has the default policy, under its one name", async () => {
  const { admin, id } = await lab();
  expect(admin.getKeyPolicy({ KeyId: id("symmetric") })).toEqual({
    Policy: defaultKeyPolicyText({ partition: "aws", account: ACCOUNT }),
    PolicyName: "default",
  });
  expect(admin.listKeyPolicies({ KeyId: id("symmetric") })).toEqual({ PolicyNames: ["default"], Truncated: false });
  expect(refusalIfAny(() => admin.getKeyPolicy({ KeyId: id("symmetric"), PolicyName: "other" }))).toEqual({
    name: "NotFoundException",
    message: "No such policy exists",
  });
  expect(refusalIfAny(() => admin.listKeyPolicies({ KeyId: id("symmetric"), Marker: "x" }))?.name).toBe("InvalidMarkerException");
});

describe("PutKeyPolicy", () => {
  it("takes effect at once, and is told with its text", async () => {
    const { kms, admin, tester, id } = await lab();
    const Policy = text(allow("kms:*", ROOT), allow("kms:DescribeKey", { Principal: { AWS: TESTER } }));
    expect(refusalIfAny(() => tester.describeKey({ KeyId: id("symmetric") }))?.name).toBe("AccessDeniedException");
    expect(admin.putKeyPolicy({ KeyId: id("symmetric"), Policy })).toEqual({});
    expect(kms.auditEvents().at(-1)?.requestParameters).toEqual({
      keyId: id("symmetric"),
      policyName: "default",
      policy: Policy,
      bypassPolicyLockoutSafetyCheck: false, // also where the caller left it out (AWS CloudTrail logs of KMS, PutKeyPolicy)
    });
    expect(tester.describeKey({ KeyId: id("symmetric") }).KeyMetadata.KeyId).toBe(id("symmetric"));
    expect(admin.getKeyPolicy({ KeyId: id("symmetric") }).Policy).toBe(Policy);
  });

  it("needs permission by the policy before, and under the one after", async () => {
    const { admin, id } = await lab();
    const put = (...statements: object[]) =>
      refusalIfAny(() => admin.putKeyPolicy({ KeyId: id("symmetric"), Policy: text(...statements) }));
    const lockedOut = {
      name: "MalformedPolicyDocumentException",
      message: "The new key policy will not allow you to update the key policy in the future.",
    };
    expect(put(allow("kms:Decrypt", ROOT))).toEqual(lockedOut);
    expect(put(allow("kms:*", { ...ROOT, Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }))).toEqual(
      lockedOut,
    );
    expect(put(allow("kms:*", ROOT), { Effect: "Deny", ...ROOT, Action: "kms:PutKeyPolicy", Resource: "*" })).toEqual(lockedOut);
    expect(put(allow("kms:PutKeyPolicy", ROOT))).toBeUndefined();
    expect(refusalIfAny(() => admin.describeKey({ KeyId: id("symmetric") }))?.name).toBe("AccessDeniedException");
    expect(put(allow("kms:*", ROOT))).toBeUndefined();
  });

  it("can lock everyone out on purpose, and tells policies so", async () => {
    const { admin, id } = await lab();
    const bypass = { KeyId: id("symmetric"), Policy: text(allow("kms:Decrypt", ROOT)), BypassPolicyLockoutSafetyCheck: true };
    expect(admin.putKeyPolicy(bypass)).toEqual({});
    expect(refusalIfAny(() => admin.putKeyPolicy(bypass))?.name).toBe("AccessDeniedException");
    const guarded = await lab([], {
      principals: {
        tester: {
          arn: TESTER,
          policies: [
            policy(allow("kms:*"), {
              Effect: "Deny",
              Action: "*",
              Resource: "*",
              Condition: { Bool: { "kms:BypassPolicyLockoutSafetyCheck": "true" } },
            }),
          ],
        },
      },
    });
    expect(refusalIfAny(() => guarded.tester.putKeyPolicy({ ...bypass, KeyId: guarded.id("symmetric") }))?.name).toBe(
      "AccessDeniedException",
    );
    const { BypassPolicyLockoutSafetyCheck: _, ...plain } = { ...bypass, Policy: text(allow("kms:*", ROOT)) };
    expect(refusalIfAny(() => guarded.tester.putKeyPolicy({ ...plain, KeyId: guarded.id("symmetric") }))).toBeUndefined();
  });

  it("refuses what is no policy, and principals that the world does not have", async () => {
    const { admin, id } = await lab([], {});
    const put = (Policy: string) => refusalIfAny(() => admin.putKeyPolicy({ KeyId: id("symmetric"), Policy }));
    expect(put("x")).toEqual({ name: "MalformedPolicyDocumentException", message: expect.stringMatching(/\.$/) });
    expect(put(text(allow("kms:*", ROOT), allow("kms:*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/gone` } })))?.message).toBe(
      "Policy contains a statement with one or more invalid principals.",
    );
    expect(
      put(text(allow("kms:*", ROOT), allow("kms:*", { Principal: { AWS: [TESTER, "arn:aws:iam::444455556666:role/any"] } }))),
    ).toBeUndefined();
    expect(put("€")?.name).toBe("ValidationException");
  });
});
