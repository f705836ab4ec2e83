import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectOf, workflowFor } from "../../../src/cli/init/workflow.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-workflow-"));
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(folder, "infra/policies"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
const made = (from = "infra/policies") => workflowFor(join(folder, from), projectOf(join(folder, from)));

test("it installs what is locked, and runs that", () => {
  put("package.json", { devDependencies: { kmsward: "1.0.0" } });
  put("package-lock.json", {});
  const workflow = made();
  if (!("text" in workflow)) throw new Error(workflow.because);
  expect(workflow.path).toMatch(/\.github\/workflows\/kmsward\.yml$/);
  expect(workflow.text).toContain("- run: npm ci\n      - run: npx --no-install kmsward test");
  expect(workflow.text).toContain('- uses: "./node_modules/kmsward"\n        with: { world: "**/*.world.yaml", comment: true }');
  expect(workflow.text).not.toMatch(/npx (?!--no-install)|--yes|kmsward@|working-directory/);
});

test("of a package below the top, in its folder", () => {
  put("infra/package.json", { dependencies: { kmsward: "1.0.0" } });
  put("infra/npm-shrinkwrap.json", {});
  expect(made()).toMatchObject({ text: expect.stringContaining('working-directory: "infra"') });
  expect(made()).toMatchObject({ text: expect.stringContaining('- uses: "./infra/node_modules/kmsward"') });
});

test.each([
  ["no package", {}, /no package\.json here depends on kmsward/],
  [
    "a package without it",
    { "package.json": { devDependencies: { other: "1.0.0" } }, "package-lock.json": {} },
    /no package\.json here depends on kmsward/,
  ],
  ["a package beside the way", { "other.json": { devDependencies: { kmsward: "1.0.0" } } }, /no package\.json here depends on kmsward/],
  [
    "no lock file of npm",
    { "package.json": { devDependencies: { kmsward: "1.0.0" } }, "yarn.lock": {} },
    /has no package-lock\.json beside it/,
  ],
  [
    "a file elsewhere",
    { "package.json": { devDependencies: { kmsward: "file:../kmsward.tgz" } }, "package-lock.json": {} },
    /is not in this repository/,
  ],
])("with %s there is none, and a sentence why", (_, files, because) => {
  for (const [name, value] of Object.entries(files)) put(name, value);
  expect(made()).toEqual({ because: expect.stringMatching(because) });
});

test("a package that the repository holds is in the pipeline too", () => {
  put("package.json", { devDependencies: { kmsward: "file:vendor/kmsward.tgz" } });
  put("package-lock.json", {});
  expect(made()).toHaveProperty("text");
});
