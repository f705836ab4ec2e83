import { describe, expect, test } from "vitest";
import { readParameters } from "../../../src/importers/cloudformation/parameters.ts";
import { imported } from "../imported.ts";

describe("files of parameters", () => {
  const given = { Env: "prod", Ids: "a,b", Count: "3", Zero: "012345678901" };
  // biome-ignore format: a table reads as a table
  test.each([
    ["the list of the AWS CLI", JSON.stringify(Object.entries(given).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))), given],
    ["what the stack keeps", '[{ "ParameterKey": "Env", "UsePreviousValue": true }]', { Env: null }],
    ["what a change set says of Systems Manager", '[{ "ParameterKey": "Env", "ParameterValue": "/env", "ResolvedValue": "prod" }]', { Env: "prod" }],
    ["that of CodePipeline", '{ "Parameters": { "Env": "prod", "Count": 3 }, "Tags": {} }', { Env: "prod", Count: "3" }],
    ["a map", '{ "Env": "prod", "Ids": ["a", "b"], "On": true }', { Env: "prod", Ids: "a,b", On: "true" }],
    ["a map in YAML", "Env: prod\nZero: 012345678901\nIds: [a, b]\n", { Env: "prod", Zero: "012345678901", Ids: "a,b" }],
    ["texts of `deploy`", '["Env=prod", "Ids=a,b"]', { Env: "prod", Ids: "a,b" }],
    ["lines", 'Env=prod\n# a comment\nUrl="https://x/?a=b"\nKeys:Env=dev\n', { Env: "prod", Url: "https://x/?a=b", "Keys:Env": "dev" }],
    ["one line", "Env=prod Ids=a,b", { Env: "prod", Ids: "a,b" }],
  ])("%s", (_, text, expected) => expect(readParameters(text)).toEqual({ given: expected }));

  test.each([
    ["nothing", ""],
    ["a text", "hello"],
    ["a list of something else", "[1, 2]"],
    ["text that is cut off", '[{ "ParameterKey": '],
    ["nested maps", '{ "a": { "b": 1 } }'],
  ])("%s is none", (_, text) => expect(readParameters(text)).toMatchObject({ fault: expect.any(String) }));
});

describe("parameters of a template", () => {
  const template = `
Parameters:
  Env: { Type: String, Default: dev }
  Ids: { Type: "List<Number>", Default: "1, 2" }
Resources:
  U: { Type: AWS::IAM::User, Properties: { UserName: !Sub ["\${Env}-\${I}", { I: !Select [1, !Ref Ids] }] } }
`;
  const nameWith = async (parameters?: Record<string, string | null>) => {
    const { after } = await imported(template, { account: "111122223333", region: "us-east-1", ...(parameters && { parameters }) });
    return (after.principals?.U as { readonly arn: unknown } | undefined)?.arn;
  };

  test("have their defaults, or what is given", async () => {
    expect(await nameWith()).toBe("arn:aws:iam::111122223333:user/dev-2");
    expect(await nameWith({ Env: "prod", Ids: "7,8,9" })).toBe("arn:aws:iam::111122223333:user/prod-8");
  });

  test("have no default where the stack keeps what it has", async () => {
    expect(await nameWith({ Env: null })).toEqual({ $join: ["arn:aws:iam::111122223333:user/", { $symbol: "Env" }, "-2"] });
  });

  test("a default that is taken is in the report, a name that no template has is told", async () => {
    const read = await imported(template, { account: "111122223333", region: "us-east-1", parameters: { Enw: "x" } });
    expect(read.report.facts).toEqual(["parameters at their defaults: Env and Ids"]);
    expect(read.told).toEqual(["KW825  no template has a parameter `Enw`"]);
  });
});
