import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { ACCOUNT, allowing, DAY, NOVEMBER, refusal } from "../lab.ts";
import { arnOf, estate } from "./estate.ts";

const tag = (TagKey: string, TagValue = "") => ({ TagKey, TagValue });

async function start(key: WorldKey = {}, policies: readonly object[] = []) {
  const kms = await estate({
    principals: { tagger: { arn: `arn:aws:iam::${ACCOUNT}:user/tagger`, policies } },
    keys: { orders: { aliases: ["alias/orders"], ...key } },
  });
  const KeyId = kms.keys.orders as string;
  const [admin, tagger] = [kms.as("admin"), kms.as("tagger")];
  return { kms, KeyId, admin, tagger, tags: (by: KmsClient = admin) => by.listResourceTags({ KeyId }).Tags };
}

describe("TagResource", () => {
  it("adds tags, and changes those that are there", async () => {
    const { KeyId, admin, tags } = await start({ tags: { team: "orders", stage: "test" } });
    expect(admin.tagResource({ KeyId, Tags: [tag("stage", "production"), tag("Team", "other"), tag("empty")] })).toEqual({});
    expect(tags()).toEqual([tag("Team", "other"), tag("empty"), tag("stage", "production"), tag("team", "orders")]);
  });

  it("opens the key to policies that ask for the tag", async () => {
    const { KeyId, admin, tagger } = await start({}, [
      allowing({ Action: "kms:DescribeKey", Condition: { StringEquals: { "aws:ResourceTag/project": "alpha" } } }),
    ]);
    const describeKey = () => tagger.describeKey({ KeyId });
    expect(refusal(describeKey).name).toBe("AccessDeniedException");
    admin.tagResource({ KeyId, Tags: [tag("project", "alpha")] });
    expect(describeKey().KeyMetadata.Arn).toBe(KeyId);
    admin.untagResource({ KeyId, TagKeys: ["project"] });
    expect(refusal(describeKey).name).toBe("AccessDeniedException");
  });

  it("needs kms:TagResource and no other permission", async () => {
    const one = await start({}, [allowing({ Action: "kms:TagResource" })]);
    expect(one.tagger.tagResource({ KeyId: one.KeyId, Tags: [tag("a", "b")] })).toEqual({});
    const other = await start({}, [allowing({ NotAction: "kms:TagResource" })]);
    expect(refusal(() => other.tagger.tagResource({ KeyId: other.KeyId, Tags: [tag("a", "b")] }))).toEqual({
      name: "AccessDeniedException",
      message: `User: arn:aws:iam::${ACCOUNT}:user/tagger is not authorized to perform: kms:TagResource on resource: ${other.KeyId} because no identity-based policy allows the kms:TagResource action`,
    });
  });

  it("tells policies the tags of the request", async () => {
    const Condition = {
      StringEquals: { "aws:RequestTag/stage": "test" },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["stage", "team"] },
    };
    const { KeyId, tagger } = await start({}, [allowing({ Action: "kms:TagResource", Condition })]);
    const ask = (...Tags: ReturnType<typeof tag>[]) => {
      try {
        tagger.tagResource({ KeyId, Tags });
        return true;
      } catch {
        return false;
      }
    };
    expect([
      ask(tag("stage", "test")),
      ask(tag("stage", "test"), tag("team", "x")),
      ask(tag("stage", "live")),
      ask(tag("stage", "test"), tag("more")),
    ]).toEqual([true, true, false, false]);
  });

  it.each([
    ["the same key twice", [tag("a"), tag("b"), tag("a")], "Duplicate tag keys"],
    ["keys of AWS's", [tag("aws:x")], "Tags beginning with aws: are reserved"],
    ["in any case", [tag("AWS:x")], "Tags beginning with aws: are reserved"],
    ["more than 50", Array.from({ length: 49 }, (_, n) => tag(`t${n}`)), "Too many tags"],
  ])("refuses %s", async (_, Tags, message) => {
    const { kms, KeyId, admin } = await start({ tags: { one: "", two: "" } });
    const before = kms.snapshot();
    expect(refusal(() => admin.tagResource({ KeyId, Tags }))).toEqual({ name: "TagException", message });
    expect(kms.snapshot()).toEqual(before);
  });

  it("takes 50, those that are there counted once", async () => {
    const { KeyId, admin, tags } = await start({ tags: { t0: "", t1: "" } });
    admin.tagResource({ KeyId, Tags: Array.from({ length: 50 }, (_, n) => tag(`t${n}`, "v")) });
    expect(tags()).toHaveLength(50);
  });

  it("words the constraints of the model as AWS does", async () => {
    const { KeyId, admin } = await start();
    const long = "k".repeat(129);
    expect(refusal(() => admin.tagResource({ KeyId, Tags: [tag(long)] }))).toEqual({
      name: "ValidationException",
      message: `1 validation error detected: Value '${long}' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 128`,
    });
    expect(refusal(() => admin.tagResource({ KeyId, Tags: [tag("")] })).message).toContain(
      "at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
    expect(refusal(() => admin.tagResource({ KeyId, Tags: [tag("a"), tag("b", "v".repeat(257))] })).message).toContain(
      "at 'tags.2.member.tagValue' failed",
    );
    expect(refusal(() => admin.tagResource({ KeyId } as never)).message).toBe(
      "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null",
    );
  });

  it("asks for the state of the key, and takes no alias", async () => {
    const { kms, KeyId, admin } = await start();
    const ask = (id: string = KeyId) => [
      () => admin.tagResource({ KeyId: id, Tags: [tag("a")] }),
      () => admin.untagResource({ KeyId: id, TagKeys: ["a"] }),
    ];
    for (const run of ask("alias/orders"))
      expect(refusal(run)).toEqual({ name: "InvalidArnException", message: "Key Aliases are not supported for this operation." });
    kms.change("orders", { enabled: false });
    for (const run of ask()) expect(run()).toEqual({});
    kms.change("orders", { deletion: { state: "PendingReplicaDeletion", windowDays: 7 } });
    for (const run of ask())
      expect(refusal(run)).toEqual({ name: "KMSInvalidStateException", message: `${KeyId} is pending replica deletion.` });
    kms.change("orders", { deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } });
    for (const run of ask()) expect(refusal(run)).toEqual({ name: "KMSInvalidStateException", message: `${KeyId} is pending deletion.` });
    expect(admin.listResourceTags({ KeyId }).Tags).toEqual([]);
  });

  it("does not work across accounts, whatever the key policy says", async () => {
    const { kms, KeyId } = await start({ policy: allowing({ Principal: { AWS: [arnOf.root, arnOf.rootAbroad] }, Action: "kms:*" }) });
    const partner = kms.as("partner");
    for (const run of [
      () => partner.tagResource({ KeyId, Tags: [] }),
      () => partner.untagResource({ KeyId, TagKeys: [] }),
      () => partner.listResourceTags({ KeyId }),
    ]) {
      expect(refusal(run).name).toBe("AccessDeniedException");
    }
  });

  it("is told to the audit log", async () => {
    const { kms, KeyId, admin } = await start();
    admin.tagResource({ KeyId, Tags: [tag("a", "b")] });
    admin.untagResource({ KeyId, TagKeys: ["a"] });
    expect(kms.auditEvents()).toMatchObject([
      {
        eventName: "TagResource",
        readOnly: false,
        requestParameters: { keyId: KeyId, tags: [{ tagKey: "a", tagValue: "b" }] },
        responseElements: null,
      },
      { eventName: "UntagResource", readOnly: false, requestParameters: { keyId: KeyId, tagKeys: ["a"] }, responseElements: null },
    ]);
  });
});

describe("UntagResource", () => {
  it("takes tags away, exact case; one that is not there is no error", async () => {
    const { KeyId, admin, tags } = await start({ tags: { team: "a", Team: "b" } });
    expect(admin.untagResource({ KeyId, TagKeys: ["Team", "none"] })).toEqual({});
    expect(tags()).toEqual([tag("team", "a")]);
    expect(refusal(() => admin.untagResource({ KeyId, TagKeys: ["aws:x"] }))).toEqual({
      name: "TagException",
      message: "Tags beginning with aws: are reserved",
    });
  });

  it("needs kms:UntagResource, and tells policies the keys", async () => {
    const Condition = { "ForAllValues:StringEquals": { "aws:TagKeys": ["stage"] }, Null: { "aws:TagKeys": "false" } };
    const { KeyId, tagger } = await start({}, [allowing({ Action: "kms:UntagResource", Condition })]);
    expect(tagger.untagResource({ KeyId, TagKeys: ["stage"] })).toEqual({});
    for (const TagKeys of [["team"], ["stage", "team"], []])
      expect(refusal(() => tagger.untagResource({ KeyId, TagKeys })).name).toBe("AccessDeniedException");
  });
});

describe("ListResourceTags", () => {
  it("needs kms:ListResourceTags", async () => {
    const one = await start({ tags: { a: "b" } }, [allowing({ Action: "kms:ListResourceTags" })]);
    expect(one.tagger.listResourceTags({ KeyId: one.KeyId })).toEqual({ Tags: [tag("a", "b")], Truncated: false });
    const other = await start({}, [allowing({ NotAction: "kms:ListResourceTags" })]);
    expect(refusal(() => other.tags(other.tagger)).name).toBe("AccessDeniedException");
  });

  it("comes in pages that together are the whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 50 }),
        fc.integer({ min: 1, max: 60 }),
        async (names, Limit) => {
          const wanted = names.filter((name) => !/^aws:/i.test(name)).map((name, n) => tag(name, String(n)));
          const { KeyId, admin } = await start();
          admin.tagResource({ KeyId, Tags: wanted });
          const listed: object[] = [];
          let marker: string | undefined;
          do {
            const page = admin.listResourceTags({ KeyId, Limit, ...(marker && { Marker: marker }) });
            expect(page.Tags.length).toBeLessThanOrEqual(Limit);
            listed.push(...page.Tags);
            marker = page.NextMarker;
            expect(page.Truncated).toBe(marker !== undefined);
          } while (marker !== undefined);
          expect(listed).toEqual(wanted.sort((a, b) => (a.TagKey < b.TagKey ? -1 : 1)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("refuses a marker of another listing", async () => {
    const { KeyId, admin } = await start({ tags: { a: "", b: "" } });
    const { NextMarker } = admin.listResourceTags({ KeyId, Limit: 1 });
    expect(NextMarker).toBeDefined();
    expect(refusal(() => admin.listGrants({ KeyId, Marker: NextMarker as string })).name).toBe("InvalidMarkerException");
    expect(refusal(() => admin.listResourceTags({ KeyId, Marker: "m" })).name).toBe("InvalidMarkerException");
  });
});
