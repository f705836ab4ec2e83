import type { Outcome } from "../../src/authz/decision.ts";
import type { Case } from "../../src/cases/case.ts";
import { oracleDecide } from "./decide.ts";

/**
 * Who reads data, worked out a second time: what a read asks of its service and of AWS KMS, by the services' guides, each call decided by the oracle. Of a few
 * services, each in the plainest way it can be said.
 */

type Policies = Case["policies"];
export type Data = {
  readonly flow: keyof typeof READS;
  readonly account: string; // of the resource and its key
  readonly region: string;
  readonly name: string; // of the bucket, table, secret or queue
  readonly object: string; // of a bucket
  readonly bucketKey: boolean;
  readonly key: string; // ARN
  readonly policy: NonNullable<Policies>["resource"]; // of the resource; undefined: none
  readonly keyPolicy: NonNullable<Policies>["resource"];
  readonly identity: NonNullable<Policies>["identity"];
};
export type Said = { readonly principal: Case["request"]["principal"]; readonly context: Readonly<Record<string, string>> };

type Read = {
  readonly action: string;
  readonly arn: (data: Data) => string;
  readonly via: string; // in kms:ViaService
  readonly pairs: (data: Data) => Readonly<Record<string, string>>;
};

const READS = {
  "s3.GetObject": {
    action: "s3:GetObject",
    arn: ({ name, object }) => `arn:aws:s3:::${name}/${object}`,
    via: "s3",
    pairs: ({ name, object, bucketKey }) => ({ "aws:s3:arn": bucketKey ? `arn:aws:s3:::${name}` : `arn:aws:s3:::${name}/${object}` }),
  },
  "dynamodb.GetItem": {
    action: "dynamodb:GetItem",
    arn: ({ region, account, name }) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
    via: "dynamodb",
    pairs: ({ account, name }) => ({ "aws:dynamodb:tableName": name, "aws:dynamodb:subscriberId": account }),
  },
  "sqs.ReceiveMessage": {
    action: "sqs:ReceiveMessage",
    arn: ({ region, account, name }) => `arn:aws:sqs:${region}:${account}:${name}`,
    via: "sqs",
    pairs: ({ region, account, name }) => ({ "aws:sqs:arn": `arn:aws:sqs:${region}:${account}:${name}` }),
  },
} satisfies Readonly<Record<string, Read>>;

/** Keys of the endpoint that the caller's own call came by: they are not kept in what a service asks in his name. */
const OF_ENDPOINTS = ["aws:SourceVpce", "aws:SourceVpc", "aws:SourceVpcArn", "aws:VpcSourceIp"];

const isDenied = (outcome: Outcome): boolean => outcome === "implicitDeny" || outcome === "explicitDeny";

/** All calls have to be allowed, and one that is denied denies the whole, whatever is not known of the others. */
export function oracleData(data: Data, { principal, context }: Said): "allowed" | "denied" | "undetermined" {
  const read: Read = READS[data.flow];
  const { account, region, key, policy, keyPolicy, identity } = data;
  const own = Object.fromEntries(Object.entries(context).filter(([name]) => !OF_ENDPOINTS.includes(name)));
  const calls: readonly Case[] = [
    {
      policies: { ...(policy !== undefined && { resource: policy }), ...(identity !== undefined && { identity }) },
      request: {
        principal,
        action: read.action,
        resource: read.arn(data),
        resourceAccount: account,
        context: { "aws:SecureTransport": "true", ...context },
      },
    },
    {
      policies: { ...(keyPolicy !== undefined && { resource: keyPolicy }), ...(identity !== undefined && { identity }) },
      request: {
        principal,
        action: "kms:Decrypt",
        resource: key,
        viaService: `${read.via}.${region}.amazonaws.com`,
        encryptionContext: read.pairs(data),
        context: own,
      },
    },
  ] as readonly Case[];
  const outcomes = calls.map((one) => oracleDecide(one).outcome);
  if (outcomes.some(isDenied)) return "denied";
  return outcomes.includes("undetermined") ? "undetermined" : "allowed";
}
