import { expect, test } from "vitest";
import { authorizeFlow, type FlowQuestion, readFlow } from "../../src/estate/flow.ts";
import { A, allow, deny, KEY, roleIn, worldOf } from "../world/worlds.ts";

const world = worldOf({
  principals: { app: { arn: roleIn("app"), policies: [allow("kms:*")] }, replicator: roleIn("replicator") },
  keys: {
    orders: { arn: KEY, aliases: ["alias/orders"] },
    guarded: {
      policy: {
        Version: "2012-10-17",
        Statement: [
          ...(allow("kms:*", { Principal: { AWS: `arn:aws:iam::${A}:root` } }) as { Statement: object[] }).Statement,
          ...(deny("kms:CreateGrant", { Principal: "*" }) as { Statement: object[] }).Statement,
        ],
      },
    },
  },
});
const run = (flow: string, parameters = {}, key = "orders") => authorizeFlow(world, { flow, parameters, principal: "app", key });

test("a flow is decided step by step, each with the grants made before it", () => {
  const answer = run("ebs.AttachVolume", { volumeId: "vol-1", instanceId: "i-1" });
  if (!answer.ok) throw new Error("no answer");
  expect(answer.value.outcome).toBe("allowed");
  expect(answer.value.steps.map(({ who, answer: { by } }) => [who, by.at(-1)])).toEqual([
    ["caller", { policy: "app/inline 1", statement: 0 }],
    ["grantee", { grant: "ebs.AttachVolume/attach" }],
  ]);
});

test("a flow that is read has the requests of one that is decided, and fails as one", () => {
  const both = (question: Partial<FlowQuestion>) => {
    const asked = { flow: "ebs.AttachVolume", principal: "app", key: "guarded", ...question };
    const decided = authorizeFlow(world, asked);
    const invalid = decided.ok ? decided.value.steps.find(({ answer }) => answer.invalid !== undefined)?.answer.invalid : decided.error;
    return [
      readFlow(world, asked),
      decided.ok && decided.value.steps.map(({ answer: _, ...step }) => ({ ...step, warnings: [] })),
      invalid,
    ];
  };
  const [read, steps] = both({});
  expect(read).toEqual({ ok: true, value: steps });
  for (const wrong of [{ flow: "ebs.X" }, { key: "x" }, { principal: "x" }, { context: { "aws:SourceIp": [] } }]) {
    const [found, , invalid] = both(wrong);
    expect(invalid).not.toBeUndefined();
    expect(found).toEqual({ ok: false, error: invalid });
  }
});

test("a grant that may not be made is not there", () => {
  const answer = run("ebs.AttachVolume", {}, "guarded");
  if (!answer.ok) throw new Error("no answer");
  expect(answer.value).toMatchObject({ outcome: "explicitDeny", refused: { step: 1, request: { action: "kms:CreateGrant" } } });
  expect(answer.value.steps.map(({ answer: { outcome } }) => outcome)).toEqual(["explicitDeny", "implicitDeny"]);
});

test("short names of keys and principals in parameters are resolved", () => {
  const answer = run(
    "s3.Replication",
    { role: "replicator", sourceBucket: "a", bucket: "b", key: "k", sourceKmsKey: "guarded" },
    "alias/orders",
  );
  if (!answer.ok) throw new Error("no answer");
  expect(answer.value.steps.map(({ request: { principal, resource } }) => [principal, resource === KEY])).toEqual([
    [roleIn("replicator"), false],
    [roleIn("replicator"), true],
  ]);
});

test.each([
  [
    "an unknown flow",
    "s3.PutObjekt",
    {},
    [{ code: "KW104", message: "no service flow `s3.PutObjekt`", help: "did you mean `s3.PutObject`?", at: { pointer: "/flow" } }],
  ],
  ["a missing parameter", "s3.PutObject", { bucket: "b" }, [{ code: "KW105", at: { pointer: "/parameters/key" } }]],
  [
    "an unknown parameter",
    "s3.PutObject",
    { bucket: "b", key: "k", bucketkey: true },
    [{ code: "KW101", help: "did you mean `bucketKey`?" }],
  ],
  [
    "a parameter of another kind",
    "s3.PutObject",
    { bucket: "b", key: "k", bucketKey: "yes" },
    [{ code: "KW104", message: "`bucketKey` is true or false" }],
  ],
  [
    "an unknown key",
    "s3.CopyObject",
    { sourceBucket: "a", sourceKey: "k", bucket: "b", key: "k", sourceKmsKey: "ordres" },
    [{ code: "KW501", help: "did you mean `orders`?", at: { pointer: "/parameters/sourceKmsKey" } }],
  ],
])("%s is told", (_, flow, parameters, expected) => expect(run(flow, parameters)).toMatchObject({ ok: false, error: expected }));
