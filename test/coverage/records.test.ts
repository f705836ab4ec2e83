import { expect, test } from "vitest";
import { identityOf, isOfAws, recordGrants, recordPolicy } from "../../src/coverage/records.ts";
import { parsePolicy } from "../../src/world/policy-text.ts";

const policy = (text: string, name = "p.json", pointer = "") => {
  const parsed = parsePolicy(text, { type: "identity", name, file: "f.json", pointer });
  if (parsed.policy === undefined) throw new Error(parsed.diagnostics[0]?.message);
  return parsed.policy;
};
const one = (action: string) => `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"${action}","Resource":"*"}]}`;
const identity = (text: string, pointer?: string) => {
  const record = recordPolicy(policy(text, "p.json", pointer), undefined);
  return identityOf({ ...record, items: record.counters });
};

test("a policy is where its document is, whether its statements stand in a list or not", () => {
  expect(recordPolicy(policy(one("kms:*"), "p", "/a/b"), undefined)).toMatchObject({ file: "f.json", pointer: "/a/b", name: "p" });
  expect(
    recordPolicy(policy('{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"kms:*","Resource":"*"}}'), undefined),
  ).toMatchObject({ pointer: "" });
});

test("two records are one where place and words are the same", () => {
  expect(identity(one("kms:A"))).toBe(identity(one("kms:A")));
  expect(identity(one("kms:A"))).not.toBe(identity(one("kms:B")));
  expect(identity(one("kms:A"))).not.toBe(identity(one("kms:A"), "/x"));
  expect(identity(one("kms:A"))).not.toBe(identity(one("kms:A").replace("Allow", "Deny")));
});

test("a key without grants has no record of them; a constraint that is undefined is none", () => {
  const at = { file: "w.yaml", line: 3, column: 5, pointer: "/keys/k" };
  expect(recordGrants({ name: "k", at, grants: [] })).toBeUndefined();
  const record = recordGrants({ name: "k", at, grants: [{ GrantId: "g", Operations: ["Sign"], Constraints: { SourceArn: undefined } }] });
  expect(record?.counters.map(({ kind, name, spot }) => `${kind} ${name} ${spot.at.pointer}`)).toEqual([
    "grant g /keys/k/grants/0",
    "operation Sign /keys/k/grants/0/operations/0",
  ]);
});

test("policies of AWS's own are known by what they are called and where they are", () => {
  const called = (name: string, file = name) => isOfAws(parsePolicy(one("kms:*"), { type: "service-control", name, file }).policy as never);
  expect(["FullAWSAccess", "key policy", "arn:aws:iam::aws:policy/AdministratorAccess"].map((name) => called(name))).toEqual([
    true,
    true,
    true,
  ]);
  expect([called("FullAWSAccess", "scp.json"), called("key policy", "world.yaml"), called("arn:aws:iam::111122223333:policy/x")]).toEqual([
    false,
    false,
    false,
  ]);
});
