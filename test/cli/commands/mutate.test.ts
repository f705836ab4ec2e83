import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../../../src/cli/commands/mutate.ts";
import { readOptions } from "../../../src/cli/options.ts";
import { Refusal } from "../../../src/cli/refusal.ts";
import { fakeIo, type Ran } from "../fake-io.ts";
import { folderOf } from "../samples.ts";

/** Runs the command; what it refuses is told as its codes. */
async function mutate(args: readonly string[], setting: Parameters<typeof fakeIo>[0] = {}): Promise<Ran> {
  const { io, written } = fakeIo(setting);
  try {
    const code = await command.run(readOptions(args, command), io);
    return { code, ...written };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: 1, ...written, err: error.diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n") };
  }
}

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "App",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" },
      "Action": ["kms:Decrypt", "kms:Encrypt"],
      "Resource": "*"
    },
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:ScheduleKeyDeletion",
      "Resource": "*"
    }
  ]
}
`;

const tests = (expected = "allow") => `version: 1
account: "111122223333"
region: us-east-1
world:
  principals: { app: "arn:aws:iam::111122223333:role/app" }
  keys:
    orders:
      policy: ./key.json
      grants: [{ name: g, grantee: app, operations: [Sign], }]
    inline: { policy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: "*", Action: "kms:Encrypt", Resource: "*" }] } }
cases:
  - { name: app reads, principal: app, action: "kms:Decrypt", key: orders, expect: ${expected} }
  - { name: nobody deletes, principal: app, action: "kms:ScheduleKeyDeletion", key: orders, expect: explicit-deny }
`;

const folder = (expected?: string) => folderOf({ "a.ward.yaml": tests(expected), "key.json": POLICY });

describe("kmsward mutate", () => {
  test("tells what no case notices, with the file's own lines and a case that would", async () => {
    const at = folder();
    const { code, out, err } = await mutate([at("a.ward.yaml"), "--all"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`key policy, ${at("key.json")}`);
    expect(out).toContain('-      "Action": ["kms:Decrypt", "kms:Encrypt"],');
    expect(out).toContain('+      "Action": ["kms:Decrypt"],');
    expect(out).toContain(
      "    - name: app may Encrypt orders\n      principal: app\n      action: kms:Encrypt\n      key: orders\n      expect: allow\n",
    );
    expect(out).toMatch(/mutation score +\d+\.\d %/);
  });

  test("of a policy in YAML, the statement as JSON and its place", async () => {
    const at = folder();
    const { out } = await mutate([at("a.ward.yaml"), "--all", "--only", "**/a.ward.yaml"]);
    expect(out).toContain(`--- ${at("a.ward.yaml")}:10`);
    expect(out).toContain("@@ /world/keys/inline/policy/Statement/0 @@");
    expect(out).toContain('-  "Effect": "Allow",\n  +  "Effect": "Deny",');
    expect(out).not.toContain("key.json");
  });

  test("exits with 2 below the threshold, and says so", async () => {
    const at = folder();
    expect(await mutate([at("a.ward.yaml"), "--threshold", "99"])).toMatchObject({ code: 2, err: expect.stringContaining("KW632") });
    expect(await mutate([at("a.ward.yaml"), "--threshold", "1"])).toMatchObject({ code: 0, err: "" });
  });

  test("refuses tests that fail, and what means nothing", async () => {
    expect(await mutate([folder("deny")("a.ward.yaml")])).toMatchObject({
      code: 1,
      err: expect.stringContaining("KW630 the case `app reads` fails"),
    });
    const at = folder();
    expect(await mutate([at("a.ward.yaml"), "--only", "nothing"])).toMatchObject({ code: 1, err: expect.stringContaining("KW631") });
    for (const wrong of [
      ["--threshold", "high"],
      ["--threshold", "101"],
      ["--max", "0"],
      ["--seed=-1"],
      ["--reporter", "prety"],
      ["--reporter", "json", "--reporter", "pretty"],
    ]) {
      expect(await mutate([at("a.ward.yaml"), ...wrong])).toMatchObject({ code: 1, err: expect.stringContaining("KW001") });
    }
    expect(await mutate([at("b.ward.yaml")])).toMatchObject({ code: 1 });
  });

  test("writes several reports, and runs the cases it is told to", async () => {
    const at = folder();
    const args = [
      at("a.ward.yaml"),
      "-t",
      "deletes",
      "--max",
      "5",
      "--seed",
      "3",
      "--reporter",
      "json",
      "--reporter",
      `stryker=${at("s.json")}`,
      "--reporter",
      `markdown=${at("m.md")}`,
    ];
    const { out } = await mutate(args);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, cases: 1, sample: { seed: 3 } });
    expect(report.mutants).toHaveLength(5);
    expect(JSON.parse(readFileSync(at("s.json"), "utf8")).schemaVersion).toBe("2");
    expect(readFileSync(at("m.md"), "utf8")).toContain("mutation score");
  });

  test("annotates in GitHub Actions, and writes the job summary", async () => {
    const at = folder();
    const { out } = await mutate([at("a.ward.yaml")], { env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: at("summary.md") } });
    expect(out).toMatch(/^::warning file=/m);
    expect(existsSync(at("summary.md"))).toBe(true);
  });
});
