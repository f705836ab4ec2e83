import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kmsward } from "../fake-io.ts";

/** The command as a process of its own, asked by the client of the protocol's own SDK. */
const made = mkdtempSync("node_modules/.kmsward-mcp-");
const folder = join(made, "repo/policies");
const client = new Client({ name: "test", version: "0" });
beforeAll(async () => {
  await build({
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    entryPoints: ["src/cli.ts"],
    outdir: join(made, "dist"),
  });
  cpSync("package.json", join(made, "package.json"));
  mkdirSync(folder, { recursive: true });
  for (const name of ["before", "after"]) cpSync(`fixtures/reports/review/${name}.world.yaml`, join(folder, `${name}.yaml`));
  cpSync("fixtures/examples/review/before.json", join(folder, "key-policy.json"));
  cpSync("fixtures/examples/review/before.json", join(made, "repo/secret.json"));
  symlinkSync("../secret.json", join(folder, "link.json"));
  const outside = (policy: string) => `version: 1\naccount: "111122223333"\nregion: us-east-1\nkeys: { orders: { policy: ${policy} } }\n`;
  writeFileSync(join(folder, "outside.yaml"), outside("../secret.json"));
  writeFileSync(join(folder, "linked.yaml"), outside("./link.json"));
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", join(made, "repo"), "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "first");
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [join(made, "dist/cli.js"), "mcp", folder], stderr: "pipe" }),
  );
});
afterAll(async () => {
  await client.close();
  rmSync(made, { recursive: true, force: true });
});

type Result = { content: { text: string }[]; structuredContent?: Record<string, never>; isError?: boolean };
const call = async (name: string, args: Record<string, unknown>): Promise<Result> =>
  (await client.callTool({ name, arguments: args })) as never;
const told = async (name: string, args: Record<string, unknown>) => {
  const { content, isError } = await call(name, args);
  return { text: content.map(({ text }) => text).join("\n"), isError: isError === true };
};

test("lists the questions, each as one that changes nothing", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(["eval", "explain", "lint", "who_can", "can", "diff", "repair", "prove", "check"]);
  for (const { annotations, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(description?.length).toBeGreaterThan(20);
  }
});

describe("every question is answered with what shows it", () => {
  const asked = { world: "after.yaml", principal: "orders-app", action: "kms:Decrypt", key: "orders" };
  test.each<[string, Record<string, unknown>, object]>([
    ["eval", { ...asked, encryptionContext: { tenant: "t1" } }, { decision: "Allow", by: [{ sid: "AllowApp" }] }],
    ["eval", { ...asked, encryptionContext: { tenant: "t3" } }, { decision: "Deny", outcome: "implicitDeny" }],
    ["diff", { before: "before.yaml", after: "after.yaml" }, { verdict: "changed" }],
    ["diff", { before: "git:main:before.yaml", after: "before.yaml" }, { verdict: "equal" }],
    [
      "who_can",
      { key: "logs", actions: ["Encrypt"], world: "after.yaml" },
      { entries: [{ who: { name: "orders-app" }, witness: { outcome: "allowed" } }] },
    ],
    ["who_can", { key: "key-policy.json" }, { version: 1 }],
    [
      "can",
      { principal: "key-admin", actions: ["PutKeyPolicy"], world: "after.yaml", key: ["logs"] },
      { entries: [{ witness: { outcome: "allowed" } }] },
    ],
    [
      "prove",
      { world: "after.yaml", never: ["{ action: kms:Encrypt, key: orders }"] },
      { results: [{ verdict: "refuted", witness: { outcome: "allowed" } }] },
    ],
    ["check", { world: "after.yaml", rules: ["KW701"] }, { findings: [{ code: "KW701", witness: { outcome: "allowed" } }] }],
    [
      "repair",
      { ...asked, encryptionContext: { tenant: "t3" } },
      { outcome: "implicitDeny", repairs: expect.arrayContaining([expect.objectContaining({ text: expect.any(String) })]) },
    ],
    ["lint", { files: ["key-policy.json"] }, { files: [{ path: "key-policy.json", problems: [] }] }],
  ])("%s %j", async (name, args, expected) => {
    const { structuredContent, isError, content } = await call(name, args);
    expect([isError, content]).toEqual([undefined, expect.anything()]);
    expect(structuredContent).toMatchObject(expected);
  });

  test("explain, in words", async () => {
    const { text } = await told("explain", { ...asked, encryptionContext: { tenant: "t3" } });
    expect(text).toMatch(/^DENIED \(implicit\)[\s\S]*closest to allowed/);
  });
});

describe("nothing outside of the folder is read", () => {
  test.each<[string, Record<string, unknown>]>([
    ["who_can", { key: "../secret.json" }],
    ["who_can", { key: "link.json" }],
    ["who_can", { key: "/etc/hostname" }],
    ["check", { world: "outside.yaml" }],
    ["check", { world: "linked.yaml" }],
    ["check", { world: "../repo/secret.json" }],
    ["lint", { files: [".."] }],
    ["lint", { files: ["../*.json"] }],
    ["lint", { files: ["-"] }],
    ["eval", { keyPolicy: "link.json", principal: "arn:aws:iam::111122223333:role/app", action: "kms:Decrypt", key: "*" }],
    ["diff", { before: "git:main:../secret.json", after: "key-policy.json" }],
    ["prove", { files: ["../x.ward.yaml"] }],
  ])("%s %j", async (name, args) => {
    const { text, isError } = await told(name, args);
    expect(isError).toBe(true);
    expect(text).not.toContain("AllowAppThroughS3");
  });
});

describe("what is no question is refused, with what to do", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["repair_all", {}, "there is no tool"],
    ["diff", { before: "before.yaml" }, "diff needs `after`"],
    ["diff", { before: "before.yaml", aftr: "after.yaml" }, "did you mean after?"],
    ["who_can", { key: "orders", world: ["after.yaml"] }, "`world` is a text"],
    ["who_can", { key: "ordrs", world: "after.yaml" }, "did you mean `orders`?"],
    ["can", { principal: "--output=x", world: "after.yaml" }, "no principal `--output=x`"],
    [
      "eval",
      { world: "after.yaml", principal: "orders-app", action: "kms:Decrypt", key: "orders", context: { a: { b: 1 } } },
      "values that are texts",
    ],
  ])("%s %j", async (name, args, message) => {
    const { text, isError } = await told(name, args);
    expect(isError).toBe(true);
    expect(text).toContain(message);
  });
});

test("a folder that is none is refused", async () => {
  expect(await kmsward(["mcp", "fixtures/none"])).toMatchObject({ code: 1, err: expect.stringContaining("is no folder") });
  expect(await kmsward(["mcp", "a", "b"])).toMatchObject({ code: 1 });
});
