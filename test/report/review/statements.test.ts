import { expect, test } from "vitest";
import type { Policy } from "../../../src/iam/policy.ts";
import { parsePolicy } from "../../../src/index.ts";
import { pairsFor, Statements, type View } from "../../../src/report/review/statements.ts";

const statement = (more: object) => ({
  Sid: "App",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/a" },
  Action: "kms:Decrypt",
  Resource: "*",
  ...more,
});
const policyOf = (...Statement: readonly object[]): Policy => {
  const { policy, diagnostics } = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), {
    type: "key-policy",
    name: "key policy",
  });
  if (policy === undefined) throw new Error(JSON.stringify(diagnostics));
  return policy;
};
const known = (policy: Policy) => new Statements({ keys: [], policies: [policy] });
function pairs(before: Policy, after: Policy, refs: { before?: number; after?: number }) {
  const of = (policy: Policy, i: number | undefined) => (i === undefined ? [] : [policy.statements[i]?.ref as never]);
  return pairsFor({ before: of(before, refs.before), after: of(after, refs.after) }, "arn", known(before), known(after));
}
const marked = (view: View | undefined) => view?.lines.filter((line) => line.marked).map(({ text }) => text.trim());

test("a statement stands beside itself, wherever it was moved and however it is written", () => {
  const [pair] = pairs(
    policyOf(statement({})),
    policyOf({ ...statement({ Sid: "X", Effect: "Deny" }) }, statement({ Action: ["kms:decrypt"], Sid: "Renamed" })),
    { after: 1 },
  );
  expect([marked(pair?.before), marked(pair?.after)]).toEqual([[], []]);
});

test("only what the other side does not have is marked, and an account by its id is its root", () => {
  const before = policyOf(statement({ Principal: { AWS: ["111122223333", "arn:aws:iam::111122223333:role/a"] } }));
  const after = policyOf(
    statement({
      Principal: { AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] },
      Condition: { StringLike: { "kms:ViaService": "s3.*" } },
    }),
  );
  const [pair] = pairs(before, after, { after: 0 });
  expect(marked(pair?.before)).toEqual(['"arn:aws:iam::111122223333:role/a"']);
  expect(marked(pair?.after)).toEqual(['"arn:aws:iam::444455556666:root"', '"kms:ViaService": "s3.*"']);
});

test("a statement that is like none stands alone; one that was taken away, too", () => {
  const before = policyOf(statement({}));
  const after = policyOf({ Sid: "New", Effect: "Allow", Principal: "*", Action: "kms:Encrypt", Resource: "*" });
  expect(pairs(before, after, { after: 0 })[0]).not.toHaveProperty("before");
  expect(pairs(before, after, { before: 0 })[0]).not.toHaveProperty("after");
  const deny = policyOf(statement({}), statement({ Sid: "No", Effect: "Deny" }));
  expect(pairs(deny, before, { before: 1, after: 0 }).map(({ before: old, after: now }) => [old?.effect, now?.effect])).toEqual([["Deny", undefined], ["Allow", "Allow"]]); // biome-ignore format: pairs
});
