import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/cases/authorizer.ts";
import type { Question } from "../../src/estate/question.ts";
import { explain } from "../../src/explain/explain.ts";
import { A, allow, B, delegation, deny, KEY, roleIn, worldOf } from "../world/worlds.ts";

const appPolicy = allow(["kms:Decrypt", "kms:DescribeKey"], {
  Condition: { StringEqualsIfExists: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
});
const boundary = allow("kms:Decrypt");
const keyPolicy = delegation();
const grant = {
  name: "g",
  grantee: "partner",
  operations: ["Decrypt"],
  issuingAccount: B,
  constraints: { EncryptionContextEquals: { a: "b" } },
};
const world = worldOf({
  principals: { app: { arn: roleIn("app"), policies: [appPolicy], boundary }, partner: roleIn("p", B) },
  keys: { orders: { arn: KEY, policy: keyPolicy, grants: [grant] } },
});

test("a question is decided as the case that it poses", () => {
  const someone = {
    app: { identity: [{ name: "app/inline 1", document: appPolicy }], boundary: { name: "app/boundary", document: boundary } },
    partner: {},
  };
  const pieces = fc.record({
    name: fc.constantFrom("app", "partner") as fc.Arbitrary<"app" | "partner">,
    action: fc.constantFrom("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:Nonsense"),
    viaService: fc.constantFrom(undefined, "s3.us-east-1.amazonaws.com", "ec2.us-east-1.amazonaws.com"),
    encryptionContext: fc.constantFrom(undefined, { a: "b" }, { a: "c" }),
  });
  fc.assert(
    fc.property(pieces, ({ name, action, viaService, encryptionContext }) => {
      const more = { ...(viaService && { viaService }), ...(encryptionContext && { encryptionContext }) };
      const arn = name === "app" ? roleIn("app") : roleIn("p", B);
      const key = {
        managedBy: "customer" as const,
        aliases: [],
        tags: {},
        spec: "SYMMETRIC_DEFAULT",
        usage: "ENCRYPT_DECRYPT",
        origin: "AWS_KMS",
        multiRegion: false,
      };
      const grants = [
        {
          GrantId: "g",
          Name: "g",
          GranteePrincipal: roleIn("p", B),
          Operations: ["Decrypt"],
          IssuingAccount: B,
          Constraints: { EncryptionContextEquals: { a: "b" } },
        },
      ];
      const expected = decide({
        request: { principal: arn, action, resource: KEY, ...more },
        policies: { ...someone[name], resource: keyPolicy } as never,
        grants,
        key,
      });
      const answer = world.authorize({ principal: name, action, key: "orders", ...more });
      expect({ outcome: answer.outcome, by: answer.by, reason: answer.reason, error: answer.error }).toEqual({
        outcome: expected.outcome,
        by: expected.by,
        reason: expected.reason,
        error: expected.error,
      });
    }),
    { numRuns: 100 },
  );
});

describe("answers", () => {
  test("can be explained, and tell of what was taken for granted", () => {
    const answer = world.authorize({ principal: roleIn("stranger"), action: "kms:Decrypt", key: "orders" });
    expect(answer.notes).toHaveLength(1);
    expect(explain(answer)).toContain("DENIED");
    expect(world.authorize({ principal: "app", action: "kms:Decrypt", key: "orders" })).not.toHaveProperty("notes");
  });

  test("to a question that cannot be posed are no, with everything wrong", () => {
    const answer = world.authorize({ principal: "nobody", action: "kms:Decrypt", key: "nothing" });
    expect(answer).toMatchObject({
      decision: "Deny",
      outcome: "undetermined",
      invalid: [{ at: { file: "question", pointer: "/principal" } }, { at: { pointer: "/key" } }],
    });
    expect(world.authorize({ principal: "app", action: "Decrypt", key: "orders" })).toMatchObject({
      decision: "Deny",
      invalid: [{ code: "KW402" }],
    });
  });

  test("are the same when asked again, and of another principal others", () => {
    const ask = (principal: string) => world.authorize({ principal, action: "kms:Decrypt", key: "orders" }).outcome;
    expect([ask("app"), ask("partner"), ask("app"), ask("partner")]).toEqual(["allowed", "implicitDeny", "allowed", "implicitDeny"]);
  });
});

describe("a question that is read and not decided", () => {
  const lists = world.changed({ levels: new Set() });

  test("is one that an answer is not invalid for: what is wrong is told alike", () => {
    const text = fc.oneof(
      fc.constantFrom("", "x", "kms:Nonsense", "orders", roleIn("app", B), "arn:aws:kms:us-east-1:444455556666:alias/x"),
      fc.string(),
    );
    const one = (members: readonly string[], value: fc.Arbitrary<unknown>) =>
      fc.constantFrom(...members).chain((name) => fc.record({ [name]: value }));
    const odd = fc.oneof(
      one(["principal", "action", "key", "resource", "endpoint", "viaService", "time", "resourceAccount", "nonsense"], text),
      one(["grantTokens", "unknown"], fc.array(text, { maxLength: 12 })),
      one(["encryptionContext"], fc.dictionary(text, text)),
      one(
        ["context"],
        fc.dictionary(fc.constantFrom("aws:SourceIp", "aws:sourceip", "aws:TagKeys", "x"), fc.oneof(text, fc.array(text), fc.double())),
      ),
      one(
        ["principal"],
        fc.record(
          { arn: fc.constantFrom("app", roleIn("app")), mfaAgeSeconds: fc.double(), userId: text, orgId: text },
          { requiredKeys: ["arn"] },
        ),
      ),
    );
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom("app", "partner", "s3.amazonaws.com"), odd, (principal, changes) => {
        const question = { principal, action: "kms:Decrypt", key: "orders", ...changes } as Question;
        for (const asked of [world, lists]) {
          const [read, { invalid, notes }] = [asked.read(question), asked.authorize(question)];
          expect(read.ok ? undefined : read.error).toEqual(invalid);
          if (read.ok) expect(read.value.notes).toEqual(notes ?? []);
          seen[read.ok ? "read" : "refused"]++;
        }
      }),
    );
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(10);
  });

  test("has the request that it is", () => {
    const read = world.read({ principal: "app", action: "kms:Decrypt", key: "orders", grantTokens: ["t"] });
    expect(read).toMatchObject({ ok: true, value: { request: { principal: roleIn("app"), resource: KEY, grantTokens: ["t"] } } });
  });
});

test("principals of two accounts that the world does not have are told apart", () => {
  const open = worldOf({
    organization: {
      id: "o-1",
      serviceControl: ["FullAWSAccess"],
      accounts: [A],
      units: { closed: { accounts: [B], serviceControl: ["FullAWSAccess", deny("kms:*")] } },
    },
    keys: { orders: { arn: KEY, policy: allow("kms:*", { Principal: "*" }) } },
  });
  const ask = (account: string) => open.authorize({ principal: roleIn("x", account), action: "kms:Decrypt", key: "orders" }).outcome;
  expect([ask(A), ask(B), ask(A)]).toEqual(["allowed", "explicitDeny", "allowed"]);
});
