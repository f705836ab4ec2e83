import { type Flow, no, text, textOr } from "./flow.ts";

const via = "s3.{region}.amazonaws.com"; // readers reach KMS through S3 (CT-HOW)
const trailArn = "arn:{partition}:cloudtrail:{region}:{account}:trail/{trail}";
const service = { service: "cloudtrail.amazonaws.com", sourceArn: trailArn } as const;
const file = { "aws:cloudtrail:arn": trailArn, "aws:s3:arn": "arn:{partition}:s3:::{bucket}/{object}" };
const object = textOr("AWSLogs/{account}/CloudTrail/{region}/2026/01/31/{account}_CloudTrail_{region}_20260131T0000Z_example.json.gz");

export const CLOUDTRAIL_FLOWS: Readonly<Record<string, Flow>> = {
  "cloudtrail.CreateTrail": {
    calls: ["cloudtrail:CreateTrail", "cloudtrail:UpdateTrail"],
    about: "encrypts the log files of a trail: the key is tried first",
    via,
    parameters: { trail: text, bucket: text, object, bucketKey: no },
    steps: [
      { actions: ["GenerateDataKey"], who: { ...service, sourceAccount: "{account}" }, context: file, source: ["CT-HOW", "CT-POL"] },
      { actions: ["DescribeKey"], who: { service: service.service }, source: ["CT-POL"] },
      {
        actions: ["Decrypt"],
        who: { service: service.service },
        context: { "aws:s3:arn": "arn:{partition}:s3:::{bucket}", "aws:cloudtrail:arn": trailArn },
        when: ["bucketKey"],
        needed: "the bucket uses an S3 Bucket Key",
        unknown: ["kms:EncryptionContextKeys"],
        open: "the context is not documented",
        source: ["CT-POL"],
      },
    ],
    source: ["CT-POL", "CT-HOW"],
  },
  "cloudtrail.DeliverLogFile": {
    calls: [],
    about: "CloudTrail writes a log or digest file, through S3",
    via,
    parameters: { trail: text, bucket: text, object },
    steps: [{ actions: ["GenerateDataKey"], who: service, context: file, source: ["CT-HOW", "CT-POL"] }],
    source: ["CT-HOW"],
  },
  "cloudtrail.ReadLogFile": {
    calls: ["s3:GetObject"],
    about: "somebody reads a log file: S3 decrypts in the reader's name",
    via,
    parameters: { trail: text, bucket: text, object },
    steps: [{ actions: ["Decrypt"], who: "caller", context: file, source: ["CT-HOW", "CT-POL"] }],
    source: ["CT-POL", "CT-HOW"],
  },
  "cloudtrail.EventDataStore": {
    calls: ["cloudtrail:CreateEventDataStore", "cloudtrail:StartQuery"],
    about: "writes and reads an encrypted event data store",
    via,
    parameters: { eventDataStore: text },
    steps: [
      {
        actions: ["GenerateDataKey", "Decrypt"],
        who: {
          service: "cloudtrail.amazonaws.com",
          sourceArn: "arn:{partition}:cloudtrail:{region}:{account}:eventdatastore/{eventDataStore}",
          sourceAccount: "{account}",
        },
        unknown: ["kms:EncryptionContextKeys"],
        open: "the context is not documented; callers need access to the key as well, for what is not said",
        source: ["CT-POL"],
      },
    ],
    source: ["CT-POL"],
  },
};
