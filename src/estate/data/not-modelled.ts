import type { Outcome } from "../../authz/decision.ts";
import type { DataPage } from "../../catalog/data/pages.ts";
import type { DecidedCall } from "./authorize.ts";
import type { DataCalls } from "./calls.ts";

/** Something that is not modelled, and could turn the answer: `lets in` whom it refuses, `shuts out` whom it allows. */
export type NotModelled = { readonly text: string; readonly turns: "lets in" | "shuts out"; readonly source: DataPage };

type Row = {
  readonly kinds: readonly string[];
  readonly turns: NotModelled["turns"];
  readonly at: "service" | "kms"; // the calls that it bears on
  readonly text: string;
  readonly unless?: (calls: DataCalls) => boolean;
  readonly source: DataPage;
};

const reads = ({ row }: DataCalls): boolean => row.form === "direct";
const facts = ({ target }: DataCalls) => target.resource.facts;
const isEnforced = (calls: DataCalls): boolean => facts(calls).objectOwnership === "BucketOwnerEnforced";
const isKeyTold = ({ read }: DataCalls): boolean => read.isKeyTold;

/** What nobody models here, by the guides of the services, where it could turn an answer about these kinds. */
const ROWS: readonly Row[] = [
  {
    kinds: ["s3-bucket"],
    turns: "lets in",
    at: "service",
    text: "an ACL of the bucket or the object may let it in (objectOwnership is not BucketOwnerEnforced, or not told)",
    unless: isEnforced,
    source: "S3-OWN",
  },
  {
    kinds: ["s3-bucket"],
    turns: "shuts out",
    at: "service",
    text: "an object that another account wrote may be that account's, and then the bucket policy does not open it (objectOwnership)",
    unless: (calls) => isEnforced(calls) || !reads(calls),
    source: "S3-OWN",
  },
  {
    kinds: ["s3-bucket"],
    turns: "lets in",
    at: "service",
    text: "an access point, a Multi-Region access point or an access grant may let it in (accessPoints)",
    unless: (calls) => facts(calls).accessPoints === false,
    source: "S3-AP",
  },
  {
    kinds: ["s3-bucket"],
    turns: "shuts out",
    at: "kms",
    text: "this very object may lie under another key than the bucket has now (objects, --key)",
    unless: (calls) => isKeyTold(calls) || !reads(calls),
    source: "S3-EVAL",
  },
  {
    kinds: ["s3-bucket"],
    turns: "lets in",
    at: "kms",
    text: "this very object may lie under another key than the bucket has now (objects, --key)",
    unless: (calls) => isKeyTold(calls) || !reads(calls),
    source: "S3-EVAL",
  },
  {
    kinds: ["secret"],
    turns: "shuts out",
    at: "kms",
    text: "a version that was written before the key was changed lies under the older key (versions)",
    unless: (calls) => isKeyTold(calls) || !reads(calls),
    source: "SM-X",
  },
  {
    kinds: ["parameter"],
    turns: "lets in",
    at: "service",
    text: "ssm:GetParametersByPath on a path above the parameter is enough to read it (--flow ssm.GetParametersByPath)",
    unless: (calls) => !reads(calls) || calls.service.some(({ question }) => question.action === "ssm:GetParametersByPath"),
    source: "SSM-ACC",
  },
  {
    kinds: ["queue"],
    turns: "shuts out",
    at: "kms",
    text: "messages keep the key that they were written under, in a dead-letter queue that of their first queue (--key)",
    unless: (calls) => isKeyTold(calls) || !reads(calls),
    source: "SQS-LIM",
  },
  {
    kinds: ["queue"],
    turns: "lets in",
    at: "kms",
    text: "messages keep the key that they were written under, in a dead-letter queue that of their first queue (--key)",
    unless: (calls) => isKeyTold(calls) || !reads(calls),
    source: "SQS-LIM",
  },
  {
    kinds: ["log-group"],
    turns: "lets in",
    at: "service",
    text: "an observability link (logs:Link and a sink) may show the log group to another account",
    unless: (calls) => !reads(calls),
    source: "LOGS-RP",
  },
  {
    kinds: ["log-group"],
    turns: "shuts out",
    at: "service",
    text: "a data protection policy may mask what is read from whom logs:Unmask is not allowed (masking)",
    unless: (calls) => facts(calls).masking === false || !reads(calls),
    source: "LOGS-RP",
  },
  {
    kinds: ["dynamodb-table"],
    turns: "lets in",
    at: "service",
    text: "a DAX cluster in front of the table reads by a role of its own, for whom it lets in",
    unless: (calls) => !reads(calls),
    source: "DDB-AUTH",
  },
  {
    kinds: ["ebs-volume"],
    turns: "shuts out",
    at: "service",
    text: "ec2:AttachVolume is asked on the instance too (instanceId)",
    unless: ({ row, read }) => row.form !== "from inside" || read.words.has("instanceId"),
    source: "SAR",
  },
  {
    kinds: ["ebs-snapshot"],
    turns: "shuts out",
    at: "service",
    text: "block public access for snapshots may hide what is shared with everybody",
    unless: (calls) => facts(calls).sharedWith !== "all",
    source: "EBS-SHARE",
  },
  {
    kinds: ["rds-instance", "rds-cluster"],
    turns: "lets in",
    at: "service",
    text: "who has a password of the database, or rds-db:connect, reads it without a call to RDS or KMS",
    source: "SAR",
  },
  {
    kinds: ["eks-cluster"],
    turns: "lets in",
    at: "service",
    text: "secrets in the cluster are read by what its access entries and its RBAC allow: the key does not tell readers apart",
    source: "SAR",
  },
];

/**
 * What of these could turn an answer. Nothing lets in whom a call refuses that it does not bear on, nor whom a policy denies explicitly; nothing is told of
 * calls that are refused anyway.
 */
export function notModelled(calls: DataCalls, decided: readonly DecidedCall[], outcome: Outcome): readonly NotModelled[] {
  const { name } = calls.target.resource.kind;
  const refused = decided.filter(({ answer, optional }) => answer.outcome !== "allowed" && optional === undefined);
  const isTurnable = (at: Row["at"]): boolean =>
    refused.length > 0 && refused.every(({ to, answer }) => to === at && answer.outcome !== "explicitDeny");
  const asksKms = decided.some(({ to }) => to === "kms");
  return ROWS.filter(({ kinds, turns, at, unless }) => {
    if (!kinds.includes(name) || unless?.(calls) === true) return false;
    if (turns === "lets in") return outcome !== "allowed" && isTurnable(at);
    return outcome === "allowed" && (at === "service" || asksKms);
  }).map(({ text, turns, source }) => ({ text, turns, source }));
}
