import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
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

async function outcomes(name = "kmsward.ward.yaml") {
  const { file, diagnostics } = readTestFile(join(folder, name), { readFile });
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

/** Folders of three styles, and for each what a person would look for in the first tests. */
const STYLES = {
  platform: {
    cases: [
      "KeysStay forbids 5 principals to call ScheduleKeyDeletion on key logs",
      "OrdersPerTenant lets orders-app call Decrypt and GenerateDataKey on key orders through dynamodb.eu-west-1.amazonaws.com with tenant = t1 and table = orders in the encryption context",
      "Partner lets administrator-of-444455556666 call Decrypt on key shared with MFA with purpose = exchange in the encryption context when aws:SourceIp is 203.0.113.0 at 2029-12-31T23:59:59.000Z",
      "WholeOrganization lets orders-app, logs-reader and member-of-the-organization look at key shared, and call Decrypt on it",
      "OnlyFromOurNetwork forbids 8 principals to use key backups-only-from-vpc-endpoint",
    ],
    notes: ["no case tests ReadExchange of", "policies test the tag exchange of keys", "the role trail is made up"],
    out: ["found   4 key policies, 4 identity policies, 1 trust policy, 1 service control policy\n"],
  },
  dump: {
    cases: [
      "AliceDoesEverything lets alice use, share, manage and look at key-0987dcba",
      "Allow attachment of persistent resources lets OrdersApp share key-1234abcd, and call ListGrants on it through ec2.us-west-2.amazonaws.com",
      "Signers lets Signer call Sign on mrk-1234abcd when kms:SigningAlgorithm is ECDSA_SHA_256 and aws:PrincipalTag/team is release",
    ],
    notes: ["do not name the Region: us-west-2 is taken"],
    out: ["list-aliases.json, a list of aliases: ", "Uploader/get-role-policy.json: it says nothing of KMS\n"],
  },
  terraform: {
    cases: [
      "NoWeakTls forbids orders-writer to call Decrypt and GenerateDataKey on key orders when aws:SecureTransport is false",
      "RootDelegation, Writers and Keys let orders-writer call Decrypt and GenerateDataKey on key orders through s3.eu-central-1.amazonaws.com",
    ],
    notes: ["rcp_organization.json is attached to the root of the organization", "boundary_developers.json is not used"],
    out: [
      "plan.json, a Terraform plan: ",
      "main.tf, Terraform source: ",
      "kms_partner.json.tftpl and policies/kms_templated.json, a template (`${account_id}` is filled in later): ",
      "bucket_orders.json: it is the policy of an Amazon S3 bucket, not of a key\n",
    ],
  },
} as const;

test.each(Object.entries(STYLES))("from the folder %s to tests that say something, in one step", async (style, { cases, notes, out }) => {
  cpSync(join("fixtures/init", style), folder, { recursive: true });
  const ran = await kmsward(["init", folder]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  for (const part of out) expect(ran.out).toContain(part);
  for (const note of notes) expect(written("kmsward.world.yaml")).toContain(note);
  const results = await outcomes();
  expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
  const { cases: drafted } = parse(written("kmsward.ward.yaml")) as { cases: { name: string }[] };
  expect(drafted.map(({ name }) => name)).toEqual(expect.arrayContaining([...cases]));
  expect(written("kmsward.world.yaml").match(/^# - no case tests /gm) ?? []).toHaveLength(style === "platform" ? 1 : 0);
});

test("what is not tested is told of each key, also where another key has a statement of that name", async () => {
  const policy = (condition: object) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "App",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:role/app" },
        Action: "kms:Decrypt",
        Resource: "*",
        ...condition,
      },
    ],
  });
  writeFileSync(join(folder, "a.json"), JSON.stringify(policy({})));
  writeFileSync(join(folder, "b.json"), JSON.stringify(policy({ Condition: { StringEquals: { "kms:KeySpec": "RSA_2048" } } })));
  await kmsward(["init", folder]);
  expect(written("kmsward.world.yaml").match(/^# - no case tests .*$/gm)).toEqual([
    "# - no case tests App of the policy of b: no request was found that it lets through; write one",
  ]);
});

test("both sides of a condition are cases, each marked for review", async () => {
  cpSync("fixtures/examples/orders/policies", join(folder, "policies"), { recursive: true });
  await kmsward(["init", folder]);
  const tests = written("kmsward.ward.yaml");
  expect(tests).toContain("viaService: s3.us-east-1.amazonaws.com");
  expect(tests.match(/# review$/gm)).toHaveLength(tests.match(/- name:/g)?.length ?? 0);
  expect(written("kmsward.world.yaml")).toContain("AllowAppPerTenant");
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

const DEPENDENT = { "package.json": JSON.stringify({ devDependencies: { kmsward: "1.0.0" } }), "package-lock.json": "{}" };
const WORKFLOW = ".github/workflows/kmsward.yml";

test("below the top of a repository the workflow is written at the top, once, and schemas are named from there", async () => {
  mkdirSync(join(folder, ".git"));
  for (const [name, text] of Object.entries(DEPENDENT)) writeFileSync(join(folder, name), text);
  for (const team of ["a", "b"]) {
    cpSync("fixtures/examples/orders/policies", join(folder, "teams", team), { recursive: true });
    const { code, out } = await kmsward(["init", join(folder, "teams", team)]);
    expect({ code, wrote: out.includes(WORKFLOW) }).toEqual({ code: 0, wrote: team === "a" });
    expect(written(`teams/${team}/kmsward.ward.yaml`)).toContain("$schema=../../node_modules/kmsward/schemas/test.schema.json");
  }
  expect(existsSync(join(folder, "teams/a/.github"))).toBe(false);
  expect(written(WORKFLOW)).toContain("npx --no-install kmsward test");
  writeFileSync(join(folder, WORKFLOW), "mine");
  cpSync("fixtures/examples/orders/policies", join(folder, "teams/c"), { recursive: true });
  const { code, out } = await kmsward(["init", join(folder, "teams/c")]);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("kmsward.yml is there already, and stays as it is") });
  expect(written(WORKFLOW)).toBe("mine");
});

test("a repository that does not depend on kmsward gets no workflow, and a sentence why; once it does, the workflow alone is written", async () => {
  mkdirSync(join(folder, ".git"));
  cpSync("fixtures/examples/orders/policies", join(folder, "policies"), { recursive: true });
  const first = await kmsward(["init", folder]);
  expect(first.out).toMatch(/^no CI {3}no package\.json here depends on kmsward/m);
  expect(existsSync(join(folder, ".github"))).toBe(false);
  const tests = written("kmsward.ward.yaml");
  for (const [name, text] of Object.entries(DEPENDENT)) writeFileSync(join(folder, name), text);
  const again = await kmsward(["init", folder]);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining("world   kmsward.world.yaml is there, and stays as it is") });
  expect(again.out.match(/^wrote .*$/gm)).toEqual([expect.stringMatching(/kmsward\.yml$/)]);
  expect(written("kmsward.ward.yaml")).toBe(tests);
  expect((await kmsward(["init", folder])).err).toMatch(/is there already, with tests \[KW660\]\n {2}help: `--redraft`/);
});

test("for a world that is there, cases are drafted that its tests do not have, in a new file", async () => {
  cpSync("fixtures/examples/orders/policies", join(folder, "policies"), { recursive: true });
  await kmsward(["init", folder]);
  const [world, tests] = [written("kmsward.world.yaml"), written("kmsward.ward.yaml")];
  expect((await kmsward(["init", folder, "--redraft"])).err).toContain("every question that would be drafted is asked already [KW660]");
  const edited = world.replace(
    "principals:",
    'principals:\n  newcomer: { arn: "arn:aws:iam::111122223333:role/newcomer", policies: [all-of-kms] }',
  );
  writeFileSync(join(folder, "kmsward.world.yaml"), edited);
  const { code, out } = await kmsward(["init", folder, "--redraft"]);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^wrote .*kmsward-2\.ward\.yaml: /m) });
  expect([written("kmsward.world.yaml"), written("kmsward.ward.yaml")]).toEqual([edited, tests]);
  expect(written("kmsward-2.ward.yaml")).toContain("newcomer");
  expect(written("kmsward-2.ward.yaml").replace(/newcomer/g, "")).not.toMatch(/principal: (?!$)/m);
  expect((await outcomes("kmsward-2.ward.yaml")).every(({ status }) => status === "passed")).toBe(true);
  rmSync(join(folder, "kmsward.ward.yaml"));
  expect(await kmsward(["init", folder])).toMatchObject({ code: 0, out: expect.stringMatching(/^wrote .*kmsward\.ward\.yaml: /m) });
});

test("--redraft wants a world, and tests that can be read", async () => {
  cpSync("fixtures/examples/orders/policies", folder, { recursive: true });
  expect((await kmsward(["init", folder, "--redraft"])).err).toContain("`--redraft`, and there is no world in");
  await kmsward(["init", folder]);
  writeFileSync(join(folder, "mine.ward.yaml"), "version: 2");
  expect((await kmsward(["init", folder, "--redraft"])).err).toContain("mine.ward.yaml");
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
  cpSync("fixtures/init/terraform/plan.json", join(folder, "plan.json"));
  expect((await kmsward(["init", folder])).err).toMatch(
    /plan\.json is a Terraform plan; .*\[KW661\]\n {2}help: write the policies of the plan/,
  );
  expect((await kmsward(["init", join(folder, "none")])).err).toMatch(/KW002/);
  expect((await kmsward(["init", folder, folder])).code).toBe(1);
});
