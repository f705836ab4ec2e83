import type { ResourceSource } from "../catalog/operations.ts";
import { partitionOf } from "../catalog/regions.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { readDenial } from "./denial-text.ts";
import { type LogObject, listAt, memberOf, textAt } from "./member.ts";

/** What a record says of the keys and aliases that the call was about. */
export type Targets = {
  readonly keys: readonly string[]; // ARNs, in the record's order: of ReEncrypt the source first
  readonly alias: string | undefined; // ARN of the alias that is itself created, changed or deleted
};

/** Which key a check is made on: an ARN, or an alias that a world may know; or what is not recorded. */
export type KeyTarget = { readonly key: string } | { readonly lacking: string };

export function targetsOf(record: LogObject, account: string): Targets {
  const region = textAt(record, "awsRegion") ?? "";
  const parameters = memberOf(record, "requestParameters");
  const keys: string[] = [];
  let alias: string | undefined;
  for (const resource of listAt(record, "resources")) {
    const arn = textAt(resource, "ARN") ?? textAt(resource, "arn");
    if (arn === undefined) continue;
    if (arn.includes(":key/")) keys.push(arn);
    else if (arn.includes(":alias/")) alias = arn;
  }
  const aliasName = textAt(parameters, "aliasName");
  if (aliasName !== undefined) alias = aliasName.startsWith("arn:") ? aliasName : arnOf(aliasName, region, account);
  const denied = readDenial(textAt(record, "errorMessage")).resource;
  if (keys.length === 0 && denied?.includes(":key/")) keys.push(denied);
  return { keys, alias };
}

/** The alias that the caller named the key of a check by; undefined where an id or an ARN was sent, or nothing. */
export function requestAliasOf(record: LogObject, action: string): string | undefined {
  const member = action === "kms:ReEncryptFrom" ? "sourceKeyId" : action === "kms:ReEncryptTo" ? "destinationKeyId" : "keyId";
  const named = textAt(memberOf(record, "requestParameters"), member);
  return named?.includes("alias/") ? named.slice(named.indexOf("alias/")) : undefined;
}

/** The key of a check, by where the catalog says that its resource comes from. */
export function keyFrom(from: ResourceSource, record: LogObject, { keys, alias }: Targets, account: string): KeyTarget {
  const region = textAt(record, "awsRegion") ?? "";
  const parameters = memberOf(record, "requestParameters");
  const named = (member: string): KeyTarget | undefined => {
    const text = textAt(parameters, member);
    return text === undefined ? undefined : { key: text.startsWith("arn:") ? text : arnOf(text, region, account) };
  };
  const first = keys[0] === undefined ? undefined : { key: keys[0] };
  const unknown = { lacking: "which key it was" };
  switch (from) {
    case "SourceKeyId or CiphertextBlob":
      return first ?? named("sourceKeyId") ?? unknown;
    case "DestinationKeyId":
      return (keys[1] === undefined ? undefined : { key: keys[1] }) ?? destination(named("destinationKeyId"), first) ?? unknown;
    case "TargetKeyId":
      return named("targetKeyId") ?? first ?? unknown;
    case "target of AliasName":
      return textAt(parameters, "targetKeyId") === undefined && first !== undefined
        ? first
        : alias === undefined
          ? { lacking: "which key the alias named before" }
          : { key: alias };
    case "KeyId in PrimaryRegion": {
      const arn = first && parseArn(first.key);
      const primary = textAt(parameters, "primaryRegion");
      return arn && primary !== undefined ? { key: `arn:${arn.partition}:kms:${primary}:${arn.account}:${arn.resource}` } : unknown;
    }
    case "AliasName":
      return alias === undefined ? { lacking: "which alias it was" } : { key: alias };
    default:
      return first ?? named("keyId") ?? unknown;
  }
}

/** A re-encryption under the same key has one resource. */
const destination = (named: KeyTarget | undefined, first: KeyTarget | undefined): KeyTarget | undefined =>
  named !== undefined && "key" in named && named.key.includes(":alias/") && first !== undefined ? first : (named ?? first);

/** A bare key id or an alias name is the caller's own, in the Region of the call. */
function arnOf(name: string, region: string, account: string): string {
  const resource = name.startsWith("alias/") ? name : `key/${name}`;
  return `arn:${partitionOf(region) ?? "aws"}:kms:${region}:${account}:${resource}`;
}

/** The account of a record that was made anonymous by halves is none: nothing in it can be trusted. */
export const isOfAccount = (arn: string): boolean => {
  const { account } = parseArn(arn) ?? {};
  return account !== undefined && isAccountId(account);
};
