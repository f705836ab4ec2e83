import { describe, expect, test } from "vitest";
import { imported } from "../imported.ts";

/** What a value in a template comes to: it stands as the value of a condition in a key policy, which takes texts of any kind. */
async function cameTo(value: string, { more = "", options = {} }: { more?: string; options?: object } = {}) {
  const template = `
Parameters:
  Known: { Type: String, Default: known }
  Open: { Type: String }
  Env: { Type: String, AllowedValues: [dev, prod] }
  Names: { Type: CommaDelimitedList, Default: "a, b,c" }
  OpenNames: { Type: CommaDelimitedList }
  Hidden: { Type: String, NoEcho: true, Default: hunter2 }
  Stored: { Type: "AWS::SSM::Parameter::Value<String>", Default: /a/b }
Mappings:
  M: { dev: { x: one, list: [p, q] }, prod: { x: two } }
Conditions:
  Holds: !Equals [a, a]
  Fails: !Not [{ Condition: Holds }]
  IsProd: !Equals [!Ref Env, prod]
  Odd: !Equals [!Ref Open, x]
Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: "*", Action: "kms:*", Resource: "*", Condition: { StringLike: { "kms:EncryptionContext:v": ${value} } } }
  R: { Type: AWS::IAM::Role, Properties: { RoleName: app, Path: /teams/, AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: "sts:AssumeRole" }] } } }
  Generated: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: "sts:AssumeRole" }] } } }
  B: { Type: AWS::S3::Bucket }
  T: { Type: AWS::SNS::Topic, Properties: { TopicName: t } }
${more}`;
  const read = await imported(template, { account: "111122223333", region: "eu-west-1", ...options });
  const policy = read.after.keys?.K?.policy as {
    readonly unknown?: string;
    readonly Statement: readonly { readonly Condition: { readonly StringLike: Readonly<Record<string, unknown>> } }[];
  };
  return {
    value:
      policy.unknown === undefined ? policy.Statement[0]?.Condition.StringLike["kms:EncryptionContext:v"] : { unknown: policy.unknown },
    told: read.told.filter((line) => !line.startsWith("KW813") && !line.startsWith("KW803")),
    symbols: read.after.symbols ?? {},
  };
}

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/";

// biome-ignore format: a table reads as a table
describe("functions", () => {
  test.each([
    ["Ref of a default", "!Ref Known", "known"],
    ["Ref of a list", "!Ref Names", ["a", "b", "c"]],
    ["Ref of a parameter of few values", "!Ref Env", { $symbol: "Env" }],
    ["Ref of a resource", "!Ref R", "app"],
    ["Ref of a pseudo parameter", "!Ref AWS::Region", "eu-west-1"],
    ["the suffix of URLs", "!Ref AWS::URLSuffix", "amazonaws.com"],
    ["the partition", "!Ref AWS::Partition", "aws"],
    ["NoValue in a list", "[a, !Ref AWS::NoValue, b]", ["a", "b"]],
    ["a value that was hidden", "!Ref Hidden", { $symbol: "Hidden" }],
    ["a value of Systems Manager", "!Ref Stored", { $symbol: "Stored" }],
    ["GetAtt, short", "!GetAtt R.Arn", "arn:aws:iam::111122223333:role/teams/app"],
    ["GetAtt, long", '{ "Fn::GetAtt": [R, Arn] }', "arn:aws:iam::111122223333:role/teams/app"],
    ["GetAtt with a Ref in it", '{ "Fn::GetAtt": [R, !Sub "${Arn}"] }'.replace("${Arn}", "Arn"), "arn:aws:iam::111122223333:role/teams/app"],
    ["an ARN that the type has for Ref", "!Ref T", "arn:aws:sns:eu-west-1:111122223333:t"],
    ["Sub", '!Sub "${Known}-${AWS::Region}-${R.Arn}"', "known-eu-west-1-arn:aws:iam::111122223333:role/teams/app"],
    ["Sub with a map", '!Sub ["${X}/${Known}", { X: !Ref Names, Y: z }]'.replace("!Ref Names", "!Select [1, !Ref Names]"), "b/known"],
    ["Sub of a literal", '!Sub "${!aws:username}-${!x}"', "${aws:username}-${x}"],
    ["Join", '!Join ["-", [a, !Ref Known, !Ref AWS::NoValue, 7, true]]', "a-known-7-true"],
    ["Join of a list parameter", '!Join ["+", !Ref Names]', "a+b+c"],
    ["Join with a hole", '!Join ["", [a, !Ref Open, b]]', { $join: ["a", { $symbol: "Open" }, "b"] }],
    ["Split", '!Split [",", "x,y"]', ["x", "y"]],
    ["Select", '!Select ["1", [a, b]]', "b"],
    ["Select of Split", '!Select [4, !Split [":", !GetAtt R.Arn]]', "111122223333"],
    ["FindInMap", "!FindInMap [M, dev, x]", "one"],
    ["FindInMap of a list", "!FindInMap [M, dev, list]", ["p", "q"]],
    ["FindInMap with a default", '!FindInMap [M, none, x, { DefaultValue: d }]', "d"],
    ["FindInMap by a parameter of few values", "!FindInMap [M, !Ref Env, x]", { $symbol: "FindInMap-M-parameter-Env-x-one-two" }],
    ["If that holds", "!If [Holds, a, b]", "a"],
    ["If that does not", "!If [Fails, a, b]", "b"],
    ["If that is not known, of equal values", "!If [IsProd, a, a]", "a"],
    ["If that is not known", "!If [IsProd, a, b]", { $symbol: "IsProd-a-b" }],
    ["If in lists of one length", "!If [IsProd, [a, b], [a, c]]", ["a", { $symbol: "IsProd-b-c" }]],
    ["ImportValue", "!ImportValue elsewhere", { $symbol: "export-elsewhere" }],
    ["GetStackOutput", '{ "Fn::GetStackOutput": { StackName: s, OutputName: o } }', { $symbol: "output-o-of-s" }],
    ["Base64", '{ "Fn::Base64": x }', { $symbol: "base64-of-x" }],
    ["Cidr", "!Cidr [10.0.0.0/16, 6, 8]", { $symbol: "blocks-of-10.0.0.0-16-6-8" }],
    ["GetAZs", '!GetAZs ""', { $symbol: "zones-of-the-Region" }],
    ["Length", '{ "Fn::Length": !Ref Names }', "3"],
    ["ToJsonString", '{ "Fn::ToJsonString": { a: [1, !Ref Known] } }', '{"a":[1,"known"]}'],
    ["a dynamic reference", '"{{resolve:ssm:/a/b:1}}"', { $symbol: "resolve-ssm-a-b-1" }],
    ["a dynamic reference with a hole", '!Sub "x{{resolve:ssm:/${Open}/b}}y"', { $join: ["x", { $symbol: "resolve-ssm-parameter-Open-b" }, "y"] }],
    ["the name of a bucket that AWS makes up", "!Ref B", { $symbol: "B.name" }],
    ["the ARN of one", "!GetAtt B.Arn", { $join: ["arn:aws:s3:::", { $symbol: "B.name" }] }],
    ["an account id with a zero", "012345678901", "012345678901"],
  ])("%s", async (_, value, expected) => {
    const read = await cameTo(value);
    expect(read.value).toEqual(expected);
    expect(read.told.filter((line) => !line.startsWith("KW823"))).toEqual([]);
  });

  test.each([
    ["Ref of nothing", "!Ref Knwon", /KW820 .*nothing in the template is called `Knwon`/],
    ["GetAtt of nothing", "!GetAtt Nothing.Arn", /KW820 .*nothing in the template is called `Nothing`/],
    ["GetAtt without an attribute", "!GetAtt R", /KW820 .*Fn::GetAtt takes/],
    ["a variable of IAM without !", '!Sub "${aws:username}"', /KW820 .*nothing in the template is called `aws:username`/],
    ["Sub that is not closed", '!Sub "${Known"', /KW820 .*not closed/],
    ["Sub of a list", '!Sub "${Names}"', /KW820 .*`Names` in Fn::Sub is no text/],
    ["Join of a text", '!Join ["", abc]', /KW820 .*a list is needed/],
    ["Join of a list in a list", '!Join ["", [a, !Ref Names]]', /KW820 .*member 2/],
    ["Select out of the list", "!Select [3, [a, b]]", /KW820 .*no member `3` in a list of 2 members/],
    ["Select of a word", "!Select [x, [a, b]]", /KW820 .*no member `x`/],
    ["FindInMap of nothing", "!FindInMap [M, dev, y]", /KW820 .*nothing under `M`, `dev`, `y`/],
    ["If of no condition", "!If [Nope, a, b]", /KW820 .*no condition is called `Nope`/],
    ["If with two members", "!If [Holds, a]", /KW820 .*Fn::If takes/],
    ["a function of conditions", "!Equals [a, b]", /KW820 .*stands in `Conditions` only/],
    ["a function that is none", '{ "Fn::Sbu": x }', /KW820 .*no function is called `Fn::Sbu`/],
    ["a function beside others", '{ "Fn::Sub": x, other: y }', /KW820 .*stands beside other members/],
    ["a macro", '{ "Fn::Transform": { Name: Mine, Parameters: {} } }', /KW812 .*the macro `Mine` is not carried out/],
  ])("%s is told, and the policy is not decided", async (_, value, message) => {
    const read = await cameTo(value);
    expect(read.value).toMatchObject({ unknown: expect.any(String) });
    expect(read.told.join("\n")).toMatch(message);
  });

  test("what is not known is a symbol with what is known of it", async () => {
    const { symbols } = await cameTo('[!Ref Env, !Ref Open, !If [IsProd, a, b], !FindInMap [M, !Ref Env, x]]');
    expect(symbols).toMatchObject({
      Env: { type: "string", oneOf: ["dev", "prod"], from: "parameter Env" },
      Open: { type: "string", from: "parameter Open" },
      "IsProd-a-b": { oneOf: ["a", "b"] },
      "FindInMap-M-parameter-Env-x-one-two": { oneOf: ["one", "two"] },
    });
    expect(symbols.Open).not.toHaveProperty("oneOf");
  });

  test("a condition that decides the shape leaves the policy undecided", async () => {
    expect((await cameTo("!If [Odd, a, [a, b]]")).value).toEqual({ unknown: "the condition `Odd` is not known, on which it hangs" });
    expect((await cameTo("[a, !If [Odd, b, !Ref AWS::NoValue]]")).value).toMatchObject({ unknown: expect.stringContaining("Odd") });
  });

  test("a value that was hidden stands nowhere", async () => {
    const read = await imported(
      `
Parameters: { Hidden: { Type: String, NoEcho: true, Default: hunter2 } }
Resources: { A: { Type: AWS::IAM::User, Properties: { UserName: !Ref Hidden } } }`,
      { account: "111122223333", region: "eu-west-1" },
    );
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });

  test("ids that AWS will make are made up, and listed", async () => {
    const { value } = await cameTo("[!Ref K, !GetAtt K.Arn, !GetAtt Generated.RoleId, !Ref Generated]");
    const [id, arn, unique, name] = value as string[];
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(arn).toBe(`${KEY}${id}`);
    expect(unique).toMatch(/^AROA[A-Z]{12,17}$/);
    expect(name).toMatch(/^stack-Generated-[A-Z]{12}$/);
  });

  test("references in a circle end", async () => {
    const loop = (n: number, to: number) => `  R${n}: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref R${to}, AssumeRolePolicyDocument: {} } }\n`;
    const { value, told } = await cameTo("!Ref R1", { more: `${loop(1, 2)}${loop(2, 1)}` });
    expect(told.join("\n")).toMatch(/KW822 .*hangs on itself/);
    expect(JSON.stringify(value)).not.toContain("null");
  });

  test("references that double each other end", async () => {
    const more = Array.from({ length: 60 }, (_, i) => `  D${i}: { Type: AWS::IAM::User, Properties: { UserName: !Sub "\${D${i + 1}}\${D${i + 1}}" } }\n`);
    const { told } = await cameTo("!Ref D0", { more: `${more.join("")}  D60: { Type: AWS::IAM::User, Properties: { UserName: abcdefgh } }\n` });
    expect(told.join("\n")).toMatch(/KW820 .*longer than any/);
  });

  test("a wide tree of references that share parts is walked once", async () => {
    const more = Array.from({ length: 200 }, (_, i) => `  W${i}: { Type: AWS::IAM::User, Properties: { UserName: !Select [0, [u, !Ref W${i + 1}, !Ref W${i + 1}]] } }\n`);
    const { value } = await cameTo("!Ref W0", { more: `${more.join("")}  W200: { Type: AWS::IAM::User, Properties: { UserName: u } }\n` });
    expect(JSON.stringify(value)).toContain("u");
  });
});
