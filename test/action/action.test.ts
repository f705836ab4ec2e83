import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { actionBundle } from "../../.build/action.mjs";
import { check } from "../../src/analysis.ts";
import { toValue } from "../../src/base/json-source.ts";
import { findingsJson } from "../../src/report/analysis/findings.ts";
import { readWorld } from "../../src/world/reader.ts";
import { readYaml } from "../../src/world/yaml-source.ts";
import { ROOT } from "../sources.ts";

vi.setConfig({ testTimeout: 240_000 }); // each step is a process of its own, which reads a large file

/** The bundle as a runner starts it: variables, files, and GitHub's API. */
const made = mkdtempSync(join(tmpdir(), "kmsward-action-"));
const bundle = join(made, "dist/action.mjs");
beforeAll(async () => {
  await build(actionBundle(ROOT, bundle));
  cpSync(join(ROOT, "package.json"), join(made, "package.json"));
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

type Comment = { id: number; body: string; html_url: string; user: { login: string; type: string } };
let folder = "";
let api: Server;
let comments: Comment[] = [];
let calls: string[] = [];
let refuses = false;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-checkout-"));
  [comments, calls, refuses] = [[], [], false];
  api = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    calls.push(`${method} ${url}`);
    const say = (status: number, data: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(data));
    if (request.headers.authorization !== "Bearer t0ken") return say(401, {});
    if (url === "/user") return say(403, { message: "Resource not accessible by integration" });
    if (refuses) return say(403, { message: "Resource not accessible by integration" });
    if (method === "GET") {
      const page = Number(new URL(url, "http://x").searchParams.get("page"));
      return say(200, comments.slice((page - 1) * 100, page * 100));
    }
    const { body } = JSON.parse(await textOf(request)) as { body: string };
    const known = comments.find(({ id }) => url.endsWith(`/comments/${id}`));
    if (method === "PATCH" && known !== undefined) known.body = body;
    else
      comments.push({
        id: comments.length + 1,
        body,
        html_url: `https://github.example/c/${comments.length + 1}`,
        user: { login: "github-actions[bot]", type: "Bot" },
      });
    say(method === "PATCH" ? 200 : 201, known ?? comments.at(-1));
  }).listen(0, "127.0.0.1");
  await once(api, "listening");
});
afterEach(async () => {
  api.close();
  api.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

const git = (...args: readonly string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { encoding: "utf8" }).trim();
const put = (name: string, text: string) => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const fixture = (name: string) => readFileSync(join(ROOT, "fixtures/reports/review", name), "utf8");

/** A checkout of a pull request: the base is its first commit. */
function checkout(after = fixture("after.world.yaml")): string {
  git("init", "-q", "-b", "main");
  put("policies/orders.world.yaml", fixture("before.world.yaml"));
  git("add", "-A");
  git("commit", "-qm", "first");
  put("policies/orders.world.yaml", after);
  return git("rev-parse", "HEAD");
}

const defaultsOf = (): Record<string, string> => {
  const { node } = readYaml(readFileSync(join(ROOT, "action.yml"), "utf8"));
  const { inputs } = toValue(node as never) as { inputs: Record<string, { default?: string }> };
  return Object.fromEntries(Object.entries(inputs).map(([name, { default: value = "" }]) => [name, value]));
};

async function step(
  inputs: Record<string, string>,
  { base, event = {}, env = {} }: { base?: string; event?: object; env?: Record<string, string> } = {},
) {
  const files = { event: join(folder, ".event.json"), summary: join(folder, ".summary.md"), output: join(folder, ".output") };
  writeFileSync(files.event, JSON.stringify({ ...(base !== undefined && { pull_request: { number: 7, base: { sha: base } } }), ...event }));
  for (const file of [files.summary, files.output]) writeFileSync(file, "");
  const given = { ...defaultsOf(), token: "t0ken", ...inputs };
  const child = spawn(process.execPath, [bundle], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_OUTPUT: files.output,
      GITHUB_REPOSITORY: "octo/orders",
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_SHA: "c".repeat(40),
      GITHUB_RUN_ID: "42",
      GITHUB_API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  const [code] = await once(child, "close");
  const outputs = Object.fromEntries(
    [...readFileSync(files.output, "utf8").matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]),
  );
  return { code, out, err, summary: readFileSync(files.summary, "utf8"), outputs };
}

const WORLD = { world: "policies/orders.world.yaml" };

test("a pull request: log, annotations at its lines, summary, outputs, and the step fails on what others gain", async () => {
  const base = checkout();
  const { code, out, err, summary, outputs } = await step(WORLD, { base });
  expect({ code, err }).toEqual({ code: 2, err: "" });
  expect(out).toMatch(
    /^::stop-commands::(kmsward-[\w-]+)\n {2}Access is gained and lost\.[\s\S]*\n::\1::\n::error file=policies\/orders\.world\.yaml,line=34,/,
  );
  expect(summary).toMatch(/^## kmsward: 6 accesses gained, 2 lost/);
  expect(summary).toContain(`(https://github.example/octo/orders/blob/${"c".repeat(40)}/policies/orders.world.yaml#L34)`);
  expect(outputs).toMatchObject({ gained: "6", lost: "2", undecided: "0", comment: "" });
  expect(calls).toEqual([]);
});

test("with `fail-on` empty nothing fails it, and nothing is changed where nothing changes", async () => {
  const base = checkout();
  expect((await step({ ...WORLD, "fail-on": "" }, { base })).code).toBe(0);
  put("policies/orders.world.yaml", fixture("before.world.yaml"));
  const { code, summary, outputs } = await step(WORLD, { base });
  expect({ code, gained: outputs.gained }).toEqual({ code: 0, gained: "0" });
  expect(summary).toMatch(/^## kmsward: no access gained or lost\n/);
});

const inLongRun = test.runIf(process.env.KMSWARD_LONG === "1");

describe("the comment", () => {
  const asked = { ...WORLD, comment: "true", "fail-on": "" };

  test("is written once, and written anew by later runs; when all is clean it says so", async () => {
    const base = checkout();
    expect((await step(asked, { base })).outputs.comment).toBe("https://github.example/c/1");
    put(
      "policies/orders.world.yaml",
      fixture("before.world.yaml").replace("Action: kms:Encrypt", 'Action: ["kms:Encrypt", "kms:Decrypt"]'),
    );
    await step(asked, { base });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^<!-- kmsward:diff\/policies\/orders\.world\.yaml -->\n## kmsward: 1 access gained/);
    put("policies/orders.world.yaml", fixture("before.world.yaml"));
    await step(asked, { base });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain("no access gained or lost");
    expect(calls.filter((call) => /^(POST|PATCH)/.test(call))).toEqual([
      "POST /repos/octo/orders/issues/7/comments",
      "PATCH /repos/octo/orders/issues/comments/1",
      "PATCH /repos/octo/orders/issues/comments/1",
    ]);
  });

  inLongRun("is not made where there is nothing to say, and never that of a person who wrote our mark", async () => {
    const base = checkout(fixture("before.world.yaml"));
    await step(asked, { base });
    expect(comments).toEqual([]);
    const mark = "<!-- kmsward:diff/policies/orders.world.yaml -->";
    comments = Array.from({ length: 150 }, (_, i) => ({
      id: i + 1,
      body: i === 3 ? `${mark}\nforged` : "x",
      html_url: "",
      user: { login: "mallory", type: "User" },
    }));
    put("policies/orders.world.yaml", fixture("after.world.yaml"));
    await step(asked, { base });
    expect(comments).toHaveLength(151);
    expect(comments[3]?.body).toBe(`${mark}\nforged`);
    await step(asked, { base });
    expect(comments).toHaveLength(151); // found on the second page
  });

  test("is left out where the token may not write, as in runs of forks: the rest is there, and so is the exit code", async () => {
    const base = checkout();
    refuses = true;
    const { code, out, summary } = await step({ ...asked, "fail-on": "public" }, { base });
    expect(code).toBe(2);
    expect(out).toContain("::notice title=kmsward::no comment was written: the token may not comment, as in runs of forks");
    expect(summary).toContain("6 accesses gained");
    expect((await step({ ...asked, token: "" }, { base })).out).toContain("there is no token");
    expect((await step(asked, { event: { before: base } })).out).toContain("not of a pull request");
    expect((await step(asked, { base, env: { GITHUB_API_URL: "http://127.0.0.1:1" } })).out).toContain("GitHub could not be asked");
  });

  inLongRun("stays inside of GitHub's 65,536 characters, and leads to the run", async () => {
    const keys = Array.from(
      { length: 250 },
      (_, i) =>
        `  k${i}:\n    arn: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-${String(i).padStart(12, "0")}\n    policy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: "kms:Decrypt", Resource: "*" }] }\n`,
    );
    const base = checkout(`version: 1\naccount: "111122223333"\nregion: us-east-1\nkeys:\n${keys.join("")}`);
    await step(asked, { base });
    expect(comments[0]?.body.length).toBeLessThan(65_536);
    expect(comments[0]?.body).toContain("[The summary of the run](https://github.example/octo/orders/actions/runs/42) has more.");
  });
});

test("SARIF and the findings of what is there", async () => {
  const base = checkout();
  const { code, outputs, summary } = await step({ ...WORLD, sarif: "out/kmsward.sarif", checks: "true", "fail-on": "" }, { base });
  expect(code).toBe(2); // an error of check
  expect(outputs).toMatchObject({ sarif: "out/kmsward.sarif\nout/kmsward.2.sarif" });
  const ids = ["out/kmsward.sarif", "out/kmsward.2.sarif"].map(
    (name) => JSON.parse(readFileSync(join(folder, name), "utf8")).runs[0].automationDetails.id,
  );
  expect(ids).toEqual(["kmsward/diff/policies/orders.world.yaml/", "kmsward/check/policies/orders.world.yaml/"]);
  expect(summary).toContain("## kmsward check: 1 error");
  expect((await step({ ...WORLD, checks: "KW721", "fail-on": "" }, { base })).outputs).toMatchObject({ findings: "2" });
});

test("a pattern selects worlds, one that is new is compared with nothing, and one that is gone is none", async () => {
  const base = checkout();
  put("new/logs.world.yaml", fixture("after.world.yaml"));
  put("gone.world.yaml", fixture("before.world.yaml"));
  git("add", "gone.world.yaml");
  rmSync(join(folder, "gone.world.yaml"));
  const { code, out, summary } = await step({ world: "**/*.world.yaml" }, { base, env: { RUNNER_TEMP: folder } });
  expect({ code, out }).toMatchObject({ code: 2, out: expect.not.stringContaining("KW002") });
  expect(summary.match(/^## kmsward: .*$/gm)).toHaveLength(2);
  expect((await step({ world: "none/*.yaml" }, { base })).out).toContain("no file of the repository is selected");
});

test("two files are compared by `base` and `head`", async () => {
  checkout();
  for (const name of ["before", "after"]) cpSync(join(ROOT, `fixtures/examples/review/${name}.json`), join(folder, `${name}.json`));
  const { code, outputs } = await step({ base: "before.json", head: "after.json" });
  expect({ code, gained: outputs.gained }).toEqual({ code: 2, gained: "1" });
});

describe("documents of other tools", () => {
  test("a plan alone: what it would change, at its lines, with the resource's address", async () => {
    mkdirSync(join(folder, "tmp"));
    const plan = join(folder, "tmp/plan.json"); // made in the run, outside of the checkout
    cpSync(join(ROOT, "fixtures/importers/terraform/review/plan.json"), plan);
    mkdirSync(join(folder, "checkout"));
    const env = { RUNNER_TEMP: join(folder, "tmp"), GITHUB_WORKSPACE: join(folder, "checkout") };
    const { code, summary, outputs } = await step({ plan, "fail-on": "gained", comment: "true" }, { base: "a".repeat(40), env });
    expect({ code, gained: outputs.gained }).toEqual({ code: 2, gained: "2" });
    expect(summary).toContain("orders-exporter may now Decrypt on orders");
    expect(comments).toHaveLength(1);
    expect((await step({ plan, "fail-on": "public" }, { env })).code).toBe(0);
    const away = await step({ plan: join(ROOT, "fixtures/importers/terraform/review/plan.json") }, { env });
    expect([away.code, away.out]).toEqual([1, expect.stringContaining("leads out of the checkout")]);
  });

  test("a template with the one at the base, and one that is new with nothing", async () => {
    const template = (more: string) => `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - { Sid: Root, Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" }
${more}`;
    git("init", "-q", "-b", "main");
    put("infra/keys.yaml", template(""));
    git("add", "-A");
    git("commit", "-qm", "first");
    const base = git("rev-parse", "HEAD");
    put("infra/keys.yaml", template('          - { Sid: Open, Effect: Allow, Principal: "*", Action: "kms:Decrypt", Resource: "*" }\n'));
    put("infra/new.yaml", template(""));
    const found = await step({ template: "infra/keys.yaml\ninfra/new.yaml", "fail-on": "public" }, { base, env: { RUNNER_TEMP: folder } });
    expect({ code: found.code, err: found.err }).toMatchObject({ code: 2 });
    expect(found.out).toMatch(/^::error file=infra\/keys\.yaml,line=9,/m);
    expect(found.summary.match(/^## kmsward: .*$/gm)).toHaveLength(2);
  });

  test("`baseline`: only findings that are new fail the step", async () => {
    const base = checkout();
    const { world } = readWorld("policies/orders.world.yaml", { readFile: (path) => readFileSync(join(folder, path), "utf8") });
    if (world === undefined) throw new Error("the fixture is no world");
    put("kmsward-baseline.json", findingsJson(check(world)));
    const inputs = { ...WORLD, checks: "true", "fail-on": "" };
    expect((await step(inputs, { base })).code).toBe(2);
    expect((await step({ ...inputs, baseline: "kmsward-baseline.json" }, { base })).code).toBe(0);
  });
});

describe("what cannot be done ends with 1 and says what to do", () => {
  test.each<[string, Record<string, string>, string]>([
    ["nothing is asked", {}, "give `world`, `template` or `plan`, or both `base` and `head`"],
    ["no base is known", WORLD, "give `base`, such as `base: origin/main`"],
    ["a commit that a shallow clone lacks", { ...WORLD, base: "d".repeat(40) }, "fetch-depth: 0"],
    ["a failure that is none", { ...WORLD, base: "HEAD", "fail-on": "everything" }, "--fail-on"],
    ["no Boolean", { ...WORLD, base: "HEAD", comment: "yes" }, "true or false"],
    ["a file that is not there", { world: "none.yaml", base: "HEAD" }, "none.yaml"],
    ["a way out", { world: "../../etc/hostname", base: "HEAD" }, "leads out of the checkout"],
    ["an option in disguise", { world: "--format=html=x", base: "HEAD" }, "is no path"],
  ])("%s", async (_, inputs, told) => {
    checkout();
    const { code, out, err } = await step(inputs);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/^::error title=kmsward KW\d+::/);
    expect(out).toContain(told);
  });

  test("a link that a pull request brings", async () => {
    const base = checkout();
    rmSync(join(folder, "policies/orders.world.yaml"));
    symlinkSync("/etc/hostname", join(folder, "policies/orders.world.yaml"));
    const { code, out } = await step(WORLD, { base });
    expect(code).toBe(1);
    expect(out).toContain("leads out of the checkout");
  });
});

test("nothing that a policy says is a command to the runner", async () => {
  const base = checkout(fixture("after.world.yaml").replaceAll("AllowEverybodyToEncrypt", '"x\\n::set-output name=a::b\\n::add-mask::c"'));
  const { out } = await step(WORLD, { base });
  const token = /^::stop-commands::(\S+)$/m.exec(out)?.[1];
  const after = out.slice(out.indexOf(`\n::${token}::\n`) + 1);
  for (const line of after.trimEnd().split("\n")) expect(line).toMatch(/^::(?:error|warning|notice|kmsward-)/);
});

test("action.yml names every input that is read, and a bundle that the package brings", () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const text = readFileSync(join(ROOT, "action.yml"), "utf8");
  const { inputs, outputs, runs } = toValue(readYaml(text).node as never) as { inputs: object; outputs: object; runs: object };
  expect(Object.keys(inputs).sort()).toEqual([
    "base",
    "baseline",
    "checks",
    "comment",
    "fail-on",
    "head",
    "plan",
    "sarif",
    "template",
    "token",
    "world",
  ]);
  expect(Object.keys(outputs).sort()).toEqual(["comment", "findings", "gained", "lost", "sarif", "title", "undecided"]);
  expect(runs).toEqual({ using: "node24", main: "dist/action.mjs" });
  expect(files).toEqual(expect.arrayContaining(["action.yml", "dist"]));
});
