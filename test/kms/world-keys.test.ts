import { describe, expect, it } from "vitest";
import { awsManagedPolicyText } from "../../src/catalog/aws-managed-keys.ts";
import { defaultKeyPolicyText } from "../../src/catalog/default-key-policy.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { State } from "../../src/kms/state.ts";
import type { KmsWorld, WorldKey } from "../../src/kms/world.ts";
import { InvalidWorldError } from "../../src/kms/world-callers.ts";
import { seedKeys } from "../../src/kms/world-keys.ts";
import { HOME, NOW } from "./records.ts";

function seeded(keys: NonNullable<KmsWorld["keys"]>) {
  const state = new State();
  const { changes, arns } = seedKeys({ keys }, HOME, fixedPorts({ startMs: NOW }));
  for (const change of changes) state.apply(change);
  return { state, arns, key: (name: string) => state.key(arns[name] ?? "")! };
}
const one = (told: WorldKey) => seeded({ one: told }).key("one");

const ARN = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const bytes = (fill: number) => new Uint8Array(32).fill(fill);

describe("a key of a world", () => {
  it("is an enabled symmetric key with the default policy, unless told otherwise", () => {
    expect(one({})).toMatchObject({
      ...HOME,
      spec: "SYMMETRIC_DEFAULT",
      usage: "ENCRYPT_DECRYPT",
      origin: "AWS_KMS",
      enabled: true,
      manager: "CUSTOMER",
      createdAt: NOW,
      description: "",
    });
    expect(one({}).policy).toBe(defaultKeyPolicyText(HOME));
    expect(one({}).materials).toHaveLength(1);
  });

  it("is where and what it is told to be", () => {
    const told = one({
      arn: ARN,
      description: "orders",
      tags: { team: "a" },
      enabled: false,
      managedBy: "aws",
      aliases: ["alias/aws/lambda"],
      spec: "HMAC_256",
      createdAt: 5,
    });
    expect(told).toMatchObject({
      arn: ARN,
      account: "444455556666",
      region: "eu-west-1",
      description: "orders",
      tags: [{ TagKey: "team", TagValue: "a" }],
      enabled: false,
      manager: "AWS",
      usage: "GENERATE_VERIFY_MAC",
      createdAt: 5,
    });
    expect(one({ id: "my-key", account: "444455556666" }).arn).toBe("arn:aws:kms:us-east-1:444455556666:key/my-key");
    expect(one({ multiRegion: "PRIMARY" })).toMatchObject({
      id: expect.stringMatching(/^mrk-/),
      multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" },
    });
    const statements = [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }];
    expect(one({ policy: { Version: "2012-10-17", Statement: statements } }).policy).toContain('"kms:*"');
  });

  it("has the material it is told, and the same key id makes it the same material", () => {
    const [first, again] = [one({ arn: ARN, material: bytes(7) }), one({ arn: ARN, material: bytes(7) })];
    expect(first.materials[0]!.id).toBe(again.materials[0]!.id);
    expect(one({ arn: ARN, material: bytes(8) }).materials[0]!.id).not.toBe(first.materials[0]!.id);
    expect(one({ origin: "EXTERNAL" }).materials).toEqual([]);
    expect(one({ origin: "EXTERNAL", material: bytes(1) }).materials).toHaveLength(1);
  });

  it("has its aliases and grants", () => {
    const { state, key } = seeded({
      one: {
        aliases: ["alias/a", "alias/b"],
        grants: [{ GranteePrincipal: "arn:aws:iam::111122223333:role/app", Operations: ["Decrypt"], Name: "n" }],
      },
    });
    expect(key("one").aliases).toEqual(["alias/a", "alias/b"]);
    expect(state.alias("arn:aws:kms:us-east-1:111122223333:alias/a")?.keyArn).toBe(key("one").arn);
    expect(state.grantsOn(key("one").arn).named("n")).toMatchObject([
      { operations: ["Decrypt"], issuingAccount: "arn:aws:iam::111122223333:root", effectiveAt: NOW },
    ]);
  });

  it("has the policy of its service where AWS manages it", () => {
    const { policy } = one({ managedBy: "aws", aliases: ["alias/mine", "alias/aws/ebs"] });
    expect(policy).toBe(awsManagedPolicyText("alias/aws/ebs", { ...HOME, region: "us-east-1" }));
    expect(policy).toContain('"kms:ViaService": "ec2.us-east-1.amazonaws.com"');
    const own = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }] };
    expect(one({ managedBy: "aws", policy: own }).policy).not.toContain("ViaService");
  });

  it.each<[string, WorldKey]>([
    ["AWS to manage it, and no service", { managedBy: "aws", aliases: ["alias/mine"] }],
    ["an ARN that is none", { arn: "arn:aws:s3:::bucket" }],
    ["a policy that cannot be read", { policy: "x" }],
    ["a usage that its spec does not have", { spec: "HMAC_256", usage: "SIGN_VERIFY" }],
    ["a spec that kmsward cannot make", { spec: "SM2" }],
    ["material of another kind", { material: new Uint8Array(5) }],
  ])("is not made with %s", (_, told) => {
    expect(() => one(told)).toThrow(InvalidWorldError);
  });
});
