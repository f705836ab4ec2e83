import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { can, compare, prove, whoCan } from "../../../src/analysis.ts";
import type { WorldObject } from "../../../src/world/document.ts";
import { resolveWorld } from "../../../src/world/reader.ts";

const ACCOUNT = "111122223333";
const PARTNER = "444455556666";
const keyArn = (i: number, account = ACCOUNT) => `arn:aws:kms:us-east-1:${account}:key/0000000${i}-12ab-34cd-56ef-1234567890ab`;
const roleArn = (i: number) => `arn:aws:iam::${i % 3 === 2 ? PARTNER : ACCOUNT}:role/team-${i % 2}/r${i}`;
const policyOf = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });

const CONDITIONS: readonly object[] = [
  {},
  { StringEquals: { "kms:EncryptionContext:tenant": "t1" } },
  { StringEquals: { "aws:PrincipalTag/team": ["a", "b"] } },
  { StringNotEquals: { "aws:PrincipalTag/team": "a" } },
  { StringEquals: { "aws:ResourceTag/team": "a" } },
  { StringNotEqualsIfExists: { "aws:ResourceTag/team": "b" } },
  { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
  { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/team-1/*" } },
  { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/team-0/*` } },
  { Null: { "aws:PrincipalTag/team": "false" } },
  { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
  { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/a" } },
];
const ACTIONS = ["kms:*", "kms:Decrypt", ["kms:GenerateDataKey*", "kms:DescribeKey"], "s3:GetObject", "*"];
const PRINCIPALS: readonly unknown[] = [
  "*",
  { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  { AWS: [PARTNER, ACCOUNT] },
  { AWS: [roleArn(0), roleArn(2)] },
  { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/r1/job` },
  { AWS: "AROAEXAMPLEROLEID0001" },
  { Service: "s3.amazonaws.com" },
];
const RESOURCES: readonly unknown[] = [
  "*",
  "*",
  [keyArn(0), keyArn(3)],
  `arn:aws:kms:*:${ACCOUNT}:key/*`,
  keyArn(1),
  "arn:aws:s3:::bucket/${aws:username}",
  "arn:aws:kms:us-east-1:*:key/${aws:PrincipalTag/key}",
];

const effect = fc.constantFrom("Allow", "Allow", "Allow", "Deny");
const statement = fc
  .record({
    Effect: effect,
    Action: fc.constantFrom(...ACTIONS),
    Resource: fc.constantFrom(...RESOURCES),
    Condition: fc.constantFrom(...CONDITIONS),
  })
  .map(({ Condition, ...rest }) => (Object.keys(Condition).length === 0 ? rest : { ...rest, Condition }));
/** Conditions by which sessions are told apart: in key policies alone, since in those of others they would tell apart the sessions of all. */
const OF_SESSIONS = { StringLike: { "aws:userid": "*:session" } };
const keyStatement = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: statement }, { weight: 1, arbitrary: statement.map((one) => ({ ...one, Condition: OF_SESSIONS })) }),
    fc.constantFrom("Principal", "Principal", "NotPrincipal"),
    fc.constantFrom(...PRINCIPALS),
  )
  .map(([one, element, principal]) => ({
    ...one,
    ...(element === "NotPrincipal"
      ? { Effect: "Deny", NotPrincipal: principal === "*" ? { AWS: roleArn(1) } : principal }
      : { Principal: principal }),
  }));
const identity = fc.array(statement, { minLength: 1, maxLength: 2 }).map((list) => policyOf(...list));
const keyPolicy = fc.array(keyStatement, { minLength: 1, maxLength: 3 }).map((list) => policyOf(...list));
const tags = fc.constantFrom(undefined, {}, { team: "a" }, { team: "b", key: "0" }, { Team: "a" });

/** Estates in which many hold the same and many keys have the same policy, once by the same object and once by an equal one. */
const estate = fc
  .record({
    held: fc.array(identity, { minLength: 3, maxLength: 3 }),
    policies: fc.array(keyPolicy, { minLength: 2, maxLength: 2 }),
    principals: fc.array(fc.record({ holds: fc.array(fc.nat(2), { maxLength: 2 }), tags, copy: fc.boolean(), boundary: fc.boolean() }), {
      minLength: 6,
      maxLength: 6,
    }),
    keys: fc.array(fc.record({ policy: fc.nat(1), tags, alias: fc.boolean(), grant: fc.boolean() }), { minLength: 4, maxLength: 4 }),
    limits: fc.option(identity),
  })
  .map(({ held, policies, principals, keys, limits }): WorldObject => {
    const of = (list: readonly object[], i: number) => list[i % list.length] as object;
    return {
      version: 1,
      account: ACCOUNT,
      region: "us-east-1",
      policies: Object.fromEntries(held.map((policy, i) => [`held-${i}`, policy])),
      ...(limits !== null && {
        organization: {
          id: "o-example0001",
          accounts: [ACCOUNT],
          serviceControl: [policyOf({ Effect: "Allow", Action: "*", Resource: "*" }), limits],
        },
      }),
      principals: Object.fromEntries(
        principals.map((one, i) => [
          `p${i}`,
          {
            arn: roleArn(i),
            policies: [...new Set(one.holds)].map((n) => (one.copy ? of(held, n) : `held-${n % held.length}`)),
            ...(one.tags !== undefined && { tags: one.tags }),
            ...(one.boundary && { boundary: "held-0" }),
            ...(i === 1 && { userId: "AROAEXAMPLEROLEID0001" }),
          },
        ]),
      ),
      keys: Object.fromEntries(
        keys.map((one, i) => [
          `k${i}`,
          {
            arn: keyArn(i, i === 2 ? PARTNER : ACCOUNT),
            policy: of(policies, one.policy),
            ...(one.tags !== undefined && { tags: one.tags }),
            ...(one.alias && { aliases: [`alias/${i === 0 ? "a" : `b${i}`}`] }),
            ...(one.grant && { grants: [{ grantee: roleArn(0), operations: ["Decrypt", "RetireGrant"] }] }),
          },
        ]),
      ),
    } as WorldObject;
  });

const worldOf = (document: WorldObject) => {
  const { world, diagnostics } = resolveWorld(document);
  if (world === undefined) throw new Error(JSON.stringify(diagnostics));
  return world;
};

/** The same estate, with one principal and one key alone. */
function alone(document: WorldObject, principal: string, key: string) {
  const pick = <T>(all: Readonly<Record<string, T>> | undefined, name: string) => ({ [name]: all?.[name] as T });
  return worldOf({ ...document, principals: pick(document.principals, principal), keys: pick(document.keys, key) } as WorldObject);
}

const ASKED = ["kms:Decrypt", "kms:CreateGrant", "kms:RetireGrant", "kms:PutKeyPolicy"];

describe("what is answered once for many", { timeout: 3_600_000 }, () => {
  it("is what each would be told alone", () => {
    fc.assert(
      fc.property(estate, (document) => {
        const world = worldOf(document);
        for (const principal of Object.keys(document.principals ?? {})) {
          const { entries } = can(world, { principal, actions: ASKED });
          for (const key of Object.keys(document.keys ?? {})) {
            const own = can(alone(document, principal, key), { principal, actions: ASKED });
            expect(entries.filter((entry) => entry.key.name === key)).toEqual(own.entries);
          }
        }
      }),
      { numRuns: process.env.KMSWARD_LONG === "1" ? 300 : 3 },
    );
  });

  it("is a change only where who is alone has one", () => {
    fc.assert(
      fc.property(estate, estate, (one, other) => {
        const document = { ...other, keys: one.keys, principals: { ...one.principals, p0: other.principals?.p0 } } as WorldObject;
        const [before, after] = [worldOf(one), worldOf(document)];
        for (const principal of ["p0", "p1", "p3"]) {
          const { changes } = compare(before, after, { principals: [principal], actions: ASKED });
          for (const key of ["k0", "k2"]) {
            const own = compare(alone(one, principal, key), alone(document, principal, key), { principals: [principal], actions: ASKED });
            expect(changes.filter((change) => change.key.name === key)).toEqual(own.changes.filter((change) => change.key.name === key));
          }
        }
      }),
      { numRuns: process.env.KMSWARD_LONG === "1" ? 150 : 2 },
    );
  });
});

describe("keys with one policy", () => {
  it("are told each by its own name, its own statements and requests of its own", () => {
    const policy = policyOf(
      { Sid: "Root", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
      { Sid: "Own", Effect: "Allow", Principal: { AWS: roleArn(0) }, Action: "kms:Decrypt", Resource: "*" },
    );
    const world = worldOf({
      version: 1,
      account: ACCOUNT,
      region: "us-east-1",
      principals: {
        p0: { arn: roleArn(0) },
        p1: { arn: roleArn(1), policies: [policyOf({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" })] },
      },
      keys: { k0: { arn: keyArn(0), policy }, k1: { arn: keyArn(1), policy } },
    } as unknown as WorldObject);
    for (const key of ["k0", "k1"]) {
      const { entries } = whoCan(world, { key, actions: ["kms:Decrypt"] });
      expect(entries.map(({ who }) => who.name ?? who.text)).toEqual(["p0", "p1", `the root user of ${ACCOUNT}`]);
      for (const { witness, by } of entries) {
        expect(witness.request.resource).toBe(world.estate.keys.find(({ name }) => name === key)?.arn);
        const answer = world.authorize({ ...witness.request, principal: witness.request.principal });
        expect([answer.outcome, answer.by]).toEqual(["allowed", by]);
      }
    }
    expect(prove(world, { never: { principal: "p1", action: "Decrypt", key: "k1" } }).witness?.request.resource).toBe(keyArn(1));
  });
});
