import { describe, expect, test } from "vitest";
import { documentsOf } from "../../src/importers/foreign-document.ts";
import { answerOf, recognise } from "../../src/importers/recognise.ts";

const formats = (text: string, file = "x.json") => documentsOf({ file, text }).documents.map((document) => recognise(document)?.format);

describe("recognise: by content alone", () => {
  // biome-ignore format: a table reads as a table
  test.each<[string, string, string]>([
    ["a plan", '{"format_version":"1.2","resource_changes":[]}', "terraform-plan"],
    ["a plan without changes", '{"format_version":"1.2","planned_values":{}}', "terraform-plan"],
    ["a plan as Spacelift trims it", '{"resource_changes":[{"address":"aws_kms_key.k","change":{"actions":["create"]}}]}', "terraform-plan"],
    ["a state", '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}', "terraform-state"],
    ["an empty state", '{"format_version":"1.0"}', "terraform-state"],
    ["a state file", '{"version":4,"terraform_version":"1.11.4","lineage":"x","resources":[]}', "terraform-tfstate"],
    ["a log", '{"@level":"info","@message":"Terraform 1.11.4","@module":"terraform.ui","terraform":"1.11.4","type":"version","ui":"1.2"}', "terraform-log"],
    ["a plan file", "PK\u0003\u0004rest", "terraform-plan-file"],
    ["sources", 'resource "aws_kms_key" "k" {\n}\n', "terraform-source"],
    ["a template", '{"Resources":{"K":{"Type":"AWS::KMS::Key"}}}', "cloudformation-template"],
    ["a template in YAML", "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  K: {Type: AWS::KMS::Key, Properties: {X: !Ref Y}}\n", "cloudformation-template"],
    ["a manifest", '{"version":"55.0.0","artifacts":{}}', "cdk-manifest"],
    ["parameters", '[{"ParameterKey":"A","ParameterValue":"b"}]', "cloudformation-parameters"],
    ["a world", '{"keys":{},"principals":{}}', "world"],
    ["a world in YAML", "version: 1\nkeys:\n  a: {}\n", "world"],
    ["a test file", '{"version":1,"world":{},"cases":[]}', "test-file"],
    ["a policy", '{"Version":"2012-10-17","Statement":[]}', "policy"],
    ["an answer with a policy", '{"PolicyDocument":{"Statement":[{"Effect":"Allow"}]}}', "policy"],
    ["an answer", '{"KeyMetadata":{"KeyId":"1"}}', "aws-cli"],
    ["answers in a list", '[{"KeyMetadata":{"KeyId":"1"}},{"Grants":[]}]', "aws-cli"],
    ["a refusal", "\nAn error occurred (AccessDeniedException) when calling the GetKeyPolicy operation: no\n", "aws-refusal"],
    ["a table", "----------\n|ListKeys|\n", "aws-table"],
    ["items of AWS Config", '{"configurationItems":[{"resourceType":"AWS::KMS::Key"}]}', "aws-config"],
  ])("%s", (_, text, format) => expect(formats(text)).toEqual([format]));

  test("what is none of them is nothing, and no error", () => {
    for (const text of ["", "hello", "{}", "[]", "[1]", "null", '"x"', "a: 1\n", "{", "\u0000"])
      expect(formats(text).filter(Boolean)).toEqual([]);
  });

  test("several documents behind each other are several", () => {
    expect(formats('{"Keys":[]}\n{"Aliases":[]}\n')).toEqual(["aws-cli", "aws-cli"]);
    expect(formats('{"Keys":[]}{"KeyMetadata":{}}')).toEqual(["aws-cli", "aws-cli"]);
  });

  test("which command gave an answer", () => {
    expect(answerOf({ Policy: "{}", PolicyName: "default" })).toBe("kms get-key-policy");
    expect(answerOf({ RoleDetailList: [] })).toBe("iam get-account-authorization-details");
    expect(answerOf({ Policy: { PolicySummary: {}, Content: "{}" } })).toBe("organizations describe-policy");
    expect(answerOf({})).toBeUndefined();
  });

  test("what is cut off or nested without end is told with its place", () => {
    const [fault] = documentsOf({ file: "plan.json", text: '{"format_version":"1.2",\n "resource_changes":[' }).diagnostics;
    expect(fault).toMatchObject({ code: "KW100", at: { file: "plan.json", line: 2 } });
    const deep = documentsOf({ file: "deep.json", text: `${"[".repeat(100_000)}` });
    expect(deep.diagnostics).toMatchObject([{ code: "KW103", at: { line: 1, column: 129 } }]);
  });
});
