import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateKeyCommand, DecryptCommand, DescribeKeyCommand, EncryptCommand, KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from "@aws-sdk/client-sts";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../sources.ts";

/** `kmsward serve --store file:…`, called over HTTP and killed in the middle of calls: what was answered is there when it is started again. */

const ROUNDS = process.env.KMSWARD_LONG === "1" ? 20 : 2;

let folder: string;
let cli: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-serve-store-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  symlinkSync(join(ROOT, "package.json"), join(folder, "package.json"));
  await build({
    entryPoints: [join(ROOT, "src/cli.ts")],
    outdir: join(folder, "dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    absWorkingDir: ROOT,
    logLevel: "error",
  });
  cli = join(folder, "dist/cli.mjs");
});
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const args = ["serve", "--port", "0", "--host", "127.0.0.1", "--store", `file:${join(folder, "kms.db")}`];
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let [out, err] = ["", ""];
  child.stderr?.on("data", (bytes) => (err += String(bytes)));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error(err)));
    child.stdout?.on("data", (bytes) => {
      out += String(bytes);
      const ready = /ready on (\S+), state in file:/.exec(out)?.[1];
      if (ready !== undefined) resolve(ready);
    });
  });
  return { child, url };
}

const LOCAL = { accessKeyId: "local", secretAccessKey: "local" };
const clientOf = (endpoint: string, credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } = LOCAL) =>
  new KMSClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });

it("is killed, and has all that it had answered", async () => {
  const made = new Map<string, { readonly description: string; readonly blob?: Uint8Array }>();
  let session: { accessKeyId: string; secretAccessKey: string; sessionToken: string } | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const { child, url } = await serve();
    const kms = clientOf(url);
    const sts = new STSClient({ endpoint: url, region: "us-east-1", credentials: session ?? LOCAL });
    if (session === undefined) {
      const { Credentials } = await sts.send(new GetSessionTokenCommand({}));
      session = {
        accessKeyId: Credentials?.AccessKeyId ?? "",
        secretAccessKey: Credentials?.SecretAccessKey ?? "",
        sessionToken: Credentials?.SessionToken ?? "",
      };
    }
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe("000000000000");
    const work = async (name: string) => {
      for (let i = 0; ; i++) {
        const description = `${name}-${i}`;
        const KeyId = (await kms.send(new CreateKeyCommand({ Description: description }))).KeyMetadata?.KeyId ?? "";
        made.set(KeyId, { description });
        const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: new TextEncoder().encode(description) }));
        made.set(KeyId, { description, blob: CiphertextBlob as Uint8Array });
      }
    };
    const working = Promise.allSettled([0, 1, 2].map((i) => work(`r${round}-${i}`)));
    const before = made.size;
    while (made.size < before + 12) await new Promise((resolve) => setTimeout(resolve, 5));
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await Promise.all([ended, working]);
  }
  const { child, url } = await serve();
  const kms = clientOf(url, session);
  expect((await kms.send(new ListKeysCommand({ Limit: 1000 }))).Keys?.length).toBeGreaterThanOrEqual(made.size);
  for (const [KeyId, { description, blob }] of made) {
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Description).toBe(description);
    if (blob === undefined) continue;
    expect(new TextDecoder().decode((await kms.send(new DecryptCommand({ CiphertextBlob: blob }))).Plaintext)).toBe(description);
  }
  const stopped = once(child, "exit");
  child.kill("SIGTERM");
  expect(await stopped).toEqual([0, null]);
}, 120_000);
