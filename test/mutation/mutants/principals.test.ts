import { describe, expect, test } from "vitest";
import { anyPrincipal, dropPrincipal, removeDelegation, swapPrincipal } from "../../../src/mutation/mutants/principals.ts";
import { type Asked, AWAY, HOME, made, OPS, ROLE, ROOT, said, siteOf } from "./sites.ts";

const of = (mutator: typeof dropPrincipal, Principal: unknown, asked: Asked = {}, more: object = {}) => {
  const site = siteOf({ Principal, ...more }, asked);
  return made(site, mutator(site), "Principal");
};
const another = { Sid: "Other", Effect: "Deny", Principal: "*", Action: "kms:PutKeyPolicy", Resource: "*" };

describe("delegation to the account is taken away (KMS Developer Guide, key policies: allows access to the account)", () => {
  test.each([ROOT, HOME])("with the statement, where that names %s alone", (account) => {
    const site = siteOf({ Principal: { AWS: account } }, { others: [another] });
    expect(made(site, removeDelegation(site), "Sid")).toEqual(["Other"]);
    expect(said(removeDelegation(site))).toEqual([`no delegation to the account ${HOME}`]);
  });

  test("from the principals, where there are others", () => {
    expect(of(removeDelegation, { AWS: [ROOT, ROLE] })).toEqual([{ AWS: [ROLE] }]);
    expect(of(removeDelegation, { AWS: ROOT, Service: "s3.amazonaws.com" })).toEqual([{ Service: "s3.amazonaws.com" }]);
  });

  test("not where there is none, where the policy would be empty, or of a Deny", () => {
    expect(of(removeDelegation, { AWS: ROLE }, { others: [another] })).toEqual([]);
    expect(of(removeDelegation, { AWS: ROOT })).toEqual([]);
    expect(of(removeDelegation, { AWS: [ROOT, ROLE] }, {}, { Effect: "Deny" })).toEqual([]);
    expect(removeDelegation(siteOf({ Effect: "Deny", NotPrincipal: { AWS: [ROOT, ROLE] } }))).toEqual([]);
  });
});

test("one of several is taken out, of whatever kind", () => {
  expect(of(dropPrincipal, { AWS: [ROLE, OPS] })).toEqual([{ AWS: [OPS] }, { AWS: [ROLE] }]);
  expect(of(dropPrincipal, { AWS: ROLE, Service: ["s3.amazonaws.com"] })).toEqual([{ Service: ["s3.amazonaws.com"] }, { AWS: ROLE }]);
  expect(of(dropPrincipal, { AWS: ROLE })).toEqual([]);
  expect(of(dropPrincipal, "*")).toEqual([]);
});

test("everybody is put in the place of somebody, but not into a NotPrincipal", () => {
  expect(of(anyPrincipal, { AWS: ROLE })).toEqual(["*"]);
  expect(anyPrincipal(siteOf({ Effect: "Deny", NotPrincipal: { AWS: ROLE } }))).toEqual([]);
  expect(anyPrincipal(siteOf({}, { type: "identity" }))).toEqual([]);
});

describe("somebody else is put in the place of somebody", () => {
  test("of a role its account, a neighbour, its namesake in another account", () => {
    expect(of(swapPrincipal, { AWS: ROLE })).toEqual([{ AWS: ROOT }, { AWS: OPS }, { AWS: ROLE.replace(HOME, AWAY) }]);
  });

  test("of an account one who is in it, and another account", () => {
    expect(of(swapPrincipal, { AWS: HOME })).toEqual([{ AWS: ROLE }, { AWS: AWAY }]);
    expect(of(swapPrincipal, { AWS: ROOT })).toEqual([{ AWS: ROLE }, { AWS: `arn:aws:iam::${AWAY}:root` }]);
  });

  test("where the world knows of no other account, one of nobody", () => {
    const alone = { around: { accounts: [HOME], principals: [], keys: [] } };
    expect(of(swapPrincipal, { AWS: HOME }, alone)).toEqual([{ AWS: "999999999999" }]);
  });

  test("of a service another one", () => {
    expect(of(swapPrincipal, { Service: "s3.amazonaws.com" })).toEqual([{ Service: "ec2.amazonaws.com" }]);
    expect(of(swapPrincipal, { Service: "logs.us-east-1.amazonaws.com" })).toEqual([{ Service: "s3.us-east-1.amazonaws.com" }]);
  });

  test("nobody of everybody", () => {
    expect(of(swapPrincipal, "*")).toEqual([]);
    expect(of(swapPrincipal, { AWS: "*" })).toEqual([]);
  });
});
