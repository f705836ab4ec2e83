import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { authorizeFlow } from "../../src/estate/flow.ts";
import { createKms, type FlowReply, InvalidWorldError, type Kms, KmsException, type KmsWorld, loadWorld } from "../../src/kms.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { flowFile } from "../flow-fixtures.ts";
import { allow, policy } from "./lab.ts";

const APP = "arn:aws:iam::111122223333:role/app";
const ESTATE: KmsWorld = {
  principals: {
    app: { arn: APP, policies: [policy(allow(["kms:GenerateDataKey", "kms:Decrypt", "kms:CreateGrant", "kms:DescribeKey"]))] },
  },
  keys: {
    orders: { aliases: ["alias/orders"] },
    other: {},
    direct: {
      policy: policy({
        ...allow("kms:*"),
        Principal: { AWS: APP },
        Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
      }),
    },
  },
};
const put = { bucket: "reports", key: "2026.csv" };
const told = ({ outcome, calls }: FlowReply) => [outcome, ...calls.map(({ operation, error }) => error?.name ?? operation)];

describe("a flow", () => {
  test("asks KMS in the caller's name, through the service, and what it encrypted it decrypts", async () => {
    const kms = await createKms({ world: ESTATE });
    const written = await kms.flow("s3.PutObject", put, { principal: "app", key: "orders" });
    const read = await kms.flow("s3.GetObject", put, { principal: "app", key: "alias/orders" });
    expect([told(written), told(read)]).toEqual([
      ["done", "GenerateDataKey"],
      ["done", "Decrypt"],
    ]);
    const [made, opened] = [written.calls[0]?.reply, read.calls[0]?.reply] as readonly { Plaintext: Uint8Array }[];
    expect(opened?.Plaintext).toEqual(made?.Plaintext);
    expect(opened?.Plaintext).toHaveLength(32);
    expect(written.calls[0]?.input).toMatchObject({ EncryptionContext: { "aws:s3:arn": "arn:aws:s3:::reports/2026.csv" } });
    const [event] = kms.auditEvents();
    expect(event).toMatchObject({ eventName: "GenerateDataKey", sourceIPAddress: "s3.amazonaws.com" });
  });

  test("reads what was written before there was a KMS here", async () => {
    const kms = await createKms({ world: ESTATE });
    expect(told(await kms.flow("s3.GetObject", put, { principal: "app", key: "orders" }))).toEqual(["done", "Decrypt"]);
  });

  test("that is refused ends there, and says what AWS says", async () => {
    const kms = await createKms({ world: ESTATE });
    const { refused, ...reply } = await kms.flow("s3.PutObject", { ...put, bucketKey: true }, { principal: "app", key: "direct" });
    expect(told(reply)).toEqual(["refused", "AccessDeniedException"]);
    expect(refused?.error).toBeInstanceOf(KmsException);
    expect(refused?.error?.message).toContain("is not authorized to perform: kms:GenerateDataKey on resource");
    expect(refused?.checks).toMatchObject([{ who: "caller", needed: expect.any(String) }]);
  });

  test("makes grants, and uses them by their tokens", async () => {
    const kms = await createKms({
      world: { ...ESTATE, principals: { app: { arn: APP, policies: [policy(allow("kms:*"))] } } },
      grantDelay: { minutes: 5 },
    });
    const reply = await kms.flow("ebs.AttachVolume", { volumeId: "vol-1", instanceId: "i-1" }, { principal: "app", key: "orders" });
    expect(told(reply)).toEqual(["done", "CreateGrant", "Decrypt"]);
    expect(reply.calls[1]?.input).toHaveProperty("GrantTokens");
    expect(reply.calls[1]?.principal).toContain("i-1");
  });

  test("of a disabled key is refused for its state", async () => {
    const kms = await createKms({ world: { ...ESTATE, keys: { orders: { state: "Disabled" } } } });
    expect(told(await kms.flow("s3.PutObject", put, { principal: "app", key: "orders" }))).toEqual(["refused", "DisabledException"]);
  });

  test("that does not exist, or leads nowhere, throws", async () => {
    const kms = await createKms({ world: ESTATE });
    const place = { principal: "app", key: "orders" };
    await expect(kms.flow("s3.PutObjekt", put, place)).rejects.toThrow("did you mean `s3.PutObject`?");
    await expect(kms.flow("s3.PutObject", { bucket: "b" }, place)).rejects.toThrow(TypeError);
    await expect(kms.flow("s3.PutObject", put, { ...place, principal: "ap" })).rejects.toThrow(InvalidWorldError);
    await expect(kms.flow("s3.PutObject", put, { ...place, key: "alias/none" })).rejects.toMatchObject({ name: "NotFoundException" });
  });
});

describe("a flow under the service's own key", () => {
  const NOBODY = { nobody: "arn:aws:iam::111122223333:role/nobody" };
  const FLOWS: readonly (readonly [string, Parameters<Kms["flow"]>[1], string])[] = [
    ["s3.PutObject", put, "alias/aws/s3"],
    ["s3.MultipartUpload", put, "alias/aws/s3"],
    ["s3.CopyObject", { sourceBucket: "a", sourceKey: "b", ...put, sourceKmsKey: "alias/aws/s3" }, "alias/aws/s3"],
    ["ebs.AttachVolume", { volumeId: "vol-1", instanceId: "i-1" }, "alias/aws/ebs"],
    ["dynamodb.CreateTable", { table: "orders" }, "alias/aws/dynamodb"],
    [
      "secretsmanager.CreateSecret",
      { secretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:s", versionId: "1" },
      "alias/aws/secretsmanager",
    ],
    ["ssm.PutParameter.standard", { name: "p" }, "alias/aws/ssm"],
    ["ssm.PutParameter.advanced", { name: "p" }, "alias/aws/ssm"],
    ["rds.CreateDBInstance", { dbResourceId: "db-1" }, "alias/aws/rds"],
    ["sqs.SendMessage", { queue: "q" }, "alias/aws/sqs"],
    ["sns.Publish", { topic: "t" }, "alias/aws/sns"],
    ["lambda.CreateFunction.env-default", { function: "f", role: APP }, "alias/aws/lambda"],
  ];

  test.each(FLOWS.map((each) => [each[0], each] as const))(
    "%s makes the key, and needs no permission on it",
    async (_, [flow, parameters, key]) => {
      const kms = await createKms({ world: { principals: { ...NOBODY, app: APP } } });
      const reply = await kms.flow(flow, parameters, { principal: "nobody", key });
      expect([reply.outcome, reply.refused?.error?.message]).toEqual(["done", undefined]);
      expect((await kms.flow(flow, parameters, { principal: "nobody", key })).outcome).toBe("done");
      expect(kms.auditEvents().filter(({ eventName }) => eventName === "CreateKey")).toHaveLength(1); // and the second time uses it
    },
  );

  test("is refused to who is denied, and to other services, and the key stays", async () => {
    const denied = policy({ ...allow("kms:GenerateDataKey*"), Effect: "Deny" });
    const kms = await createKms({ world: { principals: { app: { arn: APP, policies: [denied] }, ...NOBODY } } });
    expect(told(await kms.flow("s3.PutObject", put, { principal: "app", key: "alias/aws/s3" }))).toEqual([
      "refused",
      "AccessDeniedException",
    ]);
    const other = await kms.flow("s3.PutObject", put, { principal: "nobody", key: "alias/aws/sqs" });
    expect(other.refused?.error?.message).toContain("no resource-based policy allows");
    expect(kms.auditEvents().filter(({ eventName }) => eventName === "CreateKey")).toHaveLength(2);
  });

  test("that has not what it needs makes no key", async () => {
    const kms = await createKms({ world: { principals: { ...NOBODY, app: APP } } });
    await expect(kms.flow("s3.PutObject", {}, { principal: "nobody", key: "alias/aws/s3" })).rejects.toThrow(TypeError);
    expect(kms.auditEvents()).toEqual([]);
  });
});

/** Each documented flow as it is decided, and as it runs. */
describe.each(readdirSync("fixtures/flows").map((file) => file.replace(".json", "")))("the flows of %s", (service) => {
  const { world: document, cases } = flowFile(service);

  test.each(cases.filter(({ expect: { outcome } }) => outcome !== "undetermined").map((each) => [each.name, each] as const))(
    "%s",
    async (_title, each) => {
      const { name: _, source: __, basis: ___, expect: ____, ...question } = each;
      const { flow, parameters = {}, principal, key, region, account, context } = question;
      const { world } = resolveWorld(document);
      if (world === undefined || typeof principal !== "string") throw new Error("no world");
      const decided = authorizeFlow(world, question);
      if (!decided.ok) throw new Error("no answer");
      const kms = await createKms({ world });
      const caller = { principal, ...(context && { context }) };
      const reply = await kms.flow(flow, parameters, { principal: caller, key, ...(region && { region }), ...(account && { account }) });
      const { refused } = decided.value;
      expect([reply.outcome, reply.refused?.operation, reply.refused?.error?.message]).toEqual(
        refused === undefined
          ? ["done", undefined, undefined]
          : [
              "refused",
              refused.request.action.slice("kms:".length).replace(/^ReEncrypt.*/, "ReEncrypt"),
              expect.stringContaining("is not authorized to perform"),
            ],
      );
    },
  );
});

describe("a world", () => {
  const readFile = (path: string) => readFileSync(path, "utf8");

  test("of files starts a KMS", async () => {
    const kms = await createKms({ world: await loadWorld("fixtures/worlds/estate.yaml", { readFile, root: "fixtures" }) });
    expect(kms.keys.orders).toBe("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    expect(kms.diagnostics).toEqual([]);
    const root = kms.as("arn:aws:iam::111122223333:root");
    expect(root.getKeyRotationStatus({ KeyId: kms.keys.fixed ?? "" })).toMatchObject({ KeyRotationEnabled: true });
    expect(told(await kms.flow("s3.PutObject", put, { principal: "app", key: "orders" })).length).toBe(2);
  });

  test("that cannot be read is told, with every file and line", async () => {
    const files: Readonly<Record<string, string>> = { "world.yaml": "keys:\n  orders:\n    polcy: x\n" };
    const refusal = loadWorld("world.yaml", { readFile: (path) => files[path] ?? "", account: "111122223333", region: "us-east-1" });
    await expect(refusal).rejects.toThrow(InvalidWorldError);
    await expect(refusal).rejects.toThrow(/world\.yaml:3:5 error: unknown member `polcy`/);
  });
});
