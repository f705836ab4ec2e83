import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-diff-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, value: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value, null, 2));
  return path;
}

const root = { Sid: "Root", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" };
const app = (action: readonly string[], service: object) => ({
  Sid: "App",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/app" },
  Action: action,
  Resource: "*",
  Condition: service,
});
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });
const S3 = { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };

const old = policy(root, app(["kms:Decrypt", "kms:GenerateDataKey"], S3));
const now = policy(root, app(["kms:Decrypt"], S3), {
  Sid: "Oops",
  Effect: "Allow",
  Principal: "*",
  Action: "kms:Encrypt",
  Resource: "*",
  Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc" } },
});

test("two key policies: who gains and loses what, the worst first", async () => {
  const [before, after] = [put("old.json", old), put("new.json", now)];
  const { code, out, err } = await kmsward(["diff", before, after]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out.replaceAll(folder, "FOLDER")).toMatchFileSnapshot("diff.golden.txt");
});

test("two that say the same in other words are equal", async () => {
  const [before, after] = [put("old.json", old), put("new.json", policy(app(["kms:generatedatakey", "kms:DECRYPT"], S3), root))];
  expect(await kmsward(["diff", before, after, "--fail-on", "any"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("Nobody gains"),
  });
});

test("ends with 2 when it finds what it is to fail on, and with 1 for what there is not", async () => {
  const [before, after] = [put("old.json", old), put("new.json", now)];
  const codeOf = async (...on: readonly string[]) => (await kmsward(["diff", before, after, "--fail-on", ...on])).code;
  expect(await Promise.all(["public", "lost", "gained", "any", "cross-account,public"].map((on) => codeOf(on)))).toEqual([2, 2, 2, 2, 2]);
  expect(await Promise.all(["cross-account", "administration", "undecided"].map((on) => codeOf(on)))).toEqual([0, 0, 0]);
  expect(await codeOf("everything")).toBe(1);
});

test("JSON as its format has it", async () => {
  const [before, after] = [put("old.json", old), put("new.json", now)];
  const { out } = await kmsward(["diff", before, after, "--format", "json"]);
  const told = JSON.parse(out) as { changes: { witness: object }[] };
  expect(told).toMatchObject({ version: 1, verdict: "changed", complete: true, undecided: [] });
  expect(told.changes[0]).toMatchObject({
    direction: "gained",
    severity: "public",
    administration: false,
    actions: ["kms:Encrypt"],
    when: [[{ key: "aws:PrincipalOrgID", text: 'is "o-abc"', in: ["o-abc"] }]],
    witness: { before: "implicitDeny", after: "allowed", assumes: ["unlisted:others"] },
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

test("a commit is read by git, with the files that its world names", async () => {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
  git("init", "-q");
  put("key.json", old);
  const world = put("world.json", {
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: { orders: { policy: "key.json" } },
    principals: { app: { arn: "arn:aws:iam::111122223333:role/app" } },
  });
  git("add", "-A");
  git("commit", "-qm", "first");
  put("key.json", now);
  const here = process.cwd();
  process.chdir(folder);
  try {
    const { code, out, err } = await kmsward(["diff", "git:HEAD:world.json", world, "--fail-on", "public"]);
    expect({ code, err }).toEqual({ code: 2, err: "" });
    expect(out).toContain("- app may no longer GenerateDataKey on orders");
    expect(await kmsward(["diff", "git:nowhere:world.json", world])).toMatchObject({
      code: 1,
      err: expect.stringContaining("no commit `nowhere`"),
    });
    expect(await kmsward(["diff", "git:HEAD:other.json", world])).toMatchObject({ code: 1, err: expect.stringContaining("other.json") });
  } finally {
    process.chdir(here);
  }
});

test("two identity policies, on the keys that they tell apart", async () => {
  const key = (id: string) => `arn:aws:kms:us-east-1:111122223333:key/${id}`;
  const [before, after] = ["a", "*"].map((id, i) =>
    put(`${i}.json`, policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: key(id) })),
  );
  const { code, out } = await kmsward(["diff", before as string, after as string, "--fail-on", "gained"]);
  expect(code).toBe(2);
  expect(out).toContain("+ holder may now Decrypt on arn:aws:kms:us-east-1:111122223333:key/");
});

test("what says nothing of keys by itself is refused, not taken for an empty world", async () => {
  const identity = put("identity.json", policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }));
  const key = put("key.json", old);
  for (const path of [identity, join(folder, "none.json"), folder])
    expect(await kmsward(["diff", path, key])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("KW0") });
  expect((await kmsward(["diff", key])).code).toBe(1);
});

test("questions are written in SMT-LIB, and one that has no formula ends the command with 3", async () => {
  const [before, after] = [put("before.json", policy(root)), put("after.json", policy(root, app(["kms:Decrypt"], S3)))];
  const out = join(folder, "questions");
  const written = await kmsward(["diff", before, after, "--smtlib", out]);
  expect([written.code, written.err]).toEqual([0, expect.stringMatching(/^wrote 2 questions to /m)]);
  expect(readdirSync(out)).toEqual(["key-gained.smt2", "key-lost.smt2"]);
  const odd = put("odd.json", policy(root, app(["kms:Decrypt"], { NumericEquals: { "kms:ViaService": "1" } })));
  const refused = await kmsward(["diff", before, odd, "--smtlib", out]);
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining("KW684")]);
  expect(readFileSync(join(out, "key-gained.smt2"), "utf8")).toContain("There is no formula here");
});

test("templates whose conditions hang on a parameter are compared in all ways in which they may turn out", async () => {
  const template = (statements: string) => `Parameters: { Env: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }
${statements}`;
  const [before, after] = ["base.yaml", "head.yaml"].map((name) => join(folder, name)) as [string, string];
  writeFileSync(before, template(""));
  writeFileSync(
    after,
    template(
      '          - Fn::If: [IsProd, { Sid: P, Effect: Allow, Principal: { AWS: "444455556666" }, Action: "kms:Decrypt", Resource: "*" }, !Ref AWS::NoValue]\n',
    ),
  );
  const home = ["--account", "111122223333", "--region", "us-east-1", "--action", "kms:Decrypt"];
  const { code, out } = await kmsward(["diff", before, after, ...home, "--format", "json", "--fail-on", "cross-account"]);
  const { changes, undecided } = JSON.parse(out) as {
    changes: { if?: string[]; because: { after: { at: object }[] } }[];
    undecided: unknown[];
  };
  expect({ code, undecided }).toEqual({ code: 2, undecided: [] });
  expect(changes.map((change) => change.if)).toEqual([['parameter Env is "prod"']]);
  expect(changes[0]?.because.after[0]?.at).toMatchObject({ file: after, line: 11, address: "Key" });
});

test("readers of data count for --fail-on, and stand in JSON beside the changes of keys", async () => {
  const [before, after] = ["fixtures/data/readers-before.yaml", "fixtures/data/readers-after.yaml"];
  expect((await kmsward(["diff", before, after, "--fail-on", "gained"])).code).toBe(2);
  expect((await kmsward(["diff", before, after, "--fail-on", "public,cross-account"])).code).toBe(0);
  expect((await kmsward(["diff", after, before, "--fail-on", "gained"])).code).toBe(0);
  const { out } = await kmsward(["diff", before, after, "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({
    verdict: "equal",
    changes: [],
    data: { complete: true, changes: [{ direction: "gained", who: { name: "etl" } }] },
  });
});

test("a plan of OpenTofu: what was changed outside is told apart, and a new principal is said to be not there before", async () => {
  const { out, err } = await kmsward(["diff", "fixtures/importers/terraform/opentofu/plan.json", "--format", "markdown"]);
  expect(err).toContain("changed outside of Terraform, and no part of the change: aws_kms_key.renamed has another description");
  expect(out).toContain('**ledger-writer may now Decrypt on keys.ledger.0.** By key policy "Readers"; before: not there yet.');
});

test("readers of data stand in every report, and count for --fail-level", async () => {
  const [before, after] = ["fixtures/data/readers-before.yaml", "fixtures/data/readers-after.yaml"];
  const say = async (...more: readonly string[]) => kmsward(["diff", before, after, ...more]);
  for (const format of ["markdown", "html", "sarif", "junit", "github", "gitlab"]) {
    const { out } = await say("--format", format);
    expect([format, out.includes("etl can now read orders-bucket")]).toEqual([format, true]);
  }
  expect((await say("--format", "github")).out).toMatch(/^::warning file=fixtures\/data\/readers-after\.yaml,line=\d+/);
  expect((await say("--format", "markdown")).out).toContain('flow: {"s3.GetObject":{}}');
  expect((await say("--fail-level", "warning")).code).toBe(2);
  expect((await say("--fail-level", "error")).code).toBe(0);
  expect((await kmsward(["diff", after, before, "--format", "markdown"])).out).toContain("etl can no longer read orders-bucket");
});
