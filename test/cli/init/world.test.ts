import { expect, test } from "vitest";
import { findPolicies } from "../../../src/cli/init/policies.ts";
import { draftWorld } from "../../../src/cli/init/world.ts";

const policy = (path: string, ...Statement: readonly object[]) => ({ path, text: JSON.stringify({ Version: "2012-10-17", Statement }) });
const named = (AWS: string | readonly string[], more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS },
  Action: "kms:Decrypt",
  Resource: "*",
  ...more,
});
const KEY = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const draft = (...files: readonly { path: string; text: string }[]) => draftWorld(findPolicies(files).policies);

test("keys, principals and their policies find each other by name", () => {
  const { document, notes } = draft(
    policy("kms/orders-key-policy.json", named(["arn:aws:iam::444455556666:root", "arn:aws:iam::444455556666:role/team/orders-app"])),
    policy("iam/orders-app.json", { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY }),
  );
  expect(document).toMatchObject({
    account: "444455556666",
    region: "eu-west-1",
    keys: { orders: { arn: KEY, policy: "./kms/orders-key-policy.json" } },
    principals: {
      "account-administrator": { arn: "arn:aws:iam::444455556666:role/administrator", policies: ["all-of-kms"] },
      "orders-app": { arn: "arn:aws:iam::444455556666:role/team/orders-app", policies: ["./iam/orders-app.json"] },
      stranger: { policies: ["all-of-kms"] },
    },
  });
  expect(notes).toEqual([]);
});

test("what is made up or guessed is told", () => {
  const { document, notes } = draft(
    policy("a.json", named("arn:aws:iam::111122223333:role/worker")),
    policy("b.json", named("*")),
    policy("workers.json", { Effect: "Allow", Action: "kms:Decrypt", Resource: [KEY, "*"] }),
    policy("other.json", { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }),
    policy("scp.json", { Effect: "Deny", Action: "kms:*", Resource: "*" }),
  );
  expect(Object.keys(document.keys ?? {})).toEqual(["a", "b"]);
  expect(document.principals).toMatchObject({
    worker: { policies: ["./workers.json"] },
    other: { arn: "arn:aws:iam::111122223333:role/other" },
  });
  expect(notes).toEqual([
    expect.stringContaining(`identity policies name ${KEY}`),
    expect.stringContaining("workers.json is taken for a policy of arn:aws:iam::111122223333:role/worker"),
    expect.stringContaining("the role other is made up"),
    expect.stringContaining("scp.json is not used: name it in `organization`"),
  ]);
});

test("without any ARN the account and the Region are made up, and it is told", () => {
  const { document, notes } = draft(policy("key.json", named("*")));
  expect(document).toMatchObject({ account: "111122223333", region: "us-east-1", keys: { key: {} } });
  expect(notes).toHaveLength(2);
});

test("services, other accounts, and two principals of one name", () => {
  const { document } = draft(
    policy(
      "k.json",
      named([
        "arn:aws:iam::111122223333:role/a/app",
        "arn:aws:iam::111122223333:user/app",
        "444455556666",
        "arn:aws:iam::111122223333:root",
      ]),
      { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: "kms:Encrypt", Resource: "*" },
    ),
  );
  expect(Object.entries(document.principals ?? {}).map(([name, entry]) => [name, typeof entry === "string" ? entry : entry.arn])).toEqual([
    ["app", "arn:aws:iam::111122223333:role/a/app"],
    ["app-2", "arn:aws:iam::111122223333:user/app"],
    ["administrator-of-444455556666", "arn:aws:iam::444455556666:role/any"],
    ["account-administrator", "arn:aws:iam::111122223333:role/administrator"],
    ["logs", "logs.us-east-1.amazonaws.com"],
    ["stranger", "arn:aws:iam::999999999999:role/stranger"],
  ]);
});

test("a key is of the account that its policy gives it to; a file of a general name is called as its folder", () => {
  const all = (account: string) => named(`arn:aws:iam::${account}:root`, { Action: "kms:*" });
  const { document, notes } = draft(
    policy("teams/orders/key.json", all("111122223333"), named("arn:aws:iam::111122223333:role/app")),
    policy("teams/billing/kms-policy.json", all("444455556666"), named("arn:aws:iam::111122223333:root")),
    policy("shared.json", named(["111122223333", "444455556666"], { Action: ["kms:*"] })),
    policy("keys/policy.json", named("arn:aws:iam::444455556666:root")),
  );
  expect(document.account).toBe("111122223333");
  expect(document.keys).toEqual({
    orders: { policy: "./teams/orders/key.json" },
    billing: { account: "444455556666", policy: "./teams/billing/kms-policy.json" },
    shared: { policy: "./shared.json" },
    key: { policy: "./keys/policy.json" },
  });
  expect(notes).toContain(
    "teams/billing/kms-policy.json is taken for the policy of a key of 444455556666, the account that it leaves all of KMS to",
  );
});
