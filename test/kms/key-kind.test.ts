import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Authority } from "../../src/kms/authorize.ts";
import { Callers } from "../../src/kms/callers.ts";
import type { Key } from "../../src/kms/key.ts";
import { KeyKinds } from "../../src/kms/key-kind.ts";
import { State } from "../../src/kms/state.ts";
import { worldOf } from "../world/worlds.ts";
import { allow, policy } from "./lab.ts";
import { key, NOW } from "./records.ts";

const tag = (TagKey: string, TagValue: string) => ({ TagKey, TagValue });

describe("keys are of one kind", () => {
  const kinds = new KeyKinds();
  const kindOf = (members: Parameters<typeof key>[0]) => kinds.of(key(members))?.kind;

  it("whatever their id, aliases, tags and description", () => {
    expect(kindOf({ id: "a", tags: [tag("team", "a")], aliases: ["alias/a"], description: "a" })).toBe(kindOf({ id: "b" }));
    expect(kinds.of(key({ tags: [tag("team", "a")], aliases: ["alias/a"] }))?.context).toEqual({
      "aws:ResourceTag/team": "a",
      "kms:ResourceAliases": ["alias/a"],
    });
    expect(kinds.of(key())?.context).toBeUndefined();
  });

  it("only if policies can tell nothing else apart", () => {
    const different = [
      {},
      { policy: "other" },
      { account: "444455556666" },
      { region: "us-west-2" },
      { spec: "HMAC_256" },
      { usage: "SIGN_VERIFY" },
      { origin: "EXTERNAL" },
      { manager: "AWS" },
      { multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" } },
      { multiRegion: { type: "REPLICA", primaryRegion: "us-east-1" } },
    ] as const;
    expect(new Set(different.map((members) => kindOf(members))).size).toBe(different.length);
  });

  it("but not with tags that are one condition key, or many, or an id with a slash", () => {
    expect(kinds.of(key({ tags: [tag("team", "a"), tag("TEAM", "b")] }))).toBeUndefined();
    expect(kinds.of(key({ tags: Array.from({ length: 5 }, (_, i) => tag(`t${i}`, "")) }))).toBeUndefined();
    expect(kinds.of(key({ id: "a/key/b" }))).toBeUndefined();
  });
});

/** The short cuts must not show: what is decided about a key is what is decided about it alone. */
it("the answer about a key of a kind is the answer about that key", () => {
  const arn = "arn:aws:kms:us-east-1:111122223333:key/";
  const ROOT = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };
  const Resource = fc.constantFrom(
    "*",
    `${arn}*`,
    `${arn}a`,
    `${arn}a*`,
    `${arn}?`,
    "arn:aws:kms:*:*:key/*",
    "arn:aws:kms:us-west-2:*:key/*",
    [`${arn}b`, `${arn}c*`],
  );
  const Condition = fc.constantFrom(
    {},
    { StringEquals: { "aws:ResourceTag/team": "a" } },
    { StringEqualsIgnoreCase: { "aws:ResourceTag/Team": "A" } },
    { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/a*" } },
    { Null: { "kms:ResourceAliases": "true" } },
    { StringEquals: { "kms:KeySpec": "HMAC_256" } },
  );
  const element = fc.constantFrom("Resource", "NotResource");
  const statement = fc.record({ Effect: fc.constantFrom("Allow", "Allow", "Deny"), element, Resource, Condition });
  const aKey = fc.record({
    id: fc.constantFrom("a", "b", "c", "ab"),
    tags: fc.constantFrom([], [tag("team", "a")], [tag("TEAM", "a")], [tag("team", "b"), tag("Team", "a")]),
    aliases: fc.constantFrom([], ["alias/a"], ["alias/b", "alias/ab"]),
    spec: fc.constantFrom("SYMMETRIC_DEFAULT" as const, "HMAC_256" as const),
  });
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), fc.array(aKey, { minLength: 1, maxLength: 6 }), (statements, told) => {
      const written = statements.map(({ Effect, element: name, Resource: resources, Condition: conditions }) => ({
        Effect,
        Action: "kms:*",
        [name]: resources,
        Condition: conditions,
      }));
      const callers = new Callers(
        worldOf({ principals: { app: { arn: "arn:aws:iam::111122223333:role/app", policies: [policy(...written)] } } }),
      );
      const app = callers.caller("app");
      const authority = new Authority(new State(), callers);
      for (const members of told) {
        const one: Key = key({ ...members, policy: JSON.stringify(policy(allow("kms:*", ROOT))) });
        const ask = { action: "kms:DescribeKey", on: { kind: "key", key: one }, context: {}, grantIds: [], now: NOW } as const;
        const [answer, alone] = [authority.ask(app, ask), authority.askHypothetically(app, "kms:DescribeKey", one, NOW)];
        expect([answer.decision, answer.error]).toEqual([alone.decision, alone.error]);
      }
    }),
    { numRuns: 300 },
  );
});
