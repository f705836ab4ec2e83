import { describe, expect, it } from "vitest";
import { awsManagedPolicyText } from "../../src/catalog/aws-managed-keys.ts";
import { defaultKeyPolicyText } from "../../src/catalog/default-key-policy.ts";
import { InvalidWorldError } from "../../src/estate/invalid-world.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { seedOf } from "../../src/kms/seed.ts";
import { State } from "../../src/kms/state.ts";
import { worldOf } from "../world/worlds.ts";
import { DAY, HOME, NOW } from "./records.ts";

function seeded(keys: object) {
  const state = new State();
  const { changes, arns, diagnostics } = seedOf(worldOf({ keys }).estate, fixedPorts({ startMs: NOW }));
  for (const change of changes) state.apply(change);
  return { state, arns, diagnostics, key: (name: string) => state.key(arns[name] ?? "")! };
}
const one = (told: object) => seeded({ one: told }).key("one");

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
      state: "Disabled",
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
    expect(one({ region: "cn-north-1" })).toMatchObject({
      partition: "aws-cn",
      policy: expect.stringContaining("arn:aws-cn:iam") as string,
    });
    expect(one({ multiRegion: true })).toMatchObject({
      id: expect.stringMatching(/^mrk-/) as string,
      multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" },
    });
    const statements = [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }];
    expect(one({ policy: { Version: "2012-10-17", Statement: statements } }).policy).toContain('"kms:*"');
  });

  it("was made when it is told, as a time or in the words of a document", () => {
    const times = [NOW, new Date(NOW), new Date(NOW).toISOString(), "2026-11-22T04:00:00.500+01:00"].map((createdAt) =>
      one({ createdAt, rotation: true }),
    );
    expect(times.map(({ createdAt }) => createdAt)).toEqual([NOW, NOW, NOW, NOW + 500]);
    expect(times[0]?.rotation).toEqual({ periodDays: 365, nextAt: NOW + 365 * DAY });
    expect(one({ createdAt: 7, rotation: { periodInDays: 90 } }).rotation).toEqual({ periodDays: 90, nextAt: 90 * DAY + 7 });
    expect(one({}).rotation).toBeUndefined();
  });

  it("has the material it is told, and the same key id makes it the same material", () => {
    const material = (fill: number) => one({ arn: ARN, dangerousKeyMaterial: bytes(fill) }).materials[0]!.id;
    expect(material(7)).toBe(material(7));
    expect(material(8)).not.toBe(material(7));
    expect(one({ arn: ARN, dangerousKeyMaterial: btoa(String.fromCharCode(...bytes(7))) }).materials[0]!.id).toBe(material(7));
    expect(one({ arn: ARN, dangerousKeyMaterial: [bytes(8), bytes(7)] }).materials).toMatchObject([
      { state: "NON_CURRENT" },
      { id: material(7), state: "CURRENT", rotationType: "AUTOMATIC" },
    ]);
    expect(one({ origin: "EXTERNAL" }).materials).toEqual([]);
    expect(one({ origin: "EXTERNAL", state: "Enabled" }).materials).toHaveLength(1);
    expect(one({ origin: "EXTERNAL", dangerousKeyMaterial: [bytes(1), bytes(2)] })).toMatchObject({
      materials: [{ state: "NON_CURRENT" }, { state: "CURRENT", rotationType: "ON_DEMAND" }],
      onDemandRotations: 1,
    });
  });

  it("has its aliases and grants", () => {
    const grantee = "arn:aws:iam::111122223333:role/app";
    const { state, key } = seeded({ one: { aliases: ["alias/a", "alias/b"], grants: [{ grantee, operations: ["Decrypt"], name: "n" }] } });
    expect(key("one").aliases).toEqual(["alias/a", "alias/b"]);
    expect(state.alias("arn:aws:kms:us-east-1:111122223333:alias/a")?.keyArn).toBe(key("one").arn);
    expect(state.grantsOn(key("one").arn).named("n")).toMatchObject([
      { operations: ["Decrypt"], issuingAccount: "arn:aws:iam::111122223333:root", effectiveAt: NOW },
    ]);
  });

  it("has the policy of its service where AWS manages it, and is rotated every year", () => {
    const managed = one({ managedBy: "aws", aliases: ["alias/mine", "alias/aws/dynamodb"] });
    expect(managed.policy).toBe(awsManagedPolicyText("alias/aws/dynamodb", HOME));
    expect(managed.rotation?.periodDays).toBe(365);
    const own = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }] };
    expect(one({ managedBy: "aws", policy: own }).policy).not.toContain("ViaService");
  });

  it.each([
    [{}, { enabled: true }],
    [{ state: "Disabled" }, { enabled: false }],
    [{ state: "PendingDeletion" }, { enabled: true, deletion: { state: "PendingDeletion", at: 30 * DAY + NOW, windowDays: 30 } }],
    [
      { state: "PendingDeletion", pendingWindowInDays: 7 },
      { enabled: true, deletion: { state: "PendingDeletion", at: 7 * DAY + NOW, windowDays: 7 } },
    ],
    [{ multiRegion: true, state: "PendingReplicaDeletion" }, { deletion: { state: "PendingReplicaDeletion", windowDays: 30 } }],
    [
      { multiRegion: true, multiRegionKeyType: "REPLICA", state: "Creating" },
      { transition: "Creating", transitionEndsAt: NOW + 2000 },
    ],
    [{ origin: "EXTERNAL" }, { enabled: true, materials: [] }],
  ])("%j is kept as %j", (told, members) => expect(one(told)).toMatchObject(members));

  it("is not there where this process has no cryptography for it, which is told", () => {
    const { arns, diagnostics } = seeded({ sm2: { spec: "SM2", usage: "SIGN_VERIFY", region: "cn-north-1" }, fine: {} });
    expect(Object.keys(arns)).toEqual(["fine"]);
    expect(diagnostics).toMatchObject([{ code: "KW520", message: "the KMS starts without the key `sm2`: it has no cryptography for SM2" }]);
  });

  it("is not made of material of another kind, and says where without showing it", () => {
    expect(() => one({ spec: "ECC_NIST_P256", usage: "SIGN_VERIFY", dangerousKeyMaterial: new Uint8Array(5).fill(65) })).toThrow(
      InvalidWorldError,
    );
    expect(() => one({ spec: "ECC_NIST_P256", usage: "SIGN_VERIFY", dangerousKeyMaterial: new Uint8Array(5).fill(65) })).toThrow(
      "the world cannot be started\nworld error: the material of the key `one` is none of ECC_NIST_P256 [KW504]\n  at /keys/one/dangerousKeyMaterial",
    );
  });
});

describe("a world that does not tell it all", () => {
  it.each([
    ["a policy", { policy: { unknown: "known after apply" } }, "key policy of one"],
    ["facts", { unknown: ["policy", "state", "description"] }, "its `policy`, its `state`, key policy of one"],
  ])("is refused for %s of a key", (_, told, expected) => {
    expect(() => seeded({ one: told })).toThrow(new RegExp(`the key \`one\`: not known is ${expected} \\[KW521\\]`));
  });

  it("is taken as it is where only its lists may be longer", () => {
    expect(one({ knows: { grants: "some" }, unknown: ["description", "rotation"] }).enabled).toBe(true);
  });
});
