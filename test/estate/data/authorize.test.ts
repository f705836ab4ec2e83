import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toValue } from "../../../src/base/json-source.ts";
import { DATA_FLOWS } from "../../../src/catalog/data/flows.ts";
import { RESOURCE_KINDS } from "../../../src/catalog/data/kinds.ts";
import { authorizeData, type DataAnswer } from "../../../src/estate/data/authorize.ts";
import type { DataQuestion } from "../../../src/estate/data/question.ts";
import { resolveWorld } from "../../../src/world/reader.ts";
import { readYaml } from "../../../src/world/yaml-source.ts";
import { told } from "../../world/worlds.ts";

const kindNamed = (wanted: string) => RESOURCE_KINDS.find(({ name }) => name === wanted);

type DataCase = {
  readonly name: string;
  readonly ask: DataQuestion;
  readonly expect: Readonly<Record<string, unknown>> & { readonly first?: string };
};

const { node } = readYaml(readFileSync(new URL("../../../fixtures/data/worked.yaml", import.meta.url), "utf8"));
const { world: document, cases } = (node && toValue(node)) as { readonly world: object; readonly cases: readonly DataCase[] };
const read = resolveWorld(document);
const ask = (question: DataQuestion): DataAnswer => {
  if (read.world === undefined) throw new Error(told(read).join("\n"));
  const answer = authorizeData(read.world, question);
  if (!answer.ok) throw new Error(told({ diagnostics: answer.error }).join("\n"));
  return answer.value;
};

test("the world is in order", () => expect(told(read)).toEqual([]));

describe("the answer", () => {
  test.each(cases.map((one) => [one.name, one] as const))("of %s is composed of what each call alone comes to", (_, { ask: question }) => {
    const { outcome, calls, refused, missing } = ask(question);
    for (const { question: asked, also, answer } of calls) {
      const alone = read.world?.authorize(asked);
      expect(also === undefined ? alone?.outcome : answer.outcome).toBe(answer.outcome);
    }
    const needed = calls.filter(({ optional }) => optional === undefined);
    const outcomes = needed.map(({ answer }) => answer.outcome);
    const denied = outcomes.filter((one) => one.endsWith("Deny"));
    const isOpen = outcomes.includes("undetermined");
    if (outcome !== "undetermined") expect(outcome).toBe(denied[0] ?? (isOpen ? "undetermined" : "allowed"));
    else expect(missing.length).toBeGreaterThan(0);
    expect(refused).toBe(needed.find(({ answer }) => answer.outcome !== "allowed"));
  });
});

/** A resource of each kind, and what flows on it need besides. */
const A = "111122223333";
// biome-ignore format: a table reads as a table
const ARNS: Readonly<Record<string, string>> = {
  "s3-bucket": "arn:aws:s3:::bucket", "dynamodb-table": `arn:aws:dynamodb:us-east-1:${A}:table/t`, secret: `arn:aws:secretsmanager:us-east-1:${A}:secret:s-a1b2c3`,
  parameter: `arn:aws:ssm:us-east-1:${A}:parameter/p`, queue: `arn:aws:sqs:us-east-1:${A}:q`, topic: `arn:aws:sns:us-east-1:${A}:t`,
  function: `arn:aws:lambda:us-east-1:${A}:function:f`, "log-group": `arn:aws:logs:us-east-1:${A}:log-group:g`, "ebs-volume": `arn:aws:ec2:us-east-1:${A}:volume/vol-1`,
  "ebs-snapshot": "arn:aws:ec2:us-east-1::snapshot/snap-1", "rds-instance": `arn:aws:rds:us-east-1:${A}:db:d`, "rds-cluster": `arn:aws:rds:us-east-1:${A}:cluster:c`,
  "rds-snapshot": `arn:aws:rds:us-east-1:${A}:snapshot:s`, "rds-cluster-snapshot": `arn:aws:rds:us-east-1:${A}:cluster-snapshot:s`,
  "eks-cluster": `arn:aws:eks:us-east-1:${A}:cluster/c`, trail: `arn:aws:cloudtrail:us-east-1:${A}:trail/t`, "event-data-store": `arn:aws:cloudtrail:us-east-1:${A}:eventdatastore/e`,
};
// biome-ignore format: a table reads as a table
const NEEDED: Readonly<Record<string, DataQuestion["parameters"]>> = {
  "s3.CopyObject": { sourceBucket: "source", sourceKey: "k" }, "s3.Replication": { sourceBucket: "source", role: "all" },
  "secretsmanager.ReplicateSecretToRegions": { replicaRegion: "eu-west-1", replicaKmsKey: "key" }, "ssm.GetParametersByPath": { path: "a" },
  "sqs.SendMessage.service-producer": { producer: "s3.amazonaws.com", producerArn: "arn:aws:s3:::source" }, "sns.Deliver.sqs": { topic: "t" },
  "sns.Publish.service-producer": { producer: "s3.amazonaws.com", producerArn: "arn:aws:s3:::source" },
  "lambda.EventSourceMapping.filter-cmk": { eventSourceArn: `arn:aws:sqs:us-east-1:${A}:q` }, "cloudtrail.CreateTrail": { bucket: "b" },
  "cloudtrail.DeliverLogFile": { trail: "t" }, "cloudtrail.ReadLogFile": { trail: "t" },
};
const statement = (Effect: string, Action: string, more: object = {}) => ({ Effect, Action, Resource: "*", ...more });
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const anyone = { Principal: "*" };
const OPEN = /^(?:eks|ebs\.GetSnapshotBlock|rds|lambda|cloudtrail)/; // where AWS does not document all that a policy may ask for

const nothing = statement("Deny", "a4b:*");

/** All resources in a world where everything is allowed but for what `own`, a statement of the caller's, and `key`, one of the key policy, deny. */
function everythingBut(own: object, key: object): (flow: string) => DataAnswer {
  const resources = Object.entries(ARNS).map(([kind, arn]) => {
    const row = kindNamed(kind);
    const more = {
      ...(row?.policy !== "none" && { policy: policy(statement("Allow", "*", anyone)) }),
      ...(kind === "s3-bucket" && { bucketKey: false }),
      ...(row?.members.includes("role") && { role: "all" }),
    };
    return [kind, { arn, key: "key", ...more }] as const;
  });
  const all = { arn: `arn:aws:iam::${A}:role/all`, policies: [policy(statement("Allow", "*"), own)] };
  const { world, diagnostics } = resolveWorld({
    account: A,
    region: "us-east-1",
    principals: { all },
    keys: { key: { policy: policy(statement("Allow", "*", anyone), key) } },
    resources: Object.fromEntries(resources),
  });
  return (flow) => {
    if (world === undefined) throw new Error(told({ diagnostics }).join("\n"));
    const [kind = ""] = DATA_FLOWS[flow]?.on ?? [];
    const parameters = NEEDED[flow];
    const on = kindNamed(kind)?.inner === undefined ? kind : `${kind}/x`;
    const answer = authorizeData(world, { principal: "all", flow, on, ...(parameters && { parameters }) });
    if (!answer.ok) throw new Error(told({ diagnostics: answer.error }).join("\n"));
    return answer.value;
  };
}

const open = everythingBut(nothing, { ...nothing, ...anyone });
const closedService = everythingBut({ Effect: "Deny", NotAction: "kms:*", Resource: "*" }, { ...nothing, ...anyone });
const closedKey = everythingBut(nothing, statement("Deny", "kms:*", anyone));

describe("each flow", () => {
  const flows = Object.entries(DATA_FLOWS);

  test.each(flows)("%s is allowed where everything allows it", (flow) => {
    const { outcome } = open(flow);
    if (outcome !== "allowed") expect([flow, outcome]).toEqual([expect.stringMatching(OPEN), "undetermined"]);
  });

  const isOfCaller = ({ who = "caller" }: { readonly who?: unknown }): boolean => who === "caller" || who === "role";
  test.each(flows.filter(([, { calls }]) => calls.some(isOfCaller)))("%s is refused by its service", (flow) => {
    const { outcome, refused } = closedService(flow);
    expect([outcome, refused?.to]).toEqual(["explicitDeny", "service"]);
  });

  test.each(flows)("%s is refused by its key, where that is asked", (flow) => {
    const { outcome, refused, calls, without } = closedKey(flow);
    if (!calls.some(({ to }) => to === "kms")) expect(["sns.Subscribe", "ebs.CreateSnapshot"]).toContain(flow);
    else if (without !== undefined) expect(outcome).toBe("allowed");
    else expect([outcome.endsWith("Deny"), refused?.to]).toEqual([true, "kms"]);
  });
});

describe("worked questions", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", (_, { ask: question, expect: { first, ...expected } }) => {
    const { outcome, refused, missing, without, cached } = ask(question);
    const seen = {
      outcome,
      ...(refused && { refused: `${refused.to} ${refused.question.action}` }),
      ...("missing" in expected && { missing }),
      ...(without !== undefined && { without }),
      ...(cached !== undefined && { cached }),
    };
    expect(seen).toEqual(expected);
    if (first !== undefined) expect(refused?.answer.outcome).toBe(first);
  });
});
