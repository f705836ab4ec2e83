import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../../sources.ts";
import { kmsward } from "../fake-io.ts";

const PLAN = join(ROOT, "fixtures/importers/terraform/orders/plan.json");
const REVIEW = join(ROOT, "fixtures/importers/terraform/review/plan.json"); // of what exists, and tells its account
const ACCOUNT = ["--account", "111122223333"];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-import-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe("kmsward import", () => {
  test("writes a world that is read back, and tells what it knows", async () => {
    const path = join(folder, "world.yaml");
    const { code, err } = await kmsward(["import", PLAN, ...ACCOUNT, "-o", path]);
    expect(code).toBe(0);
    expect(err.replaceAll(ROOT, "")).toMatch(/Read\n.*: a Terraform plan\nFound\n {2}9 keys, 2 principals/);
    for (const word of ["Symbolic: known later", "Taken for granted", "Not decided", "Not known to be all"]) expect(err).toContain(word);
    const answer = await kmsward(["eval", "-w", path, "--principal", "worker", "--action", "kms:Decrypt", "--key", "orders"]);
    expect(answer).toMatchObject({ code: 0, out: expect.stringContaining("ALLOWED") });
  });

  test("--strict ends with 3, JSON is JSON, and a side is chosen", async () => {
    const { code, out } = await kmsward(["import", PLAN, ...ACCOUNT, "--strict", "--format", "json", "--side", "before"]);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ imported: { side: "before" }, keys: {} });
  });

  test("what cannot be imported is refused, with what to do", async () => {
    expect(await kmsward(["import", put("plan.bin", "PK\u0003\u0004")])).toMatchObject({
      code: 1,
      err: expect.stringContaining("terraform show -json"),
    });
    expect(await kmsward(["import", put("x.json", '{"a":1}')])).toMatchObject({ code: 1, err: expect.stringContaining("[KW010]") });
    expect(await kmsward(["import", put("cut.json", '{"format_version":"1.2","resource_changes":[')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/cut\.json:1:\d+ error: .*\[KW100\]/),
    });
    expect(await kmsward(["import", PLAN, "--account", "12"])).toMatchObject({ code: 1, err: expect.stringContaining("--account") });
    expect(await kmsward(["import"])).toMatchObject({ code: 1 });
  });

  test("a folder: what is in it is put together, and what is none is told", async () => {
    copyFileSync(PLAN, put("a/plan.json", ""));
    put("a/policy.json", '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}');
    const { code, err } = await kmsward(["import", join(folder, "a"), ...ACCOUNT]);
    expect(code).toBe(0);
    expect(err).toMatch(/Passed over\n.*policy\.json \(a policy\)/);
  });
});

describe("templates and dumps", () => {
  const CLOUDFORMATION = join(ROOT, "fixtures/importers/cloudformation");

  test("a template with its parameters, as a file of any form", async () => {
    const params = put("prod.json", '[{"ParameterKey":"Environment","ParameterValue":"prod"}]');
    const map = put("prod.yaml", "Environment: prod\n");
    const given = [join(CLOUDFORMATION, "hand-written.yaml"), ...ACCOUNT, "--region", "eu-west-1", "--format", "json", "--parameters"];
    const { code, out, err } = await kmsward(["import", ...given, params]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      imported: { from: "cloudformation-template" },
      keys: { OrdersKey: { aliases: ["alias/orders-prod"] } },
    });
    expect(err).toContain("parameters at their defaults: PartnerArn and AuditAccount");
    expect((await kmsward(["import", ...given, map])).out).toBe(out);
    expect(await kmsward(["import", ...given, put("odd.json", "[1]")])).toMatchObject({ code: 1, err: expect.stringContaining("[KW104]") });
  });

  test("a change set is diffed by itself, an assembly and a dump stand in place of worlds", async () => {
    const { out } = await kmsward(["diff", join(CLOUDFORMATION, "change-set.json")]);
    expect(out).toContain("changeSet");
    const access = await kmsward(["who-can", "Keys/Orders", "Decrypt", "-w", join(CLOUDFORMATION, "cdk.out")]);
    expect(access.out).toContain("delivery.logs.amazonaws.com");
    const dump = join(ROOT, "fixtures/importers/dumps/account");
    expect(await kmsward(["eval", "-w", dump, "--principal", "orders-app", "--action", "kms:Decrypt", "--key", "orders"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("ALLOWED"),
    });
  });

  test("--collect prints the script", async () => {
    const { code, out } = await kmsward(["import", "--collect"]);
    expect({ code, first: out.split("\n", 1)[0] }).toEqual({ code: 0, first: "#!/usr/bin/env bash" });
  });
});

describe("documents of other tools in place of worlds", () => {
  test("diff of a plan alone compares what is there with what will be", async () => {
    const { code, out } = await kmsward(["diff", REVIEW, "--action", "Decrypt", "--fail-on", "gained"]);
    expect(code).toBe(2);
    expect(out).toMatch(/orders-exporter may now Decrypt on orders/);
    expect(await kmsward(["diff", put("old.json", '{"Version":"2012-10-17","Statement":[]}')])).toMatchObject({ code: 1 });
  });

  test("diff against a state, and against a commit", async () => {
    const state = join(ROOT, "fixtures/importers/terraform/review/state.json");
    expect((await kmsward(["diff", state, REVIEW, "--action", "Decrypt"])).out).toMatch(/role\/reader of 444455556666/);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
    copyFileSync(REVIEW, join(folder, "plan.json"));
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "x");
    const cwd = process.cwd();
    process.chdir(folder);
    try {
      const { code, out } = await kmsward(["diff", "git:HEAD:plan.json", "plan.json", "--action", "Decrypt"]);
      expect({ code, out: out.split("\n")[0] }).toEqual({ code: 0, out: expect.stringMatching(/^Nobody gains/) });
    } finally {
      process.chdir(cwd);
    }
  });

  test("who-can, can, prove and check take them", async () => {
    expect((await kmsward(["who-can", "orders", "Decrypt", "-w", REVIEW])).out).toContain("Who can use orders");
    expect((await kmsward(["can", "orders-exporter", "Decrypt", "-w", REVIEW])).out).toContain("What orders-exporter can do");
    expect((await kmsward(["check", REVIEW])).code).not.toBe(1);
    const never = ["--never", '{ action: kms:Decrypt, principal: "arn:aws:iam::999900001111:role/x" }'];
    expect((await kmsward(["prove", "-w", REVIEW, ...never])).code).not.toBe(1);
  });

  test("eval asks the world after a plan, and `#before` that before it", async () => {
    const ask = (world: string) =>
      kmsward(["eval", "-w", world, ...ACCOUNT, "--principal", "worker", "--action", "kms:Decrypt", "--key", "orders"]);
    expect(await ask(PLAN)).toMatchObject({ code: 0, out: expect.stringContaining("ALLOWED") });
    expect(await ask(`${PLAN}#before`)).toMatchObject({ code: 1, err: expect.stringContaining("[KW501]") });
  });

  test("worlds and test files name them: a whole one, or one policy by its address", async () => {
    copyFileSync(PLAN, join(folder, "plan.json"));
    const world = put(
      "own.world.yaml",
      `account: "111122223333"
region: us-east-1
keys:
  mine: { policy: { terraform: plan.json, address: aws_kms_key.plain } }
  open: { policy: { terraform: plan.json, address: aws_kms_key.json } }
principals:
  app: { arn: "arn:aws:iam::111122223333:role/app", policies: [{ terraform: plan.json, address: aws_iam_role_policy.use }] }
`,
    );
    const ask = (key: string) => kmsward(["eval", "-w", world, "--principal", "app", "--action", "kms:Decrypt", "--key", key]);
    expect(await ask("open")).toMatchObject({ code: 0, out: expect.stringContaining("UNDETERMINED") });
    const wrong = put(
      "wrong.world.yaml",
      `account: "111122223333"\nregion: us-east-1\nkeys: { mine: { policy: { terraform: plan.json, address: aws_kms_key.plane } } }\n`,
    );
    expect(await kmsward(["who-can", "mine", "-w", wrong])).toMatchObject({
      code: 1,
      err: expect.stringContaining("did you mean `aws_kms_key.plain`?"),
    });
    const file = put(
      "a.ward.yaml",
      "version: 1\nworld: plan.json\ncases:\n  - { name: no, principal: worker, action: kms:Decrypt, key: plain, expect: deny }\n",
    );
    expect(await kmsward(["test", file])).toMatchObject({ code: 0 });
  });
});
