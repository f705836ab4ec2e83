import { foldCase } from "../../iam/values.ts";

/**
 * Condition keys of the services that data lies in (Service Authorization Reference), as far as anything follows from what is told. Any other key of a
 * service has a value with its own calls that nobody told; with calls of KMS it is absent.
 */

/** Members of a request that are sent only where it has them: absent unless told. Families end in `/`, or in `-`. */
// biome-ignore format: a table reads as a table
const OF_REQUESTS: readonly string[] = [
  "s3:x-amz-", "s3:prefix", "s3:delimiter", "s3:max-keys", "s3:versionid", "s3:RequestObjectTag/", "s3:RequestObjectTagKeys", "s3:object-lock-",
  "s3:DataAccessPointArn", "s3:DataAccessPointAccount", "s3:AccessPointNetworkOrigin", "s3:if-match", "s3:if-none-match",
  "secretsmanager:VersionId", "ssm:Overwrite", "ssm:Recursive",
].map(foldCase);

/** Tags of the resource by names of a service's own. */
const OF_TAGS: readonly string[] = [
  "s3:BucketTag/",
  "secretsmanager:ResourceTag/",
  "ssm:resourceTag/",
  "ec2:ResourceTag/",
  "rds:db-tag/",
  "rds:cluster-tag/",
  "rds:snapshot-tag/",
  "rds:cluster-snapshot-tag/",
].map(foldCase);

/** What a key of a service tells: the name of a tag, the resource's account, nothing where the request has no such member; else nobody knows. */
export type ServiceKey = { readonly kind: "tag"; readonly tag: string } | { readonly kind: "account" | "absent" | "unknown" };

/** `name` in lower case. */
export function serviceKey(name: string): ServiceKey {
  const tags = OF_TAGS.find((family) => name.startsWith(family));
  if (tags !== undefined) return { kind: "tag", tag: name.slice(tags.length) };
  if (name === "s3:resourceaccount") return { kind: "account" };
  const isOfRequest = OF_REQUESTS.some((row) => name === row || (/[-/]$/.test(row) && name.startsWith(row)));
  return { kind: isOfRequest ? "absent" : "unknown" };
}

/** Global keys that tell by which endpoint the first call came: KMS sees none of them in the call that the service makes (IAM User Guide, forward access sessions). */
const OF_THE_NETWORK = new Set(
  ["aws:SourceVpce", "aws:SourceVpc", "aws:SourceVpcArn", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"].map(
    foldCase,
  ),
);

/** And those that are each call's own. */
const OF_THE_WAY = new Set(
  [
    "aws:SecureTransport",
    "aws:RequestedRegion",
    "aws:ViaAWSService",
    "aws:CalledVia",
    "aws:CalledViaFirst",
    "aws:CalledViaLast",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:TagKeys",
  ].map(foldCase),
);

/** What of the condition keys of a caller's call goes on with the call that a service makes in his name: all but by which endpoint his own came. */
export const forwardedKeys = <T>(context: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(context).filter(([name]) => !OF_THE_NETWORK.has(foldCase(name))));

/**
 * Which calls a key that was given for a flow is told to: those of the service, that which the service makes to KMS, or both. What is about the principal,
 * its session and its address goes to both; tags and owners are each resource's own.
 */
export function callsThatCarry(name: string): "both" | "service" | "kms" {
  const lower = foldCase(name);
  if (lower.startsWith("kms:")) return "kms";
  if (!lower.startsWith("aws:")) return "service";
  if (OF_THE_NETWORK.has(lower) || OF_THE_WAY.has(lower) || lower.startsWith("aws:resourcetag/") || lower.startsWith("aws:requesttag/"))
    return "service";
  return "both";
}
