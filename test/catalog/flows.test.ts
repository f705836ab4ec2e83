import { describe, expect, test } from "vitest";
import { kmsAction } from "../../src/catalog/actions.ts";
import { conditionKey, isAvailable } from "../../src/catalog/condition-keys.ts";
import type { Step } from "../../src/catalog/flows/flow.ts";
import { FLOW_NAMES, FLOWS, flowNamed } from "../../src/catalog/flows.ts";

/** By service, as people name them in tests: a name that goes breaks theirs. */
const EVERY: readonly string[] = [
  "s3.PutObject",
  "s3.PutObject.sse-kms",
  "s3.PutObject.bucket-key",
  "s3.PutObject.cross-account",
  "s3.PutObject.dsse-kms",
  "s3.GetObject",
  "s3.GetObject.sse-kms",
  "s3.GetObject.bucket-key",
  "s3.CopyObject",
  "s3.MultipartUpload",
  "s3.Replication",
  "ebs.CreateVolume",
  "ebs.CreateVolume.from-snapshot",
  "ebs.AttachVolume",
  "ebs.CreateSnapshot",
  "ebs.CopySnapshot",
  "ebs.GetSnapshotBlock",
  "ebs.ShareSnapshot",
  "rds.CreateDBInstance",
  "rds.CreateDBCluster",
  "rds.CreateDBCluster.neptune",
  "rds.CopyDBSnapshot",
  "rds.ShareSnapshot",
  "dynamodb.CreateTable",
  "dynamodb.PutItem",
  "dynamodb.GetItem",
  "lambda.CreateFunction.env-default",
  "lambda.CreateFunction.env-cmk",
  "lambda.GetFunctionConfiguration",
  "lambda.env-helpers",
  "lambda.CreateFunction.zip-cmk",
  "lambda.EventSourceMapping.filter-cmk",
  "secretsmanager.CreateSecret",
  "secretsmanager.PutSecretValue",
  "secretsmanager.UpdateSecret.key-change",
  "secretsmanager.GetSecretValue",
  "secretsmanager.GetSecretValue.cross-account",
  "secretsmanager.BatchGetSecretValue",
  "secretsmanager.ReplicateSecretToRegions",
  "ssm.PutParameter.standard",
  "ssm.PutParameter.advanced",
  "ssm.GetParameter",
  "eks.CreateCluster",
  "eks.ApiServer",
  "sqs.SendMessage",
  "sqs.ReceiveMessage",
  "sqs.SendMessage.service-producer",
  "sns.Publish",
  "sns.Publish.service-producer",
  "sns.Deliver.sqs",
  "logs.AssociateKmsKey",
  "logs.PutLogEvents",
  "cloudtrail.CreateTrail",
  "cloudtrail.DeliverLogFile",
  "cloudtrail.ReadLogFile",
  "cloudtrail.EventDataStore",
];

const flows = Object.entries(FLOWS);
const WORDS = ["partition", "region", "account"];

/** All templates of a value, names of flags left out. */
function templatesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    ["about", "open", "needed", "ends", "source", "kind"].includes(name) ? [] : templatesOf(inner),
  );
}
const namesIn = (template: string): readonly string[] => [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? "");
const grantOf = (step: Step): string | undefined =>
  step.grant ?? (typeof step.who === "object" && "grantee" in step.who ? step.who.grantee : undefined);

describe.each(flows)("%s", (name, flow) => {
  const parameters = Object.keys(flow.parameters);

  test("its templates name its parameters and where it happens", () => {
    expect(
      templatesOf(flow)
        .flatMap(namesIn)
        .filter((word) => !parameters.includes(word) && !WORDS.includes(word)),
    ).toEqual([]);
  });

  test("its flags, keys, pairs and grants are there, and of their kind", () => {
    const kindOf = (parameter: string) => flow.parameters[parameter]?.kind;
    for (const step of flow.steps) {
      expect((step.when ?? []).filter((flag) => kindOf(flag.replace("!", "")) !== "flag")).toEqual([]);
      if (step.key) expect(kindOf(step.key)).toBe("key");
      if (step.pairs) expect(kindOf(step.pairs)).toBe("pairs");
      if (step.who === "role" || step.who === "role direct") expect(kindOf("role")).toBe("principal");
      const grant = grantOf(step);
      if (grant !== undefined) expect(Object.keys(flow.grants ?? {})).toContain(grant);
      expect(step.actions.includes("CreateGrant")).toBe(step.grant !== undefined);
    }
    expect(
      Object.values(flow.variants ?? {})
        .flatMap((fixed) => Object.keys(fixed))
        .filter((flag) => kindOf(flag) !== "flag"),
    ).toEqual([]);
  });

  test("every parameter is used by something", () => {
    const used = new Set([
      ...templatesOf(flow).flatMap(namesIn),
      ...flow.steps.flatMap(({ when = [], key = "", pairs = "", who }) => [
        ...when.map((flag) => flag.replace("!", "")),
        key,
        pairs,
        typeof who === "string" && who.startsWith("role") ? "role" : "",
      ]),
    ]);
    expect(parameters.filter((parameter) => !used.has(parameter))).toEqual([]);
  });

  test("what it says of a request, AWS can send with it", () => {
    for (const step of flow.steps) {
      for (const action of step.actions) {
        const row = kmsAction(`kms:${action}`);
        if (row === undefined) throw new Error(`no action ${action}`);
        const keys = [
          ...(step.unknown ?? []),
          ...Object.keys(step.keys ?? {}),
          ...Object.keys(step.context ?? {}).map((pair) => `kms:EncryptionContext:${pair}`),
        ];
        expect(
          keys.filter((key) => {
            const known = conditionKey(key);
            return known === undefined || !isAvailable(known, row, "key");
          }),
        ).toEqual([]);
      }
    }
  });

  test("what is open says so, and every step has a source", () => {
    expect(flow.source.length).toBeGreaterThan(0);
    for (const step of flow.steps) {
      expect(step.source.length).toBeGreaterThan(0);
      if (step.unknown) expect(step.open).toBeDefined();
    }
    expect(name).toMatch(/^[a-z0-9]+\.[A-Za-z]/);
  });
});

test("flows and variants are found by their names, nothing else is", () => {
  for (const name of FLOW_NAMES) expect(flowNamed(name)).toBeDefined();
  for (const name of ["", "s3", "s3.PutObject.", "s3.PutObject.constructor", "toString", "constructor.name", "s3.putobject"])
    expect(flowNamed(name)).toBeUndefined();
});

test("the flows of the twelve services are all here", () => {
  expect(FLOW_NAMES).toEqual(EVERY);
  expect(new Set(FLOW_NAMES.map((name) => name.split(".")[0])).size).toBe(12);
});
