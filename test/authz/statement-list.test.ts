import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/index.ts";

/** An Allow statement that wants tenants, or has another kind of condition, or none. */
const statement = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom("t1", "t2", "t3"), { minLength: 1, maxLength: 3 })
    .map((tenants) => ({ StringEquals: { "kms:EncryptionContext:tenant": tenants } })),
  fc.constantFrom("a", "b").map((app) => ({ StringEquals: { "aws:PrincipalTag/app": app } })),
  fc.constantFrom("t1", "t9").map((tenant) => ({ StringNotEquals: { "kms:EncryptionContext:tenant": tenant } })),
  fc.constantFrom("t1", "t9").map((tenant) => ({ StringEqualsIfExists: { "kms:EncryptionContext:tenant": tenant } })),
  fc.constant({ StringEquals: { "kms:EncryptionContext:tenant": "${aws:PrincipalTag/app}" } }),
  fc.constant({ StringEquals: { "kms:EncryptionContext:tenant": ["${*}", "a*"] } }),
  fc.constant({}),
);

const ask = (conditions: readonly object[], tenant: string | undefined, app: string | undefined, unknown: readonly string[]) =>
  decide({
    request: {
      principal: { arn: "arn:aws:iam::111122223333:user/alice", ...(app && { tags: { app } }) },
      action: "kms:Decrypt",
      resource: "arn:aws:kms:us-east-1:111122223333:key/1",
      ...(tenant && { encryptionContext: { tenant } }),
      unknown: [...unknown],
    },
    policies: {
      resource: {
        Version: "2012-10-17",
        Statement: conditions.map((Condition) => ({ Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*", Condition })),
      },
    },
  });

test("statements found by value are those found one by one, in order", () => {
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 8, maxLength: 30 }),
      fc.constantFrom(undefined, "t1", "t2", "t9", "a", "*", "a*"),
      fc.constantFrom(undefined, "a", "t1"),
      fc.constantFrom([], ["kms:EncryptionContext:tenant"], ["aws:PrincipalTag/app"]),
      (conditions, tenant, app, unknown) => {
        const together = ask(conditions, tenant, app, unknown);
        const alone = conditions.map((condition) => ask([condition], tenant, app, unknown).outcome);
        const allowing = alone.flatMap((outcome, i) => (outcome === "allowed" ? [i] : []));
        expect(together.outcome).toBe(allowing.length > 0 ? "allowed" : alone.includes("undetermined") ? "undetermined" : "implicitDeny");
        expect(together.by).toEqual(allowing.map((i) => ({ policy: "key policy", statement: i })));
      },
    ),
    { numRuns: 300 },
  );
});
