import { expect, test } from "vitest";
import { similarActions } from "../../src/catalog/similar-actions.ts";

// biome-ignore format: a table reads as a table
test.each([
  ["kms:ReEncrypt",   ["kms:ReEncryptFrom", "kms:ReEncryptTo"]],
  ["KMS:reencrypt",   ["kms:ReEncryptFrom", "kms:ReEncryptTo"]],
  ["kms:Decrpyt",     ["kms:Decrypt"]],
  ["kms:",            []],
  ["kms:Launch",      []],
])("%s may mean %j", (name, expected) => {
  expect(similarActions(name)).toEqual(expected);
});
