import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedWorlds, listMutants, mutate } from "../../../src/mutation/mutate.ts";
import { showsIn } from "../../../src/mutation/witness/filter.ts";
import { WorldMemo, write } from "../../../src/mutation/witness/memo.ts";
import { fileOf as fileOfValue } from "../../tester/files.ts";
import { fileOf, greenFiles } from "../mutation-worlds.ts";

test("the quick look leaves out no question in which a change shows", () => {
  let shown = 0;
  fc.assert(
    fc.property(greenFiles, (texts) => {
      const { world, cases } = fileOf(texts);
      for (const { mutant } of listMutants([world], () => true)) {
        const changed = changedWorlds(mutant)(world);
        const mayShow = showsIn(mutant.focus, new WorldMemo(world));
        for (const { check } of cases) {
          if (check.kind !== "request") continue;
          const outcomes = [world, changed].map((asked) => asked?.authorize(check.question).outcome);
          if (outcomes[0] === outcomes[1] || outcomes.includes("undetermined")) continue; // no test is suggested whose answer is open
          shown++;
          expect({ what: mutant.what, mayShow: mayShow(write(check.question)) }).toEqual({ what: mutant.what, mayShow: true });
        }
      }
    }),
    { numRuns: 10 },
  );
  expect(shown).toBeGreaterThan(20);
});

const A = "111122223333";
const principals = { app: `arn:aws:iam::${A}:role/app`, boss: `arn:aws:iam::${A}:role/admins/boss` };
const first = { name: "first", principal: "app", action: "kms:DescribeKey", key: "orders", expect: "allow" };

/** What is suggested for the survivors of one mutator, on a key with one statement. */
function suggested(
  mutator: string,
  statement: object,
  more: { readonly world?: object; readonly cases?: readonly object[] } = {},
): readonly unknown[] {
  const open = { Effect: "Allow", Principal: { AWS: principals.app }, Action: "kms:DescribeKey", Resource: "*" };
  const policy = {
    Version: "2012-10-17",
    Statement: [open, { Effect: "Allow", Principal: { AWS: principals.app }, Action: "kms:Decrypt", Resource: "*", ...statement }],
  };
  const world = { account: A, region: "us-east-1", principals, keys: { orders: { policy } }, ...more.world };
  const report = mutate([fileOfValue({ world, defaults: {}, cases: more.cases ?? [first] })]);
  if (!report.ok) throw new Error(report.error.map(({ message }) => message).join("\n"));
  return report.value.mutants
    .filter((one) => one.mutator === mutator && one.status === "survived")
    .map(({ suggestion }) => {
      const { name, ...entry } = suggestion?.entry ?? { name: "none" };
      return entry;
    });
}

const conditions = (Condition: object) => ({ Condition });
const decrypt = { principal: "app", action: "kms:Decrypt", key: "orders" };

describe("a witness is found", () => {
  test.each<[string, string, object, object]>([
    [
      "of a condition left out",
      "drop-condition",
      conditions({ StringEquals: { "kms:EncryptionContext:t": "a" } }),
      { ...decrypt, expect: "deny" },
    ],
    ["of IfExists", "toggle-if-exists", conditions({ StringEquals: { "kms:EncryptionContext:t": "a" } }), { ...decrypt, expect: "deny" }],
    [
      "of any value",
      "any-operand",
      conditions({ StringEquals: { "kms:EncryptionContext:t": "a" } }),
      { ...decrypt, encryptionContext: { t: "x" }, expect: "deny" },
    ],
    [
      "of a wider pattern",
      "widen-operand",
      conditions({ StringLike: { "kms:ViaService": "s3.*" } }),
      { ...decrypt, viaService: "x", expect: "deny" },
    ],
    [
      "of a wider action",
      "widen-action",
      { Action: "kms:GenerateDataKeyPair*" },
      { ...decrypt, action: "kms:GenerateDataKey", expect: "deny" },
    ],
    ["of everybody", "any-principal", {}, { ...decrypt, principal: "boss", expect: "deny" }],
    ["of another effect", "flip-effect", { Effect: "Deny", Action: "kms:Encrypt" }, { ...decrypt, action: "kms:Encrypt", expect: "deny" }],
    [
      "of a moved date",
      "shift-bound",
      conditions({ DateLessThan: { "aws:CurrentTime": "2026-01-02T00:00:00Z" } }),
      { ...decrypt, time: "2026-01-02T00:00:00Z", expect: "deny" },
    ],
    [
      "of a moved number",
      "shift-bound",
      { ...conditions({ NumericLessThan: { "aws:MultiFactorAuthAge": "60" } }) },
      { ...decrypt, context: { "aws:MultiFactorAuthAge": "60" }, expect: "deny" },
    ],
    [
      "of a set operator",
      "toggle-set-operator",
      conditions({ "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "t" } }),
      { ...decrypt, expect: "deny" },
    ],
  ])("%s", (_, mutator, statement, entry) => expect(suggested(mutator, statement)).toContainEqual(entry));

  test("through what a principal's ARN has to be like", () => {
    const statement = {
      Effect: "Allow",
      Principal: { AWS: A },
      Action: "kms:Decrypt",
      ...conditions({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${A}:role/admins/*` } }),
    };
    const world = {
      principals: {
        app: principals.app,
        boss: {
          arn: principals.boss,
          policies: [{ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "kms:*", Resource: "*" } }],
        },
      },
    };
    expect(suggested("remove-delegation", statement, { world })).toContainEqual({
      principal: "boss",
      action: "kms:Decrypt",
      key: "orders",
      expect: "allow",
    });
  });

  test("or there is none, for all requests, and then no test is missing", () => {
    const statement = { Principal: { AWS: "arn:aws:iam::444455556666:role/far" } }; // nothing in its own account allows it
    expect(suggested("drop-statement", statement)).toEqual([]);
  });
});
