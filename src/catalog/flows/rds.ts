import { type Flow, type GrantTemplate, otherKey, type Step, textOr } from "./flow.ts";

const via = "rds.{region}.amazonaws.com"; // Aurora and Neptune too (KMS-COND)
const instance = { "aws:rds:db-id": "{dbResourceId}" };
const cluster = { "aws:rds:dbc-id": "{clusterResourceId}" };
const dbResourceId = textOr("db-ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const clusterResourceId = textOr("cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const UNSURE = "the contexts of the call are not documented";

/** The guide tells that RDS makes a grant; who gets it and what it allows is our reading. */
const grantOn = (context: Readonly<Record<string, string>>): GrantTemplate => ({
  grantee: "rds.{region}.amazonaws.com",
  operations: [
    "Decrypt",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyWithoutPlaintext",
    "ReEncryptFrom",
    "ReEncryptTo",
    "CreateGrant",
    "DescribeKey",
    "RetireGrant",
  ],
  constraint: { EncryptionContextSubset: context },
  retiring: "rds.{region}.amazonaws.com",
  ends: "when the database is deleted",
  unknown: ["grantee", "operations", "constraint", "retiring", "ends"],
  source: ["RDS-KEYS"],
});

const copying = (key: string, ...actions: Step["actions"]): readonly Step[] => [
  { actions: ["DescribeKey"], who: "caller", key, source: ["RDS-KEYS"] },
  { actions: ["CreateGrant"], who: "caller", key, grant: "snapshot", source: ["RDS-KEYS"] },
  ...(actions.length === 0
    ? []
    : [{ actions, who: "caller", key, unknown: ["kms:EncryptionContextKeys"], open: UNSURE, source: ["RDS-SHARE"] } as const]),
];

export const RDS_FLOWS: Readonly<Record<string, Flow>> = {
  "rds.CreateDBInstance": {
    calls: ["rds:CreateDBInstance"],
    about: "makes an encrypted database instance; RDS uses the key by a grant",
    via,
    parameters: { dbResourceId, volumeId: textOr("vol-0123456789abcdef0") },
    steps: [
      { actions: ["DescribeKey"], who: "caller", source: ["RDS-KEYS"] },
      { actions: ["CreateGrant"], who: "caller", grant: "instance", source: ["RDS-KEYS"] },
      {
        actions: ["GenerateDataKeyWithoutPlaintext", "Decrypt"],
        who: { grantee: "instance" },
        context: { ...instance, "aws:ebs:id": "{volumeId}" },
        open: "the grantee is not documented, nor are these requests",
        source: ["RDS-KEYS"],
      },
    ],
    grants: { instance: grantOn(instance) },
    source: ["RDS-KEYS", "KMS-RDS23"],
  },
  "rds.CreateDBCluster": {
    calls: ["rds:CreateDBCluster"],
    about: "makes an encrypted Aurora cluster",
    via,
    parameters: { clusterResourceId },
    steps: [
      { actions: ["DescribeKey"], who: "caller", source: ["AUR-KEYS"] },
      { actions: ["CreateGrant"], who: "caller", grant: "cluster", source: ["AUR-KEYS"] },
    ],
    grants: { cluster: grantOn(cluster) },
    source: ["AUR-KEYS"],
  },
  "rds.CreateDBCluster.neptune": {
    calls: ["rds:CreateDBCluster"],
    about: "makes an encrypted Neptune cluster: its list of permissions is longer than that of RDS",
    via,
    parameters: { clusterResourceId },
    steps: [
      { actions: ["DescribeKey"], who: "caller", source: ["NEP"] },
      { actions: ["CreateGrant"], who: "caller", grant: "cluster", source: ["NEP"] },
      {
        actions: ["Encrypt", "Decrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo"],
        who: "caller",
        context: cluster,
        unknown: ["kms:EncryptionContextKeys"],
        open: "which of these are sent, and with what context, is not documented: they are the permissions asked for",
        source: ["NEP"],
      },
    ],
    grants: { cluster: grantOn(cluster) },
    source: ["NEP"],
  },
  "rds.CopyDBSnapshot": {
    calls: ["rds:CopyDBSnapshot"],
    about: "copies a snapshot under another key",
    via,
    parameters: { dbResourceId, sourceKmsKey: otherKey },
    steps: [...copying(""), ...copying("sourceKmsKey", "Decrypt", "ReEncryptFrom", "ReEncryptTo")],
    grants: { snapshot: grantOn(instance) },
    source: ["RDS-KEYS", "RDS-SHARE"],
  },
  "rds.ShareSnapshot": {
    calls: ["rds:ModifyDBSnapshotAttribute", "rds:CopyDBSnapshot"],
    about: "another account copies a snapshot that is shared with it, with its key: the caller is of that account, `key` is its own",
    via,
    parameters: { dbResourceId, sourceKmsKey: { kind: "key" } },
    steps: [...copying("sourceKmsKey", "Decrypt", "ReEncryptFrom", "ReEncryptTo", "GenerateDataKey"), ...copying("")],
    grants: { snapshot: grantOn(instance) },
    source: ["RDS-SHARE"],
  },
};
