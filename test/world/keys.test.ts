import { expect, test } from "vitest";
import { AWS_MANAGED_KEYS, awsManagedPolicyText } from "../../src/catalog/aws-managed-keys.ts";
import { A, B, delegation, KEY, roleIn, toldOf, worldOf } from "./worlds.ts";

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const keysOf = (keys: object) => worldOf({ accounts: { partner: B }, keys }).estate.keys;
const keyOf = (key: object) => keysOf({ orders: key })[0];

test("a key without a word is as CreateKey makes it, under the same ARN at every start", () => {
  const key = keyOf({});
  expect(key).toMatchObject({
    account: A,
    region: "us-east-1",
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
    state: "Enabled",
    managedBy: "customer",
  });
  expect(key?.arn).toBe(`arn:aws:kms:us-east-1:${A}:key/${key?.id}`);
  expect(keyOf({})?.arn).toBe(key?.arn);
  expect(JSON.parse(key?.policyText ?? "").Id).toBe("key-default-1");
  expect(keyOf({ region: "eu-west-1" })?.id).not.toBe(key?.id);
});

test.each([
  [{ arn: KEY }, KEY],
  [{ id: ID }, KEY],
  [{ id: ID, account: "partner", region: "eu-west-1" }, `arn:aws:kms:eu-west-1:${B}:key/${ID}`],
  [{ id: ID, region: "cn-north-1" }, `arn:aws-cn:kms:cn-north-1:${A}:key/${ID}`],
  [{ id: ID, region: "us-gov-west-1" }, `arn:aws-us-gov:kms:us-gov-west-1:${A}:key/${ID}`],
  [{ id: ID, region: "us-iso-east-1" }, `arn:aws-iso:kms:us-iso-east-1:${A}:key/${ID}`],
  [{ id: ID, region: "eusc-de-east-1" }, `arn:aws-eusc:kms:eusc-de-east-1:${A}:key/${ID}`],
  [{ arn: `arn:aws:kms:aq-pole-1:${A}:key/${ID}` }, `arn:aws:kms:aq-pole-1:${A}:key/${ID}`],
  [{ arn: KEY, id: ID, account: A, region: "us-east-1" }, KEY],
])("%j is %s", (key, arn) => expect(keyOf(key)?.arn).toBe(arn));

test("an id that begins with mrk- says that the key is a multi-Region key", () => {
  const id = `mrk-${"1a".repeat(16)}`;
  expect(keyOf({ id })).toMatchObject({ multiRegion: true, multiRegionKeyType: "PRIMARY" });
  expect(
    keysOf({ here: { id }, there: { id, region: "eu-west-1", multiRegionKeyType: "REPLICA" } }).map(
      ({ multiRegionKeyType }) => multiRegionKeyType,
    ),
  ).toEqual(["PRIMARY", "REPLICA"]);
  expect(keyOf({ multiRegion: true })?.id).toMatch(/^mrk-/);
});

test("rotation, by default every year", () => {
  expect([keyOf({}), keyOf({ rotation: true }), keyOf({ rotation: { periodInDays: 90 } })].map((key) => key?.rotationPeriodInDays)).toEqual(
    [undefined, 365, 90],
  );
});

test("a key without material waits for its import, as one that CreateKey makes; one that is said to be enabled does not", () => {
  const states = [{}, { dangerousKeyMaterial: btoa("x".repeat(32)) }, { state: "Enabled" }, { state: "Disabled" }].map(
    (more) => keyOf({ origin: "EXTERNAL", ...more })?.state,
  );
  expect(states).toEqual(["PendingImport", "Enabled", "Enabled", "Disabled"]);
});

test.each(AWS_MANAGED_KEYS.map(({ service }) => service))("an AWS managed key of %s has the policy that its service writes", (service) => {
  const key = keyOf({ managedBy: "aws", aliases: ["alias/mine", `alias/aws/${service}`] });
  expect(key?.policyText).toBe(awsManagedPolicyText(`alias/aws/${service}`, { partition: "aws", account: A, region: "us-east-1" }));
});

test("DynamoDB itself sees the metadata of its key, and Redshift comes by either of its names", () => {
  const managed = (service: string) => ({ managedBy: "aws", aliases: [`alias/aws/${service}`] });
  const world = worldOf({ keys: { ddb: managed("dynamodb"), warehouse: managed("redshift") }, principals: { app: roleIn("app") } });
  expect(world.authorize({ principal: "dynamodb.amazonaws.com", action: "kms:DescribeKey", key: "ddb" }).outcome).toBe("allowed");
  const through = (viaService: string) =>
    world.authorize({ principal: "app", action: "kms:Decrypt", key: "warehouse", viaService }).outcome;
  expect(["redshift", "redshift-serverless", "s3"].map(through)).toEqual(["allowed", "allowed", "implicitDeny"]);
});

test("an AWS managed key has its service's policy: everybody in the account, through the service", () => {
  const world = worldOf({ keys: { ebs: { managedBy: "aws", aliases: ["alias/aws/ebs"] } }, principals: { app: roleIn("app") } });
  const ask = (more: object) => world.authorize({ principal: "app", action: "kms:CreateGrant", key: "alias/aws/ebs", ...more }).outcome;
  expect(ask({ viaService: "ec2" })).toBe("allowed");
  expect(ask({ viaService: "ebs" })).toBe("implicitDeny");
  expect(ask({})).toBe("implicitDeny");
});

// biome-ignore format: a table reads as a table
test.each([
  ["an alias for an ARN", { arn: "arn:aws:kms:us-east-1:111122223333:alias/x" }, "is not the ARN of a KMS key [KW504] | at /keys/orders/arn"],
  ["an ARN of several keys", { arn: "arn:aws:kms:us-east-1:111122223333:key/*" }, "is not the ARN of a KMS key"],
  ["an id beside another ARN", { arn: KEY, id: "x" }, "`id` is `x`, and the ARN says"],
  ["an id that is none", { id: "orders" }, "`orders` is not a key id"],
  ["an id in capitals, which AWS KMS does not know", { id: ID.toUpperCase() }, "is not a key id"],
  ["a Region that is none", { region: "virginia" }, "`virginia` is not a Region [KW504] | at /keys/orders/region | help: of a Region that is newer than this list, give the key's `arn`"],
  ["a Region with a slip", { region: "us-eats-1" }, "help: did you mean `us-east-1`?"],
  ["a usage that does not fit", { spec: "HMAC_256", usage: "SIGN_VERIFY" }, "a key of HMAC_256 cannot be for SIGN_VERIFY [KW505] | at /keys/orders/usage | help: it is for GENERATE_VERIFY_MAC"],
  ["no usage where there is a choice", { spec: "RSA_2048" }, "`usage` is missing: RSA_2048 is for ENCRYPT_DECRYPT or SIGN_VERIFY [KW506] | at /keys/orders"],
  ["a multi-Region key with another id", { id: ID, multiRegion: true }, "the id of a multi-Region key begins with `mrk-`"],
  ["a single-Region key with such an id", { id: `mrk-${"0".repeat(32)}`, multiRegion: false }, "is a multi-Region key's"],
  ["a state of others", { state: "Unavailable" }, "the key cannot be in the state Unavailable [KW505] | at /keys/orders/state | help: only a key in a custom key store is ever in it"],
  ["an import into a key that AWS made", { state: "PendingImport" }, "the key cannot be in the state PendingImport [KW505]"],
  ["replicas of a key that has none", { state: "PendingReplicaDeletion" }, "only a multi-Region primary key is ever in it"],
  ["a replica's state of a primary", { multiRegion: true, state: "Creating" }, "only a multi-Region replica key is ever in it"],
  ["a change of no primary", { state: "Updating" }, "only a multi-Region key is ever in it"],
  ["a deletion of a key that stays", { pendingWindowInDays: 9 }, "a key in the state Enabled does not wait for its deletion [KW505] | at /keys/orders/pendingWindowInDays"],
  ["a rotation of a key that has none", { spec: "HMAC_256", rotation: true }, "a key of spec HMAC_256 is not rotated automatically [KW505] | at /keys/orders/rotation | help: leave `rotation` out"],
  ["a rotation of an imported key", { origin: "EXTERNAL", rotation: { periodInDays: 90 } }, "a key of origin EXTERNAL is not rotated automatically"],
  ["an alias that is none", { aliases: ["orders"] }, "`orders` is not the name of an alias [KW504] | at /keys/orders/aliases/0"],
  ["an AWS managed key of no service", { managedBy: "aws" }, "an AWS managed key has an alias `alias/aws/SERVICE`"],
  ["a key policy that is none", { policy: { Statement: [] } }, "at /keys/orders/policy/Statement"],
])("%s is told", (_, key, expected) => expect(toldOf({ keys: { orders: key } })).toContainEqual(expect.stringContaining(expected)));

test("two keys never have one ARN, nor one alias in an account and Region", () => {
  expect(toldOf({ keys: { a: { arn: KEY }, b: { arn: KEY } } })).toContainEqual(expect.stringContaining("`b` has the ARN of `a` too"));
  expect(toldOf({ keys: { a: { aliases: ["alias/x"] }, b: { aliases: ["alias/x"] } } })).toContainEqual(
    expect.stringContaining("`b` has the alias `alias/x` of `a` too"),
  );
  expect(toldOf({ keys: { a: { aliases: ["alias/x"] }, b: { aliases: ["alias/x"], region: "eu-west-1" } } })).toEqual([]);
});

test("a key needs an account and a Region from somewhere", () => {
  expect(toldOf({ account: undefined, keys: { a: { policy: delegation() } } })).toEqual([
    expect.stringContaining("there is no `account` to make one of [KW506] | at /keys/a"),
  ]);
});
