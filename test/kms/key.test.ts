import { describe, expect, it } from "vitest";
import { currentMaterial, currentSecret, factsOf, keyArn, keyStateOf } from "../../src/kms/key.ts";
import { DAY, HOME, key, material, NOW } from "./records.ts";

const stateOf = (members: Parameters<typeof key>[0], connected = true) => keyStateOf(key(members), () => connected);
const deletion = { state: "PendingDeletion", at: NOW + DAY, windowDays: 7 } as const;
const imported = { origin: "EXTERNAL" } as const;

// biome-ignore format: a table reads as a table
it.each([
  ["usually",                                     {},                                                                            "Enabled"],
  ["when it is disabled",                         { enabled: false },                                                            "Disabled"],
  ["when it waits for its deletion",              { enabled: false, deletion },                                                  "PendingDeletion"],
  ["when it waits for its replicas to go",        { deletion: { state: "PendingReplicaDeletion", windowDays: 7 } },              "PendingReplicaDeletion"],
  ["when it comes from another Region",           { transition: "Creating" },                                                    "Creating"],
  ["when imported material never came",           { ...imported, materials: [] },                                                "PendingImport"],
  ["when imported material is gone",              { ...imported, materials: [material({ secret: undefined })] },                 "PendingImport"],
  ["when formerly imported material is gone",     { ...imported, materials: [material({ state: "NON_CURRENT", secret: undefined }), material()] }, "PendingImport"],
  ["when material that only waits is gone",       { ...imported, materials: [material(), material({ state: "PENDING_ROTATION", secret: undefined })] }, "Enabled"],
  ["when only waiting material is there",         { ...imported, materials: [material({ state: "PENDING_ROTATION" })] },         "PendingImport"],
  ["when imported material is there",             imported,                                                                      "Enabled"],
] as const)("%s: %o is %s", (_, members, expected) => {
  expect(stateOf(members)).toBe(expected);
});

describe("in a custom key store", () => {
  const stored = { origin: "EXTERNAL_KEY_STORE", customKeyStoreId: "cks-1", materials: [] } as const;

  it("is unavailable while the store is not connected, except that its deletion still shows", () => {
    expect(stateOf(stored)).toBe("Enabled");
    expect(stateOf(stored, false)).toBe("Unavailable");
    expect(stateOf({ ...stored, deletion }, false)).toBe("PendingDeletion");
  });
});

it("tells policies its properties", () => {
  expect(
    factsOf(
      key({
        tags: [{ TagKey: "team", TagValue: "a" }],
        multiRegion: { type: "REPLICA", primaryRegion: "us-west-2" },
        aliases: ["alias/a"],
      }),
    ),
  ).toEqual({
    managedBy: "customer",
    aliases: ["alias/a"],
    tags: { team: "a" },
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: true,
    multiRegionKeyType: "REPLICA",
  });
  expect(factsOf(key({ manager: "AWS" }))).toMatchObject({ managedBy: "aws", multiRegion: false, tags: {} });
  expect(factsOf(key())).not.toHaveProperty("multiRegionKeyType");
});

it("encrypts with the current material", () => {
  const [old, current] = [material({ state: "NON_CURRENT" }), material()];
  const one = key({ materials: [old, current] });
  expect(currentMaterial(one)).toBe(current);
  expect(currentSecret(one)).toBe(current.secret);
  expect(currentSecret(key({ materials: [] }))).toBeUndefined();
});

it("has an ARN", () => {
  expect(keyArn(HOME, "mrk-1")).toBe("arn:aws:kms:us-east-1:111122223333:key/mrk-1");
});
