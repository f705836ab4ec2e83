import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createKms, type KmsWorld } from "../../src/kms.ts";
import { kmsSeed } from "../../src/world/kms-seed.ts";
import { readWorld } from "../../src/world/world-reader.ts";
import { allow, B, roleIn, worldOf } from "./worlds.ts";

function estate() {
  const { world } = readWorld("fixtures/worlds/estate.yaml", { readFile: (path) => readFileSync(path, "utf8"), root: "fixtures" });
  if (world === undefined) throw new Error("the estate cannot be read");
  return world;
}

test("an embedded KMS starts with a world, and decides as the world does", async () => {
  const seed: KmsWorld = kmsSeed(estate()).world;
  const kms = await createKms({ world: seed });
  const app = kms.as("app");
  const { CiphertextBlob } = await app.encrypt({
    KeyId: kms.keys.orders ?? "",
    Plaintext: new Uint8Array([1, 2, 3]),
    EncryptionContext: { purpose: "export" },
  });
  const read = { CiphertextBlob: CiphertextBlob as Uint8Array, EncryptionContext: { purpose: "export" } };
  const { Plaintext } = await kms.as("exporter").decrypt(read);
  expect([...(Plaintext as Uint8Array)]).toEqual([1, 2, 3]);
  await expect(async () => kms.as("auditor").decrypt(read)).rejects.toMatchObject({ name: "AccessDeniedException" });
  expect(kms.keys.fixed).toContain("00000000-1111-4222-8333-444444444444");
});

test("what is said of principals, accounts and keys is there, as text", () => {
  const { world } = kmsSeed(estate());
  expect(world.principals.developer).toMatchObject({
    arn: roleIn("dev/developer"),
    orgId: "o-a1b2c3d4e5",
    boundary: { name: expect.stringContaining("developers.json"), document: expect.stringContaining("UseKeys") },
  });
  expect(
    world.accounts["111122223333"]?.serviceControl.map((level) => level.map(({ name, document }) => [name, document.length > 0])),
  ).toEqual([
    [["FullAWSAccess", true]],
    [["FullAWSAccess", true]],
    [["FullAWSAccess", true]],
    [
      ["FullAWSAccess", true],
      ["protect-keys", true],
    ],
  ]);
  expect(world.keys.orders?.grants).toEqual([expect.objectContaining({ GrantId: "nightly-export", GranteePrincipal: roleIn("exporter") })]);
  expect(world.keys.fixed?.material?.length).toBe(32);
});

test("what cannot be brought about is told", () => {
  const store = { origin: "EXTERNAL_KEY_STORE" };
  const world = worldOf({
    keys: {
      hsm: store,
      dying: { state: "PendingDeletion" },
      turning: { rotation: true },
      held: { grants: [{ grantee: B, operations: ["Decrypt"], token: "t" }] },
    },
    endpoints: { vpc: { id: "vpce-1", policy: allow("kms:*", { Principal: "*" }) } },
  });
  const { left, world: seed } = kmsSeed(world);
  expect(left).toEqual([
    "the key hsm, whose origin is EXTERNAL_KEY_STORE",
    "the state PendingDeletion of the key dying",
    "the rotation of the key turning",
    "grant tokens of the key held",
    "the policy of the VPC endpoint vpc",
  ]);
  expect(Object.keys(seed.keys)).toEqual(["dying", "turning", "held"]);
});
