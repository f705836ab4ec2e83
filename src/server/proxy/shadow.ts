import type { KeyOrigin, KeySpec, KeyUsage } from "../../catalog/key-specs.ts";
import { partitionOf } from "../../catalog/regions.ts";
import type { GrantRecord } from "../../kms/grants/grant.ts";
import type { Key } from "../../kms/key.ts";
import { aliasArn, type Change } from "../../kms/state.ts";

/** What another KMS tells of a key, as changes of a state that decisions are made by: no material is in it. */
export type Told = {
  readonly metadata: Readonly<Record<string, unknown>>; // KeyMetadata of DescribeKey
  readonly policy: string; // of GetKeyPolicy
  readonly grants: readonly Readonly<Record<string, unknown>>[]; // of ListGrants
  readonly aliases: readonly string[]; // of ListAliases
  readonly tags: readonly { readonly TagKey: string; readonly TagValue: string }[];
};

/** In place of all that was known of the key before. */
export function shadowOf({ metadata, policy, grants, aliases, tags }: Told, now: number): readonly Change[] {
  const key = keyOf(metadata, policy, tags, now);
  return [
    { kind: "delete-key", arn: key.arn },
    { kind: "put-key", key },
    ...aliases.map((name): Change => {
      const { partition, account, region } = key;
      return {
        kind: "put-alias",
        alias: { arn: aliasArn(key, name), name, partition, account, region, keyArn: key.arn, createdAt: now, updatedAt: now },
      };
    }),
    ...grants.map((grant): Change => ({ kind: "put-grant", grant: grantOf(grant, key, now) })),
  ];
}

const text = (value: unknown, fallback = ""): string => (typeof value === "string" ? value : fallback);

function keyOf(metadata: Told["metadata"], policy: string, tags: Told["tags"], now: number): Key {
  const arn = text(metadata.Arn);
  const [, partition = "aws", , region = "", account = ""] = arn.split(":");
  const replicas = metadata.MultiRegionConfiguration as
    | { MultiRegionKeyType?: "PRIMARY" | "REPLICA"; PrimaryKey?: { Region?: string } }
    | undefined;
  return {
    arn,
    id: text(metadata.KeyId),
    partition: partition || (partitionOf(region) ?? "aws"),
    account,
    region,
    manager: metadata.KeyManager === "AWS" ? "AWS" : "CUSTOMER",
    createdAt: now,
    description: text(metadata.Description),
    spec: text(metadata.KeySpec ?? metadata.CustomerMasterKeySpec, "SYMMETRIC_DEFAULT") as KeySpec,
    usage: text(metadata.KeyUsage, "ENCRYPT_DECRYPT") as KeyUsage,
    origin: text(metadata.Origin, "AWS_KMS") as KeyOrigin,
    policy,
    tags,
    aliases: [],
    enabled: metadata.Enabled !== false,
    multiRegion: replicas && { type: replicas.MultiRegionKeyType ?? "PRIMARY", primaryRegion: replicas.PrimaryKey?.Region ?? region },
    materials: [],
    onDemandRotations: 0,
  };
}

const grantOf = (told: Readonly<Record<string, unknown>>, key: Key, now: number): GrantRecord => ({
  id: text(told.GrantId),
  keyArn: key.arn,
  name: told.Name === undefined ? undefined : text(told.Name),
  issuingAccount: text(told.IssuingAccount, `arn:${key.partition}:iam::${key.account}:root`),
  createdAt: now,
  effectiveAt: now,
  granteePrincipal: told.GranteePrincipal === undefined ? undefined : text(told.GranteePrincipal),
  granteeServicePrincipal: told.GranteeServicePrincipal === undefined ? undefined : text(told.GranteeServicePrincipal),
  retiringPrincipal: told.RetiringPrincipal === undefined ? undefined : text(told.RetiringPrincipal),
  retiringServicePrincipal: told.RetiringServicePrincipal === undefined ? undefined : text(told.RetiringServicePrincipal),
  operations: (told.Operations as GrantRecord["operations"] | undefined) ?? [],
  constraints: told.Constraints as GrantRecord["constraints"],
});
