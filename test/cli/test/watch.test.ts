import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { fakeIo } from "../fake-io.ts";
import { FAILS, named, PASSES, POLICY, suite, suites } from "../test-samples.ts";

const bundle = mkdtempSync("node_modules/.kmsward-watch-");
beforeAll(async () => {
  const options = { bundle: true, splitting: true, format: "esm", platform: "node", packages: "external" } as const;
  await build({ ...options, entryPoints: ["src/cli.ts"], outdir: join(bundle, "dist") });
  copyFileSync("package.json", join(bundle, "package.json"));
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

/** What was said since it was last waited for, up to the next time that changes are waited for. */
function rounds(hear: (on: (text: string) => void) => void) {
  let [heard, told] = ["", () => {}];
  hear((text) => {
    heard += text;
    told();
  });
  return async (): Promise<string> => {
    const end = /waiting for changes.*\n/;
    while (!end.test(heard))
      await new Promise<void>((resolve) => {
        told = resolve;
      });
    const at = heard.search(end) + (end.exec(heard)?.[0].length ?? 0);
    const round = heard.slice(0, at);
    heard = heard.slice(at);
    return round;
  };
}

describe("--watch, as a process away from a terminal", () => {
  function start(cwd: string, ...args: string[]) {
    const command = [process.execPath, resolve(bundle, "dist/cli.js"), "test", "--watch", "--reporter", "verbose", ...args];
    const child = spawn("sh", ["-c", 'exec "$0" "$@" 2>&1', ...command], { cwd }); // one pipe, so that what is said stays in order
    onTestFinished(() => void child.kill("SIGKILL"));
    const next = rounds((on) => void child.stdout.on("data", (chunk) => on(String(chunk))));
    return { child, next };
  }

  test("runs again what a change touches, and nothing else; an interrupt ends it", async () => {
    const at = suites({
      "a.ward.yaml": suite(PASSES),
      "deep/b.ward.yaml": suite(named("b")).replace("./key.json", "./own.json"),
      "deep/own.json": POLICY,
    });
    const { child, next } = start(at());
    expect(await next()).toMatch(/ ✓ a\.ward\.yaml \(1 case\)[\s\S]* ✓ deep\/b\.ward\.yaml \(1 case\)/);

    writeFileSync(at("key.json"), POLICY.replace('"a"', '"z"'));
    const policy = await next();
    expect(policy).toContain("`key.json` changed");
    expect(policy).toMatch(/ ✗ a\.ward\.yaml \(1 case, 1 failed\)/);
    expect(policy).not.toContain("b.ward.yaml");

    writeFileSync(at("deep/b.ward.yaml~"), suite(named("new name")).replace("./key.json", "./own.json"));
    renameSync(at("deep/b.ward.yaml~"), at("deep/b.ward.yaml")); // as editors save
    const test = await next();
    expect(test).toContain("✓ new name");
    expect(test).not.toContain("a.ward.yaml");

    writeFileSync(at("deep/c.ward.yaml"), suite(named("c")).replace("./key.json", "./own.json"));
    expect(await next()).toMatch(/`deep\/c\.ward\.yaml` changed[\s\S]* ✓ c\n/);

    writeFileSync(at("unrelated.txt"), "nothing to do with it");
    writeFileSync(at("key.json"), "{");
    const broken = await next();
    expect(broken).toContain(" ✗ a.ward.yaml cannot be run");
    expect(broken).not.toContain("unrelated");

    writeFileSync(at("key.json"), POLICY);
    expect(await next()).toMatch(/ ✓ a\.ward\.yaml \(1 case\)/);

    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([130, null]);
  });

  test("a policy that was missing is waited for", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES).replace("./key.json", "./more/key.json") });
    const { next } = start(at());
    expect(await next()).toContain("no such file");
    mkdirSync(at("more"));
    writeFileSync(at("more/key.json"), POLICY);
    let round = await next();
    if (round.includes("cannot be run")) round = await next(); // it was looked at while it was written
    expect(round).toContain(" ✓ a.ward.yaml (1 case)");
  });
});

describe("--watch, by keys", () => {
  /** Runs in this process, as if at a terminal. */
  function start(...args: string[]) {
    const { io } = fakeIo({ env: { NO_COLOR: "1" }, tty: true });
    const modes: boolean[] = [];
    const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (raw: boolean) => modes.push(raw) });
    const [stdout, stderr] = [Object.assign(new PassThrough(), { isTTY: true }), Object.assign(new PassThrough(), { isTTY: true })];
    const next = rounds((on) => {
      for (const stream of [stdout, stderr]) stream.on("data", (chunk) => on(String(chunk)));
    });
    const code = main(["test", "--watch", "--reporter", "verbose", ...args], { ...io, stdin, stdout, stderr });
    return { code, next, press: (key: string) => void stdin.write(key), modes };
  }

  test("Enter runs all, f what failed, q ends it with the code of the last run", async () => {
    const at = suites({ "a.ward.yaml": suite(PASSES, FAILS), "b.ward.yaml": suite(named("b")) });
    const { code, next, press, modes } = start(at());
    expect(await next()).toContain("(Enter runs all, f what failed, q quits)");
    press("f");
    const failed = await next();
    expect(failed).toContain("the app reads tenant b");
    expect(failed).not.toMatch(/tenant a|b\.ward\.yaml/);
    press("x\r");
    expect(await next()).toMatch(/tenant a[\s\S]*b\.ward\.yaml/);
    writeFileSync(at("a.ward.yaml"), suite(PASSES));
    await next();
    press("f");
    expect(await next()).toContain("nothing failed");
    press("q");
    expect(await code).toBe(0);
    expect(modes).toEqual([true, false]);
  });

  test("Ctrl-C, which a raw terminal sends as a key, ends it with 130", async () => {
    const { code, next, press } = start(suites({ "a.ward.yaml": suite(FAILS) })());
    await next();
    press("\u0003");
    expect(await code).toBe(130);
  });

  test("with nothing to run it does not begin", async () => {
    expect(await start(suites({})()).code).toBe(1);
  });

  test("does not go with what is for one run", async () => {
    for (const option of ["--shard=1/2", "-u", "--list", "--coverage-threshold=90"]) expect(await start("x", option).code).toBe(1);
  });
});
