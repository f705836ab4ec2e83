import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { EMPTY_ESTATE } from "../../src/estate/estate.ts";
import { World } from "../../src/estate/world.ts";
import { Authority } from "../../src/kms/authorize.ts";
import { Callers } from "../../src/kms/callers.ts";
import { DecisionMemo } from "../../src/kms/decision-memo.ts";
import { KmsException } from "../../src/kms.ts";
import { ACCOUNT, allow, bytes, call, type Lab, lab, policy } from "../kms/lab.ts";

const NOBODY = new Callers(new World(EMPTY_ESTATE));

/**
 * No permission outlives what it came from: while key policies, grants, aliases, tags, key states and the time change between the calls of several
 * callers, each is answered as an authority that has just begun, and remembers nothing, would answer.
 */

const ROOT = { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } };
const holds = (Condition: object) => policy(allow("kms:*", { ...ROOT, Condition }));
const KEY_POLICIES = [
  policy(allow("kms:*", ROOT)),
  policy(allow(["kms:DescribeKey", "kms:GetKeyPolicy"], ROOT)),
  holds({ StringEquals: { "aws:ResourceTag/team": "red" } }),
  holds({ StringEquals: { "aws:PrincipalTag/team": "${aws:ResourceTag/team}" } }),
  holds({ StringEquals: { "kms:EncryptionContext:tenant": "${aws:PrincipalTag/team}" } }),
  holds({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/moved" } }),
  holds({ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["tenant", "1", "__proto__"] } }),
  holds({ StringNotEquals: { "kms:EncryptionContext:__proto__": "b" } }),
  holds({ StringEquals: { "kms:RequestAlias": "alias/moved" } }),
  holds({ DateLessThan: { "aws:CurrentTime": "2026-11-22T03:00:10Z" } }),
  holds({ Null: { "kms:ViaService": "true" } }),
].map((document) => JSON.stringify(document));

const CONTEXTS: readonly (Record<string, string> | undefined)[] = [
  undefined,
  {},
  { tenant: "red" },
  { Tenant: "red" },
  { tenant: "blue" },
  { tenant: "red", TENANT: "blue" },
  { 1: "a", tenant: "red" },
  JSON.parse('{"__proto__": "a"}'),
  JSON.parse('{"__proto__": "b", "tenant": "red"}'),
  { "tenant3:red": "e6:tenant3:red" },
];
const CALLERS = ["red", "blue", "through", "limited"] as const;
const NAMES = ["symmetric", "other", "multi"] as const;
type Name = (typeof NAMES)[number];

const name = fc.constantFrom<Name>(...NAMES);
const context = fc.constantFrom(...CONTEXTS);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("use" as const),
      by: fc.constantFrom(...CALLERS),
      operation: fc.constantFrom("Encrypt", "DescribeKey", "GetKeyPolicy", "GenerateDataKeyWithoutPlaintext"),
      on: fc.oneof(name, fc.constant("alias/moved")),
      context,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("put policy" as const), on: name, policy: fc.constantFrom(...KEY_POLICIES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tag" as const), on: name, team: fc.constantFrom("red", "blue", undefined) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move alias" as const), to: fc.option(name, { nil: undefined }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("grant" as const),
      on: name,
      constraint: fc.constantFrom(undefined, "EncryptionContextSubset", "EncryptionContextEquals"),
      context: fc.constantFrom({ tenant: "red" }, { tenant: "blue" }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("revoke" as const, "retire" as const), nth: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("disable" as const, "enable" as const, "rotate" as const), on: name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: fc.constantFrom(1, 4, 10) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("replicate" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const principal = (team: string, more: object = {}) => ({
  arn: `arn:aws:iam::${ACCOUNT}:role/red`,
  tags: { team },
  policies: [policy(allow("kms:*"))],
  ...more,
});

async function start() {
  const it = await lab([], {
    principals: {
      red: principal("red"),
      blue: principal("blue", { arn: `arn:aws:iam::${ACCOUNT}:user/blue` }),
      granted: { arn: `arn:aws:iam::${ACCOUNT}:user/granted` },
    },
    keys: { other: { aliases: ["alias/other"] } },
  });
  const limited = { principal: "red", sessionPolicies: [policy(allow(["kms:Encrypt", "kms:DescribeKey"]))] };
  const clients = {
    red: it.kms.as("red"),
    blue: it.kms.as("blue"),
    through: it.kms.as({ principal: "granted", viaService: "s3" }),
    limited: it.kms.as(limited),
  };
  return { it, clients };
}

/** Done by an administrator whom no key policy locks out. */
function change(it: Lab, what: Exclude<Step, { do: "use" }>): unknown {
  const { store, admin } = it;
  const grants = NAMES.flatMap((one) => [...store.state.grantsOn(it.arn(one)).order]);
  switch (what.do) {
    case "put policy":
      return it.change(what.on, { policy: what.policy });
    case "tag":
      return it.change(what.on, { tags: what.team === undefined ? [] : [{ TagKey: "Team", TagValue: what.team }] });
    case "disable":
    case "enable":
      return it.change(what.on, { enabled: what.do === "enable" });
    case "wait":
      return it.kms.advance({ seconds: what.seconds });
    case "rotate":
      return admin.rotateKeyOnDemand({ KeyId: it.id(what.on) });
    case "replicate":
      return admin.replicateKey({ KeyId: it.id("multi"), ReplicaRegion: "eu-west-1" });
    case "grant":
      return admin.createGrant({
        KeyId: it.id(what.on),
        GranteePrincipal: `arn:aws:iam::${ACCOUNT}:user/granted`,
        Operations: ["Encrypt", "DescribeKey"],
        ...(what.constraint !== undefined && { Constraints: { [what.constraint]: what.context } }),
      });
    case "revoke":
    case "retire": {
      const id = grants[what.nth % grants.length];
      const found = id === undefined ? undefined : store.state.grant(id);
      if (found === undefined) return undefined;
      const of = { KeyId: found.keyArn, GrantId: found.id };
      return what.do === "revoke" ? admin.revokeGrant(of) : it.kms.as(`arn:aws:iam::${ACCOUNT}:root`).retireGrant(of);
    }
    case "move alias": {
      const AliasName = "alias/moved";
      const known = store.state.alias(`arn:aws:kms:us-east-1:${ACCOUNT}:${AliasName}`) !== undefined;
      if (what.to === undefined) return known ? admin.deleteAlias({ AliasName }) : undefined;
      const to = { AliasName, TargetKeyId: it.id(what.to) };
      return known ? admin.updateAlias(to) : admin.createAlias(to);
    }
  }
}

function unlessRefused(run: () => unknown): void {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof KmsException)) throw thrown;
  }
}

describe("an authority that remembers", () => {
  const refusal = vi.spyOn(Authority.prototype, "refusal");
  const admits = vi.spyOn(DecisionMemo.prototype, "admits");
  afterAll(() => {
    refusal.mockRestore();
    admits.mockRestore();
  });

  it("answers as one that has just begun, whatever changes between the calls", { timeout: 600_000 }, async () => {
    const runs = process.env.KMSWARD_LONG === "1" ? 2000 : 30;
    let allowed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120 }), async (steps) => {
        const { it: one, clients } = await start();
        for (const what of steps) {
          refusal.mockClear();
          unlessRefused(() => {
            if (what.do !== "use") return change(one, what);
            const KeyId = what.on.startsWith("alias/") ? what.on : one.arn(what.on as Name);
            const members =
              what.operation === "Encrypt"
                ? { Plaintext: bytes("a"), EncryptionContext: what.context }
                : what.operation.startsWith("Generate")
                  ? { NumberOfBytes: 16, EncryptionContext: what.context }
                  : {};
            // twice: what the first call is allowed, the second can be allowed from memory
            for (const _ of [1, 2]) unlessRefused(() => call(clients[what.by], what.operation, { KeyId, ...members }));
          });
          if (what.do !== "use") continue;
          for (const [i, [caller, asked]] of refusal.mock.calls.entries()) {
            const fresh = new Authority(one.store.state, NOBODY).ask(caller, asked);
            const told = refusal.mock.results[i]?.value as { decision: string } | undefined;
            if (told === undefined) allowed++;
            expect(told?.decision ?? "Allow").toBe(fresh.decision);
          }
        }
      }),
      { numRuns: runs },
    );
    const remembered = admits.mock.results.filter(({ value }) => value === true).length;
    expect(remembered, `of ${allowed} allowed`).toBeGreaterThan(allowed / 4);
    expect(allowed).toBeGreaterThan(runs);
  });
});
