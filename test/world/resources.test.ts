import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isDoubtful } from "../../src/estate/doubts.ts";
import { EXTENTS_OF, mayBeMore } from "../../src/estate/knowledge.ts";
import { readWorld } from "../../src/world/reader.ts";
import { A, allow, B, KEY, roleIn, toldOf, worldOf } from "./worlds.ts";

const BUCKET = "arn:aws:s3:::orders";
const QUEUE = `arn:aws:sqs:us-east-1:${A}:work`;
const resourcesOf = (resources: object, more: object = {}) => worldOf({ ...more, resources }).estate.resources;
const resourceOf = (resource: object, more: object = {}) => resourcesOf({ it: resource }, more)[0];
const SYMBOL = { symbols: { made: { type: "string", from: "random_id.x" } } };

test("the fixture has a resource of every kind, each with what was told of it", () => {
  const path = new URL("../../fixtures/worlds/resources.yaml", import.meta.url).pathname;
  const { world, diagnostics } = readWorld(path, { readFile: (file) => readFileSync(file, "utf8") });
  expect(diagnostics).toEqual([]);
  const found = new Map(world?.estate.resources.map((resource) => [resource.name, resource]));
  expect(found.size).toBe(18);
  const key = (id: string) => ({ kind: "key", arn: `arn:aws:kms:us-east-1:${A}:key/${id}234abcd-12ab-34cd-56ef-1234567890ab` });
  expect(found.get("orders-bucket")).toMatchObject({
    account: A,
    region: "us-east-1",
    key: key("1"),
    bucketKey: true,
    objects: [
      { keys: "2019/*", key: key("2"), bucketKey: false },
      { keys: "*.old", key: undefined, versions: [{ id: "v1", key: { kind: "aws-owned" } }] },
    ],
    facts: { objectOwnership: "BucketOwnerEnforced", restrictPublicBuckets: false, ignorePublicAcls: true, accessPoints: false },
  });
  expect(found.get("partner-bucket")).toMatchObject({ account: B, region: "eu-west-1", key: { kind: "unknown" } });
  expect(found.get("logs")?.arn).toBe(`arn:aws:logs:us-east-1:${A}:log-group:/app/web`);
  expect(found.get("parameter")?.facts).toMatchObject({ sharedWith: [B], tier: "advanced", type: "SecureString" });
  expect(found.get("function")?.facts.role).toBe(roleIn("runner"));
  expect(found.get("snapshot")).toMatchObject({ account: A, region: "us-east-1", facts: { sharedWith: "all" } });
});

test("a policy that nobody told of is not one that is not there", () => {
  expect(resourceOf({ arn: BUCKET, policy: "none" })?.policy).toBeUndefined();
  for (const untold of [{ arn: BUCKET }, { arn: BUCKET, policy: { unknown: "elsewhere" } }]) {
    const { policy } = resourceOf(untold) ?? {};
    expect(policy && isDoubtful(policy)).toBe(true);
  }
  expect(resourceOf({ arn: `arn:aws:eks:us-east-1:${A}:cluster/main` })?.policy).toBeUndefined();
  const told = resourceOf({ arn: BUCKET, policy: allow("s3:*", { Principal: "*" }) })?.policy;
  expect(told).toMatchObject({ type: "resource", name: "policy of it", statements: [{ effect: "Allow" }] });
});

test.each([
  ["orders", { kind: "key", arn: KEY }],
  [KEY, { kind: "key", arn: KEY }],
  ["1234abcd-12ab-34cd-56ef-1234567890ab", { kind: "key", arn: KEY }],
  ["alias/orders", { kind: "key", arn: KEY }],
  [`arn:aws:kms:us-east-1:${A}:alias/orders`, { kind: "key", arn: KEY }],
  [`arn:aws:kms:us-east-1:${B}:key/9`, { kind: "key", arn: `arn:aws:kms:us-east-1:${B}:key/9` }],
  [`arn:aws:kms:us-east-1:${B}:alias/theirs`, { kind: "unknown" }],
  ["aws-owned", { kind: "aws-owned" }],
  ["none", { kind: "none" }],
  [{ unknown: "they change it" }, { kind: "unknown", text: "the key of it (they change it)" }],
  [{ $symbol: "made" }, { kind: "unknown", text: "the key of it" }],
])("under %j", (key, expected) => {
  const keys = { orders: { arn: KEY, aliases: ["alias/orders"] } };
  expect(resourceOf({ arn: QUEUE, policy: "none", key }, { keys, ...SYMBOL })?.key).toMatchObject(expected);
});

test("the key of a service that the world does not list is as AWS makes it; one that it lists is that", () => {
  const made = resourceOf({ arn: QUEUE, key: "alias/aws/sqs" })?.key;
  expect(made).toMatchObject({ kind: "key", made: { managedBy: "aws", account: A, region: "us-east-1", aliases: ["alias/aws/sqs"] } });
  const keys = { own: { arn: KEY, managedBy: "aws", aliases: ["alias/aws/sqs"] } };
  expect(resourceOf({ arn: QUEUE, key: "alias/aws/sqs" }, { keys })?.key).toEqual({ kind: "key", arn: KEY });
  expect(worldOf({ resources: { it: { arn: QUEUE, key: "alias/aws/sqs" } } }).estate.keys).toEqual([]);
});

test("what one of bucket and account turns on is on; it is off where both say so", () => {
  const facts = (own: object, whole: object) =>
    resourceOf({ arn: BUCKET, publicAccessBlock: own, accountPublicAccessBlock: whole })?.facts.restrictPublicBuckets;
  expect(facts({ restrictPublicBuckets: false }, { restrictPublicBuckets: true })).toBe(true);
  expect(facts({ restrictPublicBuckets: false }, { restrictPublicBuckets: false })).toBe(false);
  expect(facts({ restrictPublicBuckets: false }, {})).toBeUndefined();
});

test("leaves stand in what is told of a resource", () => {
  const joined = { $join: ["arn:aws:s3:::orders-", { $symbol: "made" }] };
  const [bucket] = resourcesOf({ it: { arn: joined, policy: allow("s3:*", { Principal: { AWS: { $symbol: "made" } } }) } }, SYMBOL);
  expect(bucket).toMatchObject({ kind: { name: "s3-bucket" }, openName: { form: "arn:aws:s3:::orders-*", text: "the ARN of it" } });
  expect(resourceOf({ arn: BUCKET, tags: { a: { $symbol: "made" } } }, SYMBOL)?.tags).toBeUndefined();
});

test("an imported world that says nothing of resources may have others", () => {
  const knows = Object.fromEntries(EXTENTS_OF.map((word) => [word, "all"]));
  const more = (value: object) => mayBeMore(worldOf(value).estate, "resources");
  expect(more({ imported: { from: "terraform-plan" }, knows })).toBe(true);
  expect(more({ imported: { from: "terraform-plan" }, knows: { ...knows, resources: "all" } })).toBe(false);
  expect(more({})).toBe(false);
});

test.each([
  [{ arn: "orders" }, /is not the ARN of a resource.*\[KW504\]/],
  [{ arn: KEY }, /\[KW504\].*keys stand in `keys`/],
  [{ arn: "arn:aws:s3:::orders/*" }, /\[KW504\].*write it as arn:aws:s3:::BUCKET/],
  [{ arn: BUCKET, account: "parner" }, /no account `parner`.*\[KW501\]/],
  [{ arn: QUEUE, account: B }, /`account` is `444455556666`, and the ARN says `111122223333`.*\[KW505\]/],
  [{ arn: QUEUE, region: "eu-west-1" }, /`region` is `eu-west-1`, and the ARN says `us-east-1`.*\[KW505\]/],
  [{ arn: BUCKET, region: "us-eats-1" }, /\[KW504\].*did you mean `us-east-1`/],
  [{ arn: BUCKET, reuseSeconds: 60 }, /`reuseSeconds` is not told of an S3 bucket.*\[KW505\].*it is of an SQS queue/],
  [{ arn: QUEUE, reuseSeconds: 5 }, /KW104/],
  [{ arn: QUEUE, key: "oders" }, /no key `oders`.*\[KW501\].*did you mean `orders`/],
  [{ arn: QUEUE, key: "alias/aws/s3" }, /not the key of this service.*\[KW505\].*alias\/aws\/sqs/],
  [{ arn: QUEUE, key: "alias/aws/sqss" }, /\[KW501\].*did you mean `alias\/aws\/sqs`/],
  [{ arn: `arn:aws:eks:us-east-1:${A}:cluster/c`, policy: allow("eks:*") }, /has no policy of its own.*\[KW505\]/],
  [{ arn: BUCKET, bucketkey: true }, /KW101.*did you mean `bucketKey`/],
  [{ arn: BUCKET, policy: { Version: "2012-10-17", Statement: [{ Efect: "Allow" }] } }, /KW101.*Efect/],
  [{ arn: `arn:aws:lambda:us-east-1:${A}:function:f`, role: "runer" }, /no principal `runer`.*\[KW501\]/],
])("%j: %s", (it, expected) => {
  expect(toldOf({ keys: { orders: {} }, resources: { it } }).join("\n")).toMatch(expected);
});

test("two names of one resource, and a name that is none", () => {
  expect(toldOf({ resources: { a: { arn: QUEUE }, b: { arn: QUEUE } } }).join()).toMatch(/`b` and `a` are one resource.*\[KW502\]/);
  expect(toldOf({ resources: { "alias/a": { arn: QUEUE } } }).join()).toMatch(/KW503/);
});
