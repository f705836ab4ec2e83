import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { runTestFile } from "../../../src/tester/run.ts";
import { readTestFile } from "../../../src/tester/test-file.ts";
import { kmsward } from "../fake-io.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const readFile = (path: string) => readFileSync(path, "utf8");
const written = (name: string) => readFile(join(folder, name));

async function outcomes() {
  const { file, diagnostics } = readTestFile(join(folder, "kmsward.ward.yaml"), { readFile });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (file === undefined) throw new Error("no file");
  const { results } = await runTestFile(file);
  return results.map(({ name, status, problem }) => ({ name, status, problem }));
}

test.each(["fixtures/examples/orders/policies", "fixtures/policies"])("what it writes of %s passes as it is", async (policies) => {
  cpSync(policies, join(folder, "policies"), { recursive: true });
  const { code, out, err } = await kmsward(["init", folder]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("key polic");
  const results = await outcomes();
  expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
  expect(results.length).toBeGreaterThan(10);
});

test("both sides of a condition are cases, each marked for review", async () => {
  cpSync("fixtures/examples/orders/policies", join(folder, "policies"), { recursive: true });
  await kmsward(["init", folder]);
  const tests = written("kmsward.ward.yaml");
  expect(tests).toContain("viaService: s3.us-east-1.amazonaws.com");
  expect(tests.match(/# review$/gm)).toHaveLength(tests.match(/- name:/g)?.length ?? 0);
  expect(written("kmsward.world.yaml")).toContain("AllowAppPerTenant");
  expect(written(".github/workflows/kmsward.yml")).toMatch(/kmsward@\S+ test/);
});

test("a change of a policy makes what it wrote fail", async () => {
  cpSync("fixtures/examples/orders/policies", join(folder, "policies"), { recursive: true });
  await kmsward(["init", folder]);
  const path = join(folder, "policies/orders-key.json");
  writeFileSync(path, readFile(path).replace('"arn:aws:iam::111122223333:role/key-admin"', '"*"'));
  expect((await outcomes()).some(({ status }) => status === "failed")).toBe(true);
});

test("writes over nothing, unless told to", async () => {
  cpSync("fixtures/examples/orders/policies", folder, { recursive: true });
  writeFileSync(join(folder, "kmsward.ward.yaml"), "mine");
  const refused = await kmsward(["init", folder]);
  expect(refused.err).toMatch(/kmsward\.ward\.yaml error: is there already \[KW660\]/);
  expect({ code: refused.code, out: refused.out, world: existsSync(join(folder, "kmsward.world.yaml")) }).toEqual({
    code: 1,
    out: "",
    world: false,
  });
  expect(written("kmsward.ward.yaml")).toBe("mine");
  expect((await kmsward(["init", folder, "--force", "--no-ci"])).code).toBe(0);
  expect(written("kmsward.ward.yaml")).toContain("cases:");
  expect(existsSync(join(folder, ".github"))).toBe(false);
});

test("below the top of a repository the workflow is written at the top, once, and schemas are named from there", async () => {
  mkdirSync(join(folder, ".git"));
  for (const team of ["a", "b"]) {
    cpSync("fixtures/examples/orders/policies", join(folder, "teams", team), { recursive: true });
    expect(await kmsward(["init", join(folder, "teams", team)])).toMatchObject({ code: 0 });
    expect(written(`teams/${team}/kmsward.ward.yaml`)).toContain("$schema=../../node_modules/kmsward/schemas/test.schema.json");
  }
  expect(existsSync(join(folder, "teams/a/.github"))).toBe(false);
  const workflow = written(".github/workflows/kmsward.yml");
  expect(workflow).toContain(`npx --yes kmsward@${manifest.version} test`);
  const again = () => kmsward(["init", join(folder, "teams", "c")]);
  cpSync("fixtures/examples/orders/policies", join(folder, "teams/c"), { recursive: true });
  writeFileSync(join(folder, ".github/workflows/kmsward.yml"), `${workflow}# mine\n`);
  expect((await again()).err).toContain("[KW660]");
  writeFileSync(join(folder, ".github/workflows/kmsward.yml"), workflow.replace(/kmsward@\S+/, "kmsward@0.0.1"));
  expect(await again()).toMatchObject({ code: 0 });
  writeFileSync(join(folder, ".github/workflows/kmsward.yml"), "mine");
  expect((await kmsward(["init", join(folder, "teams/a")])).err).toContain("[KW660]");
});

test("a name does not write lines of its own into what is written", async () => {
  cpSync("fixtures/examples/orders/policies", folder, { recursive: true });
  cpSync("fixtures/examples/orders/policies/auditor.json", join(folder, "scp\nversion: 7\n.json"));
  writeFileSync(join(folder, "bad\nleft\n.json"), '{ "Statement": [{ "Effect": "Alow" }] }');
  const { code, out } = await kmsward(["init", folder]);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("unused  bad\\u000aleft\\u000a.json: it ") });
  expect(written("kmsward.world.yaml")).not.toMatch(/^version: 7/m);
  expect(written("kmsward.world.yaml")).toContain("scp\\u000aversion: 7\\u000a.json is not used");
});

test("what is left out is told, a few by name", async () => {
  cpSync("fixtures/examples/orders/policies", folder, { recursive: true });
  for (let i = 0; i < 8; i++)
    writeFileSync(join(folder, `bad-${i}.json`), '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Alow" }] }');
  const { out } = await kmsward(["init", folder]);
  expect(out.match(/^unused {2}.*$/gm)).toHaveLength(6);
  expect(out).toMatch(/^unused {2}bad-0\.json: it cannot be read as /m);
  expect(out).toContain("unused  3 more: kmsward.world.yaml lists them");
});

test("--dry-run shows, and writes nothing", async () => {
  cpSync("fixtures/examples/orders/policies", folder, { recursive: true });
  const { code, out } = await kmsward(["init", folder, "--dry-run"]);
  expect(code).toBe(0);
  expect(out).toContain("kmsward.ward.yaml\n");
  expect(existsSync(join(folder, "kmsward.ward.yaml"))).toBe(false);
});

test("without key policies it says what it found", async () => {
  mkdirSync(join(folder, "node_modules"));
  cpSync("fixtures/examples/orders/policies/orders-key.json", join(folder, "node_modules/orders-key.json"));
  cpSync("fixtures/examples/orders/policies/auditor.json", join(folder, "auditor.json"));
  const { code, err } = await kmsward(["init", folder]);
  expect(err).toMatch(/no key policy below .*auditor\.json \(identity\) \[KW661\]/);
  expect(code).toBe(1);
  expect((await kmsward(["init", join(folder, "none")])).err).toMatch(/KW002/);
  expect((await kmsward(["init", folder, folder])).code).toBe(1);
});
