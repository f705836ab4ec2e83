import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readYaml } from "../../../src/world/yaml-source.ts";
import { kmsward } from "../fake-io.ts";

const BEFORE = "fixtures/reports/review/before.world.yaml";
const AFTER = "fixtures/reports/review/after.world.yaml";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-formats-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");

/** What each format is, told by its text. */
const IS: Readonly<Record<string, (text: string) => unknown>> = {
  text: (text) => text.length > 0,
  json: (text) => JSON.parse(text),
  ndjson: (text) =>
    text
      .trimEnd()
      .split("\n")
      .every((line) => typeof JSON.parse(line).type === "string") && /"type":"summary"[^\n]*\n$/.test(text),
  markdown: (text) => text.startsWith("## kmsward"),
  html: (text) => text.startsWith("<!doctype html>") && text.endsWith("</html>\n"),
  sarif: (text) => JSON.parse(text).version === "2.1.0",
  junit: (text) => XMLValidator.validate(text) === true && text.includes("<testsuites "),
  github: (text) => text.split("\n").every((line) => line === "" || /^::(error|warning|notice) /.test(line)),
  gitlab: (text) => Array.isArray(JSON.parse(text)),
  dot: (text) => text.startsWith("digraph kmsward {"),
  svg: (text) => text.startsWith("<svg ") && XMLValidator.validate(text) === true,
  mermaid: (text) => text.startsWith("flowchart LR\n"),
};
const PROBLEMS = ["text", "json", "ndjson", "markdown", "html", "sarif", "junit", "github", "gitlab"];
const ACCESS = ["text", "json", "ndjson", "markdown", "html", "dot", "svg", "mermaid"];

describe("every format of every command, all at once to files", () => {
  test.each<[string, readonly string[], readonly string[], number]>([
    ["diff", ["diff", BEFORE, AFTER], Object.keys(IS), 0],
    ["check", ["check", AFTER], PROBLEMS, 2],
    ["prove", ["prove", "--never", "{ action: kms:Encrypt }", "-w", AFTER], PROBLEMS, 2],
    ["who-can", ["who-can", "orders", "-w", AFTER], ACCESS, 0],
    ["can", ["can", "orders-app", "-w", AFTER], ACCESS, 0],
    ["test", ["test", "fixtures/tests/failing.ward.yaml"], PROBLEMS, 2],
    ["lint", ["lint", "fixtures/tests/documented"], PROBLEMS, 0],
  ])("%s", async (name, args, formats, expected) => {
    const { code, out } = await kmsward([
      ...args,
      ...formats.flatMap((format) => ["--format", `${format}=${at(`new/${name}.${format}`)}`]),
    ]);
    expect({ code, out }).toEqual({ code: expected, out: "" });
    for (const format of formats) expect([format, Boolean(IS[format]?.(read(`new/${name}.${format}`)))]).toEqual([format, true]);
  });
});

test("one goes to standard output, the others to files", async () => {
  const { out } = await kmsward(["diff", BEFORE, AFTER, "--format", `sarif=${at("a.sarif")}`, "--format", "markdown=-"]);
  expect(out).toMatch(/^## kmsward: 6 accesses gained, 2 lost, 1 policy written anew with no effect\n/);
  expect(JSON.parse(read("a.sarif")).runs[0].results).toHaveLength(8);
  expect(await kmsward(["diff", BEFORE, AFTER, "--format", "json", "-o", at("a.json")])).toMatchObject({ out: "" });
  expect(JSON.parse(read("a.json")).verdict).toBe("changed");
});

test("JSON tells of what decided where it is written", async () => {
  const { out } = await kmsward(["diff", BEFORE, AFTER, "--format", "json"]);
  const [change] = JSON.parse(out).changes;
  expect(change.because.after[0]).toMatchObject({ sid: "AllowEverybodyToEncrypt", at: { file: AFTER, line: 32 } });
  const access = JSON.parse((await kmsward(["who-can", "orders", "-w", AFTER, "--format", "json"])).out);
  expect(access.entries[0].by[0].at).toMatchObject({ file: AFTER });
});

test("the job summary is written where the runner says, and the paths are those of the repository", async () => {
  writeFileSync(at("summary.md"), "before\n");
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: at("summary.md"), GITHUB_WORKSPACE: join(process.cwd(), "fixtures"), GITHUB_SERVER_URL: "https://github.example", GITHUB_REPOSITORY: "a/b", GITHUB_SHA: "c".repeat(40) }; // biome-ignore format: the runner's variables
  const { out } = await kmsward(["diff", BEFORE, AFTER], { env });
  expect(out).toContain("::error file=reports/review/after.world.yaml,line=34");
  expect(read("summary.md")).toMatch(/^before\n## kmsward: 6 accesses gained/);
  expect(read("summary.md")).toContain(`(https://github.example/a/b/blob/${"c".repeat(40)}/reports/review/after.world.yaml#L34)`);
});

test("a shown request is a case of a test file, which passes before the change, and after it fails", async () => {
  const { out } = await kmsward(["diff", BEFORE, AFTER, "--format", "markdown"]);
  const cases = [...out.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  expect(cases).toHaveLength(8);
  for (const text of cases) expect(readYaml(text).faults).toEqual([]);
  const run = async (world: string) => {
    writeFileSync(at("w.yaml"), readFileSync(world));
    writeFileSync(at("shown.ward.yaml"), `version: 1\nworld: ./w.yaml\ncases:\n${cases.join("").replace(/^/gm, "  ")}\n`);
    const report = JSON.parse((await kmsward(["test", at("shown.ward.yaml"), "--reporter", "json"])).out);
    expect(report.files[0].errors).toEqual([]);
    return report.files[0].results.flatMap(({ name, status }: { name: string; status: string }) => (status === "passed" ? [] : [name]));
  };
  expect(await run(BEFORE)).toEqual([]);
  // Of strangers nobody knows what their own policies allow: a world that is closed has none.
  expect((await run(AFTER)).sort()).toEqual([
    "any other service may not Encrypt on orders",
    "delivery.logs.amazonaws.com may not Encrypt on orders",
    "key-admin may not CreateGrant on orders",
    "nightly-export may Decrypt on orders",
    "orders-app may not Decrypt on orders",
    "the root user of 111122223333 may RetireGrant on orders",
  ]);
});

describe("exit codes", () => {
  const codeOf = async (...args: readonly string[]) => (await kmsward(["diff", BEFORE, AFTER, ...args])).code;
  test("of --fail-on and --fail-level", async () => {
    expect(await codeOf()).toBe(0);
    for (const what of ["gained", "public", "cross-account", "administration", "lost", "service", "any"])
      expect([what, await codeOf("--fail-on", what)]).toEqual([what, 2]);
    expect(await codeOf("--fail-on", "undecided")).toBe(0);
    expect(await codeOf("--fail-level", "error")).toBe(2);
    expect(await codeOf("--fail-level", "warning")).toBe(2);
    expect((await kmsward(["diff", AFTER, BEFORE, "--fail-level", "error"])).code).toBe(0);
    expect((await kmsward(["diff", AFTER, BEFORE, "--fail-level", "warning"])).code).toBe(2);
    expect((await kmsward(["diff", BEFORE, BEFORE, "--fail-level", "warning"])).code).toBe(0);
    expect(await codeOf("--fail-level", "loud")).toBe(1);
  });
});

test("what is written in another way is no change: order, names, lists, letter case, and what KMS itself rewrites", async () => {
  const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Id: "x", Statement });
  const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
  const root = "arn:aws:iam::111122223333:root";
  writeFileSync(
    at("one.json"),
    policy(
      { Sid: "Root", Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "kms:*", Resource: "*" },
      {
        Sid: "Use",
        Effect: "Allow",
        Principal: { AWS: [role("a"), role("b")] },
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Resource: "*",
        Condition: { StringEquals: { "kms:EncryptionContext:t": ["1", "2"], "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
      },
      {
        Sid: "No",
        Effect: "Deny",
        Principal: "*",
        Action: "kms:ScheduleKeyDeletion",
        Resource: "*",
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
      },
    ),
  );
  const use = (who: string, action: string) => ({
    Effect: "Allow",
    Principal: { AWS: [role(who)] },
    Action: [action],
    Resource: ["*"],
    Condition: { StringEquals: { "kms:viaservice": ["s3.us-east-1.amazonaws.com"], "kms:EncryptionContext:t": ["2", "1"] } },
  });
  writeFileSync(
    at("other.json"),
    `\uFEFF${JSON.stringify(
      {
        Statement: [
          {
            Resource: "*",
            Action: "kms:ScheduleKeyDeletion",
            Principal: { AWS: "*" },
            Condition: { Bool: { "aws:MultiFactorAuthPresent": false } },
            Effect: "Deny",
            Sid: "Renamed",
          },
          use("b", "kms:encrypt"),
          use("a", "KMS:Encrypt"),
          use("b", "kms:Decrypt"),
          use("a", "kms:decrypt"),
          { Effect: "Allow", Principal: { AWS: root }, Action: ["kms:*"], Resource: "*" },
        ],
        Version: "2012-10-17",
      },
      undefined,
      4,
    )}`,
  );
  for (const [before, after] of [
    ["one.json", "other.json"],
    ["other.json", "one.json"],
  ] as const) {
    // biome-ignore format: both ways
    const { code, out, err } = await kmsward(["diff", at(before), at(after), "--fail-on", "any,undecided", "--strict", "--format", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ verdict: "equal", changes: [], undecided: [] });
  }
  expect((await kmsward(["diff", at("one.json"), at("other.json"), "--format", "markdown"])).out).toMatch(
    /^## kmsward: no access gained or lost, 1 policy written anew with no effect\n/,
  );
});
