import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signatureHeaders } from "../../src/wire/sigv4.ts";
import { ROOT } from "../sources.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../stores/postgres-server.ts";

/** `kmsward serve --workers 2` over PostgreSQL: it does not matter which process a call came to. */
type Answer = { readonly status: number; readonly id: string; readonly json: Readonly<Record<string, unknown>>; readonly text: string };

describe.skipIf(!hasPostgres)("serve --workers", () => {
  let folder: string;
  let server: PostgresServer;
  let child: ChildProcess;
  let url: string;
  let out = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kmsward-workers-"));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    symlinkSync(join(ROOT, "package.json"), join(folder, "package.json"));
    const options = { bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", logLevel: "error" } as const;
    const files = {
      entryPoints: [join(ROOT, "src/cli.ts")],
      outdir: join(folder, "dist"),
      outExtension: { ".js": ".mjs" },
      absWorkingDir: ROOT,
    };
    await build({ ...options, ...files });
    server = await startPostgres();
    const args = ["serve", "--workers", "2", "--port", "0", "--host", "127.0.0.1", "--store", await server.database()];
    const kept = ["--root-key", join(folder, "root"), "--audit", join(folder, "audit")];
    child = spawn(process.execPath, [join(folder, "dist/cli.mjs"), ...args, ...kept], { stdio: ["ignore", "pipe", "pipe"] });
    child.stderr?.on("data", (bytes) => (out += String(bytes)));
    url = await new Promise<string>((resolve, reject) => {
      child.once("exit", () => reject(new Error(out)));
      child.stdout?.on("data", (bytes) => {
        out += String(bytes);
        const ready = /ready on (\S+), state in postgres:/.exec(out)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    });
    await until(
      async () =>
        new Set((await Promise.all(Array.from({ length: 8 }, () => ask("GET", "/v1/health")))).map(({ status }) => status)).size === 1,
    );
  }, 120_000);
  afterAll(async () => {
    child?.kill("SIGKILL");
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each over a connection of its own, which the processes get in turn. */
  function ask(method: string, path: string, body = "", headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        url + path,
        { method, agent: false, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
        (response) => {
          let text = "";
          response.on("data", (bytes) => (text += String(bytes)));
          response.on("end", () => {
            const isLines = response.headers["content-type"] === "application/x-ndjson";
            const json = text.startsWith("{") && !isLines ? (JSON.parse(text) as Record<string, unknown>) : {};
            resolve({ status: response.statusCode ?? 0, id: String(response.headers["x-amzn-requestid"]), json, text });
          });
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  }

  const aws = (target: string, input: object, service = "kms"): Promise<Answer> => {
    const time = signatureHeaders({
      host: "x",
      path: "/",
      region: "us-east-1",
      service,
      credential: { accessKeyId: "x", secretAccessKey: "x" },
      body: "",
      now: Date.now(),
    })["x-amz-date"];
    return ask("POST", "/", JSON.stringify(input), {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": target,
      "x-amz-date": time,
      authorization: `AWS4-HMAC-SHA256 Credential=local/${time.slice(0, 8)}/us-east-1/${service}/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${"0".repeat(64)}`,
    });
  };
  const kms = (operation: string, input: object = {}) => aws(`TrentService.${operation}`, input);

  it("what one has made and changed is there for all, at once", async () => {
    for (let i = 0; i < 6; i++) {
      const made = await kms("CreateKey");
      const { KeyId } = made.json.KeyMetadata as { KeyId: string };
      const sealed = await kms("Encrypt", { KeyId, Plaintext: "aGk=" });
      expect((await kms("Decrypt", { CiphertextBlob: sealed.json.CiphertextBlob })).json.Plaintext).toBe("aGk=");
      expect((await kms("DisableKey", { KeyId })).status).toBe(200);
      expect((await kms("DescribeKey", { KeyId })).json.KeyMetadata).toMatchObject({ KeyState: "Disabled" });
    }
  }, 60_000);

  it("a key policy that is put by one is that of all, at once", async () => {
    const made = (await kms("CreateKey")).json.KeyMetadata as { Arn: string };
    const keys = async () =>
      (await ask("GET", `/v1/keys?key=${encodeURIComponent(made.Arn)}`)).json.keys as readonly { readonly policy: string }[];
    for (let i = 0; i < 4; i++) {
      const [told] = await keys();
      const policy = JSON.stringify({ ...JSON.parse(told?.policy ?? ""), Id: `put-${i}` });
      const body = JSON.stringify({ key: made.Arn, policy, replaces: told?.policy });
      expect((await ask("PUT", "/v1/keys/policy", body, { "content-type": "application/json" })).text).toContain(made.Arn);
      expect(await keys()).toMatchObject([{ policy }]);
    }
  }, 60_000);

  it("calls of all are told to who watches one, in order of time, and go on behind each", async () => {
    const linesOf = ({ text }: Answer) =>
      text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, string>]));
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push((await kms("ListRetirableGrants", { RetiringPrincipal: "arn:aws:iam::000000000000:root" })).id);
    const told = linesOf(await ask("GET", "/v1/calls?follow=no&last=8"));
    expect(told.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort());
    expect(told.map(({ time }) => time)).toEqual(told.map(({ time }) => time).sort());
    for (let i = 0; i < 4; i++) {
      const rest = linesOf(await ask("GET", `/v1/calls?follow=no&after=${told[2]?.id}`));
      expect(rest.map(({ requestId }) => requestId)).toEqual(told.slice(3).map(({ requestId }) => requestId));
    }
    const watched = new Promise<string>((resolve, reject) => {
      const sent = request(`${url}/v1/calls?last=0`, { agent: false }, (response) => {
        let text = "";
        response.on("data", (bytes) => {
          if (text === "") void Promise.all(Array.from({ length: 6 }, () => kms("GenerateRandom", { NumberOfBytes: 8 })));
          text += String(bytes);
          if (text.split("GenerateRandom").length <= 6) return;
          sent.destroy();
          resolve(text);
        });
      });
      sent.on("error", reject);
      sent.end();
    });
    expect((await watched).split("GenerateRandom")).toHaveLength(7);
  }, 60_000);

  it("what each remembers is told by all: events, reasons, counts", async () => {
    const calls = await Promise.all(Array.from({ length: 8 }, () => kms("ListAliases")));
    for (let i = 0; i < 2; i++) {
      const { json } = await aws(
        "CloudTrail_20131101.LookupEvents",
        { LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "ListAliases" }] },
        "cloudtrail",
      );
      expect(json.Events).toHaveLength(8);
      for (const { id } of calls) expect((await ask("GET", `/v1/why/${id}`)).text).toContain("ListAliases did what it was asked");
      expect((await ask("GET", "/metrics")).text).toMatch(
        /kmsward_requests_total\{service="kms",operation="ListAliases",outcome="success"\} 8\n/,
      );
    }
    expect((await ask("GET", "/v1/why/none")).status).toBe(404);
    const lines = () =>
      readFileSync(join(folder, "audit"), "utf8")
        .split("\n")
        .filter((line) => line.includes('"eventName":"ListAliases"'));
    await until(async () => lines().length === 8);
  }, 60_000);

  const put = (name: string) =>
    ask("PUT", "/v1/world", JSON.stringify({ principals: { [name]: `arn:aws:iam::000000000000:role/${name}` } }), {
      "content-type": "application/json",
    });
  const namesOf = (json: Answer["json"]) => Object.keys(json.principals as object).join();
  const processes = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ").map(Number);

  it("another world is that of all, and of several that are sent at once all end with the same", async () => {
    expect(await put("app")).toMatchObject({ status: 200, json: { principals: 1 } });
    for (let i = 0; i < 4; i++) expect(namesOf((await ask("GET", "/v1/world")).json)).toBe("app");
    const several = await Promise.all(["a", "b", "c", "d", "e", "f"].map(put));
    expect(several.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const ended = await Promise.all(Array.from({ length: 8 }, () => ask("GET", "/v1/world")));
    expect(new Set(ended.map(({ json }) => namesOf(json)))).toHaveProperty("size", 1);
  }, 120_000);

  it("one that dies is replaced by one with the world of now, also of one that is sent while it starts", async () => {
    const [dies, stays] = processes();
    process.kill(dies as number, "SIGKILL");
    await until(async () => out.includes("a worker ended"));
    for (let i = 0; i < 4; i++) expect((await kms("ListKeys")).status).toBe(200);
    await until(async () => processes().length === 2);
    expect((await put("while-it-starts")).status).toBe(200);
    process.kill(stays as number, "SIGKILL"); // what is told from now on the other one tells, or the one in its place
    await until(async () => out.split("a worker ended").length === 3 && processes().length === 2);
    await until(() =>
      ask("GET", "/v1/health").then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    for (let i = 0; i < 8; i++) expect(namesOf((await ask("GET", "/v1/world")).json)).toBe("while-it-starts");
  }, 120_000);

  it("all end when they are told to", async () => {
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
    expect(out).not.toContain("KW900");
  }, 60_000);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await isSo()); ) {
    if (Date.now() > end) throw new Error("it never was so");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
