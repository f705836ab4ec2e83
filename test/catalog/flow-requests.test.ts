import { describe, expect, test } from "vitest";
import { validateRequest } from "../../src/cases/validators.generated.js";
import { type FlowParameters, flowRequests } from "../../src/catalog/flow-requests.ts";
import { FLOW_NAMES, flowNamed } from "../../src/catalog/flows.ts";

const A = "111122223333";
const KEY = `arn:aws:kms:eu-west-1:${A}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const app = `arn:aws:iam::${A}:role/app`;
const run = (flow: string, parameters: FlowParameters = {}, place: object = {}) => {
  const requests = flowRequests(flow, parameters, { principal: app, key: KEY, ...place });
  if (!requests.ok) throw new Error(requests.error.map(({ message }) => message).join("\n"));
  return requests.value;
};
const faults = (flow: string, parameters: FlowParameters) => {
  const requests = flowRequests(flow, parameters, { principal: app, key: KEY });
  return requests.ok ? [] : requests.error;
};

test("a write to S3 is one data key, in the caller's name and the object's", () => {
  expect(run("s3.PutObject", { bucket: "orders", key: "a/b", encryptionContext: { tenant: "t", "aws:s3:arn": "mine" } })).toEqual([
    {
      request: {
        principal: app,
        action: "kms:GenerateDataKey",
        resource: KEY,
        encryptionContext: { tenant: "t", "aws:s3:arn": "arn:aws:s3:::orders/a/b" },
        viaService: "s3.eu-west-1.amazonaws.com",
      },
      step: 0,
      who: "caller",
      source: ["Amazon S3 User Guide, UsingKMSEncryption"],
    },
  ]);
});

test("the grant of an attachment: what its check tells, and who uses it", () => {
  const [create, use] = run("ebs.AttachVolume", { volumeId: "vol-1", instanceId: "i-1" });
  const grantee = `arn:aws:sts::${A}:assumed-role/aws:ec2-infrastructure/i-1`;
  expect(create).toMatchObject({
    request: {
      action: "kms:CreateGrant",
      encryptionContext: { "aws:ebs:id": "vol-1" },
      viaService: "ec2.eu-west-1.amazonaws.com",
      context: {
        "kms:GranteePrincipal": grantee,
        "kms:RetiringPrincipal": "ec2.eu-west-1.amazonaws.com",
        "kms:GrantOperations": ["Decrypt"],
        "kms:GrantConstraintType": "EncryptionContextSubset",
      },
    },
    creates: {
      GrantId: "ebs.AttachVolume/attach",
      GranteePrincipal: grantee,
      Operations: ["Decrypt"],
      Constraints: { EncryptionContextSubset: { "aws:ebs:id": "vol-1" } },
      IssuingAccount: A,
    },
  });
  expect(use).toMatchObject({ request: { principal: grantee, action: "kms:Decrypt" }, who: "grantee", uses: "ebs.AttachVolume/attach" });
  expect(use?.request).not.toHaveProperty("viaService");
});

test("what AWS does not document of a grant is unknown, and so in no context", () => {
  const create = run("rds.CreateDBInstance").find(({ creates }) => creates !== undefined);
  expect(create?.request.unknown).toEqual([
    "kms:GranteePrincipal",
    "kms:GranteeServicePrincipal",
    "kms:GrantOperations",
    "kms:GrantConstraintType",
    "kms:EncryptionContextKeys",
    "kms:RetiringPrincipal",
    "kms:RetiringServicePrincipal",
  ]);
  expect(create?.request.context).toBeUndefined();
  expect(create?.open).toContain("grantee, operations, constraint, retiring and ends");
});

test("a service principal tells for what it works, and never comes through a service", () => {
  const [request] = run("cloudtrail.DeliverLogFile", { trail: "t", bucket: "b" });
  expect(request?.request).toMatchObject({
    principal: "cloudtrail.amazonaws.com",
    context: { "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${A}:trail/t` },
  });
  expect(request?.request).not.toHaveProperty("viaService");
});

test("where it happens: the key's Region and partition, the caller's account, unless told", () => {
  const parameters = { table: "t" };
  const contextOf = (place: object) => run("dynamodb.PutItem", parameters, place)[0]?.request;
  expect(contextOf({ principal: "arn:aws:iam::444455556666:role/p" })?.encryptionContext).toMatchObject({
    "aws:dynamodb:subscriberId": "444455556666",
  });
  expect(contextOf({ principal: { arn: app, tags: {} }, account: "999988887777", region: "us-west-2" })).toMatchObject({
    viaService: "dynamodb.us-west-2.amazonaws.com",
    encryptionContext: { "aws:dynamodb:subscriberId": "999988887777" },
  });
  const china = { key: KEY.replace("aws:kms:eu-west-1", "aws-cn:kms:cn-north-1") };
  expect(run("s3.GetObject", { bucket: "b", key: "k" }, china)[0]?.request).toMatchObject({
    viaService: "s3.cn-north-1.amazonaws.com",
    encryptionContext: { "aws:s3:arn": "arn:aws-cn:s3:::b/k" },
  });
});

test("what a parameter brings is never read as a template", () => {
  expect(run("s3.GetObject", { bucket: "{key}", key: "{bucket}" })[0]?.request.encryptionContext).toEqual({
    "aws:s3:arn": "arn:aws:s3:::{key}/{bucket}",
  });
  expect(run("ssm.GetParameter", { name: "$&{nothing}" })[0]?.request.encryptionContext).toEqual({
    PARAMETER_ARN: `arn:aws:ssm:eu-west-1:${A}:parameter/$&{nothing}`,
  });
});

test("a variant fixes its flags", () => {
  const parameters = { bucket: "b", key: "k" };
  expect(run("s3.PutObject.bucket-key", parameters).map(({ request }) => request)).toEqual(
    run("s3.PutObject", { ...parameters, bucketKey: true }).map(({ request }) => request),
  );
});

describe("every flow and variant", () => {
  const value = { text: "x", flag: true, pairs: { a: "b" }, key: KEY, principal: `arn:aws:iam::${A}:role/other` } as const;

  test.each(FLOW_NAMES)("%s gives requests that the engine takes, with defaults and with everything told", (name) => {
    const entries = Object.entries(flowNamed(name)?.flow.parameters ?? {});
    const needed = Object.fromEntries(
      entries.filter(([, parameter]) => parameter.default === undefined).map(([parameter, { kind }]) => [parameter, value[kind]]),
    );
    const all = Object.fromEntries(entries.map(([parameter, { kind }]) => [parameter, value[kind]]));
    for (const { request } of [...run(name, needed), ...run(name, all)]) expect(validateRequest(request)).toEqual([]);
  });
});

test.each([
  ["s3.PutObjects", {}, { code: "KW104", help: "did you mean `s3.PutObject`?" }],
  ["s3.nothingofthekind", {}, { code: "KW104", help: expect.stringContaining("there are `s3.PutObject`") }],
  ["athena.Query", {}, { code: "KW104", message: "no service flow `athena.Query`" }],
  ["s3.PutObject", { bucket: "b" }, { code: "KW105", parameter: "key", message: "the flow needs `key`: a text" }],
  ["s3.PutObject", { bucket: "b", key: "" }, { code: "KW104", parameter: "key" }],
  ["s3.PutObject", { bucket: "b", key: "k", cached: "no" }, { code: "KW104", parameter: "cached", message: "`cached` is true or false" }],
  ["s3.PutObject", { bucket: "b", key: "k", encryptionContext: "a=b" }, { code: "KW104", parameter: "encryptionContext" }],
  ["s3.PutObject", { bucket: "b", key: "k", buckt: "x" }, { code: "KW101", parameter: "buckt", help: "did you mean `bucket`?" }],
  ["ebs.CreateSnapshot", { x: "y" }, { code: "KW101", help: "the flow has no parameters" }],
])("%s %j is refused", (flow, parameters, expected) => expect(faults(flow, parameters as FlowParameters)).toMatchObject([expected]));
