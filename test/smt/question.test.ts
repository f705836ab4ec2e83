import { describe, expect, it } from "vitest";
import { comparisonQuestions, invariantQuestions } from "../../src/smt/question.ts";
import { resolveWorld } from "../../src/world/reader.ts";

const HOME = "111122223333";

const worldOf = (conditions: object, extra: object = {}) => {
  const { world, diagnostics } = resolveWorld({
    account: HOME,
    region: "us-east-1",
    principals: { app: { arn: `arn:aws:iam::${HOME}:role/app` } },
    keys: {
      orders: {
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "Use",
              Effect: "Allow",
              Principal: { AWS: `arn:aws:iam::${HOME}:role/app` },
              Action: "kms:Decrypt",
              Resource: "*",
              Condition: conditions,
            },
          ],
        },
      },
    },
    ...extra,
  });
  if (world === undefined) throw new Error(JSON.stringify(diagnostics));
  return world;
};

const PLAIN = worldOf({ StringEquals: { "kms:EncryptionContext:tenant": "t1" } });

describe("questions in SMT-LIB", () => {
  it("are a file a key and direction, which says what its parts and its answers are", () => {
    const questions = comparisonQuestions(PLAIN, worldOf({}));
    expect(questions.map(({ name, refused }) => [name, refused])).toEqual([
      ["orders-gained", undefined],
      ["orders-lost", undefined],
    ]);
    const [{ text } = { text: "" }] = questions;
    expect(text).toContain("; Is there a request about the key orders that is allowed after and was not before?");
    expect(text).toContain("; sat: yes");
    expect(text).toContain("; unsat: no");
    expect(text).toContain("(define-fun |before: key policy, statement 0 Use applies| () Bool");
    expect(text).toContain('(= |kms:EncryptionContext:tenant| "t1")');
    expect(text.match(/\(check-sat\)/g)).toHaveLength(1);
  });

  it("have no formula where a part of the policies has none, and say so", () => {
    const strange = worldOf({ NumericEquals: { "kms:EncryptionContext:tenant": "1" } });
    const [question] = comparisonQuestions(PLAIN, strange);
    expect(question?.refused).toBe("kms:EncryptionContext:tenant is compared by NumericEquals, which is none of its kind");
    expect(question?.text).toContain("; There is no formula here.");
    expect(question?.text).not.toContain("check-sat");
  });

  it("refuse a world that does not know all", () => {
    const open = worldOf({}, { knows: { principals: "some" } });
    expect(comparisonQuestions(PLAIN, open)[0]?.refused).toBe("a world that says what it does not know");
  });

  it("are of invariants too, of each key", () => {
    const [question] = invariantQuestions(PLAIN, "never orders", { never: { action: "Decrypt", unless: { "aws:PrincipalOrgID": "o-1" } } });
    expect(question?.text).toContain("; unsat: proved, of this key");
    expect(question?.text).toContain('(= |aws:PrincipalOrgID| "o-1")');
    expect(invariantQuestions(PLAIN, "none", { never: { key: "payments" } })[0]?.refused).toContain("no key");
  });

  it("escape what SMT-LIB reads otherwise", () => {
    const [question] = comparisonQuestions(PLAIN, worldOf({ StringEquals: { "kms:EncryptionContext:tenant": 'a"b\\u{41}é' } }));
    expect(question?.text).toContain('"a""b\\u{5c}u{41}\\u{e9}"');
  });
});
