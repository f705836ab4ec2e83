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
  expect({ code, err }).toEqual({ code: 2, err: "" }); // KW303 says nothing that KW752 does not
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
  const sarif = async (...more: readonly string[]) =>
    (
      JSON.parse((await only("--waivers", waivers, "--format", "sarif", ...more)).out) as {
        runs: { results: { suppressions?: object[] }[] }[];
      }
    ).runs[0]?.results.length;
  expect([await sarif(), await sarif("--sarif-suppressed")]).toEqual([0, 1]);
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

test("only what is new since a baseline", async () => {
  const path = put("key-policy.json", POLICY);
  const baseline = join(folder, "baseline.json");
  expect((await kmsward(["check", path, "--rules", "!KW701", "--write-baseline", baseline])).code).toBe(0);
  const fresh = await kmsward(["check", path, "--baseline", baseline, "--format", "json"]);
  expect(JSON.parse(fresh.out).findings.map(({ code }: { code: string }) => code)).toEqual(["KW701"]);
  expect(fresh).toMatchObject({ code: 2, err: expect.stringContaining("of the baseline are not shown") });
  const whole = put("whole.json", (await kmsward(["check", path, "--format", "json"])).out);
  expect(await kmsward(["check", path, "--baseline", whole])).toMatchObject({ code: 0, out: "Nothing was found.\n" });
  expect((await kmsward(["check", path, "--baseline", whole, "--trust", "none", "--rules", "KW703"])).code).toBe(2); // it is worse now
  expect((await kmsward(["check", path, "--baseline", whole, "--rules", "KW701"])).err).toContain("are gone");
  for (const text of ["{}", "[", '{ "version": 1, "findings": [{}] }', '{ "version": 2, "findings": [] }'])
    expect((await kmsward(["check", path, "--baseline", put("bad.json", text)])).code).toBe(1);
});

test("the day that counts, and the rules there are", async () => {
  const path = put("key-policy.json", POLICY);
  const old = put("old.json", '{ "version": 1, "waivers": [{ "rule": "KW708", "reason": "x", "until": "2020-01-31" }] }');
  const on = (day: string) =>
    kmsward(["check", path, "--rules", "full-access,KW790", "--fail-level", "warning", "--waivers", old, "--now", day]);
  expect((await on("2020-01-31")).code).toBe(0);
  expect((await on("2020-02-01T00:00:00Z")).code).toBe(2);
  expect((await on("tomorrow")).code).toBe(1);
  const { out } = await kmsward(["check", "--rules", "help"]);
  expect(out).toContain("KW734  rotation-off");
  expect(out).toContain("cmk-backing-key-rotation-enabled");
});

test("what tests need of the keys", async () => {
  const world = put(
    "orders.world.yaml",
    'account: "111122223333"\nregion: us-east-1\nprincipals: { app: "arn:aws:iam::111122223333:role/app" }\nkeys: { orders: { state: Disabled, rotation: true } }\n',
  );
  const tests = put(
    "orders.ward.yaml",
    "version: 1\nworld: ./orders.world.yaml\ncases:\n  - { name: upload, principal: app, key: orders, flow: { s3.PutObject: { bucket: b, key: k } }, expect: allow }\n",
  );
  const { out } = await kmsward(["check", world, "--tests", tests, "--rules", "KW739"]);
  expect(out).toContain("orders is in state Disabled, and s3.PutObject needs it");
  expect((await kmsward(["check", world, "--rules", "KW739"])).out).toBe("Nothing was found.\n");
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
  expect(shared).toMatchObject({ code: 0, out: expect.stringMatching(/account 444455556666 may Decrypt[\s\S]*\n2 notes\.\n$/) });
  const app = statement("App", { AWS: "arn:aws:iam::111122223333:role/app" }, "kms:Put*");
  const open = of(partner, app);
  expect(await kmsward(["check", open])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("--account 444455556666") });
  expect((await kmsward(["check", open, "--account", "111122223333"])).code).toBe(0);
  expect((await kmsward(["check", open, "--account", "1"])).code).toBe(1);
});
