import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultKeyPolicyText } from "../../../src/catalog/default-key-policy.ts";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { ACCOUNT, ADMIN, allowing, bytes, DAY, NOVEMBER, refusal } from "../lab.ts";
import { type Clocked, clocked, HOME, IRELAND, MRK, user, WEST } from "./clocked.ts";

const arnIn = (region: string, id = MRK) => `arn:aws:kms:${region}:${ACCOUNT}:key/${id}`;
const PRIMARY = { id: MRK, region: HOME! } as const satisfies WorldKey;
const REPLICA = { id: MRK, multiRegionKeyType: "REPLICA", region: WEST! } as const satisfies WorldKey;

const alone = async (key: Partial<WorldKey> = {}, others = {}) => clocked({ one: { ...PRIMARY, ...key } }, others);
const pair = async (key: Partial<WorldKey> = {}, others = {}) =>
  clocked({ one: { ...PRIMARY, ...key }, two: { ...REPLICA, ...key, aliases: [] } }, others);

const replicate = (kms: Clocked, ReplicaRegion: string, rest: object = {}) => {
  const reply = kms.in(HOME!).replicateKey({ KeyId: MRK, ReplicaRegion, ...rest });
  kms.advance({ seconds: 2 });
  return reply;
};
const metadata = (client: KmsClient, KeyId = MRK) => client.describeKey({ KeyId }).KeyMetadata;
const seal = (client: KmsClient, text: string) => client.encrypt({ KeyId: MRK, Plaintext: bytes(text) }).CiphertextBlob;
const open = (client: KmsClient, CiphertextBlob: Uint8Array, KeyId?: string) => client.decrypt({ CiphertextBlob, ...(KeyId && { KeyId }) });
const textOf = ({ Plaintext }: { readonly Plaintext?: Uint8Array }) => new TextDecoder().decode(Plaintext);

describe("ReplicateKey", () => {
  it("makes a related key: shared are id, material, spec, usage, origin and rotation, and nothing else", async () => {
    const kms = await alone({ aliases: ["alias/one"], description: "east", tags: { a: "b" }, policy: allowEveryone() });
    const east = kms.in(HOME!);
    east.enableKeyRotation({ KeyId: MRK, RotationPeriodInDays: 100 });
    east.createGrant({ KeyId: MRK, GranteePrincipal: ADMIN, Operations: ["Decrypt"] });
    kms.advance({ days: 10 });
    const { ReplicaKeyMetadata, ReplicaPolicy, ReplicaTags } = east.replicateKey({ KeyId: MRK, ReplicaRegion: WEST! });
    const relation = {
      PrimaryKey: { Arn: arnIn(HOME!), Region: HOME },
      ReplicaKeys: [{ Arn: arnIn(WEST!), Region: WEST }],
    };
    expect(ReplicaKeyMetadata).toEqual({
      AWSAccountId: ACCOUNT,
      KeyId: MRK,
      Arn: arnIn(WEST!),
      CreationDate: new Date(NOVEMBER + 10 * DAY),
      Enabled: false,
      Description: "",
      KeyUsage: "ENCRYPT_DECRYPT",
      KeyState: "Creating",
      Origin: "AWS_KMS",
      KeyManager: "CUSTOMER",
      CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
      KeySpec: "SYMMETRIC_DEFAULT",
      EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
      MultiRegion: true,
      MultiRegionConfiguration: { MultiRegionKeyType: "REPLICA", ...relation },
    });
    expect(ReplicaPolicy).toBe(defaultKeyPolicyText({ partition: "aws", account: ACCOUNT }));
    expect(ReplicaTags).toBeUndefined();
    expect(metadata(east).MultiRegionConfiguration).toEqual({ MultiRegionKeyType: "PRIMARY", ...relation });

    const west = kms.in(WEST!);
    expect(refusal(() => seal(west, "x"))).toEqual({ name: "KMSInvalidStateException", message: `${arnIn(WEST!)} is creating.` });
    kms.advance({ seconds: 2 });
    expect(metadata(west)).toMatchObject({ KeyState: "Enabled", Enabled: true, CurrentKeyMaterialId: metadata(east).CurrentKeyMaterialId });
    expect(west.getKeyPolicy({ KeyId: MRK }).Policy).toBe(ReplicaPolicy);
    expect(west.listResourceTags({ KeyId: MRK }).Tags).toEqual([]);
    expect(west.listGrants({ KeyId: MRK }).Grants).toEqual([]);
    expect(west.listAliases({ KeyId: MRK }).Aliases).toEqual([]);
    expect(west.getKeyRotationStatus({ KeyId: MRK })).toEqual({ ...east.getKeyRotationStatus({ KeyId: MRK }), KeyId: arnIn(WEST!) });
  });

  it("gives the replica its own policy, description and tags", async () => {
    const kms = await alone();
    const Policy = JSON.stringify(allowEveryone());
    const Tags = [{ TagKey: "team", TagValue: "a" }];
    const reply = replicate(kms, WEST!, { Policy, Description: "west", Tags });
    expect(reply).toMatchObject({ ReplicaPolicy: Policy, ReplicaTags: Tags, ReplicaKeyMetadata: { Description: "west" } });
    const west = kms.in(WEST!);
    expect(metadata(west).Description).toBe("west");
    expect(west.getKeyPolicy({ KeyId: MRK }).Policy).toBe(Policy);
    expect(west.listResourceTags({ KeyId: MRK }).Tags).toEqual(Tags);
    west.updateKeyDescription({ KeyId: MRK, Description: "changed" });
    west.disableKey({ KeyId: MRK });
    expect(metadata(kms.in(HOME!))).toMatchObject({ Description: "", KeyState: "Enabled" });
  });

  it.each([
    [HOME!, `${HOME} cannot have a replica because it contains the primary.`],
    ["cn-north-1", "The replica key Region must be in the same AWS partition as the primary key Region."],
    ["us-gov-west-1", "The replica key Region must be in the same AWS partition as the primary key Region."],
    ["us-invalid-1", "Region us-invalid-1 is not a valid Region or multi-Region keys are not supported in Region us-invalid-1."],
    [
      "West",
      "1 validation error detected: Value 'West' at 'replicaRegion' failed to satisfy constraint: Member must satisfy regular expression pattern: ^([a-z]+-){2,3}\\d+$",
    ],
  ])("refuses the Region %s", async (ReplicaRegion, message) => {
    const kms = await alone();
    expect(refusal(() => kms.in(HOME!).replicateKey({ KeyId: MRK, ReplicaRegion }))).toEqual({ name: "ValidationException", message });
  });

  // rule kms.replicas.creating
  it("says of a replica that is still being made that it is no primary key, before it looks at its state", async () => {
    const kms = await alone();
    kms.in(HOME!).replicateKey({ KeyId: MRK, ReplicaRegion: WEST! });
    expect(refusal(() => kms.in(WEST!).replicateKey({ KeyId: MRK, ReplicaRegion: IRELAND! }))).toEqual({
      name: "UnsupportedOperationException",
      message: `${arnIn(WEST!)} is not a multi-region primary key.`,
    });
  });

  it("makes one replica in a Region, and replicates primary keys only", async () => {
    const kms = await pair();
    expect(refusal(() => kms.in(HOME!).replicateKey({ KeyId: MRK, ReplicaRegion: WEST! }))).toEqual({
      name: "AlreadyExistsException",
      message: "You can create only one replica of each primary key in each AWS Region.",
    });
    const notPrimary = (KeyId: string) => ({
      name: "UnsupportedOperationException",
      message: `${KeyId} is not a multi-region primary key.`,
    });
    expect(refusal(() => kms.in(WEST!).replicateKey({ KeyId: MRK, ReplicaRegion: IRELAND! }))).toEqual(notPrimary(arnIn(WEST!)));
    const { KeyId, Arn } = kms.admin.createKey({}).KeyMetadata;
    expect(refusal(() => kms.admin.replicateKey({ KeyId, ReplicaRegion: IRELAND! }))).toEqual(notPrimary(Arn));
    expect(refusal(() => kms.in(HOME!).replicateKey({ KeyId: arnIn(WEST!), ReplicaRegion: IRELAND! })).message).toBe(`Invalid arn ${WEST}`);
  });

  it("checks policy and tags as CreateKey does", async () => {
    const kms = await alone();
    const asked = { KeyId: MRK, ReplicaRegion: WEST! };
    const before = kms.snapshot();
    const lockedOut = JSON.stringify(allowEveryone("kms:DescribeKey"));
    expect(refusal(() => kms.in(HOME!).replicateKey({ ...asked, Policy: lockedOut }))).toEqual({
      name: "MalformedPolicyDocumentException",
      message: "The new key policy will not allow you to update the key policy in the future.",
    });
    expect(refusal(() => kms.in(HOME!).replicateKey({ ...asked, Policy: "no JSON" })).name).toBe("MalformedPolicyDocumentException");
    const Tags = [1, 2].map((TagValue) => ({ TagKey: "a", TagValue: String(TagValue) }));
    expect(refusal(() => kms.in(HOME!).replicateKey({ ...asked, Tags }))).toEqual({ name: "TagException", message: "Duplicate tag keys" });
    expect(kms.snapshot()).toEqual(before);
    expect(kms.in(HOME!).replicateKey({ ...asked, Policy: lockedOut, BypassPolicyLockoutSafetyCheck: true }).ReplicaPolicy).toBe(lockedOut);
  });

  it("minds the state of the primary key", async () => {
    const kms = await alone();
    const ask = () => refusal(() => kms.in(HOME!).replicateKey({ KeyId: MRK, ReplicaRegion: WEST! }));
    for (const [members, name, words] of [
      [{ enabled: false }, "DisabledException", "is disabled."],
      [
        { enabled: true, deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } },
        "KMSInvalidStateException",
        "is pending deletion.",
      ],
      [{ deletion: { state: "PendingReplicaDeletion", windowDays: 7 } }, "KMSInvalidStateException", "is pending replica deletion."],
      [{ deletion: undefined, transition: "Creating" }, "KMSInvalidStateException", "is creating."],
      [{ transition: "Updating" }, "KMSInvalidStateException", "is updating."],
      [{ transition: undefined, origin: "EXTERNAL", materials: [] }, "KMSInvalidStateException", "is pending import."],
    ] as const) {
      kms.change(arnIn(HOME!), members);
      expect(ask()).toEqual({ name, message: `${arnIn(HOME!)} ${words}` });
    }
  });

  it("needs kms:ReplicateKey on the key, kms:CreateKey in the other Region, and kms:TagResource there with tags", async () => {
    const inRegion = (Action: string, region: string) =>
      allowing({ Action, Condition: { StringEquals: { "aws:RequestedRegion": region } } });
    const replicateHere = allowing({ Action: "kms:ReplicateKey", Condition: { StringEquals: { "kms:ReplicaRegion": WEST } } });
    const callers = {
      right: { arn: userArn("right"), policies: [replicateHere, inRegion("kms:CreateKey", WEST!)] },
      tagger: { arn: userArn("tagger"), policies: [replicateHere, inRegion("kms:CreateKey", WEST!), inRegion("kms:TagResource", WEST!)] },
      here: { arn: userArn("here"), policies: [replicateHere, inRegion("kms:CreateKey", HOME!), inRegion("kms:TagResource", HOME!)] },
      maker: { arn: userArn("maker"), policies: [allowing({ Action: ["kms:CreateKey", "kms:TagResource"] })] },
    };
    const asked = { KeyId: MRK, ReplicaRegion: WEST! };
    const Tags = [{ TagKey: "a", TagValue: "b" }];
    const ask = async (caller: keyof typeof callers, rest: object = {}) =>
      (await alone({}, callers)).as(caller).replicateKey({ ...asked, ...rest });
    const denied = async (caller: keyof typeof callers, rest: object = {}) => {
      const kms = await alone({}, callers);
      return refusal(() => kms.as(caller).replicateKey({ ...asked, ...rest })).message;
    };
    expect((await ask("right")).ReplicaKeyMetadata.Arn).toBe(arnIn(WEST!));
    expect((await ask("tagger", { Tags })).ReplicaTags).toEqual(Tags);
    expect(await denied("right", { Tags })).toContain("kms:TagResource");
    expect(await denied("here")).toContain("not authorized to perform: kms:CreateKey");
    expect(await denied("maker")).toContain("not authorized to perform: kms:ReplicateKey");
    expect(await denied("right", { ReplicaRegion: IRELAND! })).toContain("not authorized to perform: kms:ReplicateKey"); // kms:ReplicaRegion
  });

  it("tells the policies that are asked for kms:CreateKey what key it makes", async () => {
    const rows = [
      [{ StringEquals: { "kms:MultiRegionKeyType": "REPLICA" } }, true],
      [{ Bool: { "kms:MultiRegion": "true" } }, true],
      [{ StringEquals: { "kms:KeySpec": "HMAC_256" } }, true],
      [{ StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }, false],
      [{ StringEquals: { "kms:KeyUsage": "GENERATE_VERIFY_MAC" } }, true],
      [{ Bool: { "kms:BypassPolicyLockoutSafetyCheck": "false" } }, false], // left out: absent
      [{ StringEquals: { "aws:RequestTag/a": "b" } }, true],
    ] as const;
    for (const [Condition, allowed] of rows) {
      const caller = {
        arn: userArn("u"),
        policies: [allowing({ Action: "kms:CreateKey", Condition }), allowing({ Action: ["kms:ReplicateKey", "kms:TagResource"] })],
      };
      const kms = await alone({ spec: "HMAC_256" }, { u: caller });
      const ask = () => kms.as("u").replicateKey({ KeyId: MRK, ReplicaRegion: WEST!, Tags: [{ TagKey: "a", TagValue: "b" }] });
      if (allowed) expect(ask(), JSON.stringify(Condition)).toHaveProperty("ReplicaPolicy");
      else expect(refusal(ask).message, JSON.stringify(Condition)).toContain("kms:CreateKey");
    }
  });

  it("takes no alias and no key of another account", async () => {
    const kms = await alone({ aliases: ["alias/one"], policy: allowEveryone() });
    const asked = { ReplicaRegion: WEST! };
    expect(refusal(() => kms.in(HOME!).replicateKey({ KeyId: "alias/one", ...asked })).message).toBe(
      "Key Aliases are not supported for this operation.",
    );
    expect(refusal(() => kms.as("partner").replicateKey({ KeyId: arnIn(HOME!), ...asked })).name).toBe("AccessDeniedException");
  });

  it("is logged here, and as a CreateKey there", async () => {
    const kms = await alone();
    replicate(kms, WEST!);
    const [replicated, created, copied] = kms.auditEvents().slice(-3);
    expect(replicated).toMatchObject({
      eventName: "ReplicateKey",
      awsRegion: HOME,
      requestParameters: { keyId: MRK, replicaRegion: WEST, description: "", bypassPolicyLockoutSafetyCheck: false },
      responseElements: { replicaKeyMetadata: { arn: arnIn(WEST!), keyState: "Creating" }, replicaPolicy: expect.any(String) },
      resources: [{ ARN: arnIn(HOME!) }],
    });
    expect(created).toMatchObject({
      eventName: "CreateKey",
      awsRegion: WEST,
      responseElements: { keyMetadata: { arn: arnIn(WEST!) } },
      resources: [{ ARN: arnIn(WEST!) }],
    });
    expect(created!.eventID).not.toBe(replicated!.eventID);
    expect(copied).toMatchObject({ eventName: "SynchronizeMultiRegionKey", awsRegion: WEST }); // when the replica is ready
  });
});

describe("UpdatePrimaryRegion", () => {
  it("makes the replica of that Region the primary key, everywhere", async () => {
    const kms = await pair();
    replicate(kms, IRELAND!);
    const [east, west, dublin] = [HOME!, WEST!, IRELAND!].map(kms.in) as [KmsClient, KmsClient, KmsClient];
    expect(east.updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: WEST! })).toEqual({});
    for (const [client, type, state] of [
      [east, "REPLICA", "Updating"],
      [west, "PRIMARY", "Updating"],
      [dublin, "REPLICA", "Enabled"],
    ] as const) {
      expect(metadata(client)).toMatchObject({
        KeyState: state,
        Enabled: state === "Enabled",
        MultiRegionConfiguration: {
          MultiRegionKeyType: type,
          PrimaryKey: { Arn: arnIn(WEST!), Region: WEST },
          ReplicaKeys: [
            { Arn: arnIn(HOME!), Region: HOME },
            { Arn: arnIn(IRELAND!), Region: IRELAND },
          ],
        },
      });
    }
    for (const region of [HOME!, WEST!, IRELAND!]) expect(kms.key(arnIn(region))?.multiRegion?.primaryRegion).toBe(WEST);
    expect(textOf(open(west, seal(east, "while it is updated")))).toBe("while it is updated");
    for (const client of [east, west]) expect(refusal(() => client.disableKey({ KeyId: MRK })).message).toMatch(/is updating\.$/);
    kms.advance({ seconds: 2 });
    for (const client of [east, west]) expect(metadata(client).KeyState).toBe("Enabled");
    expect(west.replicateKey({ KeyId: MRK, ReplicaRegion: "eu-west-2" }).ReplicaKeyMetadata.MultiRegion).toBe(true);
    expect(refusal(() => east.replicateKey({ KeyId: MRK, ReplicaRegion: "eu-west-3" })).message).toBe(
      `${arnIn(HOME!)} is not a multi-region primary key.`,
    );
  });

  it("hands over the rotation, also one under way", async () => {
    const kms = await pair();
    const [east, west] = [kms.in(HOME!), kms.in(WEST!)];
    east.enableKeyRotation({ KeyId: MRK, RotationPeriodInDays: 90 });
    east.rotateKeyOnDemand({ KeyId: MRK });
    east.updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: WEST! });
    kms.advance({ days: 91 });
    for (const client of [east, west]) expect(client.listKeyRotations({ KeyId: MRK }).Rotations).toHaveLength(2);
    expect(
      kms
        .auditEvents()
        .filter(({ eventName }) => eventName === "RotateKey")
        .map(({ awsRegion }) => awsRegion),
    ).toEqual([WEST, WEST]);
    expect(refusal(() => east.disableKeyRotation({ KeyId: MRK })).message).toContain("is a multi-region replica key");
    west.disableKeyRotation({ KeyId: MRK });
    expect(east.getKeyRotationStatus({ KeyId: MRK }).KeyRotationEnabled).toBe(false);
  });

  /** KMS Developer Guide, multi-Region keys: the rotation is shared, and the primary's to make. */
  it("leaves the schedule alone where a replica is enabled again", async () => {
    const kms = await pair();
    const [east, west] = [kms.in(HOME!), kms.in(WEST!)];
    east.enableKeyRotation({ KeyId: MRK, RotationPeriodInDays: 90 });
    for (const client of [east, west]) client.disableKey({ KeyId: MRK });
    kms.advance({ days: 100 });
    west.enableKey({ KeyId: MRK });
    const shown = [east, west].map((client) => client.getKeyRotationStatus({ KeyId: MRK }).NextRotationDate);
    expect(shown[1]).toEqual(shown[0]);
    east.enableKey({ KeyId: MRK });
    for (const client of [east, west]) expect(client.listKeyRotations({ KeyId: MRK }).Rotations).toHaveLength(1);
  });

  it("changes nothing where the primary key is there already", async () => {
    const kms = await pair();
    const before = kms.snapshot();
    expect(kms.in(HOME!).updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: HOME! })).toEqual({});
    expect(kms.snapshot()).toEqual(before);
  });

  it("is asked of the primary key, and for a Region that has a replica", async () => {
    const kms = await pair();
    expect(refusal(() => kms.in(WEST!).updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: HOME! }))).toEqual({
      name: "KMSInvalidStateException",
      message: `${arnIn(WEST!)} is not a multi-Region primary key.`,
    });
    expect(refusal(() => kms.in(HOME!).updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: IRELAND! }))).toEqual({
      name: "ValidationException",
      message: `${MRK} does not have a replica key in the specified Region.`,
    });
    const { KeyId } = kms.admin.createKey({}).KeyMetadata;
    expect(refusal(() => kms.admin.updatePrimaryRegion({ KeyId, PrimaryRegion: WEST! })).name).toBe("KMSInvalidStateException");
    expect(refusal(() => kms.admin.updatePrimaryRegion({ KeyId: "alias/x", PrimaryRegion: WEST! })).name).toBe("InvalidArnException");
  });

  it("minds the states of both keys, and names the one that hinders", async () => {
    for (const region of [HOME!, WEST!]) {
      for (const [members, name, words] of [
        [{ enabled: false }, "DisabledException", "is disabled."],
        [{ deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } }, "KMSInvalidStateException", "is pending deletion."],
        [{ transition: "Creating" }, "KMSInvalidStateException", "is creating."],
        [{ origin: "EXTERNAL", materials: [] }, "KMSInvalidStateException", "is pending import."],
      ] as const) {
        const kms = await pair();
        kms.change(arnIn(region), members);
        const before = kms.snapshot();
        expect(refusal(() => kms.in(HOME!).updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: WEST! }))).toEqual({
          name,
          message: `${arnIn(region)} ${words}`,
        });
        expect(kms.snapshot()).toEqual(before);
      }
    }
  });

  it("needs its permission on both keys, by the key policy of each", async () => {
    const policyWith = (Action: string) => allowEveryone(Action);
    const open = "kms:*";
    const may = user({ Action: "kms:UpdatePrimaryRegion", Condition: { StringEquals: { "kms:PrimaryRegion": WEST } } });
    const ask = async (here: string, there: string, caller: "may" | "nobody" = "nobody", region = WEST!) => {
      const keys = {
        one: { ...PRIMARY, policy: policyWith(here) },
        two: { ...REPLICA, policy: policyWith(there) },
        three: { ...REPLICA, region: IRELAND! },
      };
      const kms = await clocked(keys, { may, nobody: { arn: userArn("nobody") } });
      return () => kms.as(caller).updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: region });
    };
    expect((await ask(open, open))()).toEqual({});
    expect((await ask("kms:UpdatePrimaryRegion", "kms:UpdatePrimaryRegion"))()).toEqual({});
    expect(refusal(await ask(open, "kms:DescribeKey")).message).toContain(`kms:UpdatePrimaryRegion on resource: ${arnIn(WEST!)}`);
    expect(refusal(await ask("kms:DescribeKey", open)).message).toContain(`kms:UpdatePrimaryRegion on resource: ${arnIn(HOME!)}`);
    const kms = await pair({}, { may });
    replicate(kms, IRELAND!);
    expect(refusal(() => kms.as("may").updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: IRELAND! })).name).toBe("AccessDeniedException");
    expect(kms.as("may").updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: WEST! })).toEqual({});
  });

  it("is logged in both Regions", async () => {
    const kms = await pair();
    kms.in(HOME!).updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: WEST! });
    const events = kms.auditEvents().filter(({ eventName }) => eventName === "UpdatePrimaryRegion");
    expect(events.map(({ awsRegion }) => awsRegion)).toEqual([HOME, WEST]);
    for (const event of events)
      expect(event).toMatchObject({ requestParameters: { keyId: MRK, primaryRegion: WEST }, responseElements: null });
    expect(events.map(({ resources }) => resources.map(({ ARN }) => ARN))).toEqual([[arnIn(HOME!)], [arnIn(WEST!)]]); // each of its own
  });
});

describe("deletion of related keys", () => {
  it("comes to the primary key after its replicas, when its own waiting period begins", async () => {
    const kms = await pair();
    const [east, west] = [kms.in(HOME!), kms.in(WEST!)];
    const scheduled = east.scheduleKeyDeletion({ KeyId: MRK, PendingWindowInDays: 7 });
    expect(scheduled).toEqual({ KeyId: arnIn(HOME!), KeyState: "PendingReplicaDeletion", PendingWindowInDays: 7 });
    kms.advance({ days: 100 });
    expect(metadata(east)).toMatchObject({ KeyState: "PendingReplicaDeletion", PendingDeletionWindowInDays: 7 });
    expect(textOf(open(west, seal(west, "the replica works")))).toBe("the replica works");
    west.scheduleKeyDeletion({ KeyId: MRK, PendingWindowInDays: 10 });
    kms.advance({ days: 10 });
    expect(refusal(() => metadata(west))).toEqual({ name: "NotFoundException", message: `Key '${arnIn(WEST!)}' does not exist` });
    const gone = new Date(NOVEMBER + 117 * DAY);
    expect(metadata(east)).toMatchObject({
      KeyState: "PendingDeletion",
      DeletionDate: gone,
      MultiRegionConfiguration: { ReplicaKeys: [] },
    });
    kms.advance({ days: 7 });
    expect(refusal(() => metadata(east)).name).toBe("NotFoundException");
  });

  it("waits for the last of them", async () => {
    const kms = await pair();
    replicate(kms, IRELAND!);
    const [east, west, dublin] = [HOME!, WEST!, IRELAND!].map(kms.in) as [KmsClient, KmsClient, KmsClient];
    east.scheduleKeyDeletion({ KeyId: MRK });
    for (const replica of [west, dublin]) {
      expect(metadata(east).KeyState).toBe("PendingReplicaDeletion");
      replica.scheduleKeyDeletion({ KeyId: MRK, PendingWindowInDays: 7 });
      kms.advance({ days: 7 });
    }
    expect(metadata(east).KeyState).toBe("PendingDeletion");
  });

  it("lets a replica go at any time, and come again", async () => {
    const kms = await pair();
    kms.in(WEST!).scheduleKeyDeletion({ KeyId: MRK, PendingWindowInDays: 7 });
    const blob = seal(kms.in(HOME!), "kept");
    kms.advance({ days: 7 });
    expect(metadata(kms.in(HOME!))).toMatchObject({ KeyState: "Enabled", MultiRegionConfiguration: { ReplicaKeys: [] } });
    replicate(kms, WEST!);
    expect(textOf(open(kms.in(WEST!), blob))).toBe("kept");
  });
});

describe("ciphertexts of related keys", () => {
  it("open in any Region by the bare id, the local ARN or no name, and answer with the local ARN; another Region's ARN is the wrong key", async () => {
    const kms = await pair();
    const [east, west] = [kms.in(HOME!), kms.in(WEST!)];
    for (const [from, to, region, other] of [
      [east, west, WEST!, HOME!],
      [west, east, HOME!, WEST!],
    ] as const) {
      const blob = seal(from, "hello");
      for (const KeyId of [undefined, MRK, arnIn(region)])
        expect(open(to, blob, KeyId)).toMatchObject({ KeyId: arnIn(region), Plaintext: bytes("hello") });
      expect(refusal(() => open(to, blob, arnIn(other))).name).toBe("IncorrectKeyException");
    }
  });

  it("do not open in a Region without a related key", async () => {
    const kms = await pair();
    const blob = seal(kms.in(HOME!), "hello");
    expect(refusal(() => open(kms.in(IRELAND!), blob)).name).toBe("AccessDeniedException");
  });

  it("are those of signatures, MACs and public keys too", async () => {
    const mac = await pair({ spec: "HMAC_256" });
    const Message = bytes("m");
    const { Mac } = mac.in(HOME!).generateMac({ KeyId: MRK, MacAlgorithm: "HMAC_SHA_256", Message });
    expect(mac.in(WEST!).verifyMac({ KeyId: MRK, MacAlgorithm: "HMAC_SHA_256", Message, Mac }).MacValid).toBe(true);
    const ecc = await alone({ spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" });
    replicate(ecc, WEST!);
    expect(ecc.in(WEST!).getPublicKey({ KeyId: MRK }).PublicKey).toEqual(ecc.in(HOME!).getPublicKey({ KeyId: MRK }).PublicKey);
  });

  const REGIONS = [HOME!, WEST!, IRELAND!];
  const step = fc.oneof(
    fc.record({
      kind: fc.constantFrom("encrypt" as const, "replicate" as const, "promote" as const, "rotate" as const, "delete" as const),
      at: fc.nat(2),
    }),
    fc.record({ kind: fc.constant("wait" as const), at: fc.nat(40) }),
  );

  it("open in every Region, whatever was replicated, promoted, rotated and deleted; and one key is the primary", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const kms = await alone();
        const blobs = [seal(kms.in(HOME!), "first")];
        const living = () => REGIONS.filter((region) => kms.key(arnIn(region)) !== undefined);
        const primary = () => living().find((region) => kms.key(arnIn(region))?.multiRegion?.type === "PRIMARY")!;
        for (const { kind, at } of steps) {
          const region = REGIONS[at % 3]!;
          const client = kms.in(primary());
          try {
            if (kind === "encrypt") blobs.push(seal(kms.in(region), "first"));
            if (kind === "replicate") client.replicateKey({ KeyId: MRK, ReplicaRegion: region });
            if (kind === "promote") client.updatePrimaryRegion({ KeyId: MRK, PrimaryRegion: region });
            if (kind === "rotate") client.rotateKeyOnDemand({ KeyId: MRK });
            if (kind === "delete" && region !== primary()) kms.in(region).scheduleKeyDeletion({ KeyId: MRK, PendingWindowInDays: 7 });
            if (kind === "wait") kms.advance({ days: at });
          } catch (thrown) {
            expect((thrown as Error).name).toMatch(/^(NotFound|KMSInvalidState|AlreadyExists|Validation|LimitExceeded|Disabled)Exception$/);
          }
          if (kind !== "delete") kms.advance({ minutes: 3 });
          const types = living().map((here) => metadata(kms.in(here)).MultiRegionConfiguration!);
          expect(types.filter(({ MultiRegionKeyType }) => MultiRegionKeyType === "PRIMARY")).toHaveLength(1);
          expect(new Set(types.map(({ PrimaryKey }) => PrimaryKey.Arn))).toEqual(new Set([arnIn(primary())]));
          for (const here of living()) {
            if (metadata(kms.in(here)).KeyState !== "Enabled") continue;
            for (const blob of blobs) expect(open(kms.in(here), blob)).toMatchObject({ KeyId: arnIn(here), Plaintext: bytes("first") });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function allowEveryone(Action = "kms:*"): object {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action, Resource: "*" }] };
}

function userArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:user/${name}`;
}
