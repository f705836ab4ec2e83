import type { Question } from "../../src/estate/question.ts";
import type { WorldAnswer } from "../../src/estate/world.ts";
import { fromFiles, KEY, roleIn } from "../world/worlds.ts";

/** A world of files, so that its policies have lines, with an answer of every kind. */

const KEY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AllowApp",
      "Effect": "Allow",
      "Principal": { "AWS": "${roleIn("app")}" },
      "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
      "Resource": "*",
      "Condition": { "StringEquals": { "kms:EncryptionContext:tenant": "t1" } }
    },
    {
      "Sid": "AllowFromOffice",
      "Effect": "Allow",
      "Principal": { "AWS": "${roleIn("app")}" },
      "Action": "kms:Encrypt",
      "Resource": "*",
      "Condition": { "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }
    },
    {
      "Sid": "NeverDelete",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:ScheduleKeyDeletion",
      "Resource": "*"
    }
  ]
}`;

const WORLD = `
principals: { app: ${roleIn("app")}, exporter: ${roleIn("exporter")} }
keys:
  orders:
    arn: ${KEY}
    aliases: [alias/orders]
    policy: ./orders-key.json
    grants: [{ name: nightly, grantee: exporter, operations: [Decrypt] }]
`;

const read = fromFiles({ "world.yaml": WORLD, "orders-key.json": KEY_POLICY });
if (read.world === undefined) throw new Error(JSON.stringify(read.diagnostics));
export const world = read.world;

const app = { principal: "app", key: "orders" };
/** Questions by the outcome of their answers. */
export const QUESTIONS = {
  allowed: { ...app, action: "kms:Decrypt", encryptionContext: { tenant: "t1" } },
  explicitDeny: { ...app, action: "kms:ScheduleKeyDeletion" },
  implicitDeny: { ...app, action: "kms:Decrypt", encryptionContext: { tenant: "t2" } },
  undetermined: { ...app, action: "kms:Encrypt", unknown: ["aws:SourceIp"] },
} as const satisfies Record<string, Question>;
export const BY_GRANT: Question = { principal: "exporter", key: "orders", action: "kms:Decrypt" };
export const UNPOSED: Question = { principal: "ap", key: "orders", action: "kms:Decrypt" };

export const UPLOAD = { flow: "s3.PutObject", parameters: { bucket: "b", key: "k", bucketKey: false }, principal: "app", key: "orders" };

export type Kind = keyof typeof QUESTIONS;
export const KINDS = Object.keys(QUESTIONS) as readonly Kind[];
export const answerOf = (kind: Kind): WorldAnswer => world.authorize(QUESTIONS[kind]);
