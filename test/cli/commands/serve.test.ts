import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kmsward } from "../fake-io.ts";

const folder = mkdtempSync(join(tmpdir(), "kmsward-serve-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("it does not start", () => {
  const key = written("key.pem", "no key");
  chmodSync(key, 0o644);

  it.each([
    [["world.yaml"], /takes no arguments.*--seed world\.yaml/s],
    [["--seed", join(folder, "none.yaml")], /KW002/],
    [["--seed", written("bad.yaml", "principals: { a: { arm: x } }")], /unknown member `arm`.*KW101/s],
    [["--store", "file:"], /this is no store/],
    [["--store", `file:${join(folder, "none", "kms.db")}`], /there is no such folder.*KW007/s],
    [["--store", "postgres://127.0.0.1:1/x"], /needs a root key.*--root-key FILE/s],
    [
      ["--store", "postgres://x:secret@127.0.0.1:1/x", "--root-key", "env:NONE_OF_THESE"],
      /postgres:\/\/127\.0\.0\.1:1\/x cannot be reached.*KW007/s,
    ],
    [["--root-key-passphrase", "x"], /goes with/],
    [["--store", "redis"], /this is no store/],
    [["--host", "0.0.0.0"], /everybody who reaches it could do everything.*--force/s],
    [["--port", "70000"], /whole number from 0 to 65535/],
    [["--port", "x"], /whole number/],
    [["--auth", "maybe"], /cannot be `maybe`/],
    [["--tls-cert", key], /go together/],
    [["--workers", "2"], /cannot share the store `memory`/],
    [["--workers", "2", "--store", "file:x.db"], /cannot share the store `file:…`/],
    [["--workers", "0", "--store", "postgres://x/y"], /whole number from 1 to 64/],
    [["--workers", "2", "--store", "postgres://x/y", "--quotas"], /does not go with `--quotas`/],
    [["--tls-cert", key, "--tls-key", key], /others may read this private key/],
  ])("with %j", async (args, expected) => {
    const { code, out, err } = await kmsward(["serve", ...args]);
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });
});

describe("the command", () => {
  const built = mkdtempSync("node_modules/.kmsward-serve-");
  const cli = join(built, "dist/cli.js");
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    const options = { bundle: true, splitting: true, format: "esm", platform: "node", packages: "external" } as const;
    await build({ ...options, entryPoints: ["src/cli.ts"], outdir: join(built, "dist") });
    writeFileSync(join(built, "package.json"), '{"version":"1.2.3"}');
  });
  afterAll(() => {
    for (const child of started) child.kill("SIGKILL");
    rmSync(built, { recursive: true, force: true });
  });

  async function serve(...args: string[]) {
    const child = spawn(process.execPath, [cli, "serve", "--port", "0", "--host", "127.0.0.1", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    started.push(child);
    let [out, err] = ["", ""];
    child.stderr!.on("data", (chunk) => (err += String(chunk)));
    const url = await new Promise<string>((resolve, reject) => {
      child.once("exit", () => reject(new Error(err)));
      child.stdout!.on("data", (chunk) => {
        out += String(chunk);
        const ready = /ready on (\S+),/.exec(out)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    });
    return { child, url, out: () => out, err: () => err };
  }

  it("says where it is, answers, and stops on SIGTERM", async () => {
    const { child, url, err } = await serve();
    expect((await fetch(url)).status).toBe(404);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(err()).toBe("kmsward serve: stopping\n");
  });

  it("says whose access keys a seed has, and refuses a port that is taken", async () => {
    const world = written(
      "world.yaml",
      'account: "111122223333"\nprincipals:\n  app:\n    arn: arn:aws:iam::111122223333:user/app\n    credentials: { accessKeyId: AKIAAPPAPPAPPAPPAPP2, secretAccessKey: hidden }\n',
    );
    const { url, out } = await serve("--seed", world);
    expect(out()).toContain("signatures are verified; access keys: app AKIAAPPAPPAPPAPPAPP2");
    expect(out()).not.toContain("hidden");
    const taken = await kmsward(["serve", "--host", "127.0.0.1", "--port", new URL(url).port]);
    expect(taken).toMatchObject({ code: 1, err: expect.stringContaining("is in use") });
  });
});
