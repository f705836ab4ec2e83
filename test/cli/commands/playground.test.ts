import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { openerFor } from "../../../src/cli/playground/browser.ts";
import { fragmentOf, openedOf } from "../../../src/cli/playground/opened.ts";
import { servePage } from "../../../src/cli/playground/page-server.ts";
import { decideQuestion } from "../../../src/web/answer.ts";
import { unpackState } from "../../../src/web/link.ts";
import { readDocuments } from "../../../src/web/read.ts";
import { stateIn } from "../../../src/web/state.ts";
import { fakeIo, kmsward } from "../fake-io.ts";

const folder = mkdtempSync(join(tmpdir(), "kmsward-playground-"));
mkdirSync(join(folder, "dist/web"), { recursive: true });
writeFileSync(join(folder, "dist/web/playground.html"), "<!doctype html><body>page</body>");
writeFileSync(join(folder, "dist/web/policies.json"), JSON.stringify({ "playground.html": "default-src 'none'" }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { io } = fakeIo();
const opened = async (...paths: string[]) => {
  const { state, diagnostics } = await openedOf(paths, io);
  const read = stateIn(state);
  if (read === undefined) throw new Error("the page would not take it");
  return { state: read, diagnostics };
};

test("a world opens with the files that it names, and answers in the page as it does here", async () => {
  const { state, diagnostics } = await opened("fixtures/examples/orders/orders.world.yaml");
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(state.documents[0]).toMatchObject({ role: "world", name: "fixtures/examples/orders/orders.world.yaml" });
  expect(state.documents.map(({ name }) => name)).toContain("fixtures/examples/orders/policies/orders-key.json");
  expect(unpackState(fragmentOf(state))).toEqual({ state });
  const attempt = decideQuestion(readDocuments(state.documents), {
    ...state.question,
    principal: "exporter",
    encryptionContext: { purpose: "export" },
  });
  expect("decided" in attempt && attempt.decided.outcome).toBe("allowed");
});

test("policies by themselves are documents of a case, each in its place", async () => {
  const policies = "fixtures/policies";
  const { state } = await opened(
    `${policies}/key-policies/root-delegation.json`,
    `${policies}/identity/orders-app.json`,
    `${policies}/scp/full-access.json`,
  );
  expect(state.documents.map(({ role }) => role)).toEqual(["key-policy", "identity", "scp"]);
  await expect(
    openedOf([`${policies}/key-policies/root-delegation.json`, "fixtures/examples/orders/orders.world.yaml"], io),
  ).rejects.toThrow();
});

test("a world that cannot be read opens all the same: the page is where it is mended", async () => {
  const path = join(folder, "broken.world.yaml");
  writeFileSync(path, "version: 1\nkeyz: {}\n");
  const { state, diagnostics } = await opened(path);
  expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  expect(state.documents).toHaveLength(1);
});

test.each<[string[], RegExp]>([
  [["no-such.yaml"], /no such file|cannot be read/],
  [["--port", "x"], /no number/],
  [["--idle", "-1"], /no number|idle/],
])("%j is refused", async (args, expected) => {
  const { written, ...rest } = fakeIo();
  const code = await main(["playground", ...args], { ...rest.io, root: pathToFileURL(`${folder}/`) });
  expect(written.err).toMatch(expected);
  expect(code).toBe(1);
});

test("without a built page says how to build it", async () => {
  const { written, io: bare } = fakeIo();
  expect(await main(["playground", "--no-open"], { ...bare, root: pathToFileURL(`${folder}/nowhere/`) })).toBe(1);
  expect(written.err).toContain("npm run build");
});

type Reply = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string };
const ask = (port: number, path = "/", options: { readonly method?: string; readonly host?: string } = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { method = "GET", host = `127.0.0.1:${port}` } = options;
    request({ port, host: "127.0.0.1", path, method, headers: { host }, agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += String(chunk);
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });

test("serves the page, and nothing but the page, to nobody who comes by another name; and ends by itself", async () => {
  const server = await servePage({ html: "page", policy: "default-src 'none'", port: 0, idleMs: 300 });
  const page = await ask(server.port);
  expect([page.status, page.body]).toEqual([200, "page"]);
  expect(page.headers).toMatchObject({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  expect((await ask(server.port, "/other")).status).toBe(404);
  expect((await ask(server.port, "/", { method: "POST" })).status).toBe(405);
  expect((await ask(server.port, "/", { host: "evil.example" })).status).toBe(421);
  await server.ended;
});

test("prints the address, with a state too large for it in the page, where no text ends its element", async () => {
  const path = join(folder, "large.world.yaml");
  const noise = Array.from({ length: 4_000 }, (_, i) => `# ${(i * 7919) % 10_007} ${(i * 104_729) % 99_991} </script>`).join("\n");
  writeFileSync(path, `version: 1\naccount: "111122223333"\nregion: us-east-1\n${noise}\n`);
  const { io: own, written } = fakeIo();
  const running = main(["playground", path, "--no-open", "--idle", "1"], { ...own, root: pathToFileURL(`${folder}/`) });
  while (!written.out.includes("\n")) await new Promise((resolve) => setTimeout(resolve, 10));
  const { port, hash } = new URL(written.out.trim());
  expect(hash).toBe("");
  const { body } = await ask(Number(port));
  expect(body.split("</script>")).toHaveLength(2);
  const data = /<script type="application\/json" id="kmsward-state">(.*)<\/script>/.exec(body)?.[1] ?? "";
  expect(stateIn(JSON.parse(data))?.documents[0]?.text).toContain("</script>");
  expect(await running).toBe(0);
});

test.each([
  ["darwin", {}, "open"],
  ["win32", {}, "rundll32"],
  ["linux", { DISPLAY: ":0" }, "xdg-open"],
  ["linux", {}, undefined],
  ["linux", { BROWSER: "firefox" }, "firefox"],
  ["darwin", { BROWSER: "none" }, undefined],
])("on %s with %j the browser is opened by %s", (system, env, file) => {
  expect(openerFor(system, env)?.file).toBe(file);
});

test("help tells it", async () => {
  expect((await kmsward(["playground", "--help"])).out).toContain("127.0.0.1");
});
