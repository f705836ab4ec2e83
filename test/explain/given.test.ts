import { expect, test } from "vitest";
import { engine } from "../../src/authz/authorizer.ts";
import type { Answer } from "../../src/authz/decision.ts";
import { compileSet } from "../../src/estate/policy-documents.ts";
import type { World } from "../../src/estate/world.ts";
import { explain } from "../../src/explain/explain.ts";
import { resolveWorld } from "../../src/world/reader.ts";

const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const document = (condition: object) => ({
  account: ACCOUNT,
  region: "us-east-1",
  organization: { id: "o-abc1234567", accounts: [ACCOUNT] }, // without the id of its root: nobody knows the paths
  principals: { app: { arn: `arn:aws:iam::${ACCOUNT}:role/app` } },
  endpoints: { vpc: { id: "vpce-1", vpc: "vpc-1" } },
  keys: {
    orders: {
      arn: KEY,
      aliases: ["alias/orders"],
      policy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*", Condition: condition }],
      },
    },
  },
});

const worldWith = (condition: object): World => resolveWorld(document(condition)).world as World;
const rows = (answer: Answer) => explain(answer, { format: "json" }).given.map(({ name, value }) => `${name}: ${value}`);

const TENANT = { StringEquals: { "kms:EncryptionContext:tenant": "t1" } };
const PATHS = { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abc1234567/*" } };

test("what a world adds to a question is not said to be given", () => {
  const answer = worldWith(TENANT).authorize({ principal: "app", action: "kms:Decrypt", key: "alias/orders" });
  expect(rows(answer)).toEqual([]);
  expect(explain(answer)).not.toMatch(/OrgID|OrgPaths|RequestAlias/);
});

test("what the question says is", () => {
  const answer = worldWith(TENANT).authorize({
    principal: "app",
    action: "kms:Decrypt",
    key: "orders",
    endpoint: "vpc",
    encryptionContext: { tenant: "t2" },
    context: { "aws:SourceVpc": "vpc-1" },
    time: "2026-11-22T03:00:00Z",
  });
  expect(rows(answer)).toEqual([
    "endpoint: vpc",
    'encryption context: tenant="t2"',
    'context: aws:SourceVpc="vpc-1"',
    "time: 2026-11-22T03:00:00Z",
  ]);
});

test("what a world does not tell is named where a policy in question reads it", () => {
  const question = { principal: "app", key: "orders" };
  expect(rows(worldWith(PATHS).authorize({ ...question, action: "kms:Decrypt" }))).toEqual(["not told: aws:PrincipalOrgPaths"]);
  expect(rows(worldWith(PATHS).authorize({ ...question, action: "kms:Encrypt" }))).toEqual([]); // the statement is for another action
});

test("what a question says is unknown is named where a policy in question reads it, and `*` always", () => {
  const ask = (...unknown: string[]) =>
    rows(worldWith(TENANT).authorize({ principal: "app", action: "kms:Decrypt", key: "orders", unknown }));
  expect(ask("aws:SourceIp", "kms:EncryptionContext:TENANT")).toEqual(["given as unknown: kms:EncryptionContext:TENANT"]);
  expect(ask("kms:EncryptionContext:")).toEqual(["given as unknown: kms:EncryptionContext:"]);
  expect(ask("aws:SourceIp", "aws:PrincipalTag/")).toEqual([]);
  expect(ask("*")).toEqual(["given as unknown: *"]);
});

test("of a case all is given", () => {
  const answer = engine(compileSet({}))({
    principal: `arn:aws:iam::${ACCOUNT}:user/alice`,
    action: "kms:Decrypt",
    resource: KEY,
    context: { "aws:ResourceOrgID": "o-1" },
    viaService: "s3.us-east-1.amazonaws.com",
    grantTokens: ["t"],
  });
  expect(rows(answer)).toEqual(["via service: s3.us-east-1.amazonaws.com", 'context: aws:ResourceOrgID="o-1"', "grant tokens: 1 given"]);
});

test("what the world adds shows where a statement reads it", () => {
  const answer = worldWith({ StringEquals: { "aws:PrincipalOrgID": "o-other" } }).authorize({
    principal: "app",
    action: "kms:Decrypt",
    key: "orders",
    viaService: "s3",
  });
  expect(rows(answer)).toEqual(["via service: s3.us-east-1.amazonaws.com"]);
  expect(explain(answer)).toContain('got "o-abc1234567"'); // worked out, and read: the statement says so
});
