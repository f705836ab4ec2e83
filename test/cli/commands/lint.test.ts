import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-lint-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, value: unknown): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value, null, 2));
  return path;
};
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });
const good = policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" });
const typo = policy({ Effect: "Allow", Action: "kms:Decrpt", Resource: "*" });
const wrong = policy({ Effect: "Alow", Action: "kms:Decrypt", Resource: "*" });

test.each(["fixtures/policies", "fixtures/init/platform", "fixtures/init/dump", "fixtures/examples"])("%s is in order", async (path) => {
  const { code, out, err } = await kmsward(["lint", path, "--fail-level", "warning"]);
  expect({ code, out, err }).toEqual({ code: 0, out: expect.stringMatching(/^\d+ policies: nothing to fix\n$/), err: "" });
});

test("an error ends with 2, a warning does when it is to", async () => {
  const [bad, odd] = [put("bad.json", wrong), put("odd.json", typo)];
  expect(await kmsward(["lint", bad])).toMatchObject({ code: 2, out: expect.stringContaining(`${bad}:5:17 error: `) });
  expect(await kmsward(["lint", odd])).toMatchObject({ code: 0, out: expect.stringContaining("1 policy: 1 warning") });
  expect((await kmsward(["lint", odd, "--fail-level", "warning"])).code).toBe(2);
  expect((await kmsward(["lint", odd, "--fail-level", "any"])).code).toBe(1);
});

test("files, folders, globs and what is taken out; each file once, other documents passed over", async () => {
  put("a/key.json", good);
  put("a/b/app.yaml", "Version: '2012-10-17'\nStatement:\n  - { Effect: Allow, Action: 'kms:Decrypt', Resource: '*' }\n");
  put("a/package.json", {});
  put("a/values.yaml", "a: {{ .Values.x }}\n");
  put("a/node_modules/x.json", wrong);
  put("c/bad.json", wrong);
  const of = async (...patterns: readonly string[]) => {
    const { out } = await kmsward(["lint", ...patterns, "--reporter", "json"]);
    return (JSON.parse(out) as { files: { path: string; type: string }[] }).files.map(
      ({ path, type }) => `${path.slice(path.indexOf(folder) + folder.length + 1)} ${type}`,
    );
  };
  expect(await of(folder)).toEqual(["a/b/app.yaml identity", "a/key.json key-policy", "c/bad.json identity"]);
  expect(await of(join(folder, "a"), join(folder, "a/key.json"))).toEqual(["a/b/app.yaml identity", "a/key.json key-policy"]);
  expect(await of(join(folder, "**/*.json"), `!${join(folder, "c")}`)).toEqual(["a/key.json key-policy"]);
});

test("what is named is meant: a file without a policy is an error, unless others are to be passed over", async () => {
  const paths = [put("package.json", {}), put("plan.json", { format_version: "1.2", planned_values: {} }), put("key.json", good)];
  const { code, out } = await kmsward(["lint", ...paths]);
  expect(code).toBe(2);
  expect(out).toMatch(/package\.json error: holds no policy \[KW670\]/);
  expect(out).toMatch(/plan\.json error: holds no policy: it is a Terraform plan \[KW670\]/);
  expect(out).toContain("3 files: 2 errors");
  expect(await kmsward(["lint", ...paths, "--ignore-others"])).toMatchObject({ code: 0, out: "1 policy: nothing to fix\n" });
  expect(await kmsward(["lint", paths[0] as string, "--ignore-others"])).toMatchObject({ code: 0, out: "0 policies: nothing to fix\n" });
});

test.each([
  ["misspelt", '{ "Version": "2012-10-17", "statement": [] }', /unknown element `statement` \[KW101\]/],
  ["cut off", '{ "Version": "2012-10-17", "Statement": [', /\[KW100\]/],
  ["empty", '{ "Statement": [] }', /the list of statements is empty/],
])("a policy that is %s is no other document, whether it is named or found", async (_, text, problem) => {
  const path = put("a.json", text);
  for (const args of [[path], [folder], [path, "--ignore-others"]])
    expect(await kmsward(["lint", ...args])).toMatchObject({ code: 2, out: expect.stringMatching(problem) });
});

test("broken YAML that has statements is told; a template is said to be one", async () => {
  put("a.yaml", "Statement:\n  - Effect: Allow\n   Action: x\n");
  put("b.json", policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::${account}:root" }, Action: "kms:*", Resource: "*" }));
  const { code, out } = await kmsward(["lint", folder]);
  expect(code).toBe(2);
  expect(out).toMatch(/a\.yaml:3:\d+ error: .*\[KW100\]/);
  expect(out).toContain("help: `${account}` looks like a template: ");
});

test("standard input, and a type that is given", async () => {
  const stdin = JSON.stringify(good);
  expect(await kmsward(["lint", "-"], { stdin })).toMatchObject({ code: 0, out: "1 policy: nothing to fix\n" });
  const { code, out } = await kmsward(["lint", "-", "--type", "scp"], { stdin });
  expect({ code, out }).toMatchObject({ code: 2, out: expect.stringMatching(/^stdin:1:\d+ error: .*service control policy \[KW205\]/) });
  expect(await kmsward(["lint", "-", put("bad.json", wrong)], { stdin })).toMatchObject({
    code: 2,
    out: expect.stringContaining("2 policies: 1 error"),
  });
});

test("reporters, several at once; in GitHub Actions annotations too", async () => {
  const path = put("bad.json", wrong);
  const xml = join(folder, "lint.xml");
  const { out } = await kmsward(["lint", path, "--reporter", "pretty", "--reporter", `junit=${xml}`]);
  expect(out).toContain("1 policy: 1 error");
  expect(readFileSync(xml, "utf8")).toContain('<testsuites name="kmsward lint" tests="1" failures="1"');
  expect((await kmsward(["lint", path, "--reporter", "tap"])).out).toMatch(/^TAP version 14\n1\.\.1\nnot ok 1 - /);
  expect((await kmsward(["lint", path], { env: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder } })).out).toMatch(
    /^::error file=bad\.json,line=5/m,
  );
  expect((await kmsward(["lint", path, "--reporter", "jsn"])).err).toContain("did you mean `json`?");
  expect((await kmsward(["lint", path, "--reporter", "json", "--reporter", "tap"])).err).toContain("two reporters would write");
  expect((await kmsward(["lint", path, "--reporter", "json="])).err).toContain("the file has no name");
});

test("what cannot be read ends with 1, and so does nothing at all", async () => {
  expect(await kmsward(["lint", join(folder, "none.json")])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("[KW002]") });
  put("a.json", {});
  expect(await kmsward(["lint", folder])).toMatchObject({ code: 1, err: expect.stringContaining("1 file, and no policy in it [KW010]") });
  const bytes = join(folder, "b.json");
  writeFileSync(bytes, Buffer.from([0xff, 0xfe]));
  expect(await kmsward(["lint", bytes])).toMatchObject({ code: 1, err: expect.stringContaining("it is not UTF-8 text") });
});

test.skipIf(process.platform === "win32")("a pipe does not make it wait", async () => {
  const pipe = join(folder, "p.json");
  execFileSync("mkfifo", [pipe]);
  expect((await kmsward(["lint", pipe])).code).toBe(1);
});
