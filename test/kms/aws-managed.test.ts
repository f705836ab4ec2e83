import { describe, expect, it } from "vitest";
import type { KmsAction } from "../../src/catalog/actions.ts";
import { AWS_MANAGED_KEYS, awsAlias, awsManagedPolicyText, isKeptByAws } from "../../src/catalog/aws-managed-keys.ts";
import type { KmsClient } from "../../src/kms.ts";
import { ABROAD, ACCOUNT, ADMIN, allow, call, EVERYTHING, lab, policy, refusalIfAny, START, startKms } from "./lab.ts";
import { SAMPLE_CALLS } from "./sample-calls.ts";

/** AWS managed keys (KMS Developer Guide, "AWS managed keys"), as a caller of the API meets them. */

const HOME = { partition: "aws", account: ACCOUNT, region: "us-east-1" };
const arnOf = (alias: string) => `arn:aws:kms:us-east-1:${ACCOUNT}:${alias}`;
const S3 = "alias/aws/s3";
const text = new TextEncoder().encode("text");

async function estate(policies: readonly object[] = EVERYTHING) {
  const principals = {
    admin: { arn: ADMIN, policies },
    nobody: { arn: `arn:aws:iam::${ACCOUNT}:user/nobody` },
    abroad: { arn: `arn:aws:iam::${ABROAD}:user/abroad`, policies: EVERYTHING },
  };
  const kms = await startKms({ world: { principals } });
  const through = (principal: string, viaService = "s3") => kms.as({ principal, viaService });
  return { kms, store: kms.store, admin: kms.as("admin"), through, snapshot: kms.snapshot };
}

const listed = (client: KmsClient) => {
  const all = client.listAliases({ Limit: 100 }).Aliases;
  expect(new Set(all.map(({ AliasName }) => AliasName)).size).toBe(all.length);
  return Object.fromEntries(all.map((entry) => [entry.AliasName, entry]));
};

describe("the alias of a service", () => {
  it("is listed before its key, in every account and Region, without key and dates", async () => {
    const { kms, admin } = await estate();
    for (const client of [admin, kms.as("abroad"), kms.as({ principal: "admin", region: "eu-west-1" })]) {
      expect(Object.keys(listed(client))).toEqual(AWS_MANAGED_KEYS.map(awsAlias));
    }
    expect(listed(admin)[S3]).toEqual({ AliasName: S3, AliasArn: arnOf(S3) });
    expect(admin.listKeys().Keys).toEqual([]);
  });

  it("gets its key when somebody describes it", async () => {
    const { kms, admin } = await estate();
    const { KeyMetadata } = admin.describeKey({ KeyId: S3 });
    expect(KeyMetadata).toMatchObject({
      KeyManager: "AWS",
      KeyState: "Enabled",
      KeySpec: "SYMMETRIC_DEFAULT",
      Description: "Default key that protects my S3 objects when no other key is defined",
      CreationDate: new Date(START),
    });
    expect(admin.describeKey({ KeyId: arnOf(S3) }).KeyMetadata).toEqual(KeyMetadata);
    expect(listed(admin)[S3]).toEqual({
      AliasName: S3,
      AliasArn: arnOf(S3),
      TargetKeyId: KeyMetadata.KeyId,
      CreationDate: new Date(START),
      LastUpdatedDate: new Date(START),
    });
    expect(Object.keys(listed(admin))).toEqual(AWS_MANAGED_KEYS.map(awsAlias)); // each once, in its place
    expect(admin.listKeys().Keys).toHaveLength(1);
    const [made, described] = kms.auditEvents();
    expect(made).toMatchObject({
      eventName: "CreateKey",
      userIdentity: { invokedBy: "AWS Internal" },
      resources: [{ ARN: KeyMetadata.Arn }],
    });
    expect(described).toMatchObject({ eventName: "DescribeKey", readOnly: true, resources: [{ ARN: KeyMetadata.Arn }] });
  });

  it("gets none by a call that is refused, nor by any other that is not its service's", async () => {
    const { kms, admin, through, snapshot } = await estate([policy(allow(["kms:Encrypt", "kms:GenerateDataKey"]))]);
    const before = snapshot();
    const context = { KeyId: S3, KeySpec: "AES_256" } as const;
    expect(refusalIfAny(() => admin.describeKey({ KeyId: S3 }))?.name).toBe("AccessDeniedException");
    expect(refusalIfAny(() => admin.encrypt({ KeyId: S3, Plaintext: text }))).toEqual({
      name: "NotFoundException",
      message: `Alias ${arnOf(S3)} is not found.`,
    });
    expect(refusalIfAny(() => through("admin", "sqs").generateDataKey(context))?.name).toBe("NotFoundException");
    expect(refusalIfAny(() => through("admin").generateDataKey({ ...context, DryRun: true }))?.name).toBe("DryRunOperationException");
    expect(refusalIfAny(() => kms.as("abroad").describeKey({ KeyId: arnOf(S3) }))?.name).toBe("AccessDeniedException");
    expect(refusalIfAny(() => kms.as("abroad").describeKey({ KeyId: "alias/aws/none" }))?.name).toBe("NotFoundException");
    expect(snapshot()).toEqual(before);
  });
});

describe("the key of a service", () => {
  it("is made by the service's first call, and serves everybody in the account through it, without a policy of theirs", async () => {
    const { admin, through } = await estate();
    const { CiphertextBlob, Plaintext, KeyId } = through("nobody").generateDataKey({ KeyId: S3, KeySpec: "AES_256" });
    expect(through("nobody").decrypt({ CiphertextBlob }).Plaintext).toEqual(Plaintext);
    expect(admin.describeKey({ KeyId: S3 }).KeyMetadata.Arn).toBe(KeyId);
  });

  it("serves nobody directly, by another service, or from another account", async () => {
    const { kms, admin, through } = await estate();
    const { KeyId, CiphertextBlob } = through("admin").generateDataKey({ KeyId: S3, KeySpec: "AES_256" });
    for (const client of [admin, through("admin", "sqs"), kms.as({ principal: "admin", viaService: "s3.eu-west-1.amazonaws.com" })]) {
      expect(refusalIfAny(() => client.encrypt({ KeyId: S3, Plaintext: text }))).toEqual({
        name: "AccessDeniedException",
        message: expect.stringMatching(/ on resource: arn:.* because no resource-based policy allows the kms:Encrypt action$/),
      });
      expect(refusalIfAny(() => client.decrypt({ CiphertextBlob }))?.name).toBe("AccessDeniedException");
    }
    expect(refusalIfAny(() => through("abroad").encrypt({ KeyId, Plaintext: text }))?.name).toBe("AccessDeniedException");
  });

  it("gives grants to its service's callers alone, where it works with grants", async () => {
    const { kms, admin, through } = await estate();
    const { Arn: KeyId } = admin.describeKey({ KeyId: "alias/aws/ebs" }).KeyMetadata;
    const { Arn: withoutGrants } = admin.describeKey({ KeyId: S3 }).KeyMetadata;
    const wish = { GranteePrincipal: `arn:aws:iam::${ACCOUNT}:user/nobody`, Operations: ["Decrypt"] as ["Decrypt"] };
    expect(refusalIfAny(() => admin.createGrant({ KeyId, ...wish }))?.name).toBe("AccessDeniedException");
    expect(refusalIfAny(() => through("admin").createGrant({ KeyId: withoutGrants, ...wish }))?.name).toBe("AccessDeniedException");
    const { GrantId } = through("nobody", "ec2").createGrant({ KeyId, ...wish });
    const { CiphertextBlob } = through("nobody", "ec2").encrypt({ KeyId, Plaintext: text });
    expect(kms.as("nobody").decrypt({ CiphertextBlob }).Plaintext).toEqual(text); // by the grant
    expect(admin.listGrants({ KeyId }).Grants).toMatchObject([{ GrantId }]);
    expect(admin.revokeGrant({ KeyId, GrantId })).toEqual({});
    expect(refusalIfAny(() => kms.as("nobody").decrypt({ CiphertextBlob }))?.name).toBe("AccessDeniedException");
  });

  it("can be seen by who may, and shows the policy of its service", async () => {
    const { kms, admin } = await estate();
    const { KeyId } = admin.describeKey({ KeyId: S3 }).KeyMetadata;
    expect(admin.getKeyPolicy({ KeyId }).Policy).toBe(awsManagedPolicyText(S3, HOME));
    expect(admin.listKeyPolicies({ KeyId }).PolicyNames).toEqual(["default"]);
    expect(admin.listResourceTags({ KeyId }).Tags).toEqual([]);
    expect(admin.listAliases({ KeyId }).Aliases.map(({ AliasName }) => AliasName)).toEqual([S3]);
    expect(admin.getKeyLastUsage({ KeyId }).KeyLastUsage).toEqual({});
    expect(refusalIfAny(() => kms.as("nobody").getKeyPolicy({ KeyId }))?.message).toContain("no identity-based policy allows");
  });

  it("is rotated every year by AWS, and opens what it sealed before", async () => {
    const { kms, admin, through } = await estate();
    const { CiphertextBlob, KeyId } = through("nobody").encrypt({ KeyId: S3, Plaintext: text });
    kms.advance({ days: 800 });
    expect(admin.listKeyRotations({ KeyId }).Rotations).toHaveLength(2);
    expect(admin.getKeyRotationStatus({ KeyId })).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 365 });
    expect(kms.auditEvents().filter(({ eventName }) => eventName === "RotateKey")).toHaveLength(2);
    expect(through("nobody").decrypt({ CiphertextBlob }).Plaintext).toEqual(text);
  });
});

describe("what would change an AWS managed key", () => {
  const managing = Object.keys(SAMPLE_CALLS).filter((name) => isKeptByAws(`kms:${name}` as KmsAction["action"]));
  const anything = policy(allow("kms:*", { Principal: { AWS: "*" } }));

  /** Every key of the lab is AWS's; with its usual policy, or with one that says more than AWS would. */
  it.each(managing)("%s is refused, whatever the key's policy says", async (name) => {
    for (const worded of [undefined, anything]) {
      const ready = await lab();
      const input = SAMPLE_CALLS[name as keyof typeof SAMPLE_CALLS].input(ready);
      const policyText = worded === undefined ? awsManagedPolicyText("alias/aws/sqs", HOME) : JSON.stringify(worded);
      for (const arn of ready.store.state.keysOf(HOME)) {
        ready.store.commit([{ kind: "put-key", key: { ...ready.store.state.key(arn)!, manager: "AWS", policy: policyText } }]);
      }
      const before = ready.snapshot();
      expect(refusalIfAny(() => call(ready.admin, name, input))).toEqual({
        name: "AccessDeniedException",
        message: expect.stringContaining(`because no resource-based policy allows the kms:${name} action`),
      });
      expect(ready.snapshot()).toEqual(before);
      expect(ready.kms.auditEvents().at(-1)).toMatchObject({ eventName: name, errorCode: "AccessDeniedException" });
    }
  });

  it("is every operation that writes to a key, but for grants", () => {
    const isReading = (name: string) =>
      /^(Get|List|Describe|Encrypt|Decrypt|ReEncrypt|Generate|Sign$|Verify|Derive|Encaps|Decaps)/.test(name);
    const writing = Object.entries(SAMPLE_CALLS).flatMap(([name, { keys }]) => (keys === undefined || isReading(name) ? [] : name));
    expect([...managing, "CreateGrant", "RetireGrant", "RevokeGrant"].sort()).toEqual(writing.sort());
  });
});
