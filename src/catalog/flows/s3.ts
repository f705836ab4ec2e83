import { type Flow, no, otherKey, pairs, principal, type Step, text, textOr, yes } from "./flow.ts";

const object = { "aws:s3:arn": "arn:{partition}:s3:::{bucket}/{key}" };
const bucket = { "aws:s3:arn": "arn:{partition}:s3:::{bucket}" };
const via = "s3.{region}.amazonaws.com";

const FIRST_USE = "no bucket key of this requester is cached";
const VERIFY = "documented for replication and CloudTrail; for a plain PutObject taken as needed, to be safe";

/** A data key for an object: with an S3 Bucket Key it is the bucket's, and its context names the bucket (S3 User Guide, bucket-key). */
const write = (...when: string[]): readonly Step[] => [
  {
    actions: ["GenerateDataKey"],
    who: "caller",
    context: object,
    pairs: "encryptionContext",
    when: ["!bucketKey", ...when],
    source: ["S3-KMS"],
  },
  {
    actions: ["GenerateDataKey"],
    who: "caller",
    context: bucket,
    when: ["bucketKey", "!cached", ...when],
    needed: FIRST_USE,
    source: ["S3-BK", "S3-KMS"],
  },
  {
    actions: ["Decrypt"],
    who: "caller",
    context: bucket,
    when: ["bucketKey", "!cached", ...when],
    needed: FIRST_USE,
    open: VERIFY,
    source: ["S3-REPL", "CT-POL"],
  },
];

export const S3_FLOWS: Readonly<Record<string, Flow>> = {
  "s3.PutObject": {
    calls: ["s3:PutObject"],
    about: "writes an object encrypted with SSE-KMS",
    via,
    parameters: { bucket: text, key: text, bucketKey: no, cached: no, encryptionContext: pairs },
    variants: {
      "sse-kms": { bucketKey: false },
      "bucket-key": { bucketKey: true },
      "cross-account": { bucketKey: false },
      "dsse-kms": { bucketKey: false },
    },
    steps: write(),
    open: "DSSE-KMS makes more calls than SSE-KMS; it is taken to be authorized alike (UsingDSSEncryption)",
    source: ["S3-KMS", "S3-BK", "S3-DSSE"],
  },
  "s3.GetObject": {
    calls: ["s3:GetObject"],
    about: "reads an object encrypted with SSE-KMS",
    via,
    parameters: { bucket: text, key: text, bucketKey: no, cached: no, encryptionContext: pairs },
    variants: { "sse-kms": { bucketKey: false }, "bucket-key": { bucketKey: true } },
    steps: [
      { actions: ["Decrypt"], who: "caller", context: object, pairs: "encryptionContext", when: ["!bucketKey"], source: ["S3-KMS"] },
      {
        actions: ["Decrypt"],
        who: "caller",
        context: bucket,
        when: ["bucketKey", "!cached"],
        needed: FIRST_USE,
        source: ["S3-BK", "S3-KMS"],
      },
    ],
    source: ["S3-KMS", "S3-BK"],
  },
  "s3.CopyObject": {
    calls: ["s3:CopyObject"],
    about: "copies an object; each side may be encrypted with SSE-KMS",
    via,
    parameters: {
      sourceBucket: text,
      sourceKey: text,
      sourceRegion: textOr("{region}"),
      sourceKmsKey: otherKey,
      sourceEncrypted: yes,
      sourceBucketKey: no,
      bucket: text,
      key: text,
      encrypted: yes,
      bucketKey: no,
      cached: no,
      encryptionContext: pairs,
    },
    steps: [
      {
        actions: ["Decrypt"],
        who: "caller",
        key: "sourceKmsKey",
        region: "{sourceRegion}",
        context: { "aws:s3:arn": "arn:{partition}:s3:::{sourceBucket}/{sourceKey}" },
        when: ["sourceEncrypted", "!sourceBucketKey"],
        needed: "the source is encrypted with SSE-KMS",
        open: "the order of the two requests is not documented",
        source: ["S3-KMS"],
      },
      {
        actions: ["Decrypt"],
        who: "caller",
        key: "sourceKmsKey",
        region: "{sourceRegion}",
        context: { "aws:s3:arn": "arn:{partition}:s3:::{sourceBucket}" },
        when: ["sourceEncrypted", "sourceBucketKey"],
        needed: "the source is encrypted under a bucket key",
        open: "the order of the two requests is not documented",
        source: ["S3-BK"],
      },
      ...write("encrypted"),
    ],
    source: ["S3-KMS", "S3-BK"],
  },
  "s3.MultipartUpload": {
    calls: ["s3:CreateMultipartUpload", "s3:UploadPart", "s3:CompleteMultipartUpload"],
    about: "uploads an object in parts: they are decrypted and read again before they are put together",
    via,
    parameters: { bucket: text, key: text, bucketKey: no, cached: no, encryptionContext: pairs },
    steps: [
      ...write(),
      { actions: ["Decrypt"], who: "caller", context: object, pairs: "encryptionContext", when: ["!bucketKey"], source: ["S3-MPU"] },
    ],
    source: ["S3-MPU", "S3-KMS"],
  },
  "s3.Replication": {
    calls: [],
    about: "replicates an object, by the role of the replication configuration",
    via,
    parameters: {
      role: principal,
      sourceBucket: text,
      sourceRegion: textOr("{region}"),
      sourceKmsKey: otherKey,
      bucket: text,
      key: text,
      sourceEncrypted: yes,
      bucketKey: no,
    },
    steps: [
      {
        actions: ["Decrypt"],
        who: "role",
        key: "sourceKmsKey",
        region: "{sourceRegion}",
        context: { "aws:s3:arn": "arn:{partition}:s3:::{sourceBucket}/{key}" },
        when: ["sourceEncrypted"],
        source: ["S3-REPL"],
      },
      {
        actions: ["Encrypt"],
        who: "role",
        context: object,
        when: ["sourceEncrypted", "!bucketKey"],
        open: "documented as a permission, not as a request",
        source: ["S3-REPL"],
      },
      {
        actions: ["Encrypt"],
        who: "role",
        context: bucket,
        when: ["sourceEncrypted", "bucketKey"],
        open: "documented as a permission, not as a request",
        source: ["S3-REPL"],
      },
      {
        actions: ["GenerateDataKey"],
        who: "role",
        context: object,
        when: ["!sourceEncrypted", "!bucketKey"],
        needed: "the source is plaintext, and the bucket encrypts by default",
        source: ["S3-REPL"],
      },
      {
        actions: ["GenerateDataKey"],
        who: "role",
        context: bucket,
        when: ["!sourceEncrypted", "bucketKey"],
        needed: "the source is plaintext, and the bucket encrypts by default",
        source: ["S3-REPL"],
      },
      {
        actions: ["Decrypt"],
        who: "role",
        context: bucket,
        when: ["bucketKey"],
        needed: "the destination uses a bucket key",
        source: ["S3-REPL"],
      },
    ],
    source: ["S3-REPL"],
  },
};
