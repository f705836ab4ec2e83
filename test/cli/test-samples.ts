import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Policies and test files of the tests of `kmsward test`. */
export const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

export const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AppUse",
      "Effect": "Allow",
      "Principal": { "AWS": "${role("app")}" },
      "Action": ["kms:Encrypt", "kms:Decrypt"],
      "Resource": "*",
      "Condition": { "StringEquals": { "kms:EncryptionContext:tenant": "a" } }
    },
    { "Sid": "Admin", "Effect": "Allow", "Principal": { "AWS": "${role("admin")}" }, "Action": "kms:DescribeKey", "Resource": "*" },
    { "Sid": "NoDelete", "Effect": "Deny", "Principal": "*", "Action": "kms:ScheduleKeyDeletion", "Resource": "*" }
  ]
}
`;

const HEAD = `version: 1
world:
  keys: { orders: { arn: "${KEY}", policy: ./key.json } }
  principals: { app: "${role("app")}", admin: "${role("admin")}" }
defaults: { key: orders, principal: app, action: kms:Decrypt }
cases:
`;

/** A test file with these cases, each of some lines. */
export const suite = (...cases: readonly string[]): string =>
  HEAD + cases.map((each) => `  - ${each.split("\n").join("\n    ")}\n`).join("");

export const PASSES = "name: the app reads tenant a\nencryptionContext: { tenant: a }\nexpect: allow";
export const FAILS = "name: the app reads tenant b\nencryptionContext: { tenant: b }\nexpect: allow";
export const SKIPS = "name: some day\nskip: not yet\nexpect: deny";
export const named = (name: string, expect = "deny"): string => `name: ${name}\nexpect: ${expect}`;

/** A folder of its own, while the test runs; names may have folders in them. */
export function folder(files: Readonly<Record<string, string>>): (name?: string) => string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "kmsward-tests-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return (name = "") => join(root, name);
}

/** The same with the key policy that the suites are about. */
export const suites = (files: Readonly<Record<string, string>>): ((name?: string) => string) => folder({ "key.json": POLICY, ...files });
