import { type Flow, no, otherKey, type Step, text, textOr, yes } from "./flow.ts";

const via = "secretsmanager.{region}.amazonaws.com";
const version = { SecretARN: "{secretArn}", SecretVersionId: "{versionId}" };
const validation = { SecretARN: "{secretArn}", SecretVersionId: "RequestToValidateKeyAccess" };
const versionId = textOr("EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE");

const validate = (key?: string): readonly Step[] => [
  { actions: ["GenerateDataKey"], who: "caller", ...(key !== undefined && { key }), context: validation, source: ["SM"] },
  { actions: ["Decrypt"], who: "caller", ...(key !== undefined && { key }), context: validation, source: ["SM"] },
];

export const SECRETSMANAGER_FLOWS: Readonly<Record<string, Flow>> = {
  "secretsmanager.CreateSecret": {
    calls: ["secretsmanager:CreateSecret"],
    about: "makes a secret: access to the key is tried first, with a context of its own",
    via,
    parameters: { secretArn: text, versionId, value: yes },
    steps: [
      ...validate(),
      { actions: ["GenerateDataKey"], who: "caller", context: version, when: ["value"], needed: "a secret value is given", source: ["SM"] },
    ],
    source: ["SM"],
  },
  "secretsmanager.PutSecretValue": {
    calls: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret"],
    about: "writes a version of a secret",
    via,
    parameters: { secretArn: text, versionId, existingVersion: no },
    steps: [
      { actions: ["GenerateDataKey"], who: "caller", context: version, source: ["SM"] },
      {
        actions: ["Decrypt"],
        who: "caller",
        context: version,
        when: ["existingVersion"],
        needed: "the request names a version that exists",
        source: ["SM"],
      },
    ],
    source: ["SM"],
  },
  "secretsmanager.UpdateSecret.key-change": {
    calls: ["secretsmanager:UpdateSecret"],
    about: "moves a secret to another key: `key` is the new one",
    via,
    parameters: { secretArn: text, versionId, oldKmsKey: otherKey, reencrypt: yes },
    steps: [
      ...validate(),
      {
        actions: ["Decrypt"],
        who: "caller",
        key: "oldKmsKey",
        context: version,
        when: ["reencrypt"],
        needed: "versions are re-encrypted: without it they are not, and the call succeeds",
        source: ["SM"],
      },
      { actions: ["Encrypt"], who: "caller", context: version, source: ["SM"] },
    ],
    source: ["SM"],
  },
  "secretsmanager.GetSecretValue": {
    calls: ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"],
    about: "reads a secret",
    via,
    parameters: { secretArn: text, versionId },
    variants: { "cross-account": {} },
    steps: [{ actions: ["Decrypt"], who: "caller", context: version, source: ["SM", "SM-X"] }],
    source: ["SM", "SM-X"],
  },
  "secretsmanager.BatchGetSecretValue": {
    calls: ["secretsmanager:BatchGetSecretValue"],
    about: "reads a secret among others: what KMS refuses is left out of the answer",
    via,
    parameters: { secretArn: text, versionId },
    steps: [{ actions: ["Decrypt"], who: "caller", context: version, source: ["SM"] }],
    source: ["SM"],
  },
  "secretsmanager.ReplicateSecretToRegions": {
    calls: ["secretsmanager:ReplicateSecretToRegions"],
    about: "replicates a secret to another Region under a key there",
    via,
    parameters: { secretArn: text, versionId, replicaRegion: text, replicaKmsKey: { kind: "key" } },
    steps: [
      { actions: ["Decrypt"], who: "caller", context: version, source: ["SM"] },
      {
        actions: ["GenerateDataKey"],
        who: "caller",
        key: "replicaKmsKey",
        region: "{replicaRegion}",
        context: version,
        unknown: ["kms:EncryptionContext:SecretARN"],
        open: "of which Region the SecretARN is, is not documented; an Encrypt event is recorded too",
        source: ["SM"],
      },
    ],
    source: ["SM"],
  },
};
