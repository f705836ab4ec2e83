import { describe, expect, it } from "vitest";
import { type Proof, prove } from "../../../src/analysis/prove.ts";
import type { Invariant } from "../../../src/analysis/requests.ts";
import type { World } from "../../../src/estate/world.ts";
import { refutedBy } from "../../../src/tester/invariant.ts";
import { readWorldValue } from "../../../src/world/document-reader.ts";

/** Invariants about data: every call of a flow at once, by the policy of the resource and its key. */

const A = "111122223333";
const role = (name: string, account = A) => `arn:aws:iam::${account}:role/${name}`;
const VPCE = "vpce-0123456789abcdef0";

type Statement = Readonly<Record<string, unknown>>;
const policy = (...Statement: readonly Statement[]) => ({ Version: "2012-10-17", Statement });
const allow = (Principal: unknown, Action: unknown, more: object = {}) => ({ Effect: "Allow", Principal, Action, Resource: "*", ...more });
const to = (...AWS: readonly string[]) => ({ AWS });
const ADMIN = allow(to(role("key-admin")), "kms:PutKeyPolicy");
const ORG = "o-abc1234567";

type Told = {
  readonly bucket?: readonly Statement[];
  readonly key?: readonly Statement[];
  readonly app?: readonly Statement[];
  readonly more?: object;
  readonly members?: object;
};

function worldOf({ bucket = [], key = [], app = [], more = {}, members = {} }: Told): World {
  const { world, diagnostics } = readWorldValue(
    {
      version: 1,
      account: A,
      region: "us-east-1",
      principals: {
        app: { arn: role("app"), policies: app.length === 0 ? [] : [policy(...app)] },
        etl: { arn: role("etl") },
        reader: { arn: role("reader", "444455556666"), policies: [policy({ Effect: "Allow", Action: ["s3:*", "kms:*"], Resource: "*" })] },
      },
      keys: { orders: { id: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: policy(ADMIN, ...key) } },
      resources: {
        orders: {
          arn: "arn:aws:s3:::orders",
          policy:
            bucket.length === 0
              ? "none"
              : policy(...bucket.map((one) => ({ ...one, Resource: one.Resource === "*" ? "arn:aws:s3:::orders/*" : one.Resource }))),
          key: "orders",
          bucketKey: false,
          objectOwnership: "BucketOwnerEnforced",
          accessPoints: false,
          publicAccessBlock: { restrictPublicBuckets: false },
          accountPublicAccessBlock: { restrictPublicBuckets: false },
          ...members,
        },
      },
      ...more,
    },
    { path: "world" },
  );
  if (world === undefined) throw new Error(JSON.stringify(diagnostics));
  return world;
}

const words = ({ verdict, witness, why, control, vacuous }: Proof): string =>
  [verdict, witness && refutedBy(witness), why, control?.text, vacuous].filter((part) => part).join(": ");
const told = (world: Told, invariant: Invariant): string => words(prove(worldOf(world), invariant, { unlisted: "nothing" }));

const READ = { flow: "s3.GetObject", on: "orders" } as const;
const inBucket = (...names: readonly string[]) => allow(to(...names.map((name) => role(name))), "s3:GetObject");
const onKey = (...names: readonly string[]) => allow(to(...names.map((name) => role(name))), "kms:Decrypt");

describe("never", () => {
  it("needs every call to be allowed: neither the bucket nor the key alone refutes", () => {
    expect(told({ bucket: [inBucket("etl")] }, { never: READ })).toMatch(/^proved: if .*key orders/);
    expect(told({ key: [onKey("etl")] }, { never: READ })).toMatch(/^proved: if .*policy of orders/);
    expect(told({ bucket: [inBucket("etl")], key: [onKey("etl")] }, { never: READ })).toBe(
      "refuted: etl may s3.GetObject on orders/any-object",
    );
  });

  it("shows the whole flow as one witness, which the evaluator confirms", () => {
    const { witness } = prove(worldOf({ bucket: [inBucket("etl")], key: [onKey("etl")] }), { never: READ });
    expect(witness?.data?.calls).toEqual([
      { action: "s3:GetObject", to: "service", outcome: "allowed" },
      { action: "kms:Decrypt", to: "kms", outcome: "allowed" },
    ]);
    expect(witness?.by).toHaveLength(2);
  });

  it("lets through what `unless` says, on the call that carries it", () => {
    const org = { StringEquals: { "aws:PrincipalOrgID": ORG } };
    const world = { bucket: [allow("*", "s3:GetObject", { Condition: org })], key: [allow("*", "kms:Decrypt")] };
    const outside = { never: { ...READ, principal: "444455556666", unless: { "aws:PrincipalOrgID": ORG } } };
    expect(words(prove(worldOf(world), outside))).toBe(
      "proved: if statement 1 of the policy of orders had no condition StringEquals on aws:PrincipalOrgID",
    );
    expect(words(prove(worldOf({ ...world, bucket: [allow("*", "s3:GetObject")] }), outside))).toMatch(/^refuted/);
    const byNetwork = {
      bucket: [allow("*", "s3:GetObject", { Condition: { StringEquals: { "aws:SourceVpce": VPCE } } })],
      key: [allow("*", "kms:Decrypt")],
    };
    const partner = { ...READ, principal: "444455556666" };
    expect(words(prove(worldOf(byNetwork), { never: { ...partner, unless: { "aws:SourceVpce": VPCE } } }))).toMatch(/^proved/);
    expect(words(prove(worldOf(byNetwork), { never: { ...partner, unless: { "aws:SourceVpce": "vpce-1" } } }))).toMatch(/^refuted/);
  });

  it("reads what is said of KMS on the calls to KMS", () => {
    const world = { bucket: [inBucket("etl")], key: [onKey("etl")] };
    const unless = (arn: string) => ({ never: { ...READ, unless: { "kms:EncryptionContext:aws:s3:arn": arn } } });
    expect(told(world, unless("arn:aws:s3:::orders/*"))).toMatch(/^proved/);
    expect(told(world, unless("arn:aws:s3:::orders/reports/*"))).toMatch(/^refuted: etl may s3.GetObject on orders\/any-object/);
    expect(told({ ...world, members: { bucketKey: true } }, unless("arn:aws:s3:::orders/*"))).toMatch(/^refuted/);
  });

  it("means a part of what is in the resource", () => {
    const reports = { ...inBucket("etl"), Resource: "arn:aws:s3:::orders/reports/*" };
    const world = { bucket: [reports], key: [onKey("etl")] };
    expect(told(world, { never: { ...READ, on: "orders/reports/*" } })).toMatch(/^refuted: etl may s3.GetObject on orders\/reports\//);
    expect(told(world, { never: { ...READ, on: "orders/private/*" } })).toMatch(/^proved/);
    expect(told(world, { never: { ...READ, on: "s3://orders/reports/2026" } })).toMatch(
      /^refuted: etl may s3.GetObject on orders\/reports\/2026/,
    );
    expect(told(world, { never: { ...READ, on: "or*" } })).toMatch(/^refuted/);
  });

  it("is not decided where it hangs on what nobody told", () => {
    const byObject = onKey("etl");
    const context = { ...byObject, Condition: { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::orders/*" } } };
    const world = { bucket: [inBucket("etl")], key: [context], members: { bucketKey: undefined } };
    expect(told(world, { never: READ })).toMatch(/^unknown: .*whether orders uses a bucket key/);
    expect(told({ ...world, members: { key: { unknown: "it is being changed" } } }, { never: READ })).toMatch(
      /^unknown: .*it is being changed/,
    );
    expect(told({ members: { key: { unknown: "it is being changed" } } }, { never: { ...READ, principal: "etl" } })).toMatch(/^proved/);
  });
});

describe("always", () => {
  const world = { bucket: [inBucket("etl")], key: [onKey("etl")] };
  it("needs all of the calls, and says which is refused", () => {
    expect(told(world, { always: { ...READ, principal: "etl" } })).toMatch(/^proved: if .*had not statement/);
    expect(told({ ...world, key: [] }, { always: { ...READ, principal: "etl" } })).toMatch(
      /^refuted: etl may not .*: kms:Decrypt is refused/,
    );
    expect(told({ ...world, bucket: [] }, { always: { ...READ, principal: "etl" } })).toMatch(/: s3:GetObject is refused/);
  });

  it("is refuted by a network key that S3 forwards to no key", () => {
    const deny = { ...allow("*", "kms:Decrypt"), Effect: "Deny", Condition: { StringNotEquals: { "aws:SourceVpce": VPCE } } };
    const locked = { ...world, key: [onKey("etl"), deny] };
    expect(told(locked, { always: { ...READ, principal: "etl", context: { "aws:SourceVpce": VPCE } } })).toMatch(
      /^refuted: .*kms:Decrypt is refused/,
    );
  });
});

it("only: nobody else", () => {
  const world = { bucket: [inBucket("etl", "app")], key: [onKey("etl", "app")] };
  expect(told(world, { only: { ...READ, principal: ["etl", "app"] } })).toMatch(/^proved/);
  expect(told(world, { only: { ...READ, principal: "etl" } })).toMatch(/^refuted: app may/);
});

describe("nothing is proved of what leads nowhere", () => {
  it.each([
    [{ flow: "s3.GetObjct", on: "orders" }, "no flow `s3.GetObjct` reads or writes data (did you mean `s3.GetObject`?)"],
    [{ flow: "s3.GetObject", on: "oders" }, "no resource `oders` in this world (did you mean `orders`?)"],
    [{ flow: "sqs.ReceiveMessage", on: "orders" }, "no resource that is named has a flow `sqs.ReceiveMessage`"],
    [{ on: "orders" }, "`on` is told, and no `flow`"],
    [{ ...READ, action: "kms:Decrypt" }, "`action` does not go with `flow`"],
    [{ flow: "s3.CopyObject", on: "orders" }, "sourceBucket"],
    [{ flow: { "s3.GetObject": { versoinId: "v1" } }, on: "orders" }, "versoinId"],
  ] as const)("%j", (never, why) => expect(told({}, { never })).toContain(`${why}`));

  it("of data that nobody could read, whatever the policies say", () =>
    expect(told({}, { never: { ...READ, principal: "s3.amazonaws.com" } })).toMatch(/^proved: no request is as the invariant says/));
});
