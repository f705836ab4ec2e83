import * as cloudtrail from "@aws-sdk/client-cloudtrail";
import * as kms from "@aws-sdk/client-kms";
import * as sts from "@aws-sdk/client-sts";
import { beforeAll, describe, expect, it } from "vitest";
import { systemPorts } from "../../../src/embedded/system-ports.ts";
import type { AuditEvent } from "../../../src/kms/audit.ts";
import { standingClock } from "../../../src/kms/ports.ts";
import { allow, policy } from "../../kms/lab.ts";
import { credentialsOf, serving } from "../serving.ts";

const ACCOUNT = "111122223333";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const ALICE = credentialsOf("AKIAALICEALICEALICE2");
const BOB = credentialsOf("AKIABOBBOBBOBBOBBOB2");
const PARTNER = credentialsOf("AKIAPARTNERPARTNERP2");
const START = Math.floor(Date.now() / 1000) * 1000;
const clock = standingClock(START);
const heard: AuditEvent[] = [];
const server = await serving({
  ports: { ...systemPorts(), now: clock.now },
  onEvent: (event) => heard.push(event),
  world: {
    principals: {
      alice: {
        arn: `arn:aws:iam::${ACCOUNT}:user/alice`,
        credentials: ALICE,
        policies: [policy(allow(["kms:*", "cloudtrail:LookupEvents", "sts:*"]))],
      },
      bob: { arn: `arn:aws:iam::${ACCOUNT}:user/bob`, credentials: BOB },
      partner: { arn: "arn:aws:iam::444455556666:user/partner", credentials: PARTNER, policies: [policy(allow("*"))] },
      app: {
        arn: ROLE,
        policies: [policy(allow("kms:*"))],
        trust: policy({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/alice` }, Action: "sts:AssumeRole" }),
      },
    },
    keys: { orders: { aliases: ["alias/orders"] } },
  },
});
const ARN = server.standing.site.keys.orders ?? "";
type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
const configOf = (credentials: Keys, region = "us-east-1") => ({
  region,
  endpoint: server.url,
  credentials: { ...credentials },
  maxAttempts: 1,
});
const lookup = (input: cloudtrail.LookupEventsCommandInput = {}, credentials: Keys = ALICE, region?: string) =>
  new cloudtrail.CloudTrailClient(configOf(credentials, region)).send(new cloudtrail.LookupEventsCommand(input));
const by = (AttributeKey: string, AttributeValue: string, more: object = {}, credentials?: Keys) =>
  lookup({ LookupAttributes: [{ AttributeKey: AttributeKey as "EventName", AttributeValue }], ...more }, credentials);
const told = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error: Error) => error.name,
  );

beforeAll(async () => {
  const client = new kms.KMSClient(configOf(ALICE));
  const { CiphertextBlob } = await client.send(
    new kms.EncryptCommand({ KeyId: "alias/orders", Plaintext: Buffer.from("marker-plaintext") }),
  );
  clock.advance(10_000);
  await client.send(new kms.DecryptCommand({ CiphertextBlob }));
  await new kms.KMSClient(configOf(BOB)).send(new kms.DecryptCommand({ CiphertextBlob })).catch(() => undefined);
  const { Credentials: given } = await new sts.STSClient(configOf(ALICE)).send(
    new sts.AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: "job-7" }),
  );
  const session = { accessKeyId: given!.AccessKeyId!, secretAccessKey: given!.SecretAccessKey!, sessionToken: given!.SessionToken! };
  clock.advance(10_000);
  const asRole = new kms.KMSClient(configOf(session));
  await asRole.send(new kms.DisableKeyCommand({ KeyId: ARN }));
  await asRole.send(new kms.EncryptCommand({ KeyId: ARN, Plaintext: Buffer.from("x") })).catch(() => undefined);
  await client.send(new kms.DescribeKeyCommand({ KeyId: "alias/nobody" })).catch(() => undefined);
  await new kms.KMSClient(configOf(PARTNER)).send(new kms.ListKeysCommand({}));
});

describe("LookupEvents", () => {
  it("tells the newest first, each with its record", async () => {
    const { Events = [], NextToken } = await by("EventName", "Decrypt");
    expect(NextToken).toBeUndefined();
    expect(Events.map(({ Username }) => Username)).toEqual(["bob", "alice"]);
    const [refused, done] = Events;
    expect(done).toMatchObject({
      EventName: "Decrypt",
      ReadOnly: "true",
      AccessKeyId: ALICE.accessKeyId,
      EventSource: "kms.amazonaws.com",
      Resources: [],
      EventTime: new Date(START + 10_000),
    });
    expect(JSON.parse(refused!.CloudTrailEvent!)).toMatchObject({
      errorCode: "AccessDeniedException",
      sourceIPAddress: "127.0.0.1",
      userAgent: expect.stringContaining("aws-sdk-js") as string,
    });
  });

  // biome-ignore format: a table reads as a table
  it.each<[string, string, readonly string[]]>([
    ["ResourceName", ARN, ["Encrypt", "DisableKey", "Decrypt", "Decrypt", "Encrypt"]], // by the record, and by what AWS shows
    ["ResourceName", "alias/orders", ["Encrypt"]], ["ResourceType", "AWS::KMS::Key", ["Encrypt", "DisableKey", "Decrypt", "Decrypt", "Encrypt"]],
    ["Username", "job-7", ["Encrypt", "DisableKey"]], ["ReadOnly", "false", ["DisableKey"]], ["AccessKeyId", BOB.accessKeyId, ["Decrypt"]],
    ["EventSource", "sts.amazonaws.com", ["AssumeRole"]], ["ResourceType", "AWS::STS::AssumedRole", ["AssumeRole"]], ["ResourceName", ROLE, ["AssumeRole"]], ["ResourceType", "Nothing", []],
  ])("finds by %s %s", async (key, value, names) => {
    const { Events = [] } = await by(key, value, { EndTime: new Date(START + 60_000) });
    expect(Events.map(({ EventName }) => EventName).filter((name) => name !== "LookupEvents")).toEqual(names);
  });

  it("shows resources as AWS was seen to", async () => {
    const resources = async (name: string) => (await by("EventName", name)).Events!.map(({ Resources }) => Resources);
    expect(await resources("DisableKey")).toEqual([
      [
        { ResourceType: "AWS::KMS::Key", ResourceName: ARN },
        { ResourceType: "AWS::KMS::Key", ResourceName: ARN },
      ],
    ]);
    expect(await resources("DescribeKey")).toEqual([[]]);
    const [assumed = []] = await resources("AssumeRole");
    expect(assumed.map(({ ResourceType }) => ResourceType)).toEqual([
      "AWS::IAM::AccessKey",
      ...Array<string>(3).fill("AWS::STS::AssumedRole"),
      "AWS::IAM::Role",
    ]);
  });

  it("keeps to times, account and Region", async () => {
    const { Events = [] } = await lookup({ StartTime: new Date(START + 10_000), EndTime: new Date(START + 10_000) });
    expect(Events.map(({ EventName }) => EventName)).toEqual(["AssumeRole", "Decrypt", "Decrypt"]);
    expect((await lookup({}, PARTNER)).Events!.map(({ EventName }) => EventName)).toEqual(["ListKeys"]);
    expect((await lookup({}, ALICE, "eu-west-1")).Events).toEqual([]);
  });

  it("gives pages that later events do not move, to the question that they are of", async () => {
    const all = (await lookup({ EndTime: new Date(START + 20_000) })).Events!.map(({ EventId }) => EventId);
    const pages: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await lookup({ MaxResults: 2, ...(NextToken && { NextToken }) });
      pages.push(...page.Events!.map(({ EventId }) => EventId));
      NextToken = page.NextToken;
    } while (NextToken !== undefined && pages.length < 50);
    expect(pages.slice(-all.length + 1)).toEqual(all.slice(1));
    expect(new Set(pages).size).toBe(pages.length);
    const { NextToken: token } = await lookup({ MaxResults: 1 });
    expect(await told(lookup({ MaxResults: 2, NextToken: token }))).toBe("InvalidNextTokenException");
    expect(await told(lookup({ MaxResults: 1, NextToken: token }, PARTNER))).toBe("InvalidNextTokenException");
    expect(await told(lookup({ NextToken: "made-up" }))).toBe("InvalidNextTokenException");
  });

  // biome-ignore format: a table reads as a table
  it.each<[cloudtrail.LookupEventsCommandInput, string]>([
    [{ LookupAttributes: [{ AttributeKey: "ReadOnly", AttributeValue: "True" }] }, "InvalidLookupAttributesException"],
    [{ LookupAttributes: [{ AttributeKey: "Color" as "EventName", AttributeValue: "red" }] }, "InvalidLookupAttributesException"],
    [{ LookupAttributes: [{ AttributeKey: "EventId", AttributeValue: "1" }, { AttributeKey: "EventId", AttributeValue: "1" }] }, "InvalidLookupAttributesException"],
    [{ StartTime: new Date(START + 86_400_000) }, "InvalidTimeRangeException"], [{ StartTime: new Date(START), EndTime: new Date(START - 1000) }, "InvalidTimeRangeException"],
    [{ MaxResults: 0 }, "InvalidMaxResultsException"], [{ MaxResults: 51 }, "InvalidMaxResultsException"], [{ MaxResults: 1.5 }, "SerializationException"],
    [{ EventCategory: "data" as "insight" }, "InvalidEventCategoryException"], [{ EventCategory: "insight" }, "done"],
  ])("%j is answered with %s", async (input, expected) => {
    expect(await told(lookup(input))).toBe(expected);
  });

  it("is for who may", async () => {
    expect(await told(lookup({}, BOB))).toBe("AccessDeniedException");
  });

  it("and every other event tell no plaintext, key or token", () => {
    const text = JSON.stringify(heard);
    expect(heard.length).toBeGreaterThan(20);
    for (const marker of [
      "marker-plaintext",
      Buffer.from("marker-plaintext").toString("base64"),
      "secret-of",
      "SessionToken",
      "sessionToken",
      "SecretAccessKey",
    ])
      expect(text).not.toContain(marker);
  });
});
