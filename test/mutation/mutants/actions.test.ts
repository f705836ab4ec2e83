import { describe, expect, test } from "vitest";
import { KMS_ACTIONS } from "../../../src/catalog/actions.ts";
import { actionsMatching, anyAction, dropAction, narrowAction, widenAction } from "../../../src/mutation/mutants/actions.ts";
import { KEY, made, said, siteOf } from "./sites.ts";

const names = (pattern: string) => actionsMatching(pattern).map(({ action }) => action);

describe("the actions of KMS that a pattern covers", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["kms:Decrypt", ["kms:Decrypt"]],
    ["KMS:decrypt", ["kms:Decrypt"]],
    ["kms:?ecrypt", ["kms:Decrypt"]],
    ["kms:Decript", []],
    ["s3:*", []],
  ])("%s: %j", (pattern, expected) => expect(names(pattern)).toEqual(expected));

  test("are all of them, for `*`", () => {
    expect(names("*")).toHaveLength(KMS_ACTIONS.length);
    expect(names("kms:*")).toEqual(names("*"));
    expect(names("kms:GenerateDataKey*").length).toBeGreaterThan(1);
  });
});

const actions = (
  mutator: typeof dropAction,
  Action: string | readonly string[],
  more: object = {},
  type: "key-policy" | "identity" = "key-policy",
) => {
  const site = siteOf({ Action, ...more }, { type });
  return made(site, mutator(site), "Action");
};

test("one of several is taken out, and the last one never", () => {
  expect(actions(dropAction, ["kms:A", "kms:B", "s3:C"])).toEqual([
    ["kms:B", "s3:C"],
    ["kms:A", "s3:C"],
    ["kms:A", "kms:B"],
  ]);
  expect(actions(dropAction, ["kms:Decrypt"])).toEqual([]);
  expect(actions(dropAction, "kms:Decrypt")).toEqual([]);
  const site = siteOf({ NotAction: ["kms:Encrypt", "kms:Decrypt"] });
  expect(made(site, dropAction(site), "NotAction")).toEqual([["kms:Decrypt"], ["kms:Encrypt"]]);
  expect(said(dropAction(site))).toEqual(["without the action `kms:Encrypt`", "without the action `kms:Decrypt`"]);
});

test("every action of KMS is put in their place, where they are not that already, and some are of KMS", () => {
  expect(actions(anyAction, "kms:Decrypt")).toEqual(["kms:*"]);
  expect(actions(anyAction, ["s3:GetObject", "kms:Decrypt"])).toEqual(["kms:*"]);
  expect(actions(anyAction, ["kms:Decrypt", "KMS:*"])).toEqual([]);
  expect(actions(anyAction, "*")).toEqual([]);
  expect(actions(anyAction, "s3:GetObject")).toEqual([]);
  const except = siteOf({ NotAction: "kms:Decrypt" });
  expect(anyAction(except)).toEqual([]);
});

describe("a pattern grows by the least that covers more", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["kms:GenerateDataKeyPair", ["kms:GenerateDataKeyPair*"]],
    ["kms:GenerateDataKey*", ["kms:Generate*"]],
    ["kms:ReEncrypt*", ["kms:Re*"]],
    ["kms:Decrypt", ["kms:*"]],
    ["kms:*", []],
    ["s3:GetObject", []],
  ])("%s: %j", (pattern, expected) => expect(actions(widenAction, pattern)).toEqual(expected));

  test("of actions that can be asked of a key, where the statement is about keys", () => {
    expect(actions(widenAction, "kms:Create?????", { Resource: KEY }, "identity")).toEqual(["kms:*"]); // CreateKey is asked of none
    expect(actions(widenAction, "kms:Create?????", {}, "identity")).toEqual(["kms:Create*"]);
  });
});

describe("a pattern shrinks", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string | readonly string[], readonly unknown[]]>([
    ["kms:GenerateDataKey*", ["kms:GenerateDataKey"]], // to the action that it is without its wildcard
    ["kms:*", [["kms:Describe*", "kms:Get*", "kms:List*"]]], // to reading alone
    [["kms:*", "s3:*"], [["kms:Describe*", "kms:Get*", "kms:List*", "s3:*"]]],
    ["kms:Generate*", ["kms:GenerateDataKey"]], // to its first
    ["kms:Decryp*", []], // which covers one only
    ["kms:Decrypt", []],
  ])("%j: %j", (pattern, expected) => expect(actions(narrowAction, pattern as string)).toEqual(expected));
});
