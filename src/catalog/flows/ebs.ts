import { type Flow, no, otherKey, textOr, yes } from "./flow.ts";

const via = "ec2.{region}.amazonaws.com"; // not ebs (KMS-COND)
const volume = { "aws:ebs:id": "{volumeId}" };
const copy = { "aws:ebs:id": "{newSnapshotId}" };
const volumeId = textOr("vol-0123456789abcdef0");
const snapshotId = textOr("snap-0123456789abcdef0");
const newSnapshotId = textOr("snap-0fedcba9876543210");
const CONTEXTS = "the contexts of the call are not documented";

export const EBS_FLOWS: Readonly<Record<string, Flow>> = {
  "ebs.CreateVolume": {
    calls: ["ec2:CreateVolume"],
    about: "makes an encrypted volume, empty or from a snapshot",
    via,
    parameters: { volumeId, fromSnapshot: no, snapshotEncrypted: yes, snapshotKmsKey: otherKey },
    variants: { "from-snapshot": { fromSnapshot: true } },
    steps: [
      {
        actions: ["DescribeKey"],
        who: "caller",
        when: ["!fromSnapshot"],
        needed: "a customer managed key or an alias is named",
        source: ["EBS-REQ"],
      },
      { actions: ["GenerateDataKeyWithoutPlaintext"], who: "caller", context: volume, source: ["EBS-REC", "KMS-CT1", "EBS-HOW"] },
      {
        actions: ["ReEncryptFrom"],
        who: "caller",
        key: "snapshotKmsKey",
        when: ["fromSnapshot", "snapshotEncrypted"],
        needed: "the snapshot is encrypted",
        unknown: ["kms:EncryptionContextKeys"],
        open: CONTEXTS,
        source: ["EBS-REQ"],
      },
      {
        actions: ["ReEncryptTo"],
        who: "caller",
        when: ["fromSnapshot", "snapshotEncrypted"],
        needed: "the snapshot is encrypted",
        unknown: ["kms:EncryptionContextKeys"],
        open: CONTEXTS,
        source: ["EBS-REQ"],
      },
      {
        actions: ["CreateGrant"],
        who: "caller",
        grant: "create",
        when: ["fromSnapshot", "!snapshotEncrypted"],
        needed: "the snapshot is not encrypted",
        source: ["EBS-HOW"],
      },
      {
        actions: ["Decrypt"],
        who: "caller",
        context: volume,
        when: ["fromSnapshot", "!snapshotEncrypted"],
        needed: "the snapshot is not encrypted",
        source: ["EBS-HOW"],
      },
    ],
    grants: {
      create: {
        grantee: "ec2.{region}.amazonaws.com",
        operations: ["Decrypt"],
        constraint: { EncryptionContextSubset: volume },
        ends: "when the volume is written",
        unknown: ["grantee", "operations", "ends"],
        source: ["EBS-HOW"],
      },
    },
    source: ["EBS-HOW", "EBS-REQ", "KMS-CT1"],
  },
  "ebs.AttachVolume": {
    calls: ["ec2:AttachVolume", "ec2:RunInstances", "ec2:StartInstances"],
    about: "attaches an encrypted volume: the instance's infrastructure role decrypts the volume key by a grant",
    via,
    parameters: { volumeId, instanceId: textOr("i-0123456789abcdef0"), newVolume: no },
    steps: [
      {
        actions: ["GenerateDataKeyWithoutPlaintext"],
        who: "caller",
        context: volume,
        when: ["newVolume"],
        needed: "RunInstances makes the volume",
        source: ["KMS-CT2"],
      },
      { actions: ["CreateGrant"], who: "caller", grant: "attach", source: ["EBS-REC", "KMS-CT2", "EBS-HOW"] },
      { actions: ["Decrypt"], who: { grantee: "attach" }, context: volume, source: ["EBS-REC", "KMS-CT2", "EBS-REQ"] },
    ],
    grants: {
      attach: {
        grantee: "arn:{partition}:sts::{account}:assumed-role/aws:ec2-infrastructure/{instanceId}",
        operations: ["Decrypt"],
        constraint: { EncryptionContextSubset: volume },
        retiring: "ec2.{region}.amazonaws.com",
        ends: "EC2 retires it, presumably at detachment",
        unknown: ["ends"],
        source: ["EBS-REC", "KMS-CT2", "EBS-REQ"],
      },
    },
    source: ["EBS-REC", "KMS-CT2", "EBS-REQ", "EBS-HOW"],
  },
  "ebs.CreateSnapshot": {
    calls: ["ec2:CreateSnapshot"],
    about: "makes a snapshot: it keeps the volume's data key and its context",
    via,
    parameters: {},
    steps: [],
    open: "that the caller asks nothing of KMS is not documented; no request of it is",
    source: ["KMS-EBS23"],
  },
  "ebs.CopySnapshot": {
    calls: ["ec2:CopySnapshot"],
    about: "copies a snapshot under another key; without access to the key it fails silently",
    via,
    parameters: { sourceKmsKey: otherKey, sourceContextId: volumeId, snapshotId, newSnapshotId },
    steps: [
      { actions: ["DescribeKey"], who: "caller", source: ["EBS-COPY"] },
      { actions: ["CreateGrant"], who: "caller", grant: "copy", source: ["EBS-COPY", "KMS-EBS23"] },
      {
        actions: ["GenerateDataKeyWithoutPlaintext"],
        who: "caller",
        context: copy,
        open: "GenerateDataKey is in the list of permissions too",
        source: ["EBS-COPY", "KMS-EBS23"],
      },
      {
        actions: ["ReEncryptFrom"],
        who: "caller",
        key: "sourceKmsKey",
        unknown: ["kms:EncryptionContextKeys"],
        open: CONTEXTS,
        source: ["EBS-COPY"],
      },
      { actions: ["ReEncryptTo"], who: "caller", unknown: ["kms:EncryptionContextKeys"], open: CONTEXTS, source: ["EBS-COPY"] },
      {
        actions: ["Decrypt"],
        who: "caller",
        key: "sourceKmsKey",
        context: { "aws:ebs:id": "{sourceContextId}" },
        source: ["EBS-COPY", "KMS-EBS23"],
      },
    ],
    grants: {
      copy: {
        grantee: "ec2.{region}.amazonaws.com",
        operations: ["Decrypt", "Encrypt", "GenerateDataKeyWithoutPlaintext"],
        constraint: { EncryptionContextSubset: { "aws:ebs:id": "{snapshotId}" } },
        ends: "when the copy is done",
        unknown: ["grantee", "operations", "constraint", "ends"],
        source: ["EBS-COPY"],
      },
    },
    source: ["EBS-COPY", "KMS-EBS23"],
  },
  "ebs.GetSnapshotBlock": {
    calls: ["ebs:GetSnapshotBlock"],
    about: "reads a snapshot block by block, by the direct APIs",
    via,
    parameters: { sourceContextId: volumeId },
    steps: [
      {
        actions: ["Decrypt"],
        who: "caller direct",
        context: { "aws:ebs:id": "{sourceContextId}" },
        unknown: ["kms:ViaService"],
        open: "whether the call carries kms:ViaService is not documented",
        source: ["EBS-DIR"],
      },
    ],
    source: ["EBS-DIR"],
  },
  "ebs.ShareSnapshot": {
    calls: ["ec2:ModifySnapshotAttribute", "ec2:CopySnapshot", "ec2:CreateVolume"],
    about: "another account copies a snapshot that is shared with it, with its key: the caller is of that account, `key` is its own",
    via,
    parameters: { sourceKmsKey: { kind: "key" }, sourceContextId: volumeId, newSnapshotId },
    steps: [
      { actions: ["DescribeKey"], who: "caller", key: "sourceKmsKey", source: ["EBS-SHARE"] },
      { actions: ["CreateGrant"], who: "caller", key: "sourceKmsKey", grant: "source", source: ["EBS-SHARE"] },
      {
        actions: ["GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo", "Decrypt"],
        who: "caller",
        key: "sourceKmsKey",
        context: { "aws:ebs:id": "{sourceContextId}" },
        open: "which of these are sent is not documented: they are the permissions asked for",
        source: ["EBS-SHARE"],
      },
      { actions: ["GenerateDataKeyWithoutPlaintext"], who: "caller", context: copy, source: ["EBS-COPY"] },
      { actions: ["CreateGrant"], who: "caller", grant: "copy", source: ["EBS-COPY"] },
    ],
    grants: {
      source: {
        grantee: "ec2.{region}.amazonaws.com",
        operations: ["Decrypt"],
        constraint: { EncryptionContextSubset: { "aws:ebs:id": "{sourceContextId}" } },
        ends: "when the copy is done",
        unknown: ["grantee", "operations", "ends"],
        source: ["EBS-SHARE"],
      },
      copy: {
        grantee: "ec2.{region}.amazonaws.com",
        operations: ["Decrypt", "Encrypt", "GenerateDataKeyWithoutPlaintext"],
        constraint: { EncryptionContextSubset: copy },
        ends: "when the copy is done",
        unknown: ["grantee", "operations", "ends"],
        source: ["EBS-COPY"],
      },
    },
    source: ["EBS-SHARE", "EBS-MODSNAP", "EBS-COPY"],
  },
};
