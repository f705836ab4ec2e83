import { describe, expect, it } from "vitest";
import { KEY_SPECS } from "../../../src/catalog/key-specs.ts";
import { createKms } from "../../../src/kms.ts";
import { ACCOUNT, allow, lab, policy, refusalIfAny, TESTER } from "../lab.ts";

const ROOT = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };

describe("CreateKey", async () => {
  const { kms, admin } = await lab();
  type Input = Parameters<typeof admin.createKey>[0];
  const create = (input: Input = {}) => admin.createKey(input).KeyMetadata;
  const refused = (input: Input) => refusalIfAny(() => admin.createKey(input));

  it("makes a symmetric key that can be used at once", () => {
    const { KeyId, Arn } = create({ Description: "orders", Tags: [{ TagKey: "team", TagValue: "a" }] });
    expect(Arn).toBe(`arn:aws:kms:us-east-1:${ACCOUNT}:key/${KeyId}`);
    expect(admin.describeKey({ KeyId }).KeyMetadata).toMatchObject({
      Description: "orders",
      KeyState: "Enabled",
      KeySpec: "SYMMETRIC_DEFAULT",
    });
    expect(admin.listResourceTags({ KeyId }).Tags).toEqual([{ TagKey: "team", TagValue: "a" }]);
    expect(admin.decrypt({ CiphertextBlob: admin.encrypt({ KeyId, Plaintext: Uint8Array.of(1) }).CiphertextBlob }).Plaintext).toEqual(
      Uint8Array.of(1),
    );
  });

  it("makes keys of every spec for every usage, but SM2", () => {
    for (const { spec, usages } of KEY_SPECS) {
      if (/^RSA_[34]/.test(spec)) continue;
      for (const usage of usages) {
        const input = { KeySpec: spec, KeyUsage: usage };
        if (spec === "SM2") expect(refused(input)?.message).toBe("kmsward does not have keys of spec SM2 yet");
        else
          expect(create(input), `${spec} ${usage}`).toMatchObject({
            KeySpec: spec,
            CustomerMasterKeySpec: spec,
            KeyUsage: usage,
            KeyState: "Enabled",
          });
      }
    }
  });

  it("makes keys without material, and keys for several Regions", () => {
    expect(create({ Origin: "EXTERNAL" })).toMatchObject({ KeyState: "PendingImport", Enabled: false, Origin: "EXTERNAL" });
    expect(create({ Origin: "EXTERNAL" })).not.toHaveProperty("CurrentKeyMaterialId");
    expect(create({ MultiRegion: true })).toMatchObject({
      KeyId: expect.stringMatching(/^mrk-[0-9a-f]{32}$/),
      MultiRegion: true,
      MultiRegionConfiguration: { MultiRegionKeyType: "PRIMARY" },
    });
  });

  // biome-ignore format: a table reads as a table
  it.each<[Input, string]>([
    [{ KeySpec: "HMAC_256" },                                       "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys."],
    [{ KeySpec: "RSA_2048", KeyUsage: "KEY_AGREEMENT" },            "KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048"],
    [{ KeyUsage: "SIGN_VERIFY" },                                   "KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT"],
    [{ KeySpec: "ML_DSA_44", KeyUsage: "SIGN_VERIFY", Origin: "EXTERNAL" }, "KeySpec ML_DSA_44 is not supported for Origin EXTERNAL"],
    [{ KeySpec: "HMAC_256", CustomerMasterKeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }, "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated."],
  ])("refuses %o", (input, message) => {
    expect(refused(input)).toEqual({ name: "ValidationException", message });
  });

  /** KMS API Reference, CreateKey: the ML-KEM key specs are not available in China Regions. */
  it("makes no ML-KEM keys in China", async () => {
    const arn = `arn:aws-cn:iam::${ACCOUNT}:user/app`;
    const there = { region: "cn-north-1", principals: { app: { arn, policies: [policy(allow("kms:*"))] } } };
    const app = (await createKms({ world: there })).as("app");
    const wish = { KeySpec: "ML_KEM_512", KeyUsage: "ENCAPSULATE_DECAPSULATE" } as const;
    expect(refusalIfAny(() => app.createKey(wish))?.name).toBe("UnsupportedOperationException");
    expect(refusalIfAny(() => app.createKey())).toBeUndefined();
  });

  it("takes the former name of KeySpec", () => {
    expect(create({ CustomerMasterKeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }).KeySpec).toBe("HMAC_256");
  });

  /** KMS API Reference, CustomerMasterKeySpec: its values are those of KeySpec up to SM2. */
  it.each(KEY_SPECS.map(({ spec }) => spec).filter((spec) => /^ML_|EDWARDS/.test(spec)))("whose values have no %s", (spec) => {
    const former = refused({ CustomerMasterKeySpec: spec, KeyUsage: "SIGN_VERIFY" });
    expect(former?.name).toBe("ValidationException");
    expect(former?.message).toContain(`Value '${spec}' at 'customerMasterKeySpec' failed to satisfy constraint: Member must satisfy enum`);
  });

  /** AWS CloudTrail logs of KMS, CreateKey: defaults as if they had been asked for, and the key that was made. */
  it("is told to the audit log in full", () => {
    const asked = { description: "", origin: "AWS_KMS", bypassPolicyLockoutSafetyCheck: false };
    const { Arn } = create();
    const [keySpec, keyUsage] = ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"];
    expect(kms.auditEvents().at(-1)).toMatchObject({
      requestParameters: { ...asked, keySpec, customerMasterKeySpec: keySpec, keyUsage },
      resources: [{ accountId: ACCOUNT, type: "AWS::KMS::Key", ARN: Arn }],
    });
    create({ CustomerMasterKeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC", BypassPolicyLockoutSafetyCheck: true });
    expect(kms.auditEvents().at(-1)?.requestParameters).toEqual({
      ...asked,
      bypassPolicyLockoutSafetyCheck: true,
      keySpec: "HMAC_256",
      customerMasterKeySpec: "HMAC_256",
      keyUsage: "GENERATE_VERIFY_MAC",
    });
    refused({ KeySpec: "HMAC_256" });
    expect(kms.auditEvents().at(-1)).toMatchObject({ errorCode: "ValidationException", resources: [] });
  });

  it("checks a policy that it is given, and the default not", async () => {
    const closed = JSON.stringify(policy(allow("kms:Decrypt", ROOT)));
    expect(refused({ Policy: closed })?.message).toBe("The new key policy will not allow you to update the key policy in the future.");
    expect(create({ Policy: closed, BypassPolicyLockoutSafetyCheck: true }).KeyState).toBe("Enabled");
    expect(refused({ Policy: "x" })).toEqual({ name: "MalformedPolicyDocumentException", message: expect.stringMatching(/\.$/) });
    const { tester } = await lab(["kms:CreateKey"]); // may not call PutKeyPolicy: any policy fails, and none does not
    expect(refusalIfAny(() => tester.createKey({ Policy: JSON.stringify(policy(allow("kms:*", ROOT))) }))?.name).toBe(
      "MalformedPolicyDocumentException",
    );
    expect(refusalIfAny(() => tester.createKey())).toBeUndefined();
  });

  it("refuses tags that are none", () => {
    expect(refused({ Tags: [{ TagKey: "aws:x", TagValue: "" }] })).toEqual({
      name: "TagException",
      message: "Tags beginning with aws: are reserved",
    });
  });

  it("tells policies what is asked for", async () => {
    const Condition = {
      StringEquals: {
        "kms:KeySpec": "HMAC_256",
        "kms:KeyUsage": "GENERATE_VERIFY_MAC",
        "kms:KeyOrigin": "AWS_KMS",
        "aws:RequestTag/team": "a",
      },
      Bool: { "kms:MultiRegion": "false" },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] },
    };
    const { kms: limited } = await lab([], {
      principals: {
        tester: { arn: TESTER, policies: [policy(allow(["kms:CreateKey", "kms:TagResource"], { Condition }), allow("kms:TagResource"))] },
      },
    });
    const input = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC", Tags: [{ TagKey: "team", TagValue: "a" }] } as const;
    const ask = (members: object = {}) =>
      refusalIfAny(() => limited.as("tester").createKey({ ...input, Tags: [...input.Tags], ...members }))?.name;
    expect(ask()).toBeUndefined();
    expect(ask({ KeySpec: "HMAC_512" })).toBe("AccessDeniedException");
    expect(ask({ MultiRegion: true })).toBe("AccessDeniedException");
    expect(ask({ Tags: [{ TagKey: "team", TagValue: "b" }] })).toBe("AccessDeniedException");
  });

  // rule kms.create-key.tags-first
  it("is denied by the name of kms:TagResource to who lacks that and kms:CreateKey, without a resource", async () => {
    const { kms: limited } = await lab([], {
      principals: { tester: { arn: TESTER }, maker: { arn: `${TESTER}2`, policies: [policy(allow("kms:CreateKey"))] } },
    });
    const denied = (who: string, Tags?: { TagKey: string; TagValue: string }[]) =>
      refusalIfAny(() => limited.as(who).createKey(Tags && { Tags }))?.message?.replace(/^User: \S+ /, "");
    const tagging = "is not authorized to perform: kms:TagResource because no identity-based policy allows the kms:TagResource action";
    expect(denied("tester", [{ TagKey: "a", TagValue: "b" }])).toBe(tagging);
    expect(denied("maker", [{ TagKey: "a", TagValue: "b" }])).toBe(tagging);
    expect(denied("maker")).toBeUndefined();
    expect(denied("tester")).toBe(
      "is not authorized to perform: kms:CreateKey on resource: * because no identity-based policy allows the kms:CreateKey action",
    );
  });

  it("is told with its defaults", () => {
    create();
    expect(kms.auditEvents().at(-1)?.requestParameters).toMatchObject({ description: "", origin: "AWS_KMS" });
  });
});

describe("ListKeys", () => {
  it("gives every key of the account and Region once, page by page", async () => {
    const { admin, kms } = await lab();
    for (let i = 0; i < 120; i++) admin.createKey();
    const seen: string[] = [];
    for (let Marker: string | undefined; ; ) {
      const page = admin.listKeys({ Marker, Limit: 50 });
      seen.push(...page.Keys.map(({ KeyArn }) => KeyArn));
      if (!page.Truncated) break;
      Marker = page.NextMarker;
    }
    expect(seen).toHaveLength(120 + Object.keys(kms.keys).length);
    expect(new Set(seen).size).toBe(seen.length);
    expect(admin.listKeys().Keys).toHaveLength(100);
    expect(admin.listKeys().Keys[0]).toEqual({ KeyId: seen[0]!.split("/")[1], KeyArn: seen[0] });
    expect(kms.as({ principal: "admin", region: "eu-west-1" }).listKeys()).toEqual({ Keys: [], Truncated: false });
    expect(refusalIfAny(() => admin.listKeys({ Marker: "x" }))?.name).toBe("InvalidMarkerException");
  });
});

it("DescribeKey takes every spelling; UpdateKeyDescription no alias", async () => {
  const { admin, id, arn } = await lab();
  for (const KeyId of [id("symmetric"), arn("symmetric"), "alias/symmetric"])
    expect(admin.describeKey({ KeyId }).KeyMetadata.Arn).toBe(arn("symmetric"));
  expect(admin.updateKeyDescription({ KeyId: id("symmetric"), Description: "new" })).toEqual({});
  expect(admin.describeKey({ KeyId: id("symmetric") }).KeyMetadata.Description).toBe("new");
  expect(refusalIfAny(() => admin.updateKeyDescription({ KeyId: "alias/symmetric", Description: "new" }))).toEqual({
    name: "InvalidArnException",
    message: "Key Aliases are not supported for this operation.",
  });
});
