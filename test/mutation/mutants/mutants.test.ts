import { describe, expect, test } from "vitest";
import { readJson } from "../../../src/base/json-source.ts";
import { parsePolicy } from "../../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { edited } from "../../../src/mutation/mutants/edits.ts";
import { MUTATORS } from "../../../src/mutation/mutants/mutants.ts";
import { sitesOf } from "../../../src/mutation/mutants/site.ts";

const [A, B] = ["111122223333", "444455556666"];
const ROLE = `arn:aws:iam::${A}:role/app`;
const KEY = `arn:aws:kms:us-east-1:${A}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const OTHER = `arn:aws:kms:us-east-1:${A}:key/9999abcd-12ab-34cd-56ef-1234567890ab`;
const around = { accounts: [A, B], principals: [ROLE, `arn:aws:iam::${A}:role/ops`], keys: [KEY, OTHER] };

/** What a mutator makes of a statement: the members that are changed, of each mutant. */
function changes(name: string, statement: object, type: PolicyType = "key-policy", others: readonly object[] = []): readonly unknown[] {
  const base =
    type === "key-policy"
      ? { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }
      : { Effect: "Allow", Action: "kms:*", Resource: "*" };
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...base, ...statement }, ...others] }, null, 2);
  const { policy, diagnostics } = parsePolicy(text, { type, name: "p" });
  const root = readJson(text).node;
  const mutator = MUTATORS.find((one) => one.name === name);
  if (policy === undefined || root === undefined || mutator === undefined)
    throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  if (mutator.on !== undefined && !mutator.on.includes(type)) return [];
  const [site] = sitesOf(text, root, policy, around);
  const before: Record<string, unknown> = JSON.parse(text).Statement[0];
  return (site === undefined ? [] : mutator.drafts(site)).map(({ edits }) => {
    const document = JSON.parse(edited(text, edits));
    if (document.Statement.length < 1 + others.length) return "gone";
    const after: Record<string, unknown> = document.Statement[0];
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return Object.fromEntries(
      [...names].filter((one) => JSON.stringify(before[one]) !== JSON.stringify(after[one])).map((one) => [one, after[one]]),
    );
  });
}

const condition = (Condition: object) => ({ Condition });
const root = { Principal: { AWS: `arn:aws:iam::${A}:root` } };
const another = { Effect: "Deny", Principal: "*", Action: "kms:PutKeyPolicy", Resource: "*" };
const TENANT = "kms:EncryptionContext:tenant";

// biome-ignore format: a table reads as a table
const TABLE: readonly (readonly [mutator: string, statement: object, changed: readonly unknown[], type?: PolicyType, others?: readonly object[]])[] = [
  ["remove-delegation", root, ["gone"], "key-policy", [another]],
  ["remove-delegation", root, []],
  ["remove-delegation", { Principal: { AWS: [A, ROLE] } }, [{ Principal: { AWS: [ROLE] } }]],
  ["remove-delegation", { Principal: { AWS: ROLE } }, [], "key-policy", [another]],
  ["drop-statement", {}, []],
  ["drop-statement", {}, ["gone"], "key-policy", [another]],
  ["flip-effect", {}, [{ Effect: "Deny" }]],
  ["flip-effect", { Effect: "Deny" }, [{ Effect: "Allow" }]],
  ["drop-principal", { Principal: { AWS: [ROLE, A], Service: "s3.amazonaws.com" } }, [{ Principal: { AWS: [A], Service: "s3.amazonaws.com" } }, { Principal: { AWS: [ROLE], Service: "s3.amazonaws.com" } }, { Principal: { AWS: [ROLE, A] } }]],
  ["swap-principal", { Principal: { AWS: ROLE } }, [{ Principal: { AWS: `arn:aws:iam::${A}:root` } }, { Principal: { AWS: `arn:aws:iam::${A}:role/ops` } }, { Principal: { AWS: `arn:aws:iam::${B}:role/app` } }]],
  ["swap-principal", root, [{ Principal: { AWS: ROLE } }, { Principal: { AWS: `arn:aws:iam::${B}:root` } }]],
  ["swap-principal", { Principal: { Service: "s3.amazonaws.com" } }, [{ Principal: { Service: "ec2.amazonaws.com" } }]],
  ["any-principal", root, [{ Principal: "*" }]],
  ["any-principal", { Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: ROLE } }, []],
  ["drop-action", { Action: ["kms:Decrypt", "kms:Encrypt"] }, [{ Action: ["kms:Encrypt"] }, { Action: ["kms:Decrypt"] }]],
  ["drop-action", { Action: ["kms:Decrypt"] }, []],
  ["widen-action", { Action: ["kms:GenerateDataKey*", "kms:Decrypt", "kms:*"] }, [{ Action: ["kms:Generate*", "kms:Decrypt", "kms:*"] }, { Action: ["kms:GenerateDataKey*", "kms:*", "kms:*"] }]],
  ["narrow-action", { Action: "kms:GenerateDataKey*" }, [{ Action: "kms:GenerateDataKey" }]],
  ["narrow-action", { Action: "kms:*" }, [{ Action: ["kms:Describe*", "kms:Get*", "kms:List*"] }]],
  ["narrow-action", { Action: ["kms:*", "s3:*"] }, [{ Action: ["kms:Describe*", "kms:Get*", "kms:List*", "s3:*"] }]],
  ["any-action", { Action: ["kms:Decrypt", "kms:Encrypt"] }, [{ Action: "kms:*" }]],
  ["any-action", { Action: ["kms:Decrypt", "kms:*"] }, []],
  ["drop-resource", { Resource: [KEY, OTHER] }, [{ Resource: [OTHER] }, { Resource: [KEY] }], "identity"],
  ["widen-resource", { Resource: KEY }, [{ Resource: `arn:aws:kms:us-east-1:${A}:key/*` }], "identity"],
  ["narrow-resource", { Resource: `arn:aws:kms:*:${A}:key/*` }, [{ Resource: KEY }], "identity"],
  ["narrow-resource", { Resource: `arn:aws:kms:*:${A}:key/9*` }, [], "identity"],
  ["narrow-resource", {}, []],
  ["any-resource", { Resource: [KEY] }, [{ Resource: "*" }], "identity"],
  ["drop-condition", condition({ Bool: { "aws:SecureTransport": "true" } }), [{}].map(() => ({ Condition: undefined }))],
  ["drop-condition", condition({ StringEquals: { [TENANT]: "a", "kms:ViaService": "s" }, Null: { "aws:userid": "true" } }), [
    condition({ StringEquals: { "kms:ViaService": "s" }, Null: { "aws:userid": "true" } }), condition({ StringEquals: { [TENANT]: "a" }, Null: { "aws:userid": "true" } }), condition({ StringEquals: { [TENANT]: "a", "kms:ViaService": "s" } })]],
  ["negate-condition", condition({ StringEquals: { [TENANT]: "a" } }), [condition({ StringNotEquals: { [TENANT]: "a" } })]],
  ["negate-condition", condition({ "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": "a*" } }), [condition({ "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": "a*" } })]],
  ["negate-condition", condition({ NumericLessThan: { "aws:MultiFactorAuthAge": 60 } }), [condition({ NumericGreaterThanEquals: { "aws:MultiFactorAuthAge": 60 } })]],
  ["negate-condition", condition({ Bool: { "aws:SecureTransport": false } }), [condition({ Bool: { "aws:SecureTransport": true } })]],
  ["negate-condition", condition({ StringEquals: { [TENANT]: "a", "kms:ViaService": "s" } }), [
    condition({ StringEquals: { "kms:ViaService": "s" }, StringNotEquals: { [TENANT]: "a" } }), condition({ StringEquals: { [TENANT]: "a" }, StringNotEquals: { "kms:ViaService": "s" } })]],
  ["negate-condition", condition({ StringEquals: { [TENANT]: "a" }, StringNotEquals: { [TENANT]: "b" } }), []],
  ["negate-condition", condition({ StringEquals: { [TENANT]: "a" }, StringNotEquals: { "kms:ViaService": "b" } }), [
    condition({ StringNotEquals: { "kms:ViaService": "b", [TENANT]: "a" } }), condition({ StringEquals: { [TENANT]: "a", "kms:ViaService": "b" } })]],
  ["toggle-if-exists", condition({ StringEquals: { [TENANT]: "a" }, Null: { "aws:userid": "true" } }), [condition({ StringEqualsIfExists: { [TENANT]: "a" }, Null: { "aws:userid": "true" } })]],
  ["toggle-if-exists", condition({ StringEqualsIfExists: { [TENANT]: "a" } }), [condition({ StringEquals: { [TENANT]: "a" } })]],
  ["toggle-set-operator", condition({ "ForAllValues:StringEquals": { "aws:TagKeys": "a" }, StringEquals: { [TENANT]: "a" } }), [condition({ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, StringEquals: { [TENANT]: "a" } })]],
  ["drop-operand", condition({ StringEquals: { [TENANT]: ["a", "b"], "kms:ViaService": "s" } }), [condition({ StringEquals: { [TENANT]: ["b"], "kms:ViaService": "s" } }), condition({ StringEquals: { [TENANT]: ["a"], "kms:ViaService": "s" } })]],
  ["widen-operand", condition({ StringLike: { [TENANT]: ["orders-*", "*"] } }), [condition({ StringLike: { [TENANT]: ["*", "*"] } })]],
  ["widen-operand", condition({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${A}:role/team/app` } }), [condition({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${A}:role/team/*` } })]],
  ["narrow-operand", condition({ StringLike: { [TENANT]: ["orders-*", "*"] } }), [condition({ StringLike: { [TENANT]: ["orders-", "*"] } })]],
  ["any-operand", condition({ StringEquals: { [TENANT]: ["a", "b"] } }), [condition({ StringLike: { [TENANT]: "*" } })]],
  ["any-operand", condition({ IpAddress: { "aws:SourceIp": "2001:db8::/32" } }), [condition({ IpAddress: { "aws:SourceIp": "::/0" } })]],
  ["shift-bound", condition({ NumericEquals: { "aws:MultiFactorAuthAge": 60 } }), [condition({ NumericEquals: { "aws:MultiFactorAuthAge": 61 } }), condition({ NumericEquals: { "aws:MultiFactorAuthAge": 59 } })]],
  ["shift-bound", condition({ DateLessThan: { "aws:CurrentTime": "2026-02-28T23:00:00Z" } }), [condition({ DateLessThan: { "aws:CurrentTime": "2026-03-01T23:00:00Z" } }), condition({ DateLessThan: { "aws:CurrentTime": "2026-02-27T23:00:00Z" } })]],
  ["shift-bound", condition({ IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } }), [condition({ IpAddress: { "aws:SourceIp": ["203.0.112.0/23"] } }), condition({ IpAddress: { "aws:SourceIp": ["203.0.113.0/25"] } })]],
  ["shift-bound", condition({ StringEquals: { [TENANT]: "60" } }), []],
];

describe("mutators", () => {
  test.each(TABLE.map((row) => [...row] as const))("%s of %j", (...row) => {
    const [mutator, statement, changed, type = "key-policy", others = []] = row as unknown as (typeof TABLE)[number];
    expect(changes(mutator, statement, type, others)).toEqual(changed);
  });

  test("each has a row here that changes something", () => {
    const tried = new Set(TABLE.filter(([, , changed]) => changed.length > 0).map(([mutator]) => mutator));
    expect(MUTATORS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
