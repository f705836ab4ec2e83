import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import type { Calibration } from "../../src/cli/calibrate/compare.ts";
import { kmsward } from "../cli/fake-io.ts";
import { answerOf } from "../laws/mutant-worker.ts";
import { MUTANTS } from "../laws/mutants.ts";
import { credentialsOf, serving } from "../server/serving.ts";
import { KEY, roleIn } from "../world/worlds.ts";
import { has } from "./guides.ts";

const run = promisify(execFile);
const [APP, OPS, DESK, PARTNER] = ["AKIAAPPAPPAPPAPPAPP2", "AKIAOPSOPSOPSOPSOPS2", "AKIADESKDESKDESKDES2", "AKIAPARTNERPARTNERP2"].map(
  credentialsOf,
);

/** Statements that meet each rule: delegation, a direct name, a deny, a boundary, another account, an encryption context. */
const world = (credentials: boolean) => {
  const of = (own: unknown) => (credentials ? { credentials: own } : {});
  const allow = (action: string | readonly string[], more: object = {}) => ({ Effect: "Allow", Action: action, Resource: "*", ...more });
  return {
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: {
      orders: {
        arn: KEY,
        aliases: ["alias/orders"],
        policy: {
          Version: "2012-10-17",
          Statement: [
            { Sid: "Own", ...allow("kms:*", { Principal: { AWS: "arn:aws:iam::111122223333:root" } }) },
            {
              Sid: "Desk",
              ...allow(["kms:Decrypt", "kms:GetKeyPolicy"], {
                Principal: { AWS: roleIn("it's a desk".replaceAll(/[^a-z]/g, "-")) },
                Condition: { StringEquals: { "kms:EncryptionContext:tenant's": "$(touch planted) `id` 'x'" } },
              }),
            },
            { Sid: "Partner", ...allow(["kms:Decrypt", "kms:DescribeKey"], { Principal: { AWS: "arn:aws:iam::444455556666:root" } }) },
            { Sid: "NoGrants", Effect: "Deny", Principal: "*", Action: "kms:CreateGrant", Resource: "*" },
          ],
        },
      },
    },
    principals: {
      app: {
        arn: roleIn("orders-app"),
        policies: [{ Version: "2012-10-17", Statement: [allow(["kms:Encrypt", "kms:Decrypt", "kms:CreateGrant"])] }],
        ...of(APP),
      },
      ops: {
        arn: "arn:aws:iam::111122223333:user/ops",
        policies: [{ Version: "2012-10-17", Statement: [allow("kms:*")] }],
        boundary: { Version: "2012-10-17", Statement: [allow(["kms:Describe*", "kms:Get*", "kms:List*"])] },
        ...of(OPS),
      },
      desk: { arn: roleIn("it-s-a-desk"), ...of(DESK) },
      partner: {
        arn: roleIn("reader", "444455556666"),
        policies: [{ Version: "2012-10-17", Statement: [allow("kms:Decrypt")] }],
        ...of(PARTNER),
      },
    },
  };
};

/** The AWS CLI itself, with `kmsward serve` in AWS's place. */
describe.runIf(has("aws"))("what AWS answers, by the AWS CLI", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-calibrate-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const server = await serving({ world: world(true) as never });
  const path = join(folder, "world.json");
  writeFileSync(path, JSON.stringify(world(false)));
  const profiles = { app: APP, ops: OPS, desk: DESK, partner: OPS };
  const config = Object.entries(profiles).map(
    ([name, own]) => `[profile ${name}]\naws_access_key_id = ${own?.accessKeyId}\naws_secret_access_key = ${own?.secretAccessKey}\n`,
  );
  writeFileSync(join(folder, "config"), config.join("\n"));
  const script = join(folder, "calibrate.sh");
  const made = await kmsward(["calibrate", path, "--sample", "16", "-o", script]);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    ...(process.env.PYENV_ROOT !== undefined && { PYENV_ROOT: process.env.PYENV_ROOT }),
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_ENDPOINT_URL: server.url,
    AWS_EC2_METADATA_DISABLED: "true",
  };
  const { stdout: answers, stderr } = await run("sh", [script], { cwd: folder, env, maxBuffer: 1 << 24 });
  writeFileSync(join(folder, "answers.ndjson"), answers);
  const report = async (mutant?: (typeof MUTANTS)[number]): Promise<Calibration> =>
    JSON.parse(
      (await answerOf(join(import.meta.dirname, "calibrate-run.ts"), mutant, { world: world(false), answers })) ?? "null",
    ) as Calibration;

  test("every question is answered, and nobody is asked for who is somebody else", async () => {
    expect(made.code).toBe(0);
    expect(stderr).toContain(`"partner" is somebody else`);
    const read = await kmsward(["calibrate", "--read", join(folder, "answers.ndjson")]);
    expect(read.out).toMatch(/AWS agrees on \d+, differs on 0/);
    expect(read.out).toContain("Nobody asked as partner: somebody else");
    expect(read.out).not.toMatch(/without an answer|could not be read/);
    expect(read.code).toBe(0);
    const { agreed, questions, unanswered } = await report();
    expect({ unanswered, some: agreed > 8 && agreed < questions }).toEqual({ unanswered: {}, some: true });
  });

  test("names and values never become commands", () => {
    expect(answers).toContain("$(touch planted)");
    expect(() => readFileSync(join(folder, "planted"))).toThrow();
  });

  test.each([
    ["an explicit deny wins", "decision"],
    ["a boundary limits", "decision"],
    ["after delegation the caller's own side is blamed", "layer"],
  ])("a wrong rule is found: %s", async (breaks, kind) => {
    const mutant = MUTANTS.find((one) => one.breaks === breaks);
    const { disagreements } = await report(mutant);
    expect(disagreements.map((one) => one.kind)).toContain(kind);
    for (const { case: made } of disagreements) expect(made).toMatchObject({ request: { action: expect.stringMatching(/^kms:/) } });
  });
});
