import { appendFileSync, writeFileSync } from "node:fs";
import { madeLines, madeRecord } from "../../generators/trail.ts";

const of = (i: number, change: object): string => `${JSON.stringify({ ...madeRecord(99, i), ...change })}\n`;
const direct = [...Array(200).keys()].filter((i) => i > 100).filter((i) => typeof madeRecord(99, i).vpcEndpointId === "string");
const parameters = (encryptionContext: unknown) => ({ requestParameters: { encryptionContext, encryptionAlgorithm: "SYMMETRIC_DEFAULT" } });

/** Lines that a log may hold and that engines like to read otherwise, one record each. */
export const oddLines: readonly string[] = [
  "no JSON at all\n",
  '{"eventSource":"kms.amazonaws.com"}\n',
  `{"Records":[${of(90, {}).trim()},${of(91, {}).trim()}]}\n`,
  '"text"\n',
  `{"CloudTrailEvent":${JSON.stringify(of(1, {}).trim())}}\n`,
  `{"detail":${of(2, {}).trim()}}\n`,
  of(3, { eventSource: "s3.amazonaws.com" }),
  of(4, { eventTime: "2028-02-29T10:00:00Z" }),
  of(5, { eventTime: "2026-02-30T10:00:00Z" }),
  of(6, { eventTime: null }),
  of(7, { sourceIPAddress: "205.205.123.000" }),
  of(direct[0] ?? 8, { sourceIPAddress: "::ffff:10.0.0.1", vpcEndpointId: undefined }),
  of(direct[1] ?? 9, { sourceIPAddress: "2001:0db8:0004::1", vpcEndpointId: undefined }),
  of(10, { requestParameters: "text" }),
  of(11, { requestParameters: null }),
  of(12, { requestParameters: {} }),
  of(13, parameters({})),
  of(14, parameters({ tenant: 5, Purpose: true })),
  of(15, parameters({ tenant: "t1", Tenant: "t2" })),
  of(16, parameters({ tenant: null })),
  of(17, parameters({ tenant: { deep: 1 } })),
  of(18, parameters({ é: "x", tenant: "t1", Purpose: "billing" })),
  of(19, parameters(["tenant"])),
  of(20, { ...parameters({ tenant: "t1'\\\n😀", Purpose: "bıllıng" }) }),
  of(21, { resources: [] }),
  of(22, { resources: [{ arn: "arn:aws:kms:us-east-1:111122223333:key/00000001-12ab-34cd-56ef-1234567890ab" }] }),
  of(23, { resources: null, requestParameters: { keyId: "alias/a" } }),
  of(24, {
    eventName: "ReEncrypt",
    resources: [
      { ARN: "arn:aws:kms:us-east-1:111122223333:key/00000001-12ab-34cd-56ef-1234567890ab" },
      { ARN: "arn:aws:kms:us-east-1:111122223333:key/00000002-12ab-34cd-56ef-1234567890ab" },
    ],
  }),
  of(25, { eventType: "AwsServiceEvent" }),
  of(26, { errorCode: "ThrottlingException" }),
  of(27, { sharedEventID: "11111111-0000-4000-8000-000000000001" }),
  of(28, { userIdentity: { type: "Root", arn: "arn:aws:iam::111122223333:root", accountId: "111122223333", principalId: "111122223333" } }),
  of(29, {
    userIdentity: {
      type: "IAMUser",
      arn: "arn:aws:iam::111122223333:user/a/bob",
      accountId: "111122223333",
      principalId: "AIDAIOSFODNN7EXAMPLE1",
      sessionContext: { sessionIssuer: {}, attributes: { mfaAuthenticated: true } },
    },
  }),
  of(30, {
    userIdentity: {
      type: "AssumedRole",
      arn: "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_abc/x@y",
      accountId: "111122223333",
    },
  }),
  of(31, { userIdentity: null }),
  of(32, {
    eventName: "CreateGrant",
    requestParameters: {
      granteePrincipal: "arn:aws:iam::111122223333:role/app-3",
      operations: ["Decrypt"],
      constraints: { encryptionContextSubset: { tenant: "t1" } },
    },
  }),
  of(33, { eventContext: { requestContext: { "aws:PrincipalTag/team": "blue" } } }),
  of(34, { resources: [{ ARN: "arn:aws:kms:us-east-1:1111222233334:key/x" }] }),
];

const PART = 50_000; // a text of a million of them would be longer than any text can be

/** Odd lines first, then made ones. */
export function writeEvents(path: string, seed: number, count: number): void {
  writeFileSync(path, oddLines.join(""));
  for (let from = 0; from < count; from += PART) appendFileSync(path, [...madeLines(seed, from, Math.min(from + PART, count))].join(""));
}
