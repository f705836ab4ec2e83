import { expect, test } from "vitest";
import { isOfOtherServices, managedByAws, pathOfManaged } from "../../src/importers/managed-policies.ts";
import { WITH_SAY } from "../../src/importers/managed-policy-table.ts";
import { Sides } from "../../src/importers/sides.ts";
import { parsePolicy } from "../../src/world/policy-text.ts";
import { imported, worldOf } from "./imported.ts";

const AT = { file: "x.json", pointer: "/a" };
const arnOf = (path: string): string => `arn:aws:iam::aws:policy/${path}`;

test("every policy of the table is one that is read", () => {
  for (const [path, text] of Object.entries(WITH_SAY)) {
    const { diagnostics } = parsePolicy(`{"Version":"2012-10-17","Statement":${text}}`, { type: "identity", name: path });
    expect([path, diagnostics.filter(({ severity }) => severity === "error")]).toEqual([path, []]);
  }
});

test("what is here of a policy is taken for granted, what is not is not known, and neither is silent", () => {
  const sides = new Sides({});
  const held = (path: string) => managedByAws(arnOf(path), [sides.after], sides, AT);
  expect(held("AdministratorAccess")).toBe(arnOf("AdministratorAccess"));
  expect(sides.assumptions.size).toBe(0);
  expect(held("PowerUserAccess")).toEqual({ $assumed: arnOf("PowerUserAccess"), because: "managed-by-aws" });
  expect([...sides.assumptions.keys()]).toEqual(["managed-by-aws"]);
  expect(held("SomeNewAccess")).toBe(arnOf("SomeNewAccess"));
  expect(sides.diagnostics).toMatchObject([{ code: "KW809", at: AT }]);
  expect(managedByAws("arn:aws:iam::111122223333:policy/own", [sides.after], sides, AT)).toBeUndefined();
  expect([isOfOtherServices(arnOf("AmazonS3FullAccess"), sides), isOfOtherServices(arnOf("ReadOnlyAccess"), sides)]).toEqual([true, false]);
  expect(pathOfManaged("AWSLambdaBasicExecutionRole")).toBe("service-role/AWSLambdaBasicExecutionRole");
});

test("an answer that rests on one says so, and is no answer where nothing may be assumed", async () => {
  const template = `Resources:
  Key: { Type: AWS::KMS::Key }
  Reader: { Type: AWS::IAM::User, Properties: { UserName: reader, ManagedPolicyArns: ["arn:aws:iam::aws:policy/PowerUserAccess"] } }
`;
  const read = await imported(template, { account: "111122223333", region: "us-east-1" });
  const answer = worldOf(read.after).authorize({ principal: "Reader", key: "Key", action: "kms:Decrypt" });
  expect(answer.outcome).toBe("allowed");
  expect(answer.assumptions?.map(({ id }) => id)).toContain("managed-by-aws");
});
