import { expect, test } from "vitest";
import { A, allow, B, delegation, KEY, roleIn, worldOf } from "../world/worlds.ts";

const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: roleIn("app") }, Action: "sts:AssumeRole" }] };
const world = worldOf({
  organization: { id: "o-1", rootId: "r-1", accounts: [A] },
  principals: { app: { arn: roleIn("app"), policies: [allow(["kms:*", "sts:*"])] }, target: { arn: roleIn("target", B), trust } },
  keys: { orders: { arn: KEY, aliases: ["alias/orders"], policy: delegation(), tags: { team: "a" } } },
  endpoints: { vpc: { id: "vpce-1", vpc: "vpc-1", policy: allow("kms:DescribeKey", { Principal: "*" }) }, open: { id: "vpce-2" } },
});
const posed = (question: object) => {
  const found = world.gather({ principal: "app", action: "kms:Decrypt", key: "orders", ...question });
  if (!found.ok) throw new Error(found.error.map(({ message }) => message).join("\n"));
  return found.value;
};

test("what is gathered is everything that has a say", () => {
  const { request, documents, key, grants } = posed({
    encryptionContext: { a: "b" },
    time: "2026-01-01T00:00:00Z",
    grantTokens: ["t"],
  });
  expect(request).toEqual({
    principal: { arn: roleIn("app"), orgId: "o-1", orgPath: "o-1/r-1/" },
    action: "kms:Decrypt",
    resource: KEY,
    encryptionContext: { a: "b" },
    time: "2026-01-01T00:00:00Z",
    grantTokens: ["t"],
    context: { "aws:ResourceOrgID": "o-1", "aws:ResourceOrgPaths": ["o-1/r-1/"] },
  });
  expect([documents.resource?.name, documents.identity?.[0]?.name]).toEqual(["key policy", "app/inline 1"]);
  expect(key).toEqual({
    managedBy: "customer",
    aliases: ["alias/orders"],
    tags: { team: "a" },
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
  });
  expect(grants).toEqual([]);
});

test("the alias a key is asked by is in the context, where AWS sends it", () => {
  expect(posed({ key: "alias/orders" }).request.context).toMatchObject({ "kms:RequestAlias": "alias/orders" });
  expect(posed({ key: "alias/orders", action: "kms:ScheduleKeyDeletion" }).request.context).not.toHaveProperty("kms:RequestAlias");
  expect(posed({}).request.context).not.toHaveProperty("kms:RequestAlias");
});

test("what the question says of a condition key stands, in any case, also that it is unknown", () => {
  expect(posed({ context: { "AWS:resourceorgid": "o-2" } }).request.context).toEqual({
    "AWS:resourceorgid": "o-2",
    "aws:ResourceOrgPaths": ["o-1/r-1/"],
  });
  expect(posed({ unknown: ["aws:ResourceOrgID"] }).request).toMatchObject({
    unknown: ["aws:ResourceOrgID"],
    context: { "aws:ResourceOrgPaths": ["o-1/r-1/"] },
  });
});

test("an endpoint brings its id, its VPC and its policy; named by the context it brings them too", () => {
  expect(posed({ endpoint: "vpc" }).request.context).toMatchObject({ "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" });
  for (const through of [{ endpoint: "vpc" }, { endpoint: "vpce-1" }, { context: { "aws:sourceVpce": "vpce-1" } }]) {
    expect(world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", ...through }).outcome).toBe("implicitDeny");
    expect(world.authorize({ principal: "app", action: "kms:DescribeKey", key: "orders", ...through }).outcome).toBe("allowed");
  }
  expect(world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", endpoint: "open" }).outcome).toBe("allowed");
  expect(world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", endpoint: "vpce-9" })).toMatchObject({
    outcome: "allowed",
    notes: [expect.stringContaining("vpce-9 is not in the world")],
  });
});

test("a service is named in short", () => {
  expect(posed({ viaService: "s3" }).request.viaService).toBe("s3.us-east-1.amazonaws.com");
  expect(posed({ viaService: "s3.eu-west-1.amazonaws.com" }).request.viaService).toBe("s3.eu-west-1.amazonaws.com");
});

test("what names no key is asked on everything; what needs one says so", () => {
  expect(world.authorize({ principal: "app", action: "kms:ListKeys" }).outcome).toBe("allowed");
  expect(world.authorize({ principal: "app", action: "kms:ListKeys", key: "*" }).outcome).toBe("allowed");
  expect(world.authorize({ principal: "app", action: "kms:Decrypt" })).toMatchObject({
    decision: "Deny",
    invalid: [{ code: "KW403", help: "name it by `key`" }],
  });
});

test("an alias is asked about as a resource of its own", () => {
  const arn = `arn:aws:kms:us-east-1:${A}:alias/new`;
  expect(world.authorize({ principal: "app", action: "kms:CreateAlias", resource: arn }).outcome).toBe("allowed");
  expect(posed({ key: undefined, resource: KEY }).documents.resource?.name).toBe("key policy");
});

test("the ARN of an alias is its key, where the action is asked on a key", () => {
  const alias = `arn:aws:kms:us-east-1:${A}:alias/orders`;
  const found = posed({ key: undefined, resource: alias });
  expect(found.request).toMatchObject({ resource: KEY, context: { "kms:RequestAlias": "alias/orders" } });
  expect(found.documents.resource?.name).toBe("key policy");
  expect(world.authorize({ principal: "app", action: "kms:Decrypt", resource: alias }).outcome).toBe("allowed");
  const nowhere = world.authorize({ principal: "app", action: "kms:Decrypt", resource: `${alias}s` });
  expect(nowhere.invalid).toMatchObject([{ code: "KW501" }]);
});

test("a role of the world is assumed by its trust policy", () => {
  const ask = (action: string) => world.authorize({ principal: "app", action, resource: "target" });
  expect(ask("sts:AssumeRole")).toMatchObject({ outcome: "allowed", by: [{ policy: "trust policy" }, { policy: "app/inline 1" }] });
  expect(ask("sts:TagSession").outcome).toBe("implicitDeny");
});

test("grants and session policies of the question count for it alone", () => {
  const grant = { GrantId: "g", GranteePrincipal: roleIn("target", B), Operations: ["Decrypt"], IssuingAccount: B };
  const question = { principal: "target", action: "kms:Decrypt", key: "orders" };
  expect(world.authorize({ ...question, moreGrants: [grant] })).toMatchObject({ outcome: "allowed", by: [{ grant: "g" }] });
  expect(world.authorize(question).outcome).toBe("implicitDeny");
});

test("a list of one endpoint is that endpoint, with its policy", () => {
  const ask = (vpce: string | string[]) =>
    world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", context: { "aws:SourceVpce": vpce } });
  expect([ask("vpce-1").outcome, ask(["vpce-1"]).outcome, ask(["vpce-2"]).outcome]).toEqual(["implicitDeny", "implicitDeny", "allowed"]);
});

test.each<[string, object, object]>([
  ["another account than the key's", { resourceAccount: B }, { code: "KW403", at: { pointer: "/resourceAccount" } }],
  ["no service", { viaService: "" }, { code: "KW404", at: { pointer: "/viaService" } }],
  ["a Map as context", { context: new Map() }, { code: "KW104", at: { pointer: "/context" } }],
  ["a Map as encryption context", { encryptionContext: new Map() }, { code: "KW104", at: { pointer: "/encryptionContext" } }],
  ["a year as time", { time: "2026" }, { code: "KW407", at: { pointer: "/time" } }],
  ["no action of KMS", { action: "kms:Decript" }, { code: "KW402", help: "did you mean `kms:Decrypt`?" }],
])("a question is refused that has %s", (_, changes, told) => {
  const answer = world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders", ...changes });
  expect(answer).toMatchObject({ decision: "Deny", invalid: [told] });
});
