import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-check-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const statement = (Sid: string, Principal: unknown, Action: unknown, more: object = {}) => ({
  Sid,
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  ...more,
});
const POLICY = JSON.stringify(
  {
    Version: "2012-10-17",
    Statement: [
      statement("Account", { AWS: "arn:aws:iam::111122223333:root" }, "kms:*"),
      statement("Everybody", "*", ["kms:Decrypt", "kms:DescribeKey"]),
      statement("Partner", { AWS: "444455556666" }, "kms:Encrypt"),
      statement("DevOps", { AWS: "arn:aws:iam::111122223333:role/devops" }, "kms:*"),
      statement("Tenant", { AWS: "arn:aws:iam::111122223333:role/app" }, "kms:Encrypt", {
        Condition: { StringEqualsIfExists: { "kms:EncryptionContext:tenant": "t1" } },
      }),
      {
        ...statement("Guard", "*", "kms:ScheduleKeyDeletion"),
        Effect: "Deny",
        Condition: { StringEquals: { "kms:EncryptionContext:a": "b" } },
      },
    ],
  },
  null,
  2,
);

test("the worst first, each with its place, a request and what to do", async () => {
  const { code, out, err } = await kmsward(["check", put("key-policy.json", POLICY)]);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("[KW303]") });
  await expect(out.replaceAll(folder, "FOLDER")).toMatchFileSnapshot("check.golden.txt");
});

test("what it proposes to try is allowed", async () => {
  const { out } = await kmsward(["check", put("key-policy.json", POLICY)]);
  const commands = [...out.matchAll(/try kmsward (.*)$/gm)].map(([, words = ""]) => words.split(" "));
  expect(commands.length).toBeGreaterThan(3);
  for (const words of commands) expect(await kmsward([...words, "--expect", "allow"])).toMatchObject({ code: 0 });
});

test("for programs", async () => {
  const { code, out } = await kmsward(["check", put("key-policy.json", POLICY), "--format", "json", "--rules", "KW701"]);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    findings: [
      {
        code: "KW701",
        severity: "error",
        at: { file: join(folder, "key-policy.json"), line: 13, pointer: "/Statement/1" },
        witness: { outcome: "allowed" },
      },
    ],
  });
});

test("what it fails on, and what is waived", async () => {
  const path = put("key-policy.json", POLICY);
  const only = (...more: readonly string[]) => kmsward(["check", path, "--rules", "KW708", ...more]);
  expect((await only()).code).toBe(0);
  expect((await only("--fail-level", "warning")).code).toBe(2);
  const waivers = put("waivers.yaml", 'version: 1\nwaivers:\n  - { rule: KW708, key: key, reason: break glass, until: "2999-12-31" }\n');
  const { code, out } = await only("--fail-level", "warning", "--waivers", waivers);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("(break glass, until 2999-12-31)") });
  const old = put("old.json", '{ "version": 1, "waivers": [{ "rule": "KW708", "reason": "x", "until": "2020-01-31" }] }');
  expect((await only("--fail-level", "warning", "--waivers", old)).code).toBe(2);
});

test("who is trusted", async () => {
  const path = put("key-policy.json", POLICY);
  const only = (trust: string) => kmsward(["check", path, "--rules", "KW703", "--trust", trust]);
  expect((await only("none")).code).toBe(2);
  expect((await only("444455556666")).code).toBe(0);
  expect(await only("nobody")).toMatchObject({ code: 1, err: expect.stringContaining("no account, organization, principal or service") });
  expect((await only("organization")).code).toBe(1);
});

test.each([
  ["[]", "no list of waivers"],
  ['{ "version": 1, "waivers": [{ "rule": "KW708", "reason": "x" }] }', "a waiver needs until"],
  ['{ "version": 1, "waivers": [{ "rule": "KW999", "reason": "x", "until": "2027-01-31" }] }', "no rule `KW999`"],
  ['{ "version": 1, "waivers": [{ "rule": "KW708", "reason": "x", "until": "2027-02-31" }] }', "is no day"],
  ['{ "version": 1, "waivers": [{ "rule": "KW708", "reason": "x", "until": "2027-01-31", "for": 1 }] }', "means nothing in a waiver"],
  ["{", "waivers.json"],
])("waivers that cannot be read: %s", async (text, told) => {
  const { code, out, err } = await kmsward(["check", put("key-policy.json", POLICY), "--waivers", put("waivers.json", text)]);
  expect({ code, out, err }).toEqual({ code: 1, out: "", err: expect.stringContaining(told) });
});

test("rules and keys that there are not", async () => {
  const path = put("key-policy.json", POLICY);
  expect(await kmsward(["check", path, "--rules", "KW799"])).toMatchObject({ code: 1, err: expect.stringContaining("there is no rule") });
  expect(await kmsward(["check", path, "--key", "nothing"])).toMatchObject({ code: 1, err: expect.stringContaining("no key") });
  expect((await kmsward(["check"])).code).toBe(1);
});

test("whose key a policy by itself is of: the account that administers it, and never a guess", async () => {
  const partner = statement("Partner", { AWS: "444455556666" }, "kms:Decrypt");
  const own = statement("Own", { AWS: "arn:aws:iam::111122223333:root" }, "kms:*");
  const of = (...Statement: readonly object[]) => put("other.json", JSON.stringify({ Version: "2012-10-17", Statement }));
  const shared = await kmsward(["check", of(partner, own)]);
  expect(shared).toMatchObject({ code: 0, out: expect.stringMatching(/account 444455556666 may Decrypt[\s\S]*\n1 note\.\n$/) });
  const app = statement("App", { AWS: "arn:aws:iam::111122223333:role/app" }, "kms:Put*");
  const open = of(partner, app);
  expect(await kmsward(["check", open])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("--account 444455556666") });
  expect((await kmsward(["check", open, "--account", "111122223333"])).code).toBe(0);
  expect((await kmsward(["check", open, "--account", "1"])).code).toBe(1);
});
