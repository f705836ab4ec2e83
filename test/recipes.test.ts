import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toValue } from "../src/base/json-source.ts";
import { readYaml } from "../src/world/yaml-source.ts";
import { ROOT } from "./sources.ts";

/** The recipes of the README, run as they are written there: in a repository whose branch gives others more than its base. */
const made = mkdtempSync(join(ROOT, "node_modules/.recipes-"));
const repository = join(made, "repository");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const git = (...args: readonly string[]) =>
  execFileSync("git", ["-C", repository, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { encoding: "utf8" }).trim();

beforeAll(async () => {
  await build({
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    entryPoints: ["src/cli.ts"],
    outdir: join(made, "dist"),
    absWorkingDir: ROOT,
  });
  cpSync(join(ROOT, "package.json"), join(made, "package.json"));
  const bin = join(repository, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "kmsward"), `#!/bin/sh\nexec ${process.execPath} ${join(made, "dist/cli.js")} "$@"\n`);
  mkdirSync(join(made, "bin"));
  writeFileSync(join(made, "bin/npm"), "#!/bin/sh\nexit 0\n"); // what it would install is there
  for (const name of [join(bin, "kmsward"), join(made, "bin/npm")]) chmodSync(name, 0o755);
  writeFileSync(join(repository, "package.json"), '{ "private": true }');
  writeFileSync(join(repository, ".gitignore"), "node_modules\n");
  cpSync(join(ROOT, "fixtures/reports/review/before.world.yaml"), join(repository, "orders.world.yaml"));
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "first");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  cpSync(join(ROOT, "fixtures/reports/review/after.world.yaml"), join(repository, "orders.world.yaml"));
  git("commit", "-qam", "second");
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

const block = (name: string): string => {
  const found = [...readme.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)]
    .map(([, text = ""]) => text)
    .find((text) => text.startsWith(`# ${name}\n`));
  if (found === undefined) throw new Error(`the README has no ${name}`);
  return found;
};
const yaml = (name: string) => toValue(readYaml(block(name)).node as never) as never;

function run(script: string, env: Record<string, string> = {}) {
  const path = [join(made, "bin"), join(repository, "node_modules/.bin"), process.env.PATH].join(":");
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-euo", "pipefail", "-c", script], {
    cwd: repository,
    encoding: "utf8",
    env: { PATH: path, HOME: made, NO_COLOR: "1", npm_config_update_notifier: "false", npm_config_offline: "true", ...env },
  });
  return { status, stdout, stderr };
}

test("a shell", { timeout: 120_000 }, () => {
  const { status, stdout, stderr } = run(block("review.sh"));
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
  expect(stdout).toContain("+ anyone but key-admin may now Encrypt on orders");
  expect(readFileSync(join(repository, "review.html"), "utf8")).toMatch(/^<!doctype html>/);
});

test("GitLab CI", { timeout: 240_000 }, () => {
  const { "kms-review": job } = yaml(".gitlab-ci.yml") as {
    "kms-review": { script: string[]; artifacts: { paths: string[]; reports: Record<string, string> } };
  };
  for (const env of [{ CI_MERGE_REQUEST_DIFF_BASE_SHA: git("rev-parse", "origin/main") }, {}]) {
    const { status, stdout } = run(job.script.join("\n"), { CI: "true", CI_PROJECT_DIR: repository, ...env });
    expect([status, stdout.includes("Access is gained and lost")]).toEqual([2, true]);
    for (const file of [...job.artifacts.paths, ...Object.values(job.artifacts.reports)])
      expect([file, existsSync(resolve(repository, file))]).toEqual([file, true]);
    const issues = JSON.parse(readFileSync(join(repository, job.artifacts.reports.codequality as string), "utf8"));
    expect(issues[0].location.path).toBe("orders.world.yaml");
    rmSync(join(repository, "codequality.json"));
  }
});

test("Atlantis", { timeout: 120_000 }, () => {
  const { workflows } = yaml("repos.yaml") as { workflows: { kms: { plan: { steps: (string | { run: string })[] } } } };
  const [step] = workflows.kms.plan.steps.flatMap((one) => (typeof one === "string" ? [] : [one.run]));
  const plan = readFileSync(join(ROOT, "fixtures/importers/terraform/review/plan.json"), "utf8");
  const show = join(made, "show.json"); // as the step `show` writes it
  const shown = (text: string) => {
    writeFileSync(show, text);
    return run(step as string, { SHOWFILE: show });
  };
  const { status, stdout } = shown(plan);
  expect(status).toBe(0); // nobody gains what everybody would
  expect(stdout).toMatch(/^## kmsward: 2 accesses gained/);
  expect(stdout).toContain("orders-exporter");
  const open = shown(plan.replaceAll("arn:aws:iam::444455556666:role/reader", "*"));
  expect(open.status).toBe(2);
});

test("the workflow of the README is what `kmsward init` writes of the review", () => {
  const { jobs } = yaml(".github/workflows/kmsward.yml") as {
    jobs: { review: { steps: { uses?: string; with?: Record<string, unknown> }[] } };
  };
  expect(jobs.review.steps.at(-1)).toEqual({ uses: "./node_modules/kmsward", with: { world: "**/*.world.yaml", comment: true } });
});
