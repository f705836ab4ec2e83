import { expect, test } from "vitest";
import { assumptionsOf } from "../../src/explain/assumptions.ts";
import { explain } from "../../src/explain/explain.ts";
import type { Answer, Request } from "../../src/index.ts";
import { wardSerializer } from "../../src/matchers/serializer.ts";
import { ask, deny, HOME, policy, SESSION, to } from "../authz/asking.ts";

const denied = (condition: object, changes: Partial<Request> = {}) =>
  ask({ policies: { resource: policy(to("*"), deny({ Principal: "*", Condition: condition })) }, key: {} }, changes);
const taken = (condition: object, changes: Partial<Request> = {}) =>
  assumptionsOf(denied(condition, changes)).map(({ as, keys }) => `${as}: ${keys.join(", ")}`);

// biome-ignore format: a table reads as a table
test.each<[string, object, Partial<Request>, readonly string[]]>([
  ["absent",            { StringEquals: { "aws:PrincipalOrgID": "o-1" } },                            {},                      ["absent: aws:PrincipalOrgID"]],
  ["the path of a role", { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/team/*` } },     { principal: SESSION },  ["/: aws:PrincipalArn"]],
  ["no second factor",  { Bool: { "aws:MultiFactorAuthPresent": "true" } },                           { principal: SESSION },  ["absent: aws:MultiFactorAuthAge", "false: aws:MultiFactorAuthPresent"]],
  ["no service",        { Bool: { "aws:ViaAWSService": "true" } },                                    {},                      ["absent: kms:ViaService", "false: aws:ViaAWSService"]],
  ["a default",         { StringNotEquals: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } },      {},                      ["SYMMETRIC_DEFAULT: kms:EncryptionAlgorithm"]],
  ["nothing",           { StringEquals: { "aws:PrincipalOrgID": "o-1" } },                            { context: { "aws:PrincipalOrgID": "o-2" } }, []],
])("%s", (_, condition, changes, expected) => {
  expect(taken(condition, changes)).toEqual(expected);
});

test("every text says it", () => {
  const answer = denied({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/team/*` } }, { principal: SESSION });
  expect(explain(answer)).toMatch(/^taken as \/ +aws:PrincipalArn$/m);
  expect(explain(answer, { style: "brief" })).toContain("(taken as /: aws:PrincipalArn)");
  expect(explain(answer, { format: "json" }).assumptions).toEqual([{ as: "/", keys: ["aws:PrincipalArn"] }]);
  expect(wardSerializer.serialize(answer, undefined, "")).toContain("taken as /: aws:PrincipalArn");
});

test("of an answer that was read only the names are known", () => {
  const { assumed: _, ...rest } = denied({ StringEquals: { "aws:PrincipalOrgID": "o-1" } });
  expect(assumptionsOf({ ...rest, assumed: ["aws:PrincipalOrgID"] } as Answer)).toEqual([{ as: "absent", keys: ["aws:PrincipalOrgID"] }]);
});
