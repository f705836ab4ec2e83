import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../src/analysis.ts";
import { imported, worldOf } from "../importers/imported.ts";

/** An estate as this test writes it, once as a template and once as a world. */
type Estate = {
  readonly keys: readonly { readonly statements: readonly Statement[] | undefined; readonly alias: boolean; readonly tags: boolean }[];
  readonly roles: readonly {
    readonly path: string;
    readonly inline: readonly Statement[];
    readonly attached: readonly Statement[];
    readonly managed: readonly Statement[];
    readonly boundary: readonly Statement[] | undefined;
  }[];
};
type Statement = {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly who: number;
  readonly key: number;
  readonly tenant: string | undefined;
  readonly like: boolean;
};

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";
const names = (count: number, letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
  actions: fc.uniqueArray(fc.constantFrom("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:PutKeyPolicy", "kms:*"), {
    minLength: 1,
    maxLength: 2,
  }),
  who: fc.nat(3),
  key: fc.nat(2),
  tenant: fc.constantFrom(undefined, undefined, "a", "b"),
  like: fc.boolean(),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
const estate: fc.Arbitrary<Estate> = fc.record({
  keys: fc.array(fc.record({ statements: fc.option(statements, { nil: undefined }), alias: fc.boolean(), tags: fc.boolean() }), {
    minLength: 1,
    maxLength: 2,
  }),
  roles: fc.array(
    fc.record({
      path: fc.constantFrom("/", "/teams/a/"),
      inline: fc.array(statement, { maxLength: 2 }),
      attached: fc.array(statement, { maxLength: 1 }),
      managed: fc.array(statement, { maxLength: 1 }),
      boundary: fc.option(statements, { nil: undefined, freq: 3 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

/** How a side writes what another part of it names. */
type Writer = { readonly role: (i: number) => unknown; readonly key: (i: number) => unknown; readonly root: unknown };

function document(list: readonly Statement[], isOfKey: boolean, { roles, keys }: Estate, writer: Writer): object {
  return {
    Version: "2012-10-17",
    Statement: list.map(({ effect, actions, who, key, tenant, like }) => ({
      Effect: effect,
      ...(isOfKey && { Principal: who === 3 ? { AWS: writer.root } : { AWS: [writer.role(who % roles.length)] } }),
      Action: actions,
      Resource: isOfKey || key === 2 ? "*" : writer.key(key % keys.length),
      ...(tenant !== undefined && { Condition: { [like ? "StringLike" : "StringEquals"]: { "kms:EncryptionContext:tenant": tenant } } }),
    })),
  };
}

function asTemplate(given: Estate): string {
  const writer: Writer = {
    role: (i) => ({ "Fn::GetAtt": [`R${i}`, "Arn"] }),
    key: (i) => ({ "Fn::Sub": `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${K${i}}` }),
    root: { "Fn::Join": ["", ["arn:aws:iam::", { Ref: "AWS::AccountId" }, ":root"]] },
  };
  const policy = (list: readonly Statement[], isOfKey: boolean) => document(list, isOfKey, given, writer);
  const resources: Record<string, unknown> = {};
  given.keys.forEach(({ statements: list, alias, tags }, i) => {
    resources[`K${i}`] = {
      Type: "AWS::KMS::Key",
      Properties: { ...(list && { KeyPolicy: policy(list, true) }), Tags: tags ? [{ Key: "team", Value: "a" }] : [] },
    };
    if (alias) resources[`A${i}`] = { Type: "AWS::KMS::Alias", Properties: { AliasName: `alias/k${i}`, TargetKeyId: { Ref: `K${i}` } } };
  });
  given.roles.forEach(({ path, inline, attached, managed, boundary }, i) => {
    if (boundary) resources[`B${i}`] = { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: policy(boundary, false) } };
    resources[`R${i}`] = {
      Type: "AWS::IAM::Role",
      Properties: {
        RoleName: `r${i}`,
        Path: path,
        AssumeRolePolicyDocument: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
        },
        ...(boundary && { PermissionsBoundary: { Ref: `B${i}` } }),
        Policies: inline.map((each, n) => ({ PolicyName: `p${n}`, PolicyDocument: policy([each], false) })),
      },
    };
    if (attached.length > 0)
      resources[`P${i}`] = {
        Type: "AWS::IAM::Policy",
        Properties: { PolicyName: `x${i}`, Roles: [{ Ref: `R${i}` }], PolicyDocument: policy(attached, false) },
      };
    if (managed.length > 0)
      resources[`M${i}`] = {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: { Roles: [{ Ref: `R${i}` }], PolicyDocument: policy(managed, false) },
      };
  });
  return JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: resources });
}

function asWorld(given: Estate, arns: readonly string[]): object {
  const writer: Writer = {
    role: (i) => `arn:aws:iam::${ACCOUNT}:role${given.roles[i]?.path}r${i}`,
    key: (i) => arns[i],
    root: `arn:aws:iam::${ACCOUNT}:root`,
  };
  const policy = (list: readonly Statement[], isOfKey: boolean) => document(list, isOfKey, given, writer);
  return {
    version: 1,
    account: ACCOUNT,
    region: REGION,
    keys: Object.fromEntries(
      given.keys.map(({ statements: list, alias, tags }, i) => [
        `K${i}`,
        {
          arn: arns[i],
          ...(list && { policy: policy(list, true) }),
          ...(alias && { aliases: [`alias/k${i}`] }),
          ...(tags && { tags: { team: "a" } }),
        },
      ]),
    ),
    principals: Object.fromEntries(
      given.roles.map(({ inline, attached, managed, boundary }, i) => [
        `R${i}`,
        {
          arn: writer.role(i),
          policies: [...inline, ...attached, ...managed].map((each) => policy([each], false)),
          ...(boundary && { boundary: policy(boundary, false) }),
        },
      ]),
    ),
  };
}

/** What an import leaves open, taken as closed: what there is, is all. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !["knows", "unknown", "imported", "invented"].includes(name))
      .map(([name, member]) => [name, closed(member)]),
  );
}

describe("a world written as a template and imported again", () => {
  test("allows the same, both ways", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(estate, async (given) => {
        const { after } = await imported([{ file: "t.json", text: asTemplate(given) }], { account: ACCOUNT, region: REGION });
        const arns = names(given.keys.length, "K").map((name) => after.keys?.[name]?.arn as string);
        const [one, other] = [worldOf(closed(after)), worldOf(asWorld(given, arns))];
        for (const [before, behind] of [
          [one, other],
          [other, one],
        ] as const) {
          const { verdict, changes } = compare(before, behind);
          expect({ verdict, changes }).toEqual({ verdict: "equal", changes: [] });
        }
      }),
      { numRuns: 25 },
    );
  });
});
