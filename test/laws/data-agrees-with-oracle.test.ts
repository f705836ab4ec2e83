import fc from "fast-check";
import { expect, it } from "vitest";
import { authorizeData } from "../../src/estate/data/authorize.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { type Data, oracleData, type Said } from "../oracle/data.ts";

/** What a flow on a resource comes to is what the oracle composes of the calls that the guides of the services tell. */

const A = "111122223333";
const B = "444455556666";
const KEY = `arn:aws:kms:us-east-1:${A}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = (name: string, account = A) => `arn:aws:iam::${account}:role/${name}`;
const PEOPLE = { app: role("app"), etl: role("etl"), partner: role("partner", B) } as const;
const sessionOf = (arn: string) => arn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/").concat("/session");

const principals = fc.constantFrom<unknown>(
  "*",
  { AWS: PEOPLE.app },
  { AWS: [PEOPLE.etl, PEOPLE.partner] },
  { AWS: `arn:aws:iam::${A}:root` },
  { AWS: B },
);
const conditions = fc.constantFrom<object>(
  {},
  {},
  { StringEquals: { "aws:SourceVpce": "vpce-1" } },
  { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
  { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  { Bool: { "aws:SecureTransport": "false" } },
  { Bool: { "aws:ViaAWSService": "true" } },
  { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } },
  { StringEquals: { "kms:CallerAccount": A } },
  { StringEquals: { "aws:PrincipalTag/team": "x" } },
  { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/app" } },
  { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::data/*" } },
  { StringEquals: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::data" } },
  { StringLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::*/x" } },
  { StringEquals: { "kms:EncryptionContext:aws:dynamodb:tableName": "data" } },
);
const effects = fc.constantFrom("Allow", "Allow", "Allow", "Deny");
const statement = (actions: readonly string[], hasPrincipal: boolean, isKey = false) =>
  fc.tuple(effects, principals, fc.constantFrom(...actions), conditions).map(([Effect, Principal, Action, Condition]) => ({
    Effect,
    ...(hasPrincipal && { Principal }),
    Action,
    Resource: "*",
    ...(Object.keys(Condition).length > 0 &&
      (isKey || !/EncryptionContext/.test(JSON.stringify(Condition)) || Effect === "Allow") && { Condition }),
  }));
const policy = (statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

// biome-ignore format: a table reads as a table
const FLOWS = {
  "s3.GetObject": { action: "s3:GetObject", arn: "arn:aws:s3:::data", on: "data/2026/x", more: { objectOwnership: "BucketOwnerEnforced", publicAccessBlock: { restrictPublicBuckets: false }, accountPublicAccessBlock: { restrictPublicBuckets: false } } },
  "dynamodb.GetItem": { action: "dynamodb:GetItem", arn: `arn:aws:dynamodb:us-east-1:${A}:table/data`, on: "data", more: {} },
  "sqs.ReceiveMessage": { action: "sqs:ReceiveMessage", arn: `arn:aws:sqs:us-east-1:${A}:data`, on: "data", more: {} },
} as const;
const CONTEXTS: readonly Said["context"][] = [
  { "aws:SourceIp": "203.0.113.7" },
  { "aws:SourceIp": "198.51.100.7", "aws:PrincipalTag/team": "x" },
  { "aws:SourceVpce": "vpce-1", "aws:VpcSourceIp": "10.0.0.1", "aws:SourceVpc": "vpc-1" },
];

const drawn = fc.record({
  flow: fc.constantFrom("s3.GetObject", ...(Object.keys(FLOWS) as (keyof typeof FLOWS)[])),
  bucketKey: fc.boolean(),
  own: fc.array(statement(["*"], true), { maxLength: 3 }),
  key: fc.array(statement(["kms:*", "kms:Decrypt"], true, true), { minLength: 1, maxLength: 3 }),
  identity: fc.array(statement(["*", "kms:Decrypt", "s3:*", "dynamodb:*"], false), { maxLength: 2 }),
});

it("a flow on a resource comes to what the oracle composes", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(drawn, ({ flow, bucketKey, own, key, identity }) => {
      const { action, arn, on, more } = FLOWS[flow];
      const statements = own.map((one) => ({ ...one, Action: action, Resource: flow === "s3.GetObject" ? `${arn}/*` : "*" }));
      const isSilent = statements.length === 0;
      const { world, diagnostics } = resolveWorld({
        account: A,
        region: "us-east-1",
        principals: Object.fromEntries(
          Object.entries(PEOPLE).map(([name, one]) => [name, { arn: one, ...(identity.length > 0 && { policies: [policy(identity)] }) }]),
        ),
        keys: { main: { arn: KEY, policy: policy(key) } },
        resources: {
          data: {
            arn,
            account: A,
            region: "us-east-1",
            key: "main",
            policy: isSilent ? "none" : policy(statements),
            ...more,
            ...(flow === "s3.GetObject" && { bucketKey }),
          },
        },
      });
      if (world === undefined) throw new Error(JSON.stringify(diagnostics));
      const data = {
        flow, account: A, region: "us-east-1", name: "data", object: "2026/x", bucketKey, key: KEY,
        policy: isSilent ? undefined : policy(statements),
        keyPolicy: policy(key),
        identity: identity.length > 0 ? [policy(identity)] : [],
      } as unknown as Data; // biome-ignore format: one line
      for (const [name, roleArn] of Object.entries(PEOPLE))
        for (const context of CONTEXTS) {
          const decided = authorizeData(world, { principal: name, flow, on, context });
          if (!decided.ok) throw new Error(JSON.stringify(decided.error));
          const { outcome } = decided.value;
          const said = outcome.endsWith("Deny") ? "denied" : outcome;
          seen.add(said);
          const expected = oracleData(data, { principal: { arn: sessionOf(roleArn), roleArn }, context });
          expect([name, context, said]).toEqual([name, context, expected]);
        }
    }),
    { numRuns: 60 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(["allowed", "denied"]));
});
