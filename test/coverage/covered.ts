import { Coverage } from "../../src/coverage/coverage.ts";
import type { CoverageItem, CoverageReport } from "../../src/coverage/report.ts";
import type { Question } from "../../src/estate/question.ts";
import type { World, WorldAnswer } from "../../src/estate/world.ts";
import type { Asked } from "../../src/tester/result.ts";
import { A, fromFiles, KEY, told } from "../world/worlds.ts";

/** Coverage of worlds in memory, for its tests and for those of its reports. */

export const ORDERS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Delegate",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::${A}:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "AllowAppUse",
      "Effect": "Allow",
      "Principal": {
        "AWS": ["arn:aws:iam::${A}:role/orders-app", "arn:aws:iam::${A}:role/exporter"]
      },
      "Action": [
        "kms:Decrypt",
        "kms:GenerateDataKey*",
        "kms:DescribeKey"
      ],
      "Resource": "*",
      "Condition": {
        "StringEquals": { "kms:EncryptionContext:tenant": ["t1", "t2"] },
        "StringLike": {
          "kms:ViaService": [
            "s3.*.amazonaws.com",
            "sqs.*.amazonaws.com"
          ]
        }
      }
    },
    {
      "Sid": "DenyOutsideOrg",
      "Effect": "Deny",
      "Principal": "*",
      "NotAction": ["kms:DescribeKey", "kms:ListAliases"],
      "Resource": "*",
      "Condition": {
        "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-abc123def4" },
        "Bool": { "aws:PrincipalIsAWSService": "false" }
      }
    },
    {
      "Sid": "AllowAuditors",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
      "Action": "kms:GetKeyPolicy",
      "Resource": "*"
    }
  ]
}
`;

export const WORLD = `account: "${A}"
region: us-east-1
organization: { id: o-abc123def4, rootId: r-ab12, accounts: ["${A}"] }
keys:
  orders:
    arn: ${KEY}
    policy: orders.json
    grants:
      - name: nightly-export
        grantee: exporter
        operations: [Decrypt, RetireGrant]
        constraints:
          EncryptionContextSubset: { purpose: export }
      - { name: unused, grantee: app, operations: [Verify] }
principals:
  app: { arn: "arn:aws:iam::${A}:role/orders-app" }
  exporter:
    arn: arn:aws:iam::${A}:role/exporter
    policies:
      - Version: "2012-10-17"
        Statement:
          Effect: Allow
          Action: [kms:Encrypt, "kms:ReEncrypt*"]
          Resource: ${KEY}
  idle: { arn: "arn:aws:iam::${A}:role/idle", policies: [idle.json] }
`;

export const IDLE = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:Sign","Resource":"*"}}';
export const FILES: Readonly<Record<string, string>> = { "world.yaml": WORLD, "orders.json": ORDERS, "idle.json": IDLE };

export function sampleWorld(): World {
  const read = fromFiles(FILES);
  if (read.world === undefined) throw new Error(told(read).join("\n"));
  return read.world;
}

const tenant = { tenant: "t1" };
export const QUESTIONS: readonly Question[] = [
  { principal: "app", action: "kms:Decrypt", key: "orders", viaService: "s3", encryptionContext: tenant },
  { principal: "app", action: "kms:Decrypt", key: "orders", viaService: "s3", encryptionContext: { tenant: "t3" } },
  { principal: "app", action: "kms:GenerateDataKey", key: "orders", viaService: "s3", encryptionContext: tenant },
  { principal: "exporter", action: "kms:Encrypt", key: "orders" },
  { principal: "exporter", action: "kms:Decrypt", key: "orders", encryptionContext: { purpose: "export" } },
  { principal: "exporter", action: "kms:Decrypt", key: "orders", encryptionContext: { purpose: "other" } },
];

export const readFile = (path: string): string => {
  const text = FILES[path];
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
};

export const asked = (world: World, question: Question, answer: WorldAnswer = world.authorize(question)): Asked => ({
  test: undefined as never,
  world,
  question,
  answer,
});

export function cover(world: World, questions: readonly Question[]): CoverageReport {
  const coverage = new Coverage({ readFile });
  coverage.touch(world);
  for (const question of questions) coverage.observe(asked(world, question));
  return coverage.report();
}

export const sampleReport = (): CoverageReport => cover(sampleWorld(), QUESTIONS);

/** A counter in short: `decided/matched/failed/unknown`. */
export const counts = ({ decided, matched, failed, unknown }: CoverageItem): string => `${decided}/${matched}/${failed}/${unknown}`;

/** `line:column kind name counts` of each item. */
export const lines = (report: CoverageReport, file: string): readonly string[] =>
  report.policies
    .filter((policy) => policy.file === file)
    .flatMap(({ items }) => items.map((item) => `${item.line}:${item.column} ${item.kind} ${item.name} ${counts(item)}`));
