import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english, logged, memberName, serviceEvent } from "../../src/kms/audit.ts";
import { allow, bytes, lab, policy, refusalIfAny, TESTER_SESSION } from "./lab.ts";
import { key, NOW } from "./records.ts";

const TEXT = bytes("attack at dawn");

describe("the event of a call", async () => {
  const PARTNER = "arn:aws:iam::444455556666:user/partner";
  const everyone = { Principal: { AWS: ["111122223333", "444455556666"] } };
  const { kms, admin, arn, id } = await lab(["kms:DescribeKey"], {
    principals: {
      partner: { arn: PARTNER, policies: [policy(allow("kms:*"))] },
      federated: { arn: "arn:aws:sts::111122223333:federated-user/fed" },
      user: { arn: "arn:aws:iam::111122223333:user/team/u" },
    },
    keys: { shared: { policy: policy(allow("kms:*", everyone)) } },
  });
  const last = () => kms.auditEvents().at(-1)!;

  it("has the members of a CloudTrail record", () => {
    kms.as("tester").describeKey({ KeyId: "alias/symmetric" });
    expect(last()).toEqual({
      eventVersion: "1.11",
      userIdentity: {
        type: "AssumedRole",
        principalId: expect.stringMatching(/^AROA[A-Z2-7]{17}:kmsward$/),
        arn: TESTER_SESSION,
        accountId: "111122223333",
        sessionContext: {
          sessionIssuer: {
            type: "Role",
            principalId: expect.stringMatching(/^AROA/),
            arn: "arn:aws:iam::111122223333:role/tester",
            accountId: "111122223333",
            userName: "tester",
          },
        },
      },
      eventTime: "2026-11-22T03:00:00Z",
      eventSource: "kms.amazonaws.com",
      eventName: "DescribeKey",
      awsRegion: "us-east-1",
      sourceIPAddress: "127.0.0.1",
      userAgent: "kmsward",
      requestParameters: { keyId: "alias/symmetric" },
      responseElements: null,
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      readOnly: true,
      resources: [{ accountId: "111122223333", type: "AWS::KMS::Key", ARN: arn("symmetric") }],
      eventType: "AwsApiCall",
      managementEvent: true,
      recipientAccountId: "111122223333",
      eventCategory: "Management",
    });
  });

  it.each([
    ["user", { type: "IAMUser", arn: "arn:aws:iam::111122223333:user/team/u", userName: "u", principalId: expect.stringMatching(/^AIDA/) }],
    ["federated", { type: "FederatedUser", arn: "arn:aws:sts::111122223333:federated-user/fed" }],
    ["arn:aws:iam::111122223333:root", { type: "Root", principalId: "111122223333" }],
    ["s3.amazonaws.com", { type: "AWSService", invokedBy: "s3.amazonaws.com" }],
  ])("says who %s is", (who, identity) => {
    refusalIfAny(() => kms.as(who).describeKey({ KeyId: arn("symmetric") }));
    expect(last().userIdentity).toMatchObject(identity);
  });

  it("says through whom the call came", () => {
    refusalIfAny(() =>
      kms.as({ principal: "tester", viaService: "s3", context: { "aws:SourceVpce": "vpce-1" } }).describeKey({ KeyId: id("symmetric") }),
    );
    expect(last()).toMatchObject({
      sourceIPAddress: "s3.amazonaws.com",
      userAgent: "s3.amazonaws.com",
      userIdentity: { invokedBy: "s3.amazonaws.com" },
      vpcEndpointId: "vpce-1",
    });
  });

  it("says what went wrong, and shows no parameters of what could not be read", () => {
    refusalIfAny(() => admin.encrypt({ KeyId: "alias/none", Plaintext: TEXT }));
    expect(last()).toMatchObject({
      errorCode: "NotFoundException",
      errorMessage: expect.stringContaining("alias/none"),
      requestParameters: { keyId: "alias/none" },
      resources: [],
    });
    refusalIfAny(() => admin.encrypt({ KeyId: "", Plaintext: TEXT }));
    expect(last()).toMatchObject({ errorCode: "ValidationException", requestParameters: null });
    refusalIfAny(() => admin.decrypt({ CiphertextBlob: TEXT }));
    expect(last()).toMatchObject({ errorCode: "InvalidCiphertextException" });
    expect(last()).not.toHaveProperty("errorMessage");
  });

  it("goes to both accounts when it was allowed, and to the caller's when it was not", () => {
    const { length } = kms.auditEvents();
    kms.as("partner").describeKey({ KeyId: kms.keys.shared! });
    const copies = kms.auditEvents().slice(length);
    expect(copies.map(({ recipientAccountId }) => recipientAccountId)).toEqual(["444455556666", "111122223333"]);
    expect(new Set(copies.map(({ sharedEventID }) => sharedEventID)).size).toBe(1);
    expect(new Set(copies.map(({ eventID }) => eventID)).size).toBe(2); // CloudTrail User Guide, record contents: each has its own
    for (const { eventID } of copies) expect(eventID).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    refusalIfAny(() => kms.as("partner").describeKey({ KeyId: arn("symmetric") }));
    expect(
      kms
        .auditEvents()
        .slice(length + 2)
        .map(({ recipientAccountId }) => recipientAccountId),
    ).toEqual(["444455556666"]);
  });

  it("tells what a new key is, with times in English", () => {
    admin.createKey({ Description: "new" });
    expect(last().requestParameters).toMatchObject({ description: "new", origin: "AWS_KMS" });
    expect(last().responseElements).toMatchObject({
      keyMetadata: { aWSAccountId: "111122223333", creationDate: "Nov 22, 2026, 3:00:00 AM", enabled: true },
    });
  });

  it("shows the state of the caller's pairs as they were", () => {
    const EncryptionContext: Record<string, string> = { Tenant: "a" };
    admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT, EncryptionContext });
    EncryptionContext.Tenant = "b";
    expect(last().requestParameters).toMatchObject({ encryptionContext: { Tenant: "a" } });
  });
});

it("tells what KMS did by itself", () => {
  const one = key();
  expect(serviceEvent({ name: "DeleteKey", key: one, at: NOW, eventId: "e" })).toMatchObject({
    eventName: "DeleteKey",
    eventType: "AwsServiceEvent",
    userIdentity: { accountId: "111122223333", invokedBy: "AWS Internal" },
    requestParameters: null,
    serviceEventDetails: { keyId: one.id },
    resources: [{ ARN: one.arn }],
  });
});

it("writes members as CloudTrail does", () => {
  expect(
    logged({ KeyId: "k", Tags: [{ TagKey: "A" }], Missing: undefined, EncryptionContextSubset: { Key: "v" }, At: new Date(NOW) }),
  ).toEqual({
    keyId: "k",
    tags: [{ tagKey: "A" }],
    encryptionContextSubset: { Key: "v" },
    at: "Nov 22, 2026, 3:00:00 AM",
  });
  expect(memberName("AWSAccountId")).toBe("aWSAccountId");
});

it("writes times as Intl does in English", () => {
  const intl = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
  const time = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(time, (date) => {
      expect(english(date)).toBe(intl.format(date).replace("\u202f", " "));
    }),
  );
});
