import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/authz/decision.ts";
import { authorizer, decide, explain } from "../../src/index.ts";
import { createKms, fixedPorts, loadWorld } from "../../src/kms.ts";
import { worldOf } from "../world/worlds.ts";

/** What a program hands over is copied: what it does to its objects afterwards changes no decision, and no explanation that is worked out later. */

const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const START = Date.UTC(2026, 10, 22, 3);

const statement = (effect: string, more: object) => ({ Effect: effect, Action: "*", Resource: "*", ...more });
const document = () => ({
  account: ACCOUNT,
  region: "us-east-1",
  principals: {
    app: { arn: ROLE, tags: { team: "red" }, policies: [{ Version: "2012-10-17", Statement: [statement("Allow", {})] }] },
    outsider: { arn: `arn:aws:iam::${ACCOUNT}:role/outsider`, policies: [] as object[] },
  },
  keys: {
    orders: {
      arn: KEY,
      tags: { team: "red" },
      aliases: ["alias/orders"],
      policy: {
        Version: "2012-10-17",
        Statement: [
          statement("Allow", { Principal: { AWS: ACCOUNT }, Condition: { StringEquals: { "aws:ResourceTag/team": "red" } } }),
          statement("Deny", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalTag/team": "blue" } } }),
          statement("Deny", { Principal: "*", Condition: { StringEquals: { "aws:SourceIp": "203.0.113.7" } } }),
          statement("Deny", { Principal: "*", Condition: { StringEquals: { "kms:EncryptionContext:tenant": "b" } } }),
          statement("Deny", { Principal: "*", Condition: { StringLike: { "aws:SourceIdentity": "eve" } } }),
        ],
      },
      grants: [{ name: "g", grantee: "app", operations: ["Decrypt"], constraints: { EncryptionContextSubset: { tenant: "a" } } }],
    },
  },
});

const question = () => ({
  principal: { arn: ROLE, userId: "AROAAPPAPPAPPAEXAMPLE", tags: { team: "red" } },
  action: "kms:Decrypt",
  context: { "aws:SourceIp": "203.0.113.9", "aws:TagKeys": ["a"] },
  encryptionContext: { tenant: "a" },
  grantTokens: ["t1"],
  unknown: ["aws:UserAgent"],
  time: "2026-11-22T03:00:00Z",
});

/** Everything in it otherwise, in place: texts, lists, members. */
function scramble(value: unknown): void {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  const members = value as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    scramble(members[name]);
    if (typeof members[name] === "string") members[name] = "blue";
    else if (Array.isArray(value)) members[name] = {};
    else delete members[name];
  }
  if (Array.isArray(value)) value.length = 0;
  else members.another = "blue";
}

/** All that an answer tells, and much of it is worked out when it is first read. */
const all = (answer: Answer): unknown => ({
  text: explain(answer),
  outcome: answer.outcome,
  by: answer.by,
  reason: answer.reason,
  trace: answer.trace,
  assumed: answer.assumed,
  rules: answer.rules,
  missing: answer.missing,
  error: answer.error,
});

/** What is told of one that was scrambled as soon as it was answered, and of its twin that was not. */
function twins<T extends object>(make: () => T, ask: (given: T) => Answer): readonly [unknown, unknown] {
  const [given, kept] = [make(), make()];
  const answer = ask(given);
  scramble(given);
  return [all(answer), all(ask(kept))];
}

const denied = () => ({ ...question(), encryptionContext: { tenant: "b" } });
const world = worldOf(document());

describe("a request that is scrambled after it was asked", () => {
  const onKey = (of: () => ReturnType<typeof question>) => () => ({ ...of(), resource: KEY });
  const input = () => ({ policies: { resource: document().keys.orders.policy, identity: document().principals.app.policies } });

  test.each([
    ["allowed", question],
    ["denied", denied],
    ["undetermined", () => ({ ...question(), unknown: ["aws:SourceIdentity"] })],
  ] as const)("%s: answers and explains as it was, of a world, an authorizer, and a case", (_, of) => {
    const asked = authorizer(input());
    for (const [scrambled, twin] of [
      twins(
        () => ({ ...of(), key: "orders" }),
        (given) => world.authorize(given),
      ),
      twins(onKey(of), (given) => asked(given)),
      twins(
        () => ({ ...input(), request: onKey(of)() }),
        (given) => decide(given as never),
      ),
    ])
      expect(scrambled).toEqual(twin);
  });

  test("gathered and read: what a world made of it stays", () => {
    for (const read of [(given: object) => world.gather(given as never), (given: object) => world.read(given as never)]) {
      const [given, kept] = [
        { ...question(), key: "orders" },
        { ...question(), key: "orders" },
      ];
      const first = read(given);
      scramble(given);
      expect(JSON.stringify(first)).toBe(JSON.stringify(read(kept)));
    }
  });
});

describe("policies that are scrambled after an authorizer was made of them", () => {
  test("decide as they were", () => {
    const input = {
      policies: { resource: document().keys.orders.policy, identity: document().principals.app.policies },
      key: { tags: { team: "red" } },
    };
    const asked = authorizer(input);
    scramble(input);
    expect(asked({ ...question(), resource: KEY }).outcome).toBe("allowed");
    expect(asked({ ...denied(), resource: KEY }).outcome).toBe("explicitDeny");
  });
});

describe("a world that is scrambled after it was loaded", () => {
  test("answers as it was", async () => {
    const given = document();
    const loaded = await loadWorld(given as never);
    const resolved = worldOf(given);
    const kms = await createKms({ world: given as never, ports: fixedPorts({ startMs: START }) });
    scramble(given);
    for (const one of [loaded, resolved, world]) {
      expect(all(one.authorize({ ...question(), key: "orders" }))).toEqual(all(world.authorize({ ...question(), key: "orders" })));
      expect(one.authorize({ ...denied(), key: "alias/orders" }).outcome).toBe("explicitDeny");
      expect(one.authorize({ principal: "outsider", action: "kms:Decrypt", key: "orders" }).outcome).toBe("implicitDeny");
    }
    const Plaintext = new Uint8Array([1]);
    const { CiphertextBlob } = kms.as("app").encrypt({ KeyId: "alias/orders", Plaintext });
    expect(kms.as("app").decrypt({ CiphertextBlob }).Plaintext).toEqual(Plaintext);
    expect(() => kms.as("outsider").encrypt({ KeyId: "alias/orders", Plaintext })).toThrow(/AccessDenied|not authorized/);
  });
});

describe("a caller that is scrambled after it was asked for", () => {
  const options = () => ({
    principal: { arn: ROLE, tags: { team: "red" } },
    session: "s1",
    sessionPolicies: [{ Version: "2012-10-17", Statement: [statement("Allow", {})] }],
    context: { "aws:SourceIp": "203.0.113.9", "aws:TagKeys": ["a"] },
  });

  test("calls as it was, by the client and by credentials", async () => {
    const kms = await createKms({ world: document() as never, ports: fixedPorts({ startMs: START }) });
    const [given, used] = [options(), options()];
    const client = kms.as(given as never);
    const credentials = kms.credentials(used as never);
    const before = JSON.stringify(credentials);
    scramble(given);
    scramble(used);
    expect(client.describeKey({ KeyId: "alias/orders" }).KeyMetadata.Arn).toBe(KEY);
    expect(JSON.stringify(credentials)).toBe(before);
    expect(client.encrypt({ KeyId: "alias/orders", Plaintext: new Uint8Array([1]) }).KeyId).toBe(KEY);
    const event = kms.auditEvents().at(-1);
    expect(JSON.stringify(event)).not.toContain("blue");
  });

  test("an input that is scrambled after a call changes nothing of its explanation", async () => {
    const kms = await createKms({ world: document() as never, ports: fixedPorts({ startMs: START }) });
    const call = (input: { KeyId: string; Plaintext: Uint8Array; EncryptionContext: Record<string, string> }, spoil: boolean) => {
      const error = (() => {
        try {
          return kms.as("app").encrypt(input);
        } catch (thrown) {
          return thrown;
        }
      })();
      if (spoil) scramble(input);
      return kms.explain(error as never).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
    };
    const input = () => ({ KeyId: KEY, Plaintext: new Uint8Array([1]), EncryptionContext: { tenant: "b" } });
    expect(call(input(), true)).toBe(call(input(), false));
  });
});
