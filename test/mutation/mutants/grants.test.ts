import { describe, expect, test } from "vitest";
import { GRANT_MUTATORS, grantMutants } from "../../../src/mutation/mutants/grants.ts";
import { surroundingsOf } from "../../../src/mutation/mutants/source.ts";
import { fileOf } from "../../tester/files.ts";

const A = "111122223333";
const GRANT = {
  name: "g",
  id: "g1",
  grantee: "app",
  operations: ["Decrypt", "Encrypt"],
  constraints: { EncryptionContextEquals: { a: "1", b: "2" }, SourceArn: "arn:aws:s3:::x" },
};
const { world } = fileOf({
  world: {
    account: A,
    region: "us-east-1",
    principals: { app: `arn:aws:iam::${A}:role/app`, ops: `arn:aws:iam::${A}:role/ops` },
    keys: { orders: { grants: [GRANT] } },
  },
  cases: [{ name: "x", principal: "app", action: "kms:ListKeys", resource: "*", expect: "deny" }],
});

/** What each mutant of one mutator has otherwise. */
function changed(mutator: string): readonly unknown[] {
  return grantMutants([world], surroundingsOf([world]))
    .filter((mutant) => mutant.mutator === mutator)
    .map(({ parts }) => {
      const [[before, after] = []] = parts[0]?.change.grants?.entries() ?? [];
      if (after === undefined) return "gone";
      return Object.fromEntries(
        Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before?.[name as keyof typeof before])),
      );
    });
}

const constraints = (Constraints: object) => ({ Constraints: { ...Constraints } });
const SourceArn = "arn:aws:s3:::x";

// biome-ignore format: a table reads as a table
const TABLE: readonly (readonly [string, readonly unknown[]])[] = [
  ["drop-grant", ["gone"]],
  ["drop-grant-operation", [{ Operations: ["Encrypt"] }, { Operations: ["Decrypt"] }]],
  ["add-grant-operation", [{ Operations: ["Decrypt", "Encrypt", "CreateGrant"] }, { Operations: ["Decrypt", "Encrypt", "GenerateDataKey"] }]],
  ["drop-constraint", [
    constraints({ EncryptionContextEquals: { b: "2" }, SourceArn }), constraints({ EncryptionContextEquals: { a: "1" }, SourceArn }), constraints({ SourceArn }), constraints({ EncryptionContextEquals: { a: "1", b: "2" } })]],
  ["loosen-constraint", [constraints({ SourceArn, EncryptionContextSubset: { a: "1", b: "2" } })]],
  ["swap-grantee", [{ GranteePrincipal: `arn:aws:iam::${A}:root` }, { GranteePrincipal: `arn:aws:iam::${A}:role/ops` }]],
];

describe("grants", () => {
  test.each(TABLE)("%s", (mutator, expected) => expect(changed(mutator)).toEqual(expected));

  test("each mutator has a row here", () => expect(GRANT_MUTATORS.map(({ name }) => name)).toEqual(TABLE.map(([name]) => name)));

  test("are shown as people write them", () => {
    const [mutant] = grantMutants([world], surroundingsOf([world])).filter(({ mutator }) => mutator === "loosen-constraint");
    expect(mutant?.diff()).toContain('-    "EncryptionContextEquals": {');
    expect(mutant?.diff()).toContain("@@ /world/keys/orders/grants/0 @@");
  });
});
