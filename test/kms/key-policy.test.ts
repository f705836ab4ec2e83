import { describe, expect, it } from "vitest";
import { checkKeyPolicy, checkPolicyText } from "../../src/kms/key-policy.ts";
import { allow, policy } from "./lab.ts";
import { key } from "./records.ts";

const ROOT = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };
/** What the caller is told. The diagnostics, of which the tests of the parser are, are not. */
const check = (text: string, knows: (principal: string) => boolean = () => true) => {
  const { diagnostics: _, ...told } = checkPolicyText(text, knows) ?? {};
  return "name" in told ? told : undefined;
};
const checked = (...statements: object[]) => check(JSON.stringify(policy(...statements)));
const MALFORMED = "MalformedPolicyDocumentException";

describe("the text of a key policy", () => {
  it("may be what AWS takes, unknown actions included", () => {
    for (const statement of [
      allow("kms:*", ROOT),
      { ...allow("kms:*", ROOT), Resource: ["*"] },
      allow("kms=GenerateDataKey", ROOT),
      { Sid: "with spaces", Effect: "Allow", ...ROOT, NotAction: "kms:Decrypt", Resource: "*" },
      allow("kms:*", { Principal: { AWS: "*" }, Condition: { StringEquals: { "kms:CallerAccount": "111122223333" } } }),
    ]) {
      expect(checked(statement), JSON.stringify(statement)).toBeUndefined();
    }
  });

  it.each(["", "x", "{", "{}}", "not a policy"])("is JSON: %j", (text) => {
    expect(check(text)).toEqual({ name: MALFORMED, message: expect.stringMatching(/^.+\.$/) });
  });

  // since 2025-08-18: rule kms.key-policy.required
  it.each<[object, string]>([
    [{ Effect: "Allow", ...ROOT, Action: "kms:*" }, "Missing required field Resource"],
    [{ Effect: "Deny", ...ROOT, Resource: "*" }, "Missing required field Action"],
    [{ Effect: "Allow", ...ROOT, NotAction: "kms:*", NotResource: "arn:aws:kms:*:*:key/*" }, "Missing required field Resource"],
    [{ Effect: "Allow", ...ROOT, Action: "kms:*", Resource: "arn:aws:kms:*:*:key/*" }, 'The only Resource of a key policy is "*".'],
    [{ Effect: "Allow", ...ROOT, Action: "kms:*", Resource: ["*", "arn:aws:s3:::b"] }, 'The only Resource of a key policy is "*".'],
    [{ Effect: "Allow", ...ROOT, Action: "kms:*", Resource: [] }, 'The only Resource of a key policy is "*".'],
  ])("has the elements that AWS KMS asks for: %j", (statement, message) => {
    expect(checked(allow("kms:*", ROOT), statement)).toEqual({ name: MALFORMED, message });
  });

  it("has the elements of a policy", () => {
    for (const document of [
      [],
      {},
      { Statement: [] },
      policy({ Efect: "Allow" }),
      policy({ Effect: "Allow", Action: "*", Resource: "*" }),
    ]) {
      expect(check(JSON.stringify(document))?.name, JSON.stringify(document)).toBe(MALFORMED);
    }
  });

  it("names principals that can be, and that there are", () => {
    const invalid = { name: MALFORMED, message: "Policy contains a statement with one or more invalid principals." };
    for (const AWS of ["nobody", "arn:aws:iam::111122223333:group/g", "arn:aws:iam::111122223333:role/*", ["111122223333", "AIDA"]]) {
      expect(checked(allow("kms:*", { Principal: { AWS } })), String(AWS)).toEqual(invalid);
    }
    const text = JSON.stringify(policy(allow("kms:*", { Principal: { AWS: ["111122223333", "arn:aws:iam::111122223333:user/gone"] } })));
    expect(check(text)).toBeUndefined();
    expect(check(text, (principal) => !principal.endsWith("gone"))).toEqual(invalid);
  });

  // rule kms.key-policy.condition-keys
  it.each(["aws:ResourceTag/team", "kms:ResourceTag/team", "KMS:ResourceAliases"])("does not ask for %s", (name) => {
    expect(checked(allow("kms:*", { ...ROOT, Condition: { StringEquals: { [name]: "a" } } }))).toEqual({
      name: MALFORMED,
      message: "These condition keys are not permitted in a key policy: aws:ResourceTag, kms:ResourceTag, kms:ResourceAliases",
    });
  });

  // rule kms.key-policy.for-all-values
  it("asks no single value for all its values", () => {
    const loose = (name: string) => checked(allow("kms:*", { ...ROOT, Condition: { "ForAllValues:StringEquals": { [name]: ["a"] } } }));
    expect(loose("kms:EncryptionContext:tenant")?.message).toMatch(
      /^OverlyPermissiveCondition: .*without the specified encryption context/,
    );
    expect(loose("aws:RequestTag/team")?.message).toMatch(/^OverlyPermissiveCondition: .*without the specified tag/);
    expect(loose("kms:EncryptionContextKeys")).toBeUndefined();
  });

  it("has 32 KiB at most", () => {
    const long = (length: number) => {
      const empty = JSON.stringify(policy({ ...allow("kms:*", ROOT), Sid: "" }));
      return empty.replace('"Sid":""', `"Sid":"${"a".repeat(length - empty.length)}"`);
    };
    expect(check(long(32_768))).toBeUndefined();
    expect(check(long(32_769))?.name).toBe("LimitExceededException");
    expect(check(long(32_768).replace(/a"/, 'ä"'))?.name).toBe("LimitExceededException");
  });
});

describe("the lock-out safety check", () => {
  const one = key({ policy: JSON.stringify(policy(allow("kms:*", ROOT))) });
  const answering = (decision: "Allow" | "Deny") => ({ key: one, wouldAllow: () => ({ decision }) as never, knowsPrincipal: () => true });

  // rule kms.key-policy.lockout
  it("asks whether the caller could change the policy again", () => {
    expect(checkKeyPolicy({ ...answering("Allow"), bypass: undefined })).toBeUndefined();
    expect(checkKeyPolicy({ ...answering("Deny"), bypass: false })).toEqual({
      name: MALFORMED,
      message: "The new key policy will not allow you to update the key policy in the future.",
    });
    expect(checkKeyPolicy({ ...answering("Deny"), bypass: true })).toBeUndefined();
  });

  it("reads the policy first, bypassed or not", () => {
    expect(checkKeyPolicy({ ...answering("Allow"), key: key({ policy: "x" }), bypass: undefined })?.name).toBe(MALFORMED);
    expect(checkKeyPolicy({ ...answering("Allow"), key: key({ policy: "x" }), bypass: true })?.name).toBe(MALFORMED);
  });
});
