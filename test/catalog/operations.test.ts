import { describe, expect, test } from "vitest";
import { OPERATIONS, type Operation, operation, type Permission } from "../../src/catalog/operations.ts";
import { AWS, disagreements } from "./aws.ts";

/** How the fixture, which is written for people, says where the resource of a check comes from. */
const SOURCES: Readonly<Record<string, NonNullable<Permission["from"]>>> = {
  KeyId: "KeyId",
  "KeyId (current primary, its Region)": "KeyId",
  "KeyId (primary, its Region)": "KeyId",
  "KeyId or ciphertext metadata": "KeyId or CiphertextBlob",
  "SourceKeyId or ciphertext metadata": "SourceKeyId or CiphertextBlob",
  DestinationKeyId: "DestinationKeyId",
  TargetKeyId: "TargetKeyId",
  AliasName: "AliasName",
  "current target key of the alias": "target of AliasName",
  "grant token, or KeyId + GrantId": "GrantToken or KeyId",
  "replica with the same key id in PrimaryRegion": "KeyId in PrimaryRegion",
};

const sorted = (names: readonly string[] | null | undefined): readonly string[] => [...(names ?? [])].sort();

const ours = (operations: readonly Operation[]) =>
  Object.fromEntries(
    operations.map((row) => [
      row.name,
      {
        checks: row.permissions.map(({ action, resource, from, onlyWith, region }) => [action.action, resource, from, onlyWith, region]),
        crossAccount: row.crossAccount,
        members: row.keyIdentifier?.members.join(", "),
        accepts: sorted(row.keyIdentifier?.accepts),
        grantOperations: row.grantOperations,
        usages: sorted(row.keyUsages),
        specs: sorted(row.keySpecs),
        origins: sorted(row.origins),
        takes: [row.dryRun, row.dryRunModifiers, row.grantTokens, row.recipient],
        readOnly: row.readOnly,
      },
    ]),
  );

const theirs = Object.fromEntries(
  AWS.operations.map((row) => [
    row.name,
    {
      checks: row.permissions.map(({ action, resource, resourceFrom, note }) => [
        action,
        resource,
        SOURCES[resourceFrom ?? ""],
        note === "only when Tags is present" ? "Tags" : undefined,
        resourceFrom === "replica Region" ? "replica" : undefined,
      ]),
      crossAccount: row.crossAccount === true,
      members: row.keyIdentifier?.member,
      accepts: sorted(row.keyIdentifier?.accepts),
      grantOperations: row.grantOperations,
      usages: sorted(row.keyUsage),
      specs: sorted(row.keySpecs),
      origins: sorted(row.origins),
      takes: [row.dryRun, row.dryRunModifiers, row.grantTokens, row.recipient],
      readOnly: row.cloudTrail.readOnly,
    },
  ]),
);

describe("the table of operations", () => {
  test("agrees with AWS row by row, in both directions", () => {
    expect(disagreements(ours(OPERATIONS), theirs)).toEqual([]);
    expect(OPERATIONS).toHaveLength(56);
  });

  test("every place a resource comes from is one the catalog has a word for", () => {
    const places = AWS.operations.flatMap(({ permissions }) => permissions.map(({ resourceFrom }) => resourceFrom));
    expect(places.filter((place) => place !== null && place !== "replica Region" && !Object.hasOwn(SOURCES, place))).toEqual([]);
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Operation>]>([
    ["other checks",     { permissions: operation("Encrypt")?.permissions ?? [] }],
    ["another reach",    { crossAccount: false }],
    ["fewer spellings",  { keyIdentifier: { members: ["KeyId"], accepts: ["keyId", "keyArn"] } }],
    ["other grants",     { grantOperations: ["Encrypt"] }],
    ["another usage",    { keyUsages: ["SIGN_VERIFY"] }],
    ["fewer specs",      { keySpecs: ["SYMMETRIC_DEFAULT"] }],
    ["fewer origins",    { origins: ["AWS_KMS"] }],
    ["no dry run",       { dryRun: false }],
    ["no attestation",   { recipient: false }],
    ["no grant tokens",  { grantTokens: false }],
    ["an effect",        { readOnly: false }],
  ])("would not agree with %s for Decrypt", (_, wrong) => {
    const wronged = OPERATIONS.map((row) => (row.name === "Decrypt" ? { ...row, ...wrong } : row));
    expect(disagreements(ours(wronged), theirs)).not.toEqual([]);
  });
});

test("operation finds a row by its very name", () => {
  for (const row of OPERATIONS) expect(operation(row.name)).toBe(row);
  expect(["decrypt", "ReEncryptFrom", "kms:Decrypt", "toString", ""].map(operation)).toEqual(Array(5).fill(undefined));
});
